"""Records of figures -> a drawing of their values over the years, by paper: SVG text, or a file.

The web page and the command line draw alike: same records, same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from api.files import written_whole
from api.plot.markup import Mark, markup
from api.plot.panes import Pane, numbered
from api.plot.picture import picture
from api.plot.points import Panel, Point, Report, arrange, clean
from api.plot.scales import value_scale, year_scale
from api.plot.sheet import EDGE, WIDTH
from api.plot.words import described, hover, notes, nothing, width
from api.records import Record
from corpus.errors import BadQueryError

FORMATS = ("svg", "png", "pdf")
LOW, TALL, TALLEST = 80.0, 150.0, 210.0
"""The height of a panel of few points, of another, and of one that stands alone or is crowded."""
FEW, CROWD = 3, 30


def drawing(records: Iterable[Record], *, title: str) -> str:
    """The figures as SVG text that may stand in a web page: a group of class "point" for each, with data and title."""
    panels, report = arrange(records)
    return _svg(panels, report, clean(title))


def plot(records: Iterable[Record], out: Path, *, title: str) -> Report:
    """Draw the figures into the file `out`, by its ending .svg, .png or .pdf; what became of each record.

    Raises BadQueryError for another ending, StorageError when the file cannot be written.
    """
    form = form_of(out)
    panels, report = arrange(records)
    words = clean(title)
    if form == "svg":
        data = _svg(panels, report, words).encode()
    else:
        panes = _panes(panels)
        data = picture(panes, title=words, foot=_foot(panes, report), form=form)
    with written_whole(out) as draft:
        draft.write_bytes(data)
    return report


def form_of(out: Path) -> str:
    """The format that a file's ending asks for. Raises BadQueryError for one that cannot be drawn."""
    form = out.suffix.lower().removeprefix(".")
    if form not in FORMATS:
        raise BadQueryError(f"{out} cannot be drawn: give a file that ends in .svg, .png or .pdf")
    return form


def _svg(panels: Sequence[Panel], report: Report, title: str) -> str:
    panes = _panes(panels)
    drawn = picture(panes, title=title, foot=_foot(panes, report), form="svg")
    return markup(drawn, list(map(_mark, numbered(panes))), title=title, description=described(panels, report))


def _mark(point: Point) -> Mark:
    data = {name: clean(point.record.get(name)) for name in ("paper", "start", "end", "page")}
    return Mark("point", hover(point), data)


def _panes(panels: Sequence[Panel]) -> list[Pane]:
    if not panels:
        return []
    scales = [value_scale(panel.points, panel.measure[0]) for panel in panels]
    years = year_scale([point for panel in panels for point in panel.points])
    # one width for all, or their years would not stand under one another
    numbers = max(width(text, 8) for scale in scales for _, text in scale.ticks)
    wide = WIDTH - 2 * EDGE - 8 - 5 - numbers
    return [
        Pane(panel, scale, years, wide, _tall(panel, alone=len(panels) == 1))
        for panel, scale in zip(panels, scales, strict=True)
    ]


def _tall(panel: Panel, *, alone: bool) -> float:
    if len(panel.points) <= FEW:
        return LOW
    return TALLEST if alone or len(panel.points) > CROWD else TALL


def _foot(panes: Sequence[Pane], report: Report) -> list[str]:
    if not panes:
        return [nothing(report), *notes((), report, 0)]
    return notes([pane.panel for pane in panes], report, sum(pane.unlabelled for pane in panes))
