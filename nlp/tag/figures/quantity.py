"""What a number with its unit is, in one string: the record that all readers of figures pass on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from nlp.model import Kind
from nlp.tag.figures.numbers import Number, times
from nlp.tag.figures.units import Unit

RANGE = re.compile(r"\s?[-–‑]\s?|\s(?:to|through)\s|[—]")
"""What makes two numbers the ends of one range."""
_ENDS = re.compile(
    r"""\s*(?:[.,;:!?()\[\]"“”’–—\x00]|\Z)
      | [\s-](?:in|for|from|by|to|on|at|over|under|per|an?|and|or|but|with|as|than|while|whereas|when|which
        |who|between|during
          |since|until|annually|yearly|respectively|each|every|compared|up|down|was|were|is|are|has|had|have
            |will|would|could|can|may|might|must|should|shall
          |of\s(?:which|this|that|it|these)|worth|before|after|through|across|within|because|if|so|then|this
            |last|next|into|via
          |instead|not|that|the|more|less|went|came|goes|a|it|they|we|he|she|came|remain\w*|alone|overall
            |total|annual|apiece|now|today|here|there|soon|later|earlier|already|also|too|again|by)\b""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Habits:
    """How a paper writes its numbers, told from the whole of it."""

    decimal_commas: bool = False
    """Whether "5.154" is five thousand."""
    pence: bool = False
    """Whether "50p" is money: the paper writes in pounds."""
    letters: frozenset[str] = frozenset()
    """Shy signs that this paper uses for money: "R" where "R4 billion" is spent."""


PLAIN = Habits()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, or two that make a range, with what is printed beside it. Offsets are into the string."""

    start: int
    end: int
    low: float
    high: float
    number: Number
    unit: Unit | None = None
    leads: bool = False
    """The unit stands before the number."""
    implied: bool = False
    """Unit or scale is shared with a neighbour that prints it."""
    ranged: bool = False

    @property
    def scaled(self) -> bool:
        """Whether a scale is known, be it in words or by the unit ("MUSD")."""
        return self.number.scale > 1

    def is_money(self) -> bool:
        """Whether a currency is known."""
        return self.unit is not None and self.unit.kind is Kind.MONEY

    def times(self, factor: float) -> Quantity:
        """The same quantity, `factor` times as large, its number counted as scaled."""
        return replace(
            self, low=times(self.low, factor), high=times(self.high, factor), number=self.number.scaled(factor)
        )


@dataclass(frozen=True, slots=True)
class Counted:
    """A count, rate or fraction at ``text[start:end]``."""

    start: int
    end: int
    kind: Kind
    low: float
    high: float
    unit: str
    implied: bool = False


def ends_phrase(text: str, at: int) -> bool:
    """Whether no noun follows at `at`: the number before stands for something named elsewhere."""
    return _ENDS.match(text, at) is not None
