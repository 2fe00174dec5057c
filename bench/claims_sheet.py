"""The verdicts on sheets of claims, each with what spoke against it: claims_sheet.py SHEET... [--wrong].

A sheet has lines of three kinds: "= " a passage, "+ " a claim that it bears out, "- kind: " one that was altered.
docs/claims-sheet.md is what this prints of the three sheets in tests/nlp/check; `--wrong` prints the misjudged alone.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nlp.check.claims import check
from nlp.check.record import Checked


@dataclass(frozen=True, slots=True)
class Line:
    """A claim of a sheet."""

    passage: str
    claim: str
    kind: str | None
    """What was altered; None for an honest claim."""

    @property
    def verdict(self) -> Checked:
        """What speaks against it."""
        return check(self.claim, [self.passage])


def lines(sheet: Path) -> Iterator[Line]:
    """The claims of a sheet, in order."""
    passage = ""
    for line in sheet.read_text(encoding="utf-8").splitlines():
        sign, _, rest = line.partition(" ")
        if sign == "=":
            passage = rest
        elif sign == "+":
            yield Line(passage, rest, None)
        elif sign == "-":
            kind, _, claim = rest.partition(": ")
            yield Line(passage, claim, kind)


def counted(sheet: Path) -> tuple[Counter[str], Counter[str]]:
    """Kind of alteration ("honest" for none) -> how many claims, and how many of them were found fault with."""
    told: Counter[str] = Counter()
    struck: Counter[str] = Counter()
    for line in lines(sheet):
        told[line.kind or "honest"] += 1
        struck[line.kind or "honest"] += not line.verdict.holds
    return told, struck


def main() -> None:
    """Print the sheet with its verdicts, and the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sheets", nargs="+", type=Path)
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    print(
        "What `bench/claims_sheet.py` finds in these sheets of claims. All papers and numbers in them are invented.\n"
    )
    for sheet in options.sheets:
        _show(sheet, wrong=options.wrong)


def _show(sheet: Path, *, wrong: bool) -> None:
    print(f"# {sheet.name}")
    passage = ""
    for line in lines(sheet):
        verdict = line.verdict
        if wrong and verdict.holds == (line.kind is None):
            continue
        if line.passage != passage:
            passage = line.passage
            print(f"\n> {passage}\n")
        found = "; ".join(f"*{fault.flaw}*: {fault.why}" for fault in verdict.faults) or "holds"
        print(f"- ({line.kind or 'honest'}) {line.claim} → {found}")
    print("\n| altered | claims | struck |\n|---|---|---|")
    told, struck = counted(sheet)
    for kind, many in told.items():
        print(f"| {kind} | {many} | {struck[kind]} |")
    print()


if __name__ == "__main__":
    main()
