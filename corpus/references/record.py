"""The record of a back-reference: words that point at a note or at an entry of the bibliography."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.model import Span


class ReferenceKind(StrEnum):
    """How the words point back."""

    IBID = "ibid"
    """At the work cited just before: Ibid., Id., ebd."""
    OP_CIT = "op_cit"
    """At a work or note named by author or number: Smith, op. cit.; supra note 12; Smith (n 3)."""
    SHORT_TITLE = "short_title"
    """At a work cited in full before: Smith, Short Title, 45."""
    AUTHOR_YEAR = "author_year"
    """At an entry of the bibliography: Smith (2010)."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One back-reference. Resolved when it has a `target` or an `entry`; otherwise `reason` says why not."""

    span: Span
    """The words themselves: "Ibid.", "Smith, Short Title", "(EU, 2012)"."""
    kind: ReferenceKind
    note: int | None = None
    """The index of the note it stands in; None in the body."""
    target: int | None = None
    """The index of the note it resolves to; for an Ibid. the one that names the work."""
    entry: Span | None = None
    """The entry of the bibliography it resolves to, where that is certain."""
    pages: Span | None = None
    """The page numbers given with it."""
    reason: str = ""
    """Empty when resolved, otherwise one plain phrase: "note 12 is missing"."""
