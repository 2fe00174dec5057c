"""The shapes of answers by name, for OpenAPI: the fields that `api.records` promises."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api.entities.listed import COLUMNS
from api.entities.namings import MENTIONS, PASSAGES
from api.entities.together import BESIDE, PAIRS
from api.service.fields import (
    ABOUT,
    AROUND,
    ENTRY,
    FIGURE,
    PICKED,
    PIECES,
    PLACED,
    POINTED,
    PRINTED,
    QUOTED,
    REFERRING,
    SAID,
    SETTING,
    STATUS,
)
from api.service.shapes import (
    MAYBE,
    MAYBE_WHOLE,
    NUMBER,
    OBJECT,
    PAIR,
    SPANS,
    TEXT,
    TEXTS,
    TRUTH,
    WHOLE,
    Schema,
    list_of,
    maybe,
    of,
    page_of,
    ref,
    shape,
    table,
)

SCHEMAS: Mapping[str, Schema] = {
    "Problem": shape(
        {"type": TEXT, "title": TEXT, "status": WHOLE, "detail": TEXT}, errors=of(OBJECT), at=WHOLE, length=WHOLE
    ),
    "Health": shape({"status": {"const": "ok"}, "meaning": {"enum": ["loading", "ready", "absent"]}}),
    "Files": shape({"files": of({"type": "string", "format": "binary"})}),
    "AddedFile": shape(
        {"path": TEXT, "outcome": TEXT, "paper": MAYBE, "passages": WHOLE, "figures": WHOLE, "message": MAYBE}
    ),
    "Job": shape(
        {
            "id": TEXT,
            "state": {"enum": ["waiting", "running", "done"]},
            "progress": shape({"done": WHOLE, "total": WHOLE, "file": MAYBE}),
            "results": of(ref("AddedFile")),
            "made": TEXT,
            "ended": MAYBE,
        }
    ),
    "Jobs": list_of("Job"),
    "PaperListed": shape(ABOUT),
    "Papers": page_of("PaperListed"),
    "Paper": shape({**ABOUT, "counts": OBJECT, "outline": of(OBJECT)}, text=TEXT),
    "MetadataField": shape({"paper": TEXT, "field": TEXT, "value": {}, "source": MAYBE, "origin": MAYBE}),
    "MetadataFields": list_of("MetadataField"),
    "CalledNote": shape({"number": MAYBE, **PLACED}, **PIECES),
    "NameCount": shape({"name": TEXT, "label": TEXT, "mentions": WHOLE}),
    "Hit": shape(
        {
            "rank": WHOLE,
            **PLACED,
            "spans": SPANS,
            **SETTING,
            "score": NUMBER,
            "words": NUMBER,
            "meaning": NUMBER,
            "late": NUMBER,
            "matched": SPANS,
            "best": SPANS,
            "also": of(OBJECT),
        },
        **{"start": WHOLE, "end": WHOLE, **AROUND},
    ),
    "Hits": list_of("Hit"),
    "SearchResults": shape(
        {
            "query": TEXT,
            "read_as": TEXT,
            "notices": of(OBJECT),
            "suggestion": MAYBE,
            "results": of(ref("Hit")),
            "mode": {"enum": ["both", "words", "meaning"]},
            "warnings": TEXTS,
        },
        facets=of(OBJECT),
    ),
    "Passage": shape({**PLACED, "spans": SPANS, **SETTING}, start=WHOLE, end=WHOLE),
    "PassageAround": shape(
        {
            **PLACED,
            "spans": SPANS,
            **SETTING,
            "place": maybe(shape(PLACED, **PIECES)),
            "before": maybe(ref("Passage")),
            "after": maybe(ref("Passage")),
            **AROUND,
        },
        start=WHOLE,
        end=WHOLE,
    ),
    "Quoted": shape(QUOTED, statement=WHOLE),
    "Answer": shape(
        {
            "question": TEXT,
            "verdict": TEXT,
            "abstained": TRUTH,
            "text": TEXT,
            "reason": MAYBE,
            "citations": of(ref("Quoted")),
            "figures": of(OBJECT),
            "related": of(ref("Quoted")),
        }
    ),
    "Figure": FIGURE,
    "Figures": page_of("Figure", remarks=TEXTS),
    "Note": shape(
        {
            **PLACED,
            "spans": SPANS,
            "number": MAYBE,
            "state": TEXT,
            "mark": maybe(PAIR),
            "markers": SPANS,
            "supports": MAYBE,
            "sentence": SPANS,
            "references": of(shape(POINTED)),
            "citation": TEXT,
        },
        start=WHOLE,
        end=WHOLE,
    ),
    "Notes": page_of("Note"),
    "Words": shape({"start": WHOLE, "end": WHOLE, "text": TEXT}),
    "Exhibit": shape(
        {
            **PLACED,
            "start": WHOLE,
            "end": WHOLE,
            "kind": TEXT,
            "label": MAYBE,
            "number": MAYBE,
            "state": TEXT,
            "title": MAYBE,
            "source": maybe(ref("Words")),
            "notes": of(ref("Words")),
            "body": maybe(PAIR),
            "continued": SPANS,
            "markers": SPANS,
            "references": of(shape(REFERRING)),
            "citation": TEXT,
        }
    ),
    "Exhibits": page_of("Exhibit"),
    "Entity": table(COLUMNS),
    "FullEntity": shape({**table(COLUMNS)["properties"], "sources": of(OBJECT)}),
    "Entities": page_of("Entity"),
    "Pair": {"anyOf": [table(PAIRS), table(BESIDE)]},
    "Pairs": page_of("Pair"),
    "Mention": table(MENTIONS),
    "Mentions": page_of("Mention"),
    "NamingPassage": table(PASSAGES),
    "NamingPassages": page_of("NamingPassage"),
    "Correction": shape({"number": WHOLE, **SAID, "orphan": MAYBE}),
    "Corrections": list_of("Correction"),
    "Corrected": shape({"outcome": TEXT, "line": MAYBE_WHOLE, "number": MAYBE_WHOLE, "message": MAYBE}, **SAID),
    "Cite": shape(
        {
            "number": WHOLE,
            "paper": TEXT,
            "key": TEXT,
            "style": TEXT,
            **PRINTED,
            "pandoc": TEXT,
            "locator": maybe(OBJECT),
            "page": MAYBE,
            "paragraph": MAYBE_WHOLE,
            "note": MAYBE,
            "spans": SPANS,
            "quote": MAYBE,
            "link": MAYBE,
            "fragment": MAYBE,
            "state": MAYBE,
            "missing": TEXTS,
            "warnings": TEXTS,
            "through": of(OBJECT),
        }
    ),
    "Cites": list_of("Cite"),
    "Entry": shape(ENTRY),
    "Entries": list_of("Entry"),
    "Link": shape(
        {
            "link": TEXT,
            "state": TEXT,
            "paper": MAYBE,
            "spans": SPANS,
            "text": MAYBE,
            "was": TEXT,
            "difference": of({"type": "array"}),
        }
    ),
    "Links": list_of("Link"),
    "Quotation": shape(PICKED),
    "Quotations": list_of("Quotation"),
    "CheckedQuotation": shape(
        {
            "quotation": TEXT,
            "verdict": TEXT,
            "holds": TRUTH,
            "told": TEXT,
            "places": of(OBJECT),
            "more": WHOLE,
            "differences": of(OBJECT),
            "left_out": TEXTS,
        }
    ),
    "CheckedClaim": shape(
        {"claim": TEXT, "holds": TRUTH, "faults": of(OBJECT), "doubts": TEXTS, "passages": of(OBJECT)}
    ),
    "Status": shape(STATUS),
    "Export": shape({"format": TEXT, "version": WHOLE, "papers": of(OBJECT)}),
}


def describe(app: FastAPI) -> None:
    """Put the shapes into the OpenAPI document of `app`, which is made when it is first asked for."""

    def document() -> Schema:
        if app.openapi_schema is None:
            made = get_openapi(
                title=app.title, version=app.version, description=app.description, routes=app.routes, tags=None
            )
            made.setdefault("components", {}).setdefault("schemas", {}).update(SCHEMAS)
            app.openapi_schema = made
        return app.openapi_schema

    app.openapi = document  # type: ignore[method-assign]
