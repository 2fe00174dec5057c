"""Public test sets -> how well pincite's search finds in them, beside bm25s and rank-bm25, in one run.

    python bench/public.py --data DIR scifact cranfield ... [--cache DIR] [--out report.json]
    python bench/public.py --data DIR --fetch scifact nfcorpus fiqa

A set is a folder in the layout of BEIR (Thakur et al., 2021): corpus.jsonl, queries.jsonl, qrels/test.tsv. `--fetch`
downloads sets that are not there from BEIR's own address; nothing else leaves the machine. Each document is one
passage of a paper of its own, found by title and text as any passage is, with no setting of its own. --cache keeps
what the model makes of the documents, which is most of the time. Measures by ir-measures.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import tempfile
import urllib.request
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import bm25s
import ir_measures
import numpy as np
from ir_measures import RR, R, nDCG
from rank_bm25 import BM25Okapi

from nlp.find.asking import words_of
from nlp.find.entries import Entry
from nlp.find.keyword import TantivyIndex
from nlp.find.late import Codec, MaxSim
from nlp.find.meaning import SentenceEncoder
from nlp.find.search import Engines, search
from nlp.find.vectors import VectorIndex
from nlp.model import Mode

BEIR = "https://public.ukp.informatik.tu-darmstadt.de/thakur/BEIR/datasets/{}.zip"
PUBLISHED = {
    "scifact": {"BM25": 0.679, "all-MiniLM-L6-v2": 0.645},
    "nfcorpus": {"BM25": 0.322, "all-MiniLM-L6-v2": 0.316},
}
"""nDCG@10 as others report it."""
MEASURES = (nDCG @ 10, R @ 100, RR @ 10)
DEPTH = 100
Run = Callable[[str], Sequence[tuple[str, float]]]


class Set:
    """A test set in BEIR's layout."""

    def __init__(self, folder: Path) -> None:
        self.name = folder.name
        self.documents = list(_lines(folder / "corpus.jsonl"))
        with (folder / "qrels" / "test.tsv").open(encoding="utf-8") as rows:
            told = csv.DictReader(rows, delimiter="\t")
            self.judged = [ir_measures.Qrel(r["query-id"], r["corpus-id"], int(r["score"])) for r in told]
        wanted = {one.query_id for one in self.judged}
        self.queries = {q["_id"]: q["text"] for q in _lines(folder / "queries.jsonl") if q["_id"] in wanted}

    @property
    def entries(self) -> list[Entry]:
        """Each document as what it is found by."""
        return [Entry("body", one.get("title", ""), (), one["text"]) for one in self.documents]

    def scored(self, run: Run) -> dict[str, float]:
        """The measures of one way of asking, over all judged queries."""
        found = (
            ir_measures.ScoredDoc(number, document, score)
            for number, text in self.queries.items()
            for document, score in run(text)
        )
        return {str(name): value for name, value in ir_measures.calc_aggregate(MEASURES, self.judged, found).items()}


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def fetch(name: str, data: Path) -> None:
    """Download a set from BEIR into `data`."""
    with urllib.request.urlopen(BEIR.format(name)) as answer:
        packed = zipfile.ZipFile(io.BytesIO(answer.read()))
    for member in ("corpus.jsonl", "queries.jsonl", "qrels/test.tsv"):
        target = data / name / member
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(packed.read(f"{name}/{member}"))


def ours(one: Set, encoder: SentenceEncoder, folder: Path, cache: Path | None) -> Mapping[str, Run]:
    """Pincite's ways of asking."""
    entries, names = one.entries, [document["_id"] for document in one.documents]
    keyword, vectors = TantivyIndex(folder), VectorIndex(encoder.dim)
    codec = Codec.of(encoder)
    rows, cells = _made(one, encoder, codec, cache)
    for name, entry, row in zip(names, entries, rows, strict=True):
        keyword.replace(name, "", [entry.indexed()])
        vectors.replace(name, ["body"], row[None])
    keyword.commit()
    place = dict(zip(names, cells, strict=True))
    late = MaxSim(codec, lambda refs: [place[ref.paper] for ref in refs])

    def run(mode: Mode, engines: Engines) -> Run:
        def ask(text: str) -> list[tuple[str, float]]:
            found = search(words_of(text), engines, limit=DEPTH, mode=mode)
            return [(hit.ref.paper, float(DEPTH - rank)) for rank, hit in enumerate(found)]

        return ask

    plain = Engines(keyword, vectors, encoder)
    return {
        "pincite, words": run(Mode.WORDS, plain),
        "pincite, meaning": run(Mode.MEANING, plain),
        "pincite, both": run(Mode.BOTH, plain),
        "pincite, both and late": run(Mode.BOTH, plain._replace(late=late)),
    }


def _made(one: Set, encoder: SentenceEncoder, codec: Codec, cache: Path | None) -> tuple[np.ndarray, list[bytes]]:
    """What the model makes of each document: its row and its packed words."""
    kept = cache / f"{one.name}-{encoder.name}.npz" if cache else None
    if kept and kept.exists():
        held = np.load(kept)
        ends = np.cumsum(held["lengths"])
        data = held["cells"].tobytes()
        return held["rows"], [data[end - n : end] for n, end in zip(held["lengths"], ends, strict=True)]
    rows = np.empty((len(one.documents), encoder.dim), np.float32)
    cells = [b""] * len(one.documents)
    for number, pieces in encoder.pieces([entry.text for entry in one.entries]):
        rows[number], cells[number] = pieces.row, codec.pack(pieces.states)
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        lengths = np.array([len(cell) for cell in cells])
        np.savez(kept, rows=rows, lengths=lengths, cells=np.frombuffer(b"".join(cells), np.uint8))
    return rows, cells


def peers(one: Set) -> Mapping[str, Run]:
    """Both peers as their documentation asks them."""
    names = [document["_id"] for document in one.documents]
    texts = [f"{document.get('title', '')} {document['text']}" for document in one.documents]
    sparse = bm25s.BM25(method="lucene")
    sparse.index(bm25s.tokenize(texts, stopwords="en", show_progress=False), show_progress=False)
    okapi = BM25Okapi([text.lower().split() for text in texts])

    def by_bm25s(text: str) -> list[tuple[str, float]]:
        found, scores = sparse.retrieve(
            bm25s.tokenize([text], stopwords="en", show_progress=False), k=DEPTH, show_progress=False
        )
        return [(names[n], float(score)) for n, score in zip(found[0], scores[0], strict=True)]

    def by_okapi(text: str) -> list[tuple[str, float]]:
        scores = okapi.get_scores(text.lower().split())
        return [(names[n], float(scores[n])) for n in np.argsort(-scores, kind="stable")[:DEPTH]]

    return {"bm25s": by_bm25s, "rank-bm25": by_okapi}


def main() -> None:
    """Read the arguments, measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+", help="names of folders in DIR")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--fetch", action="store_true", help="download sets that are not in DIR")
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--out", type=Path, help="write the report as JSON")
    options = parser.parse_args()
    encoder, report = SentenceEncoder(), {}
    for name in options.sets:
        if options.fetch and not (options.data / name / "corpus.jsonl").exists():
            fetch(name, options.data)
        one = Set(options.data / name)
        print(f"{name}: {len(one.documents):,} documents, {len(one.queries)} queries")
        with tempfile.TemporaryDirectory() as folder:
            runs = {**peers(one), **ours(one, encoder, Path(folder), options.cache)}
            report[name] = {way: one.scored(run) for way, run in runs.items()}
        for way, scores in report[name].items():
            print(f"  {way:24}" + "".join(f"{measure:>8} {value:.3f}" for measure, value in scores.items()))
        for way, value in PUBLISHED.get(name, {}).items():
            print(f"  {way:24} nDCG@10 {value:.3f} as published")
        print(flush=True)
    if options.out:
        options.out.write_text(json.dumps(report, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
