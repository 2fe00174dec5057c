"""Passages in which words may stand -> stretches of prose around them, so that a passage's end cuts no quotation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from api.loaded import Loaded
from corpus.model import PassageKind
from nlp.check.quotation import Stretch
from nlp.model import Ref


def stretches(refs: Sequence[Ref], loaded: Callable[[str], Loaded], length: int) -> Iterator[Stretch]:
    """The body around each of `refs`, far enough on both sides for `length` characters; notes and tables alone.

    In the order of `refs`; what overlaps is one stretch.
    """
    for name in dict.fromkeys(ref.paper for ref in refs):
        one = loaded(name)
        wanted = [ref.passage for ref in refs if ref.paper == name and ref.passage < len(one.passages)]
        for numbers in _grouped(one, wanted, length):
            spans = tuple(span for number in numbers for span in one.passages[number].spans)
            markers = tuple(mark for number in numbers for mark in one.markers_in(one.passages[number]))
            yield Stretch.of(one.paper, spans, markers)


def _grouped(one: Loaded, wanted: Sequence[int], length: int) -> list[list[int]]:
    """The numbers of passages in groups that are read as one, the group of the first of `wanted` first."""
    body = [number for number, passage in enumerate(one.passages) if passage.kind is PassageKind.BODY]
    place = {number: at for at, number in enumerate(body)}
    inside: set[int] = set()
    for number in wanted:
        if number in place:
            inside |= set(_around(one, body, place[number], length))
    runs: list[list[int]] = [[number] for number in wanted if number not in place]
    before = -2
    for at in sorted(inside):
        if at == before + 1:
            runs[-1].append(body[at])
        else:
            runs.append([body[at]])
        before = at
    rank = {number: at for at, number in enumerate(wanted)}
    return sorted(runs, key=lambda run: min(rank.get(number, len(rank)) for number in run))


def _around(one: Loaded, body: Sequence[int], at: int, length: int) -> range:
    """From which to which passage of the body `length` characters before and behind one reach."""
    first, last, left, right = at, at + 1, length, length
    while first > 0 and left > 0:
        first -= 1
        left -= sum(span.length for span in one.passages[body[first]].spans)
    while last < len(body) and right > 0:
        right -= sum(span.length for span in one.passages[body[last]].spans)
        last += 1
    return range(first, last)
