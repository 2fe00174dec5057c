"""Papers -> how fast pincite finds their figures, beside quantulum3 and a plain regex, in one run.

    python bench/figures.py PAPER ... [--rounds 5] [--out report.json]

All get the same text. quantulum3 is fed line by line, as its own documentation does, and without its classifier,
which its package keeps as a pickle; it runs once, being slow. Pincite is fed what its reader and `structure`
make of the paper, which is timed in bench/reading.py. The second table repeats the first paper 1, 10 and 100
times: time a character should not grow.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from quantulum3 import classifier
from quantulum3 import parser as quantulum

from api.readings import readings
from corpus.model import BlockKind, Paper
from corpus.read.readers import read_file
from corpus.structure import structure
from nlp.tag.figures.figures import figures

COPIES = (1, 10, 100)
MONEY = re.compile(
    r"""(?:US)?\\?[$€£¥]\s?\d[\d,.]*(?:\s?(?:thousand|million|billion|trillion|[mb]n?)\b)?
      | \b[A-Z]{3}\s?\d[\d,.]*(?:\s(?:thousand|million|billion|trillion))?
      | \b\d[\d,.]*\s(?:%|per\scent|percent|ha\b|hectares|km|tonnes|kg)""",
    re.VERBOSE,
)
classifier.USE_CLF = False
"""quantulum3 would unpickle its classifier, which the scikit-learn of today does not read."""


def by_quantulum(text: str) -> int:
    """Figures that quantulum3 finds, line by line."""
    return sum(len(quantulum.parse(line)) for line in text.splitlines() if line.strip())


def by_regex(text: str) -> int:
    """Matches of one regex."""
    return sum(1 for _ in MONEY.finditer(text))


def prepared(paper: Paper) -> Callable[[], int]:
    """The pass that finds the figures of a paper already read and structured; called, it says how many."""
    seen = structure(paper)
    views = list(readings(seen))
    tables = [block.span for block in seen.blocks if block.kind is BlockKind.TABLE]
    return lambda: len(figures(seen.paper.text, views, seen.exhibits, tables))


def timed(way: Callable[[], int], rounds: int) -> tuple[float, int]:
    """The best of the rounds in seconds, and what the way returned."""
    best, found = float("inf"), 0
    for _ in range(rounds):
        started = time.perf_counter()
        found = way()
        best = min(best, time.perf_counter() - started)
    return best, found


def row(name: str, papers: Sequence[Paper], rounds: int, *, peers: bool) -> dict[str, float | str]:
    """Seconds and counts of each way on these papers, and the ratios to pincite."""
    passes = [prepared(paper) for paper in papers]
    length = sum(len(paper.text) for paper in papers)
    ours, found = timed(lambda: sum(way() for way in passes), rounds)
    made: dict[str, float | str] = {"papers": name, "characters": length, "figures": found, "pincite s": ours}
    if peers:
        regex, matches = timed(lambda: sum(by_regex(paper.text) for paper in papers), rounds)
        theirs, theirs_found = timed(lambda: sum(by_quantulum(paper.text) for paper in papers), 1)
        made |= {"quantulum3 s": theirs, "its": theirs_found, "regex s": regex, "regex": matches}
        made |= {"quantulum3/pincite": theirs / ours, "pincite/regex": ours / regex}
    return made | {"us/character": 1e6 * ours / length}


def repeated(paper: Paper, times: int) -> Paper:
    """The same text so many times in one paper."""
    return Paper(paper.name, "\n\n".join([paper.text] * times), paper.source)


def show(table: Sequence[dict[str, float | str]]) -> None:
    """Print a table."""
    columns = [name for name in table[0] if name != "papers"]
    print(f"{'':24}" + "".join(f"{name:>19}" for name in columns))
    for each in table:
        print(f"{each['papers']!s:24.24}" + "".join(f"{float(each[name]):19,.3f}" for name in columns))


def main() -> None:
    """Read the arguments, measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--out", type=Path, help="write the report as JSON")
    options = parser.parse_args()
    papers = [read_file(path, path.name) for path in options.files]
    by_quantulum("Loading its units takes 2 seconds.")
    speed = [row("all", papers, options.rounds, peers=True)]
    show(speed)
    print()
    growth = [
        row(f"{papers[0].name[:14]}, {times}x", [repeated(papers[0], times)], max(1, options.rounds // 2), peers=False)
        for times in COPIES
    ]
    show(growth)
    if options.out:
        options.out.write_text(json.dumps({"speed": speed, "growth": growth}, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
