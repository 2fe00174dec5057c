"""Words of a link or of a raised run -> the sign of a note, if they are one: "[12]", "¹²", "iv", "*", "note 3"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.read.numerals import PLAIN_DIGITS, roman_value

SIGN = re.compile(
    r"""\s* (?P<open> [\[(] )? \s* \#?
        (?P<word> (?: note | nota | nb | n | fn | footnote | endnote )\b \.? \s* )?
        (?P<sign> \d{1,4} [a-z]? | [*†‡§¶‖]{1,4} | [a-z]{1,2} | [ivxlc]{1,8} )
        (?P<close> [\])] )? [.,:]? \s*""",
    re.VERBOSE | re.IGNORECASE,
)
ROMAN_FORM = re.compile(r"(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
SURELY_ROMAN = frozenset({"ii", "iii", "iv", "vi", "vii", "viii"})


def sign_of(words: str) -> str:
    """The sign alone, in plain digits, "" if the words are more or something else.

    >>> [sign_of(words) for words in ("[12]", "¹²", "(a)", "note 3", "2.1", "see")]
    ['12', '12', 'a', 'note 3', '', '']
    """
    plain = words.translate(PLAIN_DIGITS).replace("\u00a0", " ").replace("\u200b", "").replace("\ufe0e", "")
    found = SIGN.fullmatch(plain) if len(plain) < 40 else None
    if found is None or bool(found["open"]) != bool(found["close"]):
        return ""
    word = (found["word"] or "").strip().rstrip(".").lower()
    return f"{word} {found['sign']}" if word else found["sign"]


def is_bracketed(words: str) -> bool:
    """Whether a sign is printed in square brackets; round ones stand around many other things."""
    return words.lstrip().startswith("[")


def counted(signs: Iterable[str]) -> dict[str, str]:
    """Sign -> label as counted: Roman numerals as numbers where the signs are those, everything else as it is.

    >>> counted(["i", "ii", "iii"]), counted(["a", "i"])
    ({'i': '1', 'ii': '2', 'iii': '3'}, {'a': 'a', 'i': 'i'})
    """
    known = dict.fromkeys(signs)
    lowered = {sign.lower() for sign in known if sign.isalpha()}
    roman = bool(lowered & SURELY_ROMAN) and all(ROMAN_FORM.fullmatch(sign) for sign in lowered)
    return {sign: str(roman_value(sign)) if roman and sign.isalpha() else sign for sign in known}
