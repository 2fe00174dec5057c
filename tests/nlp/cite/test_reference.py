"""A paper's metadata as a CSL item, its cite key, and the files other programs read. Expected values by hand."""

import json
from pathlib import Path

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st

from corpus.metadata import bibtex, ris
from corpus.metadata.further import PREFIX
from corpus.model import Metadata
from nlp.cite import exports
from nlp.cite.keys import cite_key
from nlp.cite.reference import item_of, missing
from nlp.csl.situation import Cite

REFERENCES = json.loads((Path(__file__).parents[1] / "csl" / "references.json").read_text(encoding="utf-8"))
TITLE = "Pay & {play}: 5% of $1_0 #2 ~ \\"
ITEMS = [item for items in REFERENCES.values() for item in items]


def item(further=None, **about):
    return item_of("wells.pdf", Metadata(**about), further or {}, "k")


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ({"title": "Wells", "authors": ("Jane van den Berg", "World Bank"), "date": "2019-05"},
         {"author": [{"family": "Berg", "non-dropping-particle": "van den", "given": "Jane"},
                     {"literal": "World Bank"}],
          "issued": {"date-parts": [[2019, 5]]}}),
        ({"title": "Wells", "institution": "Elm"}, {"author": [{"literal": "Elm"}], "publisher": "Elm"}),
        ({"series": "Policy Brief No. 12", "genre": "policy brief"}, {"genre": "Policy Brief", "number": "12"}),
        ({"series": "Elm Papers, 3"}, {"collection-title": "Elm Papers", "collection-number": "3"}),
        ({"series": "Elm Papers"}, {"collection-title": "Elm Papers"}),
        ({"genre": "phd thesis"}, {"type": "thesis"}),
        ({"genre": "report"}, {"type": "report"}),
        ({"date": "in press"}, {"issued": {"literal": "in press"}}),
        ({}, {"title": "[wells.pdf]"}),
    ],
)  # fmt: skip
def test_what_is_known_becomes_a_reference(about, expected):
    found = item(**about)
    assert {name: found.get(name) for name in expected} == expected


def test_what_is_not_known_is_not_there():
    assert item() == {"id": "k", "type": "report", "title": "[wells.pdf]"}
    assert item(genre="report").keys() == {"id", "type", "title"}


def test_our_own_word_goes_first_and_parts_of_names_are_kept():
    told = {"title": "Old", "author": [{"family": "Garzón Vergara", "given": "Juan"}], "volume": "3", "type": "book"}
    found = item(told, title="New", authors=("Juan Garzón Vergara",))
    assert (found["title"], found["volume"], found["type"]) == ("New", "3", "book")
    assert found["author"] == [{"family": "Garzón Vergara", "given": "Juan"}]
    assert item(told, title="New", authors=("Ada Cole",))["author"] == [{"family": "Cole", "given": "Ada"}]


@pytest.mark.parametrize(
    ("about", "further", "lacking"),
    [
        ({}, {}, ("author", "title", "date", "institution")),
        ({"title": "W", "authors": ("A Roe",), "date": "2001", "institution": "Elm"}, {}, ()),
        ({"title": "W", "institution": "Elm"}, {}, ("date",)),
        ({"title": "W", "authors": ("A Roe",), "date": "2001"}, {"type": "article-journal", "volume": "3"},
         ("container-title (what it stands in)", "page (first and last)")),
        ({"title": "W", "date": "1994"}, {"type": "treaty"}, ()),
    ],
)  # fmt: skip
def test_what_is_missing_is_said(about, further, lacking):
    assert missing(item(further, **about)) == lacking


@pytest.mark.parametrize(
    ("about", "key"),
    [
        ({"authors": ("Jane Roe",), "date": "2019-05", "title": "The Wells of Elm"}, "roe2019wells"),
        ({"authors": ("María Inês Núñez",), "date": "2012", "title": "On salt"}, "nunez2012salt"),
        ({"institution": "World Bank", "title": "A review"}, "worldndreview"),
        ({"authors": ("Jan van den Berg",), "date": "2017", "title": "—"}, "berg2017"),
        ({"title": "1990 in figures", "date": "1990"}, "anon19901990"),
    ],
)
def test_cite_keys(about, key):
    assert cite_key(item(**about), set()) == key


def test_a_key_that_is_taken_gets_a_letter():
    of = item(authors=("Jane Roe",), date="2019", title="Wells")
    assert cite_key(of, {"roe2019wells"}) == "roe2019wellsa"
    assert cite_key(of, {"roe2019wells", "roe2019wellsa"}) == "roe2019wellsb"


def test_bibtex_is_read_back_by_another_program_with_its_signs():
    reference = {
        "id": "roe2019",
        "type": "report",
        "title": TITLE,
        "author": [{"family": "Roe", "given": "Jane", "suffix": "Jr."}, {"literal": "Elm & Co"}],
        "issued": {"date-parts": [[2019, 5, 3]]},
        "page": "3–10",
        "URL": "https://x.example/a_b%20c",
    }
    text = exports.bibtex([reference])
    library = parse_string(text)
    assert not library.failed_blocks
    (entry,) = bibtex.entries(text)
    assert entry.facts["title"] == TITLE
    assert entry.facts["authors"] == ("Jane Roe Jr.", "Elm & Co")
    assert entry.facts["date"] == "2019-05-03"
    assert json.loads(entry.facts[f"{PREFIX}page"]) == "3-10"
    assert json.loads(entry.facts[f"{PREFIX}URL"]) == "https://x.example/a_b%20c"


def test_ris_is_read_back_by_another_program():
    text = exports.ris(ITEMS)
    assert text.count("\r\n") == text.count("\n")
    read = rispy.loads(text)
    assert [each["id"] for each in read] == [each["id"] for each in ITEMS]
    by_key = {entry.key: entry.facts for entry in ris.entries(text)}
    for each in ITEMS:
        assert by_key[each["id"]]["title"] == each["title"]


def test_a_line_end_in_a_value_begins_no_tag_of_its_own():
    text = exports.ris([{"id": "a", "type": "book", "title": "Wells\r\nTY  - JOUR\r\nER  - "}])
    assert [line[:2] for line in text.split("\r\n") if line] == ["TY", "ID", "TI", "ER"]


@pytest.mark.parametrize(
    ("cites", "written"),
    [
        ([Cite("roe2019", "12")], "[@roe2019, p. 12]"),
        ([Cite("roe2019", "12-14"), Cite("ito", "4", "paragraph")], "[@roe2019, pp. 12-14; @ito, para. 4]"),
        ([Cite("a b")], "[@{a b}]"),
        ([Cite("x", "7", "note", prefix="see")], "[see @x, n. 7]"),
    ],
)
def test_pandoc(cites, written):
    assert exports.pandoc(cites) == written


@given(st.lists(st.sampled_from(ITEMS), max_size=5))
def test_csl_json_is_what_went_in(items):
    assert json.loads(exports.csl_json(items)) == items
