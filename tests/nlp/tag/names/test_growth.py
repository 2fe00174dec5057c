"""Work grows as the text does, whatever it says, and what was learnt of one paper is not kept for the next."""

import gc
import sys
import tracemalloc

import pytest

from corpus.model import Span
from corpus.prose import prose
from nlp.tag.names.entities import entities
from nlp.tag.names.lists.canon import whole_names
from nlp.tag.names.lists.tables import KEPT

GIVEN = ("John", "Maria", "Peter", "Anna")
MARGIN = 1.25
"""Four times the text may take so much more than four times the work: sorting does."""


def word(number):
    """A name that no other number gives."""
    made, left = "", number + 1
    while left:
        left, at = divmod(left, 65)
        made += "bdfgklmnprstv"[at // 5] + "aeiou"[at % 5]
    return made.capitalize() + "k"


def new_names(number):
    one, two, three, four, five = (word(5 * number + at) for at in range(5))
    return (
        f"{GIVEN[number % 4]} {one} of the {two} Institute for Water met Minister {three} in Kenya. The {four} "
        f"Commission ({four[0]}C) had paid, wrote {five} (2004), and the Institute agreed with J. {one}."
    )


def one_family(number):
    return f"Minister {word(number)} Smith met J. Smith and {GIVEN[number % 4]} Smith, and Smith agreed."


def same_beginning(number):
    return f"The Commission for {word(number)} paid. The Commission agreed with John {word(number)} of Kenya."


def references(number):
    return f"{word(number)}, John. “The Long Road of {word(number + 7)}.” Journal of Water 4, no. 2 (2004): 1-9."


def definitions(number):
    short = word(number).upper()[:5] + "X"
    return f"The Council for the {word(number)} Valley ({short}) paid. Then {short} paid again."


TEXTS = (new_names, one_family, same_beginning, references, definitions)


def calls(work):
    """How many functions `work` calls, Python's own counted too: the same on every machine."""
    count = 0

    def called(_frame, event, _argument):
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(called)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def views(text, paragraphs, *, joined):
    told = [text(number) for number in range(paragraphs)]
    return [prose(each, (Span(0, len(each)),)) for each in ([" ".join(told)] if joined else told)]


@pytest.mark.parametrize("joined", [False, True], ids=["paragraphs", "one paragraph"])
@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.__name__)
def test_work_grows_as_the_text_does(text, joined):
    few, many = views(text, 50, joined=joined), views(text, 200, joined=joined)
    entities(many)  # whatever is made once is made
    assert calls(lambda: entities(many)) < 4 * MARGIN * calls(lambda: entities(few))


def test_persons_are_not_compared_with_all_others():
    few = [f"{GIVEN[at % 4]} {word(at)}" for at in range(400)] + [word(at) for at in range(400)]
    many = [f"{GIVEN[at % 4]} {word(at)}" for at in range(3200)] + [word(at) for at in range(3200)]
    whole_names(many)  # whatever is made once is made
    assert calls(lambda: whole_names(many)) < 8 * MARGIN * calls(lambda: whole_names(few))


def test_memory_stays_flat_over_many_papers():
    def read(papers):
        for paper in papers:
            told = [new_names(at) for at in range(1000 * paper, 1000 * paper + 10)]
            entities([prose(text, (Span(0, len(text)),)) for text in told])
        gc.collect()
        return tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    try:
        full = KEPT // 10 + 120  # papers after which no more names are remembered, and no table of words grows
        settled = read(range(full))
        assert read(range(full, full + 80)) - settled < 100_000, "bytes; spaCy would keep 30,000 for each such paper"
    finally:
        tracemalloc.stop()
