"""Records of citations, quotations, references, links, receipts and answers -> what a person sees at a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, repeat

from rich.console import Console
from rich.text import Text

from api.records import Record
from api.rows import words
from api.screen import indented, table, wrapped

STYLES = {"same": "", "was": "strike red", "now": "bold green"}


def _cites(console: Console, records: Iterable[Record]) -> None:
    for record in records:
        wrapped(console, Text.assemble((f"{record['number']}. ", "bold"), words(record["citation"])))
        if record["quote"]:
            indented(console, Text(f"“{words(record['quote'])}”"))
        if record["entry"]:
            indented(console, Text(words(record["entry"])))
        indented(console, Text(words(record["pandoc"]), "cyan"))
        for note in record["through"]:
            indented(console, Text(f"note {words(note['note'])}: {words(note['cited_in'])}"))
        if record["state"] not in (None, "here"):
            indented(console, Text(f"the link's words are {record['state']}", "yellow"))
        if record["link"]:
            indented(console, Text(words(record["link"]), "dim"))


def _quotations(console: Console, records: Iterable[Record]) -> None:
    for record in records:
        head = Text.assemble((f"{record['id']}. ", "bold"), words(record["citation"]))
        wrapped(console, head.append(f"  {', '.join(map(words, record['tags']))}", "cyan"))
        if record["told"]:
            indented(console, Text(f"{record['standing']}: {words(record['told'])}", "yellow"))
        told = record["difference"] or [("same", record["text"])]
        indented(console, Text.assemble("“", *_differing(told), "”"))
        if record["remark"]:
            indented(console, Text(words(record["remark"]), "italic"))


def _differing(told: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Stretches with signs as well as colours: "[-struck-] {+new+}", as wdiff prints them."""
    marks = {"same": "{}", "was": "[-{}-]", "now": "{{+{}+}}"}
    gaps = chain([""], repeat(" "))
    return [
        (gap + marks[kind].format(words(text)), STYLES[kind]) for gap, (kind, text) in zip(gaps, told, strict=False)
    ]


def _links(console: Console, records: Iterable[Record]) -> None:
    for record in records:
        at = ", ".join(f"{start}-{end}" for start, end in record["spans"])
        where = f"{record['paper']} [{at}]" if record["paper"] else ""
        wrapped(console, Text.assemble((record["state"], "bold"), "  ", (words(where), "cyan")))
        told = record["difference"] or [("same", record["text"] or record["was"])]
        indented(console, Text.assemble(*_differing(told)))


def _imported(console: Console, records: Iterable[Record]) -> None:
    for record in records:
        head = Text.assemble((f"{record['outcome']}  ", "bold"), words(record["title"] or record["key"]))
        if record["by"]:
            head.append(f"  {words(record['paper'])} ({', '.join(record['by'])})", "cyan")
        wrapped(console, head)
        if record["message"]:
            indented(console, Text(words(record["message"]), "yellow"))
        if record["kept"]:
            indented(console, Text(words(f"stays as set by hand: {', '.join(record['kept'])}")))


def _quoted(console: Console, records: Iterable[Record]) -> None:
    for record in records:
        style = "bold green" if record["holds"] else "bold red"
        wrapped(console, Text.assemble((record["verdict"], style), ": ", words(record["told"])))
        for place in record["places"]:
            wrapped(console, Text(words(place["citation"]), "cyan"))
            indented(console, Text(f"“{words(place['text'])}”"))
            indented(console, Text(words(place["printed"])))
            indented(console, Text(words(place["link"]), "dim"))
        if record["more"]:
            wrapped(console, Text(f"and in {record['more']} other places at least", "dim"))


def _replay(console: Console, records: Iterable[Record]) -> None:
    for record in records:
        same = "the same answer, word for word" if record["same"] else "the answer has changed"
        wrapped(console, Text.assemble((words(record["question"]), ""), "  ", (same, "bold")))
        for change in record["changes"]:
            rest = ", ".join(map(str, change["statements"]))
            told = f"{change['what']} {change['name']}: {change['state']}" + (f" (statement {rest})" if rest else "")
            indented(console, Text(words(told), "yellow"))


def _answers(console: Console, records: Iterable[Record]) -> None:
    shares = ("right", "coverage", "refused")
    rows = [
        (
            f"{one['threshold']:.2f}" + (" *" if one["in_use"] else ""),
            f"{one['answered']} of {one['questions']}",
            *("–" if one[name] is None else f"{one[name]:.3f}" for name in shares),
        )
        for one in records
    ]
    table(console, ("threshold (* in use)", "answered", *shares), rows, right={2, 3, 4})


CITES = {
    "cites": _cites,
    "quotations": _quotations,
    "imported": _imported,
    "links": _links,
    "quoted": _quoted,
    "replay": _replay,
    "answers": _answers,
}
