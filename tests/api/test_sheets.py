"""What a sheet, a Parquet file, CSV and JSON lines give back is what was written, whatever the words are."""

import csv
import io
import json
import re

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet as arrow

from api.columns import Type, columns, fields
from api.formats import Format, Layout, write_to
from api.parquet import write_parquet
from api.sheets import LONGEST_TEXT, write_xlsx
from corpus.errors import BadQueryError

WORDS = st.text(max_size=12) | st.sampled_from(
    [
        "=1+1",
        "@SUM(A1)",
        "-2",
        "+3",
        "\tx",
        "\rx",
        "http://elm.example",
        "007",
        "1e5",
        "_x0041_",
        "a\r\nb",
        " x ",
        "{=1}",
    ]
)
SPANS = st.lists(st.lists(st.integers(0, 2**31 - 1), min_size=2, max_size=2), max_size=3)
VALUES = {
    Type.TEXT: st.none() | WORDS,
    Type.NUMBER: st.none() | st.integers(-(2**53), 2**53) | st.floats(-1e300, 1e300),
    Type.WHOLE: st.none() | st.integers(0, 2**31 - 1),
    Type.TRUTH: st.booleans(),
    Type.TEXTS: st.lists(WORDS, max_size=3),
    Type.SPANS: SPANS,
}
ALL = columns(context=True, converted=True)
RECORDS = st.lists(st.fixed_dictionaries({name: VALUES[kind] for name, kind in ALL.items()}), max_size=3)


def as_read(text):
    """Excel's own escape for characters that XML has not; openpyxl leaves it as it stands, Excel undoes it."""
    return re.sub("[\x00-\x08\x0b-\x1f\ufffe\uffff]", lambda found: f"_x{ord(found[0]):04X}_", text or "")


def sheet(records):
    out = io.BytesIO()
    assert write_xlsx(records, ALL, out) == len(records)
    return openpyxl.load_workbook(io.BytesIO(out.getvalue())).active


@settings(max_examples=25)
@given(RECORDS)
def test_a_sheet_reads_back_with_its_types(records):
    names, *rows = sheet(records).iter_rows()
    assert [cell.value for cell in names] == list(ALL)
    for row, record in zip(rows, records, strict=True):
        for cell, (name, kind) in zip(row, ALL.items(), strict=True):
            assert cell.data_type != "f"
            read = cell.value
            if kind in {Type.TEXT, Type.TEXTS, Type.SPANS}:
                assert read is None or isinstance(read, str)
                got = (read or "") if kind is Type.TEXT else json.loads(read)
                assert got == (as_read(record[name]) if kind is Type.TEXT else record[name])
            elif kind is Type.NUMBER and record[name] is not None:
                assert read == pytest.approx(record[name], rel=1e-14)
            else:
                assert read == record[name]
                assert kind is not Type.TRUTH or isinstance(read, bool)


@settings(max_examples=25)
@given(RECORDS)
def test_parquet_reads_back_exactly(records):
    out = io.BytesIO()
    assert write_parquet(records, ALL, out) == len(records)
    table = arrow.read_table(io.BytesIO(out.getvalue()))
    assert table.column_names == list(ALL)
    assert table.to_pylist() == records
    assert str(table.schema.field("low").type) == "double"
    assert str(table.schema.field("since").type) == "int32"


@settings(max_examples=25)
@given(RECORDS)
def test_lines_and_csv_have_a_row_for_each_record(records):
    lines, table = io.StringIO(newline=""), io.StringIO(newline="")
    layout = Layout("figures", fields(context=True, converted=True))
    write_to(lines, records, Format.JSONL, layout)
    write_to(table, records, Format.CSV, layout)
    assert [json.loads(line) for line in lines.getvalue().split("\n")[:-1]] == records
    rows = list(csv.DictReader(io.StringIO(table.getvalue(), newline="")))
    assert len(rows) == len(records)
    for row, record in zip(rows, records, strict=True):
        assert row["text"].removeprefix("'") == (record["text"] or "").removeprefix("'")
        assert not row["text"].startswith(("=", "@", "\t", "\r"))
        assert json.loads(row["spans"]) == record["spans"]


def test_a_sheet_can_be_used():
    made = sheet([{"low": 1.5}, {"low": 2}])
    assert (made.freeze_panes, made.auto_filter.ref.split(":")[0]) == ("A2", "A1")


def test_what_excel_cannot_hold_is_an_error_and_no_cut(monkeypatch):
    assert sheet([{"text": "x" * LONGEST_TEXT}]).max_row == 2
    for text in ("x" * (LONGEST_TEXT + 1), "𝄞" * (LONGEST_TEXT // 2 + 1)):
        with pytest.raises(BadQueryError, match="32,767"):
            sheet([{"text": text}])
    monkeypatch.setattr("api.sheets.MOST_ROWS", 2)
    with pytest.raises(BadQueryError, match="rows"):
        sheet([{}] * 3)


def test_half_characters_become_a_sign():
    assert sheet([{"text": "a\ud800"}])["E2"].value == "a\ufffd"
