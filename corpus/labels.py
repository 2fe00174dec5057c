"""What exhibits are called: words and numbers of captions in six languages, for all who must tell them.

A table of words serves captions ("**Tableau 2.** Dépenses") and the sentences that refer to them ("Tableaux 2 à 4").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

WORDS: Mapping[str, str] = {
    "table": """table tables tab. tabs. / tabla tablas / cuadro cuadros / tableau tableaux / tabelle tabellen
        / tabela tabelas / quadro quadros / tabella tabelle / tavola tavole""",
    "figure": "figure figures fig. figs. fig figs / figura figuras figure / abbildung abbildungen abb.",
    "chart": """chart charts / graph graphs / graphic graphics / gráfico gráficos grafici / gráfica gráficas
        / graphique graphiques graph. / grafik grafiken / schaubild schaubilder""",
    "diagram": "diagram diagrams / diagrama diagramas / diagramme diagrammes / diagramm / diagramma diagrammi",
    "map": "map maps / mapa mapas / carte cartes / karte karten / mappa mappe / cartina cartine",
    "box": """box boxes / recuadro recuadros / encadré encadrés / kasten kästen / caixa caixas / riquadro riquadri""",
    "photo": """photo photos photograph photographs / image images / picture pictures / foto fotos
        / fotografía fotografías / imagen imágenes / imagem imagens / bild bilder / immagine immagini""",
    "infographic": """infographic infographics / infografía infografías / infographie infographies
        / infografik infografiken / infográfico infográficos / infografica infografiche""",
    "exhibit": "exhibit exhibits",
    "plate": "plate plates",
    "scheme": "scheme schemes",
    "panel": "panel panels",
}
"""Kind -> its words, "/" between those that are numbered apart: a paper may have both a Quadro 1 and a Tabela 1.

The first of a group is how it stands in the singular."""
NO_OPENING = frozenset({"plate", "scheme", "panel"})
"""Kinds whose word may open a heading as well: a block is no caption because of it."""
ANNEXES = "annex appendix anexo annexe anhang apéndice apêndice appendice text".split()
"""Before the word: "Annex Table 3"."""
UNACCENTED = str.maketrans("áàâãäéèêëíìîïóòôõöúùûü", "aaaaaeeeeiiiiooooouuuu")


@dataclass(frozen=True, slots=True)
class Name:
    """What an exhibit is called, whatever the form: ``Name("table", "table", "annex", "3")`` for "Annex Tables 3"."""

    kind: str
    word: str
    """In the singular, lower case, without accents."""
    annex: str
    number: str

    @property
    def printed(self) -> str:
        """As it would stand above the exhibit: "Annex Table 3"."""
        return " ".join(
            part for part in (self.annex.capitalize(), SINGULAR[self.word].capitalize(), self.number) if part
        )


def folded(word: str) -> str:
    """Lower case, one space, no accents: captions in capitals often have none."""
    return " ".join(word.lower().translate(UNACCENTED).split())


def _meanings() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for kind, groups in WORDS.items():
        for group in groups.split("/"):
            words = [folded(word) for word in group.split()]
            for word in words:
                found.setdefault(word, (kind, words[0]))
    return found


MEANS: Mapping[str, tuple[str, str]] = _meanings()
"""Word, folded -> its kind and its singular."""
SINGULAR: Mapping[str, str] = {
    folded(group.split()[0]): group.split()[0] for groups in WORDS.values() for group in groups.split("/")
}
"""The same with its accents."""


def _either(words: Iterable[str]) -> str:
    """A pattern for any of `words`, with accents or without, the longest first."""
    known = {form for word in words for form in (word, word.translate(UNACCENTED))}
    return "|".join(re.escape(word) for word in sorted(known, key=lambda word: (-len(word), word)))


def _forms(kinds: Iterable[str]) -> list[str]:
    return [word for kind in kinds for word in WORDS[kind].split() if word != "/"]


NUMBER = r"(?:(?:[A-Z]{1,3}[.\-–]?)?\d{1,3}(?:[.\-–]\d{1,3})*[a-z]?|[IVXLC]{1,6}|[A-Z])(?!\w)"
"""3 · 3b · 2.4 · A.1 · A1 · II · B"""
ORDINAL = r"(?:(?:[Nn]\.?[oº°]|[Nn]r|[Nn]úm)\.?\s*)?"
"""Tableau n° 3, Cuadro No. 3"""
ANNEX = rf"(?:(?P<annex>(?i:{_either(ANNEXES)}))\s)?"
WORD = rf"(?P<word>(?i:{_either(_forms(WORDS))}))(?![^\W\d_])"
LABEL = re.compile(rf"{ANNEX}{WORD}\s{{0,3}}{ORDINAL}(?P<number>{NUMBER})")
"""A label wherever it stands; its plural may be followed by more numbers."""

MAY_NAME = re.compile(
    rf"(?<![^\W\d_])(?=[^\W\d_])(?:{_either(_forms(WORDS))})(?![^\W\d_])|[-\u00ad\u2010]\s", re.IGNORECASE
)
"""What any text has that names an exhibit: one of the words, or one that may be broken at the end of a line."""


def _opening(words: Iterable[str]) -> str:
    """As words stand at the head of a caption: "Figure", "FIGURE", never "figure"."""
    spelt = {form for word in words for form in (word, word.translate(UNACCENTED))}
    return _either(form for word in spelt for form in (word.capitalize(), word.upper()))


_OPENING = _opening(_forms(kind for kind in WORDS if kind not in NO_OPENING))
_ANNEXED = rf"(?:(?:{_opening(ANNEXES)})\s+)?"
_NUMERAL = r"(?:[A-Z]{0,3}[.\-–]?\d{1,3}(?:[.\-–]\d{1,3})*[a-z]?|[IVX]+)"
_UNNUMBERED = _opening(
    "table figure chart map graph tabla cuadro gráfico mapa figura tableau graphique carte tabelle abbildung karte"
    " tabela quadro tabella".split()
)
CAPTION = re.compile(
    rf"""(?: {_ANNEXED} (?:{_OPENING}) \s* {ORDINAL.replace(" ", "")}
          (?: {_NUMERAL} \s* (?: [.:–—|-] | \s\(? (?=[^\W\d_a-zà-ÿ]|(?i:cont|suite|forts|segue)) | $ )
            | [A-Z] (?: \s*[:|–—] | \.(?!\w) | $ ) )
        | (?:{_UNNUMBERED}) \s? : \s )""",
    re.VERBOSE,
)
"""How a block begins that is a caption: "Table 3. Beds", "FIGURE A.1", "Map: the valley"; not "Table 3 shows ..."."""
CAPTION_LIKE = re.compile(
    rf"(?:{_either(_forms(kind for kind in WORDS if kind not in NO_OPENING))})\s+{ORDINAL}[A-Z]?[.-]?\d", re.IGNORECASE
)
"""How a line begins that may be one."""
INITIALS = frozenset(
    letter
    for kind, words in WORDS.items()
    if kind not in NO_OPENING
    for word in words.split()
    for letter in (word[0].lower(), word[0].upper())
)
"""What lines like captions begin with: told at once."""  # fmt: skip


def named(match: re.Match[str], number: str | None = None) -> Name:
    """The name in a match of LABEL; `number` in place of the one matched."""
    kind, word = MEANS[folded(match["word"])]
    return Name(kind, word, folded(match["annex"] or ""), number if number is not None else match["number"])


def name_of(label: str) -> Name | None:
    """The name in a label as printed, "Table A.1"; None for a label without a number."""
    found = LABEL.match(label)
    return None if found is None else named(found)
