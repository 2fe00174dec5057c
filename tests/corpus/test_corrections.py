"""Corrections outlive the papers they speak of, keep their numbers, and never lose each other."""

import random
import sqlite3
import subprocess
import sys
import textwrap
import threading
import time
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import LibraryBusyError, LibraryMissingError
from corpus.kept import Kept
from corpus.model import Block, Paper, Source
from corpus.schema import Layer
from corpus.store import Store

LAYERS = [Layer("blocks", Block)]
PAPER = Paper("a.txt", "Some text.", Source("a.txt", "txt", "ab" * 32, "txt 1"))
MERGE = Kept("merge", "Elm", "GPE", "Elms", said_at="2026-01-02T03:04:05Z")
DROP = Kept("not-an-entity", "Minister", "PERSON", None, None, "Minister", "a.txt", "Minister", "the ", " said")


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "library", LAYERS, create=True) as made:
        yield made


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """One store for all examples of a property."""
    with Store.open(tmp_path_factory.mktemp("library"), LAYERS, create=True) as made:
        yield made


def add(store, *new):
    return store.corrections.add(new, beside=store.corrections.kept())


def test_they_come_back_in_the_order_they_were_made_with_their_numbers(store):
    assert add(store, DROP, MERGE) == [1, 2]
    assert add(store, DROP) == [3]
    assert list(store.corrections.kept().items()) == [(1, DROP), (2, MERGE), (3, DROP)]


WORDS = st.text(max_size=12)
MAYBE = st.none() | WORDS


@given(st.lists(st.builds(Kept, WORDS, WORDS, WORDS, *[MAYBE] * 7, WORDS), max_size=4))
def test_any_comes_back_as_it_was(shared, new):
    before = shared.corrections.kept()
    numbers = add(shared, *new)
    assert shared.corrections.kept() == before | dict(zip(numbers, new, strict=True))


def test_they_outlive_papers(store):
    store.put(PAPER, "s1", {})
    add(store, MERGE, DROP)
    store.put(replace(PAPER, text="Other text."), "s2", {})
    store.remove("a.txt")
    assert list(store.corrections.kept().values()) == [MERGE, DROP]


def test_a_number_is_never_given_again(store):
    add(store, MERGE, DROP)
    assert store.corrections.remove(2) == DROP
    assert store.corrections.remove(2) is None
    assert store.corrections.remove(7) is None
    assert add(store, DROP) == [3]
    assert store.corrections.kept() == {1: MERGE, 3: DROP}


def test_each_change_raises_the_data_version_and_what_changes_nothing_does_not(store):
    start = store.data_version()
    add(store, MERGE)
    assert store.data_version() == start + 1
    store.corrections.remove(1)
    assert store.data_version() == start + 2
    store.corrections.remove(1)
    add(store)
    store.corrections.add([DROP], beside=[1])
    assert store.data_version() == start + 2


@pytest.mark.parametrize("beside", [(), (1,), (2,), (1, 2, 3)])
def test_what_was_weighed_against_others_than_are_there_is_not_kept(store, beside):
    add(store, MERGE, DROP)
    assert store.corrections.add([MERGE], beside=beside) is None
    assert len(store.corrections.kept()) == 2
    assert store.corrections.add([MERGE], beside=[2, 1]) == [3]


@pytest.mark.parametrize(
    ("bad", "error"),
    [(replace(MERGE, name="half \ud83d"), UnicodeEncodeError), (replace(MERGE, said_at=3), TypeError)],
)
def test_what_is_no_text_is_refused_and_nothing_of_its_company_kept(store, bad, error):
    with pytest.raises(error):
        add(store, DROP, bad)
    assert store.corrections.kept() == {}


def test_the_table_reads_well(store, tmp_path):
    add(store, MERGE, DROP)
    with closing(sqlite3.connect(tmp_path / "library" / "library.db")) as connection:
        found = connection.execute("SELECT number, change, name, other, paper, quote FROM corrections").fetchall()
    assert found == [
        (1, "merge", "Elm", "Elms", None, None),
        (2, "not-an-entity", "Minister", None, "a.txt", "Minister"),
    ]


def test_of_two_who_weighed_at_the_same_time_one_has_to_weigh_again(store, tmp_path):
    with Store.open(tmp_path / "library", LAYERS) as other:
        seen = other.corrections.kept()
        add(store, MERGE)
        assert other.corrections.add([DROP], beside=seen) is None
        assert add(other, DROP) == [2]
    assert list(store.corrections.kept().values()) == [MERGE, DROP]


def test_a_paper_that_is_being_written_keeps_corrections_waiting_no_longer_than_told(store, tmp_path):
    with (
        closing(sqlite3.connect(tmp_path / "library" / "library.db")) as writer,
        Store.open(tmp_path / "library", LAYERS, patience=0.05) as impatient,
    ):
        writer.execute("BEGIN IMMEDIATE")
        assert impatient.corrections.kept() == {}
        with pytest.raises(LibraryBusyError):
            add(impatient, MERGE)
        writer.rollback()
        assert add(impatient, MERGE) == [1]


def test_a_library_of_an_older_pincite_open_for_reading_only_is_refused(store, tmp_path):
    store.close()
    with closing(sqlite3.connect(tmp_path / "library" / "library.db")) as connection, connection:
        connection.executescript("DROP TABLE corrections; UPDATE library SET value = 2 WHERE key = 'pincite_schema'")
    with pytest.raises(LibraryMissingError, match="open for reading only"):
        Store.open(tmp_path / "library", LAYERS, readonly=True)


ENDLESS = """
    import sys
    from corpus.kept import Kept
    from corpus.model import Block
    from corpus.schema import Layer
    from corpus.store import Store

    with Store.open(sys.argv[1], [Layer("blocks", Block)], create=True) as store:
        print("ready", flush=True)
        for line in sys.stdin:
            if line == "go\\n":
                break
        for step in range(100_000):
            one = Kept("merge", f"{sys.argv[2]} {step}", "ORG", "x" * 3000)
            given = None
            while given is None:
                given = store.corrections.add([one, one], beside=store.corrections.kept())
            print(*given, step, flush=True)
"""


def writing(folder, name):
    command = [sys.executable, "-c", textwrap.dedent(ENDLESS), str(folder), name]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def said(output):
    """Number -> step, for each pair of corrections that a writer said it has kept."""
    lines = [line.split() for line in output.split("\n")[:-1]]
    return {int(number): step for *numbers, step in lines for number in numbers}


def test_two_processes_that_are_killed_lose_nothing_they_have_acknowledged(tmp_path):
    Store.open(tmp_path, LAYERS, create=True).close()
    acknowledged = {}
    for _ in range(3):
        writers = {name: writing(tmp_path, name) for name in ("one", "two")}
        for writer in writers.values():
            assert writer.stdout.readline() == "ready\n"
        for writer in writers.values():
            writer.stdin.write("go\n")
            writer.stdin.flush()
        time.sleep(random.uniform(0.05, 0.4))
        for name, writer in writers.items():
            with writer:
                writer.kill()
                mine = said(writer.stdout.read())
                assert not acknowledged.keys() & mine.keys(), "a number was given twice"
                acknowledged |= {number: f"{name} {step}" for number, step in mine.items()}
    assert acknowledged
    with closing(sqlite3.connect(tmp_path / "library.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    with Store.open(tmp_path, LAYERS) as store:
        kept = {number: each.name for number, each in store.corrections.kept().items()}
    assert acknowledged.items() <= kept.items()
    assert len(kept) % 2 == 0, "half of a pair was kept"


def test_threads_share_one_store(store):
    def work():
        for _ in range(20):
            while add(store, MERGE) is None:
                pass

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert list(store.corrections.kept()) == list(range(1, 81))
