"""Who is named with whom -> a drawing: a matrix like a table of distances, and a network under it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from api.files import written_whole
from api.plot.drawing import form_of
from api.plot.kinds import KINDS, described, notes, telling, telling_both
from api.plot.labels import LETTERS
from api.plot.markup import Mark, markup
from api.plot.matrix import Matrix
from api.plot.network import Network
from api.plot.points import clean
from api.plot.sheet import EDGE, GREY, KIND, TITLE, WIDTH, Sheet, rendered
from api.plot.web import Web, web
from api.plot.words import wrapped
from api.records import Record

ROOM = WIDTH - 2 * EDGE
HEAD = 26.0
"""The height of a heading with its second line."""


def together_drawing(entities: Sequence[Record], pairs: Iterable[Record], *, title: str) -> str:
    """SVG text that may stand in a web page: a group of class "entity" or "pair" for each mark, with data and title."""
    return _svg(web(entities, pairs), clean(title))


def plot_together(entities: Sequence[Record], pairs: Iterable[Record], out: Path, *, title: str) -> None:
    """Draw into the file `out`, by its ending .svg, .png or .pdf.

    Raises BadQueryError for another ending, StorageError when the file cannot be written.
    """
    form, made, words = form_of(out), web(entities, pairs), clean(title)
    data = _svg(made, words).encode() if form == "svg" else rendered(lambda: _Drawing(made, words), form)
    with written_whole(out) as draft:
        draft.write_bytes(data)


def _svg(made: Web, title: str) -> str:
    drawn = rendered(lambda: _Drawing(made, title), "svg")
    return markup(drawn, _marks(made), title=title, description=described(made))


def _marks(made: Web) -> list[Mark]:
    """Nodes and ties twice, as they are drawn: in the matrix, then in the network."""
    nodes = [Mark("entity", telling(node), {"entity": node.name, "label": node.label}) for node in made.nodes]
    ties = []
    for tie in made.ties:
        one, other = (made.nodes[end] for end in tie.ends)
        data = {"entity": one.name, "label": one.label, "other": other.name, "other-label": other.label}
        ties.append(Mark("pair", telling_both(one, other, tie), data))
    return [*nodes, *ties, *nodes, *ties]


class _Drawing(Sheet):
    """The sheet, from top to bottom."""

    def __init__(self, made: Web, title: str) -> None:
        matrix, network = Matrix(made, ROOM), Network(made, ROOM)
        head = wrapped(title, TITLE, ROOM, 3)
        below = [line for note in notes(made) for line in wrapped(note, LETTERS, ROOM, 4)]
        kinds = [label for label in KINDS if any(node.label == label for node in made.nodes)]
        legend = 12 * ((len(kinds) + 1) // 2) + 6
        panels = sum(HEAD + each.tall + 2 * EDGE for each in (matrix, network) if each.tall)
        super().__init__(EDGE + 15 * len(head) + 4 + legend + panels + 11 * len(below) + 2 * EDGE)
        self.head(head)
        self._legend(kinds)
        if made.nodes:
            most = max((tie.passages for tie in made.ties), default=0)
            shades = f"the darker, the more: {most:,} at most; " if most else ""
            self._panel("Passages that name both", f"{shades}who shares passages stands side by side", matrix)
            if made.sure:
                self._panel("Named together more often than by chance", "the thicker, the more passages", network)
        self.foot(below)

    def _panel(self, words: str, more: str, panel: Matrix | Network) -> None:
        self.write(EDGE, self.top, words, fontsize=KIND, fontweight="bold")
        self.write(EDGE, self.top + 12, more, color=GREY)
        panel.draw(self.axes(EDGE, self.top + HEAD + 4, ROOM, panel.tall))
        self.top += HEAD + panel.tall + 2 * EDGE

    def _legend(self, kinds: Sequence[str]) -> None:
        for number, label in enumerate(kinds):
            left, top = EDGE + ROOM / 2 * (number % 2), self.top + 12 * (number // 2)
            look = KINDS[label]
            spot = self.axes(left, top, 8, 8)
            spot.plot([4], [3.4], look.mark, color=look.colour, markersize=5, clip_on=False)
            self.write(left + 13, top, look.name)
        self.top += 12 * ((len(kinds) + 1) // 2) + 6
