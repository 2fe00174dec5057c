"""Sentences as spans, with the markers on them; markers with the sentence they stand on."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.flow import Paragraph
from corpus.model import Marker, Span
from corpus.sentenced import LONGEST, sentenced, sentences_of, supporting


def marked(text):
    """`text` without the braces around its markers, and the markers."""
    plain, markers, rest = "", [], text
    while "{" in rest:
        head, _, rest = rest.partition("{")
        label, _, rest = rest.partition("}")
        plain += head
        markers.append(Marker(Span(len(plain), len(plain) + len(label)), label.strip("[]")))
        plain += label
    return plain + rest, markers


def told(text):
    """The sentences, and for each marker the words of its sentence."""
    plain, markers = marked(text)
    body = sentenced(plain, [Paragraph((Span(0, len(plain)),), (), 1)], markers)
    said = ["".join(plain[slice(*span)] for span in each.spans) for _, each_of in body for each in each_of]
    held = [[plain[slice(*span)] for span in m.sentence] for m in supporting(markers, body)]
    return said, held


@pytest.mark.parametrize(
    ("text", "sentences", "held"),
    [
        ("The quay is old.{1} It leaks.", ["The quay is old.1", "It leaks."], [0]),
        ("The quay is old.{[1]} It leaks.{[2]}", ["The quay is old.[1]", "It leaks.[2]"], [0, 1]),
        ("The quay is old.{¹} It leaks.", ["The quay is old.¹", "It leaks."], [0]),
        ("The quay{1} is old. It leaks.", ["The quay1 is old.", "It leaks."], [0]),
        ("The quay is old. {1} It leaks.", ["The quay is old. 1", "It leaks."], [0]),
        ("The quay is “old.”{3} It leaks.", ["The quay is “old.”3", "It leaks."], [0]),
        ("It was so in 2012{7} and is still. It leaks.", ["It was so in 20127 and is still.", "It leaks."], [0]),
        ("The quay is old", ["The quay is old"], []),
        ("It is old.{1}{2} It leaks.", ["It is old.12", "It leaks."], [0, 0]),
    ],
)
def test_a_marker_goes_with_the_sentence_it_stands_on(text, sentences, held):
    said, got = told(text)
    assert said == sentences
    assert got == [[sentences[at]] for at in held]


def test_a_sentence_that_a_page_cuts_is_one_with_two_spans():
    text = "The quay is\n\n12\n\nold and wet.1 It leaks."
    pieces = (Span(0, 13), Span(17, len(text)))
    mark = Marker(Span(text.index("1 It"), text.index("1 It") + 1), "1")
    body = sentenced(text, [Paragraph(pieces, (), 1)], [mark])
    first, second = body[0][1]
    assert "".join(text[slice(*span)] for span in first.spans).split() == ["The", "quay", "is", "old", "and", "wet.1"]
    assert first.words == 6
    assert text[slice(*second.spans[0])] == "It leaks."
    assert supporting([mark], body)[0].sentence == first.spans


def test_a_marker_outside_the_body_stands_on_no_sentence():
    text = "The quay is old.\n\nTable 1\u00b9"
    body = sentenced(text, [Paragraph((Span(0, 16),), (), 1)], [])
    assert supporting([Marker(Span(25, 26), "1")], body)[0].sentence == ()


@pytest.mark.parametrize("word", ["quay ", "x"])
def test_a_sentence_longer_than_a_passage_is_cut(word):
    text = (word * (LONGEST * 3 // len(word))).strip()
    found = list(sentences_of(text, (Span(0, len(text)),)))
    assert all(each.length <= LONGEST for each in found)
    assert sum(each.words for each in found) == len(text.split()) if " " in word else len(found)
    assert "".join("".join(text[slice(*s)] for s in each.spans) for each in found).replace(" ", "") == text.replace(
        " ", ""
    )


@given(
    st.lists(
        st.sampled_from(["The quay ", "is old.", "{1}", "{[2]}", " ", "“So?” ", "e.g. ", "3.5 ", "*Plan* ", "\n"]),
        max_size=20,
    )
)
def test_sentences_are_in_order_and_every_one_has_words(parts):
    plain, markers = marked("".join(parts))
    if not plain.strip():
        return
    body = sentenced(plain, [Paragraph((Span(0, len(plain)),), (), 1)], markers)
    spans = [span for _, each_of in body for each in each_of for span in each.spans]
    assert spans == sorted(spans)
    assert all(one.end <= two.start for one, two in itertools.pairwise(spans))
    assert all(span.end <= len(plain) for span in spans)
