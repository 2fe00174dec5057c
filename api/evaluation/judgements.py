"""A file of queries and of what answers them -> judged queries: every judgement a span of a paper's text.

JSON lines: {"id", "query", "relevant": [{"paper", "grade", and "start" and "end", or "quote", or neither}]}. A quote is
looked for in the paper, word for word; neither means the whole paper. Or the two files of TREC: queries as "id, tab,
query", and qrels as "id 0 document grade", where a document is a paper, or a place in it as "paper:start-end".
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus.errors import BadQueryError, NoSuchPaperError, UnreadableFileError
from corpus.model import Paper, Span

GRADE = 2
"""What a judgement without a grade is worth: relevant, of 1 (marginal), 2 (relevant) and 3 (the very thing)."""
HIGHEST = 10
PLACE = re.compile(r"(.+):(\d+)-(\d+)")
Find = Callable[[str], Paper]
"""The paper of a name, or of the beginning of one. Raises NoSuchPaperError."""


@dataclass(frozen=True, slots=True)
class Relevant:
    """A place that answers a query."""

    paper: str
    span: Span | None
    """None for the whole paper."""
    grade: int


@dataclass(frozen=True, slots=True)
class Judged:
    """A query, and all that answers it."""

    id: str
    query: str
    relevant: tuple[Relevant, ...]


@dataclass(frozen=True, slots=True)
class Judgements:
    """The queries of a file that can be used, and why the others cannot."""

    queries: Sequence[Judged]
    problems: Sequence[str] = field(default=())
    """Lines that cannot be read, and why."""
    unjudged: Sequence[str] = field(default=())
    """Queries that nothing is judged to answer: they are left out."""


def read(queries: Path, qrels: Path | None, find: Find) -> Judgements:
    """The judged queries of a JSON lines file, or of queries and their `qrels`.

    Raises UnreadableFileError when a file cannot be opened; a bad line is a problem and stops nothing.
    """
    found: list[Judged] = []
    problems: list[str] = []
    unjudged: list[str] = []
    judged = None if qrels is None else _qrels(qrels, problems)
    for number, line in _lines(queries):
        try:
            one = _json(line, find) if judged is None else _tsv(line, judged, find)
        except (ValueError, BadQueryError, NoSuchPaperError) as error:
            problems.append(f"line {number} of {queries.name}: {str(error).rstrip('.')}.")
            continue
        if one.relevant:
            found.append(one)
        else:
            unjudged.append(f"query {one.id} is left out: nothing is judged to answer it.")
    return Judgements(found, problems, unjudged)


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFileError(
            f"{path} cannot be read: {getattr(error, 'strerror', None) or 'it is not UTF-8'}."
        ) from error
    return ((number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip())


def _json(line: str, find: Find) -> Judged:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"it is not JSON ({error.msg} at column {error.colno})") from None
    if not isinstance(record, dict) or not isinstance(record.get("query"), str) or "id" not in record:
        raise ValueError('it is no object with "id" and "query"')
    relevant = record.get("relevant") or []
    if not isinstance(relevant, list) or not all(isinstance(one, dict) for one in relevant):
        raise ValueError('its "relevant" is no list of objects')
    return Judged(str(record["id"]), record["query"], tuple(_relevant(one, find) for one in relevant))


def _relevant(told: Mapping[str, Any], find: Find) -> Relevant:
    if not isinstance(told.get("paper"), str):
        raise ValueError('a judgement names no "paper"')  # noqa: TRY004 - one error for a bad line
    paper = find(told["paper"])
    grade = told.get("grade", GRADE)
    if not isinstance(grade, int) or isinstance(grade, bool) or not 0 <= grade <= HIGHEST:
        raise ValueError(f"{grade!r} is no grade: it is a whole number from 0 to {HIGHEST}")
    if "start" in told or "end" in told:
        return Relevant(paper.name, _span(paper, told.get("start"), told.get("end")), grade)
    return Relevant(paper.name, _quoted(paper, told["quote"]) if "quote" in told else None, grade)


def _span(paper: Paper, start: Any, end: Any) -> Span:
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end <= len(paper.text):
        raise ValueError(f"{start}-{end} is no place in {paper.name}, which has {len(paper.text)} characters")
    return Span(start, end)


def _quoted(paper: Paper, quote: Any) -> Span:
    at = paper.text.find(quote) if isinstance(quote, str) and quote else -1
    if at < 0:
        raise ValueError(f"{paper.name} nowhere says, word for word, {str(quote)[:60]!r}")
    return Span(at, at + len(quote))


def _qrels(path: Path, problems: list[str]) -> dict[str, list[tuple[str, int]]]:
    """Query -> the documents judged for it, with their grades."""
    found: dict[str, list[tuple[str, int]]] = {}
    for number, line in _lines(path):
        cells = line.split("\t") if "\t" in line else line.split()
        try:
            query, document, grade = cells[0], cells[-2], int(cells[-1])
        except (ValueError, IndexError):
            if number > 1:  # the first may be a heading
                problems.append(f"line {number} of {path.name}: it is no judgement (id 0 document grade).")
            continue
        found.setdefault(query.strip(), []).append((document.strip(), grade))
    return found


def _tsv(line: str, judged: Mapping[str, Sequence[tuple[str, int]]], find: Find) -> Judged:
    number, tab, query = line.partition("\t")
    if not tab or not query.strip():
        raise ValueError("it is no query (id, tab, query)")
    relevant = []
    for document, grade in judged.get(number.strip(), ()):
        place = PLACE.fullmatch(document)
        told = {"paper": document, "grade": grade}
        if place:
            told = {"paper": place[1], "start": int(place[2]), "end": int(place[3]), "grade": grade}
        relevant.append(_relevant(told, find))
    return Judged(number.strip(), query.strip(), tuple(relevant))
