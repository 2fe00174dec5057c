"""What CSL, RIS and BibTeX can say beside a paper's metadata is kept variable by variable, and told from junk."""

import json

import pytest

from corpus.errors import BadQueryError
from corpus.metadata import bibtex, ris
from corpus.metadata.byhand import by_hand, checked_field
from corpus.metadata.facts import Statement, Told
from corpus.metadata.further import PREFIX, further, told
from corpus.metadata.people import person


def variables(facts):
    return {name.removeprefix(PREFIX): json.loads(value) for name, value in facts.items() if name.startswith(PREFIX)}


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"DOI": "10.1/x", "volume": 3, "title": "Wells"}, {"DOI": "10.1/x", "volume": "3"}),
        ({"doi": " 10.1/x\n"}, {"DOI": "10.1/x"}),
        ({"editor": [{"family": "Roe", "junk": {}}, "x", {}]}, {"editor": [{"family": "Roe"}]}),
        ({"accessed": {"date-parts": [["2020", 3]]}}, {"accessed": {"date-parts": [[2020, 3]]}}),
        ({"id": "roe2019"}, {"citation-key": "roe2019"}),
        ({"id": "http://zotero.org/users/1/items/ABC"}, {}),
        ({"id": 12}, {}),
        ({"volume": True, "page": [1], "URL": "", "editor": "Roe", "accessed": "now", "made-up": "x"}, {}),
        ({"note": "x" * 30_000}, {}),
    ],
)  # fmt: skip
def test_a_csl_item(stated, expected):
    assert variables(further(stated)) == expected


def test_the_most_trusted_source_holds_for_each_variable():
    said = {
        Told.SIDECAR: Statement(further({"volume": "3", "issue": "4"}), "x.bib"),
        Told.SET: Statement({"csl:volume": '"5"'}),
    }
    assert {name: (value, source) for name, (value, source, _) in told(said).items()} == {
        "issue": ("4", Told.SIDECAR), "volume": ("5", Told.SET),
    }  # fmt: skip


def test_bibtex_says_more_than_metadata_have_room_for():
    (entry,) = bibtex.entries(
        "@incollection{marsh, author={Marsh, Peter}, editor={Vale, Rosa and {Elm House}}, title={The Ferry}, "
        "booktitle={Islands}, pages={45--72}, publisher={Harbour Press}, address={Cork}, year=2015, "
        "urldate={2020-03-04}, number={7}}"
    )
    assert variables(entry.facts) == {
        "type": "chapter", "citation-key": "marsh", "container-title": "Islands", "page": "45-72",
        "publisher": "Harbour Press", "publisher-place": "Cork", "collection-number": "7",
        "author": [{"family": "Marsh", "given": "Peter"}],
        "editor": [{"family": "Vale", "given": "Rosa"}, {"literal": "Elm House"}],
        "accessed": {"date-parts": [[2020, 3, 4]]},
    }  # fmt: skip


RIS = """\
TY  - JOUR
AU  - Roe, Jane, Jr.
AU  - Elm House
TI  - Wells
T2  - Dam Review
VL  - 3
IS  - 2
SP  - 5
EP  - 9
DA  - 2019/05//
DO  - 10.1/x
SN  - 1234-5678
L1  - files/wells.pdf
ID  - roe
ER  -
"""


def test_ris():
    (entry,) = ris.entries(RIS)
    assert (entry.key, entry.files) == ("roe", {"wells.pdf"})
    assert entry.facts["authors"] == ("Jane Roe Jr.", "Elm House")
    assert entry.facts["date"] == "2019-05"
    assert variables(entry.facts) == {
        "type": "article-journal", "container-title": "Dam Review", "volume": "3", "issue": "2", "page": "5-9",
        "DOI": "10.1/x", "ISSN": "1234-5678", "citation-key": "roe", "issued": {"date-parts": [[2019, 5]]},
        "author": [{"family": "Roe", "given": "Jane", "suffix": "Jr."}, {"literal": "Elm House"}],
    }  # fmt: skip


@pytest.mark.parametrize("text", ["", "no ris at all", "TI  - Wells\n"])
def test_what_is_no_ris(text):
    with pytest.raises(ValueError, match="RIS"):
        list(ris.entries(text))


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Jane Roe", {"given": "Jane", "family": "Roe"}),
        ("Jane van den Berg", {"given": "Jane", "non-dropping-particle": "van den", "family": "Berg"}),
        ("Garzón Vergara, Juan", {"family": "Garzón Vergara", "given": "Juan"}),
        ("de la Cruz, Ana", {"non-dropping-particle": "de la", "family": "Cruz", "given": "Ana"}),
        ("John Q. Smith Jr.", {"given": "John Q.", "family": "Smith", "suffix": "Jr."}),
        ("Smith, John, Jr.", {"given": "John", "family": "Smith", "suffix": "Jr."}),
        ("World Bank", {"literal": "World Bank"}),
        ("Ministry of Health, Kenya", {"literal": "Ministry of Health, Kenya"}),
        ("Plato", {"literal": "Plato"}),
        ("G20 Study Group", {"literal": "G20 Study Group"}),
    ],
)
def test_a_name_taken_apart(name, parts):
    assert person(name) == parts


def test_by_hand():
    assert checked_field("doi") == "csl:DOI"
    assert by_hand("DOI", " 10.1/x ") == '"10.1/x"'
    assert json.loads(by_hand("editor", "Roe, Jane; Elm House")) == [
        {"family": "Roe", "given": "Jane"}, {"literal": "Elm House"},
    ]  # fmt: skip
    assert json.loads(by_hand("accessed", "2 August 2013")) == {"date-parts": [[2013, 8, 2]]}
    for name in ("colour", "author", "csl:DOI"):
        with pytest.raises(BadQueryError, match="no field"):
            checked_field(name)
