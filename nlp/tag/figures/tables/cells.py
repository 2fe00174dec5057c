"""A cell of a table -> its words, and whether they are a number, a year or nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.model import Span, Spans, within
from corpus.prose import plain, prose

_MARKS = re.compile(
    r"(?:\s?[*†‡§¶#]|\s?[⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍ]|\s?\^\w{1,2}\^?|\s?\[\^?\w{1,2}\]"
    r"|(?<=\d)\s?[a-f](?:,[a-f])*|(?<=\d)\s?\([a-z]{1,2}\)|(?<=\d)\s?/[a-z\d])+\s*$"
)
LONGEST_MARKS = 40
"""Characters of a cell's end among which its note marks are looked for."""
_NUMERIC = re.compile(
    r"""[\s(~<>≤≥≈c.+−–-]*(?:[A-Z]{0,4}[$€£¥₹₦₱]\w?|[A-Z]{3}|Rs\.?|R|RM|kr\.?)?\s?[+−–-]?\s?\d[\d,.\s'’]*
        (?:\s?[-–]\s?\d[\d,.\s]*)?\s?(?:%|[kmb]n?|million|billion|thousand|crore|lakh|[€$£]|[A-Z]{3}|ha|km²?
          |kg|x)?[\s)+*]*""",
    re.VERBOSE | re.IGNORECASE,
)
_YEAR = re.compile(
    r"(?:(?:FY|CY|AY)\s?)?['’]?(?:(?:1[5-9]|20)\d\d|(?<=FY)\d\d)(?:\s?[-–—/]\s?(?:(?:1[5-9]"
    r"|20)?\d\d))?\s?[aefprb*]?(?:\s?\(?(?:est|proj|prov|actual|budget|forecast|plan|r|p|e|f)\w*\.?\)?)?",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"[^\w%‰$€£¥₹]*|n\.?/?[ad]\.?|nil|none|nap|tbc|tbd|(?:not\s)?(?:available|applicable)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: where it stands, and its words without note marks."""

    span: Span
    text: str
    numeric: bool = False
    """A number and hardly anything else."""
    year: bool = False
    """A year, a fiscal year, or several."""
    empty: bool = True
    """Nothing, a dash, "n/a"."""
    markers: Spans = ()
    """The note markers printed in it."""


def read_cell(text: str, span: Span, markers: Spans = ()) -> Cell:
    """The cell at `span` of `text`; `markers` are the known note markers of its table."""
    its = within(markers, (span,)) if markers and span.length else ()
    words = " ".join(prose(text, (span,), its).text.split()) if its else plain(text, span)
    if not words:
        return Cell(span, "")
    if words.isascii() and words.isdecimal():
        return Cell(span, words, numeric=True, year=_YEAR.fullmatch(words) is not None, empty=False, markers=its)
    words = words[:-LONGEST_MARKS] + _MARKS.sub("", words[-LONGEST_MARKS:])
    return Cell(
        span,
        words,
        _NUMERIC.fullmatch(words) is not None,
        _YEAR.fullmatch(words) is not None,
        _EMPTY.fullmatch(words) is not None,
        its,
    )
