"""A paper's exhibits as records, from the library to the command line."""

import json

import pytest
from fakes import WordEncoder

from api.cli import main
from api.exhibits import exhibit_records
from api.library import Library
from api.settings import Settings

PAPER = """\
The hives of Elm

Honey fell by half in ten years (see Table 1), and wax by more. Figure 4 tells why.

Table 1. Hives by district (thousand)

District\t2010\t2011
Oost\t12\t9*
West\t4\t3

Source: Bee Office, 2012.

* Estimate.

The keepers of Elm were many, and their sons were few.

Map 1. The districts

Source: Bee Office.

The rest of the paper says nothing of it. Table 1 is all there is.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("exhibits")
    (folder / "hives.txt").write_text(PAPER, encoding="utf-8")
    with Library.open(Settings(folder / "library"), create=True, encoder=WordEncoder()) as library:
        list(library.add([folder / "hives.txt"]))
    return folder


@pytest.fixture
def library(folder):
    with Library.open(Settings(folder / "library"), encoder=WordEncoder()) as library:
        yield library


@pytest.fixture
def run(folder, monkeypatch, capsys):
    def start(*arguments):
        monkeypatch.setattr("api.library.SentenceEncoder", lambda _: WordEncoder())
        with pytest.raises(SystemExit) as left:
            main(["exhibits", "--library", str(folder / "library"), *arguments])
        return left.value.code or 0, capsys.readouterr().out

    return start


def test_a_record_says_all_that_belongs_to_an_exhibit(library):
    missing, table, chart = exhibit_records(library, "hives")
    assert table["text"] == "Table 1. Hives by district (thousand)"
    assert (table["kind"], table["number"], table["state"]) == ("table", "1", "referred")
    assert table["title"] == "Hives by district (thousand)"
    assert table["source"]["text"] == "Source: Bee Office, 2012."
    assert [note["text"] for note in table["notes"]] == ["* Estimate."]
    assert PAPER[slice(*table["body"])].startswith("District\t2010")
    assert [each["sentence"] for each in table["references"]] == [
        "Honey fell by half in ten years (see Table 1), and wax by more.",
        "Table 1 is all there is.",
    ]
    assert (missing["state"], missing["text"]) == ("missing", "Figure 4")
    assert (chart["state"], chart["references"], chart["kind"]) == ("unmentioned", [], "map")


def test_every_text_is_in_the_paper_where_it_says(library):
    for record in exhibit_records(library, "hives"):
        assert record["text"] == PAPER[record["start"] : record["end"]]
        for part in [record["source"], *record["notes"], *record["references"]]:
            assert part is None or part["text"] == PAPER[part["start"] : part["end"]]


def test_the_export_has_the_layer(library):
    export = library.export()
    assert [(each["label"], each["exhibit"]) for each in export["cross_references"]] == [
        ("Table 1", 0),
        ("Figure 4", None),
        ("Table 1", 0),
    ]
    assert export["exhibits"][0]["notes"]


@pytest.mark.parametrize(
    ("arguments", "labels"),
    [
        ((), ["Figure 4", "Table 1", "Map 1"]),
        (("--kind", "table"), ["Table 1"]),
        (("--kind", "table", "--kind", "map"), ["Table 1", "Map 1"]),
        (("--number", "4"), ["Figure 4"]),
        (("--state", "missing"), ["Figure 4"]),
        (("--state", "unmentioned"), ["Map 1"]),
        (("hives", "--state", "referred"), ["Table 1"]),
    ],
)
def test_filters(run, arguments, labels):
    code, out = run("--format", "json", *arguments)
    assert code == 0
    assert [record["label"] for record in json.loads(out)] == labels


@pytest.mark.parametrize(
    ("arguments", "code"), [(("--number", "9"), 1), (("--kind", "poem"), 2), (("nobody",), 2), (("--kind", "box"), 1)]
)
def test_nothing_found_and_wrong_use(run, arguments, code):
    assert run(*arguments)[0] == code


def test_the_table_for_people(run):
    _, out = run()
    assert "Table 1  hives.txt" in out
    assert "Figure 4  hives.txt  it is not in the text" in out
    assert "Map 1  hives.txt  nothing refers to it" in out
    assert "Honey fell by half" in out


def test_csv_has_a_row_for_each(run):
    _, out = run("--format", "csv")
    assert out.splitlines()[0].startswith("paper,page,start,end,text,kind,label,number,state,title")
    assert len(out.splitlines()) == 4
