"""Lists of references taken into a library: what is set, what is left alone, and what a reader set by hand stays."""

import json

import pytest
from fakes import WordEncoder
from wells_and_dams import DAMS, WELLS

from api.cli import main
from corpus.metadata.facts import Told

ZOTERO = """
@article{cole12, author={Cole, Ada}, title={The Wells of {Elm}}, journal={Dam Review}, volume={3}, year={2012},
doi={10.1234/x}, pages={5--9}}
@report{zell, author={Zell, Otto}, title={Dams of the North}, institution={Oak House}, year={2015}}
@book{other, author={Low, Carl}, title={The Wells of Elm}, year={1950}}
@book{none, author={Roe, Jane}, title={Roads of the South}, year={1999}}
"""

ITEM = {
    "id": "http://zotero.org/users/1/items/A", "type": "report", "title": "The wells of Elm", "DOI": "10.1234/x",
    "author": [{"family": "Cole", "given": "Ada"}], "issued": {"date-parts": [["2012"]]},
}  # fmt: skip


@pytest.fixture
def library(new_library, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "wells.txt").write_text(WELLS, encoding="utf-8")
    (folder / "wells.yaml").write_text("title: The wells of Elm", encoding="utf-8")
    (folder / "dams.txt").write_text(DAMS, encoding="utf-8")
    library = new_library()
    list(library.add([folder]))
    library.metadata.set("dams", title="Dams of the north", institution="Elm House")
    return library


@pytest.fixture
def take(library, tmp_path):
    def start(text=ZOTERO, name="zotero.bib", **options):
        (tmp_path / name).write_text(text, encoding="utf-8")
        reports = library.metadata.take([tmp_path / name], **options)
        return [(str(each.outcome), each.key, each.paper) for each in reports], reports

    return start


SET = [
    ("set", "cole12", "wells.txt"), ("set", "zell", "dams.txt"), ("no-paper", "other", None), ("no-paper", "none", None)
]  # fmt: skip


def test_what_a_list_says_is_set_and_what_was_set_by_hand_stays(library, take):
    told, reports = take()
    assert told == SET
    assert reports[1].kept == ("title", "institution")
    assert "wells.txt comes near, but has another year and another author" in reports[2].message
    assert library.paper("dams").metadata.institution == "Elm House"
    assert library.paper("wells").metadata.title == "The Wells of Elm"
    sources = {field: str(source) for field, (source, _) in library.metadata.sources("wells").items()}
    assert sources["title"] == sources["csl:DOI"] == sources["csl:volume"] == "import"
    library.metadata.unset("dams", "institution")
    assert library.paper("dams").metadata.institution == "Oak House", "what was imported holds once it is unset"
    library.metadata.unset("dams", "institution")
    assert library.paper("dams").metadata.institution != "Oak House", "and can be unset in turn"


def test_a_dry_run_says_the_same_and_sets_nothing(library, take):
    before = library.export(), library.metadata.sources("wells")
    assert take(dry_run=True)[0] == SET
    assert (library.export(), library.metadata.sources("wells")) == before
    assert take()[0] == SET


def test_it_lasts_and_a_second_time_changes_nothing(library, take, tmp_path):
    take()
    assert [outcome for outcome, *_ in take()[0]] == ["same", "same", "no-paper", "no-paper"]
    (tmp_path / "in" / "wells.txt").write_text(WELLS.replace("Ash", "Birch"), encoding="utf-8")
    list(library.add([tmp_path / "in"]))
    assert library.paper("wells").metadata.title == "The Wells of Elm"
    assert library.status()["not_indexed"] == 0
    changed = ZOTERO.replace("volume={3}", "volume={4}")
    assert take(changed)[0][0] == ("set", "cole12", "wells.txt")
    assert json.loads(library.metadata.sources("wells")["csl:volume"][1].facts["csl:volume"]) == "4"


def test_what_is_ambiguous_is_left_alone(library, take):
    twice = ZOTERO + "@misc{again, title={The Wells of Elm}, year={2012}, note={second}}\n"
    told, reports = take(twice)
    assert told[0] == ("ambiguous", "cole12", "wells.txt")
    assert told[-1] == ("ambiguous", "again", "wells.txt")
    assert "2 entries that say different things" in reports[0].message
    assert Told.IMPORT not in {source for source, _ in library.metadata.sources("wells").values()}
    assert told[1] == ("set", "zell", "dams.txt"), "others are not held up"


def test_two_papers_that_fit_alike_are_left_alone(library, take, tmp_path):
    (tmp_path / "in" / "copy.txt").write_text(WELLS + "\nSecond printing.\n", encoding="utf-8")
    (tmp_path / "in" / "copy.yaml").write_text("title: The wells of Elm", encoding="utf-8")
    list(library.add([tmp_path / "in"]))
    told, reports = take()
    assert told[0] == ("ambiguous", "cole12", None)
    assert "it fits copy.txt and wells.txt" in reports[0].message


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("z.json", json.dumps([ITEM])),
        ("z.ris", "TY  - RPRT\nTI  - The wells of Elm\nAU  - Cole, Ada\nPY  - 2012\nDO  - 10.1234/x\nER  - \n"),
        ("z.bib", "@techreport{k, title={The wells of Elm}, author={Cole, Ada}, year=2012, doi={10.1234/x}}"),
        ("z.yaml", "references: [{title: The wells of Elm, author: Ada Cole, issued: 2012, DOI: 10.1234/x}]"),
    ],
)  # fmt: skip
def test_each_kind_of_list(library, take, name, text):
    ((outcome, _, paper),), (report,) = take(text, name)
    assert (outcome, paper, report.by) == ("set", "wells.txt", ("title", "year", "author"))
    assert json.loads(library.metadata.sources("wells")["csl:DOI"][1].facts["csl:DOI"]) == "10.1234/x"
    assert take(text.replace("wells", "well"), name)[1][0].by[0] == "DOI", "by its DOI it is known again"


@pytest.mark.parametrize(
    ("name", "text", "failed"),
    [
        ("z.json", "[{", 1), ("z.txt", "x", 1), ("z.bib", "", 1), ("z.ris", "nothing", 1), ("z.json", '["x"]', 1),
        ("z.json", '[{"title": "The wells of Elm", "issued": {"literal": "n.d."}}]', 1),
        ("z.json", '[{"title": "\\ud83d"}]', 1), ("z.bib", "@book{a, title={X}}\n@book{b\n", 1),
        ("z.json", "[]", 0), ("z.json", '[{"id": "wells"}]', 0),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_and_stops_nothing(library, take, name, text, failed):
    told, reports = take(text, name)
    assert sum(outcome == "failed" for outcome, *_ in told) == failed
    assert all(each.message for each in reports if each.outcome == "failed")


def test_a_file_that_is_not_there(library, tmp_path):
    (report,) = library.metadata.take([tmp_path / "none.bib"])
    assert (report.outcome, "no such file" in report.message) == ("failed", True)


@pytest.fixture
def run(monkeypatch, capsys, library, tmp_path):
    monkeypatch.setattr("api.library.SentenceEncoder", lambda _: WordEncoder())
    library.close()

    def start(*words, text=ZOTERO):
        (tmp_path / "z.bib").write_text(text, encoding="utf-8")
        with pytest.raises(SystemExit) as left:
            main(["--library", str(library.folder), "meta", *map(str, words)])
        return int(left.value.code or 0), *capsys.readouterr()

    return start


def test_the_command_line(run, tmp_path):
    file = tmp_path / "z.bib"
    code, out, _ = run("import", file, "--dry-run")
    assert code == 0
    assert out.endswith("nothing is changed, it would be: set 2, no-paper 2.\n")
    code, out, _ = run("import", file, "--json")
    assert (code, [each["outcome"] for each in json.loads(out)]) == (0, ["set", "set", "no-paper", "no-paper"])
    assert "title: The Wells of Elm  (z.bib)" in run("wells")[1]
    assert run("import", file, text="@book{x, title={Roads}}")[0] == 1
    assert run("import", file, text=ZOTERO + "@misc{y, title={The Wells of Elm}, year={2012}}")[0] == 1
    assert run("import", file, text="@book{")[0] == 3
    assert run("import", file, tmp_path / "none.ris")[0] == 3
    code, _, err = run("import")
    assert (code, "name a file" in err) == (2, True)
    code, _, err = run("wells", "--dry-run")
    assert (code, "--dry-run goes with import" in err) == (2, True)
