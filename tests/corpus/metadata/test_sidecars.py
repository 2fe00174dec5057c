"""The file beside a paper is found, read safely, and said to be unreadable when it is."""

import json

import pytest

from corpus.metadata.further import PREFIX
from corpus.metadata.sidecars import Sidecars

SUFFIXES = {".txt", ".pdf"}


@pytest.fixture
def beside(tmp_path):
    """Writes files beside papers; gives what is said of wells.txt, and the warning."""
    (tmp_path / "wells.txt").write_text("wells")

    def look(**files):
        for name, text in files.items():
            (tmp_path / name.replace("__", ".")).write_bytes(text if isinstance(text, bytes) else text.encode())
        told, warning = Sidecars(SUFFIXES).of(tmp_path / "wells.txt")
        own = None if told is None else {n: value for n, value in told.facts.items() if not n.startswith(PREFIX)}
        return own, warning

    return look


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("wells__yaml", "title: Wells"),
        ("wells__yml", "title: Wells"),
        ("wells__txt__yaml", "title: Wells"),
        ("wells__json", '{"title": "Wells"}'),
        ("wells__json", '[{"title": "Wells"}]'),
        ("wells__bib", "@book{x, title={Wells}}"),
        ("wells__yaml", "references: [{title: Wells}]"),
        ("wells__yaml", "\ufefftitle: Wells"),
        ("references__bib", "@book{x, title={Wells}, file={:in/wells.txt:TXT}}\n@book{y, title={Roads}}"),
        ("any__bib", "@book{wells, title={Wells}}\n@book{y, title={Roads}}"),
        ("references__json", '[{"id": "roads", "title": "Roads"}, {"id": "wells", "title": "Wells"}]'),
    ],
)
def test_what_is_beside_a_paper(beside, name, text):
    assert beside(**{name: text}) == ({"title": "Wells"}, None)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("roads__yaml", "title: Roads"),
        ("wells__md", "title: Wells"),
        ("references__json", '[{"id": "roads", "title": "Roads"}]'),
        ("references__yaml", "title: Wells"),
        ("any__bib", "@book{y, title={Roads}, file={roads.txt}}"),
    ],
)
def test_what_is_of_another_paper(beside, name, text):
    assert beside(**{name: text}) == (None, None)


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("wells__yaml", "title: [unclosed", r"wells.yaml.*passed over \(.*line 1"),
        ("wells__yaml", "date: 2019-13-45", "month"),
        ("wells__yaml", "just words", "not a list of fields"),
        ("wells__yaml", "colour: red", "no title, authors"),
        ("wells__yaml", "date: someday", "'someday' has no year"),
        ("wells__yaml", "a: &a [x, x]\nb: &b [*a, *a]\ntitle: [*b, *b]", "no title, authors"),
        ("wells__json", '{"title": ', "line 1"),
        ("wells__json", "[" * 100_000, "deep"),
        ("wells__json", "[]", "0 entries"),
        ("wells__json", '[{"title": "A"}, {"title": "B"}]', "2 entries"),
        ("wells__json", '{"title": "half \\ud83d"}', "no text"),
        ("wells__bib", "words", "no BibTeX entry"),
        ("wells__bib", "@book{x, title={unclosed", "line 1"),
        ("wells__yaml", b"title: caf\xe9", "not UTF-8, byte 10"),
        ("references__bib", "@book{x, title={unclosed", "references.bib"),
    ],
)
def test_what_cannot_be_read_is_said(beside, name, text, why):
    told, warning = beside(**{name: text})
    assert told is None
    assert warning.count("passed over") == 1
    assert __import__("re").search(why, warning)


def test_the_most_particular_is_taken_and_the_other_named(beside):
    told, warning = beside(wells__txt__json='{"title": "One"}', wells__yaml="title: Two", wells__bib="@book{x}")
    assert told == {"title": "One"}
    assert warning == "wells.txt.json is taken for what describes wells.txt, wells.yaml and wells.bib is not."


def test_a_broken_list_is_told_once(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name)
    (tmp_path / "all.bib").write_text("@book{x, title={unclosed")
    found = Sidecars(SUFFIXES)
    assert [found.of(tmp_path / name)[1] is None for name in ("a.txt", "b.txt")] == [False, True]


def test_too_large_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr("corpus.metadata.sidecars.LARGEST", 10)
    (tmp_path / "wells.yaml").write_text("title: The wells of Elm")
    assert "larger than" in Sidecars(SUFFIXES).of(tmp_path / "wells.txt")[1]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("wells.yaml", True),
        ("wells.txt.json", True),
        ("references.json", True),
        ("any.bib", True),
        ("roads.yaml", False),
        ("data.json", False),
        ("wells.csv", False),
    ],
)
def test_which_files_describe_papers(tmp_path, name, expected):
    (tmp_path / "wells.txt").write_text("wells")
    (tmp_path / name).write_text(json.dumps({}))
    assert Sidecars(SUFFIXES).is_one(tmp_path / name) is expected


def test_without_papers_nothing_describes_them(tmp_path):
    (tmp_path / "any.bib").write_text("")
    assert not Sidecars(SUFFIXES).is_one(tmp_path / "any.bib")
