"""Answers measured on a user's own questions: what each threshold gives, counted by hand, and files that are none."""

import json

import pytest
from wells_and_dams import DAMS, WELLS

from api.cli import main
from api.evaluation.answers import Likeliest, Point, points, read_questions
from corpus.errors import UnreadableFileError

TOLD = [
    Likeliest(0.9, right=True, known=True),
    Likeliest(0.6, right=False, known=True),
    Likeliest(0.3, right=True, known=True),
    Likeliest(0.0, right=False, known=True),
    Likeliest(0.5, right=False, known=False),
    Likeliest(0.1, right=False, known=False),
]


@pytest.mark.parametrize(
    ("threshold", "expected"),
    [
        (0.2, Point(0.2, 4, 0.5, 0.75, 0.5)),
        (0.55, Point(0.55, 2, 0.5, 0.5, 1.0)),
        (0.95, Point(0.95, 0, None, 0.0, 1.0)),
    ],
)
def test_what_a_threshold_gives(threshold, expected):
    assert points(TOLD, [threshold]) == [expected]


def test_nothing_to_count_is_no_share():
    assert points([], [0.5]) == [Point(0.5, 0, None, None, None)]


def test_lines_that_are_no_questions_are_named(tmp_path):
    file = tmp_path / "q.jsonl"
    file.write_text(
        '{"question": "Who?", "says": ["a"]}\n\n{\n[]\n{"question": " "}\n{"question": "x", "says": [""]}\n'
    )
    questions, problems = read_questions(file)
    assert [(each.text, each.says) for each in questions] == [("Who?", ("a",))]
    assert [problem.split(" of ")[0] for problem in problems] == ["line 3", "line 4", "line 5", "line 6"]
    with pytest.raises(UnreadableFileError):
        read_questions(tmp_path / "none.jsonl")


def test_the_command_measures_and_says_what_it_left_out(tmp_path, capsys):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "wells.txt").write_text(WELLS, encoding="utf-8")
    (folder / "dams.txt").write_text(DAMS, encoding="utf-8")
    library = str(tmp_path / "library")
    with pytest.raises(SystemExit):
        main(["add", str(folder), "--library", library, "--names", "rules", "-q"])
    rows = [
        {"question": "How much did the council of Elm pay for the pumps?", "says": ["paid 5 million euros"]},
        {"question": "How much did the council of Oslo pay for the pumps?", "says": []},
    ]
    file = tmp_path / "q.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)) + "\nnothing\n")
    capsys.readouterr()
    with pytest.raises(SystemExit) as stopped:
        main(["eval", str(file), "--answers", "--library", library, "--json"])
    out, err = capsys.readouterr()
    assert stopped.value.code == 3
    assert "line 3" in err
    (used,) = [one for one in json.loads(out) if one["in_use"]]
    assert (used["questions"], used["answered"], used["right"], used["coverage"], used["refused"]) == (2, 1, 1, 1, 1)
    with pytest.raises(SystemExit) as stopped:
        main(["eval", str(file), "--answers", "--per-query", "--library", library])
    assert stopped.value.code == 2
