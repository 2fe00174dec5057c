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

from corpus.errors import UnreadableFileError
from corpus.metadata import bibtex, ris
from corpus.metadata.facts import Facts, Fault, Named, Statement, refuse
from corpus.metadata.fields import facts_in, load_yaml
from corpus.metadata.further import further
from corpus.model import YEAR

LARGEST = 8 * 1024 * 1024
"""Bytes: what describes papers is never so large."""
LARGEST_LIST = 128 * 1024 * 1024
"""Bytes of a list that is taken in: all that a reader ever collected, with abstracts."""
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
            for entry in self._guarded(path, lambda text: list(READERS[path.suffix.lower()](text, refuse))) or ():
                for name in (entry.key, *entry.files):
                    found.setdefault(name, Statement(entry.facts, str(path.absolute())))
            self._lists[path] = found
        return self._lists[path]

    def _read(self, path: Path) -> Statement | None:
        facts = self._guarded(path, lambda text: _only(READERS[path.suffix.lower()](text, refuse)))
        return Statement(facts, str(path.absolute())) if facts else None

    def _guarded(self, path: Path, read: Callable[[str], Any]) -> Any:
        """What `read` makes of the file's text; None, and a trouble, when it cannot be read."""
        try:
            return read(_text(path, LARGEST))
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


def references(path: Path, fault: Fault) -> list[Named]:
    """The entries of a list of references, wherever it lies: what is wrong with one of them `fault` hears.

    Raises UnreadableFileError, with what is wrong, for a file that is no such list.
    """
    if path.suffix.lower() not in READERS:
        raise UnreadableFileError(f"{path.name} is no list of references: it would end in {', '.join(READERS)}.")
    try:
        return list(READERS[path.suffix.lower()](_text(path, LARGEST_LIST), fault))
    except OSError as error:
        raise UnreadableFileError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}.") from error
    except ValueError as why:
        raise UnreadableFileError(f"{path.name} cannot be read as a list of references ({why}).") from why


def _text(path: Path, largest: int) -> str:
    """The words of a small UTF-8 file. Raises OSError, or ValueError for one that is none."""
    if path.stat().st_size > largest:
        raise ValueError(f"larger than {largest // 1024 // 1024} MB")
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


def _yaml(text: str, fault: Fault) -> Iterator[Named]:
    """A mapping, or CSL-YAML's list `references`."""
    stated = load_yaml(text)
    listed = stated.get("references") if isinstance(stated, dict) else None
    yield from _items(listed if isinstance(listed, list) else stated, fault)


def _json(text: str, fault: Fault) -> Iterator[Named]:
    try:
        stated = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"{error.msg}, line {error.lineno}") from error
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    yield from _items(stated, fault)


def _items(stated: Any, fault: Fault) -> Iterator[Named]:
    """CSL items: an object, or a list of them. `fault` hears of anything else, and of a date without a year."""
    for item in stated if isinstance(stated, list) else [stated]:
        if not isinstance(item, dict):
            fault("it is not a list of fields and values")
            continue
        facts = facts_in(item)
        if "date" in facts and not YEAR.search(str(facts["date"])):
            fault(f"the date {facts['date']!r} has no year")
            facts = {name: value for name, value in facts.items() if name != "date"}
        found = Named(str(item.get("id", "")), frozenset(), {**facts, **further(item)} if facts else facts)
        if HALF.search(json.dumps([found.key, dict(found.facts)], ensure_ascii=False)):
            fault("characters that are no text (half of a surrogate pair)")
        else:
            yield found


def _ris(text: str, _: Fault) -> Iterator[Named]:
    return ris.entries(text)


def _bibtex(text: str, fault: Fault) -> Iterator[Named]:
    found = list(bibtex.entries(text, fault))
    if not found:
        raise ValueError("no BibTeX entry in it")
    return iter(found)


READERS: Mapping[str, Callable[[str, Fault], Iterator[Named]]] = {
    ".yaml": _yaml,
    ".yml": _yaml,
    ".json": _json,
    ".bib": _bibtex,
    ".ris": _ris,
}
"""Suffix -> how such a file is read."""
