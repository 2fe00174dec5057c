"""A whole paper's names: spans, labels, canonical names, and what printing must not change."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import Span
from corpus.prose import prose
from corpus.view import View
from nlp.model import Mention
from nlp.tag.names.entities import entities


def tagged(*paragraphs: str) -> list[tuple[str, str, str]]:
    """(printed, label, entity) of one paper made of `paragraphs`."""
    text, views = paper(*paragraphs)
    return [(text[slice(*m.span)], m.label.value, m.entity) for m in entities(views)[0]]


def paper(*paragraphs: str) -> tuple[str, list[View]]:
    text, views, at = "\n\n".join(paragraphs), [], 0
    for part in paragraphs:
        views.append(prose(text, (Span(at, at + len(part)),)))
        at += len(part) + 2
    return text, views


def found(*paragraphs: str) -> list[tuple[str, str]]:
    return [(printed, label) for printed, label, _ in tagged(*paragraphs)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Colombian government met the United Nations.", [("Colombian", "NORP"), ("United Nations", "ORG")]),
        ("Central and South America grew.", [("Central and South America", "LOC")]),
        ("In Northern Mexico and West African ports.", [("Northern Mexico", "LOC"), ("West African", "NORP")]),
        ("the Middle East and South Asia", [("Middle East", "LOC"), ("South Asia", "LOC")]),
        ("Latin America and the Caribbean", [("Latin America", "LOC"), ("Caribbean", "LOC")]),
        ("the US Department of Defense", [("US Department of Defense", "ORG")]),
        ("Okafor, C. (2014), “The Long Road to Clean Water,” Lagos.",
         [("Okafor, C.", "PERSON"), ("The Long Road to Clean Water", "WORK"), ("Lagos", "GPE")]),
        ("The Okello Administration met.", [("Okello", "PERSON")]),
        ("fighters of the FDLR left Kenya", [("FDLR", "ORG"), ("Kenya", "GPE")]),
    ],
)  # fmt: skip
def test_labels(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He said that we should wait until March.",
        "See http://www.canada.ca/peru and www.worldbank.org/kenya or kenya@un.org.",
        "Gross domestic product (GDP) fell; GDP rose.",
        "Executive Summary and Key Findings",
        "Monday, 3 May",
        "NGOs and CEOs in the EEZ",
        "",
    ],
)
def test_names_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("paragraphs", "printed", "entity"),
    [
        (("The Baltic Marine Fund (BMF) pays.", "BMF staff left."), "BMF", "Baltic Marine Fund"),
        (("The U.S. and the United States.",), "U.S.", "United States"),
        (("Peruvians and Peruvian law.",), "Peruvians", "Peruvian"),
        (("Ruth Kimani spoke.", "Kimani left."), "Kimani", "Ruth Kimani"),
        (("the Port Safety Agency began.", "The Agency grew."), "Agency", "Port Safety Agency"),
        (("the Mérida Initiative; the Merida Initiative",), "Merida Initiative", "Mérida Initiative"),
        (("President Clinton left.", "Hillary Clinton came."), "Clinton", "Clinton"),
        # not merged
        (("Ruth Kimani and Peter Kimani met.", "President Kimani left."), "Kimani", "Kimani"),
        (("Kenya and Kenyans",), "Kenyans", "Kenyan"),
        (("The Agency grew.",), "Agency", None),
        (("the Baltic Marine Fund (BMF) and the Border Monitoring Force (BMF)", "The BMF left."), "BMF", "BMF"),
    ],
)
def test_canonical_names(paragraphs: tuple[str, ...], printed: str, entity: str | None) -> None:
    names = [name for text, _, name in tagged(*paragraphs) if text == printed]
    assert (names[-1] if names else None) == entity


def test_a_short_form_means_what_this_paper_says() -> None:
    one = tagged("the Canadian Irrigation Council (CIC) met", "The CIC left.")
    other = tagged("the Center for Inland Canals (CIC) met", "The CIC left.")
    assert one[-1] == ("CIC", "ORG", "Canadian Irrigation Council")
    assert other[-1] == ("CIC", "ORG", "Center for Inland Canals")


def test_a_defined_term_is_no_name_even_if_the_lists_know_it() -> None:
    assert found("the capital adequacy ratio (CAR) fell; CAR rose") == []


def test_a_name_is_found_wherever_it_stands_again() -> None:
    assert (
        found("Ambassador Zuri Okello spoke.", "we asked Zuri Okello", "Interview With Zuri Okello")
        == [("Zuri Okello", "PERSON")] * 3
    )


def test_entities_count_their_mentions_and_aliases() -> None:
    _, views = paper("The U.S. and the United States. U.S. law.")
    (entity,) = entities(views)[1]
    assert (entity.name, entity.mentions, entity.aliases) == ("United States", 3, ("U.S.", "United States"))


PIECES = [
    "The Baltic Marine Fund (BMF) met in Lagos.",
    "Kenya's Ministry of Health and the World Bank agreed.",
    "Deutsch (1957) and Ruth W. Kimani disagreed;",
    "anti-American views in Central and South America",
    "the Treaty of Lagos, the Cold War",
    "“The Long Road to Clean Water,” said BMF staff.",
    "see www.example.org/Kenya for São Paulo’s data",
    "GDP rose by 4% in 2010.",
    "*Plan* Colombia² and the U.S.-led effort",
]


def spans(mentions: list[Mention]) -> list[Span]:
    return [m.span for m in mentions]


@given(st.lists(st.sampled_from(PIECES), max_size=6))
@settings(deadline=None, max_examples=40)
def test_mentions_lie_in_the_text_apart_and_the_same_each_time(parts: list[str]) -> None:
    text, views = paper(*parts)
    mentions, names = entities(views)
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(sorted(spans(mentions))))
    assert sum(entity.mentions for entity in names) == len(mentions)
    assert entities(views) == (mentions, names)


@given(st.lists(st.sampled_from(PIECES), max_size=5))
@settings(deadline=None, max_examples=25)
def test_line_ends_and_apostrophes_change_nothing(parts: list[str]) -> None:
    plain = [(label, name) for _, label, name in tagged(*parts)]
    wrapped = [(label, name) for _, label, name in tagged(*(part.replace(" ", "\n") for part in parts))]
    curly = [(label, name) for _, label, name in tagged(*(part.replace("'", "’") for part in parts))]
    assert wrapped == plain == curly


@given(st.text(max_size=80))
@settings(deadline=None, max_examples=60)
def test_any_text_is_read(text: str) -> None:
    view = View.of(text)
    for mention in entities([view])[0]:
        assert text[slice(*mention.span)].strip()


@pytest.mark.parametrize("unit", ["(", "U.", "Aaa-", "A-", "Bank of ", "Maria and ", "Foo Bar (FB) ", "........ "])
def test_odd_text_costs_no_more_than_its_length(unit: str) -> None:
    """Text without words and names without end: here the time of a bad pattern would grow with the square."""
    text = unit * 2000
    mentions, _ = entities([View.of(text)])
    assert all(m.span.length <= 400 for m in mentions)
