"""A long list of records -> one page of it, and an opaque cursor that says where the next one begins.

The cursor names the last record given, not a count, so that papers added or removed in between neither
repeat nor hide a record that stands elsewhere.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import dropwhile, islice

from api.figures.sorting import Key, place_key
from api.records import Record
from corpus.errors import BadQueryError

ALPHABET = b"-_"
UNKNOWN = "this cursor is none that pincite gave; begin again without one."


@dataclass(frozen=True, slots=True)
class Cursor:
    """After the `seen` records that have this key, in a list of that order."""

    key: Key
    seen: int
    order: str = ""

    def written(self) -> str:
        """As it travels: letters, digits, "-" and "_"."""
        raw = json.dumps([self.order, list(self.key), self.seen] if self.order else [*self.key, self.seen]).encode()
        return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def read_cursor(written: str) -> Cursor:
    """The cursor that was written so. Raises BadQueryError."""
    try:
        padded = written.encode("ascii") + b"=" * (-len(written) % 4)
        match json.loads(base64.b64decode(padded, ALPHABET, validate=True)):
            case [str(paper), int(start), int(end), int(seen)]:
                return Cursor((paper, start, end), seen)
            case [str(order), [_, *_] as key, int(seen)] if all(isinstance(part, str | int | float) for part in key):
                return Cursor(tuple(key), seen, order)
    except (ValueError, RecursionError):  # no letters, no base64, no JSON, or a number too long to read
        pass
    raise BadQueryError(UNKNOWN)


def begin_of(written: str | None) -> str:
    """The paper that a page begins with, of a list by paper; "" for the first page. Raises BadQueryError."""
    first = read_cursor(written).key[0] if written else ""
    if not isinstance(first, str):
        raise BadQueryError(UNKNOWN)
    return first


def spot_key(record: Record) -> Key:
    """Where a record of one or more pieces stands: its paper, and the ends of the first."""
    start, end = record["spans"][0] if "spans" in record else (record["start"], record["end"])
    return record["paper"], start, end


def page(
    records: Iterable[Record],
    limit: int,
    cursor: str | None,
    key: Callable[[Record], Key] = place_key,
    order: str = "",
) -> tuple[list[Record], str | None]:
    """At most `limit` records after `cursor`, and the cursor after those; None when they are the last.

    `records` must be sorted by `key`, whose name is `order`; by paper and place if none is named. Raises BadQueryError,
    also for the cursor of a list in another order.
    """
    given = read_cursor(cursor) if cursor else None
    if given is not None and given.order != order:
        raise BadQueryError("this cursor belongs to a list in another order; begin again without one.")
    rest: Iterator[Record] = iter(records)
    if given is not None:
        rest = _after(rest, given, key)
    try:
        taken = list(islice(rest, limit))
    except TypeError as error:  # a key of other types than the list's: not ours
        raise BadQueryError(UNKNOWN) from error
    if not taken or next(rest, None) is None:
        return taken, None
    return taken, _last(taken, given, key, order).written()


def _after(records: Iterable[Record], cursor: Cursor, key: Callable[[Record], Key]) -> Iterator[Record]:
    left = cursor.seen

    def passed(record: Record) -> bool:
        nonlocal left
        own = key(record)
        if own == cursor.key and left > 0:
            left -= 1
            return True
        return own < cursor.key

    return dropwhile(passed, records)


def _last(taken: list[Record], given: Cursor | None, key: Callable[[Record], Key], order: str) -> Cursor:
    last = key(taken[-1])
    before = given.seen if given is not None and given.key == last else 0
    return Cursor(last, before + sum(1 for record in taken if key(record) == last), order)
