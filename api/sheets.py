"""Records -> an Excel sheet with typed columns, or one error: never a row less. Only this file knows XlsxWriter.

Text is text, whatever it begins with: nothing in a sheet is run, linked or turned into a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

import xlsxwriter

from api.columns import Type
from api.formats import HALF, dumps
from api.records import Record
from corpus.errors import BadQueryError

LONGEST_TEXT = 32_767
"""Characters, as Excel counts them (UTF-16)."""
MOST_ROWS = 1_048_575
OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
WIDTHS = {
    Type.TEXT: 22,
    Type.NUMBER: 18,
    Type.WHOLE: 9,
    Type.TRUTH: 9,
    Type.TEXTS: 18,
    Type.SPANS: 14,
    Type.COUNTS: 22,
    Type.NAMES: 22,
}


def write_xlsx(records: Iterable[Record], columns: Mapping[str, Type], out: BinaryIO, *, title: str = "figures") -> int:
    """Write one sheet, called `title`, to `out`; how many records. Raises BadQueryError for what Excel cannot hold."""
    book = xlsxwriter.Workbook(out, OPTIONS | {"in_memory": True})
    sheet = book.add_worksheet(title)
    bold = book.add_format({"bold": True})
    for at, (name, kind) in enumerate(columns.items()):
        sheet.write_string(0, at, name, bold)
        sheet.set_column(at, at, WIDTHS[kind])
    count = 0
    for record in records:
        count += 1
        if count > MOST_ROWS:
            raise BadQueryError(f"Excel takes {MOST_ROWS:,} rows and there are more: use csv or parquet, or filter.")
        for at, (name, kind) in enumerate(columns.items()):
            _write(sheet, count, at, record.get(name), kind)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, count, len(columns) - 1)
    book.close()
    return count


def _write(sheet: Any, row: int, column: int, value: object, kind: Type) -> None:
    if value is None or value == "":
        return
    if kind is Type.TRUTH:
        sheet.write_boolean(row, column, value)
    elif kind in {Type.NUMBER, Type.WHOLE}:
        sheet.write_number(row, column, value)
    else:
        text = HALF.sub("\ufffd", value) if isinstance(value, str) else dumps(value)
        if len(text.encode("utf-16-le")) // 2 > LONGEST_TEXT:
            told = f"{len(text):,} characters in row {row:,}"
            raise BadQueryError(
                f"Excel takes {LONGEST_TEXT:,} characters in a cell and there are {told}: use csv or parquet."
            )
        sheet.write_string(row, column, text)
