"""A line -> the body it names, when it names one and says nothing else: "Elm House Institute"."""

from __future__ import annotations

import re

from corpus.metadata.series import KIND
from corpus.metadata.wording import BODY, CONTACT, POST

SAYS = re.compile(
    r"""\b(?:role|case|lessons?|from|to|with|by|between|against|after|before|towards?|versus|vs|how|why|what|when|who|its|their|our
      |is|are|was|has|have|can|must|should|will|reform|future|impact|effects?|challenges?|rethinking
      |strengthening|building)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words of titles, hardly of names: "The Role of the World Bank"."""
MOST_WORDS = 14
SHORT_FORM = re.compile(r"\s*\([A-Z]\w+\)$")
TWICE = re.compile(r"\s+[–—/|-]\s+")
SMALL = frozenset(
    """
    of for the and on in de la las los el les del do da das dos des du para y e et für und der die das den di per van
    voor en à a &
    """.split()
)


def is_body(words: str) -> str | None:
    """The body that a line names, when it names one and says nothing else; of two languages the first."""
    first = SHORT_FORM.sub("", TWICE.split(words)[0].strip(" ,.*:"))
    before, _, place = first.partition(", ")
    first = before if BODY.search(before) and not BODY.search(place) else first
    told = first.split() if " " in first else first.split("-")
    if not 1 < len(told) <= MOST_WORDS or not BODY.search(first):
        return None
    if POST.search(first) or CONTACT.search(first) or SAYS.search(first):
        return None
    capital = sum(word[0].isupper() for word in told if word.lower() not in SMALL)
    content = sum(word.lower() not in SMALL for word in told)
    plain = any(char.isdigit() or char in ":;?!" for char in first) or KIND.search(first) is not None
    return first if first[0].isupper() and capital == content > 1 and not plain else None
