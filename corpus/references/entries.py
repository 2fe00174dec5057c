"""Text and blocks -> the entries of the bibliography: where each stands, its authors, year and title words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.model import Block, BlockKind, Span
from corpus.prose import prose
from corpus.references.names import Authors, authors, title_words
from corpus.references.works import head_of, name_like

LONGEST_READ = 600
"""Characters of an entry that are read."""
BULLET = re.compile(r"\s*(?:[-•*·▪–—]\s+(?!\())?(?:\[\w{1,12}\]\s*|\(?\d{1,3}[.)]\s+)?")
REPEAT = re.compile(
    r"""(?: [—–‒―_-]{2,} | [—―–](?=\s?[.,(])
      | (?:idem|id\.|[íi]dem|ders\.|dies\.)(?=[\s,(.]) | (?=[.,:]\s) ) \s*[.,:;]?\s*
        # "———. 2010."   "— (2010)"   ". Title", where a reader dropped the dash
    """,
    re.VERBOSE | re.IGNORECASE,
)
YEAR = r"(?:1[5-9]\d\d|20\d\d)[a-z]?|n\.\s?d\.|no\sdate|s\.\s?f\.|s\.\s?d\.|forthcoming|in\spress"
BRACKETED_YEAR = re.compile(
    rf"[(\[]\s*(?:c\.\s?)?(?P<year>{YEAR})(?:\s*[,;/\[–-][^()\[\]]{{0,40}})?\s*[)\]]", re.IGNORECASE
)
YEAR_NEXT = re.compile(rf"\s*[.,:]?\s*(?P<year>{YEAR})(?!\s?[-–]\s?\d)(?=\s*[.,:;“\"(\[]|\s*$)", re.IGNORECASE)
LATE_YEAR = re.compile(r"(?<![\w/:–-])(?:1[5-9]\d\d|20\d\d)(?:[a-z](?!\w))?(?!\s?[-–]\s?\d|\w)")
ADDRESS = re.compile(
    r"<?(?:https?:|www\.|//|doi:?\s?)\S+|\b(?:accessed|retrieved|consult\w+|visited|acesso|stand)\b[^.;]*",
    re.IGNORECASE,
)
QUOTE = re.compile(r"[“\"«„]|(?<!\w)[‘'](?=\w)")
NAME_ENDS = re.compile(
    r"(?<=[a-zà-ÿ)’\]])\.\s+(?=\S)|(?<=[A-Z])\.\s+(?!(?:et|and|y|e|und|van|von|de|del|di|da|dos|du|der)\b)(?=[“\"‘«*]|(?:[A-Z]\w+['’]?\w*\s+){2,}|[A-Z]?[a-zà-ÿ]+\s+(?!(?:and|y|e|et|und|de|van|von)\b)[a-z])"
)
FAMILY_FIRST = re.compile(r"(?:[^\W\d_][\w’'-]+(?:\s[\w’'-]+){0,2}\s[A-Z]{1,3}(?:,\s+|(?=\.\s)))+(?:et al)?(?=\.\s)")
"""A list such as "Marsh A, Olin P." before a title."""
CONTINUES = re.compile(r"\s*(?:<?(?:https?:|www\.|//|doi)|[a-zà-ÿ]{2,}[^A-Z]{0,40}\s)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the bibliography."""

    span: Span
    names: str
    """The authors as printed; those of the entry above where a dash stands for them."""
    by: Authors
    year: str
    """"2010", "2010a", "nd" where it says so, empty where none was found."""
    title: tuple[str, ...]


def entries(text: str, blocks: Sequence[Block]) -> list[Entry]:
    """The entries in text order. A dash for a repeated author takes the author of the entry above."""
    found: list[Entry] = []
    for block in blocks:
        if block.kind is BlockKind.REFERENCE:
            view = prose(text, (Span(block.span.start, min(block.span.end, block.span.start + LONGEST_READ)),))
            if not CONTINUES.match(view.text):
                found.append(_entry(view.text, block.span, found[-1] if found else None))
    return found


def _entry(words: str, span: Span, before: Entry | None) -> Entry:
    start = ((match := BULLET.match(words)) and match.end()) or 0
    again = REPEAT.match(words, start) if before else None
    if again and before:
        rest = words[again.end() :]
        early = YEAR_NEXT.match(rest) or BRACKETED_YEAR.match(rest)
        year = early.group("year") if early else _late_year(rest)
        return Entry(span, before.names, before.by, _plain_year(year), title_words(rest[early.end() if early else 0 :]))
    rest = words[start:]
    end, year, title = _early(rest) or (_names_end(rest), _late_year(rest), _names_end(rest))
    return Entry(span, rest[:end], authors(rest[:end]), _plain_year(year), title_words(rest[title:]))


def ends_of_names(words: str) -> tuple[int, int, int]:
    """Of the words of one entry: where its authors begin and end, and where its title begins."""
    start = ((match := BULLET.match(words)) and match.end()) or 0
    again = REPEAT.match(words, start)
    if again:
        rest = words[again.end() :]
        early = YEAR_NEXT.match(rest) or BRACKETED_YEAR.match(rest)
        return start, start, again.end() + (early.end() if early else 0)
    rest = words[start:]
    end, _, title = _early(rest) or (_names_end(rest), "", _names_end(rest))
    return start, start + end, start + title


def _early(rest: str) -> tuple[int, str, int] | None:
    """Where the authors end, the year, and where the title begins, if the year stands between them."""
    quote = QUOTE.search(rest)
    limit = quote.start() if quote else len(rest)
    bracketed = BRACKETED_YEAR.search(rest, 0, limit)
    if bracketed and not NAME_ENDS.search(rest, 0, bracketed.start()):
        return bracketed.start(), bracketed.group("year"), bracketed.end()
    stop = NAME_ENDS.search(rest, 0, limit)
    if stop and (dated := YEAR_NEXT.match(rest, stop.start())):
        return stop.start(), dated.group("year"), dated.end()
    for match in LATE_YEAR.finditer(rest, 0, min(limit, 200)):
        dated = YEAR_NEXT.match(rest, match.start())
        before = rest[: match.start()].rstrip(" ,.")
        if (
            dated
            and rest[dated.end() :].strip(" .")
            and all(name_like(chunk) for chunk in before.split(",") if chunk.strip())
        ):
            return len(before), dated.group("year"), dated.end()
        break
    return None


def _names_end(rest: str) -> int:
    """Where the authors end in an entry whose year comes late."""
    medical = FAMILY_FIRST.match(rest)
    if medical:
        return medical.end()
    quote = QUOTE.search(rest)
    stop = NAME_ENDS.search(rest)
    ends = [match.start() for match in (quote, stop) if match]
    parts = head_of(rest[: min(ends, default=len(rest))])
    return parts[0] if parts and not stop and not quote else min(ends, default=len(rest))


def _late_year(rest: str) -> str:
    years = LATE_YEAR.findall(ADDRESS.sub(" ", rest))
    return years[-1] if years else ""


def year_in(words: str) -> str:
    """The first year in what follows a title, "" if there is none: the 2001 of "(Lima: Sol, 2001), 1990-95"."""
    found = LATE_YEAR.search(ADDRESS.sub(" ", words))
    return found.group()[:4] if found else ""


def _plain_year(year: str) -> str:
    return year.casefold() if year[:1].isdigit() else ("nd" if year[:1].casefold() in {"n", "s"} else year.casefold())
