"""Every filter lets pass what it should and nothing else; figures here are made up, the paper's words are real."""

from dataclasses import replace

import pytest

from api.figures.filters import FigureFilter, checks
from api.identities.name_index import Naming
from corpus.model import Paper, Source, Span
from nlp.link.directory import Directory
from nlp.model import Entity, Figure, Kind, Label, Mention, Place

TEXT = "The Dairy Board of Mérida (DBM) spent $5 million on counter-drought aid in 2008. It rained on 40 hectares."
PAPER = Paper("milk.txt", TEXT, Source("milk.txt", "txt", "00", "txt 1"))


def at(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


class Held:
    """A paper with one body in it, as `Loaded` shows it."""

    paper = PAPER
    entities = (
        Entity("Dairy Board of Mérida", Label.ORG, ("DBM", "Dairy Board of Mérida"), 2, (1, 1), ("acronym", "acronym")),
    )
    mentions = (Mention(at("Dairy Board of Mérida"), Label.ORG, "Dairy Board of Mérida", "trigger"),)


class Names:
    """Who is named in it, as `NameIndex` says it."""

    directory = Directory({"milk.txt": Held.entities})

    def within(self, paper, span):
        board = ("Dairy Board of Mérida", Label.ORG)
        return [Naming(*mention.span, board, None, 0) for mention in Held.mentions if span.covers(mention.span)]


SUM = Figure(
    at("$5 million"), Kind.MONEY, 5e6, 5e6, "USD", sentence=(Span(0, TEXT.index(" It rained")),),
    subject=(at("counter-drought aid"),), since=2008, until=2008,
)  # fmt: skip
RANGE = Figure(at("40 hectares"), Kind.AREA, 40.0, 60.0, "ha", Place.TABLE, total=True)
COUNT = Figure(at("40"), Kind.COUNT, 40.0, 40.0, "dairy farms", since=2004)


@pytest.mark.parametrize(
    ("figure", "passing", "failing"),
    [
        (SUM, {"kinds": [Kind.MONEY]}, {"kinds": [Kind.AREA, Kind.COUNT]}),
        (SUM, {"units": ["dollars"]}, {"units": ["euros"]}),
        (SUM, {"units": ["ha", "usd"]}, {"units": ["CAD"]}),
        (COUNT, {"units": ["dairy farm"]}, {"units": ["farms"]}),
        (SUM, {"at_least": "$2 million"}, {"at_least": "2 million euros"}),
        (SUM, {"at_least": 5e6}, {"at_least": 5000001}),
        (SUM, {"at_most": "5,000,000"}, {"at_most": "4.9 million"}),
        (RANGE, {"at_least": 60}, {"at_least": 61}),
        (RANGE, {"at_most": "40 ha"}, {"at_most": "40 acres"}),
        (SUM, {"year": 2008}, {"year": "2009-"}),
        (SUM, {"year": "2000-2008"}, {"year": "-2007"}),
        (COUNT, {"year": "2020"}, {"year": "2000-2003"}),
        (RANGE, {}, {"year": "1000-3000"}),
        (SUM, {"entity": "dbm"}, {"entity": "DBX"}),
        (SUM, {"entity": "the Dairy Board of Merida"}, {"entity": "Board"}),
        (RANGE, {}, {"entity": "DBM"}),
        (SUM, {"entity": "ORG:DBM"}, {"entity": "GPE:DBM"}),
        (SUM, {"entity": ["DBM", "dairy board of merida"]}, {"entity": ["DBM", "DBX"]}),
        (SUM, {"words": "dairies aiding"}, {"words": "aid hectares"}),
        (SUM, {"words": "counterdrought"}, {"words": "counter-narcotics"}),
        (SUM, {"subject": "drought aid"}, {"subject": "board"}),
        (RANGE, {"inside": [Place.TABLE]}, {"inside": [Place.BODY, Place.NOTE]}),
        (RANGE, {"total": True}, {"total": False}),
        (SUM, {"total": False}, {"total": True}),
    ],
)
def test_filters(figure, passing, failing):
    assert all(check.passes(Held(), figure) for check in checks(FigureFilter(**passing), Names()))
    assert not all(check.passes(Held(), figure) for check in checks(FigureFilter(**failing), Names()))


def test_a_place_that_its_clause_names_is_enough():
    placed = replace(RANGE, who=(at("Dairy Board of Mérida"),))
    assert checks(FigureFilter(entity="DBM"), Names())[0].passes(Held(), placed)
