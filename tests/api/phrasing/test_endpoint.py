"""A model that cannot be reached, answers nonsense, or points elsewhere is an error in one sentence."""

import json
import socket

import pytest
from lying_model import lying_model

from api.phrasing.endpoint import Endpoint, endpoint
from corpus.errors import BadQueryError, MissingEngineError

MESSAGES = [{"role": "user", "content": "?"}]


@pytest.fixture
def model():
    with lying_model() as model:
        yield model


def completion(content):
    return json.dumps({"choices": [{"message": {"content": content}}]}).encode()


def test_its_words_come_back(model):
    model.raw = completion("Yes.")
    assert Endpoint(model.url, "tiny").complete(MESSAGES) == "Yes."


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "no chat completion"),
        (b"no JSON", "no chat completion"),
        (b"[]", "no chat completion"),
        (b'{"choices": []}', "no chat completion"),
        (b'{"choices": [{"message": null}]}', "no chat completion"),
        (b"[" * 100_000, "no chat completion"),
        (b"\xff\xfe", "no chat completion"),
        (completion(None), "holds no words"),
        (completion(["a"]), "holds no words"),
        (completion("x" * 2_000_000), "more than"),
    ],
    ids=range(10),
)
def test_nonsense(model, raw, why):
    model.raw = raw
    with pytest.raises(MissingEngineError, match=why) as caught:
        Endpoint(model.url, "tiny").complete(MESSAGES)
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize("status", [301, 307, 400, 401, 404, 429, 500, 503])
def test_other_answers_than_yes_are_errors_and_nothing_is_followed(model, status):
    model.status, model.raw = status, completion("Yes.")
    model.location = model.url + "/elsewhere"
    with pytest.raises(MissingEngineError, match=str(status)):
        Endpoint(model.url, "tiny").complete(MESSAGES)
    assert [path for path, _ in model.told] == ["/v1/chat/completions"]


def test_nobody_there():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{unused.getsockname()[1]}/v1"
        with pytest.raises(MissingEngineError, match="did not answer"):
            Endpoint(address, "tiny").complete(MESSAGES)


def test_too_slow():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/v1"
        with pytest.raises(MissingEngineError, match="did not answer"):
            Endpoint(address, "tiny", seconds=0.2).complete(MESSAGES)


@pytest.mark.parametrize(
    ("url", "name", "why"),
    [
        ("localhost:8000", "tiny", "no address"),
        ("ftp://127.0.0.1/v1", "tiny", "no address"),
        ("file:///etc/passwd", "tiny", "no address"),
        ("http://", "tiny", "no address"),
        ("http://me:secret@127.0.0.1/v1", "tiny", "must not hold a password"),
        ("http://127.0.0.1/v1", "", "name the model"),
    ],
)
def test_what_is_no_endpoint(url, name, why):
    with pytest.raises(BadQueryError, match=why):
        Endpoint(url, name)


def test_off_unless_named(monkeypatch):
    for name in ("PINCITE_LLM_URL", "PINCITE_LLM_MODEL", "PINCITE_LLM_KEY"):
        monkeypatch.delenv(name, raising=False)
    assert endpoint() is None
    assert endpoint(model="tiny") is None
    monkeypatch.setenv("PINCITE_LLM_URL", "http://127.0.0.1:1/v1")
    monkeypatch.setenv("PINCITE_LLM_MODEL", "tiny")
    assert endpoint() == Endpoint("http://127.0.0.1:1/v1", "tiny")
    assert endpoint("http://127.0.0.1:2/v1", "large") == Endpoint("http://127.0.0.1:2/v1", "large")
