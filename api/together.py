"""Who is named with whom -> records: how many passages and papers name both, and how surely they belong together.

`association` is the log-likelihood ratio of nlp/link/together.py; null where two meet in one passage alone. The
passages behind a record are those of `passage_records` for its two names.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from api.columns import Type
from api.entities import identity_record, passes
from api.name_index import Address, address
from api.records import Record
from api.which import Which
from nlp.link.together import Shared, beside, pairs

if TYPE_CHECKING:
    from api.library import Library

BESIDE = {
    **dict.fromkeys(("entity", "label"), Type.TEXT),
    **dict.fromkeys(("passages", "papers"), Type.WHOLE),
    "association": Type.NUMBER,
    "with": Type.TEXTS,
}
PAIRS = {
    **dict.fromkeys(("entity", "label", "other", "other_label"), Type.TEXT),
    **dict.fromkeys(("passages", "papers"), Type.WHOLE),
    "association": Type.NUMBER,
}


def beside_records(
    library: Library, asked: Sequence[Collection[Address]], which: Which, names: Sequence[str]
) -> list[Record]:
    """Those who are named in one passage with somebody of each group `asked`, called `names`: the surest first."""
    wanted = allowed(library, which)
    found = beside(list(library.naming().everywhere(library.full_names(which.papers))), asked)
    records = [_who(who) | _shared(shared) | {"with": list(names)} for who, shared in found.items() if who in wanted]
    return sorted(records, key=surest)


def pair_records(library: Library, which: Which) -> list[Record]:
    """Every two who are named in one passage, the surest pairs first."""
    wanted = allowed(library, which)
    papers = library.full_names(which.papers)
    named = [(paper, wanted.intersection(there)) for paper, there in library.naming().everywhere(papers)]
    return sorted(
        (_who(one) | _other(other) | _shared(shared) for (one, other), shared in pairs(named).items()), key=surest
    )


def allowed(library: Library, which: Which) -> frozenset[Address]:
    """Those who meet the conditions."""
    every = library.directory().identities()
    return frozenset(address(one) for one in every if passes(identity_record(one, which.papers), which))


def surest(record: Record) -> Any:
    """The order of records: what one passage alone says comes last, then by association, passages and names."""
    sure = record["association"]
    names = record["entity"], record["label"], record.get("other", ""), record.get("other_label", "")
    return sure is None, -(sure or 0.0), -record["passages"], names


def _who(who: Address) -> Record:
    return {"entity": who[0], "label": str(who[1])}


def _other(who: Address) -> Record:
    return {"other": who[0], "other_label": str(who[1])}


def _shared(shared: Shared) -> Record:
    sure = shared.association
    return {
        "passages": shared.passages,
        "papers": shared.papers,
        "association": None if sure is None else round(sure, 2),
    }
