"""What a library was told of names -> the model that finds those no rule knows, or none."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from api.settings import AUTO, DEFAULT_NAMES, RULES
from corpus.store import Store
from nlp.engines import Recogniser
from nlp.tag.names.head.recogniser import Head
from nlp.tag.names.own_model import BEST, SpacyRecogniser, installed

KEY = "names"
"""Of the choice, among what a library keeps of itself."""
WORDS = frozenset((DEFAULT_NAMES, RULES, AUTO))


@cache
def recogniser(names: str) -> Recogniser | None:
    """The model that `names` means, loaded when it is first asked: the same one for the same words; None for rules.

    Raises MissingEngineError for a spaCy model that is not on this machine or cannot serve.
    """
    if names == AUTO:
        names = next((model for model in installed() if model in BEST), DEFAULT_NAMES)
    if names == RULES:
        return None
    return Head() if names == DEFAULT_NAMES else SpacyRecogniser(names)


def names_by(model: Recogniser | None) -> str:
    """Who finds the names, for people: "rules", or the model's name and the rules."""
    return f"{model.name} + rules" if model else RULES


def choice(store: Store, asked: str | None) -> str:
    """Who is to find names: as asked for now, else as the library was told before, else the head.

    So a library does not change its model because an option or a variable was forgotten once.
    """
    return asked or store.choice(KEY) or DEFAULT_NAMES


def keep_choice(store: Store, names: str) -> None:
    """Let the library remember who finds its names; a folder by its whole path."""
    lasting = str(Path(names).resolve()) if names not in WORDS and Path(names).is_dir() else names
    if lasting != store.choice(KEY):
        store.choose(KEY, lasting)
