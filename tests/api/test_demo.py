"""The demo shows command lines that anyone can type, and stops at the first that fails."""

import shlex

import pytest

from api.cli import COMMANDS
from api.demo import NEXT, USES, demonstrate, near, samples, spelled


def test_it_adds_the_samples_and_runs_the_three_uses(capsys, tmp_path):
    ran = []
    assert demonstrate(tmp_path / "demo", lambda words: ran.append(words) or 0) == 0
    assert [words[0] for words in ran] == ["add", "search", "figures", "ask"]
    assert all(words[-2:] == ["--library", str(tmp_path / "demo")] for words in ran)
    out = capsys.readouterr().out
    shown = [shlex.split(line[2:]) for line in out.splitlines() if line.startswith("$ ")]
    assert shown[:4] == [["pincite", *words] for words in ran]
    assert out.index("# Try next") > out.index(spelled(ran[-1]))


def test_it_stops_at_the_first_that_fails(tmp_path):
    codes = iter([0, 3])
    assert demonstrate(tmp_path, lambda _: next(codes)) == 3


def test_every_command_it_shows_exists():
    names = {command.__name__ for command, _ in COMMANDS}
    assert {words[0] for words in (*NEXT, *(words for _, words in USES))} <= names


def test_the_samples_are_there():
    assert len([path for path in samples().iterdir() if path.suffix in {".txt", ".md"}]) >= 4


def test_a_path_below_is_short(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert (str(near(tmp_path / "a" / "b")), near(tmp_path.parent)) == ("a/b", tmp_path.parent)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["search", "coca hectares"], 'pincite search "coca hectares"'),
        (["ask", 'a "b" $c'], "pincite ask 'a \"b\" $c'"),
        (["show", "a.txt"], "pincite show a.txt"),
        (["ask", "cost $5 now"], "pincite ask 'cost $5 now'"),
    ],
)
def test_command_lines_can_be_pasted(words, expected):
    assert spelled(words) == expected
