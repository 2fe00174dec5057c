"""Names of orders -> records of figures in that order; values of unlike units never stand between each other."""

from __future__ import annotations

from collections.abc import Callable

from api.records import Record
from corpus.errors import BadQueryError

Key = tuple[str | int | float, ...]
ORDERS = ("place", "value", "-value", "year", "-year", "paper", "unit", "kind")


def _value(record: Record, sign: int) -> Key:
    """By kind and unit first: three tonnes are not more than two euros."""
    return record["kind"], record["unit"], sign * record["low" if sign > 0 else "high"]


def _year(record: Record, sign: int) -> Key:
    """What the paper gives no year for comes last in either order."""
    first = record["since"] if record["since"] is not None else record["until"]
    return (1, 0) if first is None else (0, sign * first)


def place_key(record: Record) -> Key:
    """Where a record stands: its paper, start and end."""
    return record["paper"], record["start"], record["end"]


_KEYS: dict[str, Callable[[Record], Key]] = {
    "place": place_key,
    "value": lambda record: _value(record, 1),
    "-value": lambda record: _value(record, -1),
    "year": lambda record: _year(record, 1),
    "-year": lambda record: _year(record, -1),
    "paper": lambda record: (record["paper"],),
    "unit": lambda record: (record["unit"],),
    "kind": lambda record: (record["kind"],),
}


def order(typed: str | None) -> Callable[[Record], Key] | None:
    """What to sort records by for "kind,-value": a key that ends with the place; None for no order of one's own.

    Raises BadQueryError for a name that is none.
    """
    names = [name.strip() for name in (typed or "").split(",") if name.strip()]
    for name in names:
        if name not in _KEYS:
            raise BadQueryError(f"there is no order {name!r}; there is {', '.join(ORDERS)}.")
    if not names or names == ["place"]:
        return None
    keys = [_KEYS[name] for name in names]
    return lambda record: (*(part for key in keys for part in key(record)), *place_key(record))
