"""Laws, plans and meetings known by their number."""

from __future__ import annotations

import pytest

from nlp.tag.names.patterns.numbered import find_numbered


def found(text: str) -> list[tuple[str, str]]:
    return [(text[f.start : f.end], f.label.value) for f in find_numbered(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Regulation (EU) 2031/77 applies", [("Regulation (EU) 2031/77", "PROGRAM")]),
        ("under Directive 1999/12/EC,", [("Directive 1999/12/EC", "PROGRAM")]),
        ("Council Regulation (EC) No 7/2009", [("Council Regulation (EC) No 7/2009", "PROGRAM")]),
        ("Resolution 1999 of the Council", [("Resolution 1999", "PROGRAM")]),
        ("UN Security Council Resolution 2999", [("UN Security Council Resolution 2999", "PROGRAM")]),
        ("Bill C-99 and Law 4321", [("Bill C-99", "PROGRAM"), ("Law 4321", "PROGRAM")]),
        ("ILO Convention 199", [("ILO Convention 199", "PROGRAM")]),
        ("Zambia's Vision 2040", [("Vision 2040", "PROGRAM")]),
        ("at COP21 and COP 9", [("COP21", "EVENT"), ("COP 9", "EVENT")]),
        ("Rosa's Principle holds", [("Rosa's Principle", "PROGRAM")]),
        # nothing
        ("the regulation of 2016 and the directive", []),
        ("the Bill was passed in 2016", []),
        ("Law and Order, 12 May", []),
        ("a vision for 2040", []),
        ("12 cops", []),
        ("Table 12 and Article 5", []),
        ("Resolution by consensus", []),
    ],
)
def test_finds(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected
