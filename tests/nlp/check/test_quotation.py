"""A quotation holds if every word, number and sign is printed so; else what differs is named, place and all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Paper, Source, Span
from nlp.check.quotation import Stretch, Verdict, quoted
from nlp.check.record import Change

ELM = (
    "The council of Elm, which met in May, did not raise the levy. It paid 15 million euros for 40 wells in 2010; "
    "exports rose and imports fell. The wells’ water—clear, cold—ran for 3.5 km.¹ The *Plan Elm* ﬁled its re-\nport "
    "late; its report was read.\n\nNobody counted the springs before 1998, and nobody has counted them since then. "
    "At night it was -5 degrees. The counter-narcotics fund lent US$ 7 million to [t]he mill, it says."
)
OAK = "The wells of Oak were dug by hand, at a cost of 50 million euros, while the town looked on."
SOURCE = Source("elm.txt", "txt", "0" * 64, "test 1")
WORDS = st.lists(st.sampled_from("the wells of Elm 15 50 not ran … “ ” [sic] ¹ , . - \n".split(" ")), max_size=12)


def stretch(name, text, marker="¹"):
    spans = [part for part in text.split("\n\n") if part]
    places = tuple(Span(text.index(part), text.index(part) + len(part)) for part in spans)
    marks = (Span(text.index(marker), text.index(marker) + 1),) if marker in text else ()
    return Stretch.of(Paper(name, text, SOURCE), places, marks)


STRETCHES = (stretch("elm.txt", ELM), stretch("oak.txt", OAK))


def words_at(stands):
    return stands.paper.quote(*stands.spans)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("It paid 15 million euros for 40 wells in 2010", ["It paid 15 million euros for 40 wells in 2010"]),
        ("“It paid 15 million euros for 40 wells in 2010.”", ["It paid 15 million euros for 40 wells in 2010"]),
        ("«did not raise the levy»", ["did not raise the levy"]),
        ("The wells' water -- clear, cold -- ran for 3.5 km", ["The wells’ water—clear, cold—ran for 3.5 km"]),
        ("ran for\n  3.5 km.", ["ran for 3.5 km"]),
        ("The Plan Elm filed its report late", ["The *Plan Elm* ﬁled its re-\nport late"]),
        ("The *Plan Elm* filed its re-\nport late", ["The *Plan Elm* ﬁled its re-\nport late"]),
        ("3.5 km. The Plan", ["3.5 km.¹ The *Plan"]),
        ("ran for 3.5 km.¹", ["ran for 3.5 km"]),
        ("ran for 3.5 km.[1]", ["ran for 3.5 km"]),
        ("its report was read. Nobody counted", ["its report was read.\n\nNobody counted"]),
        ("[t]he council of Elm", ["The council of Elm"]),
        ("The council of Elm … did not raise the levy", ["The council of Elm", "did not raise the levy"]),
        ("The council of Elm [...] did not raise", ["The council of Elm", "did not raise"]),
        ("It paid 15 [sic] million euros", ["It paid 15", "million euros"]),
        ("It paid [the town] 15 million euros", ["It paid", "15 million euros"]),
        ("it was -5 degrees", ["it was -5 degrees"]),
        ("[t]he wells of Oak", ["The wells of Oak"]),
        ("to [t]he mill", ["to [t]he mill"]),
        ("Me\u0301rida", ["Mérida"]),
        ("3.5 km [1]. The Plan Elm", ["3.5 km.¹ The *Plan Elm"]),
        ("to [t]he mill, it says.¹²", ["to [t]he mill, it says"]),
        ("not lost. Six", ["not lost.⁷⁷ Six"]),
        ("Six 10³ tons", ["Six 10³ tons"]),
    ],
)
def test_what_is_printed_so_holds_and_stands_where_it_says(typed, printed):
    found = quoted(typed, [*STRETCHES, stretch("merida.txt", "The wells of Mérida are not lost.⁷⁷ Six 10³ tons.")])
    assert (found.verdict, found.holds, found.differences) == (Verdict.EXACT, True, ())
    place = found.places[0]
    assert [place.paper.text[slice(*span)] for span in place.spans] == printed


@pytest.mark.parametrize(
    ("typed", "change", "printed", "written"),
    [
        ("It paid 50 million euros for 40 wells in 2010", Change.NUMBER, "15", "50"),
        ("It paid 15 billion euros for 40 wells in 2010", Change.NUMBER, "million", "billion"),
        ("It paid 15 million euros for wells in 2010", Change.NUMBER, "40", ""),
        ("It paid 15 million euros for 40 wells in 2011", Change.NUMBER, "2010", "2011"),
        ("It paid 15", Change.NUMBER, "15 million", "15"),
        ("5 degrees", Change.NUMBER, "-5", "5"),
        ("It paid 15⁶ million euros for 40 wells", Change.NUMBER, "15", "15⁶"),
        ("water—clear, cold—ran for 3 km", Change.NUMBER, "3.5", "3"),
        ("which met in May, did raise the levy", Change.DENIAL, "not", ""),
        ("exports rose and imports never fell", Change.DENIAL, "", "never"),
        ("The council of Elm … did raise the levy", Change.DENIAL, "not", ""),
        ("The council of Elm … raise the levy", Change.DENIAL, ", which met in May, did not", ""),
        ("It paid 15 million euros [not] for 40 wells", Change.DENIAL, "", "[not]"),
        ("It paid [only 3] million euros for 40 wells", Change.NUMBER, None, None),
        ("exports grew and imports fell", Change.WORD, "rose", "grew"),
        ("the council of Elm, which met in May", Change.CASE, "The", "the"),
        ("did not raise the Levy", Change.CASE, "levy", "Levy"),
        ("The council of Elm which met in May", Change.PUNCTUATION, ",", ""),
        ("The counter narcotics fund lent US$ 7 million", Change.PUNCTUATION, "-", ""),
    ],
)
def test_what_is_printed_otherwise_is_named(typed, change, printed, written):
    found = quoted(typed, STRETCHES)
    assert (found.verdict, found.holds) == (Verdict.ALTERED, False)
    first = found.differences[0]
    assert first.change == change
    if printed is not None:
        assert (first.printed, first.written) == (printed, written)
        assert written in typed[first.start : first.end]
    assert first.spans == () or ELM[slice(*first.spans[0])] == first.printed


@pytest.mark.parametrize(
    ("typed", "verdict", "places"),
    [
        ("imports rose and exports fell", Verdict.REORDERED, ["exports rose and imports fell"]),
        ("for 40 wells it paid 15 million euros", Verdict.REORDERED, ["It paid 15 million euros for 40 wells"]),
        (
            "The council of Elm, which met in nobody counted the springs before 1998",
            Verdict.STITCHED,
            ["The council of Elm, which met in", "Nobody counted the springs before 1998"],
        ),
        (
            "The wells of Oak were dug by hand, exports rose and imports fell",
            Verdict.STITCHED,
            ["The wells of Oak were dug by hand", "exports rose and imports fell"],
        ),
        (
            "It paid 15 million euros … before 1998",
            Verdict.STITCHED,
            ["It paid 15 million euros", "before 1998"],
        ),
        ("It paid 15 million euros … imports fell", Verdict.STITCHED, ["It paid 15 million euros", "imports fell"]),
        ("The harbour of Ash was closed for repairs in the winter", Verdict.NOTHING, []),
        ("", Verdict.NOTHING, []),
        ("“…”", Verdict.NOTHING, []),
        ("¹²", Verdict.NOTHING, []),
    ],
)
def test_what_was_moved_or_made_up_is_told(typed, verdict, places):
    found = quoted(typed, STRETCHES)
    assert (found.verdict, found.holds) == (verdict, False)
    assert [words_at(each) for each in found.places] == places


def test_every_place_is_given_once():
    found = quoted("the", [*STRETCHES, STRETCHES[0]])
    assert len(found.places) == len({(each.paper.name, each.spans) for each in found.places}) == 3
    assert {words_at(each) for each in found.places} == {"the"}


@given(start=st.integers(0, 200), length=st.integers(3, 120))
def test_any_row_of_words_of_a_paper_holds(start, length):
    text = OAK + " " + OAK.replace("Oak", "Ash").replace("50", "61")
    words = text.split()
    row = words[start % len(words) :][: max(2, length % 20)]
    if row[-1] in {"50", "61"}:  # a number without its scale is no whole number
        row = row[:-1] or ["The"]
    found = quoted(" ".join(row), [stretch("oak.txt", text)])
    assert found.holds
    assert " ".join(words_at(found.places[0]).split()).strip(".,") == " ".join(row).strip(".,")


@given(WORDS)
def test_a_number_or_a_denial_that_is_not_printed_never_holds(words):
    typed = " ".join(words)
    found = quoted(typed, STRETCHES)
    if found.holds:
        place = found.places[0]
        printed = " ".join(place.paper.text[slice(*span)] for span in place.spans)
        for word in ("15", "50", "not"):
            assert typed.split().count(word) == printed.split().count(word)


@pytest.mark.parametrize("typed", ["“" * 2000, "[" * 2000, " … " * 700, " " * 5000, "a-\n" * 1500, "the " * 1250])
def test_odd_quotations_are_read_in_time(typed):
    assert quoted(typed, STRETCHES).verdict in Verdict
