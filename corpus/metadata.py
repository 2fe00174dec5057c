"""A text and its blocks -> what the paper states about itself. What it does not state stays empty."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import yaml

from corpus.model import Block, BlockKind, Metadata
from corpus.outline.markup import front_matter
from corpus.prose import plain

MONTHS = "January February March April May June July August September October November December".split()
MONTH = "|".join(f"{month}|{month[:3]}\\.?" for month in MONTHS)
DATES = (
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{MONTH}),?\s+(?P<year>\d{{4}})", re.IGNORECASE),
    re.compile(rf"(?P<month>{MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})", re.IGNORECASE),
    re.compile(rf"(?P<month>{MONTH}),?\s+(?P<year>\d{{4}})", re.IGNORECASE),
    re.compile(r"(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})"),
    re.compile(r"(?P<year>(?:19|20)\d{2})"),
)
LONGEST_DATE_LINE = 60
BYLINE = re.compile(r"(?:by|authors?|written by)\b\s*:?\s+(?P<names>[^\W\d_].+)", re.IGNORECASE)
NAME = re.compile(
    r"(?:[A-ZÀ-Þ][\w.’'-]*|de|da|do|dos|del|la|van|von|der|den|bin|al|el|y|e)(?:\s+(?:[A-ZÀ-Þ][\w.’'-]*|de|da|do|dos|del|la|van|von|der|den|bin|al|el|y|e))+"
)
NO_PERSON = re.compile(
    r"""\b(?:institut\w*|cent(?:re|er)|university|college|school|foundation|council|ministry|department|agency|commission|office
      |forces?|forum|observatory|network|group|programme|program|association|society|bank|policy|research|studies|paper|brief
      |report|series|union|house|fund|trust|alliance|initiative|committee|board|authority|journal|review|press|republic|city
      |de\s+los|nations?|states?|january|february|march|april|may|june|july|august|september|october|november|december)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words that stand in the names of institutions, places and series, hardly in those of people."""
MARKS = re.compile(r"(?<=\w)(?:[⁰¹²³⁴-⁹*†‡§]+|\[\^?\w+\])")
"""Note markers behind a name."""
OFFICE = re.compile(
    r"""(?: (?: dr | prof(?:essor)? | mr | mrs | ms | sir | dame | ambassador | captain | major | lieutenant
          | sen(?:ator)? | rev(?:erend)?
          | (?:lieutenant|vice|rear|brigadier|major)?[- ]?(?:commander|colonel|general|admiral) ) \.? \s+ )+
        (?=[A-ZÀ-Þ])""",
    re.VERBOSE | re.IGNORECASE,
)
"""Titles and ranks before a name are no part of it."""
BETWEEN_NAMES = re.compile(r"\s*(?:,|;|&|\band\b|\bwith\b)\s*")


def metadata(text: str, blocks: Sequence[Block], form: str = "txt") -> Metadata:
    """Title, authors, date and institution as stated: in Markdown's front matter, else above the first paragraph."""
    stated = _front_matter(text) if form == "markdown" else {}
    title = next((plain(text, block.span) for block in blocks if block.kind is BlockKind.TITLE), None)
    lines = [MARKS.sub("", plain(text, block.span)) for block in blocks if block.kind is BlockKind.FRONT_MATTER]
    lines = [] if stated else lines
    return Metadata(
        title=_words(stated.get("title")) or title,
        authors=_authors(stated.get("author", stated.get("authors"))) or _byline(lines) or _names_below(lines),
        date=_stated_date(stated) or _dateline(lines),
        institution=_words(stated.get("institution") or stated.get("publisher") or stated.get("organization")),
        language=_words(stated.get("lang") or stated.get("language")),
    )


def _front_matter(text: str) -> dict[str, Any]:
    span = front_matter(text)
    if span is None:
        return {}
    try:
        stated = yaml.safe_load(text[span.start : span.end])
    except yaml.YAMLError:
        return {}  # a paper that opens with two rules is no front matter; its words are still kept and searched
    return {str(key).lower(): value for key, value in stated.items()} if isinstance(stated, dict) else {}


def _words(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _authors(value: object) -> tuple[str, ...]:
    """One name, several in a list, or mappings with a `name`, as pandoc takes them."""
    if isinstance(value, str):
        return tuple(name for name in BETWEEN_NAMES.split(value.strip()) if name)
    if not isinstance(value, list):
        return ()
    names = (item.get("name") if isinstance(item, dict) else item for item in value)
    return tuple(name.strip() for name in names if isinstance(name, str) and name.strip())


def _stated_date(stated: dict[str, Any]) -> str | None:
    value = stated.get("date", stated.get("year"))
    if isinstance(value, date):
        return value.isoformat()
    return _iso(str(value)) or _words(str(value)) if value is not None else None


def _byline(lines: Sequence[str]) -> tuple[str, ...]:
    for line in lines:
        found = BYLINE.match(line)
        if found:
            names = _split(found["names"])
            if all(NAME.fullmatch(name) for name in names):
                return tuple(names)
    return ()


def _split(words: str) -> list[str]:
    return [OFFICE.sub("", name) for name in BETWEEN_NAMES.split(words.rstrip(". ")) if name]


def _names_below(lines: Sequence[str]) -> tuple[str, ...]:
    """Lines that are nothing but names, the first such and those right below it: a byline without "by"."""
    names: list[str] = []
    for line in lines:
        told = _split(line)
        if all(NAME.fullmatch(name) and not NO_PERSON.search(name) for name in told):
            names += told
        elif names:
            break
    return tuple(names)


def _dateline(lines: Sequence[str]) -> str | None:
    return next((found for line in lines if len(line) <= LONGEST_DATE_LINE and (found := _iso(line))), None)


def _iso(words: str) -> str | None:
    for pattern in DATES:
        found = pattern.search(words)
        if found:
            parts = found.groupdict()
            number = parts.get("number") or _month_number(parts.get("month"))
            day = parts.get("day")
            return "-".join(part for part in (parts["year"], number, day.zfill(2) if day else None) if part)
    return None


def _month_number(month: str | None) -> str | None:
    if month is None:
        return None
    return f"{[name[:3].lower() for name in MONTHS].index(month[:3].lower()) + 1:02}"
