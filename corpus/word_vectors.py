"""What a model makes of the single words of passages, as kept in the store: a cell for each passage, read singly.

What is in a cell is nobody's business here; `nlp.find.late` packs and reads them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import and_, delete, insert, or_, select

from corpus.database import Database
from corpus.schema import Schema


class WordVectors:
    """The cells of a library, and what each model packs them by. They are written with the papers, by `Store.put`."""

    def __init__(self, database: Database, tables: Schema) -> None:
        self._database = database
        self._tables = tables

    def papers(self, model: str) -> set[str]:
        """The papers of which the cells of `model` are kept."""
        papers, table = self._tables.papers, self._tables.word_vectors
        some = select(table.c.paper_id).where(table.c.paper_id == papers.c.id, table.c.model == model)
        with self._database.reading() as connection:
            return set(connection.scalars(select(papers.c.name).where(some.exists())))

    def cells(self, model: str, wanted: Mapping[str, Sequence[int]]) -> dict[tuple[str, int], bytes]:
        """(Paper, number of the passage) -> its cell, for those of `wanted` that are kept."""
        if not wanted:
            return {}
        papers, table = self._tables.papers, self._tables.word_vectors
        with self._database.reading() as connection:
            names = select(papers.c.name, papers.c.id).where(papers.c.name.in_(wanted))
            known = {number: name for name, number in connection.execute(names)}
            if not known:
                return {}
            each = [and_(table.c.paper_id == at, table.c.n.in_(wanted[name])) for at, name in known.items()]
            cells = select(table.c.paper_id, table.c.n, table.c.data).where(table.c.model == model, or_(*each))
            return {(known[at], n): bytes(data) for at, n, data in connection.execute(cells)}

    def basis(self, model: str) -> bytes | None:
        """What the cells of `model` are packed by; None when nothing was packed yet."""
        bases = self._tables.bases
        with self._database.reading() as connection:
            found = connection.scalar(select(bases.c.data).where(bases.c.model == model))
        return None if found is None else bytes(found)

    def keep_basis(self, model: str, data: bytes) -> None:
        """Keep what the cells of `model` are packed by from now on."""
        bases = self._tables.bases
        with self._database.writing() as connection:
            connection.execute(delete(bases).where(bases.c.model == model))
            connection.execute(insert(bases).values(model=model, data=data))
