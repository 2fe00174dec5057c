"""What is typed for a field is kept as typed, but for what cannot be right."""

import pytest

from corpus.errors import BadQueryError
from corpus.metadata.byhand import by_hand


@pytest.mark.parametrize(
    ("field", "typed", "expected"),
    [
        ("title", "  The wells\nof Elm ", "The wells of Elm"),
        ("title", "", ""),
        ("authors", "A. Roe; B. Ito", ("A. Roe", "B. Ito")),
        ("authors", "Roe, Ada", ("Roe, Ada",)),
        ("authors", ["A. Roe", " ", "B. Ito"], ("A. Roe", "B. Ito")),
        ("authors", "", ()),
        ("date", "August 2013", "2013-08"),
        ("date", "2013-08-02", "2013-08-02"),
        ("date", "", ""),
        ("language", "Spanish", "es"),
        ("language", "pt_BR", "pt-BR"),
        ("genre", "Policy Brief", "policy brief"),
        ("series", "Policy Brief No. 12", "Policy Brief No. 12"),
    ],
)
def test_what_is_typed(field, typed, expected):
    assert by_hand(field, typed) == expected


@pytest.mark.parametrize(
    ("field", "typed", "why"),
    [
        ("colour", "red", "no field 'colour'; the fields are title, authors, date"),
        ("date", "someday", "'someday' is no date: write it as 2013"),
        ("date", "2013/14", "is no date"),
        ("language", "Klingon", "is no language"),
        ("title", "half \udce9", "no text"),
    ],
)
def test_what_cannot_be_right(field, typed, why):
    with pytest.raises(BadQueryError, match=why):
        by_hand(field, typed)
