import pytest

from nlp.cite.names import names, speaks_of, years


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("When did Canada's Americas Strategy reach the OAS?", ("Canada", "Americas Strategy", "OAS")),
        ("How many members does the MS-13 have?", ("MS-13",)),
        ("What is the budget of the Organization of American States?", ("Organization of American States",)),
        ("How many hectares were sprayed?", ()),
        ("Did Peru and Bolivia sign?", ("Peru", "Bolivia")),
        ("how many hectares in peru", ()),
        ("", ()),
    ],
)
def test_names(text: str, expected: tuple[str, ...]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in 2006 and 2007", ("2006", "2007")),
        ("2013-14", ("2013", "2014")),
        ("2000–2012", ("2000", "2012")),
        ("fiscal year FY2019", ("2019",)),
        ("the 1990s", ("1990",)),
        ("2,006 hectares, $2006, 20061, 1.2006", ()),
        ("room 12", ()),
    ],
)
def test_years(text: str, expected: tuple[str, ...]) -> None:
    assert years(text) == expected


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Peru", "Peruvian farmers"),
        ("Mexico", "the Mexicans"),
        ("Japan", "Japanese ships"),
        ("United States", "U.S. aid"),
        ("US", "the United States"),
        ("France", "French troops"),
        ("Mérida Initiative", "the Merida Initiative"),
        ("Organization of American States", "as the OAS says"),
        ("OAS", "the Organization of American States"),
        ("Anti-Crime Programme", "the Anti-Crime Program"),
        ("Coastal Lights and Tugs Scheme", "The Coastal Lights and Tugs scheme"),
    ],
)
def test_speaks_of(name: str, text: str) -> None:
    assert speaks_of(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Chile", "Peru and Bolivia"),
        ("Niger", "Nigeria"),
        ("Austria", "Australia"),
        ("Shining Path", "a path"),
        ("Organization of American States", "American organizations"),
        ("OAS", "an oasis"),
        ("2014", "2015"),
        ("Villa Loreto", "Villa Nueva"),
    ],
)
def test_does_not_speak_of(name: str, text: str) -> None:
    assert not speaks_of(name, text)


def test_a_mention_may_stand_for_the_name() -> None:
    assert speaks_of("Coast Agency", "CA ran it", ["Coast Agency"])
