"""Records -> what a person sees at a terminal. Only this file and meter.py know rich.

Lines are wrapped and stacked where the screen is narrow, never cut: every word and digit of a record that is
shown at all is shown whole. White space inside a quotation is shown as one space.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from api.records import Record
from api.rows import FIGURE_COLUMNS, cited_place, figure_row, words
from corpus.model import PassageKind

UNKNOWN_WIDTH = 100
"""Columns, where the output is no terminal and $COLUMNS does not say."""
NARROW = 80
"""Below this many columns a table's rows are stacked."""


def show(records: Iterable[Record], name: str, out: TextIO) -> None:
    """Show the records of the layout called `name`."""
    # no highlighting and no markup: a paper's "[bold]" is a word like any other
    console = Console(file=out, highlight=False, markup=False, emoji=False)
    if not console.is_terminal and "COLUMNS" not in console._environ:
        console.width = UNKNOWN_WIDTH
    VIEWS[name](console, records)


# ---- one view for each layout


def _hits(console: Console, records: Iterable[Record]) -> None:
    for record in records:
        head = Text.assemble((f"{record['rank']:>2}  ", "bold"), (words(record["citation"]), "cyan"))
        head.append(f"  {record['kind']}, score {record['score']:.2f}", "dim")
        _wrapped(console, head)
        if record["section"]:
            _indented(console, Text(words(" › ".join(record["section"])), "italic"))
        _indented(console, _marked(record))
        console.print()


def _marked(record: Record) -> Text:
    """The passage, the words that matched in bold; a table keeps its lines."""
    shown, at, lines = Text(), 0, record["kind"] == PassageKind.TABLE
    for start, end in _matches(record):
        shown.append(words(record["text"][at:start], lines=lines))
        shown.append(words(record["text"][start:end], lines=lines), "bold")
        at = end
    return shown.append(words(record["text"][at:], lines=lines))


def _matches(record: Record) -> Iterator[tuple[int, int]]:
    """Where the matched words stand in the record's text; what overlaps an earlier one is left out."""
    base = last = 0
    for start, end in record["spans"]:
        for a, b in sorted(map(tuple, record["matched"])):
            if start <= a and b <= end and base + a - start >= last:
                last = base + b - start
                yield base + a - start, last
        base += end - start


def _figures(console: Console, records: Iterable[Record]) -> None:
    shown = [(figure_row(record), record.get("sentence")) for record in records]
    if any(sentence for _, sentence in shown):
        for row, sentence in shown:
            _wrapped(console, Text.assemble((row[0], "bold"), "  ", "  ".join(part for part in row[1:] if part)))
            _indented(console, Text(words(sentence or "–")))
    elif console.width < NARROW:
        _stacked(console, FIGURE_COLUMNS, [row for row, _ in shown])
    elif shown:
        _grid(console, FIGURE_COLUMNS, [row for row, _ in shown], right=1)


def _answer(console: Console, records: Iterable[Record]) -> None:
    for record in records:
        if record["abstained"]:
            _wrapped(console, Text(words(record["reason"] or "the papers do not answer this"), "bold"))
            if record["related"]:
                console.print("\nNearest, but no answer:")
        _quotations(console, record["related"] if record["abstained"] else record["citations"])


def _quotations(console: Console, citations: Iterable[Record]) -> None:
    pieces: list[Record] = []
    for citation in citations:
        pieces.append(citation)
        number, many = citation["part"]
        if number < many:
            continue
        console.print()
        _wrapped(console, Text(words("".join(piece["quote"] for piece in pieces))))
        section = f", “{citation['section']}”" if citation["section"] else ""
        offsets = " + ".join(f"{piece['start']}-{piece['end']}" for piece in pieces)
        _indented(console, Text(words(f"— {citation['citation']}{section} [{offsets}]"), "cyan"))
        pieces = []


def _paper(console: Console, records: Iterable[Record]) -> None:
    for record in records:
        _wrapped(console, Text(words(record["title"] or record["paper"]), "bold"))
        about = {
            name: record[name]
            for name in ("paper", "authors", "institution", "series", "genre", "date", "language", "characters")
        }
        _pairs(console, (about | record["counts"]).items())
        if record["outline"]:
            console.print("\nOutline")
        for head in record["outline"]:
            offsets = f"{head['start']}-{head['end']}".rjust(15)
            _wrapped(console, Text(f"{offsets}  {'  ' * head['level']}{words(head['heading'])}"))


def _meta(console: Console, records: Iterable[Record]) -> None:
    for record in records:
        shown = "; ".join(record["value"]) if isinstance(record["value"], list) else record["value"]
        line = Text.assemble((f"{record['field']}: ", "dim"), words(shown or "–"))
        if record["source"] is not None:
            by = SAID_BY[record["source"]] or Path(record["origin"]).name
            line.append(f"  ({words(by)})", "cyan")
        _wrapped(console, line)


SAID_BY = {"set": "set by hand", "sidecar": "", "file": "the file's own fields", "paper": "the paper"}
"""Who says it, in words; a file beside the paper is named."""


def _notes(console: Console, records: Iterable[Record]) -> None:
    for record in records:
        lost = record["state"] == "no-note"
        head = Text.assemble((f"[{words(record['number'])}] ", "bold"), (words(record["citation"]), "cyan"))
        head.append(
            {"no-note": "  its note is not in the text", "no-marker": "  nothing calls it"}.get(record["state"], "")
        )
        _wrapped(console, head)
        if not lost:
            _indented(console, Text(words(record["text"])))
        if record["supports"]:
            _indented(console, Text.assemble(("on: ", "dim"), words(record["supports"])))
        for pointed in record["references"]:
            found = [f"note {pointed['resolves_to']}"] if pointed["resolves_to"] else []
            found += [pointed["entry"]] if pointed["entry"] else []
            told = " = ".join(found) or f"open: {pointed['reason']}"
            _indented(console, Text.assemble((f"{words(pointed['text'])} → ", "dim"), words(told)))
        console.print()


EXHIBIT_STATES = {"missing": "  it is not in the text", "unmentioned": "  nothing refers to it", "referred": ""}


def _exhibits(console: Console, records: Iterable[Record]) -> None:
    for record in records:
        head = Text.assemble((f"{words(record['label'] or record['kind'].capitalize())}  ", "bold"))
        _wrapped(console, head.append(cited_place(record), "cyan").append(EXHIBIT_STATES[record["state"]]))
        if record["title"]:
            _indented(console, Text(words(record["title"]), "italic"))
        for part in filter(None, [record["source"], *record["notes"]]):
            _indented(console, Text(words(part["text"]), "dim"))
        for reference in record["references"]:
            page = f"p. {reference['page']}: " if reference["page"] else "in: "
            _indented(console, Text.assemble((words(page), "dim"), words(reference["sentence"])))
        console.print()


def _reading(console: Console, records: Iterable[Record]) -> None:
    section: list[str] = []
    for record in records:
        if record["section"] != section:
            section = record["section"]
            _wrapped(console, Text(words(" › ".join(section)), "bold"))
            console.print()
        where = [f"¶ {record['paragraph']}"] if record["paragraph"] else [record["kind"]]
        where += [f"p. {record['page']}"] if record["page"] else []
        _wrapped(console, Text(words(", ".join(where)), "dim"))
        _wrapped(console, Text(words(record["text"], lines=record["kind"] == PassageKind.TABLE)))
        for note in record["notes"]:
            _indented(console, Text.assemble((f"[{words(note['number'])}] ", "cyan"), words(note["text"])))
        console.print()


def _excerpt(console: Console, records: Iterable[Record]) -> None:
    for record in records:
        _wrapped(console, Text(words(record["text"])))


def _corrections(console: Console, records: Iterable[Record]) -> None:
    for record in records:
        _wrapped(console, Text.assemble((f"{record['number']:>4}  ", "bold"), words(record["told"])))
        if record["orphan"]:
            _indented(console, Text(words(f"  {record['orphan']}"), "dim"))


def _corrected(console: Console, records: Iterable[Record]) -> None:
    for record in records:
        line = "" if record["line"] is None else f"line {record['line']}: "
        said = f"{record['number']}: {record['told']}" if record["outcome"] == "kept" else record["message"]
        _wrapped(console, Text(words(f"{line}{TAKEN[record['outcome']]} {said}")))


TAKEN = {"kept": "kept as", "same": "nothing changed:", "conflict": "not kept:", "failed": "not read:"}
"""What became of a correction, in words."""


def _status(console: Console, records: Iterable[Record]) -> None:
    _pairs(console, ((record["name"], record["value"]) for record in records))


VIEWS: dict[str, Callable[[Console, Iterable[Record]], None]] = {
    "hits": _hits,
    "figures": _figures,
    "answer": _answer,
    "paper": _paper,
    "meta": _meta,
    "notes": _notes,
    "exhibits": _exhibits,
    "reading": _reading,
    "excerpt": _excerpt,
    "corrections": _corrections,
    "corrected": _corrected,
    "status": _status,
}


# ---- shapes


def _wrapped(console: Console, text: Text, margin: int = 0) -> None:
    """Wrapped between words; a word longer than the line is folded. No spaces at line ends."""
    for line in text.wrap(console, max(console.width - margin, 20), overflow="fold"):
        line.rstrip()
        line.pad_left(margin)
        console.print(line, soft_wrap=True)


def _indented(console: Console, text: Text) -> None:
    _wrapped(console, text, 4)


def _pairs(console: Console, items: Iterable[tuple[str, object]]) -> None:
    for name, value in items:
        shown = ", ".join(map(str, value)) or "none" if isinstance(value, list) else _scalar(value)
        _wrapped(console, Text.assemble((f"{name}: ", "dim"), words(shown)))


def _scalar(value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,}" if isinstance(value, int) else str(value)


def _grid(console: Console, titles: tuple[str, ...], rows: list[tuple[str, ...]], *, right: int) -> None:
    """A table; column `right` holds numbers, which are kept on one line."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    widest = max(len(row[right]) for row in rows)
    for n, title in enumerate(titles):
        numbers = n == right
        table.add_column(
            title,
            justify="right" if numbers else "left",
            overflow="fold",
            min_width=widest if numbers else None,
        )
    for row in rows:
        table.add_row(*map(Text, row))
    console.print(table, crop=False)


def _stacked(console: Console, titles: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    """For a narrow screen: each row as lines of title and value."""
    for first, *rest in rows:
        _wrapped(console, Text(first, "bold"))
        for title, value in zip(titles[1:], rest, strict=True):
            if value:
                _indented(console, Text.assemble((f"{title}: ", "dim"), value))
