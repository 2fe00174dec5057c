"""What a drawing of entities says in words, and how the kinds of them look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from api.plot.web import Node, Tie, Web


@dataclass(frozen=True, slots=True)
class Look:
    """What a kind is called, its colour and its mark."""

    name: str
    colour: str
    mark: str


KINDS: Mapping[str, Look] = {
    "GPE": Look("country, state or city", "#0072b2", "o"),
    "LOC": Look("region", "#4c9ed0", "D"),
    "NORP": Look("people or faith", "#a3508b", "v"),
    "ORG": Look("organisation", "#d55e00", "s"),
    "PERSON": Look("person", "#009e73", "^"),
    "PROGRAM": Look("programme, treaty or law", "#b07d00", "P"),
    "EVENT": Look("event", "#2a2a2a", "X"),
    "WORK": Look("publication", "#777777", "p"),
}
"""Told apart by their marks too, by those who do not see the colours."""
OTHER = Look("other", "#2a2a2a", "h")


def look_of(label: str) -> Look:
    """How entities of a label look."""
    return KINDS.get(label, OTHER)


def telling(node: Node) -> str:
    """What a node is."""
    times = f"named {node.mentions:,} times in {_many(node.papers, 'paper')}"
    return f"{node.name}\n{look_of(node.label).name}\n{times}" if node.mentions != 1 else f"{node.name}\nnamed once"


def telling_both(one: Node, other: Node, tie: Tie) -> str:
    """What a tie is."""
    sure = "" if tie.association is None else f"\nlog-likelihood ratio {tie.association:,.1f}"
    passages = f"{_many(tie.passages, 'passage')} in {_many(tie.papers, 'paper')}"
    return f"{one.name} and {other.name}\n{passages}{sure}"


def described(web: Web) -> str:
    """The drawing in a sentence or two, for those who do not see it."""
    if not web.nodes:
        return notes(web)[0]
    told = f"{_many(len(web.nodes), 'entity')}, and {_many(len(web.ties), 'pair')} of them named in one passage."
    most = sorted(web.ties, key=lambda tie: (-tie.passages, tie.ends))[:3]
    pairs = [f"{web.nodes[t.ends[0]].name} and {web.nodes[t.ends[1]].name} ({t.passages:,})" for t in most]
    return f"{told} Most often: {'; '.join(pairs)}." if pairs else told


def notes(web: Web) -> list[str]:
    """What a reader must know, a sentence each."""
    if not web.nodes:
        return ["There is nobody to draw."]
    if not web.sure:
        return ["No two are named together more often than chance would have it."]
    told = [
        "A line joins two whose log-likelihood ratio is above 10.8: chance alone gives that once in a thousand times."
    ]
    alone = len(web.nodes) - len({end for tie in web.sure for end in tie.ends})
    if alone:
        told.append(f"{alone:,} of {_many(len(web.nodes), 'entity')} {'has' if alone == 1 else 'have'} no line.")
    if web.unshown:
        told.append(f"{_many(web.unshown, 'less sure line')} {'is' if web.unshown == 1 else 'are'} left out.")
    return told


def _many(count: int, what: str) -> str:
    plural = what[:-1] + "ies" if what.endswith("y") else what + "s"
    return f"{count:,} {what if count == 1 else plural}"
