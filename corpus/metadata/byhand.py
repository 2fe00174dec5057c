"""A field's name and the words typed for it -> the value to keep, or a sentence on why they do not fit."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from corpus.errors import BadQueryError
from corpus.metadata.dates import iso
from corpus.metadata.facts import FIELDS, LISTS, Value
from corpus.metadata.further import DATES, PEOPLE, PREFIX, VARIABLES
from corpus.metadata.languages import code
from corpus.metadata.people import person

BETWEEN = re.compile(r"\s*;\s*")


def checked_field(name: str) -> str:
    """The field of that name, as facts have it: of metadata, or a variable of CSL ("DOI"). Raises BadQueryError."""
    if name in FIELDS:
        return name
    variable = VARIABLES.get(name.lower())
    if variable is None or variable in ("author", "issued"):
        raise BadQueryError(
            f"there is no field {name!r}; the fields are {', '.join(FIELDS)}, and what CSL can say beside them: "
            "type, container-title, volume, issue, page, publisher-place, DOI, URL, editor ..."
        )
    return PREFIX + variable


def by_hand(name: str, typed: str | Iterable[str]) -> Value:
    """What was typed for a field, as it is to be kept; no words at all say that the paper has none.

    Authors are apart by semicolons, or given as several strings. Raises BadQueryError for an unknown field, for a
    date that cannot be read, and for a language that is neither a name nor a code.
    """
    field = checked_field(name)
    if field.startswith(PREFIX):
        return _variable(field.removeprefix(PREFIX), typed if isinstance(typed, str) else "; ".join(typed))
    parts = BETWEEN.split(typed) if isinstance(typed, str) and field in LISTS else [typed]
    values = [" ".join(part.split()) for each in parts for part in ([each] if isinstance(each, str) else each)]
    if any("\ud800" <= char <= "\udfff" for value in values for char in value):
        raise BadQueryError(f"the {field} typed has characters that are no text: type it again in UTF-8.")
    if field in LISTS:
        return tuple(value for value in values if value)
    return _fitting(field, " ".join(values))


def _variable(name: str, words: str) -> str:
    """A variable of CSL as facts keep it: people apart by semicolons, dates as they are read for `date`."""
    words = " ".join(words.split())
    if any("\ud800" <= char <= "\udfff" for char in words):
        raise BadQueryError(f"the {name} typed has characters that are no text: type it again in UTF-8.")
    value: object = words
    if name in PEOPLE:
        value = [person(part) for part in BETWEEN.split(words) if part]
    elif name in DATES and words:
        read = _fitting("date", words)
        value = {"date-parts": [[int(part) for part in read.split("-")]]}
    return json.dumps(value, ensure_ascii=False)


def _fitting(field: str, words: str) -> str:
    if field == "date" and words:
        read = iso(words)
        if read is None:
            raise BadQueryError(f"{words!r} is no date: write it as 2013, 2013-08 or 2013-08-02.")
        return read
    if field == "language" and words:
        known = code(words)
        if known is None:
            raise BadQueryError(f"{words!r} is no language: write its code, such as en or pt-BR.")
        return known
    return words.lower() if field == "genre" else words
