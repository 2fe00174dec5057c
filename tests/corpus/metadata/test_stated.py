"""What a paper states about itself, in many house styles; nothing is guessed."""

from dataclasses import fields

import pytest

from corpus.metadata.stated import metadata
from corpus.model import Metadata, Paper, Region, Source, Span
from corpus.outline.blocks import blocks

T = "The Price of a Well: Who Pays in the Valley"
BODY = "The council paid for the wells, the pumps and the pipes, and asked nobody in the valley about the price. " * 3
REST = "The governance of water in the valley was poor, and lessons were learned late. How the poor pay is told below."


def of(text, form="txt", **facts):
    paper = Paper("a", text, Source("-", form, "", form), **facts)
    return metadata(paper, blocks(text, form))


def stated(found):
    """The fields that are stated, without the language."""
    return {
        field.name: value
        for field in fields(found)
        if (value := getattr(found, field.name)) and field.name != "language"
    }


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (f"{T}\n\nJane Roe and John Doe\n\nMay 2019", {"authors": ("Jane Roe", "John Doe"), "date": "2019-05"}),
        (f"{T}\n\nJANE ROE", {"authors": ("Jane Roe",)}),
        (f"{T}\n\nJane Roe, Senior Fellow, Elm House\n\n3 May 2019", {"authors": ("Jane Roe",), "date": "2019-05-03"}),
        (f"{T}\n\nBy Jane Roe, John Doe, and Ann Lee-Park", {"authors": ("Jane Roe", "John Doe", "Ann Lee-Park")}),
        (f"{T}\n\nBy Jane Roe, PhD, and John Doe, MD, MPH", {"authors": ("Jane Roe", "John Doe")}),
        (f"{T}\n\nAuthors: Roe, Jane; Doe, John", {"authors": ("Jane Roe", "John Doe")}),
        (f"{T}\n\nAuthor: Roe, Jane", {"authors": ("Jane Roe",)}),
        (
            f"{T}\n\nWritten by\n\nJane Roe\nSenior Researcher\n\nJohn Doe\nDirector, Elm House Institute",
            {"authors": ("Jane Roe", "John Doe")},
        ),
        (
            f"{T}\n\nPrepared by Jane Roe for the Elm River Commission\n\nJune 2011",
            {"authors": ("Jane Roe",), "date": "2011-06"},
        ),
        (
            f"Testimony of Jane Roe before the Council\n\n{T}\n\nJune 2011",
            {"authors": ("Jane Roe",), "date": "2011-06", "genre": "testimony"},
        ),
        (f"{T}\n\nBy Jane Roe\nSenior Fellow\n\nBy John Doe\nElm House", {"authors": ("Jane Roe", "John Doe")}),
        (f"{T}\n\nLessons, Learned and Water, Governance", {}),
        (
            f"{T}\n\nPrepared by: Jane Roe\nPrepared for: Elm River Commission\n\nJune 2011",
            {"authors": ("Jane Roe",), "date": "2011-06"},
        ),
        (f"{T}\n\nAutor: Juan Pérez Gómez\n\nAgosto de 2013", {"authors": ("Juan Pérez Gómez",), "date": "2013-08"}),
        (
            f"{T}\n\nPor Juan Pérez y María de los Ángeles Ruiz\n\nagosto 2013",
            {"authors": ("Juan Pérez", "María de los Ángeles Ruiz"), "date": "2013-08"},
        ),
        (
            f"{T}\n\nPar Jeanne d'Arcy et Luc Besson-Roux\n\n4 août 2013",
            {"authors": ("Jeanne d'Arcy", "Luc Besson-Roux"), "date": "2013-08-04"},
        ),
        (
            f"{T}\n\nPor: João da Silva e Ana Souza\n\nSão Paulo, março de 2014",
            {"authors": ("João da Silva", "Ana Souza"), "date": "2014-03"},
        ),
        (
            f"{T}\n\nJane Roe¹ and John Doe²\n\n¹ Elm House Institute\n² Oak University",
            {"authors": ("Jane Roe", "John Doe")},
        ),
        (f"{T}\n\nJane Roe1, John Doe2*", {"authors": ("Jane Roe", "John Doe")}),
        (f"{T}\n\nDr. Jane Roe\nProf. John Doe", {"authors": ("Jane Roe", "John Doe")}),
        (f"{T}\n\nJane Roe | Spring 2013", {"authors": ("Jane Roe",), "date": "2013"}),
        (f"{T}\n\nLessons Learned\n\nJane Roe\n\nQ3 2019", {"authors": ("Jane Roe",), "date": "2019"}),
        (f"{T}\n\nBy JANE ROE and JOHN O'BRIEN JR.", {"authors": ("Jane Roe", "John O'Brien Jr.")}),
        (f"{T}\n\nBy Staff", {}),
        (f"{T}\n\nBy the sweat of our brow", {}),
        (f"{T}\n\nNew York, May 2019", {"date": "2019-05"}),
        (f"{T}\n\nSan José, Costa Rica", {}),
        (f"{T}\n\nGeneva, Switzerland\n\n12 March 2015", {"date": "2015-03-12"}),
        (f"{T}\n\nExecutive Summary", {}),
        (f"{T}\n\nFinal Report\n\n2014", {"date": "2014", "genre": "final report"}),
        (
            f"Elm House Institute\n\nPolicy Brief No. 12\n\n{T}\n\nJane Roe\n\nMay 2019",
            {
                "authors": ("Jane Roe",),
                "date": "2019-05",
                "institution": "Elm House Institute",
                "series": "Policy Brief No. 12",
                "genre": "policy brief",
            },
        ),
        (
            f"Elm House Policy Brief No. 12 | May 2013\n\n{T}\n\nJane Roe",
            {
                "authors": ("Jane Roe",),
                "date": "2013-05",
                "institution": "Elm House",
                "series": "Elm House Policy Brief No. 12",
                "genre": "policy brief",
            },
        ),
        (
            f"Working Paper 2020/05\n\n{T}\n\nJane Roe",
            {"authors": ("Jane Roe",), "series": "Working Paper 2020/05", "genre": "working paper"},
        ),
        (
            f"OCCASIONAL PAPER 7\n\n{T}\n\nJane Roe",
            {"authors": ("Jane Roe",), "series": "OCCASIONAL PAPER 7", "genre": "occasional paper"},
        ),
        (
            f"Oak University Discussion Paper Series\n\nIZ DP No. 4567\n\n{T}\n\nJane Roe",
            {
                "authors": ("Jane Roe",),
                "institution": "Oak University",
                "series": "Oak University Discussion Paper Series",
                "genre": "discussion paper",
            },
        ),
        (
            f"Documento de Trabajo N.º 15\n\n{T}\n\nJuan Pérez",
            {"authors": ("Juan Pérez",), "series": "Documento de Trabajo N.º 15", "genre": "documento de trabajo"},
        ),
        (
            f"Document de travail n° 3\n\n{T}\n\nLuc Roux",
            {"authors": ("Luc Roux",), "series": "Document de travail n° 3", "genre": "document de travail"},
        ),
        (
            f"Texto para Discussão 1234\n\n{T}\n\nAna Souza",
            {"authors": ("Ana Souza",), "series": "Texto para Discussão 1234", "genre": "texto para discussão"},
        ),
        (
            f"Arbeitspapier Nr. 8\n\n{T}\n\nvon Hans Huber",
            {"authors": ("Hans Huber",), "series": "Arbeitspapier Nr. 8", "genre": "arbeitspapier"},
        ),
        (f"POLICY BRIEF\n\n{T}\n\nJane Roe", {"authors": ("Jane Roe",), "genre": "policy brief"}),
        (
            f"BRIEFING PAPER\n\n{T}\n\nJane Roe\n\nDecember 2009",
            {"authors": ("Jane Roe",), "date": "2009-12", "genre": "briefing paper"},
        ),
        (
            f"Issue Brief, Vol. 3, No. 2\n\n{T}\n\nJane Roe",
            {"authors": ("Jane Roe",), "series": "Issue Brief, Vol. 3, No. 2", "genre": "issue brief"},
        ),
        (f"FACT SHEET\n\n{T}\n\nMarch 2010", {"date": "2010-03", "genre": "fact sheet"}),
        (f"White Paper\n\n{T}\n\nJane Roe", {"authors": ("Jane Roe",), "genre": "white paper"}),
        (f"{T}\n\nJane Roe\n\n2013/14", {"authors": ("Jane Roe",)}),
        (f"{T}\n\nVision 2030\n\nJane Roe", {"authors": ("Jane Roe",)}),
        (
            f"{T}\n\nJane Roe\n\nPublished: 4 May 2012. Updated: 6 June 2014",
            {"authors": ("Jane Roe",), "date": "2012-05-04"},
        ),
        (
            f"{T}\n\nJane Roe\n\n© 2013 Elm House Institute. All rights reserved.",
            {"authors": ("Jane Roe",), "date": "2013", "institution": "Elm House Institute"},
        ),
        (f"{T}\n\nJane Roe\n\n© Jane Roe 2013", {"authors": ("Jane Roe",), "date": "2013"}),
        (
            f"{T}\n\nJane Roe\n\nPublished by Chatham House, London, 2013",
            {"authors": ("Jane Roe",), "date": "2013", "institution": "Chatham House"},
        ),
        (f"{T}\n\nJane Roe\nElm House Institute\n\nJohn Doe\nOak University", {"authors": ("Jane Roe", "John Doe")}),
        (
            f"{T}\n\nJane Roe\nElm House Institute\nMay 2019",
            {"authors": ("Jane Roe",), "date": "2019-05", "institution": "Elm House Institute"},
        ),
        (f"{T}\n\nEdited by Jane Roe", {}),
        (f"{T}\n\nJane Roe (Elm House) and John Doe (Oak University)", {"authors": ("Jane Roe", "John Doe")}),
        (f"{T}\n\nPhoto: Jane Roe\n\nJohn Doe", {"authors": ("John Doe",)}),
        (f"{T}\n\nJ. R. Ito", {"authors": ("J. R. Ito",)}),
        (f"{T}\n\nJane Roe\njane.roe@elm.org\nElm House, 12 Mill Road", {"authors": ("Jane Roe",)}),
        (f"{T}\n\nContact: Jane Roe, jane@elm.org", {}),
        (f"{T}\n\nA Report by the Elm River Commission\n\nJuly 2012", {"date": "2012-07", "genre": "report"}),
        (
            f"THE ELM RIVER COMMISSION\n\n{T.upper()}\n\nBy\n\nJane Roe\n\nDissertation submitted for the degree",
            {"authors": ("Jane Roe",), "institution": "THE ELM RIVER COMMISSION"},
        ),
        (
            f"{T}\n\nAda Cole\nBen Ito\n\nSouth Elm Forum\nWorking Paper 2023/07\nNovember 2023",
            {
                "authors": ("Ada Cole", "Ben Ito"),
                "date": "2023-11",
                "institution": "South Elm Forum",
                "series": "Working Paper 2023/07",
                "genre": "working paper",
            },
        ),
        (
            f"{T}\n\nAda Cole and Ben Ito\n\nTable Talks for the Valley\nPolicy Paper 14, March 2024",
            {
                "authors": ("Ada Cole", "Ben Ito"),
                "date": "2024-03",
                "institution": "Table Talks for the Valley",
                "series": "Policy Paper 14",
                "genre": "policy paper",
            },
        ),
        (
            f"{T}\n\nAda Cole\n\nElm Policy Group, Brief 31, 17 August 2022",
            {
                "authors": ("Ada Cole",),
                "date": "2022-08-17",
                "institution": "Elm Policy Group",
                "series": "Brief 31",
                "genre": "brief",
            },
        ),
        (f"{T}\n\nLieutenant-Commander Ada Cole", {"authors": ("Ada Cole",)}),
        (
            f"{T}\n\nWorkshop held in Nairobi, 3 May 2011\n\nJane Roe\n\nNovember 2011",
            {"authors": ("Jane Roe",), "date": "2011-11"},
        ),
        (f"{T}\n\nMay Jones\n\nJune 2011", {"authors": ("May Jones",), "date": "2011-06"}),
        (f"{T}\n\nJosé Ortega y Gasset", {"authors": ("José Ortega y Gasset",)}),
        (
            f"{T}\n\nAuthors\n\nJane Roe, Elm House\nJohn Doe, Oak University\nAnn Lee, Ash College\n\nMay 2020",
            {"authors": ("Jane Roe", "John Doe", "Ann Lee"), "date": "2020-05"},
        ),
        (
            f"{T}\n\nSuggested citation: Roe, J. and Doe, J. (2013). The Price of a Well. Elm House.",
            {"authors": ("J. Roe", "J. Doe"), "date": "2013"},
        ),
        (f"{T}\n\nHow the Poor Pay\n\nJane Roe", {"authors": ("Jane Roe",)}),
        (f"{T}\n\nWater Governance", {}),
    ],
)
def test_a_cover(head, expected):
    title = T.upper() if T.upper() in head else T
    assert stated(of(f"{head}\n\n{BODY}\n\n{REST}\n\n{BODY}")) == {"title": title} | expected


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("Elmville, Oakland\nNovember, 2006.", {"date": "2006-11"}),
        ("Elmville, 3 May 2019", {"date": "2019-05-03"}),
        ("Elm House Institute\n12 Mill Road\nElmville\n\nwww.elmhouse.org", {"institution": "Elm House Institute"}),
        ("The Elm Valley Review is published by the Elm House Council, but that is not all it does.",
         {"institution": "Elm House Council"}),
        ("© 2014 Elm House Institute", {"institution": "Elm House Institute", "date": "2014"}),
        ("© ELM 2014", {"institution": "ELM", "date": "2014"}),
        ("About the authors\n\nAda Cole is a director of wells at Elm House.\n\nBen Ito works for the Oak Institute.",
         {"authors": ("Ada Cole", "Ben Ito")}),
        ("How to cite: Cole, A. and Ito, B. (2012). The Price of a Well.",
         {"authors": ("A. Cole", "B. Ito"), "date": "2012"}),
        ("The last report is published by the Oak Institute every year, and nobody reads it.", {}),
        ("It all ended in 2006, as it had begun, with a dry well.", {}),
        ("© 2014 Ada Cole", {"date": "2014"}),
        ("Photo: Elm House Institute", {}),
        ("References\n\nCole, A. (2012). Wells. Elm House Institute, 12 Mill Road.", {}),
    ],
)  # fmt: skip
def test_the_back_page(tail, expected):
    assert stated(of(f"{T}\n\n{BODY}\n\n{REST}\n\n{BODY}\n\n{tail}")) == {"title": T} | expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        (
            "title: Wells\nauthor: Ada Cole\ndate: 2019-05-03",
            Metadata("Wells", ("Ada Cole",), "2019-05-03", language="en"),
        ),
        (
            "title: Wells\nauthor: [Ada Cole, B. Ito]\ndate: May 2019",
            Metadata("Wells", ("Ada Cole", "B. Ito"), "2019-05", language="en"),
        ),
        (
            "author:\n  - name: Ada Cole\n  - name: B. Ito\ninstitution: Elm House",
            Metadata(None, ("Ada Cole", "B. Ito"), None, "Elm House", "en"),
        ),
        ("title: Wells\nseries: Elm Papers\nnumber: 3", Metadata("Wells", language="en", series="Elm Papers No. 3")),
        ("title: [unclosed", Metadata(language="en")),
        ("date: 2019-13-45", Metadata(language="en")),
        ("just words", Metadata(language="en")),
        ("year: 2019\nlang: pt-br", Metadata(date="2019", language="pt-BR")),
    ],
)
def test_markdown_states_it_in_its_front_matter(yaml, expected):
    assert of(f"---\n{yaml}\n---\n\n{BODY}", "markdown") == expected


def test_markdown_without_a_field_is_read_on():
    text = f"---\ndate: 2019\n---\n\n# {T}\n\nBy Ada Cole\n\nMay 2012\n\n{BODY}"
    assert of(text, "markdown") == Metadata(T, ("Ada Cole",), "2019", language="en")


def test_what_the_file_states_in_fields_holds_before_its_words_field_by_field():
    text = f"{T}\n\nBy Ada Cole\n\nMay 2012\n\n{BODY}"
    own = Metadata(title="The Price of a Well", date="2012-05-04", language="en-GB")
    assert of(text, metadata=own) == Metadata("The Price of a Well", ("Ada Cole",), "2012-05-04", language="en-GB")


@pytest.mark.parametrize(
    ("stated", "text", "expected"),
    [
        ("en-GB", BODY, "en-GB"),
        ("es", BODY, "en"),
        ("es", "Pozos", "es"),
        (None, BODY, "en"),
        ("en-US", "El consejo pagó los pozos y las bombas, pero nadie en el valle los había pedido. " * 4, "es"),
    ],
)
def test_a_language_that_the_words_belie_is_none(stated, text, expected):
    assert of(text, metadata=Metadata(language=stated)).language == expected


def test_a_marker_that_the_file_marks_as_one_is_no_part_of_a_name():
    text = f"{T}\n\nAda Cole12\n\n{BODY}"
    at = text.index("12")
    assert of(text, regions=(Region(Span(at, at + 2), "marker", label="12"),)).authors == ("Ada Cole",)


@pytest.mark.parametrize("text", ["", "\n", "word", "By", "By:", "©", "Policy Brief", BODY])
def test_a_paper_that_states_nothing(text):
    assert stated(of(text)).keys() <= {"genre", "title"}


def test_a_short_text_has_no_language():
    assert of("The wells of Elm").language is None
