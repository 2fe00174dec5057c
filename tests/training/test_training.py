"""The training script on a few sentences of our own: it runs, it repeats itself, and it keeps the tests out."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from training import names
from training.corpora import Example, Name, read
from training.score import Score, score
from training.swaps import Names, swapped

ROWS = {
    "UNER-EWT-dev": ("Amantle Zolani left Windhoek.", [[0, 14, "PERSON"], [20, 28, "GPE"]]),
    "wikigold": ("Judge Ruth Kimani leads Redwing.", [[0, 17, "PERSON"], [24, 31, "ORG"]]),
    "GUM": ("He met the Redwing in Poole, Dorset.", [[0, 2, "PERSON"], [7, 18, "ORG"], [22, 35, "GPE"]]),
    "UNER-EWT-test": ("Zolani spoke.", [[0, 6, "PERSON"]]),
    "CrossNER-politics": ("Kimani spoke.", [[0, 6, "PERSON"]]),
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    for source, (text, spans) in ROWS.items():
        told = {"text": text, "spans": spans, "source": "GUM-bio" if source == "GUM" else source, "license": "ours"}
        (folder / f"{source}.jsonl").write_text(json.dumps(told) + "\n", encoding="utf-8")
    return folder


def trained(data: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    monkeypatch.setattr(sys, "argv", ["names", str(data), "--out", str(out), "--steps", "2", "--epochs", "2"])
    names.main()
    return out.read_bytes()


def test_the_same_data_give_the_same_head(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    once = trained(data, tmp_path / "one.safetensors", monkeypatch)
    assert once == trained(data, tmp_path / "two.safetensors", monkeypatch)
    told = capsys.readouterr().out
    assert "UNER-EWT-test: F1" in told
    assert "CrossNER-politics: F1" in told


def test_tests_are_kept_out_and_names_are_cleaned(data: Path) -> None:
    examples, tests = read(data)
    assert set(tests) == {"UNER-EWT-test", "CrossNER-politics"}
    cleaned = {example.source: [example.text[n.start : n.end] for n in example.names] for example in examples}
    assert cleaned == {
        "GUM-bio": ["Redwing", "Poole", "Dorset"],
        "UNER-EWT-dev": ["Amantle Zolani", "Windhoek"],
        "wikigold": ["Ruth Kimani", "Redwing"],
    }


def outside(example: Example) -> str:
    text, at = "", 0
    for name in example.names:
        text += example.text[at : name.start] + "#"
        at = name.end
    return text + example.text[at:]


def test_swapped_names_stand_where_they_are_said_to(data: Path) -> None:
    import random

    examples, _ = read(data)
    pool, chance = Names(examples), random.Random(1)
    for example in examples * 20:
        new = swapped(example, pool, chance)
        assert [name.kind for name in new.names] == [name.kind for name in example.names]
        assert outside(new) == outside(example)


def test_score_counts_exact_spans(data: Path) -> None:
    (example,) = read(data)[1]["UNER-EWT-test"]
    example = example._replace(names=(Name(0, 6, "GPE"), Name(7, 12, "ORG")))
    counted = score([example], lambda _: [[(0, 6, "LOC"), (7, 13, "ORG")]])
    assert counted["PLACE"] == Score(1, 0, 0)
    assert counted["ORG"] == Score(0, 1, 1)
    assert counted["all"].f1 == 50
