"""The sample papers and the truth about them: every quotation stands where the truth says, every odd form is kept."""

import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from corpus.read.readers import read_file

HERE = Path(__file__).parent
PAPERS = HERE.parent / "examples" / "papers"
TRUTH: dict[str, Any] = json.loads((HERE / "samples" / "truth.json").read_text(encoding="utf-8"))
NAMES = sorted(TRUTH["papers"])
NO_BREAK = "\u00a0"
LABELS = {
    "coca-frontiers.txt": "\n\n{} ",
    "border-ledger.md": "\n[^{}]: ",
    "water-and-grid.txt": "\n\n[{}] ",
    "harbour-cities.md": "\n\n{} ",
    "clinics-after-floods.txt": "\r\n\r\n{} ",
    "sleeper-class.pdf": "\n\n{}",
    "kitchen-gardens.docx": "\n\n{} ",
    "lamps-on-credit.html": "\n\n{} ",
}
"""How each house style prints a note's label; {} is the label."""
MARKERS = {
    "coca-frontiers.txt": r"[¹²³⁰-⁹]+",
    "border-ledger.md": r"\[\^\w+\](?!:)",
    "water-and-grid.txt": r"(?<=[\w\"] )\[\d+\]",
    "harbour-cities.md": r"\[\^\w+\](?!:)|(?<=\S)(?:\\\*|[†‡])",
    "clinics-after-floods.txt": r"(?<=[.,”])[¹²³⁰-⁹]+",
    "sleeper-class.pdf": r"(?<=[.,])[¹²³⁰-⁹]+",
    "kitchen-gardens.docx": r"(?<=[.,:])[¹²³⁰-⁹ⁱᵛ]+",
    "lamps-on-credit.html": r"(?<=[.,])[¹²³⁰-⁹]+",
}
RAISED = {"clinics-after-floods.txt", "sleeper-class.pdf", "kitchen-gardens.docx", "lamps-on-credit.html"}
"""Papers that print their notes' labels as superscripts, or whose reader does."""
SUPERSCRIPT = str.maketrans("0123456789iv", "⁰¹²³⁴⁵⁶⁷⁸⁹ⁱᵛ")


@cache
def text(name: str) -> str:
    """The text of a paper: as its file has it, or as its reader has it where the file is more than text."""
    if Path(name).suffix not in {".txt", ".md"}:
        return read_file(PAPERS / name).text
    with (PAPERS / name).open(encoding="utf-8", newline="") as file:
        return file.read()


def place(whole: str, quote: str, occurrence: int) -> int:
    """Where the quote stands for the `occurrence`-th time, overlapping ones counted; -1 for nowhere."""
    at = -1
    for _ in range(occurrence):
        at = whole.find(quote, at + 1)
        if at < 0:
            return -1
    return at


def figures(name: str) -> Iterator[tuple[int, int]]:
    whole = text(name)
    for row in (*TRUTH["papers"][name]["money"], *TRUTH["papers"][name]["areas"]):
        start = place(whole, row["quote"], row["occurrence"])
        assert start >= 0, row
        yield start, start + len(row["quote"])


def printed(name: str, label: str) -> str:
    if name in RAISED:
        label = label.translate(SUPERSCRIPT)
    if label == "loans":
        return "\n\n[^loans]: "
    return LABELS[name].format(label.replace("*", r"\*"))


def test_the_folder_holds_these_papers_and_no_other() -> None:
    held = {path.name for path in PAPERS.iterdir() if not path.name.startswith(".")}
    assert held - {"README.md"} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_figures_stand_apart_and_are_no_piece_of_a_longer_number(name: str) -> None:
    whole = text(name)
    spans = sorted(figures(name))
    assert spans
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    for start, end in spans:
        assert not (whole[start].isdigit() and whole[start - 1] in "0123456789.,")
        assert not re.match(r"\d|[.,]\d", whole[end : end + 2])


@pytest.mark.parametrize("name", NAMES)
def test_values_are_numbers_or_rising_ranges(name: str) -> None:
    for row in (*TRUTH["papers"][name]["money"], *TRUTH["papers"][name]["areas"]):
        value = row["value"]
        low, high = value if isinstance(value, list) else (value, value)
        assert 0 <= low <= high, row
        assert isinstance(value, list) == (low < high), row


@pytest.mark.parametrize("name", NAMES)
def test_every_cell_is_a_number_under_a_caption_and_every_other_figure_has_a_unit(name: str) -> None:
    for row in TRUTH["papers"][name]["money"]:
        assert bool(row.get("cell")) == bool(re.fullmatch(r"[\d.,]+", row["quote"])), row


@pytest.mark.parametrize("name", NAMES)
def test_title_authors_headings_and_year_are_printed(name: str) -> None:
    whole, truth = text(name), TRUTH["papers"][name]
    lines = {line.strip("\ufeff# ") for line in re.split(r"[\r\n\f]+", whole)}
    assert truth["title"] in whole
    assert all(author in whole for author in truth["authors"])
    assert str(truth["year"]) in whole[:700]
    assert set(truth["headings"]) <= lines


@pytest.mark.parametrize("name", NAMES)
def test_notes_stand_under_their_labels_in_order(name: str) -> None:
    whole, truth = text(name), TRUTH["papers"][name]
    at = [whole.find(printed(name, note["label"]) + note["begins"]) for note in truth["notes"]]
    assert all(start > 0 for start in at)
    assert at == sorted(at)
    labels = [note["label"] for note in truth["notes"]]
    assert all(note.get("ibid_of", labels[0]) in labels for note in truth["notes"])
    assert [note["label"] for note in truth["notes"] if "Ibid" in note["begins"]] == [
        note["label"] for note in truth["notes"] if "ibid_of" in note
    ]


@pytest.mark.parametrize("name", NAMES)
def test_markers_are_as_many_as_the_truth_says(name: str) -> None:
    truth = TRUTH["papers"][name]
    found = re.findall(MARKERS[name], text(name))
    assert len(found) == truth["markers"]
    assert len(found) - len(truth["lost_markers"]) == len(truth["notes"]) - len(truth["orphan_notes"])


@pytest.mark.parametrize("name", NAMES)
def test_sentences_that_are_cut_are_printed_in_two_parts(name: str) -> None:
    whole = text(name)
    for before, after in TRUTH["papers"][name]["joins"]:
        gap = whole[whole.index(before) + len(before) : whole.index(after)]
        assert "\f" in gap or "\n\n" in gap


@pytest.mark.parametrize("key", ["questions", "searches"])
def test_passages_looked_for_stand_once(key: str) -> None:
    for row in TRUTH[key]:
        words = row["must_contain" if key == "questions" else "quote"]
        assert text(row["paper"]).count(words) == 1, row
        assert sum(text(name).count(words) for name in NAMES) == 1, row


def test_there_is_enough_of_everything() -> None:
    assert (len(TRUTH["questions"]), len(TRUTH["unanswerable"]), len(TRUTH["searches"])) == (30, 15, 26)
    asked = [row["question"] for row in (*TRUTH["questions"], *TRUTH["unanswerable"])]
    assert len(set(asked)) == len(asked)
    for name in NAMES:
        assert 700 <= len(text(name).split()) <= 2000


def test_pairs_that_agree_or_contradict_are_printed() -> None:
    for pair in TRUTH["pairs"]:
        for paper, quote in (pair["a"], pair["b"]):
            assert quote in text(paper)
        assert (pair["a"][1] == pair["b"][1]) == (pair["verdict"] == "agree")


def test_windows_line_ends_byte_order_mark_and_no_break_spaces() -> None:
    whole = text("clinics-after-floods.txt")
    assert whole.startswith("\ufeff")
    assert whole.count("\ufeff") == 1
    assert whole.count("\r\n") == whole.count("\n") == whole.count("\r") > 50
    assert f"1{NO_BREAK}250{NO_BREAK}000{NO_BREAK}CFA francs" in whole
    assert {"“", "”", "’"} <= set(whole)
    assert '"' not in whole
    assert "'" not in whole


@pytest.mark.parametrize("name", [name for name in NAMES if name != "clinics-after-floods.txt"])
def test_the_other_papers_have_plain_line_ends(name: str) -> None:
    whole = text(name)
    assert "\r" not in whole
    assert not whole.startswith("\ufeff")


def test_pages_of_the_wrapped_paper() -> None:
    pages = text("water-and-grid.txt").split("\f")
    assert len(pages) == 4
    assert max(len(line) for page in pages for line in page.split("\n")) <= 90
    for number, page in enumerate(pages, 1):
        assert page.rstrip().rsplit("\n", 1)[1].strip() == str(number)
        assert number == 1 or re.match(r"South Basin Forum +Working Paper 2023/07\n\n", page)


def test_a_paragraph_is_one_line_where_nothing_is_wrapped() -> None:
    assert max(len(line) for line in text("coca-frontiers.txt").split("\n")) > 500


def test_front_matter_only_where_it_is_meant() -> None:
    assert text("border-ledger.md").startswith("---\ntitle: ")
    assert text("harbour-cities.md").startswith("# Harbour Cities")


@pytest.mark.parametrize("name", NAMES)
def test_each_paper_says_that_it_is_invented(name: str) -> None:
    assert re.search(r"(?s)invented\b.{0,40}\bsample\b|sample\s+written\s+for\s+pincite", text(name))
