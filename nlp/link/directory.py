"""Entities of single papers and a user's corrections -> who is who in the whole library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from nlp.link.corrections import apply
from nlp.link.finding import Finder
from nlp.link.joining import join
from nlp.link.record import Anchor, Correction, Identity
from nlp.link.uses import Uses
from nlp.model import Entity, Mention


class Directory:
    """The identities of a library. Immutable, and a function of values only: the same papers, the same identities.

    `papers`: name -> its entities. `corrections`: the earliest first. `places`: for each correction's anchor
    with a quotation the mention that stands there now (anchors.find_mention tells); none for one that is gone.
    """

    def __init__(
        self,
        papers: Mapping[str, Sequence[Entity]],
        corrections: Sequence[Correction] = (),
        places: Mapping[Anchor, Mention] | None = None,
    ) -> None:
        self._uses = Uses(papers, join(papers))
        self._orphans = apply(self._uses, corrections, places or {})

    def identities(self) -> Sequence[Identity]:
        """All of them, by falling number of mentions, then by name."""
        return self._finder.identities

    def of(self, paper: str, mention: Mention, form: str) -> Identity | None:
        """Who a mention of a paper is; `form` is what is printed there. None: a correction says that it is nobody.

        Raises KeyError for a mention that is none of the papers' entities.
        """
        use = self._uses.find((paper, mention.entity, mention.label), form, mention.span)
        if use is None:
            raise KeyError(f"{mention.entity!r} ({mention.label}), printed {form!r}, is no entity of {paper!r}")
        address = self._uses.where[use]
        return None if address is None else self._finder.by_address[address]

    def find(self, typed: str) -> list[Identity]:
        """Whom a user may mean, by any name or alias, accents and case aside; those of the same name first.

        "GPE:Colombia" means that label only; a plain "Colombia" also finds the people.
        """
        return self._finder.find(typed)

    @property
    def orphans(self) -> Sequence[Correction]:
        """The corrections that fit nothing now; they come back to life when what they speak of returns."""
        return [orphan.correction for orphan in self._orphans]

    @property
    def reasons(self) -> Sequence[str]:
        """For each of `orphans` why, in one sentence."""
        return [orphan.reason for orphan in self._orphans]

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self._uses)
