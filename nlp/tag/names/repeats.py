"""Names found once in a paper -> the same names wherever else they stand in it.

A full name is looked for as it was printed; of a person also each surname that only one person bears; of
a body also the short form "the Agency", once a longer name with that head word has been read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from nlp.model import Label
from nlp.tag.names.acronyms.shortforms import Short
from nlp.tag.names.found import Found, free
from nlp.tag.names.lists.gazetteers import known
from nlp.tag.names.lists.tables import fold
from nlp.tag.names.patterns.persons import NOT_NAMES, surnames
from nlp.tag.names.patterns.runs import STARTERS, tokens
from nlp.tag.names.patterns.triggers import head_label

Lines = list[list[Found]]
Book = dict[str, dict[int, dict[str, tuple[Label, str]]]]
"""First word -> length in characters, the longest first -> surface -> (label, by): however many names begin
alike, a place in the text is compared with one of each length."""
FIRST = re.compile(r"(?<![\w])[^\W\d_][\w]*")
LETTER_AFTER = re.compile(r"[\w]")
PLACES = frozenset((Label.GPE, Label.LOC))
PLACED = r"\b(?:[Ii]n|[Tt]o|[Ff]rom|[Nn]ear|[Aa]cross|[Oo]utside|[Tt]hroughout|of) {}\b(?! [A-Z])"
NAMED = frozenset((Label.ORG, Label.PROGRAM, Label.EVENT, Label.PERSON))
EU = "European Union"
EUROPEAN = {
    "Union": Found(0, 0, Label.ORG, "gazetteer", EU),
    "Commission": Found(0, 0, Label.ORG, "gazetteer", "European Commission"),
}
"""In a paper that names the European Union these need no longer name before them."""
HEAD_ALONE = re.compile(r"\b[Tt]he (?P<head>[A-Z][a-z]+)(?= (?!of\b|for\b|on\b)[a-z]|[,.;:)'?!]| \(|$)")
TOO_PLAIN = frozenset("State House Party Government War Report World Section Center Centre Region Press".split())
"""Heads that with the article are said of much else: "the State", "the Center"."""


def find_again(texts: Sequence[str], lines: Lines, table: dict[str, Short]) -> Lines:
    """`lines` with the repeats of their names added where nothing stood."""
    book = _book(texts, lines, table)
    loud = _raised(book)
    lines = [
        _merged(line, list(_in(text, loud if text.isupper() else book)))
        for text, line in zip(texts, lines, strict=True)
    ]
    return _with_heads(texts, lines)


def _raised(book: Book) -> Book:
    """`book` for lines printed in capitals."""
    loud: Book = {}
    for first, lengths in book.items():
        for length, surfaces in lengths.items():
            alike = loud.setdefault(first.upper(), {}).setdefault(length, {})
            for surface, told in surfaces.items():
                alike.setdefault(surface.upper(), told)
    return loud


def _is_place(word: str, texts: Sequence[str]) -> bool:
    """Whether the paper also uses a surname as the name of a place: "Barbara Jordan" beside "in Jordan"."""
    entry = known(word)
    if entry is None or entry.label not in PLACES:
        return False
    placed = re.compile(PLACED.format(re.escape(word)))
    return any(placed.search(text) for text in texts)


def _merged(line: list[Found], more: list[Found]) -> list[Found]:
    """A longer repeat takes the place of a shorter place name or people inside it, a surname that of a place."""
    at = {place: old for old in line for place in range(old.start, old.end)}
    won = [item for item in more if all(_holds(item, at[p]) for p in range(item.start, item.end) if p in at)]
    return sorted([*free(line, won), *won], key=lambda item: item.start)


def _holds(longer: Found, shorter: Found) -> bool:
    if (longer.start, longer.end) == (shorter.start, shorter.end):
        return longer.label is Label.PERSON and shorter.label in PLACES and shorter.by == "gazetteer"
    return longer.start <= shorter.start and shorter.end <= longer.end and shorter.length < longer.length


def _book(texts: Sequence[str], lines: Lines, table: dict[str, Short]) -> Book:
    surfaces: Counter[tuple[str, Label, str]] = Counter()
    for text, line in zip(texts, lines, strict=True):
        for item in line:
            printed = text[item.start : item.end]
            told = item.label in NAMED or (item.label in PLACES and item.by == "trigger")
            if told and item.by != "gazetteer" and printed not in table:
                surfaces.update((surface, item.label, item.by) for surface in _surfaces(printed, item))
    for one in [one for one in surfaces if one[1] is Label.PERSON and _is_place(one[0], texts)]:
        del surfaces[one]
    book: Book = {}
    for surface, label, by in sorted(surfaces, key=lambda one: (-len(one[0]), -surfaces[one], one)):
        alike = book.setdefault(FIRST.findall(surface)[0], {}).setdefault(len(surface), {})
        alike.setdefault(surface, (label, by))
    return book


def _surfaces(printed: str, item: Found) -> Iterator[str]:
    """How the name may be printed again; a word alone only when it is nothing else."""
    if " " in printed and FIRST.match(printed):
        yield printed
    if item.label in PLACES and " " not in printed and FIRST.match(printed):
        yield printed
    if item.label is Label.PERSON:
        parts = [printed] if " " not in printed else list(surnames(printed))
        yield from (part for part in parts if _only_a_name(part))


def _only_a_name(word: str) -> bool:
    entry = known(word)
    other = entry is not None and not entry.weak and entry.label not in {Label.PERSON, *PLACES}
    return not other and word not in NOT_NAMES and word.lower() not in STARTERS and head_label(word) is None


def _in(text: str, book: Book) -> Iterator[Found]:
    end = 0
    for match in FIRST.finditer(text):
        start = match.start()
        if start < end:
            continue
        for length, surfaces in book.get(match.group(), {}).items():
            surface, stop = text[start : start + length], start + length
            if surface in surfaces and not LETTER_AFTER.match(text, stop):
                if " " in surface or _alone(text, start, stop):
                    yield Found(start, stop, *surfaces[surface])
                    end = stop
                break


def _alone(text: str, start: int, end: int) -> bool:
    """Whether a surname stands by itself, not inside a longer name of somebody or something else."""
    before = re.search(r"([^\W\d_][\w.]*) $", text[max(0, start - 24) : start])
    follows = re.match(r" (?:[A-Z][\w-]+)", text[end : end + 24])
    other = before is not None and before.group(1)[0].isupper() and not _leads(before.group(1))
    return not other and not (follows and head_label(follows.group().strip()) is not None)


def _leads(word: str) -> bool:
    """A word with a capital that may stand before a surname: a title, or one that begins a sentence."""
    return word.lower() in STARTERS or word.rstrip(".") in TITLE_WORDS


TITLE_WORDS = frozenset(
    """President Minister Secretary Senator Governor Mayor Judge Justice General Colonel Professor
    Chancellor Dr Mr Mrs Ms Prof Sen Gov Gen""".split()
)


def _with_heads(texts: Sequence[str], lines: Lines) -> Lines:
    """The short form "the Agency" after a name with the head Agency: the latest one of the paper."""
    latest: dict[str, Found] = dict(EUROPEAN) if any(item.name == EU for line in lines for item in line) else {}
    out: Lines = []
    for text, line in zip(texts, lines, strict=True):
        more = []
        events = sorted([*line, *_heads_alone(text)], key=lambda item: item.start)
        for item in events:
            printed = text[item.start : item.end]
            head = _head((item.name or printed) if printed.isupper() else printed) if item.by != "head" else None
            if head and item.label in NAMED - {Label.PERSON}:
                latest[head] = Found(0, 0, item.label, item.by, item.name or printed)
            if item.by == "head" and (full := latest.get(printed)):
                more.append(Found(item.start, item.end, full.label, full.by, full.name))
        out.append(sorted([*line, *free(more, line)], key=lambda item: item.start))
    return out


def _heads_alone(text: str) -> Iterator[Found]:
    for match in HEAD_ALONE.finditer(text):
        head = match.group("head")
        if head_label(head) is not None and head not in TOO_PLAIN:
            yield Found(*match.span("head"), Label.ORG, "head")


def _head(printed: str) -> str | None:
    """The head word of a name of several words."""
    parts = tokens(fold(printed))
    cut = next((at for at, part in enumerate(parts) if not part.capital), len(parts))
    word = parts[cut - 1].text if cut else ""
    return word if len(parts) > 1 and head_label(word) is not None else None
