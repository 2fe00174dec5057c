"""Fields as YAML, pandoc and CSL-JSON write them are understood; what says nothing is left out."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.metadata.fields import facts_in, load_yaml


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"title": "Wells", "author": "Ada Cole"}, {"title": "Wells", "authors": ("Ada Cole",)}),
        ({"author": "Ada Cole, Ben Ito and Cy Low"}, {"authors": ("Ada Cole", "Ben Ito", "Cy Low")}),
        ({"authors": "Cole, Ada; Ito, Ben"}, {"authors": ("Ada Cole", "Ben Ito")}),
        ({"author": ["Ada Cole", "Ito, Ben"]}, {"authors": ("Ada Cole", "Ben Ito")}),
        ({"author": [{"name": "Ada Cole"}, {"literal": "Elm House"}]}, {"authors": ("Ada Cole", "Elm House")}),
        (
            {"author": [{"family": "Paz", "given": "Luis", "non-dropping-particle": "de la"}]},
            {"authors": ("Luis de la Paz",)},
        ),
        ({"author": {"family": "Cole", "given": "Ada", "suffix": "Jr."}}, {"authors": ("Ada Cole Jr.",)}),
        ({"date": dt.date(2013, 8, 2)}, {"date": "2013-08-02"}),
        ({"date": "2 August 2013"}, {"date": "2013-08-02"}),
        ({"year": 2013}, {"date": "2013"}),
        ({"issued": {"date-parts": [[2013, 8]]}}, {"date": "2013-08"}),
        ({"issued": {"date-parts": [["2013", "8", "2"], ["2013", "9", "1"]]}}, {"date": "2013-08-02"}),
        ({"issued": {"date-parts": [[2013, 13, 45]]}}, {"date": "2013"}),
        ({"issued": {"raw": "agosto de 2013"}}, {"date": "2013-08"}),
        ({"publisher": "Elm House", "lang": "en-gb"}, {"institution": "Elm House", "language": "en-GB"}),
        ({"language": "Spanish"}, {"language": "es"}),
        ({"collection-title": "Elm Papers", "collection-number": 9}, {"series": "Elm Papers No. 9"}),
        ({"series": "Elm Papers 9", "number": 9}, {"series": "Elm Papers 9"}),
        ({"series": "Elm Papers", "number": "2020/05"}, {"series": "Elm Papers 2020/05"}),
        ({"genre": "Policy Brief"}, {"genre": "policy brief"}),
        ({"title": "", "author": [], "date": None, "issued": {}}, {}),
        ({"title": True, "author": [{}], "date": [1], "language": "Klingon", "number": 4}, {}),
        ({1: "Wells", None: "x"}, {}),
    ],
)
def test_what_a_mapping_says(stated, expected):
    assert facts_in(stated) == expected


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(
    st.dictionaries(
        st.sampled_from(["title", "author", "date", "issued", "language", "series", "number", "genre"]), ANY
    )
)
def test_any_mapping_can_be_read(stated):
    for name, value in facts_in(stated).items():
        assert isinstance(value, tuple if name == "authors" else str)
        assert value


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("title: [unclosed", "line"),
        ("date: 2019-13-45", "month"),
        ("[" * 5000, "deep"),
        ("a: b: c", "line 1"),
        ("!!python/object:os.system x", "constructor"),
    ],
)
def test_what_is_no_yaml_is_said_to_be_none(text, why):
    with pytest.raises(ValueError, match=why):
        load_yaml(text)
