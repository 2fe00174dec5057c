"""When one number may stand for another: value, scale and unit the same, and what is said of the value true of it.

Rounding must be said ("about"), and a bound must be true of the number it is said of.
"""

from __future__ import annotations

import re
from math import floor, log10

from nlp.check.amounts import Amount, Bound
from nlp.check.reading import Reading
from nlp.model import Kind

NEAR = 0.25
"""How far a bound may lie from the number it is true of: "more than 400" of 412, not of 4,120."""
ROUND = 0.03
"""How far a number that is said to be rounded may be off, if it is not its rounding to fewer digits."""
FRACTION = re.compile(
    r"\b(?:third|quarter|half|fifth|tenth|sixth|eighth|thirds|quarters|fifths|tenths|in (?:two|three|four|five|ten))\b"
)
AT_LEAST = re.compile(r"at least|or more|(?:no|not) (?:less|fewer|lower) than|minimum")
AT_MOST = re.compile(
    r"at most|up to|as (?:much|many|high) as|or (?:less|fewer)|(?:no|not) (?:more|greater|higher) than|maximum"
    r"|\b(?:no|none|never|not|neither|nobody|nothing|cannot)\b[^.;]*\b(?:exceed|above|over|more)"
)
ROUNDISH = re.compile(r"[05](?:\D*\Z|\D*(?:thousand|million|billion|per\s?cent))|^[a-z -]+$", re.IGNORECASE)
"""A number that ends in 0 or 5, or stands in words."""
COMMON = {"CHF": "franc", "USD": "dollar", "GBP": "pound", "EUR": "euro", "MXN": "peso", "INR": "rupee", "JPY": "yen"}
"""What a currency is taken for that is told by its common name alone: "francs" beside "Ostian francs"."""
PLAIN = frozenset({Bound.EXACT, Bound.ABOUT})
COUNTS = frozenset({None, Kind.COUNT})


def fitting(claim: Reading, amount: Amount, source: Reading) -> list[Amount]:
    """Those numbers of a source that a number of the claim may stand for."""
    return [one for one in source.amounts if fits(claim, amount, one)]


def fits(claim: Reading, amount: Amount, one: Amount) -> bool:
    """Whether `one`, of a source, may be what `amount` of the claim tells."""
    return same_unit(amount, one) and bounded(claim, amount, one)


def same_unit(amount: Amount, one: Amount) -> bool:
    """Whether the two measure in one unit, as far as both say theirs."""
    if Kind.RATE in (amount.kind, one.kind) and (amount.kind in COUNTS or one.kind in COUNTS):
        return True  # "655" beside "410 per 100,000 shifts"
    if amount.kind in COUNTS or one.kind in COUNTS:
        # A number without a unit may be any; a count is told by its noun, which may be worded otherwise.
        bare = amount.kind is None or one.kind is None or not amount.unit or not one.unit
        return bare or amount.kind is one.kind or _is_money(amount, one) or _is_money(one, amount)
    if amount.kind is not one.kind:
        return False
    money = amount.kind is Kind.MONEY and not (amount.unit and one.unit)
    return money or amount.unit == one.unit


def _is_money(amount: Amount, one: Amount) -> bool:
    """Whether the one is money and the other counted in what may be the same currency."""
    common = COMMON.get(amount.unit) if amount.kind is Kind.MONEY else None
    return common is not None and one.unit.removesuffix("s").endswith(common)


def equal(amount: Amount, one: Amount) -> bool:
    """Whether the values are the same; one end of a range counts."""
    if amount.low != amount.high:
        return amount.low == one.low and amount.high == one.high
    return amount.low in (one.low, one.high)


def bounded(claim: Reading, amount: Amount, one: Amount) -> bool:
    """Whether what the claim says of the value is true of the source's."""
    if amount.low != amount.high:
        return equal(amount, one)
    value = amount.low
    match amount.bound:
        case Bound.EXACT:
            return value == one.low == one.high and one.bound not in (Bound.OVER, Bound.UNDER)
        case Bound.ABOUT:
            middle = (one.low + one.high) / 2
            return any(_rounded(claim, amount, each) for each in (one.low, one.high, middle))
        case Bound.OVER:
            told = one.bound is Bound.OVER and value == one.low
            return (
                told
                or (one.bound in PLAIN and value < one.low <= value * (1 + NEAR))
                or (
                    value == one.low
                    and (one.high > one.low or _at_least(claim, amount))
                    and one.bound is not Bound.UNDER
                )
            )
        case Bound.UNDER:
            told = one.bound is Bound.UNDER and value == one.high
            return (
                told
                or (one.bound in PLAIN and value * (1 - NEAR) <= one.high < value)
                or (
                    value == one.high
                    and (one.high > one.low or _at_most(claim, amount))
                    and one.bound is not Bound.OVER
                )
            )


def _at_least(claim: Reading, amount: Amount) -> bool:
    """Whether it may be that very number."""
    return AT_LEAST.search(_hedge(claim, amount)) is not None


def _at_most(claim: Reading, amount: Amount) -> bool:
    return AT_MOST.search(_hedge(claim, amount)) is not None


def _hedge(claim: Reading, amount: Amount) -> str:
    return claim.text[max(0, amount.hedge - 80) : amount.end + 10].casefold() if amount.hedge >= 0 else ""


def _rounded(claim: Reading, amount: Amount, value: float) -> bool:
    """Whether a number that is said to be rounded is near enough."""
    if amount.low == value:
        return True
    if not amount.low or not value or (amount.low < 0) != (value < 0):
        return False
    printed = claim.text[amount.start : amount.end]
    if FRACTION.search(printed):
        return abs(amount.low - value) <= 2.5
    step = 10.0 ** (floor(log10(abs(amount.low))) - _digits(printed) + 1)
    loose = ROUND * abs(value) if ROUNDISH.search(printed) else 0.0  # "about 45" may be 44, "about 37" may not be 38
    return abs(amount.low - value) <= max(step / 2, loose) and abs(amount.low - value) <= 0.12 * abs(value)


def _digits(printed: str) -> int:
    """How many digits of a printed number mean something: trailing noughts of a whole number do not."""
    number = re.search(r"\d[\d,. ]*", printed)
    if number is None:
        return 1
    digits = re.sub(r"\D", "", number.group())
    if "." not in number.group().rstrip("."):
        digits = digits.rstrip("0")
    return max(1, len(digits.lstrip("0")))
