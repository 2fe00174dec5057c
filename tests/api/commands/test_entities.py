"""`pincite entities`: what is counted stands in the papers, formats say the same, hostile names do nothing."""

import csv
import io
import json
import re
import sys

import openpyxl
import pytest
from fakes import WordEncoder
from pyarrow import parquet

from api.cli import main
from api.library import Library
from api.settings import Settings

WELLS = """The Wells

The Elm Water Board (EWB) digs wells in Kenya. In Kenya the EWB pays the Oak Fund, and Kenyans pay the EWB.

Nobody in Kenya asked the Oak Fund. The Elm Water Board met in Mérida with the Oak Fund and never again in Kenya.

Wells in Peru are deeper than wells in Kenya. It rained for a month, and the wells in Peru were full again."""
SHEET = """The Sheet

The =SUM Agency (SA) was paid by Peru. The [bold]Elm Water Board[/bold] was not paid by Peru, and it rained.

The Elm Water Board (EWB) never met the Oak Fund in Peru, said the Oak Fund of Merida."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    where = tmp_path_factory.mktemp("entities")
    for name, text in (("wells.txt", WELLS), ("=sheet\x1b[2J.txt", SHEET)):
        (where / name).write_text(text, encoding="utf-8")
    with Library.open(Settings(where / "library"), create=True, encoder=WordEncoder()) as library:
        assert {added.outcome for added in library.add(sorted(where.glob("*.txt")))} == {"added"}
    return where / "library"


@pytest.fixture
def run(monkeypatch, capfdbinary, folder):
    """`pincite entities` with these options: (exit code, stdout, stderr)."""
    monkeypatch.setattr("api.library.SentenceEncoder", lambda _: WordEncoder())

    def start(*arguments):
        with pytest.raises(SystemExit) as left:
            main(["--library", str(folder), "entities", *map(str, arguments)])
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return int(left.value.code or 0), out.decode(), err.decode()

    return start


@pytest.fixture
def rows(run):
    def start(*arguments):
        code, out, err = run(*arguments, "-f", "jsonl")
        assert (code, err) == (0, ""), err
        return [json.loads(line) for line in out.splitlines()]

    return start


def test_mentions_are_counted_by_paper(rows):
    found = {(row["label"], row["entity"]): row for row in rows()}
    kenya = found["GPE", "Kenya"]
    assert (kenya["mentions"], kenya["papers"], kenya["by_paper"]) == (5, 1, {"wells.txt": 5})
    board = found["ORG", "Elm Water Board"]
    assert board["by_paper"] == {"=sheet\x1b[2J.txt": 3, "wells.txt": 5}
    assert board["aliases"] == ["EWB", "Elm Water Board"]


@pytest.mark.parametrize(
    ("options", "passing", "failing"),
    [
        (("--label", "GPE"), {"Kenya", "Peru"}, {"Elm Water Board"}),
        (("--label", "GPE", "--label", "ORG"), {"Kenya", "Elm Water Board"}, {"Kenyan"}),
        (("--paper", "wells"), {"Kenya"}, {"SA"}),
        (("--min-mentions", "5"), {"Kenya", "Elm Water Board"}, {"Kenyan"}),
        (("--min-mentions", "6", "--paper", "wells"), set(), {"Elm Water Board"}),
        (("--words", "boards of water"), {"Elm Water Board"}, {"Oak Fund"}),
        (("--words", "ewb"), {"Elm Water Board"}, {"Kenya"}),
    ],
)
def test_filters(run, options, passing, failing):
    code, out, _ = run(*options, "-f", "jsonl")
    names = {json.loads(line)["entity"] for line in out.splitlines()}
    assert code == (0 if names else 1)
    assert passing <= names
    assert not failing & names


def test_orders(rows):
    names = [row["entity"] for row in rows("--sort", "name")]
    assert names == sorted(names, key=str.casefold)
    counts = [row["mentions"] for row in rows()]
    assert counts == sorted(counts, reverse=True)
    papers = [row["papers"] for row in rows("--sort", "papers")]
    assert papers == sorted(papers, reverse=True)


def test_every_format_says_the_same(run, rows, tmp_path):
    expected = rows()
    for suffix in ("json", "csv", "xlsx", "parquet"):
        assert run("--out", tmp_path / f"all.{suffix}")[:2] == (0, "")
    assert json.loads((tmp_path / "all.json").read_text(encoding="utf-8")) == expected
    table = parquet.read_table(tmp_path / "all.parquet").to_pylist()
    assert [row | {"by_paper": dict(row["by_paper"])} for row in table] == expected
    sheet = openpyxl.load_workbook(tmp_path / "all.xlsx").active
    assert [line[2] for line in sheet.iter_rows(min_row=2, values_only=True)] == [row["mentions"] for row in expected]
    lines = list(csv.DictReader(io.StringIO((tmp_path / "all.csv").read_text(encoding="utf-8"), newline="")))
    assert [json.loads(line["by_paper"]) for line in lines] == [row["by_paper"] for row in expected]
    assert run("--limit", "1")[2] == f"pincite: 1 of {len(expected)}; leave out --limit for all.\n"


def test_an_entity_in_full_says_where_each_form_comes_from(run):
    code, out, _ = run("elm water board", "--json")
    record = json.loads(out)
    assert (code, record["entity"], record["mentions"]) == (0, "Elm Water Board", 8)
    assert sum(source["mentions"] for source in record["sources"]) == 8
    short = next(s for s in record["sources"] if s["form"] == "EWB" and s["paper"] == "wells.txt")
    assert short["by"] == ["acronym"]
    defined = short["defined"]
    assert (defined["text"], defined["full"]) == ("EWB", "Elm Water Board")
    assert WELLS[defined["start"] : defined["end"]] == "EWB"
    kenya = json.loads(run("GPE:kenya", "--json")[1])
    assert [(source["by"], source["defined"]) for source in kenya["sources"]] == [(["gazetteer"], None)]
    assert json.loads(run("merida", "--json")[1])["entity"] == "Mérida"


def test_every_mention_stands_in_its_sentence(rows):
    found = rows("EWB", "--mentions")
    texts = {"wells.txt": WELLS, "=sheet\x1b[2J.txt": SHEET}
    assert [row["text"] for row in found if row["paper"] == "wells.txt"].count("EWB") == 3
    assert len(found) == 8
    for row in found:
        text = texts[row["paper"]]
        assert text[row["start"] : row["end"]] == row["text"]
        assert "".join(text[start:end] for start, end in row["sentence_spans"]) == row["sentence"]
        assert row["text"] in row["sentence"]
        assert (row["entity"], row["label"]) == ("Elm Water Board", "ORG")
        assert row["citation"].startswith(row["paper"])


def test_those_named_beside_one_lead_to_the_passages(rows):
    found = {row["entity"]: row for row in rows("--with", "EWB", "--label", "ORG", "--label", "GPE")}
    assert "Elm Water Board" not in found
    for name, row in found.items():
        passages = rows(name, "--with", "EWB", "--passages")
        assert len(passages) == row["passages"]
        assert len({each["paper"] for each in passages}) == row["papers"]
        for each in passages:
            assert {name, "Elm Water Board"} <= {one for one, _ in each["entities"]}


def test_a_country_stands_for_its_people_unless_its_label_is_given(rows):
    plain = {row["entity"] for row in rows("--with", "Kenya")}
    pinned = {row["entity"] for row in rows("--with", "GPE:Kenya")}
    assert plain <= pinned


def test_all_pairs_are_those_beside_each(rows):
    pairs = {frozenset((row["entity"], row["other"])): row for row in rows("--together")}
    for row in rows("--with", "ORG:Oak Fund"):
        both = pairs[frozenset(("Oak Fund", row["entity"]))]
        assert [both[name] for name in ("passages", "papers", "association")] == [
            row[name] for name in ("passages", "papers", "association")
        ]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("Kenia",), 2, "GPE:Kenya"),
        (("--with", "Nobody At All"), 2, "nobody is called"),
        (("--paper", "zebra"), 2, "no paper"),
        (("--min-mentions", "99"), 1, "no entity passes"),
        (("--mentions",), 2, "NAME"),
        (("--passages",), 2, "NAME"),
        (("Kenya", "--together"), 2, "all pairs"),
        (("Kenya", "--mentions", "--with", "Peru"), 2, "one NAME"),
        (("GPE:Kenya", "--with", "SA", "--passages"), 1, "no passage"),
    ],
)
def test_what_is_said(run, words, code, told):
    found, _, err = run(*words)
    assert (found, told in err, "Traceback" in err) == (code, True, False)


@pytest.mark.parametrize("words", [(), ("EWB",), ("EWB", "--mentions"), ("Peru", "--passages"), ("--together",)])
def test_a_hostile_name_commands_neither_a_terminal_nor_a_sheet(run, words):
    code, out, _ = run(*words)
    assert (code, "\x1b" in out) == (0, False)
    cells = [cell for line in csv.reader(io.StringIO(run(*words, "-f", "csv")[1], newline="")) for cell in line]
    assert not [cell for cell in cells if cell[:1] in ("=", "@", "+")]


def test_a_drawing_has_what_is_named_most(run, rows, tmp_path):
    code, out, err = run("--plot", tmp_path / "all.svg", "--top", 3)
    assert (code, out, err) == (0, "", "")
    drawn = (tmp_path / "all.svg").read_text(encoding="utf-8")
    assert {"Elm Water Board", "Peru"} <= set(re.findall(r'data-entity="([^"]*)"', drawn))
    assert run("Oak Fund", "--plot", tmp_path / "oak.svg", "--top", 3)[0] == 0
    assert "Who is named with Oak Fund" in (tmp_path / "oak.svg").read_text(encoding="utf-8")
    assert run("--plot", tmp_path / "all.gif")[0] == 2
    assert run("--plot", tmp_path / "all.svg", "--json")[0] == 2
