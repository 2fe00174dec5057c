"""Cleaned prose -> titles of books, articles and reports that stand in quotation marks.

Markdown's italics are gone from prose, so only quoted titles are found. A quoted phrase is a title when
its words are capitalised as in a title and it stands as one does in a reference: with a comma or a full
stop before the closing mark, or after a comma.
"""

from __future__ import annotations

import re

from nlp.model import Label
from nlp.tag.names.found import Found
from nlp.tag.names.lists.tables import fold

END = r"(?P<inner>(?<!\s)[,.?!]?),?"
QUOTED = re.compile(rf"""(?<!\w)[“"](?P<title>[^“”"\s][^“”"]{{4,200}}?){END}[”"](?!\w)(?P<outer>,?)""")
SINGLE = re.compile(rf"""(?<!\w)‘(?P<title>[^‘'“”"\s](?:[^‘'“”"]|'(?=\w)){{4,200}}?){END}'(?!\w)(?P<outer>,?)""")
"""As in “The Long Road to Clean Water,” and ‘The Long Road to Clean Water’, the closing marks made even."""
SPOKEN = re.compile(
    r"\s(?!(?:in|and|or|pp?|vol|no|at|by|eds?|trans|cited|accessed|available|paper|presented|working|op|unpublished)\b)[a-z]"
)
"""Behind a closing mark a verb or its subject: then somebody spoke."""
WORD = re.compile(r"[^\W\d_][\w'-]*")
SMALL = frozenset(
    """a an and as at but by for from in into nor of off on or per over the to under up via vs with de del la el y
    en los las das der die after before between against during without within among through toward towards beyond
    since about or is its it their our not""".split()
)
FEWEST = 3
"""Words: shorter ones are more often a saying or a word held at a distance."""
SHARE = 0.85
"""Of the longer words, how many must be capitalised."""


def find_works(text: str) -> list[Found]:
    """The titles in `text` without their quotation marks and closing commas, in order."""
    found = []
    for match in (*QUOTED.finditer(text), *SINGLE.finditer(text)):
        before = text[max(0, match.start() - 2) : match.start()]
        cited = match.group("inner") in {",", "."} or match.group("outer") or before.endswith((", ", "- "))
        if cited and not SPOKEN.match(text, match.end()) and _is_quoted_title(match, before):
            end = match.end("title") + (match.group("inner") in {"?", "!"})
            found.append(Found(match.start("title"), end, Label.WORK, "quoted"))
    return found


def _is_quoted_title(match: re.Match[str], before: str) -> bool:
    """Behind a comma two words are a title, if all their words are capitalised."""
    double = match.group().startswith(("“", '"'))
    comma = match.group("outer") or match.group().rstrip('”"').endswith(",")
    return is_title(match.group("title"), fewest=2 if double and comma and before.endswith(", ") else FEWEST)


def is_title(phrase: str, *, fewest: int = FEWEST) -> bool:
    """Whether `phrase` is capitalised as titles are.

    >>> is_title("The Long Road to Clean Water"), is_title("We will not go back to that")
    (True, False)
    """
    words: list[str] = WORD.findall(fold(phrase))
    content = [word for word in words if word.lower() not in SMALL]
    if len(words) < fewest or len(content) < 2 or not words[0][0].isupper():
        return False
    return sum(word[0].isupper() for word in content) >= SHARE * len(content)
