"""A reply is of the form that was asked for, or an error; what is missing in a sentence is left empty."""

import json

import pytest

from api.phrasing.prompt import LONGEST, MOST_SENTENCES, Said, sentences
from corpus.errors import MissingEngineError

ONE = {"text": "It  rained.\n", "passages": ["p1"], "quote": "rain fell"}


@pytest.mark.parametrize("around", ["{}", "```json\n{}\n```", " ```\n{}```  "])
def test_sentences(around):
    reply = around.replace("{}", json.dumps({"sentences": [ONE]}))
    assert sentences(reply) == [Said("It rained.", ("p1",), "rain fell")]


@pytest.mark.parametrize(
    "reply",
    [
        "",
        "It rained.",
        "[]",
        "null",
        '{"sentences": null}',
        '{"sentences": {"text": "It rained."}}',
        '{"answers": []}',
        json.dumps({"sentences": [ONE] * (MOST_SENTENCES + 1)}),
        "Here it is: " + json.dumps({"sentences": [ONE]}),
        "[" * 100_000,
    ],
    ids=range(10),
)
def test_another_form_is_an_error(reply):
    with pytest.raises(MissingEngineError, match="form that was asked for"):
        sentences(reply)


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (None, Said("", (), "")),
        ("It rained.", Said("", (), "")),
        ({"text": 5, "passages": "p1", "quote": []}, Said("", (), "")),
        ({"text": "It rained.", "passages": [1, None, "p1"]}, Said("It rained.", ("p1",), "")),
        ({"text": "a" * 9_000}, Said("a" * LONGEST, (), "")),
    ],
)
def test_a_sentence_of_another_form_has_nothing_in_it(one, said):
    assert sentences(json.dumps({"sentences": [one]})) == [said]
