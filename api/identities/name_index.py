"""The mentions of a library and who is who in it -> an index of names: whom each passage names, and where.

Papers are read when they are first asked for, and only those that name whom one looks for.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from api.identities.naming import everyone
from corpus.model import Marker, Passage, Span, Spans
from corpus.store import Store
from nlp.link.directory import Directory
from nlp.link.printed import printed_form
from nlp.link.record import Identity
from nlp.model import Entity, Label, Mention

MOST = 2048
"""Papers whose names are kept in memory; the one unused for longest gives way."""
Address = tuple[str, Label]
"""Name and label: no two identities have the same."""


def address(identity: Identity) -> Address:
    """What an identity goes by."""
    return identity.name, identity.label


class Naming(NamedTuple):
    """A place where somebody is named."""

    start: int
    end: int
    who: Address
    passage: int | None
    """The number of the passage it stands in; None in a heading, or what else is no passage."""
    number: int
    """Its own among the paper's mentions, as they were tagged."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Named:
    """All that is named in a paper, in text order, and how many passages it has."""

    namings: Sequence[Naming]
    passages: int


class NameIndex:
    """Whom the passages of a library name, by what its store and its directory say at one moment."""

    def __init__(self, store: Store, directory: Directory) -> None:
        self._store = store
        self.directory = directory
        self._papers: OrderedDict[str, Named] = OrderedDict()
        self._tagged: tuple[str, Sequence[Mention]] | None = None

    def of(self, paper: str) -> Sequence[Naming]:
        """All that is named in a paper, in text order; without what a correction says is nobody."""
        return self._named(paper).namings

    def mention(self, paper: str, naming: Naming) -> Mention:
        """The mention as it was tagged: by whom, and how sure."""
        if self._tagged is None or self._tagged[0] != paper:
            self._tagged = paper, self._store.records(paper, Mention)
        return self._tagged[1][naming.number]

    def within(self, paper: str, span: Span) -> Sequence[Naming]:
        """What is named in `span` of a paper."""
        every = self.of(paper)
        first = bisect_left(every, span.start, key=lambda one: one.start)
        last = bisect_left(every, span.end, key=lambda one: one.start)
        return [one for one in every[first:last] if one.end <= span.end]

    def by_passage(self, paper: str) -> Mapping[int, Mapping[Address, None]]:
        """Number of a passage -> whom it names, in the order they are named; passages that name nobody are left out."""
        found: dict[int, dict[Address, None]] = {}
        for one in self.of(paper):
            if one.passage is not None:
                found.setdefault(one.passage, {})[one.who] = None
        return found

    def everywhere(self, papers: Iterable[str]) -> Iterator[tuple[str, Collection[Address]]]:
        """For each passage of these papers, also one that names nobody, its paper and whom it names."""
        for paper in papers:
            held = self.by_passage(paper)
            for number in range(self._named(paper).passages):
                yield paper, held.get(number, {})

    def passages(self, typed: Iterable[str], papers: Collection[str]) -> dict[str, tuple[int, ...]]:
        """Paper -> the numbers of its passages that name all of `typed`, for each of `papers` that has any.

        Raises BadQueryError for a name that nobody has.
        """
        asked = everyone(self.directory, typed)
        wanted = [frozenset(map(address, group)) for group in asked]
        named = [{paper for one in group for paper in one.papers} for group in asked]
        found = {}
        for paper in sorted(set(papers).intersection(*named)):
            held = [{one.passage for one in self.of(paper) if one.who in group} for group in wanted]
            numbers = sorted(number for number in set.intersection(*held) if number is not None)
            if numbers:
                found[paper] = tuple(numbers)
        return found

    def _named(self, paper: str) -> Named:
        if paper not in self._papers:
            self._papers[paper] = self._read(paper)
            while len(self._papers) > MOST:
                self._papers.popitem(last=False)
        self._papers.move_to_end(paper)
        return self._papers[paper]

    def _read(self, paper: str) -> Named:
        held = [json.loads(spans) for _, spans in self._store.cells(Passage, ("spans",), [paper])]
        holder = _Holder(held)
        whole = _Wholes(self._store, self.directory, paper)
        found = []
        rows = self._store.cells(Mention, ("start", "end", "entity", "label"), [paper])
        for number, (_, start, end, entity, label) in enumerate(rows):
            who = whole.of(start, end, entity, label)
            if who is not None:
                found.append(Naming(start, end, who, holder.of(start, end), number))
        return Named(sorted(found), len(held))


class _Holder:
    """Which passage of a paper a mention lies in."""

    def __init__(self, passages: Sequence[Sequence[tuple[int, int]]]) -> None:
        spans = sorted((start, end, number) for number, held in enumerate(passages) for start, end in held)
        self._starts = [start for start, _, _ in spans]
        self._ends = [end for _, end, _ in spans]
        self._numbers = [number for _, _, number in spans]

    def of(self, start: int, end: int) -> int | None:
        """The passage that it begins or ends in: notes and page ends may cut a mention in two."""
        begun = self._at(start)
        return begun if begun is not None else self._at(end - 1)

    def _at(self, offset: int) -> int | None:
        place = bisect_right(self._starts, offset) - 1
        return self._numbers[place] if place >= 0 and offset < self._ends[place] else None


class _Wholes:
    """Who the mentions of a paper are; what is printed is read only where it decides."""

    def __init__(self, store: Store, directory: Directory, paper: str) -> None:
        self._store, self._directory, self._paper = store, directory, paper
        self._known: dict[tuple[str, str], Sequence[Identity | None]] = {}
        self._text: str | None = None
        self._marks: Spans = ()
        self._aliases: Mapping[tuple[str, Label], Sequence[str]] = {}

    def of(self, start: int, end: int, entity: str, label: str) -> Address | None:
        """Who is named there; None for nobody."""
        known = self._known.get((entity, label))
        if known is None:
            known = self._known[entity, label] = self._directory.all_of(self._paper, entity, Label(label))
        who = known[0] if len(known) == 1 else self._printed(Mention(Span(start, end), Label(label), entity, ""))
        return None if who is None else address(who)

    def _printed(self, mention: Mention) -> Identity | None:
        if self._text is None:
            self._text = self._store.paper(self._paper).text
            self._marks = tuple(sorted(marker.span for marker in self._store.records(self._paper, Marker)))
            self._aliases = {(one.name, one.label): one.aliases for one in self._store.records(self._paper, Entity)}
        aliases = self._aliases[mention.entity, mention.label]
        return self._directory.of(self._paper, mention, printed_form(self._text, mention.span, self._marks, aliases))
