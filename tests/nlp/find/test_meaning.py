"""The embedding model: the real one, once, and what happens when it is not there or not itself."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import MissingEngineError
from nlp import weights
from nlp.find import meaning
from nlp.find.meaning import DEFAULT, OFFLINE, SentenceEncoder, fingerprint
from nlp.weights import PUBLISHED


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    return SentenceEncoder()


def test_the_default_is_the_published_model(encoder: SentenceEncoder) -> None:
    assert encoder.verified
    assert encoder.name == "all-MiniLM-L6-v2@53aa5117"
    assert encoder.dim == 384


def test_unit_rows_in_order_whatever_the_lengths(encoder: SentenceEncoder) -> None:
    texts = ["coca", "The area under coca grew to 156,000 hectares. " * 20, "", "a school timetable"]
    rows = encoder.encode(texts)
    assert rows.dtype == np.float32
    assert rows.shape == (4, 384)
    assert np.linalg.norm(rows, axis=1) == pytest.approx(np.ones(4), abs=1e-5)
    for text, row in zip(texts, rows, strict=True):
        assert encoder.encode([text])[0] == pytest.approx(row, abs=1e-5)


def test_likeness_in_meaning(encoder: SentenceEncoder) -> None:
    query, near, far = encoder.encode(
        ["fields of coca", "farmers grow the leaf that cocaine is made from", "the museum opens at noon"]
    )
    assert query @ near > query @ far + 0.2


def test_nothing_to_encode(encoder: SentenceEncoder) -> None:
    assert encoder.encode([]).shape == (0, 384)


def test_loading_prints_nothing_and_leaves_the_environment_alone(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(OFFLINE, raising=False)
    SentenceEncoder().encode(["coca"])
    assert capfd.readouterr() == ("", "")
    assert OFFLINE not in os.environ


def test_a_model_of_the_users_own_is_taken_as_it_is(encoder: SentenceEncoder, tmp_path: Path) -> None:
    own = tmp_path / "my-model"
    own.mkdir()
    for file in encoder.folder.iterdir():
        (own / file.name).symlink_to(file)
    other = SentenceEncoder(str(own))
    assert not other.verified
    assert other.name == f"my-model@{fingerprint(own)[:8]}"
    assert other.dim == 384
    assert other.encode(["coca"])[0] == pytest.approx(encoder.encode(["coca"])[0], abs=1e-6)


def test_a_model_that_is_not_here_is_not_fetched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(OFFLINE, raising=False)
    with pytest.raises(MissingEngineError, match="neither a folder nor in the Hugging Face cache"):
        SentenceEncoder("no-such-model-anywhere")
    with pytest.raises(MissingEngineError, match="neither a folder"):
        SentenceEncoder(str(tmp_path / "nowhere"))


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingEngineError, match=str(tmp_path)):
        SentenceEncoder(str(tmp_path)).encode(["coca"])


def test_a_default_that_is_not_the_published_one_is_refused(
    encoder: SentenceEncoder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for file in PUBLISHED:
        shutil.copyfile(encoder.folder / "config.json", tmp_path / file)
    monkeypatch.setattr(meaning, "packaged", lambda: tmp_path)
    changed = SentenceEncoder(DEFAULT)
    assert not changed.verified
    with pytest.raises(MissingEngineError, match="as its authors published them"):
        changed.encode(["coca"])


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "PACKAGE", "gt_no_such_package")
    with pytest.raises(MissingEngineError, match="gt-no-such-package, which is missing"):
        SentenceEncoder()


def test_a_fingerprint_changes_with_the_weights_and_not_with_the_readme(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"1234")
    before = fingerprint(tmp_path)
    (tmp_path / "README.md").write_text("hello")
    assert fingerprint(tmp_path) == before
    (tmp_path / "model.safetensors").write_bytes(b"1235")
    assert fingerprint(tmp_path) != before
