"""Corrections <-> rows of words, which the store, a plain file and every door's records have in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import UTC, datetime

from corpus.corrections import COLUMNS, Kept
from nlp.model import Anchor, Change, Correction, Label

NEEDS: Mapping[Change, tuple[str, ...]] = {
    Change.MERGE: ("other",),
    Change.SPLIT: ("other", "form"),
    Change.RENAME: ("other",),
    Change.RETYPE: ("other_label",),
    Change.DROP: (),
    Change.APART: ("other",),
}
"""What a correction of each kind must say beside `name` and `label`."""


def now() -> str:
    """This moment as `said_at` has it."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


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


def same(one: Correction, other: Correction) -> bool:
    """Whether two say the same, whenever they were said."""
    return replace(one, said_at="") == replace(other, said_at="")
