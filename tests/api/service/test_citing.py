"""Citations over HTTP are those of the command line; a style is a name, never a path."""

import pytest


def test_places_are_cited_and_links_lead_back(asking):
    at = ["wells.md para. 1", "wells.md para. 1", "more wells.md n. 1"]
    rows = asking.get("/api/v1/cite", params={"at": at, "style": "apa"}).json()["results"]
    with asking.app.state.desk.library() as library:
        citing = library.citing
        assert rows == citing.cite([citing.place(each) for each in at], "apa")
    followed = asking.get("/api/v1/follow", params={"link": [row["link"] for row in rows]}).json()["results"]
    assert [each["state"] for each in followed] == ["here"] * 3
    assert asking.get("/api/v1/cite?q=wells&k=2").json()["results"]


@pytest.mark.parametrize(
    ("form", "media", "told"),
    [
        ("text", "text/plain", "n.d."),
        ("html", "text/html", "csl-entry"),
        ("bibtex", "application/x-bibtex", "@"),
        ("ris", "application/x-research-info-systems", "TY  -"),
        ("csl-json", "application/vnd.citationstyles.csl+json", '"id"'),
    ],
)
def test_a_bibliography_has_many_forms(asking, form, media, told):
    answer = asking.get(f"/api/v1/bibliography?format={form}")
    assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (200, media)
    assert told in answer.text


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("cite", 400),
        ("cite?at=wells.md&q=wells", 400),
        ("cite?at=nobody%20p.%203", 404),
        ("cite?at=wells.md%20p.%203", 400),
        ("cite?at=wells.md%2099999-100000", 400),
        ("cite?at=wells.md&style=../../etc/passwd", 400),
        ("cite?at=wells.md&style=%00", 400),
        ("bibliography?style=nothing", 400),
        ("bibliography?locale=../x", 400),
        ("bibliography?format=pdf", 422),
        ("bibliography?paper=nobody", 404),
        ("follow", 422),
        ("follow?link=http://example.org", 400),
    ],
)
def test_what_cannot_be_cited_is_a_problem(asking, address, status):
    answer = asking.get(f"/api/v1/{address}")
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json"), answer.text
