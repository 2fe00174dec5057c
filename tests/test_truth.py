"""The whole line on the samples against a truth that was read off them by hand, with the real model."""

import json
from pathlib import Path

import pytest

from api.library import FigureFilter, Library
from api.settings import Settings
from nlp.model import Kind

ROOT = Path(__file__).parents[1]
TRUTH = json.loads((ROOT / "tests" / "samples" / "truth.json").read_text(encoding="utf-8"))
PAPERS = TRUTH["papers"]
NOT_YET = {"K 640"}
"""A currency of one letter beside a number without a scale: read only where the paper has shown that it is one."""
STATED = [(name, key) for name in PAPERS for key in ("title", "authors", "year")]


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    with Library.open(Settings(tmp_path_factory.mktemp("truth")), create=True) as opened:
        assert {added.outcome for added in opened.add([ROOT / "examples" / "papers"])} == {"added"}
        yield opened


def places(text, marked):
    """Where each printed figure of the truth stands -> what it says."""
    found = {}
    for each in marked:
        at = -1
        for _ in range(each["occurrence"]):
            at = text.index(each["quote"], at + 1)
        found[at, at + len(each["quote"])] = each
    return found


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize(("key", "kind"), [("money", Kind.MONEY), ("areas", Kind.AREA)])
def test_every_sum_and_area_is_found_with_its_value(library, name, key, kind):
    text = library.paper(name).text
    expected = places(text, PAPERS[name][key])
    figures = [f for _, f in library.figures(FigureFilter(kinds=[kind], papers=frozenset({name})))]
    for (start, end), told in expected.items():
        if told["quote"] in NOT_YET:
            continue
        here = [f for f in figures if f.span.start < end and start < f.span.end]
        assert len(here) == 1, f"{told['quote']} at {start}: {here}"
        value = list(here[0].value) if isinstance(here[0].value, tuple) else here[0].value
        assert value == pytest.approx(told["value"]), told["quote"]
        assert here[0].unit.removesuffix("s") == told["unit"].removesuffix("s"), told["quote"]
    spare = [text[slice(*f.span)] for f in figures if not any(f.span.start < e and s < f.span.end for s, e in expected)]
    assert set(spare) <= {"thousands of euros"}, "a sum that the truth does not know"


@pytest.mark.parametrize(("name", "key"), STATED)
def test_papers_state_who_and_when(library, name, key):
    metadata = library.paper(name).metadata
    value = getattr(metadata, key)
    assert (list(value) if key == "authors" else value) == PAPERS[name][key]


@pytest.mark.parametrize("name", PAPERS)
def test_notes_are_found_and_lost_ones_reported(library, name):
    exported = library.export()
    notes = [row for row in exported["notes"] if row["paper"] == name]
    markers = [row for row in exported["markers"] if row["paper"] == name]
    for note, told in zip(notes, PAPERS[name]["notes"], strict=True):
        assert told["begins"] in note["text"]
    assert len(markers) == PAPERS[name]["markers"]
    assert [row["number"] for row in markers if not row["linked"]] == PAPERS[name]["lost_markers"]


@pytest.mark.parametrize("asked", TRUTH["questions"], ids=lambda asked: asked["question"])
def test_a_question_is_answered_with_the_right_sentence(library, asked):
    answer = library.ask(asked["question"])
    assert not answer.abstained, answer.reason
    assert any(asked["must_contain"] in statement.text for statement in answer.statements)
    for statement in answer.statements:
        assert all(citation.holds(library.paper(citation.paper)) for citation in statement.citations)


@pytest.mark.parametrize("asked", TRUTH["unanswerable"], ids=lambda asked: asked["question"])
def test_a_question_without_an_answer_is_refused_with_a_reason(library, asked):
    answer = library.ask(asked["question"])
    assert answer.abstained
    assert answer.reason
    assert answer.statements == ()


@pytest.mark.parametrize("asked", TRUTH["searches"], ids=lambda asked: asked["query"])
def test_a_search_finds_the_passage_among_the_first_three(library, asked):
    hits = library.search(asked["query"], k=3)
    assert any(asked["quote"] in paper.quote(*hit.passage.spans) for paper, hit in hits)


def test_papers_that_disagree_stand_side_by_side(library):
    answer = library.ask("How many hectares of coca were grown in Alto Sarayo in 2022?")
    told = " ".join(statement.text for statement in answer.statements)
    assert "21,700 hectares" in told
    assert "18,400 hectares" in told
