"""Whatever happens to a paper, a correction at a place holds for the same words or is an orphan, and never slides."""

import itertools

import pytest
from fakes import WordEncoder
from hypothesis import given, settings
from hypothesis import strategies as st

from api.library import Library
from api.settings import Settings
from corpus.model import Span
from nlp.model import Mention

TOWNS = "Elm Oak Ash Birch Cedar Hazel".split()
HEAD = "The wells of the valley\n\nThe Elm Water Agency (EWA) was founded in 1999.\n\n"
OTHER = [
    "Nobody had asked for a report of this kind.",
    "The rains of the year were late and the harvest was poor.",
    "A committee met three times and wrote nothing down.",
]


def paragraph(town):
    """What is said of one town: the agency is named twice, each time with the town on both sides."""
    return f"To {town} came the EWA; {town} got a pump. In {town} they thanked the EWA, for {town} had been dry."


PIECES = st.lists(st.sampled_from(TOWNS), min_size=1, unique=True)


@pytest.fixture(scope="module")
def bench(tmp_path_factory):
    """A folder, and a library in it for all examples of a property."""
    folder = tmp_path_factory.mktemp("lasting")
    with Library.open(Settings(folder / "library"), create=True, encoder=WordEncoder()) as library:
        yield folder / "wells.txt", library


def put(bench, paragraphs, line_end="\n"):
    path, library = bench
    path.write_text((HEAD + "\n\n".join(paragraphs) + "\n").replace("\n", line_end), encoding="utf-8", newline="")
    list(library.add([path]))


def places(library, town):
    """The two places where the agency is named in what is said of a town."""
    text = library.paper("wells").text
    start = text.find(f"To {town} came")
    if start < 0:
        return []
    first = text.index("EWA", start)
    return [Span(at, at + 3) for at in (first, text.index("EWA", first + 3))]


def corrected(library, town, nth):
    spans = [mention.span for mention in library.layer("wells", Mention)]
    return places(library, town)[nth] not in spans


@settings(max_examples=15)
@given(
    before=PIECES,
    after=PIECES,
    wanted=st.sets(st.tuples(st.sampled_from(TOWNS), st.sampled_from([0, 1])), max_size=3),
    others=st.lists(st.sampled_from(OTHER), max_size=3),
    line_end=st.sampled_from(["\n", "\r\n"]),
)
def test_a_place_holds_for_the_same_words_or_is_an_orphan(bench, before, after, wanted, others, line_end):
    _, library = bench
    corrections = library.corrections
    for left in list(corrections):
        corrections.undo(left.number)
    put(bench, [paragraph(town) for town in before])
    said = {(town, nth) for town, nth in wanted if town in before}
    numbers = {}
    for town, nth in sorted(said):
        numbers[town, nth] = corrections.drop("EWA", paper="wells", at=places(library, town)[nth]).number
    mixed = [each for pair in itertools.zip_longest(others, map(paragraph, after)) for each in pair if each]
    put(bench, mixed, line_end)
    orphans = {each.number for each in corrections.orphans()}
    there = {(town, nth): corrected(library, town, nth) for town in after for nth in (0, 1)}
    assert orphans == {number for (town, _), number in numbers.items() if town not in after}
    assert {key for key, gone in there.items() if gone} == {key for key in said if key[0] in after}
