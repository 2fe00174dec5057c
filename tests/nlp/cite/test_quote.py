import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Page, Paper, Passage, PassageKind, Source, Span
from nlp.cite.quote import cite, headings, joined

TEXT = "# Growing areas\n\nSeaweed grew on 40 ha off the cape. It feeds otters.\n"
START = TEXT.index("Seaweed")
END = TEXT.index(" It feeds")
PASSAGE = Passage((Span(START, len(TEXT) - 1),), section=(Span(0, 15),), paragraph=3)


def paper(text: str = TEXT, pages: tuple[Page, ...] = ()) -> Paper:
    return Paper("sea.txt", text, Source("sea.txt", "txt", "0" * 64, "txt 1"), pages)


def test_quotes_what_stands_there_with_what_is_around_it() -> None:
    citation = cite(paper(), PASSAGE, (Span(START, END),))
    assert citation is not None
    assert citation.quote == "Seaweed grew on 40 ha off the cape."
    assert citation.prefix == "# Growing areas\n\n"
    assert citation.suffix == " It feeds otters.\n"
    assert (citation.section, citation.paragraph, citation.page) == ("Growing areas", 3, None)


def test_prefix_and_suffix_are_no_longer_than_32_characters() -> None:
    text = "a" * 50 + "QUOTE" + "b" * 50
    citation = cite(paper(text), Passage((Span(0, 105),)), (Span(50, 55),))
    assert citation is not None
    assert (citation.prefix, citation.quote, citation.suffix) == ("a" * 32, "QUOTE", "b" * 32)


def test_several_spans_are_quoted_one_after_the_other() -> None:
    citation = cite(paper(), PASSAGE, (Span(START, START + 8), Span(END - 9, END)))
    assert citation is not None
    assert citation.quote == "Seaweed the cape."


@pytest.mark.parametrize(
    "spans",
    [
        (),
        (Span(0, len(TEXT) + 1),),
        (Span(15, 17),),
        (Span(20, 30), Span(25, 40)),
        (Span(30, 40), Span(10, 20)),
    ],
    ids=["none", "past the end", "white space", "overlap", "backwards"],
)
def test_what_would_not_hold_is_not_cited(spans: tuple[Span, ...]) -> None:
    assert cite(paper(), PASSAGE, spans) is None


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(0, 40)), max_size=4))
def test_every_citation_holds(places: list[tuple[int, int]]) -> None:
    spans = tuple(Span(start, start + length) for start, length in places)
    citation = cite(paper(), PASSAGE, spans)
    assert citation is None or citation.holds(paper())


def test_page_is_that_of_the_quotation_not_of_the_passage() -> None:
    pages = (Page(Span(0, END), "11"), Page(Span(END, len(TEXT)), "12"))
    citation = cite(paper(pages=pages), PASSAGE, (Span(END + 1, len(TEXT) - 1),))
    assert citation is not None
    assert citation.page == "12"


def test_a_note_is_cited_by_its_label_and_a_body_passage_never_is() -> None:
    spans = (Span(START, END),)
    note = cite(paper(), Passage(spans, PassageKind.NOTE, note=0), spans, note="7")
    body = cite(paper(), Passage(spans), spans, note="7")
    assert note is not None
    assert body is not None
    assert (note.note, body.note) == ("7", None)


def test_a_known_paragraph_goes_before_that_of_the_passage() -> None:
    citation = cite(paper(), PASSAGE, (Span(START, END),), paragraph=5)
    assert citation is not None
    assert citation.paragraph == 5


def test_headings_are_plain_and_empty_ones_are_left_out() -> None:
    text = "# **Old** growth\n\n#\n\nText."
    passage = Passage((Span(21, 26),), section=(Span(0, 16), Span(18, 19)))
    assert headings(paper(text), passage) == ("Old growth",)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ((Span(0, 3), Span(3, 5)), (Span(0, 5),)),
        ((Span(6, 9), Span(0, 3)), (Span(0, 3), Span(6, 9))),
        ((Span(0, 9), Span(2, 4)), (Span(0, 9),)),
        ((), ()),
    ],
)
def test_joined(spans: tuple[Span, ...], expected: tuple[Span, ...]) -> None:
    assert joined(spans) == expected
