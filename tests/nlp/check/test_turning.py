"""Up or down, more or less, before or after: in other words it may be said, the other way round it may not."""

import pytest

from nlp.check.claims import check

PASSAGE = (
    "Cargo at Velt rose from 2.1 million tonnes in 2010 to 3.4 million tonnes in 2018. Accidents became rarer after "
    "the pier was widened. Tramont still runs faster trains than Kestrel. Patients wait longer in Osk than in Halm."
)


@pytest.mark.parametrize(
    "claim",
    [
        "More cargo went through Velt in 2018 than in 2010.",
        "Accidents were less frequent once the pier was wider.",
        "Kestrel's trains are slower than those of Tramont.",
        "Patients in Halm wait less long than those in Osk.",
        "Above all, accidents became rarer.",
    ],
)
def test_the_same_way(claim):
    assert check(claim, [PASSAGE]).holds, check(claim, [PASSAGE]).faults


@pytest.mark.parametrize(
    "claim",
    [
        "Less cargo went through Velt in 2018 than in 2010.",
        "Accidents became more frequent after the pier was widened.",
        "Kestrel's trains are faster than those of Tramont.",
        "Patients in Halm wait longer than those in Osk.",
    ],
)
def test_the_other_way(claim):
    assert not check(claim, [PASSAGE]).holds
