"""Where somebody is named -> records: each mention in its sentence, and passages with all whom they name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from api.columns import Type
from api.identities.name_index import Address, Naming
from api.records import Record, cited, pairs, place
from corpus.model import Marker, Note, Passage, Span, Spans, within
from corpus.prose import plain
from corpus.sentenced import sentences_of
from nlp.model import Mention

if TYPE_CHECKING:
    from api.library import Library

PLACE: Mapping[str, Type] = {
    **dict.fromkeys(("paper", "page"), Type.TEXT),
    **dict.fromkeys(("start", "end"), Type.WHOLE),
    "spans": Type.SPANS,
    "text": Type.TEXT,
}
SETTING: Mapping[str, Type] = {
    "kind": Type.TEXT,
    "section": Type.TEXTS,
    "paragraph": Type.WHOLE,
    "note": Type.TEXT,
    "citation": Type.TEXT,
}
MENTIONS: Mapping[str, Type] = {
    **PLACE,
    **dict.fromkeys(("label", "entity", "by"), Type.TEXT),
    "score": Type.NUMBER,
    "sentence": Type.TEXT,
    "sentence_spans": Type.SPANS,
    **SETTING,
}
PASSAGES: Mapping[str, Type] = {**PLACE, "entities": Type.NAMES, "matched": Type.SPANS, **SETTING}


def mention_records(library: Library, asked: Collection[Address], papers: Collection[str]) -> Iterator[Record]:
    """Every mention of those asked for in these papers, by paper and place."""
    names = library.naming()
    for name in papers:
        setting = _Setting(library, name)
        for one in names.of(name):
            if one.who in asked:
                yield _mention(one, names.mention(name, one), setting)


def passage_records(
    library: Library, asked: Sequence[Collection[Address]], papers: Collection[str]
) -> Iterator[Record]:
    """Every passage of these papers that names somebody of each group, by paper and place; `matched`: their names."""
    names = library.naming()
    wanted = frozenset(who for group in asked for who in group)
    for name in papers:
        setting = _Setting(library, name)
        for number, there in sorted(names.by_passage(name).items()):
            if not any(there.keys().isdisjoint(group) for group in asked):
                passage = setting.passages[number]
                matched = [n.span for n in names.of(name) if n.passage == number and n.who in wanted]
                yield {
                    **place(setting.paper, passage.spans),
                    "spans": pairs(passage.spans),
                    **setting.told(number),
                    "entities": [[entity, str(label)] for entity, label in there],
                    "matched": pairs(tuple(span for whole in matched for span in _cut(whole, passage.spans))),
                    "citation": setting.citation(passage.page, number),
                }


def _mention(naming: Naming, mention: Mention, setting: _Setting) -> Record:
    paper, span = setting.paper, naming.span
    sentence = setting.sentence(span, naming.passage)
    return {
        **place(paper, (span,)),
        "spans": pairs((span,)),
        "label": naming.who[1],
        "entity": naming.who[0],
        "by": mention.by,
        "score": mention.score,
        "sentence": paper.quote(*sentence) if sentence else None,
        "sentence_spans": pairs(sentence),
        **setting.told(naming.passage),
        "citation": setting.citation(paper.page_at(span.start), naming.passage),
    }


class _Setting:
    """What the names of one paper stand in."""

    def __init__(self, library: Library, paper: str) -> None:
        self.passages: Sequence[Passage] = library.layer(paper, Passage)
        self.paper = library.paper(paper)
        self._marks: Spans = tuple(marker.span for marker in library.layer(paper, Marker))
        self._notes = library.layer(paper, Note)

    def told(self, number: int | None) -> Record:
        """Of which kind the passage is, under which headings, and which paragraph or note."""
        if number is None:
            return {"kind": "heading", "section": [], "paragraph": None, "note": None}
        passage = self.passages[number]
        return {
            "kind": str(passage.kind),
            "section": [plain(self.paper.text, heading) for heading in passage.section],
            "paragraph": passage.paragraph,
            "note": self._note(passage),
        }

    def citation(self, page: str | None, number: int | None) -> str:
        """Where that is, in words."""
        passage = None if number is None else self.passages[number]
        paragraph, note = (passage.paragraph, self._note(passage)) if passage else (None, None)
        return cited(self.paper.name, page=page, paragraph=paragraph, note=note)

    def sentence(self, span: Span, number: int | None) -> Spans:
        """The sentence of the passage in which a name begins; none outside passages."""
        if number is None:
            return ()
        spans = self.passages[number].spans
        for sentence in sentences_of(self.paper.text, spans, within(self._marks, spans)):
            if any(piece.overlaps(span) for piece in sentence.spans):
                return sentence.spans
        return ()

    def _note(self, passage: Passage) -> str | None:
        return None if passage.note is None else self._notes[passage.note].label


def _cut(span: Span, pieces: Spans) -> Iterator[Span]:
    """A span without what lies between the pieces."""
    return (Span(max(span.start, p.start), min(span.end, p.end)) for p in pieces if p.overlaps(span))
