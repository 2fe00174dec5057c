"""An answer with all it rests on, in a file; and the file asked again: the same answer, or which source has changed.

A receipt holds the question, the answer as given, the quotations with their places, a hash of each paper's text, the
engines in use, and what a language model was told and said, which is judged again without it. It is plain JSON, and
needs nothing but the library to be replayed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from api.phrasing.rephrased import again, rephrased
from api.records import Record, answer_record
from corpus.errors import BadQueryError, UnreadableFileError
from nlp.cite.calibration import calibration

if TYPE_CHECKING:
    from api.library import Library
    from api.phrasing.endpoint import Endpoint

FORM = "pincite receipt 1"
LARGEST = 64 * 1024 * 1024


def answered(
    library: Library, question: str, papers: Iterable[str] = (), model: Endpoint | None = None
) -> tuple[Record, Record | None]:
    """The answer to a question, and what a receipt keeps of the `model` that rephrased it, if one did.

    Raises BadQueryError, NoSuchPaperError; what is wrong with a model is said in the answer's `rephrased`.
    """
    named = list(papers)
    answer = library.ask(question, papers=named)
    record = answer_record(answer)
    if model is None:
        return record, None
    said, kept = rephrased(library, answer, model, named)
    return record | {"rephrased": said}, kept


def receipt(library: Library, question: str, papers: Iterable[str] = (), model: Endpoint | None = None) -> Record:
    """The answer to a question with all it rests on. Raises BadQueryError, NoSuchPaperError."""
    named = list(papers)
    answer, said = answered(library, question, named, model)
    return {
        "form": FORM,
        "question": question,
        "papers": library.full_names(named) if named else [],
        "answer": answer,
        "model": said,
        "sources": {name: _hash(library.paper(name).text) for name in library.names()},
        "engines": engines(library),
    }


def engines(library: Library) -> Record:
    """What the answer depends on beside the papers."""
    told = library.status()
    found: Record = {name: told[name] for name in ("version", "model", "names", "pipeline")}
    return found | {"answered from": calibration().answered}


def read_receipt(path: Path) -> Record:
    """A receipt from its file. Raises UnreadableFileError when it cannot be read, BadQueryError when it is none."""
    try:
        if path.stat().st_size > LARGEST:
            raise BadQueryError(f"{path} is larger than a receipt is.")
        told: Any = json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as fault:
        raise UnreadableFileError(f"{path} cannot be read: {(fault.strerror or str(fault)).lower()}.") from fault
    except (ValueError, RecursionError) as fault:
        raise BadQueryError(f"{path} is no receipt: it is not JSON in UTF-8.") from fault
    parts = {"question": str, "papers": list, "answer": dict, "sources": dict, "engines": dict}
    if not isinstance(told, dict) or told.get("form") != FORM:
        raise BadQueryError(f"{path} is no receipt of this pincite: it does not say {FORM!r}.")
    for name, kind in parts.items():
        if not isinstance(told.get(name), kind):
            raise BadQueryError(f"{path} is no whole receipt: its {name!r} is missing or damaged.")
    return told


def replayed(library: Library, told: Record) -> Record:
    """The receipt's question asked again.

    `same` says whether the answer is, word for word and place for place, as it was; `changes` names every source that
    has changed, gone or come since, each with the sentences of the old answer that rest on it, and every engine.
    """
    held = library.names()
    asked = [name for name in told["papers"] if name in held]
    lost = [name for name in told["papers"] if name not in held]
    now = None if lost else answer_record(library.ask(told["question"], papers=asked))
    if now is not None and told.get("model"):
        now["rephrased"] = again(library, told["model"])
    elif now is not None and "rephrased" in told["answer"]:
        now["rephrased"] = told["answer"]["rephrased"]  # a model was asked and said nothing that could be kept
    return {
        "question": told["question"],
        "same": now == told["answer"],
        "changes": [*_sources(library, told), *_engines(library, told)],
        "then": told["answer"],
        "now": now,
    }


def _sources(library: Library, told: Record) -> Iterator[Record]:
    held = set(library.names())
    for name, known in told["sources"].items():
        if name not in held:
            yield {"what": "source", "name": name, "state": "gone", "statements": _resting(told, name)}
        elif _hash(library.paper(name).text) != known:
            yield {"what": "source", "name": name, "state": "changed", "statements": _resting(told, name)}
    for name in sorted(held - told["sources"].keys()):
        yield {"what": "source", "name": name, "state": "new", "statements": []}


def _engines(library: Library, told: Record) -> Iterator[Record]:
    now = engines(library)
    for name, before in told["engines"].items():
        if now.get(name) != before:
            yield {"what": "engine", "name": name, "state": f"{before} is now {now.get(name)}", "statements": []}


def _resting(told: Record, paper: str) -> list[int]:
    """The numbers of the statements that cite a paper."""
    cited = [each for each in told["answer"].get("citations", ()) if each.get("paper") == paper]
    return sorted({each["statement"] for each in cited if isinstance(each.get("statement"), int)})


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
