"""Names that citations give away, in notes and in bibliographies; expected by hand."""

import pytest

from corpus.model import BlockKind, Span
from corpus.prose import prose
from nlp.tag.names.entities import entities
from nlp.tag.names.patterns.cited import find_cited

ENTRY, NOTE = True, False
CASES = [
    (
        ENTRY,
        "Kone, F. 2012. “The Price of Shade”. The Forester 380: 1259-79.",
        ["PERSON Kone, F.", "WORK The Price of Shade", "WORK The Forester"],
    ),
    (
        ENTRY,
        "Roe, Jane, and Ada Moss. Rain and Rights: A History. Lima: Sol Press, 2014.",
        ["PERSON Roe, Jane", "PERSON Ada Moss", "WORK Rain and Rights: A History", "GPE Lima", "ORG Sol Press"],
    ),
    (
        ENTRY,
        "Ministry of Wells (2012). National well plan. Nairobi: State Printer.",
        ["WORK National well plan", "GPE Nairobi", "ORG State Printer"],
    ),
    (ENTRY, "Hale, R. 2009. Rails. Geneva: WHO and UNDP.", ["PERSON Hale, R.", "GPE Geneva", "ORG WHO", "ORG UNDP"]),
    (ENTRY, "Kenyan Government. 2015. Working Paper.", []),
    (
        NOTE,
        "Riverwatch, The Road Not Mended (Brussels: Riverwatch, 2020), 14.",
        ["WORK The Road Not Mended", "GPE Brussels", "ORG Riverwatch"],
    ),
    (
        NOTE,
        "See Jane Keovong, The Long Loan (Oxford: Reed, 2001), 3.",
        ["PERSON Jane Keovong", "WORK The Long Loan", "GPE Oxford", "ORG Reed"],
    ),
    (NOTE, "Kenya, Ministry of Finance, Budget 2014, p. 3.", []),
    (NOTE, "United Nations, Security Council, Resolution 1325, 31 October 2000.", []),
    (
        NOTE,
        "Carpine Line, Annual Accounts (Bern: Carpine Line, 2021), 7.",
        ["WORK Annual Accounts", "GPE Bern", "ORG Carpine Line"],
    ),
    (NOTE, "Armed Attack: Evolutions in Practice, 12 May.", []),
]


@pytest.mark.parametrize(("entry", "words", "names"), CASES)
def test_citations(entry, words, names):
    found = sorted(find_cited(words, entry=entry), key=lambda item: item.start)
    assert [f"{item.label} {words[item.start : item.end]}" for item in found] == names


def test_a_title_ends_with_its_italics():
    words = "Mera, L. (2005). *Crossing the Plain*, Working Paper Series, Bonn."
    view = prose(words, (Span(0, len(words)),))
    mentions, _ = entities([view], [BlockKind.REFERENCE])
    assert "Crossing the Plain" in {words[m.span.start : m.span.end] for m in mentions if m.label == "WORK"}


def test_running_text_is_not_read_as_a_citation():
    words = "Riverwatch, The Road Not Mended (Brussels: Riverwatch, 2020), 14."
    mentions, _ = entities([prose(words, (Span(0, len(words)),))])
    assert not [mention for mention in mentions if mention.by == "cited"]
