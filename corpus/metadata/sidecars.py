"""A paper's path -> what the file beside it says of the paper: YAML, CSL-JSON, BibTeX or RIS.

For ``wells.pdf`` that is the first of ``wells.pdf.yaml``, ``wells.yaml``, ``.yml``, ``.json``, ``.bib`` and ``.ris``;
else an entry of a ``*.bib``, ``*.ris`` or ``references.json`` in its folder that names the paper.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from corpus.metadata import bibtex, ris
from corpus.metadata.facts import Facts, Named, Statement
from corpus.metadata.fields import facts_in, load_yaml
from corpus.metadata.further import further
from corpus.model import YEAR

LARGEST = 8 * 1024 * 1024
"""Bytes: what describes papers is never so large."""
LIST = "references.json"
HALF = re.compile("[\ud800-\udfff]")


class Sidecars:
    """The files beside papers, each folder looked through and each list read once.

    `suffixes` are those of papers, in lower case: what stands beside none of them is no sidecar.
    """

    def __init__(self, suffixes: Iterable[str]) -> None:
        self._suffixes = frozenset(suffixes)
        self._names: dict[Path, frozenset[str]] = {}
        self._lists: dict[Path, Mapping[str, Statement]] = {}
        self._troubles: list[str] = []

    def of(self, path: Path) -> tuple[Statement | None, str | None]:
        """What is said beside the paper at `path`, None for nothing; and a sentence on what could not be read."""
        names = self._beside(path.parent)
        own = [name for name in _own(path) if name in names]
        told = self._read(path.parent / own[0]) if own else self._listed(path)
        if len(own) > 1:
            self._troubles.append(f"{own[0]} is taken for what describes {path.name}, {' and '.join(own[1:])} is not.")
        said, self._troubles = " ".join(self._troubles), []
        return told, said or None

    def is_one(self, path: Path) -> bool:
        """Whether the file at `path` describes papers beside it."""
        if path.suffix.lower() not in READERS:
            return False
        papers = {name for name in self._beside(path.parent) if Path(name).suffix.lower() in self._suffixes}
        named = path.stem in papers or path.stem in {Path(name).stem for name in papers}
        return named or (bool(papers) and _is_list(path.name))

    def _beside(self, folder: Path) -> frozenset[str]:
        if folder not in self._names:
            try:
                self._names[folder] = frozenset(each.name for each in folder.iterdir())
            except OSError:  # the paper itself may still be readable; whoever reads it says so
                self._names[folder] = frozenset()
        return self._names[folder]

    def _listed(self, path: Path) -> Statement | None:
        """What a list in the paper's folder says of it: the entry that names its file, or that has its stem for key."""
        for name in sorted(self._beside(path.parent)):
            if _is_list(name):
                found = self._list(path.parent / name)
                told = found.get(path.name) or found.get(path.stem)
                if told is not None:
                    return told
        return None

    def _list(self, path: Path) -> Mapping[str, Statement]:
        """File name or key -> what a list says of it; a list that cannot be read is a trouble once, and empty."""
        if path not in self._lists:
            found: dict[str, Statement] = {}
            for entry in self._guarded(path, lambda text: list(READERS[path.suffix.lower()](text))) or ():
                for name in (entry.key, *entry.files):
                    found.setdefault(name, Statement(entry.facts, str(path.absolute())))
            self._lists[path] = found
        return self._lists[path]

    def _read(self, path: Path) -> Statement | None:
        facts = self._guarded(path, lambda text: _only(READERS[path.suffix.lower()](text)))
        return Statement(facts, str(path.absolute())) if facts else None

    def _guarded(self, path: Path, read: Callable[[str], Any]) -> Any:
        """What `read` makes of the file's text; None, and a trouble, when it cannot be read."""
        try:
            return read(_text(path))
        except OSError as fault:
            why = (fault.strerror or str(fault)).lower()
        except ValueError as fault:
            why = str(fault)
        self._troubles.append(f"{path.name}, which should describe it, was passed over ({why}).")
        return None


def _own(path: Path) -> Iterator[str]:
    """The names that a sidecar of the paper can have, the most particular first."""
    for stem in (path.name, path.stem):
        yield from (f"{stem}{suffix}" for suffix in READERS)


def _is_list(name: str) -> bool:
    return name == LIST or name.endswith((".bib", ".ris"))


def _text(path: Path) -> str:
    """The words of a small UTF-8 file. Raises OSError, or ValueError for one that is none."""
    if path.stat().st_size > LARGEST:
        raise ValueError(f"larger than {LARGEST // 1024 // 1024} MB")
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise ValueError(f"not UTF-8, byte {fault.start}") from fault


def _only(found: Iterable[Named]) -> Facts:
    """What the one entry says. Raises ValueError when there are more, or none, or it says nothing."""
    told = list(found)
    if len(told) != 1:
        raise ValueError(f"it has {len(told)} entries, not one")
    if not told[0].facts:
        raise ValueError("no title, authors, date, institution, language, series or genre in it")
    return told[0].facts


def _yaml(text: str) -> Iterator[Named]:
    """A mapping, or CSL-YAML's list `references`."""
    stated = load_yaml(text)
    listed = stated.get("references") if isinstance(stated, dict) else None
    yield from _items(listed if isinstance(listed, list) else stated)


def _json(text: str) -> Iterator[Named]:
    try:
        stated = json.loads(text)
    except json.JSONDecodeError as fault:
        raise ValueError(f"{fault.msg}, line {fault.lineno}") from fault
    except RecursionError as fault:
        raise ValueError("nested too deeply") from fault
    yield from _items(stated)


def _items(stated: Any) -> Iterator[Named]:
    """CSL items: an object, or a list of them. Raises ValueError for anything else, and for a date without a year."""
    for item in stated if isinstance(stated, list) else [stated]:
        if not isinstance(item, dict):
            raise ValueError("it is not a list of fields and values")  # noqa: TRY004 - the file's fault
        facts = facts_in(item)
        if "date" in facts and not YEAR.search(str(facts["date"])):
            raise ValueError(f"the date {facts['date']!r} has no year")
        if any(HALF.search(word) for value in facts.values() for word in value):
            raise ValueError("characters that are no text (half of a surrogate pair)")
        yield Named(str(item.get("id", "")), frozenset(), {**facts, **further(item)} if facts else facts)


def _bibtex(text: str) -> Iterator[Named]:
    found = list(bibtex.entries(text))
    if not found:
        raise ValueError("no BibTeX entry in it")
    return iter(found)


READERS: Mapping[str, Callable[[str], Iterator[Named]]] = {
    ".yaml": _yaml,
    ".yml": _yaml,
    ".json": _json,
    ".bib": _bibtex,
    ".ris": ris.entries,
}
"""Suffix -> how such a file is read."""
