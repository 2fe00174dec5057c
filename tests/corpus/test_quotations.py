"""What readers picked comes back as it was, in their order, and outlives its papers; a number is given once."""

import threading
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.kept import Picked
from corpus.model import Block, Paper, Source, Span
from corpus.schema import Layer
from corpus.store import Store

LAYERS = [Layer("blocks", Block)]
PAPER = Paper("a.txt", "Some text.", Source("a.txt", "txt", "ab" * 32, "txt 1"))
SOME = Picked("a.txt", "roe2001", (Span(0, 4),), "Some", "", " text", picked_at="2026-01-02T03:04:05Z")


def other(number):
    return replace(SOME, spans=(Span(number, number + 4),))


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "library", LAYERS, create=True) as made:
        yield made


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """One store for all examples of a property."""
    with Store.open(tmp_path_factory.mktemp("library"), LAYERS, create=True) as made:
        yield made


WORDS = st.text(max_size=12)
MAYBE = st.none() | WORDS
PLACES = st.lists(st.integers(0, 10**9), min_size=2, max_size=4, unique=True).map(sorted)
SPANS = PLACES.map(lambda at: tuple(Span(a, b) for a, b in zip(at[::2], at[1::2], strict=False)))
PICKED = st.builds(
    Picked, WORDS, WORDS, SPANS, WORDS, WORDS, WORDS, MAYBE, st.none() | st.integers(0, 10**6), MAYBE, MAYBE, WORDS,
    st.lists(WORDS, max_size=3).map(tuple), WORDS,
)  # fmt: skip


@given(PICKED)
def test_any_comes_back_as_it_was(shared, new):
    before = shared.quotations.kept()
    number, fresh = shared.quotations.add(new)
    after = shared.quotations.kept()
    assert after == (before | {number: new} if fresh else before)
    same = [(each.paper, each.spans, each.quote) for each in after.values()]
    assert len(set(same)) == len(same), "the same words twice"


@given(st.lists(st.tuples(st.integers(1, 6), st.integers(-2, 9)), max_size=8))
def test_a_move_puts_one_where_it_is_wanted_and_leaves_the_others_in_order(tmp_path_factory, moves):
    with Store.open(tmp_path_factory.mktemp("moved"), LAYERS, create=True) as store:
        expected = [store.quotations.add(other(at))[0] for at in range(5)]
        for number, place in moves:
            assert store.quotations.move(number, place) == (number in expected)
            if number in expected:
                expected.remove(number)
                expected.insert(max(place - 1, 0), number)
            assert list(store.quotations.kept()) == expected


def test_they_outlive_papers_and_leave_the_version_of_the_data_alone(store):
    store.put(PAPER, "s1", {})
    version = store.data_version()
    store.quotations.add(SOME)
    assert store.data_version() == version, "no passage, name or figure is another"
    store.remove("a.txt")
    assert list(store.quotations.kept().values()) == [SOME]


def test_a_number_is_never_given_again_and_places_close_up(store):
    assert [store.quotations.add(other(at)) for at in range(3)] == [(1, True), (2, True), (3, True)]
    assert store.quotations.add(other(1)) == (2, False)
    assert store.quotations.remove(3) == other(2)
    assert store.quotations.remove(3) is None
    assert store.quotations.remove(1) == other(0)
    assert store.quotations.add(other(7)) == (4, True)
    assert store.quotations.move(4, 1)
    assert list(store.quotations.kept()) == [4, 2]


def test_what_the_reader_says_is_replaced_and_nothing_else(store):
    store.quotations.add(SOME)
    assert store.quotations.say(1, remark="Look again")
    assert store.quotations.say(1, tags=("rivers", "élan"))
    assert store.quotations.kept() == {1: replace(SOME, remark="Look again", tags=("rivers", "élan"))}
    assert store.quotations.say(1, remark="", tags=())
    assert store.quotations.kept() == {1: SOME}
    assert not store.quotations.say(2, remark="nobody's")


@pytest.mark.parametrize("bad", [{"remark": "half \ud83d"}, {"tags": ("\udc80",)}, {"quote": "\ud83d"}])
def test_what_is_no_text_is_refused_and_nothing_kept(store, bad):
    with pytest.raises(UnicodeEncodeError):
        store.quotations.add(replace(SOME, **bad))
    assert store.quotations.kept() == {}


def test_threads_share_one_store(store):
    def work(start):
        for at in range(10):
            store.quotations.add(other(start + at))

    threads = [threading.Thread(target=work, args=(start,)) for start in (0, 100, 200)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(store.quotations.kept()) == list(range(1, 31))
    assert {each.spans for each in store.quotations.kept().values()} == {
        (Span(at, at + 4),) for start in (0, 100, 200) for at in range(start, start + 10)
    }
