"""A count and a number format -> the sign of a note as it is printed, 4 as "iv", "d", "§" or "4"; and back."""

from __future__ import annotations

PLAIN_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
"""For ``str.translate``: the digits behind raised ones."""
CHICAGO = "*†‡§"
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
LETTER_WORTH = {sign: worth for worth, sign in ROMAN if len(sign) == 1}
LETTERS = "abcdefghijklmnopqrstuvwxyz"
LARGEST_ROMAN = 4999


def printed_number(count: int, form: str) -> str:
    """The sign printed for the note counted `count` (from 1) in the OOXML number format `form`.

    Formats of other scripts are given as decimal numbers.

    >>> [printed_number(4, form) for form in ("decimal", "lowerRoman", "upperLetter", "chicago")]
    ['4', 'iv', 'D', '§']
    """
    if form in {"lowerRoman", "upperRoman"} and 0 < count <= LARGEST_ROMAN:
        return _roman(count) if form == "lowerRoman" else _roman(count).upper()
    if form in {"lowerLetter", "upperLetter"} and count > 0:
        letters = LETTERS[(count - 1) % 26] * ((count - 1) // 26 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form == "chicago" and count > 0:
        return CHICAGO[(count - 1) % 4] * ((count - 1) // 4 + 1)
    return str(count)


def _roman(count: int) -> str:
    signs: list[str] = []
    for worth, sign in ROMAN:
        times, count = divmod(count, worth)
        signs.append(sign * times)
    return "".join(signs)


def counted_label(count: int, form: str) -> str:
    """The label by which a note is known: its number, or its sign where signs are used."""
    return printed_number(count, form) if form == "chicago" else str(count)


def roman_value(numeral: str) -> int:
    """What a well-formed roman numeral in either case comes to. Raises KeyError for a letter that is none.

    >>> roman_value("xiv")
    14
    """
    worths = [LETTER_WORTH[sign] for sign in numeral.lower()]
    following = [*worths[1:], 0]
    return sum(-worth if worth < after else worth for worth, after in zip(worths, following, strict=True))
