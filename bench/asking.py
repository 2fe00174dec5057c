"""A library and questions -> how long a warm `ask` takes, and how much of it is the model's, in one run.

    python bench/asking.py LIBRARY QUESTIONS.jsonl [--rounds 3] [--out report.json]

A line is {"question"} or {"query"}. The first round is cold: each sentence is encoded when it is first weighed, and
remembered. Wall milliseconds a question, the median of each round; beside it the model asked to encode the question
alone, which no answer can do without.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from api.library import Library
from api.settings import Settings
from nlp.find.meaning import SentenceEncoder


def main() -> None:
    """Read the arguments, measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--out", type=Path, help="write the report as JSON")
    options = parser.parse_args()
    lines = [json.loads(line) for line in options.questions.read_text(encoding="utf-8").splitlines() if line.strip()]
    asked = [line.get("question") or line["query"] for line in lines]
    encoder = SentenceEncoder()
    encoder.encode(["warm"])
    report = {"questions": float(len(asked))}
    with Library.open(Settings(options.library), encoder=encoder) as library:
        for number in range(options.rounds):
            report[f"ask, round {number + 1}, ms"] = timed(library.ask, asked)
        report["search of the same, ms"] = timed(lambda text: library.search(text, k=20, late=False), asked)
    report["the model alone, ms"] = timed(lambda text: encoder.encode([text]), asked)
    print(*(f"{name:28}{value:12.1f}" for name, value in report.items()), sep="\n")
    if options.out:
        options.out.write_text(json.dumps(report, indent=2) + "\n", "utf-8")


def timed(work: Callable[[str], object], asked: Sequence[str]) -> float:
    """The median wall time, in milliseconds."""
    spent = []
    for text in asked:
        started = time.perf_counter()
        work(text)
        spent.append((time.perf_counter() - started) * 1000)
    return median(spent)


if __name__ == "__main__":
    main()
