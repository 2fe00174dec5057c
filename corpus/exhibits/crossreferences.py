"""Sentences of the body, notes and captions -> the words in them that send the reader to an exhibit of the paper."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from corpus.exhibits.mentions import mentions
from corpus.exhibits.nearby import Neighbours, nearby
from corpus.exhibits.others import is_others
from corpus.labels import MAY_NAME, Name, name_of
from corpus.model import CrossReference, Exhibit, Marker, Note, Spans, within
from corpus.prose import prose
from corpus.sentenced import Sentence, sentences_of

ALWAYS = frozenset({"table", "figure", "chart", "map", "box", "diagram"})
"""Kinds whose name with a number is a reference even if nothing of the kind is in the paper."""
_JOINT = re.compile(r"(?<=[A-Z])[.\-–](?=\d)")
Key = tuple[str, ...]


def cross_references(
    text: str,
    exhibits: Sequence[Exhibit],
    body: Iterable[Sentence],
    notes: Sequence[Note] = (),
    markers: Sequence[Marker] = (),
    headings: Sequence[int] = (),
) -> list[CrossReference]:
    """Every reference to an exhibit in text order, resolved to the one it names, or to None where there is no such.

    What another work shows ("Table 2 in Smith (2010)") and a caption's own label are no references. Of exhibits that
    bear the same name, as where each chapter counts anew, the nearest is meant. `headings` are where sections begin.
    """
    shelf, neighbours = _Shelf(exhibits), Neighbours(exhibits, headings)
    marks = tuple(sorted(marker.span for marker in markers))
    found: set[CrossReference] = set()
    for spans, cited in _told(text, exhibits, body, notes, marks):
        if not _may_name(text, spans):
            continue
        view = prose(text, spans, within(marks, spans))
        for start, end, kind, below in nearby(view.text):
            place = view.source(start, end)
            at = neighbours.find(kind, place.start, below=below)
            if at is not None:
                found.add(CrossReference(place, exhibits[at].label, at, spans))
        for (start, end), named in mentions(view.text):
            if is_others(view.text, start, end, cited=cited):
                continue
            for one in named:
                place = view.source(one.start, one.end)
                at = shelf.find(one.name, place.start)
                if at is not None or (one.sure and (one.name.kind in ALWAYS or one.name.kind in shelf.kinds)):
                    label = one.name.printed if at is None else exhibits[at].label
                    found.add(CrossReference(place, label, at, spans))
    return sorted(found, key=lambda each: (each.span, each.exhibit or 0, each.label))


def _told(
    text: str, exhibits: Sequence[Exhibit], body: Iterable[Sentence], notes: Sequence[Note], marks: Spans
) -> Iterator[tuple[Spans, bool]]:
    """The sentences to read, each once; True where a citation may stand."""
    beneath = {span.start for one in exhibits for span in one.notes}
    for sentence in body:
        yield sentence.spans, False
    for note in notes:
        if note.spans[0].start not in beneath:
            yield from _cut(text, note.words, marks, cited=True)
    for one in exhibits:
        for span in [one.title] if one.title else []:
            yield from _cut(text, (span,), marks, cited=False)
        for span in [*one.notes, *([one.source] if one.source else [])]:
            yield from _cut(text, (span,), marks, cited=True)


def _may_name(text: str, spans: Spans) -> bool:
    """Whether an exhibit may be named there: most sentences have no such word and need not be read."""
    return any(MAY_NAME.search(text, span.start, span.end) for span in spans)


def _cut(text: str, spans: Spans, marks: Spans, *, cited: bool) -> Iterator[tuple[Spans, bool]]:
    if _may_name(text, spans):
        for sentence in sentences_of(text, spans, within(marks, spans)):
            yield sentence.spans, cited


class _Shelf:
    """The exhibits of a paper by their names."""

    def __init__(self, exhibits: Sequence[Exhibit]) -> None:
        self._starts = [one.caption.start for one in exhibits]
        self._by: dict[Key, list[int]] = {}
        self.kinds = {one.kind for one in exhibits}
        for at, one in enumerate(exhibits):
            name = name_of(one.label)
            for key in _keys(name) if name else ():
                self._by.setdefault(key, []).append(at)

    def find(self, name: Name, place: int) -> int | None:
        """The exhibit of that name, by the same word or by one of the same kind; a part of one ("3a") is in it."""
        for key in (*_keys(name), *_keys(_whole(name))):
            if key in self._by:
                shown = self._by[key]
                at = bisect_left(shown, place, key=lambda at: self._starts[at])
                return min(shown[max(0, at - 1) : at + 1], key=lambda at: abs(self._starts[at] - place))
        return None


def _keys(name: Name) -> tuple[Key, ...]:
    number = _JOINT.sub("", name.number).replace("–", "-").upper()
    keys: tuple[Key, ...] = ((name.kind, name.word, name.annex, number), (name.kind, name.annex, number))
    lettered = name.annex and number[0].isalpha()
    return (*keys, (name.kind, name.word, "", number), (name.kind, "", number)) if lettered else keys


def _whole(name: Name) -> Name:
    """Figure 3 of "Figure 3a"."""
    number = name.number
    return Name(name.kind, name.word, name.annex, number[:-1]) if number[-1].islower() and number[:-1] else name
