"""A citation -> a link that finds its words again when the paper was read anew, split anew, edited or renamed.

A link carries the quotation and what stood around it. It answers "here", "moved" (the same words elsewhere), "changed"
(other words in their place, with the difference) or "gone"; words that only look alike are never taken for them.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qsl, quote, unquote

from rapidfuzz import fuzz

from corpus.errors import BadQueryError, BadSpanError
from corpus.model import Paper, Span, Spans
from nlp.cite.quote import AROUND
from nlp.link.anchors import common, even
from nlp.model import Citation

SCHEME = "pincite:"
TELLING = 40
"""Letters and digits from which on words that stand only once need nothing around them to be known again."""
ALIKE = 80.0
"""From 0 to 100: how like the old words new ones in their place must be to be called changed."""
APART = 12.0
"""How much less like them the next best place must be."""
GAP = 6000
"""Characters between two pieces of a quotation that a page or notes cut."""
LONGEST_START = 5
"""Words at either end of a quotation in a text fragment."""


class State(StrEnum):
    """What became of a link."""

    HERE = "here"
    MOVED = "moved"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Link:
    """Words of a paper, as they stood."""

    paper: str
    spans: Spans
    quote: str
    prefix: str = ""
    suffix: str = ""

    def __str__(self) -> str:
        """As one address: "pincite:wells.txt#char=10,200&quote=..."; positions count characters (RFC 5147)."""
        places = ";".join(f"{span.start},{span.end}" for span in self.spans)
        told = {"quote": self.quote, "prefix": self.prefix, "suffix": self.suffix}
        words = "".join(f"&{name}={quote(value, safe='')}" for name, value in told.items() if value)
        return f"{SCHEME}{quote(self.paper, safe='')}#char={places}{words}"

    @property
    def pieces(self) -> list[str]:
        """The quotation span by span."""
        found, at = [], 0
        for span in self.spans:
            found.append(self.quote[at : at + span.length])
            at += span.length
        return found


@dataclass(frozen=True, slots=True)
class Found:
    """Where a link leads now."""

    state: State
    link: Link
    paper: str | None = None
    spans: Spans = ()
    text: str = ""
    """The words that stand there."""

    @property
    def difference(self) -> list[tuple[str, str]]:
        """For changed words: each stretch as ("same" | "was" | "now", words)."""
        return list(_difference(self.link.quote, self.text)) if self.state is State.CHANGED else []


def link_to(citation: Citation) -> Link:
    """The link of a citation."""
    return Link(citation.paper, citation.spans, citation.quote, citation.prefix, citation.suffix)


def text_fragment(citation: Citation) -> str:
    """What a browser jumps to and marks: ":~:text=prefix-,start,end,-suffix" (W3C, "URL Fragment Text Directives")."""
    words = citation.quote.split()
    start, end = " ".join(words[:LONGEST_START]), " ".join(words[-LONGEST_START:])
    told = [" ".join(words)] if len(words) <= 2 * LONGEST_START else [start, end]
    # A directive matches whole words: what the context cut in two is left out.
    before = " ".join(citation.prefix.split()[1:] if len(citation.prefix) >= AROUND else citation.prefix.split())
    after = " ".join(citation.suffix.split()[:-1] if len(citation.suffix) >= AROUND else citation.suffix.split())
    parts = [f"{_encoded(before)}-"] if before else []
    parts += map(_encoded, told)
    parts += [f"-{_encoded(after)}"] if after else []
    return ":~:text=" + ",".join(parts)


def read_link(address: str) -> Link:
    """The link that an address is. Raises BadQueryError for what is none."""
    name, _, rest = address.strip().removeprefix(SCHEME).partition("#")
    told = dict(parse_qsl(rest.replace("+", "%2B").replace(";", "%3B"), keep_blank_values=True))
    try:
        pairs = [place.split(",") for place in told.get("char", "").split(";")]
        spans = tuple(Span(int(start), int(end)) for start, end in pairs)
    except (ValueError, BadSpanError):
        spans = ()
    words = told.get("quote", "")
    if (
        not address.strip().startswith(SCHEME)
        or not spans
        or sum(span.length for span in spans) != len(words)
        or not words.strip()
    ):
        raise BadQueryError(f"{address[:80]!r} is no link of pincite: it needs a paper, char= and quote=.")
    return Link(unquote(name), spans, words, told.get("prefix", ""), told.get("suffix", ""))


def follow(link: Link, papers: Mapping[str, Paper]) -> Found:
    """Where `link` leads in `papers` (by name): first in the paper of its name, then in all others.

    Other papers are only looked through for the very words: what is like them there is not them.
    """
    own = papers.get(link.paper)
    if own is not None:
        if _stands(link, own):
            return Found(State.HERE, link, own.name, link.spans, link.quote)
        if spans := _again(link, own.text):
            return Found(State.MOVED, link, own.name, spans, own.quote(*spans))
        if changed := _changed(link, own.text):
            return Found(State.CHANGED, link, own.name, (changed,), own.quote(changed))
    elsewhere = [
        (paper, spans) for paper in papers.values() if paper is not own and (spans := _again(link, paper.text))
    ]
    if len(elsewhere) == 1:
        paper, spans = elsewhere[0]
        return Found(State.MOVED, link, paper.name, spans, paper.quote(*spans))
    if own is None and not elsewhere:
        likely = [(paper, span) for paper in papers.values() if (span := _changed(link, paper.text))]
        if len(likely) == 1:
            paper, span = likely[0]
            return Found(State.CHANGED, link, paper.name, (span,), paper.quote(span))
    return Found(State.GONE, link)


def _stands(link: Link, paper: Paper) -> bool:
    """Whether the words are where they were, and nowhere else in surroundings more like theirs."""
    inside = link.spans[-1].end <= len(paper.text)
    if not inside or paper.quote(*link.spans) != link.quote:
        return False
    places = list(_places(link, paper.text))
    here = _likeness(link, paper.text, link.spans)
    return here >= max((_likeness(link, paper.text, each) for each in places), default=0) or len(places) == 1


def _again(link: Link, text: str) -> Spans:
    """Where the very words stand now; () if nowhere, or in several places alike."""
    places = list(_places(link, text))
    if not places:
        return ()
    scores = [_likeness(link, text, place) for place in places]
    best = max(scores)
    if scores.count(best) > 1:
        return ()
    telling = sum(map(str.isalnum, link.quote)) >= TELLING and len(places) == 1
    around = len(even(link.prefix)) + len(even(link.suffix))
    return places[scores.index(best)] if telling or not around or best * 2 >= around else ()


def _places(link: Link, text: str) -> Iterator[Spans]:
    """Wherever the words stand, white space aside."""
    pieces = [r"\s+".join(map(re.escape, piece.split())) for piece in link.pieces if piece.strip()]
    for found in re.finditer(rf"(?s:.){{0,{GAP}}}?".join(f"({piece})" for piece in pieces), text):
        yield tuple(Span(*found.span(group)) for group in range(1, len(pieces) + 1))


def _likeness(link: Link, text: str, spans: Spans) -> int:
    """How many characters around a place read as they did, white space aside."""
    reach = 3 * AROUND
    before, after = text[max(0, spans[0].start - reach) : spans[0].start], text[spans[-1].end : spans[-1].end + reach]
    return common(even(link.prefix)[::-1], even(before)[::-1]) + common(even(link.suffix), even(after))


def _changed(link: Link, text: str) -> Span | None:
    """The words that stand in place of the old ones; None where none are like them, or two places are."""
    best = _best(link.quote, text)
    if best is None:
        return None
    score, span = best
    if even(text[span.start : span.end]) == even(link.quote):
        return None  # the same words in other surroundings: another place
    rest = [_best(link.quote, text[: span.start]), _best(link.quote, text[span.end :])]
    known = common(even(link.prefix)[::-1], even(text[: span.start])[-3 * AROUND :][::-1]) + common(
        even(link.suffix), even(text[span.end : span.end + 3 * AROUND])
    )
    apart = all(other is None or other[0] <= score - APART for other in rest)
    return span if apart or 2 * known >= len(even(link.prefix + link.suffix)) > 0 else None


def _best(words: str, text: str) -> tuple[float, Span] | None:
    """The stretch of `text` most like `words`, grown to whole words, and how like it is."""
    if len(text) < len(words) // 2:
        return None
    found = fuzz.partial_ratio_alignment(words, text, score_cutoff=ALIKE)
    if found is None:
        return None
    start, end = found.dest_start, found.dest_end
    while start > 0 and not text[start - 1].isspace() and start > found.dest_start - AROUND:
        start -= 1
    while end < len(text) and not text[end].isspace() and end < found.dest_end + AROUND:
        end += 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return float(fuzz.ratio(words, text[start:end])), Span(start, end)


def _difference(was: str, now: str) -> Iterator[tuple[str, str]]:
    old, new = was.split(), now.split()
    for tag, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield "same", " ".join(old[i:j])
        else:
            yield from ((name, " ".join(words)) for name, words in (("was", old[i:j]), ("now", new[k:m])) if words)


def _encoded(words: str) -> str:
    """Percent-encoded, with the signs that a directive takes for its own."""
    return quote(words, safe="").replace("-", "%2D")
