"""Figures over HTTP: pages and whole files are the rows of the command line, however they are cut."""

import json
import subprocess
import sys

import pytest

from api.figures.listing import Listing, Wanted
from api.library import ANY


@pytest.fixture
def expected(asking):
    with asking.app.state.desk.library() as library:
        return list(Listing(library, ANY, Wanted()))


@pytest.mark.parametrize("limit", [1, 2, 3, 1000])
@pytest.mark.parametrize("more", ["", "&sort=-value", "&unit=wells", "&paper=more", "&min=6", "&entity=CoE"])
def test_pages_put_together_are_the_list(asking, limit, more):
    whole = asking.get(f"/api/v1/figures?limit=1000{more}").json()["results"]
    seen, address = [], f"/api/v1/figures?limit={limit}{more}"
    while address:
        answer = asking.get(address).json()
        seen += answer["results"]
        address = answer["next"]
    assert seen == whole
    assert whole


@pytest.mark.parametrize("at_once", [1, 2, 1000])
def test_a_file_is_the_command_lines_however_it_is_cut(asking, filled, expected, monkeypatch, at_once):
    monkeypatch.setattr("api.service.figures.AT_ONCE", at_once)
    lines = asking.get("/api/v1/figures?format=jsonl").text.splitlines()
    assert [json.loads(line) for line in lines] == expected
    words = ["-m", "api.cli", "figures", "--format", "csv", "--library", str(filled)]
    if at_once == 1:
        told = subprocess.run([sys.executable, *words], capture_output=True, check=True).stdout
        assert asking.get("/api/v1/figures", headers={"Accept": "text/csv"}).content == told


def test_a_page_begins_at_its_paper(asking, monkeypatch):
    """What comes before the cursor is not read again."""
    cursor = asking.get("/api/v1/figures?limit=1&paper=wells.md").json()["cursor"]
    seen = []
    take = type(asking.app.state.desk._reader._shelf).take
    monkeypatch.setattr("api.loaded.Shelf.take", lambda shelf, held: seen.append(held.name) or take(shelf, held))
    assert asking.get(f"/api/v1/figures?limit=1&cursor={cursor}").json()["results"]
    assert set(seen) == {"wells.md"}


@pytest.mark.parametrize("form", ["csv", "jsonl", "xlsx"])
def test_what_cannot_be_read_is_a_problem_in_every_format(asking, form):
    answer = asking.get(f"/api/v1/figures?format={form}&unit=fathoms")
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")
