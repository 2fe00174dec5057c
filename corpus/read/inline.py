"""The words of one block, piece by piece -> one line of the text, with its markers and page breaks where they stand.

White space is drawn together over the pieces as a browser or a word processor shows it: runs become one space,
none stands at either end. A no-break space within the words is a character like any other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.model import MARKER, NOTE_TEXT, Span
from corpus.read.scribe import Scribe

SPACES = re.compile(r"(?: *[\t\r\n\f\v\x1c-\x1f\x85\u2028\u2029]|  )[ \t\r\n\f\v\x1c-\x1f\x85\u2028\u2029]*")
"""White space other than a single space, which most is."""
RAISED = str.maketrans("0123456789+-−=()abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")
ENDS = " \u00a0"
"""White space that a block neither begins nor ends with."""
SOFT_HYPHEN = "\u00ad"
ARROWS = "^↑⤴↩↵⏎⬆\ufe0e\u200b"
"""Signs of a link from a note back to its marker. (In a character class the ^ must not come first.)"""
BULLETS = "•·◦▪‣●○■\uf0b7\uf0a7\uf02d"
MOST_LABEL_PIECES = 12
LONGEST_LABEL = 40
NUMBER = re.compile(r"[-+−=(), –0-9n]+")
"""A power, a unit's exponent or a note's number: 2, -1, n, "4, 5". Not "th", which stays as typed."""


@dataclass(frozen=True, slots=True)
class Tag:
    """What ties a marker or a note: `label` as counted ("12", "*") and the `key` both share."""

    label: str
    key: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a line; with `marker` they are a note's marker; `page` ends the page here, under that label."""

    words: str
    marker: Tag | None = None
    page: bool = False
    page_label: str | None = None


def raise_sign(sign: str) -> str:
    """A note's sign as it stands raised: 12 -> ¹², iv -> ⁱᵛ; stars and daggers stay.

    >>> raise_sign("12"), raise_sign("†")
    ('¹²', '†')
    """
    return sign.translate(RAISED)


def raise_words(words: str) -> str:
    """Words that a file sets raised, as text: numbers in Unicode superscripts, all else as typed.

    >>> raise_words("2"), raise_words("th")
    ('²', 'th')
    """
    raised = NUMBER.fullmatch(words.strip()) and any(sign in "0123456789n" for sign in words)
    return words.translate(RAISED) if raised else words


class Line:
    """Words gathered for one block."""

    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self._filled = False
        self._paged = False

    @property
    def filled(self) -> bool:
        """Whether anything but white space was added."""
        return self._filled

    @property
    def paged(self) -> bool:
        """Whether a page ends in it."""
        return self._paged

    def add(self, words: str) -> None:
        """Add words as they stand in the file, white space and all; places where a word may be cut are none."""
        words = words.replace(SOFT_HYPHEN, "")
        if words:
            self._pieces.append(Piece(words))
            self._filled = self._filled or not words.isspace()

    def add_marker(self, printed: str, tag: Tag) -> None:
        """Add a note's marker, `printed` as it shall stand in the text."""
        self._pieces.append(Piece(printed, tag))
        self._filled = True

    def add_page_end(self, label: str | None) -> None:
        """A page ends here; `label` is the number printed on it."""
        self._pieces.append(Piece("", None, page=True, page_label=label))
        self._paged = True

    def extend(self, other: Line) -> None:
        """Add all pieces of another line, which keeps them."""
        self._pieces += other._pieces
        self._filled = self._filled or other._filled
        self._paged = self._paged or other._paged

    def followed_by(self, other: Line) -> Line:
        """This line with another's pieces behind its own."""
        self.extend(other)
        return self

    def put_first(self, words: str) -> None:
        """Add words before all others."""
        self._pieces.insert(0, Piece(words))
        self._filled = True

    def take_label(self, sign: str, *, apart: bool) -> str:
        """Take a note's own label off the start, if it stands there; as printed: "12", "¹²", "12.", "[12]".

        With `apart`, a bare sign counts only if it stands in a piece of its own: a note may begin with a number.
        """
        start = ""
        bounds: set[int] = set()
        for piece in self._pieces[:MOST_LABEL_PIECES]:
            if piece.marker is not None or len(start) > LONGEST_LABEL:
                break
            start += piece.words
            bounds.add(len(start))
        label = re.escape(sign)
        raised = re.escape(raise_sign(sign))
        found = re.match(
            rf"[\s{ARROWS}]*(?P<label>[\[(]?\s?(?:{label}|{raised})\s?(?P<end>[\])]?[.:]?))(?![\w]|[.,]\d)", start
        )
        glued = re.match(rf"[\s{ARROWS}]*(?P<label>{label}|{raised})(?=[^\W\d])", start) if found is None else None
        if found is not None and (found["end"] or not apart or found.end("label") in bounds):
            cut, printed = found.end(), found["label"]
        elif glued is not None and glued.end() in bounds:
            cut, printed = glued.end(), glued["label"]
        else:
            return self._take_piece({sign, raise_sign(sign)})
        self._drop(cut)
        for at, piece in enumerate(self._pieces):
            self._pieces[at] = piece if piece.marker else replace(piece, words=piece.words.lstrip())
            if self._pieces[at].words:
                break
        return "".join(printed.split())

    def _take_piece(self, signs: set[str]) -> str:
        """Take the first piece off if it is one of `signs` and nothing else."""
        for at, piece in enumerate(self._pieces):
            words = piece.words.strip()
            if words and piece.marker is None and words in signs:
                self._pieces[at] = replace(piece, words="")
                return words
            if words:
                break
        return ""

    def _drop(self, length: int) -> None:
        for at, piece in enumerate(self._pieces):
            if length <= 0:
                break
            self._pieces[at] = replace(piece, words=piece.words[length:])
            length -= len(piece.words)

    def drop_bullet(self) -> None:
        """Take a bullet off the start, which other programs draw and do not write."""
        for at, piece in enumerate(self._pieces):
            words = piece.words.lstrip()
            if words:
                if words[0] in BULLETS and (len(words) == 1 or words[1].isspace()):
                    self._pieces[at] = replace(piece, words=words[1:])
                return

    def drop_arrows(self) -> None:
        """Take arrows that lead back to the text off both ends."""
        for places in (range(len(self._pieces)), range(len(self._pieces) - 1, -1, -1)):
            for at in places:
                piece = self._pieces[at]
                if piece.marker is None:
                    kept = piece.words.strip(f"{ARROWS} \t\r\n\u00a0")
                    words = piece.words if kept and kept == piece.words.strip() else kept
                    self._pieces[at] = replace(piece, words=words)
                if self._pieces[at].words.strip() or piece.marker is not None:
                    break

    def take(self) -> list[Piece]:
        """The pieces with their white space drawn together; the line is empty afterwards."""
        pieces, self._pieces, self._filled, self._paged = self._pieces, [], False, False
        return _drawn_together(pieces)

    def text(self) -> str:
        """The words alone, drawn together; the line keeps them."""
        return "".join(piece.words for piece in _drawn_together(self._pieces))


def _drawn_together(pieces: list[Piece]) -> list[Piece]:
    drawn: list[Piece] = []
    spaced = True
    begun = False
    for piece in pieces:
        words = piece.words if piece.marker else SPACES.sub(" ", piece.words)
        if not begun:
            words = words.lstrip(ENDS)
            begun = bool(words)
        if spaced and words.startswith(" "):
            words = words[1:]
        spaced = words.endswith(" ") if words else spaced
        drawn.append(Piece(words, piece.marker, piece.page, piece.page_label))
    for at in range(len(drawn) - 1, -1, -1):
        if drawn[at].words:
            drawn[at] = Piece(drawn[at].words.rstrip(ENDS), drawn[at].marker, drawn[at].page, drawn[at].page_label)
            if drawn[at].words:
                break
    return drawn


def write_line(scribe: Scribe, line: Line, role: str, *, level: int = 0, note: Tag | None = None) -> None:
    """Write a line as one block of `role` and empty it; `note` says that the block is (part of) that note.

    A line without words writes no block; its page ends are kept.
    """
    filled = line.filled
    pieces = line.take()
    if not filled:
        _end_pages(scribe, [piece for piece in pieces if piece.page])
        return
    with scribe.block(role, level=level):
        span = write_pieces(scribe, pieces)
        if note is not None:
            scribe.mark(span, NOTE_TEXT, label=note.label, key=note.key)


def write_pieces(scribe: Scribe, pieces: list[Piece]) -> Span:
    """Write pieces on the current line, marking markers; where they now stand.

    A page that ends inside a word ends after it, so that no word is cut.
    """
    start = scribe.at
    waiting: list[Piece] = []
    inside = False
    for piece in pieces:
        if piece.page:
            waiting.append(piece)
            continue
        words = piece.words
        if waiting and words:
            end = _word_end(words) if inside else 0
            if end < len(words):
                _write(scribe, Piece(words[:end]))
                words = words[end:]
                _end_pages(scribe, waiting)
        _write(scribe, Piece(words, piece.marker))
        inside = not words.endswith(" ") if words else inside
    _end_pages(scribe, waiting)
    return Span(start, scribe.at)


def _word_end(words: str) -> int:
    """Where the word that `words` goes on with ends; the space after it belongs to it."""
    at = words.find(" ")
    return len(words) if at < 0 else at + 1


def _end_pages(scribe: Scribe, waiting: list[Piece]) -> None:
    for page in waiting:
        scribe.page_end(page.page_label)
    waiting.clear()


def _write(scribe: Scribe, piece: Piece) -> None:
    span = scribe.write(piece.words)
    if piece.marker is not None:
        scribe.mark(span, MARKER, label=piece.marker.label, key=piece.marker.key)
