"""The lines of a file of corrections -> a report on each: which are to be kept, and why the others are not."""

from __future__ import annotations

from collections.abc import Iterable

from api.corrections.contradictions import Said
from api.identities.current import Known
from api.identities.wording import sentence, timeless
from api.reports import Became, Corrected
from nlp.link.record import Correction

Lines = Iterable[tuple[int, Correction | str]]
"""Line number with a correction, or with what is wrong there."""


def weighed(known: Known, lines: Lines) -> list[Corrected]:
    """A report on each line, weighed against what is known and the lines before it; one bad line stops no other.

    A correction that no paper has the words for is to be kept: its paper may come later.
    """
    stated = list(lines)
    again = {timeless(each) for _, each in stated if isinstance(each, Correction)}
    said = Said(known.directory)
    for number, earlier in known.corrections.items():
        said.add(f"correction {number}", earlier, rivals=timeless(earlier) not in again)
    return [
        Corrected(Became.FAILED, message=f"{each}.", line=line) if isinstance(each, str) else _taken(said, line, each)
        for line, each in stated
    ]


def _taken(said: Said, line: int, new: Correction) -> Corrected:
    repeated = said.repeated(new)
    if repeated is not None:
        return Corrected(Became.SAME, new, message=f"{repeated} says so already.", line=line)
    opposite = said.against(new) or said.rival(new)
    if opposite is not None:
        why = f"{sentence(new)}, but {opposite} says otherwise: take one of them back."
        return Corrected(Became.CONFLICT, new, message=why, line=line)
    said.add(f"line {line}", new, rivals=False)
    return Corrected(Became.KEPT, new, line=line)
