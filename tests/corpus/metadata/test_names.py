"""A line that is nothing but names gives them; places, posts, bodies and sentences are no people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.metadata.names import names


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Jane Roe", ["Jane Roe"]),
        ("Jane Roe and John Doe", ["Jane Roe", "John Doe"]),
        ("Jane Roe, John Doe & Ann Lee-Park", ["Jane Roe", "John Doe", "Ann Lee-Park"]),
        ("Jane Roe, PhD, and John Doe, MD, MPH", ["Jane Roe", "John Doe"]),
        ("Jane Roe, Senior Fellow, Elm House", ["Jane Roe"]),
        ("Jane Roe (Elm House) and John Doe (Oak University)", ["Jane Roe", "John Doe"]),
        ("JANE VAN DER ROE and J. R. ITO", ["Jane van der Roe", "J. R. Ito"]),
        ("JOHN O'BRIEN JR.", ["John O'Brien Jr."]),
        ("John Doe, Jr.", ["John Doe Jr."]),
        ("Jane Roe1,2 and John Doe³*", ["Jane Roe", "John Doe"]),
        ("Lieutenant-Commander Ada Cole", ["Ada Cole"]),
        ("Dr. Jane Roe, Prof. John Doe", ["Jane Roe", "John Doe"]),
        ("José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("Juan Pérez y María Ruiz", ["Juan Pérez", "María Ruiz"]),
        ("Jeanne d’Arcy et Luc Besson", ["Jeanne d’Arcy", "Luc Besson"]),
        ("Hans Huber und Eva Maria Ganz", ["Hans Huber", "Eva Maria Ganz"]),
        ("Roe, J. and Doe, J.", ["J. Roe", "J. Doe"]),
        ("Ben Ito & AL DOE", ["Ben Ito", "Al Doe"]),
        ("Jane Roe Senior Fellow, Elm House", ["Jane Roe"]),
        ("Jane Roe Research Director", ["Jane Roe"]),
        ("Jane M. Roe", ["Jane M. Roe"]),
        ("John Doe Professor of Rivers, Oak University", ["John Doe"]),
        ("A. Cole", ["A. Cole"]),
        ("Đặng Văn Ánh", ["Đặng Văn Ánh"]),
        ("Roe, Jane", []),
        ("Geneva, Switzerland", []),
        ("San José, Costa Rica", []),
        ("New York", []),
        ("Cape Town and New Delhi", []),
        ("Elm House Institute", []),
        ("Senior Fellow", []),
        ("Executive Summary", []),
        ("Working Paper", []),
        ("Jane", []),
        ("jane roe", []),
        ("Jane Roe was there, in the valley", []),
        ("Contact: Jane Roe", []),
        ("jane.roe@elm.org", []),
        ("3 May 2019", []),
        ("The Price of a Well", []),
        ("J. R.", []),
        ("", []),
    ],
)
def test_names_in_a_line(words, expected):
    assert list(names(words).names) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Roe, Jane", ["Jane Roe"]),
        ("Roe, Jane; de la Paz, Luis", ["Jane Roe", "Luis de la Paz"]),
        ("Staff", []),
        ("the sweat of our brow", []),
    ],
)
def test_names_that_were_announced(words, expected):
    assert list(names(words, announced=True).names) == expected


@pytest.mark.parametrize(
    ("words", "sure"),
    [("Jane Roe", False), ("Lessons Learned", False), ("Jane Roe, Director", True), ("J. R. Ito", True)],
)
def test_what_is_surely_people(words, sure):
    assert names(words).sure is sure


@given(st.text(max_size=80))
def test_any_line_can_be_read(words):
    assert all(name.strip() for name in names(words).names)
