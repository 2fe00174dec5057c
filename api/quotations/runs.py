"""A citation as HTML of our own -> runs of words with their formats, for exports that write formats in another way."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

from api.records import Record

FORMATS = {"i": "italic", "b": "bold", "sup": "superscript", "sub": "subscript", "span": ""}
"""Our tags -> what they do to words. What a `span` does its style says."""
STYLES = {"small-caps": "small caps", "underline": "underline"}


@dataclass(frozen=True, slots=True)
class Run:
    """Words with the same formats: "italic", "bold", "small caps", "superscript", "subscript", "underline"."""

    text: str
    formats: frozenset[str] = frozenset()


def runs(record: Record, name: str) -> list[Run]:
    """The runs of a record's "citation" or "entry"."""
    reader = _Reader()
    reader.feed(record[f"{name}_html"])
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    """Collects the runs of `nlp.csl.output.to_html`, in which nothing but its own tags is markup."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Run] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        style = dict(attrs).get("style") or ""
        self._open.append(FORMATS[tag] or next(name for sign, name in STYLES.items() if sign in style))

    def handle_endtag(self, _: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self.found.append(Run(data, frozenset(self._open)))
