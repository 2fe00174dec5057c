"""Invented papers, and stand-ins for the encoder and the library's word counts."""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
import pytest

from corpus.model import Metadata, Paper, Passage, PassageKind, Source, Span
from nlp.cite.candidates import Candidate
from nlp.cite.features import Statistics
from nlp.engines import Vectors
from nlp.find.meaning import SentenceEncoder
from nlp.find.words import terms
from nlp.model import Figure, Kind, Label, Mention

KELP = """KELP AND COAST

1 Farming the sea

The Solander Programme was worth £12.5 million in 2014.¹ It paid for nine hatcheries. In 2016 farmers grew kelp \
on 1,250 hectares off Norland. The Coast Agency (CA) ran the scheme until 2019 because the ministry had no boats.

By 2018 the area off Westmark had grown to 2,100 hectares, and 45 per cent of it was leased to women.

2 Who gained

Minister Ada Brenn opened the first dryer at Port Lowe. Some 640 divers found work in Norland. A kelp bond is \
a loan that is repaid in dried weed.

- Three harbours closed in 2017
- Exports went to Japan
"""
TIDES = """TIDES OF MONEY

The Solander Programme, which ended in 2019, was worth £12.5 million in 2014, its auditors wrote. Westmark put \
the area of its kelp at 1,900 hectares in 2018. This is lower than the figure of the agency.

Table 1. Grants (£ million)
Place\t2015\t2016
Norland\t3.1\t4.2
Westmark\t1.7\t2.8

1 Auditors of Solander, Closing Report (2020), 17.
"""

FIGURES = (
    (r"£([\d.]+) million", Kind.MONEY, "GBP", 1e6),
    (r"([\d,]+) hectares", Kind.AREA, "ha", 1.0),
    (r"(\d+) per cent", Kind.PERCENT, "%", 1.0),
    (r"(\d+) (?=divers)", Kind.COUNT, "divers", 1.0),
    (r"(?<=\t)(\d\.\d)(?=[\t\n])", Kind.MONEY, "GBP", 1e6),
)
NAMES = (
    ("Norland", Label.GPE),
    ("Westmark", Label.GPE),
    ("Japan", Label.GPE),
    ("Port Lowe", Label.GPE),
    ("Ada Brenn", Label.PERSON),
    ("Coast Agency", Label.ORG),
    ("CA", Label.ORG),
    ("Solander Programme", Label.PROGRAM),
)


class Hashing:
    """A bag of words in 256 buckets: alike if they share words."""

    name = "hashing 1"
    dim = 256

    def encode(self, texts: Sequence[str]) -> Vectors:
        rows = np.zeros((len(texts), self.dim), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for term in terms(text):
                row[int(hashlib.sha256(term.encode()).hexdigest()[:8], 16) % self.dim] += 1
        return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


def make_paper(name: str, text: str, title: str | None = None) -> Paper:
    return Paper(name, text, Source(name, "txt", "0" * 64, "txt 1"), metadata=Metadata(title))


def figures_in(text: str) -> list[Figure]:
    found = []
    for pattern, kind, unit, scale in FIGURES:
        for match in re.finditer(pattern, text):
            value = float(match[1].replace(",", "")) * scale
            found.append(Figure(Span(*match.span()), kind, value, value, unit))
    return found


def mentions_in(text: str) -> list[Mention]:
    return [
        Mention(Span(*match.span()), label, "Coast Agency" if name == "CA" else name, "fake")
        for name, label in NAMES
        for match in re.finditer(rf"\b{name}\b", text)
    ]


def candidates_of(paper: Paper) -> list[Candidate]:
    """A passage for each stretch between headings, blank lines kept; the table and the note on their own."""
    text, found, section, paragraph = paper.text, [], (), 1
    for match in re.finditer(r"(?:(?!\n\n\d|\n\nTable).)+", text, re.DOTALL):
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        heading = re.match(r"\d [A-Z][\w ]+\n\n", text[start:])
        if heading:
            section = (Span(start, start + heading.end() - 2),)
            start += heading.end()
        if text[start : match.end()].isupper():
            continue  # the title
        kinds = {"Table": PassageKind.TABLE, "1 Aud": PassageKind.NOTE}
        kind = kinds.get(text[start : start + 5], PassageKind.BODY)
        body = kind is PassageKind.BODY
        span = Span(start, start + len(text[start : match.end()].rstrip()))
        passage = Passage((span,), kind, section, None, paragraph if body else None)
        paragraph += body * (1 + paper.quote(span).count("\n\n"))
        inside = [item for item in (*figures_in(text), *mentions_in(text)) if span.covers(item.span)]
        markers = tuple(Span(*m.span()) for m in re.finditer("[¹²³]", text) if span.covers(Span(*m.span())))
        figures = tuple(item for item in inside if isinstance(item, Figure))
        mentions = tuple(item for item in inside if isinstance(item, Mention))
        note = "1" if kind is PassageKind.NOTE else None
        found.append(Candidate(paper, passage, markers, figures, mentions, note=note))
    return found


@pytest.fixture(scope="session")
def encoder() -> Hashing:
    return Hashing()


@pytest.fixture(scope="session")
def model() -> SentenceEncoder:
    """The real one: what is answered is weighed by its likenesses."""
    return SentenceEncoder()


@pytest.fixture(scope="session")
def papers() -> dict[str, Paper]:
    kelp = make_paper("kelp.txt", KELP, "Kelp and Coast")
    tides = make_paper("tides.txt", TIDES, "Tides of Money")
    return {paper.name: paper for paper in (kelp, tides)}


@pytest.fixture(scope="session")
def candidates(papers: dict[str, Paper]) -> list[Candidate]:
    return [candidate for paper in papers.values() for candidate in candidates_of(paper)]


@pytest.fixture(scope="session")
def statistics(candidates: list[Candidate]) -> Statistics:
    counts = Counter(term for c in candidates for term in set(terms(f"{c.above} {c.paper.quote(*c.passage.spans)}")))
    return Statistics(len(candidates), lambda term: counts[term])


@pytest.fixture(scope="session")
def passage_of() -> Callable[[str], Candidate]:
    """A paper of one passage, its figures and names found by the patterns above."""
    return lambda text: Candidate(
        make_paper("one.txt", text),
        Passage((Span(0, len(text)),)),
        (),
        tuple(figures_in(text)),
        tuple(mentions_in(text)),
    )
