"""Words in capitals that no definition and no list explains -> organisations, as most of them are.

Policy papers name bodies by their initials and leave the rest to the reader: FDLR, MONUSCO. Common nouns
(GDP), units, Roman numbers and words printed in capitals for emphasis are left out.
"""

from __future__ import annotations

import re

from nlp.model import Label
from nlp.tag.names.found import Found
from nlp.tag.names.lists.gazetteers import is_term

CAPITALS = re.compile(r"(?<![\w$€£.&/-])(?:[A-Z]{3,8}|[A-Z]{2,6}-[A-Z]{1,4})(?![\w&/]|\.\w|-\d)")
ROMAN = re.compile(r"[IVXLCDM]+$")
NEAR = re.compile(r"(?<![\w])[A-Z][A-Z'-]{2,}(?![\w])")
COUNTED = re.compile(r"(?:\b[Aa]n?|\b[Pp]er|\d[\d,.]*)\s$")
"""Before a common noun: "an MPA", "40 MMBTU"."""
AROUND = 40
"""Characters on either side in which other words in capitals show that the line is printed so."""
CODED = re.compile(r"\s?\d|\(|\s[A-Z]{1,3}\d")


def find_unknown(text: str) -> list[Found]:
    """The unexplained short forms in `text`, in order."""
    found: list[Found] = []
    if text.isupper():
        return found
    for match in CAPITALS.finditer(text):
        word = match.group()
        around = text[max(0, match.start() - AROUND) : match.start()] + " | " + text[match.end() : match.end() + AROUND]
        shouted = sum(len(other) > 5 for other in NEAR.findall(around))
        counted = COUNTED.search(text[max(0, match.start() - 12) : match.start()])
        if not (counted or is_term(word) or ROMAN.match(word) or shouted or CODED.match(text, match.end())):
            found.append(Found(*match.span(), Label.ORG, "capitals"))
    return found
