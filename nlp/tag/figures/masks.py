"""A string of prose -> the same string, same length, without the digits that measure nothing.

Addresses, dates, years in ranges, times, phone and book numbers, ordinals, the numbers of pages, sections,
laws and the like are overwritten, so that no later rule has to know them. Only the places where a number may
begin are looked at, and what stands before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from nlp.model import Kind
from nlp.tag.figures.starts import starts
from nlp.tag.figures.units import after

BLANK = "\x00"
"""What takes the place of a masked character: no letter, digit or space, so nothing attaches to it."""

_MONTHS = "January February March April May June July August September October November December".split()
_SHORT_MONTHS = "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".split()
_MONTH = rf"(?:{'|'.join(_MONTHS)}|(?:{'|'.join(_SHORT_MONTHS)})\b\.?)"
_NO_UNIT = (
    r"(?![\d]|[.,]\d|\s?(?:%|per\s?cent|[kmb]n?\b|hundred|thousand|million|billion|trillion|lakh|crore|mn\b|bn\b"
    r"|tonnes|tons|hectares|ha\b|km|kg|dollars|euros|pounds|pesos|rupees|cents|pence|years|months|days|people|rand\b|USD|EUR|€|£|\$))"
)
_ANY_LABELS = """figure figures fig figs table tables chart charts map maps box boxes graph graphs exhibit exhibits
    annex annexes appendix appendices chapter chapters ch chs section sections sec secs article articles art arts
    paragraph paragraphs para paras clause clauses page pages p pp volume volumes vol vols no nos footnote footnotes
    endnote endnotes note notes fn phase phases stage stages option options scenario scenarios step steps grade grades
    tier tiers category categories type types model models code codes chapitre cuadro tabla gráfico tableau nº n°
    age ages aged age\\sof ages\\sof""".split()
"""What a number names in any case: "table 4"."""
_NAMED_LABELS = """Part Parts Goal Goals Target Targets SDG SDGs MDG MDGs Indicator Indicators Objective Objectives
    Principle Principles Recommendation Recommendations Question Questions Rule Rules Regulation Regulations Directive
    Directives Resolution Resolutions Res UNSCR Decision Decisions Law Laws Act Acts Decree Decrees Ordinance Ordinances
    Bill Bills Order Orders Case Cases Proposal Proposals Proposition Propositions Amendment Amendments Protocol
    Protocols Schedule Schedules Title Titles Room Suite Floor Highway Route Flight Interstate Ward Wards Zone Zones
    Region Regions Area Areas Division Divisions Session Sessions Round Rounds Cluster Clusters Lot Lots Item Items
    Version Versions Module Modules Lesson Lessons Unit Units Day Week Month Year Years Level Levels Class Group\\sof
    Agenda Habitat Formula COVID Covid Boeing Airbus COP UNSC Basel Vision Horizon Pillar Pillars Tranche Line Radio
    Channel Convention Document Report Paper Briefing Brief Bulletin Series Key\\sStage Pub\\.\\sL Public\\sLaw Law\\sNo
    Chapter ISO ISIC SITC Tel Fax P\\.?O\\.?\\sBox Cm Cmnd Cmd HC HL Form Forms Euro""".split()
"""What a number names where the word has a capital: "Goal 4", but not "a goal of 4"."""
_POINTED = frozenset("fig figs ch chs sec secs art arts para paras p pp vol vols no nos fn Res Tel Pub\\.\\sL".split())
"""Short for something: a full stop may follow."""
_NUM = r"\d++(?:[.\-–/]\d++)*+[a-z]?(?![\w])"


def _choice(labels: Sequence[str]) -> str:
    ordered = sorted(labels, key=len, reverse=True)
    return "|".join(f"{label}\\.?" if label in _POINTED else label for label in ordered)


_LABELLED = re.compile(
    rf"""\b(?:(?i:{_choice(_ANY_LABELS)})|{_choice(_NAMED_LABELS)})\s?(?:(?i:no|nos|number|n[º°])\.?\s?)?{_NUM}{_NO_UNIT}
        (?:,\s{_NUM}(?=,\s|\s(?:and|or|&)\s))*
        (?:,?\s(?:and|or|&|to)\s{_NUM}{_NO_UNIT}(?!\s[a-z]+s\b))?""",
    re.VERBOSE,
)
"""Figure 6 · Tables 3 and 4 · pp. 12-15 · ages 15 to 24"""
_DATED = re.compile(rf"\b{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}})?(?![\w]){_NO_UNIT}", re.VERBOSE)
"""March 12, 2010 · March 12-14"""
_WORDED = re.compile(
    rf"""\b(?:section|chapter|part|phase|stage|table|figure|annex|option|scenario|volume|article|title|step)\s
        (?:one|two|three|four|five|six|seven|eight|nine|ten)\b{_NO_UNIT}""",
    re.VERBOSE | re.IGNORECASE,
)
"""Section two · Phase one"""


def _last_words(labels: Sequence[str]) -> Iterator[str]:
    """The word that stands right before the number: "law" of "Public Law"."""
    for label in labels:
        yield re.split(r"\\s|\\.\??", label)[-1].lower()


_BEFORE: Mapping[str, tuple[re.Pattern[str], ...]] = {
    **dict.fromkeys(_last_words(_NAMED_LABELS), (_LABELLED,)),
    **dict.fromkeys(_last_words(_ANY_LABELS), (_LABELLED,)),
    **dict.fromkeys("number section chapter part phase stage table figure annex option".split(), (_LABELLED, _WORDED)),
    **dict.fromkeys("scenario volume article title step".split(), (_LABELLED, _WORDED)),
    **dict.fromkeys((month.lower() for month in (*_MONTHS, *_SHORT_MONTHS)), (_DATED,)),
}
"""The word before a number, in lower case -> what makes it the number of something."""
_LONGEST_LABEL = 34
_LONGEST_LIST = 200
_BEGINNING = re.compile(
    rf"""
      \d{{3}}[-.]\d{{3}}[-.]\d{{4}}\b                                                     # 202-555-0182
    | \d{{4}}-\d\d-\d\d\b | \d{{1,2}}[/.]\d{{1,2}}[/.](?:\d{{4}}|\d\d)\b                # 2010-01-31 · 31/01/2010
    | 9[/-]11\b | 24/7\b | 50[-–/]50\b
    | \d{{1,2}}:\d{{2}}(?::\d\d)?(?i:\s?[ap]\.?m\b\.?)?(?=\W|\Z)                           # 10:30
    | \d{{1,2}}(?:\.\d\d)?\s?(?i:[ap]\.m\.|[ap]m\b)                                        # 7 p.m.
    | \d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}}|\s(?:and|to)\s\d{{1,2}})?\s(?:of\s)?{_MONTH}\b  # 12-14 March
    | (?<![$€£¥₹,.])(?<!\$\s)(?<![A-Z]{{3}}\s)(?:1[5-9]|20)\d\d\s?[-–—/]\s?(?:(?:1[5-9]|20)\d\d|\d\d)\b{_NO_UNIT}
                                                                                      # 2008-2010 · 2008/09
    | (?<=\b[Ii]n\s)(?:1[5-9]|20)\d\d[-–/]\d\d\s(?:dollars|pounds|euros|rupees|prices)\b   # in 2019-20 dollars
    | \d+(?:,\d{{3}}){{0,6}}(?:st|nd|rd|th)\b | (?:1[5-9]|20)\d\ds\b | \d0s\b             # 21st · 1990s
    | (?<!/)\d{{2,4}}/\d+(?:/(?:EU|EC|EEC|CE))?\b(?=\s?(?:EU|EC)?\b)                         # 2016/679
    | \d+\s(?:U\.?S\.?C\.?|C\.?F\.?R\.?|Fed\.\sReg\.|Stat\.)\s§*\s?\d+                      # 21 U.S.C. § 802
    | \d{{1,4}}\s?\(\d{{1,3}}(?:[-–/]\d+)?\)\s?[:,]\s?(?:pp?\.\s?)?\d+(?:[-–]\d+)?        # 12(3): 98-110
    | \d{{1,4}}[a-z]?:\s?\d{{1,4}}(?:[-–]\d+)?\b(?![.,]\d|\s?(?:%|per\s?cent|million|billion))  # 45:123-130
    | \d{{1,6}}(?:\.\d{{1,6}})?(?:\s?(?:[-–]|to|and)\s?\d{{1,6}}(?:\.\d{{1,6}})?)?\s?
        (?:°|º|(?i:degrees?)\b)                                                          # two degrees
        (?!\s?(?:[CF]\b|(?i:celsius|centigrade|fahrenheit)\b))
    | \d{{1,4}}[-\s]?(?i:cal(?:ib(?:er|re))?)\b                                           # .50-cal
    """,
    re.VERBOSE,
)
"""What begins with a digit. Tried only where no letter and no other digit stands before."""
_SIGNED = re.compile(
    r"""
      \+\d{1,3}[\s().-]{0,2}\d[\d\s().-]{6,}\d                            # +44 20 7946 0958
    | \(\d{3}\)\s?\d{3}[-\s]\d{4}                                        # (202) 555-0182
    | ['’]\d0s\b                                                         # ’90s
    | \.\d{1,4}[-\s]?(?i:cal(?:ib(?:er|re))?)\b                          # .50-cal
    | (?<![\w)])\(\d{1,2}\)(?!\s?(?:%|per\s?cent|million|billion))       # (1)
    """,
    re.VERBOSE,
)
"""What begins with a sign before a digit."""
_TWENTY_FIRST = re.compile(
    r"\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[-\s]"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b",
    re.IGNORECASE,
)
_ADDRESSES = tuple(
    (sign, sign.isupper(), re.compile(pattern, flags))
    for signs, pattern, flags in (
        # https://example.org/a%20b · www.example.org/12
        (":// www.", r"(?:https?://|ftp://|www\.)\S+", re.IGNORECASE),
        # who@example.org · 10.1000/182 · report2012.pdf
        ("@", r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]+", 0),
        ("doi", r"\bdoi:?\s?[^\s\d]{0,99}\d\S*", re.IGNORECASE),
        ("10.", r"\b10\.\d{4,9}/\S+", 0),
        (".pdf .htm .asp .php .doc .xls", r"(?<!\S)\S{1,300}\.(?:pdf|html?|aspx?|php|docx?|xlsx?)\b", re.IGNORECASE),
        # ISBN 978-3-16-148410-0
        ("isbn issn", r"\b(?:ISBN|ISSN)(?:-1[03])?:?\s?[\dXx][\d\sXx-]*", re.IGNORECASE),
        # A/RES/60/1 · COM(2010) 245 · H.R. 1234 · § 5
        ("/", r"[A-Z](?<!\w\w)/(?:[A-Z]{1,20}/){0,9}\d[\w/.]*\w", 0),
        ("COM", r"\bCOM\s?\(\d{4}\)\s?\d+", 0),
        ("H.", r"\bH\.\s?R\.\s?\d+", 0),
        ("§", r"(?<!§)§+\s?\d[\d.]*", 0),
    )
    for sign in signs.split()
)
"""What is known by a sign of its own, wherever its digits stand."""
_ITEM_NUMBER = re.compile(r"\s*(?:\(\d{1,3}\)|\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2})+\.?(?=\s[A-Z“\"‘](?!illion|W\b|t\b)))\s")
_SECTION_NUMBER = re.compile(r"\s*\d{1,2}\s(?=[A-Z“\"‘])")
_EDGES = ".,;:()[]“”\"‘’'*_"
LONGEST_END = 12
"""Characters among which a sentence's last mark is looked for."""
_SENTENCE = re.compile(r"[.!?:;][”\"’)\]]*\s*\Z")


def masked(text: str, at: Sequence[int] | None = None) -> str:
    """`text` with every such stretch overwritten by BLANK; offsets stay as they are.

    `at` is where numbers may begin (starts.starts), if the caller knows it.
    """
    at = starts(text) if at is None else at
    if not at:
        return text
    lower = text.lower()
    for sign, capital, pattern in _ADDRESSES:
        if sign in (text if capital else lower):
            text = pattern.sub(_blank, text)
    done, parts = 0, []
    for place in at:
        if place < done or text[place] == BLANK:
            continue
        found = _measureless(text, place, done)
        if found is not None:
            start = max(done, found.start())
            parts += [text[done:start], BLANK * (found.end() - start)]
            done = found.end()
    return "".join([*parts, text[done:]])


def _measureless(text: str, place: int, done: int) -> re.Match[str] | None:
    """What makes the number at `place` measure nothing, if anything does."""
    if text[place].isdigit():
        found = _SIGNED.match(text, place - 1) if place > done and text[place - 1] in "+(’'." else None
        if found is None and not (place and (text[place - 1].isalpha() or text[place - 1] == "_")):
            found = _BEGINNING.match(text, place)
    else:
        found = _TWENTY_FIRST.match(text, place)
    return found or (_named(text, place, done) if place and text[place - 1] not in "$€£¥,-–+(" else None)


def _named(text: str, place: int, done: int) -> re.Match[str] | None:
    """The label before the number, with it: "Table 4", "March 12"."""
    window = max(done, place - _LONGEST_LABEL)
    tried: list[re.Pattern[str]] = []
    for word in text[window:place].rsplit(None, 2)[-2:]:
        tried += _BEFORE.get(word.strip(_EDGES).lower(), ())
    for pattern in dict.fromkeys(tried):
        found = pattern.search(text, window, place + _LONGEST_LIST)
        if found is not None and found.start() < place < found.end():
            return found
    return None


def without_item_number(text: str) -> str:
    """`text` with the number at its start overwritten: the "3." of a list, the "2" of a heading."""
    whole = _SENTENCE.search(text, max(0, len(text) - LONGEST_END)) is not None
    found = _ITEM_NUMBER.match(text) or (None if whole else _SECTION_NUMBER.match(text))
    if found is None or (whole and _is_sum(text, found)):
        return text
    return _blank(found) + text[found.end() :]


def _is_sum(text: str, found: re.Match[str]) -> bool:
    """Whether a sentence opens with a sum: "1.1 US dollars went to schools.", but not "1.1 Dollar markets fell."."""
    number = found.group().rstrip()
    unit = after(text, found.start() + len(number)) if number[-1].isdigit() else None
    name = text[unit.start : unit.end] if unit and unit.kind is Kind.MONEY else ""
    return name.isupper() or name.split(" ")[-1].islower()


def _blank(match: re.Match[str]) -> str:
    return BLANK * len(match.group())
