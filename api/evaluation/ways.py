"""Settings of a search as typed, "mode=words,late=off" -> what `Library.search` is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from corpus.errors import BadQueryError
from nlp.model import Mode

DEFAULT = "default"
"""The settings as they are."""


def _switch(typed: str) -> bool:
    if typed not in ("on", "off"):
        raise ValueError
    return typed == "on"


SETTINGS: Mapping[str, tuple[Callable[[str], Any], str]] = {
    "mode": (Mode, "words, meaning or both"),
    "late": (_switch, "on or off"),
}
"""Setting -> what reads it, and what it may be."""


def way(typed: str) -> dict[str, Any]:
    """The arguments of a search. Raises BadQueryError for a setting or a value that there is not."""
    found: dict[str, Any] = {}
    for part in typed.split(",") if typed != DEFAULT else ():
        name, _, value = part.partition("=")
        if name.strip() not in SETTINGS:
            known = "; ".join(f"{each}={may}" for each, (_, may) in SETTINGS.items())
            raise BadQueryError(f"there is no setting {name.strip()!r}: there is {known}.")
        read, may = SETTINGS[name.strip()]
        try:
            found[name.strip()] = read(value.strip())
        except ValueError:
            raise BadQueryError(f"{name.strip()} is {may}, not {value.strip()!r}.") from None
    return found
