"""Citations and bibliographies beside pandoc's: our own references, as `pandoc --citeproc` printed them once.

bench/styles.py makes pandoc.json anew. DIFFERENT lists what is not printed the same, and why.
"""

import json
from pathlib import Path

import pytest

from bench.styles import FORMS, ours
from nlp.csl.style import Style

HERE = Path(__file__).parent
REFERENCES = json.loads((HERE / "references.json").read_text(encoding="utf-8"))
PANDOC = json.loads((HERE / "pandoc.json").read_text(encoding="utf-8"))
DIFFERENT = {
    # pandoc prints the year twice in the note of an unsigned entry of an encyclopedia.
    ("chicago-18", "o1", "first"),
    ("chicago-17", "o1", "first"),
    # Of two works of one author in one year pandoc adds the publisher to the short form, though the titles differ.
    ("chicago-17", "a1", "again"),
    ("chicago-17", "a2", "again"),
}
LEAST = 0.95
"""The share that is to be the same in every style."""


@pytest.fixture(scope="module", params=PANDOC)
def style(request):
    found = {}
    for items in REFERENCES.values():
        found |= ours(Style.named(request.param), items)
    return request.param, found


def test_all_is_as_pandoc_prints_it_but_for_what_is_listed(style):
    name, found = style
    apart = {
        (name, key, form) for key, forms in PANDOC[name].items() for form in FORMS if found[key][form] != forms[form]
    }
    assert apart == {each for each in DIFFERENT if each[0] == name}
    assert len(apart) <= (1 - LEAST) * len(FORMS) * len(found)


def test_there_is_a_reference_of_every_kind():
    kinds = {item["type"] for items in REFERENCES.values() for item in items}
    assert {
        "report", "chapter", "article-journal", "article-newspaper", "webpage", "treaty", "legislation", "bill",
        "legal_case", "speech", "dataset", "thesis", "book",
    } <= kinds  # fmt: skip
    assert sum(map(len, REFERENCES.values())) >= 25
