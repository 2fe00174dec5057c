"""What `pincite status` says: what is held, by which engines, and whether the indexes follow."""

from __future__ import annotations

import importlib.metadata
from pathlib import Path

from api.identities import Identities
from api.indexes import Indexes
from api.records import Record
from corpus.model import Note, Passage
from corpus.store import Store
from nlp.engines import Encoder
from nlp.model import Entity, Figure, Mention


def status(folder: Path, store: Store, indexes: Indexes, encoder: Encoder, identities: Identities) -> Record:
    """The state of a library as one flat record. A stale paper was analysed by another pipeline than today's."""
    from api.pipeline import stamp  # noqa: PLC0415 - loads the taggers

    held = store.held()
    health = indexes.health()
    today = stamp()
    corrections = len(store.corrections.kept())
    return {
        "library": str(folder),
        "version": importlib.metadata.version("pincite"),
        "papers": list(held),
        "passages": store.count(Passage),
        "notes": store.count(Note),
        "figures": store.count(Figure),
        "mentions": store.count(Mention),
        "entities": store.count(Entity),
        "corrections": corrections,
        "orphans": len(identities.now().orphans) if corrections else 0,
        "model": encoder.name,
        "model_verified": getattr(encoder, "verified", False),
        "names_by": "rules",
        "pipeline": today,
        "stale": [name for name, each in held.items() if each.stamp != today],
        "unencoded": indexes.unencoded(held),
        "indexed": health.indexed,
        "not_indexed": health.missing,
        "index_rebuilt": health.rebuilt,
        "index_trouble": indexes.trouble,
    }
