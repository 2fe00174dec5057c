"""`pincite eval` on a small library, through the command line."""

import json

import pytest
from fakes import WordEncoder
from typer.testing import CliRunner

import api.library
from api.cli import app
from api.library import Library
from api.settings import Settings

WELLS = "# On wells\n\nDrilling of wells began in 1998.\n\nThe rains came late in the north.\n"
ROADS = "# On roads\n\nRoads of the north are paved.\n"


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setattr(api.library, "SentenceEncoder", lambda _: WordEncoder())
    for name, text in (("wells.md", WELLS), ("roads.md", ROADS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    with Library.open(Settings(tmp_path / "library", names="rules"), create=True) as library:
        list(library.add([tmp_path / "wells.md", tmp_path / "roads.md"]))

    def run_(*lines, options=()):
        (tmp_path / "q.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        command = ["--library", str(tmp_path / "library"), "eval", str(tmp_path / "q.jsonl"), *options]
        result = CliRunner().invoke(app, command)
        return result.exit_code, result.stdout, result.stderr

    return run_


GOOD = {
    "id": "a",
    "query": "drilling wells",
    "relevant": [{"paper": "wells", "quote": "Drilling of wells", "grade": 3}],
}
FAR = {"id": "b", "query": "paved roads", "relevant": [{"paper": "wells", "quote": "The rains came late"}]}


def test_means_over_all_queries(run):
    code, out, _ = run(GOOD, FAR, options=["--json"])
    rows = {row["measure"]: row for row in json.loads(out)}
    assert code == 0
    assert set(rows) == {"nDCG@10", "recall@10", "MRR@10"}
    assert all(row["queries"] == 2 and 0.5 <= row["mean"] <= 1 and row["p"] is None for row in rows.values())


def test_settings_side_by_side(run):
    code, out, _ = run(GOOD, options=["--json", "--with", "mode=words", "--with", "mode=both,late=off", "-k", "3"])
    rows = json.loads(out)
    assert code == 0
    assert [row["setting"] for row in rows] == ["mode=words"] * 3 + ["mode=both,late=off"] * 3
    assert rows[3]["test"] == "paired randomisation test against mode=words"
    assert rows[3]["difference"] == rows[3]["mean"] - rows[0]["mean"]


def test_a_line_for_each_query(run):
    code, out, _ = run(GOOD, FAR, options=["--json", "--per-query"])
    rows = json.loads(out)
    assert code == 0
    assert [(row["id"], row["relevant"]) for row in rows] == [("a", 1), ("b", 1)]
    assert rows[0]["nDCG@10"] == 1.0


def test_the_table_for_people(run):
    code, out, _ = run(GOOD, FAR, options=["--with", "mode=words", "--with", "mode=both"])
    assert code == 0
    assert "against the first" in out


def test_what_cannot_be_asked_is_said_and_counts_as_nothing(run):
    bad = {**GOOD, "id": "c", "query": "kind:colour"}
    code, out, err = run(GOOD, bad, options=["--json"])
    assert code == 3
    assert "query c: 'colour' is no kind of figure" in err
    assert json.loads(out)[0]["mean"] == 0.5


def test_bad_lines_and_unjudged_queries(run):
    code, out, err = run(GOOD, {"id": "d"}, {"id": "e", "query": "x", "relevant": []}, options=["--json"])
    assert code == 3
    assert "line 2 of q.jsonl" in err
    assert "query e is left out" in err
    assert json.loads(out)[0]["queries"] == 1
    assert run(GOOD, {"id": "e", "query": "x", "relevant": []})[0] == 0


def test_nothing_to_measure(run):
    assert run(options=["--json"])[:2] == (3, "[]\n")


def test_a_setting_that_there_is_not(run):
    code, _, _ = run(GOOD, options=["--with", "speed=fast"])
    assert code != 0
