"""The fields that several kinds of records have, each with its type, for OpenAPI."""

from __future__ import annotations

from api.columns import columns
from api.service.shapes import (
    MAYBE,
    MAYBE_WHOLE,
    PAIR,
    SPANS,
    TEXT,
    TEXTS,
    TRUTH,
    TYPES,
    WHOLE,
    of,
    ref,
    table,
)

PLACED = {"paper": TEXT, "page": MAYBE, "text": TEXT}
PIECES = {"start": WHOLE, "end": WHOLE, "spans": SPANS}
SETTING = {"kind": TEXT, "section": TEXTS, "paragraph": MAYBE_WHOLE, "note": MAYBE, "citation": TEXT}
ABOUT = {
    "paper": TEXT,
    "title": MAYBE,
    "authors": TEXTS,
    "date": MAYBE,
    "year": MAYBE_WHOLE,
    "institution": MAYBE,
    "language": MAYBE,
    "series": MAYBE,
    "genre": MAYBE,
    "characters": WHOLE,
    "pages": WHOLE,
    "format": TEXT,
    "encoding": TEXT,
    "path": TEXT,
    "sha256": TEXT,
    "reader": TEXT,
}
AROUND = {"notes": of(ref("CalledNote")), "figures": of(ref("Figure")), "names": of(ref("NameCount"))}
SAID = {
    "change": TEXT,
    "name": TEXT,
    "label": TEXT,
    "other": MAYBE,
    "other_label": MAYBE,
    "form": MAYBE,
    "paper": MAYBE,
    "quote": MAYBE,
    "prefix": MAYBE,
    "suffix": MAYBE,
    "said_at": TEXT,
    "told": TEXT,
}
PRINTED = {
    f"{form}{kind}": TEXT
    for form in ("citation", "full", "short", "ibid", "entry")
    for kind in ("", "_markdown", "_html")
}
ENTRY = {
    "paper": TEXT,
    "key": TEXT,
    "style": TEXT,
    "missing": TEXTS,
    **{name: TEXT for name in PRINTED if name.startswith("entry")},
}
QUOTED = {
    "paper": TEXT,
    "page": MAYBE,
    "start": WHOLE,
    "end": WHOLE,
    "text": TEXT,
    "quote": TEXT,
    "section": MAYBE,
    "paragraph": MAYBE_WHOLE,
    "note": MAYBE,
    "citation": TEXT,
    "prefix": TEXT,
    "suffix": TEXT,
    "part": PAIR,
}
PICKED = {
    "id": WHOLE,
    "order": WHOLE,
    "standing": {"enum": ["holds", "moved", "changed", "gone"]},
    "told": MAYBE,
    "paper": TEXT,
    "page": MAYBE,
    "paragraph": MAYBE_WHOLE,
    "note": MAYBE,
    "section": MAYBE,
    "key": MAYBE,
    "spans": SPANS,
    "text": TEXT,
    "remark": TEXT,
    "tags": TEXTS,
    "citation": MAYBE,
    "pandoc": MAYBE,
    "entry": MAYBE,
    "link": TEXT,
    "style": MAYBE,
    "picked_at": TEXT,
    "picked_spans": SPANS,
    "now": MAYBE,
    "now_spans": SPANS,
    "difference": of({"type": "array"}),
}
POINTED = {"text": TEXT, "kind": TEXT, "resolves_to": MAYBE, "entry": MAYBE, "reason": MAYBE}
REFERRING = {"text": TEXT, "start": WHOLE, "end": WHOLE, "page": MAYBE, "sentence": TEXT, "spans": SPANS}
FIGURE = table(
    columns(),
    value={"type": ["number", "array"]},
    **{name: TYPES[each] for name, each in columns(context=True, converted=True).items() if name not in columns()},
    converted_value={"type": ["number", "array", "null"]},
)
STATUS = {
    "library": TEXT,
    "version": TEXT,
    "papers": TEXTS,
    "corrections": WHOLE,
    "orphans": WHOLE,
    "model": TEXT,
    **dict.fromkeys(("passages", "notes", "figures", "mentions", "entities", "indexed", "not_indexed"), WHOLE),
    "model_verified": TRUTH,
    "names": TEXT,
    "names_by": MAYBE,
    "names_trouble": MAYBE,
    "spacy_models": TEXTS,
    "pipeline": TEXT,
    "stale": TEXTS,
    "stale_names": TEXTS,
    "unencoded": TEXTS,
    "index_rebuilt": MAYBE,
    "index_trouble": MAYBE,
}
