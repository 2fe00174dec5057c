"""Files that are sent become papers in the background; one bad file stops nothing, and readers do not wait."""

import threading
import time

import pytest
from served import TEXT, fill, finished

from api.workers import analyse_named
from corpus.errors import LibraryBusyError

PAPER = b"Of the quays\n\nThe harbour board paid $4 million for the quay in 2016.\n"


def send(client, *files):
    return client.post("/api/v1/papers", files=[("files", file) for file in files])


def outcomes(job):
    return [(each["path"], each["outcome"], each["paper"]) for each in job["results"]]


def names(client):
    return [each["paper"] for each in client.get("/api/v1/papers").json()["results"]]


def test_a_batch_goes_on_whatever_is_in_it(changing):
    sent = [
        ("quay.txt", PAPER),
        ("bad.exe", b"x"),
        ("nul.txt", b"a\0b" * 99),
        ("empty.md", b""),
        ("b.txt", PAPER + b"."),
    ]
    job = finished(changing, send(changing, *sent))
    assert outcomes(job) == [
        ("bad.exe", "failed", None),
        ("quay.txt", "added", "quay.txt"),
        ("nul.txt", "failed", None),
        ("empty.md", "failed", None),
        ("b.txt", "added", "b.txt"),
    ]
    assert all(each["message"].endswith(".") for each in job["results"] if each["outcome"] == "failed")
    assert (job["state"], job["progress"]) == ("done", {"done": 5, "total": 5, "file": None})
    assert names(changing) == ["b.txt", "more wells.md", "quay.txt", "wells.md"]
    assert changing.get("/api/v1/search?q=harbour").json()["results"][0]["paper"] in {"quay.txt", "b.txt"}


def test_what_is_sent_again_replaces_what_was_sent(changing):
    assert outcomes(finished(changing, send(changing, ("quay.txt", PAPER)))) == [("quay.txt", "added", "quay.txt")]
    assert outcomes(finished(changing, send(changing, ("quay.txt", PAPER)))) == [("quay.txt", "unchanged", "quay.txt")]
    job = finished(changing, send(changing, ("quay.txt", PAPER + b"Never used.\n")))
    assert outcomes(job) == [("quay.txt", "replaced", "quay.txt")]
    assert "Never used" in changing.get("/api/v1/papers/quay.txt").json()["text"]
    assert outcomes(finished(changing, send(changing, ("twin.txt", PAPER + b"Never used.\n")))) == [
        ("twin.txt", "duplicate", "quay.txt")
    ]


def test_a_file_of_another_place_is_not_replaced(changing):
    job = finished(changing, send(changing, ("wells.md", PAPER)))
    assert outcomes(job) == [("wells.md", "added", "uploads/wells.md")]
    assert changing.get("/api/v1/papers/uploads/wells.md?text=false").json()["paper"] == "uploads/wells.md"
    assert changing.get("/api/v1/papers/wells.md").json()["text"] == TEXT + "wells.md"
    assert changing.delete("/api/v1/papers/uploads/wells.md").status_code == 204


def test_what_cannot_be_read_leaves_what_was_there(changing, tmp_path):
    finished(changing, send(changing, ("quay.txt", PAPER)))
    job = finished(changing, send(changing, ("quay.txt", b"\0" * 50)))
    assert outcomes(job) == [("quay.txt", "failed", None)]
    assert changing.get("/api/v1/papers/quay.txt").json()["text"].encode() == PAPER
    assert (tmp_path / "library" / "uploads" / "quay.txt").read_bytes() == PAPER
    assert not list((tmp_path / "library" / "uploads" / ".arriving").iterdir())


def test_one_paper_is_replaced_and_keeps_what_was_set_by_hand(changing):
    changing.patch("/api/v1/papers/wells.md/metadata", json={"title": "Wells"})
    job = finished(changing, changing.put("/api/v1/papers/wells.md", files={"f": ("new.txt", PAPER)}))
    assert outcomes(job) == [("new.txt", "replaced", "wells.md")]
    paper = changing.get("/api/v1/papers/wells.md").json()
    assert (paper["text"].encode(), paper["title"]) == (PAPER, "Wells")
    assert names(changing) == ["more wells.md", "wells.md"]


def test_a_paper_that_is_forgotten_takes_its_file_along(changing, tmp_path):
    finished(changing, send(changing, ("quay.txt", PAPER)))
    assert changing.delete("/api/v1/papers/quay.txt").status_code == 204
    assert changing.delete("/api/v1/papers/quay.txt").status_code == 404
    assert changing.delete("/api/v1/papers/wells.md").status_code == 204
    assert names(changing) == ["more wells.md"]
    assert not (tmp_path / "library" / "uploads" / "quay.txt").exists()
    assert (tmp_path / "wells.md").exists(), "a file that was not sent is not ours to delete"


@pytest.fixture
def slowly(start, tmp_path):
    """A service whose reader waits until it is told to go on."""
    go = threading.Event()

    def slow(path, name, names):
        assert go.wait(30)
        return analyse_named(path, name, names)

    with start(fill(tmp_path), analyse=slow) as client:
        yield client, go
        go.set()


def test_readers_do_not_wait_for_a_paper_that_is_read(slowly):
    client, go = slowly
    answer = send(client, ("quay.txt", PAPER))
    address = answer.headers["location"]
    while client.get(address).json()["state"] == "waiting":
        time.sleep(0.01)
    assert client.get(address).json()["progress"] == {"done": 0, "total": 1, "file": "quay.txt"}
    began = time.monotonic()
    for asked in ("search?q=wells", "figures", "entities", "papers", "papers/wells.md", "status", "export", "notes"):
        assert client.get(f"/api/v1/{asked}").status_code == 200
    assert (
        client.post("/api/v1/corrections", json={"change": "rename", "name": "Peru", "shown": "P"}).status_code == 201
    )
    assert time.monotonic() - began < 20
    assert not client.get(address).json()["results"]
    go.set()
    assert outcomes(finished(client, answer)) == [("quay.txt", "added", "quay.txt")]


def test_a_change_that_waits_too_long_says_so(slowly):
    client, _ = slowly
    address = send(client, ("quay.txt", PAPER)).headers["location"]
    while client.get(address).json()["state"] == "waiting":
        time.sleep(0.01)
    desk = client.app.state.desk
    with pytest.raises(LibraryBusyError, match="wait"), desk.changing(0.05):
        pass


def test_jobs_are_listed_and_unknown_ones_are_not_there(changing):
    first, second = (finished(changing, send(changing, (name, PAPER))) for name in ("a.txt", "b.txt"))
    assert [each["id"] for each in changing.get("/api/v1/jobs").json()["results"]] == [second["id"], first["id"]]
    assert changing.get("/api/v1/jobs/nothing").status_code == 404
    assert changing.get("/api/v1/jobs/nothing/events").status_code == 404


def test_events_tell_the_job_as_it_goes_on(changing):
    import json

    answer = send(changing, ("a.txt", PAPER), ("b.txt", PAPER + b"."))
    with changing.stream("GET", answer.headers["location"] + "/events") as events:
        assert events.headers["content-type"].startswith("text/event-stream")
        lines = list(events.iter_lines())
    told = [json.loads(line.removeprefix("data: ")) for line in lines if line.startswith("data: ")]
    assert told[-1]["state"] == "done"
    done = [each["progress"]["done"] for each in told]
    assert done == sorted(done)
    assert done[-1] == 2
