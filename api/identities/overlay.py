"""A paper's mentions and entities as they were tagged -> the same as corrected.

What no correction touches stays as it is, name by name: only identities that are others than they would be without
corrections are shown under their new name and label, and what names nobody is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from corpus.model import Paper, Spans
from nlp.link.directory import Directory
from nlp.link.printed import printed_form
from nlp.model import Entity, Label, Mention
from nlp.tag.names.linking.counting import Printed, counted


class Overlay:
    """What corrections change, for any paper of the library.

    `directories`: makes the directory with the corrections and the one without, when they are first needed.
    """

    def __init__(self, directories: Callable[[], tuple[Directory, Directory]]) -> None:
        self._directories = directories

    def of(
        self, paper: Paper, markers: Spans, mentions: Sequence[Mention], entities: Sequence[Entity]
    ) -> tuple[Sequence[Mention], Sequence[Entity]]:
        """The mentions and entities of a paper, which were tagged as given, as corrected."""
        if paper.name not in self._changes.papers:
            return mentions, entities
        aliases = {(one.name, one.label): one.aliases for one in entities}
        shown: list[Mention] = []
        printed: Printed = {}
        for mention in mentions:
            form = printed_form(paper.text, mention.span, markers, aliases[mention.entity, mention.label])
            named = self._named(paper.name, mention, form)
            if named is not None:
                shown.append(named)
                printed.setdefault((named.entity, named.label), Counter())[form, named.by] += 1
        return shown, counted(printed)

    def _named(self, paper: str, mention: Mention, form: str) -> Mention | None:
        """The mention with the name and label it has now; None if it names nobody."""
        try:
            identity = self._changes.directory.of(paper, mention, form)
        except KeyError:  # read anew by another process since: nothing is known yet of what stands there now
            return mention
        if identity is None:
            return None
        changed = (identity.name, identity.label) in self._changes.identities
        return replace(mention, label=identity.label, entity=identity.name) if changed else mention

    @cached_property
    def _changes(self) -> _Changes:
        corrected, tagged = self._directories()
        now, before = set(corrected.identities()), set(tagged.identities())
        names = frozenset((one.name, one.label) for one in now - before)
        return _Changes(corrected, names, frozenset(paper for one in now ^ before for paper in one.papers))


@dataclass(frozen=True, slots=True)
class _Changes:
    directory: Directory
    identities: frozenset[tuple[str, Label]]
    """Those that are others than they would be without corrections ..."""
    papers: frozenset[str]
    """... and the papers that name or named them."""
