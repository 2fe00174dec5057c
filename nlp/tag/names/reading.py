"""A stretch of a paper's prose -> the same made even for taggers: one kind of apostrophe, no addresses.

Every change keeps the way back, so that what is found stands on the printed characters.
"""

from __future__ import annotations

import re
import unicodedata

from corpus.view import View

BREAK = "|"
"""Stands for what no name may run over: a web address."""
UNEVEN = re.compile(
    r"""
    (?P<lead> \A\s+ )
    | (?P<address> \ ?(?: (?:https?://|ftp://|www\.)\S+                                            # "www.who.int/data"
        | (?<![\w.@+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]+                                 # "a@b.org"
        | (?<![\w.@/-])(?:[a-z0-9-]{1,40}\.){1,6}
          (?:com|org|net|int|gov|edu|mil|info|ca|uk|eu|de|fr|br|mx|co)
          (?:/\S*)?(?!\w) )\ ? )
    | (?P<rule> \ ?[^\w\s]{6,}\ ? )                                                           # dot leaders, rules
    | (?P<accent> [^\W\d_][\u0300-\u036f]+ )                                              # a letter with a loose accent
    | (?P<apostrophe> [’ʼ] )
    | (?P<hyphen> [‐‑] )
    | (?P<mark> [¹²³⁰⁴⁵⁶⁷⁸⁹]+\ ? )                                                         # a marker nobody cut
    | (?P<star> [*]+ )
    | (?P<space> \s{2,} | [\n\r\t] )
    """,
    re.VERBOSE,
)
EVEN = {
    "lead": "",
    "address": f" {BREAK} ",
    "rule": f" {BREAK} ",
    "apostrophe": "'",
    "hyphen": "-",
    "mark": " ",
    "star": "",
    "space": " ",
}
WORD = re.compile(r"[^\W\d_][\w'-]*")
TITLE_SHARE = 0.8
LONGEST_TITLE = 25
"""Words."""


def even(view: View) -> View:
    """`view` with straight apostrophes, single spaces, composed letters, and no web or mail addresses."""
    return view.sub(UNEVEN, _even)


def _even(match: re.Match[str]) -> str:
    if match.lastgroup == "accent":
        return unicodedata.normalize("NFC", match.group())
    return EVEN[str(match.lastgroup)]


def is_title_like(text: str) -> bool:
    """Whether `text` is a heading or a title by its look: short, capitalised throughout, no full stop at its end.

    Capitals tell nothing there: "Security Policy in Latin America" names no policy.
    """
    words: list[str] = [word for word in WORD.findall(text) if len(word) > 3]
    if not 2 <= len(words) <= LONGEST_TITLE or text.rstrip().endswith((".", ";", ":", ",")):
        return False
    return sum(word[0].isupper() for word in words) >= TITLE_SHARE * len(words)
