"""Bytes of XML -> a tree of elements, with no document type, no entity of its own and no great depth.

The standard library's expat is used: it fetches nothing, and refusing every document type at its first word leaves
no entity to expand. lxml could do the same with four options set right; here there is none to forget.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from corpus.errors import UnreadableFileError

DEEPEST = 400
"""Elements inside each other: a table in a table in a text box needs about 60."""
MOST_ELEMENTS = 4_000_000
CHUNK = 64 * 1024


class _LimitError(Exception):
    """Why a tree is refused, in a few words."""


class _Builder(TreeBuilder):
    """A tree builder that counts, and that gives names our prefixes. (A colon means something else in its paths.)"""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        super().__init__()
        self._depth = 0
        self._count = 0
        self._prefixes = prefixes
        self._names: dict[str, str] = {}

    def start(self, tag: str, attrs: dict[str, str]) -> Element:
        self._depth += 1
        self._count += 1
        if self._depth > DEEPEST:
            raise _LimitError("is nested deeper than a paper is")
        if self._count > MOST_ELEMENTS:
            raise _LimitError("has more parts than a paper has")
        named = {self._name(key): value for key, value in attrs.items()} if attrs else attrs
        return super().start(self._name(tag), named)

    def end(self, tag: str) -> Element:
        self._depth -= 1
        return super().end(self._name(tag))

    def doctype(self, *_: str | None) -> None:
        raise _LimitError("declares a document type of its own, which can hide an attack")

    def _name(self, tag: str) -> str:
        """{namespace}local -> prefix-local, or the local name alone."""
        name = self._names.get(tag)
        if name is None:
            space, _, local = tag.rpartition("}")
            prefix = self._prefixes.get(space[1:], "")
            name = self._names[tag] = f"{prefix}-{local}" if prefix else local
        return name


def parse_xml(data: bytes, part: str, name: str, prefixes: Mapping[str, str]) -> Element:
    """The root of the XML in `data`; `prefixes` maps namespaces to the prefixes that tags and attributes then have.

    Tags and attributes of other namespaces keep their local names. Raises UnreadableFileError for what is not
    well-formed, declares a document type, or passes the limits; `part` of the file `name` is named in it.
    """
    parser = XMLParser(target=_Builder(prefixes))  # noqa: S314  # no document type gets past the builder
    try:
        for at in range(0, len(data), CHUNK):
            parser.feed(data[at : at + CHUNK])
        root: Element = parser.close()
    except _LimitError as limit:
        raise UnreadableFileError(f"{name} {limit} (in {part}): it is not read.") from None
    except (ParseError, ValueError, LookupError) as fault:
        raise UnreadableFileError(f"{name} is broken in its part {part!r}: open and save it again.") from fault
    return root
