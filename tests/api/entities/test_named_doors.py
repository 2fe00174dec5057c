"""--entity behind every door: command line, batch, HTTP and Python find the same, in search and in figures."""

import json
import sys

import pytest
from fakes import WordEncoder
from fastapi.testclient import TestClient

from api.cli import main
from api.figures.filters import FigureFilter
from api.library import Library
from api.service.service import application
from api.settings import Settings

PORTS = """Ports

The ports of Kenya cost 5 million euros, said the Elm Water Board (EWB) of Peru in 2001.

The ports of Peru cost 7 million euros in 2002, and Kenyan ports cost 9 million euros in 2003.

No port cost less than 2 million euros, said the EWB. It rained on the ports for 12 days."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    where = tmp_path_factory.mktemp("doors")
    (where / "ports.txt").write_text(PORTS, encoding="utf-8")
    with Library.open(Settings(where / "library"), create=True, encoder=WordEncoder()) as library:
        list(library.add([where / "ports.txt"]))
    return where / "library"


@pytest.fixture
def run(monkeypatch, capfdbinary, folder):
    monkeypatch.setattr("api.library.SentenceEncoder", lambda _: WordEncoder())

    def start(*arguments):
        with pytest.raises(SystemExit) as left:
            main(["--library", str(folder), *map(str, arguments)])
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return int(left.value.code or 0), out.decode(), err.decode()

    return start


@pytest.fixture
def client(monkeypatch, folder):
    monkeypatch.setattr("api.library.SentenceEncoder", lambda _: WordEncoder())
    with TestClient(application(Settings(folder)), base_url="http://127.0.0.1:8765") as client:
        yield client


@pytest.mark.parametrize("asked", [["Peru"], ["GPE:Kenya"], ["peru", "elm water board"], ["NORP:Kenyan", "EWB"]])
def test_every_door_of_search_finds_the_same(run, client, folder, tmp_path, asked):
    with Library.open(Settings(folder), encoder=WordEncoder()) as library:
        expected = [list(map(list, hit.passage.spans)) for _, hit in library.search("ports", entities=asked)]
    typed = [word for name in asked for word in ("--entity", name)]
    line = run("search", "ports", *typed, "--json")
    assert [row["spans"] for row in json.loads(line[1])] == expected
    found = client.get("/api/v1/search", params={"q": "ports", "entity": asked}).json()
    assert [row["spans"] for row in found["results"]] == expected
    batch = tmp_path / "batch.jsonl"
    lines = [{"id": 1, "query": "ports", "entity": asked}, {"id": 2, "query": "ports", "entity": asked[0]}]
    batch.write_text("\n".join(map(json.dumps, lines)))
    rows = [json.loads(each) for each in run("search", "--batch", batch)[1].splitlines()]
    assert [row["spans"] for row in rows[0]["results"]] == expected
    assert len(rows[1]["results"]) >= len(expected)


def test_a_batch_says_which_line_names_nobody(run, tmp_path):
    batch = tmp_path / "batch.jsonl"
    batch.write_text('{"id": 1, "query": "ports", "entity": "Prau"}\n{"id": 2, "query": "ports", "entity": 7}\n')
    code, out, err = run("search", "--batch", batch)
    assert (code, json.loads(out)["results"], "GPE:Peru" in json.loads(out)["error"]) == (3, [], True)
    assert "line 2" in err


@pytest.mark.parametrize(
    ("asked", "sums"),
    [
        (["Kenya"], [5, 7, 9]),
        (["GPE:Kenya"], [5]),
        (["EWB"], [5, 2]),
        (["Elm Water Board", "Peru"], [5]),
        ([], [5, 7, 9, 2]),
    ],
)
def test_figures_of_sentences_that_name_somebody(run, client, folder, asked, sums):
    typed = [word for name in asked for word in ("--entity", name)]
    rows = json.loads(run("figures", "--kind", "money", *typed, "--json")[1])
    assert sorted(row["value"] / 1e6 for row in rows) == sorted(sums)
    found = client.get("/api/v1/figures", params={"kind": "money", "entity": asked}).json()["results"]
    assert found == rows
    with Library.open(Settings(folder), encoder=WordEncoder()) as library:
        some = [figure.low for _, figure in library.figures(FigureFilter(kinds=["money"], entity=asked))]
    assert [row["value"] for row in rows] == some


def test_the_name_that_removed_the_last_figure_is_told(run):
    code, _, err = run("figures", "--kind", "duration", "--entity", "EWB", "--entity", "Peru")
    assert (code, "--entity EWB removed the last 1" in err) == (1, True)
    code, _, err = run("figures", "--entity", "Prau")
    assert (code, "GPE:Peru" in err) == (2, True)


@pytest.mark.parametrize("address", ["/api/v1/search?q=ports&entity=Prau", "/api/v1/figures?entity=Prau"])
def test_a_name_nobody_has_is_a_problem(client, address):
    answer = client.get(address)
    assert (answer.status_code, "GPE:Peru" in answer.json()["detail"]) == (400, True)
