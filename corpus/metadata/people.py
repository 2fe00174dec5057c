"""A name as printed -> its parts as CSL has them: family and given name, particle, suffix; or the name of a body."""

from __future__ import annotations

import re

from corpus.metadata.names import PARTICLES
from corpus.metadata.wording import BODY, SUFFIX

INVERTED = re.compile(r"([^,]+),\s*([^,]+)(?:,\s*([^,]+))?")
LONGEST = 6
"""Words of a person's name."""


def person(name: str) -> dict[str, str]:
    """Split "Jane van den Berg" into family "Berg", particle "van den", given "Jane".

    "Garzón Vergara, Juan" says where the family name begins; without the comma it is the last word, with the
    particles before it. What is not the name of a person, as far as its words tell, is kept whole.
    """
    told = " ".join(name.split())
    found = INVERTED.fullmatch(told)
    if found and not BODY.search(told):
        family, given, suffix = found.groups()
        if suffix is None and SUFFIX.fullmatch(given):  # "Jane Roe, Jr."
            return {**person(family), "suffix": given}
        return _family(family.split()) | _some(given=given, suffix=suffix)
    words = told.split()
    if len(words) < 2 or len(words) > LONGEST or BODY.search(told) or any(map(str.isdigit, told)):
        return {"literal": told}
    suffix = words.pop() if len(words) > 2 and SUFFIX.fullmatch(words[-1]) else None
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in PARTICLES and words[at - 1][0].islower():
        at -= 1
    return _family(words[at:]) | _some(given=" ".join(words[:at]), suffix=suffix)


def _family(words: list[str]) -> dict[str, str]:
    """A family name with its particle apart."""
    at = 0
    while at < len(words) - 1 and words[at].lower() in PARTICLES and words[at][0].islower():
        at += 1
    return _some(**{"non-dropping-particle": " ".join(words[:at]), "family": " ".join(words[at:])})


def _some(**parts: str | None) -> dict[str, str]:
    return {name: part for name, part in parts.items() if part}
