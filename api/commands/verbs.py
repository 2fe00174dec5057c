"""The words and options after `pincite correct` -> what is asked, or a usage error that says how to write it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import typer

from corpus.model import Span


class Verb(StrEnum):
    """What can be said, and done with what was said."""

    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    RETYPE = "retype"
    DROP = "drop"
    APART = "apart"
    LIST = "list"
    UNDO = "undo"
    EXPORT = "export"
    IMPORT = "import"


WORDS: Mapping[Verb, tuple[int, str]] = {
    Verb.MERGE: (2, "NAME OTHER..."),
    Verb.SPLIT: (1, "FORM --as NAME"),
    Verb.RENAME: (2, "NAME NEW"),
    Verb.RETYPE: (2, "NAME LABEL"),
    Verb.DROP: (1, "NAME"),
    Verb.APART: (2, "NAME OTHER"),
    Verb.LIST: (0, ""),
    Verb.UNDO: (1, "NUMBER"),
    Verb.EXPORT: (1, "FILE"),
    Verb.IMPORT: (1, "FILE"),
}
"""How many words follow each verb, and what they are."""
OPTIONS: Mapping[Verb, frozenset[str]] = {
    Verb.SPLIT: frozenset({"--as", "--of", "--paper", "--at"}),
    Verb.RETYPE: frozenset({"--paper", "--at"}),
    Verb.DROP: frozenset({"--printed", "--paper", "--at"}),
    Verb.LIST: frozenset({"--orphans"}),
}
"""The options that say something with each verb."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says."""

    verb: Verb
    words: list[str]
    to: str | None
    name: str | None
    printed: str | None
    paper: str | None
    at: Span | None
    orphans: bool

    def check(self) -> None:
        """Raises a usage error for words too few or too many, and for options that do not go with the verb."""
        count, shown = WORDS[self.verb]
        many = self.verb is Verb.MERGE and len(self.words) > count
        if len(self.words) != count and not many:
            raise typer.BadParameter(f"write: pincite correct {self.verb} {shown}".rstrip() + ".")
        given = {
            "--as": self.to,
            "--of": self.name,
            "--printed": self.printed,
            "--paper": self.paper,
            "--at": self.at,
            "--orphans": self.orphans or None,
        }
        idle = [name for name, value in given.items() if value is not None and name not in OPTIONS.get(self.verb, ())]
        if idle:
            raise typer.BadParameter(f"{idle[0]} says nothing with {self.verb}; leave it out.")
        if self.verb is Verb.SPLIT and self.to is None:
            raise typer.BadParameter("say who it is instead, with --as NAME.")
        if self.at is not None and self.paper is None:
            raise typer.BadParameter("--at needs the paper, with --paper PAPER.")
