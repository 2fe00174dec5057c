"""`--names` says who finds names, from now on; what was found otherwise is told of and redone by `refresh`."""

import json

import pytest
from fakes import WordEncoder

from api.cli import main


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Runs a command line in an empty folder, without an encoder: (exit code, stdout, stderr)."""
    monkeypatch.setattr("api.library.SentenceEncoder", lambda _: WordEncoder())
    monkeypatch.chdir(tmp_path)
    for name in ("PINCITE_LIBRARY", "PINCITE_NAMES"):
        monkeypatch.delenv(name, raising=False)

    def start(*arguments):
        with pytest.raises(SystemExit) as left:
            main([*arguments])
        out, err = capsys.readouterr()
        return int(left.value.code or 0), out, err

    return start


def status(run):
    return json.loads(run("status", "--json")[1])


def test_another_model_is_chosen_told_of_and_kept(run, tmp_path, pipeline, monkeypatch):
    (tmp_path / "a.txt").write_text("Varga Ostlund paid for the wells of Elm.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Varga Ostlund paid for the roads of Oak.", encoding="utf-8")
    pipeline({"Varga Ostlund": "PERSON"})
    assert run("add", "a.txt", "--names", "rules")[0] == 0
    code, _, told = run("add", "b.txt", "--names", "own-model")
    assert (code, told.count("1 other paper")) == (0, 1)
    assert status(run)["stale_names"] == ["a.txt"]
    monkeypatch.setenv("PINCITE_NAMES", "rules")
    assert status(run)["stale_names"] == ["b.txt"]
    monkeypatch.delenv("PINCITE_NAMES")
    assert run("refresh", "-q")[:2] == (0, "redone 1.\n")
    assert run("refresh", "-q")[:2] == (0, "nothing to redo.\n")
    now = status(run)
    assert (now["names"], now["stale"]) == (str(tmp_path / "own-model"), [])


def test_a_model_that_is_not_here_is_one_sentence(run, tmp_path):
    (tmp_path / "a.txt").write_text("Varga Ostlund paid for the wells of Elm.", encoding="utf-8")
    code, out, told = run("add", "a.txt", "--names", "en_no_such_model")
    assert (code, out, told.count("\n")) == (3, "", 1)
    assert "en_no_such_model" in told
    assert "head, rules or auto" in told
    assert status(run)["names"] == "head", "what could not be done is not remembered"
