"""A place in a string beside a number -> the unit or currency printed there.

Nothing is scanned: whoever has found a number asks what stands `before` and `after` it. Money is first and
most; other units are a table of names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from nlp.model import Kind
from nlp.tag.figures.currencies import (
    AFTER_ONLY,
    LOWER_CODES,
    SHY_NAMES,
    SHY_SIGNS,
    SIGNS,
    STRONG_CODES,
    SUBUNITS,
    Codes,
    codes,
    names,
)
from nlp.tag.figures.number_words import FRACTION_SIGNS, SCALES, SHORT_SCALES
from nlp.tag.figures.unit_names import CASED, unit_names

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LETTER = rf"[^\W\d_{_RAISED}{''.join(FRACTION_SIGNS)}]"
_TOKEN = re.compile(
    rf"(?:km|kms|mi|miles?|m)/(?:h|hr|hour|s)(?!\w)|{_LETTER}+(?:\.{_LETTER}+)*(?:[23](?:eq|e)?(?!\w)|[²³])?\.?"
    rf"|[°º]\s?[CF](?!\w)|[%％¢]"
)
_LONGEST = 4
_ADJECTIVE = re.compile(
    r"(?:constant|current|nominal|real|international|taxpayers?[’']?|tax|aid|public|federal|PPP|cash)\s", re.IGNORECASE
)
_OF = re.compile(r"(?:of|de)\s|d['’]")
_SCALE_NAMES = "|".join(sorted(SCALES, key=len, reverse=True))
_SCALE_AFTER = re.compile(rf"[\s-]?({_SCALE_NAMES}|[mMkKbB])s?(?![^\W_])", re.IGNORECASE)
_SIGN_NAMES = sorted(SIGNS, key=len, reverse=True)
_BEFORE_SIGN = re.compile(
    rf"(?P<sign>{'|'.join(re.escape(sign) for sign in _SIGN_NAMES if sign not in AFTER_ONLY)})"
    rf"(?:\s?(?P<scale>(?:{_SCALE_NAMES})|m(?=\s)))?\s{{0,2}}[−-]?\Z"
)
_BOLD_SIGNS = [re.escape(sign) for sign in _SIGN_NAMES if sign not in SHY_SIGNS - AFTER_ONLY]
_AFTER_SIGN = re.compile(rf"[\s-]?(?P<sign>{'|'.join(_BOLD_SIGNS)})(?![^\W_])")
_BEFORE_CODE = re.compile(
    rf"(?<![^\W_])(?P<factor>[MmKkB])?(?P<code>[A-Z]{{3}}|{'|'.join(LOWER_CODES)})[$€£]?"
    rf"(?:\s?(?P<scale>(?:{_SCALE_NAMES})|m(?=\s)))?\s{{0,2}}[−-]?\Z"
)
_AFTER_CODE = re.compile(
    rf"(?:\s?\(?|-)(?P<factor>[MmKkB])?(?P<code>[A-Z]{{3}}"
    rf"|{'|'.join(LOWER_CODES)})(?P<letter>[mb]n?)?(?![^\W_])(?P<close>\))?"
)
_BEFORE_NAME = re.compile(r"(?P<name>[^\W\d_]+(?:\s[^\W\d_]+)?)\s\Z")
_FACTORS: Mapping[str, float] = {"": 1.0, **{letter: float(value) for letter, value in SHORT_SCALES.items()}}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit or currency as it is printed beside a number."""

    start: int
    end: int
    kind: Kind
    name: str
    """The unit as we name it ("ha"); for money what is printed ("$", "pesos"), by which it is resolved."""
    codes: Codes = ()
    """For money: the currencies this may be, the commonest first."""
    factor: float = 1.0
    """What one of it is worth: 0.01 for a cent, 1e6 for "MUSD" and "US$ million"."""
    shy: bool = False
    """A word or letter with other meanings: money only beside a large number."""

    @property
    def certain(self) -> bool:
        """Whether no other currency is printed so."""
        return len(self.codes) == 1


def before(text: str, at: int) -> Unit | None:
    """The currency that ends at `at`, where a number starts: "US$ ", "EUR ", "Rs. ", "Kenya shillings "."""
    if at == 0 or text[at - 1].isdigit():
        return None
    window = max(0, at - 24)
    if text[at - 1] == " " and _says_nothing(text[window : at - 1].rpartition(" ")[2]):
        return None
    sign, code = _sign_before(text, window, at), _code_before(text, window, at)
    if sign and code:
        return sign if sign.start <= code.start else code
    return sign or code or _name_before(text, window, at)


def _says_nothing(word: str) -> bool:
    """Whether no currency ends in this word: spares most numbers the search."""
    return word.isalpha() and word.islower() and word not in _last_words()


@cache
def _last_words() -> frozenset[str]:
    """The lower-case words in which something that stands before a number ends."""
    signs = (sign for sign in SIGNS if sign[-1].isalpha())
    ends = {name.rsplit(" ", 1)[-1] for name in (*names(), *signs, *LOWER_CODES, *SCALES)}
    return frozenset(ends | {f"{scale}s" for scale in SCALES} | {"m"})


def _sign_before(text: str, window: int, at: int) -> Unit | None:
    found = _BEFORE_SIGN.search(text, window, at)
    while found:
        sign, start = found["sign"], found.start()
        glued = start > 0 and text[start - 1].isalpha() and sign[0].isalpha()
        if not glued:
            return Unit(start, at, Kind.MONEY, sign, SIGNS[sign], _scale(found["scale"]), sign in SHY_SIGNS)
        found = _BEFORE_SIGN.search(text, start + 1, at)
    return None


def _code_before(text: str, window: int, at: int) -> Unit | None:
    found = _BEFORE_CODE.search(text, window, at)
    if found is None or not _is_code(found["code"]):
        return None
    code = found["code"].upper()
    factor = _FACTORS[(found["factor"] or "").lower()] * _scale(found["scale"])
    return Unit(found.start(), at, Kind.MONEY, found["code"], _codes_of(code), factor, code not in STRONG_CODES)


def _name_before(text: str, window: int, at: int) -> Unit | None:
    found = _BEFORE_NAME.search(text, window, at)
    if found is None:
        return None
    start, key = found.start("name"), found["name"].lower()
    while key not in names():
        first, space, key = key.partition(" ")
        if not space:
            return None
        start += len(first) + 1
    if start and text[start - 1].isalpha():
        return None
    return Unit(start, at, Kind.MONEY, key, names()[key], shy=True)


def after(text: str, at: int, *, of: bool = False) -> Unit | None:
    """The unit that begins at `at`, where a number ends: " euros", "%", " sq. km", "-cent", " USD million".

    With `of` the word may stand between: "hundreds of millions of dollars".
    """
    if at == len(text) or text[at] in ".,;:)":
        return None
    return _sign_after(text, at) or _code_after(text, at) or _name_after(text, at, of=of)


def _sign_after(text: str, at: int) -> Unit | None:
    found = _AFTER_SIGN.match(text, at)
    if found is None:
        return None
    sign = found["sign"]
    return _scaled(text, Unit(found.start("sign"), found.end(), Kind.MONEY, sign, SIGNS[sign]))


def _code_after(text: str, at: int) -> Unit | None:
    found = _AFTER_CODE.match(text, at)
    if found is None or not _is_code(found["code"]):
        return None
    bracketed = "(" in text[found.start() : found.start("code")]
    if bracketed and not found["close"]:
        return None
    code = found["code"].upper()
    factor = _FACTORS[(found["factor"] or (found["letter"] or "")[:1]).lower()]
    start = found.start() if bracketed else found.start("factor") if found["factor"] else found.start("code")
    end = found.end() if bracketed or not found["close"] else found.start("close")
    unit = Unit(start, end, Kind.MONEY, found["code"], _codes_of(code), factor, code not in STRONG_CODES)
    return unit if factor != 1 else _scaled(text, unit)


def _name_after(text: str, at: int, *, of: bool) -> Unit | None:
    at = _past_gap(text, at, of=of)
    for key, start, end in _phrases(text, at):
        if key in SUBUNITS:
            its, factor = SUBUNITS[key]
            return Unit(start, end, Kind.MONEY, key, its, factor)
        singular = key.removesuffix("s")
        if singular in SUBUNITS and singular != key:
            its, factor = SUBUNITS[singular]
            return Unit(start, end, Kind.MONEY, singular, its, factor)
        if key in names():
            return _scaled(text, Unit(start, end, Kind.MONEY, key, names()[key], shy=key in SHY_NAMES))
        printed = text[start:end]
        if printed in CASED:
            kind, name = CASED[printed]
            return Unit(start, end, kind, name, shy=len(printed) == 1)
        if key in unit_names():
            kind, name = unit_names()[key]
            return Unit(start, end, kind, name)
    return None


def _past_gap(text: str, at: int, *, of: bool) -> int:
    if text[at : at + 1] in {" ", "-", "‑"}:
        at += 1
        if of and (found := _OF.match(text, at)):
            at = found.end()
        adjective = _ADJECTIVE.match(text, at)
        at = adjective.end() if adjective else at
    return at


def _phrases(text: str, at: int) -> Iterator[tuple[str, int, int]]:
    """The words from `at` on, longest first: (lower case without points, start, end)."""
    words: list[str] = []
    ends: list[int] = []
    position = at
    while len(words) < _LONGEST:
        token = _TOKEN.match(text, position)
        if token is None:
            break
        words.append(token.group().rstrip(".").replace(".", "").replace("º", "°").replace("° ", "°").lower())
        if len(words) == 1 and words[0] not in _first_words():
            return
        ends.append(position + len(token.group().rstrip(".")))
        position = token.end()
        if text[position : position + 1] not in {" ", "-"} or token.group()[-1] == "%":
            break
        position += 1
    for count in range(len(words), 0, -1):
        end = ends[count - 1]
        goes_on = end < len(text) and (text[end].isalnum() or text[end] == "_") and text[end] not in _RAISED
        if not (goes_on and words[count - 1] not in {"%", "¢"}):
            yield " ".join(words[:count]), at, end


@cache
def _first_words() -> frozenset[str]:
    """The words in which a unit's name begins: spares most words after a number the search."""
    printed = (*names(), *unit_names(), *SUBUNITS, *(f"{name}s" for name in SUBUNITS), *CASED)
    return frozenset(name.split(" ")[0].lower() for name in printed)


def _scaled(text: str, unit: Unit) -> Unit:
    """The unit with a scale printed after it: "75 USD million", "5 € bn"."""
    found = _SCALE_AFTER.match(text, unit.end)
    if found is None or (len(found[1]) == 1 and found.group()[0] == " "):
        return unit
    return replace(unit, end=found.end(), factor=unit.factor * _scale(found[1]))


def _scale(printed: str | None) -> float:
    if printed is None:
        return 1.0
    key = printed.lower()
    return float(SCALES.get(key) or SHORT_SCALES.get(key) or 1)


def _is_code(printed: str) -> bool:
    return printed.upper() in codes() if printed.isupper() else printed in LOWER_CODES


def _codes_of(code: str) -> Codes:
    return ("CNY",) if code in {"RMB", "CNH"} else (code,)
