"""The words of numbers: what they are worth, alone and as scales."""

from __future__ import annotations

from collections.abc import Mapping

UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORD_VALUES: Mapping[str, int] = {
    **{word: at for at, word in enumerate(UNITS, 1)},
    **{word: at for at, word in enumerate(TEENS, 10)},
    **{word: at * 10 for at, word in enumerate(TENS, 2)},
    "zero": 0,
    "a": 1,
    "an": 1,
}
SCALES: Mapping[str, int] = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6, "mn": 10**6, "mln": 10**6, "mio": 10**6, "mill": 10**6, "mm": 10**6, "millon": 10**6,
    "milliard": 10**9, "billion": 10**9, "bn": 10**9, "bln": 10**9, "bio": 10**9,
    "trillion": 10**12, "tn": 10**12, "trn": 10**12, "tln": 10**12,
    "milliarde": 10**9, "milliarden": 10**9, "mrd": 10**9, "millionen": 10**6, "millón": 10**6, "millone": 10**6,
    "mil millone": 10**9, "billone": 10**12, "milhão": 10**6, "milhõe": 10**6, "bilhõe": 10**9, "bilhão": 10**9,
    "juta": 10**6, "miliar": 10**9, "triliun": 10**12, "milyon": 10**6, "milyar": 10**9, "trilyon": 10**12,
    "mld": 10**9, "mlrd": 10**9,
    "lakh": 10**5, "lac": 10**5, "crore": 10**7, "cr": 10**7,
}  # fmt: skip
SHORT_SCALES: Mapping[str, int] = {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12}
"""Single letters that only a currency turns into a scale: "5m" alone is five metres."""
VAGUE: Mapping[str, tuple[int, int]] = {
    "dozen": (12, 100),
    "score": (20, 100),
    "ten": (10, 100),
    "hundred": (10**2, 10**3),
    "thousand": (10**3, 10**4),
    "lakh": (10**5, 10**6),
    "million": (10**6, 10**7),
    "crore": (10**7, 10**8),
    "billion": (10**9, 10**10),
    "trillion": (10**12, 10**13),
}
FRACTION_SIGNS: Mapping[str, float] = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
COUNTED_SCALES = "hundred|thousand|million|billion|trillion|lakh|lac|crore|dozen"
