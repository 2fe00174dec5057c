"""Quotations -> Markdown: each in a block quote, with citation, pandoc's key, link, remark and tags; entries last.

Words of papers and of their reader stay words: every sign that CommonMark, GitHub or pandoc would take for their own is
escaped, so that nothing in them is a heading, a link, a picture, HTML, TeX or another paper's key.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from api.quotations.printing import Printed, mark
from api.quotations.runs import Run, runs
from api.records import Record
from api.rows import words

PARAGRAPHS = re.compile(r"(?:[^\S\n]*\n){2,}\s*")
SIGNS = re.compile(r"([\\`*_\[\]{}<>~^$@#|]|&(?=#?\w+;)|:(?=//|:|[\w+-]+:)|(?<=\bwww)\.|=(?==)|(?<==)=|%(?=%)|(?<=%)%)")
"""Signs that mean something anywhere in a line."""
OPENING = re.compile(r"[-+=:%]|(?P<number>\(?\w{1,9})(?=[.)](?:\s|$))")
"""What begins a list, a rule, a heading's underline or a definition at the start of a line."""
PANDOC = re.compile(r"\[@[\w.:/+-]+(?:, [\w. –-]+)?\]")
"""A citation for pandoc that is nothing else."""
ADDRESS = re.compile(r"https?://[\w./?=&%#:;,+~()@-]*[\w/]", re.ASCII)
BOLD, ITALIC = "**", "*"


def markdown(told: Printed) -> str:
    """The whole list as one text."""
    parts = ["# Quotations", *(part for each in told.quotations for part in _parts(each))]
    entries = [line for entry in told.entries if (line := _cited(runs(entry, "entry")))]
    return "\n\n".join([*parts, *(["## Bibliography", *entries] if entries else [])]) + "\n"


def escaped(text: str) -> str:
    """Words on one line that mean nothing but themselves."""
    return _begun(_inline(text).strip())


def _inline(text: str) -> str:
    return SIGNS.sub(r"\\\1", words(text))


def _begun(line: str) -> str:
    """A line that begins nothing: the sign that would, or the one behind a number, is escaped."""
    found = OPENING.match(line)
    if found is None:
        return line
    at = found.end("number") if found["number"] else 0
    return f"{line[:at]}\\{line[at:]}"


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text."""
    return [part for part in PARAGRAPHS.split(text.strip()) if part.strip()]


def _parts(record: Record) -> Iterator[str]:
    quoted = [escaped(part) for part in paragraphs(record["text"])]
    if (warning := mark(record)) is not None:
        quoted.insert(0, f"{BOLD}{escaped(warning)}{BOLD}")
    yield "\n>\n".join(f"> {line}" for line in quoted)
    yield "— " + " ".join(_source(record))
    yield from map(escaped, paragraphs(record["remark"]))
    if record["tags"]:
        yield f"{ITALIC}{escaped(', '.join(record['tags']))}{ITALIC}"


def _source(record: Record) -> Iterator[str]:
    yield _cited(runs(record, "citation"))
    if record["pandoc"] and PANDOC.fullmatch(record["pandoc"]):
        yield record["pandoc"]
    yield f"[link](<{record['link']}>)"
    if record["standing"] == "moved":
        yield f"({escaped(record['told'])})"


def _cited(found: Iterable[Run]) -> str:
    """Runs with italics and bold; the address of a paper on the net is a link to it."""
    return _begun("".join(map(_run, found)).strip())


def _run(run: Run) -> str:
    inner = run.text.strip()
    if not inner:
        return " "
    sign = BOLD if "bold" in run.formats else ITALIC if "italic" in run.formats else ""
    before, after = " " * run.text[0].isspace(), " " * run.text[-1].isspace()
    return f"{before}{sign}{_linked(inner)}{sign}{after}"


def _linked(text: str) -> str:
    at, found = 0, []
    for address in ADDRESS.finditer(text):
        found += [_inline(text[at : address.start()]), f"<{address[0]}>"]
        at = address.end()
    return "".join([*found, _inline(text[at:])])
