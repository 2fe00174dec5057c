"""The words before a short form that its letters do not simply spell -> a name that speaks for itself.

Two ways: the letters stand in the words in order (Schwartz and Hearst, see acronyms), or a run of capitalised
words holds a head word or the same initials in another order, as those of another language have them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pycountry

from nlp.model import Label
from nlp.tag.names.acronyms.longforms import ASIDE, ROMAN, capital_run, unowned
from nlp.tag.names.acronyms.spelling import SMALL, Word, anywhere, core, pieces, share
from nlp.tag.names.lists.gazetteers import is_term, known
from nlp.tag.names.patterns.runs import ARTICLES, OF
from nlp.tag.names.patterns.triggers import TITLES, head_label

OWN_NAME = frozenset(("Inter", "International", "Pan"))
"""With these a body's own name begins, whoever's body it is: "the OAS | Inter-American Committee"."""
PLACES = frozenset((Label.GPE, Label.NORP, Label.LOC, Label.PERSON))
LINKS = frozenset("from and by in with to between at as".split())
"""Between these and an article one name ends and the next begins: "experts from the | Meeting of Ministers"."""


def named_before(short: str, text: str, before: Sequence[Word]) -> Word | None:
    """Where a name begins that speaks for itself, though its initials are not, or not all, those of `short`."""
    before = unowned(before)
    letters, run = _by_letters(short, text, before), _by_run(short, text, before)
    if letters is None or run is None:
        return letters or run or _mostly(short, before)
    order = list(before)
    at, spelt = order.index(letters), core(short)
    if run.start < letters.start:
        return letters if before[at - 1].low in ARTICLES and share(spelt, before[at:]) >= 0.75 else run
    return letters if share(spelt, before[at:]) > share(spelt, before[order.index(run) :]) else run


def _by_letters(short: str, text: str, before: Sequence[Word]) -> Word | None:
    """Schwartz and Hearst: the shortest stretch of words that holds the letters in order."""
    spelt = core(short)
    if not spelt.isalpha() or ROMAN.match(short):
        return None
    window = _window(before, min(len(spelt) + 5, 2 * len(spelt)))
    at = anywhere(spelt, text[window[0].start : window[-1].end])
    first = next((word for word in window if at is not None and word.start == window[0].start + at), None)
    if first is None or first.small or ASIDE.search(text, first.start, window[-1].end):
        return None
    plain = [word for word in window if word.start >= first.start and word.low not in SMALL]
    if any(word.low == short.lower() for word in plain):
        return None
    if len(plain) < 2:
        return first if plain and _is_one_word(short, spelt, plain) else None
    mixed = len({word.capital for word in plain if not word.slight}) > 1
    if mixed and (short[1:].islower() or not first.capital or _has_article(window, first)):
        return None
    return first if share(spelt, plain) >= _least_share(spelt, plain) else None


def _has_article(window: Sequence[Word], first: Word) -> bool:
    return any(word.start > first.start and word.low in ARTICLES for word in window)


def _window(before: Sequence[Word], most: int) -> Sequence[Word]:
    """The last `most` words, small ones not counted."""
    weighty = [at for at, word in enumerate(before) if not word.small]
    return before[weighty[-most] :] if len(weighty) > most else before


def _least_share(spelt: str, plain: Sequence[Word]) -> float:
    """Which part of the letters must be initials: the less the words look like a name, the more."""
    if len(spelt) < 3:
        return 1
    capitals = {word.capital for word in plain if not word.slight}
    return 0.5 if capitals == {True} else 0.6 if capitals == {False} else 0.8


def _is_one_word(short: str, spelt: str, plain: Sequence[Word]) -> bool:
    """Whether capitals shorten one long common noun: tuberculosis (TB)."""
    if len(spelt) > 4 or not short.rstrip("s").isupper() or short in _currencies():
        return False
    return all(len(word.text) >= 9 and word.text.islower() and not word.low.startswith(spelt) for word in plain)


def _by_run(short: str, text: str, before: Sequence[Word]) -> Word | None:
    """The capitalised words before the bracket when their initials, in any order, or a head word speaks for them."""
    run = capital_run(text, before)
    spelt = core(short)
    while len(run) > 2 and (cut := _own_start(spelt, run)):
        run = run[cut:]
    plain = [word for word in run if word.low not in SMALL]
    if len(run) < 2 or not _may_differ(short, run):
        return None
    shuffled = share(spelt, run) > (0.65 if len(spelt) > 2 else 0.99) and len(plain) <= len(spelt) + 2
    return run[0] if shuffled or any(head_label(word.text) for word in run) else None


def _may_differ(short: str, run: Sequence[Word]) -> bool:
    """Whether `short` may be initials in another language: no place, person, number or unit of money."""
    place, spelt = known(short), core(short)
    if (place is not None and place.label in PLACES) or ROMAN.match(short) or is_term(short) or short in _currencies():
        return False
    if not spelt.isalpha():
        return False
    if short[1:].islower():
        return (place is not None and place.label is Label.ORG) or pieces(spelt, run) >= 0.75
    return len(spelt) > 2 or share(spelt, run) == 1


def _own_start(spelt: str, run: Sequence[Word]) -> int:
    """Where in a run that holds two names the last of them begins; 0 where it holds one."""
    for at in range(len(run) - 2, 0, -1):
        front, rest = run[:at], run[at:]
        speaks = share(spelt, rest) >= 0.65 or any(head_label(word.text) for word in rest)
        if speaks and rest[0].capital and _ends(spelt, front, rest):
            return at
    return 0


def _ends(spelt: str, front: Sequence[Word], rest: Sequence[Word]) -> bool:
    """Whether `front` is only what the name in `rest` is told of: an owner, a member, an office."""
    last, link = front[-1], front[-2] if len(front) > 1 else front[-1]
    if last.low in ARTICLES:
        return link.low in LINKS or (_head(front) is None and share(spelt, rest) >= share(spelt, [*front, *rest]))
    if last.low == "of":
        return link.text in TITLES or (link.text.isupper() and is_term(link.text))
    owner = last.text.isupper() or (_head(front) is not None and spelt[0] == rest[0].low[0])
    return rest[0].text in OWN_NAME and last.capital and owner


def _head(front: Sequence[Word]) -> Label | None:
    """What the head of the first name in `front` tells: "Office (of the)"."""
    cut = next((at for at, word in enumerate(front) if at and word.low in OF), len(front))
    return head_label(front[cut - 1].text)


def _mostly(short: str, before: Sequence[Word]) -> Word | None:
    """Where a name printed mostly in small letters begins that long initials fit but for a letter or two."""
    spelt = core(short)
    if len(spelt) < 6 or short[1:].islower():
        return None
    for at in range(len(before) - 2, max(-1, len(before) - len(spelt) - 6), -1):
        first = before[at]
        if first.capital and first.low[0] == spelt[0] and not (at and before[at - 1].capital):
            return first if pieces(spelt, before[at:]) >= 0.7 else None
    return None


@cache
def _currencies() -> frozenset[str]:
    return frozenset(currency.alpha_3 for currency in pycountry.currencies)
