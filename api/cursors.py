"""A long list of records -> one page of it, and an opaque cursor that says where the next one begins.

The cursor names the last record given, not a count, so that papers added or removed in between neither
repeat nor hide a record that stands elsewhere.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import dropwhile, islice

from api.records import Record
from corpus.errors import BadQueryError

Key = tuple[str, int, int]
"""Paper, start and end: what the list is ordered by."""
ALPHABET = b"-_"


@dataclass(frozen=True, slots=True)
class Cursor:
    """After the `seen` records that have this key."""

    key: Key
    seen: int

    def written(self) -> str:
        """As it travels: letters, digits, "-" and "_"."""
        raw = json.dumps([*self.key, self.seen]).encode()
        return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def read_cursor(written: str) -> Cursor:
    """The cursor that was written so. Raises BadQueryError."""
    try:
        padded = written.encode("ascii") + b"=" * (-len(written) % 4)
        match json.loads(base64.b64decode(padded, ALPHABET, validate=True)):
            case [str(paper), int(start), int(end), int(seen)]:
                return Cursor((paper, start, end), seen)
    except (UnicodeError, binascii.Error, json.JSONDecodeError):
        pass
    raise BadQueryError("this cursor is none that pincite gave; begin again without one.")


def page(records: Iterable[Record], limit: int, cursor: str | None) -> tuple[list[Record], str | None]:
    """At most `limit` records after `cursor`, and the cursor after those; None when they are the last.

    `records` must be in order of paper and place. Raises BadQueryError.
    """
    given = read_cursor(cursor) if cursor else None
    rest: Iterator[Record] = iter(records)
    if given is not None:
        rest = _after(rest, given)
    taken = list(islice(rest, limit))
    if not taken or next(rest, None) is None:
        return taken, None
    return taken, _last(taken, given).written()


def _after(records: Iterable[Record], cursor: Cursor) -> Iterator[Record]:
    left = cursor.seen

    def passed(record: Record) -> bool:
        nonlocal left
        if key(record) == cursor.key and left > 0:
            left -= 1
            return True
        return key(record) < cursor.key

    return dropwhile(passed, records)


def _last(taken: list[Record], given: Cursor | None) -> Cursor:
    last = key(taken[-1])
    before = given.seen if given is not None and given.key == last else 0
    return Cursor(last, before + sum(1 for record in taken if key(record) == last))


def key(record: Record) -> Key:
    """Where a record stands."""
    return record["paper"], record["start"], record["end"]
