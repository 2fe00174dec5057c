"""An anchor and a text -> the mention that stands where its words stand now."""

from __future__ import annotations

from collections.abc import Sequence

from nlp.model import Anchor, Mention


def find(anchor: Anchor, text: str, mentions: Sequence[Mention]) -> Mention | None:
    """Stub"""
    best = None
    for mention in mentions:
        s, e = mention.span.start, mention.span.end
        if text[s:e] == anchor.quote:
            a = len(anchor.prefix)
            score = (text[max(0, s - a) : s] == anchor.prefix) + (text[e : e + len(anchor.suffix)] == anchor.suffix)
            if score and (best is None or score > best[0]):
                best = (score, mention)
    return best and best[1]
