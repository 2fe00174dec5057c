import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Paper
from nlp.cite.answer import answer
from nlp.cite.candidates import Candidate
from nlp.cite.features import Statistics
from nlp.engines import Encoder
from nlp.model import Answer, Verdict


@pytest.fixture
def ask(candidates: list[Candidate], model: Encoder, statistics: Statistics):
    def answered(question: str) -> Answer:
        return answer(question, candidates, model, statistics)

    return answered


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How many hectares of kelp did farmers grow off Norland in 2016?", "on 1,250 hectares off Norland."),
        ("Who opened the first dryer at Port Lowe?", "Minister Ada Brenn opened the first dryer at Port Lowe."),
        ("What is a kelp bond?", "A kelp bond is a loan that is repaid in dried weed."),
        ("How many divers found work in Norland?", "Some 640 divers found work in Norland."),
        ("How many hatcheries did the Solander Programme pay for?", "It paid for nine hatcheries."),
    ],
)
def test_the_answer_is_the_sentence(question: str, text: str, ask) -> None:
    first = ask(question).statements[0]
    assert first.text.endswith(text)
    assert first.text == first.citations[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "How many hectares of kelp did farmers grow off Norland in 1987?",
        "How much was the Solander Programme worth in 2013?",
        "Who opened the dryer in Chile?",
        "How many hectares of wheat did farmers grow off Norland in 2016?",
        "What is a herring bond?",
        "Which orchestra plays Bruckner?",
    ],
)
def test_what_is_not_there_is_refused_with_a_reason(question: str, ask) -> None:
    refused = ask(question)
    assert refused.abstained
    assert refused.statements == ()
    assert refused.reason


def test_one_figure_from_two_papers_is_one_statement_with_two_citations(ask) -> None:
    statements = ask("How much was the Solander Programme worth in 2014?").statements
    assert len(statements) == 1
    assert {citation.paper for citation in statements[0].citations} == {"kelp.txt", "tides.txt"}


def test_different_figures_stand_side_by_side(ask) -> None:
    statements = ask("What was the area of kelp off Westmark in hectares in 2018?").statements
    texts = " ".join(statement.text for statement in statements)
    assert "1,900 hectares" in texts
    assert "2,100 hectares" in texts
    assert len(statements) == 2


def test_a_pronoun_is_quoted_with_what_it_stands_for(ask) -> None:
    text = ask("How many hatcheries did the Solander Programme pay for?").statements[0].text
    assert text.startswith("The Solander Programme")


def test_of_two_papers_each_gives_two_sentences_at_most(ask) -> None:
    for question in ("What happened to kelp?", "What is said of Westmark?", "What became of the Solander Programme?"):
        cited = [c.paper for s in ask(question).statements for c in s.citations]
        assert all(cited.count(paper) <= 2 for paper in cited)


def test_related_sentences_are_cited_too(ask, papers: dict[str, Paper]) -> None:
    refused = ask("How many hectares of kelp did farmers grow off Norland in 1987?")
    assert refused.verdict is Verdict.RELATED
    assert refused.related
    assert all(citation.holds(papers[citation.paper]) for citation in refused.related)


def test_no_candidates_no_answer(encoder: Encoder) -> None:
    assert answer("Why?", [], encoder, Statistics(0, lambda _: 0)).verdict is Verdict.NOTHING


WORDS = st.sampled_from(
    """how many much hectares kelp Norland Westmark Solander Programme 2014 2016 2018 who opened dryer why what is a
    bond worth £ million divers of in the CA stand for when where ? , ' Chile 99 per cent it
    ministry table grants""".split()
)


@given(question=st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=12).map(" ".join)))
def test_every_citation_of_every_answer_holds(
    question: str, candidates: list[Candidate], encoder: Encoder, statistics: Statistics, papers: dict[str, Paper]
) -> None:
    found = answer(question, candidates, encoder, statistics)
    cited = [citation for statement in found.statements for citation in statement.citations]
    assert all(citation.holds(papers[citation.paper]) for citation in (*cited, *found.related))
    assert all(statement.text == statement.citations[0].quote for statement in found.statements)
    assert found.abstained == (not found.statements)
    assert (found.reason is not None) == found.abstained


@given(question=st.lists(WORDS, min_size=1, max_size=10).map(" ".join), random=st.randoms(use_true_random=False))
def test_the_same_question_has_the_same_answer(
    question: str, random, candidates: list[Candidate], encoder: Encoder, statistics: Statistics
) -> None:
    shuffled = random.sample(candidates, len(candidates))
    assert answer(question, candidates, encoder, statistics) == answer(question, shuffled, encoder, statistics)
