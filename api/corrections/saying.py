"""The words of a user -> the correction they mean, by the names that identities have now.

Every function may raise BadQueryError for a name that nobody has or several have, and for a new name that is taken.
"""

from __future__ import annotations

from api.corrections.contradictions import Said
from api.corrections.spots import Spot
from api.identities.current import Known
from api.identities.naming import called, new_name, the_form, the_one, unpinned
from api.identities.wording import full, sentence
from corpus.errors import BadQueryError, ContradictionError
from nlp.link.record import Anchor, Change, Correction, Identity
from nlp.model import Label


def merge(known: Known, name: str, other: str) -> Correction:
    """The two are the same, and are shown as `name`."""
    one, two = the_one(known.directory, name), the_one(known.directory, other)
    return Correction(Change.MERGE, one.name, one.label, two.name, two.label)


def apart(known: Known, name: str, other: str) -> Correction:
    """The two are never the same. Raises ContradictionError when a correction made them one."""
    one, two = the_one(known.directory, name), the_one(known.directory, other)
    if one is not two:
        return Correction(Change.APART, one.name, one.label, two.name, two.label)
    _, bare = unpinned(name)
    _, other_bare = unpinned(other)
    check(said(known), known, Correction(Change.APART, bare, one.label, other_bare))
    raise BadQueryError(f"{full(one.name, one.label)} has both names in these papers: split one from it first.")


def rename(known: Known, name: str, shown: str) -> Correction:
    """`name` is shown as `shown`."""
    one, words = the_one(known.directory, name), new_name(shown)
    _demand_free(known, words, one.label, unlike=one)
    return Correction(Change.RENAME, one.name, one.label, words)


def retype(known: Known, name: str, typed: str, spot: Spot | None) -> Correction:
    """`name` is of the label that was typed; at a `spot` only there."""
    one = _named(known, name, spot)
    if typed.upper() not in set(Label):
        raise BadQueryError(f"{typed!r} is no label: write {', '.join(Label)}.")
    label = Label(typed.upper())
    if spot is None:
        _demand_free(known, one.name, label, unlike=one)
    return Correction(Change.RETYPE, one.name, one.label, other_label=label, at=_at(spot))


def split(known: Known, form: str, other: str, name: str | None, spot: Spot | None) -> Correction:
    """The printed form of `name` (else of the one who is printed so) stands for `other`, which may be a new name."""
    one = _named(known, name or form, spot)
    printed = spot.form if spot and spot.mention else the_form(one, form, paper=_paper(spot))
    found = called(known.directory, other)
    if found:
        to = the_one(known.directory, other)
        return Correction(Change.SPLIT, one.name, one.label, to.name, to.label, printed, _at(spot))
    label, words = unpinned(other)
    return Correction(Change.SPLIT, one.name, one.label, new_name(words), label or one.label, printed, _at(spot))


def drop(known: Known, name: str, form: str | None, spot: Spot | None) -> Correction:
    """`name`, or its printed form alone, names nobody; at a `spot` only there."""
    one = _named(known, name, spot)
    printed = None if form is None else the_form(one, form, paper=_paper(spot))
    return Correction(Change.DROP, one.name, one.label, form=printed, at=_at(spot))


def said(known: Known) -> Said:
    """All corrections so far, by their numbers in words."""
    table = Said(known.directory)
    for number, each in known.corrections.items():
        table.add(str(number), each)
    return table


def check(table: Said, known: Known, new: Correction) -> None:
    """Raises ContradictionError, which names the earlier correction and how to undo it, if `new` says the opposite."""
    number = table.against(new)
    if number is not None:
        earlier = sentence(known.corrections[int(number)])
        raise ContradictionError(
            f"correction {number} says that {earlier}: take it back first, with `pincite correct undo {number}`."
        )


def _named(known: Known, typed: str, spot: Spot | None) -> Identity:
    """Whom a user means at a place, where that decides between several of the name."""
    if spot is None or spot.mention is None:
        return the_one(known.directory, typed, paper=_paper(spot))
    there = known.directory.of(spot.at.paper, spot.mention, spot.form)
    if there is None:
        raise BadQueryError(f'"{spot.at.quote}" names nobody there by an earlier correction: `pincite correct list`.')
    if there not in called(known.directory, typed):
        raise BadQueryError(f'"{spot.at.quote}" is {full(there.name, there.label)} there, not {typed!r}.')
    return there


def _at(spot: Spot | None) -> Anchor | None:
    return None if spot is None else spot.at


def _paper(spot: Spot | None) -> str | None:
    return None if spot is None else spot.at.paper


def _demand_free(known: Known, name: str, label: Label, *, unlike: Identity) -> None:
    """Raises BadQueryError when somebody else has that name: a wrong merge must be asked for by its own word."""
    taken = [one for one in known.directory.identities() if (one.name, one.label) == (name, label) and one != unlike]
    if taken:
        raise BadQueryError(f'there is another "{full(name, label)}" ({", ".join(taken[0].papers)}): merge the two.')
