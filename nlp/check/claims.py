"""A sentence and the passages it cites -> what speaks against it. Nothing here proves a claim; much disproves one.

The method: every quotation word for word, every number by value, scale, unit, bound, time and what it is of, every
name, who did what, and which way things went, each compared with the sentences of the passages that speak of the same.
Quoted words are the passage's own or the claim falls; who does, denies and compares what is read without them. A
likeness of meaning can only raise a doubt: it does not tell 188,000 from 146,000, nor rose from fell.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.sentences import sentences
from corpus.view import View
from nlp.check.company import check_company
from nlp.check.dating import check_times
from nlp.check.denying import check_denials
from nlp.check.matching import fitting
from nlp.check.naming import check_names
from nlp.check.numbering import check_numbers
from nlp.check.placing import check_places
from nlp.check.quoting import MARKS, QUOTED, check_quotations
from nlp.check.reading import Reading, read
from nlp.check.record import Checked, Fault, Flaw
from nlp.check.roles import check_roles
from nlp.check.turning import check_directions

STRANGE = 0.25
"""The share of a claim's words that must be those of its passages; below, they speak of something else."""
FEW = 3
"""Words of a claim from which that share tells something."""


def check(claim: str, passages: Sequence[str], also: Sequence[str] = ()) -> Checked:
    """What speaks against `claim`, given the `passages` it cites, in plain prose.

    `also` are words that it may name beside: the titles, authors and publishers of the papers. Faults name their place
    in `claim` in code points. Pure and deterministic; English.
    """
    texts = [" ".join(MARKS.sub("", passage).split()) for passage in passages]
    if not any(texts):
        return Checked(claim, (Fault(Flaw.SOURCE, 0, len(claim), "it cites no passage."),))
    ours, own = read(claim), read(QUOTED.sub(lambda found: " " * len(found.group()), claim))
    theirs = [read(sentence) for text in texts for sentence in _sentences(text)]
    faults = (
        *check_quotations(claim, passages),
        *check_numbers(ours, theirs),
        *check_times(ours, theirs),
        *check_names(ours, theirs, also),
        *check_roles(own, theirs),
        *check_company(ours, theirs),
        *check_places(ours, theirs),
        *check_directions(own, theirs),
        *check_denials(own, theirs),
        *_strange(ours, theirs),
    )
    return Checked(claim, faults)


def _sentences(text: str) -> list[str]:
    view = View.of(text)
    return [view.text[start:end] for start, end in sentences(view)]


def _strange(claim: Reading, sources: Sequence[Reading]) -> list[Fault]:
    """Whether the passages have so few of the claim's words that they speak of something else.

    A number or year that they have too counts for a word; the words of numbers themselves do not.
    """
    known = frozenset[str]().union(*(source.stems for source in sources))
    apart = [(one.start, one.end) for one in claim.amounts] + [(one.start, one.end) for one in claim.times]
    words = {word for at, _, word in claim.words if not any(start <= at < end for start, end in apart)}
    figures = sum(any(fitting(claim, one, source) for source in sources) for one in claim.amounts)
    told = " ".join(source.text for source in sources)
    years = sum(str(one.since or one.until) in told for one in claim.times)
    if len(words) < FEW or len(words & known) + figures + years >= STRANGE * len(words):
        return []
    return [Fault(Flaw.NOTHING, 0, len(claim.text), "the passages speak of something else.")]
