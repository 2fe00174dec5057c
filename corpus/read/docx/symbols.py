"""A character of a symbol font -> the Unicode character it shows, where one is known."""

from __future__ import annotations

PRIVATE = 0xF000
"""Word moves the characters of symbol fonts up here."""
SYMBOL = dict(
    zip(
        "ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprstufcywJjV",
        "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψωϑϕς",
        strict=True,
    )
) | {
    chr(code): sign
    for code, sign in {
        0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅", 0x5C: "∴", 0x5E: "⊥", 0x7E: "∼",
        0xA0: "€", 0xA2: "′", 0xA3: "≤", 0xA4: "⁄", 0xA5: "∞", 0xA7: "♣", 0xA8: "♦", 0xA9: "♥", 0xAA: "♠",
        0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥",
        0xB4: "×", 0xB5: "∝", 0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…",
        0xC5: "⊕", 0xC6: "∅", 0xC7: "∩", 0xC8: "∪", 0xCE: "∈", 0xCF: "∉", 0xD1: "∇", 0xD2: "®", 0xD3: "©",
        0xD4: "™", 0xD5: "∏", 0xD6: "√", 0xD7: "⋅", 0xD8: "¬", 0xD9: "∧", 0xDA: "∨", 0xDB: "⇔", 0xDE: "⇒",
        0xE2: "®", 0xE3: "©", 0xE4: "™", 0xE5: "∑", 0xF2: "∫",
    }.items()
}  # fmt: skip
WINGDINGS = {
    chr(code): sign
    for code, sign in {
        0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢",
        0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
        0xFE: "☑",
    }.items()
}  # fmt: skip
FONTS = {"symbol": SYMBOL, "wingdings": WINGDINGS}


def symbol(font: str, code: str) -> str:
    """The character that `code` (hexadecimal) shows in `font`; "" where no Unicode character is known for it.

    >>> symbol("Symbol", "F062"), symbol("Wingdings", "F0FC"), symbol("Arial", "2022")
    ('β', '✓', '•')
    """
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    table = FONTS.get(font.lower())
    if table is not None:
        plain = chr(number - PRIVATE) if PRIVATE <= number < PRIVATE + 256 else chr(number) if number < 256 else ""
        return table.get(plain, plain if plain.isdigit() or plain in set("()[]{}+=.,;:<>/%&!?|") else "")
    return chr(number) if 32 <= number < 0xD800 else ""
