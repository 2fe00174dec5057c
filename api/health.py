"""What `pincite status` says: what is held, by which engines, and whether the indexes follow."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Mapping
from pathlib import Path

from api.identities.current import Identities
from api.indexes import Indexes
from api.records import Record
from api.stamps import stale
from corpus.errors import MissingEngineError
from corpus.model import Note, Passage
from corpus.store import Held, Store
from nlp.engines import Encoder
from nlp.model import Entity, Figure, Mention


def status(
    folder: Path, store: Store, indexes: Indexes, encoder: Encoder, identities: Identities, asked: str | None = None
) -> Record:
    """The state of a library as one flat record; `asked`: who is to find names, None for who has so far.

    `stale` are the papers that `pincite refresh` would redo, `stale_names` those of them that need only their names
    found anew. `names_trouble` says why the model that is to find names cannot.
    """
    held = store.held()
    health = indexes.health()
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
        **_pipeline(held, store, asked),
        "unencoded": indexes.unencoded(held),
        "indexed": health.indexed,
        "not_indexed": health.missing,
        "index_rebuilt": health.rebuilt,
        "index_trouble": indexes.trouble,
    }


def _pipeline(held: Mapping[str, Held], store: Store, asked: str | None) -> Record:
    """Who finds names, and what another pipeline than today's has made."""
    from api.pipeline import stamp  # noqa: PLC0415 - loads the taggers
    from api.recognisers import choice, names_by, recogniser  # noqa: PLC0415
    from nlp.tag.names.own_model import installed  # noqa: PLC0415

    names = choice(store, asked)
    model, trouble = None, None
    try:
        model = recogniser(names)
    except MissingEngineError as missing:
        trouble = str(missing)
    today = stamp(model)
    old = stale(held, today)
    return {
        "names": names,
        "names_by": None if trouble else names_by(model),
        "names_trouble": trouble,
        "spacy_models": installed(),
        "pipeline": str(today),
        "stale": [*old.whole, *old.names],
        "stale_names": list(old.names),
    }
