"""A paper in a library -> one record with its headings and how much of everything is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.records import Record, outline_record
from corpus.model import Block, Exhibit, Note, Passage
from nlp.model import Entity, Figure, Mention

if TYPE_CHECKING:
    from api.library import Library

COUNTED: dict[str, type] = {
    "passages": Passage,
    "notes": Note,
    "exhibits": Exhibit,
    "figures": Figure,
    "mentions": Mention,
    "entities": Entity,
}


def outline(library: Library, name: str) -> Record:
    """The outline of the paper `name`, which may be the beginning of a name. Raises NoSuchPaperError."""
    counts = {layer: len(library.layer(name, kind)) for layer, kind in COUNTED.items()}
    return outline_record(library.paper(name), library.layer(name, Block), counts)
