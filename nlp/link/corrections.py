"""A user's corrections -> uses moved to where the user says they belong.

Each correction moves uses to an address (a name and a label) or to nobody: MERGE all of `other` to `name`,
RENAME all of `name` to `other`, RETYPE to the other label, SPLIT some of `name` to `other`, DROP to nobody.
Who comes to an address that somebody has joins them. They are applied in the order in which they were
said, so the later one stands above the earlier; only APART is read first of all, and stands above all.

A correction about one place (its anchor has a quotation) is about that place whatever the tagger calls it
by now; any other is about the identity of its name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from nlp.link.apart import Bars
from nlp.link.joining import in_paper
from nlp.link.naming import Naming
from nlp.link.record import Anchor, Change, Correction
from nlp.link.uses import Address, Use, Uses, same_print
from nlp.model import Mention

PARTIAL = frozenset((Change.SPLIT, Change.RETYPE, Change.DROP))
"""These may be about some of an identity's mentions."""


class Orphan(NamedTuple):
    """A correction that fits nothing now, and why, in one sentence."""

    correction: Correction
    reason: str


def apply(uses: Uses, corrections: Sequence[Correction], places: Mapping[Anchor, Mention]) -> list[Orphan]:
    """Move `uses` as the corrections say, the earliest first; those that fit nothing are given back.

    `places`: for each anchor with a quotation the mention that stands there now.
    """
    return _Bench(uses, corrections, places).work()


class _Bench:
    """One application of corrections to uses."""

    def __init__(self, uses: Uses, corrections: Sequence[Correction], places: Mapping[Anchor, Mention]) -> None:
        self._uses, self._corrections, self._places = uses, corrections, places
        self._naming = Naming(uses)
        pairs = {at: each for at, each in enumerate(corrections) if each.change is Change.APART}
        self._bars = Bars(uses, self._naming, pairs)

    def work(self) -> list[Orphan]:
        reasons: dict[int, str] = {}
        for at, correction in enumerate(self._corrections):
            reason = None if correction.change is Change.APART else self._apply(correction)
            if reason is not None:
                reasons[at] = reason
            self._bars.settle()
        for at, pair in self._bars.pending.items():
            reasons[at] = f"{pair.name!r} and {pair.other!r} are not both here"
        return [Orphan(self._corrections[at], reason) for at, reason in sorted(reasons.items())]

    def _apply(self, correction: Correction) -> str | None:
        """Do what it says; else why it cannot be done."""
        moved = self._moved(correction)
        if isinstance(moved, str):
            return moved
        target = self._target(correction, moved)
        if target is not None and self._bars.clash(moved, target):
            return f"another correction keeps {correction.name!r} apart from what is called {target.name!r}"
        self._uses.move(moved, target)
        return None

    def _moved(self, correction: Correction) -> list[Use] | str:
        """The uses it is about; a sentence when there are none."""
        at = correction.at if correction.change in PARTIAL else None
        if at is not None and at.quote:
            return self._placed(at)
        moves_other = correction.change is Change.MERGE
        name = correction.other or "" if moves_other else correction.name
        label = (correction.other_label if moves_other else None) or correction.label
        address = self._naming.address(name, label, correction.at)
        if address is None:
            return [] if self._is_done(correction, name) else f"nothing is called {name!r} ({label}), or too many are"
        if moves_other and self._naming.address(correction.name, correction.label, correction.at) is None:
            return f"nothing is called {correction.name!r} ({correction.label}), or too many are"
        here = [use for use in self._uses.at[address] if at is None or use.paper == at.paper]
        if correction.form is not None:
            here = [use for use in here if same_print(use.form, correction.form)]
        return here or self._nothing(correction, address)

    def _nothing(self, correction: Correction, address: Address) -> list[Use] | str:
        where = f" in {correction.at.paper}" if correction.at is not None else ""
        what = f"is printed {correction.form!r}" if correction.form is not None else "is named"
        return [] if self._is_done(correction, address.name) else f"{address.name!r} {what} nowhere{where}"

    def _placed(self, at: Anchor) -> list[Use] | str:
        mention = self._places.get(at)
        use = self._use(at, mention) if mention is not None else None
        if mention is None or use is None:
            return f"no name stands at {at.quote!r} in {at.paper}, or it stands there several times"
        one = self._uses.take_out(use, mention.span)
        self._bars.follow(use, one)
        return [one]

    def _use(self, at: Anchor, mention: Mention) -> Use | None:
        return self._uses.find((at.paper, mention.entity, mention.label), at.quote, mention.span)

    def _is_done(self, correction: Correction, name: str) -> bool:
        """Whether all that papers call so, and it is about, is where it says already."""
        named = self._naming.called(name, correction.label)
        about = [
            use
            for use in named
            if (correction.form is None or same_print(use.form, correction.form))
            and (correction.at is None or correction.at.paper == use.paper)
        ]
        return bool(about) and {self._uses.where[use] for use in about} == {self._target(correction, about)}

    def _target(self, correction: Correction, moved: Sequence[Use]) -> Address | None:
        change, label = correction.change, correction.other_label or correction.label
        if change is Change.DROP:
            return None
        if change is Change.MERGE:
            return self._naming.address(correction.name, correction.label, correction.at)
        if change is Change.RETYPE:
            here = next((self._uses.where[use] for use in moved), None)
            return Address(here.name if here else correction.name, label)
        if correction.other is None:
            return in_paper(correction.name, label, moved[0].paper)
        known = self._naming.address(correction.other, label) if change is Change.SPLIT else None
        return known or Address(correction.other, label)
