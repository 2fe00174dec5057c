from corpus.read.pdf.continued import tables_over_pages
from corpus.read.pdf.lines import Cell, Line


def row(y, *cells, step=100):
    placed = [Cell(words, 72 + step * at, 72 + step * at + 5 * len(words)) for at, words in enumerate(cells) if words]
    return Line("\t".join(cells), placed[0].left, placed[-1].right, y, 10, cells=placed if len(placed) > 1 else ())


def words(y, said):
    return Line(said, 72, 72 + 5 * len(said), y, 10)


def rows_of(pages):
    return [[["\t".join(row) for row in line.rows] for line in lines if line.rows] for lines in pages]


PROSE = words(400, "It was so in the valleys of the east and it has been so ever since.")
HEAD = ("Place", "2018", "2020")
FULL = [row(760, *HEAD), row(745, "Upper", "1", "2"), row(730, "Lower", "3", "4"), row(715, "Plain", "5", "6")]
TABLE = ["Place\t2018\t2020", "Upper\t1\t2", "Lower\t3\t4", "Plain\t5\t6"]


def copy(lines):
    return [row(line.base, *line.words.split("\t")) for line in lines]


def test_a_head_printed_twice_is_told():
    pages = tables_over_pages([[PROSE, row(90, *HEAD)], copy(FULL)])
    assert rows_of(pages) == [[], [TABLE]]
    assert [line.again for line in pages[0]] == [False, True]


def test_rows_above_the_cut_are_a_table_where_their_head_comes_again():
    pages = tables_over_pages([[PROSE, row(105, *HEAD), row(90, "Ridge", "7", "8")], copy(FULL)])
    assert rows_of(pages) == [[["Place\t2018\t2020", "Ridge\t7\t8"]], [TABLE]]


def test_rows_below_the_cut_are_a_table_where_they_stand_in_its_columns():
    pages = tables_over_pages([[PROSE, *copy(FULL)], [row(780, "Total", "9", "12"), words(740, PROSE.words)]])
    assert rows_of(pages) == [[TABLE], [["Total\t9\t12"]]]
    assert [line.words for line in pages[1][1:]] == [PROSE.words]


def test_what_does_not_go_on_stays():
    other = row(780, "words that stand", "in other", "columns", step=130)
    for below in ([words(780, PROSE.words)], [other], [words(790, "Annex"), row(770, "Total", "9", "12")]):
        pages = tables_over_pages([[PROSE, *copy(FULL)], below])
        assert rows_of(pages) == [[TABLE], []]
    pages = tables_over_pages([[row(90, "Place", "1999", "2001")], copy(FULL)])
    assert rows_of(pages) == [[], [TABLE]]
    assert not pages[0][0].again
