import pytest

from corpus.read.pdf.hyphens import Vocabulary, joined
from corpus.read.pdf.lines import Line


def line(words, hyphen=False):
    return Line(words, 0, 100, 700, 10, hyphen=hyphen)


PAPER = [line("The long-term plan of the government for the provincial long and term accounts was short .")]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((line("the govern", True), line("ment fell")), "the government fell"),
        ((line("the govern-"), line("ment fell")), "the government fell"),
        ((line("the long", True), line("term plan")), "the long-term plan"),
        ((line("the Anglo-"), line("Norman king")), "the Anglo-Norman king"),
        ((line("the unheard-"), line("ofness of it")), "the unheardofness of it"),
        ((line("pages 31–"), line("40 of it")), "pages 31–40 of it"),
        ((line("it fell –"), line("and rose")), "it fell – and rose"),
        ((line("in 2019-"), line("20 it fell")), "in 2019-20 it fell"),
        ((line("https://a.org/"), line("mills")), "https://a.org/mills"),
        ((line("one line"), line("and another")), "one line and another"),
        ((line("cut by the page", True),), "cut by the page-"),
    ],
)
def test_lines_are_joined_as_they_were_written(lines, expected):
    assert joined(lines, Vocabulary([*PAPER, *lines])) == expected
