"""A name that is tagged once in a paper is tagged wherever else it stands in it, outside web addresses.

Labels may differ. Titles of works are left out: "Collective Security" is a title where a note cites it, and two
words elsewhere. So are single words but for acronyms and countries: not every Green is the minister.
"""

import os
import re
from pathlib import Path

import pytest

from api.pipeline import analyse_file, readings
from corpus.read.readers import read_file
from corpus.structure import structure
from nlp.model import Label
from nlp.tag.names.reading import even

ROOT = Path(__file__).parents[4]
SHARED = Path(os.environ.get("PINCITE_SHARED", ROOT.parent / "shared"), "papers")
PAPERS = sorted((ROOT / "examples" / "papers").iterdir()) + sorted(SHARED.glob("*.txt"))
SHARE = 0.99
"""Of the places where a tagged name is printed: those that must be tagged."""


def names(analysis):
    """The printed forms that are to be tagged everywhere."""
    for entity in analysis.entities:
        for form, by in zip(entity.aliases, entity.by, strict=True):
            acronym = "acronym" in by and form.isupper()
            country = entity.label is Label.GPE and "gazetteer" in by
            if entity.label is not Label.WORK and (" " in form or acronym or country):
                yield form


def printed(analysis, paper):
    """Every place where such a name is printed as a whole word: the form, its span, and the words around it."""
    forms = sorted(set(names(analysis)), key=len, reverse=True)
    if not forms:
        return
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?![\w$]|\.\w)")  # US$ is a currency
    for view, _ in readings(structure(paper)):
        read = even(view)
        for match in pattern.finditer(read.text):
            around = read.text[max(0, match.start() - 30) : match.end() + 30]
            yield match.group(), read.source(*match.span()), around


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.name[:12])
def test_a_name_tagged_once_is_tagged_everywhere(path):
    analysis = analyse_file(path, path.name)
    spans = [mention.span for mention in analysis.mentions]
    places = list(printed(analysis, read_file(path, path.name)))
    missed = [place for place in places if not any(span.overlaps(place[1]) for span in spans)]
    assert len(missed) <= (1 - SHARE) * len(places) + 1, missed
