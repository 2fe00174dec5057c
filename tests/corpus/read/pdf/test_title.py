"""What stands above the text of a first page: one title, and lines that are no headings however they are printed."""

import pytest

from corpus.read.pdf.reader import read_pdf

BODY = [
    "The river rises in the hills and falls nine hundred metres in the first day of its way to the sea, which",
    "is why four mills stand in the gorge and none below it. The largest of them grinds for eleven villages and",
    "has done so since the bridge was built, and its owner keeps the accounts in a drawer of his own.",
]


def paper(pdf, *above, heading=20):
    """`above` are lines as (words, size, font), centred; then a heading and text, and more of both on a second page."""
    made, y = pdf().page(), 800.0
    for words, size, font in above:
        y -= 1.6 * size
        made.text(300 - 0.23 * size * len(words), y, words, size, font)
    made.text(72, y - 50, "Of mills and their owners", heading, "F2").lines(72, y - 80, BODY)
    made.page().text(72, 740, "Of owners and their mills", heading, "F2").lines(72, 710, BODY)
    return made.pdf()


TITLES = [
    [("The Mills of the Gorge", 20, "F2")],
    [("The Mills of the Gorge and What Their Owners", 20, "F2"), ("Have Always Known About Them", 20, "F2")],
    [("Papers of the Mill Society", 9, "F1"), ("The Mills of the Gorge", 20, "F2")],
    [("The Mills of the Gorge", 26, "F2")],
]
NAMES = [
    [("Margit Oduya", 12, "F1"), ("14 May 2024", 12, "F1")],
    [("Margit Oduya", 14, "F1"), ("Pál Szentirmai", 14, "F1"), ("14 May 2024", 12, "F1")],
    [("Margit Oduya", 16, "F2"), ("Mill Institute", 12, "F1")],
]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("names", NAMES)
def test_a_title_is_one_and_names_are_lines_of_their_own(pdf, shown, title, names):
    reading = shown(read_pdf(paper(pdf, *title, *names), "mills.pdf"))
    words = " ".join(words for words, _, _ in title if words != "Papers of the Mill Society")
    assert [said for role, said in reading if role == "title"] == [words]
    assert [said for role, said in reading if role == "heading"] == [
        "Of mills and their owners",
        "Of owners and their mills",
    ]
    for name, _, _ in names:
        assert ("paragraph", name) in reading


@pytest.mark.parametrize(
    "above",
    [
        [("1. Of the gorge", 20, "F2"), ("It is deep", 12, "F1")],
        [("Summary", 20, "F2"), ("It is deep", 12, "F1")],
        [("Of the gorge", 14, "F2"), ("It is deep", 12, "F1")],
        [(f"{BODY[0]} it is.", 10, "F1"), ("Of the gorge", 20, "F2"), ("It is deep", 12, "F1")],
    ],
)
def test_what_is_no_title_is_none(pdf, shown, above):
    assert "title" not in [role for role, _ in shown(read_pdf(paper(pdf, *above), "mills.pdf"))]


def test_names_abreast_are_lines_of_their_own(pdf, shown):
    made = pdf().page().text(150, 780, "The Mills of the Gorge", 20, "F2")
    made.draw("BT /F1 10 Tf 90 740 Td (Margit Oduya) Tj 160 0 Td (Noor al-Haddad) Tj 160 0 Td (Jan Plum) Tj ET")
    made.lines(72, 700, BODY)
    reading = shown(read_pdf(made.pdf(), "mills.pdf"))
    names = [("paragraph", name) for name in ("Margit Oduya", "Noor al-Haddad", "Jan Plum")]
    assert reading[1:4] == names


def test_an_affiliation_that_fills_its_line_goes_on(pdf, shown):
    made = pdf().page().text(150, 780, "The Mills of the Gorge", 20, "F2")
    lines = [
        "Institute for the Study of Running Waters and of the Mills that Stand in Them, University of",
        "Northeastern Tessaly",
    ]
    made.text(90, 740, lines[0]).text(250, 728, lines[1]).lines(72, 690, BODY)
    assert ("paragraph", " ".join(lines)) in shown(read_pdf(made.pdf(), "mills.pdf"))
