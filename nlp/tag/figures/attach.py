"""A number and the string around it -> a quantity: which unit before or after it is really its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nlp.model import Kind
from nlp.tag.figures.currencies import LETTERS, names
from nlp.tag.figures.numbers import Form, Number, times
from nlp.tag.figures.quantity import RANGE, Habits, Quantity, ends_phrase
from nlp.tag.figures.units import Unit, after, before

LARGE = 1000
"""From here on a number beside a shy word ("won", "R", "COP") is money."""
_DOLLAR_ADJECTIVE = re.compile(
    r"\s\(?(US|U\.S\.|American|Canadian|Australian|AUS|NZ|New Zealand|Singapore|Hong Kong)\)?"
    r"(?=\s*[.,;:!?)\]](?!\w)|\s*\Z|\s(?:in|for|to|from|per|a|and|or|by|on|at|over|annually|since"
    r"|between|each|was|were|is|of)\s)"
)
_DOLLAR_CODES = {
    "US": "USD", "U.S.": "USD", "American": "USD", "Canadian": "CAD", "Australian": "AUD", "AUS": "AUD", "NZ": "NZD",
    "New Zealand": "NZD", "Singapore": "SGD", "Hong Kong": "HKD",
}  # fmt: skip
_IN_PRICES = re.compile(r"(?:\b(?:in|constant|real|at|current|fixed|nominal|using|to)|\()\s?\Z", re.IGNORECASE)
_STATES_UNIT = re.compile(
    r"(?:\b(?:figures|amounts|values|books|accounts|data|prices|expressed|given|shown|reported|measured|stated|denominated|kept)"
    r"(?:\s\w+){0,2}|[(,:])\sin\s\Z|\(in\s\Z",
    re.IGNORECASE,
)
"""What stands before "thousands of euros" when it is the unit of a table or a paper, and no sum."""
_LISTED = re.compile(r",\s(?:and\s|or\s)?|\s(?:and|or)\s")
_RUPEE = frozenset({"Re", "Re."})
_POINTED_THOUSANDS = frozenset("BRL ARS CLP COP UYU PYG IDR VND TRY DKK ISK".split())
"""Currencies whose countries write 3.200 for three thousand two hundred, in English papers too."""
_POINTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")
MOST_LISTED = 6
"""Numbers that may stand in a range or list before the one that shows what they are."""
_NEGATIVE = re.compile(r"(?:^|(?<=[\s(“]))[−-]\Z|−\Z")
_OLD = re.compile(r"[\s-](?:olds?|of\sage|young|earlier\sthan\sage)\b", re.IGNORECASE)
_WEIGHED = re.compile(
    r"\s(?:of\s(?!(?:aid|funding|investments?|spending|debt|public|revenue|taxpayers?|savings?"
    r"|assets?|loans?|grants?|compensation"
    r"|income|support|help|cash|capital|additional|extra|new|government|damage|losses|benefits?"
    r"|costs?)\b)|per\s(?:acre|hectare))",
    re.IGNORECASE,
)
_WEIGHING = re.compile(
    r"\b(?:weigh\w*|seiz\w+|bales?|cargo|shipments?|cocaine|heroin|marijuana|cannabis|opium"
    r"|emissions?|fish|lbs?)\b",
    re.IGNORECASE,
)


def with_unit(text: str, number: Number, following: Sequence[Number], taken: int, habits: Habits) -> Quantity | None:
    """The quantity that `number` is; None for a year, or a number glued to letters that are no currency.

    `following` are the numbers after it, as many as a list may have; `taken` is where the quantity before it ends.
    """
    lead = before(text, number.start)
    trail = _trail(text, number, following[0] if following else None)
    if lead and lead.start >= taken and _is_lead(text, lead, number, following, habits):
        other = trail.unit if trail is not None and lead.shy and lead.name in names() else None
        if other is None or other.kind is not Kind.MONEY or set(other.codes) & set(lead.codes):
            return _lead(text, number, lead)
    if trail and not (trail.unit and trail.unit.name == "p" and not (habits.pence and trail.unit.start == number.end)):
        return trail
    if number.glued or number.year_like:
        return None
    return _signed(text, Quantity(number.start, number.end, number.low, number.high, number))


def _is_lead(text: str, lead: Unit, number: Number, following: Sequence[Number], habits: Habits) -> bool:
    """Whether what stands before a number is money: "$" always, "R" before "2 million" or where the paper uses it."""
    if number.form is Form.VAGUE or (lead.name in names() and number.year_like):
        return False
    glued = lead.end - lead.start == len(lead.name)
    used = lead.name in habits.letters
    if lead.name in LETTERS and not (used or glued or number.scale > 1 or lead.factor > 1):
        return False
    if used or not lead.shy or _is_large(number) or (lead.name in _RUPEE and number.low == 1):
        return True
    return _is_proved(text, lead, number, following)


def _is_proved(text: str, lead: Unit, number: Number, following: Sequence[Number]) -> bool:
    """Whether a large number at the end of its range or list shows that the shy sign is money: "MAD 40-50 million"."""
    end = number.end
    for each in following:
        again = before(text, each.start)
        signed = again is not None and again.start >= end and again.codes == lead.codes
        gap = text[end : again.start if signed and again is not None else each.start]
        if not (RANGE.fullmatch(gap) or (signed and _LISTED.fullmatch(gap))):
            return False
        if _is_large(each):
            return True
        end = each.end
    return False


def _is_large(number: Number) -> bool:
    return number.scale > 1 or number.short is not None or number.low >= LARGE


def _lead(text: str, number: Number, lead: Unit) -> Quantity:
    """A currency before the number: "$5", "US$ 5 million", "£5m", "$5 billion dollars", "$5 million (Canadian)"."""
    number = _pointed(text, _short_scale(text, number), lead)
    end = number.end
    trail = after(text, end, of=number.scale > 1)
    if trail and trail.kind is Kind.MONEY and trail.factor == 1 and set(trail.codes) & set(lead.codes):
        theirs = trail.codes if len(trail.codes) <= len(lead.codes) else lead.codes
        name = trail.name if len(trail.codes) < len(lead.codes) else lead.name
        if not _belongs_to_next(text, trail):
            lead, end = replace(lead, codes=theirs, name=name), trail.end
    elif not lead.certain and (adjective := _DOLLAR_ADJECTIVE.match(text, end)):
        lead, end = replace(lead, codes=(_DOLLAR_CODES[adjective[1]],)), adjective.end()
    one = Quantity(lead.start, end, number.low, number.high, number, replace(lead, factor=1.0), leads=True)
    return _signed(text, one.times(lead.factor) if lead.factor != 1 else one)


def _pointed(text: str, number: Number, lead: Unit) -> Number:
    """The number, in thousands where a currency of that habit stands before a point and three digits: "R$ 3.200"."""
    thousands = lead.certain and lead.codes[0] in _POINTED_THOUSANDS and number.scale == 1
    if not thousands or _POINTED.fullmatch(text, number.start, number.end) is None:
        return number
    return replace(number, low=times(number.low, 1000), high=times(number.high, 1000))


def _short_scale(text: str, number: Number) -> Number:
    """The number with its one-letter scale: "$55m" is 55 million; in "$5 m" a space is allowed, not so in "$5 b"."""
    if number.short is None:
        return number
    end, factor = number.short
    spaced = text[number.end] == " "
    return number if spaced and text[end - 1] not in "mMK" else replace(number.scaled(factor), end=end)


def _trail(text: str, number: Number, following: Number | None) -> Quantity | None:
    """A unit after the number: "5 euros", "5m EUR", "12 per cent", "hundreds of millions of dollars"."""
    of = number.scale > 1 or number.form is Form.VAGUE
    if number.short:
        short = replace(number.scaled(number.short[1]), end=number.short[0])
        unit = after(text, short.end, of=True)
        worded = unit is not None and unit.start > short.end == number.end + 1 and len(unit.name) > 1
        if unit and (unit.kind is Kind.MONEY or worded) and not _belongs_to_next(text, unit):
            return _trailing(text, short, unit)
    unit = after(text, number.end, of=of)
    if unit is None or not _holds(text, number, unit, following) or _states_unit(text, number):
        return None
    if number.form is Form.WORDS and _is_name(text[number.start : number.end], text[unit.start : unit.end]):
        return None
    return _trailing(text, number, unit)


def _is_name(number: str, unit: str) -> bool:
    """Whether number word and unit word are both a name's: "Three Mile Island", "the Six-Day War"."""
    last = unit.rsplit(" ", 1)[-1]
    return number[0].isupper() and not number.isupper() and last[0].isupper() and not last.isupper()


def _trailing(text: str, number: Number, unit: Unit) -> Quantity:
    unit = _weighed(text, number, unit)
    one = Quantity(number.start, unit.end, number.low, number.high, number, replace(unit, factor=1.0))
    if unit.factor != 1:
        one = replace(one, low=times(one.low, unit.factor), high=times(one.high, unit.factor))
        one = replace(one, number=one.number if unit.factor < 1 else replace(number, scale=unit.factor))
    return _signed(text, one)


def _holds(text: str, number: Number, unit: Unit, following: Number | None) -> bool:
    """Whether the unit after the number is really its unit."""
    if unit.kind is Kind.MONEY:
        priced = number.year_like and (
            _IN_PRICES.search(text, max(0, number.start - 12), number.start) or _belongs_to_next(text, unit)
        )
        shy = unit.shy and not _is_large(number)
        return not (shy or priced or number.glued or _goes_to(text, number, unit, following))
    if unit.kind is Kind.DURATION:
        return not (_OLD.match(text, unit.end) or number.year_like or number.glued)
    if unit.shy or unit.name in {"feet", "yards"}:
        metres = unit.name == "m" and unit.start == number.end and not ends_phrase(text, unit.end)
        return number.form is Form.DIGITS and not (metres or number.glued)
    return unit.kind is Kind.PERCENT or not number.glued


def _states_unit(text: str, number: Number) -> bool:
    """Whether "thousands of euros" says how sums are given, and is none itself."""
    window = max(0, number.start - 40)
    return number.form is Form.VAGUE and _STATES_UNIT.search(text, window, number.start) is not None


def _belongs_to_next(text: str, unit: Unit) -> bool:
    return text[unit.end : unit.end + 1].isdigit() or bool(re.match(r"\s\d", text[unit.end : unit.end + 2]))


def _goes_to(text: str, number: Number, unit: Unit, following: Number | None) -> bool:
    """Whether a currency between two numbers belongs to the second: "25 USD 5 million", "the 12 $5 notes"."""
    if following is None or not _belongs_to_next(text, unit):
        return False
    if unit.end == following.start and unit.start > number.end:
        return True
    again = after(text, following.end, of=True)
    if again is not None and again.kind is Kind.MONEY and again.start <= following.end + 1:
        return again.factor == 1 and again.name != unit.name and bool(set(again.codes) & set(unit.codes))
    if unit.name in names():
        return False
    return (_is_large(following) and not _is_large(number)) or not unit.name.isalpha()


def _weighed(text: str, number: Number, unit: Unit) -> Unit:
    """Pounds of cocaine are mass, other pounds money."""
    if unit.kind is not Kind.MONEY or unit.name not in {"pound", "pounds"}:
        return unit
    near = text[max(0, number.start - 60) : unit.end + 30]
    if _WEIGHED.match(text, unit.end) or (unit.name == "pound" and number.low != 1) or _WEIGHING.search(near):
        return replace(unit, kind=Kind.MASS, name="pounds", codes=())
    return unit


def _signed(text: str, one: Quantity) -> Quantity:
    """A minus before the number or its sign: "−1.2", "-$5 million", "$-5", "minus $5"."""
    if one.unit is not None and text.endswith(("minus ", "Minus "), 0, one.start):
        return replace(one, start=one.start - len("minus "), low=-one.high, high=-one.low)
    inside = one.leads and text[one.number.start - 1] in "−-"
    found = None if inside else _NEGATIVE.search(text, max(0, one.start - 2), one.start)
    if not inside and (found is None or one.unit is None or one.number.form is not Form.DIGITS):
        return one
    return replace(
        one, start=one.start if inside else found.start() if found else one.start, low=-one.high, high=-one.low
    )
