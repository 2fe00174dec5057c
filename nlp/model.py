"""The things one must understand: frozen records, each with its place in a paper's text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from corpus.model import Paper, Passage, Span, Spans
from nlp.conditions import Condition


class Kind(StrEnum):
    """What a figure measures."""

    MONEY = "money"
    AREA = "area"
    PERCENT = "percent"
    COUNT = "count"
    RATE = "rate"
    MASS = "mass"
    DISTANCE = "distance"
    VOLUME = "volume"
    DURATION = "duration"
    ENERGY = "energy"
    POWER = "power"
    SPEED = "speed"
    TEMPERATURE = "temperature"


class Place(StrEnum):
    """Where in the paper a figure stands."""

    BODY = "body"
    NOTE = "note"
    TABLE = "table"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with a unit (never a picture). The span is what is printed: number, scale, sign and unit word.

    Hedges ("some", "over") and periods ("a year") stand outside the span, in `qualifier` and `per`.
    """

    span: Span
    kind: Kind
    low: float
    high: float
    """`low` and `high` are fully scaled and equal unless a range is printed."""
    unit: str
    """ISO 4217 for money ("USD"), "ha", "%", ... ; empty for money whose currency is nowhere stated."""
    place: Place = Place.BODY
    qualifier: str | None = None
    per: str | None = None
    """The period or divisor, singular: "year", "day", "100,000 people"."""
    implied: bool = False
    """Currency or scale is not printed beside the number but comes from a caption or a list."""
    assumed: str | None = None
    """What was supposed and why, in words: "$ without a country read as USD"."""
    row: Span | None = None
    """In a table: the label of its row ..."""
    column: Span | None = None
    """... and of its column."""
    total: bool = False
    """In a table: the cell sums up others of its row or column, as its label says."""
    sentence: Spans = ()
    """The sentence it stands in; of a cell its row. What follows is read from there; empty where nothing is said."""
    subject: Spans = ()
    """What is measured: "the anti-drug budget", "hectares of coca"; of a cell what its row or column names."""
    relation: Span | None = None
    """The verb between the two: "allocated", "seized", "fell to"."""
    where: Spans = ()
    """The places its clause names ..."""
    who: Spans = ()
    """... and the organisations and people."""
    when: Spans = ()
    """What tells the time it holds for, as printed: "between 2000 and 2012", a column headed "2004"."""
    since: int | None = None
    """The first and the last year of that time, both included ..."""
    until: int | None = None
    """... and equal for one year; None where no year is told or the words leave that end open."""
    markers: Spans = ()
    """The note markers it carries: behind it, in its clause or at the end of its sentence."""

    @property
    def value(self) -> float | tuple[float, float]:
        """The number, or (low, high) for a range."""
        return self.low if self.low == self.high else (self.low, self.high)


class Label(StrEnum):
    """What a name names."""

    PERSON = "PERSON"
    ORG = "ORG"
    GPE = "GPE"
    LOC = "LOC"
    NORP = "NORP"
    PROGRAM = "PROGRAM"
    EVENT = "EVENT"
    WORK = "WORK"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a name stands."""

    span: Span
    label: Label
    entity: str
    """The canonical name it stands for, as in Entity.name."""
    by: str
    """Who says so: "gazetteer", "acronym", "trigger", or a model and its version."""
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Acronym:
    """A definition in a paper: the short form, the long form it stands for, and where both are printed."""

    short: Span
    long: Spans
    """One span, or several where a page break or a note stands between its words."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One who, where or what in a paper: all mentions that share a canonical name and a label."""

    name: str
    label: Label
    aliases: tuple[str, ...]
    """Every printed form, most frequent first."""
    mentions: int
    counts: tuple[int, ...]
    """For each alias how often it is printed ..."""
    by: tuple[str, ...]
    """... and who says so, as in Mention.by; several are divided by "; "."""


@dataclass(frozen=True, slots=True)
class Where:
    """Which passages a search may return. Empty means all; every condition must hold."""

    papers: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    """Passage kinds: "body", "note", "table"."""
    passages: Mapping[str, tuple[int, ...]] | None = None
    """Paper -> the numbers of its passages that may be returned, rising; None for no such condition."""
    holding: Condition | None = None
    """What else must hold of a passage."""


class Mode(StrEnum):
    """Which legs to ask."""

    WORDS = "words"
    MEANING = "meaning"
    BOTH = "both"


class Ref(NamedTuple):
    """A passage's address in the library: paper name and index among its passages."""

    paper: str
    passage: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that answers a query, with the reasons for its rank."""

    ref: Ref
    passage: Passage
    score: float
    words: float
    """The keyword leg's BM25 score, 0 when no word matched."""
    meaning: float
    """The embedding leg's cosine."""
    matched: Spans = ()
    """The words of the query as they stand in the passage."""
    note: str | None = None
    """The printed label of the note, when the passage is one."""
    best: Spans = ()
    """Its sentence, or row of a table, that says most of the query; empty where no word of it is said."""
    also: tuple[Ref, ...] = ()
    """Passages further down that say the same nearly word for word, and are left out for it."""
    late: float = 0.0
    """How well its words meet those of the query, 0 to 1; 0 where they were not compared one by one."""


@dataclass(frozen=True, slots=True)
class Citation:
    """The exact place a claim stands on. Shown only when it `holds`."""

    paper: str
    spans: Spans
    quote: str
    prefix: str = ""
    """Up to 32 characters before and after the quotation, to find it again when the text moves."""
    suffix: str = ""
    section: str | None = None
    page: str | None = None
    paragraph: int | None = None
    note: str | None = None
    """The label of the note, when the words stand in one."""

    def holds(self, paper: Paper) -> bool:
        """Whether the quotation is, character for character, what stands in `paper` at `spans`."""
        inside = all(span.end <= len(paper.text) for span in self.spans)
        return bool(self.spans) and paper.name == self.paper and inside and paper.quote(*self.spans) == self.quote


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of an answer, verbatim, with every place that says it."""

    text: str
    citations: tuple[Citation, ...]
    figures: tuple[Figure, ...] = ()
    """Those of its first citation's paper that are of the kind asked for, in its order."""


class Verdict(StrEnum):
    """How far a question could be answered."""

    ANSWERED = "answered"
    RELATED = "related"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the papers say to a question, or why they do not answer it."""

    question: str
    verdict: Verdict
    statements: tuple[Statement, ...] = ()
    reason: str | None = None
    """For RELATED and NOTHING: what is missing, in words."""
    related: tuple[Citation, ...] = field(default=())
    """For RELATED: the nearest sentences, which do not answer."""

    @property
    def abstained(self) -> bool:
        """Whether the question was left unanswered."""
        return self.verdict is not Verdict.ANSWERED
