"""The pages of a library of the samples and one hostile paper."""

import pytest
from fakes import WordEncoder
from fastapi.testclient import TestClient
from pages import made, pages

BASE = "http://127.0.0.1:8765"
SAMPLES = "examples/papers"


@pytest.fixture(scope="module")
def words():
    """Every model is one that knows words alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("api.library.SentenceEncoder", lambda _: WordEncoder())
        yield


@pytest.fixture(scope="module")
def filled(tmp_path_factory, request):
    """A library for a module."""
    return made(tmp_path_factory.mktemp("pages"), request.config.rootpath / "examples" / "papers")


@pytest.fixture(scope="module")
def client(words, filled):
    """A client of its pages."""
    with TestClient(pages(filled), base_url=BASE, raise_server_exceptions=False, follow_redirects=False) as client:
        yield client


@pytest.fixture
def empty(words, tmp_path):
    """A client of an empty library's pages."""
    from api.library import Library
    from api.settings import Settings

    Library.open(Settings(tmp_path / "library"), create=True, encoder=WordEncoder()).close()
    with TestClient(pages(tmp_path / "library"), base_url=BASE, follow_redirects=False) as client:
        yield client
