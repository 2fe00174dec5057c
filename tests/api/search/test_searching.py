"""Search through a library: fields, folding, facets, what stands around a hit, and more like it."""

from __future__ import annotations

import pytest
from fakes import WordEncoder

from api.library import Library
from api.settings import Settings
from corpus.errors import BadQueryError, BadSpanError, NoSuchPaperError
from corpus.model import Span

WELLS = """---
title: On wells
author: Ada Roe
date: 2008-05-01
---

# On wells

## Costs

The Lakes Development Bank (LDB) spent $1.4 billion on drilling wells in Ghana in 2005.[^1] It was late.

## Water

Some 300 hectares were watered, and 40 per cent of the fields lay dry.

## Rain

The rains came late in the north, and nobody knew why the wells ran dry there in the summer.

[^1]: See the yearly report of the bank, which puts drilling at €2 million.
"""
ROADS = """---
title: Roads of the north
author: Ben Ito
date: 2012
---

# Roads of the north

## Money

The Lakes Development Bank paid $3 million for roads; Ghana paid the rest.

## Rain

The rains came late in the north, and nobody knew why the wells ran dry there in the summer.
"""
UNDATED = "# Notes\n\nThe wells of Elm are deep, and cost $5 million.\n"


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("searching")
    for name, text in (("wells.md", WELLS), ("roads.md", ROADS), ("elm.md", UNDATED)):
        (folder / name).write_text(text, encoding="utf-8")
    library = tmp_path_factory.mktemp("library")
    with Library.open(Settings(library, names="rules"), create=True, encoder=WordEncoder()) as opened:
        assert {added.outcome for added in opened.add([folder])} == {"added"}
        yield opened


def told(results):
    """Paper and first words of each passage found, those that were folded too; "note" for the note."""
    found = [(paper, hit.passage) for paper, hit in results]
    found += [results.place(ref)[:2] for _, hit in results for ref in hit.also]
    places = [(paper.name, paper.text[passage.spans[0].start :][:9]) for paper, passage in found]
    return {"note" if one.note is not None else place for place, (_, one) in zip(places, found, strict=True)}


COSTS, WATERED, RAIN = ("wells.md", "The Lakes"), ("wells.md", "Some 300 "), ("wells.md", "The rains")
PAID, AGAIN, ELM = ("roads.md", "The Lakes"), ("roads.md", "The rains"), ("elm.md", "The wells")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("paper:wells", {COSTS, WATERED, RAIN, "note"}),
        ('paper:"roads of the north"', {PAID, AGAIN}),
        ("author:roe in:body", {COSTS, WATERED, RAIN}),
        ("author:(roe OR ito) in:body", {COSTS, WATERED, RAIN, PAID, AGAIN}),
        ("year:2008 in:body", {COSTS, WATERED, RAIN}),
        ("year:2009..", {PAID, AGAIN}),
        ("year:..2020 in:body", {COSTS, WATERED, RAIN, PAID, AGAIN}),
        ("NOT year:..2020", {ELM}),
        ("section:costs in:body", {COSTS}),
        ("section:rain in:body", {RAIN, AGAIN}),
        ("in:note", {"note"}),
        ("kind:money", {COSTS, PAID, ELM, "note"}),
        ("kind:money unit:US$", {COSTS, PAID, ELM}),
        ("unit:euros", {"note"}),
        ("kind:area", {WATERED}),
        ("unit:ha value:>200", {WATERED}),
        ("unit:ha value:>300", set()),
        ("unit:ha value:>=300", {WATERED}),
        ("kind:money value:>1bn", {COSTS}),
        ('value:"$1.4 billion"', {COSTS}),
        ("kind:money value:2000000..4000000", {PAID, "note"}),
        ("kind:percent value:<50", {WATERED}),
        ("kind:money value:40", set()),  # the 40 is a percentage: one figure must be both
        ("kind:money OR kind:area", {COSTS, PAID, ELM, WATERED, "note"}),
        ("kind:(money OR area) in:body", {COSTS, PAID, ELM, WATERED}),
        ("-kind:money in:body", {WATERED, RAIN, AGAIN}),
        ('entity:"Lakes Development Bank"', {COSTS, PAID}),
        ("entity:LDB paper:roads", {PAID}),
        ("entity:Ghana wells", {COSTS, PAID}),
        ('"ran dry" AND late', {RAIN, AGAIN}),
        ("wells AND deep", {ELM}),
    ],
)
def test_fields_narrow_a_query_down(library, query, expected):
    assert told(library.search(query, k=20)) == expected


@pytest.mark.parametrize(
    ("query", "at", "length", "said"),
    [
        ("wells paper:nowhere", 6, 13, "no paper is called or titled 'nowhere'"),
        ("author:nobody", 0, 13, "no paper is by 'nobody'"),
        ("unit:parsnips", 0, 13, "no unit pincite knows"),
        ("value:>1m", 0, 9, "may mean million or metres"),
        ("wells entity:Zorro", 6, 12, "Zorro"),
    ],
)
def test_a_value_that_means_nothing_here_is_an_error_with_its_place(library, query, at, length, said):
    with pytest.raises(BadQueryError, match=said) as refused:
        library.search(query)
    assert (refused.value.at, refused.value.length) == (at, length)


def test_a_passage_printed_twice_comes_once_and_says_where_else(library):
    results = library.search("why the wells ran dry in the summer", k=10)
    paper, hit = results[0]
    (other,) = hit.also
    assert {paper.name, other.paper} == {"wells.md", "roads.md"}
    assert all(found.ref != other for _, found in results)
    place, passage, label = results.place(other)
    assert place.quote(*passage.spans) == paper.quote(*hit.passage.spans)
    assert label is None


def test_the_best_sentence_and_the_matched_words_are_the_papers_own(library):
    paper, hit = library.search("drilling wells $1.4 billion", k=1)[0]
    assert paper.quote(*hit.best).startswith("The Lakes Development Bank")
    assert "It was late" not in paper.quote(*hit.best)
    assert {paper.text[span.start : span.end] for span in hit.matched} >= {"drilling", "wells", "$1.4 billion"}


def test_how_a_query_was_read_comes_with_the_results(library):
    results = library.search('wells "ran dry" title:x')
    assert results.query.readable == 'ranked by: wells ran dry title:x; only where: "ran dry"'
    assert [notice.at for notice in results.notices] == [16]


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("driling wels", "drilling wells"),
        ("wells", None),
        ('"lakes developmnt" AND wells', '("lakes development" AND wells)'),
    ],
)
def test_did_you_mean(library, query, meant):
    assert library.search(query).suggestion == meant


def test_facets_count_passages_and_say_what_to_type(library):
    facets = library.search("wells", k=1).facets()
    assert [(one.value, one.query) for one in facets["year"]] == [("2008", "year:2008"), ("2012", "year:2012")]
    assert {one.value: one.passages for one in facets["paper"]} == {"wells.md": 4, "roads.md": 2, "elm.md": 1}
    assert {one.value: one.passages for one in facets["in"]} == {"body": 6, "note": 1}
    assert {one.value for one in facets["unit"]} == {"USD", "EUR", "ha", "%"}
    assert ("ORG:Lakes Development Bank", 2) in {(one.value, one.passages) for one in facets["entity"]}
    for name in ("paper", "year", "section", "kind", "unit", "in", "entity"):
        for one in facets[name]:
            narrowed = library.search(f"{one.query}", k=50)
            assert len(narrowed) + sum(len(hit.also) for _, hit in narrowed) == one.passages, one


def test_what_stands_around_a_hit(library):
    results = library.search("drilling wells Ghana", k=1)
    paper, hit = results[0]
    beside = results.around(hit)
    assert [note.label for note in beside.notes] == ["1"]
    assert [paper.text[f.span.start : f.span.end] for f in beside.figures if f.kind == "money"] == ["$1.4 billion"]
    assert ("Ghana", 1) in {(name, count) for name, _, count in beside.names}


def test_more_like_a_passage(library):
    paper = library.paper("roads")
    start = paper.text.index("The rains")
    found = library.alike("roads", start + 5, k=3)
    assert next(iter(found))[0].name == "wells.md"
    assert all((p.name, hit.passage.spans[0].start) != ("roads.md", start) for p, hit in found)
    assert {p.name for p, _ in library.alike("roads", start, papers=["elm"])} == {"elm.md"}


def test_more_like_what_is_no_passage(library):
    with pytest.raises(BadSpanError, match="no passage of"):
        library.alike("wells", 10**9)
    with pytest.raises(NoSuchPaperError):
        library.alike("nobody", 0)


def test_options_and_fields_narrow_together(library):
    assert told(library.search("wells in:body", papers=["elm"])) == {ELM}
    assert told(library.search("wells in:note", kinds=["body"])) == set()
    assert told(library.search("kind:money", entities=["Ghana"])) == {COSTS, PAID}


def test_results_are_a_sequence(library):
    results = library.search("wells", k=3)
    assert len(results) == 3
    assert results[0] == next(iter(results))
    assert list(results[1:]) == list(results)[1:]
    assert Span(0, 1) not in results
