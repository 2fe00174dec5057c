"""What a passage denies may be denied in other words; what it does not deny may not, and no denial may be left out."""

import pytest

from nlp.check.claims import check

PASSAGE = (
    "The Harbour Board of Velt approved 14 berths without consulting the cooperatives. Only nine of its sixteen cranes "
    "work. Neither yard has been sold. It ruled out a second pier, but left open the option of a longer quay."
)


@pytest.mark.parametrize(
    "claim",
    [
        "The cooperatives were not consulted by the Harbour Board of Velt.",
        "Seven of the sixteen cranes do not work.",
        "No yard has been sold.",
        "The option of a longer quay is not excluded.",
    ],
)
def test_denied_there_too(claim):
    assert check(claim, [PASSAGE]).holds, check(claim, [PASSAGE]).faults


@pytest.mark.parametrize(
    "claim",
    [
        "The Harbour Board of Velt did not approve 14 berths.",
        "One yard has been sold.",
        "The Board did not rule out a second pier.",
        "Only nine of the sixteen cranes do not work.",
    ],
)
def test_not_so(claim):
    assert not check(claim, [PASSAGE]).holds
