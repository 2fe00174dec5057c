"""Pieces of plain text -> which are headings, of what level, and which is the title.

A heading is short, opens with a capital, ends no sentence and has something under it. Numbering and
capitals give its level. What stands between the title and the first paragraph is front matter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.model import YEAR, BlockKind
from corpus.outline.pieces import (
    ABSTRACT,
    BIBLIOGRAPHY,
    BYLINE,
    CITES,
    CONTENTS,
    FURNISHING,
    LEANS_FORWARD,
    LONGEST_HEADING,
    NO_TITLE,
    SECTION_NUMBER,
    SECTION_WORD,
    SENTENCE_END,
    STATED,
    Piece,
    contents,
)

LONGEST_UNTITLED = 75
"""Characters: a longer line of which only the first word has a capital is a sentence."""
MOST_LINES = 3
FEWEST_TITLE_WORDS = 2
FURTHEST_TITLE = 40
"""Pieces into the paper within which its title must stand."""

OPENING = re.compile(
    r"""(?:executive\s+)?summary|abstract|introduction|overview|background|context|foreword|preface|key\s+\w+
      |(?:the\s+)?(?:problem|issue|question)|contents|table\s+of\s+contents|acknowledge?ments|section\s+\w+
      |part\s+\w+|chapter\s+\w+|conclusions?|resumen|introducci[oó]n|r[ée]sum[ée]""",
    re.VERBOSE | re.IGNORECASE,
)
NUMBERED_HEADING = re.compile(r"[#\s]*1\.?\s")
NUMBERED = re.compile(r"\(?(\d{1,2})[.)]\s")
WORD = re.compile(r"[^\W\d_][\w’'-]*")
SMALL_WORDS = frozenset(
    """
    a an and as at but by de del for from in into of on or per the to upon via vs with la las el los y und
    """.split()
)


def headings(pieces: Sequence[Piece]) -> list[Piece]:
    """The same pieces with headings, title and front matter named as such."""
    return _stated(_front(_levelled(contents(pieces))))


def marked_title(pieces: Sequence[Piece]) -> list[Piece]:
    """Where headings are marked as such, the title is what is marked so; else the only heading of the highest level.

    Without either it is the first line above all headings that can be one. Labels just below it (bylines, dates)
    are front matter.
    """
    found = contents(pieces)
    title = _marked_title(found)
    if title is None:
        return _stated(found)
    found[title] = found[title].turned(BlockKind.TITLE, 1)
    for at in range(title + 1, len(found)):
        if found[at].kind is BlockKind.TITLE:
            continue
        if not (_is_byline(found, at) or (found[at].kind is BlockKind.PARAGRAPH and _is_label(found[at]))):
            break
        found[at] = found[at].turned(BlockKind.FRONT_MATTER)
    return _stated(found)


def _stated(pieces: Sequence[Piece]) -> list[Piece]:
    """The same with keywords and the like, above the first section that is no abstract, as front matter."""
    found = list(pieces)
    for at, one in enumerate(pieces[:FURTHEST_TITLE]):
        if one.kind is BlockKind.HEADING and not ABSTRACT.fullmatch(_bare(one.text)):
            break
        if one.kind is BlockKind.PARAGRAPH and STATED.match(one.text):
            found[at] = one.turned(BlockKind.FRONT_MATTER)
    return found


def _is_byline(pieces: Sequence[Piece], at: int) -> bool:
    """Names set as large as headings: one below the title with nothing but more labels under it."""
    words = pieces[at].text
    opens = SECTION_NUMBER.match(words) is not None or OPENING.fullmatch(_bare(words)) is not None
    below = pieces[at + 1] if at + 1 < len(pieces) else None
    labelled = below is not None and below.kind is BlockKind.PARAGRAPH and _is_label(below)
    return pieces[at].kind is BlockKind.HEADING and not opens and labelled


def _marked_title(pieces: Sequence[Piece]) -> int | None:
    told = next((at for at, piece in enumerate(pieces) if piece.kind is BlockKind.TITLE), None)
    heads = [at for at, piece in enumerate(pieces) if piece.kind is BlockKind.HEADING]
    if told is not None or not heads:
        return told
    top = min(pieces[at].block.level for at in heads)
    if [at for at in heads if pieces[at].block.level == top] == heads[:1]:
        return heads[0]
    front = pieces[: min(heads[0], FURTHEST_TITLE)]
    likely = (at for at, piece in enumerate(front) if piece.kind is BlockKind.PARAGRAPH and _level(piece))
    return next((at for at in likely if _may_be_title(front[at].text)), None)


def is_bibliography(piece: Piece) -> bool:
    """Whether a heading announces a list of references."""
    return BIBLIOGRAPHY.fullmatch(_bare(piece.text)) is not None


def _levelled(pieces: Sequence[Piece]) -> list[Piece]:
    items = _items([piece for piece in pieces if piece.kind not in FURNISHING])
    found: list[Piece] = []
    following = ""  # walking backwards: the words that come next
    for piece in reversed(pieces):
        level = 0 if id(piece) in items else _level(piece)
        headed = following and (not following[0].islower() or BYLINE.match(following))
        found.append(piece.turned(BlockKind.HEADING, level) if level and (headed or piece.hashes) else piece)
        following = piece.text if piece.kind not in FURNISHING else following
    found.reverse()
    return found


def _items(told: Sequence[Piece]) -> set[int]:
    """Which numbered pieces (by identity) are items of a list: neighbours that count on, and are no headings.

    Headings count through the paper: in "3. Who Pays / 1. Repair the quay. / 2. Move the boats. / 4. What Next" two
    are headings. A single numbered piece is what it looks like.
    """
    runs = _counting(told)
    singles: list[int | None] = []  # for each run the number of the next single heading
    following = None
    for run in reversed(runs):
        singles.append(following)
        following = run[0][0] if len(run) == 1 and _level(run[0][1]) else following
    found: set[int] = set()
    seen: list[int] = []
    for run, after in zip(runs, reversed(singles), strict=True):
        first = _first_heading(run, seen, after) if len(run) > 1 else 0
        found |= {id(piece) for _, piece in run[:first]}
        headed = [number for number, piece in run[first:] if _level(piece)]
        seen = [number for number in seen if number not in headed] + headed  # each once, the latest last
    return found


def _counting(told: Sequence[Piece]) -> list[list[tuple[int, Piece]]]:
    """Runs of neighbours with numbers that go up by one (or are all the same), each piece with its number."""
    runs: list[list[tuple[int, Piece]]] = []
    beside = False
    for piece in told:
        number = NUMBERED.match(piece.text)
        if number:
            value = int(number[1])
            again = beside and value == runs[-1][-1][0] and bool(_level(piece)) == bool(_level(runs[-1][-1][1]))
            if not (beside and (value == runs[-1][-1][0] + 1 or again)):
                runs.append([])
            runs[-1].append((value, piece))
        beside = number is not None
    return runs


def _first_heading(run: Sequence[tuple[int, Piece]], seen: Sequence[int], after: int | None) -> int:
    """From which place on the pieces of a run are headings; its length where none is.

    `seen` are the numbers of the headings above, `after` is the next below.
    """
    last = run[-1][0]
    likely = [at for at, (number, _) in enumerate(run) if _counts_on(number, seen) or (not seen and number == 1)]
    at = likely[0] if likely else len(run)
    if not all(_level(piece) and not CITES.search(piece.text) for _, piece in run[at:]) or at == len(run):
        return len(run)
    if after == last + 1:
        return at
    if at == 0:
        return 0 if seen and (after is None or not run[0][0] <= after <= last) else len(run)
    known = any(form.fullmatch(_bare(run[at][1].text)) for form in (OPENING, BIBLIOGRAPHY))
    return at if known or not _level(run[at - 1][1]) else len(run)


def _counts_on(number: int, seen: Sequence[int]) -> bool:
    return bool(seen) and (number == seen[-1] + 1 or (number - 1 in seen and number not in seen))


def _level(piece: Piece) -> int:
    """1 for the highest, 0 for what is no heading. Numbered "2.1" is deeper than "2"; capitals top the rest."""
    words = piece.text
    if piece.kind not in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
        return 0
    if piece.hashes:
        return piece.hashes
    number = SECTION_NUMBER.match(words)
    if (
        not _reads_as_heading(words)
        or len(piece.run) > MOST_LINES
        or STATED.match(words)
        or (piece.kind is BlockKind.LIST_ITEM and not number)
    ):
        return 0
    if number and number.group(1)[0].isdigit():
        return number.group(1).rstrip(".").count(".") + 1
    shouted = words.upper() == words
    return 1 if shouted or number or SECTION_WORD.fullmatch(words) or BIBLIOGRAPHY.fullmatch(_bare(words)) else 2


def _bare(words: str) -> str:
    return SECTION_NUMBER.sub("", words.lstrip("#* ")).strip('*_“”": ')


def _reads_as_heading(words: str) -> bool:
    bare = _bare(words)
    if len(words) > LONGEST_HEADING or not bare[:1].isupper() or (bare == words and LEANS_FORWARD.search(bare)):
        return False
    told = [word for word in WORD.findall(bare) if word.lower() not in SMALL_WORDS]
    titled = sum(word[0].isupper() for word in told) >= 0.6 * len(told)
    if SENTENCE_END.search(words):
        return words.rstrip("*_").endswith("?") or (titled and words.rstrip("*_").endswith(("!", ":")))
    return titled or len(bare) <= LONGEST_UNTITLED


def _front(pieces: Sequence[Piece]) -> list[Piece]:
    """Name the title; what else stands as a heading before the first paragraph is front matter."""
    body = _first_of_body(pieces)
    title = _title(pieces[:body])
    if title is None:
        return list(pieces)
    front = [
        piece.turned(BlockKind.TITLE, 1)
        if at == title
        else piece.turned(BlockKind.FRONT_MATTER)
        if at < body and _is_label(piece)
        else piece
        for at, piece in enumerate(pieces)
    ]
    return _repeated(front, title, body)


def _repeated(pieces: list[Piece], title: int, body: int) -> list[Piece]:
    """A title printed once more, on a title page or above the first section, is no heading; nor is the byline below."""
    said = _letters(pieces[title].text)
    for at in range(title + 1, min(len(pieces), body + FURTHEST_TITLE)):
        if pieces[at].kind in {BlockKind.HEADING, BlockKind.FRONT_MATTER} and _letters(pieces[at].text) == said:
            pieces[at] = pieces[at].turned(BlockKind.TITLE, 1)
            for below in range(at + 1, len(pieces)):
                if not _is_label(pieces[below]) or OPENING.fullmatch(_bare(pieces[below].text)):
                    break
                pieces[below] = pieces[below].turned(BlockKind.FRONT_MATTER)
    return pieces


def _letters(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum())


def _is_label(piece: Piece) -> bool:
    """A byline, a place, a date (a bare year looks like a page number elsewhere): words that are no sentence."""
    named = piece.kind is BlockKind.PARAGRAPH and not piece.text.endswith((".", "!", "?"))
    year = piece.kind is BlockKind.PAGE_NUMBER and YEAR.fullmatch(piece.text) is not None
    return named or year or piece.kind is BlockKind.HEADING


def _first_of_body(pieces: Sequence[Piece]) -> int:
    """Where the body begins: at the first full paragraph, or at a heading with which papers open."""
    headed = False
    for at, piece in enumerate(pieces[:FURTHEST_TITLE]):
        opens = (headed and piece.hashes > 1) or any(form.fullmatch(_bare(piece.text)) for form in (OPENING, CONTENTS))
        if piece.kind is BlockKind.HEADING and (opens or NUMBERED_HEADING.match(piece.text)):
            return at
        headed = headed or piece.kind is BlockKind.HEADING
        long = len(piece.text) > LONGEST_HEADING * 1.5 and not STATED.match(piece.text)
        if piece.kind is BlockKind.PARAGRAPH and long:
            return at
        if piece.kind in {BlockKind.TABLE, BlockKind.LIST_ITEM, BlockKind.CAPTION}:
            return at
    return 0


def _title(front: Sequence[Piece]) -> int | None:
    """The first heading that can be a title: of more than one word, of no section, series or institution."""
    heads = [
        at
        for at, piece in enumerate(front)
        if piece.kind is BlockKind.HEADING and not SECTION_NUMBER.match(piece.text.lstrip("# "))
    ]
    full = [at for at in heads if _may_be_title(front[at].text)]
    return next(iter(full or heads), None)


def _may_be_title(words: str) -> bool:
    bare = _bare(words)
    return len(WORD.findall(bare)) >= FEWEST_TITLE_WORDS and not NO_TITLE.fullmatch(bare)
