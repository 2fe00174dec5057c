"""Lists of references -> what they say of the papers that are held, kept as a word of its own; a report an entry."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from api.citing.pinned import PINS
from api.formats import Layout
from api.imports.matching import Match, Shelf
from api.imports.profile import Profile, profile
from api.records import Record
from api.writing import Writer
from corpus.errors import UnreadableFileError
from corpus.metadata.facts import NOTHING, Named, Said, Statement, Told, effective, facts_of
from corpus.metadata.further import KEY, PREFIX, told
from corpus.metadata.sidecars import references
from corpus.store import Store

IMPORTED = Layout("imported", ("outcome", "file", "key", "title", "paper", "by", "fields", "kept", "message"))
FIELDS = {"authors": "author", "date": "issued", "institution": "publisher", "series": "collection-title"}
"""Fields of metadata of which a fact of CSL says the same."""


class Became(StrEnum):
    """What became of an entry."""

    SET = "set"
    SAME = "same"
    """It says what was taken in before."""
    AMBIGUOUS = "ambiguous"
    """It fits several papers, or its paper several entries: nothing is set."""
    NO_PAPER = "no-paper"
    FAILED = "failed"
    """It, or its file, cannot be read."""


@dataclass(frozen=True, slots=True)
class Imported:
    """The report on one entry, or on a file that is no list."""

    outcome: Became
    file: str
    key: str = ""
    title: str = ""
    paper: str | None = None
    by: tuple[str, ...] = ()
    """What says that it is about that paper."""
    fields: tuple[str, ...] = ()
    """What it says."""
    kept: tuple[str, ...] = ()
    """What of that stays as it was set by hand."""
    message: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry and what it can be about."""

    file: Path
    named: Named
    match: Match


class Importing:
    """Takes lists of references into a library."""

    def __init__(self, store: Store, writer: Callable[[], Writer]) -> None:
        self._store = store
        self._writer = writer

    def take(self, paths: Sequence[Path], *, dry_run: bool = False) -> list[Imported]:
        """Take in the lists at `paths`; a report for each entry in order, and for each file that cannot be read."""
        said = {name: self._store.said(name) for name in self._store.held()}
        shelf = Shelf(dict(self._papers(said)))
        entries = [each for path in dict.fromkeys(paths) for each in _entries(path, shelf)]
        claims = _claims(each for each in entries if isinstance(each, Entry))
        reports = [each if isinstance(each, Imported) else _report(each, claims, said) for each in entries]
        if not dry_run and any(report.outcome is Became.SET for report in reports):
            with self._writer() as writer:
                for entry, report in zip(entries, reports, strict=True):
                    if report.outcome is Became.SET and report.paper and isinstance(entry, Entry):
                        writer.state(report.paper, Told.IMPORT, _statement(entry))
        return reports

    def _papers(self, said: dict[str, Said]) -> Iterator[tuple[str, Profile]]:
        pins: dict[str, str] = json.loads(self._store.choice(PINS) or "{}")
        for name, held in self._store.held().items():
            known = {variable: value for variable, (value, _, _) in told(said[name]).items()}
            keys = [str(key) for key in (pins.get(name), known.get(KEY)) if key]
            facts = dict(facts_of(effective(said[name])))
            doi = {f"{PREFIX}DOI": json.dumps(known["DOI"])} if "DOI" in known else {}
            yield name, profile({**facts, **doi}, [name, held.path, *keys])


def imported_record(report: Imported) -> Record:
    """What became of one entry."""
    return {
        "outcome": str(report.outcome),
        "file": report.file,
        "key": report.key,
        "title": report.title,
        "paper": report.paper,
        "by": list(report.by),
        "fields": list(report.fields),
        "kept": list(report.kept),
        "message": report.message,
    }


def _entries(path: Path, shelf: Shelf) -> Iterator[Entry | Imported]:
    """The entries of a list with what each can be about; a report on what of it cannot be read."""
    faults: list[str] = []
    try:
        found = references(path, faults.append)
    except UnreadableFileError as refusal:
        yield Imported(Became.FAILED, str(path), message=str(refusal))
        return
    for named in found:
        known = profile(named.facts, [*named.files, named.key])
        yield Entry(path, named, shelf.match(known) if named.facts else Match(()))
    yield from (Imported(Became.FAILED, str(path), message=f"{path.name}: {fault}.") for fault in faults)


def _claims(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Paper -> the entries that are about it alone; those that say the same as one before are one."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        for name in entry.match.papers if len(entry.match.papers) == 1 else ():
            there = found.setdefault(name, [])
            if all(each.named.facts != entry.named.facts for each in there):
                there.append(entry)
    return found


def _report(entry: Entry, claims: dict[str, list[Entry]], said: dict[str, Said]) -> Imported:
    named, match = entry.named, entry.match
    title = str(named.facts.get("title", ""))
    about = Imported(Became.NO_PAPER, str(entry.file), named.key, title, message=_missed(match))
    if not match.papers:
        return about
    if len(match.papers) > 1:
        return replace(about, outcome=Became.AMBIGUOUS, message=f"it fits {' and '.join(match.papers)}")
    (name,) = match.papers
    about = replace(about, paper=name, by=match.by)
    if len(claims[name]) > 1:
        others = f"{len(claims[name])} entries that say different things are about {name}"
        return replace(about, outcome=Became.AMBIGUOUS, message=others)
    first = claims[name][0] is entry
    same = said[name].get(Told.IMPORT, NOTHING) == _statement(entry)
    by_hand = said[name].get(Told.SET, NOTHING).facts
    return replace(
        about,
        outcome=Became.SET if first and not same else Became.SAME,
        fields=_fields(named),
        kept=tuple(field for field in _fields(named) if field in by_hand or f"{PREFIX}{field}" in by_hand),
    )


def _missed(match: Match) -> str | None:
    """Why an entry is about no paper, if one came near."""
    if match.near is None:
        return None
    name, against = match.near
    return f"{name} comes near, but has another {' and another '.join(against)}"


def _fields(named: Named) -> tuple[str, ...]:
    """What an entry says, each thing once, by the names under which it can be set."""
    double = {PREFIX + FIELDS.get(field, field) for field in named.facts}
    return tuple(field.removeprefix(PREFIX) for field in named.facts if field not in double)


def _statement(entry: Entry) -> Statement:
    return Statement(entry.named.facts, str(entry.file.absolute()))
