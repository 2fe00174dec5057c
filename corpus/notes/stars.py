"""Words with stars in them -> which stars set *emphasis*, as Markdown has it, and which are left over as signs.

Plain text made from typeset pages has both: ``the *Plan*† and the fund* of 2012``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

RUN = re.compile(r"(\\?)(\*{1,6})")


def spare_stars(words: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """(start, end) of each run of stars in ``words[start:end]`` that opens and closes no emphasis.

    Opening stars stand before a word, closing ones behind it; what a run has left once it has closed what is open
    is spare, and so is an opening run that nothing closes.
    """
    end = len(words) if end is None else end
    opened: list[tuple[int, int]] = []
    spare: list[tuple[int, int]] = []
    for match in RUN.finditer(words, start, end):
        at, stop = match.span(2)
        before = words[at - 1 : at] if at > start else " "
        after = words[stop : stop + 1] if stop < end else " "
        if match[1]:
            spare.append((at, stop))
        elif before.isspace() or (not before.isalnum() and after.isalnum() and not opened):
            if not after.isspace():
                opened.append((at, stop))
        else:
            while opened and at < stop:
                open_at, open_stop = opened.pop()
                closed = min(open_stop - open_at, stop - at)
                if open_stop - open_at > closed:
                    opened.append((open_at, open_stop - closed))
                at += closed
            if at < stop:
                spare.append((at, stop))
    yield from sorted([*spare, *opened])
