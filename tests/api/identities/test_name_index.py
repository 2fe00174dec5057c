"""Whom a passage names, and a search that is confined to passages that name somebody."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.library import Library
from api.settings import Settings
from corpus.errors import BadQueryError
from nlp.model import Mode

FULL = "Nobody in the valley had asked for a second port, and nobody had been asked about its price by the council. "
CUT = f"""{FULL * 2}

The council of the valley pays every year for the work that is done in the river ports by the World

12

Health Organization, and Peru pays for most of it.

{FULL * 2}"""
ASKED = ["Peru", "GPE:Peru", "NORP:Peruvian", "Kenya", "Elm Water Board", "EWB"]
PARTS = [
    "Peru taxes its river ports.",
    "Peruvian river ports are old.",
    "Kenya has river ports too.",
    "The Elm Water Board (EWB) runs them.",
    "The EWB is small.",
    "It rained.",
    "\n\n",
]


def write(folder, name, text):
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def brute(library, query, asked, mode):
    """The unlimited search, then only what `asked` names stand in, by the spans of the mentions alone."""
    directory = library.directory()
    meant = [{(one.name, one.label) for one in directory.find(name)} for name in asked]
    for paper, hit in library.search(query, k=10_000, mode=mode):
        there = {
            one.who
            for one in library.naming().of(paper.name)
            if any(span.start <= one.start < span.end for span in hit.passage.spans)
        }
        if all(there & group for group in meant):
            yield hit


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.lists(st.sampled_from(PARTS), min_size=1, max_size=12), min_size=1, max_size=3),
    st.lists(st.sampled_from(ASKED), min_size=1, max_size=2),
    st.sampled_from([Mode.WORDS, Mode.MEANING]),
    st.sampled_from([1, 3, 50]),
)
def test_a_filtered_search_is_the_unlimited_one_filtered(tmp_path_factory, encoder, papers, asked, mode, k):
    folder = tmp_path_factory.mktemp("named")
    files = [write(folder, f"{n}.txt", f"Paper {n}.\n\n" + " ".join(parts)) for n, parts in enumerate(papers)]
    with Library.open(Settings(folder / "library"), create=True, encoder=encoder) as library:
        list(library.add(files))
        if not all(library.directory().find(name) for name in asked):
            with pytest.raises(BadQueryError, match="nobody is called"):
                library.search("river ports", entities=asked)
            return
        found = [hit for _, hit in library.search("river ports", k=k, entities=asked, mode=mode)]
        assert [(hit.ref, hit.score) for hit in found] == [
            (hit.ref, hit.score) for hit in list(brute(library, "river ports", asked, mode))[:k]
        ]


def test_a_name_that_a_page_cuts_in_two_is_named(new_library, tmp_path):
    library = new_library()
    list(library.add([write(tmp_path, "ports.txt", CUT)]))
    (naming,) = [one for one in library.naming().of("ports.txt") if one.who[0].startswith("World")]
    assert naming.passage is not None
    assert [hit.ref.passage for _, hit in library.search("river", entities=["world health organisation"])] == [
        naming.passage
    ]


def test_filters_of_papers_and_kinds_hold_beside_it(sample_library):
    every = sample_library.search("water", k=50, entities=["lakes development bank"])
    assert len({paper.name for paper, _ in every}) == 2
    some = sample_library.search("water", k=50, entities=["Lakes Development Bank"], papers=["water"], kinds=["body"])
    assert {hit.ref for _, hit in some} <= {hit.ref for _, hit in every}
    assert {hit.passage.kind for _, hit in some} <= {"body"}
    assert {paper.name for paper, _ in some} <= {"water-and-grid.txt"}


@pytest.mark.parametrize(("typed", "near"), [("Bangladsh", "GPE:Bangladesh"), ("Zyxwvut", "nobody is called")])
def test_a_name_nobody_has_is_an_error_with_what_is_near(sample_library, typed, near):
    with pytest.raises(BadQueryError, match=near):
        sample_library.search("water", entities=[typed])
