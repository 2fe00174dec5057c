"""Records of who is named -> what a person sees of them at a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from api.records import Record
from api.rows import cited_place, matches, words
from api.screen import Part, pairs, say, table
from corpus.model import PassageKind

MOST_ALIASES = 4
"""In a row; one in full has them all."""
ENTITIES = ("entity", "label", "mentions", "papers", "also printed as")
BESIDE = ("entity", "label", "passages", "papers", "association")
PAIRS = ("entity", "and", "passages", "papers", "association")


def _entities(console: Any, records: Iterable[Record]) -> None:
    table(console, ENTITIES, [_entity_row(record) for record in records], right={2, 3})


def _entity_row(record: Record) -> tuple[str, ...]:
    others = [form for form in record["aliases"] if form != record["entity"]]
    more = len(others) - MOST_ALIASES
    also = ", ".join(others[:MOST_ALIASES]) + (f" and {more:,} more" if more > 0 else "")
    counts = f"{record['mentions']:,}", f"{record['papers']:,}"
    return words(record["entity"]), record["label"], *counts, words(also)


def _beside(console: Any, records: Iterable[Record]) -> None:
    table(console, BESIDE, [(words(r["entity"]), r["label"], *_counts(r)) for r in records], right={2, 3, 4})


def _pairs(console: Any, records: Iterable[Record]) -> None:
    table(console, PAIRS, [(words(r["entity"]), words(r["other"]), *_counts(r)) for r in records], right={2, 3, 4})


def _counts(record: Record) -> tuple[str, str, str]:
    sure = record["association"]
    return f"{record['passages']:,}", f"{record['papers']:,}", "" if sure is None else f"{sure:,.1f}"


def _entity(console: Any, records: Iterable[Record]) -> None:
    for record in records:
        say(console, (words(record["entity"]), "bold"), f"  {record['label']}")
        linked = "; ".join(record["linked"])
        pairs(console, [("mentions", record["mentions"]), *([("linked", linked)] if linked else [])])
        say(console)
        for paper, count in record["by_paper"].items():
            say(console, f"{count:>7,}  ", (words(paper), "cyan"))
        say(console, "\nprinted as")
        for source in record["sources"]:
            told = f"{words(source['form'])}", f"  in {words(source['paper'])}, {words('; '.join(source['by']))}"
            say(console, f"{source['mentions']:>7,}  ", (told[0], "bold"), (told[1], "dim"))
            if source["defined"]:
                say(console, _defined(source["defined"]), margin=9)


def _defined(record: Record) -> str:
    at = f"{cited_place(record)} [{record['start']}-{record['end']}]"
    return f"defined in {at}: {words(record['text'])} = {words(record['full'])}"


def _mentions(console: Any, records: Iterable[Record]) -> None:
    for record in records:
        offsets = f"  [{record['start']}-{record['end']}] {record['by']}"
        say(console, (words(record["citation"]), "cyan"), (words(offsets), "dim"))
        said = {"text": record["sentence"] or record["text"], "spans": record["sentence_spans"] or record["spans"]}
        say(console, *_marked(said | {"matched": record["spans"], "kind": record["kind"]}), margin=4)
        say(console)


def _passages(console: Any, records: Iterable[Record]) -> None:
    for record in records:
        say(console, (words(record["citation"]), "cyan"), (f"  {record['kind']}", "dim"))
        if record["section"]:
            say(console, (words(" › ".join(record["section"])), "italic"), margin=4)
        say(console, *_marked(record), margin=4)
        say(console, (words(", ".join(name for name, _ in record["entities"])), "dim"), margin=4)
        say(console)


def _marked(record: Record) -> Iterator[Part]:
    """The words, with those that matched in bold; a table keeps its lines."""
    at, lines = 0, record["kind"] == PassageKind.TABLE
    for start, end in matches(record):
        yield words(record["text"][at:start], lines=lines)
        yield words(record["text"][start:end], lines=lines), "bold"
        at = end
    yield words(record["text"][at:], lines=lines)


NAMES: dict[str, Callable[[Any, Iterable[Record]], None]] = {
    "entities": _entities,
    "entity": _entity,
    "mentions": _mentions,
    "passages": _passages,
    "beside": _beside,
    "pairs": _pairs,
}
