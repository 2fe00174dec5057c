"""What is put comes back exactly, one paper at a time, and nobody ever sees half of it."""

import sqlite3
import threading
from contextlib import closing
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import NoSuchPaperError, UnreadableFileError
from corpus.metadata.facts import Statement, Told
from corpus.model import Block, BlockKind, Metadata, Note, Page, Paper, Region, Source, Span
from corpus.schema import Layer
from corpus.store import Store, Vectors
from nlp.model import Figure, Kind

LAYERS = [Layer("blocks", Block), Layer("notes", Note), Layer("figures", Figure, indexed=("kind", "unit"))]


def paper(name, text="Some text.", sha256="ab" * 32, **facts):
    return Paper(name, text, Source(f"papers/{name}", "txt", sha256, "txt 1"), **facts)


def figure(value, kind=Kind.MONEY, unit="USD", high=None):
    return Figure(Span(0, 4), kind, value, high or value, unit)


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "library", LAYERS, create=True) as made:
        yield made


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """One store for all examples of a property."""
    with Store.open(tmp_path_factory.mktemp("library"), LAYERS, create=True) as made:
        yield made


@pytest.mark.parametrize(
    "text",
    [
        "a\r\nb\rc\n",
        "\ufeffBOM",
        "no\u00a0break",
        "née, ñandú, 😀",
        "\x00\x01\x1a\x7f",
        "\ue000\ufffe\uffff\U0010ffff",
        " ",
    ],
)
def test_a_text_comes_back_to_the_code_point(store, text):
    store.put(paper("a.txt", text), "s1", {})
    assert store.paper("a.txt").text == text


@given(
    text=st.text(),
    name=st.text(min_size=1),
    metadata=st.builds(Metadata, st.none() | st.text(min_size=1), st.lists(st.text(), max_size=3).map(tuple)),
    pages=st.lists(st.builds(Page, st.builds(Span, st.just(0), st.integers(0, 99)), st.none() | st.text())).map(tuple),
)
def test_any_paper_comes_back_as_it_was(shared, text, name, metadata, pages):
    written = paper(name, text, pages=pages, metadata=metadata)
    shared.put(written, "s1", {})
    assert shared.paper(name) == written


REGIONS = (
    Region(Span(0, 5), "heading", 2),
    Region(Span(3, 4), "marker", label="12", key="n12"),
    Region(Span(5, 9), "note_text", label="12", key="n12"),
)


def test_a_paper_as_read_has_its_regions_and_only_what_its_file_stated(store):
    read = paper("a", pages=(Page(Span(0, 5), "iv"),), regions=REGIONS, metadata=Metadata("Fields", language="en"))
    understood = replace(read, metadata=Metadata("Fields", ("A. Roe",), "2013", language="en"))
    understood = replace(understood, pages=(Page(Span(0, 4), "iv"), Page(Span(4, 9), "v")))
    store.put(understood, "s1", {}, read=read, beside=Statement({"date": "2014"}, "a.yaml"))
    store.state("a", Told.SET, Statement({"title": "By hand"}))
    assert store.as_read("a") == read
    assert store.paper("a") == replace(
        understood, regions=(), metadata=Metadata("By hand", ("A. Roe",), "2014", language="en")
    )


def test_regions_go_with_their_paper(store, tmp_path):
    store.put(paper("a", regions=REGIONS), "s1", {})
    store.put(paper("b", regions=REGIONS), "s1", {})
    store.put(paper("a", regions=REGIONS[:1]), "s1", {})
    assert store.as_read("a").regions == REGIONS[:1]
    store.remove("b")
    with closing(sqlite3.connect(tmp_path / "library" / "library.db")) as connection:
        assert connection.execute("SELECT count(*) FROM regions").fetchone() == (1,)
        assert connection.execute("SELECT count(*) FROM facts").fetchone() == (0,)


OWN, BESIDE, SET = (
    Metadata("Own", ("A. Roe",), "2013"),
    {"title": "Beside", "genre": "report"},
    {"title": "Set", "date": ""},
)


def test_undoing_one_source_brings_out_the_one_beneath(store):
    store.put(paper("a", metadata=OWN), "s1", {}, beside=Statement(BESIDE, "in/a.yaml"))
    seen = [store.paper("a").metadata]
    for source, facts in ((Told.SET, SET), (Told.SIDECAR, {}), (Told.SET, {})):
        store.state("a", source, Statement(facts))
        seen.append(store.paper("a").metadata)
    assert seen == [
        Metadata("Beside", ("A. Roe",), "2013", genre="report"),
        Metadata("Set", ("A. Roe",), None, genre="report"),
        Metadata("Set", ("A. Roe",), None),
        OWN,
    ]


def test_what_was_set_by_hand_outlives_a_changed_file_and_the_rest_does_not(store):
    store.put(paper("a", metadata=OWN), "s1", {}, beside=Statement(BESIDE, "in/a.yaml"))
    store.state("a", Told.SET, Statement({"date": "2015"}))
    store.put(paper("a", "other", sha256="cd" * 32, metadata=Metadata("New")), "s2", {})
    assert store.paper("a").metadata == Metadata("New", (), "2015")
    assert store.said("a") == {Told.SET: Statement({"date": "2015"}), Told.PAPER: Statement({"title": "New"})}


def test_what_stands_beside_papers_is_listed(store):
    beside = Statement({"authors": ("A. Roe", "B. Ito"), "title": "Beside"}, "in/a.yaml")
    store.put(paper("b", metadata=OWN), "s1", {})
    store.put(paper("a", metadata=OWN), "s1", {}, beside=beside)
    assert store.sidecars() == {"a": beside}


def test_other_metadata_show_in_what_is_held(store):
    store.put(paper("a", metadata=OWN), "s1", {})
    abouts = [store.held()["a"].about]
    for facts in ({"genre": "report"}, {}):
        store.state("a", Told.SET, Statement(facts))
        abouts.append(store.held()["a"].about)
    assert abouts[0] == abouts[2] != abouts[1]


def test_vectors_made_for_another_title_take_the_place_of_all(store):
    ones = np.ones((1, 3), dtype=np.float32)
    store.put(paper("a"), "s1", {}, Vectors("mini", ones))
    store.put_vectors(store.held()["a"], Vectors("other", ones))
    store.state("a", Told.SET, Statement({"genre": "report"}))
    assert len(list(store.vectors("other"))) == 1
    store.state("a", Told.SET, Statement({"title": "New"}), Vectors("mini", ones * 2))
    assert [matrix.tolist() for _, matrix in store.vectors("mini")] == [[[2.0, 2.0, 2.0]]]
    assert list(store.vectors("other")) == []


@pytest.mark.parametrize(
    ("facts", "error"),
    [({"title": ("a", "b")}, TypeError), ({"authors": "A. Roe"}, TypeError), ({"title": "\ud83d"}, UnicodeEncodeError)],
)
def test_facts_that_do_not_fit_are_refused(store, facts, error):
    store.put(paper("a", metadata=OWN), "s1", {})
    with pytest.raises(error):
        store.state("a", Told.SET, Statement(facts))
    assert store.paper("a").metadata == OWN


def test_records_come_back_in_their_order_whether_put_by_name_or_by_type(store):
    blocks = [
        Block(Span(9, 12), BlockKind.NOTE),
        Block(Span(0, 4), BlockKind.HEADING, 1),
        Block(Span(0, 4), BlockKind.TITLE),
    ]
    notes = [Note("12", (Span(3, 5), Span(9, 12)), Span(3, 4)), Note("*", ())]
    store.put(paper("by type"), "s1", {Block: blocks, Note: notes})
    store.put(paper("by name"), "s1", {"blocks": blocks, "notes": notes})
    for name in ("by type", "by name"):
        assert store.records(name, Block) == blocks
        assert store.records(name, Note) == notes
        assert store.records(name, Figure) == []
    assert (store.count(Block), store.count(Note), store.count(Figure)) == (6, 4, 0)


def test_put_replaces_exactly_the_paper_of_that_name(store):
    ones = np.ones((2, 3), dtype=np.float32)
    for name in ("a", "b", "c"):
        store.put(
            paper(name, pages=(Page(Span(0, 5), name),)), "s1", {Figure: [figure(1.0)] * 3}, Vectors("mini", ones)
        )
    before = store.held()
    changed = paper("b", "Another text, and longer.", sha256="cd" * 32)
    store.put(changed, "s2", {Figure: [figure(2.0)]})
    assert store.paper("b") == changed
    assert store.records("b", Figure) == [figure(2.0)]
    assert [name for name, _ in store.vectors("mini")] == ["a", "c"], "vectors of the old text are gone"
    after = store.held()
    assert list(after) == ["a", "b", "c"]
    assert (after["b"].sha256, after["b"].stamp) == ("cd" * 32, "s2")
    for name in ("a", "c"):
        assert after[name] == before[name]
        assert store.records(name, Figure) == [figure(1.0)] * 3
        assert store.paper(name).pages == (Page(Span(0, 5), name),)


def test_a_paper_keeps_its_number_when_it_is_replaced_and_a_number_is_never_given_twice(store, tmp_path):
    def numbers():
        with closing(sqlite3.connect(tmp_path / "library" / "library.db")) as connection:
            return dict(connection.execute("SELECT name, id FROM papers"))

    store.put(paper("a"), "s1", {})
    store.put(paper("b"), "s1", {})
    store.put(paper("a"), "s2", {})
    assert numbers() == {"a": 1, "b": 2}
    store.remove("b")
    store.put(paper("b"), "s1", {})
    assert numbers() == {"a": 1, "b": 3}


def test_remove_forgets_the_paper_and_all_that_belongs_to_it(store, tmp_path):
    pages = (Page(Span(0, 5), "1"),)
    for name in ("a", "b"):
        vectors = Vectors("mini", np.ones((1, 3), dtype=np.float32))
        store.put(
            paper(name, pages=pages),
            "s1",
            {Figure: [figure(1.0)], Block: [Block(Span(0, 1), BlockKind.TITLE)]},
            vectors,
        )
    store.remove("a")
    assert list(store.held()) == ["b"]
    with closing(sqlite3.connect(tmp_path / "library" / "library.db")) as connection:
        for table in ("papers", "pages", "figures", "blocks", "vectors"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (1,), table


@pytest.mark.parametrize(
    "ask",
    [
        lambda s: s.paper("x"),
        lambda s: s.records("x", Block),
        lambda s: s.remove("x"),
        lambda s: s.said("x"),
        lambda s: s.as_read("x"),
        lambda s: s.state("x", Told.SET, Statement({})),
    ],
)
def test_a_paper_that_is_not_there_is_named(store, ask):
    store.put(paper("xx"), "s1", {})
    with pytest.raises(NoSuchPaperError, match="no paper named 'x'"):
        ask(store)


@pytest.mark.parametrize(
    "bad",
    [
        paper("a", "half \ud83d"),
        paper("caf\udce9.txt"),
        paper("a", metadata=Metadata(authors=("\udce9",))),
        paper("a", pages=(Page(Span(0, 1), "\udce9"),)),
        paper("a", regions=(Region(Span(0, 1), "marker", label="\udce9"),)),
    ],
)
def test_half_a_surrogate_pair_is_refused_before_anything_is_written(store, bad):
    store.put(paper("a", "good"), "s1", {})
    with pytest.raises(UnreadableFileError, match="half of a surrogate pair"):
        store.put(bad, "s2", {})
    assert [held.stamp for held in store.held().values()] == ["s1"]
    assert store.paper("a").text == "good"


@pytest.mark.parametrize(
    ("records", "error"),
    [
        ({"blocks": [figure(1.0)]}, TypeError),
        ({"figures": [figure(1.0), figure(float("nan"))]}, ValueError),
        ({"figments": []}, ValueError),
        ({Page: []}, ValueError),
    ],
)
def test_records_that_are_not_what_they_promise_are_refused_before_anything_is_written(store, records, error):
    store.put(paper("a", "good"), "s1", {Figure: [figure(1.0)]})
    version = store.data_version()
    with pytest.raises(error):
        store.put(paper("a", "better"), "s2", records)
    assert (store.paper("a").text, store.records("a", Figure)) == ("good", [figure(1.0)])
    assert store.data_version() == version


FIGURES = {
    "b": [figure(5.0), figure(1.0, Kind.AREA, "ha"), figure(2.0, high=9.0)],
    "a": [figure(7.0, unit="EUR"), figure(3.0)],
    "é": [figure(4.0)],
}


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({}, [("a", 7), ("a", 3), ("b", 5), ("b", 1), ("b", 2), ("é", 4)]),
        ({"equal": {"kind": Kind.MONEY, "unit": "USD"}}, [("a", 3), ("b", 5), ("b", 2), ("é", 4)]),
        ({"equal": {"kind": "area"}}, [("b", 1)]),
        ({"equal": {"per": None, "unit": "EUR"}}, [("a", 7)]),
        ({"equal": {"kind": "mass"}}, []),
        ({"papers": ["é", "a", "a"]}, [("a", 7), ("a", 3), ("é", 4)]),
        ({"papers": ["nowhere"]}, []),
        ({"papers": ["a", *map(str, range(2500)), "é"]}, [("a", 7), ("a", 3), ("é", 4)]),
        ({"at_least": {"high": 5}}, [("a", 7), ("b", 5), ("b", 2)]),
        ({"at_most": {"low": 2.0}}, [("b", 1), ("b", 2)]),
        ({"papers": ["b"], "equal": {"unit": "USD"}, "at_least": {"high": 5}, "at_most": {"low": 4}}, [("b", 2)]),
    ],
)
def test_each_gives_the_records_that_meet_all_conditions_in_order(store, conditions, expected):
    for name, figures in FIGURES.items():
        store.put(paper(name), "s1", {Figure: figures})
    found = list(store.each(Figure, **conditions))
    assert [(name, each.low) for name, each in found] == expected
    assert all(each in FIGURES[name] for name, each in found)


def test_each_refuses_a_column_or_a_layer_that_is_not_there(store):
    with pytest.raises(ValueError, match="figures have no 'colour'; there is start, end, kind"):
        store.each(Figure, equal={"colour": "red"})
    with pytest.raises(ValueError, match="no layer of this library keeps Page"):
        store.each(Page)


def test_each_shows_what_was_there_when_it_began(store):
    for name in ("a", "b"):
        store.put(paper(name), "s1", {Figure: [figure(1.0)] * 600})
    seen = store.each(Figure)
    first = next(seen)
    store.put(paper("b"), "s2", {Figure: [figure(2.0)]})
    store.remove("a")
    assert [first, *seen] == [("a", figure(1.0))] * 600 + [("b", figure(1.0))] * 600
    assert list(store.each(Figure)) == [("b", figure(2.0))]


def test_vectors_come_back_by_model_in_order_of_name(store):
    mini = {"b": np.array([[1.5, -2.0]], dtype=np.float32), "a": np.zeros((0, 2), dtype=np.float32)}
    for name, matrix in mini.items():
        store.put(paper(name), "s1", {}, Vectors("mini", matrix))
    store.put_vectors(store.held()["b"], Vectors("other", np.full((1, 3), 7, dtype=np.float64)))
    found = list(store.vectors("mini"))
    assert [name for name, _ in found] == ["a", "b"]
    assert all(matrix.dtype == np.float32 and np.array_equal(matrix, mini[name]) for name, matrix in found)
    ((name, other),) = store.vectors("other")
    assert (name, other.tolist()) == ("b", [[7.0, 7.0, 7.0]])
    assert list(store.vectors("none")) == []


def test_vectors_for_a_paper_that_has_changed_meanwhile_are_refused(store):
    store.put(paper("a"), "s1", {})
    before = store.held()["a"]
    store.put(paper("a", "other", sha256="cd" * 32), "s1", {})
    now = store.held()["a"]
    store.state("a", Told.SET, Statement({"title": "Other words to encode"}))
    for held in (before, now, replace(before, name="gone")):
        with pytest.raises(NoSuchPaperError, match="changed or removed by another process"):
            store.put_vectors(held, Vectors("mini", np.ones((1, 3), dtype=np.float32)))
    assert list(store.vectors("mini")) == []


def test_some_layers_are_renewed_and_all_else_stays(store):
    ones = np.ones((1, 3), dtype=np.float32)
    blocks, notes = [Block(Span(0, 4), BlockKind.PARAGRAPH)], [Note("1", (Span(5, 9),))]
    store.put(paper("a"), "s1", {"blocks": blocks, "notes": notes, "figures": [figure(1)]}, Vectors("mini", ones))
    store.put(paper("b"), "s1", {"figures": [figure(1)]})
    before, version = store.held()["a"], store.data_version()
    assert store.renew(before, "s2", {Figure: [figure(2), figure(3)], "notes": []}) == version + 1
    assert [each.low for each in store.records("a", Figure)] == [2, 3]
    assert (store.records("a", Block), store.records("a", Note)) == (blocks, [])
    assert store.held()["a"] == replace(before, stamp="s2")
    assert [name for name, _ in store.vectors("mini")] == ["a"]
    assert (store.held()["b"].stamp, [each.low for each in store.records("b", Figure)]) == ("s1", [1])
    with pytest.raises(NoSuchPaperError, match="changed or removed by another process"):
        store.renew(before, "s3", {"figures": []})
    with pytest.raises(ValueError, match="no layers"):
        store.renew(store.held()["a"], "s3", {"pictures": []})
    assert [each.low for each in store.records("a", Figure)] == [2, 3]


def test_a_choice_is_kept_with_the_library(store, tmp_path):
    assert store.choice("names") is None
    store.choose("names", "one")
    store.choose("names", "two")
    with Store.open(tmp_path / "library", LAYERS, readonly=True) as again:
        assert again.choice("names") == "two"
        assert again.choice("other") is None


def test_data_version_tells_of_changes_by_others(store, tmp_path):
    start = store.data_version()
    assert store.put(paper("a"), "s1", {}) == start + 1
    with Store.open(tmp_path / "library", LAYERS) as other:
        assert other.data_version() == start + 1
        assert other.put_vectors(other.held()["a"], Vectors("mini", np.ones((1, 3), dtype=np.float32))) == start + 2
        assert other.remove("a") == start + 3
    assert store.data_version() == start + 3


def test_readers_beside_a_writer_see_whole_papers_only(store, tmp_path):
    """Each revision r has text, figures and vectors that all say r."""
    wrong, reads, done = [], [], threading.Event()

    def read():
        with Store.open(tmp_path / "library", LAYERS, readonly=True) as reader:
            while not done.is_set():
                counts = {}
                for _, each in reader.each(Figure):
                    counts[each.low] = counts.get(each.low, 0) + 1
                text = reader.paper("a").text
                reads.append(text)
                if counts != {low: low % 7 + 1 for low in list(counts)[:1]} or text != text[:1] * 500:
                    wrong.append((counts, text))

    store.put(paper("a", "0" * 500), "s0", {Figure: [figure(0.0)]})
    threads = [threading.Thread(target=read) for _ in range(2)]
    for thread in threads:
        thread.start()
    for revision in range(60):
        store.put(paper("a", str(revision % 10) * 500), "s", {Figure: [figure(float(revision))] * (revision % 7 + 1)})
    done.set()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert len(reads) > 2
