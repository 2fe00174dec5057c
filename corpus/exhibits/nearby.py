"""A sentence -> what it says stands near without naming it: "the table below", "le graphique ci-dessus".

Told only where nothing else can be meant: one exhibit of the kind stands on that side in the section.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from corpus.labels import MEANS, WORDS, folded
from corpus.model import Exhibit

_KINDS = ("table", "chart", "diagram", "map", "box")
_SINGULAR = "|".join(sorted({group.split()[0] for kind in _KINDS for group in WORDS[kind].split("/")}))
_BELOW = (
    r"below|overleaf|that\sfollows|siguiente|a\scontinuación|ci-dessous|suivante?|unten|abaixo|a\sseguir|seguinte"
    r"|seguente|sotto"
)
_ABOVE = r"above|anterior|ci-dessus|précédente?|oben|acima|precedente|sopra"
_NEARBY = re.compile(
    rf"""\b(?:the|la|el|le|il|lo|a|o|die|der|das|den|dem|im)\s
        (?: (?P<next>following|next|folgenden?|nachstehenden?)\s(?P<one>{_SINGULAR})\b(?!\s?\d)
          | (?P<last>preceding|foregoing|obigen?|vorstehenden?)\s(?P<two>{_SINGULAR})\b(?!\s?\d)
          | (?P<three>{_SINGULAR})\s(?:(?P<below>{_BELOW})|(?P<above>{_ABOVE}))(?!\w) )
      | \bsee\sthe\s(?P<four>figure)\s(?:(?P<under>below|overleaf)|(?P<over>above))(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
"""A "figure above" may be a number: it must be seen."""


def nearby(words: str) -> Iterator[tuple[int, int, str, bool]]:
    """Where a sentence points at an exhibit near it: start, end, kind, and whether the exhibit stands below."""
    for found in _NEARBY.finditer(words):
        word = next(found[group] for group in ("one", "two", "three", "four") if found[group])
        below = any(found[group] for group in ("next", "below", "under"))
        yield found.start(), found.end(), MEANS[folded(word)][0], below


class Neighbours:
    """The exhibits of a paper by kind and by the section they stand in."""

    def __init__(self, exhibits: Sequence[Exhibit], headings: Sequence[int]) -> None:
        self._headings = headings
        self._by: dict[tuple[str, int], list[tuple[int, int]]] = {}
        for at, one in enumerate(exhibits):
            start = one.caption.start
            self._by.setdefault((one.kind, self._section(start)), []).append((start, at))

    def find(self, kind: str, place: int, *, below: bool) -> int | None:
        """The one exhibit of that kind below or above `place` in its section; None if there are none or more."""
        shown = self._by.get((kind, self._section(place)), [])
        cut = bisect_right(shown, (place, len(shown)))
        side = shown[cut:] if below else shown[:cut]
        return side[0][1] if len(side) == 1 else None

    def _section(self, place: int) -> int:
        return bisect_right(self._headings, place)
