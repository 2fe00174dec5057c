"""Who says or does it: an actor's own deeds may be told in other words, another's may not be given to it."""

import pytest

from nlp.check.claims import check

PASSAGE = (
    "The Nurses' Guild of Orland demands a premium of 15 per cent; the Hospital Federation warns that small wards "
    "would close. The municipal auditor, by contrast, blames the rosters. Wards were repainted in 2016."
)


@pytest.mark.parametrize(
    "claim",
    [
        "A premium of 15 per cent is what the Nurses' Guild demands.",
        "Small wards would close, in the view of the Hospital Federation.",
        "The municipal auditor sees the cause in the rosters.",
        "While the Guild demands a premium, the Federation warns that small wards would close.",
        "Wards were repainted in 2016.",
    ],
)
def test_its_own(claim):
    assert check(claim, [PASSAGE]).holds, check(claim, [PASSAGE]).faults


@pytest.mark.parametrize(
    "claim",
    [
        "A premium of 15 per cent is demanded by the Hospital Federation.",
        "That small wards would close is a warning of the Nurses' Guild.",
        "It was the municipal auditor who demanded a premium.",
        "The demand for a premium came from the Hospital Federation.",
        "The municipal auditor warns that small wards would close.",
    ],
)
def test_of_another(claim):
    assert "role" in [str(fault.flaw) for fault in check(claim, [PASSAGE]).faults]
