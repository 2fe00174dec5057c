"""What readers picked -> rows of one table, and back: truth that belongs to the whole library, as corrections do.

A quotation hangs on no paper: papers may go, come back and be read anew. Its `number` is its own for good and never
given again; its `place` is where the reader wants it in his list, from 1 without gaps.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from corpus.cells import read_spans, read_strings, write_spans, write_strings, write_text
from corpus.database import Database
from corpus.kept import Picked
from corpus.schema import Schema

WORDS = ("paper", "key", "quote", "prefix", "suffix", "page", "note", "section", "remark", "picked_at")
"""The columns that are kept as they are."""


class Quotations:
    """The quotations of one library. Each change is one transaction and is over when the call returns."""

    def __init__(self, database: Database, tables: Schema) -> None:
        self._database = database
        self._table = tables.quotations

    def kept(self) -> dict[int, Picked]:
        """Number -> quotation, in the reader's order."""
        with self._database.reading() as connection:
            rows = connection.execute(select(self._table).order_by(self._table.c.place)).mappings()
            return {int(row["number"]): _picked(row) for row in rows}

    def add(self, new: Picked) -> tuple[int, bool]:
        """Keep `new` at the end; its number, and True: or the number of one of the same words there, and False.

        Raises UnicodeEncodeError for text that is none.
        """
        table, row = self._table, _row(new)
        with self._database.writing() as connection:
            same = (table.c[name] == row[name] for name in ("paper", "spans", "quote"))
            known = connection.scalar(select(table.c.number).where(*same))
            if known is not None:
                return int(known), False
            row["place"] = 1 + (connection.scalar(select(func.count()).select_from(table)) or 0)
            return int(connection.execute(insert(table).values(row).returning(table.c.number)).scalar_one()), True

    def say(self, number: int, *, remark: str | None = None, tags: Sequence[str] | None = None) -> bool:
        """Put other words or tags of the reader's in place of those before; False when there is none of that number.

        Raises UnicodeEncodeError for text that is none.
        """
        said = {} if remark is None else {"remark": write_text(remark)[0]}
        said |= {} if tags is None else {"tags": write_strings(tuple(tags))[0]}
        with self._database.writing() as connection:
            done = connection.execute(update(self._table).where(self._table.c.number == number).values(said))
            return bool(done.rowcount)

    def move(self, number: int, place: int) -> bool:
        """Put one at a place from 1 on, or at the end; False when there is none of that number."""
        with self._database.writing() as connection:
            order = self._order(connection)
            if number not in order:
                return False
            order.remove(number)
            order.insert(max(place, 1) - 1, number)
            self._put_in(connection, order)
            return True

    def remove(self, number: int) -> Picked | None:
        """Forget one; what it was, or None when there is none of that number."""
        table = self._table
        with self._database.writing() as connection:
            row = connection.execute(select(table).where(table.c.number == number)).mappings().first()
            if row is None:
                return None
            connection.execute(delete(table).where(table.c.number == number))
            self._put_in(connection, self._order(connection))
            return _picked(row)

    def _order(self, connection: Connection) -> list[int]:
        return list(connection.scalars(select(self._table.c.number).order_by(self._table.c.place)))

    def _put_in(self, connection: Connection, order: Sequence[int]) -> None:
        """Give each its place in `order`."""
        for place, number in enumerate(order, 1):
            moved = (self._table.c.number == number, self._table.c.place != place)
            connection.execute(update(self._table).where(*moved).values(place=place))


def _row(picked: Picked) -> dict[str, Any]:
    """Column -> cell. Raises UnicodeEncodeError for text that is none."""
    row: dict[str, Any] = {name: getattr(picked, name) for name in WORDS}
    for cell in row.values():
        if cell is not None:
            write_text(cell)
    row["spans"] = write_spans(picked.spans)[0]
    row["tags"] = write_strings(picked.tags)[0]
    return row | {"paragraph": picked.paragraph}


def _picked(row: Mapping[Any, Any]) -> Picked:
    """The way back from `_row`."""
    plain = {name: row[name] for name in (*WORDS, "paragraph")}
    return Picked(**plain, spans=read_spans(row["spans"]), tags=read_strings(row["tags"]))
