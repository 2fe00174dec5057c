import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.cite.question import Want, understand
from nlp.model import Kind


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("How much did the ministry spend on kelp in 2014?", Want.MONEY),
        ("What was the annual budget of the agency?", Want.MONEY),
        ("What does a bed cost a night?", Want.MONEY),
        ("What did a sack of leaf sell for in 2022?", Want.MONEY),
        ("How many million dollars went to schools?", Want.MONEY),
        ("How much was the treaty worth?", Want.MONEY),
        ("How many hectares of forest were burnt?", Want.AREA),
        ("What area was sprayed?", Want.AREA),
        ("What share of the harvest is lost?", Want.PERCENT),
        ("What percentage of women vote?", Want.PERCENT),
        ("What was the homicide rate in 2011?", Want.RATE),
        ("How many metric tons of fish were landed?", Want.MASS),
        ("How many kilometres of road were built?", Want.DISTANCE),
        ("How far is the mill from the road?", Want.DISTANCE),
        ("To what depth was the harbour dug?", Want.DISTANCE),
        ("How far did prices fall?", Want.QUANTITY),
        ("How long did the strike last?", Want.DURATION),
        ("How many years did it take?", Want.DURATION),
        ("How many megawatts does the dam give?", Want.ENERGY),
        ("How many people live there?", Want.COUNT),
        ("What was the number of deaths?", Want.COUNT),
        ("How big is the fleet?", Want.QUANTITY),
        ("By how much did thefts fall?", Want.QUANTITY),
        ("When was the treaty signed?", Want.DATE),
        ("In which year did it end?", Want.DATE),
        ("In 2014, when did the rains come?", Want.DATE),
        ("Who opened the dryer?", Want.PERSON),
        ("Which minister signed it?", Want.PERSON),
        ("Where is the dryer?", Want.PLACE),
        ("Which country was the first to ban it?", Want.PLACE),
        ("Which agency ran the scheme?", Want.BODY),
        ("Why did the scheme fail?", Want.REASON),
        ("What caused the fall in prices?", Want.REASON),
        ("What does ODA stand for?", Want.DEFINITION),
        ("What is a kelp bond?", Want.DEFINITION),
        ("What are the effects of spraying on rivers?", Want.OTHER),
        ("What do the authors recommend?", Want.OTHER),
        ("Did the farmers who left come back?", Want.OTHER),
        ("kelp", Want.OTHER),
        ("", Want.OTHER),
    ],
)
def test_want(text: str, want: Want) -> None:
    assert understand(text).want is want


def test_insists_on_years_names_numbers_and_things() -> None:
    question = understand("How many hectares of opium poppy did Norland's Coast Agency burn in 2013-14 for 12 chiefs?")
    assert question.years == ("2013", "2014")
    assert question.names == ("Norland", "Coast Agency")
    assert "12" in question.numbers
    assert question.thing == ("opium", "poppy")
    assert question.kinds == {Kind.AREA}


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("How many troops did Chile send?", ("troops",)),
        ("How many health posts were lost?", ("health", "posts")),
        ("How much cocaine was seized?", ("cocaine",)),
        ("How much did Chile send?", ()),
        ("How many people were killed?", ()),
        ("When did it end?", ()),
    ],
)
def test_thing_that_is_counted(text: str, thing: tuple[str, ...]) -> None:
    assert understand(text).thing == thing


def test_words_that_only_ask_are_no_content() -> None:
    words = [word for word, _ in understand("How much money did the ministry spend in total?").words]
    assert words == ["ministry"]


@given(st.text(max_size=200))
def test_any_text_is_a_question(text: str) -> None:
    question = understand(text)
    assert question.text == text
    assert len(set(question.terms)) == len(question.terms)
