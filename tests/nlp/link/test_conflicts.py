"""Which corrections are refused when they are made, and why."""

from __future__ import annotations

import pytest

from nlp.link.conflicts import conflict
from nlp.link.record import Change, Correction
from nlp.model import Label

ORG, PROGRAM = Label.ORG, Label.PROGRAM


def said(change: Change, name: str, other: str | None = None, label: Label | None = None) -> Correction:
    return Correction(change, name, ORG, other, label)


MERGE, SPLIT, RENAME, APART = Change.MERGE, Change.SPLIT, Change.RENAME, Change.APART


@pytest.mark.parametrize(
    ("correction", "earlier", "words"),
    [
        (said(MERGE, "A", "B"), [said(APART, "A", "B")], "'A' and 'B' are said to be never the same"),
        (said(MERGE, "B", "A"), [said(APART, "A", "B")], "'A' and 'B' are said to be never the same"),
        (said(MERGE, "a", "the B"), [said(APART, "A", "B")], "'A' and 'B' are said to be never the same"),
        (said(RENAME, "A", "B"), [said(APART, "A", "B")], "'A' and 'B' are said to be never the same"),
        (said(MERGE, "C", "B"), [said(APART, "A", "B"), said(MERGE, "C", "A")], "this would join them"),
        (said(MERGE, "C", "B"), [said(RENAME, "A", "C"), said(APART, "A", "B")], "this would join them"),
        (said(MERGE, "A"), [], "must say which other name is meant"),
        (said(SPLIT, "A"), [], "must say which other name is meant"),
        (said(APART, "A", ""), [], "must say which other name is meant"),
        (said(Change.RETYPE, "A"), [], "must say which other label it has"),
        (said(Change.RETYPE, "A", label=ORG), [], "must say which other label it has"),
        (said(MERGE, "A", "the a"), [], "are one name already"),
        (said(APART, "A", "A"), [], "are one name already"),
    ],
)
def test_refused(correction: Correction, earlier: list[Correction], words: str) -> None:
    reason = conflict(correction, earlier)
    assert reason is not None
    assert words in reason


@pytest.mark.parametrize(
    ("correction", "earlier"),
    [
        (said(MERGE, "A", "B"), []),
        (said(MERGE, "A", "C"), [said(APART, "A", "B")]),
        (said(MERGE, "A", "B", PROGRAM), [said(APART, "A", "B")]),
        (said(MERGE, "D", "B"), [said(APART, "A", "B"), said(MERGE, "C", "A")]),
        (said(APART, "A", "B"), [said(MERGE, "A", "B")]),
        (said(APART, "A", "B"), [said(APART, "A", "B")]),
        (said(SPLIT, "A", "B"), [said(APART, "A", "B")]),
        (said(Change.DROP, "A"), [said(APART, "A", "B")]),
        (said(Change.RETYPE, "A", label=PROGRAM), [said(APART, "A", "B")]),
        (said(MERGE, "A", "A", PROGRAM), []),
    ],
)
def test_welcome(correction: Correction, earlier: list[Correction]) -> None:
    assert conflict(correction, earlier) is None
