"""The library of a service: there when it is there, searched by words until the model is loaded, closed in the end."""

import threading

import pytest
from fakes import WordEncoder
from fastapi.testclient import TestClient

from api.library import Library
from api.service.desk import Desk, Meaning
from api.service.search import BY_WORDS
from api.service.service import application
from api.settings import Settings
from corpus.errors import LibraryMissingError, MissingEngineError


@pytest.fixture
def loading(filled, monkeypatch):
    """A service whose model is loaded when it is told so."""
    loaded = threading.Event()

    class Slow(WordEncoder):
        def encode(self, texts):
            assert loaded.wait(20)
            return super().encode(texts)

    monkeypatch.setattr("api.library.SentenceEncoder", lambda _: Slow())
    app = application(Settings(filled))
    with TestClient(app, base_url="http://localhost") as client:
        app.state.desk.warm()
        yield client, loaded
        loaded.set()


def test_a_search_is_answered_by_words_until_the_model_is_loaded_and_says_so(loading):
    client, loaded = loading
    assert client.get("/healthz").json() == {"status": "ok", "meaning": "loading"}
    hurried = client.get("/api/v1/search?q=wells").json()
    assert (hurried["mode"], hurried["warnings"]) == ("words", [BY_WORDS])
    assert hurried["results"]
    assert client.get("/api/v1/search?q=wells&mode=words").json()["warnings"] == []
    threading.Timer(0.3, loaded.set).start()
    waited = client.get("/api/v1/search?q=wells&mode=both").json()
    assert (waited["mode"], waited["warnings"]) == ("both", [])
    client.app.state.desk.wait()
    assert client.get("/healthz").json() == {"status": "ok", "meaning": "ready"}
    assert client.get("/api/v1/search?q=wells").json() == waited


def test_a_model_that_is_not_there_is_told(filled, monkeypatch):
    class Absent(WordEncoder):
        def encode(self, texts):
            raise MissingEngineError("there is no model here.")

    monkeypatch.setattr("api.library.SentenceEncoder", lambda _: Absent())
    app = application(Settings(filled))
    with TestClient(app, base_url="http://localhost") as client:
        app.state.desk.warm()
        app.state.desk.wait()
        assert client.get("/healthz").json()["meaning"] == Meaning.ABSENT
        answer = client.get("/api/v1/search?q=wells")
        assert (answer.status_code, "no model" in answer.json()["detail"]) == (503, True)
        assert client.get("/api/v1/search?q=wells&mode=words").json()["results"]


def test_it_opens_what_comes_later_and_closes_all(tmp_path, monkeypatch):
    monkeypatch.setattr("api.library.SentenceEncoder", lambda _: WordEncoder())
    desk = Desk(Settings(tmp_path / "library"))
    for open_it in (desk.library, desk.apart, desk.changing):
        with pytest.raises(LibraryMissingError), open_it():
            pass
    Library.open(Settings(tmp_path / "library"), create=True, encoder=WordEncoder()).close()
    with desk.library() as one, desk.changing() as two, desk.apart() as three:
        assert one is not two is not three
    desk.close()
    desk.close()
