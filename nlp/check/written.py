"""A quotation as somebody wrote it -> its pieces, between which it shows a gap; what a writer may change is read away.

A writer may leave words out ("…"), put own ones in ("[sic]"), change the case of a bracketed letter, and copy note
marks, line ends and hyphens along. What is left must stand in the paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from corpus.model import Span
from corpus.prose import EMPHASIS, ESCAPE, INVISIBLE, LINE_MARK
from corpus.view import View
from nlp.check.nearest import NUMBER
from nlp.check.opposites import denials
from nlp.check.quoting import CASE, GAP
from nlp.check.record import Change, Difference
from nlp.check.wording import Word, Wording, pattern
from nlp.find.words import SCALES

OPENED = re.compile(r"\A\s*[“\"«„‘'](.*)[”\"»“’']\s*\Z", re.DOTALL)
BROKEN = re.compile(r"(?<=[^\W\d_])[-\u00ad‐][ \t]*(?:\r\n|\r|\n)\s*(?=[^\W\d_])")
"""Where a line end broke a word."""
NOTE = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=[.,;:!?\"'”’)]))[¹²³⁰-⁹]+|\s?\[\^?\d{1,3}\]|[*†‡]+(?=\W|\Z)")
"""A note's mark, which a writer may have copied along."""
PUT_IN = re.compile(r"\[[^\[\]]{2,60}\]")
"""What the writer put in: "[sic]", "[the council]"."""
SHOWN = re.compile(rf"{GAP.pattern}|{PUT_IN.pattern}")
"""Where the writer left words out or put own ones in."""
ENDS = frozenset(',.;:!?"')
SCALE = frozenset({*SCALES, "%", "percent", "per"})
"""What belongs to the number before it."""


@dataclass(frozen=True, slots=True)
class Written:
    """One way to read a quotation: its pieces, between which the writer shows a gap."""

    wording: Wording
    pieces: tuple[tuple[Word, ...], ...]
    free: frozenset[Word] = frozenset()
    """Words whose first letter the writer marked as of another case."""
    put_in: str = ""
    """What the writer put in."""

    @property
    def words(self) -> list[Word]:
        """All of it."""
        return [word for piece in self.pieces for word in piece]

    @property
    def gaps(self) -> frozenset[int]:
        """Before which words the writer shows a gap."""
        return frozenset(accumulate(len(piece) for piece in self.pieces[:-1]))

    def in_order(self, there: Wording) -> Iterator[list[tuple[int, int]]]:
        """Everywhere its pieces stand in a stretch, one behind the other: (first, behind the last) word of each."""
        finders = [pattern(piece, [word in self.free for word in piece]) for piece in self.pieces]
        for first in there.find(finders[0]):
            found = [first]
            for finder in finders[1:]:
                following = next(there.find(finder, found[-1][1]), None)
                if following is None:
                    return
                found.append(following)
            yield found

    def flaws(self, there: Wording, found: Sequence[tuple[int, int]]) -> list[Difference]:
        """What is wrong though its pieces stand there: a number cut, a denial left out, or either put in."""
        whole = self.wording.view.source(self.words[0].start, self.words[-1].end)
        flaws = [flaw for number in range(len(found)) if (flaw := self._cut(there, found, number)) is not None]
        lefts = (left for left in between(there, found) if any(denials(left)))
        flaws += [Difference(Change.DENIAL, left, "", whole.start, whole.end) for left in lefts]
        if NUMBER.search(self.put_in) or any(denials(self.put_in)):
            change = Change.NUMBER if NUMBER.search(self.put_in) else Change.DENIAL
            flaws.append(Difference(change, "", self.put_in, whole.start, whole.end))
        return flaws

    def _cut(self, there: Wording, found: Sequence[tuple[int, int]], number: int) -> Difference | None:
        """A number of which a piece has only part: "5" of "5 million", or of "-5"."""
        piece, (first, last) = self.pieces[number], found[number]
        before = number > 0 and found[number - 1][1] == first
        behind = number + 1 < len(found) and found[number + 1][0] == last
        if not before and _is_negative(there, first):
            own, begin, end = piece[0], first - 1, first + 1
        elif not behind and _is_scaled(there, last):
            own, begin, end = piece[-1], last - 1, last + 1
        else:
            return None
        at, shown = self.wording.view.source(own.start, own.end), self.wording.view.text[own.start : own.end]
        return Difference(Change.NUMBER, there.printed(begin, end), shown, at.start, at.end, there.spans(begin, end))


def between(there: Wording, found: Sequence[tuple[int, int]]) -> list[str]:
    """What stands between pieces."""
    return [there.printed(before[1], after[0]) for before, after in pairwise(found)]


def in_one_sentence(there: Wording, found: Sequence[tuple[int, int]]) -> bool:
    """Whether pieces stand in one sentence and one part of it; a single piece may run over several."""
    if len(found) == 1:
        return True
    one = there.sentence(found[0][0]) == there.sentence(found[-1][1] - 1)
    return one and not any(";" in left for left in between(there, found))


def readings(text: str) -> Iterator[Written]:
    """As it is; without note marks; with the gaps it shows. A word that a line end broke may have its hyphen or not."""
    opened = OPENED.match(text)
    whole = View.of(text, Span(*opened.span(1))) if opened is not None else View.of(text)
    for hyphen in ("-", "") if BROKEN.search(whole.text) else ("-",):
        view = whole.sub(BROKEN, hyphen)
        for dress in (LINE_MARK, EMPHASIS, INVISIBLE):
            view = view.sub(dress, "")
        view = view.sub(r"\s+", " ")
        yield _reading(text, view)
        unmarked = view.sub(ESCAPE, r"\1").sub(NOTE, "")
        yield _reading(text, unmarked)
        bare = unmarked.sub(CASE, r"\1")
        yield _reading(text, bare)
        yield _reading(text, bare, SHOWN)


def _reading(text: str, view: View, shown: re.Pattern[str] | None = None) -> Written:
    wording = Wording(view)
    gaps = [found.span() for found in shown.finditer(wording.view.text)] if shown else []
    edges = [0, *(edge for gap in gaps for edge in gap), len(wording.view.text)]
    pieces = (
        _trimmed([word for word in wording.words if start <= word.start < end])
        for start, end in zip(edges[::2], edges[1::2], strict=True)
    )
    sources = ((word, wording.view.source(word.start, word.end)) for word in wording.words)
    free = frozenset(word for word, source in sources if not word.is_sign and "[" in text[source.start : source.end])
    put_in = " ".join(found.group() for found in PUT_IN.finditer(wording.view.text)) if shown else ""
    return Written(wording, tuple(filter(None, pieces)), free, put_in)


def _trimmed(words: Sequence[Word]) -> tuple[Word, ...]:
    """Without the signs at its ends, which a writer's own sentence decides."""
    start, end = 0, len(words)
    while start < end and words[start].key in ENDS:
        start += 1
    while end > start and words[end - 1].key in ENDS:
        end -= 1
    return tuple(words[start:end])


def _is_negative(there: Wording, first: int) -> bool:
    """Whether a minus stands right before the number that a word is."""
    word, signs = there.words[first], there.words[max(0, first - 2) : first]
    if not signs or signs[-1].key != "-" or not word.key[0].isdigit() or signs[-1].end != word.start:
        return False
    return len(signs) == 1 or signs[0].end < signs[-1].start


def _is_scaled(there: Wording, last: int) -> bool:
    """Whether the word behind belongs to the number before it."""
    behind = there.words[last].key.casefold() if last < len(there.words) else ""
    return there.words[last - 1].key[-1].isdigit() and behind in SCALE
