"""A line that is the name of a body gives it; titles, posts and addresses do not."""

import pytest

from corpus.metadata.bodies import is_body


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Elm House Institute", "Elm House Institute"),
        ("ELM RIVER COLLEGE – COLLÈGE DE LA RIVIÈRE", "ELM RIVER COLLEGE"),
        ("Valley Bank Group", "Valley Bank Group"),
        ("School of Public Works", "School of Public Works"),
        ("Department of Rivers, Oak University", "Department of Rivers, Oak University"),
        ("Elm House, London", "Elm House"),
        ("Universidad de los Valles", "Universidad de los Valles"),
        ("Red de Mujeres del Valle", "Red de Mujeres del Valle"),
        ("Hans-Huber-Stiftung (HHS)", "Hans-Huber-Stiftung"),
        ("Institute", None),
        ("elm house institute", None),
        ("The Role of the Valley Bank", None),
        ("Building Networks in the Valley", None),
        ("Director, Elm House Institute", None),
        ("Trust and Security", None),
        ("Press Freedom", None),
        ("Red Tape Rising", None),
        ("Jane Roe", None),
        ("Elm House Institute, 12 Mill Road", "Elm House Institute"),
        ("The institute was closed in the spring", None),
        ("", None),
    ],
)
def test_the_body_that_a_line_names(words, expected):
    assert is_body(words) == expected
