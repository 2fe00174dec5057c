"""An answer is kept with all it rests on, and asked again gives the same, or says which paper has changed."""

import json

import pytest
from wells_and_dams import DAMS, WELLS

from api.receipts import read_receipt, receipt, replayed
from corpus.errors import BadQueryError, UnreadableFileError
from nlp.find.meaning import SentenceEncoder

QUESTION = "How much did the council of Elm pay for the pumps?"


@pytest.fixture(scope="module")
def model():
    return SentenceEncoder()


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "wells.txt").write_text(WELLS, encoding="utf-8")
    (folder / "dams.txt").write_text(DAMS, encoding="utf-8")
    return folder


@pytest.fixture
def library(new_library, folder, model):
    library = new_library(encoder=model)
    list(library.add([folder]))
    return library


def test_the_same_library_gives_the_same_answer_twice(library, tmp_path):
    told = receipt(library, QUESTION)
    assert "5 million euros" in told["answer"]["text"]
    file = tmp_path / "answer.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    again = replayed(library, read_receipt(file))
    assert (again["same"], again["changes"]) == (True, [])
    assert receipt(library, QUESTION) == told


@pytest.mark.parametrize(
    ("change", "state", "statements"),
    [("5 million", "changed", [1]), (None, "gone", [1])],
)
def test_a_source_that_changed_is_named_with_what_rests_on_it(library, folder, change, state, statements):
    told = receipt(library, QUESTION)
    if change is None:
        library.remove("wells.txt")
    else:
        (folder / "wells.txt").write_text(WELLS.replace(change, "6 million"), encoding="utf-8")
        list(library.add([folder]))
    again = replayed(library, told)
    assert not again["same"]
    assert again["changes"] == [{"what": "source", "name": "wells.txt", "state": state, "statements": statements}]


def test_a_source_that_nothing_rests_on_changes_no_answer(library, folder):
    told = receipt(library, QUESTION, ["wells"])
    (folder / "dams.txt").write_text(DAMS + "\nMore on dams came later.\n", encoding="utf-8")
    (folder / "new.txt").write_text("Of eels\n\nEels were few in 2003.\n", encoding="utf-8")
    list(library.add([folder]))
    again = replayed(library, told)
    assert {(each["name"], each["state"]) for each in again["changes"]} == {("dams.txt", "changed"), ("new.txt", "new")}
    assert all(each["statements"] == [] for each in again["changes"])


def test_another_engine_is_named(library):
    told = receipt(library, QUESTION)
    told["engines"]["model"] = "other@1"
    (change,) = replayed(library, told)["changes"]
    assert (change["what"], change["name"]) == ("engine", "model")


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"form": "pincite receipt 1"}', '{"form": "pincite receipt 9"}']
)
def test_what_is_no_receipt(tmp_path, text):
    (tmp_path / "x.json").write_text(text)
    with pytest.raises(BadQueryError, match="receipt"):
        read_receipt(tmp_path / "x.json")


def test_a_receipt_that_is_not_there(tmp_path):
    with pytest.raises(UnreadableFileError, match="cannot be read"):
        read_receipt(tmp_path / "none.json")
