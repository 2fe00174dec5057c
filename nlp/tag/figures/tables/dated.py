"""The words of a heading, stub or caption -> the time they tell, with the spans that tell it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.model import Span, Spans
from corpus.prose import prose
from nlp.tag.figures.periods import is_period, periods


@dataclass(frozen=True, slots=True)
class Time:
    """The years that some words of a table tell, and where these words stand."""

    spans: Spans
    since: int | None
    until: int | None
    alone: bool = False
    """The words tell the time and nothing else."""


def time_told(text: str, span: Span) -> Time | None:
    """What the words at `span` tell; None where they tell no time, or several."""
    view = prose(text, (span,))
    if not any(char.isdigit() for char in view.text):
        return None
    found = periods(view.text)
    if len(found) != 1:
        return None
    one = found[0]
    return Time((view.source(one.start, one.end),), one.since, one.until, is_period(view.text.strip()))


def joined(times: Iterable[Time | None]) -> Time | None:
    """From the first year of all `times` to the last; None where one of them is open or nothing tells one."""
    told = [time for time in times if time is not None]
    since = [time.since for time in told if time.since is not None]
    until = [time.until for time in told if time.until is not None]
    if not told or len(since) != len(told) or len(until) != len(told):
        return None
    return Time(tuple(sorted({span for time in told for span in time.spans})), min(since), max(until))
