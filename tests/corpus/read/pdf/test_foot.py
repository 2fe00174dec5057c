import pytest

from corpus.read.pdf.foot import label_number, notes
from corpus.read.pdf.lines import Line


def lines(*words, size=8.0, left=72.0):
    return [Line(said, left, 400, 100 - 9 * at, size) for at, said in enumerate(words)]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("¹² See", 12),
        ("12 See", 12),
        ("[12] See", 12),
        ("12. See", 12),
        ("* See", None),
        ("See 12", None),
        ("1987", None),
    ],
)
def test_the_number_a_note_begins_with(words, number):
    assert label_number(words) == number


CASES = [
    (("1 See a.", "2 See b."), False, 0, ["1 See a.", "2 See b."]),
    (("¹See a.", "²See b."), False, 0, ["¹See a.", "²See b."]),
    (
        ("4 See a, in the year", "1987 and later.", "5 See b."),
        False,
        3,
        ["4 See a, in the year 1987 and later.", "5 See b."],
    ),
    (("4 See a, which has", "12 of them.", "5 See b."), False, 3, ["4 See a, which has 12 of them.", "5 See b."]),
    (("of the year before.", "5 See b."), True, 4, ["of the year before.", "5 See b."]),
    (("Source: the office.",), False, 4, []),
    (("* Not in the survey.", "4 See a."), False, 3, ["* Not in the survey.", "4 See a."]),
    (("4 See a.", "6 See c."), False, 3, ["4 See a.", "6 See c."]),
]


@pytest.mark.parametrize(("words", "open_note", "last", "expected"), CASES)
def test_a_foot_is_cut_into_its_notes(words, open_note, last, expected):
    found, _ = notes(lines(*words), 8.0, open_note, last)
    assert [" ".join(line.words for line in note) for note in found] == expected
