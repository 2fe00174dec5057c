"""One field of a record -> the columns that keep it, and the two ways between its value and their cells."""

from __future__ import annotations

import json
import math
import types
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Boolean, Float, Integer, Text
from sqlalchemy.types import TypeEngine

from corpus.model import Span, Spans, hull

Cells = tuple[Any, ...]
SCALARS: Mapping[type, type[TypeEngine[Any]]] = {int: BigInteger, float: Float, str: Text, bool: Boolean}


@dataclass(frozen=True, slots=True)
class Codec:
    """How one field is kept: its columns (name, type, may be empty), and the two ways between value and cells."""

    columns: tuple[tuple[str, type[TypeEngine[Any]], bool], ...]
    write: Callable[[Any], Cells]
    read: Callable[..., Any]
    optional: bool
    allowed: str
    """What values there can be, in words: part of the layer's signature."""

    def encode(self, value: Any) -> Cells:
        """The cells of `value`. Raises TypeError or ValueError when it is not what the field promises."""
        return (None,) * len(self.columns) if self.optional and value is None else self.write(value)

    def decode(self, cells: Sequence[Any]) -> Any:
        """The value kept in `cells`."""
        return None if self.optional and cells[0] is None else self.read(*cells)


def codecs(record: type[Any]) -> Iterator[tuple[str, Codec]]:
    """Field name -> codec, for each field of `record`. Raises TypeError for one that cannot be kept."""
    if not is_dataclass(record):
        raise TypeError(f"{record.__name__} is not a dataclass")
    hints = typing.get_type_hints(record)
    for each in fields(record):
        made = _codec(each.name, hints[each.name]) if each.init else None
        if made is None:
            raise TypeError(
                f"{record.__name__}.{each.name} ({each.type}) cannot be kept; a field may be int, "
                "float, str, bool, a StrEnum, Span, a tuple[...] of Span, str or int, or one of these or None"
            )
        yield each.name, made


def _codec(name: str, hint: Any) -> Codec | None:
    """How a field of that name and type is kept, None when it cannot be."""
    union = typing.get_origin(hint) in (types.UnionType, typing.Union)
    kinds = typing.get_args(hint) if union else (hint,)
    rest = [kind for kind in kinds if kind is not type(None)]
    return _one(name, rest[0], type(None) in kinds) if len(rest) == 1 else None


def _one(name: str, kind: Any, optional: bool) -> Codec | None:
    """The same for one type, beside which None may be allowed."""
    if kind is Span:
        both = ("start", "end") if name == "span" else (f"{name}_start", f"{name}_end")
        return Codec(tuple((c, Integer, optional) for c in both), _write_span, Span, optional, "span")
    if kind == Spans and name == "spans":
        three = ((name, Text, optional), ("start", Integer, True), ("end", Integer, True))
        return Codec(three, _write_spans_and_hull, read_spans, optional, "spans and hull")
    if kind == Spans:
        return Codec(((name, Text, optional),), write_spans, read_spans, optional, "spans")
    if kind == tuple[str, ...]:
        return Codec(((name, Text, optional),), write_strings, read_strings, optional, "strings")
    if kind == tuple[int, ...]:
        return Codec(((name, Text, optional),), _write_numbers, _read_numbers, optional, "numbers")
    return _scalar(name, kind, optional) if isinstance(kind, type) else None


def _scalar(name: str, kind: type, optional: bool) -> Codec | None:
    """The same for a type whose values fit one cell as they are."""
    if issubclass(kind, StrEnum):
        return Codec(((name, Text, optional),), _exactly(kind, str), kind, optional, "|".join(sorted(kind)))
    if kind not in SCALARS:
        return None
    write = {float: _write_float, str: write_text}.get(kind) or _exactly(kind, kind)
    return Codec(((name, SCALARS[kind], optional),), write, kind, optional, kind.__name__)


def write_strings(strings: tuple[str, ...]) -> Cells:
    """``("a", "b") -> ('["a","b"]',)``, letters kept as they are, so that people can read them."""
    for each in strings:
        write_text(each)
    return (json.dumps(strings, ensure_ascii=False, separators=(",", ":")),)


def read_strings(cell: str) -> tuple[str, ...]:
    """The way back from `write_strings`."""
    return tuple(json.loads(cell))


def _write_numbers(numbers: tuple[int, ...]) -> Cells:
    """``(3, 1) -> ("[3,1]",)``."""
    if any(type(each) is not int for each in numbers):
        raise TypeError(f"expected whole numbers, got {numbers!r}")
    return (json.dumps(numbers, separators=(",", ":")),)


def _read_numbers(cell: str) -> tuple[int, ...]:
    """The way back from `_write_numbers`."""
    return tuple(json.loads(cell))


def _exactly(kind: type, kept: Callable[[Any], Any]) -> Callable[[Any], Cells]:
    """A writer that refuses what is not of type `kind`: SQLite would keep anything in any column."""

    def write(value: Any) -> Cells:
        if type(value) is not kind:
            raise TypeError(f"expected {kind.__name__}, got {value!r}")
        return (kept(value),)

    return write


def write_text(value: Any) -> Cells:
    """A string as it is. Raises UnicodeEncodeError for half of a surrogate pair, which no file can hold."""
    if not isinstance(value, str):
        raise TypeError(f"expected str, got {value!r}")
    value.encode()
    return (str(value),)


def _write_float(value: Any) -> Cells:
    """A number; "not a number" is refused, since SQLite would keep it as nothing."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"expected float, got {value!r}")
    if math.isnan(value):
        raise ValueError("a figure that is not a number cannot be kept")
    return (float(value),)


def _write_span(span: Span) -> Cells:
    return (span.start, span.end)


def write_spans(spans: Spans) -> Cells:
    """``((10, 20), (30, 40)) -> ("[[10,20],[30,40]]",)``."""
    return (json.dumps([[span.start, span.end] for span in spans], separators=(",", ":")),)


def _write_spans_and_hull(spans: Spans) -> Cells:
    return (*write_spans(spans), *(hull(spans) if spans else (None, None)))


def read_spans(cell: str, *_: int | None) -> Spans:
    """The spans; the hull beside them is there for filters only."""
    return tuple(Span(start, end) for start, end in json.loads(cell))
