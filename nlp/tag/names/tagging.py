"""The stretches of one paper's prose -> the names in them: every layer asked, overlaps settled, repeats found.

Layers, in the order of their authority over the same words: titles, citations, short forms of this paper,
gazetteers, widened regions, head words, persons. Then what was named once is looked for everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.model import BlockKind
from corpus.view import View
from nlp.engines import Recogniser
from nlp.model import Label
from nlp.tag.names.acronyms.shortforms import Definition, Short, find_short_forms, long_label
from nlp.tag.names.found import Found, free, settle
from nlp.tag.names.lists.canon import listed_label
from nlp.tag.names.lists.ruler import find_names
from nlp.tag.names.patterns.cited import find_cited
from nlp.tag.names.patterns.embedded import without_embedded
from nlp.tag.names.patterns.foreign import find_foreign
from nlp.tag.names.patterns.kinds import find_by_kind
from nlp.tag.names.patterns.numbered import find_numbered
from nlp.tag.names.patterns.persons import find_persons
from nlp.tag.names.patterns.regions import find_compounds, find_political, widen
from nlp.tag.names.patterns.titles import find_titles
from nlp.tag.names.patterns.towns import find_placed, find_towns
from nlp.tag.names.patterns.triggers import find_triggered
from nlp.tag.names.patterns.unknown import find_unknown
from nlp.tag.names.patterns.works import find_works
from nlp.tag.names.proposals import joined, unexplained
from nlp.tag.names.reading import is_title_like
from nlp.tag.names.repeats import find_again

Lines = list[list[Found]]
LED = " Administration"
SURE = re.compile(
    r"""(?:\w+\ ){0,2}(?:Ministry|Department|Committee|Commission|University|Court|Council|Tribunal|Assembly|Secretariat
    |Treaty|Convention|Declaration|Bank|Bureau|Institute|Agency|Association|Academy|Faculty|Office)\ (?:of|on|for)
    \ (?:the\ )?[A-Z]""",
    re.VERBOSE,
)
"""These are names even in a heading, where every word has a capital."""
CITING = frozenset({BlockKind.NOTE, BlockKind.REFERENCE})


def tag(
    views: Sequence[View],
    definitions: Sequence[Definition],
    table: dict[str, Short],
    kinds: Sequence[BlockKind],
    recogniser: Recogniser | None = None,
) -> Lines:
    """For each of `views` the names in it, in order and apart; `kinds` says what each is in its paper.

    `recogniser` is asked for names where the rules leave a capital unexplained.
    """
    texts = [view.text for view in views]
    listed = find_names(texts)
    longs = _long_forms(texts, definitions)
    cited = [_cited(view, kind) for view, kind in zip(views, kinds, strict=True)]
    lines = [_settle_line(*each, table) for each in zip(texts, listed, longs, cited, strict=True)]
    if recogniser is not None:
        lines = _with_model(texts, lines, _terms(texts, definitions, table), recogniser)
    return find_again(texts, lines, table)


def _with_model(texts: Sequence[str], lines: Lines, terms: Lines, recogniser: Recogniser) -> Lines:
    """`lines` with what the recogniser sees in the stretches where a capital is left unexplained."""
    asked = [at for at, (text, line) in enumerate(zip(texts, lines, strict=True)) if unexplained(text, line)]
    lines = list(lines)
    for at, proposals in zip(asked, recogniser.recognise([texts[at] for at in asked]), strict=True):
        lines[at] = joined(texts[at], lines[at], terms[at], proposals, recogniser.name)
    return lines


def _terms(texts: Sequence[str], definitions: Sequence[Definition], table: dict[str, Short]) -> Lines:
    """Where the common nouns stand that this paper abbreviates, long and short: they name nobody."""
    lines = [_shorts(text, table)[1] for text in texts]
    for definition in definitions:
        text = texts[definition.line]
        if long_label(text[slice(*definition.short)], text[slice(*definition.long)]) is None:
            lines[definition.line].append(Found(*definition.long, Label.ORG, "acronym"))
    return lines


def _settle_line(
    text: str, names: list[Found], longs: list[Found], cited: list[Found], table: dict[str, Short]
) -> list[Found]:
    shorts, terms = _shorts(text, table)
    places = without_embedded(text, free(names, terms))
    people = find_persons(text)
    found = [*longs, *shorts, *places, *widen(text, places), *find_compounds(text, places), *find_political(text)]
    found += [*people, *find_numbered(text), *find_foreign(text), *find_by_kind(text)]
    found += [*find_towns(text), *find_placed(text)]
    heads = _without_led(text, _without_longer(find_triggered(text), names), [*people, *names])
    heads = _without_both(heads, shorts, longs)
    if is_title_like(text):
        found += [item for item in heads if SURE.match(text, item.start, item.end)]
    else:
        found += [_listed(text, item) for item in heads]
        found += free(find_unknown(text), found)
    works = [item for item in cited if item.label is Label.WORK]
    found += [item for item in cited if item.label is not Label.WORK]
    titles = [*find_works(text), *works, *find_titles(text, settle(found))]
    return settle([*titles, *free(_without_terms(found, terms), titles)])


def _cited(view: View, kind: BlockKind) -> list[Found]:
    """What citations give away, in notes and bibliographies alone."""
    return find_cited(view.text, entry=kind is BlockKind.REFERENCE, gaps=view.gaps()) if kind in CITING else []


def _shorts(text: str, table: dict[str, Short]) -> tuple[list[Found], list[Found]]:
    """(short forms that name somebody, short forms of common nouns)."""
    pairs = list(find_short_forms(text, table))
    names = [found for found, short in pairs if short.label is not None]
    return names, [found for found, short in pairs if short.label is None]


def _without_terms(found: Sequence[Found], terms: Sequence[Found]) -> list[Found]:
    spans = {(term.start, term.end) for term in terms}
    return [item for item in found if (item.start, item.end) not in spans]


def _long_forms(texts: Sequence[str], definitions: Sequence[Definition]) -> Lines:
    lines: Lines = [[] for _ in texts]
    for definition in definitions:
        text = texts[definition.line]
        label = long_label(text[slice(*definition.short)], text[slice(*definition.long)])
        if label is not None:
            lines[definition.line].append(Found(*definition.long, label, "acronym"))
    return lines


def _without_longer(found: Sequence[Found], names: Sequence[Found]) -> list[Found]:
    """`found` without programmes and events that are only a longer stretch ending with one from the lists."""
    starts: dict[tuple[int, Label], int] = {
        (name.end, name.label): name.start for name in names if name.label in {Label.PROGRAM, Label.EVENT}
    }
    return [item for item in found if starts.get((item.end, item.label), -1) <= item.start]


def _without_both(found: Sequence[Found], shorts: Sequence[Found], longs: Sequence[Found]) -> list[Found]:
    """`found` without a short form and the long one beside it read as one name: "WSB World Seed Bank"."""
    starts = {short.start: short.end for short in shorts}
    ends = {long.end: long.start for long in longs}
    return [item for item in found if starts.get(item.start, item.end) >= ends.get(item.end, 0)]


def _without_led(text: str, found: Sequence[Found], people: Sequence[Found]) -> list[Found]:
    """`found` without bodies that are only somebody's administration: then the name is the person's."""
    leaders = {(p.start, p.end + len(LED)) for p in people if p.label is Label.PERSON}
    return [i for i in found if (i.start, i.end) not in leaders or not text[i.start : i.end].endswith(LED)]


def _listed(text: str, item: Found) -> Found:
    """The gazetteers know better than the head word, whatever the spelling: a Programme may be a body."""
    return replace(item, label=listed_label(text[item.start : item.end]) or item.label)
