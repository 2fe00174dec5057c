"""A mapping as YAML, pandoc's front matter or CSL-JSON write it -> what it says of a paper.

Several names for one thing are understood ("author", "authors"); what is not understood is passed over.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from corpus.metadata.dates import iso
from corpus.metadata.facts import Facts, Value
from corpus.metadata.languages import code

TITLES = ("title",)
AUTHORS = ("author", "authors", "creator", "byline")
DATES = ("date", "issued", "published", "publication-date", "date-published", "year")
INSTITUTIONS = ("institution", "publisher", "organization", "organisation")
LANGUAGES = ("language", "lang", "langid")
SERIES = ("series", "collection-title")
NUMBERS = ("collection-number", "series-number", "number", "issue")
GENRES = ("genre",)
BETWEEN_NAMES = re.compile(r"\s*;\s*|\s*\n\s*|\s+(?:and|&)\s+|\s*,\s+(?:and|&)\s+")
COMMAS = re.compile(r"\s*,\s*")
INVERTED = re.compile(r"([^,]+),\s*([^,]+)")


def load_yaml(text: str) -> Any:
    """The value that YAML text states. Raises ValueError, with what is wrong and where, for what is no YAML."""
    try:
        return yaml.safe_load(text)
    except yaml.MarkedYAMLError as fault:
        line = f", line {fault.problem_mark.line + 1}" if fault.problem_mark else ""
        raise ValueError(f"{fault.problem or 'not well formed'}{line}") from fault
    except yaml.YAMLError as fault:
        raise ValueError("not well formed") from fault
    except RecursionError as fault:
        raise ValueError("nested too deeply") from fault
    except OverflowError as fault:
        raise ValueError("a number or date out of range") from fault


def facts_in(stated: Mapping[Any, Any]) -> Facts:
    """What a mapping says of a paper; empty values say nothing."""
    by_name = {str(key).lower().replace("_", "-"): value for key, value in stated.items()}
    told: dict[str, Value | None] = {
        "title": _words(_first(by_name, TITLES)),
        "authors": _authors(_first(by_name, AUTHORS)),
        "date": _date(_first(by_name, DATES)),
        "institution": _institution(_first(by_name, INSTITUTIONS)),
        "language": _language(_first(by_name, LANGUAGES)),
        "series": _series(by_name),
        "genre": _lowered(_first(by_name, GENRES)),
    }
    return {name: value for name, value in told.items() if value}


def _first(stated: Mapping[str, Any], names: Sequence[str]) -> Any:
    return next((stated[name] for name in names if stated.get(name) not in (None, "", [], {})), None)


def _words(value: Any) -> str | None:
    if isinstance(value, Mapping):  # pandoc takes {text: ...}, some write {name: ...}
        value = value.get("text", value.get("name"))
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return " ".join(str(value).split()) or None


def _lowered(value: Any) -> str | None:
    words = _words(value)
    return words.lower() if words else None


def _language(value: Any) -> str | None:
    words = _words(value[0] if isinstance(value, list) and value else value)
    return code(words) if words else None


def _institution(value: Any) -> str | None:
    one = value[0] if isinstance(value, list) and value else value
    return _words(one)


def _series(stated: Mapping[str, Any]) -> str | None:
    """The series with its number; a number that stands in its words already is not said twice."""
    name, number = _words(_first(stated, SERIES)), _words(_first(stated, NUMBERS))
    if not name or not number or re.search(rf"(?<!\d){re.escape(number)}(?!\d)", name):
        return name
    return f"{name} {number}" if not number.isdigit() else f"{name} No. {number}"


def _authors(value: Any) -> tuple[str, ...]:
    """One name, several in a line or a list, or mappings: {name: ...} as pandoc takes, {family, given} as CSL does."""
    if isinstance(value, str):
        return tuple(_told(value))
    items = value if isinstance(value, list) else [value]
    names = [_name(item) if isinstance(item, Mapping) else _upright(_words(item) or "") for item in items]
    return tuple(name for name in names if name)


def _told(line: str) -> list[str]:
    """The names in a line: apart by "and" or semicolons, else by commas if every part has more than one word."""
    names = [name for name in BETWEEN_NAMES.split(line.strip()) if name]
    apart = [part for name in names for part in COMMAS.split(name) if part]
    if all(" " in part for part in apart):
        return [" ".join(part.split()) for part in apart]
    return [_upright(" ".join(name.split())) for name in names]


def _upright(name: str) -> str:
    """A name with its given name first: "Jane Roe" for "Roe, Jane"."""
    found = INVERTED.fullmatch(name)
    return f"{found[2].strip()} {found[1].strip()}" if found else name


def _name(parts: Mapping[Any, Any]) -> str:
    whole = _words(parts.get("literal")) or _words(parts.get("name"))
    if whole:
        return _upright(whole)
    order = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return " ".join(told for key in order if (told := _words(parts.get(key))))


def _date(value: Any) -> str | None:
    if isinstance(value, dt.date):
        return value.isoformat()[:10]
    if isinstance(value, Mapping):
        return _csl_date(value)
    words = _words(value)
    return iso(words) or words if words else None


def _csl_date(value: Mapping[Any, Any]) -> str | None:
    """CSL's {"date-parts": [[2013, 8, 2]]}, of which a range's first day counts, or {"raw": "August 2013"}."""
    parts = value.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    if isinstance(first, list) and first:
        words = [_words(part) or "" for part in first[:3]]
        if all(part.isdigit() for part in words):
            return iso("-".join([words[0], *(part.zfill(2) for part in words[1:])])) or iso(words[0])
    return _date(_first({str(key): each for key, each in value.items()}, ("raw", "literal")))
