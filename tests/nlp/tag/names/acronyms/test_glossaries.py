"""Lists of abbreviations, however a house sets them, and lines that only look like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.tag.names.acronyms.glossaries import glossary

ROWS = [
    ("ARF", "Arcadian Reef Fund"),
    ("BAHO", "Federal Office for Timber"),
    ("GRP", "gross regional product"),
    ("OFCT", "Organisation for Fisheries and Coastal Trade"),
]


def read(text: str) -> list[tuple[str, str]]:
    found = glossary(text)
    places = [(text[slice(*e.acronym.short)], text[slice(*e.acronym.long[0])]) for e in found]
    assert places == [(e.short, e.long) for e in found]
    return places


@pytest.mark.parametrize(
    "row",
    [
        "{}\t{}",
        "{}    {}",
        "{} {}",
        "{} – {}",
        "{}: {}",
        "{} = {}",
        "{} ........ {}",
        "| {} | {} |",
        "- **{}** {}",
        "* {}: {}",
        "**{}:** {}",
        "{}\n\n{}\n",
        "{}\t{};",
    ],
)
@pytest.mark.parametrize("heading", ["Abbreviations\n\n", "# List of Acronyms\n", ""])
def test_a_list_is_read_in_every_setting(row: str, heading: str) -> None:
    text = f"Ports of Arcadia\n\n{heading}" + "\n".join(row.format(*each) for each in ROWS) + "\n\nThe reefs are old."
    assert read(text) == ROWS


def test_two_columns_of_entries_are_read_side_by_side() -> None:
    (a, b), (c, d), (e, f), (g, h) = ROWS
    assert read(f"Acronyms\n{a}  {b}    {c}  {d}\n{e}  {f}    {g}  {h}") == ROWS


@pytest.mark.parametrize(
    "text",
    [
        "Exports\nUSA\t1,200\t14\nPER\t300\t2\nBOL\t12\t1",
        "Members\nUSA\tWashington\nPER\tLima\nBOL\tLa Paz",
        "The ARF pays.\nThe GRP rose.\nThe OFCT met.",
        "ARF Arcadian Reef Fund\nThe reefs are old and large.",
        "NOTE: The fund is old.\nSEE ALSO: the annex.\nEND",
        "A: first answer\nB: second answer\nC: third answer",
        "I\tIntroduction\nII\tMethods\nIII\tResults",
        "",
    ],
)
def test_other_lines_are_no_list(text: str) -> None:
    assert read(text) == []


@given(st.text(alphabet="ABab \t|.:-–=\n*()1é", max_size=200))
def test_spans_lie_in_the_text(text: str) -> None:
    for short, long in read(text):
        assert short
        assert long
