"""pincite pick and pincite quotations: what they write, what they refuse, and their exit codes."""

import csv
import io
import json
import sys
import zipfile

import pytest
from fakes import WordEncoder
from wells_and_dams import DAMS, WELLS

from api.cli import main
from api.library import Library
from api.settings import Settings

PUMPS = "The council of Elm paid 5 million euros for the pumps in 2001."
AT = WELLS.index(PUMPS)


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Runs a command on a library of two papers: (exit code, stdout, stderr)."""
    monkeypatch.setattr("api.library.SentenceEncoder", lambda _: WordEncoder())
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "wells.txt").write_text(WELLS, encoding="utf-8")
    (folder / "dams.txt").write_text(DAMS, encoding="utf-8")
    with Library.open(Settings(tmp_path / "library"), create=True, encoder=WordEncoder()) as library:
        list(library.add([folder]))

    def start(*words):
        with pytest.raises(SystemExit) as left:
            main(["--library", str(tmp_path / "library"), *map(str, words)])
        out, err = capsys.readouterr()
        return int(left.value.code or 0), out, err

    return start


@pytest.fixture
def picked(run):
    """The same with three quotations."""
    assert run("pick", f"wells {AT}-{AT + len(PUMPS)}", "--tag", "money", "--remark", "=Check")[0] == 0
    assert run("pick", "wells n. 1", "--tag", "sources")[0] == 0
    assert run("pick", "--from-search", "dam Oak dollars", "--tag", "money", "-f", "jsonl")[0] == 0
    return run


def test_they_are_picked_and_listed(picked):
    code, out, _ = picked("quotations", "--json", "--style", "apa")
    records = json.loads(out)
    assert code == 0
    assert [(each["id"], each["order"], each["paper"], each["standing"]) for each in records] == [
        (1, 1, "wells.txt", "holds"), (2, 2, "wells.txt", "holds"), (3, 3, "dams.txt", "holds"),
    ]  # fmt: skip
    for record, text in zip(records, (WELLS, WELLS, DAMS), strict=True):
        assert record["text"] == "".join(text[start:end] for start, end in record["spans"])
    assert records[0]["citation"] == "(Cole, 2012, para. 1)"
    _, out, _ = picked("quotations", "--tag", "sources")
    assert out.startswith("2. Ada Cole, ")
    assert "River Office" in out


def test_they_are_changed(picked):
    assert picked("quotations", "move", "3", "1")[0] == 0
    assert picked("quotations", "remark", "3", "Look again")[0] == 0
    assert picked("quotations", "tag", "3", "dams", "north")[0] == 0
    assert picked("quotations", "untag", "3", "MONEY")[0] == 0
    assert picked("quotations", "remove", "1", "2")[0] == 0
    _, out, _ = picked("quotations", "-f", "jsonl")
    record = json.loads(out)
    assert (record["id"], record["remark"], record["tags"]) == (3, "Look again", ["dams", "north"])
    code, out, err = picked("quotations", "remove", "3")
    assert code == 0
    assert "Look again" in out
    code, out, err = picked("quotations")
    assert (code, out) == (1, "")
    assert "nothing is picked" in err


def test_each_format_by_its_suffix(picked, tmp_path):
    for name in ("list.md", "list.docx", "list.csv", "list.json", "list.jsonl"):
        assert picked("quotations", "--output", tmp_path / name) == (0, "", "")
    assert (tmp_path / "list.md").read_text(encoding="utf-8").count("\n> ") == 3
    assert "word/footnotes.xml" in zipfile.ZipFile(tmp_path / "list.docx").namelist()
    rows = list(csv.DictReader(io.StringIO((tmp_path / "list.csv").read_text(encoding="utf-8"))))
    assert [row["remark"] for row in rows] == ["'=Check", "", ""], "no spreadsheet runs a remark"
    lines = [json.loads(line) for line in (tmp_path / "list.jsonl").read_text(encoding="utf-8").splitlines()]
    assert lines == json.loads((tmp_path / "list.json").read_text(encoding="utf-8"))


def test_what_no_longer_holds_is_a_finding(picked, tmp_path):
    (tmp_path / "in" / "wells.txt").write_text(WELLS.replace("5 million euros", "6 million euros"), encoding="utf-8")
    assert picked("add", tmp_path / "in", "-q")[0] == 0
    code, out, err = picked("quotations")
    assert code == 1
    assert "changed: wells.txt has other words there now" in out
    assert "[-5-] {+6+}" in " ".join(out.split())
    assert "1 of 3 no longer hold: 1." in err
    code, out, err = picked("quotations", "--output", tmp_path / "list.md", "-q")
    assert (code, out, err) == (1, "", "")
    assert "**This quotation no longer holds: " in (tmp_path / "list.md").read_text(encoding="utf-8")
    assert picked("quotations", "--paper", "dams")[0] == 0


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("pick",), 2, "name a place"),
        (("pick", "wells n. 1", "--from-search", "dam"), 2, "name a place"),
        (("pick", "wells"), 2, "names no words"),
        (("pick", "nobody 1-2"), 2, "no paper"),
        (("pick", "wells n. 1", "--tag", " "), 2, "no tag"),
        (("pick", "wells n. 1", "--json", "-f", "csv"), 2, "two formats"),
        (("pick", "--from-search", "zeppelin", "--hit", "9"), 1, "finds"),
        (("quotations", "burn", "1"), 2, "none of"),
        (("quotations", "remark"), 2, "write: pincite quotations remark"),
        (("quotations", "tag", "1"), 2, "write: pincite quotations tag"),
        (("quotations", "move", "1", "up"), 2, "no number"),
        (("quotations", "remove", "x"), 2, "no number"),
        (("quotations", "remove", "9"), 2, "no quotation 9"),
        (("quotations", "remark", "9", "x"), 2, "no quotation 9"),
        (("quotations", "--style", "no-such"), 2, "no-such"),
        (("quotations", "--output", "list.txt"), 2, "does not tell its format"),
        (("quotations", "--json", "-f", "docx"), 2, "two formats"),
        (("quotations",), 1, "nothing is picked"),
    ],
)
def test_what_is_refused(run, words, code, message):
    told = run(*words)
    assert told[0] == code
    assert message in told[2]
    assert run("quotations", "-q")[1] == ""


def test_a_word_file_is_not_thrown_at_a_terminal(picked, monkeypatch):
    assert picked("quotations", "--format", "markdown")[1].startswith("# Quotations\n")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    code, out, err = picked("quotations", "--format", "docx")
    assert (code, out) == (2, "")
    assert "no text for a terminal" in err
