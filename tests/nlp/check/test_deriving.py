"""What follows from two numbers of a passage may be said; what does not may not."""

import pytest

from nlp.check.claims import check

PASSAGE = (
    "The Elm Agency ran 1,200 schools in 2010 and 900 in 2016. It spent €40 million in 2010 and €90 million in 2016. "
    "Of 640 teachers, 160 had no training; 62 per cent of the pupils were girls. A class now has 45 pupils."
)


@pytest.mark.parametrize(
    "claim",
    [
        "The Elm Agency ran 300 fewer schools in 2016 than in 2010.",
        "The number of schools fell by 300.",
        "The number of schools fell by a quarter.",
        "The Agency's spending more than doubled.",
        "A quarter of the teachers had no training.",
        "Most of the pupils were girls.",
        "In 2016 it spent more than twice what it spent in 2010.",
        "In all, the Elm Agency spent €130 million.",
        "Thirty-eight per cent of the pupils were not girls.",
        "Spending in 2016 was €50 million higher than in 2010.",
        "Over six years the schools of the Elm Agency fell from 1,200 to 900.",
    ],
)
def test_follows(claim):
    assert check(claim, [PASSAGE]).holds, check(claim, [PASSAGE]).faults


@pytest.mark.parametrize(
    "claim",
    [
        "The Elm Agency ran 400 fewer schools in 2016 than in 2010.",
        "The number of schools fell by a half.",
        "The Agency's spending tripled.",
        "The Agency's spending doubled.",
        "A third of the teachers had no training.",
        "The Elm Agency ran 300 schools.",
        "In 2016 it spent five times what it spent in 2010.",
        "Thirty-eight per cent of the pupils were girls.",
        "Spending in 2016 was €60 million higher than in 2010.",
        "Over nine years the schools of the Elm Agency fell from 1,200 to 900.",
    ],
)
def test_does_not(claim):
    assert not check(claim, [PASSAGE]).holds
