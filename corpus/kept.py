"""What a user knows better than the taggers, and what a reader picked, as words in columns."""

from __future__ import annotations

from dataclasses import dataclass, fields

from corpus.model import Spans


@dataclass(frozen=True, slots=True)
class Kept:
    """One correction as words in columns; what they mean is for the rooms above to say."""

    change: str
    name: str
    label: str
    other: str | None = None
    other_label: str | None = None
    form: str | None = None
    paper: str | None = None
    """Where it was made: the paper's name, a quotation and what is around it. None: everywhere."""
    quote: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    said_at: str = ""
    """UTC, ISO 8601."""


COLUMNS = tuple(field.name for field in fields(Kept))


@dataclass(frozen=True, slots=True)
class Picked:
    """Words of a paper that a reader picked, as they stood when he did, and what he says of them."""

    paper: str
    key: str
    """The paper's cite key."""
    spans: Spans
    quote: str
    """The words: what stood at `spans`, one after the other."""
    prefix: str = ""
    suffix: str = ""
    page: str | None = None
    paragraph: int | None = None
    note: str | None = None
    section: str | None = None
    remark: str = ""
    tags: tuple[str, ...] = ()
    picked_at: str = ""
    """UTC, ISO 8601."""
