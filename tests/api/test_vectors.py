"""Word vectors of a library: made as the settings say, kept with their papers, and never half used."""

import pytest
from fakes import PieceEncoder, WordEncoder

from api import vectors
from api.library import Library
from api.settings import LateUse, Settings, settings
from corpus.errors import BadQueryError, MissingEngineError

WELLS = """# On wells

Drilling of wells began in 1998 and cost $2 million.

The rains came late, and the wells ran dry in the north.
"""
ROADS = """# On roads

Of the roads of the north 40 per cent are paved.
"""


@pytest.fixture
def folder(tmp_path):
    for name, text in (("wells.md", WELLS), ("roads.md", ROADS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def opened(folder):
    libraries = []

    def open_(late=LateUse.AUTO, encoder=None, name="library"):
        chosen = Settings(folder / name, names="rules", late=late)
        libraries.append(Library.open(chosen, create=True, encoder=encoder or PieceEncoder()))
        return libraries[-1]

    yield open_
    for library in libraries:
        library.close()


def late(library, query="wells of the north"):
    return [hit.late for _, hit in library.search(query)]


def test_word_vectors_are_made_and_used_unless_told_otherwise(opened, folder):
    library = opened()
    list(library.add([folder / "wells.md", folder / "roads.md"]))
    assert all(score > 0 for score in late(library))
    assert library.status()["unencoded"] == []


def test_off_means_that_none_are_made_and_none_are_used(opened, folder):
    library = opened(LateUse.OFF)
    list(library.add([folder]))
    assert set(late(library)) == {0.0}
    assert library.status()["unencoded"] == []
    again = opened(LateUse.AUTO)
    assert set(late(again)) == {0.0}
    assert sorted(again.status()["unencoded"]) == ["roads.md", "wells.md"]
    assert sorted(again.refresh()) == ["roads.md", "wells.md"]
    assert all(score > 0 for score in late(again))
    assert again.refresh() == []


def test_where_one_paper_has_none_no_passage_is_compared(opened, folder):
    list(opened(LateUse.OFF).add([folder / "roads.md"]))
    library = opened()
    list(library.add([folder / "wells.md"]))
    assert set(late(library)) == {0.0}
    library.refresh()
    assert all(score > 0 for score in late(library))


def test_a_large_library_goes_without_unless_told_to(opened, folder, monkeypatch):
    monkeypatch.setattr(vectors, "MOST", 0)
    library = opened()
    list(library.add([folder]))
    assert set(late(library)) == {0.0}
    told = opened(LateUse.ON)
    assert told.refresh()
    assert all(score > 0 for score in late(told))


def test_a_model_without_pieces_serves_all_the_same(opened, folder):
    library = opened(encoder=WordEncoder())
    list(library.add([folder]))
    assert set(late(library)) == {0.0}
    assert library.status()["unencoded"] == []


def test_to_demand_pieces_of_such_a_model_is_refused(opened, folder):
    library = opened(LateUse.ON, WordEncoder())
    with pytest.raises(MissingEngineError, match="makes nothing of single words"):
        list(library.add([folder]))
    assert library.names() == []


def test_a_new_title_makes_them_anew(opened, folder):
    library = opened()
    list(library.add([folder / "wells.md"]))
    library.metadata.set("wells.md", title="On springs")
    before = late(library, "springs")
    assert max(before) == pytest.approx(1.0, abs=0.05), "the title is part of what a passage is compared by"
    library.remove("wells.md")
    assert not library.search("springs")


def test_an_option_beats_the_variable(monkeypatch):
    assert settings().late is LateUse.AUTO
    monkeypatch.setenv("PINCITE_LATE", "off")
    assert settings().late is LateUse.OFF
    assert settings(late="ON").late is LateUse.ON
    monkeypatch.setenv("PINCITE_LATE", "perhaps")
    with pytest.raises(BadQueryError, match="say auto, on or off"):
        settings()
