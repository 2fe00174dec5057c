"""Papers (and judged queries) -> how well and how fast pincite's search finds, beside rank-bm25, in one run.

    python bench/search.py PAPERS [--gold QUERIES.jsonl] [--runs DIR] [--out report.json]

Both read the same passages: paragraphs between blank lines, cut at about 1,000 characters, found by title,
heading and text. rank-bm25 is asked as most people use it (Okapi, lower case, split at white space) and with
pincite's own tokens. Without judged queries the first words of passages are asked, and only speed is told.
A query is {"id", "query", "relevant": [{"paper", "start", "end", "grade"}]}; grades are 1 to 3.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from statistics import fmean, median
from typing import Any

from rank_bm25 import BM25Okapi

from corpus.model import Metadata, Paper, Passage, Source, Span
from nlp.find.asking import words_of
from nlp.find.entries import entry
from nlp.find.keyword import TantivyIndex
from nlp.find.meaning import SentenceEncoder
from nlp.find.search import Engines, search
from nlp.find.vectors import VectorIndex
from nlp.find.words import asked, terms
from nlp.model import Mode, Ref

K = 10
SHORTEST, LONGEST, WANTED = 25, 1200, 1000
BLOCK = re.compile(r"(?:(?!\r?\n[ \t]*\r?\n).)+", re.DOTALL)
SENTENCE = re.compile(r"[^.!?]*[.!?]+[”’\"')\]]*\s*|[^.!?]+$")
Ask = Callable[[str], Sequence[Ref]]


def read(folder: Path) -> list[Paper]:
    """The .txt files of `folder` as papers."""
    papers = []
    for path in sorted(folder.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        source = Source(path=str(path), format="txt", sha256="", reader="bench")
        papers.append(Paper(path.name, text, source, metadata=Metadata(title=title(text))))
    return papers


def title(text: str) -> str | None:
    """The first block of five words or more that looks like a heading, if one is near the top."""
    for block in islice(BLOCK.finditer(text), 10):
        words = block.group().split()
        if len(words) >= 5 and len(block.group()) < 200 and words[0][0].isupper() and words[-1][-1] not in ".,;:":
            return " ".join(words)
    return None


def passages(paper: Paper) -> Iterator[Passage]:
    """Its paragraphs, each with the nearest earlier line that looks like a heading."""
    heading: Span | None = None
    for block in BLOCK.finditer(paper.text):
        words = block.group().strip()
        if len(words) < 110 and words[:1].isupper() and words[-1:] not in ".,;:":
            heading = Span(*block.span())
        for start, end in cuts(block.group()):
            if end - start >= SHORTEST:
                span = Span(block.start() + start, block.start() + end)
                yield Passage((span,), section=(heading,) if heading and heading != span else ())


def cuts(block: str) -> list[tuple[int, int]]:
    """The block whole, or cut after sentences when it is long."""
    if len(block) <= LONGEST:
        return [(0, len(block))]
    found, start = [], 0
    for sentence in SENTENCE.finditer(block):
        if sentence.end() - start > WANTED and sentence.start() > start:
            found.append((start, sentence.start()))
            start = sentence.start()
    return [*found, (start, len(block))]


def systems(papers: Sequence[Paper], folder: Path) -> dict[str, Ask]:
    """Every way of asking, by name; the first is the measure of the others."""
    held = {paper.name: list(passages(paper)) for paper in papers}
    refs = [Ref(name, number) for name, found in held.items() for number in range(len(found))]
    by_name = {paper.name: paper for paper in papers}
    told = [entry(by_name[ref.paper], held[ref.paper][ref.passage]) for ref in refs]
    texts = [each.text for each in told]
    bare = [by_name[ref.paper].quote(*held[ref.paper][ref.passage].spans) for ref in refs]
    encoder, keyword = SentenceEncoder(), TantivyIndex(folder)
    vectors = VectorIndex(encoder.dim)
    matrix = encoder.encode(texts)
    for name in held:
        rows = [row for row, ref in enumerate(refs) if ref.paper == name]
        keyword.replace(name, "", [told[row].indexed() for row in rows])
        vectors.replace(name, ["body"] * len(rows), matrix[rows])
    keyword.commit()

    def pincite(mode: Mode) -> Ask:
        engines = Engines(keyword, vectors, encoder)
        return lambda query: [hit.ref for hit in search(words_of(query), engines, limit=K, mode=mode)]

    return {
        "rank-bm25, split": okapi(refs, [text.lower().split() for text in bare], lambda q: q.lower().split()),
        "rank-bm25, our tokens": okapi(refs, [terms(text) for text in texts], asked),
        **{f"pincite, {mode}": pincite(mode) for mode in Mode},
    }


def okapi(refs: Sequence[Ref], tokens: Sequence[Sequence[str]], cut: Callable[[str], list[str]]) -> Ask:
    """rank-bm25 over the given tokens."""
    model = BM25Okapi(tokens)

    def ask(query: str) -> list[Ref]:
        scores = model.get_scores(cut(query))
        return [refs[i] for i in sorted(range(len(refs)), key=lambda i: -scores[i])[:K]]

    return ask


def covered(paper: str, spans: Sequence[Span], relevant: Sequence[dict[str, Any]]) -> set[int]:
    """Which of the relevant places a hit covers by half or more."""
    return {
        number
        for number, one in enumerate(relevant)
        if one["paper"] == paper
        and 2 * sum(max(0, min(s.end, one["end"]) - max(s.start, one["start"])) for s in spans)
        >= one["end"] - one["start"]
    }


def quality(hits: Sequence[set[int]], relevant: Sequence[dict[str, Any]]) -> dict[str, float]:
    """The measures of one ranking, given as what each hit covers; a place counts once, at its first hit."""
    gains: list[float] = []
    seen: set[int] = set()
    wanted = {number for number, one in enumerate(relevant) if one["grade"] >= 2}
    for hit in hits:
        gains.append(max((2 ** relevant[number]["grade"] - 1 for number in hit - seen), default=0))
        seen |= hit
    ideal = sorted((2 ** one["grade"] - 1 for one in relevant), reverse=True)[:K]
    return {
        "nDCG@10": dcg(gains) / dcg(ideal),
        "MRR": next((1 / rank for rank, hit in enumerate(hits, start=1) if hit & wanted), 0.0),
        "recall@10": len(seen & wanted) / max(1, len(wanted)),
    }


def dcg(gains: Sequence[float]) -> float:
    """Discounted cumulative gain."""
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, start=1))


def measure(ask: Ask, queries: Sequence[dict[str, Any]], spans: dict[Ref, Sequence[Span]]) -> dict[str, Any]:
    """Median milliseconds a query, the mean measures over the judged queries, and the ranking of each."""
    ask(queries[0]["query"])
    times, measures, rows = [], [], []
    for query in queries:
        started = time.perf_counter()
        refs = ask(query["query"])
        times.append(1000 * (time.perf_counter() - started))
        rows.append({"id": query["id"], "results": [result(ref, spans[ref]) for ref in refs]})
        relevant = query.get("relevant", [])
        if relevant:
            measures.append(quality([covered(ref.paper, spans[ref], relevant) for ref in refs], relevant))
    means = {name: fmean(one[name] for one in measures) for name in measures[0]} if measures else {}
    return {"ms": median(times), **means, "rows": rows}


def result(ref: Ref, spans: Sequence[Span]) -> dict[str, Any]:
    """One hit as a record."""
    return {"paper": ref.paper, "spans": [list(span) for span in spans]}


def show(report: dict[str, dict[str, Any]]) -> None:
    """The table, with each time as a ratio to the first system's."""
    base = next(iter(report.values()))
    columns = [name for name in base if name != "ms"]
    print(f"{'':24}{'ms':>8}{'ratio':>8}" + "".join(f"{name:>11}" for name in columns))
    for name, row in report.items():
        ratio = row["ms"] / base["ms"]
        print(f"{name:24}{row['ms']:8.2f}{ratio:8.2f}" + "".join(f"{row[c]:11.3f}" for c in columns))


def main() -> None:
    """Read the arguments, measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("papers", type=Path)
    parser.add_argument("--gold", type=Path, help="judged queries, one JSON object a line")
    parser.add_argument("--runs", type=Path, help="write each system's rankings into this folder")
    parser.add_argument("--out", type=Path, help="write the report as JSON")
    options = parser.parse_args()
    papers = read(options.papers)
    spans = {Ref(p.name, n): one.spans for p in papers for n, one in enumerate(passages(p))}
    if options.gold:
        queries = [json.loads(line) for line in options.gold.read_text("utf-8").splitlines() if line.strip()]
    else:
        openings = [(ref, papers[0].text) for ref in list(spans)[:50] if ref.paper == papers[0].name]
        queries = [
            {"id": str(ref.passage), "query": " ".join(text[spans[ref][0].start :].split()[:6])}
            for ref, text in openings
        ]
    with tempfile.TemporaryDirectory() as folder:
        measured = {n: measure(ask, queries, spans) for n, ask in systems(papers, Path(folder)).items()}
    for name, row in measured.items():
        rows = row.pop("rows")
        if options.runs:
            options.runs.mkdir(parents=True, exist_ok=True)
            file = options.runs / (re.sub(r"\W+", "-", name) + ".jsonl")
            file.write_text("".join(json.dumps(one) + "\n" for one in rows), "utf-8")
    print(f"{len(papers)} papers, {len(spans)} passages, {len(queries)} queries")
    show(measured)
    if options.out:
        options.out.write_text(json.dumps(measured, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
