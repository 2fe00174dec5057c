"""A cover -> the body that issued the paper: "Published by ...", above the title, in the imprint, © ... 2013.

The body that an author works for is not the issuer: a line under a name counts only if the paper says more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.metadata.authors import LABELLED
from corpus.metadata.bodies import MOST_WORDS, SMALL, is_body
from corpus.metadata.cover import Cover, Line
from corpus.metadata.dates import only_date, without_date
from corpus.metadata.names import names
from corpus.metadata.series import KIND, of_line
from corpus.metadata.wording import CONTACT

PUBLISHED = re.compile(
    r"""(?: ^(?:published|issued|a\s+publication)\s+(?:in\s+\d{4}\s+)?(?:by|of)\s+ | ^publisher\s*:\s*
          | \bis\s+(?:published|issued)\s+by\s+
          | \bis\s+a\s+publication\s+of\s+ | ^publicado\s+por:?\s+ | ^publié\s+par:?\s+ | ^éditeur\s*:\s*
          | ^herausgegeben\s+von:?\s+
          | ^herausgeber(?:in)?\s*:\s* | ^editado\s+por:?\s+ | ^uitgegeven\s+door:?\s+ )
        (?:the\s+|el\s+|la\s+|le\s+|l[’']|der\s+|die\s+|dem\s+|o\s+|a\s+)?
        (?P<body>(?-i:[^\W\d_a-zà-öø-ÿ])[^.;:,()©]*?) \s* (?:[.;:,()©]|\bin\s+(?:19|20)\d\d|(?:19|20)\d\d|$
          |\swith\s|\s(?:and|under)\s+(?:is|the)\s)""",
    re.VERBOSE | re.IGNORECASE,
)
NO_ISSUE = re.compile(
    r"\b(?:report|study|paper|book|article|survey|data|figures|statistics|it|which|that)\s+is\s+published",
    re.IGNORECASE,
)
RIGHTS = re.compile(r"(?:©|\(c\)|copyright)\s*(?:©|\(c\)|copyright)?\s*(?:by\s+)?(?P<holder>[^.;©]*)", re.IGNORECASE)
RESERVED = re.compile(
    r"\b(?:all\s+rights\s+reserved|some\s+rights|licen[cs]ed|under\s+(?:a\s+)?creative|by)\b.*", re.IGNORECASE
)
NEAR = 3
"""Lines within which an address is that of the person above."""
LEADING_THE = re.compile(r"the\s+", re.IGNORECASE)
ACRONYM = re.compile(r"[A-Z]{3,10}")


def institution(cover: Cover, authors: Sequence[str]) -> str | None:
    """The body that issued the paper as stated, None when none is stated for sure."""
    for told in (
        _published(cover),
        _above(cover),
        _of_series(cover),
        _with_address(cover),
        _rights(cover, authors),
        _below(cover),
    ):
        found = next(told, None)
        if found is not None:
            return found
    return None


def _published(cover: Cover) -> Iterator[str]:
    """The body behind "Published by"."""
    lines = [line.words for line in (*cover.imprint, *cover.back)]
    for words in lines:
        found = PUBLISHED.search(words)
        if found and not NO_ISSUE.search(words):
            body = " ".join(found["body"].split())
            if len(body.split()) <= MOST_WORDS and not names(body).sure:
                yield body


def _above(cover: Cover) -> Iterator[str]:
    """A body above the title, or on a running line of the front."""
    for line in cover.above:
        body = is_body(line.words)
        if body:
            yield body


def _of_series(cover: Cover) -> Iterator[str]:
    """The body before the kind in "Elm House Institute Policy Brief No. 12"."""
    for line in (*cover.above, *cover.below):
        read = of_line(line.words)
        found = KIND.search(line.words) if read and read.series else None
        body = is_body(line.words[: found.start()]) if found else None
        if body:
            yield body


def _with_address(cover: Cover) -> Iterator[str]:
    """A body with its address right below it, at the back or on the front."""
    for lines in (cover.back, cover.below):
        for at, line in enumerate(lines):
            if not any(_is_address(each) for each in lines[at + 1 : at + 2]):
                continue
            body = is_body(line.words)
            if body and not any(map(_names_people, lines[max(at - NEAR, 0) : at])):
                yield body


def _is_address(line: Line) -> bool:
    words = line.words
    street = re.match(r"(?:\d+\s\S|[^\d]{3,40},?\s\d{1,6}\b)", words) is not None and only_date(words) is None
    return CONTACT.search(words) is not None or (street and len(words) < 100 and of_line(words) is None)


def _rights(cover: Cover, authors: Sequence[str]) -> Iterator[str]:
    """The holder of "© 2013 Elm House Institute", when it is a body and no person."""
    for line in (*cover.imprint, *cover.back):
        found = RIGHTS.match(line.words)
        if not found:
            continue
        holder = LEADING_THE.sub("", RESERVED.sub("", without_date(found["holder"])).strip(" ,–—-"), count=1)
        holder = holder.split(",")[0].strip(" ,")
        body = is_body(holder) or (holder if ACRONYM.fullmatch(holder) else None)
        if body and body not in authors:
            yield body


def _below(cover: Cover) -> Iterator[str]:
    """The one body below the title: under no author, or right above the series or the date, as on a cover."""
    lines = cover.below
    bodies = {body for line in lines if (body := is_body(line.words))}
    if len(bodies) == 1:
        for at, line in enumerate(lines):
            named = any(map(_names_people, lines[max(at - NEAR, 0) : at]))
            if is_body(line.words) and (not named or _is_imprint(lines[at + 1 : at + 3])):
                yield from bodies
    for line, after in pairwise(lines):
        if not bodies and _is_imprint((after,)) and of_line(after.words) and _may_be_body(line.words):
            yield line.words


def _is_imprint(lines: Sequence[Line]) -> bool:
    """Whether lines say which series and date, and name nobody in between."""
    for line in lines:
        if of_line(line.words) or only_date(line.words.rsplit(",", 1)[-1]):
            return True
        if names(line.words).names:
            return False
    return False


def _names_people(line: Line) -> bool:
    return bool(names(LABELLED.sub("", line.words)).names)


def _may_be_body(words: str) -> bool:
    """Whether a line above a series can be the name of a body without a word for one: "Table Talks for Rivers"."""
    told = words.split()
    capital = all(word[0].isupper() for word in told if word.lower() not in SMALL)
    joined = any(word.lower() in SMALL for word in told[1:-1]) and 2 < len(told) <= MOST_WORDS
    plain = words[-1].isalnum() and not any(char.isdigit() or char in ",:;?!@" for char in words)
    return capital and joined and plain and not names(words).names and of_line(words) is None
