import pytest

from corpus.read.pdf.reader import read_pdf

BODY = [
    "The river rises in the hills and falls nine hundred metres in the first day of its way to the sea, which",
    "is why four mills stand in the gorge and none below it. The largest of them grinds for eleven villages and",
    "has done so since the bridge was built.",
]


def headings(pdf, shown, *slanted, below=BODY, title=True):
    """The headings of a paper with text, then each of `slanted` in italics above some more text."""
    made, y = pdf().page(), 700
    if title:
        made.text(72, 780, "Of Mills", 20, "F2")
    made.lines(72, 740, BODY)
    for words in slanted:
        made.text(72, y - 10, words, 10, "F3").lines(72, y - 26, below)
        y -= 80
    reading = read_pdf(made.pdf(), "mills.pdf")
    return [words for role, words in shown(reading) if role == "heading"], reading


def test_italic_lines_above_paragraphs_are_headings(pdf, shown):
    found, reading = headings(pdf, shown, "The gorge", "The mills of the plain", "Who owns a wheel?")
    assert found == ["The gorge", "The mills of the plain", "Who owns a wheel?"]
    assert {region.level for region in reading.regions if region.role == "heading"} == {1}


@pytest.mark.parametrize(
    "slanted",
    [
        ["The gorge"],  # once only
        ["He said that it was deep.", "He said that it was wide."],
        ["“A mill is a friend”", "“A wheel is none”"],
        ["the gorge", "the mills"],
        ["Upper gorge, lower gorge;", "Upper plain, lower plain;"],
    ],
)
def test_other_italic_lines_are_none(pdf, shown, slanted):
    assert headings(pdf, shown, *slanted)[0] == []


def test_italic_lines_above_short_ones_are_none(pdf, shown):
    assert headings(pdf, shown, "The gorge", "The mills", below=["Jan Plum"])[0] == []


def test_they_rank_below_headings_that_are_larger(pdf, shown):
    made = pdf().page().text(72, 680, "The gorge", 14, "F2").lines(72, 650, BODY)
    for y in (600, 520):
        made.text(72, y, "The mills in it", 10, "F3").lines(72, y - 16, BODY)
    made.page().text(72, 640, "The plain", 14, "F2").lines(72, 610, BODY)
    reading = read_pdf(made.pdf(), "mills.pdf")
    levels = [region.level for region in reading.regions if region.role == "heading"]
    assert levels == [1, 2, 2, 1]
