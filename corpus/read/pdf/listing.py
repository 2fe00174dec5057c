"""Blocks of all pages -> those that are items of a numbered list: counted from one, below words that announce them.

Numbers alone do not tell a list from notes, headings or numbered paragraphs, so that only a list is one that a
sentence ending in a colon announces. Bullets need no such proof, and dashes are no bullets: they open speeches.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.read.pdf.blocks import Block

NUMBER = re.compile(r"\(?(?:(?P<digits>\d{1,2})|(?P<letter>[a-z]))[.)]\s+\S")
ANNOUNCED = re.compile(r"[^.!?]{25,}:[⁰¹²³⁴⁵⁶⁷⁸⁹]{0,4}$")
"""The end of a sentence that announces a list; "Notes:" is none."""
LONGEST = 40
"""Characters of its end that are looked at."""


def tell_lists(pages: Sequence[Sequence[Block]]) -> None:
    """Give the role "list_item" to the paragraphs that are items of an announced list."""
    run: list[Block] = []
    announced = False
    for block in (block for blocks in pages for block in blocks if block.role in {"paragraph", "heading", "table"}):
        number = _number(block) if block.role == "paragraph" else None
        if number is not None and number == len(run) + 1 and (run or announced):
            run.append(block)
            continue
        _mark(run)
        run = []
        announced = block.role == "paragraph" and ANNOUNCED.search(block.words[-LONGEST:]) is not None
    _mark(run)


def _number(block: Block) -> int | None:
    """The place a paragraph's label gives it: 2 for "2." and for "(b)"."""
    found = NUMBER.match(block.words)
    if found is None:
        return None
    return int(found["digits"]) if found["digits"] else ord(found["letter"]) - ord("a") + 1


def _mark(run: Sequence[Block]) -> None:
    if len(run) > 1:
        for block in run:
            block.role = "list_item"
