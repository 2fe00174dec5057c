"""A user's corrections: what each does, which stands above which, and what becomes of one that fits nothing."""

from __future__ import annotations

import pytest
from printed import entity

from corpus.model import Span
from nlp.link.directory import Directory
from nlp.link.record import Anchor, Change, Correction
from nlp.model import Label, Mention

ORG, PROGRAM, PERSON, GPE = Label.ORG, Label.PROGRAM, Label.PERSON, Label.GPE
PAPERS = {
    "a.txt": [
        entity("Lakes Trust", ORG, ("Lakes Trust", 3), ("Trust", 2)),
        entity("Zamorin Trust", ORG, ("Zamorin Trust", 4)),
        entity("Ruth Kimani", PERSON, ("Ruth Kimani", 1), ("Kimani", 2)),
        entity("Green Ladder", ORG, ("Green Ladder", 2)),
    ],
    "b.txt": [
        entity("Lakes Trust", ORG, ("Lakes Trust", 1)),
        entity("Green Ladder", PROGRAM, ("Green Ladder", 1)),
        entity("Ruth Kimani", PERSON, ("Ruth Kimani", 1)),
    ],
}


def merge(name: str, other: str, label: Label = ORG) -> Correction:
    return Correction(Change.MERGE, name, label, other=other)


def rename(name: str, other: str) -> Correction:
    return Correction(Change.RENAME, name, ORG, other=other)


def apart(name: str, other: str, label: Label = ORG) -> Correction:
    return Correction(Change.APART, name, label, other=other)


def split(name: str, form: str, other: str, paper: str = "", label: Label = ORG) -> Correction:
    return Correction(Change.SPLIT, name, label, other=other, form=form, at=Anchor(paper) if paper else None)


def drop(name: str, form: str | None = None, paper: str = "") -> Correction:
    return Correction(Change.DROP, name, ORG, form=form, at=Anchor(paper) if paper else None)


def seen(*corrections: Correction) -> dict[str, int]:
    """Name of every body -> how often it is named."""
    return {one.name: one.mentions for one in Directory(PAPERS, corrections).identities() if one.label is ORG}


PLAIN = {"Lakes Trust": 6, "Zamorin Trust": 4, "Green Ladder": 2}


@pytest.mark.parametrize(
    ("corrections", "expected"),
    [
        ([], PLAIN),
        ([merge("Lakes Trust", "Zamorin Trust")], {"Lakes Trust": 10, "Green Ladder": 2}),
        ([merge("Zamorin Trust", "Lakes Trust")], {"Zamorin Trust": 10, "Green Ladder": 2}),
        ([rename("Lakes Trust", "Lake Fund")], {"Lake Fund": 6, "Zamorin Trust": 4, "Green Ladder": 2}),
        ([rename("Lakes Trust", "Zamorin Trust")], {"Zamorin Trust": 10, "Green Ladder": 2}),
        ([split("Lakes Trust", "Trust", "Zamorin Trust")], {"Zamorin Trust": 6, "Lakes Trust": 4, "Green Ladder": 2}),
        ([split("Lakes Trust", "Lakes Trust", "Lake Fund", "b.txt")],
         {"Lakes Trust": 5, "Zamorin Trust": 4, "Green Ladder": 2, "Lake Fund": 1}),
        ([drop("Lakes Trust")], {"Zamorin Trust": 4, "Green Ladder": 2}),
        ([drop("Lakes Trust", "Trust")], {"Lakes Trust": 4, "Zamorin Trust": 4, "Green Ladder": 2}),
        ([drop("Lakes Trust", None, "a.txt")], {"Zamorin Trust": 4, "Green Ladder": 2, "Lakes Trust": 1}),
        # the later stands above the earlier
        ([merge("Lakes Trust", "Zamorin Trust"), split("Lakes Trust", "Zamorin Trust", "Zamorin Trust")], PLAIN),
        ([merge("Lakes Trust", "Zamorin Trust"), rename("Lakes Trust", "Trusts")], {"Trusts": 10, "Green Ladder": 2}),
        ([rename("Lakes Trust", "Fund"), rename("Fund", "Lake Fund")],
         {"Lake Fund": 6, "Zamorin Trust": 4, "Green Ladder": 2}),
        ([rename("Lakes Trust", "Fund"), rename("Lakes Trust", "Lake Fund")],
         {"Lake Fund": 6, "Zamorin Trust": 4, "Green Ladder": 2}),
        ([rename("Lakes Trust", "Fund"), rename("Fund", "Lakes Trust")], PLAIN),
        ([split("Lakes Trust", "Trust", "Zamorin Trust"), drop("Zamorin Trust")],
         {"Lakes Trust": 4, "Green Ladder": 2}),
        # but nothing stands above "never the same"
        ([apart("Lakes Trust", "Zamorin Trust"), merge("Lakes Trust", "Zamorin Trust")], PLAIN),
        ([merge("Lakes Trust", "Zamorin Trust"), apart("Zamorin Trust", "Lakes Trust")], PLAIN),
        ([apart("Lakes Trust", "Zamorin Trust"), rename("Zamorin Trust", "Lakes Trust")], PLAIN),
        ([apart("Lakes Trust", "Zamorin Trust"), merge("Green Ladder", "Lakes Trust"),
          merge("Green Ladder", "Zamorin Trust")], {"Green Ladder": 8, "Zamorin Trust": 4}),
        ([rename("Lakes Trust", "Fund"), apart("Fund", "Zamorin Trust"), merge("Fund", "Zamorin Trust")],
         {"Fund": 6, "Zamorin Trust": 4, "Green Ladder": 2}),
        ([apart("Lakes Trust", "Zamorin Trust"), split("Zamorin Trust", "Zamorin Trust", "Lakes Trust")], PLAIN),
        ([apart("Lakes Trust", "Trust")],
         {"Lakes Trust": 4, "Zamorin Trust": 4, "Green Ladder": 2, "Trust (a.txt)": 2}),
        # what fits nothing changes nothing
        ([merge("Lakes Trust", "Nobody"), merge("Nobody", "Lakes Trust"), drop("Nobody"), rename("Nobody", "X"),
          drop("Lakes Trust", "Pond"), split("Lakes Trust", "Trust", "Zamorin Trust", "b.txt")], PLAIN),
    ],
)  # fmt: skip
def test_what_corrections_do(corrections: list[Correction], expected: dict[str, int]) -> None:
    assert seen(*corrections) == expected


def test_retyped_it_joins_its_namesake_of_that_label() -> None:
    retyped = Correction(Change.RETYPE, "Green Ladder", ORG, other_label=PROGRAM)
    (ladder,) = Directory(PAPERS, [retyped]).find("Green Ladder")
    assert (ladder.label, ladder.papers) == (PROGRAM, {"a.txt": 2, "b.txt": 1})


def test_only_in_one_paper() -> None:
    retyped = Correction(Change.RETYPE, "Lakes Trust", ORG, other_label=PROGRAM, at=Anchor("b.txt"))
    found = Directory(PAPERS, [retyped]).find("Lakes Trust")
    assert {(one.label, one.mentions) for one in found} == {(ORG, 5), (PROGRAM, 1)}


def test_apart_undoes_what_was_joined_in_a_paper() -> None:
    directory = Directory(PAPERS, [apart("Ruth Kimani", "Kimani", PERSON)])
    assert [one.name for one in directory.find("Kimani")] == ["Kimani (a.txt)"]
    assert directory.find("Ruth Kimani")[0].mentions == 2


def test_apart_hands_over_what_is_printed_as_the_other() -> None:
    papers = {
        "a.txt": [entity("Lakes Trust", ORG, ("Lakes Trust", 3), ("Pond Trust", 1))],
        "b.txt": [entity("Pond Trust", ORG, ("Pond Trust", 2))],
    }
    found = Directory(papers, [apart("Lakes Trust", "Pond Trust")]).identities()
    assert {one.name: one.mentions for one in found} == {"Lakes Trust": 3, "Pond Trust": 3}


def test_a_name_kept_to_its_paper_is_meant_by_the_bare_name_in_that_paper() -> None:
    papers = {"a.txt": [entity("Kimani", PERSON)], "b.txt": [entity("Kimani", PERSON)]}
    named = Correction(Change.RENAME, "Kimani", PERSON, other="Ruth Kimani", at=Anchor("b.txt"))
    assert {one.name for one in Directory(papers, [named]).identities()} == {"Kimani (a.txt)", "Ruth Kimani"}


@pytest.mark.parametrize(
    ("correction", "reason"),
    [
        (drop("Nobody"), "nothing is called 'Nobody' (ORG), or too many are"),
        (merge("Nobody", "Lakes Trust"), "nothing is called 'Nobody' (ORG), or too many are"),
        (drop("Lakes Trust", "Pond"), "'Lakes Trust' is printed 'Pond' nowhere"),
        (drop("Lakes Trust", None, "c.txt"), "'Lakes Trust' is named nowhere in c.txt"),
        (apart("Lakes Trust", "Nobody"), "'Lakes Trust' and 'Nobody' are not both here"),
        (Correction(Change.DROP, "Lakes Trust", ORG, at=Anchor("a.txt", "Trust", "the ", " met")),
         "no name stands at 'Trust' in a.txt, or it stands there several times"),
    ],
)  # fmt: skip
def test_an_orphan_is_listed_with_its_reason(correction: Correction, reason: str) -> None:
    directory = Directory(PAPERS, [correction, rename("Zamorin Trust", "Z")])
    assert (directory.orphans, directory.reasons) == ([correction], [reason])


def test_a_merge_of_what_is_kept_apart_is_an_orphan() -> None:
    refused = merge("Lakes Trust", "Zamorin Trust")
    directory = Directory(PAPERS, [refused, apart("Lakes Trust", "Zamorin Trust")])
    assert directory.orphans == [refused]
    assert directory.reasons == ["another correction keeps 'Lakes Trust' apart from what is called 'Lakes Trust'"]


def test_an_orphan_comes_back_to_life_with_its_paper() -> None:
    correction = merge("Lakes Trust", "Zamorin Trust")
    without = Directory({"b.txt": PAPERS["b.txt"]}, [correction])
    assert without.orphans == [correction]
    assert Directory(PAPERS, [correction]).orphans == []


@pytest.mark.parametrize(
    "correction",
    [
        drop("Lakes Trust"),
        drop("Lakes Trust", "Trust"),
        merge("Lakes Trust", "Zamorin Trust"),
        rename("Lakes Trust", "Fund"),
        Correction(Change.RETYPE, "Lakes Trust", ORG, other_label=PROGRAM),
        apart("Lakes Trust", "Zamorin Trust"),
        split("Lakes Trust", "Trust", "Zamorin Trust"),
    ],
)
def test_said_twice_it_is_said_once(correction: Correction) -> None:
    twice = Directory(PAPERS, [correction, correction])
    assert twice.identities() == Directory(PAPERS, [correction]).identities()
    assert twice.orphans == []


def test_a_correction_outlives_another_print_of_the_same_name() -> None:
    papers = {"a.txt": [entity("Merida Pact", PROGRAM)], "b.txt": [entity("Mérida Pact", PROGRAM, ("Mérida Pact", 5))]}
    named = Correction(Change.RENAME, "Merida Pact", PROGRAM, other="The Pact")
    assert [one.name for one in Directory(papers, [named]).identities()] == ["The Pact"]


PLACE = Anchor("a.txt", "Trust", "that the ", " has met")
THERE = Mention(Span(40, 45), ORG, "Lakes Trust", "trigger")
ELSEWHERE = Mention(Span(90, 95), ORG, "Lakes Trust", "trigger")


@pytest.mark.parametrize(
    ("change", "other", "label", "expected"),
    [
        (Change.DROP, None, None, None),
        (Change.SPLIT, "Zamorin Trust", None, "Zamorin Trust"),
        (Change.SPLIT, "Pond Trust", None, "Pond Trust"),
        (Change.RETYPE, None, PROGRAM, "Lakes Trust"),
    ],
)
def test_one_place(change: Change, other: str | None, label: Label | None, expected: str | None) -> None:
    correction = Correction(change, "Lakes Trust", ORG, other, label, "Trust", PLACE)
    directory = Directory(PAPERS, [correction], {PLACE: THERE})
    there, elsewhere = directory.of("a.txt", THERE, "Trust"), directory.of("a.txt", ELSEWHERE, "Trust")
    assert (there and there.name) == expected
    assert elsewhere is not None
    assert (elsewhere.name, elsewhere.label, elsewhere.mentions) == ("Lakes Trust", ORG, 5)
    assert directory.orphans == []


def test_of_two_corrections_of_one_place_the_later_stands() -> None:
    dropped = Correction(Change.DROP, "Lakes Trust", ORG, form="Trust", at=PLACE)
    moved = Correction(Change.SPLIT, "Lakes Trust", ORG, "Pond Trust", form="Trust", at=PLACE)
    found = Directory(PAPERS, [dropped, moved], {PLACE: THERE}).of("a.txt", THERE, "Trust")
    assert found is not None
    assert (found.name, found.mentions) == ("Pond Trust", 1)
    assert Directory(PAPERS, [moved, dropped], {PLACE: THERE}).of("a.txt", THERE, "Trust") is None


def test_the_only_place_of_a_name_taken_from_it_leaves_nothing() -> None:
    place = Anchor("b.txt", "Green Ladder", "the ", " began")
    there = Mention(Span(4, 16), PROGRAM, "Green Ladder", "trigger")
    directory = Directory(PAPERS, [Correction(Change.DROP, "Green Ladder", PROGRAM, at=place)], {place: there})
    assert directory.of("b.txt", there, "Green Ladder") is None
    assert directory.find("PROGRAM:Green Ladder") == []
