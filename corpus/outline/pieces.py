"""A run of lines -> what its form alone tells: table, caption, page number, list item ... or a paragraph.

A table of contents is told by its form too: lines that end in page numbers, which never go down.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.labels import CAPTION
from corpus.model import Block, BlockKind
from corpus.outline.lines import Line, printed
from corpus.prose import plain

LONGEST_HEADING = 120
LONGEST_CAPTION = 300

REMARK = re.compile(
    r"""(?P<source>(?:Data\s)?Sources?(?:\s(?:and|&)\sNotes?)?|SOURCES?|Data|Fuentes?(?:\sy\snotas?)?|FUENTES?|Fontes?|FONTES?
          |Fonti|Quellen?|QUELLEN?|Elaboraci[óo]n|Elabora[çc][ãa]o)\s?[:：]\s*\S
      | (?P<note>Notes?|NOTES?|N\.?B\.?|Notas?|NOTAS?|Nota\sbene|Remarques?|Anmerkung(?:en)?|Hinweise?|Observa[çc][õo]es
          |Legend|L[ée]gende|Leyenda|Legenda|Key\sto\s\w+)\s?[:：]\s*\S""",
    re.VERBOSE,
)
"""How a line beneath an exhibit begins that says whose data they are, or explains them."""
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
PAGE_AFTER_GAP = re.compile(r"\S.*?(?:(?:\t|\s\s)\s*(\d{1,4}|[ivxlc]{1,7})|\s(\d{1,3}))\s*$")
"""An entry under the heading of one: "2.1 Rivers    12", "2.1 Rivers 12"."""
SET_APART = re.compile(r"(?:\t|\s\s|\.\s?\.|…)\s*\w+\s*$")
UNLISTED = frozenset({BlockKind.PAGE_NUMBER, BlockKind.TITLE, BlockKind.REFERENCE, BlockKind.NOTE, BlockKind.CREDIT})
"""What is no entry of a table of contents, whatever it ends in."""
LONGEST_ENTRY = 200
MOST_UNPAGED = 2
"""Lines without a page in a row that a table of contents may hold: the name of a part above its chapters."""

SECTION_NUMBER = re.compile(
    r"(?:Chapter|Section|Part)?\s*((?:\d{1,2}\.)+\d{0,2}|\d{1,2}|[IVX]{1,5}\.|[A-H]\.)\s+(?=[A-Z“\"‘])"
)
SECTION_WORD = re.compile(r"(?:chapter|section|part|annex|appendix)\s+(?:\d{1,2}|[ivx]{1,5}|[a-h])\b", re.IGNORECASE)
BIBLIOGRAPHY = re.compile(
    r"""(?:(?:list|table)\s+of\s+)? (?:selected\s+|select\s+|general\s+)?
        (?:references?(?:\s+list|\s+cited)?|bibliography|works\s+cited|sources|further\s+reading
          |literature(?:\s+cited|\s+list)?)
        (?:\s+(?:and|&)\s+(?:sources|further\s+reading|references|bibliography))?
      | (?:bibliograf[ií]a|bibliographie|refer[eê]ncias|r[ée]f[ée]rences)(?:\s+(?:bibliogr[áa]ficas
          |bibliographiques|citadas|consultada))?
      | (?:literatur|quellen)(?:verzeichnis|nachweise?)? | fuentes(?:\s+consultadas)?""",
    re.VERBOSE | re.IGNORECASE,
)
COUNT = r"""(?:(?:nos?|nr|n[úu]m(?:ero)?|num[ée]ro|number|nummer|vol(?:ume|umen)?|issue|band|n)\s?[.°ºo]{0,2}|[№#])
  \s?[A-Z]{0,4}[-/]?\d[\d/.:-]*[a-z]?"""
NO_TITLE = re.compile(
    rf"""(?:(?:[\w’'-]+\s+){{0,2}}
          (?:brief(?:ing)?s?|papers?|report|notes?|series|memo(?:randum)?|bulletin|review|fact\s?sheets?|backgrounders?
            |commentary|insights?|perspectives?|monographs?|case\s+study|op-?ed|bolet[íi]n|boletim|informe|relat[óo]rio
            |rapport|arbeitspapiere?|diskussionspapiere?|kurzanalyse|policy\s?paper|(?:abschluss|jahres)?bericht)
        | (?:documentos?|notas?|textos?|cuadernos?|cadernos?|resumen|sum[áa]rio|informe|relat[óo]rio)
          \s+(?:(?:de|para)\s+\w+|\w+[oa]s?|anual|final|especial)
        | (?:documents?|notes?|cahiers?|rapports?)\s+(?:d[e’']\s?\w+|annuel|final))
        (?:\s+series)? (?:[\s,:|–—-]*{COUNT}|\s+[\d/.-]+){{0,3}}
        (?:\s*[,|·•–—]\s*(?:\w+\.?\s+){{0,4}}(?:19|20)\d\d)?
      |(?:[\w’'&-]+\s+){{1,8}}(?:briefs?|papers?|reports?|notes?|memo|bulletin)(?:\s+series)?[\s,:|–—-]+{COUNT}
      |(?:(?:prepared|written|oral|opening)\s+)?testimony\s+(?:of|by|before|to)\b.*
      |(?:prepared|written|oral|opening)\s+statement\s+(?:of|by|before|to)\b.*
      |(?:(?:submitted|hearing)\s+)?(?:before|to)\s+the\s.*\b(?:committee|commission|senate|house|parliament
        |congress)\b.*
      |(?!(?:\w+\s+){{0,3}}(?:report|study|review|audit|assessment|evaluation|impact|role|future|history|reform|rise|fall
          |case|end|politics|making)\s+(?:of|on|for|in)\b)
        (?:the\s+)?(?:[\w’'-]+\s+){{0,5}}(?:institute|centre|center|university|foundation|college|council|ministry
        |department|agency|commission|office|forces|school|network|group|programme|program|association|bank)
        (?:\s+(?:for|of|on)\s.*)?""",
    re.VERBOSE | re.IGNORECASE,
)
"""Series, kinds and institutions stand above titles: "Brief No. 12", "Fact Sheet", "Centre for River Studies"."""
BYLINE = re.compile(
    r"(?:(?:written|prepared|edited|compiled)\s+)?(?:by|von|par|por|di|door)\s+[A-ZÀ-Þ].{2,100}(?<![.!?])$"
)
"""Names below a title, though they begin small."""
STATED = re.compile(
    r"""(?:key\s?words?(?:\s+and\s+phrases)?|JEL(?:\s+(?:codes?|classifications?))?|word\s+count|(?:suggested
        |recommended|preferred)\s+(?:citation|reference)|how\s+to\s+cite(?:\s+this\s+\w+)?|cite\s+as|to\s+cite
        |corresponding\s+author|palabras\s+clave|descriptores|mots[-\s]cl[ée]s|palavras[-\s]chave|parole\s+chiave
        |sch(?:lag|lüssel)w[öo]rter|trefwoorden|c[óo]mo\s+citar|pour\s+citer|zitiervorschlag)
        \s*[:.–—]\s*\S""",
    re.VERBOSE | re.IGNORECASE,
)
"""What a paper says of itself in a line of its front: "Keywords: boats, beds"."""
ABSTRACT = re.compile(
    r"(?:executive\s+)?summary|abstract|key\s+\w+|resumen(?:\s+ejecutivo)?|r[ée]sum[ée]|resumo|zusammenfassung",
    re.IGNORECASE,
)
CITES = re.compile(r"\bpp?\.\s?\d|\bibid\b|\bop\.\s?cit|https?:", re.IGNORECASE)
HASHES = re.compile(r"\s*(?:(#)\s+(?=[^\Wa-z]|[“\"‘])|(#{2,6})\s+\S)")
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

    @property
    def hashes(self) -> int:
        """How many open it, as in Markdown, from which plain text borrows them; its prose has none."""
        found = HASHES.match(self.run[0].text.lstrip("\ufeff")) if len(self.text) <= LONGEST_HEADING else None
        return len(found[1] or found[2]) if found else 0

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
    (BlockKind.SOURCE_LINE, REMARK.match),
    (BlockKind.FURNITURE, ADDRESS_ALONE.fullmatch),
    (BlockKind.BOILERPLATE, _is_boilerplate),
)
"""First match wins; what matches none is a list item or a paragraph."""


def _kind(words: str, run: Sequence[Line]) -> BlockKind:
    if all(line.tabular for line in run) and (len(run) > 1 or run[0].text.count("\t") > 1):
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
            if not count and unpaged and one.text.isdecimal() and int(one.text) >= page:
                page, found, unpaged = int(one.text), [*found, *unpaged], []
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
    return found if count != 1 or SET_APART.search(pieces[found[-1]].run[-1].text) else []


def _ends(one: Piece, form: re.Pattern[str]) -> list[int]:
    """The pages (0: roman) that its lines end in, if the last and most others do: a long entry takes two lines."""
    if one.kind in UNLISTED or any(line.length > LONGEST_ENTRY for line in one.run):
        return []
    told = [form.match(line.text.strip("\ufeff \t")) for line in one.run]
    if told[-1] is None or 2 * sum(match is not None for match in told) < len(told):
        return []
    pages = [next(group for group in match.groups() if group) for match in told if match]
    return [int(page) if page.isdecimal() else 0 for page in pages]
