"""Who says or does what: the actor of a claim against the clauses of the passages that tell of it, and of the others.

Word order and verbs differ between a claim and its source ("has proposed", "was put forward by"), so this goes by the
company an actor keeps: if all that a claim says of somebody stands in the clauses of somebody else whom it does not
name, and something of it stands there alone, the two have changed places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.check.actors import Actor, actors
from nlp.check.reading import Reading
from nlp.check.record import Fault, Flaw
from nlp.find.words import STOP_WORDS, fold, stem
from nlp.tag.bearing.lexicon import VERBS

WORD = re.compile(r"[^\W\d_]+")
POINTING = re.compile(
    r"""\b(?: (?:of|to|for|from|with|by|in|on|at|share|shared)\sthat | this | these | those | such | them | same
      | both | neither | so )\b | \A\W*(?:it|its|they|their|that)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""What stands for words that were said before."""
HALT = re.compile(r"[;:] | \b(?:while|whereas|although|though|but)\b", re.VERBOSE)
"""Where what is told of somebody ends, if somebody else follows."""
ENOUGH = 2
"""Words that only another's clauses have, from which a claim is of that other."""


@dataclass(frozen=True, slots=True)
class Told:
    """An actor with the words of what is told of it in one place."""

    actor: Actor
    words: frozenset[str]
    apart: frozenset[str]
    """Those of the very place, without what it points back to."""


def check_company(claim: Reading, sources: Sequence[Reading]) -> Iterator[Fault]:
    """The claim's one actor, where the passages tell what it says of another."""
    named = actors(claim)
    if len(named) != 1:
        return
    [actor] = named
    told = list(_told(sources))
    own = [one for one in told if one.actor.is_for(actor)]
    others = [one for one in told if not one.actor.is_for(actor) and one.actor.head != actor.head]
    if not own or not others:
        return
    said = words_of(claim.text) - actor.stems
    ours = said & frozenset[str]().union(*(one.words for one in own))
    for other in others:
        alone = (said & other.apart) - frozenset[str]().union(*(one.words for one in own)) - other.actor.stems
        if len(alone) >= ENOUGH and not ours - other.words:
            yield Fault(Flaw.ROLE, actor.start, actor.end, "in the passages this is told of somebody else.")
            return


def words_of(text: str) -> frozenset[str]:
    """The stems of all that say something; forms of one verb alike ("ran", "running")."""
    found = (fold(word) for word in WORD.findall(text))
    return frozenset(stem(VERBS.get(word, word)) for word in found if word not in STOP_WORDS)


def _told(sources: Sequence[Reading]) -> Iterator[Told]:
    before = frozenset[str]()
    for source in sources:
        named = actors(source)
        for start, end in _stretches(source.text, named):
            text = source.text[start:end]
            apart = words_of(text)
            words = apart | before if POINTING.search(text) else apart
            yield from (Told(one, words, apart) for one in named if start <= one.start < end)
            before = apart


def _stretches(text: str, named: Sequence[Actor]) -> Iterator[tuple[int, int]]:
    """The parts of a sentence that tell of different actors."""
    start = 0
    for halt in HALT.finditer(text):
        behind = [one for one in named if one.start >= halt.end()]
        if behind and any(start <= one.start < halt.start() for one in named):
            yield start, halt.start()
            start = halt.end()
    yield start, len(text)
