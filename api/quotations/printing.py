"""Quotations -> records of each as it is cited in a style, and of the bibliography: what every export writes out.

Each is cited in full, however often its paper was cited before: it will be copied out of its list.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from api.citing.citing import DEFAULT, style_of
from api.citing.places import Place, citation_of
from api.citing.printing import cite_records, entry_records
from api.formats import Layout
from api.quotations.picking import Quotation, Standing
from api.records import Record, cited, pairs
from nlp.cite.links import link_to
from nlp.model import Citation

if TYPE_CHECKING:
    from api.library import Library

QUOTATIONS = Layout(
    "quotations",
    (
        *("id", "order", "standing", "told", "paper", "key", "page", "paragraph", "note", "section", "spans", "text"),
        *("remark", "tags", "citation", "pandoc", "entry", "link", "style", "picked_at", "picked_spans", "now"),
        *("now_spans", "difference"),
    ),
)
FORMS = ("citation", "entry")


@dataclass(frozen=True, slots=True)
class Printed:
    """Quotations as a style cites them."""

    in_notes: bool
    """Whether the style cites in notes."""
    quotations: list[Record]
    entries: list[Record]
    """Of the papers that are cited, in the style's order."""


def printed(
    library: Library, quotations: Sequence[Quotation], style: str | Path = DEFAULT, locale: str | None = None
) -> Printed:
    """The records of quotations and of their papers. Raises BadQueryError for a style there is not."""
    chosen = style_of(style)
    places = [_place(library, each) for each in quotations]
    known = [place for place in places if place is not None]
    told = iter(list(cite_records(library, known, chosen, locale)) if known else [])
    records = [
        quotation_record(each, place, next(told) if place else None)
        for each, place in zip(quotations, places, strict=True)
    ]
    papers = list(dict.fromkeys(place.paper.name for place in known))
    entries = list(entry_records(library, papers, chosen, locale)) if papers else []
    return Printed(chosen.in_notes, records, entries)


def quotation_record(quotation: Quotation, place: Place | None, told: Record | None) -> Record:
    """One quotation: its words as picked (`text`), where they stand now (`spans`, none if nowhere), and its standing.

    For what no longer holds `told` says why, page and citation are those it was picked with, and `now` is what stands
    in its place, if anything is like it. `told` of `cite_records`, None where its paper is not in the library.
    """
    picked, found = quotation.picked, quotation.found
    at = _as_picked(quotation) if place is None or place.citation is None else place.citation
    changed = quotation.standing is Standing.CHANGED
    cite: Record = told or {}
    return {
        "id": quotation.number,
        "order": quotation.order,
        "standing": str(quotation.standing),
        "told": explained(quotation),
        **{name: getattr(at, name) for name in ("paper", "page", "paragraph", "note", "section")},
        "key": cite.get("key", picked.key),
        "spans": pairs(found.spans) if quotation.holds else [],
        "text": picked.quote,
        "remark": picked.remark,
        "tags": list(picked.tags),
        **dict(_printed(cite, at)),
        "pandoc": cite.get("pandoc"),
        "link": str(link_to(at)),
        "style": cite.get("style"),
        "picked_at": picked.picked_at,
        "picked_spans": pairs(picked.spans),
        "now": found.text if changed else None,
        "now_spans": pairs(found.spans) if changed else [],
        "difference": [list(each) for each in found.difference],
    }


def mark(record: Record) -> str | None:
    """What stands before the words of a quotation that no longer holds, wherever it is written; None if it holds."""
    if record["standing"] in (Standing.HOLDS, Standing.MOVED):
        return None
    return f"This quotation no longer holds: {record['told']}."


def explained(quotation: Quotation) -> str | None:
    """What has become of it, in words; None while it holds where it was picked."""
    picked, found = quotation.picked, quotation.found
    there = found.paper == picked.paper
    match quotation.standing:
        case Standing.MOVED:
            return "moved since it was picked" if there else f"stands in {found.paper}, no longer in {picked.paper}"
        case Standing.CHANGED:
            return f"{found.paper} has other words there now"
        case Standing.GONE:
            return f"the words are nowhere in the library now; they were in {picked.paper}"
    return None


def _place(library: Library, quotation: Quotation) -> Place | None:
    """What is to be cited: where the words stand, else where they stood; None when their paper is not held."""
    picked, found = quotation.picked, quotation.found
    if quotation.holds and found.paper is not None:
        paper = library.paper(found.paper)
        return Place(paper, citation_of(library, paper, found.spans))
    return Place(library.paper(picked.paper), _as_picked(quotation)) if picked.paper in library.names() else None


def _as_picked(quotation: Quotation) -> Citation:
    picked = quotation.picked
    where = (picked.section, picked.page, picked.paragraph, picked.note)
    return Citation(picked.paper, picked.spans, picked.quote, picked.prefix, picked.suffix, *where)


def _printed(cite: Record, at: Citation) -> Iterator[tuple[str, str]]:
    """The citation in full and the entry, in words and in HTML; of a paper that is not held its name and the place."""
    plain = cited(at.paper, page=at.page, paragraph=at.paragraph, note=at.note)
    yield "citation", cite.get("full", plain)
    yield "entry", cite.get("entry", "")
    yield "citation_html", cite.get("full_html", html.escape(plain, quote=False))
    yield "entry_html", cite.get("entry_html", "")
