"""A new correction and those before it -> why it cannot stand beside them, so that it is refused when it is made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nlp.link.record import Change, Correction
from nlp.model import Label
from nlp.tag.names.linking.offices import sameness

Name = tuple[str, Label]
JOINING = frozenset((Change.MERGE, Change.RENAME))
NEEDS_OTHER = frozenset((Change.MERGE, Change.SPLIT, Change.RENAME, Change.APART))


def conflict(correction: Correction, earlier: Sequence[Correction]) -> str | None:
    """The reason, in one sentence, why `correction` cannot be recorded after `earlier`; None when it can.

    It is refused if it lacks what it is about, or would join, at once or by what was joined before, two
    names that are said to be never the same.
    """
    return _lack(correction) or _forbidden(correction, earlier)


def _lack(correction: Correction) -> str | None:
    change = correction.change
    if change in NEEDS_OTHER and not correction.other:
        return f"a {change} of {correction.name!r} must say which other name is meant"
    if change is Change.RETYPE and correction.other_label in {None, correction.label}:
        return f"a {change} of {correction.name!r} must say which other label it has"
    if change in {Change.MERGE, Change.APART} and _name(correction) == _other(correction):
        return f"{correction.name!r} and {correction.other!r} are one name already"
    return None


def _forbidden(correction: Correction, earlier: Sequence[Correction]) -> str | None:
    if correction.change not in JOINING:
        return None
    joined = _joined([*earlier, correction])
    for pair in earlier:
        if pair.change is Change.APART and _other(pair) in joined.get(_name(pair), ()):
            return f"{pair.name!r} and {pair.other!r} are said to be never the same, and this would join them"
    return None


def _joined(corrections: Sequence[Correction]) -> dict[Name, set[Name]]:
    """Each name with all that are joined to it; what was joined and forbidden at once is not."""
    together: dict[Name, set[Name]] = {}
    for one, other in _links(corrections):
        both = together.get(one, {one}) | together.get(other, {other})
        together.update(dict.fromkeys(both, both))
    return together


def _links(corrections: Sequence[Correction]) -> Iterator[tuple[Name, Name]]:
    apart = {frozenset((_name(each), _other(each))) for each in corrections if each.change is Change.APART}
    for at, each in enumerate(corrections):
        if each.change in JOINING:
            link = _name(each), _other(each)
            if at == len(corrections) - 1 or frozenset(link) not in apart:
                yield link


def _name(correction: Correction) -> Name:
    return sameness(correction.name, correction.label), correction.label


def _other(correction: Correction) -> Name:
    label = correction.other_label or correction.label
    return sameness(correction.other or "", label), label
