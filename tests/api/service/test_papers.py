"""Papers over HTTP: a page at a time, whole, and what is said of them."""

import pytest


def test_papers_come_in_pages(asking):
    seen, address = [], "/api/v1/papers?limit=1"
    while address:
        answer = asking.get(address)
        seen += [each["paper"] for each in answer.json()["results"]]
        address = answer.json()["next"]
        assert answer.links.get("next", {}).get("url") == address
    assert seen == ["more wells.md", "wells.md"]


def test_a_paper_comes_with_its_text_or_without(asking):
    whole = asking.get("/api/v1/papers/wells").json()
    assert whole["paper"] == "wells.md"
    assert whole["outline"][0]["heading"] == "The wells of Elm"
    bare = asking.get("/api/v1/papers/wells.md?text=false").json()
    assert whole == bare | {"text": whole["text"]}


def test_metadata_are_set_and_taken_back(changing):
    address = "/api/v1/papers/wells.md/metadata"
    before = changing.get(address).json()
    told = changing.patch(address, json={"title": "Wells", "authors": ["A. Roe", "B. Ito"], "DOI": "10.1/x"}).json()
    assert told == changing.get(address).json()
    fields = {each["field"]: (each["value"], each["source"]) for each in told["results"]}
    assert fields["title"] == ("Wells", "set")
    assert fields["authors"] == (["A. Roe", "B. Ito"], "set")
    assert fields["DOI"] == ("10.1/x", "set")
    assert changing.get("/api/v1/papers/wells.md").json()["title"] == "Wells"
    assert changing.patch(address, json={"title": None, "authors": None, "DOI": None}).json() == before


@pytest.mark.parametrize(
    ("fields", "status", "told"),
    [
        ({"colour": "red"}, 400, "colour"),
        ({"date": "soon"}, 400, "soon"),
        ({"language": "Elmish"}, 400, "Elmish"),
        ({"title": 5}, 422, "title"),
        ([], 422, "body"),
        ({"title": "New", "colour": None}, 400, "colour"),
    ],
)
def test_metadata_that_make_no_sense_are_problems(asking, fields, status, told):
    answer = asking.patch("/api/v1/papers/wells.md/metadata", json=fields)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert told in answer.json()["detail"]
    assert asking.get("/api/v1/papers/wells.md").json()["title"] == "The wells of Elm", "nothing is half done"


@pytest.mark.parametrize(
    "address", ["nobody", "nobody/metadata", "nobody/like?start=1", "", "%00", "a%2Fb", "wells.md%20"]
)
def test_a_paper_that_is_not_there_is_404(asking, address):
    assert asking.get(f"/api/v1/papers/{address}").status_code == 404


def test_a_paper_is_forgotten_by_its_full_name_only(changing):
    assert changing.delete("/api/v1/papers/wells").status_code == 404
    assert changing.delete("/api/v1/papers/wells.md").status_code == 204
    assert changing.get("/api/v1/papers/wells.md").status_code == 404
