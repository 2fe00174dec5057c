"""Entries of a bibliography -> the list as text, in one of the forms that writing programs take."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from api.records import Record

if TYPE_CHECKING:
    from nlp.csl.situation import Item


class ListFormat(StrEnum):
    """What a bibliography can be written as."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    CSL_JSON = "csl-json"
    BIBTEX = "bibtex"
    RIS = "ris"
    JSON = "json"


def listed(form: ListFormat, records: Sequence[Record], items: Sequence[Item]) -> str:
    """The bibliography in one of its forms."""
    import json  # noqa: PLC0415 - with the exports

    from nlp.cite import exports  # noqa: PLC0415 - loads much

    match form:
        case ListFormat.CSL_JSON:
            return exports.csl_json(items)
        case ListFormat.BIBTEX:
            return exports.bibtex(items)
        case ListFormat.RIS:
            return exports.ris(items)
        case ListFormat.JSON:
            return json.dumps(records, ensure_ascii=False, indent=2) + "\n"
    entries = [record["entry" if form is ListFormat.TEXT else f"entry_{form}"] for record in records]
    if form is ListFormat.HTML:
        return "".join(f'<p class="csl-entry">{entry}</p>\n' for entry in entries if entry)
    return "\n\n".join(filter(None, entries)) + "\n"
