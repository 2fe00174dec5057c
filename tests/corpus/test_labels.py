"""What captions and references call exhibits."""

from __future__ import annotations

import pytest

from corpus.labels import CAPTION, LABEL, WORDS, name_of


@pytest.mark.parametrize(
    "words",
    """Table 3. Beds|TABLE 3|Figure A.1: Boats|Fig. 2.1 Boats|Annex Table 3. Boats|Box A: A case|Map I. The coast
    |Chart II – Rain|Exhibit 2.4 Rain|Table 2 (continued)|Tableau n° 2 – Lits|Cuadro 4 Gasto|Gráfico N.º 4. Gasto
    |GRAFICO 4. GASTO|Abb. 3: Boote|Tabela 1 - Barcos|Quadro 2. Barcos|Tabella 5. Barche
    |Map: the coast|Tableau : les lits""".split("|"),
)
def test_captions(words: str) -> None:
    assert CAPTION.match(words.strip())


@pytest.mark.parametrize(
    "words",
    """Table 3 shows that|Table of contents|table 3. beds|Figure it out|Carte blanche: the king|Tables and chairs
    |Table A.1 shows that|Mapping 3. Coasts|Charter 2. Rights|Boxes: how to pack|Figures 5 and 6 show|Panel 2: Speakers
    |Karten spielen|Bilder einer Ausstellung: Musik""".split("|"),
)
def test_no_captions(words: str) -> None:
    assert not CAPTION.match(words.strip())


@pytest.mark.parametrize(
    ("label", "kind", "number"),
    [
        ("Table A.1", "table", "A.1"),
        ("FIG. 3b", "figure", "3b"),
        ("Chart II", "chart", "II"),
        ("Exhibit 2.4", "exhibit", "2.4"),
        ("Abbildung 7", "figure", "7"),
        ("Schaubild 7", "chart", "7"),
        ("Cuadro No. 3", "table", "3"),
        ("Encadré 2", "box", "2"),
        ("Kästen 4", "box", "4"),
        ("Mappa 1", "map", "1"),
        ("Gráficos 2", "chart", "2"),
    ],
)
def test_names(label: str, kind: str, number: str) -> None:
    name = name_of(label)
    assert name is not None
    assert (name.kind, name.number) == (kind, number)


@pytest.mark.parametrize(
    "label", ["", "Table", "Figure of speech", "Table 2013x", "Tableau2030", "Tablet 3", "Section 6"]
)
def test_no_names(label: str) -> None:
    name = name_of(label)
    assert name is None or len(name.number) < 4


def test_an_annex_counts_anew() -> None:
    assert name_of("Annex Table 3") != name_of("Table 3")
    assert name_of("Quadro 1") != name_of("Tabela 1")
    assert name_of("Tables 3") == name_of("tab. 3")


@pytest.mark.parametrize("word", sorted({word for words in WORDS.values() for word in words.split() if word != "/"}))
def test_every_word_is_found_in_small_and_capital_letters(word: str) -> None:
    assert LABEL.match(f"{word} 3")
    assert LABEL.match(f"{word.upper()} 3")


def test_long_input_is_read_in_linear_time() -> None:
    for hostile in ("table " * 20_000, "Table 1" + ".1" * 20_000, "annex " * 20_000, "Figure" + " " * 50_000):
        assert list(LABEL.finditer(hostile)) is not None
