"""`pincite figures` on the sample papers: every format says the same, and what is left out is said."""

import csv
import io
import json
import sys

import openpyxl
import pytest
from conftest import SAMPLES
from fakes import WordEncoder
from pyarrow import parquet

from api.cli import main
from api.library import Library
from api.settings import Settings


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    where = tmp_path_factory.mktemp("figures")
    with Library.open(Settings(where), create=True, encoder=WordEncoder()) as library:
        list(library.add([SAMPLES / "coca-frontiers.txt", SAMPLES / "harbour-cities.md"]))
    return where


@pytest.fixture
def run(monkeypatch, capfdbinary, folder):
    """`pincite figures` with these options: (exit code, stdout, stderr)."""
    monkeypatch.setattr("api.library.SentenceEncoder", lambda _: WordEncoder())

    def start(*arguments):
        with pytest.raises(SystemExit) as left:
            main(["--library", str(folder), "figures", *map(str, arguments)])
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return int(left.value.code or 0), out, err.decode()

    return start


def rows_of(out):
    return [json.loads(line) for line in out.decode().splitlines()]


def test_every_format_says_the_same(run, tmp_path):
    rows = rows_of(run("-f", "jsonl", "--sort", "-value")[1])
    assert rows
    assert json.loads(run("--json", "--sort", "-value")[1]) == rows
    for suffix in ("json", "jsonl", "csv", "xlsx", "parquet"):
        target = tmp_path / f"all.{suffix}"
        assert run("--sort", "-value", "--out", target)[:2] == (0, b"")
    assert json.loads((tmp_path / "all.json").read_text(encoding="utf-8")) == rows
    table = parquet.read_table(tmp_path / "all.parquet").to_pylist()
    assert table == [{name: row[name] for name in table[0]} for row in rows]
    assert set(rows[0]) - set(table[0]) == {"value"}
    sheet = list(openpyxl.load_workbook(tmp_path / "all.xlsx").active.iter_rows(values_only=True))
    assert [line[sheet[0].index("low")] for line in sheet[1:]] == [row["low"] for row in rows]
    lines = list(csv.DictReader(io.StringIO((tmp_path / "all.csv").read_text(encoding="utf-8"), newline="")))
    assert [int(line["start"]) for line in lines] == [row["start"] for row in rows]
    assert {path.name for path in tmp_path.iterdir()} == {
        f"all.{s}" for s in ("json", "jsonl", "csv", "xlsx", "parquet")
    }


def test_a_pipe_takes_a_sheet_and_a_terminal_does_not(run, monkeypatch):
    code, out, _ = run("-f", "xlsx", "--kind", "area")
    assert (code, out[:2]) == (0, b"PK")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    code, _, err = run("-f", "parquet")
    assert (code, "--out" in err) == (2, True)


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--unit", "hectars"), 2, "ha ("),
        (("--unit", "yen"), 1, "--unit yen removed the last"),
        (("--kind", "money", "--min", "$9 trillion"), 1, "--min $9 trillion removed the last"),
        (("--min", "5m"), 2, "metres"),
        (("--min", "3", "--max", "2"), 2, "more than"),
        (("--min", "2 km", "--max", "3 ha"), 2, "unlike"),
        (("--sort", "size"), 2, "size"),
        (("--year", "soon"), 2, "soon"),
        (("--convert", "euros"), 2, "money"),
        (("--out", "figures.doc"), 2, ".xlsx"),
        (("--out", "figures.csv", "-f", "json"), 2, "two formats"),
        (("--kind", "area", "--convert", "km", "-f", "json"), 0, "stay as printed"),
        (("--limit", "1"), 0, "1 of "),
    ],
)
def test_what_is_said(run, words, code, told):
    found, _, err = run(*words)
    assert (found, told in err, "Traceback" in err) == (code, True, False)
    assert run(*words, "-q")[2] == "" or code == 2


def test_a_unit_has_many_names_and_kinds_may_be_several(run):
    hectares = rows_of(run("--unit", "hectares", "-f", "jsonl")[1])
    assert hectares == rows_of(run("--currency", "ha", "-f", "jsonl")[1])
    assert {row["unit"] for row in hectares} == {"ha"}
    kinds = {row["kind"] for row in rows_of(run("--kind", "area", "--kind", "percent", "-f", "jsonl")[1])}
    assert kinds == {"area", "percent"}


def test_a_conversion_stands_beside_the_original(run):
    (row, *_) = rows_of(run("--unit", "ha", "--convert", "km2", "--context", "-f", "jsonl")[1])
    assert row["converted_value"] == pytest.approx(row["value"] / 100)
    assert (row["unit"], row["converted_unit"], row["conversion"]) == ("ha", "km2", "1 ha = 0.01 km2")
    assert "sentence" in row


def test_a_drawing_has_a_point_for_each_dated_figure(run, tmp_path):
    rows = rows_of(run("--kind", "area", "-f", "jsonl")[1])
    dated = [row for row in rows if row["since"] is not None or row["until"] is not None]
    code, out, err = run("--kind", "area", "--plot", tmp_path / "area.svg")
    assert (code, out) == (0, b"")
    drawn = (tmp_path / "area.svg").read_text(encoding="utf-8")
    assert drawn.count('class="point"') == len(dated) > 0
    assert all(f'data-start="{row["start"]}"' in drawn for row in dated)
    assert (f"{len(rows) - len(dated):,} have no year" in err) is (len(rows) > len(dated))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--plot", "area.gif"), ".svg, .png or .pdf"),
        (("--plot", "area.svg", "--json"), "instead of listing"),
        (("--plot", "area.svg", "--out", "area.csv"), "instead of listing"),
        (("--plot", "no/such/folder/area.svg"), "no/such/folder"),
    ],
)
def test_a_drawing_that_cannot_be_made_is_said(run, words, told):
    code, _, err = run(*words)
    assert code in {2, 3}
    assert told in err.replace("\n", " ").replace("│", "").replace("  ", " ")
    assert "Traceback" not in err
