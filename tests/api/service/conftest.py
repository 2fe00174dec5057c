"""A small library, and the service for it, for asking."""

import pytest
from fakes import WordEncoder
from fastapi.testclient import TestClient
from served import fill

from api.service.service import application
from api.settings import Settings
from api.workers import analyse_named

BASE = "http://127.0.0.1:8765"


@pytest.fixture
def start(monkeypatch):
    """Starts the service for a library: start(folder, access, largest=...)."""
    monkeypatch.setattr("api.library.SentenceEncoder", lambda _: WordEncoder())

    def begin(library, *told, **more):
        app = application(Settings(library), *told, **({"analyse": analyse_named} | more))
        return TestClient(app, base_url=BASE, raise_server_exceptions=False)

    return begin


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """The library, for reading only."""
    return fill(tmp_path_factory.mktemp("service"))


@pytest.fixture
def asking(start, filled):
    """A client for reading."""
    with start(filled) as client:
        yield client


@pytest.fixture
def changing(start, tmp_path):
    """A client whose library may be changed."""
    with start(fill(tmp_path)) as client:
        yield client
