"""What is written can be read back, nothing is cut, and no format can be made to run or break."""

import csv
import errno
import io
import json
import os
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.columns import fields
from api.formats import (
    ADDED,
    EXCERPT,
    HITS,
    Format,
    Layout,
    ReaderGoneError,
    cell,
    dumps,
    export_lines,
    output,
    write,
    write_one,
    write_text,
)
from api.rows import amount, words
from api.terminal import show
from corpus.errors import StorageError

FIGURES = Layout("figures", fields())

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=())),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
FIGURE = {
    "paper": "wells.txt", "page": "12", "start": 3, "end": 13, "text": "€5 million", "kind": "money",
    "value": 5_000_000, "unit": "EUR", "qualifier": "some", "per": "year", "place": "table", "implied": True,
    "assumed": None, "row": "Pumps", "column": "2001",
}  # fmt: skip
HIT = {
    "rank": 1, "paper": "wells.txt", "page": None, "start": 100, "end": 130, "spans": [[100, 115], [120, 135]],
    "text": "The wells were [bold]deep[/] \x1b[2J!", "kind": "body", "section": ["Costs"], "paragraph": 1, "note": None,
    "score": 0.5, "words": 1.0, "meaning": 0.2, "matched": [[104, 109]],
    "late": 0.0, "best": [[100, 115]], "also": [], "citation": "wells.txt, para. 1",
}  # fmt: skip


@given(VALUES)
def test_json_is_what_it_was_and_one_line_of_utf8(value):
    text = dumps(value)
    assert json.loads(text.encode("utf-8")) == json.loads(json.dumps(value))
    assert len(text.splitlines()) == 1


def test_json_leaves_letters_as_they_are():
    assert dumps({"a": "Mérida “¹”"}) == '{"a": "Mérida “¹”"}'


def written(capsys, records, form, layout):
    count = write(iter(records), form, layout)
    return count, capsys.readouterr().out


def test_json_lists_and_lines(capsys):
    rows = [{"path": "a"}, {"path": "b"}]
    count, text = written(capsys, rows, Format.JSON, ADDED)
    assert (count, json.loads(text)) == (2, rows)
    assert json.loads(written(capsys, [], Format.JSON, ADDED)[1]) == []
    assert written(capsys, rows, Format.JSONL, ADDED)[1] == '{"path": "a"}\n{"path": "b"}\n'
    assert written(capsys, [], Format.JSONL, ADDED) == (0, "")


def test_a_single_record_is_an_object_in_json(capsys):
    write_one({"path": "a"}, Format.JSON, ADDED)
    assert json.loads(capsys.readouterr().out) == {"path": "a"}


def test_lines_are_written_as_they_come(capsys):
    seen = []

    def records():
        for path in "ab":
            seen.append(capsys.readouterr().out)
            yield {"path": path}

    write(records(), Format.JSONL, ADDED)
    assert seen == ["", '{"path": "a"}\n']


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("=SUM(A1)", "'=SUM(A1)"),
        ("+cmd", "'+cmd"),
        ("-cmd", "'-cmd"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("＝1+1", "'＝1+1"),
        ("-1+1", "'-1+1"),
        ("-", "'-"),
        ("-12", "-12"),
        ("+1.5e6", "+1.5e6"),
        ("a=b", "a=b"),
        ("$5", "$5"),
        ("", ""),
        (None, ""),
        (-12, "-12"),
        (0.25, "0.25"),
        (True, "true"),
        ([1, 2], "[1, 2]"),
        (["=x"], '["=x"]'),
        ("half \ud800", "half \ufffd"),
    ],
)
def test_csv_cells_are_guarded(value, expected):
    assert cell(value) == expected


def test_csv_has_a_header_and_reads_back(capsys):
    text = 'a "b", c\r\nd\re'
    count, out = written(capsys, [FIGURE | {"text": text, "value": [1, 2]}], Format.CSV, FIGURES)
    header, row = csv.reader(io.StringIO(out, newline=""))
    read = dict(zip(header, row, strict=True))
    assert (count, header) == (1, list(FIGURES.fields))
    assert (read["text"], read["value"], read["implied"], read["assumed"]) == (text, "[1, 2]", "true", "")
    assert written(capsys, [], Format.CSV, FIGURES)[1] == ",".join(FIGURES.fields) + "\n"


def test_an_export_has_a_record_a_line():
    record = {"version": 1, "papers": [{"paper": "a"}, {"paper": "b"}], "notes": []}
    text = "".join(export_lines(record))
    assert json.loads(text) == record
    assert '\n{"paper": "b"}\n' in text
    assert json.loads("".join(export_lines({}))) == {}


def test_text_is_written_untouched(capfdbinary):
    write_text("a\r\nb\rc\u2028 é")
    assert capfdbinary.readouterr().out == "a\r\nb\rc\u2028 é".encode()


# ---- for people


def shown(records, name, width, monkeypatch):
    monkeypatch.setenv("COLUMNS", str(width))
    out = io.StringIO()
    show(records, name, out)
    return out.getvalue()


@pytest.mark.parametrize("width", [25, 40, 79, 80, 100, 200])
def test_no_number_and_no_word_is_cut_at_any_width(width, monkeypatch):
    figures = shown([FIGURE, FIGURE | {"value": [1_200_000_000, 1_300_000_000.5]}], "figures", width, monkeypatch)
    assert figures.count("€5 million") == 2 or width < 100
    assert "5,000,000" in figures
    assert re.sub(r"\s+", "", figures).count("1,200,000,000–1,300,000,000.5") == 1
    assert "…" not in figures
    quotation = "An unusually long sentence about wells " * 8
    hits = shown([HIT | {"text": quotation, "matched": []}], "hits", width, monkeypatch)
    assert " ".join(hits.split()).count("An unusually long sentence about wells") == 8
    assert all(len(line) <= max(width, 24) and line == line.rstrip() for line in hits.splitlines())


def test_a_paper_cannot_command_the_terminal(monkeypatch):
    text = shown([HIT], "hits", 100, monkeypatch)
    assert "[bold]deep[/]" in text
    assert "\x1b" not in text
    assert "␛[2J" in text


def test_matches_are_bold_and_the_best_sentence_underlined_on_a_terminal(monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[1mwells\x1b[0m" in shown([HIT | {"best": []}], "hits", 100, monkeypatch)
    assert "\x1b[4mThe \x1b[0m\x1b[1;4mwells\x1b[0m\x1b[4m were \x1b[0m[bold]" in shown([HIT], "hits", 100, monkeypatch)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[3" not in re.sub(r"\x1b\[3m", "", shown([HIT], "hits", 100, monkeypatch))


@pytest.mark.parametrize(
    ("text", "expected"), [("a\r\n b", "a b"), ("a\x07b", "a␇b"), ("a\x9bb", "a\ufffdb"), ("a\ud800", "a\ufffd")]
)
def test_words_are_on_one_line_and_harmless(text, expected):
    assert words(text) == expected


def test_a_table_keeps_its_lines():
    assert words("a\tb\r\n c   d", lines=True) == "a  b\nc  d"


@pytest.mark.parametrize(("value", "expected"), [(1200, "1,200"), (0.5, "0.5"), ([1, 2000], "1–2,000"), (-3, "-3")])
def test_amounts(value, expected):
    assert amount(value) == expected


# ---- when the other end fails


class Broken(io.TextIOWrapper):
    def __init__(self, error, fileno):
        super().__init__(io.BytesIO())
        self.error, self.number = error, fileno

    def flush(self):
        raise self.error

    def fileno(self):
        return self.number

    def close(self):
        pass


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (BrokenPipeError(), ReaderGoneError),
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), StorageError),
    ],
)
def test_failures_of_the_output_are_told_apart(error, expected, tmp_path, monkeypatch):
    with (tmp_path / "out").open("w") as file:
        monkeypatch.setattr(sys, "stdout", Broken(error, file.fileno()))
        with pytest.raises(expected), output() as out:
            out.write("x")


def test_a_closed_pipe_ends_in_silence():
    code = (
        "from api.formats import *; import sys\n"
        "try: write(({'path': 'x' * 9999} for _ in range(9999)), Format.JSONL, ADDED)\n"
        "except ReaderGoneError: sys.exit(7)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        running.stdout.readline()
        running.stdout.close()
        assert (running.wait(timeout=60), running.stderr.read()) == (7, b"")


def test_layouts_name_each_field_once():
    for layout in (HITS, FIGURES, EXCERPT, ADDED):
        assert len(set(layout.fields)) == len(layout.fields)
