"""What else the papers call whom a query names."""

import pytest
from fakes import WordEncoder

from api.library import Library
from api.search import searcher
from api.search.other_names import LINKED, SAME, other_names
from api.settings import Settings

TEXT = """# Roads

The Lakes Development Bank (LDB) paid for roads in Ghana. The LDB was late.

Ghanaian engineers built them, and the United States (US) looked on.

A Georgia farmer sold land in Tbilisi, Georgia.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("other-names")
    (folder / "roads.md").write_text(TEXT, encoding="utf-8")
    place = Settings(folder / "library", names="rules")
    with Library.open(place, create=True, encoder=WordEncoder()) as opened:
        list(opened.add([folder / "roads.md"]))
        yield opened


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("LDB roads", {"lake develop bank": SAME}),
        ("ldb roads", {}),  # three small letters may be any word
        ("roads of the Lakes Development Bank", {"ldb": SAME}),
        ("lakes development bank", {"ldb": SAME}),
        ("Lakes Development Bank (LDB)", {}),
        ("roads in Ghana", {"ghanaian": LINKED}),
        ("ghana", {"ghanaian": LINKED}),
        ("Ghanaian roads", {"ghana": LINKED}),
        ("United States", {}),  # its other names are words of many meanings
        ("it is for us", {}),
        ("roads", {}),
        ("", {}),
        ("?!", {}),
    ],
)
def test_other_names_of_the_same(library, query, expected):
    assert other_names(query, library.directory(), ()) == expected


def test_what_is_asked_for_already_is_left_out(library):
    assert other_names("roads in Ghana", library.directory(), {"ghanaian"}) == {}


def test_a_search_ranks_by_them(library):
    results = library.search("ldb", mode="words")
    assert [hit.passage for _, hit in results]
    paper, hit = library.search("LDB", mode="words")[0]
    assert "Lakes Development Bank" in paper.quote(*hit.passage.spans)
    assert library.search("Ghanaians", mode="words")


def test_not_in_a_large_library(library, monkeypatch):
    monkeypatch.setattr(searcher, "NAMED", 0)
    with_ = library.search("Ghana", mode="words")
    assert with_
    assert not any(hit.words == 0 for _, hit in with_)
