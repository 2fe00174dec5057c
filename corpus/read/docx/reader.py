"""Bytes of a DOCX file -> a Reading: words in order, styles as roles, notes at the end with their printed numbers."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.errors import UnreadableFileError
from corpus.model import BlockKind, Metadata
from corpus.read.docx.blocks import Body, Piece, note_lines, with_bold_headings
from corpus.read.docx.notes import Notes, Sign, find_notes
from corpus.read.docx.parts import Parts, read_parts
from corpus.read.docx.styles import Styles, read_styles
from corpus.read.inline import Line, raise_sign, write_line, write_pieces
from corpus.read.scribe import Reading, Scribe


def read_docx(data: bytes, name: str) -> Reading:
    """What the DOCX file in `data` says, all changes accepted, comments and page furniture left out.

    Notes stand at the end in order of reference, footnotes first, each with its printed label. A reference whose note
    is missing keeps its marker; a note nobody refers to keeps its words and gets no label. There are no pages: a DOCX
    file has none until it is printed. Raises UnreadableFileError, which calls the file `name`.
    """
    parts = read_parts(data, name)
    styles = read_styles(parts.styles)
    notes = find_notes(parts)
    scribe = Scribe()
    body = parts.document.find("w-body")
    pieces = list(Body(styles, notes).pieces(body)) if body is not None else []
    _write_body(scribe, with_bold_headings(pieces))
    _write_notes(scribe, notes, styles)
    if not scribe.at:
        raise UnreadableFileError(f"{name} holds no words: there is nothing to add.")
    return scribe.reading(Metadata(language=_language(parts, styles)))


def _write_body(scribe: Scribe, pieces: Iterable[Piece]) -> None:
    for piece in pieces:
        if piece.rows:
            with scribe.block(BlockKind.TABLE):
                _write_rows(scribe, piece)
        else:
            write_line(scribe, piece.line, piece.role, level=piece.level)


def _write_rows(scribe: Scribe, piece: Piece) -> None:
    for number, row in enumerate(piece.rows):
        if number:
            scribe.row_end()
        for column, cell in enumerate(row):
            if column:
                scribe.cell_end()
            write_pieces(scribe, cell.take())


def _write_notes(scribe: Scribe, notes: Notes, styles: Styles) -> None:
    """Footnotes, then endnotes, each in order of reference; then those that nothing refers to."""
    orders = sorted(notes.signs, key=lambda note: note[0] == "endnote")
    for note in orders:
        element = notes.elements.get(note)
        if element is not None:
            typed = notes.signs[note].custom or next(element.iter(f"w-{note[0]}Ref"), None) is None
            _write_note(scribe, note_lines(element, styles, notes), notes.signs[note], typed=typed)
    for note, element in notes.elements.items():
        if note not in notes.signs:
            for line in note_lines(element, styles, notes):
                write_line(scribe, line, BlockKind.NOTE)


def _write_note(scribe: Scribe, lines: list[Line], sign: Sign, *, typed: bool) -> None:
    """A note with its label; `typed` labels stand in its words already."""
    lines = lines or [Line()]
    if typed:
        lines[0].take_label(sign.printed, apart=False)
    lines[0].put_first(f"{raise_sign(sign.printed)} ")
    for line in lines:
        write_line(scribe, line, BlockKind.NOTE, note=sign.tag)


def _language(parts: Parts, styles: Styles) -> str | None:
    """As the file's properties state it, else the language of its default style."""
    stated = parts.core.findtext("dc-language") if parts.core is not None else None
    return (stated or "").strip() or styles.language or None
