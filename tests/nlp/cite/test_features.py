from collections.abc import Sequence

import pytest

from nlp.cite.candidates import Candidate
from nlp.cite.evidence import Evidence, gather
from nlp.cite.features import Features, Statistics, measure
from nlp.cite.question import understand
from nlp.engines import Encoder

QUESTION = "How many hectares of kelp did farmers grow off Norland in 2016?"


def evidence_with(words: str, evidence: Sequence[Evidence]) -> Evidence:
    return next(each for each in evidence if words in each.sentence.text)


@pytest.fixture
def look(candidates: list[Candidate], encoder: Encoder, statistics: Statistics):
    def features(question: str, words: str) -> Features:
        asked = understand(question)
        return measure(asked, evidence_with(words, gather(asked, candidates, encoder)), statistics)

    return features


@pytest.mark.parametrize(
    ("question", "words", "missing"),
    [
        (QUESTION, "In 2016 farmers", ()),
        (QUESTION.replace("2016", "2013"), "In 2016 farmers", ("2013",)),
        (QUESTION.replace("Norland", "Chile"), "In 2016 farmers", ("Chile",)),
        (QUESTION.replace("Norland", "Westmark"), "In 2016 farmers", ("Westmark",)),
        (QUESTION.replace("kelp", "wheat"), "In 2016 farmers", ("wheat",)),
        ("What did the 99 do?", "In 2016 farmers", ("99",)),
        ("How many hatcheries did the Solander Programme pay for?", "It paid for nine", ()),
        ("How much did Norland get in 2016?", "Norland 3.1", ()),
        ("How much did Norland get in 2017?", "Norland 3.1", ("2017",)),
    ],
)
def test_what_is_missing(question: str, words: str, missing: tuple[str, ...], look) -> None:
    assert look(question, words).missing == missing


def test_coverage_is_whole_when_every_word_is_there(look) -> None:
    found = look("What is a kelp bond?", "A kelp bond is")
    assert found.coverage == pytest.approx(1.0)
    assert found.said == pytest.approx(1.0)


def test_rare_words_weigh_more_and_unknown_ones_no_more_than_those() -> None:
    counts = {"kelp": 900, "bond": 20, "dryer": 3}
    statistics = Statistics(1000, lambda term: counts.get(term, 0))
    assert statistics.weight("dryer") > statistics.weight("bond") > statistics.weight("kelp") > 0
    assert statistics.weight("zeppelin") == statistics.weight("dryer")


def test_the_short_form_of_a_name_will_do_in_a_paper_that_has_the_name(look) -> None:
    assert "Westmark Programme" in look("What did the Westmark Programme cost?", "It paid for").missing_names
