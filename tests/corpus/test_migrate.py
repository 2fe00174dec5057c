"""Libraries of every age: older ones are brought up to date without losing a word, newer ones are refused."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from corpus.errors import LibraryMissingError, StorageError
from corpus.kept import Kept
from corpus.metadata.facts import Statement, Told
from corpus.migrate import MIGRATIONS, Migration, newest
from corpus.model import Block, BlockKind, Marker, Metadata, Page, Paper, Region, Source, Span
from corpus.schema import Layer, schema
from corpus.store import Store

BLOCKS = Layer("blocks", Block)
TEXT = "Coca growing.\r\nSome 48,000 ha\ufeff were found.¹"
PAPER = Paper(
    "coca.txt",
    TEXT,
    Source("papers/coca.txt", "txt", "ab" * 32, "txt 1", "utf-8"),
    (Page(Span(0, 15), "iv"), Page(Span(15, len(TEXT)), None)),
    Metadata("Coca growing", ("A. Ruiz", "B. Ñandú"), "2013-08-02", None, "en"),
)
VERSION_1 = """
CREATE TABLE library ("key" TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL);
INSERT INTO library VALUES ('pincite_schema', '1'), ('revision', '7'), ('layers', '{"old_marks": ["span: span"]}');
CREATE TABLE papers (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE,
    title TEXT, authors TEXT, date TEXT, institution TEXT, language TEXT,
    path TEXT NOT NULL, format TEXT NOT NULL, sha256 TEXT NOT NULL, reader TEXT NOT NULL, encoding TEXT NOT NULL,
    stamp TEXT NOT NULL, added_at TEXT NOT NULL, text TEXT NOT NULL);
CREATE TABLE pages (
    paper_id INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE, n INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, label TEXT, PRIMARY KEY (paper_id, n));
CREATE TABLE vectors (
    paper_id INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE, model TEXT NOT NULL,
    rows INTEGER NOT NULL, dim INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (paper_id, model));
CREATE TABLE old_marks (
    paper_id INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE, n INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, PRIMARY KEY (paper_id, n));
INSERT INTO pages VALUES (3, 0, 0, 15, 'iv'), (3, 1, 15, 43, NULL);
INSERT INTO vectors VALUES (3, 'mini', 1, 1, x'0000803f');
INSERT INTO old_marks VALUES (3, 0, 42, 43);
"""
"""A library as version 1 wrote it. Never change it: libraries like this are out there."""
VERSION_2 = """
CREATE TABLE blocks (
    paper_id INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE, n INTEGER NOT NULL, start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, kind TEXT NOT NULL, level BIGINT NOT NULL, PRIMARY KEY (paper_id, n));
CREATE TABLE facts (
    paper_id INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE, source TEXT NOT NULL, field TEXT NOT NULL,
    value TEXT NOT NULL, origin TEXT NOT NULL, PRIMARY KEY (paper_id, source, field));
CREATE TABLE library ("key" TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE pages (
    paper_id INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE, n INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, label TEXT, PRIMARY KEY (paper_id, n));
CREATE TABLE papers (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, title TEXT, authors TEXT, date TEXT,
    institution TEXT, language TEXT, series TEXT, genre TEXT, path TEXT NOT NULL, format TEXT NOT NULL,
    sha256 TEXT NOT NULL, reader TEXT NOT NULL, encoding TEXT NOT NULL, stamp TEXT NOT NULL, about TEXT NOT NULL,
    added_at TEXT NOT NULL, text TEXT NOT NULL, UNIQUE (name));
CREATE TABLE read_pages (
    paper_id INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE, n INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, label TEXT, PRIMARY KEY (paper_id, n));
CREATE TABLE regions (
    paper_id INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE, n INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, role TEXT NOT NULL, level BIGINT NOT NULL,
    label TEXT NOT NULL, "key" TEXT NOT NULL, PRIMARY KEY (paper_id, n));
CREATE TABLE vectors (
    paper_id INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE, model TEXT NOT NULL,
    rows INTEGER NOT NULL, dim INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (paper_id, model));
INSERT INTO blocks VALUES (1, 0, 0, 13, 'title', 0);
INSERT INTO facts VALUES
    (1, 'paper', 'title', 'Coca growing', ''), (1, 'paper', 'authors', '["A. Ruiz","B. Ñandú"]', ''),
    (1, 'paper', 'date', '2013-08-02', ''), (1, 'paper', 'language', 'en', ''), (1, 'set', 'series', 'Fields 4', '');
INSERT INTO library VALUES ('pincite_schema', '2'), ('revision', '2');
INSERT INTO pages VALUES (1, 0, 0, 15, 'iv'), (1, 1, 15, 43, NULL);
INSERT INTO read_pages VALUES (1, 0, 0, 15, 'iv'), (1, 1, 15, 43, NULL);
INSERT INTO vectors VALUES (1, 'mini', 1, 1, x'0000803f');
"""
"""A library as version 2 wrote it, likewise."""


@pytest.fixture
def old(tmp_path):
    """A folder with a library of version 1."""
    row = ("coca.txt", "Coca growing", '["A. Ruiz","B. Ñandú"]', "2013-08-02", None, "en", "papers/coca.txt", "txt")
    row += ("ab" * 32, "txt 1", "utf-8", "stamp 1", "2026-01-02T03:04:05Z", TEXT)
    with closing(sqlite3.connect(tmp_path / "library.db")) as connection, connection:
        connection.executescript(VERSION_1)
        connection.execute(f"INSERT INTO papers VALUES (3, {', '.join('?' * len(row))})", row)
    return tmp_path


@pytest.fixture
def second(tmp_path):
    """A folder with a library of version 2, whose layers are those of today."""
    row = (1, "coca.txt", "Coca growing", '["A. Ruiz","B. Ñandú"]', "2013-08-02", None, "en", "Fields 4", None)
    row += ("papers/coca.txt", "txt", "ab" * 32, "txt 1", "utf-8", "stamp 2", "e77cf4d7aa080e8b")
    row += ("2026-01-02T03:04:05Z", TEXT)
    with closing(sqlite3.connect(tmp_path / "library.db")) as connection, connection:
        connection.executescript(VERSION_2)
        connection.execute(f"INSERT INTO papers VALUES ({', '.join('?' * len(row))})", row)
        connection.execute("INSERT INTO library VALUES ('layers', ?)", (schema([BLOCKS]).signature(),))
    return tmp_path


def rows(folder, query):
    with closing(sqlite3.connect(folder / "library.db")) as connection:
        return connection.execute(query).fetchall()


def dump(folder):
    with closing(sqlite3.connect(folder / "library.db")) as connection:
        return list(connection.iterdump())


def add_doi(connection):
    connection.exec_driver_sql("ALTER TABLE papers ADD COLUMN doi TEXT")
    connection.exec_driver_sql("UPDATE papers SET doi = '10.1/' || name")


def build_papers_again(connection):
    """What SQLite asks for when a column has to change: a new table in the old one's place."""
    connection.exec_driver_sql("CREATE TABLE new_papers AS SELECT * FROM papers")
    connection.exec_driver_sql("DROP TABLE papers")
    connection.exec_driver_sql("ALTER TABLE new_papers RENAME TO papers")
    connection.exec_driver_sql("CREATE UNIQUE INDEX papers_id ON papers (id)")


def lose_papers(connection):
    connection.exec_driver_sql("DELETE FROM papers")


def break_off(connection):
    add_doi(connection)
    raise OSError("struck by lightning")


def test_a_library_of_version_1_is_still_read_word_for_word(old):
    with Store.open(old, [BLOCKS]) as store:
        assert store.paper("coca.txt") == PAPER
        assert store.held()["coca.txt"].added_at == "2026-01-02T03:04:05Z"


def tables(folder):
    """Table -> its columns, and what else each promises, as SQLite understands it."""
    found = {}
    for (name,) in rows(folder, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"):
        columns = rows(folder, f"SELECT name, type, \"notnull\", pk FROM pragma_table_info('{name}')")
        keys = rows(folder, f'SELECT "table", "from", "to", on_delete FROM pragma_foreign_key_list(\'{name}\')')
        unique = rows(folder, f"SELECT \"unique\", origin FROM pragma_index_list('{name}')")
        found[name] = (columns, keys, sorted(unique))
    return found


@pytest.mark.parametrize("version", ["old", "second"])
def test_an_older_library_becomes_what_a_new_one_is(version, request, tmp_path_factory):
    older, new = request.getfixturevalue(version), tmp_path_factory.mktemp("new")
    Store.open(older, [BLOCKS]).close()
    Store.open(new, [BLOCKS], create=True).close()
    assert tables(older) == tables(new)


def test_a_library_of_version_2_keeps_all_it_has_and_takes_corrections(second):
    with Store.open(second, [BLOCKS]) as store:
        assert store.paper("coca.txt") == replace(PAPER, metadata=replace(PAPER.metadata, series="Fields 4"))
        assert store.records("coca.txt", Block) == [Block(Span(0, 13), BlockKind.TITLE)]
        assert [name for name, _ in store.vectors("mini")] == ["coca.txt"]
        assert store.held()["coca.txt"].stamp == "stamp 2", "nothing has to be analysed anew"
        assert store.said("coca.txt")[Told.SET] == Statement({"series": "Fields 4"})
        assert store.data_version() == 2
        assert store.corrections.kept() == {}
        kept = Kept("merge", "Elm", "GPE", "Elms")
        assert store.corrections.add([kept], beside=()) == [1]
    with Store.open(second, [BLOCKS]) as store:
        assert store.corrections.kept() == {1: kept}


def test_a_library_of_version_1_keeps_what_its_papers_said_as_their_own_word(old):
    with Store.open(old, [BLOCKS]) as store:
        own = {"title": "Coca growing", "authors": ("A. Ruiz", "B. Ñandú"), "date": "2013-08-02", "language": "en"}
        assert store.said("coca.txt") == {Told.PAPER: Statement(own)}
        store.state("coca.txt", Told.SET, Statement({"title": "Another"}))
        assert store.paper("coca.txt").metadata.title == "Another"
        store.state("coca.txt", Told.SET, Statement({}))
        assert store.paper("coca.txt") == PAPER
        read = replace(PAPER, metadata=Metadata())
        assert store.as_read("coca.txt") == read, "its metadata are to be understood anew from its words"


def test_a_number_of_version_1_is_never_given_again(old):
    with closing(sqlite3.connect(old / "library.db")) as connection, connection:
        connection.execute("UPDATE sqlite_sequence SET seq = 8 WHERE name = 'papers'")
    with Store.open(old, [BLOCKS]) as store:
        store.put(Paper("new.txt", "x", PAPER.source, regions=(Region(Span(0, 1), "title"),)), "s", {})
    assert rows(old, "SELECT id FROM papers ORDER BY id") == [(3,), (9,)]


def test_layers_that_have_changed_are_made_anew_and_their_papers_become_stale(old):
    with Store.open(old, [BLOCKS]) as store:
        assert store.held()["coca.txt"].stamp == ""
        assert store.records("coca.txt", Block) == []
        assert list(store.vectors("mini")) == []
        store.put(PAPER, "stamp 2", {Block: [Block(Span(0, 13), BlockKind.TITLE)]})
    assert rows(old, "SELECT name FROM sqlite_schema WHERE name = 'old_marks'") == []
    with Store.open(old, [BLOCKS]) as store:
        assert store.held()["coca.txt"].stamp == "stamp 2", "nothing has changed since: nothing is stale"
        assert store.count(Block) == 1
    with Store.open(old, [BLOCKS, Layer("markers", Marker)]) as store:
        assert store.held()["coca.txt"].stamp == ""
        assert store.paper("coca.txt") == PAPER


def test_migrations_run_in_order_and_only_those_that_are_due(old):
    seen = []

    def step(name):
        return Migration(name, lambda connection: seen.append((name, connection.in_transaction())))

    steps = [step("1 to 2"), step("2 to 3")]
    Store.open(old, [BLOCKS], migrations=steps[:1]).close()
    assert seen == [("1 to 2", True)]
    Store.open(old, [BLOCKS], migrations=steps).close()
    Store.open(old, [BLOCKS], migrations=steps).close()
    assert seen == [("1 to 2", True), ("2 to 3", True)]
    assert rows(old, "SELECT value FROM library WHERE key = 'pincite_schema'") == [("3",)]


def test_a_migration_changes_the_truth_tables_and_keeps_their_rows(old):
    steps = [
        *MIGRATIONS,
        Migration("papers have a DOI", add_doi),
        Migration("papers are built again", build_papers_again),
    ]
    with Store.open(old, [BLOCKS], migrations=steps) as store:
        assert store.paper("coca.txt") == PAPER, "and its pages, though the table they hang on was dropped"
    assert rows(old, "SELECT id, doi FROM papers") == [(3, "10.1/coca.txt")]


@pytest.mark.parametrize(("last", "error"), [(break_off, OSError), (lose_papers, StorageError)])
def test_a_migration_that_fails_changes_nothing(old, last, error):
    before = dump(old)
    with pytest.raises(error):
        Store.open(old, [BLOCKS], migrations=[Migration("fine", lambda _: None), Migration("bad", last)])
    assert dump(old) == before


def test_a_library_from_a_newer_pincite_is_refused_and_left_alone(old):
    Store.open(old, [BLOCKS], migrations=[*MIGRATIONS, Migration("of tomorrow", add_doi)]).close()
    before = dump(old)
    version = newest() + 1
    with pytest.raises(
        LibraryMissingError, match=rf"written by a newer pincite .*version is {version}.* update pincite"
    ):
        Store.open(old, [BLOCKS], create=True)
    assert dump(old) == before


def test_an_older_library_open_for_reading_only_is_refused_and_left_alone(old):
    before = dump(old)
    with pytest.raises(LibraryMissingError, match="`pincite add` brings it up to date"):
        Store.open(old, [BLOCKS], readonly=True)
    assert dump(old) == before


def test_a_new_library_is_of_the_newest_version(tmp_path):
    Store.open(tmp_path, [BLOCKS], create=True).close()
    assert newest(MIGRATIONS) == 1 + len(MIGRATIONS)
    assert rows(tmp_path, "SELECT value FROM library WHERE key = 'pincite_schema'") == [(str(newest()),)]


def test_the_truth_tables_are_those_of_this_version(tmp_path):
    """Whoever changes them writes a migration, and changes this list with it."""
    Store.open(tmp_path, [], create=True).close()
    query = "SELECT m.name, group_concat(c.name) FROM sqlite_schema m, pragma_table_info(m.name) c "
    assert dict(
        rows(
            tmp_path,
            query + "WHERE m.name IN ('library', 'papers', 'pages', 'read_pages', 'regions', 'facts', 'corrections', "
            "'quotations') "
            "GROUP BY m.name",
        )
    ) == {
        "library": "key,value",
        "papers": "id,name,title,authors,date,institution,language,series,genre,path,format,sha256,reader,encoding,"
        "stamp,about,added_at,text",
        "pages": "paper_id,n,start,end,label",
        "read_pages": "paper_id,n,start,end,label",
        "regions": "paper_id,n,start,end,role,level,label,key",
        "facts": "paper_id,source,field,value,origin",
        "corrections": "number,change,name,label,other,other_label,form,paper,quote,prefix,suffix,said_at",
        "quotations": "number,place,paper,key,spans,quote,prefix,suffix,paragraph,page,note,section,remark,"
        "tags,picked_at",
    }
