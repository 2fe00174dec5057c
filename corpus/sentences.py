"""A View -> where its sentences stand. Errs towards joining: a sentence cut in two is worse than two in one."""

from __future__ import annotations

import re

from corpus.view import View

END = re.compile(
    r"""
    (?P<stop> \.(?:[ ]\.){2,3} | [.!?…]+ | [。！？] )   # ". . ."  "hectares."  "really?!"
    (?P<after> [\])}"'”’»]* )                 # closing quotes and brackets belong to the sentence
    (?= \s+ (?P<next> [\[({"'“‘«¿¡*_—–-]* \S ) | \s*$ )
    """,
    re.VERBOSE,
)

# A full stop after these does not end a sentence, whatever follows.
NEVER_LAST = frozenset(
    """
    mr mrs ms dr prof rev hon gen lt col capt cmdr sgt maj adm sen rep gov pres amb st fr sra dra vs cf e.g
    i.e eg ie viz vgl al ed eds trans ca approx dept univ assn bros op loc ibid ff tel ext
    """.split()
)
# After these it does not end one if what follows is a number: "no. 7", but "They said no. Seven left."
BEFORE_NUMBERS = frozenset(
    """
    no nos fig figs tab abb vol vols p pp para paras ch chs sec secs art arts supra n nn
    jan feb mar apr jun jul aug sep sept oct nov dec
    """.split()
)
NUMBER = re.compile(r"\d|[IVXLC]+\b|[A-Z]\b")
# After these it ends one only if the next word does not continue it ("the U.S. Department", "Acme Inc. said").
MAYBE_LAST = frozenset(
    """
    u.s u.k u.n e.u d.c p.m a.m ph.d inc ltd co corp jr sr etc
    """.split()
)
WORD_BEFORE = re.compile(r"[\w.’'-]+$")
ENUMERATOR = re.compile(r"\W{0,3}(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,4})(?:\.\d{1,2}){0,2}")
"""The number of a list's item, at the head of its paragraph: "2. Begin with the bogs"."""
INITIAL = re.compile(r"(?:^|[\s.(\[“\"])[A-Z]$")
OPENERS = frozenset(
    """
    the a an this that these those it its he she they we i you there here in on at by for from with without
    under over after before during since as if when while where although though however but and yet so
    moreover furthermore meanwhile nevertheless nonetheless still thus hence such some many most all both each
    no not one two another other what who why how according despite because between among while
    """.split()
)


def sentences(view: View) -> list[tuple[int, int]]:
    """The sentences of `view` as (start, end) into ``view.text``: in order, trimmed, every word in one.

    Method: a stop ends a sentence unless the word before it is an abbreviation or an initial, or the next
    word starts in lower case; quotes and brackets that close go with the sentence they close.
    """
    text = view.text
    found: list[tuple[int, int]] = []
    start = 0
    for match in END.finditer(text):
        if match.group("next") is not None and not _ends(text, match):
            continue
        _keep(found, text, start, match.end())
        start = match.end()
    _keep(found, text, start, len(text))
    return found


def _keep(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    if piece.strip():
        found.append((start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))


def _ends(text: str, match: re.Match[str]) -> bool:
    following = text[match.end() : match.end() + 40].lstrip(" \t\r\n[({\"'“‘«¿¡*_—–-")
    if following[:1].islower() or (match.group("stop") == "." and ENUMERATOR.fullmatch(text, 0, match.start())):
        return False
    if match.group("stop") != "." or match.group("after"):
        return True
    before = WORD_BEFORE.search(text, max(0, match.start() - 40), match.start())
    word = before.group().lower() if before else ""
    if word in NEVER_LAST:
        return False
    if word in BEFORE_NUMBERS:
        return NUMBER.match(following) is None
    if word in MAYBE_LAST:
        return _opens(following)
    return not INITIAL.search(text, max(0, match.start() - 2), match.start())


def _opens(following: str) -> bool:
    """Whether the next word is one that opens sentences: what follows "U.S." is otherwise read as its noun."""
    word = re.match(r"\w+", following)
    return word is not None and word.group().lower() in OPENERS
