"""Lists say how much there is, and what narrows them down can be seen and taken back."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from api.service.desk import Desk, Meaning
from corpus.errors import LibraryBusyError, MissingEngineError

COCA = "/search?q=cocaine+cultivation+hectares"


def links(html, words):
    """The addresses of links whose words these are."""
    found = re.findall(r'<a[^>]*? href="([^"]+)"[^>]*>(.*?)</a>', html, re.DOTALL)
    return [address.replace("&amp;", "&") for address, told in found if words in re.sub("<[^>]+>", "", told)]


def test_a_facet_becomes_a_chip_that_can_be_taken_back(client):
    first = client.get(COCA)
    assert 'class="chips"' not in first.text
    narrowed = links(first.text.partition("<h2>Papers")[2], "")[0]
    page = client.get(narrowed).text
    assert parse_qs(urlsplit(narrowed).query)["narrow"] == ["paper:coca-frontiers.txt"]
    assert 'value="cocaine cultivation hectares"' in page  # the box keeps what was typed
    chips = page.partition('class="chips"')[2].partition("</ul>")[0]
    assert "coca-frontiers.txt" not in re.sub("<[^>]+>", "", chips)  # the title, not the file
    [back] = links(chips, "Leave out")
    assert back == COCA


def test_every_condition_can_be_left_out_by_itself(client):
    page = client.get(COCA + "&paper=coca-frontiers.txt&in=body&narrow=year%3A2023&narrow=kind%3Aarea&mode=words").text
    chips = page.partition('class="chips"')[2].partition("</ul>")[0]
    asked = [parse_qs(urlsplit(each).query) for each in links(chips, "Leave out ")]
    assert [len(each.get("narrow", [])) for each in asked] == [2, 2, 1, 1, 0]
    assert all(each["mode"] == ["words"] for each in asked[:4])


@pytest.mark.parametrize("narrow", ["nonsense:", "year:never", '"open', "", "kind:nothing", "<script>"])
def test_a_condition_nobody_could_choose_harms_nothing(client, narrow):
    answer = client.get("/search", params={"q": "coca", "narrow": narrow})
    assert answer.status_code == 200
    assert "<script>" not in answer.text


def test_the_number_of_passages_is_that_of_the_passages(client):
    page = client.get(COCA + "&mode=words&k=5").text
    told, total = re.search(r"The (\d+) best of (\d+) passages", page).groups()
    assert told == "5"
    assert page.count('<li class="item"') == 5
    everything = client.get(f"/api/v1/search?q=cocaine+cultivation+hectares&mode=words&k={total}").json()["results"]
    assert len(everything) + sum(len(hit["also"]) for hit in everything) == int(total)


def test_tabs_say_how_many_notes_and_tables_there_are(client):
    for address in (COCA + "&mode=words", COCA + "&mode=words&in=note"):
        page = client.get(address).text
        [notes] = re.findall(r"In notes <span>(\d+)", page)
        found = client.get("/api/v1/search?q=cocaine+cultivation+hectares&mode=words&in=note&k=100").json()["results"]
        assert len(found) + sum(len(hit["also"]) for hit in found) == int(notes)


def test_without_the_model_search_goes_by_words_and_says_so(client, monkeypatch):
    monkeypatch.setattr(client.app.state.desk, "meaning", Meaning.ABSENT)
    page = client.get(COCA)
    assert page.status_code == 200
    assert "By words alone: the model of meaning is not there." in page.text
    assert "By words alone" not in client.get(COCA + "&mode=words").text


def test_a_question_without_the_model_and_a_busy_library_are_told_on_a_page(client, monkeypatch):
    def absent(*_):
        raise MissingEngineError("the model is not there.")

    def busy(*_):
        raise LibraryBusyError("a paper is being read into the library.")

    monkeypatch.setattr("api.library.Library.ask", absent)
    monkeypatch.setattr(Desk, "changing", busy)
    asked, kept = client.get("/ask?q=How+many"), client.post("/tray", data={"at": "coca-frontiers.txt 819-949"})
    assert (asked.status_code, kept.status_code) == (503, 503)
    assert "the model is not there." in asked.text
    assert "Try again" in asked.text
    assert "being read into" in kept.text
    assert "Try again" not in kept.text


FIELDS = ("/search?q=", "/ask?q=", "/papers?words=", "/entities?words=", "/figures?words=", "/figures?min=")


@pytest.mark.parametrize("address", [*FIELDS, "/entities/suggested?entity=", "/papers/coca-frontiers.txt?find="])
def test_a_huge_query_is_refused_or_answered_in_a_moment(client, address):
    answer = client.get(address + "coca+" * 6_000)
    assert answer.status_code in (200, 400, 422)
    assert answer.elapsed.total_seconds() < 2
    assert len(answer.content) < 400_000


def test_figures_are_counted_and_their_units_offered(client):
    page = client.get("/figures").text
    shown, many = re.search(r"(\d+) of (\d+) figures", page).groups()
    assert shown == "100"
    everything = client.get("/api/v1/figures?format=csv").text.splitlines()
    assert len(everything) - 1 >= int(many)
    units = page.partition('<datalist id="units">')[2].partition("</datalist>")[0]
    assert 'value="USD"' in units
    money = client.get("/figures?kind=money").text.partition('<datalist id="units">')[2].partition("</datalist>")[0]
    assert 'value="ha"' in units
    assert 'value="ha"' not in money


def test_names_are_offered_while_one_types(client):
    offered = client.get("/entities/suggested?entity=sara").text
    assert '<option value="Alto Sarayo">' in offered
    assert set(re.findall(r"<(\w+)", offered)) == {"option"}
    assert offered.count("<option") <= 20
    assert "<option" not in client.get("/entities/suggested?entity=zzzz").text


def test_two_names_of_the_list_are_made_one_and_taken_apart_again(client):
    page = client.get("/entities").text
    first, second = re.findall(r'name="who" value="(ORG:[^"]+)"', page)[:2]
    for chosen in ([], [first], [first, second, first]):
        told = client.post("/entities/same", data={"who": chosen}).headers["location"]
        assert "choose two names" in client.get(told).text
    told = client.post("/entities/same", data={"who": [first, second]}).headers["location"]
    assert "kept." in client.get(told).text
    listed = client.get("/entities").text
    assert "1 corrected" in listed
    assert f'value="{second}"' not in listed
    number = re.search(r'name="number" value="(\d+)"', listed)[1]
    client.post("/entities/undo", data={"number": number})
    assert f'value="{second}"' in client.get("/entities").text


def test_pages_are_sent_compressed_to_who_can_read_that(client):
    plain = client.get("/papers/coca-frontiers.txt", headers={"Accept-Encoding": "identity"})
    small = client.get("/papers/coca-frontiers.txt", headers={"Accept-Encoding": "gzip"})
    assert small.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert "Accept-Encoding" in small.headers["vary"]
    assert small.text == plain.text


def test_tables_are_listed_by_their_own_titles_with_their_words(client):
    page = client.get("/exhibits?paper=clinics").text
    assert "What the ministry paid to reopen (million CFA francs)" in page
    assert "Clinics After Floods" in page
    [record] = client.get("/api/v1/exhibits?paper=clinics&limit=1").json()["results"]
    start, end = record["body"]
    words = client.get("/api/v1/papers/clinics-after-floods.txt").json()["text"][start:end].strip("\n")
    assert words in page


def test_a_job_page_says_that_its_job_is_gone(client):
    answer = client.get("/jobs/5", headers={"HX-Request": "true", "HX-Target": "job"})
    assert answer.status_code == 404
    assert '<div id="job">' in answer.text
    assert "jobs are remembered until the service ends" in answer.text
