"""GET /figures and /figures.svg: the figures that pass, as a table, as a chart, and as files of just these."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from api.figures.filters import FigureFilter
from api.figures.listing import Listing, Wanted
from api.figures.sorting import order
from api.library import Library
from api.records import Record
from api.service.cursors import page as page_of
from api.service.replies import desk_of
from api.web.rendering import Typed, address, page
from corpus.errors import BadQueryError
from nlp.model import Kind, Place

routes = APIRouter()
SHOWN = 100
MOST_COUNTED = 20_000
"""Figures that are counted; of more it is said that there are more."""
MOST_UNITS = 80
DRAWN = 3_000
"""Figures of which a chart is made at most."""
COLUMNS = (("value", "Value"), ("unit", "Unit"), ("year", "When"), ("paper", "Paper"))
"""What a click on a head sorts by."""
CONVERTED = ("", "ha", "km2", "acre", "kg", "tonne", "km", "mile", "litre")
"""What lengths, areas, masses and volumes can be shown in beside."""
SVG_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form of the page asks for. Fields that are left empty ask for nothing."""

    kind: Annotated[list[str], Query()]
    unit: str = ""
    min: str = ""
    max: str = ""
    year: str = ""
    paper: Annotated[list[str], Query()] = ()  # type: ignore[assignment]
    entity: str = ""
    words: str = ""
    inside: Annotated[str, Query(alias="in")] = ""
    sort: str = ""
    convert: str = ""

    @property
    def given(self) -> Record:
        """As a query: only what is not empty."""
        names = ("kind", "unit", "min", "max", "year", "paper", "entity", "words", "sort", "convert")
        told = {name: getattr(self, name) for name in names} | {"in": self.inside}
        return {name: [*value] if isinstance(value, list | tuple) else value for name, value in told.items() if value}

    @property
    def which(self) -> FigureFilter:
        """The filter. Raises BadQueryError for a kind or place that there is not."""
        try:
            kinds, places = [Kind(each) for each in self.kind if each], [Place(self.inside)] if self.inside else []
        except ValueError as error:
            raise BadQueryError(f"{error}: choose one that the form names.") from error
        units, names = [self.unit] if self.unit else [], [self.entity] if self.entity else []
        papers = [each for each in self.paper if each]
        bounds = (self.min or None, self.max or None, self.year or None)
        return FigureFilter(kinds, papers, units, *bounds, names, self.words or None, None, places, None)


def _asked(
    kind: Annotated[list[str], Query()] = [],  # noqa: B006 - FastAPI copies it
    unit: Typed = "",
    least: Annotated[str, Query(alias="min", max_length=100)] = "",
    most: Annotated[str, Query(alias="max", max_length=100)] = "",
    year: Typed = "",
    paper: Annotated[list[str], Query()] = [],  # noqa: B006
    entity: Typed = "",
    words: Typed = "",
    inside: Annotated[str, Query(alias="in")] = "",
    sort: Typed = "",
    convert: Typed = "",
) -> Asked:
    return Asked(kind, unit, least, most, year, paper, entity, words, inside, sort, convert)


Form = Annotated[Asked, Depends(_asked)]


@routes.get("/figures")
def figures(request: Request, asked: Form, cursor: str | None = None) -> Response:
    """A page of the table."""
    told: Record = {"rows": [], "next": None, "remarks": [], "wrong": None, "many": 0, "units": []}
    try:
        told |= _page(request, asked, cursor)
    except BadQueryError as error:
        told["wrong"] = str(error)
    told |= {
        "asked": asked,
        "given": asked.given,
        "kinds": list(Kind),
        "places": list(Place),
        "most": MOST_COUNTED,
        "converted": CONVERTED,
    }
    return page(request, "figures.html", columns=[_column(asked, *each) for each in COLUMNS], **told)


@routes.get("/figures.svg")
def chart(request: Request, asked: Form) -> Response:
    """The same figures over the years."""
    from api.plot.drawing import drawing  # noqa: PLC0415 - drawing loads when it is wanted

    with desk_of(request).apart() as library:
        rows = list(islice(Listing(library, asked.which, Wanted(asked.sort or None, asked.convert or None)), DRAWN))
    svg = drawing(rows, title="Figures")
    return Response(svg, headers={"Content-Security-Policy": SVG_POLICY}, media_type="image/svg+xml")


def _page(request: Request, asked: Asked, cursor: str | None) -> Record:
    wanted = Wanted(asked.sort or None, asked.convert or None, context=True)
    with desk_of(request).library() as library:
        listing, key = Listing(library, asked.which, wanted), order(wanted.sort)
        rows, following = page_of(listing, SHOWN, cursor, key, asked.sort) if key else page_of(listing, SHOWN, cursor)
        remarks = [*listing.remarks(), *([] if rows or cursor else [listing.emptied()])]
        many = sum(1 for _ in islice(library.sieve(asked.which), MOST_COUNTED))
        units = _units(library, asked)
        titles = {row["paper"]: library.paper(row["paper"]).metadata.title or row["paper"] for row in rows}
    titled = [row | {"title": titles[row["paper"]]} for row in rows]
    return {"rows": titled, "next": following, "remarks": remarks, "many": many, "units": units}


def _units(library: Library, asked: Asked) -> list[tuple[str, int]]:
    """The units that there are in these papers, the most frequent first, with the number of figures in each."""
    alike = FigureFilter([Kind(each) for each in asked.kind if each], [each for each in asked.paper if each])
    counts = Counter(figure.unit for _, figure in islice(library.sieve(alike), MOST_COUNTED))
    return [(unit, many) for unit, many in counts.most_common(MOST_UNITS) if unit]


def _column(asked: Asked, name: str, head: str) -> Record:
    """A head of the table: where a click leads, and how the column is sorted now."""
    now = asked.sort.split(",")[0]
    up = now == name
    turned = f"-{name}" if up and name in ("value", "year") else name
    state = "ascending" if up else "descending" if now == f"-{name}" else "none"
    return {"head": head, "link": address("/figures", **asked.given | {"sort": turned}), "sorted": state}
