"""A head on disk: small, and as exact as its steps."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from nlp.tag.names.head.stored import STEPS, fingerprint, load, save


def test_weights_come_back_within_half_a_step(tmp_path: Path) -> None:
    chance = np.random.default_rng(3)
    weights = {
        "wide": chance.normal(size=(20, 50)).astype(np.float32),
        "bias": chance.normal(size=20).astype(np.float32),
        "naught": np.zeros((2, 4), dtype=np.float32),
    }
    save(weights, {"frozen": "2"}, tmp_path / "head.safetensors")
    back, about = load(tmp_path / "head.safetensors")
    assert about == {"frozen": "2"}
    assert set(back) == set(weights)
    step = np.abs(weights["wide"]).max(axis=1, keepdims=True) / STEPS
    assert np.all(np.abs(back["wide"] - weights["wide"]) <= 0.6 * step)
    assert np.allclose(back["bias"], weights["bias"], rtol=1e-3)
    assert np.all(back["naught"] == 0)


def test_the_name_of_a_file_follows_its_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"a")
    other.write_bytes(b"b")
    assert fingerprint(one) != fingerprint(other)
    assert fingerprint(one) == "ca978112"  # SHA-256 of "a", as published in FIPS 180 test vectors of many libraries
