"""The mentions of a library and who is who in it -> an index of names: whom each passage names, and where.

Papers are read when they are first asked for, and only those that name whom one looks for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from api.naming import everyone
from corpus.model import Marker, Passage, Span, Spans
from corpus.store import Store
from nlp.link.directory import Directory
from nlp.link.printed import printed_form
from nlp.link.record import Identity
from nlp.model import Entity, Label, Mention

MOST = 4096
"""Papers whose names are kept in memory; the one unused for longest gives way."""
Address = tuple[str, Label]
"""Name and label: no two identities have the same."""


def address(identity: Identity) -> Address:
    """What an identity goes by."""
    return identity.name, identity.label


@dataclass(frozen=True, slots=True)
class Naming:
    """A mention, whom it names, and the number of the passage it stands in (None: in a heading, or cut off)."""

    mention: Mention
    who: Address
    passage: int | None


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

    def of(self, paper: str) -> Sequence[Naming]:
        """All that is named in a paper, in text order; without what a correction says is nobody."""
        return self._named(paper).namings

    def within(self, paper: str, span: Span) -> Sequence[Naming]:
        """What is named in `span` of a paper."""
        every = self.of(paper)
        first = bisect_left(every, span.start, key=lambda one: one.mention.span.start)
        last = bisect_left(every, span.end, key=lambda one: one.mention.span.start)
        return [one for one in every[first:last] if one.mention.span.end <= span.end]

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
            held = self.by_passage(paper)
            numbers = tuple(n for n in sorted(held) if all(not group.isdisjoint(held[n]) for group in wanted))
            if numbers:
                found[paper] = numbers
        return found

    def _named(self, paper: str) -> Named:
        if paper not in self._papers:
            self._papers[paper] = self._read(paper)
            while len(self._papers) > MOST:
                self._papers.popitem(last=False)
        self._papers.move_to_end(paper)
        return self._papers[paper]

    def _read(self, paper: str) -> Named:
        mentions, passages = self._store.records(paper, Mention), self._store.records(paper, Passage)
        holder = _Holder(passages)
        forms = _Forms(self._store, paper)
        found = []
        for mention in sorted(mentions, key=lambda each: each.span):
            number = holder.of(mention.span)
            who = self.directory.of(paper, mention, forms.of(mention))
            if who is not None:
                found.append(Naming(mention, address(who), number))
        return Named(found, len(passages))


class _Holder:
    """Which passage of a paper a mention lies in."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._spans = sorted((span, number) for number, passage in enumerate(passages) for span in passage.spans)

    def of(self, span: Span) -> int | None:
        """The passage that it begins or ends in: notes and page ends may cut a mention in two."""
        return self._at(span.start) if self._at(span.start) is not None else self._at(span.end - 1)

    def _at(self, offset: int) -> int | None:
        place = bisect_left(self._spans, offset + 1, key=lambda each: each[0].start) - 1
        return self._spans[place][1] if place >= 0 and offset < self._spans[place][0].end else None


class _Forms:
    """How the mentions of a paper are printed, as its entities list it."""

    def __init__(self, store: Store, paper: str) -> None:
        self._store, self._paper = store, paper
        self._aliases = {(one.name, one.label): one.aliases for one in store.records(paper, Entity)}
        self._text: str | None = None
        self._marks: Spans = ()

    def of(self, mention: Mention) -> str:
        """The one of its entity's aliases that a mention is."""
        aliases = self._aliases[mention.entity, mention.label]
        if len(aliases) == 1:
            return aliases[0]
        if self._text is None:
            self._text = self._store.paper(self._paper).text
            self._marks = tuple(sorted(marker.span for marker in self._store.records(self._paper, Marker)))
        return printed_form(self._text, mention.span, self._marks, aliases)
