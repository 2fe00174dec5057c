"""Who is who in a library -> records: identities, their aliases, and where each came from.

A list holds one record an identity; `by_paper` counts its mentions in each paper. Forms are as the papers print them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from api.columns import Type
from api.entities.which import Order, Which
from api.figures.filters import all_words
from api.records import Record, pairs, place
from corpus.prose import plain
from nlp.link.record import Alias, Identity
from nlp.model import Acronym
from nlp.tag.names.lists.canon import key

if TYPE_CHECKING:
    from api.library import Library

COLUMNS: Mapping[str, Type] = {
    **dict.fromkeys(("entity", "label"), Type.TEXT),
    **dict.fromkeys(("mentions", "papers"), Type.WHOLE),
    "by_paper": Type.COUNTS,
    **dict.fromkeys(("aliases", "linked"), Type.TEXTS),
}
"""The fields of an identity's record."""


_KEYS: Mapping[Order, Callable[[Record], Any]] = {
    Order.MENTIONS: lambda record: -record["mentions"],
    Order.PAPERS: lambda record: (-record["papers"], -record["mentions"]),
    Order.NAME: lambda record: key(record["entity"]),
}


def identity_records(library: Library, which: Which, order: Order = Order.MENTIONS) -> list[Record]:
    """The identities that pass, in order; those that are equal in it by name."""
    found = (identity_record(one, which.papers) for one in library.directory().identities())
    passing = [record for record in found if passes(record, which)]
    return sorted(passing, key=lambda record: (_KEYS[order](record), record["entity"], record["label"]))


def identity_record(identity: Identity, papers: Collection[str] = ()) -> Record:
    """An identity as far as these papers name it, in all papers if none are named."""
    aliases = [alias for alias in identity.aliases if not papers or alias.paper in papers]
    forms: Counter[str] = Counter()
    counts: dict[str, int] = {}
    for alias in sorted(aliases, key=lambda each: each.paper):
        forms[alias.form] += alias.mentions
        counts[alias.paper] = counts.get(alias.paper, 0) + alias.mentions
    return {
        "entity": identity.name,
        "label": str(identity.label),
        "mentions": forms.total(),
        "papers": len(counts),
        "by_paper": counts,
        "aliases": sorted(forms, key=lambda form: (-forms[form], form)),
        "linked": list(identity.linked),
    }


def passes(record: Record, which: Which) -> bool:
    """Whether an identity's record meets the conditions."""
    if which.labels and record["label"] not in which.labels:
        return False
    named = not which.words or any(map(all_words(which.words), (record["entity"], *record["aliases"])))
    return record["mentions"] >= which.least and named


def full_record(library: Library, identity: Identity, papers: Collection[str] = ()) -> Record:
    """An identity with `sources`: each printed form in each paper, how often, who says so, and where it is defined."""
    aliases = [alias for alias in identity.aliases if not papers or alias.paper in papers]
    return identity_record(identity, papers) | {"sources": [_source(library, alias) for alias in aliases]}


def _source(library: Library, alias: Alias) -> Record:
    return {
        "form": alias.form,
        "paper": alias.paper,
        "mentions": alias.mentions,
        "by": list(alias.by),
        "defined": next(_definitions(library, alias), None) if "acronym" in alias.by else None,
    }


def _definitions(library: Library, alias: Alias) -> Iterator[Record]:
    """The places that define a short form, or the short form of a long one: the place is the short form's."""
    paper = library.paper(alias.paper)
    for acronym in library.layer(alias.paper, Acronym):
        short, long = plain(paper.text, acronym.short), plain(paper.text, *acronym.long)
        if short == alias.form or short == alias.form.removesuffix("s") or key(long) == key(alias.form):
            yield place(paper, (acronym.short,)) | {"long": pairs(acronym.long), "full": long}
