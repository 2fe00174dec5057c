"""The word lists beside this file -> rows, and the folding under which words are compared.

The lists are plain text, one row a line, so that a name is added by adding a line.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

KEPT = 2**11
"""Names or words of which something is remembered: those of a long paper, not of a whole library."""


def _plain(char: str) -> str:
    """The ASCII letter under an accent; the character itself when there is no single one."""
    base = unicodedata.normalize("NFD", char)[0]
    return base if base.isascii() else char


FOLD = {code: _plain(chr(code)) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))}
FOLD |= {ord(curly): "'" for curly in "’‘ʼ`´"} | {ord(dash): "-" for dash in "‐‑"}
FOLD |= {ord("ø"): "o", ord("Ø"): "O", ord("ł"): "l", ord("Ł"): "L", ord("ı"): "i", ord("đ"): "d", ord("Đ"): "D"}


COMMA = re.compile(r"(?<!\\),")


def fold(text: str) -> str:
    """`text` without accents and with straight apostrophes, as long as before: offsets stay true.

    >>> fold("Mérida’s")
    "Merida's"
    """
    return text.translate(FOLD)


def rows(table: str) -> Iterator[str]:
    """The lines of a list in the folder data, without comments and empty lines."""
    for line in files("nlp.tag.names.lists").joinpath("data", table).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.rstrip()


@cache
def words(table: str) -> frozenset[str]:
    """All words of a list, folded."""
    return frozenset(fold(word) for row in rows(table) for word in row.split())


def named(table: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    r"""Rows of the form "name = other form, other form": (name, other forms). A name's own comma is ``\,``."""
    for row in rows(table):
        name, _, forms = row.partition(" = ")
        parts = (form.strip().replace("\\,", ",") for form in COMMA.split(forms))
        yield name.strip(), tuple(part for part in parts if part)
