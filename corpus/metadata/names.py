"""A line -> the people it names, when it names nothing else: "Jane Roe, PhD, and John Doe, Elm House"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.metadata.dates import iso
from corpus.metadata.wording import BODY, CONTACT, DEGREE, HONORIFIC, PLACE, POST, SUFFIX

LONGEST = 500
"""Characters of a line of names."""
MOST_WORDS = 6
AND = re.compile(r"\s*(?:;|,?\s+&\s+|,?\s+\b(?:and|und|with|et|avec|con|mit)\b\s+|\s+/\s+)\s*", re.IGNORECASE)
SOFT_AND = re.compile(r"\s+(?:y|e)\s+")
"""Between two names, but also inside one: "Ortega y Gasset"."""
PARTICLES = frozenset(
    """
    de da do dos das del della di du des la le las los van von der den ter ten zu zur zum af av bin ibn al el bint
    ben ap e y st. d’ d'
    """.split()
)
NUMERAL = re.compile("[IV]{2,3}")
ELISION = re.compile(r"(?:[a-z]{1,2})?[’'‘]")
"""The d' of d'Arcy."""
BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]|<[^<>]*>")
FULL_STOP = re.compile(r"[^\W\d_]{4,}\.$")
"""Behind an initial or "Jr." a dot is no end of a sentence."""
MARKS = re.compile(r"(?<=[\w.])(?:\s?[⁰¹²³⁴-⁹*†‡§¶#]+|\d{1,2}(?:,\d{1,2})*(?!\w))")
"""Note markers behind a name."""
NO_NAME = frozenset(
    """
    the and of for in on to with from an a at by or not as is are what why how when where this that new final draft
    executive summary
    introduction overview abstract contents report reports paper papers brief briefs note notes series policy
    research study studies
    working discussion issue issues volume review journal analysis key findings conclusion conclusions
    recommendations annex appendix
    table figure chapter section part page january february march october november december confidential embargoed
    copyright
    informe documento trabajo rapport document travail bericht studie
    """.split()
)
"""Words that stand in no name, whatever their case."""


POST_KINDS = frozenset(
    """
    managing general regional national international program programme project technical legal political country science
    scientific
    """.split()
)
"""Words before a post that belong to it."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a line says when it is read as a list of people."""

    names: tuple[str, ...]
    sure: bool
    """Whether something but the look of the words says that they are people: a post, a degree, a rank, "and"."""


NOBODY = Read((), sure=False)


def names(words: str, *, announced: bool = False) -> Read:
    """The people that a line names, when it names nothing else; posts, degrees and bodies behind a name are left out.

    `announced`: a word before it says that names follow, so that "Roe, Jane" is one.
    """
    bare = MARKS.sub("", BRACKETS.sub("", words)).strip(" ,;:*–—-")
    bare = bare[:-1] if FULL_STOP.search(bare) else bare
    if not bare or len(bare) > LONGEST or iso(bare) or CONTACT.search(bare):
        return NOBODY
    chunks = [chunk for chunk in AND.split(bare) if chunk]
    turned = _turned(chunks, announced)
    if turned:
        return Read(turned, sure=True)
    found: list[str] = []
    sure = len(chunks) > 1
    for part in (part.strip() for chunk in chunks for part in chunk.split(",") if part.strip()):
        read = _persons(part)
        if read:
            found += read
            sure = sure or len(found) > 1 or HONORIFIC.match(part) is not None or _has_initial(part)
        elif not found or not _belongs(part):
            return NOBODY
        elif SUFFIX.fullmatch(part):
            found[-1] = f"{found[-1]} {part}"
        else:
            sure = True
    return Read(tuple(dict.fromkeys(found)), sure)


def _persons(part: str) -> list[str]:
    """The one person that `part` names, with the post that follows left out; two apart by "y" or "e"; or none."""
    title = HONORIFIC.match(part)
    name = part[title.end() :] if title else part
    post = POST.search(name)
    name = name if post is None else _without_kind(name[: post.start()])
    halves = SOFT_AND.split(name)
    if len(halves) > 1 and all(_is_name(half) for half in halves):
        return [_cased(half) for half in halves]
    return [_cased(name)] if _is_name(name) else []


def _without_kind(words: str) -> str:
    """A name without the "Research" of "Jane Roe Research Director"."""
    told = words.split()
    while told and (told[-1].lower() in NO_NAME or told[-1].lower() in POST_KINDS):
        told.pop()
    return " ".join(told)


def _is_name(words: str) -> bool:
    """Two words or more with a capital each, particles aside, none of which stands in no name."""
    told = words.split()
    if not 2 <= len(told) <= MOST_WORDS or BODY.search(words) or POST.search(words) or PLACE.fullmatch(words):
        return False
    capital = [word for at, word in enumerate(told) if not (at and _is_particle(word))]
    return len(capital) > 1 and len(capital[-1].strip(".")) > 1 and all(map(_is_part, capital))


def _is_particle(word: str) -> bool:
    """Whether a word, not the first of a name, is its "de la" or "VAN DER"; the Ben of "Ben Ito" is none."""
    return word in PARTICLES or (word.upper() == word and word.lower() in PARTICLES)


def _is_part(word: str) -> bool:
    """Whether a word can be part of a name: "Jane", "O’Brien-Roe", "J.", "J.-P."."""
    letters = re.sub(r"[.’'‘-]", "", word)
    opening = ELISION.sub("", word)[:1]
    return letters.isalpha() and opening.isupper() and word.lower() not in NO_NAME


def _has_initial(words: str) -> bool:
    return re.search(r"\b[^\W\d_]\.", words) is not None


def _cased(name: str) -> str:
    """A name all in capitals in its usual case; other names as they are."""
    if name.upper() != name or not any(len(word.strip(".")) > 2 for word in name.split()):
        return name
    first, *rest = name.split()
    told = [first.title() if len(first.strip(".")) > 1 and first.count(".") < 2 else first]
    told += [word.lower() if word.lower() in PARTICLES else _capital(word) for word in rest]
    return " ".join(re.sub(r"(?<=[’'])\w", lambda m: m[0].upper(), word) for word in told)


def _capital(word: str) -> str:
    """A word of capitals with only its first left; initials and "II" stay."""
    keeps = "." in word or NUMERAL.fullmatch(word) is not None
    return word.title() if SUFFIX.fullmatch(word) and word[0] in "JS" else word if keeps else word.title()


def _turned(chunks: Sequence[str], announced: bool) -> tuple[str, ...]:
    """Names with the family first: "Roe, Jane and Doe, J.". Alone and unannounced it might be a place."""
    pairs = [[part.strip() for part in chunk.split(",") if part.strip()] for chunk in chunks]
    if not pairs or not all(len(pair) == 2 and _is_name(f"{pair[1]} {pair[0]}") for pair in pairs):
        return ()
    family = all(len([word for word in pair[0].split() if word.lower() not in PARTICLES]) <= 2 for pair in pairs)
    plain = all(len(pair[0].split()) == 1 or not _is_name(pair[0]) for pair in pairs)
    given = all(len(pair[1].split()) <= 3 for pair in pairs)
    signed = announced or all(_has_initial(pair[1]) for pair in pairs)
    return tuple(_cased(f"{pair[1]} {pair[0]}") for pair in pairs) if family and plain and given and signed else ()


def _belongs(part: str) -> bool:
    """Whether `part`, behind a name, tells of the person: a degree, a post, a body, a few words of either."""
    told = DEGREE.fullmatch(part) or SUFFIX.fullmatch(part) or POST.search(part) or BODY.search(part)
    return told is not None or len(part.split()) <= 4
