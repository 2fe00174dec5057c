"""Notes and exhibits over HTTP are those of the command line, in pages."""

import pytest

from api.exhibits import exhibits_found
from api.notes import notes_found


def pages(client, address):
    seen = []
    while address:
        answer = client.get(address).json()
        seen += answer["results"]
        address = answer["next"]
    return seen


@pytest.mark.parametrize(("what", "found"), [("notes", notes_found), ("exhibits", exhibits_found)])
def test_pages_put_together_are_the_list(asking, what, found):
    with asking.app.state.desk.library() as library:
        expected = list(found(library, library.names()))
    assert len(expected) == 2
    assert pages(asking, f"/api/v1/{what}") == expected
    assert pages(asking, f"/api/v1/{what}?limit=1") == expected
    assert pages(asking, f"/api/v1/{what}?limit=1&paper=wells.md&paper=wells") == expected[1:]
    assert pages(asking, f"/api/v1/{what}?number=1") == expected
    assert pages(asking, f"/api/v1/{what}?number=2") == []


@pytest.mark.parametrize(
    ("address", "status"),
    [("notes?state=odd", 422), ("notes?paper=nobody", 404), ("exhibits?kind=odd", 422), ("exhibits?limit=0", 422)],
)
def test_what_cannot_be_asked_is_a_problem(asking, address, status):
    assert asking.get(f"/api/v1/{address}").status_code == status


def test_a_cursor_of_another_list_is_refused(asking):
    cursor = asking.get("/api/v1/notes?limit=1").json()["cursor"]
    assert asking.get(f"/api/v1/notes?cursor={cursor}").status_code == 200
    for other in ("exhibits", "figures", "papers", "entities", "entities/together"):
        assert asking.get(f"/api/v1/{other}?cursor={cursor}").status_code == 400, other
