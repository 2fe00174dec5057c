"""Examples -> the weights of a head: the upper layers of MiniLM and what is new, trained together.

AdamW (Loshchilov and Hutter, 2019), a rate that rises and falls along a line, and a loss that asks of each
word only that its tag be one of those its source allows.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch.optim.lr_scheduler import LambdaLR

from nlp.tag.names.head.batches import batch
from nlp.tag.names.head.clues import CLUES
from nlp.tag.names.head.network import Network, base, tensors
from nlp.tag.names.head.pieces import Pieces
from nlp.tag.names.head.tags import TAGS
from training.corpora import Example
from training.examples import CAPITALS, SMALL, SWAPPED, Sentence, Target, printed, sentences, window, windows
from training.swaps import Names, swapped

SORTED = 1000
"""Windows among which those of like length go together."""
TOLD = 50
"""Steps after which the loss is printed."""
LONGEST_STEP = 1.0
"""Of the gradient, by its norm."""
QUIET = 0.4
"""The share of sentences without a name or a capital inside that an epoch reads."""
CAPITAL_INSIDE = re.compile(r"\w\W+[A-Z]")


@dataclass(frozen=True, slots=True)
class Plan:
    """How a head is trained.

    Ten epochs, more dropout or decay, smoothed labels, averaged weights, and clues left out more often were
    tried: on sentences of other sources none gained more than another seed does.
    """

    frozen: int = 2
    epochs: int = 6
    rate: float = 4e-4
    """Of MiniLM's own layers ..."""
    new_rate: float = 1e-3
    """... and of what is new."""
    pieces: int = 2000
    """In a batch."""
    dropout: float = 0.1
    decay: float = 0.01
    warming: float = 0.1
    """The share of steps in which the rate rises."""
    seed: int = 5
    most_steps: int | None = None
    """Fewer steps than the epochs make, for a trial."""


def fit(examples: Sequence[Example], minilm: Path, plan: Plan) -> dict[str, NDArray[np.float32]]:
    """The weights of the trained head by name. The same examples, plan and threads give the same weights."""
    torch.manual_seed(plan.seed)
    torch.use_deterministic_algorithms(mode=True)
    chance = random.Random(plan.seed)
    network = Network(plan.frozen, len(CLUES), len(TAGS), plan.dropout)
    network.load_state_dict(base(minilm / "model.safetensors", plan.frozen), strict=False)
    texts = Texts(examples, Pieces(minilm))
    first = list(texts.batches(chance, plan.pieces))
    total = min(plan.most_steps or len(first) * plan.epochs, len(first) * plan.epochs)
    later = (targets for _ in range(plan.epochs) for targets in texts.batches(chance, plan.pieces))
    _train(network, islice(chain(first, later), total), plan, total)
    return {name: part.detach().numpy().copy() for name, part in network.own().items()}


def _train(network: Network, batches: Iterable[Sequence[Target]], plan: Plan, total: int) -> None:
    optimiser, schedule = _optimiser(network, plan, total)
    network.train()
    losses: list[float] = []
    for step, targets in enumerate(batches, 1):
        losses.append(_step(network, targets))
        torch.nn.utils.clip_grad_norm_(network.parameters(), LONGEST_STEP)
        optimiser.step()
        schedule.step()
        optimiser.zero_grad()
        if step % TOLD == 0 or step == total:
            print(f"step {step} of {total}: loss {np.mean(losses[-TOLD:]):.4f}", flush=True)


def _optimiser(network: Network, plan: Plan, total: int) -> tuple[torch.optim.Optimizer, LambdaLR]:
    for part in (network.pieces, network.places, network.norm, network.lower):
        part.requires_grad_(requires_grad=False)
    network.kind.requires_grad_(requires_grad=False)
    groups = [
        {"params": list(network.upper.parameters()), "lr": plan.rate},
        {"params": [*network.clues.parameters(), *network.tags.parameters()], "lr": plan.new_rate},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=plan.decay)
    rising = max(1, int(plan.warming * total))
    return optimiser, LambdaLR(
        optimiser, lambda at: min((at + 1) / rising, max(0.0, (total - at) / (total - rising + 1)))
    )


def _step(network: Network, targets: Sequence[Target]) -> float:
    """The loss on one batch, its gradient left in the network: minus the log of what the allowed tags hold."""
    told = batch([target.window for target in targets])
    allowed = np.ones((*told.first.shape, len(TAGS)), dtype=bool)
    for row, target in enumerate(targets):
        allowed[row, : len(target.allowed)] = target.allowed
    counted = torch.from_numpy(~allowed.all(axis=2))
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = network(*tensors(told))
    held = scores.masked_fill(torch.from_numpy(~allowed), -torch.inf).logsumexp(dim=2)
    loss = -held[counted].sum() / counted.sum().clamp(min=1)
    loss.backward()
    return loss.item()


class Texts:
    """The examples as the network sees them: in each epoch some with other names, or in other letters."""

    def __init__(self, examples: Sequence[Example], pieces: Pieces) -> None:
        self._examples, self._pieces = examples, pieces
        self._names = Names(examples)
        self._plain = sentences(examples, pieces)
        self._quiet = [not example.names and not CAPITAL_INSIDE.search(example.text) for example in examples]

    def batches(self, chance: random.Random, most: int) -> Iterator[list[Target]]:
        """One epoch: batches of windows of like length in random order, each of about `most` pieces."""
        made = windows(self._rows(chance), chance)
        chance.shuffle(made)
        groups: list[list[list[Sentence]]] = []
        for at in range(0, len(made), SORTED):
            groups.append([])
            for rows in sorted(made[at : at + SORTED], key=_length):
                if groups[-1] and _length(rows) * (len(groups[-1]) + 1) > most:
                    groups.append([])
                groups[-1].append(rows)
        chance.shuffle(groups)
        for group in groups:
            yield [window(rows, chance) for rows in group]

    def _rows(self, chance: random.Random) -> list[Sentence]:
        rows = list(self._plain)
        changed = {at: new for at, old in enumerate(self._examples) if (new := self._changed(old, chance)) is not old}
        for at, row in zip(changed, sentences(list(changed.values()), self._pieces), strict=True):
            rows[at] = row
        return [row for row, quiet in zip(rows, self._quiet, strict=True) if not quiet or chance.random() < QUIET]

    def _changed(self, example: Example, chance: random.Random) -> Example:
        dice = chance.random()
        if dice < CAPITALS:
            return printed(example, "upper")
        if dice < CAPITALS + SMALL:
            return printed(example, "lower")
        return swapped(example, self._names, chance) if example.names and dice > 1 - SWAPPED else example


def _length(rows: Sequence[Sentence]) -> int:
    return sum(len(part) for row in rows for part in row.pieces) + 2
