"""A spaCy pipeline that the user has installed -> a recogniser: the names it sees, under our labels.

Of the pipeline only what finds names is loaded. Nothing is downloaded. Its own labels for dates, sums and
products are dropped, and edges are made as those of our own mentions: no article, no possessive, no quotes.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

import spacy
from spacy.language import Language
from spacy.util import get_installed_models, is_compatible_version, load_config

from corpus.errors import MissingEngineError
from nlp.engines import Proposal
from nlp.model import Label
from nlp.tag.names.patterns.runs import INSIDE

BEST = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm")
"""spaCy's own models for English, the best first."""
LANGUAGES = frozenset(("en", "xx"))
LABELS: Mapping[str, Label] = MappingProxyType(
    {label.value: label for label in Label}
    | {"PER": Label.PERSON, "FAC": Label.LOC, "LAW": Label.PROGRAM}
    | {"WORK_OF_ART": Label.WORK, "LANGUAGE": Label.NORP}
)
"""Labels of OntoNotes, CoNLL and WikiNER -> ours; what is not here names nothing of ours."""
OTHERS = frozenset(
    """parser tagger morphologizer lemmatizer trainable_lemmatizer attribute_ruler senter sentencizer textcat
    textcat_multilabel spancat spancat_singlelabel entity_linker""".split()
)
"""Factories of components that find no names."""
SHARED = frozenset(("tok2vec", "transformer", "curated_transformer"))
"""Factories of components that others may listen to, or not."""
LONGEST = 20_000
"""Characters that are read at once: memory grows with them."""
AT_ONCE = 16
"""Stretches in a batch."""
STOPS = (". ", "? ", "! ", "; ")
BEFORE = re.compile(r"[\s\"'“”‘’«»*_,;:(\[-]*(?:(?:the|an?)\s+[\"'“‘*]*)?", re.IGNORECASE)
AFTER = re.compile(r"[\s\"'“”‘’«»*_,;:-]*$")
OWNED = re.compile(r"(?P<word>[^\W\d_]+)['’]s$")
END = 1 << 20
"""Bytes at either end of a file that go into a fingerprint."""
DIGITS = 8
"""Of a hash, in the name of a model."""


class SpacyRecogniser:
    """A `nlp.engines.Recogniser` over the pipeline `model`: an installed package's name, or a folder.

    It is loaded by the first `recognise`, not before. Raises MissingEngineError when it is not on this machine,
    is not for this spaCy or for English, or has no component `ner`.
    """

    def __init__(self, model: str) -> None:
        self.model = model
        self._folder = _folder(model)
        self._about = _checked(model, json.loads((self._folder / "meta.json").read_text("utf-8")))

    @cached_property
    def name(self) -> str:
        """Model, version and fingerprint: "en_core_web_sm 3.8.0@1a2b3c4d"."""
        about = self._about
        return f"{about['lang']}_{about['name']} {about['version']}@{_fingerprint(self._folder)}"

    def recognise(self, texts: Sequence[str]) -> list[list[Proposal]]:
        """For each of `texts` the names in it, in order and apart.

        spaCy does not say how sure it is of a name: told is how often the model was right about names of that label
        in its own test, as its meta.json says, and 1 where it says nothing.

        Raises MissingEngineError when the model cannot be loaded.
        """
        found: list[list[Proposal]] = [[] for _ in texts]
        sure = _sureness(self._about)
        cut = [(line, at, piece) for line, text in enumerate(texts) for at, piece in pieces(text)]
        with self._nlp.memory_zone():  # what it learns of this paper's words is forgotten with the paper
            docs = self._nlp.pipe((piece for _, _, piece in cut), batch_size=AT_ONCE)
            for (line, at, piece), doc in zip(cut, docs, strict=True):
                for ent in doc.ents:
                    label = LABELS.get(ent.label_)
                    start, end = edges(piece, ent.start_char, ent.end_char)
                    if label is not None and start < end:
                        found[line].append(Proposal(at + start, at + end, label, sure.get(ent.label_, 1.0)))
        return found

    @cached_property
    def _nlp(self) -> Language:
        try:
            return spacy.load(self.model, exclude=_needless(self._folder))
        except (OSError, ValueError, KeyError, TypeError, AttributeError, ImportError, RuntimeError) as error:
            told = str(error).partition("\n")[0]
            raise MissingEngineError(f"the spaCy model {self.model!r} cannot be loaded: {told}") from error


def installed() -> list[str]:
    """The spaCy models that are installed here, the best of spaCy's own first."""
    names = set(get_installed_models())
    return [*(name for name in BEST if name in names), *sorted(names - set(BEST))]


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """`text` in pieces of at most LONGEST characters, with where each begins; cut behind a sentence if there is one.

    >>> [at for at, _ in pieces("One paper. " * 4000)]
    [0, 19998, 39996]
    """
    start = 0
    while len(text) - start > LONGEST:
        window = text[start : start + LONGEST]
        stop = max(window.rfind(stop) + len(stop) for stop in STOPS)
        stop = stop if stop >= min(map(len, STOPS)) else window.rfind(" ") + 1 or LONGEST
        yield start, text[start : start + stop]
        start += stop
    yield start, text[start:]


def edges(text: str, start: int, end: int) -> tuple[int, int]:
    """``text[start:end]`` without article, possessive, quotation marks and brackets that only open or close.

    >>> edges("see “the Harbour Fund’s", 4, 23)
    (9, 21)
    """
    name = text[start:end]
    first = BEFORE.match(name)
    start += first.end() if first else 0
    name = AFTER.sub("", text[start:end])
    if name.endswith((")", "]")) and "(" not in name and "[" not in name:
        name = AFTER.sub("", name[:-1])
    owned = OWNED.search(name)
    if owned and owned["word"].lower() not in INSIDE:
        name = name[: owned.end("word")]
    return start, start + len(name)


def _folder(model: str) -> Path:
    """Where the pipeline's meta.json lies. Raises MissingEngineError."""
    places = [model] if Path(model).is_dir() else []
    if not places and model.isidentifier():
        spec = importlib.util.find_spec(model)  # does not run the package
        places = list(spec.submodule_search_locations or ()) if spec else []
    for place in places:
        if (Path(place) / "meta.json").is_file():
            return Path(place)
    here = ", ".join(installed()) or "none"
    raise MissingEngineError(
        f"{model!r} is neither a spaCy model that is installed here ({here}) nor the folder of one; "
        "name one that is, or head, rules or auto."
    )


def _checked(model: str, about: Mapping[str, Any]) -> Mapping[str, Any]:
    """`about`, if the pipeline can serve us. Raises MissingEngineError."""
    here = importlib.metadata.version("spacy")
    made_for = str(about.get("spacy_version", ""))
    if "ner" not in about.get("pipeline", ()):
        why = "has no component called ner, so it finds no names"
    elif about.get("lang") not in LANGUAGES:
        why = f"is for the language {about.get('lang')!r}, and pincite finds names in English"
    elif made_for and not is_compatible_version(here, made_for):
        why = f"is made for spaCy {made_for}, and {here} is installed"
    else:
        return about
    raise MissingEngineError(f"the spaCy model {model!r} {why}; name another model, or head, rules or auto.")


def _sureness(about: Mapping[str, Any]) -> dict[str, float]:
    """The model's label -> which share of its names was right in its own test, where it says so."""
    told = (about.get("performance") or {}).get("ents_per_type") or {}
    return {label: float(part["p"]) for label, part in told.items() if part.get("p") is not None}


def _needless(folder: Path) -> list[str]:
    """The components that `ner`, and what else may find names, can do without."""
    config = load_config(next(folder.rglob("config.cfg")))
    parts = {name: part for name, part in config["components"].items() if part.get("factory") not in OTHERS}
    listened = any("Listener" in str(part.get("model")) for part in parts.values())
    wanted = {name for name, part in parts.items() if listened or part.get("factory") not in SHARED}
    return [name for name in config["components"] if name not in wanted]


def _fingerprint(folder: Path) -> str:
    """A hash that changes with the model: of each file the name, size, first and last megabyte."""
    digest = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix not in {".py", ".pyc"}):
        digest.update(f"{file.relative_to(folder).as_posix()} {file.stat().st_size}\n".encode())
        with file.open("rb") as stream:
            digest.update(stream.read(END))
            stream.seek(max(0, file.stat().st_size - END))
            digest.update(stream.read(END))
    return digest.hexdigest()[:DIGITS]
