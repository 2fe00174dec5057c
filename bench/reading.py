"""PDFs -> how fast pincite reads them, beside PDFium's bare text, in one run.

    python bench/reading.py FILE.pdf ... [--rounds 7] [--out report.json]

Bare is `get_textpage().get_text_range()` of every page; it knows no paragraphs, notes or columns. Read is
`read_pdf`; whole is reading, then everything `structure` finds (blocks, notes, passages). Each is the best of
the rounds, taken in turn. The second table repeats the pages of the first file 1, 10 and 100 times: time a page
should not grow.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium

from corpus.model import Paper, Source
from corpus.read.pdf.reader import read_pdf
from corpus.structure import structure

COPIES = (1, 10, 100)


def bare(data: bytes) -> int:
    """Every page's text as PDFium gives it; how many characters."""
    document = pdfium.PdfDocument(data)
    length = sum(len(page.get_textpage().get_text_range()) for page in document)
    document.close()
    return length


def read(data: bytes) -> int:
    """Read as a paper; how many characters."""
    return len(read_pdf(data, "bench.pdf").text)


def whole(data: bytes) -> int:
    """Read and structured; how many passages."""
    reading = read_pdf(data, "bench.pdf")
    source = Source(path="bench.pdf", format="pdf", sha256="", reader="bench")
    paper = Paper("bench.pdf", reading.text, source, reading.pages, reading.metadata, reading.regions)
    return len(structure(paper).passages)


WAYS: dict[str, Callable[[bytes], int]] = {"bare": bare, "read": read, "whole": whole}


def measure(data: bytes, rounds: int) -> dict[str, float]:
    """Milliseconds of each way, the best of so many rounds."""
    best = dict.fromkeys(WAYS, float("inf"))
    for _ in range(rounds):
        for name, way in WAYS.items():
            started = time.perf_counter()
            way(data)
            best[name] = min(best[name], 1000 * (time.perf_counter() - started))
    return best


def repeated(data: bytes, times: int) -> bytes:
    """The same pages so many times in one file."""
    source, made, out = pdfium.PdfDocument(data), pdfium.PdfDocument.new(), BytesIO()
    for _ in range(times):
        made.import_pages(source)
    made.save(out)
    return out.getvalue()


def rows(files: Sequence[tuple[str, bytes]], rounds: int) -> list[dict[str, float | str]]:
    """A row a file: its pages, the milliseconds of each way, and the ratios to bare."""
    table: list[dict[str, float | str]] = []
    for name, data in files:
        document = pdfium.PdfDocument(data)
        pages = len(document)
        document.close()
        took = measure(data, rounds)
        ratios = {"read/bare": took["read"] / took["bare"], "whole/bare": took["whole"] / took["bare"]}
        table.append({"file": name, "pages": pages, **took, **ratios, "read/page": took["read"] / pages})
    return table


def show(table: Sequence[dict[str, float | str]]) -> None:
    """Print a table, times in milliseconds."""
    columns = [name for name in table[0] if name != "file"]
    print(f"{'':32}" + "".join(f"{name:>12}" for name in columns))
    for row in table:
        print(f"{row['file']!s:32.32}" + "".join(f"{float(row[name]):12.2f}" for name in columns))


def main() -> None:
    """Read the arguments, measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--out", type=Path, help="write the report as JSON")
    options = parser.parse_args()
    files = [(path.name, path.read_bytes()) for path in options.files]
    kinds = rows(files, options.rounds)
    show(kinds)
    print()
    name, data = files[0]
    growth = rows([(f"{name}, {times} times", repeated(data, times)) for times in COPIES], max(2, options.rounds // 3))
    show(growth)
    if options.out:
        options.out.write_text(json.dumps({"files": kinds, "growth": growth}, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
