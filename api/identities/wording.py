"""Corrections <-> rows of words, which the store, a plain file and every door's records have in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

from corpus.kept import Kept
from nlp.link.record import Anchor, Change, Correction
from nlp.model import Label

Word = TypeVar("Word", bound=StrEnum)
NEEDS: Mapping[Change, tuple[str, ...]] = {
    Change.MERGE: ("other",),
    Change.SPLIT: ("other", "form"),
    Change.RENAME: ("other",),
    Change.RETYPE: ("other_label",),
    Change.DROP: (),
    Change.APART: ("other",),
}
"""What a correction of each kind must say beside `name` and `label`."""


def now(not_before: str = "") -> str:
    """This moment as `said_at` has it, or a later one, if a clock that was wrong has said so."""
    return max(not_before, _written(datetime.now(UTC)))


def moment(typed: str) -> str:
    """A time in ISO 8601, UTC if it names no zone, as `said_at` has it. Raises ValueError for what is none."""
    try:
        time = datetime.fromisoformat(typed)
        return _written(time.replace(tzinfo=time.tzinfo or UTC).astimezone(UTC))
    except (ValueError, OverflowError):
        raise ValueError(f"'said_at' is no time such as {now()}") from None


def _written(time: datetime) -> str:
    return time.isoformat(timespec="seconds").replace("+00:00", "Z")


def kept_of(correction: Correction) -> Kept:
    """The row that keeps a correction."""
    at = correction.at
    where = {} if at is None else asdict(at)
    return Kept(
        change=str(correction.change),
        name=correction.name,
        label=str(correction.label),
        other=correction.other,
        other_label=None if correction.other_label is None else str(correction.other_label),
        form=correction.form,
        **where,
        said_at=correction.said_at,
    )


def correction_of(kept: Kept) -> Correction:
    """The way back from `kept_of`. Raises ValueError, with what is wrong, for a row that is no correction."""
    change = _one_of(Change, kept.change, "change")
    for name in ("name", *NEEDS[change]):
        if not getattr(kept, name):
            raise ValueError(f"{change} needs {name!r}")
    if kept.paper is None and (kept.quote or kept.prefix or kept.suffix):
        raise ValueError("a 'quote' needs the 'paper' it stands in")
    at = None if kept.paper is None else Anchor(kept.paper, kept.quote or "", kept.prefix or "", kept.suffix or "")
    other = None if kept.other_label is None else _one_of(Label, kept.other_label, "other_label")
    label = _one_of(Label, kept.label, "label")
    return Correction(change, kept.name, label, kept.other, other, kept.form, at, kept.said_at)


def timeless(correction: Correction) -> Correction:
    """What a correction says, whenever it was said."""
    return replace(correction, said_at="")


def _one_of(words: type[Word], value: str, field: str) -> Word:
    """The word of that value. Raises ValueError for one that there is not."""
    if value not in set(words):
        raise ValueError(f"{field!r} is none of {', '.join(words)}")
    return words(value)


def sentence(correction: Correction) -> str:
    """What a correction says, on one line: "ORG:OAS is ORG:Organization of American States"."""
    name = full(correction.name, correction.label)
    other = full(correction.other or correction.name, correction.other_label or correction.label)
    form = "" if correction.form is None else f' where "{correction.form}" is printed'
    said = {
        Change.MERGE: f"{other} is {name}",
        Change.SPLIT: f"{name} is {other}{form}",
        Change.RENAME: f"{name} is shown as {correction.other}",
        Change.RETYPE: f"{name} is {correction.other_label}{form}",
        Change.DROP: f"{name} is nobody{form}",
        Change.APART: f"{name} and {other} are never the same",
    }[correction.change]
    return said + ("" if correction.at is None else f" {_where(correction.at)}")


def full(name: str, label: Label) -> str:
    """A name with its label before it, as one types it to mean nobody else."""
    return f"{label}:{name}"


def _where(at: Anchor) -> str:
    return f'in {at.paper}, at "{at.prefix}[{at.quote}]{at.suffix}"' if at.quote else f"in {at.paper}"
