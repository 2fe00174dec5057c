"""The fields of a figure's record -> the columns of a table: which there are, in which order, and of which type."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Type(StrEnum):
    """What a column of a typed table holds."""

    TEXT = "text"
    NUMBER = "number"
    WHOLE = "whole"
    TRUTH = "truth"
    TEXTS = "texts"
    SPANS = "spans"
    COUNTS = "counts"
    """Names with a count each."""
    NAMES = "names"
    """Pairs of name and label."""


OWN: Mapping[str, Type] = {
    **dict.fromkeys(("paper", "page"), Type.TEXT),
    **dict.fromkeys(("start", "end"), Type.WHOLE),
    "text": Type.TEXT,
    "spans": Type.SPANS,
    "kind": Type.TEXT,
    **dict.fromkeys(("low", "high"), Type.NUMBER),
    **dict.fromkeys(("unit", "scale", "qualifier", "per", "place"), Type.TEXT),
    "implied": Type.TRUTH,
    "assumed": Type.TEXT,
    "total": Type.TRUTH,
    **dict.fromkeys(("row", "column", "subject"), Type.TEXT),
    "subject_spans": Type.SPANS,
    "relation": Type.TEXT,
    "relation_spans": Type.SPANS,
    "where": Type.TEXTS,
    "where_spans": Type.SPANS,
    "who": Type.TEXTS,
    "who_spans": Type.SPANS,
    "when": Type.TEXTS,
    "when_spans": Type.SPANS,
    **dict.fromkeys(("since", "until"), Type.WHOLE),
    "year": Type.TEXT,
    "markers": Type.SPANS,
    **dict.fromkeys(("notes", "section"), Type.TEXTS),
    "citation": Type.TEXT,
}
SENTENCE: Mapping[str, Type] = {"sentence": Type.TEXT, "sentence_spans": Type.SPANS}
CONVERTED: Mapping[str, Type] = {
    **dict.fromkeys(("converted_low", "converted_high"), Type.NUMBER),
    **dict.fromkeys(("converted_unit", "conversion", "unconverted"), Type.TEXT),
}


def columns(*, context: bool = False, converted: bool = False) -> dict[str, Type]:
    """The columns of a typed table. A value is its `low` and `high`, for a column cannot hold both one and two."""
    return {**OWN, **(SENTENCE if context else {}), **(CONVERTED if converted else {})}


def fields(*, context: bool = False, converted: bool = False) -> tuple[str, ...]:
    """The same for text: every field of the record."""
    whole: list[str] = []
    for name in columns(context=context, converted=converted):
        whole += [name.replace("low", "value"), name] if name in {"low", "converted_low"} else [name]
    return tuple(whole)
