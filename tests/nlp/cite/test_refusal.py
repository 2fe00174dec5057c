import pytest

from nlp.cite.candidates import Candidate
from nlp.cite.evidence import gather
from nlp.cite.features import Statistics
from nlp.cite.question import Want, understand
from nlp.cite.refusal import SOUGHT, Judgement, judge
from nlp.engines import Encoder
from nlp.model import Verdict


@pytest.fixture
def ask(candidates: list[Candidate], model: Encoder, statistics: Statistics):
    def judged(text: str) -> Judgement:
        question = understand(text)
        return judge(question, gather(question, candidates, model), statistics)

    return judged


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("How much was the Solander Programme worth in 2013?", "no passage mentions 2013"),
        ("How many hectares of kelp grew off Norland in 1999?", "no passage mentions 1999"),
        ("How many hectares of kelp grew off Chile in 2016?", "no passage mentions Chile"),
        ("How many hectares of wheat grew off Norland in 2016?", "no passage mentions wheat"),
        ("How many hectares of kelp grew off Norland in 2014?", "no passage found mentions 2014 together with"),
        ("Who opened the dryer in Japan?", "no passage found mentions Japan together with"),
        ("How many tonnes of kelp did farmers grow off Norland in 2016?", "nothing found says how many tonnes"),
        ("What does NATO stand for?", "no passage mentions NATO"),
    ],
)
def test_a_refusal_names_the_gap(question: str, reason: str, ask) -> None:
    judged = ask(question)
    assert judged.verdict is not Verdict.ANSWERED
    assert judged.reason is not None
    assert judged.reason.startswith(reason)


@pytest.mark.parametrize(
    "question",
    [
        "How much was the Solander Programme worth in 2014?",
        "How many hectares of kelp did farmers grow off Norland in 2016?",
        "How many divers found work in Norland?",
        "Who opened the first dryer at Port Lowe?",
        "What is a kelp bond?",
        "What does CA stand for in the Coast Agency scheme?",
        "When did three harbours close?",
        "Where did exports go?",
    ],
)
def test_what_is_there_is_answered(question: str, ask) -> None:
    judged = ask(question)
    assert judged.verdict is Verdict.ANSWERED
    assert judged.reason is None
    assert judged.answering


def test_nothing_is_near_to_another_subject(ask) -> None:
    judged = ask("Which orchestra plays Bruckner?")
    assert judged.verdict is Verdict.NOTHING
    assert judged.answering == ()


def test_a_library_without_passages_has_nothing() -> None:
    judged = judge(understand("Why?"), [], Statistics(0, lambda _: 0))
    assert (judged.verdict, judged.reason) == (Verdict.NOTHING, "there is no passage to look in")


def test_every_want_has_words() -> None:
    assert set(SOUGHT) == set(Want)
