"""Rules and a model together: who is believed where. The model here is a fake that says what the test says."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from corpus.model import Span
from corpus.prose import prose
from corpus.view import View
from nlp.engines import Proposal
from nlp.model import Label, Mention
from nlp.tag.names.entities import entities
from nlp.tag.names.found import Found
from nlp.tag.names.proposals import unexplained


class Fake:
    """Sees each of `names` wherever it stands, and remembers what it was asked."""

    name = "fake@1"

    def __init__(self, *names: tuple[str, str], score: float = 0.99) -> None:
        self.names, self.score = names, score
        self.asked: list[str] = []

    def recognise(self, texts: Sequence[str]) -> list[list[Proposal]]:
        self.asked.extend(texts)
        return [
            sorted(
                Proposal(text.index(name), text.index(name) + len(name), Label(label), self.score)
                for name, label in self.names
                if name in text
            )
            for text in texts
        ]


def views(*paragraphs: str) -> list[View]:
    text, made, at = "\n\n".join(paragraphs), [], 0
    for part in paragraphs:
        made.append(prose(text, (Span(at, at + len(part)),)))
        at += len(part) + 2
    return made


def mentions(fake: Fake, *paragraphs: str) -> list[tuple[str, str, str]]:
    """(printed, label, by) of one paper."""
    text = "\n\n".join(paragraphs)
    return [(text[slice(*m.span)], m.label.value, m.by) for m in entities(views(*paragraphs), recogniser=fake)[0]]


@pytest.mark.parametrize(
    ("text", "proposal", "expected"),
    [
        # where no rule speaks, the model does
        ("Funds went to Ubuntuville again.", ("Ubuntuville", "GPE"), ("Ubuntuville", "GPE", "fake@1")),
        ("Critics of Zolani gathered.", ("Zolani", "PERSON"), ("Zolani", "PERSON", "fake@1")),
        # the article, titles, possessives and quotation marks are cut off
        ("Funds from the Redwing went on.", ("the Redwing", "ORG"), ("Redwing", "ORG", "fake@1")),
        ("Critics of Judge Zolani’s court.", ("Judge Zolani's", "PERSON"), ("Zolani", "PERSON", "fake@1")),
        # a person's name takes the place inside it, a body's the country inside it
        ("In Ubuntu lives George W. Georgia.", ("George W. Georgia", "PERSON"),
         ("George W. Georgia", "PERSON", "fake@1")),
        ("It met Kenya Seed Growers Association.", ("Kenya Seed Growers Association", "ORG"),
         ("Kenya Seed Growers Association", "ORG", "trigger")),
    ],
)  # fmt: skip
def test_the_model_is_believed(text: str, proposal: tuple[str, str], expected: tuple[str, str, str]) -> None:
    assert expected in mentions(Fake(proposal), text)


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        ("They moved to Kenya in 1999.", ("Kenya", "PERSON")),
        ("The World Bank lent more.", ("World", "LOC")),
        ("The United Nations Security Council met Kenya.", ("Security Council met Kenya", "ORG")),
        ("It rained in March and Ubuntu fell.", ("March", "PERSON")),
        ("So He said to Ubuntu.", ("He", "PERSON")),
        ("nobody told the river so to Ubuntu", ("river", "LOC")),
        ("Gross domestic product (GDP) fell in Ubuntu; GDP rose.", ("GDP", "ORG")),
        ("See www.ubuntuville.org for Ubuntu.", ("| for Ubuntu", "ORG")),
        ("Ubuntu Introduction", ("Introduction", "ORG")),
    ],
)
def test_the_model_is_not_believed(text: str, proposal: tuple[str, str]) -> None:
    assert (*proposal, "fake@1") not in mentions(Fake(proposal), text)


@pytest.mark.parametrize(
    ("score", "text", "proposal", "expected"),
    [
        (0.9, "Ubuntuville left the 14th Seed Board.", ("14th Seed Board", "ORG"), "14th Seed Board"),
        (0.65, "Ubuntuville left the 14th Seed Board.", ("14th Seed Board", "ORG"), "Seed Board"),
        (0.9, "The Kenya Orchards won.", ("Kenya Orchards", "ORG"), "Kenya Orchards"),
        (0.65, "The Kenya Orchards won.", ("Kenya Orchards", "ORG"), "Kenya"),
    ],
)
def test_a_name_is_taken_further_by_a_model_that_is_sure(
    score: float, text: str, proposal: tuple[str, str], expected: str
) -> None:
    assert expected in [printed for printed, *_ in mentions(Fake(proposal, score=score), text)]


def test_words_in_capitals_are_a_body_only_where_the_model_sees_a_name() -> None:
    text = "They paid QXZW again."
    assert mentions(Fake(("QXZW", "ORG"), score=0.7), text) == [("QXZW", "ORG", "capitals")]
    assert mentions(Fake(), text) == []


def test_initials_behind_a_name_are_nobody() -> None:
    assert mentions(Fake(("M.P.", "PERSON")), "So the member, M.P. for Ubuntu, left.") == []


def test_a_model_that_is_not_sure_is_silent() -> None:
    text = "Funds went to Ubuntuville again."
    assert mentions(Fake(("Ubuntuville", "GPE"), score=0.2), text) == []


def test_what_the_model_saw_once_is_found_everywhere_and_joined() -> None:
    found, named = entities(
        views("Critics of Amantle Zolani gathered.", "Later Zolani spoke.", "Amantle Zolani left."),
        recogniser=Fake(("Amantle Zolani", "PERSON")),
    )
    assert {(mention.entity, mention.label) for mention in found} == {("Amantle Zolani", Label.PERSON)}
    assert [(each.name, each.mentions) for each in named] == [("Amantle Zolani", 3)]


def test_a_mention_says_who_and_how_sure() -> None:
    (mention,) = entities(views("Critics of Zolani gathered."), recogniser=Fake(("Zolani", "PERSON"), score=0.9))[0]
    assert (mention.by, mention.score) == ("fake@1", 0.9)


def test_the_model_is_asked_only_where_a_capital_is_unexplained() -> None:
    fake = Fake()
    entities(views("However, it rained in Kenya.", "Later, Ubuntuville flooded."), recogniser=fake)
    assert fake.asked == ["Later, Ubuntuville flooded."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("However, it rained.", False),
        ("However, Kenya rained.", True),
        ("nothing at all", False),
        ("", False),
        ("The rain in Ömsk fell", True),
    ],
)
def test_unexplained(text: str, expected: bool) -> None:
    assert unexplained(text, []) is expected


def test_what_is_found_needs_no_explanation() -> None:
    assert not unexplained("However, Kenya rained.", [Found(9, 14, Label.GPE, "gazetteer")])


def test_without_a_model_nothing_changes() -> None:
    told = views("The Kenya Seed Growers Association met Ruth Kimani in Nairobi.")
    assert entities(told)[0] == entities(told, recogniser=Fake())[0]


def all_rules(found: Sequence[Mention]) -> bool:
    return all(mention.score == 1.0 for mention in found)


def test_rules_do_not_say_how_sure_they_are() -> None:
    assert all_rules(entities(views("Ruth Kimani spoke in Nairobi."))[0])
