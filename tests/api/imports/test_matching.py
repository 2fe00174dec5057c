"""Which paper an entry is about: a table of pairs, with as many that are not the same work as pairs that are."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.imports.matching import Rank, Shelf, fit
from api.imports.profile import even, profile, telling

PAPER = {"title": "The Wells of Elm: A Count", "authors": ("Ada Cole", "Ben Ito"), "date": "2012-05"}
FILES = ("wells-of-elm.txt", "/home/reader/in/wells-of-elm.txt", "cole2012wells")


def known(facts, *names):
    facts = dict(facts)
    doi = facts.pop("doi", None)
    return profile({**facts, **({"csl:DOI": json.dumps(doi)} if doi else {})}, names)


def of(**changes):
    return {name: value for name, value in {**PAPER, **changes}.items() if value}


SAME = [
    ({"doi": "10.1234/x"}, (), {"doi": "doi:10.1234/X.", "title": "Else", "authors": ("Z. Y",), "date": "1"}, Rank.DOI),
    ({}, (), {}, Rank.TITLE),
    ({}, (), {"title": "the wells of elm — a count"}, Rank.TITLE),
    ({}, (), {"title": "The <i>Wells</i> of Élm: a count."}, Rank.TITLE),
    ({}, (), {"authors": None, "date": None}, Rank.TITLE),
    ({}, (), {"authors": ("Cole, Ada",)}, Rank.TITLE),
    ({}, (), {"authors": ("A. Cole",), "date": "2013"}, Rank.TITLE),
    ({}, (), {"authors": ("Elm Water Agency",)}, Rank.TITLE),
    ({}, (), {"title": "The Wells of Elm"}, Rank.TITLE),
    ({}, FILES, {"date": "2019", "files": "wells-of-elm.pdf"}, Rank.BOTH),
    ({}, FILES, {"title": None, "authors": None, "date": None, "files": "WELLS-OF-ELM.pdf"}, Rank.NAME),
    ({}, FILES, {"title": None, "authors": None, "date": "2012", "files": "cole2012wells"}, Rank.NAME),
    ({"title": "Elm"}, (), {"title": "Elm", "authors": None}, Rank.TITLE),
    ({"authors": ("Juan Garzón Vergara",)}, (), {"authors": ("Garzón Vergara, Juan",)}, Rank.TITLE),
    ({"authors": ("Jan van den Berg",)}, (), {"authors": ("van den Berg, Jan",)}, Rank.TITLE),
]
OTHER = [
    ({"doi": "10.1234/x"}, FILES, {"doi": "10.1234/y", "files": "wells-of-elm.txt"}),
    ({}, (), {"date": "2015"}),
    ({}, (), {"date": "2013", "authors": None}),
    ({}, (), {"authors": ("Otto Zell",)}),
    ({}, (), {"title": "The Wells of Elm: A Second Count"}),
    ({}, (), {"title": "The Wells of Elm and Oak: A Count"}),
    ({}, (), {"title": "The Wells of Elm", "date": None}),
    ({}, (), {"title": "The Wells of Elm", "authors": None}),
    ({}, (), {"title": "Wells"}),
    ({}, (), {"title": None}),
    ({"title": "Elm"}, (), {"title": "Elm", "authors": None, "date": None}),
    ({"title": "Annual Report"}, (), {"title": "Annual Report", "date": "2013", "authors": None}),
    ({}, FILES, {"title": "Dams", "files": "wells-of-elm.txt"}),
    ({}, FILES, {"title": None, "date": "2011", "files": "wells-of-elm.txt"}),
    ({}, FILES, {"date": "2019", "authors": ("Otto Zell",), "files": "wells-of-elm.txt"}),
    ({}, ("fulltext.pdf", "12"), {"title": None, "authors": None, "date": None, "files": "fulltext.pdf"}),
    ({}, ("12.pdf",), {"title": None, "authors": None, "date": None, "files": "12"}),
    ({}, (), {"title": "", "authors": None, "date": None}),
]


def entry(changes):
    files = changes.get("files")
    return known(of(**{name: value for name, value in changes.items() if name != "files"}), *([files] if files else []))


@pytest.mark.parametrize(("paper", "names", "changes", "rank"), SAME)
def test_the_same_work(paper, names, changes, rank):
    assert fit(entry(changes), known(of(**paper), *names)).rank is rank


@pytest.mark.parametrize(("paper", "names", "changes"), OTHER)
def test_another_work(paper, names, changes):
    assert fit(entry(changes), known(of(**paper), *names)).rank is Rank.NO
    assert Shelf({"a": known(of(**paper), *names)}).match(entry(changes)).papers == ()


def test_a_doi_is_one_in_form_as_well():
    assert known({"doi": "10.1/x"}).doi == known({"doi": "unknown"}).doi == ""
    assert known({"doi": "https://doi.org/10.1234/A(b)"}).doi == "10.1234/a(b)"


def test_the_surest_alone_counts_and_what_fits_two_alike_is_ambiguous():
    plain = known(of(), "wells-of-elm.txt")
    scan = known(of(), "scan-3.pdf")
    with_doi = known(of(doi="10.1234/x"), "third.pdf")
    shelf = Shelf({"plain": plain, "scan": scan, "doi": with_doi})
    assert shelf.match(entry({"doi": "10.1234/x"})).papers == ("doi",)
    assert set(shelf.match(entry({})).papers) == {"plain", "scan", "doi"}
    assert shelf.match(entry({"files": "wells-of-elm.txt"})).papers == ("plain",)
    assert shelf.match(entry({"files": "third.pdf", "doi": "10.1234/other"})).papers != ("doi",)


def test_what_came_near_is_told():
    match = Shelf({"a": known(of())}).match(entry({"date": "2015"}))
    assert match.near == ("a", ("year",))
    assert Shelf({"a": known(of())}).match(entry({"title": "Dams of the north"})).near is None


@pytest.mark.parametrize(("name", "told"), [
    ("in/Wells of Elm.PDF", "wells of elm"), ("cole2012", "cole2012"), ("12", ""), ("fulltext.pdf", ""), ("a1", ""),
    ("", ""), ("2019.pdf", ""), ("http://zotero.org/users/1/items/8HQKX3", "8hqkx3"),
])  # fmt: skip
def test_names_that_tell(name, told):
    assert telling(name) == told or name.startswith("http")


@given(st.text(max_size=30))
def test_even_is_even(text):
    assert even(even(text)) == even(text)
    assert even(text.upper()) == even(even(text).upper())
