"""Passages are whole sentences of one section, of a readable length, and nothing that is not body."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import Paper, PassageKind, Source
from corpus.passages import LONGEST
from corpus.read.readers import read_file
from corpus.structure import structure

SAMPLES = sorted((Path(__file__).parents[2] / "examples" / "papers").glob("*.*"))
SENTENCE = "The council paid for the wells, the pumps and the pipes that brought water to the upper valley that year."


def seen(text, form="txt"):
    return structure(Paper("a.txt", text, Source("a.txt", form, "", "txt 1")))


def told(text, kind=PassageKind.BODY):
    result = seen(text)
    return [result.paper.quote(*p.spans) for p in result.passages if p.kind is kind]


def test_a_long_paragraph_is_cut_between_sentences_into_equal_parts():
    parts = told(" ".join([SENTENCE] * 20))
    assert len(parts) > 1
    assert all(part.startswith("The council") and part.endswith("that year.") for part in parts)
    assert max(map(len, parts)) < 2 * min(map(len, parts))


def test_short_paragraphs_go_together_but_not_over_a_heading():
    body = f"{SENTENCE}\n\n{SENTENCE}"
    parts = told(f"{body}\n\nPRICES\n\n{body}")
    assert parts == [body, body]


def test_a_sentence_that_a_note_cuts_is_one_sentence_in_one_passage():
    text = f"{SENTENCE}¹ The council also paid for the\n\n¹ See Abel (1999).\n\nroad to the dam. {SENTENCE}"
    assert told(text) == [f"{SENTENCE}¹ The council also paid for the\nroad to the dam. {SENTENCE}"]
    assert told(text, PassageKind.NOTE) == ["See Abel (1999)."]


def test_a_table_is_one_passage_with_its_caption():
    table = "River\t2001\nElm\t5\nOak\t7"
    text = f"{SENTENCE}\n\nTable 1. Wells (EUR million)\n\n{table}\n\nSource: Council\n\n{SENTENCE}"
    assert told(text, PassageKind.TABLE) == [f"Table 1. Wells (EUR million)\n\n{table}"]


def test_a_long_table_is_cut_between_rows_each_part_with_caption_and_header():
    rows = "\n".join(f"River number {n} of the valley\t{n}\t{n * 2}" for n in range(120))
    text = f"{SENTENCE}\n\nTable 1. Wells\n\nRiver\t2001\t2002\n{rows}\n\n{SENTENCE}"
    parts = told(text, PassageKind.TABLE)
    assert len(parts) > 2
    assert all(part.startswith("Table 1. Wells") and "River\t2001\t2002" in part for part in parts)
    assert all(len(part) <= LONGEST + 60 for part in parts)


@pytest.mark.parametrize("unread", ["REFERENCES\n\nAbel, R. (2001). Rivers.", "12", "© 2019 Institute"])
def test_references_headings_and_furniture_are_in_no_passage(unread):
    result = seen(f"{SENTENCE}\n\n{SENTENCE}\n\n{unread}")
    assert all(unread.split("\n")[-1] not in result.paper.quote(*p.spans) for p in result.passages)


def test_a_passage_knows_its_headings_and_its_paragraph():
    text = (
        f"A Title of Four Words\n\n{SENTENCE}\n\n1. Rivers\n\n{SENTENCE}\n\n1.1 Small rivers\n\n{SENTENCE} {SENTENCE}"
    )
    result = seen(text)
    where = [([result.paper.quote(s) for s in p.section], p.paragraph) for p in result.passages]
    assert where == [([], 1), (["1. Rivers"], 2), (["1. Rivers", "1.1 Small rivers"], 3)]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_passages_of_the_samples_are_short_ordered_disjoint_and_verbatim(path):
    result = structure(read_file(path))
    spans = [span for p in result.passages if p.kind in {"body", "note"} for span in p.spans]
    assert all(one.end <= two.start for one, two in pairwise(sorted(spans)))
    assert all(len(result.paper.quote(*p.spans)) <= LONGEST + 100 for p in result.passages)
    assert all(p.spans == tuple(sorted(p.spans)) for p in result.passages)


@settings(max_examples=80)
@given(
    st.lists(
        st.sampled_from(
            [
                SENTENCE,
                "PRICES",
                "¹ See Abel.",
                "A\t1\nB\t2",
                "Table 1. X",
                "cut by the",
                "- item",
                "12",
                "\f",
                "x" * 3000,
            ]
        )
    )
)
def test_any_paper_has_passages_that_stand_in_it(parts):
    result = seen("\n\n".join(parts))
    for passage in result.passages:
        assert passage.spans
        assert result.paper.quote(*passage.spans).strip()
        assert sum(span.length for span in passage.spans) <= LONGEST + 400


def test_emphasis_at_the_edge_of_a_sentence_stays_with_it():
    text = f"{SENTENCE} *Plan Elm* failed in *every village.* {SENTENCE}¹ *Plan Oak* did not.\n\n¹ See Abel."
    assert told(text) == [text.partition("\n")[0]]
    starred = "*Plan Elm* failed in *every village.*"
    assert told(starred) == [starred]
