"""The bibliography of a paper -> the one entry that names and a year, or names and a title, can mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.model import Block, Span
from corpus.references.acronyms import definitions
from corpus.references.catalogue import Catalogue
from corpus.references.entries import Entry, entries
from corpus.references.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Library:
    """The entries of a bibliography, indexed by author and year and by author and title."""

    entries: tuple[Entry, ...]
    dated: Catalogue
    shelf: Shelf
    definitions: Mapping[str, str]
    """What the paper's acronyms stand for."""

    def titled(self, names: str, title: Sequence[str], year: str = "") -> Span | None:
        """The one entry by `names` with the words of `title`, or None where none or several fit."""
        if not title:
            return None
        found = self.shelf.titled(names, title, year)
        return self.entries[self.shelf.works[found[0]].at].span if len(found) == 1 else None


def library(text: str, blocks: Sequence[Block]) -> Library:
    """The bibliography among `blocks`; empty when the paper has none."""
    meaning = definitions(text)
    listed = entries(text, blocks)
    dated, shelf = Catalogue(meaning), Shelf()
    for at, entry in enumerate(listed):
        dated.add(entry.by, entry.year, at)
        shelf.add(entry.names, entry.title, entry.year[:4] if entry.year[:1].isdigit() else "", at)
    return Library(tuple(listed), dated, shelf, meaning)
