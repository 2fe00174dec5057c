"""The layers of a paper that a library keeps, each a typed table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from corpus.model import Block, CrossReference, Exhibit, Marker, Note, Passage
from corpus.references.record import Reference
from corpus.schema import Layer
from nlp.model import Acronym, Entity, Figure, Mention

LAYERS: Sequence[Layer[Any]] = (
    Layer("blocks", Block),
    Layer("markers", Marker),
    Layer("notes", Note),
    Layer("exhibits", Exhibit),
    Layer("cross_references", CrossReference),
    Layer("passages", Passage),
    Layer("references", Reference),
    Layer("acronyms", Acronym),
    Layer("mentions", Mention, ("entity",)),
    Layer("entities", Entity),
    Layer("figures", Figure, ("kind", "unit")),
)
"""Every layer of a paper that is kept, and the columns that filters ask for."""
