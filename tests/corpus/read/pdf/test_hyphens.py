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
        ((line("https://a.org/mill%"), line("20wheels.pdf, 3")), "https://a.org/mill%20wheels.pdf, 3"),
        ((line("https://www.a."), line("org/mills/wheels.html.")), "https://www.a.org/mills/wheels.html."),
        ((line("https://a.org/the-mil"), line("ls-of-1987.csv.")), "https://a.org/the-mills-of-1987.csv."),
        ((line("https://a.org/mills."), line("The wheels and/or")), "https://a.org/mills. The wheels and/or"),
        ((line("https://a.org/mills"), line("and/or the stones")), "https://a.org/mills and/or the stones"),
        ((line("https://a.org/mills"), line("https://b.org/x.pdf")), "https://a.org/mills https://b.org/x.pdf"),
        ((line("https://a.org/mills"), line("p.12 and 14")), "https://a.org/mills p.12 and 14"),
        ((line("cut by the page", True),), "cut by the page-"),
    ],
)
def test_lines_are_joined_as_they_were_written(lines, expected):
    assert joined(lines, Vocabulary([*PAPER, *lines])) == expected


TWO = [line("A well-known plan, a long-term plan and an all-round plan."), line("It was a provin‐"), line("cial one.")]
ONE = [line("A well‐known plan, a long‐term plan and an all‐round plan."), line("It was a provin‐"), line("cial one.")]


@pytest.mark.parametrize(
    ("paper", "lines", "expected"),
    [
        (TWO, ("on low‐", "land and upland"), "on lowland and upland"),
        (TWO, ("a well‐", "known plan"), "a wellknown plan"),
        (TWO, ("a rate-", "payer of it"), "a rate-payer of it"),
        (ONE, ("a well‐", "known plan"), "a well-known plan"),
    ],
)
def test_a_printer_s_hyphen_of_its_own_says_who_put_it(paper, lines, expected):
    assert joined([line(one) for one in lines], Vocabulary(paper)) == expected


OFTEN = [line("Some counter-narcotics, more counter-narcotics and no counternarcotics .")]
SELDOM = [line("Some counternarcotics, more counternarcotics and no counter-narcotics .")]


@pytest.mark.parametrize(
    ("paper", "expected"), [(OFTEN, "the counter-narcotics of it"), (SELDOM, "the counternarcotics of it")]
)
def test_of_two_spellings_the_commoner_stands(paper, expected):
    assert joined([line("the counter-"), line("narcotics of it")], Vocabulary(paper)) == expected


def test_a_compound_of_three_keeps_its_hyphens():
    paper = [line("All military plans, and a military-to-military one of them.")]
    assert joined([line("a military-"), line("to-military plan")], Vocabulary(paper)) == "a military-to-military plan"
