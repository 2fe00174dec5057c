"""A string of prose -> the same string, same length, without the digits that measure nothing.

Addresses, dates, years in ranges, times, phone and book numbers, ordinals, the numbers of pages, sections,
laws and the like are overwritten, so that no later rule has to know them.
"""

from __future__ import annotations

import re

from nlp.model import Kind
from nlp.tag.figures.units import after

BLANK = "\x00"
"""What takes the place of a masked character: no letter, digit or space, so nothing attaches to it."""

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_NO_UNIT = (
    r"(?![\d]|[.,]\d|\s?(?:%|per\s?cent|[kmb]n?\b|hundred|thousand|million|billion|trillion|lakh|crore|mn\b|bn\b"
    r"|tonnes|tons|hectares|ha\b|km|kg|dollars|euros|pounds|pesos|rupees|cents|pence|years|months|days|people|rand\b|USD|EUR|€|£|\$))"
)
_ANY_LABEL = (
    r"figures?|figs?\.|tables?|charts?|maps?|box(?:es)?|graphs?|exhibits?|annex(?:es)?|appendi(?:x"
    r"|ces)|chapters?|chs?\."
    r"|sections?|secs?\.|articles?|arts?\.|paragraphs?|paras?\.?|clauses?|pages?|pp?\.|volumes?"
    r"|vols?\.|nos?\.|footnotes?"
    r"|endnotes?|notes?|fn\.|phases?|stages?|options?|scenarios?|steps?|grades?|tiers?|categor(?:y"
    r"|ies)|types?|chapitre"
    r"|cuadro|tabla|gráfico|tableau|n[º°]|aged?|ages"
)
_NAMED_LABEL = (
    r"Part|Parts|Goals?|Targets?|SDGs?|MDGs?|Indicators?|Objectives?|Principles?|Recommendations?|Questions?|Rules?"
    r"|Regulations?|Directives?|Resolutions?|Res\.|UNSCR|Decisions?|Laws?|Acts?|Decrees?|Ordinances?"
    r"|Bills?|Orders?|Cases?"
    r"|Proposals?|Propositions?|Amendments?|Protocols?|Schedules?|Titles?|Room|Suite|Floor|Highway"
    r"|Route|Flight|Interstate"
    r"|Wards?|Zones?|Regions?|Areas?|Divisions?|Sessions?|Rounds?|Clusters?|Lots?|Items?|Versions?"
    r"|Modules?|Lessons?|Units?"
    r"|Day|Week|Month|Year|Years|Level|Levels|Class|Group\sof|Agenda|Habitat|Formula|COVID|Covid"
    r"|Boeing|Airbus|COP|UNSC|Basel"
    r"|Vision|Horizon|Pillar|Pillars|Tranche|Line|Radio|Channel|Convention|Document|Report|Paper"
    r"|Briefing|Brief|Bulletin"
    r"|Series|Working\sPaper|Key\sStage|Executive\sOrder|Pub\.\sL\.|Public\sLaw|Law\sNo|Chapter|ISO"
    r"|ISIC|SITC|Tel\.?|Fax|P\.?O\.?\sBox"
)
_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten"
_NUM = r"\d++(?:[.\-–/]\d++)*+[a-z]?(?![\w])"
_MASKS = tuple(
    re.compile(pattern, flags | re.VERBOSE)
    for pattern, flags in (
        # https://example.org/a%20b · www.example.org/12 · who@example.org · 10.1000/182 · report2012.pdf
        (
            (
                r"(?:https?://|ftp://|www\.)\S+ | (?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]+"
                r"| \bdoi:?\s?\S*\d\S* | \b10\.\d{4,9}/\S+"
            ),
            re.IGNORECASE,
        ),
        (r"(?<!\S)\S{1,300}\.(?:pdf|html?|aspx?|php|docx?|xlsx?)\b", re.IGNORECASE),
        # +44 20 7946 0958 · (202) 555-0182 · 202-555-0182
        (r"\+\d{1,3}[\s().-]{0,2}\d[\d\s().-]{6,}\d | \(\d{3}\)\s?\d{3}[-\s]\d{4} | \b\d{3}[-.]\d{3}[-.]\d{4}\b", 0),
        # ISBN 978-3-16-148410-0
        (r"\b(?:ISBN|ISSN)(?:-1[03])?:?\s?[\dXx][\d\sXx-]*", 0),
        # 2010-01-31 · 31/01/2010 · 9/11 · 24/7 · 10:30
        (
            (
                r"\b\d{4}-\d\d-\d\d\b | \b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)\b | \b9[/-]11\b | \b24/7\b "
                r"| \b50[-–/]50\b"
            ),
            0,
        ),
        (
            r"\b\d{1,2}:\d{2}(?::\d\d)?(?:\s?[ap]\.?m\b\.?)? | \b\d{1,2}(?:\.\d\d)?\s?(?:[ap]\.m\.|[ap]m\b)",
            re.IGNORECASE,
        ),
        # 12 March · 12-14 March · the 3rd of May
        (rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}}|\s(?:and|to)\s\d{{1,2}})?\s(?:of\s)?{_MONTH}\b", 0),
        # March 12, 2010 · March 12-14
        (rf"\b{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}})?(?![\w]){_NO_UNIT}", 0),
        # 2008-2010 · 2008/09 · FY2019-20
        (
            (
                rf"(?<![\d$€£¥₹,.])(?<!\$\s)(?<![A-Z]{{3}}\s)(?:1[5-9]|20)\d\d\s?[-–—/]\s?(?:(?:1[5-9]|20)\d\d"
                rf"|\d\d)\b{_NO_UNIT}"
            ),
            0,
        ),
        # 21st · 1990s · mid-80s · twenty-first
        (r"\b\d+(?:,\d{3})*(?:st|nd|rd|th)\b | \b(?:1[5-9]|20)\d\ds\b | ['’]\d0s\b | \b\d0s\b", 0),
        (
            (
                r"\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[-\s]"
                r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b"
            ),
            re.IGNORECASE,
        ),
        # A/RES/60/1 · COM(2010) 245 · (EU) 2016/679 · 21 U.S.C. § 802 · H.R. 1234 · § 5 · No 1224/2009
        (
            (
                r"\b[A-Z]/(?:[A-Z]+/)*\d[\w/.]*\w | \bCOM\s?\(\d{4}\)\s?\d+ | \b\d{2,4}/\d+(?:/(?:EU|EC|EEC"
                r"|CE))?\b(?=\s?(?:EU|EC)?\b)"
            ),
            0,
        ),
        (
            (
                r"\b\d+\s(?:U\.?S\.?C\.?|C\.?F\.?R\.?|Fed\.\sReg\.|Stat\.)\s§*\s?\d+ | \bH\.\s?R\.\s?\d+ "
                r"| §+\s?\d[\d.]*"
            ),
            0,
        ),
        # 12(3): 98-110 · 45:123-130 · (2012: 45) · 2012, p. 3
        (r"\b\d{1,4}\s?\(\d{1,3}(?:[-–/]\d+)?\)\s?[:,]\s?(?:pp?\.\s?)?\d+(?:[-–]\d+)?", 0),
        (r"\b\d{1,4}[a-z]?:\s?\d{1,4}(?:[-–]\d+)?\b(?!\s?(?:%|per\s?cent|million|billion))", 0),
        # Figure 6 · Tables 3 and 4 · pp. 12-15 · ages 15 to 24
        (
            (
                rf"\b(?:(?i:{_ANY_LABEL})|{_NAMED_LABEL})\s?(?:(?i:no|nos|number|n[º°])\.?\s?)?{_NUM}{_NO_UNIT}"
                rf"(?:,\s{_NUM}(?=,|\s(?:and|or|&)\s))*"
                rf"(?:,?\s(?:and|or|&|to)\s{_NUM}{_NO_UNIT}(?!\s[a-z]+s\b))?"
            ),
            0,
        ),
        # Section two · Phase one
        (
            (
                rf"\b(?:section|chapter|part|phase|stage|table|figure|annex|option|scenario|volume|article|title"
                rf"|step)\s(?:{_WORDS})\b{_NO_UNIT}"
            ),
            re.IGNORECASE,
        ),
        # 1.5°C · two degrees · .50-cal · 1:25 000
        (
            (
                r"(?<!\d)\d{1,6}(?:\.\d{1,6})?(?:\s?(?:[-–]|to|and)\s?\d{1,6}(?:\.\d{1,6})?)?\s?(?:°|º|degrees?\b) "
                r"| (?<!\d)\.?\d{1,4}[-\s]?cal(?:ib(?:er|re))?\b"
            ),
            re.IGNORECASE,
        ),
        # (1) · (iv)
        (r"(?<![\w)])\(\d{1,2}\)(?!\s?(?:%|per\s?cent|million|billion))", 0),
    )
)
_WORD_MASKS = tuple(pattern for pattern in _MASKS if "first|second" in pattern.pattern or _WORDS in pattern.pattern)
_ITEM_NUMBER = re.compile(r"\s*(?:\(\d{1,3}\)|\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2})+\.?(?=\s[A-Z“\"‘](?!illion|W\b|t\b)))\s")
_SECTION_NUMBER = re.compile(r"\s*\d{1,2}\s(?=[A-Z“\"‘])")
_SENTENCE = re.compile(r"[.!?:;][”\"’)\]]*\s*\Z")


def masked(text: str) -> str:
    """`text` with every such stretch overwritten by BLANK; offsets stay as they are."""
    patterns = _MASKS if any(char.isdigit() for char in text) else _WORD_MASKS
    for pattern in patterns:
        text = pattern.sub(_blank, text)
    return text


def without_item_number(text: str) -> str:
    """`text` with the number at its start overwritten: the "3." of a list, the "2" of a heading."""
    whole = _SENTENCE.search(text) is not None
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
