"""Which figures are wanted -> checks that a figure passes or fails, each named as it was asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from api.identities.name_index import NameIndex, address
from api.loaded import Loaded
from corpus.errors import BadQueryError
from corpus.model import Spans
from corpus.prose import plain
from nlp.find.words import analyse, terms
from nlp.model import Figure, Kind, Place
from nlp.tag.figures.typed import Years, bound, units, years

Passes = Callable[[Loaded, Figure], bool]


@dataclass(frozen=True, slots=True)
class FigureFilter:
    """Which figures to list: those that meet every condition. None or empty means any."""

    kinds: Collection[Kind] = ()
    papers: Collection[str] = ()
    units: Collection[str] = ()
    """By name, sign or code: "ha", "hectares", "US$", "Colombian pesos", or the noun that is counted."""
    at_least: float | str | None = None
    """A number, also as one writes it ("1.5bn"); with a unit ("$2 million") only figures in that unit pass."""
    at_most: float | str | None = None
    """A range passes if any of it lies within the bounds."""
    year: int | str | None = None
    """2008, "2000-2012" or "2004-": figures whose time shares a year with it; those without a year do not pass."""
    entity: str | Collection[str] | None = None
    """Who or where is named in its sentence, by any of its names, one or all of several; accents and case do not
    matter. "Colombia" also counts Colombians, "GPE:Colombia" does not."""
    words: str | None = None
    """Words in its sentence, all of them, in whatever form."""
    subject: str | None = None
    """Words in what is measured."""
    inside: Collection[Place] = ()
    total: bool | None = None
    """True for sums of a table's rows or columns alone, False for all others."""

    @property
    def entities(self) -> list[str]:
        """The names in `entity`."""
        return [self.entity] if isinstance(self.entity, str) else list(self.entity or ())


@dataclass(frozen=True, slots=True)
class Check:
    """One condition, with the option that asked for it."""

    option: str
    passes: Passes


def checks(which: FigureFilter, names: NameIndex | None = None) -> list[Check]:
    """The conditions of a filter, the cheapest first; `names` says who is named where, if anybody is asked for.

    Raises BadQueryError for a bound or time that cannot be read.
    """
    return [*_plain(which), *_bounds(which), *_told(which, names)]


def _plain(which: FigureFilter) -> Iterator[Check]:
    if which.kinds:
        kinds = frozenset(which.kinds)
        yield Check(f"--kind {_shown(which.kinds)}", lambda _, figure: figure.kind in kinds)
    if which.units:
        yield Check(f"--unit {_shown(which.units)}", _in_unit(which.units))
    if which.inside:
        places = frozenset(which.inside)
        yield Check(f"--in {_shown(which.inside)}", lambda _, figure: figure.place in places)
    if which.total is not None:
        yield Check("--total" if which.total else "--no-total", lambda _, figure: figure.total is which.total)


def _shown(values: Collection[str]) -> str:
    return ", ".join(map(str, values))


def _in_unit(typed: Collection[str]) -> Passes:
    """In a unit of that name; what is counted also in another form of the word ("household", "households")."""
    meant = frozenset(unit for name in typed for unit in units(name))
    exact = frozenset(name.casefold() for name in typed if not units(name))
    nouns = [terms(name) for name in typed]

    def passes(_: Loaded, figure: Figure) -> bool:
        counted = figure.kind in {Kind.COUNT, Kind.RATE} and terms(figure.unit) in nouns
        return figure.unit in meant or figure.unit.casefold() in exact or counted

    return passes


def _bounds(which: FigureFilter) -> Iterator[Check]:
    """Raises BadQueryError for bounds that cannot be read, and for two that no number can keep."""
    least = bound(which.at_least) if which.at_least is not None else None
    most = bound(which.at_most) if which.at_most is not None else None
    if least is not None and most is not None:
        if least.value > most.value:
            raise BadQueryError(f"--min {which.at_least} is more than --max {which.at_most}.")
        if least.units and most.units and not least.units & most.units:
            raise BadQueryError(f"--min {which.at_least} and --max {which.at_most} are in unlike units.")
    if least is not None:
        own = least.units
        yield Check(f"--min {which.at_least}", lambda _, f: f.high >= least.value and (not own or f.unit in own))
    if most is not None:
        its = most.units
        yield Check(f"--max {which.at_most}", lambda _, f: f.low <= most.value and (not its or f.unit in its))


def _told(which: FigureFilter, names: NameIndex | None) -> Iterator[Check]:
    if which.subject is not None:
        about = all_words(which.subject)
        yield Check(f"--subject {which.subject}", lambda loaded, f: about(_words(loaded, f.subject)))
    if which.words is not None:
        said = all_words(which.words)
        yield Check(f"--words {which.words}", lambda loaded, f: said(_words(loaded, _near(f))))
    for name in which.entities:
        if names is None:
            raise ValueError("to look for a name, say who is named where")
        yield Check(f"--entity {name}", _names(name, names))
    if which.year is not None:
        asked = years(which.year)
        yield Check(f"--year {which.year}", lambda _, figure: _shares(figure, asked))


def _words(loaded: Loaded, spans: Spans) -> str:
    return " ".join(plain(loaded.paper.text, span) for span in spans)


def _near(figure: Figure) -> Spans:
    """Its sentence; of a cell also its labels."""
    labels = (figure.row, figure.column)
    return (*figure.sentence, *(label for label in labels if label is not None))


@lru_cache(maxsize=16)  # asked of each thing in a list
def all_words(typed: str) -> Callable[[str], bool]:
    """Whether a text has every word of `typed`; a compound in one piece ("counternarcotics") or in its parts."""
    tokens = [token for token in analyse(typed) if not token.little] or analyse(typed)
    groups: list[tuple[int, int, list[set[str]]]] = []
    for token in sorted(tokens, key=lambda each: (each.start, -each.end)):
        if groups and token.end <= groups[-1][1]:
            same = (token.start, token.end) == groups[-1][:2]
            groups[-1][2][0 if same else 1].add(token.text)
        else:
            groups.append((token.start, token.end, [{token.text}, set()]))

    def has(text: str) -> bool:
        there = set(terms(text)) if text else set()
        return all(whole & there or (parts and parts <= there) for _, _, (whole, parts) in groups)

    return has


def _names(typed: str, names: NameIndex) -> Passes:
    """Whether somebody of that name is named in the sentence, the labels, the places or the bodies of a figure."""
    found = names.directory.find(typed)
    asked, papers = frozenset(map(address, found)), {paper for one in found for paper in one.papers}

    def passes(loaded: Loaded, figure: Figure) -> bool:
        if loaded.paper.name not in papers:
            return False
        near = (*_near(figure), *figure.where, *figure.who)
        return any(one.who in asked for span in near for one in names.within(loaded.paper.name, span))

    return passes


def _shares(figure: Figure, asked: Years) -> bool:
    """Whether a figure's time and the time asked for have a year in common; "by 2016" tells of 2016 alone."""
    if not dated(figure):
        return False
    first = figure.since if figure.since is not None else figure.until
    begins = first is None or asked.until is None or first <= asked.until
    return begins and (figure.until is None or asked.since is None or figure.until >= asked.since)


def dated(figure: Figure) -> bool:
    """Whether the paper says when the figure holds."""
    return figure.since is not None or figure.until is not None
