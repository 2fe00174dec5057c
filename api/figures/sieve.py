"""The papers of a library -> the figures that pass a filter, and afterwards what was left out and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from api.figures.filters import Check, FigureFilter, checks, dated
from api.identities.name_index import NameIndex
from api.identities.naming import everyone
from api.loaded import Loaded, Shelf
from corpus.errors import BadQueryError
from corpus.store import Held, Store
from nlp.model import Figure
from nlp.tag.figures.typed import bound, units

MOST_NAMED = 12
"""Units that an error or a remark names."""


class Sieve:
    """The figures that pass, by paper and place; iterate it once. Raises BadQueryError for a filter none can read."""

    def __init__(
        self,
        store: Store,
        shelf: Shelf,
        held: Mapping[str, Held],
        papers: Sequence[str],
        which: FigureFilter,
        names: NameIndex | None = None,
        begin: str = "",
    ) -> None:
        """`begin`: papers whose names come before it are passed over."""
        self._store, self._shelf, self._held = store, shelf, held
        self._papers, self._which = papers, which
        self._left = [name for name in papers or held if name >= begin] if begin else papers
        self._done = bool(begin) and not self._left
        if names is not None:
            everyone(names.directory, which.entities)
        self._checks = checks(which, names)
        self._seen: set[str] = set()
        self.undated = 0
        """Figures that pass all but --year, for the paper does not say when they hold."""
        self._know_units()

    def __iter__(self) -> Iterator[tuple[Loaded, Figure]]:
        for loaded, figure in self._each():
            failed = next((check for check in self._checks if not check.passes(loaded, figure)), None)
            if failed is None:
                self._seen.add(figure.unit)
                yield loaded, figure
            elif failed is self._checks[-1] and self._which.year is not None and not dated(figure):
                self.undated += 1

    def remarks(self) -> list[str]:
        """What a reader of the list should know, when the list has been read: sentences without their full stop."""
        told = []
        if self.undated:
            told.append(f"{self.undated:,} more pass but for --year: the papers do not say when they hold")
        for typed in self._which.units:
            among = sorted(units(typed) & self._seen)
            if len(among) > 1:
                told.append(f"--unit {typed} is {', '.join(among)} here: each row says which")
        return told

    def emptied(self) -> str:
        """Why nothing passes, in one sentence: the filter that removed the last figures."""
        left, passed = 0, [0] * len(self._checks)
        for loaded, figure in self._store_all():
            left += 1
            for at, check in enumerate(self._checks):
                if not check.passes(loaded, figure):
                    break
                passed[at] += 1
        return _last_straw(left, passed, self._checks, undated=self.undated)

    def _each(self) -> Iterator[tuple[Loaded, Figure]]:
        """Every figure that may pass, as far as the store can tell."""
        kinds, least, most = list(self._which.kinds), self._which.at_least, self._which.at_most
        if self._done:
            return
        found = self._store.each(
            Figure,
            papers=self._left,
            equal={"kind": kinds[0]} if len(kinds) == 1 else {},
            at_least={} if least is None else {"high": bound(least).value},
            at_most={} if most is None else {"low": bound(most).value},
        )
        for name, figure in found:
            yield self._shelf.take(self._held[name]), figure

    def _store_all(self) -> Iterator[tuple[Loaded, Figure]]:
        for name, figure in self._store.each(Figure, papers=self._papers):
            yield self._shelf.take(self._held[name]), figure

    def _know_units(self) -> None:
        """Raises BadQueryError for a unit that is neither known nor counted in any of the papers."""
        for typed in self._which.units:
            if units(typed):
                continue
            alone = checks(FigureFilter(units=(typed,)))[0]
            if not any(alone.passes(loaded, figure) for loaded, figure in self._store_all()):
                raise BadQueryError(f"there is no unit {typed!r}; {self._present()}.")

    def _present(self) -> str:
        counts = Counter(figure.unit for _, figure in self._store_all())
        named = [f"{unit or 'no currency stated'} ({many:,})" for unit, many in counts.most_common(MOST_NAMED)]
        more = len(counts) - len(named)
        shown = ", ".join(named) + (f" and {more:,} more" if more else "")
        return f"these papers have {shown}" if counts else "these papers have no figures"


def _last_straw(left: int, passed: Sequence[int], tried: Sequence[Check], *, undated: int) -> str:
    if not left:
        return "no figure is there to list."
    for check, rest in zip(tried, passed, strict=True):
        if not rest:
            why = f"; {undated:,} of them have no year" if undated else ""
            return f"no figure passes these filters: {check.option} removed the last {left:,}{why}."
        left = rest
    return "no figure passes these filters."
