"""The tantivy index: exact scores, filters, order, and what survives."""

from __future__ import annotations

import math
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from fakes import bare, indexed
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi

from corpus.errors import LibraryBusyError, StorageError
from nlp.conditions import All, Any, Condition, FromPapers, InRow, Listed, Not, OfKind, Says, Under
from nlp.engines import Indexed
from nlp.find.keyword import TantivyIndex
from nlp.find.snapshot import PADS
from nlp.find.words import terms
from nlp.model import Ref, Where

ANY = Where()
Papers = Mapping[str, Sequence[Indexed]]
PAPERS: Papers = {
    "a.txt": [
        indexed("body", "Coca covers 156,000 ha in the Andes.", headings=["Where it grows", "And how"]),
        indexed("note", "See the survey of coca."),
        indexed("table", "Year Hectares 2008 81,000"),
    ],
    "b.txt": [
        indexed("body", "Poppy is grown in the highlands; coca is not."),
        indexed("body", "The Mérida Initiative was worth $1.4 billion."),
        bare("note", []),
    ],
}
COCA = {("a.txt", 0), ("a.txt", 1), ("b.txt", 0)}
TEXTS = [("a.txt", 0), ("a.txt", 1), ("a.txt", 2), ("b.txt", 0), ("b.txt", 1), ("b.txt", 2)]


def filled(folder: Path, papers: Papers = PAPERS) -> TantivyIndex:
    index = TantivyIndex(folder)
    for name, passages in papers.items():
        index.replace(name, f"stamp of {name}", passages)
    index.commit()
    return index


@pytest.fixture
def index(tmp_path: Path) -> TantivyIndex:
    return filled(tmp_path / "keyword")


def places(found: Sequence[tuple[Ref, float]]) -> list[tuple[str, int]]:
    return [(ref.paper, ref.passage) for ref, _ in found]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("156000", ("a.txt", 0)),
        ("andean hectares andes", ("a.txt", 0)),
        ("Merida", ("b.txt", 1)),
        ("US$1,400 million", ("b.txt", 1)),
        ("poppies", ("b.txt", 0)),
        ("surveys", ("a.txt", 1)),
    ],
)
def test_the_right_passage_first(index: TantivyIndex, query: str, first: tuple[str, int]) -> None:
    assert places(index.search(dict.fromkeys(terms(query), 1.0), 3, ANY))[0] == first


def test_no_passage_without_a_token_of_the_query(index: TantivyIndex) -> None:
    assert index.search({"cannabi": 1.0}, 10, ANY) == []
    assert index.search({}, 10, ANY) == []
    assert index.search({"coca": 1.0}, 0, ANY) == []
    assert index.search({"nowher": 1.0}, 10, Where(papers=frozenset({"a.txt"}))) == []


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (ANY, {("a.txt", 0), ("a.txt", 1), ("b.txt", 0)}),
        (Where(papers=frozenset({"b.txt"})), {("b.txt", 0)}),
        (Where(kinds=frozenset({"note"})), {("a.txt", 1)}),
        (Where(kinds=frozenset({"note", "body"}), papers=frozenset({"a.txt"})), {("a.txt", 0), ("a.txt", 1)}),
        (Where(papers=frozenset({"nowhere"})), set()),
        (Where(kinds=frozenset({"picture"})), set()),
        (Where(passages={"a.txt": (1, 2), "b.txt": (0,)}), {("a.txt", 1), ("b.txt", 0)}),
        (Where(passages={"a.txt": (0, 1, 9), "nowhere": (0,)}, kinds=frozenset({"note"})), {("a.txt", 1)}),
        (Where(passages={"a.txt": (0,)}, papers=frozenset({"b.txt"})), set()),
        (Where(passages={"a.txt": ()}), set()),
        (Where(passages={}), set()),
    ],
)
def test_filters_choose_and_do_not_score(index: TantivyIndex, where: Where, expected: set[tuple[str, int]]) -> None:
    every = dict(index.search({"coca": 1.0}, 10, ANY))
    found = index.search({"coca": 1.0}, 10, where)
    assert set(places(found)) == expected
    assert all(every[ref] == score for ref, score in found)


@pytest.mark.parametrize("few", [0, 1, 1000], ids=["looked for", "either", "looked up"])
@pytest.mark.parametrize("many", [0, 1, 3, 60, 200])
def test_passages_that_a_filter_names_are_all_that_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int, many: int
) -> None:
    monkeypatch.setattr("nlp.find.snapshot.FEW", few)
    papers = {
        f"p{n}": [bare("body", ["coca"] * (1 + (n * 7 + m) % 9) + ["law"] * m) for m in range(40)] for n in range(5)
    }
    index = filled(tmp_path, papers)
    chosen = sorted((f"p{n % 5}", n // 5) for n in range(199, 199 - many, -1))
    where = Where(passages={name: tuple(n for paper, n in chosen if paper == name) for name in papers})
    every = index.search({"coca": 1.0}, 200, ANY)
    for limit in (1, 10, 200):
        expected = [hit for hit in every if (hit[0].paper, hit[0].passage) in chosen][:limit]
        assert index.search({"coca": 1.0}, limit, where) == expected
    index.remove(["p3"])
    index.commit()
    left = [place for place in chosen if place[0] != "p3"]
    assert sorted(places(index.search({"coca": 1.0}, 200, where))) == left


def test_a_rare_passage_is_found_behind_a_filter_however_low_it_ranks(tmp_path: Path) -> None:
    papers = {f"p{n}": [bare("body", ["coca"] * 5)] * 40 for n in range(10)}
    index = filled(tmp_path, {**papers, "low": [bare("note", ["coca", *["other"] * 60])]})
    assert places(index.search({"coca": 1.0}, 5, Where(kinds=frozenset({"note"})))) == [("low", 0)]


def test_equal_scores_come_in_order_of_ref(tmp_path: Path) -> None:
    same = [bare("body", ["coca", "law"])] * 6
    index = filled(tmp_path, {"z": same, "m": same, "b": same})
    expected = [("b", n) for n in range(6)] + [("m", n) for n in range(4)]
    assert places(index.search({"coca": 1.0}, 10, ANY)) == expected


def test_of_very_many_equals_some_are_given_and_always_the_same(tmp_path: Path) -> None:
    same = [bare("body", ["coca", "law"])] * 300
    index = filled(tmp_path, {"z": same, "m": same, "b": [bare("body", ["coca", "coca"])]})
    first = places(index.search({"coca": 1.0}, 10, ANY))
    assert first[0] == ("b", 0)
    assert len(set(first)) == 10
    assert first[1:] == sorted(first[1:])
    assert places(index.search({"coca": 1.0}, 10, ANY)) == first


LENGTHS = 0.05
"""How far lengths, which tantivy rounds, and the papers' markers in their mean may move a score."""


def oracle(query: Sequence[str]) -> list[float]:
    """rank_bm25 over the same passages, padded as ours are, with the idf of Lucene."""
    corpus = [[*each.words, *["pad"] * PADS] for passages in PAPERS.values() for each in passages]
    model = BM25Okapi(corpus, k1=1.2, b=0.75)
    holding = {token: sum(token in tokens for tokens in corpus) for token in query}
    model.idf = {t: math.log(1 + (len(corpus) - n + 0.5) / (n + 0.5)) for t, n in holding.items()}
    return [float(score) for score in model.get_scores(query)]


@pytest.mark.parametrize("query", [["coca"], ["hectar", "156000"], ["the", "coca", "initi", "nowher"]])
def test_scores_are_those_of_rank_bm25_with_our_idf(index: TantivyIndex, query: list[str]) -> None:
    refs = [Ref(*place) for place in TEXTS]
    assert index.scores(dict.fromkeys(query, 1.0), refs) == pytest.approx(oracle(query), rel=LENGTHS)


def test_of_two_that_say_it_as_often_the_shorter_is_better(tmp_path: Path) -> None:
    long, short = bare("body", ["coca", *["law"] * 120]), bare("body", ["coca", *["law"] * 20])
    assert places(filled(tmp_path, {"a": [long], "b": [short]}).search({"coca": 1.0}, 5, ANY)) == [("b", 0), ("a", 0)]


def test_a_row_scores_about_as_one_rare_word(index: TantivyIndex) -> None:
    (row,) = index.search({"merida initi": 1.0}, 10, ANY)
    (word,) = index.search({"merida": 1.0}, 10, ANY)
    assert row[0] == Ref("b.txt", 1)
    assert 0.5 * word[1] < row[1] < 2 * word[1]  # its length counts for more
    assert index.search({"initi merida": 1.0}, 10, ANY) == []
    assert index.frequency("merida initi") == 1
    assert index.frequency("initi merida") == 0


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (Says(("poppi", "merida")), {("b.txt", 0), ("b.txt", 1)}),
        (Says(("156000 hectar",)), {("a.txt", 0)}),
        (Says(()), set()),
        (InRow(("survey", "of", "coca")), {("a.txt", 1)}),
        (InRow(("coca", "of", "survey")), set()),
        (InRow(("coca", "of", "survey"), any_order=True), {("a.txt", 1)}),
        (InRow(("survey", "coca")), set()),
        (InRow(("survey", "coca"), apart=1), {("a.txt", 1)}),
        (InRow(("coca", "survey"), apart=1), set()),
        (InRow(("coca", "survey"), apart=1, any_order=True), {("a.txt", 1)}),
        (InRow(("poppi", "coca"), apart=5, any_order=True), {("b.txt", 0)}),
        (InRow(("poppi", "coca"), apart=4, any_order=True), set()),
        (Under(("where", "it", "grow")), {("a.txt", 0)}),
        (Under(("it", "grow", "and")), set()),  # a phrase does not reach from one heading into the next
        (Under(("coca",)), set()),
        (FromPapers(frozenset({"b.txt", "nowhere"})), {("b.txt", 0), ("b.txt", 1), ("b.txt", 2)}),
        (OfKind(frozenset({"note"})), {("a.txt", 1), ("b.txt", 2)}),
        (Listed({"a.txt": (0, 9), "nowhere": (0,)}), {("a.txt", 0)}),
        (All((Says(("coca",)), Not(Says(("poppi",))))), {("a.txt", 0), ("a.txt", 1)}),
        (All(()), set(TEXTS)),
        (Any(()), set()),
        (Any((Says(("poppi",)), OfKind(frozenset({"table"})))), {("b.txt", 0), ("a.txt", 2)}),
        (Not(Says(("coca",))), {("a.txt", 2), ("b.txt", 1), ("b.txt", 2)}),
        (Not(Not(Says(("poppi",)))), {("b.txt", 0)}),
        (Not(Any(())), set(TEXTS)),
    ],
)
def test_conditions_choose(index: TantivyIndex, condition: Condition, expected: set[tuple[str, int]]) -> None:
    where = Where(holding=condition)
    found = index.passages(where, 10)
    assert found is not None
    assert {(ref.paper, ref.passage) for ref in found} == expected
    assert found == sorted(found)
    assert index.count(where) == len(expected)
    assert set(places(index.search({"coca": 1.0}, 10, where))) == expected & COCA
    assert index.passages(where, len(expected) - 1) is None or not expected


def test_titles_and_headings_rank_but_do_not_say(tmp_path: Path) -> None:
    index = TantivyIndex(tmp_path)
    index.replace("a", "s", [indexed("body", "It covers little.", headings=["Poppy"], title="Coca in the Andes")])
    index.commit()
    assert places(index.search({"coca": 1.0, "poppi": 1.0}, 5, ANY)) == [("a", 0)]
    assert index.passages(Where(holding=Says(("coca", "poppi"))), 5) == []
    assert index.passages(Where(holding=Under(("poppi",))), 5) == [Ref("a", 0)]


def test_beginnings_of_words_as_printed(index: TantivyIndex) -> None:
    assert index.beginning("andes") == [("andes", 1)]
    assert index.beginning("hecta") == [("hectares", 1)]
    assert index.beginning("co") == [("coca", 3), ("covers", 1)]
    assert index.beginning("xyz") == []
    index.remove(["a.txt"])
    index.commit()
    assert index.beginning("co") == [("coca", 1)]


def test_search_and_scores_agree_and_weights_multiply(index: TantivyIndex) -> None:
    found = index.search({"coca": 1.0, "hectar": 0.5}, 10, ANY)
    assert index.scores({"coca": 1.0, "hectar": 0.5}, [ref for ref, _ in found]) == [score for _, score in found]
    single = index.scores({"coca": 1.0}, [Ref("a.txt", 0)])[0]
    assert index.scores({"coca": 2.0}, [Ref("a.txt", 0)]) == pytest.approx([2 * single])


def test_scores_of_what_is_not_held_are_0(index: TantivyIndex) -> None:
    assert index.scores({"coca": 1.0}, [Ref("c.txt", 0), Ref("a.txt", 7), Ref("b.txt", 2)]) == [0.0, 0.0, 0.0]
    assert index.scores({"coca": 1.0}, []) == []
    assert index.scores({}, [Ref("a.txt", 0)]) == [0.0]


def test_counts_follow_what_is_held(index: TantivyIndex) -> None:
    assert (index.count(), index.frequency("coca"), index.frequency("nowher")) == (6, 3, 0)
    index.remove(["b.txt"])
    index.commit()
    assert (index.count(), index.frequency("coca"), index.frequency("poppi")) == (3, 2, 0)


def test_replacing_a_paper_replaces_all_of_it_and_nothing_else(index: TantivyIndex) -> None:
    index.replace("a.txt", "new stamp", [bare("body", ["maiz"])])
    index.commit()
    assert places(index.search({"coca": 1.0, "maiz": 1.0}, 10, ANY)) == [("a.txt", 0), ("b.txt", 0)]
    assert index.held() == {"a.txt": "new stamp", "b.txt": "stamp of b.txt"}


def test_nothing_is_seen_before_commit_and_rollback_forgets(index: TantivyIndex) -> None:
    index.replace("c.txt", "s", [bare("body", ["maiz"])])
    index.remove(["a.txt"])
    assert set(index.held()) == {"a.txt", "b.txt"}
    index.rollback()
    index.commit()
    assert set(index.held()) == {"a.txt", "b.txt"}
    assert index.search({"maiz": 1.0}, 10, ANY) == []


def test_a_second_writer_is_told_to_wait_and_readers_are_not(tmp_path: Path, index: TantivyIndex) -> None:
    other = TantivyIndex(tmp_path / "keyword")
    index.replace("c.txt", "s", [bare("body", ["maiz"])])
    assert set(other.held()) == {"a.txt", "b.txt"}
    with pytest.raises(LibraryBusyError, match="wait until it is done"):
        other.replace("d.txt", "s", [])
    index.commit()
    assert set(other.held()) == {"a.txt", "b.txt", "c.txt"}
    assert places(other.search({"maiz": 1.0}, 10, ANY)) == [("c.txt", 0)]
    other.remove(["c.txt"])
    other.commit()
    assert set(index.held()) == {"a.txt", "b.txt"}


def test_closing_gives_the_lock_back(tmp_path: Path, index: TantivyIndex) -> None:
    index.remove(["a.txt"])
    index.close()
    other = TantivyIndex(tmp_path / "keyword")
    other.remove(["b.txt"])
    other.commit()
    assert set(other.held()) == {"a.txt"}


KILLED = """
import os, signal, sys
from pathlib import Path
from nlp.engines import Indexed
from nlp.find.keyword import TantivyIndex
index = TantivyIndex(Path(sys.argv[1]))
index.remove(["a.txt"])
index.commit()
index.remove(["b.txt"])
index.replace("c.txt", "s", [Indexed("body", ["maiz"], [("maiz", 0)])] * 2000)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_writer_leaves_what_was_committed(tmp_path: Path, index: TantivyIndex) -> None:
    folder = tmp_path / "keyword"
    done = subprocess.run([sys.executable, "-c", KILLED, str(folder)], check=False, timeout=60)
    assert done.returncode == -9
    again = TantivyIndex(folder)
    assert again.rebuilt is None
    assert again.held() == index.held() == {"b.txt": "stamp of b.txt"}
    again.replace("a.txt", "s", PAPERS["a.txt"])
    again.commit()
    assert set(again.held()) == {"a.txt", "b.txt"}


def test_reopening_finds_the_same(tmp_path: Path, index: TantivyIndex) -> None:
    again = TantivyIndex(tmp_path / "keyword")
    assert again.rebuilt is None
    assert again.held() == index.held()
    assert again.search({"coca": 1.0}, 10, ANY) == index.search({"coca": 1.0}, 10, ANY)


@pytest.mark.parametrize("content", [b"", b"{}", b"\x00" * 60, b'{"segments": 3}'])
def test_an_unreadable_index_is_begun_anew_and_says_so(tmp_path: Path, content: bytes) -> None:
    folder = tmp_path / "keyword"
    filled(folder).close()
    (folder / "meta.json").write_bytes(content)
    (folder / "letter.txt").write_text("not tantivy's")
    again = TantivyIndex(folder)
    assert again.rebuilt
    assert again.held() == {}
    assert (folder / "letter.txt").read_text() == "not tantivy's"
    again.replace("a.txt", "s", PAPERS["a.txt"])
    again.commit()
    assert TantivyIndex(folder).held() == {"a.txt": "s"}


def test_a_missing_segment_file_is_found_out_on_opening(tmp_path: Path) -> None:
    folder = tmp_path / "keyword"
    filled(folder).close()
    for file in folder.glob("*.term"):
        file.unlink()
    again = TantivyIndex(folder)
    assert again.rebuilt
    assert again.held() == {}


def test_the_index_of_another_program_is_begun_anew(tmp_path: Path) -> None:
    import tantivy

    fields = tantivy.SchemaBuilder()
    fields.add_text_field("body")
    tantivy.Index(fields.build(), path=str(tmp_path))
    again = TantivyIndex(tmp_path)
    assert again.rebuilt
    assert again.held() == {}


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "keyword").write_text("a letter")
    with pytest.raises(StorageError, match="cannot be opened"):
        TantivyIndex(tmp_path / "keyword")
    assert (tmp_path / "keyword").read_text() == "a letter"


def test_a_folder_that_goes_away_is_reported(tmp_path: Path, index: TantivyIndex) -> None:
    shutil.rmtree(tmp_path / "keyword")
    with pytest.raises(StorageError, match="open the library again"):
        index.held()


PASSAGE = st.builds(bare, st.sampled_from(["body", "note"]), st.lists(st.sampled_from("abcde"), max_size=8))
STEPS = st.lists(
    st.tuples(st.sampled_from("pqr"), st.none() | st.lists(PASSAGE, max_size=4), st.booleans()), max_size=8
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS, st.lists(st.sampled_from("abcdef"), min_size=1, max_size=3, unique=True))
def test_any_history_scores_like_a_fresh_index(
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[str, list[Indexed] | None, bool]],
    query: list[str],
) -> None:
    lived, now = TantivyIndex(tmp_path_factory.mktemp("lived")), dict[str, list[Indexed]]()
    for name, passages, commit in steps:
        if passages is None:
            lived.remove([name])
            now.pop(name, None)
        else:
            lived.replace(name, f"stamp of {name}", passages)
            now[name] = passages
        if commit:
            lived.commit()
    lived.commit()
    fresh = filled(tmp_path_factory.mktemp("fresh"), now)
    wanted = dict.fromkeys(query, 1.0)
    assert lived.held() == fresh.held()
    assert lived.count() == fresh.count()
    for where in (ANY, Where(kinds=frozenset({"note"}))):
        found, expected = dict(lived.search(wanted, 50, where)), dict(fresh.search(wanted, 50, where))
        assert found == pytest.approx(expected, rel=LENGTHS)
