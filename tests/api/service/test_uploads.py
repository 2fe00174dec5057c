"""What may be sent: plain names, formats that are read, sizes that are allowed; all else is refused in a sentence."""

import pytest
from hostile_files import HOSTILE, PAPER
from hypothesis import given
from hypothesis import strategies as st
from served import fill, finished

from api.service.uploads import check_name, refusal

GOOD = ["report.pdf", "Report 2013 (final).docx", "отчёт.txt", "報告.html", "a.b.c.md", "übersicht.epub", "-rf.txt"]
BAD = [
    *("", " ", ".", "..", ".hidden.txt", "a/b.txt", "../a.txt", "/etc/passwd.txt", "a\\b.txt", "C:evil.txt"),
    *("a\0.txt", "a\n.txt", "a\x7f.txt", "a\u202etxt.exe.txt", "a\u200b.txt", "a\u2028.txt", "\ud800.txt", "a" * 201),
    *("\ufeffa.txt", "a\u2066.txt", "\ue000.txt"),
]


@pytest.mark.parametrize("name", GOOD)
def test_plain_names_are_taken(name):
    assert check_name(name) is None
    assert refusal(name) is None


@pytest.mark.parametrize("name", BAD)
def test_other_names_are_refused_in_a_sentence(name):
    told = refusal(name)
    assert told.status == 400
    assert told.reason.endswith(".")
    assert told.name.isprintable()


@pytest.mark.parametrize("name", ["a", "a.exe", "a.yaml", "a.txt.zip", "pdf", "a.PDF.exe", "a.doc"])
def test_formats_that_are_not_read_are_named(name):
    assert (refusal(name).status, ".epub" in refusal(name).reason) == (415, True)


@given(st.text(max_size=30))
def test_a_name_that_is_taken_is_one_part_of_a_path(name):
    from pathlib import Path

    if check_name(name) is None:
        assert Path("/folder", name).parent == Path("/folder")
        assert Path("/folder", name).name == name


@pytest.mark.parametrize(
    ("sent", "status", "told"),
    [
        ({"data": {"files": "text"}}, 415, "multipart"),
        ({"content": b"x"}, 415, "multipart"),
        ({"content": b"x", "headers": {"Content-Type": "multipart/form-data"}}, 400, "form"),
        ({"content": b"x", "headers": {"Content-Type": "multipart/form-data; boundary=a"}}, 400, "form"),
        ({"files": {"text": (None, "no file")}}, 400, "at least one file"),
        ({"files": {"f": ("a.exe", b"x")}}, 415, "a.exe"),
        ({"files": {"f": ("../a.txt", b"x")}}, 400, "plain name"),
        ({"files": {"f": ("a\u202e.txt", b"x")}}, 400, "cannot be seen"),
        ({"files": {"f": ("a.txt", b"x" * 2_000)}}, 413, "0.000953674 MB"),
        ({"files": [("f", (f"{n}.txt", b"x" * 900)) for n in range(30)]}, 413, "together"),
    ],
)
def test_what_cannot_be_taken_is_a_problem(start, filled, sent, status, told):
    with start(filled, largest=1_000) as client:
        answer = client.post("/api/v1/papers", **sent)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json"), answer.text
    assert told in answer.json()["detail"]
    assert not list((filled / "uploads").rglob("*.*")) if (filled / "uploads").exists() else True


def test_one_in_place_of_a_paper_is_one(asking):
    two = [("files", ("a.txt", b"words")), ("files", ("b.txt", b"words"))]
    assert asking.put("/api/v1/papers/wells.md", files=two).status_code == 400
    assert asking.put("/api/v1/papers/nobody", files={"f": ("a.txt", b"words")}).status_code == 404


def test_files_that_mean_harm_one_after_another(start, tmp_path):
    """Read in a process of its own, as a service does: each is refused in a sentence, and the service goes on."""
    with start(fill(tmp_path), analyse=None) as client:
        for name, make in HOSTILE.items():
            (result,) = finished(client, client.post("/api/v1/papers", files={"f": (name, make())}))["results"]
            assert (result["outcome"], result["path"]) == ("failed", name)
            assert result["message"].endswith(".")
            assert "report it" not in result["message"]
            assert client.get("/api/v1/search?q=wells").status_code == 200
        (result,) = finished(client, client.post("/api/v1/papers", files={"f": ("p.txt", PAPER.encode())}))["results"]
        assert result["outcome"] == "added"
