"""Annotated sentences -> the head that finds names where no rule speaks, and its scores on sentences it has not seen.

Run from the top folder as ``python -m training.names FOLDER``: FOLDER holds the sentences (*.jsonl, see the
docstring of `training.corpora`). It writes the head (`--out`, by default where pincite looks for it) and prints
the loss of each epoch, then precision, recall and F1 of the head alone on the tests that are kept out of training.
The seed fixes every choice: the same data on the same machine with the same number of threads
(OMP_NUM_THREADS) give the same file, byte for byte.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from nlp.tag.names.head import stored
from nlp.tag.names.head.recogniser import FILE, Head
from nlp.weights import packaged, trusted
from training.corpora import Example, read
from training.fit import Plan, fit
from training.score import line, score

PLAN = Plan()


def main() -> None:
    """Train, store, and print the scores."""
    options = _options()
    examples, tests = read(options.data)
    for source in options.hold_out:
        tests[source] = [example for example in examples if example.source.startswith(source)]
    examples = [example for example in examples if not example.source.startswith(tuple(options.hold_out))]
    plan = Plan(frozen=options.frozen, epochs=options.epochs, seed=options.seed, most_steps=options.steps)
    print(f"{len(examples)} sentences; {plan}", flush=True)
    weights = fit(examples, trusted(packaged()), plan)
    stored.save(weights, {"frozen": str(plan.frozen), "seed": str(plan.seed)}, options.out)
    report(Head(options.out), tests)


def report(head: Head, tests: dict[str, list[Example]]) -> None:
    """Print what `head` alone scores on each of `tests`."""
    for name, examples in sorted(tests.items()):
        print(line(name, score(examples, lambda texts: [[tuple(p)[:3] for p in row] for row in head.recognise(texts)])))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the folder of annotated sentences (*.jsonl)")
    parser.add_argument("--out", type=Path, default=FILE, help="where the head is written")
    parser.add_argument("--epochs", type=int, default=PLAN.epochs)
    parser.add_argument("--frozen", type=int, default=PLAN.frozen, help="lower layers that stay MiniLM's own")
    parser.add_argument("--seed", type=int, default=PLAN.seed)
    parser.add_argument("--steps", type=int, help="stop after so many steps, for a trial")
    parser.add_argument("--hold-out", nargs="*", default=[], metavar="SOURCE", help="test on these too, untrained")
    return parser.parse_args()


if __name__ == "__main__":
    main()
