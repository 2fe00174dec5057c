"""Quotations and claims are held against a real library: what holds stands where it says, what does not is refused."""

import json

import pytest
from fakes import WordEncoder
from typer.testing import CliRunner

from api.checking.checking import LONGEST
from api.checking.record import claim_record, quotation_record
from api.citing.pointing import pointed
from api.cli import app
from api.library import Library
from api.settings import Settings
from corpus.errors import BadQueryError, BadSpanError, NoSuchPaperError
from corpus.model import Span

ELM = """The wells of Elm

By Ada Roe

1. What was paid

The council of Elm did not raise the levy in 2010. It paid 15 million euros for 40 wells,¹ and the wells were dug by
hand. {filler}

The last well was closed in 2019. Nobody has counted the springs since then.

¹ Council of Elm, Accounts for 2010, 12. The sum includes pumps.
"""
OAK = "The wells of Oak\n\nThe town of Oak paid 50 million euros for its wells, which were dug by machine.\n"
FILLER = " ".join(
    f"In the ward numbered {number} the pump was mended by the people who lived there." for number in range(60)
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    where = tmp_path_factory.mktemp("checking")
    (where / "elm.txt").write_text(ELM.format(filler=FILLER), encoding="utf-8")
    (where / "oak.txt").write_text(OAK, encoding="utf-8")
    with Library.open(Settings(where / "library", names="rules"), create=True, encoder=WordEncoder()) as library:
        assert [added.outcome for added in library.add([where / "elm.txt", where / "oak.txt"])] == ["added", "added"]
    return where / "library"


@pytest.fixture(scope="module")
def library(folder):
    with Library.open(Settings(folder), encoder=WordEncoder()) as library:
        yield library


def record_of(library, text, papers=()):
    record = quotation_record(library, library.checking.quotation(text, papers))
    for place in record["places"]:
        text = library.paper(place["paper"]).text
        assert place["text"] == "".join(text[start:end] for start, end in place["spans"])
        assert library.citing.place(place["link"]).citation.quote == place["text"]
    return record


@pytest.mark.parametrize(
    ("typed", "paper", "citation"),
    [
        ("It paid 15 million euros for 40 wells, and the wells were dug", "elm.txt", "elm.txt, para. 1"),
        ("dug by hand. In the ward numbered 0", "elm.txt", "elm.txt, para. 1"),
        ("numbered 11 the pump was mended by the people who lived there. In the ward numbered 12", "elm.txt", None),
        ("lived there. The last well was closed in 2019", "elm.txt", None),
        ("The sum includes pumps", "elm.txt", "elm.txt, n. 1"),
        ("paid 50 million euros", "oak.txt", "oak.txt, para. 1"),
        ("its", "oak.txt", None),
    ],
)
def test_a_quotation_that_holds_says_where(library, typed, paper, citation):
    record = record_of(library, typed)
    assert (record["verdict"], record["holds"], record["differences"]) == ("word for word", True, [])
    place = record["places"][0]
    assert place["paper"] == paper
    assert citation is None or place["citation"] == citation
    assert place["printed"].endswith(".")


@pytest.mark.parametrize(
    ("typed", "verdict", "told"),
    [
        ("It paid 51 million euros for 40 wells", "altered", "printed “15”, you wrote “51”"),
        ("The council of Elm did raise the levy in 2010", "altered", "printed “not”, you left it out"),
        ("for 40 wells it paid 15 million euros", "in another order", "another order"),
        ("The town of Oak paid 50 million euros, and the wells were dug by hand", "stitched", "apart"),
        ("The railway to Ash was never built for want of sleepers", "nothing near", "no passage"),
    ],
)
def test_a_quotation_that_does_not_says_why(library, typed, verdict, told):
    record = record_of(library, typed)
    assert (record["verdict"], record["holds"]) == (verdict, False)
    assert told in record["told"]


def test_papers_narrow_it_down(library):
    assert record_of(library, "50 million euros", ["oak"])["holds"]
    assert not record_of(library, "50 million euros", ["elm"])["holds"]


def test_many_places_are_counted(library):
    record = record_of(library, "the pump was mended by the people who lived there")
    assert (len(record["places"]), record["more"]) == (10, 50)


@pytest.mark.parametrize(
    ("typed", "papers", "error"),
    [
        ("", (), BadQueryError),
        (" “…” ", (), BadQueryError),
        ("a" * (LONGEST + 1), (), BadQueryError),
        ("wells", ("nobody",), NoSuchPaperError),
    ],
)
def test_what_is_no_quotation_is_refused(library, typed, papers, error):
    with pytest.raises(error):
        library.checking.quotation(typed, papers)


@pytest.mark.parametrize(
    ("sentence", "locators", "holds", "flaws"),
    [
        ("The council paid 15 million euros, and the wells were dug by hand.", ["elm.txt para. 1"], True, set()),
        ("Elm paid 51 million euros for 40 wells.", ["elm.txt para. 1"], False, {"number"}),
        ("Oak paid 50 million euros for its wells.", ["oak.txt 18-40"], True, set()),
        ("Elm raised the levy in 2010.", ["elm.txt para. 1"], False, {"denial"}),
        ("The council said “it paid 15 billion euros”.", ["elm.txt para. 1"], False, {"quotation", "number"}),
        ("Elm paid 15 million euros and Oak paid 50 million.", ["elm.txt para. 1", "oak.txt para. 1"], True, set()),
    ],
)
def test_a_claim_is_held_against_the_passages_it_cites(library, sentence, locators, holds, flaws):
    places = [library.citing.place(each) for each in locators]
    record = claim_record(library, library.checking.claim(sentence, places))
    assert record["holds"] is holds
    assert flaws <= {each["flaw"] for each in record["faults"]}
    assert all(each["text"] == sentence[each["start"] : each["end"]] for each in record["faults"])
    assert {each["paper"] for each in record["passages"]} == {each.split(" ", maxsplit=1)[0] for each in locators}


def test_a_paragraph_in_several_passages_is_one_place(library):
    place = library.citing.place("elm.txt para. 1")
    assert place.citation.quote == ELM.format(filler=FILLER)[slice(*place.citation.spans[0])]
    assert place.citation.quote.startswith("The council of Elm did not")
    assert "In the ward numbered 59" in place.citation.quote


@pytest.mark.parametrize(("sentence", "locators"), [("Elm paid.", []), ("?", ["oak.txt para. 1"]), ("Elm.", ["oak"])])
def test_a_claim_needs_words_and_places(library, sentence, locators):
    with pytest.raises(BadQueryError):
        library.checking.claim(sentence, [library.citing.place(each) for each in locators])


def test_words_that_are_none_cannot_be_pointed_at(library):
    assert pointed(library, []) == []
    with pytest.raises(BadSpanError):
        pointed(library, [(library.paper("oak"), (Span(16, 18),))])


@pytest.fixture
def run(folder, monkeypatch):
    monkeypatch.setattr("api.library.SentenceEncoder", lambda _: WordEncoder())
    return lambda *words, **more: CliRunner().invoke(app, [*words, "--library", str(folder)], **more)


def test_the_command_prints_the_verdict(run, library):
    held = run("quoted", "paid 15 million euros", "--json")
    assert held.exit_code == 0
    assert json.loads(held.stdout) == json.loads(json.dumps(record_of(library, "paid 15 million euros")))
    wrong = run("quoted", "-", input="paid 16 million euros for 40 wells\n")
    assert wrong.exit_code == 1
    assert "printed “15”, you wrote “16”" in wrong.stdout
    assert "pincite:elm.txt#char=" in wrong.stdout
    assert run("quoted", "the pump was mended", "--format", "csv").exit_code == 0
    assert "other places" in run("quoted", "the pump was mended").stdout
    assert run("quoted", "the railway to Ash").exit_code == 1
