"""What a check finds: the records every part of it speaks in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.model import Spans


class Flaw(StrEnum):
    """What is wrong with a claim, seen from the passages it cites."""

    SOURCE = "source"
    """It cites no passage, or one that was not given."""
    QUOTATION = "quotation"
    """Words in quotation marks are not, word for word and in one place, in a passage."""
    NUMBER = "number"
    """A number that no passage has: of that value, scale and unit."""
    UNIT = "unit"
    """The number is there, with another unit or for another period."""
    BOUND = "bound"
    """The number is there, but "at least" became "at most", or a limit was put on it."""
    TIME = "time"
    """A year or date that no passage has, or that belongs to another number."""
    NAME = "name"
    """Somebody or something that no passage names."""
    ROLE = "role"
    """Number or deed is another's: figures or names have changed places."""
    DENIAL = "denial"
    """The passages say that it is not so, or do not say that it is not so."""
    DIRECTION = "direction"
    """The passages say the reverse: rose, fell; more, less; before, after."""
    NOTHING = "nothing"
    """The passages speak of something else."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One reason why a claim does not hold."""

    flaw: Flaw
    start: int
    """Where in the claim, in code points ..."""
    end: int
    why: str
    """... and in words."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim with what was found against it."""

    claim: str
    faults: tuple[Fault, ...]
    doubts: tuple[str, ...] = ()
    """What a reader should look at, though nothing speaks against it."""

    @property
    def holds(self) -> bool:
        """Whether nothing was found against it."""
        return not self.faults


class Change(StrEnum):
    """What of a quotation is not as it is printed."""

    NUMBER = "number"
    DENIAL = "denial"
    """A "not" or the like, left out or added."""
    WORD = "word"
    CASE = "case"
    PUNCTUATION = "punctuation"


@dataclass(frozen=True, slots=True)
class Difference:
    """One stretch of a quotation that the paper prints otherwise."""

    change: Change
    printed: str
    """Empty for what is not printed there."""
    written: str
    """Empty for what the writer left out."""
    start: int
    """Where in the text as written, in code points ..."""
    end: int
    spans: Spans = ()
    """... and in the paper; none for what is not printed there."""

    @property
    def told(self) -> str:
        """In words."""
        if not self.printed:
            return f"“{self.written}” is not printed there"
        return f"printed “{self.printed}”, " + (f"you wrote “{self.written}”" if self.written else "you left it out")
