"""A heading, caption or phrase -> the years it tells: "FY 2009/10" is 2009 to 2010, "since 2004" has no end.

Months, quarters and days belong to the words that are found but only their year is read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.tag.figures.unit_names import unit_names
from nlp.tag.figures.units import before

Years = tuple[int | None, int | None]
"""First and last year, both included; None where the words leave that end open."""


@dataclass(frozen=True, slots=True)
class Period:
    """A time told at ``words[start:end]``."""

    start: int
    end: int
    since: int | None
    until: int | None


_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_PART = r"(?:[QHST][1-4]|[1-4]Q|(?:first|second|third|fourth|1st|2nd|3rd|4th)[\s-](?:quarter|half)(?:\sof)?)"
_SPAN = r"\s?[-–—−‑/]\s?"
_FISCAL = r"(?:FYs?|CY|AY|MY|SY|(?:fiscal|financial|calendar|marketing|school|academic)(?:\syears?)?|years?)[\s-]?"


def _point(name: str) -> str:
    """One year with what is printed around it: "mid-2005", "31 March 2011", "Q3 2012", "FY09", "’07", "1990s"."""
    return rf"""
        (?:(?:early|mid|late|end|beginning|start|middle)(?:[\s-]of)?(?:[\s-]the)?[\s-])?
        (?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?)?{_MONTH}(?:{_SPAN}(?:\d{{1,2}}\s)?{_MONTH})?
             (?:\s\d{{1,2}}(?:st|nd|rd|th)?(?=,))?(?:,?\s(?:of\s)?|[-–])?
          | {_PART}(?:{_SPAN}{_PART})?[\s/-]?(?:of\s)?
          | \d{{1,2}}[./]\d{{1,2}}[./])?
        (?:{_FISCAL})?
        (?:(?P<{name}>(?:1[5-9]\d\d|20\d\d|2100))(?P<{name}_decade>s\b)?
          | ['’‘](?P<{name}_short>\d\d)(?P<{name}_sort>s\b)?
          | (?:(?<=FY)|(?<=FY\s)|(?<=FY-)|(?<=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[-–]))
              (?P<{name}_bare>\d\d)(?!\d|{_SPAN}\d))
        (?:[\s-]?(?:Q|M|H)\d{{1,2}}\b)?
        (?:\s?[aefprb](?=\W|\Z))?"""


_PERIOD = re.compile(
    rf"""(?<![\w$€£¥₹.,'’/-])(?<![$€£¥₹]\s)
        (?:(?P<lead>since|after|from|post|until|till|up\sto|through|before|by|prior\sto|pre|between)[\s-](?:the\s)?)?
        {_point("first")}
        (?:(?:{_SPAN}|\s(?:to|through|thru|until|till|and)\s(?:the\s)?)
            (?:{_point("last")} | (?<=[-–—−‑/])\s?(?P<tail>\d{{1,2}})))?
        (?![\w]|[.,]\d|{_SPAN}\d{{3}}|\s?(?:[%$€£¥₹]|=\s?\d))
        (?P<trail>\s?(?:onwards?|and\s(?:after(?:wards)?|later|beyond)|or\slater)\b|\s?\+(?!\w))?""",
    re.VERBOSE | re.IGNORECASE,
)
_OPEN_END = frozenset({"since", "after", "from", "post"})
_OPEN_START = frozenset({"until", "till", "up to", "through", "before", "by", "prior to", "pre"})
_NAMED = re.compile(
    r"""\b(?:no\.?|n[º°]|nos\.|resolutions?|directives?|laws?|acts?|decrees?|regulations?|room|iso|agenda|vision
        |horizon|europe|habitat|unscr|pages?|pp?\.|articles?|paragraphs?|paras?\.?|title|section|highway)\s?\(?\Z""",
    re.VERBOSE | re.IGNORECASE,
)
"""What makes of a year the number or the name of something."""
_BASE = re.compile(
    r"\s?(?:(?:constant|real|international|PPP|US|[A-Z]\w+)\s){0,2}?(?:prices?|dollars?|euros?|pounds?|rupees?|pesos?|rands?"
    r"|yen|reais|francs?|PPPs?|U\.?S\.?\s?\$|[A-Z]{1,3}\s?[$€£]|[$€£¥₹]|USD|EUR|GBP)(?!\w)"
)
"""What makes of a year the base of a price: "constant 2010 US$"."""
_NOUN = re.compile(r"\s((?:sq\.?\s|square\s)?[a-z]+)")
_TOLD = re.compile(r"(?:\A|[.!?]\s)(?:In|By|Since|During|Until|From|Before|After)\s\Z")
"""At the head of a sentence these tell a time, whatever follows: "In 2004 farmers got more"."""
_COUNTED = frozenset(
    """people persons men women children households families farmers soldiers troops police officers staff students
    pupils victims deaths workers jobs beneficiaries refugees migrants villages schools projects homes houses copies
    respondents inhabitants patients beds vehicles units items times others cases arrests""".split()
)
_FILLING = re.compile(
    r"""\b(?:est(?:imate[ds]?|\.)?|act(?:uals?|\.)?|budget(?:ed)?|prov(?:isional)?|prel(?:im(?:inary)?)?|forecasts?
        |proj(?:ected|ections?)?|plan(?:ned)?|rev(?:ised)?|outturn|average|avg|annual|total|target|baseline|latest
        |and|to|the|in|of|as|at|on|for|end|up|period|during|years?|fiscal|ending|ended|baseline|fy|first|half|quarter
        |request(?:ed)?|enacted|appropriated|final|r|p|e|f|a|b)\b\.?|[\W_]+""",
    re.VERBOSE | re.IGNORECASE,
)
_SHORT_BEFORE = 40
"""Two digits up to here are of this century: ’07, not ’95."""


def period(words: str) -> Years | None:
    """The years that `words` tells, from the first of all to the last; None where it tells none.

    >>> period("FY 2009/10"), period("since 2004"), period("2,004 farmers")
    ((2009, 2010), (2004, None), None)
    """
    return hull(periods(words))


def hull(found: Sequence[Period]) -> Years | None:
    """The years from the first to the last of `found`."""
    if not found:
        return None
    since = [one.since for one in found if one.since is not None]
    until = [one.until for one in found if one.until is not None]
    return min(since, default=None), max(until, default=None)


def periods(words: str) -> list[Period]:
    """Every time told in `words`, plain prose, in order, with where it stands; offsets are into `words`."""
    return [one for found in _PERIOD.finditer(words) if (one := _read(words, found)) is not None]


def is_period(words: str) -> bool:
    """Whether `words` tells a time and nothing else: "2004", "FY2009/10 (est.)", "Q3 2012", but not "Budget 2004"."""
    found = periods(words)
    at, rest = 0, ""
    for one in found:
        rest += words[at : one.start] + " "
        at = one.end
    return bool(found) and not _FILLING.sub("", rest + words[at:])


def _read(words: str, found: re.Match[str]) -> Period | None:
    first = _years(found, "first")
    if first is None or _is_number(words, found):
        return None
    last = _last(found, first)
    lead = (found["lead"] or "").lower()
    since: int | None = first[0]
    until: int | None = last[1]
    if lead in _OPEN_START:
        since = None
    if (lead in _OPEN_END and not (lead == "from" and last != first)) or found["trail"]:
        until = None
    return Period(found.start(), found.end(), since, until)


def _years(found: re.Match[str], name: str) -> tuple[int, int] | None:
    """First and last year of one point: equal, but for a decade."""
    if found[name]:
        year, decade = int(found[name]), found[f"{name}_decade"] is not None
    else:
        short = found[f"{name}_short"] or found[f"{name}_bare"]
        if short is None:
            return None
        year = int(short) + (2000 if int(short) <= _SHORT_BEFORE else 1900)
        decade = found[f"{name}_sort"] is not None
    return (year, year + 9) if decade else (year, year)


def _last(found: re.Match[str], first: tuple[int, int]) -> tuple[int, int]:
    """The last year of a span; the first again where none is printed, or a month: "2012-05"."""
    tail = found["tail"]
    if tail is None:
        last = _years(found, "last")
        return last if last is not None and last[1] >= first[0] else first
    size = 10 ** len(tail)
    year = first[0] - first[0] % size + int(tail)
    year += size if year <= first[0] else 0
    return (year, year) if year - first[0] <= (60 if size == 100 else 9) else first


def _is_number(words: str, found: re.Match[str]) -> bool:
    """Whether the year is an amount, the number of a law, or the base of a price."""
    start = min(at for at in (found.start(name) for name in ("first", "first_short", "first_bare")) if at >= 0)
    money = before(words, start)
    if (money is not None and not money.shy) or _NAMED.search(words, max(0, start - 16), start):
        return True
    if _BASE.match(words, found.end()):
        return True
    noun = _NOUN.match(words, found.end())
    plain = found["first"] is not None and found.start() == start and found["last"] is None and not found["tail"]
    told = _TOLD.search(words, 0, start) is not None
    return plain and not told and noun is not None and (noun[1] in _COUNTED or noun[1] in unit_names())
