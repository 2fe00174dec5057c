"""From another machine a browser shows its token once; without one it sees nothing but the form that asks for it."""

import pytest
from fastapi.testclient import TestClient
from pages import pages

from api.service.guard import Access
from api.service.service import application
from api.service.tokens import May, Tokens
from api.settings import Settings
from api.web.rendering import POLICY
from api.web.site import mount
from api.workers import analyse_named

BASE = "http://papers.example.org"
HTML = {"Accept": "text/html"}


@pytest.fixture
def tokens(filled):
    tokens = Tokens(filled)
    yield {may: tokens.add(f"test-{may}", may) for may in May}
    for may in May:
        tokens.remove(f"test-{may}")


@pytest.fixture
def client(words, filled, tokens):
    app = application(
        Settings(filled, names="rules"), Access.network(["papers.example.org"], Tokens(filled)), analyse=analyse_named
    )
    mount(app)
    with TestClient(app, base_url=BASE, follow_redirects=False) as client:
        yield client


def test_without_a_token_there_is_only_the_form(client):
    for address in ("/", "/search?q=coca", "/papers/coca-frontiers.txt", "/tray", "/tray.docx"):
        answer = client.get(address, headers=HTML)
        assert (answer.status_code, answer.headers["location"]) == (303, "/login")
    assert client.get("/api/v1/papers").status_code == 401
    assert client.post("/tray", data={"at": "coca-frontiers.txt 1-9"}, headers=HTML).status_code == 401
    assert client.get("/login").status_code == 200
    assert client.get("/static/style.css").status_code == 200


def test_a_token_opens_the_pages_and_a_wrong_one_does_not(client, tokens):
    assert client.post("/login", data={"token": "nonsense"}).status_code == 403
    entered = client.post("/login", data={"token": tokens[May.WRITE]})
    cookie = entered.headers["set-cookie"]
    assert entered.headers["location"] == "/"
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "papers" in client.get("/", headers=HTML).text
    assert client.post("/tray", data={"at": "coca-frontiers.txt 819-949"}).status_code == 303
    assert client.post("/logout").status_code == 303
    assert client.get("/", headers=HTML).headers["location"] == "/login"


def test_a_token_for_reading_changes_nothing(client, tokens):
    client.post("/login", data={"token": tokens[May.READ]})
    assert client.get("/search?q=coca", headers=HTML).status_code == 200
    assert client.post("/tray", data={"at": "coca-frontiers.txt 819-949"}).status_code == 403


def test_on_this_machine_nobody_needs_one(words, filled):
    with TestClient(pages(filled), base_url="http://127.0.0.1:8765") as client:
        assert "Nobody needs a token" in client.get("/login").text


def test_what_the_guard_refuses_a_browser_is_said_on_a_page(client, tokens):
    client.post("/login", data={"token": tokens[May.READ]})
    form = {"at": "coca-frontiers.txt 819-949"}
    refused = client.post("/tray", data=form, headers=HTML)
    assert (refused.status_code, refused.headers["content-type"]) == (403, "text/html; charset=utf-8")
    assert "<h1>Not allowed</h1>" in refused.text
    assert "is for reading" in refused.text
    assert refused.headers["content-security-policy"] == POLICY
    part = client.post("/tray", data=form, headers={"HX-Request": "true"}).text
    assert part.startswith('<span class="wrong" role="alert">')
    assert "<html" not in part
    assert client.post("/tray", data=form).headers["content-type"] == "application/problem+json"
    assert client.post("/api/v1/papers", headers=HTML).headers["content-type"] == "application/problem+json"
