import pytest

from corpus.read.pdf.bullets import with_bullets
from corpus.read.pdf.lines import Cell, Line


def line(words, left=100.0, y=700.0):
    return Line(words, left, left + 5 * len(words), y, 10)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("\uf0b7 the first of the things", "• the first of the things"),
        ("\uf0a7 the first of the things", "• the first of the things"),
        ("\uf02d the first of the things", "• the first of the things"),
        ("\uf0b7\tthe first of the things", "•\tthe first of the things"),
        ("\uf061 and beta are letters", "• and beta are letters"),
        ("\uf0b7the sign is part of the word", "\uf0b7the sign is part of the word"),
        ("the sign \uf0b7 within", "the sign \uf0b7 within"),
        ("\ue000 of another font", "\ue000 of another font"),
        ("– a thought between dashes", "– a thought between dashes"),
    ],
)
def test_private_signs_before_words_are_bullets(words, expected):
    assert [one.words for one in with_bullets([line(words)])] == [expected]


@pytest.mark.parametrize("label", ["1.", "12.", "(a)", "iv)", "•", "\uf0b7", "[3]"])
def test_what_hangs_outside_comes_before_its_words(label):
    found = with_bullets([line("the words of the item"), line("its second line", y=688), line(label, 80)])
    printed = label.replace("\uf0b7", "•")
    assert [one.words for one in found] == [f"{printed} the words of the item", "its second line"]
    assert found[0].left == 80


@pytest.mark.parametrize(
    ("label", "left", "y"),
    [
        ("1.", 80, 640),  # at another height
        ("1.", 20, 700),  # too far to the left
        ("1.", 300, 700),  # to the right
        ("12", 80, 700),  # the number of a page or a line
        ("Ch.", 80, 700),
    ],
)
def test_other_short_lines_stay(label, left, y):
    assert [one.words for one in with_bullets([line("the words of the item"), line(label, left, y)])] == [
        "the words of the item",
        label,
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("See the survey, 12.↩︎", ["See the survey, 12."]),
        ("See the survey, 12. ↩", ["See the survey, 12."]),
        ("See the survey, 12.↑", ["See the survey, 12."]),
        ("↩︎", []),
        ("wages rose by 12 ↑", ["wages rose by 12 ↑"]),
        ("an arrow ↩ within", ["an arrow ↩ within"]),
    ],
)
def test_arrows_that_lead_back_are_dropped(words, expected):
    assert [one.words for one in with_bullets([line(words)])] == expected


def test_the_first_cell_of_a_row_gets_its_number():
    row = line("Upper\t12")
    row.cells = [Cell("Upper", 100, 125), Cell("12", 200, 210)]
    (found,) = with_bullets([row, line("1.", 80)])
    assert (found.words, found.cells[0].words) == ("1. Upper\t12", "1. Upper")
