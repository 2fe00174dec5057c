"""The network: MiniLM, its upper layers our own, the clues added below them, a tag for each word on top.

The lower layers are MiniLM's as published and stay as they are. BERT after Devlin et al. (2019), written
out so that no library's version decides what a stored head means. The one file that speaks to torch.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from nlp.tag.names.head.batches import Batch

WIDTH, HEADS, INNER, EPSILON = 384, 12, 1536, 1e-12
LAYERS = 6
PLACES = 512
"""Pieces a window may have at most."""
CALLED = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "told": "attention.output.dense",
    "first": "attention.output.LayerNorm",
    "wide": "intermediate.dense",
    "narrow": "output.dense",
    "second": "output.LayerNorm",
}
"""Our name for each part of a layer -> the published file's."""


class Layer(nn.Module):
    """One layer of BERT: attention, then two dense steps, each added to what came in and normed."""

    def __init__(self, dropout: float = 0.0) -> None:
        super().__init__()
        self.query, self.key = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.value, self.told = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.wide, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.first, self.second = nn.LayerNorm(WIDTH, EPSILON), nn.LayerNorm(WIDTH, EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, seen: Tensor) -> Tensor:
        """The states one layer up; `seen` masks the filling at the ends of short windows."""
        count, length, _ = states.shape
        query, key, value = (
            part(states).view(count, length, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        heed = query @ key.transpose(2, 3) / (WIDTH // HEADS) ** 0.5
        mixed = heed.masked_fill(~seen, -torch.inf).softmax(dim=3).to(value.dtype) @ value
        mixed = mixed.transpose(1, 2).reshape(count, length, WIDTH)
        states = self.first(states + self.dropout(self.told(mixed)))
        raised: Tensor = self.second(states + self.dropout(self.narrow(functional.gelu(self.wide(states)))))
        return raised


class Network(nn.Module):
    """Pieces and clues of windows -> scores of tags for words.

    `frozen`: how many lower layers are MiniLM's own; `clues`, `tags`: how many there are of each.
    """

    def __init__(self, frozen: int, clues: int, tags: int, dropout: float = 0.0) -> None:
        super().__init__()
        self.pieces, self.places = nn.Embedding(30522, WIDTH), nn.Embedding(PLACES, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.lower = nn.ModuleList(Layer() for _ in range(frozen))
        self.upper = nn.ModuleList(Layer(dropout) for _ in range(LAYERS - frozen))
        self.clues = nn.Linear(clues, WIDTH, bias=False)
        self.tags = nn.Linear(WIDTH + clues, tags)
        self.dropout = nn.Dropout(dropout)

    def forward(self, pieces: Tensor, clues: Tensor, owner: Tensor, first: Tensor) -> Tensor:
        """Logarithms of probabilities, (windows, words, tags).

        `pieces` (windows, pieces), 0 where a window has ended; `clues` (windows, words, clues);
        `owner` (windows, pieces): the word each piece belongs to; `first` (windows, words): its first piece.
        """
        seen = (pieces != 0)[:, None, None, :]
        with torch.no_grad():
            states = self.pieces(pieces) + self.places.weight[: pieces.shape[1]] + self.kind
            states = self.norm(states)
            for layer in self.lower:
                states = layer(states, seen)
        told = self.clues(clues)
        states = states + told.gather(1, owner[:, :, None].expand(-1, -1, WIDTH))
        for layer in self.upper:
            states = layer(states, seen)
        word = states.gather(1, first[:, :, None].expand(-1, -1, WIDTH))
        scores = self.tags(torch.cat([self.dropout(word), clues], dim=2))
        return functional.log_softmax(scores.float(), dim=2)

    def own(self) -> dict[str, Tensor]:
        """The parameters that training changes, by name."""
        kept = ("upper.", "clues.", "tags.")
        return {name: part for name, part in self.state_dict().items() if name.startswith(kept)}


def published(weights: dict[str, Tensor], frozen: int) -> dict[str, Tensor]:
    """The parameters of MiniLM's published file under the names they have in a Network."""
    base = "embeddings."
    found = {
        "pieces.weight": weights[base + "word_embeddings.weight"],
        "places.weight": weights[base + "position_embeddings.weight"],
        "kind": weights[base + "token_type_embeddings.weight"][0],
        "norm.weight": weights[base + "LayerNorm.weight"],
        "norm.bias": weights[base + "LayerNorm.bias"],
    }
    for at in range(LAYERS):
        here = f"lower.{at}" if at < frozen else f"upper.{at - frozen}"
        for ours, theirs in CALLED.items():
            for part in ("weight", "bias"):
                found[f"{here}.{ours}.{part}"] = weights[f"encoder.layer.{at}.{theirs}.{part}"]
    return found


def loaded(minilm: Path, own: Mapping[str, NDArray[np.float32]], frozen: int) -> Network:
    """The network of a stored head, ready to be asked: MiniLM's published file and the `own` weights over it."""
    network = Network(frozen, own["clues.weight"].shape[1], own["tags.bias"].shape[0])
    network.load_state_dict({**base(minilm, frozen), **{name: torch.from_numpy(part) for name, part in own.items()}})
    return network.eval()


def base(minilm: Path, frozen: int) -> dict[str, Tensor]:
    """The parameters of MiniLM's published file."""
    return published(load_file(minilm), frozen)


def asked(network: Network, batch: Batch) -> NDArray[np.float32]:
    """Logarithms of probabilities, (windows, words, tags)."""
    with torch.inference_mode():
        scores: NDArray[np.float32] = network(*tensors(batch)).numpy()
    return scores


def tensors(batch: Batch) -> list[Tensor]:
    """The arrays of `batch` as torch takes them."""
    return [torch.from_numpy(part) for part in (batch.pieces, batch.clues, batch.owner, batch.first)]
