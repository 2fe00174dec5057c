"""One paper as pandoc, LibreOffice, Typst, Chromium and WeasyPrint render it: each says what its source says.

What the source says is read off it here by four lines of Markdown's grammar, not by the reader under test. Only how
words are printed is folded: white space, quotation marks, dashes, emphasis, soft hyphens, brackets around addresses,
and the lowered 2 of CO₂, which has no meaning of its own (raised digits have, and stay).
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from corpus.grid import rows
from corpus.model import BlockKind, Span
from corpus.prose import plain, prose
from corpus.read.readers import read_file
from corpus.sentenced import sentenced
from corpus.sentences import sentences
from corpus.structure import structure
from corpus.view import View

FOLDER = Path(__file__).parent / "samples" / "renderings"
SOURCE = FOLDER / "wet-ground.md"
RENDERINGS = sorted(path.name for path in FOLDER.iterdir() if path.suffix in {".md", ".pdf", ".docx", ".html"})
FOLDED = str.maketrans("“”‘’‐‑–—₂\u00a0", "\"\"''----2 ", "\u00ad\u200b")
ADDRESS = re.compile(r"<(https?://[^>\s]+)>")
EMPHASIS = re.compile(r"(?<!\w)\*|\*(?!\w)")
MARKER = re.compile(r"\[\^(\d+)\]")
NOTE = re.compile(r"^\[\^(\d+)\]: (.+)$", re.MULTILINE)
BULLET = re.compile(r"^(?:[-•▪*◦‣]|\d+[.)])\s+")


@dataclass(frozen=True, slots=True)
class Said:
    """What a paper says, folded: the same for all renderings of one source."""

    title: str
    authors: tuple[str, ...]
    date: str
    headings: list[tuple[int, str]]
    sentences: list[str]
    notes: list[tuple[str, str]]
    links: list[tuple[str, str]]
    """Label of a marker and the sentence it supports, empty in a heading."""
    caption: list[str]
    table: list[list[str]]
    references: list[str]


LAYERS = tuple(Said.__dataclass_fields__)
ADDED = (1, "Abstract")
"""Producers print this word above an abstract, some as a heading; the source has it as the name of a field."""
RUN_IN = {"typst.pdf", "columns.pdf"}
"""Here the same word stands on the first line of the abstract."""
NOT_YET = {
    ("libreoffice.pdf", "table"): "a table that goes on over the page is two, and a row that the page cuts is two",
}
"""What the readers cannot do yet. A line goes as soon as they can: the test fails until it does."""


def folded(words: str) -> str:
    return " ".join(EMPHASIS.sub("", ADDRESS.sub(r"\1", words.translate(FOLDED))).split())


def split(paragraph: str) -> list[tuple[str, list[str]]]:
    """The sentences of a paragraph of the source, folded, each with the labels of the markers in or behind it."""
    view = View.of(paragraph)
    marks = tuple(Span(found.start(), found.end()) for found in MARKER.finditer(paragraph))
    words = view.without(marks)
    found = [(words.text[start:end], words.spans(start, end)) for start, end in sentences(words)]
    ends = [spans[0].start for _, spans in found[1:]] + [len(paragraph)]
    starts = [0, *ends]
    return [
        (folded(said), MARKER.findall(paragraph[start:end]))
        for (said, _), start, end in zip(found, starts, ends, strict=False)
    ]


@cache
def parts() -> tuple[dict[str, Any], str]:
    """The front matter of the source and the rest."""
    _, front, body = SOURCE.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front), body


def abstract() -> list[tuple[str, list[str]]]:
    return split(parts()[0]["abstract"].strip())


@cache
def truth() -> Said:
    """What the source says."""
    stated, body = parts()
    body, _, back = body.partition("\n# References\n")
    headings: list[tuple[int, str]] = []
    told = abstract()
    caption: list[str] = []
    table: list[list[str]] = []
    for piece in re.split(r"\n\n+|\n(?=- |\d+\. )", body.strip()):
        if piece.startswith("#"):
            level, words = piece.split(" ", 1)
            headings.append((len(level), folded(MARKER.sub("", words))))
            told += [("", [label]) for label in MARKER.findall(words)]
        elif piece.startswith("|"):
            lines = piece.splitlines()
            table = [[folded(cell) for cell in line.strip("|").split("|")] for line in (lines[0], *lines[2:])]
        elif piece.startswith(": "):
            caption.append(folded(piece[2:]))
        elif not piece.startswith("Source: "):
            told += split(re.sub(r"^(?:[->]|\d+\.) ", "", piece))
    return Said(
        title=folded(stated["title"]),
        authors=tuple(stated["author"]),
        date="2024-05-14",
        headings=[*headings, (1, "References")],
        sentences=[words for words, _ in told if words],
        notes=[(label, folded(words)) for label, words in NOTE.findall(back)],
        links=[(label, words) for words, labels in told for label in labels],
        caption=caption,
        table=table,
        references=[folded(entry) for entry in NOTE.sub("", back).split("\n\n") if entry.strip()],
    )


@cache
def reading(name: str) -> Said:
    """What pincite makes of a rendering."""
    seen = structure(read_file(FOLDER / name))
    paper, text = seen.paper, seen.paper.text
    marks = tuple(sorted(marker.span for marker in seen.markers))

    def said(*spans: Span) -> str:
        if not spans:
            return ""
        return BULLET.sub(
            "", folded(prose(text, spans, tuple(m for m in marks if any(s.covers(m) for s in spans))).text)
        )

    def words(kind: BlockKind) -> list[str]:
        return [said(block.span) for block in seen.blocks if block.kind is kind]

    told = sentenced(text, seen.paragraphs, seen.markers)
    metadata = paper.metadata
    return Said(
        title=folded(metadata.title or ""),
        authors=metadata.authors,
        date=metadata.date or "",
        headings=[h for b in seen.blocks if b.kind is BlockKind.HEADING and (h := (b.level, said(b.span))) != ADDED],
        sentences=[said(*sentence.spans) for _, every in told for sentence in every],
        notes=[(note.label, folded(plain(text, *note.words))) for note in seen.notes],
        links=[(marker.label, said(*marker.sentence)) for marker in seen.markers if marker.note is not None],
        caption=words(BlockKind.CAPTION),
        table=[[folded(plain(text, cell)) for cell in row] for row in _table(seen)],
        references=words(BlockKind.REFERENCE),
    )


def _table(seen):
    return [row for each in seen.exhibits if each.body for row in rows(seen.paper.text, each.body)]


def expected(name: str, layer: str):
    """What a rendering should say: what the source says, but for the two ways in which an abstract is printed."""
    told = getattr(truth(), layer)
    if layer == "sentences" and name == SOURCE.name:
        return told[len(abstract()) :]  # front matter is no body
    if layer == "sentences" and name in RUN_IN:
        return [f"Abstract {told[0]}", *told[1:]]
    return told


def cases():
    for name in RENDERINGS:
        for layer in LAYERS:
            why = NOT_YET.get((name, layer))
            marks = pytest.mark.xfail(reason=why, raises=AssertionError) if why else ()
            yield pytest.param(name, layer, marks=marks, id=f"{name}-{layer}")


@pytest.mark.parametrize(("name", "layer"), [*cases()])
def test_a_rendering_says_what_its_source_says(name: str, layer: str) -> None:
    assert getattr(reading(name), layer) == expected(name, layer)


def test_the_source_has_something_of_everything() -> None:
    said = truth()
    assert [label for label, _ in said.notes] == [label for label, _ in said.links] == [str(n) for n in range(1, 17)]
    assert len(said.sentences) > 70
    assert len({words for _, words in said.links}) < len(said.links), "two notes in one sentence"
    assert ("7", "") in said.links, "a note on a heading"
    assert (len(said.references), len(said.table), len(said.headings)) == (9, 7, 8)
