"""What an assistant may ask, a method a tool: arguments in, the records of the library out. Nothing changes a paper."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from api.checking.record import claim_record, quotation_record
from api.figures.filters import FigureFilter
from api.figures.listing import Listing, Wanted
from api.figures.sorting import order
from api.hits import results_record
from api.mcp import shapes
from api.mcp.pages import MOST, reading, uri_of
from api.mcp.pointers import pointed_answer, pointed_figures, pointed_hits
from api.records import Record, paper_record
from api.service.cursors import page
from api.service.desk import Desk
from corpus.model import PassageKind
from nlp.model import Kind, Place

LONGEST = 2_000
Query = Annotated[str, Field(max_length=LONGEST, description="Words, or pincite's query language.")]
Question = Annotated[str, Field(max_length=LONGEST, description="A question in plain words.")]
Names = Annotated[list[str], Field(description="Only these papers, by name or the beginning of it; all if empty.")]
Style = Annotated[str, Field(description="chicago, author-date, apa, mla, harvard, oscola, bluebook or a CSL name.")]
Locator = Annotated[
    str,
    Field(
        description='"PAPER 1200-1350" (characters), "PAPER p. 12", "PAPER para. 4", "PAPER n. 7", a paper, @key, '
        "or a link."
    ),
]
Offset = Annotated[int, Field(ge=0, description="How many to pass over: `next` of the page before.")]
Few = Annotated[int, Field(ge=0, le=5)]


class Tools:
    """The tools, over one library."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def search(
        self,
        query: Query,
        k: Annotated[int, Field(ge=1, le=50, description="How many passages at most.")] = 10,
        papers: Names = [],  # noqa: B006 - the SDK copies it
        kinds: Annotated[list[PassageKind], Field(description="Only passages of these kinds.")] = [],  # noqa: B006
    ) -> shapes.Found:
        """Find passages by words and by meaning, best first. A phrase in quotes, +word and -word must hold."""
        with self._desk.library() as library:
            found = library.search(query, k=k, papers=papers, kinds=kinds)
            return shapes.Found.model_validate(pointed_hits(library, found, results_record(found)))

    def read_passage(self, locator: Locator, before: Few = 0, after: Few = 0) -> shapes.Passage:
        """Read the words at a place, with the notes called there and the passages before and after."""
        with self._desk.library() as library:
            return shapes.Passage.model_validate(reading(library, locator, before, after))

    def figures(
        self,
        kinds: Annotated[list[Kind], Field(description="Only figures of these kinds.")] = [],  # noqa: B006
        units: Annotated[list[str], Field(description='Only in these units: "ha", "US$", "euros".')] = [],  # noqa: B006
        at_least: Annotated[str | None, Field(description='As one writes it: "1.5bn", "$2 million".')] = None,
        at_most: str | None = None,
        year: Annotated[str | None, Field(description='"2008", "2000-2012" or "2004-".')] = None,
        papers: Names = [],  # noqa: B006
        entity: Annotated[str | None, Field(description="Who or where is named in its sentence.")] = None,
        words: Annotated[str | None, Field(description="Words of its sentence, all of them.")] = None,
        subject: Annotated[str | None, Field(description="Words of what is measured.")] = None,
        places: Annotated[list[Place], Field(description="Only in these places of a paper.")] = [],  # noqa: B006
        sort: Annotated[str | None, Field(description='"value", "-value", "year", "-year", "paper" ...')] = None,
        limit: Annotated[int, Field(ge=1, le=200)] = 20,
        cursor: Annotated[str | None, Field(description="`next` of the page before.")] = None,
    ) -> shapes.Figures:
        """List numbers with their units as printed, with sentence and place. Nothing is converted or summed."""
        which = FigureFilter(kinds, papers, units, at_least, at_most, year, entity, words, subject, places)
        with self._desk.library() as library:
            listing = Listing(library, which, Wanted(sort, context=True))
            rows = list(listing)
            remarks = [*listing.remarks(), *([] if rows else [listing.emptied()])]
            key = order(sort)
            shown, following = page(rows, limit, cursor, key, sort or "") if key else page(rows, limit, cursor)
            record = {"results": pointed_figures(library, shown), "next": following, "remarks": remarks}
            return shapes.Figures.model_validate(record)

    def ask(self, question: Question, papers: Names = []) -> shapes.Answer:  # noqa: B006
        """Answer a question in sentences of the papers, each cited; or say what the papers do not mention."""
        with self._desk.library() as library:
            return shapes.Answer.model_validate(pointed_answer(library, library.ask(question, papers=papers)))

    def cite(
        self,
        locators: Annotated[list[Locator], Field(min_length=1, max_length=50, description="In order of citation.")],
        style: Style = "chicago",
        locale: Annotated[str | None, Field(description='"en-GB", "de-DE" ...')] = None,
    ) -> shapes.Cites:
        """Cite places in a style: note or brackets, entry, key, quotation and link; repeated ones short."""
        with self._desk.library() as library:
            citing = library.citing
            records = citing.cite([citing.place(each) for each in locators], style, locale)
            return shapes.Cites.model_validate({"results": records})

    def bibliography(
        self,
        papers: Names = [],  # noqa: B006
        style: Style = "chicago",
        locale: str | None = None,
        offset: Offset = 0,
    ) -> shapes.Bibliography:
        """List papers as a style prints them in a bibliography."""
        with self._desk.library() as library:
            return shapes.Bibliography.model_validate(
                listed(library.citing.bibliography(papers, style, locale), offset)
            )

    def check_quotation(
        self,
        text: Annotated[str, Field(description="The quotation as written.")],
        papers: Names = [],  # noqa: B006
    ) -> shapes.Quotation:
        """Say whether a quotation stands in the papers word for word and where, or what differs at the nearest place.

        Words left out must be shown ("...") and stand in one sentence.
        """
        with self._desk.library() as library:
            return shapes.Quotation.model_validate(quotation_record(library, library.checking.quotation(text, papers)))

    def check_claim(
        self,
        sentence: Annotated[str, Field(description="One sentence as written.")],
        locators: Annotated[list[Locator], Field(min_length=1, max_length=20, description="What it cites.")],
    ) -> shapes.Claim:
        """Say what in the passages a sentence cites speaks against it: numbers, times, names, roles, denials.

        That nothing does proves nothing: read the passages.
        """
        with self._desk.library() as library:
            places = [library.citing.place(each) for each in locators]
            return shapes.Claim.model_validate(claim_record(library, library.checking.claim(sentence, places)))

    def list_papers(self, offset: Offset = 0) -> shapes.Papers:
        """List the papers held: what each says of itself, and the resource that has its outline."""
        with self._desk.library() as library:
            names = listed(library.names(), offset)
            records = [paper_record(library.paper(name)) | {"uri": uri_of(name)} for name in names["results"]]
            for record in records:
                del record["path"]  # of no use to an assistant, and it may tell who the user is
            return shapes.Papers.model_validate(names | {"results": records})


def listed(rows: list[Record] | list[str], offset: int) -> Record:
    """A page of a list, how many there are, and where the next page begins."""
    end = offset + MOST
    return {"results": rows[offset:end], "total": len(rows), "next": end if end < len(rows) else None}
