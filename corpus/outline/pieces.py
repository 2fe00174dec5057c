"""A run of lines -> what its form alone tells: table, caption, page number, list item ... or a paragraph.

A table of contents is told by its form too: lines that end in page numbers, which never go down.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.model import Block, BlockKind
from corpus.outline.lines import Line, is_tabular, printed
from corpus.prose import plain

LONGEST_HEADING = 120
LONGEST_CAPTION = 300

CAPTION = re.compile(
    r"""(?: (?:Figure|Fig\.|Table|Chart|Map|Box|Graph|Graphic|Exhibit|Photo|Image|Infographic|Diagram
            |Figura|Tabla|Cuadro|Gr[áa]fico|Mapa|Tableau|Carte)
          \s+ (?: [A-Z]{0,2}[.-]?\d+ (?:[.-]\d+)* [a-z]? | [IVX]+ ) \s* (?: [.:–—|-] | \s(?=[A-Z]) | $ )
        | (?:Table|Figure|Chart|Map) : \s )""",
    re.VERBOSE,
)
SOURCE_LINE = re.compile(r"(?:Sources?|Data|Fuentes?|Note|Notes)\s*:\s*\S")
CREDIT = re.compile(
    r"(?:UN |AP |AFP |REUTERS )?(?:PHOTO|PICTURE|IMAGE)S?\b|(?:Photo|Picture|Image)s?(?: credit| by|:)|Credit:"
)
ITEM = re.compile(r"[-*•‣◦▪·]\s+\S|[–—]\s+(?=\S{3,}\s)|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+\S")
NUMBER_ALONE = re.compile(
    r"(?:[-–—|]\s*)?(?:p(?:age|\.)?\s*)?(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*[-–—|])?",
    re.IGNORECASE,
)
QUOTED = re.compile(r">\s?")
IMPRINT = re.compile(
    r"""©|\(c\)\s\d{4}|\Acopyright\b(?!\ of\b)|copyright\ (?:\d{4}|by\b|holder)|all\ rights\ reserved|ISSN|ISBN
      | creative\ commons""",
    re.VERBOSE | re.IGNORECASE,
)
CALL = re.compile(
    r"""(?:join|follow|contact)\ us\b|subscribe\b|sign\ up\ (?:for|to)\b|share\ this\b|read\ more\b|click\ here\b
      | (?:we|this\ site)\ uses?\ cookies|cookie\ (?:policy|settings)|printed\ (?:in|by)\b""",
    re.VERBOSE | re.IGNORECASE,
)
LONGEST_CALL = 70
"""Characters: "Share this article"; a longer piece that begins so may well be a sentence of the paper."""
ADDRESS_ALONE = re.compile(r"<?(?:https?://|www\.)\S+>?|\S+@\S+\.\w+")
SENTENCE_END = re.compile(r"[.!?…:;,][\"'”’)\]*_⁰¹²³⁴-⁹\d]*$")
LEANS_FORWARD = re.compile(
    r"""(?:[,–—-]|\b(?:the|a|an|of|in|on|at|to|for|from|by|with|and|or|but|as|that|which|who|whose|its|their|his|her|this
      |these|those|is|are|was|were|has|have|had|be|been|not|than|between|into|per|some|more|most|such|de|la|el|los))\s*$""",
    re.VERBOSE,
)
"""Words that no heading and no sentence ends on."""
LETTER = re.compile(r"[^\W\d_]")

CONTENTS = re.compile(
    r"""(?:table\s+of\s+)?contents(?:\s+page)? | (?:what[’']s\s+)?in\s+this\s+(?:issue|report|paper|brief)
      | lists?\s+of\s+(?:figures|tables|boxes|maps|charts|annexes|appendices|illustrations|photographs)
            (?:\s+and\s+\w+)?
      | [íi]ndice(?:\s+(?:general|geral|de\s+\w+))? | (?:tabla\s+de\s+)?contenidos? | conte[úu]do
      | sommaire | table\s+des\s+(?:mati[èe]res|figures|tableaux) | sum[áa]rio | sommario
      | inhalt(?:s(?:verzeichnis|[üu]bersicht))? | inhoud(?:sopgave)?""",
    re.VERBOSE | re.IGNORECASE,
)
PAGE_AFTER_DOTS = re.compile(r"\S.*?(?:(?:\s?[.·_]){4,}|(?:\s?…){2,})\s*(\d{1,4}|[ivxlc]{1,7})\s*$")
"""An entry of a table of contents, wherever it stands: "2.1 Rivers ........ 12", "Foreword . . . . iv"."""
PAGE_AFTER_GAP = re.compile(r"\S.*?(?:[.…·_\s]*(?:\t|\s\s)\s*(\d{1,4}|[ivxlc]{1,7})|[.…·_]*\s(\d{1,3}))\s*$")
"""An entry under the heading of one: "2.1 Rivers    12", "2.1 Rivers 12"."""
UNLISTED = frozenset({BlockKind.PAGE_NUMBER, BlockKind.TITLE, BlockKind.REFERENCE, BlockKind.NOTE, BlockKind.CREDIT})
"""What is no entry of a table of contents, whatever it ends in."""
LONGEST_ENTRY = 200
MOST_UNPAGED = 2
"""Lines without a page in a row that a table of contents may hold: the name of a part above its chapters."""

FURNISHING = frozenset({BlockKind.PAGE_NUMBER, BlockKind.RUNNING_HEAD, BlockKind.CREDIT, BlockKind.FURNITURE})


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of lines that is becoming a block."""

    block: Block
    text: str
    """Its prose, on one line."""
    run: tuple[Line, ...]

    @property
    def kind(self) -> BlockKind:
        """The kind of its block."""
        return self.block.kind

    def turned(self, kind: BlockKind, level: int = 0) -> Piece:
        """The same piece, known to be something else."""
        return replace(self, block=Block(self.block.span, kind, level))


def piece(text: str, run: Sequence[Line]) -> Piece:
    """The piece that `run`, a run of lines of `text`, is by itself."""
    span = printed(run)
    words = plain(text, span)
    return Piece(Block(span, _kind(words, run)), words, tuple(run))


def _is_boilerplate(words: str) -> bool:
    if len(words) < LONGEST_CALL and CALL.match(words):
        return True
    return (IMPRINT.search if len(words) < LONGEST_CAPTION else IMPRINT.match)(words) is not None


FORMS: tuple[tuple[BlockKind, Callable[[str], object]], ...] = (
    (BlockKind.PAGE_NUMBER, NUMBER_ALONE.fullmatch),
    (BlockKind.CREDIT, lambda words: len(words) < LONGEST_HEADING and CREDIT.match(words)),
    (BlockKind.CAPTION, lambda words: len(words) < LONGEST_CAPTION and CAPTION.match(words)),
    (BlockKind.SOURCE_LINE, SOURCE_LINE.match),
    (BlockKind.FURNITURE, ADDRESS_ALONE.fullmatch),
    (BlockKind.BOILERPLATE, _is_boilerplate),
)
"""First match wins; what matches none is a list item or a paragraph."""


def _kind(words: str, run: Sequence[Line]) -> BlockKind:
    if all(is_tabular(line) for line in run) and (len(run) > 1 or run[0].text.count("\t") > 1):
        return BlockKind.TABLE
    if all(QUOTED.match(line.text.lstrip("\ufeff \t")) for line in run):
        return BlockKind.BLOCK_QUOTE
    for kind, matches in FORMS:
        if matches(words):
            return kind
    return BlockKind.LIST_ITEM if ITEM.match(run[0].text.lstrip("\ufeff \t")) else BlockKind.PARAGRAPH


def contents(pieces: Sequence[Piece]) -> list[Piece]:
    """The same pieces with the entries of tables of contents as furniture; the heading above them stays."""
    found = list(pieces)
    for first, last in _dotted(pieces):
        for at in range(first, last):
            found[at] = found[at].turned(BlockKind.FURNITURE)
    for at, one in enumerate(pieces):
        if CONTENTS.fullmatch(one.text.strip("#*_:. ")):
            for below in _entries(pieces, at + 1):
                found[below] = found[below].turned(BlockKind.FURNITURE)
    return found


def _dotted(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """First and last-but-one of neighbours that are all entries with leaders; a table's figures go down, too."""
    first = 0
    pages: list[int] = []
    for at, one in enumerate([*pieces, None]):
        told = _ends(one, PAGE_AFTER_DOTS) if one else []
        if not told and pages:
            if pages == sorted(pages):
                yield first, at
            pages = []
        if told and not pages:
            first = at
        pages += told


def _entries(pieces: Sequence[Piece], start: int) -> list[int]:
    """The places of the entries from `start` on: while the pages that they end in do not go down."""
    found: list[int] = []
    unpaged: list[int] = []
    page = count = 0
    for at in range(start, len(pieces)):
        one = pieces[at]
        if one.kind is BlockKind.PAGE_NUMBER:
            alone = one.text.isdecimal() and int(one.text) >= page
            page, found, unpaged = (int(one.text), found + unpaged, []) if alone and unpaged else (page, found, unpaged)
            continue
        pages = _ends(one, PAGE_AFTER_DOTS) or _ends(one, PAGE_AFTER_GAP)
        if pages and page <= pages[0] and pages == sorted(pages):
            page, count = pages[-1], count + len(pages)
            found += [*unpaged, at]
            unpaged = []
        elif len(unpaged) < MOST_UNPAGED and len(one.text) <= LONGEST_HEADING and not SENTENCE_END.search(one.text):
            unpaged.append(at)
        else:
            break
    return found if count != 1 or pieces[found[-1]].text.count("..") else []


def _ends(one: Piece, form: re.Pattern[str]) -> list[int]:
    """The pages (0: roman) that its lines end in, if the last and most others do: a long entry takes two lines."""
    if one.kind in UNLISTED or any(line.length > LONGEST_ENTRY for line in one.run):
        return []
    told = [form.match(line.text.strip("\ufeff ")) for line in one.run]
    if told[-1] is None or 2 * sum(match is not None for match in told) < len(told):
        return []
    pages = [next(group for group in match.groups() if group) for match in told if match]
    return [int(page) if page.isdecimal() else 0 for page in pages]
