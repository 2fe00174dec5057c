"""Metadata by hand, beside the paper and in it: kept apart, shown with their source, and followed by the index."""

import hashlib
import io
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from fakes import WordEncoder

from api.cli import main
from api.library import LAYERS, Library
from api.pipeline import analyse, analyse_file, stamp
from api.settings import Settings
from api.stamps import Stamp
from corpus.errors import BadQueryError, NoSuchPaperError
from corpus.metadata.facts import Statement, Told
from corpus.model import Metadata, Page, Paper, Region, Source, Span
from corpus.store import Store

SAMPLES = Path(__file__).parents[2] / "examples" / "papers"
TEXT = (
    "The wells of Elm\n\nBy Ada Cole\n\nMay 2012\n\n"
    + "The council of Elm paid 5 million euros for the pumps in 2001. " * 5
)


@pytest.fixture
def wells(tmp_path):
    """A folder with one paper, and a way to write beside it."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "wells.txt").write_text(TEXT)
    return folder


def outcomes(library, *paths):
    return [(added.paper, str(added.outcome), added.message) for added in library.add(list(paths))]


def titled(library):
    return library.paper("wells").metadata


def test_each_source_holds_until_it_is_taken_back(new_library, wells):
    library = new_library()
    outcomes(library, wells)
    own = titled(library)
    assert own == Metadata("The wells of Elm", ("Ada Cole",), "2012-05", language="en")
    (wells / "wells.yaml").write_text("title: Beside\ngenre: Report\n")
    outcomes(library, wells)
    assert titled(library) == replace(own, title="Beside", genre="report")
    library.metadata.set("wells", title="By hand", authors=["B. Ito", "C. Low"], date="")
    assert titled(library) == replace(own, title="By hand", authors=("B. Ito", "C. Low"), date=None, genre="report")
    sources = {name: str(told) for name, (told, _) in library.metadata.sources("wells").items()}
    assert sources == {
        "title": "set", "authors": "set", "date": "set", "language": "paper", "genre": "sidecar",
    }  # fmt: skip
    library.metadata.unset("wells", "title", "date")
    assert titled(library) == replace(own, title="Beside", authors=("B. Ito", "C. Low"), genre="report")
    (wells / "wells.yaml").unlink()
    outcomes(library, wells)
    assert titled(library) == replace(own, authors=("B. Ito", "C. Low"))
    library.metadata.unset("wells", "authors")
    assert titled(library) == own


def test_a_changed_sidecar_alone_changes_the_metadata_and_nothing_else(new_library, wells):
    library = new_library()
    (wells / "wells.yaml").write_text("title: One")
    assert outcomes(library, wells) == [("wells.txt", "added", None)]
    assert outcomes(library, wells) == [("wells.txt", "unchanged", None)]
    before = library.export()
    (wells / "wells.yaml").write_text("title: Two")
    assert outcomes(library, wells) == [("wells.txt", "updated", "its metadata are now those of wells.yaml.")]
    assert outcomes(library, wells) == [("wells.txt", "unchanged", None)]
    after = library.export()
    assert (before["papers"][0].pop("title"), after["papers"][0].pop("title")) == ("One", "Two")
    assert before == after
    (wells / "wells.yaml").unlink()
    assert outcomes(library, wells / "wells.txt") == [
        ("wells.txt", "updated", "its metadata are its own again: nothing beside it describes it.")
    ]
    assert titled(library).title == "The wells of Elm"


def test_a_broken_sidecar_is_told_each_time_and_stops_nothing(new_library, wells):
    library = new_library()
    (wells / "wells.yaml").write_text("title: [unclosed")
    for outcome in ("added", "unchanged"):
        ((paper, told, message),) = outcomes(library, wells)
        assert (paper, told) == ("wells.txt", outcome)
        assert message.startswith("wells.yaml, which should describe it, was passed over (")
        assert message.endswith(").")
    assert titled(library).title == "The wells of Elm"


def test_files_that_describe_papers_are_not_reported_as_unknown(new_library, wells):
    for name in ("wells.json", "references.bib", "picture.png", "data.json"):
        (wells / name).write_text('{"title": "Wells"}' if name == "wells.json" else "")
    found = {(added.path.rsplit("/")[-1], str(added.outcome)) for added in new_library().add([wells])}
    assert found == {("wells.txt", "added"), ("picture.png", "skipped"), ("data.json", "skipped")}


def test_what_was_set_outlives_another_version_of_the_file_and_a_refresh(new_library, wells, tmp_path, monkeypatch):
    library = new_library()
    (wells / "wells.yaml").write_text("institution: Elm House")
    outcomes(library, wells)
    library.metadata.set("wells", title="By hand")
    (wells / "wells.txt").write_text(TEXT.replace("Ada Cole", "Ben Ito"))
    outcomes(library, wells)
    expected = Metadata("By hand", ("Ben Ito",), "2012-05", "Elm House", "en")
    assert titled(library) == expected
    monkeypatch.setattr("api.writing.stamp", lambda _: Stamp("another text", "other names"))
    assert library.refresh() == ["wells.txt"]
    assert titled(library) == expected
    assert library.metadata.sources("wells")["institution"][1].origin == str(wells / "wells.yaml")


def test_the_index_follows_a_title(new_library, wells):
    library = new_library()
    outcomes(library, wells)
    passages = [paper.name for paper, _ in library.search("pumps", mode="words")]
    assert not library.search("xylophone", mode="words")
    library.metadata.set("wells", title="Xylophone")
    assert [paper.name for paper, _ in library.search("xylophone", mode="words")] == passages
    assert library.search("xylophone", mode="meaning")[0][1].meaning > 0
    assert library.search("xylophone", mode="words")[0][0].metadata.title == "Xylophone"
    library.metadata.unset("wells", "title")
    assert not library.search("xylophone", mode="words")
    assert library.status()["not_indexed"] == 0
    library.close()
    assert not new_library().search("xylophone", mode="words")


def test_metadata_that_are_set_index_the_same_as_metadata_that_are_read(new_library, wells):
    one, two = new_library("one"), new_library("two")
    outcomes(one, wells)
    one.metadata.set("wells", title="Xylophone")
    (wells / "wells.yaml").write_text("title: Xylophone")
    outcomes(two, wells)
    for mode in ("words", "meaning", "both"):
        (left, right) = (
            [(hit.ref, hit.score) for _, hit in lib.search("xylophone elm", mode=mode)] for lib in (one, two)
        )
        assert left == right


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"colour": "red"}, "no field 'colour'"),
        ({"date": "someday"}, "no date"),
        ({"language": "Klingon"}, "no language"),
    ],
)
def test_what_cannot_be_set_is_refused_and_changes_nothing(new_library, wells, fields, why):
    library = new_library()
    outcomes(library, wells)
    before = titled(library)
    with pytest.raises(BadQueryError, match=why):
        library.metadata.set("wells", title="New", **fields)
    assert titled(library) == before
    with pytest.raises(NoSuchPaperError):
        library.metadata.set("roads", title="New")


def marked():
    """A paper as a reader with an eye for style makes it: regions, labelled pages and fields of its file."""
    text = "The wells of Elm\n\nThe council paid 5 million euros.1 Nobody had asked.\n\n\f1 The ledger of 2001.\n\n"
    at = text.index
    regions = (
        Region(Span(0, 16), "heading", 1),
        Region(Span(at("1 Nobody"), at("1 Nobody") + 1), "marker", label="1", key="a"),
        Region(Span(at("1 The"), at("\n\n", at("1 The"))), "note_text", label="1", key="a"),
    )
    pages = (Page(Span(0, at("1 The")), "iv"), Page(Span(at("1 The"), len(text)), "v"))
    source = Source("in/wells.html", "html", hashlib.sha256(text.encode()).hexdigest(), "html 1")
    return Paper("wells.html", text, source, pages, Metadata("Wells", ("A. Cole",), language="en-GB"), regions)


def test_analysing_what_is_kept_gives_what_analysing_the_file_gave(tmp_path):
    read = marked()
    first = analyse(read)
    assert first.read == read
    assert [page.label for page in first.paper.pages] == ["iv", "v"]
    assert first.paper.metadata.title == "Wells"
    with Store.open(tmp_path, LAYERS, create=True) as store:
        store.put(first.paper, str(stamp()), first.layers(), read=first.read)
        store.state(read.name, Told.SET, Statement({"title": "By hand"}))
        assert store.as_read(read.name) == read
        assert analyse(store.as_read(read.name)) == first


def test_the_samples_too_are_analysed_from_the_store_as_from_their_files(new_library):
    library = new_library()
    list(library.add([SAMPLES]))
    for name in library.names():
        assert analyse(library._store.as_read(name)) == analyse_file(SAMPLES / name, name)


# ---- the command


@pytest.fixture
def run(monkeypatch, capsys, tmp_path, wells):
    """Runs `pincite ...` on a library of the one paper: (exit code, stdout, stderr)."""
    monkeypatch.setattr("api.library.SentenceEncoder", lambda _: WordEncoder())
    with Library.open(Settings(tmp_path / "library"), create=True) as library:
        list(library.add([wells]))

    def start(*words):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
        with pytest.raises(SystemExit) as left:
            main(["--library", str(tmp_path / "library"), *words])
        out, err = capsys.readouterr()
        return int(left.value.code or 0), out, err

    return start


def test_meta_shows_where_each_field_comes_from(run, wells):
    (wells / "wells.yaml").write_text("series: Elm Papers 4")
    run("add", str(wells))
    code, out, _ = run("meta", "set", "wells", "title=The Wells", "authors=A. Cole; B. Ito", "--json")
    rows = {row["field"]: row for row in json.loads(out)}
    assert code == 0
    assert list(rows) == ["title", "authors", "date", "institution", "language", "series", "genre"]
    assert {name: (row["value"], row["source"]) for name, row in rows.items()} == {
        "title": ("The Wells", "set"),
        "authors": (["A. Cole", "B. Ito"], "set"),
        "date": ("2012-05", "paper"),
        "institution": (None, None),
        "language": ("en", "paper"),
        "series": ("Elm Papers 4", "sidecar"),
        "genre": (None, None),
    }
    assert rows["series"]["origin"] == str(wells / "wells.yaml")
    assert run("meta", "wells")[1].splitlines() == [
        "title: The Wells  (set by hand)",
        "authors: A. Cole; B. Ito  (set by hand)",
        "date: 2012-05  (the paper)",
        "institution: –",
        "language: en  (the paper)",
        "series: Elm Papers 4  (wells.yaml)",
        "genre: –",
    ]
    assert run("meta", "unset", "wells", "title")[1].splitlines()[0] == "title: The wells of Elm  (the paper)"
    assert run("meta", "wells", "-f", "csv")[1].splitlines()[0] == "paper,field,value,source,origin"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("meta", "set", "wells", "colour=red"), "the fields are title, authors, date"),
        (("meta", "unset", "wells", "colour"), "the fields are title, authors, date"),
        (("meta", "set", "wells", "date=someday"), "'someday' is no date"),
        (("meta", "set", "wells", "title"), "'title' has no value"),
        (("meta", "set", "wells"), "say what to set"),
        (("meta", "unset", "wells"), "say which field"),
        (("meta", "wells", "title=x"), "begin with set or unset"),
        (("meta", "set"), "name a paper"),
        (("meta", "roads"), "no paper 'roads'"),
        (("meta",), "Missing argument"),
    ],
)
def test_meta_says_what_it_cannot_read(run, words, why):
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert why in err


def test_export_and_show_tell_all_fields(run):
    run("meta", "set", "wells", "series=Elm Papers 4", "genre=Policy Brief")
    (paper,) = json.loads(run("export")[1])["papers"]
    assert (paper["series"], paper["genre"], paper["language"]) == ("Elm Papers 4", "policy brief", "en")
    assert json.loads(run("show", "wells", "--json")[1])["genre"] == "policy brief"
