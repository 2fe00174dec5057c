"""Links find their words again, or say that they are changed or gone; they never lead to other words in silence."""

import random
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import BadQueryError
from corpus.model import Metadata, Paper, PassageKind, Source, Span
from corpus.model import Passage as Place
from nlp.cite.links import State, follow, link_to, read_link, text_fragment
from nlp.cite.quote import cite

SAMPLES = Path(__file__).parents[3] / "examples" / "papers"
SENTENCE = re.compile(r"[A-Z][^.!?\n]{30,300}[.!?](?=\s)")
MANY = 500
SWAPS = {"the": "that", "in": "during", "of": "from", "million": "billion", "and": "or"}
ADDED = (
    "A paragraph on something else was put in here by its editors, who thought of the weather.",
    "Another one speaks of eels, and of nothing that was said before in this paper.",
    "A third says that prices in Quince Bay were never counted at all.",
)


def paper(text, name="wells.txt"):
    source = Source(name, "txt", "0" * 64, "text", "utf-8")
    return Paper(name, text, source, metadata=Metadata())


def link(of, start, end):
    passage = Place((Span(start, end),), PassageKind.BODY)
    return link_to(cite(of, passage, (Span(start, end),)))


def edited(text, spans, chance):
    """The text with sentences edited and paragraphs put in; where each span went, and whether its words changed."""
    pieces, moved, at, shift = [], {}, 0, 0
    breaks = [m.end() for m in re.finditer(r"\n\n", text)]
    new = dict(zip(chance.sample(breaks, len(ADDED)), ADDED, strict=True))
    wrong = set(chance.sample(spans, len(spans) // 10))
    for place in sorted([*spans, *((b, b) for b in new)]):
        start, end = place
        pieces.append(text[at:start])
        if start == end:
            words = f"{new[start]}\n\n"
            pieces.append(words)
            shift += len(words)
        else:
            words = text[start:end]
            if place in wrong:
                told = words.split(" ")
                middle = chance.randrange(1, len(told) - 1)
                told[middle] = SWAPS.get(told[middle], f"{told[middle]}ly")
                words = " ".join(told)
            moved[place] = (start + shift, words, place in wrong)
            pieces.append(words)
            shift += len(words) - (end - start)
        at = max(at, end)
    return "".join([*pieces, text[at:]]), moved


def test_five_hundred_links_after_paragraphs_put_in_sentences_edited_and_files_renamed():
    chance = random.Random(7)
    right = total = silently_wrong = 0
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.[tm][xd]*"))}
    before = {name: paper(text, name) for name, text in texts.items()}
    places = {name: [m.span() for m in SENTENCE.finditer(text)] for name, text in texts.items()}
    after, moved = {}, {}
    for name, text in texts.items():
        new, moved[name] = edited(text, places[name], chance)
        after[f"renamed-{name}"] = paper(new, f"renamed-{name}")
    links = [(name, place) for name in places for place in places[name]]
    for name, place in [chance.choice(links) for _ in range(MANY)]:
        found = follow(read_link(str(link(before[name], *place))), after)
        start, words, changed = moved[name][place]
        total += 1
        overlaps = bool(found.spans) and found.spans[0].start < start + len(words) and start < found.spans[-1].end
        there = overlaps and found.paper == f"renamed-{name}"
        right += there and found.state is (State.CHANGED if changed else State.MOVED)
        silently_wrong += found.state in (State.HERE, State.MOVED) and (not there or found.text != words)
    assert total == MANY
    assert silently_wrong == 0
    assert right >= 0.99 * total, f"{right} of {total}"


TEXT = (
    "Wells\n\nThe council paid 5 million for the pumps of Elm in 2001. Nobody counted the wells that ran dry.\n\n"
    "In Ash the same was said of the river and of all who lived by it. Source: the author.\n\n"
    "In Oak it rained, and nobody paid. Source: the author.\n"
)


@pytest.mark.parametrize(
    ("change", "state"),
    [
        (lambda text: text, State.HERE),
        (lambda text: "A preface.\n\n" + text, State.MOVED),
        (lambda text: text.replace("for the pumps of", "for the\npumps  of"), State.MOVED),
        (lambda text: text.replace("5 million", "6 million"), State.CHANGED),
        (lambda text: text.replace("The council paid", "The council of elders has paid"), State.CHANGED),
        (lambda text: text.replace("The council paid 5 million for the pumps of Elm in 2001. ", ""), State.GONE),
        (lambda _: "Of something else altogether, in no word the same as what it said.", State.GONE),
    ],
)
def test_what_becomes_of_a_link(change, state):
    old = paper(TEXT)
    start = TEXT.index("The council")
    made = link(old, start, TEXT.index(" Nobody"))
    found = follow(made, {"wells.txt": paper(change(TEXT))})
    assert found.state is state
    assert bool(found.difference) == (state is State.CHANGED)


def test_a_difference_says_which_words():
    made = link(paper(TEXT), TEXT.index("The council"), TEXT.index(" Nobody"))
    found = follow(made, {"wells.txt": paper(TEXT.replace("5 million", "6 million"))})
    assert ("was", "5") in found.difference
    assert ("now", "6") in found.difference


def test_words_that_stand_twice_are_told_apart_by_what_is_around_them():
    second = TEXT.rindex("Source: the author.")
    made = link(paper(TEXT), second, second + len("Source: the author."))
    moved = follow(made, {"wells.txt": paper("Before.\n\n" + TEXT)})
    assert (moved.state, moved.spans[0].start) == (State.MOVED, second + len("Before.\n\n"))
    without = TEXT.replace("In Oak it rained, and nobody paid. Source: the author.\n", "Nothing more.")
    assert follow(made, {"wells.txt": paper(without)}).state is State.GONE


def test_the_same_words_in_two_other_papers_are_nobodys():
    made = link(paper(TEXT), TEXT.index("Nobody counted"), TEXT.index("\n\nIn Ash"))
    copies = {name: paper(TEXT, name) for name in ("a.txt", "b.txt")}
    assert follow(made, copies).state is State.GONE
    assert follow(made, {"a.txt": copies["a.txt"]}).paper == "a.txt"


def test_a_quotation_that_notes_cut_is_found_in_its_pieces():
    old = paper("The council paid¹ 5 million\n\n1 A note.\n\nfor all the pumps of Elm in the dry year. More.")
    spans = (Span(0, 27), Span(40, 80))
    made = link_to(cite(old, Place(spans, PassageKind.BODY), spans))
    found = follow(read_link(str(made)), {"wells.txt": paper("Preface. " + old.text)})
    assert (found.state, found.spans) == (State.MOVED, (Span(9, 36), Span(49, 89)))


@pytest.mark.parametrize(
    "address",
    ["", "wells.txt", "pincite:wells.txt", "pincite:wells.txt#char=1,2", "pincite:w#char=5,1&quote=abcd",
     "pincite:w#char=0,9&quote=abcd", "pincite:w#char=a,b&quote=abcd", "http://x#char=0,4&quote=abcd",
     "pincite:w#char=0,1&quote=%20"],
)  # fmt: skip
def test_what_is_no_link(address):
    with pytest.raises(BadQueryError, match="no link"):
        read_link(address)


@given(st.text(min_size=3, max_size=60), st.text(max_size=20), st.text(min_size=1, max_size=20))
def test_a_link_is_read_as_it_was_written(words, before, name):
    text = f"{before}x{words}x"
    where = Span(len(before), len(text))
    of = paper(text, name.replace("\x00", "") or "p")
    found = cite(of, Place((where,), PassageKind.BODY), (where,))
    try:
        text.encode()
    except UnicodeEncodeError:
        return
    made = link_to(found)
    assert read_link(str(made)) == made
    assert follow(made, {of.name: of}).state in (State.HERE, State.GONE)


def test_text_fragments_are_what_a_browser_looks_for():
    start = TEXT.index("Nobody counted")
    found = cite(paper(TEXT), Place((Span(start, start + 37),), PassageKind.BODY), (Span(start, start + 37),))
    fragment = text_fragment(found)
    assert fragment.startswith(":~:text=")
    assert [unquote(part) for part in fragment.removeprefix(":~:text=").split(",")] == [
        "for the pumps of Elm in 2001.-", "Nobody counted the wells that ran dry", "-. In Ash the same was said of",
    ]  # fmt: skip
    assert "%2D" in text_fragment(cite(paper("a dry-well b"), Place((Span(2, 10),), PassageKind.BODY), (Span(2, 10),)))


@pytest.mark.parametrize("row", range(6))
def test_of_rows_that_read_alike_the_link_means_the_one_it_was_made_of(row):
    text = "The wells were counted again, and none was found to be dry.\n" * 6
    at = text.index("counted") + row * (len(text) // 6)
    made = link(paper(text), at, at + len("counted again"))
    found = follow(made, {"wells.txt": paper(text)})
    assert (found.state, found.spans) == (State.HERE, made.spans)
    assert follow(made, {"wells.txt": paper("One word more. " + text)}).state != State.HERE
