"""A cell and the unit that is fixed for it -> its figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.model import Span
from corpus.prose import prose
from nlp.model import Figure, Kind, Place
from nlp.tag.figures.conventions import Convention
from nlp.tag.figures.hedges import per, qualifier
from nlp.tag.figures.masks import masked
from nlp.tag.figures.measures import NOTHING, Measure
from nlp.tag.figures.numbers import times
from nlp.tag.figures.quantities import quantities
from nlp.tag.figures.quantity import Quantity
from nlp.tag.figures.tables.cells import Cell

_PLAIN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d{1,15})?|\d{1,15}(?:\.\d{1,15})?")
_NEGATIVE = re.compile(r"\(\s*[^()]*\d[^()]*\)|[−–-]\s?[^\d]{0,4}\d.*")


def cell_figures(text: str, cell: Cell, fixed: Measure | None, habits: Convention) -> Iterator[Figure]:
    """The cell's own sums ("$5 million"), and its bare number under the unit that is fixed for it."""
    simple = (
        _PLAIN.match(text, cell.span.start, cell.span.end)
        if cell.numeric and not habits.habits.decimal_commas
        else None
    )
    if simple is not None and simple.group() == cell.text:
        yield from _plain_figure(simple, fixed, habits)
        return
    view = prose(text, (cell.span,), cell.markers)
    words = view.text if cell.numeric else masked(view.text)
    found = quantities(words, habits.habits)
    bare = cell.numeric or (found and found[0].start == 0 and words[found[0].end :].lstrip()[:1] == "(")
    for at, one in enumerate(found):
        if one.unit is None and not (bare and at == 0):
            continue
        known = _measured(one, fixed, cell)
        if known is None or known.unit is None:
            continue
        hedge, start = qualifier(words, known.start, known.end)
        money = known.unit.kind is Kind.MONEY
        unit, assumed = habits.resolve(known.unit) if money else (known.unit.name, None)
        yield Figure(
            view.source(known.start, known.end),
            known.unit.kind,
            known.low,
            known.high,
            unit,
            Place.TABLE,
            hedge,
            per(words, start, known.end) or (fixed.per if fixed is not None and one.unit is None else None),
            known.implied,
            assumed,
        )


def _plain_figure(simple: re.Match[str], fixed: Measure | None, habits: Convention) -> Iterator[Figure]:
    """The figure of a cell that is a number and nothing else: most are."""
    value = float(simple.group().replace(",", ""))
    if fixed is None or fixed.unit is None or fixed is NOTHING or _is_broken(value, fixed):
        return
    value = times(value, fixed.factor) if fixed.factor != 1 else value
    kind = fixed.unit.kind
    unit, assumed = habits.resolve(fixed.unit) if kind is Kind.MONEY else (fixed.unit.name, None)
    span = Span(simple.start(), simple.end())
    yield Figure(span, kind, value, value, unit, Place.TABLE, None, fixed.per, implied=True, assumed=assumed)


def _is_broken(value: float, fixed: Measure) -> bool:
    """Whether a fraction stands where things are counted: it counts none."""
    return fixed.weak and fixed.factor == 1 and not value.is_integer()


def _measured(one: Quantity, fixed: Measure | None, cell: Cell) -> Quantity | None:
    """The quantity in the unit that is fixed, or in its own: "$892" under "US$ million" is 892 million."""
    negative = one.low > 0 and cell.numeric and _NEGATIVE.fullmatch(cell.text) is not None and not one.ranged
    if negative:
        one = replace(one, low=-one.high, high=-one.low)
    if one.unit is not None:
        scales = fixed is not None and fixed.factor > 1 and one.is_money() and not one.scaled
        if not scales or fixed is None or (fixed.unit and fixed.unit.kind is not Kind.MONEY):
            return one
        unit = fixed.unit if fixed.unit and fixed.unit.certain and not one.unit.certain else one.unit
        return replace(
            one, low=times(one.low, fixed.factor), high=times(one.high, fixed.factor), unit=unit, implied=True
        )
    if fixed is None or fixed.unit is None or fixed is NOTHING or _is_broken(one.low, fixed):
        return None
    return replace(
        one, low=times(one.low, fixed.factor), high=times(one.high, fixed.factor), unit=fixed.unit, implied=True
    )
