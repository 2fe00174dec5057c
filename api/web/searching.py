"""GET /search: passages for a query, how it was read, and what else may be asked of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from api.hits import facet_records, hit_records
from api.library import Library
from api.records import Record
from api.search.results import Results
from api.service.desk import Desk, Meaning
from api.service.replies import desk_of
from api.web.marking import words_marked
from api.web.rendering import address, page
from corpus.errors import BadQueryError
from corpus.model import PassageKind
from nlp.find.search import CANDIDATES
from nlp.model import Mode

routes = APIRouter()
EXAMPLES = (
    "cocaine cultivation hectares",
    '"border posts" year:2020..2024',
    "kind:money unit:US$ value:>1bn",
    "training in:note",
)
MOST_SHOWN = 8
"""Values of a facet."""
FACETS = {
    "paper": "Papers",
    "year": "Years",
    "section": "Sections",
    "entity": "Names",
    "kind": "Measures",
    "unit": "Units",
}
MANY = 20
MODES = {None: "words and meaning", Mode.WORDS: "words alone", Mode.MEANING: "meaning alone"}
HURRIED = "By words alone: the model of meaning is still being loaded."
WITHOUT = "By words alone: the model of meaning is not there."
Strings = Annotated[list[str], Query()]


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address of this page asks for."""

    q: str
    k: int
    paper: list[str]
    inside: list[PassageKind]
    narrow: list[str]
    """Fields of the query language that facets added to the query, each to be taken back by itself."""
    mode: Mode | None

    @property
    def query(self) -> str:
        """In the query language."""
        return " ".join([*self.narrow, self.q])

    def without(self, name: str, value: str) -> str:
        """The address of the same but for one value."""
        return self.changed(**{name: [each for each in self._given()[name] if each != value]})

    def changed(self, **changes: object) -> str:
        """The address of the same but for what is changed."""
        return address("/search", **(self._given() | changes))

    def _given(self) -> Record:
        inside = [str(each) for each in self.inside]
        return {"q": self.q, "paper": self.paper, "in": inside, "narrow": self.narrow, "mode": self.mode}


def _asked(
    q: str = "",
    k: Annotated[int, Query(ge=1, le=100)] = 20,
    paper: Strings = [],  # noqa: B006 - FastAPI copies it
    inside: Annotated[list[PassageKind], Query(alias="in")] = [],  # noqa: B006
    narrow: Strings = [],  # noqa: B006
    mode: Mode | None = None,
) -> Asked:
    return Asked(q, k, paper, inside, narrow, None if mode is Mode.BOTH else mode)


@routes.get("/search")
def search(request: Request, asked: Annotated[Asked, Depends(_asked)]) -> Response:
    """The best passages; while the model of meaning is loaded by words alone, which is said."""
    told: Record = {"asked": asked, "q": asked.q, "hits": [], "facets": {}, "wrong": None, "read_as": None}
    told |= {"examples": EXAMPLES, "modes": MODES, "notices": [], "suggestion": None, "without": [], "chips": []}
    if asked.q.strip():
        desk = desk_of(request)
        mode, why = _mode(desk, asked.mode)
        with desk.library() as library:
            try:
                told |= _found(library, asked, mode)
            except BadQueryError as error:
                told["wrong"] = str(error)
        told["notices"] = [why, *told["notices"]] if why else told["notices"]
    return page(request, "search.html", **told)


def _mode(desk: Desk, mode: Mode | None) -> tuple[Mode, str | None]:
    """How to search, and why not as is usual; a search by meaning alone waits for the model."""
    if mode is Mode.WORDS:
        return mode, None
    if mode is None and desk.warming:
        return Mode.WORDS, HURRIED
    desk.wait()
    if mode is None and desk.meaning is Meaning.ABSENT:
        return Mode.WORDS, WITHOUT
    return mode or Mode.BOTH, None


def _found(library: Library, asked: Asked, mode: Mode) -> Record:
    found = library.search(asked.query, k=asked.k, papers=asked.paper, kinds=asked.inside, mode=mode)
    facets = _facets(found)
    counted = sum(one["passages"] for one in facets.get("paper", ()))
    titles = {name: library.paper(name).metadata.title or name for name in library.names()}
    query = found.query
    return {
        "hits": list(_hits(found)),
        "total": max(counted, len(found)),
        "most": CANDIDATES,
        "kinds": _kinds(library, asked, mode, facets),
        "facets": {
            FACETS[name]: [_titled(one, titles) for one in facets.get(name, ())[:MOST_SHOWN]] for name in FACETS
        },
        "chips": list(_chips(asked, titles)),
        "words": query.ranked,
        "read_as": query.readable if query.condition is not None else None,
        "notices": [f"{query.text[n.at : n.at + n.length]}: {n.message}" for n in found.notices],
        "suggestion": found.suggestion,
        "without": [] if found else list(_without(library, asked, mode)),
    }


def _hits(found: Results) -> Iterator[Record]:
    for record, (paper, _) in zip(hit_records(found), found, strict=True):
        words = words_marked(paper.text, record["spans"], record["matched"], record["best"])
        title = paper.metadata.title or paper.name
        yield record | {"html": words, "title": title, "language": paper.metadata.language}


def _facets(found: Results) -> dict[str, list[Record]]:
    grouped: dict[str, list[Record]] = {}
    for one in facet_records(found):
        grouped.setdefault(one["facet"], []).append(one)
    return grouped


def _titled(one: Record, titles: Mapping[str, str]) -> Record:
    value = one["value"]
    shown = {"paper": titles.get(value, value), "entity": value.partition(":")[2]}
    return one | {"shown": shown.get(one["facet"], value)}


def _kinds(library: Library, asked: Asked, mode: Mode, facets: Mapping[str, list[Record]]) -> dict[str, int]:
    """Kind of passage -> how many of the best are of it, whatever kind is asked for."""
    if asked.inside:
        facets = _facets(library.search(asked.query, k=1, papers=asked.paper, mode=mode))
    return {one["value"]: one["passages"] for one in facets.get("in", ())}


def _chips(asked: Asked, titles: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What narrows the search down, and the address without it."""
    for value in asked.paper:
        yield titles.get(value, value), asked.without("paper", value)
    for kind in asked.inside:
        yield f"in: {kind}", asked.without("in", str(kind))
    for field in asked.narrow:
        name, _, value = field.partition(":")
        bare = value.strip('"')
        shown = titles.get(bare, bare) if name == "paper" else f"{name}: {bare}"
        yield shown, asked.without("narrow", field)


def _without(library: Library, asked: Asked, mode: Mode) -> Iterator[tuple[str, int, str]]:
    """What an empty page may offer: a filter, how many passages there are without it, and their address."""
    fewer = {"the paper": replace(asked, paper=[]), "the kind of passage": replace(asked, inside=[])}
    for name, less in (fewer | {"what was narrowed down": replace(asked, narrow=[])}).items():
        if less != asked:
            many = len(library.search(less.query, k=MANY, papers=less.paper, kinds=less.inside, mode=mode))
            yield name, many, less.changed()
