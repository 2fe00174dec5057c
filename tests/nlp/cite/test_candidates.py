from collections.abc import Callable, Sequence

import pytest

from corpus.model import Passage, PassageKind, Span
from nlp.cite.candidates import Candidate, Sentence, paragraphs, split


def sentence_with(words: str, candidates: Sequence[Candidate]) -> Sentence:
    return next(s for passage in split(candidates) for s in passage if words in s.text)


def test_sentences_are_read_without_markers_and_line_ends_and_point_at_the_source(candidates: list[Candidate]) -> None:
    sentence = sentence_with("worth £12.5 million in 2014.", candidates)
    assert sentence.text == "The Solander Programme was worth £12.5 million in 2014."
    quote = sentence.candidate.paper.quote(*sentence.spans)
    assert quote == "The Solander Programme was worth £12.5 million in 2014."


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("It paid", "The Solander Programme was worth £12.5 million in 2014.¹ It paid for nine hatcheries."),
        ("This is lower", "Westmark put the area of its kelp at 1,900 hectares in 2018. This is lower than"),
        ("In 2016", "In 2016 farmers grew kelp on 1,250 hectares off Norland."),
        ("Some 640", "Some 640 divers found work in Norland."),
    ],
)
def test_a_pronoun_takes_the_sentence_before_along(words: str, shown: str, candidates: list[Candidate]) -> None:
    sentence = sentence_with(words, candidates)
    assert sentence.candidate.paper.quote(*sentence.shown).startswith(shown)


@pytest.mark.parametrize("text", ["A cat. It is clear that dogs bark.", "A cat. Item two barks.", "It barks."])
def test_what_only_looks_like_a_pronoun_stands_alone(text: str, passage_of: Callable[[str], Candidate]) -> None:
    last = split([passage_of(text)])[0][-1]
    assert last.shown == last.spans


def test_a_list_item_is_a_sentence_of_its_own(candidates: list[Candidate]) -> None:
    assert sentence_with("Three harbours", candidates).text == "- Three harbours closed in 2017"


def test_paragraphs_are_counted_through_the_passage(candidates: list[Candidate]) -> None:
    assert sentence_with("Solander Programme was", candidates).paragraph == 1
    assert sentence_with("off Westmark", candidates).paragraph == 2


@pytest.mark.parametrize(
    ("text", "count"),
    [("One.\n\nTwo.", 2), ("One\n\ngoes on.", 1), ("One.\r\n\r\nTwo.", 2), ("One.\nTwo.", 1), ("1. a\n2. b\n3. c", 3)],
)
def test_paragraphs(text: str, count: int) -> None:
    assert len(paragraphs(text, (Span(0, len(text)),))) == count


def test_a_row_is_read_and_shown_under_the_head_of_its_table(candidates: list[Candidate]) -> None:
    row = sentence_with("Westmark 1.7", [c for c in candidates if c.passage.kind is PassageKind.TABLE])
    quote = row.candidate.paper.quote(*row.shown)
    assert quote.splitlines() == ["Table 1. Grants (£ million)", "Place\t2015\t2016", "Westmark\t1.7\t2.8"]
    assert {figure.low for figure in row.figures} == {1.7e6, 2.8e6}


def test_a_passage_that_comes_twice_is_read_once(candidates: list[Candidate]) -> None:
    assert len(split([candidates[0], candidates[0]])) == 1


def test_neighbours_do_not_cross_passages(candidates: list[Candidate]) -> None:
    first = split(candidates)[1][0]
    assert first.before == ""


@pytest.mark.parametrize(
    ("text", "refers"),
    [
        ("Auditors, Closing Report (2020), 17.", True),
        ("See Hallgren, Roads (2021), 12.", True),
        ("Ibid., 44.", True),
        ("The fee was £3 in 2020.", False),
        ("Freight is the mean of both seasons.", False),
    ],
)
def test_a_note_that_only_names_a_source(text: str, refers: bool, passage_of: Callable[[str], Candidate]) -> None:
    body = passage_of(text)
    note = Candidate(body.paper, Passage(body.passage.spans, PassageKind.NOTE, note=0))
    assert split([note])[0][0].refers is refers
    assert not split([body])[0][0].refers
