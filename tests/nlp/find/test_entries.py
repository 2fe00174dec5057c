"""What a passage is found by."""

from __future__ import annotations

from corpus.model import Metadata, Paper, Passage, Source, Span
from nlp.find.entries import entry

TEXT = "# Coca and *poppy*\n\n## Where it grows\n\nIt covers\n156,000 ha¹ of land.\n"
SOURCE = Source(path="a.md", format="markdown", sha256="", reader="test")
BODY = Span(TEXT.index("It covers"), len(TEXT) - 1)
TITLE = Span(0, TEXT.index("\n"))
HEADING = Span(TEXT.index("## Where"), TEXT.index("\n\nIt"))
MARKER = Span(TEXT.index("¹"), TEXT.index("¹") + 1)


def paper(title: str | None) -> Paper:
    return Paper("a.md", TEXT, SOURCE, metadata=Metadata(title=title))


def test_title_headings_and_prose_without_markers() -> None:
    passage = Passage((BODY,), section=(HEADING,))
    found = entry(paper("Coca and poppy"), passage, (MARKER,))
    assert found.text == "Coca and poppy. Where it grows. It covers 156,000 ha of land."


def test_a_title_that_is_also_the_first_heading_is_said_once() -> None:
    passage = Passage((BODY,), section=(TITLE, HEADING))
    assert entry(paper("Coca and poppy"), passage).text.startswith("Coca and poppy. Where it grows. It covers")


def test_without_title_and_headings_only_the_prose() -> None:
    assert entry(paper(None), Passage((BODY,)), (MARKER,)).text == "It covers 156,000 ha of land."
