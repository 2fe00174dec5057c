"""The shared papers in other forms: notes, links and healed sentences hardly suffer when only the form changes.

No word is changed, so what is lost is lost to habit. The demands are the same for every form; skipped, saying so,
where the papers and their gold are not beside the repository.
"""

import importlib.util

import pytest
from beside import shared
from rewritten import FORMS, load, rewritten

from corpus.model import Paper, Source, hull
from corpus.passages import trimmed
from corpus.structure import structure

pytestmark = pytest.mark.shared
NOTES, LINKS, JOINS = 0.97, 0.94, 0.9
JOINS_WITHOUT_BLANK_LINES = 0.8


@pytest.fixture(scope="module")
def scorer():
    place = importlib.util.spec_from_file_location("notes_scorer", shared("gold", "notes", "score.py"))
    module = importlib.util.module_from_spec(place)
    place.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def papers():
    return list(load(shared("gold", "notes")))


def gold_of(scorer, text, gold):
    """The scorer's own reading of gold rows, for a text that is in no file."""
    doc = scorer.Doc()
    doc.t, doc.n, doc.cls, doc.mark = text, len(text), ["-"] * len(text), set()
    doc.notes, doc.markers, doc.joins, doc.blocks = gold.notes, gold.markers, gold.joins, gold.blocks
    classes = ((scorer.NOTE, "N"), (scorer.BIB, "R"), (scorer.FURN, "F"), (scorer.BODY, "B"), (scorer.FIG, "G"))
    for block in gold.blocks:
        if not block.get("container"):
            kind = next((letter for kinds, letter in classes if block["type"] in kinds), "H")
            doc.cls[block["start"] : block["end"]] = kind * (block["end"] - block["start"])
    for note in gold.notes:
        for start, end in note["spans"]:
            doc.cls[start:end] = "N" * (end - start)
    for marker in gold.markers:
        doc.mark.update(range(marker["start"], marker["end"]))
    return doc


def found_in(paper, text):
    """Our rows for the scorer."""
    seen = structure(Paper(paper, text, Source("-", "txt", "", "txt")))
    where = {"paper": paper}
    words = [trimmed(text, note.words) or note.spans for note in seen.notes]
    linked = [marker for marker in seen.markers if marker.note is not None]
    return {
        "notes": [
            where | {"number": note.label, "spans": [[a, b] for a, b in spans]}
            for note, spans in zip(seen.notes, words, strict=True)
        ],
        "markers": [where | {"number": m.label, "start": m.span.start, "end": m.span.end} for m in seen.markers],
        "links": [
            where | {"number": m.label, "marker": list(m.span), "note": list(hull(seen.notes[m.note].spans))}
            for m in linked
        ],
        "passages": [where | {"type": str(p.kind), "spans": [[a, b] for a, b in p.spans]} for p in seen.passages],
    }


@pytest.mark.parametrize("form", FORMS)
def test_a_change_of_form_loses_hardly_a_note_a_link_or_a_sentence(scorer, papers, form):
    golds, ours = {}, {}
    for paper, _, text, gold in papers:
        new, carried = rewritten(text, gold, FORMS[form])
        golds[paper] = gold_of(scorer, new, carried)
        for layer, rows in found_in(paper, new).items():
            ours.setdefault(layer, []).extend(rows)
    scores = scorer.score(ours, golds)[0]
    total = scores["total"]
    least = JOINS_WITHOUT_BLANK_LINES if "no blank lines" in form else JOINS
    assert total["notes"]["f1"] >= NOTES
    assert total["links"]["f1"] >= LINKS
    assert total["joins_passages"]["share"] >= least
    assert all(each["notes"]["system"] == 0 for paper, each in scores["per_paper"].items() if not golds[paper].notes)


@pytest.mark.parametrize("form", FORMS)
def test_the_gold_is_carried_along(papers, form):
    for _, _, text, gold in papers:
        new, carried = rewritten(text, gold, FORMS[form])
        before = {note["uid"]: "".join(text[a:b] for a, b in note["spans"]) for note in gold.notes}
        for note in carried.notes:
            words = "".join(new[a:b] for a, b in note["spans"])
            assert "".join(before[note["uid"]].split()) == "".join(words.split())
