"""What users know better than the taggers -> rows of one table, and back: truth that belongs to the whole library.

It hangs on no paper: papers may go, come back and be read anew; what was said of them stays until it is taken back.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict

from sqlalchemy import Connection, delete, insert, select

from corpus.cells import write_text
from corpus.database import Database
from corpus.kept import COLUMNS, Kept
from corpus.schema import Schema
from corpus.transaction import Transaction


class Corrections:
    """The corrections of one library. Each change is one transaction and is over when the call returns."""

    def __init__(self, database: Database, tables: Schema) -> None:
        self._database = database
        self._tables = tables

    def kept(self) -> dict[int, Kept]:
        """Number -> correction, in the order they were made."""
        with self._database.reading() as connection:
            return _read(connection, self._tables)

    def add(self, new: Sequence[Kept], *, beside: Collection[int]) -> list[int] | None:
        """Keep `new` behind those there; their numbers, or None when others than `beside` are there by now.

        Whoever weighed them against the corrections of those numbers then has to weigh them again: nothing was kept.
        A number once given is never given again. Raises UnicodeEncodeError for text that is none.
        """
        rows = [_row(each) for each in new]
        table = self._tables.corrections
        with self._database.writing() as connection:
            if set(connection.scalars(select(table.c.number))) != set(beside):
                return None
            one_by_one = (connection.scalars(insert(table).values(row).returning(table.c.number)) for row in rows)
            numbers = [int(given.one()) for given in one_by_one]
            if numbers:
                Transaction(connection, self._tables).count_up()
            return numbers

    def remove(self, number: int) -> Kept | None:
        """Take one back; what it was, or None when there is none of that number."""
        table = self._tables.corrections
        with self._database.writing() as connection:
            known = _read(connection, self._tables).get(number)
            if known is not None:
                connection.execute(delete(table).where(table.c.number == number))
                Transaction(connection, self._tables).count_up()
            return known


def _read(connection: Connection, tables: Schema) -> dict[int, Kept]:
    table = tables.corrections
    wanted = select(table.c.number, *(table.c[name] for name in COLUMNS)).order_by(table.c.number)
    return {int(number): Kept(*cells) for number, *cells in connection.execute(wanted)}


def _row(kept: Kept) -> Mapping[str, str | None]:
    """Column -> cell. Raises UnicodeEncodeError for text that is none, TypeError for what is no text."""
    cells: dict[str, str | None] = asdict(kept)
    for cell in cells.values():
        if cell is not None:
            write_text(cell)
    return cells
