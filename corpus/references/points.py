"""A note's words -> the points in it that cite something: signs, titled citations, mentions, other sources."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from corpus.model import Marker, Note, Span, Spans, within
from corpus.prose import prose
from corpus.references.authoryear import Mention, mentions
from corpus.references.catalogue import Names
from corpus.references.names import JOINERS
from corpus.references.record import ReferenceKind
from corpus.references.signs import Sign, signs
from corpus.references.spread import spread
from corpus.references.works import (
    CONTINUES,
    ONLY_PAGES,
    URL,
    Cited,
    Segment,
    cited,
    head_of,
    list_like,
    segments,
)
from corpus.view import View

LABEL_END = re.compile(r"[\])}.:\s]*")
TALK = re.compile(
    r"(?:\w+['’]?s?\s+){0,2}?(?:interviews?|communications?|conversations?|correspondence|e-?mails?|meetings?|entrevistas?|comunicaci[oó]n|comunica[çc][ãa]o|entretiens?|gespr[äa]ch\w*)\b",
    re.IGNORECASE,
)
SOURCE_LIKE = re.compile(
    r"[“\"«]|https?:|www\.|(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|§|\b(?:Law|Act|Decree|Resolution|Article|Art|Section|Doc|No|Pub|Ley|Decreto|Lei|Loi|Gesetz|Code|Treaty)\b"
)
FEW_WORDS = 8
NEAR = 3
"""Characters between "Smith 2010" and the op. cit. that means the same work."""
SPREAD = 3
"""Pieces after "Hale, A. (2001)." that may hold its title and publisher."""
Found = TypeVar("Found", Sign, Mention)


@dataclass(frozen=True, slots=True)
class Point:
    """Something in a note that cites; offsets into the note's words."""

    start: int
    end: int
    what: Sign | Cited | Mention | None
    """None for a source without names or title: an address, an interview, a law."""
    names: str = ""
    title: str = ""
    """For a Sign: what stands before it, as in "Smith, op. cit."."""


@dataclass(frozen=True, slots=True)
class NoteReading:
    """A note's words and the points in them."""

    view: View
    points: tuple[Point, ...]


def read_note(text: str, note: Note, markers: Spans) -> NoteReading:
    """The citing points of `note`, its label left out. `markers` are those of the whole paper, in order."""
    view = prose(text, _unlabelled(text, note), within(markers, note.spans))
    return NoteReading(view, tuple(_points(view.text)))


def marker_spans(markers: Sequence[Marker]) -> Spans:
    """Where the markers stand, in order."""
    return tuple(sorted({marker.span for marker in markers}))


def _unlabelled(text: str, note: Note) -> Spans:
    spans = tuple(sorted(note.spans))
    if note.mark is None or not spans[0].covers(note.mark):
        return spans
    label = LABEL_END.match(text, note.mark.end, spans[0].end)
    start = label.end() if label else note.mark.end
    return (Span(start, spans[0].end), *spans[1:])


def _points(words: str) -> Iterator[Point]:
    pieces = list(segments(words))
    found_signs, found_mentions = deque(signs(words)), deque(mentions(words))
    count, at = 0, 0
    only_addresses, open_until = True, 0
    while at < len(pieces):
        piece = pieces[at]
        whole = spread(words, pieces, at)
        here = _segment(words, piece, _taken(found_signs, piece.end), _taken(found_mentions, piece.end))
        if whole and not here:
            here, at = [Point(whole[0].start, whole[0].end, whole[0])], whole[1]
            _taken(found_signs, whole[0].end), _taken(found_mentions, whole[0].end)
        else:
            at += 1
        if at <= open_until and not piece.led and not piece.follows and not _dated_or_signed(here):
            continue  # the title and publisher of "Hale, A. (2001)."
        if here and isinstance(here[-1].what, Mention):
            open_until = at + SPREAD
        only_addresses = only_addresses and not here
        here = here or list(_other(words, piece, only_addresses))
        count += len(here)
        yield from here
    if not count and (SOURCE_LIKE.search(words) or len(words.split()) <= FEW_WORDS):
        yield Point(0, len(words), None)


def _dated_or_signed(points: Sequence[Point]) -> bool:
    return any(isinstance(point.what, Mention | Sign) for point in points)


def _segment(words: str, segment: Segment, signed: Sequence[Sign], dated: Sequence[Mention]) -> list[Point]:
    titled = [] if signed or _opens_dated(segment, dated) else list(cited(words, segment))
    lows = [segment.start, *(sign.end for sign in signed)]
    points = [_signed(words, sign, low) for low, sign in zip(lows, signed, strict=False)]
    points += [Point(c.start, c.end, c) for c in titled]
    taken = [(point.start, point.end) for point in points]
    cued_names: tuple[Names, ...] = ()
    for mention in dated:
        at = bisect_left(taken, (mention.start + NEAR, 0)) - 1
        if at < 0 or mention.start >= taken[at][1] + (NEAR if signed else 0):
            cued = mention.cued or mention.start <= segment.start + 2 or mention.readings == cued_names
            cued_names = mention.readings if cued else ()
            points.append(Point(mention.start, mention.end, replace(mention, cued=cued)))
    return sorted(points, key=lambda point: (point.start, point.end))


def _taken(ordered: deque[Found], end: int) -> list[Found]:
    """Those at the front of `ordered` that start before `end`, taken off it."""
    taken: list[Found] = []
    while ordered and ordered[0].start < end:
        taken.append(ordered.popleft())
    return taken


def _opens_dated(segment: Segment, dated: Sequence[Mention]) -> bool:
    """Whether the segment opens with names and a year: "Smith, Hale and Cole (2010)" has no title."""
    if not dated or dated[0].start > segment.start + 2:
        return False
    names = dated[0].readings[0].whole.split()
    return sum(word in JOINERS for word in names) < 2


def _signed(words: str, sign: Sign, low: int) -> Point:
    """A sign with the names and the title before it."""
    before = words[low : sign.start]
    stripped = before.rstrip(" ,:;(")
    if sign.kind is ReferenceKind.IBID or not stripped:
        return Point(sign.start, sign.end, sign)
    lead = len(stripped) - len(stripped.lstrip(" ,;"))
    head = head_of(before)
    if head and head[1] < len(stripped):
        return Point(low, sign.end, sign, before[: head[0]], before[head[1] : len(stripped)])
    if list_like(stripped[lead:]):
        return Point(low + lead, sign.end, sign, stripped[lead:])
    return Point(sign.start, sign.end, sign)


def _other(words: str, segment: Segment, only_addresses: bool) -> Iterator[Point]:
    piece = words[segment.start : segment.end]
    if CONTINUES.match(piece) or ONLY_PAGES.fullmatch(piece):
        return
    if TALK.match(piece) or (segment.parted and piece[:1].isupper() and re.search(r"\d|[“\"]", piece)):
        yield Point(segment.start, segment.end, None)
    elif only_addresses:
        yield from (Point(segment.start + m.start(), segment.start + m.end(), None) for m in URL.finditer(piece))
