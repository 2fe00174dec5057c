"""Names typed for a filter -> all who may be meant; a name that nobody has is an error with what comes near it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from corpus.errors import BadQueryError
from nlp.link.directory import Directory
from nlp.model import Identity
from nlp.tag.names.canon import key

NEAR = 3
"""Suggestions for a name that nobody has."""


def everyone(directory: Directory, typed: Iterable[str]) -> list[Sequence[Identity]]:
    """For each name those whom it may mean: "Colombia" also the Colombians, "GPE:Colombia" only the country.

    Raises BadQueryError for a name that nobody has.
    """
    return [directory.find(name) or _nobody(directory, name) for name in typed]


def the_one(directory: Directory, typed: str) -> Identity:
    """The identity of that name or alias. Raises BadQueryError when there is none or more than one."""
    words = key(typed.rpartition(":")[2])
    (found,) = everyone(directory, [typed])
    named = [one for one in found if any(key(name) == words for name in (one.name, *(a.form for a in one.aliases)))]
    if len(named) == 1:
        return named[0]
    raise BadQueryError(f"{typed!r} may be {' or '.join(map(full_name, named))}: write one of these.")


def full_name(identity: Identity) -> str:
    """What no other identity is called."""
    return f"{identity.label}:{identity.name}"


def _nobody(directory: Directory, typed: str) -> Sequence[Identity]:
    known: dict[str, str] = {}
    for one in directory.identities():
        for name in (one.name, *(alias.form for alias in one.aliases)):
            known.setdefault(name.casefold(), full_name(one))
    near = get_close_matches(typed.rpartition(":")[2].strip().casefold(), known, NEAR)
    meant = list(dict.fromkeys(known[name] for name in near))
    hint = f"near to it: {', '.join(meant)}" if meant else "`pincite entities` lists them"
    raise BadQueryError(f"nobody is called {typed!r} in these papers ({hint}).")
