"""A paper and its blocks -> what it states about itself. What it does not state stays empty.

What its file states in fields meant for it holds before what its words say, field by field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from corpus.metadata.authors import CITE_AS, authors
from corpus.metadata.cover import Cover, Line
from corpus.metadata.dates import iso, only_date, without_date
from corpus.metadata.facts import Facts, Statement, Told, effective, facts_of
from corpus.metadata.fields import facts_in, load_yaml
from corpus.metadata.institutions import RIGHTS, institution
from corpus.metadata.languages import KNOWN, language
from corpus.metadata.names import names
from corpus.metadata.series import KIND, of_line, series
from corpus.model import Block, BlockKind, Metadata, Paper
from corpus.outline.markup import front_matter

LONGEST_DATE_LINE = 60
PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE})
LAST_LINES = 3
DATED = re.compile(
    r"""(?:(?:first\s+)?published(?:\s+(?:on|in|online))?|publication\s+date|date(?:\s+of\s+(?:publication|issue))?|released?
      |issued|posted(?:\s+on)?|fecha(?:\s+de\s+publicación)?|publicado(?:\s+(?:en|em))?|publié(?:\s+(?:le|en))?
      |date\s+de\s+publication
      |veröffentlicht(?:\s+am)?|datum|stand|data(?:\s+de\s+publicação)?)\s*[:|]?\s*""",
    re.VERBOSE | re.IGNORECASE,
)
"""What announces the date."""
OTHER_DATE = re.compile(
    r"""\b(?:access(?:ed)?|received|accepted|submitted|revised|updated|modified|conference|workshop|held|meeting|hearing|session
      |deadline|data|as\s+of|since|until|from|vision|agenda|strategy|plan|horizon|between|born|forthcoming
      |consultado|acesso)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Dates of something else."""


def metadata(paper: Paper, blocks: Sequence[Block]) -> Metadata:
    """What `paper` states: in `paper.metadata`, where its reader put the file's own fields, front matter, words."""
    cover = Cover(paper, blocks)
    prose = (paper.text[block.span.start : block.span.end] for block in blocks if block.kind in PROSE)
    spoken = language(prose)
    known = {**_front_matter(paper), **_fields(paper.metadata, spoken)}
    told = facts_of(replace(_in_words(cover, known), language=spoken))
    return effective({Told.PAPER: Statement({**told, **known})})


def _fields(stated: Metadata, spoken: str | None) -> Facts:
    """What the file's own fields state. A language that its words belie is but the default of whoever wrote it."""
    primary = (stated.language or "").split("-")[0]
    belied = spoken is not None and primary in KNOWN and primary != spoken
    return facts_of(replace(stated, language=None) if belied else stated)


def _front_matter(paper: Paper) -> Facts:
    span = front_matter(paper.text) if paper.source.format == "markdown" else None
    if span is None:
        return {}
    try:
        stated = load_yaml(paper.text[span.start : span.end])
    except ValueError:
        return {}  # a paper that opens with two rules is no front matter; its words are still kept and searched
    return facts_in(stated) if isinstance(stated, Mapping) else {}


def _in_words(cover: Cover, known: Facts) -> Metadata:
    """What the cover says, the authors it is known to have left out of the bodies."""
    front = [line.words for line in (*cover.above, *cover.below)]
    found = series((line.words for line in cover.imprint), [cover.title or "", *front], cover.opening)
    written = authors(cover)
    return Metadata(
        title=cover.title,
        authors=written,
        date=next(_dates(cover), None),
        institution=institution(cover, written or tuple(known.get("authors", ()))),
        series=found.series,
        genre=found.genre,
    )


def _dates(cover: Cover) -> Iterator[str]:
    """Dates of the paper, the surest first: announced, alone, beside a place or series, ©, cited, at its end."""
    front = [line.words for line in (*cover.below, *cover.above)]
    yield from (found for words in front if (label := DATED.match(words)) and (found := iso(words[label.end() :])))
    own = [words for words in front if not OTHER_DATE.search(words)]
    yield from (found for words in own if (found := only_date(words)))
    yield from (found for words in own if len(words) <= LONGEST_DATE_LINE and (found := _beside(words)))
    imprint = [line.words for line in (*cover.imprint, *cover.back)]
    yield from (
        found for words in imprint if (label := DATED.match(words)) and (found := only_date(words[label.end() :]))
    )
    yield from (found for words in imprint if RIGHTS.match(words) and (found := iso(words)))
    kinds = frozenset({BlockKind.PARAGRAPH, BlockKind.BOILERPLATE, BlockKind.FRONT_MATTER})
    cited = (CITE_AS.match(words) for words in cover.told_of(kinds))
    yield from (found for match in cited if match and (found := iso(match["year"].strip("("))))
    yield from _signed(cover.back[-LAST_LINES:])


def _beside(words: str) -> str | None:
    """The date on a line on which only a place, a name or a series stands beside it."""
    found = iso(words)
    rest = without_date(words).strip(" ,.;:()–—-")
    if found is None or not rest:
        return found
    exact = "-" in found
    named = of_line(rest) is not None or KIND.search(rest) is not None or bool(names(rest).names)
    placed = len(rest.split()) <= (6 if exact else 3) and rest[:1].isupper() and rest.count(".") <= 1
    return found if named or (placed and (exact or "," in words)) else None


def _signed(lines: Sequence[Line]) -> Iterator[str]:
    """The date at the very end, as a letter is dated: alone, or with the place before it."""
    for line in lines:
        place, _, last = line.words.rpartition(", ")
        whole = only_date(line.words)
        dated = whole or (only_date(last) if place and len(place.split()) <= 4 else None)
        if dated and "-" in dated:
            yield dated
