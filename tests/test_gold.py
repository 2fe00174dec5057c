"""Quality on the shared gold sets never falls below what was reached: a ratchet, with its scores in a file.

The scorers are those of the gold sets. Raise a number in gold_baseline.json when it is beaten; lowering one
needs a reason in the commit. Skipped, saying so, where the gold sets are not beside the repository.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from beside import shared

from api.figures.record import figure_record
from api.library import FigureFilter, Library
from api.records import answer_record, hit_record
from api.settings import Settings
from corpus.model import Span
from corpus.prose import prose
from nlp.model import Place
from nlp.tag.figures.figures import figures

pytestmark = pytest.mark.shared
BASELINE = json.loads((Path(__file__).parent / "gold_baseline.json").read_text(encoding="utf-8"))
SLACK = 0.002
"""Rounding of the scorers' own print."""


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    papers = shared("papers")
    with Library.open(Settings(tmp_path_factory.mktemp("gold")), create=True) as opened:
        assert [added.outcome for added in opened.add([papers])] == ["added"] * 5
        yield opened


def scored(folder, *arguments):
    """What the scorer of that gold set prints."""
    script = shared("gold", folder, "score.py")
    command = [sys.executable, str(script), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def lines(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def holds(name, value):
    assert value >= BASELINE[name] - SLACK, f"{name} fell to {value:.3f} from {BASELINE[name]:.3f}"


def full_f1(printed, place):
    return float(re.search(rf"^{place}\s+(.*)$", printed, re.MULTILINE).group(1).split()[7])


def test_figures(library, tmp_path):
    rows = [figure_record(paper, figure) for paper, figure in library.figures(FigureFilter())]
    predicted = lines(tmp_path / "figures.jsonl", rows)
    for kind in ("money", "percent", "area", "mass", "distance", "duration", "rate", "count"):
        holds(f"figures {kind}", full_f1(scored("figures", predicted, "--kind", kind), "ALL"))
    holds("figures money in tables", full_f1(scored("figures", predicted, "--kind", "money"), "table"))


def test_currencies(tmp_path):
    """A suite of sentences in many currencies, each read by itself."""
    suite = shared("gold", "figures", "recognizers_currency.jsonl")
    rows = []
    for case in map(json.loads, suite.read_text(encoding="utf-8").splitlines()):
        text = case["text"]
        for figure in figures(text, [(prose(text, (Span(0, len(text)),)), Place.BODY)]):
            told = {"start": figure.span.start, "end": figure.span.end, "value": figure.value, "unit": figure.unit}
            rows.append({"paper": case["id"], "kind": figure.kind, **told})
    predicted = lines(tmp_path / "currencies.jsonl", rows)
    holds("figures currency suite", full_f1(scored("figures", predicted, "--suite", suite), "ALL"))


def test_notes(library, tmp_path):
    exported = library.export()
    rows = {name: exported[name] for name in ("notes", "markers", "links", "ibid", "passages", "blocks")}
    predicted = tmp_path / "notes.json"
    predicted.write_text(json.dumps(rows), encoding="utf-8")
    printed = scored("notes", predicted)
    blocks = ("caption", "table", "heading", "reference_entry", "block_quote", "list_item", "photo_caption")
    measures = ["notes", "notes_strict", "markers", "links", "ibid", *(f"block:{kind}" for kind in blocks)]
    for measure in measures:
        holds(measure, float(re.search(rf"^{measure}\s.*?F1 (\S+)", printed, re.MULTILINE).group(1)))
    holds("joins", float(re.search(r"^joins_passages.*?'share': ([\d.]+)", printed, re.MULTILINE).group(1)))
    impure = float(re.search(r"'impure_share': ([\d.]+)", printed).group(1))
    holds("purity", 1 - impure)


def test_entities(library, tmp_path):
    rows = library.export()["mentions"]
    short = [row | {"paper": row["paper"][:3]} for row in rows]
    printed = json.loads(scored("entities", lines(tmp_path / "mentions.jsonl", short), "--json"))
    holds("entities strict", printed["strict"]["F"] / 100)
    holds("entities B-cubed precision", printed["bcubed"]["P"] / 100)


def queries():
    rows = shared("gold", "retrieval", "queries.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(row) for row in rows]


def test_search(library, tmp_path):
    run = []
    for asked in queries():
        hits = enumerate(library.search(asked["query"], k=10), 1)
        results = [hit_record(paper, hit, rank=rank) for rank, (paper, hit) in hits]
        run.append({"id": asked["id"], "results": results})
    predicted = lines(tmp_path / "run.jsonl", run)
    printed = scored("retrieval", "--run", predicted, "--split", "dev", "--max-chars", "1500")
    total = re.search(r"^(?:all|ALL|total)\s+(.*)$", printed, re.MULTILINE).group(1).split()[1:]
    for name, value in zip(
        ("search recall@5", "search recall@10", "search MRR", "search nDCG@10"), total, strict=False
    ):
        holds(name, float(value))


def test_answers(library, tmp_path):
    rows = [{"id": asked["id"], **answer_record(library.ask(asked["query"]))} for asked in queries()]
    printed = scored("retrieval", "--answers", lines(tmp_path / "answers.jsonl", rows), "--split", "dev")
    holds("answers accuracy", share(printed, "answer accuracy"))
    holds("answers strict citations", share(printed, "... strictly"))
    refused = re.search(r"abstention precision / recall.*/\s*\d+/\d+ = ([\d.]+)", printed)
    holds("answers refusals", float(refused.group(1)))


def share(printed, name):
    return float(re.search(rf"{re.escape(name)}.*?= ([\d.]+)", printed).group(1))


def test_the_headline_uses(library):
    first = [paper.quote(*hit.passage.spans) for paper, hit in library.search("cocaine cultivation hectares", k=2)]
    assert any("156,000 ha" in text for text in first)
    ((paper, hit),) = library.search("156,000", k=1)
    assert "156,000" in paper.quote(*hit.passage.spans)
    answer = library.ask("How much was the 2008 Merida Initiative worth?")
    assert any("$1.4 billion" in statement.text for statement in answer.statements)
    for statement in answer.statements:
        assert all(citation.holds(library.paper(citation.paper)) for citation in statement.citations)
