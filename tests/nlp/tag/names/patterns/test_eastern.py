"""Names with the family name first."""

from __future__ import annotations

import pytest

from nlp.tag.names.patterns.eastern import find_eastern


def found(text: str) -> list[str]:
    return [text[slice(*spot)] for spot in sorted(set(find_eastern(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Premier Zhou Wenli spoke", ["Zhou Wenli"]),
        ("Wang Zichen and Liu Fang", ["Wang Zichen", "Liu Fang"]),
        ("Park Min-seo's plan", ["Park Min-seo"]),
        ("Min-seo Park of Seoul", ["Min-seo Park"]),
        ("Tsai Mei-ling won", ["Tsai Mei-ling"]),
        # no names
        ("the Park Service", []),
        ("Song Lyrics and Tang Dynasty", []),
        ("in Hong Kong", []),
        ("Ma Thousand", []),
        ("Lin Policy", []),
        ("the Asia-wide market", []),
        ("Kim", []),
    ],
)
def test_finds(text: str, expected: list[str]) -> None:
    assert found(text) == expected
