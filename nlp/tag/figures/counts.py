"""Quantities without a unit -> what they count, beside the rates, fractions and multiples of a string.

A number counts the plural noun that follows it. What follows is looked at word by word, without a tagger:
better no count than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nlp.model import Kind
from nlp.tag.figures.numbers import Form
from nlp.tag.figures.quantity import Counted, Quantity, ends_phrase
from nlp.tag.figures.ratios import folds, fractions, rates, shares
from nlp.tag.figures.starts import starts

MOST_WORDS = 5
NEAR = 160
"""Characters within which a large number without a noun counts what the number before it counted."""


_WORD = re.compile(r"[\s]([^\W\d_][\w’']*(?:[-‑][\w’']+)*)|\s(\.\d\d-?[\w-]*)")
_OF = re.compile(r"\sof\s(?:the\s|these\s|those\s|its\s|their\s|our\s)?(?=\w)")
_STOP = frozenset(
    """of in to and or the a an is are was were be been has have had for from by with at on as per than that
    which who whom whose when while where but not no nor if so this these those its their our his her my
    your it they we he she i you will would could can may might must should do does did into over under up
    down out about after before between during since until through within without against among across
    towards toward via plus minus times fold percent each every both either also only less fewer most least
    much many such same another own ago later earlier old per versus vs s each hours went came including
    because although though however thus hence there here then there's now still just even once again""".split()
)
_PLURALS = frozenset(
    """people men women children police personnel staff troops cattle livestock fish youth persons militia
    clergy alumni media data criteria phenomena analyses crises bases theses indices feet mice lives wives
    head policemen policewomen servicemen fishermen sheep aircraft spacecraft species series gendarmes folk
    countrymen businessmen congressmen poor dead wounded injured maras""".split()
)
_SINGULARS = frozenset(
    """this is was has as us thus plus less versus its his perhaps always besides towards afterwards species'
    yes focus status campus virus consensus bus gas bonus census crisis basis analysis process success
    access progress congress business press class loss mass address illness fitness abuses' across previous
    various numerous serious religious indigenous dangerous famous analogous continuous obvious precious
    pays shows says deals makes takes gives goes comes gets requires applies provides allows suggests seems becomes
    keeps brings tells argues describes explains includes contains
    tremendous enormous generous politics economics mathematics vols eds chapters'""".split()
)
_PEOPLES = ("ans", "ese", "qis", "nis", "his", "lis", "tis", "dis", "ish", "chs", "mes", "rds", "ns", "bs", "ks", "des")
"""How names of peoples end: "Three Kenyans" are counted."""
_NUMBER_OF = {"dozens", "scores"}
_RISING = re.compile(
    r"""\b(?:increas|gr[eo]w|ris|rose|fell|fall|drop|declin|decreas|jump|climb|reduc|expand|shr[aiu]nk
      |went)\w*(?:\s[\w’]+){0,4}?
        \sfrom\s(?:[\w’]+\s){0,2}(?:[\d.,]+(?:\s\w+){0,3}\sto\s(?:[\w’]+\s){0,2})?\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_SHARE = re.compile(r"\s(?:(?:in|from|for|by|to|at)\s(?:the\s)?(?=[A-Z])|(?:are|were)\s|of\s(?:them|which|whom)\b)")
_VOTE = re.compile(r"\b(?:vot(?:es?|ed|ing)|ballot)\s(?:(?:of|by|was)\s)?\Z", re.IGNORECASE)
_TO = re.compile(r"\s?[-–]\s?|\s(?:votes\s)?to\s")
_CODED = re.compile(r"\b[A-Z]{2,6}\s\Z")
"""Capitals that a bare number continues: "TQ 298 803"."""
_LINK = re.compile(r",?\s(?:to|and|or|and\sthen|to\sover|out\sof)\s|,\s|\sof\s(?:(?:the|its|their|these|those)\s)?")


def counts(text: str, quantities: Sequence[Quantity], at: Sequence[int] | None = None) -> list[Counted]:
    """What the bare ones among `quantities` count, with the multiples and fractions; sorted, apart from each other.

    `at` is where numbers may begin (starts.starts), if the caller knows it.
    """
    at = starts(text) if at is None else at
    found = [
        *fractions(text, at),
        *folds(text, at),
        *shares(text, quantities),
        *rates(text, quantities),
        *_votes(text, quantities),
    ]
    found += _nouns(text, quantities)
    apart: list[Counted] = []
    for one in sorted(found, key=lambda each: (each.start, -each.end)):
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return apart


def _votes(text: str, quantities: Sequence[Quantity]) -> Iterator[Counted]:
    """Both sides of a vote: "a vote of 154 to 3", "voted 12-4"."""
    told = any(sign in text for sign in ("vot", "Vot", "allot"))
    for at, one in enumerate(quantities[:-1] if told else ()):
        two = quantities[at + 1]
        bare = one.unit is None and two.unit is None and not one.number.glued
        if bare and _VOTE.search(text, max(0, one.start - 16), one.start) and _TO.fullmatch(text, one.end, two.start):
            yield _counted(one, "votes")
            yield _counted(two, "votes")


def _nouns(text: str, quantities: Sequence[Quantity]) -> list[Counted]:
    """Right to left, so that "from 57 to 107 programs" gives its noun back."""
    quantities = [_in_millions(text, one) for one in quantities]
    found: list[Counted] = []
    noun = ""
    for at in range(len(quantities) - 1, -1, -1):
        one = quantities[at]
        if one.unit is not None or not _may_count(text, one):
            noun = ""
            continue
        own = _noun(text, one)
        if own and _is_name(text, one, own):
            noun = ""
        elif own:
            noun = own
            found.append(_counted(one, own))
        elif noun and at + 1 < len(quantities) and _LINK.fullmatch(text, one.end, quantities[at + 1].start):
            found.append(_counted(one, noun, implied=True))
        elif _is_elliptic(text, one):
            noun = ""
            found.append(_counted(one, "", implied=True))
        else:
            noun = ""
    found.reverse()
    return list(_with_nouns(text, found))


def _is_name(text: str, one: Quantity, noun: str) -> bool:
    """Whether number and noun are one name, "Seven Sisters", or a town behind its postal code, "75002 Paris"."""
    last = noun.rsplit(maxsplit=1)[-1]
    if not last[0].isupper() or last.isupper() or last.lower().endswith(_PEOPLES):
        return False
    printed = text[one.start : one.end]
    if one.number.form is Form.WORDS:
        return printed[0].isupper() and not printed.isupper()
    return printed.isdigit() and len(printed) >= 5


def _in_millions(text: str, one: Quantity) -> Quantity:
    """The quantity, in millions where a noun follows the letter: "2.5m barrels"."""
    if one.unit is not None or one.number.short is None or one.ranged:
        return one
    end, factor = one.number.short
    scaled = replace(one.times(factor), end=end)
    return scaled if text[end - 1] in "mkbn" and end == one.end + 1 and _noun(text, scaled) else one


def _is_elliptic(text: str, one: Quantity) -> bool:
    """Whether a number counts though no noun follows: "estimated at 25,000,", "from 57 to 107", "87 are run by"."""
    if not ends_phrase(text, one.end) or one.number.form is Form.VAGUE:
        return False
    if _CODED.search(text, max(0, one.start - 8), one.start):
        return False
    if (one.low >= 1000 and float(one.low).is_integer()) and (one.number.grouped or one.scaled):
        return True
    before = text[max(0, one.start - 60) : one.start]
    return _RISING.search(before) is not None or (
        one.number.form is Form.DIGITS and not one.number.grouped and _SHARE.match(text, one.end) is not None
    )


def _with_nouns(text: str, found: Sequence[Counted]) -> Iterator[Counted]:
    """A number without a noun counts what the one before counted, if it stands near; else only a large one counts."""
    last: Counted | None = None
    for one in found:
        if one.unit:
            last = one
            yield one
        elif last and one.start - last.end <= NEAR:
            last = replace(one, unit=last.unit)
            yield last
        elif (
            one.low >= 1000
            or not text[one.start - 1 : one.start].isspace()
            or _RISING.search(text, max(0, one.start - 60), one.start)
        ):
            yield one


def _counted(one: Quantity, noun: str, *, implied: bool = False) -> Counted:
    return Counted(one.start, one.end, Kind.COUNT, one.low, one.high, noun, implied=implied)


def _may_count(text: str, one: Quantity) -> bool:
    number = one.number
    broken = not float(one.low).is_integer() and not one.scaled and not _is_mean(text, one)
    worded = number.form is Form.WORDS and one.low <= 1
    edge = text[one.end : one.end + 1]
    return not (number.glued or worded or broken or edge in {"-", "‑", "/", "\x00"} or edge.isalpha())


def _is_mean(text: str, one: Quantity) -> bool:
    """Whether a broken number counts all the same: "a household of 5.8 persons", but not "2.1 Findings"."""
    following = text[one.end + 1 : one.end + 2]
    return one.number.form is Form.DIGITS and 0 < one.low < 100 and following.islower() and one.start > 1


def _noun(text: str, one: Quantity) -> str:
    """The words from the number to the plural noun it counts; empty where there is none.

    >>> _noun("28 member countries of the Union", quantity)
    'member countries'
    """
    at = one.end
    if (one.number.form is Form.VAGUE or text[one.start : one.end].lower() in _NUMBER_OF) and (
        of := _OF.match(text, at)
    ):
        at = of.end() - 1
    words: list[str] = []
    last = 0
    while len(words) < MOST_WORDS:
        found = _WORD.match(text, at)
        if found is None:
            break
        word = found[1] or found[2]
        plain = word.lower().replace("’", "'")
        if plain in {"and", "or"} and words and not last and words[-1].lower() not in _STOP:
            at = found.end()
            continue
        if plain.endswith("s'") and text[one.start - 1 : one.start] in {"‘", "'"} and one.start:
            word, plain = word[:-1], plain[:-1]  # the mark closes the quotation and makes no genitive
        if plain in _STOP or (plain.endswith(("'s", "s'")) and not words):
            break
        words.append(word)
        at = found.end()
        if _is_plural(plain):
            last = len(words)
        elif last:
            break
    return " ".join(words[:last])


def _is_plural(word: str) -> bool:
    word = word.rsplit("-", 1)[-1]
    if word in _PLURALS:
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "ous", "'s", "sis"))
        and word not in _SINGULARS
    )
