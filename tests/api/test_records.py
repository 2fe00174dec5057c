"""Records name their paper and place, and their text is what stands there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.figures.record import figure_record
from api.records import (
    added_record,
    answer_record,
    cited,
    hit_record,
    outline_record,
    paper_record,
    place,
    status_records,
    told_figure,
)
from api.reports import Added, Outcome
from corpus.model import Block, BlockKind, Metadata, Page, Paper, Passage, PassageKind, Source, Span
from nlp.model import Answer, Citation, Figure, Hit, Kind, Ref, Statement, Verdict

TEXT = "## Costs\n\nThe wells cost €5 million a year. They\n\n1 A note.\n\nwere deep.\n"
SOURCE = Source("in/wells.txt", "txt", "00", "txt 1")
PAPER = Paper("wells.txt", TEXT, SOURCE, (Page(Span(0, 45), "iv"), Page(Span(45, len(TEXT)))))


def at(words, text=TEXT):
    start = text.index(words)
    return Span(start, start + len(words))


def joined(record):
    return "".join(TEXT[s:e] for s, e in record.get("spans") or [[record["start"], record["end"]]])


def test_place_of_one_piece_has_start_and_end_and_of_two_has_spans():
    one, two = place(PAPER, (at("The wells"),)), place(PAPER, (at("They"), at("were deep.")))
    assert (one["paper"], one["page"], one["text"], "spans" in one) == ("wells.txt", "iv", "The wells", False)
    assert TEXT[one["start"] : one["end"]] == one["text"]
    assert "start" not in two
    assert two["text"] == joined(two) == "Theywere deep."


@given(st.lists(st.integers(0, len(TEXT)), min_size=2, max_size=8, unique=True))
def test_text_is_always_what_stands_at_the_spans(cuts):
    cuts = sorted(cuts[: len(cuts) // 2 * 2])
    record = place(PAPER, tuple(Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True)))
    assert record["text"] == joined(record)


def test_a_hit_says_where_it_stands_and_why_it_ranks():
    passage = Passage((at("The wells"), at("were deep.")), section=(at("## Costs"),), page="iv", paragraph=1)
    hit = Hit(Ref("wells.txt", 0), passage, 0.9, 3.5, 0.4, (at("wells"),))
    record = hit_record(PAPER, hit, rank=2)
    assert (record["rank"], record["kind"], record["section"]) == (2, "body", ["Costs"])
    assert record["spans"] == [list(at("The wells")), list(at("were deep."))]
    assert "start" not in record
    assert record["citation"] == "wells.txt, p. iv, para. 1"
    assert [TEXT[s:e] for s, e in record["matched"]] == ["wells"]


def test_a_hit_of_one_piece_has_spans_beside_start_and_end():
    passage = Passage((at("1 A note."),), PassageKind.NOTE, note=0)
    record = hit_record(PAPER, Hit(Ref("wells.txt", 1), passage, 1.0, 1.0, 0.0, note="1"), rank=1)
    assert record["spans"] == [[record["start"], record["end"]]]
    assert record["citation"] == "wells.txt, n. 1"


@pytest.mark.parametrize(
    ("low", "high", "value"),
    [(5e6, 5e6, 5_000_000), (0.5, 0.5, 0.5), (5.0, 7.5, [5, 7.5]), (1e300, 1e300, 1e300), (-2.0, -2.0, -2)],
)
def test_figure_values_are_scaled_and_whole_numbers_have_no_point(low, high, value):
    figure = Figure(at("€5 million"), Kind.MONEY, low, high, "EUR", per="year", row=at("## Costs"))
    record = figure_record(PAPER, figure)
    assert repr(record["value"]) == repr(value)
    assert (record["text"], record["kind"], record["unit"], record["per"]) == ("€5 million", "money", "EUR", "year")
    assert (record["place"], record["implied"], record["row"], record["column"]) == ("body", False, "Costs", None)


def citation(*spans):
    return Citation("wells.txt", spans, PAPER.quote(*spans), page="iv", paragraph=1)


def test_an_answer_cites_every_piece_of_every_statement():
    cut, whole = citation(at("They"), at("were deep.")), citation(at("The wells cost €5 million a year."))
    said = (Statement("They were deep.", (cut,)), Statement("The wells cost €5 million a year.", (whole,)))
    record = answer_record(Answer("How deep?", Verdict.ANSWERED, said))
    assert record["text"] == "They were deep. The wells cost €5 million a year."
    assert (record["abstained"], record["reason"], record["related"]) == (False, None, [])
    assert [(each["statement"], each["part"]) for each in record["citations"]] == [
        (1, [1, 2]),
        (1, [2, 2]),
        (2, [1, 1]),
    ]
    assert all(TEXT[each["start"] : each["end"]] == each["quote"] == each["text"] for each in record["citations"])


def test_a_refusal_has_a_reason_and_no_text():
    record = answer_record(Answer("Who?", Verdict.RELATED, reason="nobody is named", related=(citation(at("They")),)))
    assert (record["abstained"], record["text"], record["citations"]) == (True, "", [])
    assert (record["reason"], record["verdict"]) == ("nobody is named", "related")
    assert record["related"][0]["quote"] == "They"


def test_a_paper_with_its_outline():
    paper = Paper("wells.txt", TEXT, SOURCE, metadata=Metadata("Wells", ("A. Deep",), "2001-05"))
    blocks = [Block(at("## Costs"), BlockKind.HEADING, 1), Block(at("The wells cost"), BlockKind.PARAGRAPH)]
    record = outline_record(paper, blocks, {"notes": 1})
    assert (record["title"], record["authors"], record["year"], record["counts"]) == (
        "Wells", ["A. Deep"], 2001, {"notes": 1},
    )  # fmt: skip
    assert [(head["heading"], head["level"], head["start"]) for head in record["outline"]] == [("Costs", 1, 0)]
    assert record["characters"] == paper_record(paper)["characters"] == len(TEXT)


def test_reports_and_status_are_flat():
    added = added_record(Added("a.bin", Outcome.FAILED, message="no"))
    assert (added["path"], added["outcome"], added["message"]) == ("a.bin", "failed", "no")
    rows = list(status_records({"papers": ["a"], "index": {"words": {"held": 2}}}))
    assert rows == [{"name": "papers", "value": ["a"]}, {"name": "index.words.held", "value": 2}]


@pytest.mark.parametrize(
    ("options", "expected"),
    [({}, "a"), ({"page": "iv", "paragraph": 3}, "a, p. iv, para. 3"), ({"page": "0", "note": "*"}, "a, p. 0, n. *")],
)
def test_cited(options, expected):
    assert cited("a", **options) == expected


def test_figures_that_were_asked_for_are_said_in_so_many_words():
    whole = citation(at("The wells cost €5 million a year."))
    asked = Figure(
        at("€5 million"),
        Kind.MONEY,
        5e6,
        5e6,
        "EUR",
        qualifier="some",
        per="year",
        subject=(at("The wells"),),
        since=2001,
        until=2003,
    )
    elsewhere = Figure(at("## Costs"), Kind.MONEY, 1, 2, "EUR")
    record = answer_record(Answer("How much?", Verdict.ANSWERED, (Statement("", (whole,), (asked, elsewhere)),)))
    [told] = record["figures"]
    assert TEXT[told["start"] : told["end"]] == told["text"] == "€5 million"
    assert (told["statement"], told["subject"]) == (1, "The wells")
    assert told_figure(told) == "some 5,000,000 EUR per year, 2001\N{EN DASH}2003: The wells"
