"""A series is one with its number or its name; a kind alone is a kind; titles and sentences are neither."""

import pytest

from corpus.metadata.series import Series, of_line, series


@pytest.mark.parametrize(
    ("words", "name", "genre"),
    [
        ("Policy Brief No. 12", "Policy Brief No. 12", "policy brief"),
        ("POLICY BRIEF #4", "POLICY BRIEF #4", "policy brief"),
        ("Elm House Policy Brief", "Elm House Policy Brief", "policy brief"),
        ("Working Paper 2020/05", "Working Paper 2020/05", "working paper"),
        ("Occasional Paper 7", "Occasional Paper 7", "occasional paper"),
        ("Oak Discussion Paper No. 4567", "Oak Discussion Paper No. 4567", "discussion paper"),
        ("Working Paper Series", "Working Paper Series", "working paper"),
        ("Briefing Paper No. 5, May 2010", "Briefing Paper No. 5", "briefing paper"),
        ("Issue Brief, Vol. 3, No. 2", "Issue Brief, Vol. 3, No. 2", "issue brief"),
        ("Valley Report N°40", "Valley Report N°40", "report"),
        ("Forum on Water Policy Paper XII", "Forum on Water Policy Paper XII", "policy paper"),
        ("ElmBrief 123", "ElmBrief 123", "brief"),
        ("Brief 31", "Brief 31", "brief"),
        ("Elm Papers No. 4", "Elm Papers No. 4", None),
        ("Documento de Trabajo N.º 15", "Documento de Trabajo N.º 15", "documento de trabajo"),
        ("Document de travail n° 3", "Document de travail n° 3", "document de travail"),
        ("Texto para Discussão 1234", "Texto para Discussão 1234", "texto para discussão"),
        ("Arbeitspapier Nr. 8", "Arbeitspapier Nr. 8", "arbeitspapier"),
        ("Policy Briefs", None, "policy brief"),
        ("REPORT", None, "report"),
        ("Annual Report 2013", None, "annual report"),
        ("Fact Sheet", None, "fact sheet"),
        ("Case Studies", None, "case study"),
    ],
)
def test_a_line_that_names_a_series_or_a_kind(words, name, genre):
    assert of_line(words) == Series(name, genre)


@pytest.mark.parametrize(
    "words",
    [
        "World Report 2013",
        "Global Water Report",
        "The policy brief on water",
        "A policy brief about wells in the valley",
        "Case Study 4: Wells",
        "Note 4",
        "A Paper",
        "Two Papers 2013",
        "ISSN 1234-5678",
        "the report 4",
        "We reported 12 wells",
        "Policy Brief " * 20,
        "",
    ],
)
def test_a_line_that_names_none(words):
    assert of_line(words) is None


@pytest.mark.parametrize(
    ("lines", "title", "opening", "expected"),
    [
        (["Elm House", "ELM PAPERS", "No. 12 — January 2013"], "Wells", [], Series("ELM PAPERS No. 12", None)),
        (["REPORT", "Policy Brief 3"], "Wells", [], Series("Policy Brief 3", "policy brief")),
        ([], "Report of the Commission on Wells", [], Series(None, "report")),
        ([], "Testimony of Jane Roe before the Committee", [], Series(None, "testimony")),
        ([], "Wells", ["This policy brief tells of wells."], Series(None, "policy brief")),
        ([], "Wells", ["Much is known. This Strategic Paper says more."], Series("Strategic Paper", "strategic paper")),
        ([], "Wells", ["This report tells of wells."], Series(None, "report")),
        ([], "Pozos", ["Este informe trata de pozos."], Series(None, "informe")),
        ([], "Wells", ["In 2010 there was a report. In this report nobody was named."], Series()),
        ([], "Wells", ["This paper tells of wells."], Series()),
        ([], "Report Cards for Wells", ["That policy brief was wrong."], Series()),
    ],
)
def test_what_a_paper_says_it_is(lines, title, opening, expected):
    assert series(lines, [title], opening) == expected
