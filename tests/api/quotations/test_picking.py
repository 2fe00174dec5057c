"""A picked quotation is what was picked, whatever becomes of its paper: it holds, has moved, is changed or is gone."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wells_and_dams import DAMS, WELLS

from corpus.errors import BadQueryError, BadSpanError, NoSuchPaperError

RAN_DRY = "Nobody counted the wells that ran dry in the same year."
PUMPS = "The council of Elm paid 5 million euros for the pumps in 2001."
PREFACE = "A preface on the weather was put here by its editors.\n\nThe council of Elm"


def standings(library):
    return [(each.number, str(each.standing)) for each in library.quotations.list()]


def test_what_is_picked_is_what_stands_there(library, pick):
    found = pick(RAN_DRY, remark=" Why not? \n", tags=["wells", "Wells", " not  counted "])
    picked = found.picked
    assert picked.quote == "".join(library.paper("wells.txt").text[s.start : s.end] for s in picked.spans) == RAN_DRY
    assert (picked.paper, picked.key, picked.paragraph, picked.page) == ("wells.txt", "cole2012wells", 1, None)
    assert (picked.remark, picked.tags) == ("Why not?", ("wells", "not counted"))
    assert WELLS.replace("\r", "").find(picked.suffix.strip()[:20]) > 0
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", picked.picked_at)
    assert (found.number, found.order, found.standing, found.holds) == (1, 1, "holds", True)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.data())
def test_any_span_with_words_in_it_comes_back_as_the_text_of_its_span(library, data):
    text = library.paper("wells.txt").text
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    where = f"wells.txt {start}-{end}"
    if not text[start:end].strip():
        with pytest.raises(BadSpanError):
            library.quotations.pick(where)
        return
    found = library.quotations.pick(where)
    assert found.picked.quote == text[start:end]
    assert found.standing == "holds", "of several that read the same it is the one that was picked"
    assert found.found.spans == found.picked.spans
    library.quotations.remove(found.number)


@pytest.mark.parametrize(
    ("before", "after", "standing"),
    [
        ("The council of Elm", PREFACE, "moved"),
        ("5 million euros", "6 million dollars", "moved"),
        ("in the same year.", "in the same year. So it goes.", "holds"),
        ("Nobody counted the", "Somebody counted the", "changed"),
        ("ran dry in the same", "ran wet in the same", "changed"),
        (RAN_DRY, "", "gone"),
        (RAN_DRY, "The mayor sang of rivers and of bread, and bowed.", "gone"),
    ],
)
def test_a_paper_read_anew(library, pick, rewrite, before, after, standing):
    pick(RAN_DRY)
    new = WELLS.replace(before, after)
    rewrite("wells.txt", new)
    (found,) = library.quotations.list()
    assert found.standing == standing
    assert found.holds == (standing in ("holds", "moved"))
    assert found.picked.quote == RAN_DRY, "what was picked stays"
    text = library.paper("wells.txt").text
    if found.holds:
        assert text[found.found.spans[0].start : found.found.spans[0].end] == RAN_DRY
    else:
        assert RAN_DRY not in text
    assert bool(found.found.difference) == (standing == "changed")
    rewrite("wells.txt", WELLS)
    assert standings(library) == [(1, "holds")], "the words came back"


def test_it_holds_again_nowhere_else_while_its_paper_is_held(library, pick, rewrite):
    pick(RAN_DRY)
    rewrite("dams.txt", DAMS + "\n" + RAN_DRY + "\n")
    rewrite("wells.txt", WELLS.replace(RAN_DRY, ""))
    (found,) = library.quotations.list()
    assert found.standing == "gone", "another paper says the same, but it is not the one that was read"


def test_a_renamed_paper_and_a_removed_one(library, pick, folder):
    pick(RAN_DRY)
    (folder / "wells.txt").rename(folder / "elm.txt")
    library.remove("wells.txt")
    assert standings(library) == [(1, "gone")]
    list(library.add([folder / "elm.txt"]))
    (found,) = library.quotations.list()
    assert (found.standing, found.found.paper, found.picked.paper) == ("moved", "elm.txt", "wells.txt")


def test_the_list_is_the_readers(library, pick):
    pick(PUMPS, tags=["water", "money"])
    pick(RAN_DRY, tags=["Water"])
    pick("3 million dollars", "dams.txt", tags=["money"])
    quotations = library.quotations
    assert [each.number for each in quotations.list(tag="WATER")] == [1, 2]
    assert [each.number for each in quotations.list(paper="dam")] == [3]
    assert [each.number for each in quotations.list(tag="money", paper="wells")] == [1]
    assert quotations.list(tag="wat") == quotations.list(paper="none") == []
    assert quotations.move(3, 1).order == 1
    assert [(each.number, each.order) for each in quotations.list(tag="water")] == [(1, 2), (2, 3)]
    assert quotations.move(3, 99).order == 3
    assert quotations.remark(2, "See the gauge").picked.remark == "See the gauge"
    assert quotations.tag(2, "gauge", "WATER").picked.tags == ("Water", "gauge")
    assert quotations.untag(2, "water").picked.tags == ("gauge",)
    assert quotations.remove(1).quote == PUMPS
    assert [(each.number, each.order) for each in quotations.list()] == [(2, 1), (3, 2)]


def test_what_an_answer_cites_can_be_picked(library):
    paper = library.paper("wells.txt")
    start = paper.text.index(PUMPS)
    citation = library.citing.place(f"wells {start}-{start + len(PUMPS)}").citation
    assert library.quotations.pick(citation).picked.quote == PUMPS


@pytest.mark.parametrize(
    ("where", "error", "why"),
    [
        ("wells.txt", BadQueryError, "names no words"),
        ("nobody.txt 1-5", NoSuchPaperError, "no paper"),
        ("wells.txt 5-2", BadSpanError, "no place"),
        ("wells.txt 0-99999", BadSpanError, "no place"),
        ("wells.txt 16-18", BadSpanError, "no words"),
        ("pincite:wells.txt#char=0,5&quote=Never", BadQueryError, "gone"),
    ],
)
def test_a_place_that_cannot_be_picked(library, where, error, why):
    with pytest.raises(error, match=why):
        library.quotations.pick(where)
    assert library.quotations.list() == []


@pytest.mark.parametrize(
    "said",
    [{"tags": [""]}, {"tags": ["a\x00b"]}, {"tags": ["x" * 101]}, {"remark": "\ud83d"}, {"remark": "x" * 20_001}],
)
def test_what_a_reader_cannot_say(library, pick, said):
    with pytest.raises(BadQueryError, match=r"no tag|a remark is"):
        pick(PUMPS, **said)
    assert library.quotations.list() == []


def test_what_is_picked_or_not_there_is_said(library, pick):
    pick(PUMPS)
    with pytest.raises(BadQueryError, match="already, as quotation 1"):
        pick(PUMPS)
    calls = [
        lambda quotations: quotations.remark(7, "x"), lambda quotations: quotations.tag(7, "x"),
        lambda quotations: quotations.untag(7, "x"), lambda quotations: quotations.move(7, 1),
        lambda quotations: quotations.remove(7), lambda quotations: quotations.one(7),
    ]  # fmt: skip
    for call in calls:
        with pytest.raises(BadQueryError, match="no quotation 7"):
            call(library.quotations)
    with pytest.raises(BadQueryError, match="no tag 'x'"):
        library.quotations.untag(1, "x")
    with pytest.raises(BadQueryError, match="no place in a list"):
        library.quotations.move(1, 0)


def test_a_link_whose_words_are_changed_is_not_picked_as_if_they_were_not(library, pick, rewrite):
    link = library.citing.cite([library.citing.place(f"wells {WELLS.index(RAN_DRY)}-{WELLS.index(RAN_DRY) + 55}")])
    rewrite("wells.txt", WELLS.replace("Nobody counted", "Somebody counted"))
    with pytest.raises(BadQueryError, match="words of this link are changed"):
        library.quotations.pick(link[0]["link"])
