"""A paper's prose and tables -> its figures: every number that measures something, with unit, scale and place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from corpus.model import Exhibit, Span
from corpus.view import View
from nlp.model import Figure, Kind, Place
from nlp.tag.figures.conventions import Convention
from nlp.tag.figures.counts import counts
from nlp.tag.figures.hedges import per, qualifier
from nlp.tag.figures.masks import masked, without_item_number
from nlp.tag.figures.money import implied
from nlp.tag.figures.quantities import quantities
from nlp.tag.figures.quantity import Counted, Quantity
from nlp.tag.figures.starts import starts
from nlp.tag.figures.tables.tabled import table_figures

NEAR = 200
"""Characters around a sum within which a country or currency tells whose pesos it is in."""


def figures(
    text: str,
    views: Sequence[tuple[View, Place]],
    exhibits: Sequence[Exhibit] = (),
    tables: Sequence[Span] = (),
) -> list[Figure]:
    """All figures of a paper, in order of place and without overlaps.

    `views` is the prose of each paragraph, note, heading and caption with where it stands, note markers and labels
    already cut out. Tables are read from the bodies of `exhibits`, under the unit their caption states, and from
    those of `tables` that no exhibit has. Spans are of `text`; an exhibit's body must not be among the views.
    """
    habits = Convention(text)
    found: list[Figure] = []
    for view, place in views:
        found += _read(view, place, habits)
    captioned = {
        # a box's words are prose unless they are set as a table
        exhibit.body: exhibit
        for exhibit in exhibits
        if exhibit.body is not None and (exhibit.kind != "box" or exhibit.body in tables)
    }
    continued = {piece for exhibit in exhibits for piece in exhibit.continued}
    for body in sorted({*captioned, *tables} - continued):
        found += table_figures(text, body, captioned.get(body), habits)
    return _apart(found)


def _read(view: View, place: Place, habits: Convention) -> Iterator[Figure]:
    """The figures of one paragraph, note or caption."""
    at = starts(view.text)
    if not at:
        return
    text = without_item_number(masked(view.text, at))
    units = implied(text, quantities(text, habits.habits, at))
    for one in units:
        if one.unit is not None:
            yield _figure(view, place, habits, one)
    for other in counts(text, units, at):
        yield _count(view, place, other)


def _figure(view: View, place: Place, habits: Convention, one: Quantity) -> Figure:
    assert one.unit is not None  # noqa: S101 - the caller has asked
    hedge, start = qualifier(view.text, one.start, one.end)
    near = view.text[max(0, one.start - NEAR) : one.end + NEAR]
    unit, assumed = habits.resolve(one.unit, near) if one.unit.kind is Kind.MONEY else (one.unit.name, None)
    return Figure(
        span=_span(view, one.start, one.end),
        kind=one.unit.kind,
        low=one.low,
        high=one.high,
        unit=unit,
        place=place,
        qualifier=None if hedge == "over" and one.unit.kind is Kind.DURATION else hedge,
        per=per(view.text, start, one.end),
        implied=one.implied,
        assumed=assumed,
    )


def _count(view: View, place: Place, one: Counted) -> Figure:
    hedge, start = qualifier(view.text, one.start, one.end)
    return Figure(
        span=_span(view, one.start, one.end),
        kind=one.kind,
        low=one.low,
        high=one.high,
        unit=one.unit,
        place=place,
        qualifier=hedge,
        per=per(view.text, start, one.end) if one.kind is not Kind.RATE else None,
        implied=one.implied,
    )


def _span(view: View, start: int, end: int) -> Span:
    """What is printed; of a figure that a page cuts in two, the part with the number."""
    return view.spans(start, end)[0]


def _apart(found: Iterable[Figure]) -> list[Figure]:
    """In order of place; of two that overlap, the longer stands."""
    apart: list[Figure] = []
    for figure in sorted(found, key=lambda each: (each.span.start, -each.span.end)):
        if not apart or figure.span.start >= apart[-1].span.end:
            apart.append(figure)
    return apart
