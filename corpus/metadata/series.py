"""The lines of a cover -> the series it belongs to, with its number, and what kind of paper it says it is.

"Elm House Policy Brief No. 12" is of the series of that name and a policy brief; a bare "REPORT" is a report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.metadata.dates import only_date
from corpus.model import YEAR

LONGEST = 120
"""Characters of a line that names a series."""
KINDS = r"""
    (?: (?:policy|research|issues?|briefing|discussion|working|occasional|position|strategic|strategy|technical
           |background|conference|concept|evidence|information|learning|advocacy|country|situation|rapid|staff|seminar|think)
        \s (?:papers?|briefs?|notes?|reports?|memo(?:randum|s)?|briefings?|updates?|bulletins?|series|insights?
          |perspectives?)
      | white\s?papers? | green\s?papers? | briefing | policy\s?memo(?:randum)? | memorandum | fact\s?sheets?
      | backgrounders? | commentar(?:y|ies) | op-?ed | testimon(?:y|ies) | monographs? | dissertation
      | (?:master[’']?s?|doctoral|ph\.?d\.?)\sthesis | case\sstud(?:y|ies)
      | (?:annual|final|interim|progress|special|full|technical|research|inception|evaluation|synthesis|summary
      |mission)\sreports?
      | reports?
      | documentos?\sde\s(?:trabajo|trabalho|política|políticas|discusión|discussão|posición|análisis|investigación)
      | documentos?\socasional(?:es)? | notas?\s(?:técnicas?|de\spolíticas?|informativas?|de\sprensa)
      | informes?(?:\s(?:anual|final|especial|técnico))?
      | textos?\spara\sdiscuss[ãi]o?n? | artigos?\sestratégicos? | artículos?\sestratégicos?
      | relatórios?(?:\s(?:anual|final))?
      | resumen\sde\spolíticas? | sumário\sde\spolíticas? | cuadernos?\sde\s\w+ | cadernos?\sde\s\w+ | boletín | boletim
      | documents?\sde\s(?:travail|politique|recherche) | notes?\s(?:de\spolitique|d[’']analyse|de\srecherche
      |d[’']orientation|d[’']information)
      | rapports?(?:\s(?:annuel|final|d[’']information))? | cahiers?\sde\s\w+ | livre\s(?:blanc|vert)
      | arbeitspapiere? | diskussionspapiere? | positionspapiere? | themenpapiere? | kurzdossier | grundsatzpapiere?
      | forschungsberichte? | abschlussbericht | jahresbericht | berichte? | kurzanalyse | weißbuch )
"""
PLAIN = frozenset(
    "report reports informe informes relatório relatórios rapport rapports bericht berichte briefing".split()
)
"""Words that many papers say of other papers too."""
KIND = re.compile(rf"(?<![\w’'-])(?P<kind>{KINDS})(?![\w’'-])", re.VERBOSE | re.IGNORECASE)
OPENS = re.compile(
    rf"(?:an?\s+|the\s+)?(?P<kind>{KINDS})\s+(?:of|on|to|for|by|from|sobre|sur|para|über)\b", re.VERBOSE | re.IGNORECASE
)
"""How a title says what the paper is: "Report of the Commission on Wells"."""
OTHER = re.compile(
    r"""(?: ^(?P<bare>papers?|briefs?|memos?|bulletins?|alerts?)
      | (?-i:[A-ZÀ-Þ])[\w-]*\s?(?:papers?|briefs?|notes?|memos?|alerts?|updates?|insights?|perspectives?|bulletins?
          |studies) )\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Kinds of a house's own, known by the number behind: "ElmBrief 123", "Elm Papers No. 4", "Brief 31"."""
OWN_KIND = re.compile(r"(?:brief|memo|bulletin|alert)(?=s?$)", re.IGNORECASE)
"""What such a word says of the paper; "paper" and "note" say nothing."""
COUNTS = re.compile(r"(?:no|nos|nr|núm|number|numéro|nummer|n[°º]|vol|volume|issue|#|№)\b|[#№]|n[.°º]", re.IGNORECASE)
LABEL = r"""(?: (?:no|nos|nr|num|núm|number|número|numéro|nummer|n)\s?[.°ºo]{0,2}\s?|[№#]\s?|vol(?:ume|umen)?\.?\s?
    |issue\s|band\s )"""
COUNT = r"(?: [A-Z]{0,4}[-/]?\d{1,4}(?:[./-]\d{1,4}){0,2}[a-z]? | (?<=\s)[IVXLC]{1,7} )(?![\w%])"
NUMBERED = re.compile(
    rf"""\s*[,:–—-]?\s*(?:series\b)?\s*[,:–—-]?\s*
      \(?(?P<number>{LABEL}?{COUNT}(?: :\d{{1,4}}\b | ,\s?{LABEL}{COUNT})?)\)?""",
    re.VERBOSE | re.IGNORECASE,
)
SERIES = re.compile(r"\s*(?:series|serie|série|reihe)\b", re.IGNORECASE)
LEAD = r"(?:[A-ZÀ-Þ][\w’'&./-]*|of|for|the|de|la|del|do|da|on|and|&|y|e|et|für|und|in)"
LEADS = re.compile(rf"{LEAD}(?:\s+{LEAD}){{0,9}}")
"""The name before the kind: "Elm House", "Forum on Water"."""
SELF = re.compile(
    rf"""\b(?:this|the\s+present|est[ea]|el\s+presente|la\s+presente|ce(?:t|tte)?|le\s+présent|la\s+présente
      |o\s+presente|diese[rs]?
      |de[rs]\s+vorliegenden?)\s+(?P<kind>{KINDS})(?![\w’'-])""",
    re.VERBOSE | re.IGNORECASE,
)
HEARING = re.compile(
    r"(?:(?:prepared|written|oral|opening)\s+)?(?:testimony|statement)\s+(?:of|by|before|to)\b", re.IGNORECASE
)
"""How the words of a witness are headed."""


@dataclass(frozen=True, slots=True)
class Series:
    """What a paper says it is one of."""

    series: str | None = None
    genre: str | None = None


def series(lines: Iterable[str], headings: Iterable[str], opening: Iterable[str]) -> Series:
    """The first series that one of `lines` names, and the first kind; else what the paper calls itself.

    `lines` are those of the cover and imprint, `headings` those that may head a testimony, `opening` the first
    paragraphs.
    """
    found = [read for line in _joined(lines) if (read := of_line(line))]
    if found:
        named = next((read for read in found if read.series), found[0])
        return Series(named.series, named.genre or next((read.genre for read in found if read.genre), None))
    for line in headings:
        opens = OPENS.match(line)
        if opens or HEARING.match(line):
            return Series(genre=genre_of(opens["kind"]) if opens else "testimony")
    return _of_itself(opening)


def _joined(lines: Iterable[str]) -> Iterator[str]:
    """The lines, and each with the next where that is its number: "ELM PAPERS" above "No. 12"."""
    before = ""
    for line in lines:
        if before and COUNTS.match(line):
            yield f"{before} {line}"
        yield line
        before = line if len(line) <= LONGEST else ""


def of_line(words: str) -> Series | None:
    """What one line says: a series, a kind of paper, or None when it speaks of something else."""
    if len(words) > LONGEST or not words[:1].isupper():
        return None
    found = KIND.search(words)
    told = found or OTHER.search(words)
    if told is None:
        return None
    before, after = words[: told.start()].strip(" :,–—-"), words[told.end() :]
    number = NUMBERED.match(after)
    if number and YEAR.fullmatch(number["number"].strip()):
        number = None  # "Annual Report 2013": its year
    end = number or SERIES.match(after)
    rest = after[end.end() if end else 0 :].strip(" :,;.()–—-")
    if (before and not LEADS.fullmatch(before)) or not _may_follow(rest) or (found is None and number is None):
        return None
    if before and end is None and told.group().lower() in PLAIN:
        return None  # "World Report", "Global Water Report": a title
    name = " ".join(words[: told.end() + (end.end() if end else 0)].split()).strip(" ,:()–—-")
    own = end is not None or (before and told.group().lower() not in PLAIN)
    kind = found["kind"] if found else OWN_KIND.search(told.group())
    return Series(name if own else None, genre_of(kind if isinstance(kind, str) else kind.group()) if kind else None)


def genre_of(kind: str) -> str:
    """A kind of paper in lower case and in the singular: "policy brief" for "Policy Briefs"."""
    told = " ".join(kind.lower().split())
    told = told.removesuffix("ies") + "y" if told.endswith("ies") else told
    return (
        told[:-1]
        if told.endswith("s") and not told.endswith(("series", "ss", "is", "us")) and " de " not in told
        else told
    )


def _may_follow(rest: str) -> bool:
    """What may stand behind a series on its line: nothing, a date, a month, an ISSN."""
    return not rest or only_date(rest) is not None or rest.lower().startswith(("issn", "isbn", "©"))


def _of_itself(opening: Iterable[str]) -> Series:
    """What the first paragraphs call the paper: "this Strategic Paper" names a series, "this policy brief" a kind."""
    for words in opening:
        for found in SELF.finditer(words):
            kind = " ".join(found["kind"].split())
            if kind.lower() in PLAIN and found.start() > 0 and words[found.start()].islower():
                continue  # "... a report. In this report": another's
            capital = kind.istitle() and " " in kind
            return Series(kind if capital else None, genre_of(kind))
    return Series()
