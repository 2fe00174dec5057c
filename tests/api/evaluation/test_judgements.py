"""Files of judged queries: each way of saying where an answer stands, and what is wrong with a line."""

import json

import pytest

from api.evaluation.judgements import Relevant, read
from corpus.errors import NoSuchPaperError, UnreadableFileError
from corpus.model import Paper, Source, Span

TEXT = "Wells were drilled in Elm. They cost $2 million."
PAPERS = {"wells.txt": TEXT, "roads.txt": "Roads are long."}


def find(name):
    held = [full for full in PAPERS if full.startswith(name)]
    if len(held) != 1:
        raise NoSuchPaperError(f"there is no paper {name!r}.")
    return Paper(held[0], PAPERS[held[0]], Source(held[0], "txt", "", "txt 1"))


def written(folder, name, *lines):
    path = folder / name
    path.write_text("".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines), "utf-8")
    return path


@pytest.mark.parametrize(
    ("told", "relevant"),
    [
        ({"paper": "wells.txt", "start": 0, "end": 26, "grade": 3}, Relevant("wells.txt", Span(0, 26), 3)),
        ({"paper": "wells", "quote": "They cost $2 million.", "grade": 1}, Relevant("wells.txt", Span(27, 48), 1)),
        ({"paper": "roads"}, Relevant("roads.txt", None, 2)),
        ({"paper": "roads", "grade": 0}, Relevant("roads.txt", None, 0)),
    ],
)
def test_ways_to_say_where(tmp_path, told, relevant):
    path = written(tmp_path, "q.jsonl", {"id": 7, "query": "wells", "relevant": [told]})
    (one,) = read(path, None, find).queries
    assert (one.id, one.query, one.relevant) == ("7", "wells", (relevant,))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "line 2 of q.jsonl: it is not JSON"),
        ("[]", 'no object with "id" and "query"'),
        ({"id": 1}, 'no object with "id" and "query"'),
        ({"query": "wells"}, 'no object with "id" and "query"'),
        ({"id": 1, "query": "wells", "relevant": "wells"}, 'its "relevant" is no list'),
        ({"id": 1, "query": "wells", "relevant": [{"grade": 1}]}, 'names no "paper"'),
        ({"id": 1, "query": "wells", "relevant": [{"paper": "nobody"}]}, "no paper 'nobody'"),
        ({"id": 1, "query": "wells", "relevant": [{"paper": "wells", "grade": "high"}]}, "'high' is no grade"),
        ({"id": 1, "query": "wells", "relevant": [{"paper": "wells", "grade": True}]}, "True is no grade"),
        ({"id": 1, "query": "wells", "relevant": [{"paper": "wells", "grade": 11}]}, "11 is no grade"),
        ({"id": 1, "query": "wells", "relevant": [{"paper": "wells", "start": 9, "end": 9}]}, "9-9 is no place"),
        ({"id": 1, "query": "wells", "relevant": [{"paper": "wells", "start": 0, "end": 49}]}, "has 48 characters"),
        ({"id": 1, "query": "wells", "relevant": [{"paper": "wells", "start": 0}]}, "0-None is no place"),
        ({"id": 1, "query": "wells", "relevant": [{"paper": "wells", "quote": "wells were"}]}, "nowhere says"),
        ({"id": 1, "query": "wells", "relevant": [{"paper": "wells", "quote": ""}]}, "nowhere says"),
    ],
)
def test_a_bad_line_says_what_is_wrong_and_stops_nothing(tmp_path, line, told):
    good = {"id": "good", "query": "roads", "relevant": [{"paper": "roads"}]}
    found = read(written(tmp_path, "q.jsonl", good, line, "", good), None, find)
    assert [one.id for one in found.queries] == ["good", "good"]
    (problem,) = found.problems
    assert problem.startswith("line 2 of q.jsonl")
    assert told in problem


def test_queries_that_nothing_answers_are_left_out_and_said(tmp_path):
    found = read(written(tmp_path, "q.jsonl", {"id": "a", "query": "wells", "relevant": []}), None, find)
    assert (list(found.queries), list(found.problems)) == ([], [])
    assert found.unjudged == ["query a is left out: nothing is judged to answer it."]


def test_queries_and_judgements_as_trec_has_them(tmp_path):
    queries = written(tmp_path, "q.tsv", "1\twells in Elm", "2\tlong roads", "3\tnothing", "no tab")
    qrels = written(tmp_path, "qrels", "1 0 wells.txt:0-26 3", "1 0 roads.txt 0", "2\t0\troads.txt\t1", "4 0 x")
    found = read(queries, qrels, find)
    assert [(one.id, one.query) for one in found.queries] == [("1", "wells in Elm"), ("2", "long roads")]
    assert found.queries[0].relevant == (Relevant("wells.txt", Span(0, 26), 3), Relevant("roads.txt", None, 0))
    assert len(found.unjudged) == 1
    assert [problem.split(":")[0] for problem in found.problems] == ["line 4 of qrels", "line 4 of q.tsv"]


def test_a_heading_over_judgements_is_no_problem(tmp_path):
    queries = written(tmp_path, "q.tsv", "1\troads")
    qrels = written(tmp_path, "qrels", "query-id\tcorpus-id\tscore", "1\troads.txt\t1")
    found = read(queries, qrels, find)
    assert (len(found.queries), list(found.problems)) == (1, [])


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(UnreadableFileError, match="cannot be read"):
        read(tmp_path / "none.jsonl", None, find)
    (tmp_path / "latin.jsonl").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(UnreadableFileError, match="not UTF-8"):
        read(tmp_path / "latin.jsonl", None, find)
