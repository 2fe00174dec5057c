"""A record -> the words of its row at a terminal: on one line, and harmless."""

from __future__ import annotations

import re
from collections.abc import Iterator

from api.records import Record

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
SPACE = re.compile(r"\s+")
LINE_END = re.compile(r"\s*[\r\n]\s*")
GAP = re.compile(r"[^\S\n]{2,}|\t")
FIGURE_COLUMNS = ("as printed", "value", "unit", "year", "more", "about", "where")


def words(text: str, *, lines: bool = False) -> str:
    """Text on one line, or in its own `lines`; control characters are made visible, so that none can command us."""
    shown = GAP.sub("  ", LINE_END.sub("\n", text)) if lines else SPACE.sub(" ", text)
    return CONTROL.sub(lambda m: chr(0x2400 + ord(m[0])) if ord(m[0]) < 0x20 else "\ufffd", shown)


def figure_row(record: Record) -> tuple[str, ...]:
    """What is printed, what it comes to, and where it stands, a word for each of FIGURE_COLUMNS."""
    per = f"per {record['per']}" if record["per"] else None
    implied = "unit implied" if record["implied"] else None
    converted = record.get("converted_value")
    same = f"= {amount(converted)} {record['converted_unit']}" if converted is not None else None
    more = (record["qualifier"], per, implied, record["assumed"], "total" if record.get("total") else None, same)
    labels = (record["row"], record["column"])
    about = labels if any(labels) else (record.get("subject"),)
    return (
        words(record["text"]),
        amount(record["value"]),
        words(record["unit"] or ""),
        record.get("year") or "",
        words("; ".join(part for part in more if part)),
        words(" / ".join(dict.fromkeys(part for part in about if part))),
        f"{cited_place(record)} ({record['place']})",
    )


def amount(value: float | list[float]) -> str:
    """A number with its thousands apart, or a range."""
    return "–".join(_shown(end) for end in value) if isinstance(value, list) else _shown(value)


def _shown(value: float) -> str:
    """A third of a hundred is 33.3333 on a screen; files have it whole."""
    return f"{value:,}" if value == round(value, 4) else f"{value:,.4f}"


def cited_place(record: Record) -> str:
    """The paper and page of a record."""
    page = f", p. {record['page']}" if record.get("page") is not None else ""
    return words(f"{record['paper']}{page}")


def matches(record: Record, field: str = "matched") -> Iterator[tuple[int, int]]:
    """Where the matched words (or the spans of another field) stand in the record's text, apart from each other."""
    base = last = 0
    for start, end in record["spans"]:
        for a, b in sorted(map(tuple, record[field])):
            if start <= a and b <= end and base + a - start >= last:
                last = base + b - start
                yield base + a - start, last
        base += end - start
