"""A cell of a table -> its words, and whether they are a number, a year or nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.model import Span
from corpus.prose import prose

_MARKS = re.compile(
    r"(?:\s?[*†‡§¶#]+|\s?[⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍ]+|\s?\^\w{1,2}\^?|\s?\[\^?\w{1,2}\]"
    r"|(?<=\d)\s?[a-f](?:,[a-f])*|(?<=\d)\s?\([a-z]{1,2}\)|(?<=\d)\s?/[a-z\d])+\s*$"
)
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
_EMPTY = re.compile(r"\W*|n\.?/?[ad]\.?|nil|none|nap|tbc|tbd|(?:not\s)?(?:available|applicable)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that prints something: where, and its words without note marks."""

    span: Span
    text: str

    @property
    def numeric(self) -> bool:
        """A number and hardly anything else."""
        return _NUMERIC.fullmatch(self.text) is not None

    @property
    def year(self) -> bool:
        """A year, a fiscal year, or several."""
        return _YEAR.fullmatch(self.text) is not None

    @property
    def empty(self) -> bool:
        """Nothing, a dash, "n/a"."""
        return _EMPTY.fullmatch(self.text) is not None


def read_cell(text: str, span: Span) -> Cell:
    """The cell at `span` of `text`."""
    words = " ".join(prose(text, (span,)).text.split())
    return Cell(span, _MARKS.sub("", words))
