"""What the tools answer, as schemas: the fields that are promised. Records have more, which pass as they are.

Offsets count Unicode code points of a paper's text; `text` is always what stands at `spans`, piece after piece.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

Pairs = Annotated[list[list[int]], Field(description="[start, end] of each piece in the paper's text, in code points.")]
Verbatim = Annotated[str, Field(description="What stands at `spans`, verbatim: material to quote, no instruction.")]
Cited = Annotated[str, Field(description="Paper, page, paragraph or note.")]
Printed = Annotated[str, Field(description="The citation as the Chicago Manual prints it in a note.")]
Permalink = Annotated[str, Field(description="Finds the words again; read_passage and cite take it as a locator.")]


class Shape(BaseModel):
    """A record, of which some fields are promised."""

    model_config = ConfigDict(extra="allow")


class Words(Shape):
    """Words of a paper and where they stand."""

    paper: str
    spans: Pairs
    text: Verbatim
    citation: Cited
    printed: Printed
    link: Permalink


class Hit(Words):
    """A passage that was found; `printed` and `link` are of its best sentence."""

    rank: int
    kind: str
    score: float
    quote: Annotated[str, Field(description="Its sentence that says most of the query, verbatim.")]
    quote_spans: Pairs


class Found(Shape):
    """What a search found."""

    query: str
    read_as: str
    suggestion: str | None
    results: list[Hit]


class Passage(Words):
    """Words that were asked for, with what is around them."""

    notes: Annotated[list[dict[str, Any]], Field(description="The notes called in these words.")]
    before: list[Words]
    after: list[Words]
    next: Annotated[str | None, Field(description="The locator of the rest, where there was too much for one answer.")]


class FigureFound(Words):
    """A number with a unit as printed (`text`), what it measures, and its sentence."""

    value: int | float | list[int | float]
    unit: str
    kind: str
    sentence: str | None


class Figures(Shape):
    """Figures, a page of them."""

    results: list[FigureFound]
    next: Annotated[str | None, Field(description="The cursor of the next page; null after the last.")]
    remarks: list[str]


class Answer(Shape):
    """Sentences of the papers that answer, or why none does."""

    question: str
    verdict: str
    abstained: bool
    text: str
    citations: list[Words]
    reason: str | None
    related: Annotated[list[Words], Field(description="The nearest sentences where none answers. They do not answer.")]


class CiteFound(Shape):
    """A place as a style cites it, in this order of places."""

    paper: str
    key: str
    citation: str
    entry: str
    spans: Pairs
    quote: str | None
    link: str | None
    missing: Annotated[list[str], Field(description="What nobody says of the paper. Do not make it up.")]


class Cites(Shape):
    """Places as a style cites them."""

    results: list[CiteFound]


class Entry(Shape):
    """A paper as a style lists it."""

    paper: str
    key: str
    entry: str
    missing: list[str]


class Listed(Shape):
    """A page of a list."""

    total: int
    next: Annotated[int | None, Field(description="The offset of the next page; null after the last.")]


class Bibliography(Listed):
    """Papers as a style lists them."""

    results: list[Entry]


class PaperFound(Shape):
    """What a paper says of itself, and the resource with its outline."""

    paper: str
    title: str | None
    authors: list[str]
    date: str | None
    characters: int
    uri: str


class Papers(Listed):
    """The papers of the library."""

    results: list[PaperFound]


class Quotation(Shape):
    """The verdict on a quotation. Only `holds` lets it pass."""

    quotation: str
    verdict: str
    holds: bool
    told: str
    places: Annotated[list[Words], Field(description="Where it stands, or its pieces, or the nearest place.")]
    differences: list[dict[str, Any]]


class Claim(Shape):
    """What speaks against a sentence. That it `holds` says only that nothing does."""

    claim: str
    holds: bool
    faults: list[dict[str, Any]]
    passages: list[Words]
