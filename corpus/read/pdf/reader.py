"""The bytes of a PDF -> its text in reading order, one paragraph a line, with what the page says of each.

Pages are taken in, furniture is told by comparing them, and what is left is cut into notes, tables, headings
and paragraphs. Text that is invisible or white is read (that is how a scan keeps what was recognised); text
outside the paper, and letters smaller than a point, are not; text across the page's direction is furniture.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from corpus.errors import UnreadableFileError
from corpus.read.ocr import DOTS_PER_INCH, LANGUAGE, find_tesseract, recognise
from corpus.read.ocr import joined as in_one
from corpus.read.pdf.blocks import Block
from corpus.read.pdf.bullets import with_bullets
from corpus.read.pdf.columns import flows
from corpus.read.pdf.continued import tables_over_pages
from corpus.read.pdf.foot import body_size, foot_lines, is_open, notes, usual_size
from corpus.read.pdf.front import abreast, rooms, title_block, usual_width
from corpus.read.pdf.furniture import Leaf, take_furniture
from corpus.read.pdf.guard import refuse_bombs
from corpus.read.pdf.headings import tell_headings
from corpus.read.pdf.hyphens import Vocabulary, joined
from corpus.read.pdf.lines import Line, lines
from corpus.read.pdf.listing import tell_lists
from corpus.read.pdf.paragraphs import BULLET, Leadings, leadings, paragraphs
from corpus.read.pdf.sheets import MOST_CHARACTERS, Document, opened
from corpus.read.pdf.tables import unparted
from corpus.read.scribe import Reading, Scribe

FEWEST_CHARACTERS = 12
"""On a page: with fewer and a large picture it is a scan."""
MOST_NAMED = 20


def read_pdf(data: bytes, name: str, *, language: str = LANGUAGE) -> Reading:
    """The reading of the PDF in `data`; `name` is the file's name, for messages.

    Pages that are pictures are recognised by tesseract, in `language` as tesseract names it, if it is
    installed. Raises UnreadableFileError, with one sentence, for a file that is encrypted, broken or a scan
    that cannot be recognised; `warnings` of the reading name single pages that could not be read.
    """
    refuse_bombs(data, name)
    with opened(data, name) as document:
        leaves, scans, broken = _leaves(document, name)
        labels = document.labels()
        warnings = [*_recognised(document, leaves, scans, name, language), *_damage(broken, name)]
    if not any(leaf.lines or leaf.recognised for leaf in leaves):
        raise UnreadableFileError(
            f"{name} has no text on its {len(leaves)} pages: recognise it (OCR) and add it again."
        )
    take_furniture(leaves)
    scribe = Scribe()
    for leaf, blocks, label in zip(leaves, _pages(leaves), labels, strict=True):
        _write(scribe, leaf, blocks)
        scribe.page_end(leaf.label or label)
    return scribe.reading(warnings=tuple(warnings))


def _leaves(document: Document, name: str) -> tuple[list[Leaf], list[int], list[int]]:
    """Every page, and the places of those that are pictures and of those that are too damaged to load."""
    leaves: list[Leaf] = []
    scans: list[int] = []
    broken: list[int] = []
    total = 0
    for at in range(document.count):
        leaf = Leaf([])
        leaves.append(leaf)
        with document.sheet(at) as sheet:
            if sheet is None:
                broken.append(at)
                continue
            printed, leaf.across = lines(sheet)
            leaf.lines = with_bullets(printed)
            leaf.bottom, leaf.top = sheet.edges()
            total += sheet.count
            if sheet.count < FEWEST_CHARACTERS and sheet.has_large_picture():
                scans.append(at)
        if total > MOST_CHARACTERS:
            raise UnreadableFileError(f"{name} holds more text than any paper: split it and add the parts.")
    return leaves, scans, broken


def _recognised(
    document: Document, leaves: Sequence[Leaf], scans: Sequence[int], name: str, language: str
) -> list[str]:
    """Have the pages that are pictures recognised; what cannot be, in sentences."""
    if not scans:
        return []
    program = find_tesseract()
    if program is None:
        count = (
            "its one page is a picture" if len(leaves) == 1 else f"{len(scans)} of its {len(leaves)} pages are pictures"
        )
        missing = f"{name} is a scan ({count}): install tesseract, or recognise it (OCR) elsewhere, and add it again."
        if len(scans) == sum(1 for leaf in leaves if leaf.lines or leaf.across) + len(scans):
            raise UnreadableFileError(missing)
        return [missing.replace("is a scan", "is in part a scan")]
    for at in scans:
        picture = document.picture(at, DOTS_PER_INCH)
        leaves[at].recognised = recognise(picture, name, at + 1, program=program, language=language)
        leaves[at].lines = []
    return []


def _damage(broken: Sequence[int], name: str) -> list[str]:
    if not broken:
        return []
    pages = ", ".join(str(at + 1) for at in broken[:MOST_NAMED]) + (" and others" if len(broken) > MOST_NAMED else "")
    return [f"{name}: page {pages} of the file is damaged and was left out."]


def _pages(leaves: Sequence[Leaf]) -> list[list[Block]]:
    every = [line for leaf in leaves for line in leaf.lines]
    body = body_size(every)
    vocabulary = Vocabulary(every)
    feet = [foot_lines(leaf.lines, body) for leaf in leaves]
    usual = usual_size(feet)
    leading = leadings(leaf.lines for leaf in leaves)
    found: list[list[list[Line]]] = []
    open_note, last = False, 0
    for foot in feet:
        held, last = notes(foot, usual, open_note, last)
        found.append(held)
        open_note = is_open(held[-1][-1].words) if held else open_note
    width = usual_width(every, body)
    pages: list[list[Block]] = []
    for at, rest in enumerate(tables_over_pages([_without(*pair) for pair in zip(leaves, found, strict=True)])):
        front = title_block(rest, body, width) if at == 0 else []
        parted, alone = abreast(front), rooms(front, width)
        kept = [one for line in rest for one in parted.get(id(line), [unparted(line)])]
        pages.append([*_body(kept, leading, vocabulary, body, alone)])
        pages[-1] += [Block("note", note, joined(note, vocabulary)) for note in found[at]]
    tell_headings(pages, body)
    tell_lists(pages)
    return pages


def _without(leaf: Leaf, found: Sequence[Sequence[Line]]) -> list[Line]:
    """The lines of a page that are of none of its notes."""
    gone = {id(line) for note in found for line in note}
    return [line for line in leaf.lines if id(line) not in gone]


def _body(
    rest: Sequence[Line], leading: Leadings, vocabulary: Vocabulary, body: float, alone: Mapping[int, float]
) -> Iterator[Block]:
    """The blocks of a page above its notes."""
    for flow in flows(rest):
        for held in paragraphs(flow.lines, leading, body, alone):
            if held[0].again:
                yield Block("furniture", held, joined(held, vocabulary))
            elif held[0].rows:
                yield Block("table", held, rows=held[0].rows)
            else:
                role = "list_item" if BULLET.match(held[0].words) and held[0].words[0] not in "–—-" else "paragraph"
                yield Block(role, held, joined(held, vocabulary))


def _write(scribe: Scribe, leaf: Leaf, blocks: Sequence[Block]) -> None:
    for role, line in leaf.head:
        with scribe.block(role):
            scribe.write(line.words)
    for paragraph in leaf.recognised:
        with scribe.block("paragraph"):
            scribe.write(in_one(paragraph))
    for block in blocks:
        with scribe.block(block.role, level=block.level):
            _write_block(scribe, block)
    for words in leaf.across:
        with scribe.block("furniture"):
            scribe.write(words)
    for role, line in leaf.foot:
        with scribe.block(role):
            scribe.write(line.words)


def _write_block(scribe: Scribe, block: Block) -> None:
    if not block.rows:
        scribe.write(block.words)
        return
    for number, row in enumerate(block.rows):
        if number:
            scribe.row_end()
        for column, cell in enumerate(row):
            if column:
                scribe.cell_end()
            scribe.write(cell)
