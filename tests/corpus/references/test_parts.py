"""Citations of all usual styles taken apart; every part is written out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.references.parts import cited_parts

ENTRIES = [
    # words, names, title, container, place, house
    (
        "Kone, F. 2012. “The Price of Shade”. The Forester 380: 1259-79.",
        "Kone, F",
        "The Price of Shade",
        "The Forester",
        None,
        None,
    ),
    (
        "Abe, C., and B. Lind. 2017. “Buying Rain”. Wells and Weirs Weekly 52 (9): 41-50.",
        "Abe, C., and B. Lind",
        "Buying Rain",
        "Wells and Weirs Weekly",
        None,
        None,
    ),
    (
        "Abe, J., and A. Sund. 2013. A Doubtful Crop: Maize and Its Friends. London: Reed Lane.",
        "Abe, J., and A. Sund",
        "A Doubtful Crop: Maize and Its Friends",
        None,
        "London",
        "Reed Lane",
    ),
    (
        "Roe, J. (2014). Rain and rights in the dry valleys. Water Studies, 12(3), 33–41.",
        "Roe, J. ",
        "Rain and rights in the dry valleys",
        "Water Studies",
        None,
        None,
    ),
    (
        "Roe, Jane. Rain and Rights: A History. Lima: Sol Press, 2014.",
        "Roe, Jane",
        "Rain and Rights: A History",
        None,
        "Lima",
        "Sol Press",
    ),
    (
        "[12] Lima A, Poe B. Cash transfers and school meals. J Lunch Econ. 2009;12:33-41.",
        "Lima A, Poe B",
        "Cash transfers and school meals",
        "J Lunch Econ",
        None,
        None,
    ),
    (
        "Bank of Wells. 2015. Annual Review 2015: Pumps, Pipes, and People. Washington, DC: Bank of Wells.",
        "Bank of Wells",
        "Annual Review 2015: Pumps, Pipes, and People",
        None,
        "Washington, DC",
        "Bank of Wells",
    ),
    (
        "Mensah, K. (2011), ‘Borders and bananas’, Journal of Fruit 12(4), pp. 3–9.",
        "Mensah, K. ",
        "Borders and bananas",
        "Journal of Fruit",
        None,
        None,
    ),
    ("———. 2010. After the Flood. Dhaka: Delta House.", "", "After the Flood", None, "Dhaka", "Delta House"),
    (
        "Society for Rivers (2019) Annual report 2018. Available at: http://x.example/y (Accessed: 2 May 2020).",
        "Society for Rivers ",
        "Annual report 2018",
        None,
        None,
        None,
    ),
    (
        "Gómez Paz, L. 2001. ¿Quién cuida el pozo? Bogotá: Norma.",
        "Gómez Paz, L",
        "¿Quién cuida el pozo?",
        None,
        "Bogotá",
        "Norma",
    ),
]
NOTES = [
    (
        "Riverwatch, The Road Not Mended (Brussels: Riverwatch, 2020), 14.",
        "Riverwatch",
        "The Road Not Mended",
        None,
        "Brussels",
        "Riverwatch",
    ),
    (
        "Ada Gath and Peter Moss, “Rails to Where?”, Rural Affairs 118, no. 3 (2019): 501.",
        "Ada Gath and Peter Moss",
        "Rails to Where?",
        "Rural Affairs",
        None,
        None,
    ),
    ("See Enada, Statistical Bulletin, December 2022.", "Enada", "Statistical Bulletin", None, None, None),
    (
        "See also Jane Roe, 'Title of It', Journal of Rain 12 (2014): 33.",
        "Jane Roe",
        "Title of It",
        "Journal of Rain",
        None,
        None,
    ),
]
NOTHING = [
    "The grant was cut in 2014 and then restored on 12 May 2015.",
    "Interview with a farmer, Vientiane, 12 May 2021.",
    "Ibid., p. 12.",
    "All sums are in constant dollars of 2010.",
    "",
]


def shown(words, parts):
    places = (parts.names, parts.title, parts.container, parts.place, parts.house)
    return tuple(None if place is None else words[slice(*place)] for place in places)


@pytest.mark.parametrize(("words", "parts"), [(words, tuple(parts)) for words, *parts in ENTRIES])
def test_entries(words, parts):
    (one,) = cited_parts(words, entry=True)
    assert shown(words, one) == parts


@pytest.mark.parametrize(("words", "parts"), [(words, tuple(parts)) for words, *parts in NOTES])
def test_notes(words, parts):
    (one,) = cited_parts(words, entry=False)
    assert shown(words, one) == parts


@pytest.mark.parametrize("words", NOTHING)
def test_what_cites_nothing(words):
    assert list(cited_parts(words, entry=False)) == []


@given(st.text(alphabet="aB .,:;()[]“”'\"0129&-–*\n", max_size=400), st.booleans())
def test_places_lie_in_the_words(words, entry):
    for parts in cited_parts(words, entry=entry):
        for place in (parts.names, parts.title, parts.container, parts.place, parts.house):
            assert place is None or 0 <= place[0] <= place[1] <= len(words)
