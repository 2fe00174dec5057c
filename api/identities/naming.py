"""A name that a user typed -> the one identity that is meant, or a sentence that helps to say it better."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from api.identities.wording import full
from corpus.errors import BadQueryError
from nlp.link.directory import Directory
from nlp.link.record import Identity
from nlp.model import Label
from nlp.tag.names.lists.canon import key

MOST_SHOWN = 5
"""Candidates that an error names, and papers of each."""
LONGEST = 500
"""Characters of a name."""
NO_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
NEAR = 3
"""Suggestions for a name that nobody has."""


def the_one(directory: Directory, typed: str, *, paper: str | None = None) -> Identity:
    """The identity of that name or alias; accents and case do not matter, "ORG:CIC" means that label only.

    With a `paper`, one that is named there. Raises BadQueryError when there is none or more than one.
    """
    found = called(directory, typed)
    here = [one for one in found if paper is None or paper in one.papers]
    if len(here) == 1:
        return here[0]
    if here:
        raise BadQueryError(f"{typed!r} may be {_listed(here)}: write one of these names, with its label before it.")
    if found:
        raise BadQueryError(f"{typed!r} is not named in {paper}; it is {_listed(found)}.")
    raise BadQueryError(f"nobody is called {typed!r} in these papers{_suggested(directory, typed)}.")


def called(directory: Directory, typed: str) -> list[Identity]:
    """Those of that very name or alias, without the people of a country or what else a search would take in.

    "ORG:CIC" is the ORG whose own name is CIC if there is one: so each can be named, whatever its aliases.
    """
    label, name = unpinned(typed)
    found = [one for each in ([label] if label else Label) for one in directory.find(full(name, each))]
    return [one for one in found if label and one.name == name] or found


def everyone(directory: Directory, typed: Iterable[str]) -> list[Sequence[Identity]]:
    """For each name those whom a search for it takes in: "Colombia" also the Colombians, "GPE:Colombia" does not.

    Raises BadQueryError for a name that nobody has.
    """
    return [directory.find(name) or [the_one(directory, name)] for name in typed]


def full_name(identity: Identity) -> str:
    """What no other identity is called: "ORG:CIC"."""
    return full(identity.name, identity.label)


def unpinned(typed: str) -> tuple[Label | None, str]:
    """A name, and the label that stands before it."""
    before, _, after = typed.partition(":")
    label = before.strip().upper()
    return (Label(label), after.strip()) if label in set(Label) else (None, typed.strip())


def new_name(typed: str) -> str:
    """A name that a user gives, with single spaces. Raises BadQueryError for none, and for what is no text."""
    name = " ".join(typed.split())
    if not name:
        raise BadQueryError("the new name is empty: say what to show.")
    if len(name) > LONGEST or NO_TEXT.search(name):
        raise BadQueryError(f"a name has at most {LONGEST} characters, none of them control characters.")
    return name


def the_form(identity: Identity, typed: str, *, paper: str | None = None) -> str:
    """The printed form of an identity that is meant, exactly as it is printed (in that paper).

    Raises BadQueryError when it is never printed so, or in several ways.
    """
    forms = dict.fromkeys(alias.form for alias in identity.aliases if paper in {None, alias.paper})
    near = [form for form in forms if key(form) == key(typed)]
    if typed in forms or len(near) == 1:
        return typed if typed in forms else near[0]
    printed = ", ".join(f'"{form}"' for form in near or list(forms)[:MOST_SHOWN])
    raise BadQueryError(f"{full_name(identity)} is printed {printed}: write one of these exactly, not {typed!r}.")


def _names(identity: Identity) -> Sequence[str]:
    return [identity.name, *dict.fromkeys(alias.form for alias in identity.aliases)]


def _listed(identities: Sequence[Identity]) -> str:
    """Candidates with their papers: '"ORG:CIC" (a.txt) or "ORG:CIC Group" (b.txt, c.txt)'."""
    shown = [f'"{full_name(one)}" ({_papers(one)})' for one in identities[:MOST_SHOWN]]
    more = len(identities) - len(shown)
    return " or ".join(shown) + (f" or {more:,} more" if more else "")


def _papers(identity: Identity) -> str:
    papers = list(identity.papers)
    more = len(papers) - MOST_SHOWN
    return ", ".join(papers[:MOST_SHOWN]) + (f" and {more:,} more" if more > 0 else "")


def _suggested(directory: Directory, typed: str) -> str:
    """Near names, for a slip of the finger."""
    known: dict[str, str] = {}
    for one in directory.identities():
        for name in _names(one):
            known.setdefault(name.casefold(), full_name(one))
    near = get_close_matches(typed.rpartition(":")[2].strip().casefold(), known, NEAR)
    return f" (near to it: {', '.join(dict.fromkeys(known[name] for name in near))})" if near else ""
