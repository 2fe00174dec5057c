"""Whether words spell a short form, and from where on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.tag.names.acronyms.spelling import anywhere, core, first_spelling, pieces, share, words_in


def first(short: str, text: str) -> str | None:
    words = words_in(text, 0, len(text))
    at = first_spelling(short, words)
    return None if at is None else text[words[at].start :]


@pytest.mark.parametrize(
    ("short", "text", "expected"),
    [
        ("WSB", "at the World Seed Bank", "World Seed Bank"),
        ("MM", "mindful memoranda", "mindful memoranda"),
        ("ASOC", "the Air and Sea Operations Center", "Air and Sea Operations Center"),
        ("TNR", "by The Nature Refuge", "The Nature Refuge"),
        ("IICA", "Inter-Island Court of Appeal", "Inter-Island Court of Appeal"),
        ("OEC", "Organisation for Export Co-operation", "Organisation for Export Co-operation"),
        ("eGov", "of electronic governance", "electronic governance"),
        ("3PL", "a third-party lighthouse", "third-party lighthouse"),
        ("A2/AD", "anti-approach/area defence", "anti-approach/area defence"),
        ("COB28", "the 28th Conference on Boats", "28th Conference on Boats"),
        ("COB28", "the Conference on Boats", "Conference on Boats"),
        ("SUB", "na Soko la Umoja wa Bandari", "Soko la Umoja wa Bandari"),
        ("WSB", "World Seed and Grain Bank", None),
        ("WSB", "the World Bank", None),
        ("IP", "which is Popular", None),
        ("OSB", "of Seed Banks", None),
        ("WB", "Water", None),
        ("WSB", "", None),
    ],
)
def test_the_shortest_words_that_spell_it(short: str, text: str, expected: str | None) -> None:
    assert first(short, text) == expected


def test_letters_anywhere_begin_with_a_word() -> None:
    assert anywhere("rcom", "the Reef Community") == 4
    assert anywhere("eef", "the Reef Fund") is None
    assert anywhere("x", "") is None


def test_shares_count_initials_in_any_order_once() -> None:
    words = words_in("Revolutionary Armed Forces of Colombia", 0, 38)
    assert share("farc", words) == 1
    assert share("ffff", words) == 0.25
    assert pieces("forcecol", words) == 1


def test_signs_points_and_a_plural_are_not_spelt() -> None:
    assert [core(short) for short in ("R&D", "U.N.D.P.", "TCOs", "DoS", "ÉLO", "MoUs")] == [
        "rd",
        "undp",
        "tco",
        "dos",
        "elo",
        "mou",
    ]


@given(st.text(max_size=8), st.text(max_size=60))
def test_any_text_is_read(short: str, text: str) -> None:
    words = words_in(text, 0, len(text))
    at = first_spelling(short, words)
    assert at is None or 0 <= at < len(words)
    assert all(text[word.start : word.end] == word.text for word in words)
