"""Printed quotations -> the bytes of a file in one of the forms they are taken away in."""

from __future__ import annotations

import io
from enum import StrEnum

from api.formats import Format, write_to
from api.quotations.printing import QUOTATIONS, Printed


class QuotationFile(StrEnum):
    """What a list of quotations can be written as, by the suffix of its file."""

    MARKDOWN = "md"
    DOCX = "docx"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"


MEDIA = {
    QuotationFile.MARKDOWN: "text/markdown",
    QuotationFile.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    QuotationFile.CSV: "text/csv",
    QuotationFile.JSON: "application/json",
    QuotationFile.JSONL: "application/x-ndjson",
}


def quotation_file(told: Printed, form: QuotationFile) -> bytes:
    """The file, whole; text is UTF-8."""
    if form is QuotationFile.DOCX:
        from api.quotations.word import word_file  # noqa: PLC0415 - loads when it is wanted

        return word_file(told)
    if form is QuotationFile.MARKDOWN:
        from api.quotations.markdown import markdown  # noqa: PLC0415 - so does this

        return markdown(told).encode("utf-8", "backslashreplace")
    text = io.StringIO(newline="")
    write_to(text, told.quotations, Format(str(form)), QUOTATIONS)
    return text.getvalue().encode("utf-8", "backslashreplace")
