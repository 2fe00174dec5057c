"""The lines of a flow -> its paragraphs, told by what a printer does: gaps, indents, faces and short last lines.

A line is short if the first word of the next line would still have fitted on it: then a writer ended it. A
line of a paragraph set ragged or justified is never short in this sense.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from corpus.labels import CAPTION_LIKE
from corpus.read.pdf.lines import Line

ENDS = re.compile(r"[.!?:;…»”\"’'\])][⁰¹²³⁴⁵⁶⁷⁸⁹*†‡§,]*\s*$")
BULLET = re.compile(r"[•●○▪■□◦‣⁃∙·◆❖➢➤►✓✔–—-]\s|[•●▪■◦‣][^\s\d]")
ITEM = re.compile(r"(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s+\S")
FIRST_ITEM = re.compile(r"\(?[1aAiI][.)]\s")
LABEL = re.compile(r"(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}|\[?\d{1,3}[.)\]])\s?\S")
"""How a note or an entry of a list begins: "12. See", "[12] See", "¹² See"."""
GOES_ON = frozenset("(0123456789")
"""Signs that a line may open with in the middle of a sentence."""
RAISED_START = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}\s?\S")
GAP = 1.3
"""Times the usual distance of lines: more parts paragraphs."""
SMALL_GAP = 1.12
"""Times the usual distance: more parts paragraphs where the line above ends a sentence or is short."""
INDENT = 0.75
"""Of the letter size: a step to the right or left that is meant."""
OTHER_SIZE = 0.07
"""Letter sizes that differ by this share are two sizes."""
NO_ROOM = 0.5
"""Of the letter size: in less no word fits, and a smaller step is no indent."""
FEW = 4
"""Lines: a longer paragraph is not centred."""
UNSURE = 1.1
"""Times the usual width of its letters: so wide may a word be."""
NEAR = 8
"""Lines above in which a hanging indent shows."""
LABELLED = 4.0
"""Letter sizes: words stand no further behind their number."""
DISPLAY = 1.25
"""Times the size of the body: lines so large are a title's or a heading's, broken for their looks."""
TELLING = 8
"""Letters: so many are set in capitals for a reason."""
LEADING = 1.2
"""Of the letter size: the distance of lines where nothing tells."""
Leadings = dict[float, float]
NONE: Mapping[int, float] = {}


def leadings(flows: Iterable[Sequence[Line]]) -> Leadings:
    """Letter size -> the usual distance of two lines of that size, in points."""
    steps: list[tuple[float, float]] = []
    for lines in flows:
        for a, b in pairwise(lines):
            if a.size == b.size and 0.8 * a.size < a.base - b.base < 2.6 * a.size:
                steps.append((a.size, a.base - b.base))
    count: dict[float, Counter[float]] = {}
    for (size, step), times in Counter(steps).items():
        counted = count.setdefault(round(size, 1), Counter())
        counted[round(step, 1)] += times
    return {size: _usual(counted) for size, counted in count.items()}


def _usual(steps: Counter[float]) -> float:
    """The commonest distance; of two that are nearly as common the smaller, since gaps come often in short texts."""
    top = max(steps.values())
    return min(step for step, times in steps.items() if times >= 0.5 * top)


def paragraphs(
    lines: Sequence[Line], leading: Leadings, body: float, alone: Mapping[int, float] = NONE
) -> list[list[Line]]:
    """The lines of one flow, cut into paragraphs; `body` is the letter size of most of the text.

    `alone` has the room that is left beside lines (by identity) which need not be filled, as in a title block.
    """
    found: list[list[Line]] = []
    edges = _edges(lines)
    for at, line in enumerate(lines):
        last = lines[at - 1] if at else None
        if last is not None and id(last) in alone and _stands_alone(last, line, alone[id(last)]):
            found.append([line])
        elif at and not _parts(lines, at, found[-1], leading, edges, body):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _stands_alone(a: Line, b: Line, room: float) -> bool:
    """Whether a line ends what it says, though the first word of the next would have fitted on it."""
    return not a.hyphen and not b.words[:1].islower() and _fits(b, room)


def _edges(lines: Sequence[Line]) -> list[float]:
    """Where the column ends on the right at each line: as far as the lines around it of its size reach."""
    edges: list[float] = []
    for at, line in enumerate(lines):
        edge, size = line.right, line.size
        for one in lines[max(0, at - 3) : at + 4]:
            if one.right > edge and abs(one.size - size) < 0.6:
                edge = one.right
        edges.append(edge)
    return edges


def _parts(
    lines: Sequence[Line], at: int, held: Sequence[Line], leading: Leadings, edges: Sequence[float], body: float
) -> bool:
    """Whether a paragraph ends between line `at` - 1 and line `at`; `held` are its lines so far."""
    a, b = lines[at - 1], lines[at]
    if a.rows or b.rows or a.cells or b.cells:
        return True
    step = (a.base - b.base) / (leading.get(round(b.size, 1)) or LEADING * b.size)
    room = edges[at - 1] - a.right
    if _runs_on(a, b, step, room):
        return False
    if abs(a.size - b.size) > OTHER_SIZE * max(a.size, b.size) or step > GAP:
        return True
    if a.hyphen:
        return False
    if min(a.size, b.size) > DISPLAY * body:
        return {_is_in_capitals(a), _is_in_capitals(b)} == {True, False} or _is_loose(a, b, leading, body)
    ends = ENDS.search(a.words) is not None
    centred = len(held) < FEW and abs(a.left + a.right - b.left - b.right) < 4 and abs(a.left - b.left) > 2
    short = not centred and _fits(b, room)
    return _parts_by_look(a, b, held, step, ends=ends, short=short) or _parts_by_shape(
        lines, at, held, ends=ends, short=short
    )


def _is_in_capitals(line: Line) -> bool | None:
    """None where so few letters tell nothing, as in a name or a year."""
    return line.words.isupper() if sum(char.isalpha() for char in line.words) >= TELLING else None


def _is_loose(a: Line, b: Line, leading: Leadings, body: float) -> bool:
    """Whether two large lines stand further apart, for their size, than those of the body: two headings do."""
    usual = leading.get(round(body, 1), LEADING * body) / body
    return (a.base - b.base) / b.size > GAP * max(usual, LEADING)


def _runs_on(a: Line, b: Line, step: float, room: float) -> bool:
    """The plain case, told fast: two full lines of one look, the second beginning with a small letter."""
    return (
        a.size == b.size
        and step < SMALL_GAP
        and room < NO_ROOM * a.size
        and abs(a.left - b.left) < NO_ROOM * a.size
        and a.face == b.face
        and b.words[0].islower()
    )


def _parts_by_look(a: Line, b: Line, held: Sequence[Line], step: float, *, ends: bool, short: bool) -> bool:
    closed = ends or short
    if a.face != b.face and (a.face.bold != b.face.bold or short) and (closed or len(held) == 1):
        return True
    if RAISED_START.match(b.words):
        return True
    return closed and (step > SMALL_GAP or BULLET.match(b.words) is not None or CAPTION_LIKE.match(b.words) is not None)


def _parts_by_shape(lines: Sequence[Line], at: int, held: Sequence[Line], *, ends: bool, short: bool) -> bool:
    a, b = lines[at - 1], lines[at]
    capital = not b.words[:1].islower() and (short or b.words[0] not in GOES_ON or ITEM.match(b.words) is not None)
    if short and (ends or capital) and not (_hangs(held) and b.left > held[0].left + INDENT * b.size):
        return True
    if ITEM.match(b.words) and (short or (ends and _is_next(b, held))):
        return True
    after = lines[at + 1] if at + 1 < len(lines) else None
    if b.left - a.left > INDENT * b.size and ends and capital:
        return not (len(held) == 1 and (_is_label_of(a, b) or _hung(lines, at, after, short=short)))
    outdent = a.left - b.left > INDENT * b.size
    return outdent and ends and capital and _hangs(held) and abs(held[0].left - b.left) < INDENT * b.size


def _is_next(b: Line, held: Sequence[Line]) -> bool:
    """Whether an item that stands below a full line begins a list or goes on with one; not "(ii)" in a sentence."""
    alike = abs(b.left - held[0].left) < INDENT * b.size
    return alike and (FIRST_ITEM.match(b.words) is not None or ITEM.match(held[0].words) is not None)


def _is_label_of(a: Line, b: Line) -> bool:
    """Whether `a` begins with a number, and `b` stands below the words behind it."""
    return LABEL.match(a.words) is not None and b.left - a.left < LABELLED * a.size


def _hung(lines: Sequence[Line], at: int, after: Line | None, *, short: bool) -> bool:
    """Whether lines around line `at` stand as far in as it does, so that it goes on with the one above."""
    b = lines[at]
    if after is not None and abs(after.left - b.left) < 1.5:
        return True
    near = lines[max(0, at - NEAR) : at - 1]
    return not short and any(abs(one.left - b.left) < 1.5 and one.words[0].islower() for one in near)


def _hangs(held: Sequence[Line]) -> bool:
    """Whether the paragraph so far has its first line further left than the others, or begins with a bullet."""
    if len(held) == 1:
        return BULLET.match(held[0].words) is not None
    return held[1].left - held[0].left > INDENT * held[0].size


def _fits(b: Line, room: float) -> bool:
    """Whether the first word of `b` would have fitted in the room behind the line above."""
    word = len(b.words.split(" ", 1)[0]) + 1
    return room > UNSURE * word * b.width / max(1, len(b.words)) + 0.2 * b.size
