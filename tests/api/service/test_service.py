"""The service gives the command line's records, problems that say what is wrong, and nothing to other hosts."""

import json
import socket
import subprocess
import sys
import time

import httpx
import pytest
from fakes import WordEncoder
from fastapi.testclient import TestClient

from api.figures.record import figure_record
from api.library import Library
from api.records import answer_record, hit_record
from api.service.service import application
from api.settings import Settings
from corpus.errors import StorageError
from nlp.model import Kind

TEXT = "The wells of Elm\n\nThe council of Elm paid 5 million euros, then US$7 million, for 40 hectares of wells.\n"
BASE = "http://127.0.0.1:8765"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    where = tmp_path_factory.mktemp("http")
    for name in ("wells.txt", "more wells.txt"):
        (where / name).write_text(TEXT + name)
    with Library.open(Settings(where / "library"), create=True, encoder=WordEncoder()) as library:
        list(library.add([where / "wells.txt", where / "more wells.txt"]))
    return where / "library"


@pytest.fixture
def library(folder):
    with Library.open(Settings(folder), encoder=WordEncoder()) as library:
        yield library


@pytest.fixture
def start(monkeypatch):
    monkeypatch.setattr("api.library.SentenceEncoder", lambda _: WordEncoder())
    return lambda where: TestClient(application(Settings(where)), base_url=BASE, raise_server_exceptions=False)


@pytest.fixture
def client(start, folder):
    with start(folder) as client:
        yield client


def test_search_gives_the_records_of_the_command_line(client, library):
    answer = client.get("/api/v1/search", params={"q": "wells of Elm", "k": 3, "paper": "wells", "in": "body"}).json()
    hits = library.search("wells of Elm", k=3, papers=["wells"], kinds=["body"])
    expected = [hit_record(paper, hit, rank=rank) | {"also": []} for rank, (paper, hit) in enumerate(hits, 1)]
    told = {"query": "wells of Elm", "read_as": "ranked by: wells of Elm", "notices": [], "suggestion": None}
    assert answer == json.loads(json.dumps({**told, "results": expected, "mode": "both", "warnings": []}))
    assert expected


def test_a_query_that_cannot_be_read_says_where(client):
    answer = client.get("/api/v1/search", params={"q": "wells kind:colour"})
    assert answer.status_code == 400
    assert (answer.json()["at"], answer.json()["length"]) == (6, 11)
    assert "colour" in answer.json()["detail"]


def test_passages_like_one_that_was_found(client, library):
    start = library.search("wells of Elm", k=1)[0][1].passage.spans[0].start
    name = library.search("wells of Elm", k=1)[0][0].name
    found = client.get(f"/api/v1/papers/{name}/like", params={"start": start, "k": 2}).json()["results"]
    assert found
    assert all((one["paper"], one["start"]) != (name, start) for one in found)
    assert client.get(f"/api/v1/papers/{name}/like?start=99999999").status_code == 400
    assert client.get("/api/v1/papers/nobody/like?start=1").status_code == 404


def test_figures_come_in_pages(client, library):
    expected = [figure_record(one.paper, figure, one.surroundings) for one, figure in library.sieve()]
    seen, address = [], "/api/v1/figures?limit=2"
    while address:
        answer = client.get(address)
        seen += answer.json()["results"]
        address = answer.json()["next"]
        assert (answer.links.get("next", {}).get("url")) == address
    assert seen == expected
    assert len(seen) > 4


def test_figures_are_filtered(client):
    rows = client.get("/api/v1/figures?kind=money&unit=USD&min=6e6&max=8e6&paper=wells").json()["results"]
    assert [(row["paper"], row["value"], row["kind"]) for row in rows] == [("wells.txt", 7_000_000, Kind.MONEY)]
    empty = client.get("/api/v1/figures?min=1e12").json()
    assert (empty["results"], empty["next"], empty["cursor"]) == ([], None, None)
    assert "--min 1e12 removed the last" in empty["remarks"][0]


def test_ask_gives_the_record_of_the_command_line(client, library):
    question = "How many submarines does Peru own?"
    answer = client.get("/api/v1/ask", params={"q": question}).json()
    assert answer == json.loads(json.dumps(answer_record(library.ask(question))))
    assert answer["abstained"]


def test_papers_and_status(client):
    rows = client.get("/api/v1/papers").json()["results"]
    assert [row["paper"] for row in rows] == ["more wells.txt", "wells.txt"]
    paper = client.get("/api/v1/papers/more%20wells.txt").json()
    assert (paper["paper"], paper["text"]) == ("more wells.txt", TEXT + "more wells.txt")
    assert paper["counts"]["figures"] >= 3
    assert client.get("/api/v1/status").json()["papers"] == ["more wells.txt", "wells.txt"]


@pytest.mark.parametrize(
    ("address", "status", "told"),
    [
        ("/api/v1/search?q=", 400, "word"),
        ("/api/v1/search?q=%3F%3F", 400, "word"),
        ("/api/v1/ask?q=!", 400, "word"),
        ("/api/v1/figures?cursor=nonsense", 400, "cursor"),
        ("/api/v1/papers/nobody", 404, "nobody"),
        ("/api/v1/search?q=a&paper=nobody", 404, "nobody"),
        ("/api/v1/nowhere", 404, "Not Found"),
        ("/docs", 404, "Not Found"),
        ("/api/v1/search", 422, "q:"),
        ("/api/v1/search?q=a&k=0", 422, "k:"),
        ("/api/v1/search?q=a&in=nowhere", 422, "in:"),
        ("/api/v1/figures?kind=wealth", 422, "kind:"),
        ("/api/v1/figures?min=nan", 400, "min:"),
        ("/api/v1/figures?min=3&max=2", 400, "more than"),
        ("/api/v1/figures?unit=fathoms", 400, "fathoms"),
        ("/api/v1/figures?sort=size", 400, "size"),
        ("/api/v1/figures?year=soon", 400, "soon"),
        ("/api/v1/figures?convert=euros", 400, "money"),
        ("/api/v1/figures?format=xml", 422, "format:"),
        ("/api/v1/figures?limit=many", 422, "limit:"),
    ],
)
def test_errors_are_problems(client, address, status, told):
    answer = client.get(address)
    problem = answer.json()
    assert (answer.status_code, problem["status"]) == (status, status)
    assert answer.headers["content-type"] == "application/problem+json"
    assert told in problem["detail"]
    assert problem["type"] == "about:blank"


def test_only_get_is_answered(client):
    answer = client.post("/api/v1/search?q=a")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET")
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_missing_library_is_503_until_it_is_there(start, tmp_path):
    with start(tmp_path / "library") as client:
        assert client.get("/healthz").status_code == 200
        answer = client.get("/api/v1/status")
        assert (answer.status_code, answer.headers["content-type"]) == (503, "application/problem+json")
        Library.open(Settings(tmp_path / "library"), create=True, encoder=WordEncoder()).close()
        assert client.get("/api/v1/status").status_code == 200


@pytest.mark.parametrize(
    ("error", "status", "told"), [(StorageError("the disk is full"), 507, "disk"), (RuntimeError("secret"), 500, "log")]
)
def test_faults_are_problems_that_tell_no_secrets(client, monkeypatch, error, status, told):
    def fail(_):
        raise error

    monkeypatch.setattr(Library, "status", fail)
    answer = client.get("/api/v1/status")
    assert (answer.status_code, told in answer.json()["detail"], "secret" in answer.text) == (status, True, False)


def test_an_answer_that_is_known_is_not_sent_again(client):
    tag = client.get("/api/v1/figures").headers["etag"]
    again = client.get("/api/v1/figures", headers={"If-None-Match": f'"other", W/{tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get("/api/v1/figures?limit=1", headers={"If-None-Match": tag}).status_code == 200


def test_headers_keep_others_out(client):
    answer = client.get("/api/v1/status", headers={"Origin": "https://example.org"})
    assert "access-control-allow-origin" not in answer.headers
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert client.get("/robots.txt").text.endswith("Disallow: /\n")


def test_requests_at_the_same_time_wait_for_each_other(client):
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda n: client.get(f"/api/v1/search?q=wells&k={n % 3 + 1}"), range(24)))
    assert {answer.status_code for answer in answers} == {200}


def test_every_route_is_described(client):
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    expected = {
        *("status", "export", "search", "passages", "ask", "figures", "notes", "exhibits", "cite", "bibliography"),
        *("follow", "papers", "papers/{name}", "papers/{name}/metadata", "papers/{name}/like", "corrections"),
        *("corrections/{number}", "jobs", "jobs/{number}", "jobs/{number}/events", "entities", "entities/together"),
        *("entities/{name}", "entities/{name}/mentions", "entities/{name}/passages", "check/quotation"),
        *("check/claim", "quotations", "quotations/{number}"),
    }
    assert {path.removeprefix("/api/v1/") for path in paths if path.startswith("/api/v1/")} == expected


def served(folder, encoder, *options):
    """A real server of its own process: what it says first, and the process."""
    code = (
        f"import sys; sys.path.insert(0, 'tests'); import api.library as library; {encoder}\n"
        f"from api.cli import main; main(['serve', '--port', '0', '--library', {str(folder)!r}, *{options!r}])"
    )
    return subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE, text=True)


def test_serve_answers_until_it_is_stopped(folder):
    words = "from fakes import WordEncoder; library.SentenceEncoder = lambda _: WordEncoder()"
    with served(folder, words) as serving:
        try:
            root = next(word for word in serving.stderr.readline().split() if word.startswith("http://")).rstrip("/")
            address = f"{root}/api/v1/"
            assert "<!doctype html>" in httpx.get(f"{root}/").text
            assert httpx.get(f"{address}status").json()["papers"] == ["more wells.txt", "wells.txt"]
            sent = {"files": ("quay.txt", b"The board paid 4 million euros for the quay.")}
            job = httpx.post(f"{address}papers", files=sent).headers["location"]
            told = httpx.get(f"{root}{job}/events", timeout=120).text
            last = [line for line in told.splitlines() if line.startswith("data: ")][-1]
            assert json.loads(last.removeprefix("data: "))["results"][0]["outcome"] == "added"
            assert httpx.delete(f"{address}papers/quay.txt").status_code == 204
        finally:
            serving.send_signal(2)
        assert serving.wait(timeout=30) == 130


def test_it_answers_while_the_model_is_loaded(folder):
    began = time.monotonic()
    with served(folder, "pass") as serving:
        try:
            address = next(word for word in serving.stderr.readline().split() if word.startswith("http://"))
            assert httpx.get(f"{address}healthz").json()["status"] == "ok"
            assert time.monotonic() - began < 15, "2 s alone; this bound only catches what is grossly wrong"
        finally:
            serving.send_signal(2)
        serving.wait(timeout=60)


@pytest.mark.parametrize("options", [("--host", "0.0.0.0"), ("--known-as", "papers.example.org"), ("--host", "::")])
def test_without_tokens_nobody_else_is_served(folder, options):
    with served(folder, "pass", *options) as serving:
        told = serving.stderr.read()
        assert serving.wait(timeout=30) == 2
    assert "pincite token add NAME" in " ".join(told.split())


def test_a_taken_port_is_said():
    from typer import BadParameter

    from api.commands.run import listening

    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(BadParameter, match="--port 0"):
        listening("127.0.0.1", taken.getsockname()[1])


def test_figures_are_sorted_converted_and_exported(client):
    base = "/api/v1/figures?sort=-value&context=true&convert=acres"
    whole = client.get(f"{base}&limit=1000").json()
    seen, address = [], f"{base}&limit=2"
    while address:
        answer = client.get(address).json()
        seen += answer["results"]
        address = answer["next"]
    assert seen == whole["results"]
    assert any(row["converted_unit"] == "acres" for row in seen)
    assert "stay as printed" in whole["remarks"][0]
    lines = client.get(f"{base}&format=jsonl")
    assert [json.loads(line) for line in lines.text.splitlines()] == seen
    assert lines.headers["content-disposition"] == 'attachment; filename="figures.jsonl"'
    table = client.get(base, headers={"Accept": "text/csv"})
    assert (table.headers["content-type"].partition(";")[0], table.text.count("\n")) == ("text/csv", len(seen) + 1)
    assert client.get(f"{base}&format=xlsx").content[:2] == b"PK"
    assert client.get(f"{base}&format=parquet").content[:4] == b"PAR1"
