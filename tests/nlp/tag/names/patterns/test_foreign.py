"""Bodies named in other languages inside English prose."""

from __future__ import annotations

import pytest

from nlp.tag.names.patterns.foreign import find_foreign, is_foreign_head


def found(text: str) -> list[str]:
    return [text[f.start : f.end] for f in find_foreign(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Instituto Nacional de Aguas reported", ["Instituto Nacional de Aguas"]),
        ("the Ministério da Pesca e Aquicultura in Brasilia", ["Ministério da Pesca e Aquicultura"]),
        ("France's Agence nationale de la pêche said", ["Agence nationale de la pêche"]),
        ("the Ministère de l'Eau et des Forêts welcomed it", ["Ministère de l'Eau et des Forêts"]),
        ("the Centre national des ports argues", ["Centre national des ports"]),
        ("the Banca Agricola lends", ["Banca Agricola"]),
        ("the Bundesfischereiministerium and others", ["Bundesfischereiministerium"]),
        ("the Bundesministerium für Wasser und Boden in Bonn", ["Bundesministerium für Wasser und Boden"]),
        ("the Erika-Muster-Stiftung pays", ["Erika-Muster-Stiftung"]),
        ("The Frente Pesquero won", ["Frente Pesquero"]),
        # English
        ("the Centre for Rivers", []),
        ("the Commission on Ports and the Union of Workers", []),
        ("an Office in Nairobi", []),
        ("Association for Peace", []),
        ("the Secretariat of the Forum", []),
        ("the Federation of Miners", []),
        ("an instituto and a banco", []),
        ("the Red Cross", []),
    ],
)
def test_finds(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_heads_that_english_has_are_not_foreign() -> None:
    assert is_foreign_head("Instituto")
    assert not is_foreign_head("Secretariat")
    assert not is_foreign_head("Commission")
