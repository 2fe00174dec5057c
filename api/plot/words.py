"""What a drawing says in words: legend, notes at its foot, and what is shown when a point is pointed at."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Sequence

from api.plot.points import Panel, Point, Report, clean
from api.plot.scales import named

MOST_NAMED = 8
_EMS = dict.fromkeys("ijlI.,:;|!' ", 0.34) | dict.fromkeys("mwMW%@—…", 0.98) | dict.fromkeys("ftr()-/", 0.42)


def shortened(text: str, longest: int) -> str:
    """The text, with an ellipsis in place of its end where it is longer; the whole is in the point's title."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def width(text: str, size: float) -> float:
    """About how wide a text is, rather too much than too little, whatever letters the reader's machine has."""
    return size * sum(
        _EMS.get(letter, 1.0 if unicodedata.east_asian_width(letter) in "WF" else 0.64) for letter in text
    )


def wrapped(text: str, size: float, room: float, most: int) -> list[str]:
    """The text in lines that fit in `room`, at most so many; an ellipsis says that there was more."""
    if not text:
        return []
    letters = max(10, int(room / (size * 0.54)))
    return textwrap.wrap(text, letters, max_lines=most, placeholder=" …")


def hover(point: Point) -> str:
    """What a point is: its printed text, time, subject and place."""
    record = point.record
    page = clean(record.get("page"))
    qualifier, unit, per = (clean(record.get(name)) for name in ("qualifier", "unit", "per"))
    told = [f"{qualifier} {point.text}".strip(), years(point), point.label]
    told += [f"{clean(record.get('kind')) or 'figure'}, {unit or 'unit not stated'}" + (f" per {per}" if per else "")]
    told += [point.paper + (f", p. {page}" if page else "")]
    return "\n".join(line for line in told if line)


def years(point: Point) -> str:
    """The time a figure holds for: "2004", "2004–2006", "from 2004, end open"."""
    if point.until is None:
        return f"from {point.since}, end open"
    if point.since is None:
        return f"until {point.until}, beginning open"
    return str(point.since) if point.since == point.until else f"{point.since}–{point.until}"


def notes(panels: Sequence[Panel], report: Report, unlabelled: int) -> list[str]:
    """What a reader must know that the drawing does not show, a sentence each."""
    points = [point for panel in panels for point in panel.points]
    told = _signs(points)
    if unlabelled:
        told.append(f"{_many(unlabelled, 'label')} found no room; in SVG, pointing at a mark shows what is printed.")
    if report.undated:
        told.append(f"{_many(len(report.undated), 'figure')} without a year {_are(report.undated)} not drawn.")
    if report.unvalued:
        told.append(f"{_many(len(report.unvalued), 'figure')} without a value {_are(report.unvalued)} not drawn.")
    if report.beyond:
        names = [shortened(named(measure), 40) for measure in report.measures[:MOST_NAMED]]
        rest = len(report.measures) - len(names)
        names += [f"{rest} more"] if rest else []
        what = f"{_many(len(report.beyond), 'figure')} of {_many(len(report.measures), 'other measure')}"
        told.append(f"{what} {_are(report.beyond)} not drawn: {'; '.join(names)}.")
    return told


def described(panels: Sequence[Panel], report: Report) -> str:
    """The drawing in a sentence or two, for those who do not see it."""
    papers = len({point.paper for panel in panels for point in panel.points})
    if not panels:
        return nothing(report)
    what = "; ".join(
        f"{named(panel.measure)}, {_many(len(panel.points), 'figure')}, {_range(panel.points)}" for panel in panels
    )
    return f"{_many(len(report.drawn), 'figure')} of {_many(papers, 'paper')} over the years: {what}."


def nothing(report: Report) -> str:
    """Why there is nothing to see."""
    undated, unvalued = len(report.undated), len(report.unvalued)
    if not undated and not unvalued:
        return "There are no figures to draw."
    return "No figure has both a year and a value, so there is nothing to draw."


def _range(points: Sequence[Point]) -> str:
    first, last = min(point.first for point in points), max(point.last for point in points)
    return str(first) if first == last else f"{first} to {last}"


def _signs(points: Sequence[Point]) -> list[str]:
    told = []
    if any(point.low != point.high for point in points):
        told.append("an upright bar joins the ends of a range")
    if any(point.first != point.last for point in points):
        told.append("a level bar spans the years of a period")
    if any(point.since is None or point.until is None for point in points):
        told.append("an arrow marks a period left open")
    return [f"{'; '.join(told).capitalize()}."] if told else []


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}" + ("" if count == 1 else "s")


def _are(records: Sequence[object]) -> str:
    return "is" if len(records) == 1 else "are"
