"""Texts -> vectors whose dot product is likeness in meaning, by a sentence-transformers model on this machine.

The default model comes with pincite, and its files are compared with the published ones before they are used.
Nothing is downloaded by itself.
"""

from __future__ import annotations

import hashlib
import importlib
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from corpus.errors import MissingEngineError
from nlp.engines import Pieces, Vectors
from nlp.weights import MINILM, PUBLISHED, packaged, trusted, verified

DEFAULT = MINILM
DEFAULT_DIM = 384
OFFLINE = "HF_HUB_OFFLINE"
"""A user who sets it to 0 lets the Hugging Face libraries fetch a model that is not here."""
BATCH, GPU_BATCH = 8, 64
"""Texts of like length at once: on a CPU few fill it, and few waste less on the longest of them."""
CHUNK = 128
"""Texts whose pieces are in memory at once: some 50 MB."""
END = 1 << 20
"""Bytes at either end of a file that go into a fingerprint."""
DIGITS = 8
"""Of a hash, in the name of a model."""
COUNTS = frozenset((".safetensors", ".bin", ".json", ".txt", ".model"))
"""Files of a model folder that decide what its vectors are."""


class SentenceEncoder:
    """The embedded form of `nlp.engines.Encoder`. The model is loaded by the first `encode`, not before.

    `model` is the default's name, a folder, or the name of a model in the Hugging Face cache of this machine.
    Raises MissingEngineError when it is not here.
    """

    def __init__(self, model: str = DEFAULT) -> None:
        self.model = model
        self.folder = packaged() if model == DEFAULT else _own(model)

    @cached_property
    def name(self) -> str:
        """Model and fingerprint, "all-MiniLM-L6-v2@53aa5117": vectors of different names are never compared."""
        known = PUBLISHED["model.safetensors"] if self.model == DEFAULT else fingerprint(self.folder)
        return f"{Path(self.model).name}@{known[:DIGITS]}"

    @cached_property
    def verified(self) -> bool:
        """Whether this is the published default model, byte for byte; False for a model of the user's own."""
        if self.model != DEFAULT:
            return False
        return verified(self.folder)

    @cached_property
    def dim(self) -> int:
        """The width of a row."""
        return DEFAULT_DIM if self.model == DEFAULT else int(self._encode([""]).shape[1])

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit row of `dim` for each text, in order; long texts count up to the model's own limit.

        Raises MissingEngineError when the model cannot be loaded or is not the one it is said to be.
        """
        return self._encode(texts) if texts else np.empty((0, self.dim), dtype=np.float32)

    def pieces(self, texts: Sequence[str]) -> Iterator[tuple[int, Pieces]]:
        """The number of each text and what the model makes of it and of the pieces of words in it; longest first.

        Raises MissingEngineError as `encode` does, and for a model that makes nothing of pieces.
        """
        order = sorted(range(len(texts)), key=lambda number: -len(texts[number]))
        for at in range(0, len(order), CHUNK):
            some = order[at : at + CHUNK]
            made = self._run([texts[number] for number in some], output_value=None)
            for number, one in zip(some, made, strict=True):
                yield number, Pieces(_unit(one["sentence_embedding"].cpu().numpy()[None]), self._states(one))

    def asked(self, query: str) -> Pieces:
        """The pieces of a query. Raises as `pieces` does."""
        ((_, pieces),) = self.pieces([query])
        return pieces

    def vocabulary(self) -> list[str]:
        """The whole words among the model's pieces, in the order of their numbers."""
        numbers = range(len(self._tokenizer))
        words = (self._tokenizer.decode([number]).strip() for number in numbers)
        return [word for word in words if word.isalpha()]

    def _encode(self, texts: Sequence[str]) -> Vectors:
        return np.asarray(self._run(texts, normalize_embeddings=True), dtype=np.float32)

    def _run(self, texts: Sequence[str], **how: Any) -> Any:
        # The library sorts by length: batches of equal lengths take half the time of mixed ones.
        batch = BATCH if self._loaded.device.type == "cpu" else GPU_BATCH
        with _one_thread() if self.model == DEFAULT and len(texts) == 1 else nullcontext():
            return self._loaded.encode(list(texts), batch_size=batch, show_progress_bar=False, **how)

    def _states(self, one: Mapping[str, Any]) -> Vectors:
        """One unit row for each piece, without those that only mark where a text begins and ends."""
        if "token_embeddings" not in one:
            raise MissingEngineError(f"the model {self.name} makes nothing of single words: use it with --late off.")
        own = np.isin(one["input_ids"].cpu().numpy(), self._marks, invert=True)
        # Picked by numpy: torch takes as long for it as half the model does, and sets all its threads to it.
        return _unit(one["token_embeddings"].cpu().numpy()[own])

    @cached_property
    def _marks(self) -> list[int]:
        return list(self._tokenizer.all_special_ids)

    @property
    def _tokenizer(self) -> Any:
        return self._loaded.tokenizer

    @cached_property
    def _loaded(self) -> Any:
        folder = trusted(self.folder) if self.model == DEFAULT else self.folder
        with _offline(), _quiet():
            from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - takes seconds

            try:
                return SentenceTransformer(str(folder), local_files_only=True)
            except (OSError, ValueError, KeyError) as error:
                raise MissingEngineError(
                    f"there is no sentence-transformers model that can be loaded in {self.folder}: {error}"
                ) from error


def _unit(rows: Any) -> Vectors:
    found: Vectors = np.array(rows, dtype=np.float32)
    found /= np.maximum(np.sqrt(np.einsum("ij,ij->i", found, found))[:, None], 1e-9)
    return found


@contextmanager
def _one_thread() -> Iterator[None]:
    """For a query to a small model: two threads are a sixth quicker, for two thirds more of the machine's time."""
    import torch  # noqa: PLC0415 - takes seconds, and is there already

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)


def fingerprint(folder: Path) -> str:
    """A hash that changes with the model: of each deciding file the name, size, first and last megabyte."""
    digest = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.suffix in COUNTS):
        size = file.stat().st_size
        digest.update(f"{file.relative_to(folder).as_posix()} {size}\n".encode())
        with file.open("rb") as stream:
            digest.update(stream.read(END))
            stream.seek(max(0, size - END))
            digest.update(stream.read(END))
    return digest.hexdigest()


def _own(model: str) -> Path:
    """The folder of a model that the user names: a folder, or what the Hugging Face cache holds for a name."""
    if Path(model).is_dir():
        return Path(model)
    allowed = os.environ.get(OFFLINE) == "0"
    with _offline():
        from huggingface_hub import snapshot_download  # noqa: PLC0415 - only for models of the user's own

        for repository in (model, f"sentence-transformers/{model}"):
            try:
                return Path(snapshot_download(repository, local_files_only=not allowed))
            except (OSError, ValueError):
                continue
    raise MissingEngineError(
        f"the model {model!r} is neither a folder nor in the Hugging Face cache of this machine; "
        f"name its folder, or set {OFFLINE}=0 to let it be downloaded"
    )


@contextmanager
def _offline() -> Iterator[None]:
    """No network, unless the user's environment has allowed it."""
    before = os.environ.get(OFFLINE)
    os.environ[OFFLINE] = before or "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[OFFLINE]
        else:
            os.environ[OFFLINE] = before


@contextmanager
def _quiet() -> Iterator[None]:
    """No progress bars while a model is loaded: pincite draws its own."""
    logging: Any = importlib.import_module("transformers.utils.logging")
    shown = logging.is_progress_bar_enabled()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        if shown:
            logging.enable_progress_bar()
