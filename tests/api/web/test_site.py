"""Every page answers, carries headers under which nothing foreign runs, and shows what papers say as words alone."""

import json
import re
import time
from html.parser import HTMLParser
from urllib.parse import quote

import pytest
from pages import HOSTILE_NAME

from api.web.rendering import POLICY

UNSEEN = "\N{REPLACEMENT CHARACTER}"
PLACE = "coca-frontiers.txt 819-949"
PAGES = [
    "/",
    "/search",
    "/search?q=cocaine+cultivation+hectares",
    "/search?q=wells+roads+evil",
    "/search?q=zzzzqqq",
    "/search?q=kind:money+value:>1bn",
    '/search?q="open',
    "/search?q=coca&in=table&paper=coca",
    "/papers",
    "/papers?words=coca",
    "/papers/coca-frontiers.txt",
    "/papers/coca-frontiers.txt?at=819-949",
    "/papers/coca-frontiers.txt?find=alto+sarayo",
    "/papers/sleeper-class.pdf",
    "/papers/kitchen-gardens.docx",
    "/papers/lamps-on-credit.html",
    "/papers/" + quote(HOSTILE_NAME),
    "/figures",
    "/figures?kind=money&unit=&min=&max=&year=2018-2023&sort=-value&convert=",
    "/figures?kind=area&convert=acre",
    "/figures?min=nonsense",
    "/exhibits",
    "/exhibits?kind=table",
    "/notes",
    "/notes?number=1",
    "/entities",
    "/entities?words=sarayo&label=GPE",
    "/entities/GPE:Alto%20Sarayo",
    "/ask",
    "/ask?q=How+many+hectares+of+coca+were+grown+in+Alto+Sarayo+in+2022",
    "/ask?q=How+many+submarines+does+Alto+Sarayo+own",
    "/cite?at=" + quote(PLACE),
    "/cite?at=" + quote(PLACE) + "&style=apa",
    "/cite?at=" + quote(HOSTILE_NAME),
    "/tray",
    "/tray?style=mla",
    "/add",
]


class Elements(HTMLParser):
    """What is in a page: (name, attributes), and text."""

    def __init__(self, html):
        super().__init__()
        self.found, self.words = [], []
        self.feed(html)

    def handle_starttag(self, name, attributes):
        self.found.append((name, dict(attributes)))

    def handle_data(self, data):
        self.words.append(data)


@pytest.mark.parametrize("address", PAGES)
def test_every_page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, answer.text[:300]
    assert answer.headers["content-security-policy"] == POLICY
    assert answer.headers["x-content-type-options"] == "nosniff"
    page = Elements(answer.text)
    names = [name for name, _ in page.found]
    assert names.count("h1") == 1
    assert names.count("main") == 1
    identities = [told["id"] for _, told in page.found if "id" in told]
    assert len(identities) == len(set(identities))
    for name, told in page.found:
        assert not any(key.startswith("on") for key in told), (name, told)
        assert "style" not in told
        assert name != "script" or told["src"].startswith("/static/")
        for key in ("href", "src", "action"):
            assert told.get(key, "/").startswith(("/", "#")), (name, told)
    labelled = {told.get("for") for name, told in page.found if name == "label"}
    for name, told in page.found:
        if name in ("input", "select", "textarea") and told.get("type") not in ("hidden", "checkbox"):
            assert told.get("id") in labelled, (name, told)


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/nowhere", 404, "no such page"),
        ("/papers/nobody.txt", 404, "no paper"),
        ("/papers/coca-frontiers.txt?at=5", 400, "no place"),
        ("/papers/coca-frontiers.txt?at=9-5", 400, "no place"),
        ("/papers/coca-frontiers.txt?at=0-99999999", 400, "no place"),
        ("/cite?at=nobody", 404, "no paper"),
        ("/cite", 422, "cannot be read"),
        ("/cite?at=coca&style=../../etc/passwd", 400, "no style"),
        ("/tray.exe", 404, "not as"),
        ("/jobs/5", 404, "no such job"),
        ("/entities/Nobody%20At%20All", 400, "Nobody"),
        ("/static/../site.py", 404, "no"),
        ("/static/nothing.js", 404, "no file"),
        ("/search?k=1000", 422, "cannot be read"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(client, address, status, said):
    answer = client.get(address)
    assert answer.status_code == status
    assert said in answer.text
    assert "Traceback" not in answer.text
    assert answer.headers["content-security-policy"] == POLICY


def test_the_api_is_still_there_and_its_errors_are_problems(client):
    assert len(client.get("/api/v1/status").json()["papers"]) == 9
    nothing = client.get("/api/v1/nothing")
    assert (nothing.status_code, nothing.headers["content-type"]) == (404, "application/problem+json")


def test_a_hostile_paper_is_shown_as_words(client):
    for address in (
        "/papers/" + quote(HOSTILE_NAME),
        "/search?q=evil+wells",
        "/papers",
        "/cite?at=" + quote(HOSTILE_NAME),
    ):
        answer = client.get(address)
        page = Elements(answer.text)
        assert "<script>alert" not in answer.text
        assert not any(name in ("img", "b") for name, _ in page.found)
        assert "\u202e" not in answer.text
        assert "49 wells" not in answer.text
    shown = "".join(Elements(client.get("/papers/" + quote(HOSTILE_NAME)).text).words)
    assert '=HYPERLINK("http://evil.example","x")' in shown
    assert "\N{REPLACEMENT CHARACTER}(evil)\N{REPLACEMENT CHARACTER}" in shown


def test_the_reading_view_is_the_text_character_for_character(client):
    for name in ("coca-frontiers.txt", "border-ledger.md", "sleeper-class.pdf", HOSTILE_NAME):
        text = client.get("/api/v1/papers/" + quote(name)).json()["text"]
        html = client.get("/papers/" + quote(name)).text
        pieces = re.findall(r'<(\w+)[^>]*? data-s="(\d+)"[^>]*>(.*?)</\1>(?=\s*(?:<|$))', html, re.DOTALL)
        assert len(pieces) > 3
        for _, start, inner in pieces:
            words = "".join(Elements(inner).words)
            at = int(start)
            there = "".join(
                "\N{REPLACEMENT CHARACTER}" if c in "\u202e\u202c" else c for c in text[at : at + len(words)]
            )
            assert words == there


def finished(client, begun):
    """The page of a job when it is done."""
    for _ in range(600):
        page = client.get(begun.headers["location"])
        if "Papers were added" in page.text:
            return page
        time.sleep(0.05)
    raise AssertionError(page.text)


def test_the_first_run_offers_to_send_papers_or_to_try_the_samples(empty):
    answer = empty.get("/")
    assert "No papers yet" in answer.text
    assert 'type="file"' in answer.text
    begun = empty.post("/add/samples")
    assert begun.status_code == 303
    page = finished(empty, begun)
    assert page.text.count("added, ") == 8
    assert "8 papers" in empty.get("/").text


def test_files_are_sent_and_bad_ones_are_said(empty):
    files = [
        ("files", ("a.txt", b"Wells\n\nThe council of Elm paid 5 million euros in 2001.\n")),
        ("files", ("b.exe", b"MZ")),
    ]
    begun = empty.post("/add", files=files)
    page = finished(empty, begun)
    assert "a.txt" in page.text
    assert "cannot read" in page.text
    assert empty.post("/add", files=[("files", ("", b""))]).status_code == 400
    assert empty.post("/add", data={"a": "b"}).status_code in (400, 415)


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}, {"Host": "evil.example"}],
)
def test_pages_of_other_sites_change_nothing(client, headers):
    for address, form in (
        ("/tray", {"at": PLACE}),
        ("/settings", {"theme": "dark"}),
        ("/entities/undo", {"number": 1}),
    ):
        assert client.post(address, data=form, headers=headers).status_code in (403, 421)
    assert "Nothing is kept yet" in client.get("/tray").text


def test_quotations_are_kept_put_in_order_remarked_and_taken_away(client):
    other = "border-ledger.md 3427-3568"
    for at in (PLACE, other):
        assert client.post("/tray", data={"at": at, "back": "/search?q=coca"}).headers["location"] == "/search?q=coca"
    again = client.post("/tray", data={"at": PLACE}, headers={"HX-Request": "true"})
    assert "Kept already." in again.text
    tray = client.get("/tray").text
    numbers = re.findall(r'id="q(\d+)"', tray)
    assert len(numbers) == 2
    assert client.post("/tray/move", data={"number": numbers[1], "order": 1}).status_code == 303
    assert re.findall(r'id="q(\d+)"', client.get("/tray").text) == numbers[::-1]
    client.post("/tray/remark", data={"number": numbers[0], "words": "<b>look</b>"})
    assert "&lt;b&gt;look&lt;/b&gt;" in client.get("/tray").text
    assert "(Verbeke &amp; Prada, 2024, para. 10)" in client.get("/tray?style=apa").text
    assert client.get("/tray.docx").content[:2] == b"PK"
    assert "[@arana2024coca, para. 2]" in client.get("/tray.md").text
    assert len(json.loads(client.get("/tray.json").text)) == 2
    assert client.get("/tray.csv").text.startswith("id,")
    for number in numbers:
        client.post("/tray/remove", data={"number": number})
    assert "Nothing is kept yet" in client.get("/tray").text


def test_names_are_corrected_and_corrections_taken_back(client):
    one = "ORG:Tarini River Board"
    told = client.post("/entities/rename", data={"name": one, "shown": "Tarini Board"}).headers["location"]
    assert "Tarini Board" in client.get(told).text
    listed = client.get("/entities").text
    assert "What you corrected" in listed
    number = re.search(r'name="number" value="(\d+)"', listed)[1]
    assert client.post("/entities/undo", data={"number": number}).status_code == 303
    assert "What you corrected" not in client.get("/entities").text
    wrong = client.post("/entities/merge", data={"name": one, "other": "Nobody At All"}).headers["location"]
    assert "Nobody At All" in client.get(wrong).text


def test_the_chart_is_an_image_that_runs_nothing(client):
    answer = client.get("/figures.svg?kind=money")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert "<script" not in answer.text


def test_what_a_reader_set_is_kept_in_the_browser_and_leads_nowhere_else(client):
    answer = client.post("/settings", data={"theme": "dark", "keys": "off", "back": "//evil.example"})
    assert answer.headers["location"] == "/"
    cookies = answer.headers.get_list("set-cookie")
    assert len(cookies) == 2
    assert all("HttpOnly" in one and "SameSite=strict" in one for one in cookies)
    assert 'data-theme="dark" data-keys="off"' in client.get("/", headers={"Cookie": "theme=dark; keys=off"}).text
    assert 'data-theme="auto"' in client.get("/", headers={"Cookie": 'theme="><script>'}).text


def test_the_first_view_of_search_is_small(client):
    page = client.get("/search?q=cocaine+cultivation+hectares")
    files = re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text)
    total = len(page.content) + sum(len(client.get(each).content) for each in set(files))
    assert total < 130_000  # uncompressed; a browser is sent less
    assert "immutable" in client.get(files[0]).headers["cache-control"]


def test_a_question_while_the_model_is_loaded_is_asked_again_by_the_page(client, monkeypatch):
    monkeypatch.setattr(type(client.app.state.desk), "warming", property(lambda _: True))
    answer = client.get("/ask?q=Who+paid")
    assert "still being loaded" in answer.text
    assert 'hx-get="/ask?q=Who+paid"' in answer.text
    assert 'http-equiv="refresh"' in answer.text
    assert "still being loaded" not in client.get("/ask").text
