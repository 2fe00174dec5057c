"""Records -> a Parquet file with typed columns. Only this file knows pyarrow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, BinaryIO

import pyarrow as pa
from pyarrow import parquet

from api.columns import Type
from api.formats import HALF
from api.records import Record

BATCH = 10_000
TYPES: Mapping[Type, Any] = {
    Type.TEXT: pa.string(),
    Type.NUMBER: pa.float64(),
    Type.WHOLE: pa.int32(),
    Type.TRUTH: pa.bool_(),
    Type.TEXTS: pa.list_(pa.string()),
    Type.SPANS: pa.list_(pa.list_(pa.int32(), 2)),
    Type.COUNTS: pa.map_(pa.string(), pa.int32()),
    Type.NAMES: pa.list_(pa.list_(pa.string(), 2)),
}


def write_parquet(records: Iterable[Record], columns: Mapping[str, Type], out: BinaryIO) -> int:
    """Write the records to `out`, a row group at a time; how many."""
    schema = pa.schema([(name, TYPES[kind]) for name, kind in columns.items()])
    count = 0
    with parquet.ParquetWriter(out, schema) as writer:
        for rows in _batches(records):
            count += len(rows)
            arrays = [
                pa.array([_cell(row.get(name), kind) for row in rows], TYPES[kind]) for name, kind in columns.items()
            ]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
    return count


def _batches(records: Iterable[Record]) -> Iterator[list[Record]]:
    rest = iter(records)
    while rows := list(islice(rest, BATCH)):
        yield rows


def _cell(value: Any, kind: Type) -> Any:
    if value is None:
        return None
    if kind is Type.NUMBER:
        return float(value)
    if kind is Type.TEXT:
        return HALF.sub("\ufffd", value)
    if kind is Type.COUNTS:
        return [(HALF.sub("\ufffd", name), count) for name, count in value.items()]
    if kind is Type.NAMES:
        return [[HALF.sub("\ufffd", part) for part in pair] for pair in value]
    return [HALF.sub("\ufffd", each) for each in value] if kind is Type.TEXTS else value
