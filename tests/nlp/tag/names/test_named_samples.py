"""Excerpts of policy papers of many topics and house styles: how many of their names are found, as a ratchet.

The floors stand in samples/named/floors.json, in percent of F1 over all labels by set of files; a better tagger
raises them.
"""

from __future__ import annotations

import json

import pytest
from marked_names import SAMPLES, Named, by_label, compare, f1, read_marked

from api.pipeline import analyse
from corpus.read.readers import read_file

FLOORS = json.loads((SAMPLES / "floors.json").read_text(encoding="utf-8"))


def results(path, folder):
    text, names = read_marked(path.read_text(encoding="utf-8"))
    plain = folder / path.name
    plain.write_text(text, encoding="utf-8")
    analysis = analyse(read_file(plain, path.name))
    assert analysis.paper.text == text
    return list(compare(text, names, [(*m.span, m.label.value) for m in analysis.mentions]))


@pytest.mark.parametrize("name", FLOORS)
def test_no_fewer_names_are_found_than_before(name, tmp_path):
    paths = [SAMPLES / file for file in FLOORS[name]["files"]]
    table = by_label(result for path in paths for result in results(path, tmp_path))
    lines = [f"{label} {f1(counts):.1f} {dict(counts)}" for label, counts in table.items()]
    assert f1(table["all"]) >= FLOORS[name]["floor"], "\n".join(lines)


def test_every_excerpt_is_in_a_set():
    listed = {file for one in FLOORS.values() for file in one["files"]}
    assert listed == {path.name for path in SAMPLES.glob("*.txt")}


def test_marks_are_read():
    text, names = read_marked("In ⟦GPE|Peru|Peru⟧ the ⟦ORG?|Elm Fund|Fund⟧ paid.")
    assert text == "In Peru the Fund paid."
    assert names == [Named(3, 7, "GPE", "Peru"), Named(12, 16, "ORG", "Elm Fund", doubtful=True)]


@pytest.mark.parametrize(
    ("marked", "found", "expected"),
    [
        ("⟦GPE|Peru|Peru⟧ paid", [(0, 4, "GPE")], {"right": 1}),
        ("⟦GPE|Peru|Peru⟧ paid", [(0, 4, "ORG")], {"missed": 1, "false": 1}),
        ("⟦GPE|Peru|Peru⟧ paid", [], {"missed": 1}),
        ("it paid Peru", [(8, 12, "GPE")], {"false": 1}),
        ("the ⟦ORG|Elm Fund|Elm Fund⟧'s loans", [(0, 14, "ORG")], {"right": 1}),
        ("“⟦WORK|Elm|Elm⟧”, 2", [(0, 5, "WORK")], {"right": 1}),
        ("⟦ORG?|Elm Fund|Fund⟧ paid", [(0, 4, "ORG")], {}),
        ("⟦ORG?|Elm Fund|Fund⟧ paid", [], {}),
    ],
)
def test_names_are_compared(marked, found, expected):
    text, names = read_marked(marked)
    assert dict(by_label(compare(text, names, found))["all"]) == expected
