"""A library of two papers, from which passages are picked."""

import pytest
from wells_and_dams import DAMS, WELLS


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "wells.txt").write_text(WELLS, encoding="utf-8")
    (folder / "dams.txt").write_text(DAMS, encoding="utf-8")
    return folder


@pytest.fixture
def library(new_library, folder):
    library = new_library()
    assert [added.outcome for added in library.add([folder])] == ["added", "added"]
    library.metadata.set("wells", title="The wells of Elm")
    library.metadata.set("dams", title="Dams of the north")
    return library


@pytest.fixture
def rewrite(library, folder):
    """Reads a paper anew with other words."""

    def put(name, text):
        (folder / name).write_text(text, encoding="utf-8")
        (report,) = library.add([folder / name])
        assert report.outcome in ("added", "replaced", "unchanged")

    return put


@pytest.fixture
def pick(library):
    """Picks words of a paper by the words."""

    def at(words, name="wells.txt", **said):
        start = library.paper(name).text.index(words)
        return library.quotations.pick(f"{name} {start}-{start + len(words)}", **said)

    return at
