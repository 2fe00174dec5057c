"""Sums drawn at random from papers, with what each bears, to be judged by reading: figures_sheet.py PAPER...

`--prose` leaves table cells out; `--offsets` prints no words of the papers, as docs/figures-sheet.md has it.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

from api.pipeline import Analysis, analyse_file
from nlp.model import Figure, Kind, Place

DRAWN = 60
SEED = 4


def drawn(papers: list[Path], *, prose: bool) -> list[tuple[Analysis, Figure]]:
    """The figures to judge: the same for the same papers."""
    found = [
        (analysis, figure)
        for analysis in (analyse_file(path, path.name) for path in sorted(papers))
        for figure in analysis.figures
        if figure.kind is Kind.MONEY and not (prose and figure.place is Place.TABLE)
    ]
    chosen = random.Random(SEED).sample(range(len(found)), min(DRAWN, len(found)))
    return [found[at] for at in sorted(chosen)]


def offsets(analysis: Analysis, figure: Figure) -> str:
    """A row of the sheet."""
    years = "none" if figure.since is None and figure.until is None else f"{figure.since or ''}-{figure.until or ''}"
    value = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    told = "-".join(f"{each:,.0f}" for each in value)
    where = f"{analysis.paper.name[:3]} | {figure.span.start}-{figure.span.end} | {figure.place}"
    return f"| {where} | {figure.unit} {told} | {years} |"


def words(analysis: Analysis, figure: Figure) -> Iterator[str]:
    """What one has to read to judge."""
    quote = analysis.paper.quote
    yield f"{quote(figure.span)!r}  years {figure.since}-{figure.until} when {quote(*figure.when)!r}"
    yield f"   subject {quote(*figure.subject)!r} relation {quote(figure.relation) if figure.relation else ''!r}"
    yield f"   who {[quote(s) for s in figure.who]} where {[quote(s) for s in figure.where]}"
    if figure.row or figure.column:
        yield f"   cell {[quote(s) for s in (figure.row, figure.column) if s]}"
    yield "   " + " ".join(quote(*figure.sentence).split())


def main() -> None:
    """Print the draw."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("papers", nargs="+", type=Path)
    parser.add_argument("--prose", action="store_true")
    parser.add_argument("--offsets", action="store_true")
    options = parser.parse_args()
    for number, (analysis, figure) in enumerate(drawn(options.papers, prose=options.prose), 1):
        print(
            f"{number}. {analysis.paper.name[:3]} {figure.span.start}"
            if not options.offsets
            else offsets(analysis, figure)
        )
        if not options.offsets:
            print("\n".join(words(analysis, figure)))


if __name__ == "__main__":
    main()
