"""Pages put together are the list: nothing twice, nothing lost, whatever the page size."""

from base64 import urlsafe_b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.service.cursors import Cursor, page, read_cursor
from corpus.errors import BadQueryError

PLACES = st.tuples(st.sampled_from(["a.txt", "b.txt", "ü.txt"]), st.integers(0, 3), st.integers(0, 2))


def records(places):
    """In order; several may stand at one place."""
    rows = [{"paper": paper, "start": start, "end": start + length} for paper, start, length in places]
    rows.sort(key=lambda row: (row["paper"], row["start"], row["end"]))
    return [row | {"n": n} for n, row in enumerate(rows)]


@given(st.lists(PLACES, max_size=25), st.integers(1, 7))
def test_pages_put_together_are_the_list(places, limit):
    rows, cursor, seen = records(places), None, []
    while True:
        taken, cursor = page(iter(rows), limit, cursor)
        seen += taken
        assert len(taken) == limit or cursor is None
        if cursor is None:
            break
    assert seen == rows


def test_a_paper_that_is_gone_hides_nothing_after_it():
    rows = records([("a.txt", 0, 1), ("a.txt", 5, 1), ("b.txt", 0, 1), ("c.txt", 0, 1)])
    _, cursor = page(rows, 2, None)
    assert [row["paper"] for row in page(rows[2:], 2, cursor)[0]] == ["b.txt", "c.txt"]
    assert [row["paper"] for row in page(rows[3:], 2, cursor)[0]] == ["c.txt"]


@given(st.text(), st.integers(0), st.integers(0), st.integers(0))
def test_a_cursor_travels(paper, start, end, seen):
    cursor = Cursor((paper, start, end), seen)
    assert read_cursor(cursor.written()) == cursor
    assert cursor.written().replace("-", "").replace("_", "").isalnum()


@pytest.mark.parametrize("written", ["x", "****", "bnVsbA", "e30", "WzEsMiwzLDRd", "é", "/w==", "gA"])
def test_what_is_no_cursor_is_refused(written):
    with pytest.raises(BadQueryError):
        read_cursor(written)


@pytest.mark.parametrize("raw", [b"[" + b"1" * 5000 + b"]", b"[" * 100_000])
def test_what_json_cannot_read_is_no_cursor(raw):
    with pytest.raises(BadQueryError):
        read_cursor(urlsafe_b64encode(raw).decode().rstrip("="))
