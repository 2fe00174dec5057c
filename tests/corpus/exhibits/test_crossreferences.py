"""Sentences -> the exhibits they refer to."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.exhibits.crossreferences import cross_references
from corpus.model import CrossReference, Exhibit, Note, Span
from corpus.sentenced import sentences_of

LABELS = (
    "Table 1",
    "Table 2",
    "Table 3",
    "Table A.1",
    "Figure 1",
    "Figure 2",
    "Figure 3",
    "Map 1",
    "Box 2",
    "Gráfico 4",
)
KINDS = {"Table": "table", "Figure": "figure", "Map": "map", "Box": "box", "Gráfico": "chart"}


def paper(sentence: str, labels: tuple[str, ...] = LABELS) -> tuple[str, list[Exhibit], Span]:
    text, shown = "", []
    for label in labels:
        shown.append(Exhibit(KINDS[label.split()[0]], label, Span(len(text), len(text) + len(label))))
        text += label + "\n\n"
    return text + sentence, shown, Span(len(text), len(text) + len(sentence))


def read(sentence: str, *, note: bool = False) -> list[tuple[str, str, str | None]]:
    text, shown, span = paper(sentence)
    body = [] if note else list(sentences_of(text, (span,)))
    notes = [Note("1", (span,))] if note else []
    found = cross_references(text, shown, body, notes)
    return [
        (text[slice(*each.span)], each.label, None if each.exhibit is None else shown[each.exhibit].label)
        for each in found
    ]


def labels(sentence: str, *, note: bool = False) -> list[str]:
    return sorted(label for _, label, _ in read(sentence, note=note))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Honey fell (see Figure 2).", ["Figure 2"]),
        ("Honey fell (Fig. 2), wax rose (fig. 3).", ["Figure 2", "Figure 3"]),
        ("As figure 2 shows, honey fell.", ["Figure 2"]),
        ("Figures 1 and 3 disagree.", ["Figure 1", "Figure 3"]),
        ("See Tables 1, 2 and 3.", ["Table 1", "Table 2", "Table 3"]),
        ("See Tables 1-3.", ["Table 1", "Table 2", "Table 3"]),
        ("See Tables 1 to 3.", ["Table 1", "Table 2", "Table 3"]),
        ("See Tables 1–2 and Map 1.", ["Map 1", "Table 1", "Table 2"]),
        ("TABLE 2 tells more.", ["Table 2"]),
        ("Panel b of Figure 2b is small.", ["Figure 2"]),
        ("Figures 2a and b differ.", ["Figure 2"]),
        ("Table A1 is in the annex.", ["Table A.1"]),
        ("Annex Table A.1 lists them.", ["Table A.1"]),
        ("El gráfico 4 lo muestra.", ["Gráfico 4"]),
        ("Vgl. Abb. 3 und Tab. 2.", ["Figure 3", "Table 2"]),
        ("Voir les tableaux 1 et 2.", ["Table 1", "Table 2"]),
        ("In 2010, Figure 2 would have looked different.", ["Figure 2"]),
        ("Figure 2 of this paper tells.", ["Figure 2"]),
        ("Table 2 in the Annex tells.", ["Table 2"]),
        ("Table 2 of the report's second part tells.", ["Table 2"]),
        ("Table 3 shows 40 boats and Box 2 tells of one.", ["Box 2", "Table 3"]),
    ],
)
def test_references(sentence: str, expected: list[str]) -> None:
    found = read(sentence)
    assert sorted({target or "" for _, _, target in found}) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Section 6 tells, and so does chapter 2.",
        "Official figures 15 years ago were lower.",
        "The figures 2 years later were lower.",
        "They put on the table 3 motions.",
        "A figure 3 times as high was named.",
        "Figures 2 per cent above the mean are rare.",
        "The map I drew is lost.",
        "A table, 2 chairs and a box.",
        "Table 2013 is a year.",
        "Figure 2.5 million was named.",
        "The stable 3 burned, and the notable 2 fled.",
        "Figure 6 of the Annual Report tells.",
        "See Table 2 in Okoro (2010).",
        "See Table 2 of Okoro and Lind (2010: 7).",
        "See Figure 3 of the Ministry's Budget Review.",
        "So says Jansen (2011, Table 3).",
        "So says World Bee Report 2012, Table 3.",
        "Jansen et al. 2011: Figure 2 says so.",
        "The Bank's Figure 3 is older.",
        "La figura 3 del Informe Anual no lo dice.",
        "The headline figures and tables tell.",
        "Map I of the campaign, plate 3 and scheme 2 are lost.",
    ],
)
def test_no_references(sentence: str) -> None:
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "missing"),
    [
        ("See Figure 9.", ["Figure 9"]),
        ("See Figures 8 and 9.", ["Figure 8", "Figure 9"]),
        ("Véase el mapa 7.", ["Mapa 7"]),
        ("See Annex Table 2.", ["Annex Table 2"]),
        ("See Box B.", []),
    ],
)
def test_what_is_not_there(sentence: str, missing: list[str]) -> None:
    found = read(sentence)
    assert [label for _, label, target in found if target is None] == missing
    assert [target for _, _, target in found if target] == []


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("See Table 2.", ["Table 2"]),
        ("Lind, The Bees of Elm, Table 2.", []),
        ("Ibid., Table 2.", []),
        ("Bee Office, Yearbook (Elm, 2010), Figure 3.", []),
        ("These are the hives of Figure 3.", ["Figure 3"]),
    ],
)
def test_notes(note: str, expected: list[str]) -> None:
    assert labels(note, note=True) == expected


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("The table below tells.", "Table 2"),
        ("See the following table.", "Table 2"),
        ("El gráfico anterior lo dice.", None),
        ("Le tableau ci-dessous le montre.", "Table 2"),
        ("Die obige Karte zeigt es.", "Map 1"),
        ("As the map above shows, it rained.", "Map 1"),
        ("The map below is lost.", None),
        ("The figure above is too low.", None),
        ("The table above is another section's.", None),
        ("They put it below the table.", None),
        ("The following table 2 tells.", "Table 2"),
    ],
)
def test_what_stands_near(sentence: str, target: str | None) -> None:
    text = f"Table 1\n\nHeading\n\nMap 1\n\n{sentence}\n\nTable 2"
    shown = [
        Exhibit(KINDS[label.split()[0]], label, Span(text.rindex(label), text.rindex(label) + len(label)))
        for label in ("Table 1", "Map 1", "Table 2")
    ]
    start = text.index(sentence)
    body = list(sentences_of(text, (Span(start, start + len(sentence)),)))
    found = cross_references(text, shown, body, headings=[text.index("Heading")])
    assert [each.label for each in found] == ([target] if target else [])


def test_two_tables_below_are_too_many() -> None:
    text = "See the table below.\n\nTable 1\n\nTable 2"
    shown = [
        Exhibit("table", label, Span(text.index(label), text.index(label) + 7)) for label in ("Table 1", "Table 2")
    ]
    assert cross_references(text, shown, list(sentences_of(text, (Span(0, 20),)))) == []


def test_places_and_sentences() -> None:
    text, shown, span = paper("Honey fell. Figures 1 and 3 (see also Map 1) tell. It rained.")
    found = cross_references(text, shown, list(sentences_of(text, (span,))))
    assert [text[slice(*each.span)] for each in found] == ["Figures 1", "3", "Map 1"]
    for each in found:
        assert "".join(text[slice(*piece)] for piece in each.sentence) == "Figures 1 and 3 (see also Map 1) tell."


def test_captions_and_their_lines_refer_but_a_label_does_not() -> None:
    text = "Table 1. Hives, as in Table 2\n\nNote: see Figure 3.\n\nTable 2. Wax"
    at = text.index
    shown = [
        Exhibit("table", "Table 1", Span(0, 29), title=Span(9, 29), notes=(Span(31, at("\n\nTable 2. Wax")),)),
        Exhibit("table", "Table 2", Span(at("Table 2. Wax"), len(text)), title=Span(at("Wax"), len(text))),
    ]
    found = cross_references(text, shown, [])
    assert [(each.label, each.exhibit) for each in found] == [("Table 2", 1), ("Figure 3", None)]


def test_of_two_with_one_name_the_nearest_is_meant() -> None:
    sentence = "See Table 1."
    text, shown, span = paper(sentence, ("Table 1", "Figure 1", "Table 1"))
    (found,) = cross_references(text, shown, list(sentences_of(text, (span,))))
    assert found.exhibit == 2


@given(
    st.lists(st.integers(1, 30), min_size=1, max_size=5, unique=True),
    st.sampled_from(["Table", "Figure", "Map"]),
    st.sampled_from(["As {} show, honey fell.", "Honey fell (see {}).", "Honey fell; {} tell how."]),
)
def test_every_listed_number_comes_back(numbers: list[int], word: str, frame: str) -> None:
    told = ", ".join(map(str, numbers[:-1])) + (" and " if numbers[1:] else "") + str(numbers[-1])
    sentence = frame.format(f"{word}{'s' if numbers[1:] else ''} {told}")
    text, shown, span = paper(sentence, tuple(f"{word} {number}" for number in range(1, 31)))
    found: list[CrossReference] = cross_references(text, shown, list(sentences_of(text, (span,))))
    assert sorted(each.exhibit + 1 for each in found if each.exhibit is not None) == sorted(numbers)


def test_long_sentences_are_read_in_linear_time() -> None:
    start = time.monotonic()
    for hostile in (
        "Table 1, " * 5_000,
        "Figures 1 and " * 5_000,
        "table 1 of the Great " * 3_000,
        "Tables 1-999 " * 3_000,
    ):
        read(hostile)
    assert time.monotonic() - start < 20
