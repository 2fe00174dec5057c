import pytest

from corpus.read.pdf.lines import Cell, Line
from corpus.read.pdf.tables import with_tables


def row(y, *cells, step=100):
    """A row whose cells begin every `step` points."""
    placed = [Cell(words, 72 + step * at, 72 + step * at + 5 * len(words)) for at, words in enumerate(cells) if words]
    return Line("\t".join(cells), placed[0].left, placed[-1].right, y, 10, cells=placed if len(placed) > 1 else ())


def words(y, said, left=72.0):
    return Line(said, left, left + 5 * len(said), y, 10)


CAPTION = words(730, "Table 1. Mills")


def rows_of(lines):
    return [[list(row) for row in line.rows] for line in with_tables(lines) if line.rows]


def test_a_cell_on_two_lines_is_one_cell():
    lines = [
        CAPTION,
        row(710, "Place", "2018", "2020"),
        row(680, "Upper", "1", "2"),
        words(668, "gorge"),
        row(650, "Plain", "3", "4"),
    ]
    assert rows_of(lines) == [[["Place", "2018", "2020"], ["Upper gorge", "1", "2"], ["Plain", "3", "4"]]]


def test_an_empty_cell_stays_empty():
    lines = [CAPTION, row(710, "Place", "2018", "2020"), row(690, "Upper", "", "2"), row(670, "Plain", "3", "4")]
    assert rows_of(lines) == [[["Place", "2018", "2020"], ["Upper", "", "2"], ["Plain", "3", "4"]]]


def test_two_tables_one_above_the_other_are_two():
    first = [CAPTION, row(710, "Place", "2018", "2020"), row(690, "Upper", "1", "2"), row(670, "Plain", "3", "4")]
    second = [words(640, "Table 2. Wheels"), row(620, "Kind", "2018", "2020"), row(600, "Over", "5", "6")]
    assert [len(rows) for rows in rows_of([*first, *second])] == [3, 2]


@pytest.mark.parametrize(
    "lines",
    [
        [row(710, "some words", "far apart"), row(698, "and others", "below")],
        [CAPTION, row(710, "only one row", "12")],
        [row(710, "Contents", "3"), row(690, "Chapter . . . . . .", "12"), row(670, "Annex . . . . . .", "40")],
        [
            CAPTION,
            row(710, "a", "1"),
            words(700, "a long line of prose that runs across all of the columns there are and on"),
            row(690, "b", "2"),
        ],
    ],
)
def test_what_is_unsure_is_no_table(lines):
    assert rows_of(lines) == []
    assert [line.words.split() for line in with_tables(lines)] == [line.words.split() for line in lines]
