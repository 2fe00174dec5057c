"""A library file of any age -> one this version can use, or a sentence that says why not. In one transaction.

The truth (`papers`, `pages`, `corrections` ...) is carried over by migrations. Everything else is derived from it: when
what a layer promises has changed, those tables are made anew and every paper gets an empty stamp, to be redone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from sqlalchemy import URL, Connection, MetaData, Table, delete, insert, inspect, select, update

from corpus.database import Database, locate
from corpus.errors import LibraryMissingError, StorageError
from corpus.schema import Schema

SCHEMA_KEY = "pincite_schema"
LAYERS_KEY = "layers"
REVISION_KEY = "revision"


@dataclass(frozen=True, slots=True)
class Migration:
    """One step from a version of the truth tables to the next. `apply` runs without foreign key checks."""

    what: str
    apply: Callable[[Connection], None]


VERSION_2 = (
    """CREATE TABLE new_papers (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE,
    title TEXT, authors TEXT, date TEXT, institution TEXT, language TEXT, series TEXT, genre TEXT,
    path TEXT NOT NULL, format TEXT NOT NULL, sha256 TEXT NOT NULL, reader TEXT NOT NULL, encoding TEXT NOT NULL,
    stamp TEXT NOT NULL, about TEXT NOT NULL, added_at TEXT NOT NULL, text TEXT NOT NULL)""",
    """INSERT INTO new_papers SELECT id, name, title, authors, date, institution, language, NULL, NULL,
    path, format, sha256, reader, encoding, stamp, '', added_at, text FROM papers""",
    # a number once given is never given again, even when its paper has gone
    """INSERT INTO sqlite_sequence SELECT 'new_papers', 0
    WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'new_papers')""",
    """UPDATE sqlite_sequence SET seq = coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'papers'), 0)
    WHERE name = 'new_papers'""",
    "DROP TABLE papers",
    "ALTER TABLE new_papers RENAME TO papers",
    """CREATE TABLE read_pages (
    paper_id INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE, n INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, label TEXT, PRIMARY KEY (paper_id, n))""",
    'INSERT INTO read_pages SELECT paper_id, n, start, "end", label FROM pages',
    """CREATE TABLE regions (
    paper_id INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE, n INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, role TEXT NOT NULL, level BIGINT NOT NULL,
    label TEXT NOT NULL, "key" TEXT NOT NULL, PRIMARY KEY (paper_id, n))""",
    """CREATE TABLE facts (
    paper_id INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE, source TEXT NOT NULL, field TEXT NOT NULL,
    value TEXT NOT NULL, origin TEXT NOT NULL, PRIMARY KEY (paper_id, source, field))""",
    *(
        f"INSERT INTO facts SELECT id, 'paper', '{field}', {field}, '' FROM papers WHERE {field} NOT IN ('', '[]')"  # noqa: S608 - ours
        for field in ("title", "authors", "date", "institution", "language")
    ),
)
"""Readers' regions and what each source says of a paper are kept; `text` stays the last column of `papers`."""


VERSION_3 = (
    """CREATE TABLE corrections (
    number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, change TEXT NOT NULL, name TEXT NOT NULL, label TEXT NOT NULL,
    other TEXT, other_label TEXT, form TEXT, paper TEXT, quote TEXT, prefix TEXT, suffix TEXT,
    said_at TEXT NOT NULL)""",
)
"""What users know better than the taggers."""


VERSION_4 = (
    """CREATE TABLE word_vectors (
    paper_id INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE, model TEXT NOT NULL, n INTEGER NOT NULL,
    data BLOB NOT NULL, PRIMARY KEY (paper_id, model, n))""",
    "CREATE TABLE bases (model TEXT NOT NULL PRIMARY KEY, data BLOB NOT NULL)",
)
"""What a model makes of the single words of passages."""


VERSION_5 = (
    """CREATE TABLE quotations (
    number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, place INTEGER NOT NULL, paper TEXT NOT NULL,
    "key" TEXT NOT NULL, spans TEXT NOT NULL, quote TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,
    paragraph INTEGER, page TEXT, note TEXT, section TEXT, remark TEXT NOT NULL, tags TEXT NOT NULL,
    picked_at TEXT NOT NULL)""",
)
"""What readers picked, and their own words on it."""


def _run(*statements: str) -> Callable[[Connection], None]:
    def apply(connection: Connection) -> None:
        for statement in statements:
            connection.exec_driver_sql(statement)

    return apply


MIGRATIONS: tuple[Migration, ...] = (
    Migration("regions, series, genre and who said what", _run(*VERSION_2)),
    Migration("corrections", _run(*VERSION_3)),
    Migration("word vectors", _run(*VERSION_4)),
    Migration("quotations", _run(*VERSION_5)),
)
"""In order, never changed once released: the first leads from version 1 to 2, the second to 3, and so on."""


class Standing(Enum):
    """What a file is to this version of pincite."""

    EMPTY = "nothing in it yet"
    CURRENT = "ready"
    OLDER = "has to be brought up to date"


def newest(migrations: Sequence[Migration] = MIGRATIONS) -> int:
    """The version that `migrations` lead to."""
    return 1 + len(migrations)


def standing(connection: Connection, schema: Schema, migrations: Sequence[Migration], where: str) -> Standing:
    """What the database at `where` is. Raises LibraryMissingError if it is not ours or newer than this pincite."""
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return Standing.EMPTY
    kept = _kept(connection, schema) if {"library", "papers"} <= tables else {}
    version = kept.get(SCHEMA_KEY, "")
    if not version.isdigit():
        raise LibraryMissingError(f"{where} is a database, but not a pincite library: name another place for it.")
    if int(version) > newest(migrations):
        raise LibraryMissingError(
            f"The library {where} was written by a newer pincite (its version is {version}, this one reads up to "
            f"{newest(migrations)}): update pincite, or name another library."
        )
    ready = int(version) == newest(migrations) and kept.get(LAYERS_KEY) == schema.signature()
    return Standing.CURRENT if ready else Standing.OLDER


def prepare(connection: Connection, schema: Schema, migrations: Sequence[Migration], where: str) -> None:
    """Create the tables, or bring older ones up to date, inside the caller's transaction.

    Foreign keys must not be enforced on `connection`: to drop a table would take along what hangs on it.
    """
    found = standing(connection, schema, migrations, where)
    if found is Standing.EMPTY:
        schema.metadata.create_all(connection)
        start = {SCHEMA_KEY: str(newest(migrations)), LAYERS_KEY: schema.signature(), REVISION_KEY: "0"}
        connection.execute(insert(schema.library), [{"key": key, "value": value} for key, value in start.items()])
    elif found is Standing.OLDER:
        _upgrade(connection, schema, migrations)
        _check(connection, where)


def open_database(
    place: str | Path,
    schema: Schema,
    migrations: Sequence[Migration] = MIGRATIONS,
    *,
    create: bool,
    readonly: bool,
    patience: float,
) -> Database:
    """The library's database at `place`, ready for use; see `Store.open`. The caller closes it."""
    url = locate(place, create=create)
    pragmas = ("foreign_keys=ON", "synchronous=NORMAL", *(["query_only=ON"] if readonly else []))
    database = Database(url, patience=patience, pragmas=pragmas)
    try:
        with database.reading() as connection:
            found = standing(connection, schema, migrations, database.where)
        _demand(found, database.where, create=create, readonly=readonly)
        if found is not Standing.CURRENT:
            _make_ready(url, schema, migrations, patience)
    except BaseException:
        database.close()
        raise
    return database


def _demand(found: Standing, where: str, *, create: bool, readonly: bool) -> None:
    """Raises LibraryMissingError when what was found must not be made ready."""
    if found is Standing.EMPTY and not create:
        raise LibraryMissingError(f"There is no library in {where}: `pincite add` makes one.")
    if found is Standing.OLDER and readonly:
        raise LibraryMissingError(
            f"The library {where} was made by another version of pincite and is open for reading only: "
            "`pincite add` brings it up to date."
        )


def _make_ready(url: URL, schema: Schema, migrations: Sequence[Migration], patience: float) -> None:
    """Run `prepare` on a connection of its own. WAL, which stays with the file, lets readers in beside a writer."""
    builder = Database(url, patience=patience, pragmas=("foreign_keys=OFF", "journal_mode=WAL"))
    try:
        with builder.writing() as connection:
            prepare(connection, schema, migrations, builder.where)
    finally:
        builder.close()


def _upgrade(connection: Connection, schema: Schema, migrations: Sequence[Migration]) -> None:
    """Run the migrations that are due, then make the derived tables anew if they are not as promised."""
    kept = _kept(connection, schema)
    for migration in migrations[int(kept[SCHEMA_KEY]) - 1 :]:
        migration.apply(connection)
    _set(connection, schema, SCHEMA_KEY, str(newest(migrations)))
    if kept.get(LAYERS_KEY) == schema.signature():
        return
    derived = {table.name for table in (*schema.layers.values(), schema.vectors, schema.word_vectors)}
    for name in sorted(derived | set(json.loads(kept.get(LAYERS_KEY, "{}")))):
        Table(name, MetaData()).drop(connection, checkfirst=True)
    schema.metadata.create_all(connection)
    connection.execute(update(schema.papers).values(stamp=""))
    _set(connection, schema, LAYERS_KEY, schema.signature())


def _check(connection: Connection, where: str) -> None:
    """Raises StorageError if a migration left rows without their paper; the caller then rolls it all back."""
    sqlite = connection.dialect.name == "sqlite"
    if sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise StorageError(f"The library {where} could not be brought up to date; it is as it was before.")


def _kept(connection: Connection, schema: Schema) -> dict[str, str]:
    """Key -> value of the table `library`; empty if that table is somebody else's."""
    columns = {column["name"] for column in inspect(connection).get_columns(schema.library.name)}
    if not {"key", "value"} <= columns:
        return {}
    return {
        str(key): str(value) for key, value in connection.execute(select(schema.library.c.key, schema.library.c.value))
    }


def _set(connection: Connection, schema: Schema, key: str, value: str) -> None:
    """Keep one value in the table `library`."""
    connection.execute(delete(schema.library).where(schema.library.c.key == key))
    connection.execute(insert(schema.library).values(key=key, value=value))
