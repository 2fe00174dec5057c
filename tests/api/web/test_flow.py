"""A paragraph that notes or a page cut is read as one; its words are cited without the notes that stand between."""

import re

import pytest
from fakes import WordEncoder
from fastapi.testclient import TestClient
from pages import pages

from api.library import Library
from api.settings import Settings
from api.web.flow import flow
from api.web.rendering import lang
from corpus.errors import BadSpanError
from corpus.model import Span

BASE = "http://127.0.0.1:8765"
CUT = """The Wells of Elm

By Ada Cole

2012

The council of Elm paid for forty wells in the first year,\u00b9 and it hoped to pay for as many again in the

\u00b9 Ledger of Elm (Elm: Town Press, 2009), 4.

second year, when the rains had failed.\u00b2 Nobody asked who would keep the wells, though all knew who dug them.

\u00b2 Roads and Wells (Elm: Town Press, 2010), 12.

By the third year half of them were dry. The council then turned to the roads, which it had left alone so far:

roads were cheaper. A mile of road cost as much as two wells, and a road does not run dry in the summer months.
"""


@pytest.fixture(scope="module")
def library(words, tmp_path_factory):
    folder = tmp_path_factory.mktemp("cut")
    (folder / "wells.txt").write_text(CUT, encoding="utf-8")
    with Library.open(Settings(folder / "library", names="rules"), create=True, encoder=WordEncoder()) as library:
        assert [report.outcome for report in library.add([folder / "wells.txt"])] == ["added"]
        yield library


def pieces(library, words):
    """The pieces of the reading view that say this."""
    return [one.html for one in flow(library, "wells.txt").pieces if words in re.sub("<[^>]+>", "", one.html)]


def around(library):
    """Where a sentence stands that a note cuts, and what is to be read of it."""
    text = library.paper("wells.txt").text
    first, second = text.index("as many again"), text.index("second year")
    places = (Span(first, text.index("the\n", first) + 3), Span(second, second + len("second year")))
    return places, "as many again in the second year"


def test_what_goes_on_is_one_paragraph_with_its_notes_beside(library):
    [cut] = pieces(library, "forty wells in the")
    assert pieces(library, "when the rains had failed") == [cut]
    assert cut.count("<p>") == 1
    assert cut.count('role="doc-footnote"') == 2
    assert len(re.findall(r'<span data-s="\d+" id="c\d+">', cut)) == 2


@pytest.mark.parametrize("begin", ["By the third year", "roads were cheaper"])
def test_what_begins_anew_or_after_a_colon_is_a_paragraph(library, begin):
    [piece] = pieces(library, begin)
    assert re.sub("<[^>]+>", "", piece).startswith(begin)


def test_a_place_has_one_anchor_however_many_pieces_it_is_in(library):
    spans, _ = around(library)
    html = "".join(piece.html for piece in flow(library, "wells.txt", spans).pieces)
    assert html.count('id="at"') == 1
    assert html.count("<mark>") == 2


def test_words_over_a_note_are_cited_without_it(library):
    spans, said = around(library)
    at = "wells.txt " + ";".join(f"{span.start}-{span.end}" for span in spans)
    citation = library.citing.place(at).citation
    assert " ".join(citation.quote.split()) == said
    with TestClient(pages(library.folder), base_url=BASE, follow_redirects=False) as client:
        assert said in " ".join(client.get("/cite", params={"at": at}).text.split())
        assert client.post("/tray", data={"at": at}).status_code == 303
        tray = " ".join(client.get("/tray").text.split())
        assert said in tray
        assert "Ledger of Elm" not in tray


def test_pieces_with_nothing_between_are_one(library):
    assert library.citing.place("wells.txt 4-9;9-12").citation.spans == (Span(4, 12),)


@pytest.mark.parametrize("at", ["9-12;4-9", "4-9;8-12", "4-9;12-99999", "4-9;9-9"])
def test_pieces_out_of_order_or_past_the_end_are_no_place(library, at):
    with pytest.raises(BadSpanError):
        library.citing.place(f"wells.txt {at}")


@pytest.mark.parametrize("at", ["4-9;", "4-9;x", ";4-9", "4-9,12-14", "9-4;12-14", "4-9;12-99999"])
def test_the_reading_view_refuses_what_is_no_place(library, at):
    with TestClient(pages(library.folder), base_url=BASE) as client:
        assert client.get("/papers/wells.txt", params={"at": at}).status_code == 400
        assert client.get("/papers/wells.txt", params={"at": "4-9;12-14"}).status_code == 200


@pytest.mark.parametrize(("language", "told"), [("es", ' lang="es"'), ("en", None)])
def test_words_of_another_language_say_so(library, language, told):
    library.metadata.set("wells.txt", language=language)
    with TestClient(pages(library.folder), base_url=BASE, follow_redirects=True) as client:
        client.post("/tray", data={"at": "wells.txt 4-9"})
        for address in (
            "/",
            "/papers",
            "/papers/wells.txt",
            "/search?q=wells",
            "/notes",
            "/cite?at=wells.txt 4-9",
            "/tray",
        ):
            page = client.get(address).text
            assert page.count('<html lang="en"') == 1
            assert (told in page) if told else (page.count(" lang=") == 1), address


@pytest.mark.parametrize("code", [None, "", "Spanish language", '"><script>', "en", 7])
def test_what_is_no_language_is_no_attribute(code):
    assert lang(code) == ""
