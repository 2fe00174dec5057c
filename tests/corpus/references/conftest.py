"""Papers made of notes, entries and a paragraph, so that a test can be one line."""

from dataclasses import dataclass

import pytest

from corpus.model import Block, BlockKind, Note, Span
from corpus.references.find import find_references


@dataclass(frozen=True)
class Made:
    text: str
    blocks: list
    notes: list
    entries: list

    def references(self):
        return find_references(self.text, self.blocks, [], self.notes)

    def shown(self, reference):
        """The words, the label of the note, the number of the entry (from 1), the pages and the reason."""
        return {
            "words": self.text[slice(*reference.span)],
            "kind": str(reference.kind),
            "in": None if reference.note is None else self.notes[reference.note].label,
            "to": None if reference.target is None else self.notes[reference.target].label,
            "entry": None if reference.entry is None else self.entries.index(reference.entry) + 1,
            "pages": reference.pages and self.text[slice(*reference.pages)],
            "reason": reference.reason,
        }


def made(notes=(), entries=(), body=""):
    """`notes` are words, numbered from 1, or (label, words)."""
    parts = [(BlockKind.PARAGRAPH, body, "")] if body else []
    for at, note in enumerate(notes, start=1):
        label, words = note if isinstance(note, tuple) else (str(at), note)
        parts.append((BlockKind.NOTE, f"{label} {words}", label))
    parts += [(BlockKind.REFERENCE, words, "") for words in entries]
    text, blocks, found, listed = "", [], [], []
    for kind, words, label in parts:
        span = Span(len(text), len(text) + len(words))
        text += words + "\n\n"
        blocks.append(Block(span, kind))
        if kind is BlockKind.NOTE:
            found.append(Note(label, (span,), Span(span.start, span.start + len(label))))
        if kind is BlockKind.REFERENCE:
            listed.append(span)
    return Made(text, blocks, found, listed)


@pytest.fixture(scope="session")
def paper():
    return made


@pytest.fixture(scope="session")
def read():
    """The back-references of such a paper, as dictionaries of words."""

    def _read(notes=(), entries=(), body=""):
        one = made(notes, entries, body)
        return [one.shown(reference) for reference in one.references()]

    return _read
