from collections.abc import Callable

import pytest

from nlp.cite.candidates import Candidate, split
from nlp.cite.evidence import WEIGHTS, fit, gather
from nlp.cite.question import understand
from nlp.engines import Encoder


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("How much did it cost?", "It cost £3 million.", 1.0),
        ("How much did it cost?", "It cost 3 lives.", 0.0),
        ("How many hectares grew?", "It grew on 1,250 hectares.", 1.0),
        ("How many hectares grew?", "It grew in 1,250 places.", 0.0),
        ("How many divers found work?", "Some 640 divers found work.", 1.0),
        ("How many boats were sunk?", "Some 640 divers found work.", 0.75),
        ("How many boats were sunk?", "Of the boats, 12 were sunk.", 0.5),
        ("How many boats were sunk?", "All boats were sunk in 2014.", 0.0),
        ("When did it end?", "It ended in 2019.", 1.0),
        ("When in 2019 did it end?", "It ended in 2019.", 0.0),
        ("When did it end?", "It ended in March.", 0.5),
        ("When did it end?", "It ended badly.", 0.0),
        ("Who opened the dryer?", "The dryer was opened by Ada Brenn.", 1.0),
        ("Who opened the dryer?", "The dryer was opened.", 0.0),
        ("Where is the dryer?", "The dryer is at Port Lowe.", 1.0),
        ("Where in Norland is the dryer?", "The dryer is in Norland.", 0.0),
        ("Why did it end?", "It ended because the boats sank.", 1.0),
        ("Why did it end?", "It ended and the boats sank.", 0.5),
        ("What is a kelp bond?", "A kelp bond is a loan in weed.", 1.0),
        ("What is a kelp bond?", "Many bought kelp bonds.", 0.0),
        ("What does CA stand for?", "The Coast Agency (CA) ran it.", 1.0),
        ("What does CA stand for?", "The Coast Agency, or CA, ran it.", 1.0),
        ("What does CA stand for?", "- CA: Coast Agency", 1.0),
        ("What does CA stand for?", "The CA is a body.", 0.0),
        ("What do they recommend?", "They recommend boats.", 1.0),
    ],
)
def test_fit(question: str, text: str, expected: float, passage_of: Callable[[str], Candidate]) -> None:
    assert fit(understand(question), split([passage_of(text)])[0][0]) == expected


@pytest.mark.parametrize(
    ("question", "best"),
    [
        (
            "How many hectares of kelp did farmers grow off Norland in 2016?",
            "In 2016 farmers grew kelp on 1,250 hectares",
        ),
        ("Who opened the first dryer at Port Lowe?", "Minister Ada Brenn opened"),
        ("What is a kelp bond?", "A kelp bond is"),
    ],
)
def test_the_sentence_that_answers_comes_first(
    question: str, best: str, candidates: list[Candidate], encoder: Encoder
) -> None:
    assert gather(understand(question), candidates, encoder)[0].sentence.text.startswith(best)


def test_every_leg_lies_between_0_and_1_and_the_score_falls(candidates: list[Candidate], encoder: Encoder) -> None:
    evidence = gather(understand("How many hectares of kelp grew in 2016?"), candidates, encoder)
    assert all(-1e-6 <= getattr(each, leg) <= 1 + 1e-6 for each in evidence for leg in WEIGHTS)
    scores = [each.score for each in evidence]
    assert scores == sorted(scores, reverse=True)


def test_nothing_comes_of_nothing(encoder: Encoder) -> None:
    assert gather(understand("Why?"), [], encoder) == []


def test_the_order_of_candidates_does_not_matter(candidates: list[Candidate], encoder: Encoder) -> None:
    question = understand("How much was the Solander Programme worth?")
    one = [e.sentence.spans for e in gather(question, candidates, encoder)]
    other = [e.sentence.spans for e in gather(question, candidates[::-1], encoder)]
    assert one == other


@pytest.mark.parametrize(
    ("question", "row", "expected"),
    [
        ("How much did Norland get in 2016?", "Norland", 1.0),
        ("How much did Norland get in 2016?", "Westmark", 0.0),
        ("How much did the harbours get in 2016?", "Norland", 0.0),
    ],
)
def test_a_row_fits_a_question_for_it_alone(
    question: str, row: str, expected: float, candidates: list[Candidate]
) -> None:
    rows = {sentence.label: sentence for passage in split(candidates) for sentence in passage}
    assert fit(understand(question), rows[row]) == expected
