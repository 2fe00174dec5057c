"""A text -> its actors: the bodies and persons it names, by name or by office, and where.

"the municipal auditor", "Confederation of Crafts", "the Board" are actors; a country, a place, a law are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.check.reading import Reading
from nlp.cite.names import names
from nlp.find.words import STOP_WORDS, fold, stem
from nlp.model import Label
from nlp.tag.bearing.forms import is_adverb
from nlp.tag.bearing.lexicon import AUXILIARIES, PREPOSITIONS, PRONOUNS, VERBS

BODIES = """academy agency airline alliance assembly association authority bank board broadcaster bureau cabinet centre
    center chamber charity church club coalition college commission committee company confederation congress
    consortium cooperative corporation council court department diocese directorate federation firm forum
    foundation fund government guild inspectorate institute institution league mission movement museum newspaper
    office operator opposition organisation organization panel parliament party police pool regulator
    secretariat senate society taskforce tribunal trust union university utility watchdog ministry army navy"""
PERSONS = """administrator adviser ambassador analyst archbishop attorney auditor author bishop captain chair chairman
    chairwoman chancellor commissioner consultant contractor coroner critic delegate deputy director economist
    governor inspector judge king lawyer manufacturer mayor minister monitor negotiator observer ombudsman
    president premier prosecutor queen rapporteur researcher reviewer secretary senator spokesman spokeswoman
    surveyor treasurer trustee witness"""
HEADS = frozenset(f"{BODIES} {PERSONS}".split()) | {f"{word}s" for word in PERSONS.split()}
TEXTS = frozenset(
    """Act Accord Agreement Bill Charter Code Constitution Convention Decree Directive Hills Law Order Pact Plan
    Programme Protocol Regulation Report Review River Scheme Statute Strategy Survey Treaty War
    Cyclone Hurricane Storm Typhoon Election Elections Award Prize Fair Festival Games Summit Conference""".split()
)
"""Names that end so are of no actor."""
PIECE = re.compile(r"[^\W\d_]+(?:[-‑’'][^\W\d_]+)*(?:(?<=s)[’'])?|\S")
OF = frozenset({"of", "for"})
MODIFIERS = 2
"""Words in lower case before the head that may belong to it: "the accident board"."""
INDEFINITE = frozenset("a an any another each every".split())
"""Words before one that is not known yet."""
CLOSED = AUXILIARIES | PREPOSITIONS | PRONOUNS | STOP_WORDS


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody named in a text. Offsets are into it."""

    start: int
    end: int
    head: str
    """The stem of what it is, or of the last word of its name."""
    stems: frozenset[str]
    """Those of all its words."""

    def is_for(self, other: Actor) -> bool:
        """Whether the two may be the same: the words of one are among those of the other, and the head is shared."""
        nested = self.stems <= other.stems or other.stems <= self.stems
        return nested and (self.head in other.stems or other.head in self.stems)


def actors(reading: Reading) -> tuple[Actor, ...]:
    """All that are named, in order and apart."""
    found: list[Actor] = []
    for one in sorted([*_by_office(reading.text), *_by_name(reading)], key=lambda one: (one.start, -one.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return tuple(found)


def _by_office(text: str) -> Iterator[Actor]:
    pieces = [(match.start(), match.end(), match.group()) for match in PIECE.finditer(text)]
    for at, (_, _, word) in enumerate(pieces):
        if fold(_bare(word)) not in HEADS:
            continue
        first = at
        while first and _modifies(pieces[first - 1][2], at - first):
            first -= 1
        last = at
        if last + 2 < len(pieces) and pieces[last + 1][2] in OF:
            behind = last + 2 + (pieces[last + 2][2] == "the")
            while behind < len(pieces) and pieces[behind][2][0].isupper():
                last, behind = behind, behind + 1
        if first and fold(pieces[first - 1][2]) in INDEFINITE:
            continue
        words = [_bare(piece) for _, _, piece in pieces[first : last + 1]]
        yield Actor(pieces[first][0], pieces[last][1], stem(fold(_bare(word))), _stems(words))


def _by_name(reading: Reading) -> Iterator[Actor]:
    """Capitalised names that are no places, laws or months."""
    places = [one.span for one in reading.mentions if one.label in (Label.GPE, Label.LOC)]
    known = [one.span for one in reading.mentions if one.label not in (Label.GPE, Label.LOC)]
    for name in names(reading.text):
        for found in re.finditer(re.escape(name) + r"\b", reading.text):
            words = [_bare(word) for word in PIECE.findall(name) if word[0].isalpha()]
            place = any(span.start < found.end() and found.start() < span.end for span in places)
            sure = len(words) > 1 or any(span.start < found.end() and found.start() < span.end for span in known)
            if words and sure and not place and not TEXTS & set(words) and _stems(words):
                yield Actor(*found.span(), stem(fold(words[-1])), _stems(words))


def _bare(word: str) -> str:
    return re.sub(r"[’']s?\Z", "", word)


def _modifies(word: str, taken: int) -> bool:
    """Whether a word before a head belongs to it."""
    if not word[0].isalpha() or fold(word) in CLOSED or is_adverb(fold(word)):
        return False
    return word[0].isupper() or (taken < MODIFIERS and fold(word) not in VERBS)


def _stems(words: list[str]) -> frozenset[str]:
    return frozenset(stem(fold(part)) for word in words for part in word.split("-") if fold(part) not in STOP_WORDS)
