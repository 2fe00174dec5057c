"""Verdicts on quotations and claims -> the records that every door hands out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.checking.checking import CheckedClaim
from api.citing.pointing import pointed
from api.records import Record, pairs
from nlp.check.quotation import Quoted, Verdict

if TYPE_CHECKING:
    from api.library import Library

MOST = 10
"""Places that are given in full."""
TOLD = {
    Verdict.EXACT: "every word, number and sign is printed so",
    Verdict.ALTERED: "it does not stand there so",
    Verdict.REORDERED: "the same words stand there in another order",
    Verdict.STITCHED: "its pieces stand apart",
    Verdict.NOTHING: "no passage has anything like it",
}


def quotation_record(library: Library, found: Quoted) -> Record:
    """The `verdict`, whether it `holds`, in one sentence why (`told`), the `places` and every difference.

    `places`: where it stands, or its pieces, or the nearest place; `more`: how many others there are at least.
    """
    places = pointed(library, [(each.paper, each.spans) for each in found.places[:MOST]])
    differences = [
        {
            "change": str(each.change),
            "printed": each.printed,
            "written": each.written,
            "start": each.start,
            "end": each.end,
            "spans": pairs(each.spans),
            "told": each.told,
        }
        for each in found.differences
    ]
    return {
        "quotation": found.text,
        "verdict": str(found.verdict),
        "holds": found.holds,
        "told": _told(found),
        "places": places,
        "more": len(found.places) - len(places),
        "differences": differences,
        "left_out": list(found.left_out),
    }


def _told(found: Quoted) -> str:
    reasons = "; ".join(each.told for each in found.differences)
    left = f", without “{'”, “'.join(found.left_out)}”" if found.holds and found.left_out else ""
    return TOLD[found.verdict] + left + (f": {reasons}" if reasons else "") + "."


def claim_record(library: Library, found: CheckedClaim) -> Record:
    """A sentence, whether it `holds` (nothing was found against it), each fault, and the passages it was held against.

    Offsets of faults are into `claim`.
    """
    checked = found.checked
    faults = [
        {
            "flaw": str(each.flaw),
            "start": each.start,
            "end": each.end,
            "text": checked.claim[each.start : each.end],
            "why": each.why,
        }
        for each in checked.faults
    ]
    passages = pointed(library, [(loaded.paper, passage.spans) for loaded, passage in found.passages])
    return {
        "claim": checked.claim,
        "holds": checked.holds,
        "faults": faults,
        "doubts": list(checked.doubts),
        "passages": passages,
    }
