"""A cover -> the authors it names, in order: "By Jane Roe and John Doe", a line of names, "About the authors".

What looks like a name but might be a subtitle or a place counts only with a sign that it is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.metadata.cover import Cover, Line
from corpus.metadata.dates import iso
from corpus.metadata.names import MARKS, NOBODY, names
from corpus.metadata.wording import BODY, CONTACT, PLACE, POST
from corpus.model import BlockKind

MOST_SKIPPED = 3
"""Lines that may stand between "Authors:" and the first name."""
LABEL = re.compile(
    r"""(?: by | authors? | authored\s+by | (?:written|prepared|compiled)\s+by
      | (?:lead|principal|contributing)\s+authors?
      | autor(?:a|es|as|en|in|innen|:in|:innen|e|i)?(?:\(\w+\))? | auteure?s? | por | par | von | di
      | (?:testimony|statement|remarks)\s+(?:of|by)
      | (?:escrito|elaborado|preparado)\s+por | (?:rédigé|écrit|préparé)\s+par | (?:verfasst|geschrieben)\s+von )
      (?:\(s\))? (?: \s*[:/]+\s* | \s+ | \s*$ ) (?P<names>.*?)
      (?:\s+(?:before|for|to|para|für|pour)\s.*)?""",
    re.VERBOSE | re.IGNORECASE,
)
"""What announces the authors; whom it was written for is no part of their names."""
LABELLED = re.compile(r"by\s*:?\s+", re.IGNORECASE)
CITE_AS = re.compile(
    r"""(?:(?:suggested|recommended|preferred|how\s+to)\s+cit(?:ation|e)|(?:please\s+)?cite\s+(?:this\s+\w+\s+)?as|citation
      |to\s+cite\s+this\s+\w+|cómo\s+citar|cita\s+(?:sugerida|recomendada)|pour\s+citer(?:\s+ce\s+\w+)?
      |citação\s+sugerida
      |zitiervorschlag|zitierweise)[^:]{0,30}:\s*(?P<names>.*?)(?P<year>\(?(?:19|20)\d\d)""",
    re.VERBOSE | re.IGNORECASE,
)
ABOUT = re.compile(
    r"""(?:about|notes?\s+on)\s+(?:the\s+)?(?:contributing\s+)?authors?|author\s+(?:bio(?:graphy|s)?|information|note)
      |(?:sobre|acerca\s+de)\s+(?:el\s+|la\s+|los\s+|las\s+|o\s+|os\s+)?autor(?:a|es|as)?(?:\(\w+\))?
      |(?:à\s+propos\s+de\s+l['’]|l['’]|les\s+)auteure?s?|(?:über|zu)\s+(?:den|die|der)\s+autor(?:en|in|innen)?""",
    re.VERBOSE | re.IGNORECASE,
)
DOES = re.compile(
    r"""\s(?:is|was|are|were|has|works|serves|served|holds|teaches|leads|es|era|fue|trabaja|est|était|travaille|é|foi|ist
      |war)\s""",
    re.VERBOSE,
)


def authors(cover: Cover) -> tuple[str, ...]:
    """The authors as stated on the cover, else in the citation it suggests, else in what it tells about them."""
    lines = (*cover.below, *cover.above)
    return (
        _announced(cover, lines)
        or _listed(cover, cover.below)
        or _listed(cover, cover.above, sure=True)
        or _told(cover)
    )


def _announced(cover: Cover, lines: Sequence[Line]) -> tuple[str, ...]:
    """The names behind "By" or "Authors:", on its line and on those that follow."""
    for at, line in enumerate(lines):
        label = LABEL.fullmatch(line.words)
        if label is None:
            continue
        told = names(label["names"], announced=True).names
        if told or not label["names"].strip(" :/"):
            found = (*told, *_following(cover, lines[at + 1 :], announced=not told))
            if found:
                return tuple(dict.fromkeys(found))
    return ()


def _following(cover: Cover, lines: Sequence[Line], *, announced: bool) -> list[str]:
    """The names on the lines that follow, posts and dates between them passed over, up to a line that is neither."""
    found: list[str] = []
    skipped = 0
    for line in lines:
        read = names(LABELLED.sub("", line.words), announced=announced)
        if read.names and (announced or cover.known(read.names, line.words)):
            found += read.names
            skipped = 0
        elif not _between(line) or skipped >= MOST_SKIPPED:
            break
        else:
            skipped += 1
    return found


def _listed(cover: Cover, lines: Sequence[Line], *, sure: bool = False) -> tuple[str, ...]:
    """Lines that are nothing but names, with posts, bodies and dates between them: a byline without "by"."""
    found: list[str] = []
    title = {word.lower().strip(".,:;") for word in (cover.title or "").split()}
    for at, line in enumerate(lines):
        read = names(line.words)
        after = lines[at + 1].words if at + 1 < len(lines) else ""
        signed = read.sure or line.marked or MARKS.search(line.words) is not None or _is_post(after)
        told = {word.lower() for name in read.names for word in name.split()}
        if read.names and (signed or not (sure or title & told)) and cover.known(read.names, line.words):
            found += read.names
        elif found and not _between(line):
            break
    return tuple(dict.fromkeys(found))


def _told(cover: Cover) -> tuple[str, ...]:
    """The authors in the citation that a paper suggests for itself, or under "About the authors"."""
    kinds = frozenset({BlockKind.PARAGRAPH, BlockKind.BOILERPLATE, BlockKind.FRONT_MATTER})
    for words in cover.told_of(kinds):
        cited = CITE_AS.match(words)
        if cited:
            return names(cited["names"].rstrip(" ,("), announced=True).names
    found: list[str] = []
    for words in cover.under(ABOUT):
        does = DOES.search(words)
        read = names(words[: does.start()]) if does else NOBODY
        found += read.names
    return tuple(dict.fromkeys(found))


def _is_post(words: str) -> bool:
    """Whether a line tells what somebody is, and is no name itself."""
    return POST.search(words) is not None and len(words) < 160 and not words.endswith((".", "!", "?"))


def _between(line: Line) -> bool:
    """Whether a line may stand between the names of a byline: a post, a body, a date, an address, a place."""
    words = line.words
    told = POST.search(words) or BODY.search(words) or CONTACT.search(words) or PLACE.fullmatch(words)
    return len(words) < 160 and (told is not None or iso(words) is not None or not any(map(str.isalpha, words)))
