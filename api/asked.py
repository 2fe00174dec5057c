"""Names typed for a filter -> all who may be meant; a name that nobody has is an error with what comes near it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from corpus.errors import BadQueryError
from nlp.link.directory import Directory
from nlp.model import Identity

NEAR = 3
"""Suggestions for a name that nobody has."""


def everyone(directory: Directory, typed: Iterable[str]) -> list[Sequence[Identity]]:
    """For each name those whom it may mean: "Colombia" also the Colombians, "GPE:Colombia" only the country.

    Raises BadQueryError for a name that nobody has.
    """
    return [directory.find(name) or _nobody(directory, name) for name in typed]


def _nobody(directory: Directory, typed: str) -> Sequence[Identity]:
    known: dict[str, str] = {}
    for one in directory.identities():
        for name in (one.name, *(alias.form for alias in one.aliases)):
            known.setdefault(name.casefold(), f"{one.label}:{one.name}")
    near = get_close_matches(typed.rpartition(":")[2].strip().casefold(), known, NEAR)
    meant = list(dict.fromkeys(known[name] for name in near))
    hint = f"near to it: {', '.join(meant)}" if meant else "`pincite entities` lists them"
    raise BadQueryError(f"nobody is called {typed!r} in these papers ({hint}).")
