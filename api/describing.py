"""What papers say of themselves, and what a user says instead: shown, set and taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from api.imports.importing import Imported, Importing
from api.writing import Writer
from corpus.metadata.byhand import by_hand, checked_field
from corpus.metadata.facts import NOTHING, Statement, Told, sources
from corpus.metadata.further import further_sources
from corpus.store import Store


class Describing:
    """The metadata of a library's papers."""

    def __init__(self, store: Store, full_name: Callable[[str], str], writer: Callable[[], Writer]) -> None:
        """`full_name`: of a paper, by a beginning of it."""
        self._store = store
        self._full_name = full_name
        self._writer = writer

    def set(self, name: str, **fields: str | Sequence[str]) -> None:
        """Set fields of a paper's metadata by hand: ``set("wells", title="...", authors=["A. Roe"])``.

        They hold until they are unset, whatever the paper or a file beside it says and however often it is read
        again; an empty value says that the paper has none. Raises NoSuchPaperError, and BadQueryError for an
        unknown field, a date that cannot be read or an unknown language.
        """
        values = {checked_field(field): by_hand(field, typed) for field, typed in fields.items()}
        full = self._full_name(name)
        with self._writer() as writer:
            known = self._store.said(full).get(Told.SET, NOTHING)
            writer.state(full, Told.SET, Statement({**known.facts, **values}))

    def unset(self, name: str, *fields: str) -> None:
        """Take back what was set by hand; what a file beside the paper or the paper itself says holds again.

        Of a field that was not set by hand what was imported is taken back. Raises NoSuchPaperError, and BadQueryError
        for an unknown field.
        """
        gone, full = {checked_field(field) for field in fields}, self._full_name(name)
        with self._writer() as writer:
            said = self._store.said(full)
            by_hand = gone & said.get(Told.SET, NOTHING).facts.keys()
            for source, some in ((Told.SET, by_hand), (Told.IMPORT, gone - by_hand)):
                known = said.get(source, NOTHING)
                left = {field: value for field, value in known.facts.items() if field not in some}
                if len(left) < len(known.facts):
                    writer.state(full, source, Statement(left, known.origin))

    def take(self, paths: Sequence[Path], *, dry_run: bool = False) -> list[Imported]:
        """Take in what lists of references (CSL-JSON, BibTeX, RIS, YAML) say of papers that are held.

        A report for each entry, on which paper it is about and what says so; see api/imports/matching.py. What is set
        by hand goes before it. Taken in again, a paper's entry replaces the one before; `dry_run` changes nothing.
        """
        return Importing(self._store, self._writer).take(paths, dry_run=dry_run)

    def sources(self, name: str) -> Mapping[str, tuple[Told, Statement]]:
        """Field ("title", "csl:DOI") -> whose word on it holds, and all it says; fields nobody states are left out.

        Raises NoSuchPaperError.
        """
        said = self._store.said(self._full_name(name))
        return {**sources(said), **further_sources(said)}
