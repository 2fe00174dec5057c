"""Excerpts with every name marked, and how well a tagger finds the marks: precision, recall and F1 by label.

A mark is ⟦LABEL|canonical name|printed name⟧; behind the label a question mark says that the mention is
doubtful, neither missed when it is not found nor wrong when it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

SAMPLES = Path(__file__).parent / "samples" / "named"
MARK = re.compile(r"⟦(?P<label>[A-Z]+)(?P<doubtful>\??)\|(?P<entity>[^|⟧]*)\|(?P<printed>[^⟧]*)⟧")
BEFORE = re.compile(r"(?:[\s*_\"“”‘'«(\[]+|(?:[Tt]he|THE|[Aa]n?)\s+)+")
AFTER = re.compile(r"(?:['’]s?|[\s*_\"“”‘»,;:])+$")


@dataclass(frozen=True)
class Named:
    """A name at ``text[start:end]``."""

    start: int
    end: int
    label: str
    entity: str
    doubtful: bool = False


def read_marked(marked):
    """(the text without its marks, the names they mark)."""
    text, names, at = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        start = len(text)
        text += mark["printed"]
        names.append(Named(start, len(text), mark["label"], mark["entity"], bool(mark["doubtful"])))
        at = mark.end()
    return text + marked[at:], names


def trimmed(text, start, end):
    """The span without what its edges may have more or less: article, possessive, quotation marks, emphasis."""
    opening = BEFORE.match(text, start, end)
    start = opening.end() if opening else start
    kept = AFTER.sub("", text[start:end])
    return start, start + len(kept)


def compare(text, wanted: Iterable[Named], found: Iterable[tuple[int, int, str]]):
    """(kind, label, printed) of every name: kind is "right", "missed" or "false"; a wrong label is both of the last."""
    sure = {trimmed(text, name.start, name.end): name.label for name in wanted if not name.doubtful}
    doubtful = [trimmed(text, name.start, name.end) for name in wanted if name.doubtful]
    got = {trimmed(text, start, end): label for start, end, label in found}
    for span, label in sure.items():
        yield "right" if got.get(span) == label else "missed", label, text[slice(*span)]
    for span, label in got.items():
        near = any(span[0] < end and start < span[1] for start, end in doubtful)
        clear = not any(span[0] < end and start < span[1] for start, end in sure)
        if sure.get(span) != label and not (near and clear):
            yield "false", label, text[slice(*span)]


def f1(counts):
    """Percent, of counts of "right", "missed" and "false"."""
    return 200 * counts["right"] / max(1, 2 * counts["right"] + counts["missed"] + counts["false"])


def by_label(results):
    """Label -> counts of "right", "missed" and "false"; under "all" their sum."""
    table = {"all": Counter()}
    for kind, label, _ in results:
        table.setdefault(label, Counter())[kind] += 1
        table["all"][kind] += 1
    return table
