"""Who finds names is the library's own choice: kept, said in its status, and redone without touching the rest."""

import sqlite3
from contextlib import closing

import pytest
from fakes import CountingEncoder

from api.library import LAYERS, Library
from api.pipeline import NAMED
from api.recognisers import recogniser
from api.settings import Settings, settings
from corpus.errors import MissingEngineError

TEXT = "Varga Ostlund paid for the wells of Elm.\n\nIn 2001 the council of Elm spent 5 million euros in Kenya."


@pytest.fixture
def encoder():
    return CountingEncoder()


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "in" / "wells.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def opened(tmp_path, encoder):
    """Opens the library, its names to be found as said."""
    libraries = []

    def start(names=None):
        library = Library.open(Settings(tmp_path / "library", names=names), create=True, encoder=encoder)
        libraries.append(library)
        return library

    yield start
    for library in libraries:
        library.close()


def named(library):
    return {row["text"] for row in library.export()["mentions"]}


def rows(library, layers):
    """All rows of these tables as they stand in the file."""
    with closing(sqlite3.connect(library.folder / "library.db")) as db:
        return {table: db.execute(f'select rowid, * from "{table}"').fetchall() for table in layers}


def test_names_alone_are_redone_when_another_model_finds_them(opened, paper, pipeline, encoder):
    with opened("rules") as library:
        list(library.add([paper]))
        assert "Varga Ostlund" not in named(library)
    with opened(pipeline({"Varga Ostlund": "PERSON", "Elm": "GPE"})) as library:
        status = library.status()
        assert (status["stale"], status["stale_names"]) == (["wells.txt"], ["wells.txt"])
        untouched = set(library.export().keys()) & {"blocks", "markers", "notes", "passages"} | {
            "vectors",
            "pages",
            "facts",
        }
        before, encoded, indexed = rows(library, untouched), encoder.encoded, library._indexes.keyword.held()
        assert library.refresh() == ["wells.txt"]
        assert {"Varga Ostlund", "Elm", "Kenya"} <= named(library)
        assert rows(library, untouched) == before
        assert encoder.encoded == encoded
        assert library._indexes.keyword.held() == indexed
        assert library.status()["stale"] == []
        assert library.refresh() == []
        assert library.search("wells", k=1)


def test_what_reads_the_names_is_redone_with_them(opened, tmp_path, pipeline):
    (tmp_path / "in.txt").write_text("In 2001 Ostlandia received 5 million euros.", encoding="utf-8")
    with opened("rules") as library:
        list(library.add([tmp_path / "in.txt"]))
        assert [row["where"] for row in library.export()["figures"] if row["kind"] == "money"] == [[]]
    with opened(pipeline({"Ostlandia": "GPE"})) as library:
        library.refresh()
        assert [row["where"] for row in library.export()["figures"] if row["kind"] == "money"] == [["Ostlandia"]]


def test_a_library_remembers_who_finds_its_names(opened, paper, pipeline):
    model = pipeline({"Varga Ostlund": "PERSON"})
    with opened(model) as library:
        list(library.add([paper]))
    with opened() as library:
        status = library.status()
        assert (status["names"], status["stale"]) == (model, [])
        assert status["names_by"].endswith(" + rules")
        assert library.refresh() == []
    with opened("rules") as library:
        assert library.status()["stale_names"] == ["wells.txt"]
    with opened() as library:
        assert library.status()["stale"] == [], "who only looks changes nothing"
    with opened("rules") as library:
        assert library.refresh() == ["wells.txt"]
        assert "Varga Ostlund" not in named(library)
    with opened() as library:
        assert library.status()["names_by"] == "rules"


def test_adding_again_finds_the_names_anew_and_encodes_nothing(opened, paper, pipeline, encoder):
    with opened("rules") as library:
        list(library.add([paper]))
    encoded = encoder.encoded
    with opened(pipeline({"Varga Ostlund": "PERSON"})) as library:
        assert [added.outcome for added in library.add([paper])] == ["replaced"]
        assert "Varga Ostlund" in named(library)
        assert encoder.encoded == encoded
        assert [added.outcome for added in library.add([paper])] == ["unchanged"]


def test_what_lies_beside_a_paper_is_taken_in_while_its_names_are_found_anew(opened, paper, pipeline):
    with opened("rules") as library:
        list(library.add([paper]))
    paper.with_suffix(".json").write_text('{"title": "The wells"}', encoding="utf-8")
    with opened(pipeline({"Varga Ostlund": "PERSON"})) as library:
        list(library.add([paper]))
        assert library.paper("wells.txt").metadata.title == "The wells"
        assert library.search("wells", k=1)
        assert library.status()["not_indexed"] == 0


def test_processes_find_the_names_that_one_finds(opened, paper, pipeline, tmp_path):
    (tmp_path / "in" / "two.txt").write_text(TEXT.replace("wells", "roads"), encoding="utf-8")
    with opened(pipeline({"Varga Ostlund": "PERSON"})) as library:
        assert [added.outcome for added in library.add([tmp_path / "in"], jobs=2)] == ["added"] * 2
        persons = [row["paper"] for row in library.export()["mentions"] if row["text"] == "Varga Ostlund"]
        assert persons == ["two.txt", "wells.txt"]


def test_a_model_that_is_gone_stops_what_needs_it_and_nothing_else(opened, paper, pipeline, tmp_path):
    model = pipeline({"Varga Ostlund": "PERSON"})
    with opened(model) as library:
        list(library.add([paper]))
    (tmp_path / "own-model").rename(tmp_path / "elsewhere")
    recogniser.cache_clear()
    with opened() as library:
        assert library.search("wells", k=1)
        status = library.status()
        assert status["names_by"] is None
        assert model in status["names_trouble"]
        assert status["stale"] == ["wells.txt"]
        for use in (lambda: list(library.add([paper])), library.refresh):
            with pytest.raises(MissingEngineError, match="head, rules or auto"):
                use()
        library.remove("wells.txt")


def test_a_model_that_cannot_be_loaded_is_no_fault_of_the_files(opened, paper, pipeline, tmp_path):
    model = pipeline({})
    (tmp_path / "own-model" / "config.cfg").write_text("[nlp", encoding="utf-8")
    with opened(model) as library, pytest.raises(MissingEngineError, match="cannot be loaded"):
        list(library.add([paper]))


def test_an_option_beats_the_variable(monkeypatch):
    assert settings().names is None
    monkeypatch.setenv("PINCITE_NAMES", "auto")
    assert settings().names == "auto"
    assert settings(names="rules").names == "rules"
    monkeypatch.setenv("PINCITE_NAMES", "")
    assert settings().names is None


def test_the_layers_that_depend_on_names_are_layers():
    assert set(NAMED) <= {layer.name for layer in LAYERS}
