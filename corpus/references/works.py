"""The words of a note -> its citations: one span of words for each work, with its names and title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.references.names import CONNECTORS, IN_BRACKETS, INITIALS, fold

URL = re.compile(r"<?(?:https?:|www\.|//[a-z]|doi:)[^\s<>]*[^\s<>.,;)]>?", re.IGNORECASE)
QUOTED = re.compile(r"“[^“”]{0,400}”|\"[^\"]{0,400}\"|«[^«»]{0,400}»|‘[^‘]{1,300}?’(?!\w)|(?<!\w)'[^']{2,300}'(?!\w)")
BRACKETED = re.compile(r"\([^()]{0,400}\)|\[[^\[\]]{0,400}\]")
SEMICOLON = re.compile(r";\s+")
SENTENCE_END = re.compile(r"(?<=[.?!])[”\"’')\]]*\s+(?=[A-ZÀ-Þ“\"‘«\x01])")
ABBREVIATED = re.compile(
    r"""(?:^|[\s(\[.,])(?:[A-Z]|[A-Z][a-z]?\.[\w.]*|pp?|vols?|nos?|ch|chs|cap|art|arts|sec|secs|para|paras|eds?|trans|rev|cf|cfr|e\.g|i\.e
      |al|etc|vs|v|fig|figs|dr|mr|ms|mrs|prof|st|gen|col|lt|sen|rep|gov|jr|sr|inc|co|corp|ltd|univ|dept|doc|docs|res|pub|l
      |op|loc|supra|n|nn|nr|s|f|ff|hrsg|bd|vgl|p[áa]gs?|n[úu]m|ob|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|approx|ca
      |assn|bros|comp|dir|coord|u\.s|u\.n|e\.u|u\.k)\.$""",
    re.VERBOSE | re.IGNORECASE,
)
LEAD_IN = re.compile(
    r"""\s*[(“]?(?:(?:see|also|cf|cfr|cp|compare|but|e\.\s?g|eg|i\.\s?e|for|example|instance|an?\soverview|generally|in\sparticular|especially|and|or|as\sin|as\swell\sas
      |according\sto|sources?|fuentes?|fontes?|quellen?|v[eé]ase|v[eé]anse|ver|vid|vide|veja|tambi[eé]n|tamb[eé]m|voir|aussi|par\sexemple|por\sejemplo|vgl|siehe|auch
      |zie|ook|dazu|hierzu|consult|contra|accord|with|here|again|from|based\son|adapted\sfrom|data\sfrom|drawn\sfrom|among\sothers|inter\salia)\b[.,:]*\s*)+""",
    re.VERBOSE | re.IGNORECASE,
)
CONTINUES = re.compile(
    r"""\s*\(?(?:(?:as\s)?(?:quoted|cited|reprinted|reproduced|republished|discussed|referenced|translated|published|available|accessed|printed|reported)\b
      |quoting|citing|apud|citado|citada|cit[ée]\spar|zit\w*\s|trans\b|translation|traducci[oó]n|ed\.|eds\.|edited|rev\b|original|originally|first\spublished|emphasis
      |hereinafter|hereafter|on\sfile|last\saccessed|consultado|disponible|dispon[ií]vel|in\b|en\b(?=\s[A-Z])|my\b|italics|his\b|her\b|their\b|its\b)""",
    re.VERBOSE | re.IGNORECASE,
)
PAGE_SIGNS = r"(?:pp?|p[áa]gs?|pgs?|s|bl|ff?|paras?|p[áa]rrs?|§+|¶+|chs?|chapters?|cap|arts?|vols?|secs?)\b\.?\s*"
PAGE_NUMBERS = r"(?:\d{1,4}|[ivxlc]{1,7})(?:\s?[-–—]\s?\d{1,4})?(?:ff?\b\.?)?"
PAGES = rf"(?:(?:at\s+)?{PAGE_SIGNS}|at\s+|§+\s*|¶+\s*|pages?\s+)?{PAGE_NUMBERS}"
PAGE_LIST = re.compile(rf"\s*[,:;.]?\s*{PAGES}(?:\s*(?:,|and|&|y)\s*{PAGES})*\s*[.;,]*\s*$", re.IGNORECASE)
PAGES_LAST = re.compile(rf"[,:;.”\"’']\s*{PAGES}(?:\s*(?:,|and|&|y)\s*{PAGES})*\s*[.;,]*\s*$", re.IGNORECASE)
ONLY_PAGES = re.compile(rf"\s*(?>{PAGES})(?>[\s,;.]+{PAGES})*+[\s.,;]*", re.IGNORECASE)
DATED = re.compile(
    r"[(\[][^()\[\]]{0,200}(?<!\d)(?:1[5-9]|20)\d\d[a-z]?(?!\d)[^()\[\]]{0,40}[)\]]|(?:^|,)\s+(?:[A-Z][\w.]{2,9}\s+)?(?:\d{1,2}(?:,|\sde)?\s+)?(?:[A-Za-zçé]{3,10}(?:\sde)?\s+)?(?:1[5-9]|20)\d\d(?=\s*(?:[.,;:)]|$))"
)
NOT_NAMES = frozenset(
    """
    however moreover furthermore likewise similarly indeed thus therefore hence today recently finally first
    second third then there this these that those it he she they we i its their his her our your my one two some
    many most all both each few several other others although though while when where if because since after
    before during under over in on at by with without among between despite as an according interview interviews
    communication conversation author authors email correspondence note figure table january february march
    april may june july august september october november december monday tuesday wednesday thursday friday
    saturday sunday enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre for
    to from here now not no yes so such what which who whose how why notably specifically generally again also
    even still yet sin con para por sobre entre segun aunque ademas asimismo entrevista tambien dans sous selon
    avec entretien ainsi page pages chapter section paragraph emphasis ibid idem
    """.split()
)
PAIR = 2
LONGEST_PAGES = 80
"""Characters of a list of pages."""
MOST_WORDS = 12
LONGEST_SHORTENED = 5
"""Characters of "U.S." or "Univ.": a longer word with a stop ends a sentence, and no name."""
LONGEST_READ = 1500
"""Characters of a segment in which titled citations are looked for."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a note that holds one citation or one sentence; offsets into the note's words."""

    start: int
    end: int
    parted: bool
    """It stands between semicolons, as one of several sources."""
    follows: bool
    """It comes after a semicolon."""
    led: bool
    """It was led in by "See also" or the like."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation with a title; offsets into the note's words. A work named by title alone has no names before it."""

    start: int
    names_end: int
    title: int
    title_end: int
    end: int
    short: bool
    """Without place, publisher, year or address: it can only be understood by what was cited before."""


def masked(words: str) -> str:
    """`words` with addresses, quotations and brackets blotted out, as long as before; a stop at their end stays."""
    words = QUOTED.sub(_blot, URL.sub(_blot, words))
    return BRACKETED.sub(lambda match: "\x02" * len(match.group()), words)


def _blot(match: re.Match[str]) -> str:
    stop = match.group()[-2]
    return "\x01" * (len(match.group()) - 1) + (stop if stop in ".?!" else "\x01")


def segments(words: str) -> Iterator[Segment]:
    """The pieces of a note between its semicolons and sentence ends, lead-ins such as "See also" left out."""
    hidden = masked(words)
    for start, end in _sentences(hidden):
        cuts = [start, *(m.end() for m in SEMICOLON.finditer(hidden, start, end)), end]
        for a, b in pairwise(cuts):
            lead = LEAD_IN.match(words, a, b)
            first = lead.end() if lead else a
            last = b - (len(words[a:b]) - len(words[a:b].rstrip("; \n")))
            if first < last:
                yield Segment(first, last, len(cuts) > 2, a > start, first > a)


def _sentences(hidden: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in SENTENCE_END.finditer(hidden):
        if not ABBREVIATED.search(hidden[max(0, match.start() - 12) : match.start()]):
            yield start, match.start()
            start = match.end()
    yield start, len(hidden)


def name_like(chunk: str) -> bool:
    """Whether `chunk`, which has no comma, reads like one name, of a person or a body, or several joined by "and"."""
    parts = IN_BRACKETS.sub("", chunk).replace("et al.", "").replace("et al", "").split()
    if not 0 < len(parts) <= MOST_WORDS or fold(parts[0]).strip(".,") in NOT_NAMES:
        return False
    if not any(_capital(part) for part in (parts[0], parts[-1])) or not _capital(parts[-1]):
        return False
    if any(part.endswith(":") or (part.endswith(".") and len(part) > LONGEST_SHORTENED) for part in parts[:-1]):
        return False
    return all(_capital(part) or part == "&" or fold(part).strip(".") in CONNECTORS for part in parts)


def _capital(part: str) -> bool:
    bare = part.lstrip("“\"'‘(")
    return bare[:1].isupper() or (bare[:2].lower() in {"d’", "d'", "l’", "l'"} and bare[2:3].isupper())


def _chunks(names: str) -> list[str]:
    chunks = [chunk.strip() for chunk in names.strip(" ,:;.").split(",")]
    return [re.sub(r"^(?:and|&|y|e|et|und)\s+", "", chunk) for chunk in chunks]


def list_like(names: str) -> bool:
    """Whether `names` is one name, or a list that shows it is one: by initials, by "and", by "et al."."""
    chunks = _chunks(names)
    shown = (
        len(chunks) == 1 or any(INITIALS.fullmatch(c) for c in chunks) or re.search(r"\b(?:and|y|e|et|und)\s|&", names)
    )
    return bool(shown) and all(name_like(chunk) or INITIALS.fullmatch(chunk) for chunk in chunks)


def head_of(segment: str) -> tuple[int, int] | None:
    """Where the names at the start of a citation end, and where its title begins; None if it has no such start.

    >>> head_of("Pick and Hale, Shared Rivers, 16")
    (13, 15)
    """
    quote = QUOTED.search(segment)
    before = segment[: quote.start()].rstrip(" ,:;.") if quote else ""
    if quote and all(name_like(chunk) or INITIALS.fullmatch(chunk) for chunk in _chunks(before)):
        return len(before), quote.start()
    if quote and not segment[: quote.start()].strip():
        return 0, quote.start()
    commas = [m.start() for m in re.finditer(",", masked(segment[:400]))][:16]
    ends = [*commas, len(segment)]
    chunks = [segment[a:b].strip(" ,") for a, b in zip([0, *commas], ends, strict=True)]
    if not commas or not name_like(chunks[0]):
        return None
    last = _last_name(chunks)
    if last + 1 >= len(chunks):
        return None
    start = ends[last] + 1
    return ends[last], start + len(segment[start:]) - len(segment[start:].lstrip())


def _last_name(chunks: list[str]) -> int:
    """The chunk in which the list of authors ends."""
    for at, chunk in enumerate(chunks):
        joined = re.match(r"(?:and|&|y|e|et|und)\s+(.+)", chunk)
        if at and joined and name_like(joined.group(1)) and len(joined.group(1).split()) <= 5:
            return at
        if at and _ends_list(chunks, at):
            return at
        if at and not (name_like(chunk) and len(chunk.split()) <= 5):
            break
    following = chunks[1] if len(chunks) > 1 else ""
    after = chunks[2] if len(chunks) > 2 else ""
    if INITIALS.fullmatch(following) and not following.isdigit():
        return 1
    single = len(chunks[0].split()) == len(following.split()) == 1 and following.isalpha()
    return 1 if single and after[:1].isalpha() and after[:1].isupper() else 0


def _ends_list(chunks: list[str], at: int) -> bool:
    """Whether a chunk is the last two of several people, as in "Luna and Pike, Third Dam", and not a title.

    "Hale, War and Peace, 12" shows a title: a page follows, or the names before are of another make.
    """
    halves = re.split(r"\s+(?:and|&|y|e|et|und)\s+", chunks[at])
    following = chunks[at + 1] if at + 1 < len(chunks) else ""
    if len(halves) != PAIR or not all(map(name_like, halves)) or not following[:1].isupper():
        return False
    lengths = {len(half.split()) > 1 for half in (chunks[0], *halves)}
    return len(lengths) == 1 and (lengths == {True} or len(following.split()) > 1)


def cited(words: str, segment: Segment) -> Iterator[Cited]:
    """The citations with a title in one segment; most segments hold one or none."""
    start = segment.start
    last = min(segment.end, start + LONGEST_READ)
    while start < last:
        one = _one(words, start, last)
        if one is None:
            return
        yield one
        start = one.end


NEXT_WORK = re.compile(
    rf"""(?<=[\x01\x02\d])(?:,\s*{PAGES})*
      (?: [,.]?\s+(?:and|&|y|et|as\swell\sas)\s+(?:see\s+(?:also\s+)?)? | (?P<comma>,\s+) ) (?=[A-ZÀ-Þ])""",
    re.VERBOSE,
)
"""Between two works that no semicolon parts: "(Lima: Sol, 2001), 3, and Hale, ..."."""


def _one(words: str, start: int, end: int) -> Cited | None:
    whole = words[start:end]
    head = None if CONTINUES.match(whole) else head_of(whole)
    if head is None:
        return None
    for gap in NEXT_WORK.finditer(masked(whole), head[1]):
        if _parts(whole[: gap.start()], whole[gap.end() :], sure=gap.group("comma") is None):
            one = _read(words, start, head, start + gap.start())
            return one and replace(one, end=start + gap.end())
    return _read(words, start, head, end)


def _parts(before: str, after: str, *, sure: bool) -> bool:
    """Whether two works meet here: each has names, and a date or, where "and" stands between them, pages."""
    signed = DATED.search(before) and DATED.search(after)
    paged = sure and _pages_last(before) is not None and (_pages_last(after) is not None or DATED.search(after))
    return bool(signed or paged) and head_of(after) is not None


def _pages_last(words: str, pattern: re.Pattern[str] = PAGES_LAST) -> int | None:
    """Where the page numbers begin that end `words`, None if it does not end in any."""
    low = max(0, len(words) - LONGEST_PAGES)
    found = pattern.search(words, low)
    return found.start() if found else None


def _read(words: str, start: int, head: tuple[int, int], end: int) -> Cited | None:
    """The citation from `start` to `end`, if it is signed as one: by quotation marks, pages, a date, an address."""
    names_end, title = start + head[0], start + head[1]
    rest = words[title:end]
    quoted = QUOTED.match(rest)
    after = rest[quoted.end() :] if quoted else rest
    pages = _pages_last(after, PAGE_LIST if quoted else PAGES_LAST)
    dated = DATED.search(after) or URL.search(after)
    if quoted:
        title_end = title + quoted.end()
    elif ONLY_PAGES.fullmatch(rest):
        title_end = title
    else:
        if (pages is None and not dated) or not (rest[:1].isupper() or rest[:1].isdigit()):
            return None
        marks = (DATED.search(rest), URL.search(rest), re.search(r"\s\(", rest))
        title_end = title + min([m.start() for m in marks if m] + ([] if pages is None else [pages]))
    return Cited(start, names_end, title, max(title_end, title), end, short=not dated)
