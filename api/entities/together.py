"""Who is named with whom -> records: how many passages and papers name both, and how surely they belong together.

`association` is the log-likelihood ratio of nlp/link/together.py; null where two meet in one passage alone. The
passages behind a record are those of `passage_records` for its two names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from api.columns import Type
from api.entities.listed import identity_record, passes
from api.entities.which import Which
from api.identities.name_index import Address, address
from api.records import Record
from nlp.link.together import Shared, beside, pairs
from nlp.model import Label

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
    return sorted((_pair(*two, shared) for two, shared in pairs(named).items()), key=surest)


def web_records(
    library: Library, which: Which, asked: Sequence[Collection[Address]], top: int
) -> tuple[list[Record], list[Record]]:
    """The `top` entities named in most passages, with `passages`, and all pairs of them that meet.

    With somebody asked for: these, and those who are the surest to be named with them.
    """
    papers = library.full_names(which.papers)
    named = list(library.naming().everywhere(papers))
    alone = Counter(who for _, there in named for who in there)
    wanted = allowed(library, which)
    order = sorted(alone, key=lambda who: (-alone[who], who))
    if asked:
        own = [who for who in order if any(who in group for group in asked)]
        order = own + [(r["entity"], Label(r["label"])) for r in beside_records(library, asked, which, ())]
        wanted |= frozenset(own)
    chosen = [who for who in order if who in wanted][:top]
    known = {address(one): one for one in library.directory().identities()}
    entities = [identity_record(known[who], papers) | {"passages": alone[who]} for who in chosen]
    kept = [(paper, frozenset(chosen).intersection(there)) for paper, there in named]
    return entities, [_pair(*two, shared) for two, shared in pairs(kept).items()]


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


def _pair(one: Address, other: Address, shared: Shared) -> Record:
    return _who(one) | {"other": other[0], "other_label": str(other[1])} | _shared(shared)


def _shared(shared: Shared) -> Record:
    sure = shared.association
    return {
        "passages": shared.passages,
        "papers": shared.papers,
        "association": None if sure is None else round(sure, 2),
    }
