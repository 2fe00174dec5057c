"""Pieces become one line: white space drawn together, markers marked, pages ended between words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import MARKER
from corpus.read.inline import Line, Tag, raise_sign, raise_words, write_line
from corpus.read.scribe import Scribe


def written(*pieces):
    scribe, line = Scribe(), Line()
    for piece in pieces:
        if isinstance(piece, str):
            line.add(piece)
        elif isinstance(piece, Tag):
            line.add_marker(raise_sign(piece.label), piece)
        else:
            line.add_page_end(piece)
    write_line(scribe, line, "paragraph")
    return scribe.reading()


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (["  a\n b ", " c", "\t"], "a b c"),
        (["a", Tag("1", "k"), " b"], "a¹ b"),
        (["a ", Tag("1", "k"), " "], "a ¹"),
        (["a\u00a0", "b"], "a\u00a0b"),
        ([" ", "\n"], ""),
        (["co\u00adop"], "coop"),
    ],
)
def test_white_space_is_drawn_together(pieces, text):
    assert written(*pieces).text == (text and text + "\n\n")


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (["one ", None, "two"], "one \ftwo\n\n"),
        (["go", None, "vern it"], "govern \fit\n\n"),
        (["go", None, "vern"], "govern\f\n\n"),
        (["one", None, " two"], "one \ftwo\n\n"),
        ([None, "one"], "\fone\n\n"),
        (["a", None, "b", None, "c d"], "abc \f\fd\n\n"),
        ([None], "\f"),
    ],
)
def test_pages_end_between_words(pieces, text):
    assert written(*pieces).text == text


@given(
    st.lists(
        st.sampled_from(["a", " ", "b c", "\n", "é "]) | st.none() | st.builds(Tag, st.just("2"), st.just("k")),
        max_size=12,
    )
)
def test_no_word_and_no_marker_is_lost(pieces):
    reading = written(*pieces)
    plain = "".join("²" if isinstance(p, Tag) else p or "" for p in pieces)
    assert reading.text.split() == plain.split() or "".join(reading.text.split()) == "".join(plain.split())
    marks = [reading.text[slice(*r.span)] for r in reading.regions if r.role == MARKER]
    assert marks == ["²"] * sum(isinstance(p, Tag) for p in pieces)
    assert reading.text.count("\f") == sum(p is None for p in pieces)


@pytest.mark.parametrize(
    ("words", "raised"),
    [
        ("2", "²"),
        ("-1", "⁻¹"),
        ("4, 5", "⁴, ⁵"),
        ("n", "ⁿ"),
        ("th", "th"),
        ("®", "®"),
        ("", ""),
        (" 2 ", " ² "),
        ("a", "a"),
        (",", ","),
    ],
)
def test_raised_numbers_are_superscripts_and_letters_stay(words, raised):
    assert raise_words(words) == raised


@pytest.mark.parametrize(
    ("pieces", "apart", "label", "rest"),
    [
        (["12 See"], False, "12", "See"),
        (["[12] See"], True, "[12]", "See"),
        (["12. See"], True, "12.", "See"),
        (["¹²", " See"], True, "¹²", "See"),
        (["12", "See"], True, "12", "See"),
        (["[", "12", "] See"], True, "[12]", "See"),
        (["^ ", "12 See"], False, "12", "See"),
        (["12 in 30 people"], True, "", "12 in 30 people"),
        (["12.5 million"], False, "", "12.5 million"),
        (["123 See"], False, "", "123 See"),
        (["See 12"], False, "", "See 12"),
    ],
)
def test_a_notes_own_label_is_told_from_its_words(pieces, apart, label, rest):
    line = Line()
    for piece in pieces:
        line.add(piece)
    assert line.take_label("12", apart=apart) == label
    assert line.text() == rest
