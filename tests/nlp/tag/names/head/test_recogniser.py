"""The head that comes with pincite: what it sees, that it always sees the same, and what it weighs."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import MissingEngineError
from nlp.model import Label
from nlp.tag.names.head import recogniser
from nlp.tag.names.head.recogniser import FILE, SAID, Head

MEGABYTE = 10**6
SOURCES = """UNER-EWT-dev UNER-PUD Re-DocRED-dev Re-DocRED-test CrossNER-science CrossNER-ai CrossNER-literature
CrossNER-music wikigold re3d GUM all-MiniLM-L6-v2""".split()
"""What it was trained on, as LICENSES.md beside the training data names it."""


@pytest.fixture(scope="module")
def head() -> Head:
    return Head()


def seen(head: Head, text: str) -> list[tuple[str, str]]:
    return [(text[start:end], label.value) for start, end, label, _ in head.recognise([text])[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Later Amantle Zolani spoke to reporters in Windhoek.", [("Amantle Zolani", "PERSON"), ("Windhoek", "GPE")]),
        ("She has worked for Siemens since 2004.", [("Siemens", "ORG")]),
        ("They crossed the Zambezi River before dawn.", [("Zambezi River", "LOC")]),
        ("Water is scarce and the harvest was poor.", []),
        ("He said that they should wait until March.", []),
    ],
)
def test_names(head: Head, text: str, expected: list[tuple[str, str]]) -> None:
    assert seen(head, text) == expected


def test_the_same_texts_give_the_same_names(head: Head) -> None:
    texts = ["Amantle Zolani met Ruth Kimani.", "", "The Mekong rose; Siemens closed its plant in Windhoek."]
    assert head.recognise(texts) == head.recognise(texts) == Head().recognise(texts)


def test_company_changes_no_name(head: Head) -> None:
    text = "Later Amantle Zolani spoke to reporters in Windhoek."
    alone = [proposal[:3] for proposal in head.recognise([text])[0]]
    beside = head.recognise(["A short one.", text, "Ruth Kimani " * 90])[1]
    assert [proposal[:3] for proposal in beside] == alone


@settings(max_examples=15, deadline=None)
@given(text=st.text(max_size=400))
def test_any_text_gives_spans_inside_it_in_order_and_apart(head: Head, text: str) -> None:
    (found,) = head.recognise([text])
    assert all(0 <= start < end <= len(text) and label in SAID and 0 < score <= 1 for start, end, label, score in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "|", "\u200b", "日本語" * 200, "a" * 5000, "\U0001f600" * 300])
def test_odd_texts_do_no_harm(head: Head, text: str) -> None:
    assert len(head.recognise([text])) == 1


def test_nothing_is_skipped_in_a_long_stretch(head: Head) -> None:
    sentence = "Later Amantle Zolani spoke to reporters in Windhoek. "
    printed = [name for name, _ in seen(head, sentence * 60)]
    assert printed.count("Amantle Zolani") == 60
    assert printed.count("Windhoek") == 60


def test_nothing_is_asked_of_nothing(head: Head) -> None:
    assert head.recognise([]) == []


def test_it_is_named_after_its_file() -> None:
    assert Head().name.startswith("names-head@")
    assert len(Head().name.removeprefix("names-head@")) == 8


def test_it_says_when_minilm_is_not_the_published_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for file in ("model.safetensors", "tokenizer.json"):
        (tmp_path / file).write_text("{}")
    monkeypatch.setattr(recogniser, "packaged", lambda: tmp_path)
    with pytest.raises(MissingEngineError, match="published"):
        Head().recognise(["Ruth Kimani"])


def test_the_file_is_small_and_its_sources_are_named() -> None:
    assert FILE.stat().st_size <= 8 * MEGABYTE
    told = (FILE.parent / "ATTRIBUTION.md").read_text(encoding="utf-8")
    assert [source for source in SOURCES if source not in told] == []


def test_labels_it_speaks_of() -> None:
    assert {Label.PERSON, Label.ORG, Label.GPE, Label.LOC} <= SAID
    assert Label.WORK not in SAID
