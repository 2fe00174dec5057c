"""What papers say of themselves, and what a user says instead: shown, set and taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from api.writing import Writer
from corpus.metadata.byhand import by_hand, checked_field
from corpus.metadata.facts import NOTHING, Facts, Statement, Told, sources
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
        self._restate(name, lambda known: {**known, **values})

    def unset(self, name: str, *fields: str) -> None:
        """Take back what was set by hand; what a file beside the paper or the paper itself says holds again.

        Raises NoSuchPaperError, and BadQueryError for an unknown field.
        """
        gone = {checked_field(field) for field in fields}
        self._restate(name, lambda known: {field: value for field, value in known.items() if field not in gone})

    def sources(self, name: str) -> Mapping[str, tuple[Told, Statement]]:
        """Field ("title", "csl:DOI") -> whose word on it holds, and all it says; fields nobody states are left out.

        Raises NoSuchPaperError.
        """
        said = self._store.said(self._full_name(name))
        return {**sources(said), **further_sources(said)}

    def _restate(self, name: str, change: Callable[[Facts], Facts]) -> None:
        full = self._full_name(name)
        with self._writer() as writer:
            known = self._store.said(full).get(Told.SET, NOTHING)
            writer.state(full, Told.SET, Statement(change(known.facts)))
