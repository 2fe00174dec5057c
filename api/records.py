"""Library objects -> the flat records that every door hands out: CLI, HTTP, MCP and exports alike.

A record names its `paper`, its place (`start` and `end`, or `spans` when the place has more than one
piece) and its verbatim `text`: ``text == "".join(paper_text[s:e] for s, e in spans)``, and with `start`
and `end` present ``text == paper_text[start:end]``. Field names are a promise: new ones may come, these stay.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from api.identities.wording import kept_of, sentence
from api.reports import Added, Corrected
from corpus.metadata.facts import FIELDS, NOTHING, Statement, Told
from corpus.metadata.further import PREFIX
from corpus.model import Block, BlockKind, Paper, Span, Spans
from corpus.prose import plain
from nlp.link.record import Correction
from nlp.model import Answer, Citation, Figure, Hit

Record = dict[str, Any]
"""A JSON object: str, int, float, bool, None, lists and objects of these."""

HEADINGS = frozenset({BlockKind.TITLE, BlockKind.HEADING})
EXACT = 2**53
"""Whole numbers up to here are the same number as a float; they are written without ".0"."""


def place(paper: Paper, spans: Spans) -> Record:
    """The paper, page, place and verbatim text of `spans`."""
    record: Record = {"paper": paper.name, "page": paper.page_at(spans[0].start) if spans else None}
    return record | _at(spans) | {"text": paper.quote(*spans)}


def hit_record(paper: Paper, hit: Hit, *, rank: int) -> Record:
    """A search result: the passage, why it ranks where it does, and where it stands. `rank` counts from 1."""
    passage = hit.passage
    return {
        "rank": rank,
        **place(paper, passage.spans),
        "spans": pairs(passage.spans),
        "kind": str(passage.kind),
        "section": [plain(paper.text, span) for span in passage.section],
        "paragraph": passage.paragraph,
        "note": hit.note,
        "score": hit.score,
        "words": hit.words,
        "meaning": hit.meaning,
        "late": hit.late,
        "matched": pairs(hit.matched),
        "best": pairs(hit.best),
        "citation": cited(paper.name, page=passage.page, paragraph=passage.paragraph, note=hit.note),
    }


def answer_record(answer: Answer) -> Record:
    """What the papers say, sentence by sentence, or why they do not answer; a refusal has no text."""
    numbered = list(enumerate(answer.statements, 1))
    return {
        "question": answer.question,
        "verdict": str(answer.verdict),
        "abstained": answer.abstained,
        "text": " ".join(statement.text for _, statement in numbered),
        "citations": [
            piece | {"statement": n} for n, said in numbered for c in said.citations for piece in citation_records(c)
        ],
        "figures": [
            {"statement": n} | stated
            for n, said in numbered
            for one in said.figures
            if (stated := _stated(said.citations[0], one))
        ],
        "reason": answer.reason,
        "related": [piece for citation in answer.related for piece in citation_records(citation)],
    }


def _stated(first: Citation, figure: Figure) -> Record | None:
    """A figure that was asked for, in so many words: what is printed, its value, unit, hedge, period and time."""
    printed = _within(first, figure.span)
    if printed is None:
        return None
    subject = [words for span in figure.subject if (words := _within(first, span)) is not None]
    return {
        "text": printed,
        "start": figure.span.start,
        "end": figure.span.end,
        "kind": str(figure.kind),
        "low": figure.low,
        "high": figure.high,
        "unit": figure.unit,
        "qualifier": figure.qualifier,
        "per": figure.per,
        "since": figure.since,
        "until": figure.until,
        "subject": " ".join(" ".join(subject).split()) or None,
    }


def _within(citation: Citation, span: Span) -> str | None:
    """The words at a span, if the citation quotes them."""
    at = 0
    for piece in citation.spans:
        if piece.covers(span):
            return citation.quote[at + span.start - piece.start : at + span.end - piece.start]
        at += piece.length
    return None


def told_figure(stated: Record) -> str:
    """A record of an answer's `figures` on one line: "some 18,400 ha a year, 2018-2022: coca"."""
    ends = dict.fromkeys(f"{end:,.10g}" for end in (stated["low"], stated["high"]))
    per = f"per {stated['per']}" if stated["per"] else None
    years = "\N{EN DASH}".join(dict.fromkeys(str(y) for y in (stated["since"], stated["until"]) if y is not None))
    value = " ".join(filter(None, (stated["qualifier"], "\N{EN DASH}".join(ends), stated["unit"], per)))
    about = f": {stated['subject']}" if stated["subject"] else ""
    return f"{value}{', ' + years if years else ''}{about}"


def citation_records(citation: Citation) -> list[Record]:
    """The exact place a claim stands on: a record for each of its pieces, with the `quote` that is its text.

    A quotation that notes or a page cut in two stands in two places: `part` says which of how many a record is.
    """
    records: list[Record] = []
    at, many = 0, len(citation.spans)
    for number, span in enumerate(citation.spans, 1):
        quote = citation.quote[at : at + span.length]
        at += span.length
        cut = {"prefix": citation.prefix if number == 1 else "", "suffix": citation.suffix if number == many else ""}
        records.append(_citation_record(citation, span, quote) | cut | {"part": [number, many]})
    return records


def _citation_record(citation: Citation, span: Span, quote: str) -> Record:
    where = cited(citation.paper, page=citation.page, paragraph=citation.paragraph, note=citation.note)
    return {
        "paper": citation.paper,
        "page": citation.page,
        "start": span.start,
        "end": span.end,
        "text": quote,
        "quote": quote,
        "section": citation.section,
        "paragraph": citation.paragraph,
        "note": citation.note,
        "citation": where,
    }


def paper_record(paper: Paper) -> Record:
    """What a paper says about itself, and which file its text came from. `characters` are code points."""
    about = paper.metadata
    return {
        "paper": paper.name,
        "title": about.title,
        "authors": list(about.authors),
        "date": about.date,
        "year": about.year,
        "institution": about.institution,
        "language": about.language,
        "series": about.series,
        "genre": about.genre,
        "characters": len(paper.text),
        "pages": len(paper.pages),
        "format": paper.source.format,
        "encoding": paper.source.encoding,
        "path": paper.source.path,
        "sha256": paper.source.sha256,
        "reader": paper.source.reader,
    }


def metadata_records(paper: Paper, sources: Mapping[str, tuple[Told, Statement]]) -> Iterator[Record]:
    """A record for each field of a paper's metadata: its `value`, and who says so; behind them what else CSL can say.

    `source` is "set" (by hand), "import" (a list of references that was taken in) or "sidecar" (a file beside the
    paper), whose path is `origin`, "file" (the paper's file, in fields meant for it), "paper" (its words), or None
    where nobody says anything.
    """
    for name in FIELDS:
        value = getattr(paper.metadata, name)
        source, said = sources.get(name, (None, NOTHING))
        yield {
            "paper": paper.name,
            "field": name,
            "value": list(value) if isinstance(value, tuple) else value,
            "source": None if source is None else str(source),
            "origin": said.origin or None,
        }
    for name, (source, said) in sources.items():
        if name.startswith(PREFIX):
            value = json.loads(str(said.facts[name]))
            about = {"field": name.removeprefix(PREFIX), "value": value, "source": str(source)}
            yield {"paper": paper.name, **about, "origin": said.origin or None}


def outline_record(paper: Paper, blocks: Iterable[Block], counts: Mapping[str, int]) -> Record:
    """A paper with its headings, each with its place and level (0 for the title), and how much is in it."""
    heads = [block for block in blocks if block.kind in HEADINGS]
    outline = [place(paper, (b.span,)) | {"level": b.level, "heading": plain(paper.text, b.span)} for b in heads]
    return paper_record(paper) | {"counts": dict(counts), "outline": outline}


def added_record(added: Added) -> Record:
    """The report on one file that was to be added."""
    return {
        "path": added.path,
        "outcome": str(added.outcome),
        "paper": added.paper,
        "passages": added.passages,
        "figures": added.figures,
        "message": added.message,
    }


def correction_record(number: int, correction: Correction, orphan: str | None = None) -> Record:
    """A correction with its number, the columns of its table, and in one line what it says (`told`).

    `orphan` is why it fits nothing now, None if it does.
    """
    return {"number": number, **asdict(kept_of(correction)), "told": sentence(correction), "orphan": orphan}


def corrected_record(report: Corrected) -> Record:
    """The report on one correction that was to be made."""
    said = report.correction
    more = {} if said is None else {**asdict(kept_of(said)), "told": sentence(said)}
    return {
        "outcome": str(report.outcome),
        "line": report.line,
        "number": report.number,
        **more,
        "message": report.message,
    }


def status_records(status: Record, within: str = "") -> Iterator[Record]:
    """The status of a library as rows of `name` and `value`; what lies inside an object is named "a.b"."""
    for name, value in status.items():
        if isinstance(value, dict):
            yield from status_records(value, f"{within}{name}.")
        else:
            yield {"name": within + name, "value": value}


def cited(paper: str, *, page: str | None = None, paragraph: int | None = None, note: str | None = None) -> str:
    """Where something stands, in words: "ledger.pdf, p. iv, para. 12, n. 3"."""
    parts = [paper]
    parts += [f"p. {page}"] if page is not None else []
    parts += [f"para. {paragraph}"] if paragraph is not None else []
    parts += [f"n. {note}"] if note is not None else []
    return ", ".join(parts)


def pairs(spans: Spans) -> list[list[int]]:
    """Spans as JSON."""
    return [[span.start, span.end] for span in spans]


def _at(spans: Spans) -> Record:
    if len(spans) == 1:
        return {"start": spans[0].start, "end": spans[0].end}
    return {"spans": pairs(spans)}
