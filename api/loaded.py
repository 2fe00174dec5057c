"""Papers in use: a paper and its layers, read from the store once and kept while they are asked for."""

from __future__ import annotations

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from api.identities.current import Identities
from api.identities.overlay import Overlay
from api.surroundings import Surroundings
from corpus.errors import NoSuchPaperError
from corpus.model import Exhibit, Marker, Note, Paper, Passage, PassageKind, Span, Spans, within
from corpus.store import Held, Store
from nlp.cite.candidates import Candidate
from nlp.find.entries import Entry, entries
from nlp.model import Entity, Figure, Mention

Placed = TypeVar("Placed", Figure, Mention)
MOST = 64
"""How many papers are kept in memory; the one unused for longest gives way."""


class Loaded:
    """One paper as it stands in the store, its layers read when first needed; its names as corrected."""

    def __init__(self, store: Store, name: str, overlay: Overlay | None = None) -> None:
        self._store = store
        self._name = name
        self._overlay = overlay

    @cached_property
    def paper(self) -> Paper:
        """The paper itself."""
        return self._store.paper(self._name)

    @cached_property
    def passages(self) -> Sequence[Passage]:
        """Its passages, in the order that Ref.passage counts."""
        return self._store.records(self._name, Passage)

    @cached_property
    def markers(self) -> Spans:
        """Where its note markers stand."""
        return tuple(marker.span for marker in self._store.records(self._name, Marker))

    @cached_property
    def notes(self) -> Sequence[Note]:
        """Its notes."""
        return self._store.records(self._name, Note)

    @cached_property
    def figures(self) -> Sequence[Figure]:
        """Its figures, in text order."""
        return self._store.records(self._name, Figure)

    @cached_property
    def mentions(self) -> Sequence[Mention]:
        """Its mentions, in text order."""
        return self._store.records(self._name, Mention) if self._overlay is None else self._corrected[0]

    @cached_property
    def entities(self) -> Sequence[Entity]:
        """All that its mentions name."""
        return self._store.records(self._name, Entity) if self._overlay is None else self._corrected[1]

    @cached_property
    def _corrected(self) -> tuple[Sequence[Mention], Sequence[Entity]]:
        mentions, entities = self._store.records(self._name, Mention), self._store.records(self._name, Entity)
        return self._overlay.of(self.paper, self.markers, mentions, entities) if self._overlay else (mentions, entities)

    def layer(self, kind: type[Any]) -> Sequence[Any]:
        """Its records of one type, in text order."""
        if kind is Mention:
            return self.mentions
        return self.entities if kind is Entity else self._store.records(self._name, kind)

    @cached_property
    def surroundings(self) -> Surroundings:
        """What its figures stand in."""
        exhibits, markers = self._store.records(self._name, Exhibit), self._store.records(self._name, Marker)
        return Surroundings(self.passages, exhibits, markers, self.notes)

    def mentions_in(self, span: Span) -> Sequence[Mention]:
        """The mentions that lie in `span`."""
        first = bisect_left(self.mentions, span.start, key=lambda mention: mention.span.start)
        last = bisect_left(self.mentions, span.end, key=lambda mention: mention.span.start)
        return [mention for mention in self.mentions[first:last] if mention.span.end <= span.end]

    def figures_of(self, passage: Passage) -> Iterator[Figure]:
        """The figures that lie in a passage."""
        return (figure for figure in _near(self.figures, passage) if _inside(figure.span, passage))

    def mentions_of(self, passage: Passage) -> Iterator[Mention]:
        """The mentions that lie in a passage."""
        return (mention for mention in _near(self.mentions, passage) if _inside(mention.span, passage))

    def entries(self) -> list[Entry]:
        """For each passage the text that is indexed and encoded."""
        return entries(self.paper, self.passages, self.markers)

    def markers_in(self, passage: Passage) -> Spans:
        """The note markers printed in `passage`."""
        return within(self.markers, passage.spans)

    def note_label(self, passage: Passage) -> str | None:
        """For a note: its printed label."""
        return self.notes[passage.note].label if passage.note is not None else None

    def candidate(self, passage: Passage, score: float) -> Candidate:
        """`passage` with all that is known about the words in it, as the answerer wants it."""
        figures, mentions = tuple(self.figures_of(passage)), tuple(self.mentions_of(passage))
        label = self.note_label(passage) if passage.kind is PassageKind.NOTE else None
        return Candidate(self.paper, passage, self.markers_in(passage), figures, mentions, score, label)


def _near(records: Sequence[Placed], passage: Passage) -> Sequence[Placed]:
    """Those of `records`, in text order, that begin between the ends of a passage."""
    first = bisect_left(records, passage.spans[0].start, key=lambda each: each.span.start)
    return records[first : bisect_left(records, passage.spans[-1].end, key=lambda each: each.span.start)]


def _inside(span: Span, passage: Passage) -> bool:
    return any(piece.covers(span) for piece in passage.spans)


@dataclass(frozen=True, slots=True)
class _Key:
    name: str
    sha256: str
    stamp: str
    about: str


class Shelf:
    """The papers in use; one that has changed in the store since is read anew."""

    def __init__(self, store: Store, identities: Identities) -> None:
        self._store = store
        self._identities = identities
        self._overlay: Overlay | None = None
        self._papers: OrderedDict[_Key, Loaded] = OrderedDict()

    def renew(self) -> None:
        """Take in what was corrected since: at the start of whatever is asked, so that it gets one answer."""
        overlay = self._identities.overlay()
        if overlay is not self._overlay:
            self._overlay = overlay
            self._papers.clear()

    def take(self, held: Held) -> Loaded:
        """The paper that the store holds as `held`."""
        key = _Key(held.name, held.sha256, held.stamp, held.about)
        loaded = self._papers.get(key)
        if loaded is None:
            loaded = self._papers[key] = Loaded(self._store, held.name, self._overlay)
            while len(self._papers) > MOST:
                self._papers.popitem(last=False)
        self._papers.move_to_end(key)
        return loaded


def meant(name: str, held: Mapping[str, Held]) -> Held:
    """What is held under `name`, or under the one name that begins with it. Raises NoSuchPaperError."""
    if name in held:
        return held[name]
    found = [other for other in held if other.startswith(name)] if name else []
    if len(found) == 1:
        return held[found[0]]
    why = f"{len(found)} papers begin so: {', '.join(found[:3])}" if found else "`pincite status` lists the papers"
    raise NoSuchPaperError(f"there is no paper {name!r} in the library ({why}).")
