"""What the rules found and what a model proposes in one stretch -> the names that stand.

The rules know what policy papers repeat and are believed there; the model speaks where they are silent. It
may also take a name further than the rules saw it: a person's over a name or a place inside it ("George |
Washington"), a body's over the country, people or body it holds ("New | Flemish Alliance"). And what the rules
only guess, that words in capitals which nobody explains name a body, stands where the model sees a name too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from nlp.engines import Proposal
from nlp.model import Label
from nlp.tag.names.found import Found
from nlp.tag.names.lists.forenames import is_given
from nlp.tag.names.lists.gazetteers import is_term
from nlp.tag.names.patterns.persons import NOT_NAMES
from nlp.tag.names.patterns.runs import STARTERS
from nlp.tag.names.patterns.triggers import TITLES, head_label
from nlp.tag.names.reading import BREAK

SURE = {Label.PERSON: 0.5, Label.ORG: 0.6, Label.GPE: 0.6, Label.LOC: 0.6, Label.NORP: 0.7, Label.EVENT: 0.7}
"""How sure the model must be of a name where no rule speaks; labels not here are the rules' alone."""
SHORTEST = 2
"""Characters."""
SURER = 0.8
"""How sure it must be to set a guess of the rules right ..."""
WIDER = {Label.PERSON: 0.6, Label.ORG: 0.75}
"""... and to take a name further than they saw it."""
READ = frozenset(("trigger", "word", "name"))
"""By these rules a body's name is read off its words, and may be longer; the lists and definitions know it whole."""
GUESSED = frozenset(("capitals",))
CAPITALISED = re.compile(r"(?<!\w)[^\W\d_]*[A-ZÀ-ÞĀ-ſ][\w'-]*")
LEADING = frozenset(("the", "The", "a", "A", "an", "An"))
HEADINGS = frozenset(
    """introduction conclusion conclusions summary abstract background method methods methodology
    references bibliography contents acknowledgements acknowledgments recommendations discussion
    results findings overview foreword preface glossary appendix annex abbreviations acronyms
    endnotes footnotes notes executive key table list literature further reading""".split()
)
"""Words of which the headings of every paper are made."""
ABBREVIATED = re.compile(r"(?:\b[A-Z]\.[A-Z]|\b(?:Inc|Ltd|Co|Corp|Bros|Jr|Sr))$")
"""The full stop behind these belongs to the name: "Washington, D.C.", "Acme Inc."."""
INITIALS = re.compile(r"(?:[A-Z]\.\s?)+")
"""Alone they name nobody: "M.P." behind a name."""
EDGES = " \t'\"“”‘’.,;:()[]*-–—"
PLACES = frozenset((Label.GPE, Label.LOC, Label.NORP))


def unexplained(text: str, found: Sequence[Found]) -> bool:
    """Whether a capitalised word of `text` stands outside the names found, and not only to begin a sentence."""
    inside = {at for name in found if name.by not in GUESSED for at in range(name.start, name.end)}
    return any(
        match.start() not in inside and match.group().lower() not in STARTERS for match in CAPITALISED.finditer(text)
    )


def joined(
    text: str, rules: Sequence[Found], terms: Sequence[Found], proposals: Iterable[Proposal], by: str
) -> list[Found]:
    """The names of `rules` and of the model `by`, in order and apart; `terms` are the paper's common nouns."""
    proposals = list(proposals)
    names = [name for name in rules if name.by not in GUESSED or any(map(name.overlaps, _spots(proposals)))]
    for proposal in proposals:
        item = _trimmed(text, proposal, by)
        if item is None or any(term.overlaps(item) for term in terms):
            continue
        under = [name for name in names if name.overlaps(item)]
        if item.score >= SURE[item.label] and all(_gives_way(text, name, item) for name in under):
            names = [name for name in names if name not in under] + [item]
    return sorted(names, key=lambda name: name.start)


def _spots(proposals: Iterable[Proposal]) -> Iterator[Found]:
    for start, end, label, score in proposals:
        yield Found(start, end, label, "model", None, score)


def _gives_way(text: str, rule: Found, item: Found) -> bool:
    """Whether what a rule found is replaced by the model's name."""
    if rule.by in GUESSED:
        return item.score >= SURER
    if not (item.start <= rule.start and rule.end <= item.end and rule.length < item.length):
        return False
    printed, sure = text[item.start : item.end], item.score >= WIDER.get(item.label, 1)
    if item.label is Label.PERSON:
        return rule.label in {Label.GPE, Label.PERSON} and (sure or _personal(printed))
    if item.label is not Label.ORG:
        return False
    if rule.label is Label.ORG:
        return sure and rule.by in READ
    return rule.label in PLACES | {Label.PERSON} and (sure or _has_head(printed))


def _personal(printed: str) -> bool:
    """Whether a name begins with a known given name or holds an initial."""
    first, *rest = printed.split()
    return bool(rest) and (is_given(first) or any(part.endswith(".") for part in (first, *rest)))


def _has_head(printed: str) -> bool:
    return any(head_label(word) is Label.ORG for word in printed.replace("'s", "").split())


def _trimmed(text: str, proposal: Proposal, by: str) -> Found | None:
    """The proposal without what is no part of a name; None when nothing that may be a name is left."""
    start, end, label, score = proposal
    if label not in SURE:
        return None
    while True:
        printed = text[start:end]
        bare = printed.lstrip(EDGES)
        word = bare.partition(" ")[0]
        if word in LEADING or (label is Label.PERSON and word in TITLES):
            bare = bare[len(word) :].lstrip(EDGES)
        if len(bare) == len(printed):
            break
        start += len(printed) - len(bare)
    printed = text[start:end].removesuffix("'s").rstrip(EDGES)
    if ABBREVIATED.search(printed) and text.startswith(".", start + len(printed)):
        printed += "."
    if label is Label.PERSON and INITIALS.fullmatch(printed):
        return None
    return Found(start, start + len(printed), label, by, None, score) if _may_be(printed) else None


def _may_be(printed: str) -> bool:
    """Whether the words may be a name by themselves: no heading, month, pronoun, common noun, address."""
    if BREAK in printed or len(printed) < SHORTEST or not any(char.isupper() for char in printed):
        return False
    if all(word.lower() in HEADINGS for word in printed.split()):
        return False
    return " " in printed or not (printed in NOT_NAMES or printed.lower() in STARTERS or is_term(printed))
