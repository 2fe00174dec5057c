"""Quotations over HTTP: picked, listed, changed, taken away; and words checked before they go out."""

import pytest


def test_quotations_come_and_go(changing):
    made = changing.post("/api/v1/quotations", json={"at": "wells.md 20-60", "remark": "look", "tags": ["wells"]})
    assert made.status_code == 201
    one = made.json()
    text = changing.get("/api/v1/papers/wells.md").json()["text"]
    assert one["text"] == text[20:60]
    other = changing.post("/api/v1/quotations", json={"at": "wells.md 70-90"}).json()
    changed = changing.patch(f"/api/v1/quotations/{other['id']}", json={"order": 1, "tag": ["x"], "remark": "first"})
    assert (changed.json()["order"], changed.json()["tags"], changed.json()["remark"]) == (1, ["x"], "first")
    rows = changing.get("/api/v1/quotations").json()["results"]
    assert [row["id"] for row in rows] == [other["id"], one["id"]]
    assert [row["standing"] for row in rows] == ["holds", "holds"]
    assert [row["id"] for row in changing.get("/api/v1/quotations?tag=WELLS").json()["results"]] == [one["id"]]
    assert changing.get("/api/v1/quotations?format=docx").content[:2] == b"PK"
    assert changing.get("/api/v1/quotations?format=csv").text.startswith("id,")
    assert "> " in changing.get("/api/v1/quotations?format=markdown&style=apa").text
    assert changing.delete(f"/api/v1/quotations/{one['id']}").status_code == 204
    assert len(changing.get("/api/v1/quotations").json()["results"]) == 1


@pytest.mark.parametrize(
    ("method", "address", "body", "status"),
    [
        ("POST", "quotations", {"at": "nobody.md 1-5"}, 404),
        ("POST", "quotations", {"at": "wells.md"}, 400),
        ("POST", "quotations", {"at": "wells.md 5-999999"}, 400),
        ("POST", "quotations", {}, 422),
        ("POST", "quotations", {"at": "wells.md 1-5", "more": 1}, 422),
        ("PATCH", "quotations/77", {"remark": "x"}, 404),
        ("DELETE", "quotations/77", None, 404),
        ("GET", "quotations?style=nothing", None, 400),
        ("GET", "quotations?format=exe", None, 422),
        ("GET", "check/quotation?text=", None, 400),
        ("GET", "check/quotation?text=wells&paper=nobody", None, 404),
        ("GET", "check/claim?text=Elm%20paid.&at=wells.md", None, 400),
        ("GET", "check/claim?text=Elm%20paid.", None, 422),
    ],
)
def test_what_is_wrong_is_a_problem(asking, method, address, body, status):
    answer = asking.request(method, f"/api/v1/{address}", json=body)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json"), answer.text


def test_words_are_checked(asking):
    good = asking.get("/api/v1/check/quotation", params={"text": "paid 5 million euros"}).json()
    assert (good["verdict"], good["holds"]) == ("word for word", True)
    bad = asking.get("/api/v1/check/quotation", params={"text": "The council of Elm (CoE) paid 6 million euros"}).json()
    assert bad["holds"] is False
    assert bad["differences"]
    claim = {"at": "wells.md para. 1", "text": "The council of Elm paid 5 million euros."}
    assert asking.get("/api/v1/check/claim", params=claim).json()["holds"] is True
    faults = asking.get(
        "/api/v1/check/claim", params=claim | {"text": "The council of Elm paid 6 million euros."}
    ).json()
    assert faults["faults"][0]["flaw"] == "number"
