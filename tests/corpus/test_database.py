"""A library that is missing, foreign, damaged, busy, shut or out of space is told of, and never harmed."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import textwrap
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from corpus.errors import LibraryBusyError, LibraryMissingError, StorageError
from corpus.model import Block, BlockKind, Paper, Source, Span
from corpus.schema import Layer
from corpus.store import Store

LAYERS = [Layer("blocks", Block)]
PAPER = Paper("a.txt", "Some text.", Source("a.txt", "txt", "ab" * 32, "txt 1"))
WRITER = """
    import sys
    import numpy as np
    from corpus.errors import StorageError
    from corpus.model import Block, BlockKind, Paper, Source, Span
    from corpus.schema import Layer
    from corpus.store import Store, Vectors

    def put(store, name, revision):
        '''Everything that belongs to a revision says its number.'''
        source = Source(name, "txt", str(revision), "txt 1")
        paper = Paper(name, f"{revision} " * 3000, source)
        blocks = [Block(Span(revision, revision + 1), BlockKind.PARAGRAPH)] * (100 + revision % 50)
        matrix = np.full((20, 64), revision, dtype=np.float32)
        store.put(paper, str(revision), {Block: blocks}, Vectors("mini", matrix))
        print(name, revision, flush=True)
"""
"""The start of a program that writes, and prints a line for each paper that is kept."""


def program(body):
    """The command that runs WRITER and then `body`; the library's folder is its only argument."""
    return [sys.executable, "-c", textwrap.dedent(WRITER) + textwrap.dedent(body)]


def check_whole(folder, acknowledged):
    """Nothing is damaged; every paper is of one revision throughout, the last acknowledged one or a later one."""
    with closing(sqlite3.connect(folder / "library.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    with Store.open(folder, LAYERS) as store:
        held = store.held()
        assert acknowledged.keys() <= held.keys()
        matrices = dict(store.vectors("mini"))
        for name, each in held.items():
            revision = int(each.stamp)
            assert revision >= acknowledged.get(name, 0)
            assert each.sha256 == each.stamp
            assert store.paper(name).text == f"{revision} " * 3000
            block = Block(Span(revision, revision + 1), BlockKind.PARAGRAPH)
            assert store.records(name, Block) == [block] * (100 + revision % 50)
            assert matrices[name].shape == (20, 64)
            assert (matrices[name] == revision).all()


def acknowledged_in(output):
    """Name -> the last revision that the writer said it has kept; a line cut short was never said."""
    lines = output.split("\n")[:-1]
    return {name: int(revision) for name, revision in (line.split() for line in lines if line.count(" ") == 1)}


def test_a_writer_killed_at_any_moment_loses_nothing_it_has_acknowledged(tmp_path):
    endless = """
    print("ready", flush=True)
    start = int(sys.stdin.readline())
    with Store.open(sys.argv[1], [Layer("blocks", Block)], create=True) as store:
        for revision in range(start, start + 100_000):
            put(store, f"paper-{revision % 5}", revision)
    """
    command = [*program(endless), str(tmp_path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    writers = [subprocess.Popen(command, **pipes) for _ in range(6)]
    acknowledged = {}
    for number, writer in enumerate(writers):
        with writer:
            assert writer.stdout.readline() == "ready\n"
            writer.stdin.write(f"{100_000 * number}\n")
            writer.stdin.flush()
            time.sleep(random.uniform(0.02, 0.5))
            writer.kill()
            acknowledged |= acknowledged_in(writer.stdout.read())
        if acknowledged:
            check_whole(tmp_path, acknowledged)
    assert acknowledged


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
def test_a_full_disk_loses_nothing_and_writing_goes_on_when_there_is_room(tmp_path):
    until_full = """
    import resource
    with Store.open(sys.argv[1], [Layer("blocks", Block)], create=True) as store:
        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, hard))
        put(store, "first", 1)
        try:
            for revision in range(2, 10_000):
                put(store, f"paper-{revision}", revision)
        except StorageError as error:
            print(error, flush=True)
        try:
            put(store, "first", 10_000)
        except StorageError as error:
            print(error, flush=True)
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        put(store, "last", 10_001)
    """
    done = subprocess.run([*program(until_full), str(tmp_path)], capture_output=True, text=True, check=True)
    complaints = [line for line in done.stdout.splitlines() if "The disk would not take" in line]
    assert complaints
    assert all(str(tmp_path) in line and "nothing was changed" in line for line in complaints)
    acknowledged = acknowledged_in(done.stdout)
    assert {"first", "last"} <= acknowledged.keys()
    check_whole(tmp_path, acknowledged)


def test_a_library_is_found_by_its_folder_its_file_or_a_url(tmp_path, monkeypatch):
    folder = tmp_path / "50% off? #1" / "my library"
    with Store.open(folder, LAYERS, create=True) as store:
        store.put(PAPER, "s1", {})
    assert (folder / "library.db").is_file()
    monkeypatch.chdir(folder)
    for place in (folder, str(folder), folder / "library.db", ".", "library.db"):
        with Store.open(place, LAYERS) as store:
            assert list(store.held()) == ["a.txt"], place
    shutil.copy("library.db", tmp_path / "copy.sqlite3")
    for place in (tmp_path / "copy.sqlite3", f"sqlite:///{tmp_path}/copy.sqlite3"):
        with Store.open(place, LAYERS) as store:
            assert list(store.held()) == ["a.txt"], place


def test_a_library_in_memory_is_refused():
    with pytest.raises(LibraryMissingError, match="A library needs a file"):
        Store.open("sqlite://", LAYERS, create=True)


@pytest.mark.parametrize("name", ["nowhere", "nowhere/at/all", "nowhere.db"])
def test_a_missing_library_is_named_and_not_made(tmp_path, name):
    for readonly in (False, True):
        with pytest.raises(LibraryMissingError, match=r"no library at .*nowhere.*`pincite add` makes one"):
            Store.open(tmp_path / name, LAYERS, readonly=readonly)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_a_library_that_was_never_made(tmp_path):
    """Such a file is left by a process that was killed at the very start."""
    (tmp_path / "library.db").touch()
    with pytest.raises(LibraryMissingError, match="There is no library in"):
        Store.open(tmp_path, LAYERS)
    with pytest.raises(LibraryMissingError, match="There is no library in"):
        Store.open(tmp_path, LAYERS, create=True, readonly=True)
    Store.open(tmp_path, LAYERS, create=True).close()
    Store.open(tmp_path, LAYERS).close()


@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TABLE notes (id)",
        "CREATE TABLE library (id); CREATE TABLE papers (id)",
        "CREATE TABLE papers (i); CREATE TABLE library (key, value); INSERT INTO library VALUES ('pincite_schema', '')",
    ],
)
def test_another_programs_database_is_refused_and_left_alone(tmp_path, create, sql):
    path = tmp_path / "library.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(sql)
    before = path.read_bytes()
    with pytest.raises(LibraryMissingError, match=r"library\.db is a database, but not a pincite library"):
        Store.open(tmp_path, LAYERS, create=create)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("create", [False, True])
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path, create):
    path = tmp_path / "paper.txt"
    path.write_text("Some policy paper. " * 100, encoding="utf-8")
    with pytest.raises(LibraryMissingError, match=r"paper\.txt is no pincite library"):
        Store.open(path, LAYERS, create=create)
    assert path.read_text(encoding="utf-8") == "Some policy paper. " * 100


def test_a_damaged_library_is_told_of(tmp_path):
    with Store.open(tmp_path, LAYERS, create=True) as store:
        store.put(PAPER, "s1", {Block: [Block(Span(0, 4), BlockKind.TITLE)] * 2000})
    with (tmp_path / "library.db").open("r+b") as file:
        rest = file.seek(0, os.SEEK_END) - 4096
        file.seek(4096)
        file.write(b"\xff" * rest)
    with pytest.raises(LibraryMissingError, match="is damaged"):
        Store.open(tmp_path, LAYERS)


def test_a_second_writer_waits_and_then_says_that_it_is_busy(tmp_path):
    with Store.open(tmp_path, LAYERS, create=True, patience=0.05) as store:
        store.put(PAPER, "s1", {})
        with closing(sqlite3.connect(tmp_path / "library.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(LibraryBusyError, match=r"Another process is writing to .*library\.db: wait"):
                store.put(PAPER, "s2", {})
            with Store.open(tmp_path, LAYERS, readonly=True) as reader:
                assert reader.held()["a.txt"].stamp == "s1", "readers need not wait"
            other.execute("ROLLBACK")
        store.put(PAPER, "s3", {})
        assert store.held()["a.txt"].stamp == "s3"


def test_a_library_open_for_reading_only_takes_nothing(tmp_path):
    with Store.open(tmp_path, LAYERS, create=True) as store:
        store.put(PAPER, "s1", {})
    with Store.open(tmp_path, LAYERS, readonly=True) as store:
        with pytest.raises(StorageError, match="cannot be opened or written here"):
            store.put(PAPER, "s2", {})
        assert store.held()["a.txt"].stamp == "s1"


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(StorageError, match=r"file/library/library\.db cannot be opened or written here"):
        Store.open(tmp_path / "file" / "library", LAYERS, create=True)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is shut for this user")
def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    Store.open(tmp_path / "shut", LAYERS, create=True).close()
    (tmp_path / "empty").mkdir()
    for folder in (tmp_path / "shut", tmp_path / "empty"):
        for each in (*folder.iterdir(), folder):
            each.chmod(0o500 if each.is_dir() else 0o400)
    try:
        with pytest.raises(StorageError, match=r"empty.*cannot be opened or written here"):
            Store.open(tmp_path / "empty", LAYERS, create=True)
        with pytest.raises(StorageError, match=r"shut.*cannot be opened or written here"):
            Store.open(tmp_path / "shut", LAYERS)
    finally:
        for folder in (tmp_path / "shut", tmp_path / "empty"):
            folder.chmod(0o700)


def test_several_may_make_the_same_library_at_once(tmp_path):
    problems, start = [], threading.Barrier(4)

    def make(number):
        start.wait()
        try:
            with Store.open(tmp_path / "library", LAYERS, create=True) as store:
                store.put(Paper(f"{number}.txt", "Text.", PAPER.source), "s1", {})
        except (LibraryMissingError, LibraryBusyError, StorageError) as error:
            problems.append(error)

    threads = [threading.Thread(target=make, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    with Store.open(tmp_path / "library", LAYERS) as store:
        assert len(store.held()) == 4


def test_nothing_is_left_open(tmp_path):
    """A closed library's file can be moved, and is all there is."""
    with Store.open(tmp_path, LAYERS, create=True) as store:
        store.put(PAPER, "s1", {})
        abandoned = store.each(Block)
        next(abandoned, None)
        del abandoned
    assert [path.name for path in Path(tmp_path).iterdir()] == ["library.db"]
