"""A paper's figures and names -> the same figures, with what each measures, for whom, where and when.

Read from the sentence a figure stands in, by the clause that speaks of it. What the words do not say stays empty.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from corpus.model import Span, Spans, hull, within
from corpus.sentenced import sentences_of
from corpus.view import View
from nlp.model import Figure, Label, Mention, Place
from nlp.tag.bearing.clauses import Clause, clauses
from nlp.tag.bearing.dating import dated, only_time, relative
from nlp.tag.bearing.subjects import Told, told
from nlp.tag.bearing.words import Sentence, Sort, sentence
from nlp.tag.figures.periods import Period

_T = TypeVar("_T")
_GOES_ON = re.compile(
    r"(?:(?:Some\s|About\s|Almost\s|Nearly\s)?\S{0,12}\s?[oO]f\s(?:this|that|these|those|it|them)\b|It\s|They\s|The\s(?:remain\w+|rest|other)\b"
    r"|(?:This|These|Those)\s|Another\b|An?\s(?:further|additional|second|third)\b|In\s(?:addition|total|all)\b)"
)
"""How a sentence opens that goes on counting what the one before began: the year told there still holds."""


_SHARES = re.compile(r"(?:Some\s|About\s|Most\s)?[oO]f\s(?:this|that|these|those)\b")
"""How a sentence opens whose figures are parts of the one before."""
_BRACKETS = frozenset({Sort.OPEN, Sort.CLOSE})


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence with its figures: where it stands, and what was read before it in its paragraph."""

    view: View
    at: int
    spans: Spans
    read: Sentence
    marks: Spans
    marked: tuple[int, ...]
    """Where each of them stands in the sentence."""


class _Before:
    """The sentence before, which is taken apart when one goes on with it."""

    def __init__(self, words: str, at: int) -> None:
        self.words, self.at = words, at

    @cached_property
    def read(self) -> Sentence:
        """It, taken apart: its figures do not matter."""
        return sentence(self.words, (), ())


def bearings(
    text: str,
    views: Sequence[tuple[View, Place]],
    figures: Sequence[Figure],
    mentions: Sequence[Mention] = (),
    markers: Sequence[Span] = (),
) -> list[Figure]:
    """`figures`, in the order given, each with what its sentence tells of it.

    `views` is the prose the figures were read from, `markers` the note markers cut from it, in order. Figures that
    stand in none of the views, as those of tables, come back as they are. Pure; linear in the text.
    """
    ordered = sorted(range(len(figures)), key=lambda at: figures[at].span.start)
    starts = [figures[at].span.start for at in ordered]
    names = sorted(mentions, key=lambda each: each.span)
    places = [name.span.start for name in names]
    found = list(figures)
    for view, _ in views:
        whole = hull(view.pieces)
        mine = [at for at in _cut(ordered, starts, whole) if figures[at].place is not Place.TABLE]
        if mine:
            near = _cut(names, places, whole)
            read = _paragraph(text, view, [figures[at] for at in mine], near, within(markers, view.pieces))
            for at, figure in zip(mine, read, strict=True):
                found[at] = figure
    return found


def _cut(items: Sequence[_T], starts: Sequence[int], span: Span) -> Sequence[_T]:
    return items[bisect_left(starts, span.start) : bisect_left(starts, span.end)]


def _paragraph(
    text: str, view: View, figures: Sequence[Figure], names: Sequence[Mention], marks: Spans
) -> list[Figure]:
    """The figures of one paragraph, note or caption, sentence by sentence."""
    found: list[Figure] = []
    before: _Before | None = None
    last: Figure | None = None
    at = 0
    for each in sentences_of(text, view.pieces, marks):
        whole = hull(each.spans)
        start, end = view.find(whole)
        here: list[Figure] = []
        while at < len(figures) and figures[at].span.start < whole.end:
            here.append(figures[at])
            at += 1
        if here:
            inside = [name for name in names if whole.covers(name.span)]
            line = _line(view, start, end, each.spans, here, inside, marks)
            shares = last if _SHARES.match(line.read.text) else None
            found += (_shared(each, shares) for each in _told(line, here, inside, before))
        last = found[-1] if here else None
        before = _Before(view.text[start:end], start)
    return found + list(figures[len(found) :])


def _shared(figure: Figure, whole: Figure | None) -> Figure:
    """The figure; of what `whole` measures, where it is said to be part of it and not of what."""
    same = whole is not None and whole.kind is figure.kind and not figure.subject
    return replace(figure, subject=whole.subject) if whole is not None and same else figure


def _line(
    view: View, start: int, end: int, spans: Spans, here: Sequence[Figure], names: Sequence[Mention], marks: Spans
) -> _Line:
    def place(span: Span) -> tuple[int, int]:
        first, last = view.find(span)
        return first - start, last - start

    read = sentence(
        view.text[start:end],
        [place(figure.span) for figure in here],
        [(place(name.span), name.label) for name in names],
    )
    inside = within(marks, (hull(spans),))
    return _Line(view, start, spans, read, inside, tuple(place(mark)[0] for mark in inside))


def _told(line: _Line, figures: Sequence[Figure], names: Sequence[Mention], before: _Before | None) -> Iterator[Figure]:
    found = clauses(line.read)
    times = dated(line.read, found)
    subjects = told(line.read, found, figures)
    for at, figure in enumerate(figures):
        when, shift = _time(line, times[at], before)
        yield replace(
            figure,
            sentence=line.spans,
            subject=_spans(line, subjects[at].subject),
            relation=_span(line, subjects[at]),
            where=_named(line, found[at], at, names, (Label.GPE, Label.LOC)),
            who=_named(line, found[at], at, names, (Label.ORG, Label.PERSON)),
            when=line.view.spans(shift + when.start, shift + when.end) if when else (),
            since=when.since if when else None,
            until=when.until if when else None,
            markers=_markers(line, found[at], at),
        )


def _spans(line: _Line, place: tuple[int, int] | None) -> Spans:
    if place is None:
        return ()
    found: list[Span] = []
    for span in line.view.spans(line.at + place[0], line.at + place[1]):
        start = span.start
        for mark in within(line.marks, (span,)):
            found.append(Span(start, mark.start))
            start = mark.end
        found.append(Span(start, span.end))
    return tuple(each for each in found if each.length)


def _span(line: _Line, one: Told) -> Span | None:
    spans = _spans(line, one.relation)
    return spans[0] if spans else None


def _time(line: _Line, own: Period | None, before: _Before | None) -> tuple[Period | None, int]:
    """The time of a figure and where the string it is told in begins: its sentence, or the one before."""
    if before is None or (own is not None and (own.since or own.until)):
        return own, line.at
    if own is not None:
        last = only_time(before.read, years=True)
        return relative(line.read.text[own.start : own.end].lower(), own, last.since if last else None), line.at
    if not _GOES_ON.match(line.read.text):
        return None, line.at
    return only_time(before.read, years=not _SHARES.match(line.read.text)), before.at


def _named(line: _Line, clause: Clause, which: int, names: Sequence[Mention], labels: tuple[Label, ...]) -> Spans:
    """The names with one of `labels` in the figure's own words; else before them; else at the sentence's front."""
    read = line.read
    figure = read.figures[which]
    at = [
        one
        for one, token in enumerate(read.tokens)
        if token.sort is Sort.NAME and read.labels[token.index] in labels and _outside_brackets(read, one, figure)
    ]
    first = next(one for one in read.figures if one >= clause.head)
    for start, end in ((clause.start, clause.end), (clause.head, min(first, clause.start)), (0, clause.front)):
        own = [one for one in at if start <= one < end]
        if own:
            return tuple(names[read.tokens[one].index].span for one in own)
    return ()


def _outside_brackets(read: Sentence, at: int, figure: int) -> bool:
    """Whether no bracket that leaves the figure out is around the name."""
    opened = next((one for one in range(at - 1, max(-1, at - 30), -1) if read.sort(one) in _BRACKETS), -1)
    if opened < 0 or read.sort(opened) is Sort.CLOSE:
        return True
    closed = next((one for one in range(at, min(at + 30, len(read.tokens))) if read.sort(one) in _BRACKETS), -1)
    return closed < 0 or read.sort(closed) is Sort.OPEN or opened < figure < closed


def _markers(line: _Line, clause: Clause, which: int) -> Spans:
    """The note markers in the figure's own words, or right behind them; else those at the sentence's end."""
    read = line.read
    start = read.tokens[clause.start].start if which else 0
    end = read.tokens[clause.end].start if clause.end < len(read.tokens) else len(read.text)
    figure = read.tokens[read.figures[which]]
    own: list[Span] = []
    last: list[Span] = []
    for mark, at in zip(line.marks, line.marked, strict=True):
        if figure.end <= at <= figure.end + 1:
            return tuple(one for one, its in zip(line.marks, line.marked, strict=True) if its == at)
        if start < at <= end + 1 and at < len(read.text):
            own.append(mark)
        if at >= len(read.text):
            last.append(mark)
    return tuple(own or last)
