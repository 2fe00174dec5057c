"""A trained head -> one safetensors file, and back: whole numbers of eight bits, with a scale for each row.

Half a row's largest step is the most a weight can be off: the scores of the tests do not feel it, and the
file is a quarter of the size.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import safe_open
from safetensors.numpy import save_file

Weights = dict[str, NDArray[np.float32]]
STEPS = 127
SCALE = ".scale"
ABOUT = "about"
DIGITS = 8
"""Of the file's hash, in the name of a head."""


def save(weights: Mapping[str, NDArray[np.float32]], about: Mapping[str, str], file: Path) -> None:
    """Write `weights` to `file`, tables as eight bits and the rest as half floats, with what is said `about` them."""
    kept: dict[str, NDArray[np.int8 | np.float16]] = {}
    for name, part in sorted(weights.items()):
        if part.ndim == 1:
            kept[name] = part.astype(np.float16)
            continue
        scale = np.maximum(np.abs(part).max(axis=1) / STEPS, np.finfo(np.float16).tiny).astype(np.float16)
        kept[name] = np.clip(np.rint(part / scale[:, None].astype(np.float32)), -STEPS, STEPS).astype(np.int8)
        kept[name + SCALE] = scale
    # One entry, because the order of several is left to chance and the same head shall be the same file.
    save_file(kept, file, {ABOUT: json.dumps(dict(about), sort_keys=True)})


def load(file: Path) -> tuple[Weights, dict[str, str]]:
    """(the weights in `file` as floats, what was said about them)."""
    with safe_open(file, "numpy") as stored:
        about: dict[str, str] = json.loads((stored.metadata() or {}).get(ABOUT, "{}"))
        parts = {name: stored.get_tensor(name) for name in stored.keys()}  # noqa: SIM118 - not a mapping
    weights: Weights = {}
    for name, part in parts.items():
        if name + SCALE in parts:
            weights[name] = part.astype(np.float32) * parts[name + SCALE].astype(np.float32)[:, None]
        elif not name.endswith(SCALE):
            weights[name] = part.astype(np.float32)
    return weights, about


def fingerprint(file: Path) -> str:
    """The first digits of the file's SHA-256."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()[:DIGITS]
