"""The bytes of a PDF -> its pages as sheets: the characters of each, and where on the paper any of them stands.

The one file that knows PDFium. A page's characters come in one call; where one stands is asked only for the
few that tell (the first and last of a line, digits that may be raised), since each such question costs as much
as reading ten characters. Places are in points, x to the right and y upwards, turned so that most text runs
to the right. PDFium is not safe for threads: one document is open at a time.
"""

from __future__ import annotations

import ctypes
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from corpus.errors import UnreadableFileError

MOST_PAGES = 5_000
MOST_CHARACTERS = 40_000_000
"""In one document: a file that claims more is no paper."""
NESTING = 12
"""Forms within forms that are looked into for pictures."""
FORCED_BOLD = 1 << 18
"""A font's flag, PDF 32000-1, table 123."""
HEAVY = (b"bold", b"black", b"heavy", b"demi", b"medi")
SLANTED = (b"italic", b"oblique", b"slanted", b"-it")
SPECIAL = re.compile("[\ufb00-\ufb06\u00ad]")
LONGEST_NAME = 128
LONGEST_SIDE = 6_000
"""Pixels of a rendered page: an A3 sheet at 300 dots an inch has 4,961."""
LARGE = 0.4
"""Share of the page: a picture that covers more may be a scan."""
_OPEN = threading.Lock()
_UNITS = ctypes.POINTER(ctypes.c_ushort)
_loose_box, _ink_box, _origin = raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetCharBox, raw.FPDFText_GetCharOrigin
_font_size, _font_info, _matrix = raw.FPDFText_GetFontSize, raw.FPDFText_GetFontInfo, raw.FPDFText_GetMatrix

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""


@dataclass(frozen=True, slots=True)
class Face:
    """What a font's name says of how it looks."""

    bold: bool = False
    italic: bool = False


PLAIN = Face()


class Sheet:
    """One page: its text as PDFium gives it (lines parted by CR LF, U+FFFE for a hyphen at a line's end)."""

    def __init__(self, page: Any, glyphs: Any, faces: dict[tuple[bytes, int], Face]) -> None:
        self.page = page
        self._glyphs = glyphs
        self._faces = faces
        self._rect = raw.FS_RECTF()
        self._rect_at = ctypes.byref(self._rect)
        self._matrix = raw.FS_MATRIX()
        self._matrix_at = ctypes.byref(self._matrix)
        self._four = tuple(ctypes.c_double() for _ in range(4))
        self._four_at = tuple(ctypes.byref(one) for one in self._four)
        self._x, self._y = self._four[:2]
        self._x_at, self._y_at = self._four_at[:2]
        self._name = ctypes.create_string_buffer(LONGEST_NAME)
        self._flags = ctypes.c_int()
        self._flags_at = ctypes.byref(self._flags)
        self.turn = 0
        """Quarter turns against the clock by which most of the text is turned."""
        self.count = max(0, raw.FPDFText_CountChars(glyphs))
        self.text = self._text()
        self.has_ligatures = SPECIAL.search(self.text) is not None
        """Or soft hyphens: letters that stand for others."""
        self._aligned = len(self.text) == self.count
        self.width = raw.FPDF_GetPageWidthF(page)
        self.height = raw.FPDF_GetPageHeightF(page)

    def _text(self) -> str:
        if not self.count:
            return ""
        room = 2 * self.count + 2
        buffer = ctypes.create_string_buffer(2 * room)
        units = raw.FPDFText_GetText(self._glyphs, 0, self.count, ctypes.cast(buffer, _UNITS))
        return buffer.raw[: 2 * max(0, units - 1)].decode("utf-16-le", "replace")

    def _index(self, at: int) -> int:
        """The glyph of a character: PDFium leaves out of the text what has no Unicode, and pairs surrogates."""
        if self._aligned:
            return at
        units = at + sum(char > "\uffff" for char in self.text[:at])
        return max(0, int(raw.FPDFText_GetCharIndexFromTextIndex(self._glyphs, units)))

    def box(self, at: int) -> Box:
        """The room a character takes on its line, whatever its shape."""
        _loose_box(self._glyphs, at if self._aligned else self._index(at), self._rect_at)
        rect = self._rect
        if self.turn:
            return self._turned(rect.left, rect.bottom, rect.right, rect.top)
        return rect.left, rect.bottom, rect.right, rect.top

    def ink(self, at: int) -> Box:
        """The box around what is printed of a character."""
        _ink_box(self._glyphs, at if self._aligned else self._index(at), *self._four_at)
        left, right, bottom, top = self._four
        if self.turn:
            return self._turned(left.value, bottom.value, right.value, top.value)
        return left.value, bottom.value, right.value, top.value

    def base(self, at: int) -> float:
        """The height of the baseline a character stands on."""
        _origin(self._glyphs, at if self._aligned else self._index(at), self._x_at, self._y_at)
        if self.turn:
            x, y = self._x.value, self._y.value
            return self._turned(x, y, x, y)[1]
        return self._y.value

    def size(self, at: int) -> tuple[float, int]:
        """The font size of a character in points as printed, and the quarter turns it is turned by."""
        if not self._aligned:
            at = self._index(at)
        size = _font_size(self._glyphs, at)
        _matrix(self._glyphs, at, self._matrix_at)
        a, b = self._matrix.a, self._matrix.b
        if abs(b) > abs(a):
            return abs(size * b), 1 if b > 0 else 3
        # A mirrored or slanted matrix still says how tall its letters are; text upside down has both negative.
        return abs(size * self._matrix.d), 2 if a < 0 and self._matrix.d < 0 else 0

    def face(self, at: int) -> Face:
        """Bold or italic, as the font's name or flags say."""
        at = at if self._aligned else self._index(at)
        length = _font_info(self._glyphs, at, self._name, LONGEST_NAME, self._flags_at)
        key = (self._name.value if 0 < length <= LONGEST_NAME else b"", self._flags.value)
        face = self._faces.get(key)
        if face is None:
            name = key[0].lower()
            bold = bool(key[1] & FORCED_BOLD) or any(word in name for word in HEAVY)
            face = self._faces[key] = Face(bold, any(word in name for word in SLANTED))
        return face

    def paper(self) -> Box:
        """The edges of what is printed and cut: words outside are the printer's."""
        rect = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(self.page, ctypes.byref(rect))
        return self._turned(rect.left, rect.bottom, rect.right, rect.top)

    def edges(self) -> tuple[float, float]:
        """The heights of the paper's lower and upper edge."""
        _, bottom, _, top = self.paper()
        return bottom, top

    def has_large_picture(self) -> bool:
        """Whether a picture covers much of the page, as in a scan."""
        least = LARGE * self.width * self.height
        return any(area >= least for area in _pictures(self.page, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, 0))

    def _turned(self, left: float, bottom: float, right: float, top: float) -> Box:
        if self.turn == 0:
            return left, bottom, right, top
        if self.turn == 1:
            return bottom, -right, top, -left
        if self.turn == 2:
            return -right, -top, -left, -bottom
        return -top, left, -bottom, right


def _pictures(held: Any, count: Any, get: Any, depth: int) -> Iterator[float]:
    """The areas of the pictures in a page or form, in square points."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for at in range(min(count(held), 2_000)):
        one = get(held, at)
        kind = raw.FPDFPageObj_GetType(one)
        if kind == raw.FPDF_PAGEOBJ_FORM and depth < NESTING:
            yield from _pictures(one, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, depth + 1)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE and raw.FPDFPageObj_GetBounds(one, left, bottom, right, top):
            yield (right.value - left.value) * (top.value - bottom.value)


class Document:
    """An open PDF: its pages one after the other, and the labels it gives them."""

    def __init__(self, data: bytes, name: str) -> None:
        try:
            self._document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as fault:
            raise UnreadableFileError(_refusal(name, getattr(fault, "err_code", None))) from fault
        self._name = name
        self._faces: dict[tuple[bytes, int], Face] = {}
        self.count = len(self._document)
        if not 0 < self.count <= MOST_PAGES:
            self._document.close()
            raise UnreadableFileError(
                f"{name} has {self.count} pages, and a paper has 1 to {MOST_PAGES}: "
                + ("is the file damaged?" if not self.count else "split it.")
            )

    def close(self) -> None:
        """Give the memory back."""
        self._document.close()

    def labels(self) -> list[str | None]:
        """The numbers that the file says its pages have; all None where it says nothing of its own."""
        found = [self._document.get_page_label(at) or None for at in range(self.count)]
        counted = [str(at + 1) for at in range(self.count)]
        return [None] * self.count if found == counted or not any(found) else list(found)

    def picture(self, at: int, dots_per_inch: int) -> bytes:
        """A page as a grey picture in PGM form, for a program that reads pictures; its longer side is bounded."""
        page = self._document[at]
        scale = min(dots_per_inch / 72, LONGEST_SIDE / max(1.0, *page.get_size()))
        bitmap = page.render(scale=scale, grayscale=True)
        rows = bytes(bitmap.buffer)
        if bitmap.stride != bitmap.width:
            rows = b"".join(rows[at : at + bitmap.width] for at in range(0, len(rows), bitmap.stride))
        return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + rows

    @contextmanager
    def sheet(self, at: int) -> Iterator[Sheet | None]:
        """A page while it is looked at; None for one too damaged to load."""
        page = raw.FPDF_LoadPage(self._document.raw, at)
        if not page:
            yield None
            return
        glyphs = raw.FPDFText_LoadPage(page)
        try:
            yield Sheet(page, glyphs, self._faces) if glyphs else None
        finally:
            if glyphs:
                raw.FPDFText_ClosePage(glyphs)
            raw.FPDF_ClosePage(page)


@contextmanager
def opened(data: bytes, name: str) -> Iterator[Document]:
    """The PDF in `data`. UnreadableFileError, in one sentence, if it is encrypted, broken, empty or far too long."""
    with _OPEN:
        document = Document(data, name)
        try:
            yield document
        finally:
            document.close()


def _refusal(name: str, code: int | None) -> str:
    if code == raw.FPDF_ERR_PASSWORD:
        return f"{name} is encrypted: remove the password (print it to a new PDF, say) and add it again."
    if code == raw.FPDF_ERR_SECURITY:
        return f"{name} is encrypted in a way that cannot be read: save it without protection and add it again."
    return f"{name} is no PDF that can be opened: it is damaged or not a PDF at all; get the file again."
