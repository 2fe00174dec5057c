"""Records -> what a person sees at a terminal. Only this file, cites_view.py, screen.py and meter.py know rich.

Lines are wrapped and stacked where the screen is narrow, never cut: every word and digit of a record that is
shown at all is shown whole. White space inside a quotation is shown as one space.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain, groupby, pairwise
from pathlib import Path
from typing import TextIO

from rich.console import Console
from rich.text import Text

from api.cites_view import CITES
from api.names_view import NAMES
from api.records import Record, told_figure
from api.rows import FIGURE_COLUMNS, cited_place, figure_row, matches, words
from api.screen import indented, pairs, screen, table, wrapped
from corpus.model import PassageKind


def show(records: Iterable[Record], name: str, out: TextIO) -> None:
    """Show the records of the layout called `name`."""
    VIEWS[name](screen(out), records)


# ---- one view for each layout


def _hits(console: Console, records: Iterable[Record]) -> None:
    for record in records:
        head = Text.assemble((f"{record['rank']:>2}  ", "bold"), (words(record["citation"]), "cyan"))
        head.append(f"  {record['kind']}, score {record['score']:.2f}", "dim")
        wrapped(console, head)
        if record["section"]:
            indented(console, Text(words(" › ".join(record["section"])), "italic"))
        indented(console, _marked(record))
        for other in record["also"]:
            indented(console, Text(f"also in {words(other['citation'])}", "dim"))
        console.print()


def _facets(console: Console, records: Iterable[Record]) -> None:
    for name, group in groupby(records, key=lambda record: record["facet"]):
        counted = list(group)
        more = f" (the first {FACETS} of {len(counted)})" if len(counted) > FACETS else ""
        console.print(Text.assemble((name, "bold"), (more, "dim")))
        rows: list[tuple[str, ...]] = [
            (str(one["passages"]), words(one["value"]), words(one["query"])) for one in counted[:FACETS]
        ]
        table(console, ("passages", "value", "to see these alone"), rows, right={0})


FACETS = 10
"""Values of a facet that people are shown; the other formats have all."""


def _evaluation(console: Console, records: Iterable[Record]) -> None:
    rows: list[tuple[str, ...]] = []
    for one in records:
        told = (
            "" if one["difference"] is None else f"{one['difference']:+.3f} ({one['low']:+.3f} to {one['high']:+.3f})"
        )
        chance = "" if one["p"] is None else f"{one['p']:.3f}"
        rows.append((one["setting"], one["measure"], str(one["queries"]), f"{one['mean']:.3f}", told, chance))
    table(console, ("setting", "measure", "queries", "mean", "against the first", "p"), rows, right={2, 3, 5})


def _tokens(console: Console, records: Iterable[Record]) -> None:
    rows: list[tuple[str, ...]] = [(words(one["name"]), one["may"], one["made"]) for one in records]
    table(console, ("token", "may", "made"), rows, right=set())


def _per_query(console: Console, records: Iterable[Record]) -> None:
    kept = list(records)
    names = [name for name in kept[0] if "@" in name] if kept else []
    rows = [
        (one["setting"], words(one["id"]), words(one["query"]), *(f"{one[name]:.3f}" for name in names)) for one in kept
    ]
    table(console, ("setting", "id", "query", *names), rows, right=set(range(3, 3 + len(names))))


def _marked(record: Record) -> Text:
    """The passage: the words that matched in bold, the best sentence of several underlined; a table keeps its lines."""
    text, lines = record["text"], record["kind"] == PassageKind.TABLE
    matched, best = list(matches(record)), list(matches(record, "best"))
    best = [] if sum(end - start for start, end in best) == len(text) else best
    shown = Text()
    cuts = sorted({0, len(text), *chain.from_iterable([*matched, *best])})
    for start, end in pairwise(cuts):
        styles = [name for name, places in (("bold", matched), ("underline", best)) if _inside(start, places)]
        shown.append(words(text[start:end], lines=lines), " ".join(styles) or None)
    return shown


def _inside(offset: int, places: Iterable[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in places)


def _figures(console: Console, records: Iterable[Record]) -> None:
    shown = [(figure_row(record), record.get("sentence")) for record in records]
    if any(sentence for _, sentence in shown):
        for row, sentence in shown:
            wrapped(console, Text.assemble((row[0], "bold"), "  ", "  ".join(part for part in row[1:] if part)))
            indented(console, Text(words(sentence or "–")))
    else:
        table(console, FIGURE_COLUMNS, [row for row, _ in shown], right={1})


def _answer(console: Console, records: Iterable[Record]) -> None:
    for record in records:
        if record["abstained"]:
            wrapped(console, Text(words(record["reason"] or "the papers do not answer this"), "bold"))
            if record["related"]:
                console.print("\nNearest, but no answer:")
        if record.get("rephrased"):
            _rephrased(console, record["rephrased"])
        _quotations(console, record["related"] if record["abstained"] else record["citations"])
        if record.get("figures"):
            console.print("\nAs figures:")
            for one in record["figures"]:
                indented(console, Text(words(told_figure(one))))


def _rephrased(console: Console, record: Record) -> None:
    """A model's sentences that hold, each with where; then those that were struck, and why."""
    if record["used"]:
        console.print(f"In the words of {words(record['model'])}, checked against the papers:")
        for one in record["sentences"]:
            if one["holds"]:
                console.print()
                wrapped(console, Text(words(one["text"])))
                where = "; ".join(f"{each['citation']} [{each['start']}-{each['end']}]" for each in one["citations"])
                indented(console, Text(words(f"— {where}"), "cyan"))
    struck = [one for one in record["sentences"] if not one["holds"]]
    if struck:
        console.print("\nStruck, because it does not hold:")
    for one in struck:
        why = " ".join(fault["why"] for fault in one["faults"])
        wrapped(console, Text.assemble((words(one["text"]), "strike"), "  ", words(why)))
    if not record["used"] and record["sentences"]:
        console.print("\nToo little of it holds; what the papers say:")
    elif record["sentences"]:
        console.print("\nIn the papers' own words:")


def _quotations(console: Console, citations: Iterable[Record]) -> None:
    pieces: list[Record] = []
    for citation in citations:
        pieces.append(citation)
        number, many = citation["part"]
        if number < many:
            continue
        console.print()
        wrapped(console, Text(words("".join(piece["quote"] for piece in pieces))))
        section = f", “{citation['section']}”" if citation["section"] else ""
        offsets = " + ".join(f"{piece['start']}-{piece['end']}" for piece in pieces)
        indented(console, Text(words(f"— {citation['citation']}{section} [{offsets}]"), "cyan"))
        pieces = []


def _paper(console: Console, records: Iterable[Record]) -> None:
    for record in records:
        wrapped(console, Text(words(record["title"] or record["paper"]), "bold"))
        about = {
            name: record[name]
            for name in ("paper", "authors", "institution", "series", "genre", "date", "language", "characters")
        }
        pairs(console, (about | record["counts"]).items())
        if record["outline"]:
            console.print("\nOutline")
        for head in record["outline"]:
            offsets = f"{head['start']}-{head['end']}".rjust(15)
            wrapped(console, Text(f"{offsets}  {'  ' * head['level']}{words(head['heading'])}"))


def _meta(console: Console, records: Iterable[Record]) -> None:
    for record in records:
        shown = "; ".join(record["value"]) if isinstance(record["value"], list) else record["value"]
        line = Text.assemble((f"{record['field']}: ", "dim"), words(shown or "–"))
        if record["source"] is not None:
            by = SAID_BY[record["source"]] or Path(record["origin"]).name
            line.append(f"  ({words(by)})", "cyan")
        wrapped(console, line)


SAID_BY = {"set": "set by hand", "import": "", "sidecar": "", "file": "the file's own fields", "paper": "the paper"}
"""Who says it, in words; a file beside the paper or taken in is named."""


def _notes(console: Console, records: Iterable[Record]) -> None:
    for record in records:
        lost = record["state"] == "no-note"
        head = Text.assemble((f"[{words(record['number'])}] ", "bold"), (words(record["citation"]), "cyan"))
        head.append(
            {"no-note": "  its note is not in the text", "no-marker": "  nothing calls it"}.get(record["state"], "")
        )
        wrapped(console, head)
        if not lost:
            indented(console, Text(words(record["text"])))
        if record["supports"]:
            indented(console, Text.assemble(("on: ", "dim"), words(record["supports"])))
        for pointed in record["references"]:
            found = [f"note {pointed['resolves_to']}"] if pointed["resolves_to"] else []
            found += [pointed["entry"]] if pointed["entry"] else []
            told = " = ".join(found) or f"open: {pointed['reason']}"
            indented(console, Text.assemble((f"{words(pointed['text'])} → ", "dim"), words(told)))
        console.print()


EXHIBIT_STATES = {"missing": "  it is not in the text", "unmentioned": "  nothing refers to it", "referred": ""}


def _exhibits(console: Console, records: Iterable[Record]) -> None:
    for record in records:
        head = Text.assemble((f"{words(record['label'] or record['kind'].capitalize())}  ", "bold"))
        wrapped(console, head.append(cited_place(record), "cyan").append(EXHIBIT_STATES[record["state"]]))
        if record["title"]:
            indented(console, Text(words(record["title"]), "italic"))
        for part in filter(None, [record["source"], *record["notes"]]):
            indented(console, Text(words(part["text"]), "dim"))
        for reference in record["references"]:
            page = f"p. {reference['page']}: " if reference["page"] else "in: "
            indented(console, Text.assemble((words(page), "dim"), words(reference["sentence"])))
        console.print()


def _reading(console: Console, records: Iterable[Record]) -> None:
    section: list[str] = []
    for record in records:
        if record["section"] != section:
            section = record["section"]
            wrapped(console, Text(words(" › ".join(section)), "bold"))
            console.print()
        where = [f"¶ {record['paragraph']}"] if record["paragraph"] else [record["kind"]]
        where += [f"p. {record['page']}"] if record["page"] else []
        wrapped(console, Text(words(", ".join(where)), "dim"))
        wrapped(console, Text(words(record["text"], lines=record["kind"] == PassageKind.TABLE)))
        for note in record["notes"]:
            indented(console, Text.assemble((f"[{words(note['number'])}] ", "cyan"), words(note["text"])))
        console.print()


def _excerpt(console: Console, records: Iterable[Record]) -> None:
    for record in records:
        wrapped(console, Text(words(record["text"])))


def _corrections(console: Console, records: Iterable[Record]) -> None:
    for record in records:
        wrapped(console, Text.assemble((f"{record['number']:>4}  ", "bold"), words(record["told"])))
        if record["orphan"]:
            indented(console, Text(words(f"  {record['orphan']}"), "dim"))


def _corrected(console: Console, records: Iterable[Record]) -> None:
    for record in records:
        line = "" if record["line"] is None else f"line {record['line']}: "
        said = f"{record['number']}: {record['told']}" if record["outcome"] == "kept" else record["message"]
        wrapped(console, Text(words(f"{line}{TAKEN[record['outcome']]} {said}")))


TAKEN = {"kept": "kept as", "same": "nothing changed:", "conflict": "not kept:", "failed": "not read:"}
"""What became of a correction, in words."""


def _status(console: Console, records: Iterable[Record]) -> None:
    pairs(console, ((record["name"], record["value"]) for record in records))


VIEWS: dict[str, Callable[[Console, Iterable[Record]], None]] = {
    "hits": _hits,
    "facets": _facets,
    "evaluation": _evaluation,
    "per-query": _per_query,
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
    "tokens": _tokens,
    **NAMES,
    **CITES,
}
