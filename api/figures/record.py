"""A figure of a paper -> its record: the number, its unit, what it measures, and where all of that is printed.

Words are given as they stand (`text`, `subject`, `where` ...) with their spans beside them; a number is never
converted here, and what the paper does not say is null or empty.
"""

from __future__ import annotations

from api.records import EXACT, Record, cited, pairs, place
from api.surroundings import Surroundings
from corpus.model import Paper, Span, Spans
from corpus.prose import plain
from nlp.model import Figure, Place
from nlp.tag.figures.scales import printed_scale

ALONE = Surroundings()


def figure_record(paper: Paper, figure: Figure, around: Surroundings = ALONE, *, context: bool = False) -> Record:
    """A number with its unit: `value` is fully scaled, or [low, high] for a range; with `context` its sentence."""
    value = figure.value
    passage = around.passage(figure.span)
    page, note = paper.page_at(figure.span.start), around.note(passage)
    record = {
        **place(paper, (figure.span,)),
        "spans": pairs((figure.span,)),
        "kind": str(figure.kind),
        "value": [number(end) for end in value] if isinstance(value, tuple) else number(value),
        "low": number(figure.low),
        "high": number(figure.high),
        "unit": figure.unit,
        "scale": _scale(paper, figure, around),
        "qualifier": figure.qualifier,
        "per": figure.per,
        "place": str(figure.place),
        "implied": figure.implied,
        "assumed": figure.assumed,
        "total": figure.total,
        "row": plain(paper.text, figure.row) if figure.row else None,
        "column": plain(paper.text, figure.column) if figure.column else None,
        **_bearing(paper, figure),
        "markers": pairs(figure.markers),
        "notes": around.called(figure.markers),
        "section": [plain(paper.text, heading) for heading in passage.section] if passage else [],
        "citation": cited(paper.name, page=page, paragraph=passage.paragraph if passage else None, note=note),
    }
    return record | (_sentence(paper, figure) if context else {})


def _bearing(paper: Paper, figure: Figure) -> Record:
    """What is measured, for whom, where and when."""
    relation = (figure.relation,) if figure.relation else ()
    return {
        "subject": _told(paper, figure.subject, by="; " if figure.place is Place.TABLE else " "),
        "subject_spans": pairs(figure.subject),
        "relation": _told(paper, relation),
        "relation_spans": pairs(relation),
        **_listed(paper, "where", figure.where),
        **_listed(paper, "who", figure.who),
        **_listed(paper, "when", figure.when),
        "since": figure.since,
        "until": figure.until,
        "year": years(figure.since, figure.until),
    }


def _told(paper: Paper, spans: Spans, *, by: str = " ") -> str | None:
    """One phrase, whose pieces a note or a page may have cut apart; of a cell the title and the row."""
    return by.join(plain(paper.text, span) for span in spans) or None


def _listed(paper: Paper, name: str, spans: Spans) -> Record:
    return {name: [plain(paper.text, span) for span in spans], f"{name}_spans": pairs(spans)}


def _sentence(paper: Paper, figure: Figure) -> Record:
    """The words it stands in, verbatim; null where they are not known."""
    verbatim = paper.quote(*figure.sentence) if figure.sentence else None
    return {"sentence": verbatim, "sentence_spans": pairs(figure.sentence)}


def _scale(paper: Paper, figure: Figure, around: Surroundings) -> str | None:
    """As printed beside the number; for a cell the word that states it above or beside it."""
    exhibit = around.exhibit(figure.span)
    near: list[Span | None] = [figure.column, figure.row]
    near += [exhibit.caption, exhibit.source] if exhibit else []
    stated = (plain(paper.text, span) for span in near if span is not None)
    return printed_scale(plain(paper.text, figure.span), figure, stated)


def years(since: int | None, until: int | None) -> str | None:
    """The time a figure holds for, in digits: "2008", "2000-2012", "2004-" where the end is open."""
    if since is None and until is None:
        return None
    if since == until:
        return str(since)
    return f"{'' if since is None else since}-{'' if until is None else until}"


def number(value: float) -> int | float:
    """Without ".0" where the number is whole: 1400000000 reads better than 1400000000.0."""
    return int(value) if abs(value) <= EXACT and value == int(value) else value
