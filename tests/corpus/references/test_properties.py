"""Whatever the text, references lie where they say, in order; and the time they take grows with the text alone."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import Span
from corpus.notes.find import find_notes
from corpus.outline.blocks import blocks
from corpus.references.find import find_references
from corpus.references.record import ReferenceKind

PIECES = st.sampled_from(
    """
    Ibid.|ibid., 4|Id.|Marsh|Olin,|and|&|(2010)|2010a|(Marsh 2010; Olin, 2011: 4)|op. cit.|(n 1)|supra note 2
    |see|See also|note 1 above|*Rivers*|“Dams,”|‘|“|;|.|,|(|)|[|45|p. 4–6
    |(London: Tidewell, 2009)|http://a.example/?id.=1|A.|et al.
    |———.|World Bank|WB|(WB)|the|\u00a0|¹|É|\u2028|_|*
    """.strip()
    .replace("\n    |", "|")
    .split("|")
)
WORDS = st.lists(PIECES, max_size=14).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=6), st.lists(WORDS, max_size=3), WORDS)
def test_every_reference_lies_in_its_note_or_in_the_body(paper, notes, entries, body):
    one = paper(notes, entries, body)
    found = one.references()
    assert [r.span for r in found] == sorted(r.span for r in found)
    for r in found:
        home = [b.span for b in one.blocks[: bool(body)]] if r.note is None else one.notes[r.note].spans
        assert any(span.covers(r.span) for span in home)
        assert one.text[slice(*r.span)].strip()
        assert r.pages is None or (r.pages.start >= r.span.start and any(span.covers(r.pages) for span in home))
        assert r.entry is None or r.entry in one.entries
        assert r.target is None or 0 <= r.target < len(one.notes)
        assert bool(r.reason) == (r.target is None and r.entry is None)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_at_all(paper, words):
    one = paper([words, "Ibid."], [words], words)
    for r in one.references():
        assert one.text[slice(*r.span)]


@settings(max_examples=60, deadline=None)
@given(WORDS.map(lambda words: f"Rain fell.¹ It stopped.²\n\n¹ {words}\n\n² Ibid., 5."))
def test_text_as_it_is_read(text):
    found = find_notes(text, blocks(text, "txt"))
    for r in find_references(text, found.blocks, found.markers, found.notes):
        assert Span(0, len(text)).covers(r.span)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Ibid.", "A. Marsh, *Dams* (Lima: Sol, 2009), 3.", "See Olin (2010).", "It rained."]),
        max_size=8,
    )
)
def test_an_ibid_never_points_at_an_ibid_or_forwards(paper, notes):
    for r in paper(notes).references():
        if r.kind is ReferenceKind.IBID and r.target is not None:
            assert r.target < r.note
            assert notes[r.target] != "Ibid."


HOSTILE = {
    "a chain of Ibids": lambda n: (["A. Marsh, *Dams* (Lima: Sol, 2009), 3."] + ["Ibid., 4."] * n, (), ""),
    "one author, many works": lambda n: (
        [f"A. Marsh, *Dam {i} of {7 * i}* (Lima: Sol, 2009), 1." for i in range(n)] + ["Marsh, *Dam 3*, 4."] * n, (), ""
    ),
    "one entry again and again": lambda n: (["See Marsh (2010)."] * n, ["Marsh, A. (2010) Rivers."] * n, ""),
    "one long note": lambda n: (["Ibid Marsh 2010 " * 5 * n, "Marsh, R, 1; " * 5 * n], (), ""),
    "open brackets": lambda n: (["(" * 40 * n, "“‘'\"" * 10 * n], (), "(A" * 40 * n),
    "numbers": lambda n: (["1-2, 1-2, vol. " * 5 * n, "note 1, " * 5 * n], (), "2010, " * 20 * n),
    "names": lambda n: (["Marsh, " * 10 * n, "Marsh and " * 10 * n], ["Marsh A, " * 20] * n, "A. B. " * 20 * n),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_eight_times_the_text_takes_about_eight_times_as_long(paper, name):
    def took(n):
        one = paper(*HOSTILE[name](n))
        start = time.perf_counter()
        one.references()
        return time.perf_counter() - start

    took(10)
    small, large = min(took(50) for _ in range(3)), min(took(400) for _ in range(2))
    assert large < 24 * max(small, 0.005), "quadratic growth would be 64 times"
