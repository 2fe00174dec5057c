"""Word vectors are kept a passage at a time, follow their paper, and are read singly."""

import numpy as np
import pytest

from corpus.metadata.facts import Statement, Told
from corpus.model import Paper, Source
from corpus.store import Store, Vectors

ONES = np.ones((3, 4), dtype=np.float32)


def paper(name):
    return Paper(name, f"{name} says so.", Source(name, "txt", name, "txt 1"))


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path, [], create=True) as opened:
        yield opened


def test_cells_come_back_singly(store):
    store.put(paper("a"), "s", {}, Vectors("mini", ONES, [b"zero", b"one", b"two"]))
    store.put(paper("b"), "s", {}, Vectors("mini", ONES, [b"", b"b one", b"b two"]))
    found = store.words.cells("mini", {"a": [2, 0], "b": [0, 7], "nobody": [0]})
    assert found == {("a", 2): b"two", ("a", 0): b"zero", ("b", 0): b""}
    assert store.words.cells("other", {"a": [0]}) == {}
    assert store.words.cells("mini", {}) == {}
    assert store.words.cells("mini", {"nobody": [0]}) == {}


def test_a_paper_without_cells_is_not_among_those_that_have_them(store):
    store.put(paper("a"), "s", {}, Vectors("mini", ONES, [b"0", b"1", b"2"]))
    store.put(paper("b"), "s", {}, Vectors("mini", ONES))
    store.put(paper("c"), "s", {})
    assert store.words.papers("mini") == {"a"}
    assert store.words.papers("other") == set()


def test_cells_are_replaced_and_go_with_their_paper(store):
    store.put(paper("a"), "s", {}, Vectors("mini", ONES, [b"0", b"1", b"2"]))
    store.put(paper("a"), "s", {}, Vectors("mini", ONES[:1], [b"new"]))
    assert store.words.cells("mini", {"a": [0, 1]}) == {("a", 0): b"new"}
    store.put_vectors(store.held()["a"], Vectors("other", ONES[:1], [b"other"]))
    assert store.words.cells("mini", {"a": [0]}) == {("a", 0): b"new"}, "those of another model stay"
    store.state("a", Told.SET, Statement({"title": "New"}), Vectors("other", ONES[:1]))
    assert store.words.papers("mini") == store.words.papers("other") == set(), "made under the old title"
    store.put(paper("a"), "s", {}, Vectors("mini", ONES, [b"0", b"1", b"2"]))
    store.remove("a")
    assert store.words.papers("mini") == set()


def test_a_basis_is_kept_for_each_model(store):
    assert store.words.basis("mini") is None
    store.words.keep_basis("mini", b"first")
    store.words.keep_basis("other", b"another")
    store.words.keep_basis("mini", b"second")
    assert store.words.basis("mini") == b"second"
    assert store.words.basis("other") == b"another"
