"""Places -> records of how each is cited in a style: note or brackets, entry, keys, links, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from api.citing.places import Place
from api.notes import words_of
from api.records import Record, pairs
from corpus.model import Marker, Note, Paper, Spans
from corpus.prose import plain
from corpus.references.record import Reference
from nlp.cite.exports import pandoc
from nlp.cite.links import Found, link_to, text_fragment
from nlp.cite.reference import missing
from nlp.csl import output
from nlp.csl.citing import References
from nlp.csl.situation import Cite, Item
from nlp.csl.style import Style
from nlp.model import Citation

if TYPE_CHECKING:
    from api.library import Library

HALF_DONE = {"bluebook": "Bluebook", "oscola": "OSCOLA"}
"""Styles for lawyers, of which CSL can say only part."""


def cite_records(
    library: Library, places: Sequence[Place], style: Style, locale: str | None = None
) -> Iterator[Record]:
    """A record for each place, cited in this order: in full, short, or "ibid." by what goes before.

    `citation` is that; `full`, `short` and `ibid` are the forms by themselves (empty where the style has none of its
    own), `entry` is for the bibliography, each also as `_markdown` and `_html` where it has italics to show.
    """
    items = library.citing.items(dict.fromkeys(place.paper.name for place in places))
    references = References(style, items.values(), locale)
    cites = [_cite(place, str(items[place.paper.name]["id"])) for place in places]
    entries = {entry.id: entry.text for entry in references.bibliography()}
    ordered = references.citations([[cite] for cite in cites])
    for number, (place, cite, text) in enumerate(zip(places, cites, ordered, strict=True), 1):
        full, short, ibid = _forms(references, cite)
        told: Record = {"number": number, "paper": place.paper.name, "key": cite.id, "style": style.name}
        told |= _printed("citation", text) | _printed("full", full) | _printed("short", short)
        told |= _printed("ibid", ibid if ibid != short else "") | _printed("entry", entries.get(cite.id, ""))
        told |= {"pandoc": pandoc([cite]), **_where(place, cite)}
        told |= {"missing": list(missing(items[place.paper.name])), "warnings": _warnings(style, items, place)}
        yield told | {"through": list(_through(library, place, text))}


def full_citations(library: Library, places: Sequence[Place], style: Style, locale: str | None = None) -> list[str]:
    """Each place as it is cited for the first time, in plain text."""
    items = library.citing.items(dict.fromkeys(place.paper.name for place in places)) if places else {}
    references = References(style, items.values(), locale)
    cites = [_cite(place, str(items[place.paper.name]["id"])) for place in places]
    printed = {cite: output.plain(references.citations([[cite]])[0]) for cite in dict.fromkeys(cites)}
    return [printed[cite] for cite in cites]


def entry_records(library: Library, papers: Iterable[str], style: Style, locale: str | None = None) -> Iterator[Record]:
    """A record for each entry of the bibliography of `papers` (all when none is named), in the style's order."""
    items = library.citing.items(papers)
    names = {str(item["id"]): name for name, item in items.items()}
    entries = References(style, items.values(), locale).bibliography()
    for entry in entries:
        name = names.pop(entry.id)
        told: Record = {"paper": name, "key": entry.id, "style": style.name, **_printed("entry", entry.text)}
        yield told | {"missing": list(missing(items[name]))}
    for key, name in names.items():  # of which the style prints nothing
        yield {
            "paper": name,
            "key": key,
            "style": style.name,
            **_printed("entry", ""),
            "missing": list(missing(items[name])),
        }


def found_record(address: str, found: Found) -> Record:
    """What became of a link: the words that stand there now, those that did, and how they differ."""
    return {
        "link": address,
        "state": str(found.state),
        "paper": found.paper,
        "spans": pairs(found.spans),
        "text": found.text or None,
        "was": found.link.quote,
        "difference": [list(each) for each in found.difference],
    }


def _forms(references: References, cite: Cite) -> tuple[str, str, str]:
    """In full, as when it was cited before, and as right after itself."""
    (full,) = references.citations([[cite]])
    _, ibid = references.citations([[cite], [cite]])
    # A note with several sources between: "ibid." behind it would not say which.
    *_, short = references.citations([[cite], [cite, cite], [cite]])
    return full, short, ibid


def _cite(place: Place, key: str) -> Cite:
    """The paper's key with the place: its page, with the note on it; else the paragraph; else the note."""
    found = place.citation
    if found is None:
        return Cite(key, place.page) if place.page is not None else Cite(key)
    if found.page is not None:
        return Cite(key, found.page + (f"n{found.note}" if found.note else ""))
    if found.note is not None:
        return Cite(key, found.note, "note")
    return Cite(key, str(found.paragraph), "paragraph") if found.paragraph is not None else Cite(key)


def _where(place: Place, cite: Cite) -> Record:
    found: Citation | None = place.citation
    told: Record = {"locator": {"label": cite.label, "value": cite.locator} if cite.locator else None}
    if found is None:
        return told | {"page": place.page, "paragraph": None, "note": None, "spans": [], "quote": None,
                       "link": None, "fragment": None, "state": None}  # fmt: skip
    return told | {
        "page": found.page,
        "paragraph": found.paragraph,
        "note": found.note,
        "spans": pairs(found.spans),
        "quote": found.quote,
        "link": str(link_to(found)),
        "fragment": text_fragment(found),
        "state": None if place.followed is None else str(place.followed.state),
    }


def _printed(name: str, text: str) -> Record:
    """A form as words, Markdown and HTML."""
    return {
        name: output.plain(text),
        f"{name}_markdown": output.markdown(text),
        f"{name}_html": output.to_html(text),
    }


def _warnings(style: Style, items: dict[str, Item], place: Place) -> list[str]:
    item = items[place.paper.name]
    found = [f"nobody says its {', '.join(missing(item))}: `pincite meta set`"] if missing(item) else []
    short = style.name.split("-")[0]
    if short in HALF_DONE:
        found.append(f"{HALF_DONE[short]} is right here for full notes; look over short forms, statutes and cases")
    found_at = place.citation and (place.citation.page, place.citation.paragraph, place.citation.note)
    if found_at == (None, None, None):
        found.append("the words stand on no printed page and in no counted paragraph")
    return found


def _through(library: Library, place: Place, text: str) -> Iterator[Record]:
    """The notes that say where the paper has it from: the note the words stand in, or those called in them."""
    if place.citation is None:
        return
    paper, spans = place.paper, place.citation.spans
    notes = library.layer(paper.name, Note)
    markers = library.layer(paper.name, Marker)
    inside = [at for at, note in enumerate(notes) if any(a.overlaps(b) for a in note.spans for b in spans)]
    called = [m.note for m in markers if m.note is not None and _on(m, spans)]
    pointing = {r.note: r for r in library.layer(paper.name, Reference) if r.note is not None and r.target is not None}
    for at in dict.fromkeys([*inside, *called]):
        note, target = notes[at], pointing.get(at)
        source = notes[target.target] if target is not None and target.target is not None else note
        words = _words(paper, source).rstrip(".")
        yield {
            "note": note.label,
            "spans": pairs(words_of(paper, note)),
            "text": paper.quote(*words_of(paper, note)),
            "resolves_to": source.label if source is not note else None,
            "cited_in": f"{words}, cited in {_unbracketed(output.plain(text))}",
        }


def _unbracketed(citation: str) -> str:
    """A citation in the text, as it reads in a sentence of its own."""
    return citation[1:-1] if citation[:1] == "(" and citation[-1:] == ")" else citation


def _on(marker: Marker, spans: Spans) -> bool:
    """Whether a marker stands in the words or just behind them."""
    return any(span.start < marker.span.end and marker.span.start <= span.end + 1 for span in spans)


def _words(paper: Paper, note: Note) -> str:
    return " ".join(plain(paper.text, span) for span in words_of(paper, note)).strip()
