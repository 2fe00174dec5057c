"""A user's corrections -> uses moved to where the user says they belong.

Every correction moves uses to an address (a name and a label), or to nobody: MERGE all of `other` to
`name`, RENAME all of `name` to `other`, RETYPE to the other label, SPLIT some of `name` to `other`, DROP to
nobody. Who comes to an address that somebody has joins them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from nlp.link.uses import Address, Use, Uses
from nlp.model import Anchor, Change, Correction, Mention


class Orphan(NamedTuple):
    """A correction that fits nothing now, and why, in one sentence."""

    correction: Correction
    reason: str


def apply(uses: Uses, corrections: Sequence[Correction], places: Mapping[Anchor, Mention]) -> list[Orphan]:
    """Move `uses` as the corrections say, the earliest first; what fits nothing is given back."""
    orphans = []
    for correction in corrections:
        moved = list(_selected(uses, correction, places))
        if moved:
            uses.move(moved, _target(correction))
        else:
            orphans.append(Orphan(correction, f"nothing is called {correction.name!r} ({correction.label}) any more"))
    return orphans


def _target(correction: Correction) -> Address | None:
    change, name, other = correction.change, correction.name, correction.other or correction.name
    if change is Change.DROP:
        return None
    if change is Change.MERGE:
        return Address(name, correction.label)
    return Address(other, correction.other_label or correction.label)


def _selected(uses: Uses, correction: Correction, places: Mapping[Anchor, Mention]) -> Iterable[Use]:
    merge = correction.change is Change.MERGE
    name = (correction.other or "") if merge else correction.name
    label = (correction.other_label or correction.label) if merge else correction.label
    here = list(uses.at.get(Address(name, label), ()))
    if correction.form is not None:
        here = [use for use in here if use.form == correction.form]
    if correction.change in {Change.SPLIT, Change.RETYPE, Change.DROP} and correction.at is not None:
        here = [use for use in here if use.paper == correction.at.paper]
        if correction.at.quote:
            mention = places.get(correction.at)
            found = next((use for use in here if mention and use.place in {None, mention.span}), None)
            here = [uses.take_out(found, mention.span)] if found and mention else []
    return here
