"""What each source says of a paper -> rows of `facts`, and what comes of them -> columns of `papers`.

All functions run inside the caller's transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, Row, delete, insert, select, update

from corpus.cells import read_strings, write_strings, write_text
from corpus.metadata.facts import LISTS, Facts, Said, Statement, Told, Value, effective
from corpus.schema import Row as Cells
from corpus.schema import Schema, about_row


def statement_rows(source: Told, statement: Statement) -> list[Cells]:
    """The rows that keep a statement, without their paper's number.

    Raises UnicodeEncodeError for text that is none, TypeError for a value that does not fit its field.
    """
    origin = write_text(statement.origin)[0]
    return [
        {"source": str(source), "field": name, "value": _cell(name, value), "origin": origin}
        for name, value in statement.facts.items()
    ]


def replace_statements(
    connection: Connection, tables: Schema, paper_id: int, rows: Mapping[Told, Sequence[Cells]]
) -> None:
    """Keep these rows as all that their sources say of a paper; other sources are left alone."""
    facts = tables.facts
    for source, cells in rows.items():
        connection.execute(delete(facts).where(facts.c.paper_id == paper_id, facts.c.source == str(source)))
        if cells:
            connection.execute(insert(facts), [{"paper_id": paper_id, **each} for each in cells])
    told = about_row(effective(read_statements(connection, tables, paper_id)))
    connection.execute(update(tables.papers).where(tables.papers.c.id == paper_id).values(told))


def read_statements(connection: Connection, tables: Schema, paper_id: int) -> Said:
    """All that is said of a paper, by source."""
    facts = tables.facts
    rows = connection.execute(select(facts).where(facts.c.paper_id == paper_id).order_by(facts.c.field))
    return {Told(source): statement for source, statement in _gathered((row.source, row) for row in rows)}


def read_all(connection: Connection, tables: Schema, source: Told) -> dict[str, Statement]:
    """Name of a paper -> what `source` says of it, for those of which it says something."""
    facts, papers = tables.facts, tables.papers
    wanted = select(papers.c.name, facts).join_from(facts, papers).where(facts.c.source == str(source))
    return dict(_gathered((row.name, row) for row in connection.execute(wanted.order_by(papers.c.name, facts.c.field))))


def _gathered(rows: Iterable[tuple[str, Row[tuple[object, ...]]]]) -> Iterator[tuple[str, Statement]]:
    """Rows with the key each belongs under -> a statement for each key."""
    found: dict[str, dict[str, Value]] = {}
    origins: dict[str, str] = {}
    for key, row in rows:
        found.setdefault(key, {})[row.field] = _value(row.field, row.value)
        origins[key] = row.origin
    for key, facts in found.items():
        told: Facts = facts
        yield key, Statement(told, origins[key])


def _cell(name: str, value: Value) -> str:
    if isinstance(value, tuple) != (name in LISTS):
        raise TypeError(f"{value!r} does not fit the field {name}")
    return str((write_strings(value) if isinstance(value, tuple) else write_text(value))[0])


def _value(name: str, cell: str) -> Value:
    return read_strings(cell) if name in LISTS else cell
