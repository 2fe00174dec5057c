"""What figures bear: sentences of our own, read by the whole pipeline."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.pipeline import analyse
from corpus.model import Paper, Source
from nlp.model import Place


def table(name):
    spec = importlib.util.spec_from_file_location(f"bearing_{name}", Path(__file__).with_name(f"{name}.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


sentences, subjects = table("sentences"), table("subject_sentences")
ROWS = [
    *sentences.FIRST,
    *sentences.LATER,
    *sentences.LAST,
    *subjects.WITHIN,
    *subjects.GIVEN,
    *subjects.NOUNS,
    *subjects.SEASONS,
    *subjects.BETWEEN,
    *subjects.READ,
]


def analysed(text):
    return analyse(Paper("paper.txt", text, Source("paper.txt", "txt", "0" * 64, "txt 1")))


def years(figure):
    if figure.since is None and figure.until is None:
        return ""
    if figure.since == figure.until:
        return str(figure.since)
    return f"{figure.since or ''}-{figure.until or ''}"


def said(text, spans):
    return "|".join(text[span.start : span.end] for span in spans)


def marked(text):
    """The figure between the braces of a text of our own, and the text without them."""
    start, end = text.index("{"), text.index("}") - 1
    plain = text.replace("{", "").replace("}", "")
    found = [each for each in analysed(plain).figures if each.span.start < end and start < each.span.end]
    assert len(found) == 1
    return found[0], plain


def bears(text):
    figure, plain = marked(text)
    relation = said(plain, (figure.relation,)) if figure.relation else ""
    return said(plain, figure.subject), relation, years(figure), said(plain, figure.who), said(plain, figure.where)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_figure_bears_what_its_sentence_says(row):
    assert bears(row[0]) == row[1:]


PARAGRAPHS = [
    ("The levy began in 2004. It raised {$3 million}.", "2004"),
    ("In 2004, farmers got $9 million. Of this, {$3 million} was for seed.", "2004"),
    ("In 2004, farmers got $9 million. The following year they got {$3 million}.", "2005"),
    ("In 2004, farmers got $9 million. That year {$3 million} went to seed.", "2004"),
    ("The mill opened in 1999 and burnt in 2004. It cost {$3 million}.", ""),
    ("In 2004, farmers got $9 million. Fishermen got {$3 million}.", ""),
    ("In 2004, farmers got $9 million.\n\nIt is now {$3 million}.", ""),
    ("Last year it cost {$3 million}.", ""),
    ("The tribunal costs {$3 million} a year until the cuts in 2011.", ""),
    ("Sales rose from {$3 million} to $5 million between 2001 and 2004.", "2001"),
    ("Sales were {$3 million} and $5 million in 2001 and 2004 respectively.", "2001"),
    ("The society, founded in 1961, spends {$3 million}.", ""),
    ("A 2009 study puts spending at {$3 million}.", ""),
    ("A 2009 survey puts spending at {$3 million}.", "2009"),
    ("Spending is {$3 million} (Hill 2009).", ""),
    ("Hill (2009) puts spending at {$3 million}.", ""),
    ("Victims of the 1987 flood received {$3 million}.", ""),
    ("Spending was $2 million in 2001 but {$3 million} in 2004.", "2004"),
    ("They spent $2 million on ferries and {$3 million} on trams in 2004.", "2004"),
]


@pytest.mark.parametrize(("text", "year"), PARAGRAPHS)
def test_the_year_comes_from_the_nearest_words_that_tell_it(text, year):
    assert years(marked(text)[0]) == year


def test_the_sentence_is_the_one_that_passages_are_cut_by():
    figure, text = marked("Rain fell. Farmers got {$3 million} in aid. They left.")
    assert said(text, figure.sentence) == "Farmers got $3 million in aid."


MARKED = [
    ("Roads got $3 million,[^1] wells got {$5 million},[^2] and trams got $7 million.[^3]", "[^2]"),
    ("Roads got {$3 million},[^1] wells got $5 million,[^2] and trams got $7 million.[^3]", "[^1]"),
    ("Roads got $3 million and wells got {$5 million}.[^1][^2][^3]", "[^1]|[^2]|[^3]"),
    ("Roads got {$3 million} at last.[^1] Wells got more.[^2] Trams left.[^3]", "[^1]"),
    ("Roads got more.[^1] Wells got {$3 million} at last. Trams left.[^2] All was well.[^3]", ""),
]
NOTES = "\n\n[^1]: Hill, p. 3.\n\n[^2]: Hill, p. 4.\n\n[^3]: Hill, p. 5.\n"


@pytest.mark.parametrize(("text", "markers"), MARKED)
def test_a_figure_carries_the_markers_behind_it_in_its_clause_or_at_the_end(text, markers):
    figure, plain = marked(text + NOTES)
    assert said(plain, figure.markers) == markers


def test_no_marker_stands_inside_a_subject():
    figure, plain = marked(
        "Roads got {$3 million} in aid[^1] to builders.[^2]" + NOTES.replace("\n\n[^3]: Hill, p. 5.", "")
    )
    assert said(plain, figure.subject) == "aid| to builders"


def test_cells_come_back_as_they_are():
    rows = "Table 1: Spending (US$ million)\n\n| Item | 2004 |\n|---|---|\n| Roads | 12 |\n| Wells | 15 |\n"
    cells = [each for each in analysed(rows).figures if each.place is Place.TABLE]
    assert cells
    assert [said(rows, each.subject) for each in cells] == [
        "Spending (US$ million)|Roads",
        "Spending (US$ million)|Wells",
    ]
    assert [(each.since, each.relation, each.who) for each in cells] == [(2004, None, ())] * 2


WORDS = st.sampled_from(
    """the of in and , which ( ) ; to for cost was reached $3 million 12 per cent 2004 2004–2008 that year by from at
    rose budget farmers Kenya World Bank , and respectively – . “ ” it they 40 hectares said * not only""".split()
)


@given(st.lists(WORDS, max_size=40))
def test_any_words_are_read_and_what_is_told_stands_in_the_text(words):
    text = " ".join(words) + "."
    for figure in analysed(text).figures:
        for span in (*figure.sentence, *figure.subject, *figure.where, *figure.who, *figure.when):
            assert text[span.start : span.end].strip()
        if figure.since is not None and figure.until is not None:
            assert figure.since <= figure.until


@pytest.mark.parametrize(
    "text",
    [
        "La ville a dépensé 5 millions d'euros pour les écoles en 2004.",
        "Die Stadt gab 2004 5 Millionen Euro für Schulen aus.",
        "学校に50億円を費やした。",
        "$3 million",
        "($3 million)",
        "of $3 million of",
    ],
)
def test_other_languages_and_mere_sums_are_no_trouble(text):
    assert [each.sentence for each in analysed(text).figures if not each.sentence] == []
