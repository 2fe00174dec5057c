"""Fields and their types -> JSON Schema of a record: the words in which answers are described."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from api.columns import Type

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
MAYBE: Schema = {"type": ["string", "null"]}
WHOLE: Schema = {"type": "integer"}
MAYBE_WHOLE: Schema = {"type": ["integer", "null"]}
NUMBER: Schema = {"type": ["number", "null"]}
TRUTH: Schema = {"type": "boolean"}
TEXTS: Schema = {"type": "array", "items": TEXT}
PAIR: Schema = {"type": "array", "prefixItems": [WHOLE, WHOLE], "minItems": 2, "maxItems": 2}
SPANS: Schema = {"type": "array", "items": PAIR, "description": "From and to, in code points of the paper's text."}
OBJECT: Schema = {"type": "object"}
TYPES: Mapping[Type, Schema] = {
    Type.TEXT: MAYBE,
    Type.NUMBER: NUMBER,
    Type.WHOLE: MAYBE_WHOLE,
    Type.TRUTH: TRUTH,
    Type.TEXTS: TEXTS,
    Type.SPANS: SPANS,
    Type.COUNTS: {"type": "object", "additionalProperties": WHOLE},
    Type.NAMES: {"type": "array", "items": TEXTS},
}


def ref(name: str) -> Schema:
    """The shape of that name."""
    return {"$ref": f"#/components/schemas/{name}"}


def of(schema: Schema) -> Schema:
    """A list of these."""
    return {"type": "array", "items": schema}


def maybe(schema: Schema) -> Schema:
    """This or null."""
    return {"anyOf": [schema, {"type": "null"}]}


def shape(required: Mapping[str, Schema], **optional: Schema) -> Schema:
    """An object that has these fields, and may have those."""
    return {"type": "object", "properties": {**required, **optional}, "required": list(required)}


def table(typed: Mapping[str, Type], **more: Schema) -> Schema:
    """A record with the columns of a table; a place of several pieces has no start and end of its own."""
    fields = {name: TYPES[each] for name, each in typed.items() if name not in {"start", "end", "spans"}}
    return shape(fields, **{name: TYPES[each] for name, each in typed.items() if name not in fields}, **more)


def page_of(name: str, **more: Schema) -> Schema:
    """A page of these, and where the next is."""
    return shape({"results": of(ref(name)), "next": MAYBE, "cursor": MAYBE, **more})


def list_of(name: str) -> Schema:
    """All of these."""
    return shape({"results": of(ref(name))})
