"""The names found in one paper -> the canonical name each of them stands for.

A name that the gazetteers know goes by theirs; a short form by that of its long form in this paper; a
surname by the full name, if only one person of the paper bears it; all others by their most frequent
print. Nothing is linked across labels or across papers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from nlp.model import Label
from nlp.tag.names.acronyms.shortforms import Short
from nlp.tag.names.found import Found
from nlp.tag.names.linking.homonyms import with_places
from nlp.tag.names.linking.offices import canonical, is_generic, read_office, sameness
from nlp.tag.names.linking.owners import with_owners
from nlp.tag.names.lists.canon import listed_name, whole_names
from nlp.tag.names.lists.tables import fold

Lines = Sequence[Sequence[Found]]


def canonical_names(texts: Sequence[str], lines: Lines, table: dict[str, Short]) -> list[list[str]]:
    """For each name in `lines` its canonical name, in the same order."""
    given = [[_given(text, item, table) for item in line] for text, line in zip(texts, lines, strict=True)]
    owned = with_owners(texts, lines, with_places(texts, lines, given))
    people = whole_names(
        name
        for line, names in zip(lines, owned, strict=True)
        for item, name in zip(line, names, strict=True)
        if item.label is Label.PERSON
    )
    full = _filled(lines, owned, people)
    shown = _shown(lines, full)
    return [
        [shown[item.label, sameness(name, item.label)] for item, name in zip(line, names, strict=True)]
        for line, names in zip(lines, full, strict=True)
    ]


def _filled(lines: Lines, given: Sequence[Sequence[str]], people: dict[str, str]) -> list[list[str]]:
    """Persons by their fullest names; a surname that the lists know, only once the full name has been read.

    Clinton before Hillary Clinton is somebody else.
    """
    read: set[str] = set()
    full = []
    for line, names in zip(lines, given, strict=True):
        row = []
        for item, name in zip(line, names, strict=True):
            whole = people[name] if item.label is Label.PERSON else name
            row.append(name if item.by == "gazetteer" and whole not in read else whole)
            read.add(whole if item.by != "gazetteer" else "")
        full.append(row)
    return full


def _given(text: str, item: Found, table: dict[str, Short]) -> str:
    """The name by what is known of it alone."""
    printed = text[item.start : item.end]
    short = table.get(printed)
    if short is not None and short.long is not None:
        return _long_name(short, item.label)
    if short is not None:
        return printed
    name = item.name
    if name is None or (is_generic(printed) and name == listed_name(printed, item.label)):
        name = _turned(printed) if item.label is Label.PERSON else printed
    return canonical(name, item.label) or name


def _long_name(short: Short, label: Label) -> str:
    """The long form of a short one; if it fits many, but the lists know the short form too, what they say of both."""
    long = short.long or short.short
    known, listed = listed_name(short.short, label), listed_name(long, label)
    if known is not None and known == listed and read_office(known) is None:
        return known
    return canonical(long, label) or long


def _turned(name: str) -> str:
    """A name from a list of references in its usual order: "Muñoz, J. A." is J. A. Muñoz."""
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma else name


def _shown(lines: Lines, names: Sequence[Sequence[str]]) -> dict[tuple[Label, str], str]:
    """For each key the form to show: of the lists, else printed so, most frequent, most accents, longest."""
    counts: dict[tuple[Label, str], Counter[str]] = {}
    for line, row in zip(lines, names, strict=True):
        for item, name in zip(line, row, strict=True):
            counts.setdefault((item.label, sameness(name, item.label)), Counter())[name] += 1
    return {(label, one): best_print(forms, label) for (label, one), forms in counts.items()}


def best_print(forms: Mapping[str, int], label: Label) -> str:
    """Of the names that are one, the one to show."""

    def merit(form: str) -> tuple[bool, bool, bool, int, bool, int, str]:
        printed = not form.endswith(")")
        return (
            canonical(form, label) == form,
            not form.isupper(),
            printed,
            forms[form],
            form != fold(form),
            len(form),
            form,
        )

    return max(forms, key=merit)
