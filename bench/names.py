"""Papers -> how fast pincite finds the names in them, beside spaCy's small English model, in one run.

    python bench/names.py PAPER ... [--names head] [--gold DIR] [--rounds 3] [--out report.json]

All get the same prose on one thread, and CPU time is told. The peer is en_core_web_sm, loaded as we load a user's
model, or, where it is not installed, a network of the same size that was never trained: it is as fast and finds
nonsense. Before that, papers are analysed one after another and the most memory in use so far is told. After it a
text is doubled, the same words over and over and names that never come again: the exponent is 1 when time grows as
the words do.

`--gold DIR`: exact names of persons, bodies and places in UNER-EWT-test and CrossNER-politics as
{"text", "spans": [[start, end, label]]} lines: F1 of the rules, of the model alone, and of both together.
"""

from __future__ import annotations

import os

os.environ["OMP_NUM_THREADS"] = "1"  # before numpy and torch are loaded

import argparse
import json
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import spacy

from api.pipeline import analyse
from api.readings import namings
from api.recognisers import names_by, recogniser
from corpus.model import BlockKind, Paper, Source, Span
from corpus.prose import prose
from corpus.read.readers import read_file
from corpus.structure import structure
from corpus.view import View
from nlp.engines import Recogniser
from nlp.tag.names.entities import entities
from nlp.tag.names.own_model import SpacyRecogniser, installed
from nlp.tag.names.reading import even

Row = dict[str, float | str]
Reading = tuple[Sequence[View], Sequence[BlockKind]]
"""The stretches of a paper that are read for names, and what each is."""
SMALL = "en_core_web_sm"
ONTONOTES = "CARDINAL DATE EVENT FAC GPE LANGUAGE LAW LOC MONEY NORP ORDINAL ORG PERCENT PERSON PRODUCT QUANTITY TIME"
COPIES = (1, 2, 4, 8, 16)
PARAGRAPHS = 100
"""In the shortest of the invented texts."""
SETS = ("UNER-EWT-test", "CrossNER-politics")
ASKED = 600
"""Texts of each set."""
COUNTED = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE"}


class Untrained:
    """The network of spaCy's small English model, as large and as fast, without what it learnt."""

    name = f"{SMALL}'s size, untrained"

    def __init__(self) -> None:
        nlp = spacy.blank("en")
        embed = {"@architectures": "spacy.MultiHashEmbed.v2", "width": 96, "include_static_vectors": False}
        embed |= {"attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"], "rows": [5000, 1000, 2500, 2500]}
        encode = {"@architectures": "spacy.MaxoutWindowEncoder.v2", "width": 96, "depth": 4, "window_size": 1}
        words = {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode | {"maxout_pieces": 3}}
        model = {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": "ner", "tok2vec": words}
        model |= {"extra_state_tokens": False, "hidden_width": 64, "maxout_pieces": 2, "use_upper": True}
        ner: Any = nlp.add_pipe("ner", config={"model": model})
        for label in ONTONOTES.split():
            ner.add_label(label)
        nlp.initialize()
        self._nlp = nlp

    def recognise(self, texts: Sequence[str]) -> list[list[Any]]:
        """What it takes for names."""
        return [list(doc.ents) for doc in self._nlp.pipe(texts, batch_size=16)]


def reading(paper: Paper) -> Reading:
    """What is read of a paper for names."""
    views, kinds = namings(structure(paper))
    return list(views), list(kinds)


def words(readings: Iterable[Reading]) -> int:
    """How many words are read."""
    return sum(len(view.text.split()) for views, _ in readings for view in views)


def timed(way: Callable[[], object], rounds: int = 1) -> float:
    """The best of the rounds in seconds of CPU."""
    best = float("inf")
    for _ in range(rounds):
        started = time.process_time()
        way()
        best = min(best, time.process_time() - started)
    return best


def ways(model: Recogniser | None) -> dict[str, Callable[[Reading], object]]:
    """Each way of finding names, by name."""
    peer: Any = SpacyRecogniser(SMALL) if SMALL in installed() else Untrained()
    found: dict[str, Callable[[Reading], object]] = {"rules": lambda read: entities(*read)}
    if model is not None:
        found[names_by(model)] = lambda read: entities(*read, recogniser=model)
        found[f"{model.name} alone"] = lambda read: model.recognise([even(view).text for view in read[0]])
    return found | {peer.name: lambda read: peer.recognise([even(view).text for view in read[0]])}


def speed(papers: Sequence[Paper], model: Recogniser | None, rounds: int) -> Iterator[Row]:
    """Words a second of each way, and how many times the peer's that is."""
    readings = [reading(paper) for paper in papers]
    count = words(readings)
    rates = {}
    for name, way in ways(model).items():
        way(readings[0])
        rates[name] = count / timed(lambda way=way: [way(read) for read in readings], rounds)  # type: ignore[misc]
    *_, peer = rates.values()
    for name, rate in rates.items():
        yield {"": name, "words": count, "words/s": rate, "times the peer": rate / peer}


def invented(size: int) -> str:
    """A text of so many paragraphs in which hardly a name comes twice, and all names begin alike."""
    return "\n\n".join(_paragraph(number) for number in range(size))


def _paragraph(number: int) -> str:
    one, two, three, four, five = (_name(5 * number + at) for at in range(5))
    given = ("John", "Maria", "Peter", "Anna")[number % 4]
    return (
        f"{given} {one} of the {two} Institute for Water met Minister {three} in Kenya. The {four} Commission "
        f"({four[0]}C) had paid, wrote {five} (2004), and the Institute agreed with Maria {one}, J. {one} and {three}."
    )


def _name(number: int) -> str:
    """A word that no other number gives."""
    made, left = "", number + 1
    while left:
        left, at = divmod(left, 65)
        made += "bdfgklmnprstv"[at // 5] + "aeiou"[at % 5]
    return made.capitalize() + "k"


def growth(name: str, text: Callable[[int], str], model: Recogniser | None) -> Iterator[Row]:
    """Microseconds a word at each size, then the exponent by least squares over the logarithms."""
    sizes, times = [], []
    for copies in COPIES:
        read = reading(Paper(name, text(copies), Source(name, "txt", "", "bench")))
        sizes.append(words([read]))
        times.append(timed(lambda read=read: entities(*read, recogniser=model)))  # type: ignore[misc]
        yield {
            "": f"{name}, {copies}x",
            "words": sizes[-1],
            "seconds": times[-1],
            "us/word": 1e6 * times[-1] / sizes[-1],
        }
    slope, _ = np.polyfit(np.log(sizes), np.log(times), 1)
    yield {"": f"{name}: the exponent", "us/word": float(slope)}


def memory(papers: Sequence[Paper], model: Recogniser | None) -> Iterator[Row]:
    """The most memory used by this process after so many papers, each as if never seen: MiB."""
    unit = 1 << (20 if sys.platform == "darwin" else 10)
    for number in range(1, 101):
        analyse(papers[number % len(papers)], model)
        if number in {1, 10, 50, 100}:
            yield {"": f"after {number} papers", "MiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit}


def quality(folder: Path, model: Recogniser | None) -> Iterator[Row]:
    """F1 of persons, bodies and places on each set, by each way that finds names."""
    for name in SETS:
        with (folder / f"{name}.jsonl").open(encoding="utf-8") as lines:
            told = [json.loads(line) for line in islice(lines, ASKED)]
        yield {"": f"{name}, rules", **scores(told, lambda view: _together(view, None))}
        if model is not None:
            yield {"": f"{name}, {model.name}", **scores(told, lambda view: _alone(view, model))}
            yield {"": f"{name}, {names_by(model)}", **scores(told, lambda view: _together(view, model))}


def scores(told: Sequence[Any], way: Callable[[View], Iterable[tuple[int, int, str]]]) -> Row:
    """Precision, recall and F1 in per cent, all labels and each."""
    hit, found, wanted = dict.fromkeys(("all", *COUNTED.values()), 0), {}, {}
    found, wanted = dict(hit), dict(hit)
    for row in told:
        given = {(start, end, COUNTED[label]) for start, end, label in row["spans"] if label in COUNTED}
        seen = {(start, end, COUNTED[label]) for start, end, label in way(_view(row["text"])) if label in COUNTED}
        for tally, names in ((hit, given & seen), (found, seen), (wanted, given)):
            for *_, label in names:
                tally["all"] += 1
                tally[label] += 1
    f1 = {label: 200 * hit[label] / max(1, found[label] + wanted[label]) for label in hit}
    right, known = 100 * hit["all"] / max(1, found["all"]), 100 * hit["all"] / max(1, wanted["all"])
    return {"F1": f1.pop("all"), "precision": right, "recall": known, **f1}


def _view(text: str) -> View:
    return prose(text, (Span(0, len(text)),))


def _together(view: View, model: Recogniser | None) -> Iterator[tuple[int, int, str]]:
    for mention in entities([view], recogniser=model)[0]:
        yield mention.span.start, mention.span.end, mention.label


def _alone(view: View, model: Recogniser) -> Iterator[tuple[int, int, str]]:
    read = even(view)
    for name in model.recognise([read.text])[0]:
        span = read.source(name.start, name.end)
        yield span.start, span.end, name.label


def show(table: Iterable[Row]) -> list[Row]:
    """Print a table as it is made."""
    made: list[Row] = []
    for row in table:
        columns = [name for name in row if name]
        if not made:
            print(f"\n{'':48}" + "".join(f"{name:>16}" for name in columns))
        print(
            f"{row['']!s:48.48}"
            + "".join(f"{float(row[name]):16,.2f}" if name in row else " " * 16 for name in columns),
            flush=True,
        )
        made.append(row)
    return made


def main() -> None:
    """Read the arguments, measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--names", default="head", help="the model beside the rules, as `pincite add --names` reads it")
    parser.add_argument("--gold", type=Path, help="a folder with the sets that quality is measured on")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--out", type=Path, help="write the report as JSON")
    options = parser.parse_args()
    papers = [read_file(path, path.name) for path in options.files]
    model = recogniser(options.names)
    same = papers[0].text
    report = {
        "memory": show(memory(papers, model)),  # first: what follows needs more
        "speed": show(speed(papers, model, options.rounds)),
        "growth": show(growth("same words", lambda copies: "\n\n".join([same] * copies), model))
        + show(growth("new names", lambda copies: invented(PARAGRAPHS * copies), model)),
        "quality": show(quality(options.gold, model)) if options.gold else [],
    }
    if options.out:
        options.out.write_text(json.dumps(report, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
