"""Synthetic passages, ever more of them -> what search costs beside its parts used bare, in one run.

    python bench/growth.py [--sizes 1000 100000 1000000] [--plot growth.svg] [--out report.json]

Passages of 100 words drawn by Zipf's law from 400,000, a hundred a paper; vectors are random unit rows of the
model's width. Peers read the same words: raw tantivy, bm25s, rank-bm25 (up to 100,000: it looks at every passage);
raw numpy for vectors; the model itself for the query. CPU milliseconds a query (process time: threads add up), the
least of three rounds, on the same queries; memory is what the process has grown by, disk what the folder holds.
"""

from __future__ import annotations

import argparse
import gc
import json
import resource
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import bm25s
import numpy as np
import tantivy
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from nlp.engines import Indexed, Vectors
from nlp.find.asking import words_of
from nlp.find.keyword import TantivyIndex
from nlp.find.late import Codec, MaxSim
from nlp.find.meaning import SentenceEncoder
from nlp.find.search import CANDIDATES, Engines, search
from nlp.find.vectors import VectorIndex
from nlp.model import Mode, Ref, Where

WORDS, LENGTH, PAPER = 400_000, 100, 100
K, QUERIES, ROUNDS = 10, 60, 3
OKAPI_MOST = 100_000
PIECES = 150
"""Pieces of words in a passage of LENGTH words."""
ANY = Where()
Row = dict[str, float]
Ask = Callable[[Sequence[str]], object]


class Text:
    """Words as common and as rare as in any language."""

    def __init__(self) -> None:
        share = 1 / (np.arange(WORDS) + 2.7) ** 1.05
        self._upto = np.cumsum(share / share.sum())
        self.words = [f"w{number}" for number in range(WORDS)]

    def papers(self, passages: int) -> Iterator[list[list[str]]]:
        """The passages of one paper after another."""
        rng = np.random.default_rng(1)
        for _ in range(passages // PAPER):
            drawn = np.searchsorted(self._upto, rng.random((PAPER, LENGTH))).clip(max=WORDS - 1)
            yield [[self.words[number] for number in row] for row in drawn]

    def queries(self) -> list[list[str]]:
        """One, three and eight telling words, and eight with three of the commonest among them, in turn."""
        rng = np.random.default_rng(2)
        telling = np.arange(50, 3000)
        made = []
        for number in range(QUERIES):
            words = [self.words[n] for n in rng.choice(telling, (1, 3, 8, 5)[number % 4], replace=False)]
            made.append(words if number % 4 < 3 else [*words, *self.words[:3]])
        return made


def cpu(ask: Ask, queries: Sequence[Sequence[str]]) -> float:
    """CPU milliseconds a query, warm."""
    rounds = []
    for _ in range(ROUNDS):
        started = time.process_time()
        for query in queries:
            ask(query)
        rounds.append((time.process_time() - started) / len(queries) * 1000)
    return min(rounds)


def memory() -> float:
    """Megabytes this process holds now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def disk(folder: Path) -> float:
    """Megabytes in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def passage(words: Sequence[str]) -> Indexed:
    """A passage that says these words; they are ranked by, said, and printed so."""
    return Indexed("body", words, list(zip(words, range(len(words)), strict=True)), (), words)


def ours(text: Text, size: int, folder: Path) -> tuple[TantivyIndex, Row]:
    """Pincite's keyword index, and what it cost; last, one paper of it replaced."""
    before, started = memory(), time.process_time()
    index = TantivyIndex(folder)
    for number, paper in enumerate(text.papers(size)):
        index.replace(f"p{number}", "1", [passage(words) for words in paper])
    index.commit()
    build = time.process_time() - started
    row = {"pincite build s": build, "pincite disk MB": disk(folder), "pincite memory MB": memory() - before}
    started = time.process_time()
    index.replace("p0", "2", [passage(words) for words in next(text.papers(PAPER))])
    index.commit()
    row["pincite replace one paper s"] = time.process_time() - started
    return index, row


def raw_tantivy(text: Text, size: int, folder: Path) -> tuple[Callable[[Sequence[str], int], object], Row]:
    """Tantivy with one field and a key, used bare."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("words", tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("key", stored=True, tokenizer_name="raw", index_option="basic")
    folder.mkdir()
    index = tantivy.Index(builder.build(), path=str(folder))
    started = time.process_time()
    writer = index.writer(50_000_000, 1)
    for number, paper in enumerate(text.papers(size)):
        for at, words in enumerate(paper):
            writer.add_document(tantivy.Document(words=" ".join(words), key=f"{at}:p{number}"))
    writer.commit()
    writer.wait_merging_threads()
    build = time.process_time() - started
    index.reload()
    searcher, query, should = index.searcher(), tantivy.Query, tantivy.Occur.Should

    def ask(words: Sequence[str], limit: int) -> list[Any]:
        terms = [(should, query.term_query(index.schema, "words", word, index_option="freq")) for word in words]
        hits = searcher.search(query.boolean_query(terms), limit, count=False).hits
        return [searcher.doc(address).get_first("key") for _, address in hits]

    return ask, {"tantivy build s": build, "tantivy disk MB": disk(folder)}


def raw_bm25s(text: Text, size: int) -> tuple[Ask, Row]:
    """bm25s over the same words."""
    before, started = memory(), time.process_time()
    model = bm25s.BM25()
    model.index([words for paper in text.papers(size) for words in paper], show_progress=False)
    row = {"bm25s build s": time.process_time() - started, "bm25s memory MB": memory() - before}
    return lambda words: model.retrieve([list(words)], k=K, show_progress=False, n_threads=1), row


def raw_okapi(text: Text, size: int) -> tuple[Ask, Row]:
    """rank-bm25 over the same words."""
    before, started = memory(), time.process_time()
    model = BM25Okapi([words for paper in text.papers(size) for words in paper])
    row = {"rank-bm25 build s": time.process_time() - started, "rank-bm25 memory MB": memory() - before}
    return lambda words: np.argpartition(model.get_scores(words), -K)[-K:], row


def vectors_of(number: int, dim: int) -> Vectors:
    """The random rows of one paper, always the same."""
    rows = np.random.default_rng(number).standard_normal((PAPER, dim), dtype=np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)  # type: ignore[no-any-return]


def vectors(size: int, dim: int) -> VectorIndex:
    """As many random rows, a hundred a paper."""
    index = VectorIndex(dim)
    for number in range(size // PAPER):
        index.replace(f"p{number}", ["body"] * PAPER, vectors_of(number, dim))
    return index


def cells(codec: Codec, dim: int, place: Path) -> Callable[[Sequence[Ref]], list[bytes]]:
    """Packed word vectors on disk, one cell a passage of 50 papers; any passage asked for gets one of them."""
    many = 50 * PAPER
    database = sqlite3.connect(place)
    database.execute("CREATE TABLE cells (n INTEGER PRIMARY KEY, data BLOB)")
    made = (codec.pack(np.resize(vectors_of(number, dim), (PIECES, dim))) for number in range(many))
    database.executemany("INSERT INTO cells VALUES (?, ?)", enumerate(made))
    database.commit()

    def read(refs: Sequence[Ref]) -> list[bytes]:
        wanted = [(int(ref.paper[1:]) * PAPER + ref.passage) % many for ref in refs]
        return [database.execute("SELECT data FROM cells WHERE n = ?", (n,)).fetchone()[0] for n in wanted]

    return read


def raw_numpy(size: int, query: NDArray[np.float32], queries: Sequence[Sequence[str]]) -> float:
    """CPU milliseconds of a product with all vectors and the choice of the best."""
    matrix = np.concatenate([vectors_of(number, len(query)) for number in range(size // PAPER)])
    return cpu(lambda _: np.argpartition(matrix @ query, -CANDIDATES)[-CANDIDATES:], queries)


def both_legs(index: TantivyIndex, encoder: SentenceEncoder, codec: Codec, size: int, folder: Path) -> Row:
    """Both legs together, with and without late interaction, and the parts they cannot do without."""
    queries = Text().queries()
    before = memory()
    meaning = vectors(size, encoder.dim)
    query = encoder.encode(["w50 w60"])[0]
    meaning.search(query[None], 1, ANY)
    row = {"pincite vectors MB": memory() - before}
    row["ms: query encoding"] = cpu(lambda words: encoder.encode([" ".join(words)]), queries)
    row["ms: raw numpy"] = raw_numpy(size, query, queries)
    plain = Engines(index, meaning, encoder)
    late = plain._replace(late=MaxSim(codec, cells(codec, encoder.dim, folder / "cells.db")))
    row["ms: pincite, meaning"] = cpu(
        lambda words: search(words_of(" ".join(words)), plain, mode=Mode.MEANING), queries
    )
    row["ms: pincite, both"] = cpu(lambda words: search(words_of(" ".join(words)), plain), queries)
    row["ms: pincite, both and late"] = cpu(lambda words: search(words_of(" ".join(words)), late), queries)
    return row


def at(size: int, text: Text, encoder: SentenceEncoder, codec: Codec) -> Row:
    """All that is measured at one size."""
    queries = text.queries()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        index, row = ours(text, size, folder / "ours")
        ask, cost = raw_tantivy(text, size, folder / "raw")
        row |= cost
        row["ms: raw tantivy"] = cpu(lambda words: ask(words, K), queries)
        row[f"ms: raw tantivy, {CANDIDATES}"] = cpu(lambda words: ask(words, CANDIDATES), queries)
        row["ms: pincite, words"] = cpu(lambda words: index.search(dict.fromkeys(words, 1.0), K, ANY), queries)
        row |= both_legs(index, encoder, codec, size, folder)
    for name, make, most in (("bm25s", raw_bm25s, size), ("rank-bm25", raw_okapi, OKAPI_MOST)):
        gc.collect()
        if size <= most:
            peer, cost = make(text, size)
            row |= {**cost, f"ms: {name}": cpu(peer, queries[:12])}
            del peer
    return row | ratios(row)


def ratios(row: Row) -> Row:
    """What the times come to beside those of the parts."""
    parts = row["ms: query encoding"] + row["ms: raw numpy"] + row[f"ms: raw tantivy, {CANDIDATES}"]
    return {
        "words / raw tantivy": row["ms: pincite, words"] / row["ms: raw tantivy"],
        "words / bm25s": row["ms: pincite, words"] / row["ms: bm25s"],
        "both / sum of parts": row["ms: pincite, both"] / parts,
        "late adds ms": row["ms: pincite, both and late"] - row["ms: pincite, both"],
    }


def plot(report: dict[int, Row], path: Path) -> None:
    """Time a query by passages, both by powers of ten."""
    import matplotlib as mpl  # noqa: PLC0415 - only where a plot is asked for

    mpl.use("svg")
    from matplotlib import pyplot as plt  # noqa: PLC0415

    figure, axes = plt.subplots(figsize=(7, 4.5), layout="constrained")
    for name in dict.fromkeys(name for row in report.values() for name in row if name.startswith("ms: ")):
        sizes = [size for size, row in report.items() if name in row]
        style = "-" if "pincite" in name else "--"
        axes.plot(sizes, [report[size][name] for size in sizes], style, marker="o", label=name[4:])
    axes.set(xscale="log", yscale="log", xlabel="passages", ylabel="CPU milliseconds a query")
    axes.legend(fontsize=8, ncols=2)
    figure.savefig(path, metadata={"Date": None})


def main() -> None:
    """Read the arguments, measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 100_000])
    parser.add_argument("--plot", type=Path, help="write a plot of the growth")
    parser.add_argument("--out", type=Path, help="write the report as JSON")
    options = parser.parse_args()
    text, encoder = Text(), SentenceEncoder()
    codec = Codec.of(encoder)
    report = {}
    for size in options.sizes:
        report[size] = at(size, text, encoder, codec)
        print(f"{size:,} passages", *(f"  {name:32}{value:12.3f}" for name, value in report[size].items()), sep="\n")
        print(flush=True)
    if options.out:
        options.out.write_text(json.dumps(report, indent=2) + "\n", "utf-8")
    if options.plot:
        plot(report, options.plot)


if __name__ == "__main__":
    main()
