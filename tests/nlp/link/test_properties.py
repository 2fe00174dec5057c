"""What holds for any papers and any corrections."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from printed import entity

from nlp.link.directory import Directory
from nlp.link.record import Anchor, Change, Correction
from nlp.model import Entity, Label

NAMES = ["Lakes Trust", "Zamorin Trust", "Ladder Fund", "Kimani", "Ruth Kimani", "LTZ", "Ministry of Trade"]
LABELS = [Label.ORG, Label.PROGRAM, Label.PERSON]
PAPERS = ["a.txt", "b.txt", "c.txt"]


@st.composite
def entities(draw: st.DrawFn) -> list[Entity]:
    names = draw(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(LABELS)), unique=True, max_size=4))
    made = []
    for name, label in names:
        forms = draw(st.lists(st.sampled_from([name, *NAMES]), unique=True, min_size=1, max_size=3))
        counts = draw(st.lists(st.integers(1, 5), min_size=len(forms), max_size=len(forms)))
        by = draw(st.sampled_from(["gazetteer", "acronym", "trigger; person"]))
        made.append(entity(name, label, *zip(forms, counts, strict=True), by=by))
    return made


LIBRARIES = st.dictionaries(st.sampled_from(PAPERS), entities(), max_size=3)
CORRECTIONS = st.lists(
    st.builds(
        Correction,
        change=st.sampled_from(Change),
        name=st.sampled_from([*NAMES, "Kimani (a.txt)"]),
        label=st.sampled_from(LABELS),
        other=st.sampled_from([*NAMES, "New Name"]),
        other_label=st.none() | st.sampled_from(LABELS),
        form=st.none() | st.sampled_from(NAMES),
        at=st.none() | st.builds(Anchor, paper=st.sampled_from(PAPERS)),
    ),
    max_size=6,
)


Library = dict[str, list[Entity]]


def named(directory: Directory) -> Counter[tuple[str, str]]:
    """(paper, form) -> how often it is an alias of somebody."""
    counts: Counter[tuple[str, str]] = Counter()
    for one in directory.identities():
        for alias in one.aliases:
            counts[alias.paper, alias.form] += alias.mentions
    return counts


def printed(papers: Library) -> Counter[tuple[str, str]]:
    counts: Counter[tuple[str, str]] = Counter()
    for paper, found in papers.items():
        for one in found:
            for form, count in zip(one.aliases, one.counts, strict=True):
                counts[paper, form] += count
    return counts


@given(papers=LIBRARIES, corrections=CORRECTIONS)
def test_no_mention_is_lost_but_by_a_drop(papers: Library, corrections: list[Correction]) -> None:
    kept = [each for each in corrections if each.change is not Change.DROP]
    assert named(Directory(papers, kept)) == printed(papers)
    assert named(Directory(papers, corrections)) <= printed(papers)


@given(papers=LIBRARIES, corrections=CORRECTIONS)
def test_no_two_identities_have_one_name_and_label(papers: Library, corrections: list[Correction]) -> None:
    found = Directory(papers, corrections).identities()
    assert len({(one.name, one.label) for one in found}) == len(found)
    assert all(one.mentions for one in found)


@given(papers=LIBRARIES, corrections=CORRECTIONS, data=st.data())
def test_the_order_of_papers_does_not_matter(
    papers: Library, corrections: list[Correction], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(list(papers)))
    shuffled = {paper: data.draw(st.permutations(papers[paper])) for paper in order}
    one, other = Directory(papers, corrections), Directory(shuffled, corrections)
    assert (one.identities(), one.orphans) == (other.identities(), other.orphans)


@given(papers=LIBRARIES, corrections=CORRECTIONS)
def test_orphans_change_nothing(papers: Library, corrections: list[Correction]) -> None:
    directory = Directory(papers, corrections)
    if len(directory.orphans) == len(corrections):
        assert directory.identities() == Directory(papers).identities()


@given(papers=LIBRARIES, corrections=CORRECTIONS)
def test_papers_that_corrections_do_not_know_stay_as_they_are(papers: Library, corrections: list[Correction]) -> None:
    strange = {"z.txt": [entity("Pond Society", Label.ORG, ("Pond Society", 2)), entity("Peru", Label.GPE)]}
    found = Directory({**papers, **strange}, corrections).identities()
    assert [one for one in found if "z.txt" in one.papers] == list(Directory(strange).identities())


@given(papers=LIBRARIES, corrections=CORRECTIONS)
def test_names_that_are_never_the_same_never_are(papers: Library, corrections: list[Correction]) -> None:
    bar = Correction(Change.APART, "Lakes Trust", Label.ORG, "Zamorin Trust")
    directory = Directory(papers, [*corrections, bar])
    if bar not in directory.orphans:
        merged = Correction(Change.MERGE, "Lakes Trust", Label.ORG, "Zamorin Trust")
        assert merged in Directory(papers, [bar, merged]).orphans
