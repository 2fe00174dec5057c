"""Who is named, over HTTP: the records of `pincite entities`, in pages."""

import pytest

from api.entities.listed import identity_records
from api.entities.together import pair_records
from api.entities.which import Order, Which


def pages(client, address):
    seen = []
    while address:
        answer = client.get(address).json()
        seen += answer["results"]
        address = answer["next"]
    return seen


@pytest.mark.parametrize("order", list(Order))
def test_lists_are_those_of_the_command_line(asking, order):
    with asking.app.state.desk.library() as library:
        expected = identity_records(library, Which(), order)
    assert len(expected) > 2
    assert pages(asking, f"/api/v1/entities?sort={order}&limit=1") == expected


def test_pairs_come_in_pages(asking):
    with asking.app.state.desk.library() as library:
        expected = pair_records(library, Which())
    assert pages(asking, "/api/v1/entities/together?limit=1") == expected
    beside = asking.get("/api/v1/entities/together?with=Peru").json()["results"]
    assert beside
    assert all(each["with"] == ["Peru"] for each in beside)


def test_one_is_known_by_any_of_its_names(asking):
    one = asking.get("/api/v1/entities/CoE").json()
    assert one == asking.get(f"/api/v1/entities/ORG:{one['entity']}").json()
    assert {each["form"] for each in one["sources"]} == set(one["aliases"])
    mentions = pages(asking, "/api/v1/entities/CoE/mentions?limit=1")
    assert len(mentions) == one["mentions"]
    assert pages(asking, "/api/v1/entities/CoE/passages?with=Peru&limit=1")
    assert asking.get("/api/v1/entities/nobody").status_code == 400


def test_corrections_are_made_listed_and_undone(changing):
    def say(**what):
        return changing.post("/api/v1/corrections", json=what)

    merged = say(change="merge", name="World Bank", other="CoE")
    assert (merged.status_code, merged.json()["outcome"]) == (201, "kept")
    assert say(change="merge", name="World Bank", other="CoE").status_code == 200
    assert "CoE" in changing.get("/api/v1/entities/World Bank").json()["aliases"]
    assert say(change="rename", name="Peru", shown="Republic of Peru").status_code == 201
    assert say(change="retype", name="Elm", label="LOC", paper="wells.md").status_code in (200, 201)
    kept = changing.get("/api/v1/corrections").json()["results"]
    assert [each["change"] for each in kept][:2] == ["merge", "rename"]
    gone = changing.delete(f"/api/v1/corrections/{kept[0]['number']}")
    assert (gone.status_code, gone.json()["change"]) == (200, "merge")
    assert changing.delete(f"/api/v1/corrections/{kept[0]['number']}").status_code == 404
    assert "CoE" not in changing.get("/api/v1/entities/World Bank").json()["aliases"]


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"change": "merge", "name": "nobody", "other": "Peru"}, 400),
        ({"change": "merge", "name": "Peru"}, 422),
        ({"change": "burn", "name": "Peru"}, 422),
        ({"change": "rename", "name": "Peru", "shown": ""}, 400),
        ({"change": "rename", "name": "Peru", "shown": "P", "colour": "red"}, 422),
        ({"change": "retype", "name": "Peru", "label": "FISH"}, 422),
        ({"change": "drop", "name": "Peru", "at": [1, 5]}, 400),
        ({"change": "drop", "name": "Peru", "paper": "wells.md", "at": [9, 5]}, 400),
        ({"change": "drop", "name": "Peru", "paper": "nobody"}, 404),
        ({}, 422),
    ],
)
def test_what_makes_no_sense_is_a_problem(asking, said, status):
    answer = asking.post("/api/v1/corrections", json=said)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json"), answer.text
    assert asking.get("/api/v1/corrections").json()["results"] == []
