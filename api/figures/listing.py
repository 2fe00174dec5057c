"""A filter, an order and a unit -> the records of figures that every door lists, and what should be said of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from api.figures.filters import FigureFilter
from api.figures.record import figure_record
from api.figures.sorting import Key, order
from api.records import Record

if TYPE_CHECKING:
    from api.library import Library


@dataclass(frozen=True, slots=True)
class Wanted:
    """How figures are to be listed. Nothing here leaves one out: that is for the filter."""

    sort: str | None = None
    """Names of `ORDERS`, with commas between; by paper and place if None."""
    convert: str | None = None
    context: bool = False
    """With the sentence each stands in."""


class Listing:
    """The records of the figures that pass, in order; iterate it once. Raises BadQueryError, NoSuchPaperError."""

    def __init__(self, library: Library, which: FigureFilter, wanted: Wanted, begin: str = "") -> None:
        """`begin`: a list in order of paper and place may begin with the paper of that name."""
        self._sieve = library.sieve(which, begin)
        self._wanted = wanted
        self.key: Callable[[Record], Key] | None = order(wanted.sort)
        self._conversion = None
        if wanted.convert is not None:
            from api.figures.conversion import Conversion  # noqa: PLC0415 - pint loads when something is to be converted

            self._conversion = Conversion(wanted.convert)

    def __iter__(self) -> Iterator[Record]:
        records = self._records()
        return iter(sorted(records, key=self.key)) if self.key else records

    def remarks(self) -> list[str]:
        """What a reader should know of the list, once it has been read: sentences without their full stop."""
        return self._sieve.remarks() + (self._conversion.remarks() if self._conversion else [])

    def emptied(self) -> str:
        """Why there is nothing in it: the filter that removed the last figures."""
        return self._sieve.emptied()

    def _records(self) -> Iterator[Record]:
        for loaded, figure in self._sieve:
            record = figure_record(loaded.paper, figure, loaded.surroundings, context=self._wanted.context)
            yield self._conversion.apply(record) if self._conversion else record
