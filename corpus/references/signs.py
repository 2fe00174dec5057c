"""Words -> the signs in them that point back: Ibid., op. cit., supra note 12, (n 3), in the usual languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.references.record import ReferenceKind

IBID = re.compile(
    r"""(?<![\w./@?&=#-]) (?:
        (?: id(?:em)?\.?,?\s+ )? (?P<sure> [ií]b[ií]d(?:em)?\b\.? )     # Ibid.  ibídem  Id. ibid.
      | (?P<leading>                                                    # these only where a citation starts
          (?:ib|id)\. | [ií]dem\b | ibi\b | ivi\b | ebd\. | ebda\.? | ebenda\b | ald(?:us|aar)\b | loc\.?\s?cit\b\.?
        ) )""",
    re.VERBOSE | re.IGNORECASE,
)
OP_CIT = re.compile(
    r"""(?<![\w./-]) (?:
        (?:op|ob|art|loc|opere)\.?\s?cit\b (?:\.|[ée]e?\b)? | opus\s+cit(?:atum|\.) | obra\s+citada | a\.\s?a\.\s?O\.
      | (?<=,\s)cit\. | (?<=,\s)(?:already|previously)\s+cited\b )
    (?: [,;]?\s* (?:in\s+)? [(\[]? (?:supra,?\s+)?                      # op. cit. (n 12)   op. cit., note 12
        (?:foot|end)?(?:notes?|notas?|noot|nn?|fn|anm)\b\.?\s* (?:no\.?\s*)? (?P<number>\d{1,4}) [)\]]? )?""",
    re.VERBOSE | re.IGNORECASE,
)
NOTE = r"""(?: (?:foot|end)?-?notes? | notas?(?:\s+(?:al|de)\s+(?:pie|rodap[ée]))? | notes?\s+de\s+bas\s+de\s+page
  | fu(?:ß|ss)noten? | anm(?:erkung)? | nota | noot | voetnoot | fnn? | nn? | nt )\b\.?\s* (?:no\.?\s* | n[°º]\s*)?"""
WAY = r"""(?: supra | above | infra | below | earlier | oben | unten | arriba | abajo | anterior | acima | abaixo
  | ci-dessus | ci-dessous | plus\s+haut | hierboven | hieronder | sopra )"""
NUMBERS = r"\d{1,4}(?!\d) (?: \s*(?:,|and|&|y|e|et|und|to|[-–—])\s*\d{1,4}(?![\d:]) )*"
LEADS = r"""(?: see|cf|cfr|compare|v[ée]ase|v[ée]anse|ver|vid|vide|veja|voir|vgl|siehe|zie|vedi )\.?,?\s+
  (?: (?:also|again|tambi[ée]n|aussi|auch|la|las|the)\s+ )*"""
ELSEWHERE = r"\s* (?:in|of|to|de|du|in\s+der) \s+ (?!this|the\s+present)"
"""Behind "see note 12": the note is another work's."""
CROSS = re.compile(
    rf"""(?<![\w./-]) (?:
        (?P<before>{WAY}),?\s* (?:(?:at|en|in|la)\s+)? {NOTE} (?P<numbers>{NUMBERS})          # supra note 12
      | [(\[]\s* (?:(?:see|cf\.?|supra|above)\s+)* nn?\.?\s+ (?P<bracketed>{NUMBERS}) \s*[)\]]  # (n 12)
      | {NOTE} (?P<trailed>{NUMBERS}) \s*,?\s* (?P<after>{WAY})\b                             # note 12 above
      | (?P<lead>{LEADS}) {NOTE} (?P<led>{NUMBERS}) (?: \s*,?\s*(?P<last>{WAY})\b )? (?!{ELSEWHERE}) # see note 9
    )""",
    re.VERBOSE | re.IGNORECASE,
)
LATER = re.compile(r"infra|below|unten|abajo|abaixo|dessous|onder", re.IGNORECASE)
UNIT = r"(?:\d{1,4}(?:\s?[-–—]\s?\d{1,4})?|[ivxlc]{1,7}(?:[-–—][ivxlc]{1,7})?)"
PAGES = re.compile(
    rf"""[\s.,:;)\]]*
      (?: (?:a|vol(?:ume)?|bd|t(?:omo)?)\b\.?\s*(?:[IVX]+|\d{{1,2}})\s*,\s* )?  # vol. 2, ...
      (?P<sign> (?:(?:at|on)\s+)?
        (?: (?:pp?|p[áa]gs?|pgs?|p[áa]ginas?|pages?|ss?|bl|paras?|p[áa]rrs?|chs?|cap|arts?|secs?|section|chapter)\b
            \.?\s*
          | [§¶]+\s* )
        | at\s+ )?
      (?P<pages> {UNIT} (?: (?:\s*,\s*|\s*(?:&|and|y)\s+){UNIT} )* (?:\s?ff?\b)? )
      (?! [\w%$] | \s?(?:per\s?cent|million|billion) | [.,]\d | \s+[a-zà-ÿ]{{4,}} )""",
    re.VERBOSE | re.IGNORECASE,
)
LED = re.compile(
    r"""(?: ^ | [.;:(\[—–]\s*
      | \b(?:see|also|cf|in|and|or|but|quoting|citing|v[ée]ase|ver|voir|vgl|siehe|zie|from|per)\b[.,]?\s+ )$""",
    re.VERBOSE | re.IGNORECASE,
)
ALONE = re.compile(
    r"""\.?\s*(?:$|[;)\]\x01]) | (?:(?<=\.)|\.)\s+(?=[A-ZÀ-Þ(“"])
      | ,\s+(?:see|cf|and|also|where|which|at|citing|quoting)\b""",
    re.VERBOSE,
)
GROUPS = ("numbers", "bracketed", "trailed", "led")
WAYS = ("before", "after", "last")
PLURAL = re.compile(r"(?:s|nn|fnn|ten)\b\.?\s*$", re.IGNORECASE)
LOWER_BEFORE = re.compile(r"(?:^|\s)[a-zà-ÿ]+\s*$")
"""Before "(n 3)": a number of cases, not of a note."""
DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign; offsets into the words it was found in."""

    start: int
    end: int
    kind: ReferenceKind
    number: int | None = None
    """The number of the note it names."""
    later: bool = False
    """It points further down ("infra", "below")."""
    pages: tuple[int, int] | None = None


def signs(words: str) -> list[Sign]:
    """Every sign in `words`, in order and apart from each other."""
    found = [*_ibids(words), *_op_cits(words), *_crosses(words)]
    kept: list[Sign] = []
    for one in sorted(found, key=lambda sign: (sign.start, -sign.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def pages_after(words: str, at: int) -> tuple[int, int] | None:
    """Where the page numbers stand that come next at `at`: of "., pp. 4-6" the "4-6"."""
    match = PAGES.match(words, at, at + 80)
    if not match or (not match.group("sign") and not _parted(words, match)):
        return None
    if not match.group("sign") and len(match.group("pages")) == 4 and match.group("pages")[:2] in {"19", "20"}:
        return None
    return match.span("pages")


def _parted(words: str, match: re.Match[str]) -> bool:
    """A bare number must be a number, and nothing but an end or a stop may follow it."""
    first = match.group("pages")
    number = first[:1].isdigit() or (len(first) > 1 and first[0].islower())
    return number and re.match(r"\s*(?:$|[.,;:)\]–—\x01(])", words[match.end() :][:12]) is not None


def _ibids(words: str) -> Iterator[Sign]:
    for match in IBID.finditer(words):
        pages = pages_after(words, match.end())
        if match.group("leading"):
            before = words[max(0, match.start() - 24) : match.start()]
            if match.group("leading").isupper() or not LED.search(before):
                continue
            if not pages and not ALONE.match(words, match.end()):
                continue
        yield Sign(match.start(), match.end(), ReferenceKind.IBID, pages=pages)


def _op_cits(words: str) -> Iterator[Sign]:
    for match in OP_CIT.finditer(words):
        number = int(match.group("number")) if match.group("number") else None
        yield Sign(match.start(), match.end(), ReferenceKind.OP_CIT, number, pages=pages_after(words, match.end()))


def _crosses(words: str) -> Iterator[Sign]:
    """One sign for each number: "notes 3 and 5" are two, but of "note 3, 5" the 5 is a page."""
    for match in CROSS.finditer(words):
        group = next(name for name in GROUPS if match.group(name))
        if group == "bracketed" and LOWER_BEFORE.search(words[max(0, match.start() - 24) : match.start()]):
            continue
        later = LATER.search(" ".join(match.group(way) or "" for way in WAYS)) is not None
        numbers = list(DIGITS.finditer(words, *match.span(group)))
        if not PLURAL.search(words[match.start() : numbers[0].start()]):
            numbers = numbers[:1]
        start = match.end("lead") if match.group("lead") else match.start()
        whole = numbers[-1].end() == match.end(group)
        for at, digits in enumerate(numbers):
            end = match.end() if whole and at == len(numbers) - 1 else digits.end()
            pages = pages_after(words, end) if at == len(numbers) - 1 else None
            yield Sign(
                start if at == 0 else digits.start(), end, ReferenceKind.OP_CIT, int(digits.group()), later, pages
            )
