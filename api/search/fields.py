"""The fields of a query -> conditions on passages, by what this library holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from api.identities.name_index import NameIndex
from api.search.figure_index import FigureIndex, Passes, Sized
from corpus.errors import BadQueryError
from corpus.model import Metadata
from nlp.conditions import All, Any, Condition, FromPapers, Listed, OfKind, Under
from nlp.find.asking import in_a_row
from nlp.find.words import terms
from nlp.query.fields import bounds, stretch
from nlp.query.tree import Field
from nlp.tag.figures.typed import bound, units


class Fields:
    """What fields mean in one library, at one moment."""

    def __init__(
        self,
        abouts: Callable[[], Mapping[str, Metadata]],
        names: Callable[[], NameIndex],
        figures: Callable[[], FigureIndex],
    ) -> None:
        """Name -> metadata, whom each passage names, its figures: asked for only when a field needs them."""
        self._read = abouts
        self._names = names
        self._figures = figures

    @cached_property
    def _abouts(self) -> Mapping[str, Metadata]:
        return self._read()

    def condition(self, fields: Sequence[Field]) -> Condition:
        """What must hold for all of `fields`: of one figure, if they are of figures. Raises BadQueryError."""
        found = [self._one(field) for field in fields if field.name in self.READ]
        passes = [each for field in fields if field.name not in self.READ for each in self._of_figure(field)]
        if passes:
            found.append(Listed(self._figures().passages(passes, self._abouts.keys())))
        return found[0] if len(found) == 1 else All(tuple(found))

    def _one(self, field: Field) -> Condition:
        try:
            found = [self.READ[field.name](self, value) for value in field.values]
        except BadQueryError as error:
            raise BadQueryError(str(error), field.at, field.length) from error
        return found[0] if len(found) == 1 else Any(tuple(found))

    def _paper(self, value: str) -> Condition:
        """Papers whose name begins so, or whose title has these words."""
        named = [name for name in self._abouts if name.startswith(value)]
        titled = [name for name, about in self._abouts.items() if _has(about.title or "", value)]
        return FromPapers(_some(named or titled, f"no paper is called or titled {value!r}"))

    def _author(self, value: str) -> Condition:
        """Papers of which one author's name has these words."""
        by = [name for name, about in self._abouts.items() if any(_has(author, value) for author in about.authors)]
        return FromPapers(_some(by, f"no paper is by {value!r}"))

    def _year(self, value: str) -> Condition:
        """Papers that were published then. Papers without a date are not."""
        first, last = stretch(value)
        years = {name: about.year for name, about in self._abouts.items()}
        return FromPapers(frozenset(name for name, year in years.items() if year is not None and first <= year <= last))

    def _section(self, value: str) -> Condition:
        return Under(in_a_row(value).tokens)

    def _inside(self, value: str) -> Condition:
        return OfKind(frozenset({value}))

    def _entity(self, value: str) -> Condition:
        return Listed(self._names().passages([value], self._abouts.keys()))

    READ: Mapping[str, Callable[[Fields, str], Condition]] = {
        "paper": _paper,
        "author": _author,
        "year": _year,
        "section": _section,
        "in": _inside,
        "entity": _entity,
    }

    def _of_figure(self, field: Field) -> list[Passes]:
        """What a figure must be for a field of figures."""
        try:
            some = [OF_FIGURE[field.name](value) for value in field.values]
        except BadQueryError as error:
            raise BadQueryError(str(error), field.at, field.length) from error
        return [lambda figure: any(passes(figure) for passes in some)]


def _kind(value: str) -> Passes:
    return lambda figure: figure.kind == value


def _unit(value: str) -> Passes:
    wanted = units(value)
    if not wanted:
        raise BadQueryError(
            f"{value!r} is no unit pincite knows: write a name, sign or code, such as hectares, US$, EUR."
        )
    return lambda figure: figure.unit in wanted


def _value(value: str) -> Passes:
    least, most, included = bounds(value)
    low, high = (None if edge is None else bound(edge) for edge in (least, most))

    def passes(figure: Sized) -> bool:
        for edge in (low, high):
            if edge is not None and edge.units and figure.unit not in edge.units:
                return False
        above = low is None or figure.high > low.value or (included and figure.high == low.value)
        below = high is None or figure.low < high.value or (included and figure.low == high.value)
        return above and below

    return passes


OF_FIGURE: Mapping[str, Callable[[str], Passes]] = {"kind": _kind, "unit": _unit, "value": _value}


def _has(text: str, value: str) -> bool:
    """Whether all words of `value` stand in `text`, as a search would find them."""
    return set(terms(value)) <= set(terms(text))


def _some(names: Sequence[str], otherwise: str) -> frozenset[str]:
    if not names:
        raise BadQueryError(f"{otherwise}: `pincite status` lists the papers.")
    return frozenset(names)
