"""Pieces -> which are boilerplate: disclaimers, appeals, catalogues, imprints and what an institute says of itself.

Such prose stands at the edges of a paper. There one telling phrase is enough; in the body it proves nothing, since
a paper may well discuss what views an author expressed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.model import BlockKind
from corpus.outline.headings import OPENING
from corpus.outline.pieces import Piece

EDGE = 0.08
"""Share of the paper, at its beginning and at its end, in which disclaimers and appeals stand ..."""
LEAST_EDGE, MOST_EDGE = 1_200, 6_000
"""... in characters at least and at most this, but never more than a quarter of a short paper."""
DISCLAIMS = re.compile(
    r"""(?:views|opinions|findings|interpretations|conclusions|recommendations) [^.]{0,80}
          (?:expressed|presented|contained|stated|herein|remain) [^.]{0,120} (?:author|those\ of|own|not\ |sole)
      | (?:does|do|should|may)\ not\ (?:necessarily\ )?(?:represent|reflect|constitute|imply|state|be\ attributed)\b
          [^.]{0,60}\b(?:views?|opinions?|polic(?:y|ies)|positions?|endorsement|advice)
      | should\ not\ be\ attributed\ to
      | (?:publication|paper|report|document|material|work|study|brief|article|part\ of\ it|thereof)\ (?:may|must
          |can)\ ?not\ be
          \ (?:used|reproduced|copied|quoted|released|distributed|sold|cited|reprinted|stored)\b
      | (?:without|except\ with)\ (?:the\ )?(?:(?:express|prior|written|explicit)\ (?:and\ )?)+(?:permission
          |consent|authori[sz]ation)
      | in\ (?:partial\ )?fulfil?l?ment\ of\ (?:\w+\ ){0,3}requirements | all\ remaining\ errors
      | responsibility\ (?:for|of)\ (?:any\ |the\ |these\ )?(?:errors|omissions|views|opinions|contents?|accuracy)
      | no\ part\ of\ this | (?:is|are)\ licen[sc]ed\ under | creative\ commons
      | opinions\ exprim[ée]e?s | n['’]engagent?\ que | ne\ refl[eè]te(?:nt)?\ (?:pas|aucunement|en\ rien)
      | sans\ (?:l['’])?autorisation | ne\ peut\ [êe]tre\ reproduit | droits\ r[ée]serv[ée]s
      | d[ée]fendu\ de\ (?:diffuser|reproduire)
      | opiniones\ (?:expresadas|vertidas|contenidas) | no\ reflejan?\ necesariamente
      | responsabilidad\ (?:exclusiva\ )?de(?:l|\ los?|\ las?)\ autor
      | sin\ (?:la\ )?(?:previa\ )?autorizaci[óo]n | prohibida\ (?:la|su)\ reproducci[óo]n | derechos\ reservados
      | opini[õo]es\ (?:expressas|emitidas) | n[ãa]o\ reflete?m?\ necessariamente
      | responsabilidade\ (?:exclusiva\ )?d[oa]s?\ autor
      | sem\ (?:pr[ée]via\ )?autoriza[çc][ãa]o | direitos\ reservados | proibida\ a\ reprodu[çc][ãa]o
      | geben\ nicht\ (?:notwendig|unbedingt|zwingend) | Meinung(?:en)?\ der?\ (?:Autor|Verfasser)
      | Rechte\ vorbehalten""",
    re.VERBOSE | re.IGNORECASE,
)
APPEALS = re.compile(
    r"""(?:^|[.!?…]\s+)(?:please\ )?(?:consider\ a\ (?:donation|gift)|become\ a\ (?:member|friend|supporter
          |patron)|donate|subscribe|sign\ up|join\ us|follow\ us|support\ (?:us|our\ work)|contact\ us
          |visit\ our|share\ this|like\ us|read\ more|click\ here)\b
      | \byou(?:r|’ll|'ll|’re|'re|’d|'d)?\b .{0,200} \b(?:member|donat\w+|subscri\w+|newsletter|community|favou?r
          |support|join\w*)\b
      | \b(?:becom\w+\ a\ member|donat\w+|subscri\w+|newsletter|favou?r|sign(?:ing)?\ up|join\w*
          |follow\ us)\b .{0,120} \byou
      | (?:uses?|accept)\ cookies | suscr[ií]base | s[ií]ganos | abonnez-vous | suivez-nous | (?:^
          |[.!?]\s+)assine\ | siga-nos | folgen\ Sie""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
"""What addresses the reader: "you" beside a word of joining or giving, or a sentence that begins with a call."""
OF_ITSELF = re.compile(
    r"""^(?:The\ )?[A-Z][^.]{2,120}?\ is\ (?:an?|the)\ (?:[\w-]+,?\ ){0,6}?
        (?:think[- ]?tank|research\ (?:institute|institution|cent(?:re|er)|organi[sz]ation|group)|policy\ institute
          |non-?profit|not-for-profit|non-?governmental|charity|membership\ organi[sz]ation|publisher|foundation)\b
      | ^[A-Z][^.]{2,80}\ is\ published\ by\ """,
    re.VERBOSE,
)
"""What an institute says of itself: "The River Centre is an independent think tank devoted to ..."."""
BACK_MATTER = re.compile(
    r"""(?:(?:also\ )?in\ (?:this|the\ same)\ series
      | about\ (?:the\ )?(?:authors?|contributors?|editors?|us|this\ \w+|the\ [\w\ ]+)
      | (?:also|other|further|more|recent|related|previous|selected|latest)\ (?:\w+\ ){0,2}(?:publications?
          |papers|reports|titles|reading\ from|from)\b.*
      | publications?\ (?:by|from|of|in\ this)\b.*
      | (?:notes\ on|our)\ (?:the\ )?(?:contributors|publications|authors) | imprint | masthead | colophon
      | contacts?(?:\ us)? | disclaimers?
      | (?:sobre|acerca\ de)\ (?:el|la|los|las|o|a|os|as)\ autor\w* | otras\ publicaciones.*
      | outras\ publica[çc][õo]es.*
      | [àa]\ propos\ (?:de\ l['’]auteur\w*|des\ auteurs|de\ nous) | autres\ publications.*
      | [üu]ber\ (?:den|die|das)\ (?:autor|verfasser|institut)\w*
      | weitere\ (?:publikationen|ver[öo]ffentlichungen).* | impressum | avertissement | aviso\ legal)\W*""",
    re.VERBOSE | re.IGNORECASE,
)
"""Headings under which a paper no longer speaks of its subject."""
OF_THE_PEOPLE = re.compile(
    r"""(?:about\ the\ (?:authors?|contributors?|editors?) | disclaimers? | imprint | contacts?(?:\ us)?
      | (?:sobre|acerca\ de)\ (?:el|la|los|las|o|a|os|as)\ autor\w* | [àa]\ propos\ (?:de\ l['’]auteur\w*|des\ auteurs)
      | impressum | avertissement | aviso\ legal)\W*""",
    re.VERBOSE | re.IGNORECASE,
)
"""Those that may also stand at the front; "Other reports of violence" there is a section like any other."""
LATE = 0.7
"""Share of the paper behind which back matter stands."""
PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE})
CONTENT = PROSE | {BlockKind.REFERENCE, BlockKind.TABLE, BlockKind.CAPTION, BlockKind.SOURCE_LINE, BlockKind.NOTE}
KEPT = frozenset({BlockKind.TITLE, BlockKind.PAGE_NUMBER, BlockKind.RUNNING_HEAD, BlockKind.TABLE, BlockKind.CREDIT})


def disclaimers(pieces: Sequence[Piece]) -> list[Piece]:
    """The same pieces with disclaimers and appeals at the paper's edges named as boilerplate."""
    length = pieces[-1].block.span.end if pieces else 0
    edge = min(max(length * EDGE, LEAST_EDGE), MOST_EDGE, length / 4)
    opening = next((one.block.span.start for one in pieces if OPENING.fullmatch(one.text.strip("#*_ "))), length)
    front = min(edge, opening)
    return [
        one.turned(BlockKind.BOILERPLATE)
        if one.kind in PROSE and _is_boilerplate(one, one.block.span.start < front, one.block.span.end > length - edge)
        else one
        for one in pieces
    ]


def _is_boilerplate(one: Piece, front: bool, back: bool) -> bool:
    disclaims = (front or back) and DISCLAIMS.search(one.text) is not None
    return disclaims or (back and (APPEALS.search(one.text) or OF_ITSELF.search(one.text)) is not None)


def back_matter(pieces: Sequence[Piece]) -> list[Piece]:
    """The same with what follows the paper itself named as boilerplate.

    Under "About the author" and its like nothing is the paper's own, up to the next heading of another kind; behind
    the last words of the paper a heading has nothing to head.
    """
    last = max((at for at, one in enumerate(pieces) if _speaks(one)), default=-1)
    late = LATE * pieces[-1].block.span.end if pieces else 0
    found: list[Piece] = []
    closing = False
    for at, one in enumerate(pieces):
        if one.kind is BlockKind.HEADING:
            headings = BACK_MATTER if one.block.span.start > late else OF_THE_PEOPLE
            begins = headings.fullmatch(one.text.strip("#*_ ")) is not None
            closing = begins or (closing and _goes_on(pieces, at))
        own = one.kind in KEPT or not (closing or (one.kind is BlockKind.HEADING and at > last))
        found.append(one if own else one.turned(BlockKind.BOILERPLATE))
    return found


def _speaks(one: Piece) -> bool:
    """Whether it says something: a place, a date or a name at the very end does not."""
    said = len(one.text) > 40 or (len(one.text.split()) > 3 and one.text[-1:] in ".?!”")
    return one.kind in CONTENT and (one.kind not in PROSE or said)


def _goes_on(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a heading within back matter is one more of its entries: no prose of any length follows it soon."""
    following = [one for one in pieces[at + 1 : at + 4] if one.kind in CONTENT]
    return pieces[at].block.level > 0 and not any(len(one.text) > 300 for one in following)
