"""Who may ask what: hosts, tokens, rates, and pages of other sites."""

import pytest
from served import finished

from api.service.guard import Access
from api.service.limits import Limit
from api.service.tokens import May, Tokens

CHANGES = [
    ("patch", "/api/v1/papers/wells.md/metadata"),
    ("delete", "/api/v1/papers/wells.md"),
    ("put", "/api/v1/papers/wells.md"),
    ("post", "/api/v1/papers"),
    ("post", "/api/v1/corrections"),
    ("delete", "/api/v1/corrections/1"),
]


@pytest.fixture
def tokens(filled):
    tokens = Tokens(filled)
    yield tokens
    for each in tokens.listed():
        tokens.remove(each.name)


@pytest.fixture
def outside(start, filled, tokens):
    with start(filled, Access.network(["Papers.example.org"], tokens)) as client:
        yield client


def bearer(secret):
    return {"Authorization": f"Bearer {secret}"}


@pytest.mark.parametrize("host", ["localhost:8765", "[::1]:8765", "127.0.0.1", "LOCALHOST"])
def test_this_machine_may_ask(asking, host):
    assert asking.get("/api/v1/status", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1.example.org", "testserver", "", "[::1", "10.0.0.5", "a@b"])
def test_another_name_for_this_machine_may_not(asking, host):
    answer = asking.get("/api/v1/status", headers={"Host": host})
    assert (answer.status_code, answer.headers["content-type"]) == (421, "application/problem+json")
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_names_that_were_given_are_answered_to(outside):
    assert outside.get("/healthz", headers={"Host": "papers.example.org:8765"}).status_code == 200
    assert outside.get("/healthz", headers={"Host": "10.0.0.5"}).status_code == 421


@pytest.mark.parametrize(
    ("host", "any_address", "answered"),
    [("10.0.0.5", True, True), ("fe80::1", True, True), ("evil.example.org", True, False), ("10.0.0.5", False, False)],
)
def test_any_address_is_no_name(tokens, host, any_address, answered):
    assert Access.network(["0.0.0.0"], tokens, any_address=any_address).answers_to(host) is answered


@pytest.mark.parametrize("told", [{}, {"Authorization": "Bearer x"}, {"Authorization": "Basic eDp5"}, bearer("")])
def test_others_need_a_token(outside, tokens, told):
    tokens.add("desk", May.READ)
    answer = outside.get("/api/v1/status", headers=told)
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, 'Bearer realm="pincite"')
    assert "pincite token add" in answer.json()["detail"]
    assert outside.get("/healthz").status_code == 200


def test_a_token_to_read_reads(outside, tokens):
    secret = tokens.add("reader", May.READ)
    assert outside.get("/api/v1/status", headers=bearer(secret)).status_code == 200
    assert outside.get("/api/v1/status", headers={"Authorization": f"bearer  {secret}"}).status_code == 200
    for method, address in CHANGES:
        answer = outside.request(method, address, headers=bearer(secret))
        assert (answer.status_code, "for reading" in answer.json()["detail"]) == (403, True), address
    tokens.remove("reader")
    assert outside.get("/api/v1/status", headers=bearer(secret)).status_code == 401


def test_a_token_to_write_writes(outside, tokens):
    secret = bearer(tokens.add("writer", May.WRITE))
    answer = outside.patch("/api/v1/papers/wells.md/metadata", json={"series": "Wells"}, headers=secret)
    assert answer.status_code == 200
    assert outside.patch("/api/v1/papers/wells.md/metadata", json={"series": None}, headers=secret).status_code == 200


@pytest.mark.parametrize(
    "told",
    [
        {"Origin": "https://example.org"},
        {"Origin": "http://127.0.0.1:1234"},
        {"Origin": "null"},
        {"Origin": "http://["},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "https://example.org"},
    ],
)
def test_a_page_of_another_site_changes_nothing(asking, told):
    for method, address in CHANGES:
        answer = asking.request(method, address, headers=told)
        assert (answer.status_code, "another site" in answer.json()["detail"]) == (403, True), address
    assert asking.get("/api/v1/status", headers=told).status_code == 200
    assert "access-control-allow-origin" not in asking.get("/api/v1/status", headers=told).headers


@pytest.mark.parametrize(
    "told", [{}, {"Origin": "http://127.0.0.1:8765", "Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}]
)
def test_its_own_page_and_programs_may(changing, told):
    answer = changing.post("/api/v1/papers", files={"files": ("a.txt", b"Of wells, 40 hectares.")}, headers=told)
    assert finished(changing, answer)["results"][0]["outcome"] == "added"


def test_who_asks_too_often_waits(start, filled):
    with start(filled, Access(limit=Limit(0.5, 3))) as client:
        answers = [client.get("/healthz") for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
    assert 1 <= int(answers[-1].headers["retry-after"]) <= 2
    assert answers[-1].json()["status"] == 429


def test_a_body_without_end_is_cut_off(asking):
    answer = asking.patch("/api/v1/papers/wells.md/metadata", content=b" " * (5 * 1024 * 1024))
    assert (answer.status_code, "4 MB" in answer.json()["detail"]) == (413, True)


def test_there_are_no_websockets(asking):
    from starlette.websockets import WebSocketDisconnect

    with pytest.raises(WebSocketDisconnect), asking.websocket_connect("/api/v1/status"):
        pass
