"""`ask --llm` from question to screen: a lie is struck, a failure is said, a receipt judges it all again."""

import json

import pytest
from lying_model import lying_model
from wells_and_dams import DAMS, WELLS

import api.library
from api.cli import main
from api.library import Library
from api.settings import Settings
from nlp.find.meaning import SentenceEncoder

QUESTION = "How much did the council of Elm pay for the pumps?"
TRUE = ("The pumps cost Elm 5 million euros in 2001.", "pumps", "paid 5 million euros for the pumps")
LIE = ("The pumps cost Elm 6 million euros in 2001.", "pumps", "paid 5 million euros for the pumps")


@pytest.fixture(scope="module")
def encoder():
    return SentenceEncoder()


@pytest.fixture
def folder(tmp_path, monkeypatch, encoder):
    monkeypatch.setattr(api.library, "SentenceEncoder", lambda _: encoder)
    for name in ("PINCITE_LLM_URL", "PINCITE_LLM_MODEL", "PINCITE_LLM_KEY"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "wells.txt").write_text(WELLS, encoding="utf-8")
    (tmp_path / "in" / "dams.txt").write_text(DAMS, encoding="utf-8")
    with Library.open(Settings(tmp_path / "library", names="rules"), create=True) as library:
        list(library.add([tmp_path / "in"]))
    return tmp_path


@pytest.fixture
def run(folder, capsys):
    def run_(*words):
        with pytest.raises(SystemExit) as left:
            main(["--library", str(folder / "library"), *map(str, words)])
        return int(left.value.code or 0), *capsys.readouterr()

    return run_


@pytest.fixture
def model():
    with lying_model() as model:
        yield model


def test_a_lie_is_struck_and_the_truth_is_shown_with_its_place(run, model):
    model.says(TRUE, LIE)
    code, out, err = run("ask", QUESTION, "--llm", model.url, "--llm-model", "tiny", "--json")
    answer = json.loads(out)
    told = answer["rephrased"]
    assert (code, err) == (0, "")
    assert (told["model"], told["used"], told["struck"], told["error"]) == ("tiny", True, 1, None)
    assert told["text"] == TRUE[0]
    assert [one["holds"] for one in told["sentences"]] == [True, False]
    [citation] = told["sentences"][0]["citations"]
    assert WELLS[citation["start"] : citation["end"]] == citation["quote"] == TRUE[2]
    assert "6 million" in told["sentences"][1]["faults"][0]["why"]
    assert "5 million euros" in answer["text"]  # the papers' own words stand beside


def test_on_the_screen(run, model):
    model.says(TRUE, LIE)
    code, out, _ = run("ask", QUESTION, "--llm", model.url, "--llm-model", "tiny")
    shown = " ".join(out.split())
    assert code == 0
    before, after = shown.split("Struck, because it does not hold:")
    assert TRUE[0] in before
    assert LIE[0] in after
    assert "The council of Elm paid 5 million euros" in after
    model.says(LIE)
    shown = " ".join(run("ask", QUESTION, "--llm", model.url, "--llm-model", "tiny")[1].split())
    assert "Too little of it holds" in shown


def test_nothing_is_sent_unless_a_model_is_named_or_where_nothing_answers(run, model):
    code, out, _ = run("ask", QUESTION, "--json")
    assert (code, "rephrased" in json.loads(out)) == (0, False)
    code, out, _ = run("ask", "Who owns the submarines?", "--llm", model.url, "--llm-model", "tiny", "--json")
    assert (code, json.loads(out)["rephrased"]["sentences"]) == (1, [])
    assert model.told == []


@pytest.mark.parametrize(("status", "raw"), [(500, None), (200, b"<html>"), (200, b'{"choices": []}')])
def test_a_model_that_fails_is_said_and_the_papers_still_answer(run, model, status, raw):
    model.status, model.raw = status, raw
    code, out, err = run("ask", QUESTION, "--llm", model.url, "--llm-model", "tiny", "--json")
    answer = json.loads(out)
    assert code == 3
    assert err.count("\n") == 1
    assert model.url in err
    assert answer["rephrased"]["used"] is False
    assert answer["rephrased"]["error"] in err
    assert "5 million euros" in answer["text"]


@pytest.mark.parametrize(
    ("words", "said"), [(["--llm", "localhost"], "no address"), (["--llm", "http://h/v1"], "name")]
)
def test_what_is_no_model(run, words, said):
    code, out, err = run("ask", QUESTION, *words)
    assert (code, out) == (2, "")
    assert said in err


def test_a_receipt_judges_again_without_the_model(run, folder, model):
    model.says(TRUE, LIE)
    kept = folder / "answer.json"
    assert run("ask", QUESTION, "--llm", model.url, "--llm-model", "tiny", "--receipt", kept)[0] == 0
    told = json.loads(kept.read_text(encoding="utf-8"))
    assert told["model"]["reply"]
    assert told["model"]["prompt"][1]["content"].endswith(QUESTION)
    asked = len(model.told)
    assert run("replay", kept)[0] == 0
    (folder / "in" / "wells.txt").write_text(WELLS.replace("5 million", "6 million"), encoding="utf-8")
    assert run("add", folder / "in" / "wells.txt", "-q")[0] == 0
    code, out, _ = run("replay", kept, "--json")
    again = json.loads(out)
    assert (code, again["same"]) == (1, False)
    assert [change["name"] for change in again["changes"]] == ["wells.txt"]
    assert again["now"]["rephrased"]["used"] is False
    assert len(model.told) == asked
    damaged = json.dumps(told | {"model": {"reply": told["model"]["reply"]}})
    kept.write_text(damaged, encoding="utf-8")
    assert run("replay", kept)[0] == 2
