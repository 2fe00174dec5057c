"""A passage of a paper -> what stands in it and what it calls upon: its notes, figures and names."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from api.loaded import Loaded
from corpus.model import Marker, Note, Passage, within
from nlp.model import Figure, Label


class Around(NamedTuple):
    """What a reader of a passage may want beside it."""

    notes: tuple[Note, ...]
    """Those whose markers stand in it, in order."""
    figures: tuple[Figure, ...]
    """Those in it, in text order."""
    names: tuple[tuple[str, Label, int], ...]
    """Who is named in it, and how often: the most frequent first."""


def around(loaded: Loaded, passage: Passage) -> Around:
    """Notes, figures and names of one passage."""
    inside = set(within(loaded.markers, passage.spans))
    numbers = [one.note for one in loaded.layer(Marker) if one.span in inside and one.note is not None]
    figures = tuple(loaded.figures_of(passage))
    named = Counter((one.entity, one.label) for one in loaded.mentions_of(passage))
    names = tuple((name, label, count) for (name, label), count in named.most_common())
    return Around(tuple(loaded.notes[number] for number in dict.fromkeys(numbers)), figures, names)
