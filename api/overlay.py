"""A paper's mentions and entities as they were tagged -> the same as corrected.

What no correction touches stays as it is, name by name: only identities that are others than they would be without
corrections are shown under their new name and label, and what names nobody is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from corpus.model import Paper, Spans
from nlp.link.directory import Directory
from nlp.link.printed import printed_form
from nlp.model import Entity, Identity, Mention
from nlp.tag.names.entities import Printed, counted


class Overlay:
    """What corrections change, for any paper of the library. `tagged` is the directory without them."""

    def __init__(self, corrected: Directory, tagged: Directory) -> None:
        self._directory = corrected
        now, before = set(corrected.identities()), set(tagged.identities())
        self._touched = {(one.name, one.label) for one in now - before}
        self._papers = {paper for one in now ^ before for paper in one.papers}

    def of(
        self, paper: Paper, markers: Spans, mentions: Sequence[Mention], entities: Sequence[Entity]
    ) -> tuple[Sequence[Mention], Sequence[Entity]]:
        """The mentions and entities of a paper, which were tagged as given, as corrected."""
        if paper.name not in self._papers:
            return mentions, entities
        aliases = {(one.name, one.label): one.aliases for one in entities}
        shown: list[Mention] = []
        printed: Printed = {}
        for mention in mentions:
            form = printed_form(paper.text, mention.span, markers, aliases[mention.entity, mention.label])
            identity = self._directory.of(paper.name, mention, form)
            if identity is not None:
                named = self._as_named(mention, identity)
                shown.append(named)
                printed.setdefault((named.entity, named.label), Counter())[form, named.by] += 1
        return shown, counted(printed)

    def _as_named(self, mention: Mention, identity: Identity) -> Mention:
        if (identity.name, identity.label) not in self._touched:
            return mention
        return replace(mention, label=identity.label, entity=identity.name)
