"""A sentence -> its deeds: who does what to whom, as far as word order tells it in English.

Shallow on purpose: subject, verb and what follows, clause by clause, with passives and pairs such as buy and sell
turned the same way round. What cannot be told so stays open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nlp.check.reading import Reading
from nlp.find.words import STOP_WORDS, fold, stem
from nlp.tag.bearing.forms import is_adverb, is_participle, is_verb
from nlp.tag.bearing.lexicon import AUXILIARIES, COPULAS, DETERMINERS, PREPOSITIONS, PRONOUNS, RELATIVE, STRONG
from nlp.tag.bearing.words import Sentence, Sort, sentence

CONVERSE = {
    "bought": "sold", "buy": "sold", "buys": "sold", "purchased": "sold", "purchase": "sold", "sell": "sold",
    "sells": "sold", "borrowed": "lent", "borrows": "lent", "borrow": "lent", "lend": "lent", "lends": "lent",
    "received": "given", "receives": "given", "receive": "given", "got": "given", "gave": "given", "gives": "given",
    "give": "given", "donated": "given", "granted": "given",
}  # fmt: skip
"""Verb -> the one that stands for it and for its converse."""
TAKING = frozenset("bought buy buys purchased purchase borrowed borrows borrow received receives receive got".split())
"""Verbs whose subject is the one who is given to."""
GIVING = frozenset({"to", "from", "by", "of"})
SMALL = AUXILIARIES | PREPOSITIONS
ASIDES = frozenset("however therefore moreover too instead meanwhile though then also again likewise in turn".split())
"""What may stand between two commas within a clause."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb with the stems of its subject, of the subject's head, and of what follows. Offsets are into the text."""

    start: int
    end: int
    verb: str
    subject: frozenset[str]
    head: frozenset[str]
    names: frozenset[str]
    """The stems of the names in the subject."""
    object: frozenset[str]
    direct: frozenset[str]
    """The stems of what follows up to a preposition, and of the one to or from whom."""
    compares: bool = False
    """Whether "than" follows: its two sides may stand in either order."""

    def holds(self, at: int) -> bool:
        """Whether an offset lies in it."""
        return self.start <= at < self.end


def deeds(reading: Reading) -> list[Deed]:
    """The deeds of a sentence, in order."""
    line = sentence(
        reading.text,
        [(one.start, one.end) for one in reading.amounts if one.kind is not None],
        [((mention.span.start, mention.span.end), mention.label) for mention in reading.mentions],
    )
    return list(_deeds(reading, line))


def _deeds(reading: Reading, line: Sentence) -> Iterator[Deed]:
    verbs = [at for at in range(len(line.tokens)) if _is_main(line, at)]
    verbs = verbs or [at for at in range(1, len(line.tokens)) if is_participle(line, at)][:1]
    cuts = [at for at in range(len(line.tokens)) if _cuts(line, at)]
    subject, cleft = range(0), _cleft(line)
    for number, at in enumerate(verbs):
        before = verbs[number - 1] if number else -1
        first = max([before + 1, *(cut + 1 for cut in cuts if cut < at)])
        last = min([*verbs[number + 1 : number + 2], *(cut for cut in cuts if cut > at), len(line.tokens)])
        if first > before + 1 or not number or not _joined(line, before, at):
            # "Since then they have paid": what stands before the pronoun is no subject
            named = [one for one in range(first, at) if line.at(one) in PRONOUNS - DETERMINERS]
            # else "sold the ships and bought a ferry": one subject, two verbs
            subject = range(named[-1] if named else first, at)
            if cleft and first == cleft.stop + 1:
                subject = cleft
        yield _deed(reading, line, subject, at, range(at + 1, last))


def _cleft(line: Sentence) -> range:
    """Who is named first in "It was the coast that opposed it"; empty for another sentence."""
    if line.at(0) != "it" or line.at(1) not in COPULAS:
        return range(0)
    ends = [at for at in range(3, len(line.tokens)) if line.at(at) in ("that", "who", "which")]
    return range(2, ends[0]) if ends else range(0)


def _deed(reading: Reading, line: Sentence, subject: range, at: int, behind: range) -> Deed:
    word, tokens = line.at(at), line.tokens
    heads = [one for one in subject if not _of(line, subject.start, one)]
    near = [one for one in behind if not _led_off(line, at + 1, one)]
    names = [one for one in subject if _is_name(reading, line, one)]
    passive = any(line.at(one) in COPULAS for one in range(max(0, at - 3), at)) and _has(line, behind, "by")
    turned = passive != (word in TAKING)
    doer, direct, rest = _stems(line, subject), _stems(line, near), _stems(line, behind)
    return Deed(
        start=tokens[min([*subject, at])].start,
        end=tokens[max([*behind, at])].end,
        verb=stem(CONVERSE.get(word, word)),
        subject=rest if turned else doer,
        head=frozenset() if turned else _stems(line, heads),
        names=frozenset() if turned else _stems(line, names),
        object=doer if turned else rest,
        direct=doer if turned else direct,
        compares=_has(line, behind, "than"),
    )


def _has(line: Sentence, places: range, word: str) -> bool:
    return any(line.at(at) == word for at in places)


def _is_name(reading: Reading, line: Sentence, at: int) -> bool:
    """Whether the token is a name, or has a capital that does not only begin the sentence."""
    token = line.tokens[at]
    return token.sort is Sort.NAME or (at > 0 and reading.text[token.start].isupper())


def _is_main(line: Sentence, at: int) -> bool:
    """Whether the token is the last word of what is said of a subject: "fell", "was paid", "is"."""
    if line.sort(at) is not Sort.WORD or line.at(at - 1) == "to" or is_participle(line, at):
        return False
    if line.at(at) in AUXILIARIES:
        return not any(line.at(one) in AUXILIARIES or _is_main(line, one) for one in range(at + 1, at + 4))
    return is_verb(line, at) or _looks_past(line, at)


def _looks_past(line: Sentence, at: int) -> bool:
    """Whether the token has the form of a past and stands where a verb does, though no list has it."""
    before = line.at(at - 1)
    small = before in DETERMINERS or (before in PREPOSITIONS and before != "to")
    return line.at(at).endswith("ed") and len(line.at(at)) > len("need") and at > 0 and not small


def _cuts(line: Sentence, at: int) -> bool:
    if line.sort(at) is Sort.COMMA:  # not those of ", however,"
        return line.at(at - 1) not in ASIDES and line.at(at + 1) not in ASIDES
    return line.sort(at) is Sort.BREAK or line.at(at) in STRONG or line.at(at) in RELATIVE


def _joined(line: Sentence, before: int, at: int) -> bool:
    """Whether nothing but "and" and small words stands between two verbs' clauses."""
    joins = [one for one in range(before + 1, at) if line.at(one) in ("and", "or")]
    return bool(joins) and all(
        line.at(one) in AUXILIARIES or is_adverb(line.at(one)) for one in range(joins[-1] + 1, at)
    )


def _of(line: Sentence, first: int, at: int) -> bool:
    """Whether a preposition stands before the token: it only describes the head."""
    return any(line.at(one) in PREPOSITIONS for one in range(first, at)) and line.at(first) not in PREPOSITIONS


def _led_off(line: Sentence, first: int, at: int) -> bool:
    """Whether a preposition before the token leads away from the verb: "for paying consultants"."""
    return any(line.at(one) in PREPOSITIONS and line.at(one) not in GIVING for one in range(first, at))


def _stems(line: Sentence, places: Iterable[int]) -> frozenset[str]:
    found = set()
    for at in places:
        if line.sort(at) in (Sort.WORD, Sort.NAME):
            for word in fold(line.at(at)).replace("'s", " ").replace("’s", " ").replace("-", " ").split():
                if word not in STOP_WORDS and word not in SMALL and not is_adverb(word):
                    found.add(stem(word.strip("'’")))
    return frozenset(found)
