"""Who is who in a library: identities of several papers, their aliases, and how they are found."""

from __future__ import annotations

import pytest

from corpus.model import Span
from nlp.link.directory import Directory
from nlp.link.record import Identity
from nlp.model import Entity, Label, Mention


def entity(name: str, label: Label, *forms: tuple[str, int]) -> Entity:
    """An entity of one paper; `forms`: printed form and count, said by the gazetteers."""
    forms = forms or ((name, 1),)
    counts = tuple(count for _, count in forms)
    return Entity(name, label, tuple(form for form, _ in forms), sum(counts), counts, ("gazetteer",) * len(forms))


def names(identities: list[Identity]) -> list[str]:
    return [one.name for one in identities]


PAPERS = {
    "a.txt": [
        entity("Mérida Initiative", Label.PROGRAM, ("Mérida Initiative", 3), ("Initiative", 1)),
        entity("Kimani", Label.PERSON),
        entity("Colombia", Label.GPE, ("Colombia", 2)),
    ],
    "b.txt": [entity("Merida Initiative", Label.PROGRAM), entity("Kimani", Label.PERSON)],
}


def test_one_label_and_one_key_are_one_identity() -> None:
    initiative = Directory(PAPERS).identities()[0]
    assert (initiative.name, initiative.mentions, initiative.papers) == (
        "Mérida Initiative",
        5,
        {"a.txt": 4, "b.txt": 1},
    )
    assert [(alias.form, alias.paper, alias.mentions) for alias in initiative.aliases] == [
        ("Mérida Initiative", "a.txt", 3),
        ("Initiative", "a.txt", 1),
        ("Merida Initiative", "b.txt", 1),
    ]


def test_a_surname_alone_is_shown_with_its_paper() -> None:
    assert names(Directory(PAPERS).find("Kimani")) == ["Kimani (a.txt)", "Kimani (b.txt)"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("merida initiative", ["Mérida Initiative"]),
        ("the Mérida Initiative", ["Mérida Initiative"]),
        ("PROGRAM:Merida Initiative", ["Mérida Initiative"]),
        ("initiative", ["Mérida Initiative"]),
        ("ORG:Mérida Initiative", []),
        ("GPE:Colombia", ["Colombia"]),
        ("Peru", []),
        ("", []),
    ],
)
def test_find(typed: str, found: list[str]) -> None:
    assert names(Directory(PAPERS).find(typed)) == found


def test_of_gives_the_identity_of_a_mention() -> None:
    mention = Mention(Span(0, 17), Label.PROGRAM, "Merida Initiative", "gazetteer")
    identity = Directory(PAPERS).of("b.txt", mention, "Merida Initiative")
    assert identity == Directory(PAPERS).identities()[0]


def test_no_papers_no_identities() -> None:
    assert list(Directory({}).identities()) == []
