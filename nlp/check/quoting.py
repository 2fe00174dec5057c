"""The quotations in a claim against its sources: word for word and in one place, or not at all.

What printing changes does not count: line ends, kinds of quotation marks and dashes, hyphenation at line ends, note
marks. Left-out words must be shown ("…"), and stand in one sentence of the source, in its order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from corpus.sentences import sentences
from corpus.view import View
from nlp.check.record import Fault, Flaw

QUOTED = re.compile(r"“(?P<curly>[^“”]+)”|\"(?P<plain>[^\"]+)\"|«\s?(?P<angled>[^«»]+?)\s?»|„(?P<low>[^“”„]+)[“”]")
GAP = re.compile(r"\s*(?:\[\s?(?:…|\.\s?\.\s?\.)\s?\]|\(\s?(?:…|\.\.\.)\s?\)|…|(?:\.\s?){3,4})\s*")
CASE = re.compile(r"\[([^\W\d_])\]")
"""A letter whose case the writer changed: "[t]he"."""
MARKS = re.compile(r"[¹²³⁰-⁹]+|\[\d{1,3}\]|[*†‡§]+(?=\W|$)")
PUNCTUATION = " ,.;:!?"
EVEN = str.maketrans({  # all quotation marks are one: a quotation within a quotation changes its kind
    '"': "'", "“": "'", "”": "'", "„": "'", "«": "'", "»": "'", "‘": "'", "’": "'", "‚": "'", "`": "'",
    "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "\u00ad": None, "\u200b": None, "\ufeff": None,
})  # fmt: skip
LIKE = {
    char: f"[{re.escape(alike)}]"
    for alike in ('"“”„«»', "'‘’‚`", "-–—‐‑−")
    for char in alike
}  # fmt: skip
"""Sign -> all signs that are printed for it."""


def check_quotations(claim: str, sources: Sequence[str]) -> Iterator[Fault]:
    """Quotations of `claim` that no one of `sources`, passages in plain prose, has as they are given."""
    texts = [even(source) for source in sources]
    for match in QUOTED.finditer(claim):
        quote = next(group for group in match.groups() if group)
        fragments = [even(each).strip(PUNCTUATION) for each in GAP.split(quote)]
        fragments = [each for each in fragments if each]
        if not fragments or any(_holds(text, fragments) for text in texts):
            continue
        if all(any(_at(text, each) >= 0 for text in texts) for each in fragments):
            why = "its pieces do not stand in this order in one sentence"
        else:
            lost = next(each for each in fragments if not any(_at(text, each) >= 0 for text in texts))
            why = f"no passage has “{lost}” word for word"
        yield Fault(Flaw.QUOTATION, *match.span(), f"{why}.")


def find_quotation(quote: str, text: str) -> tuple[int, int] | None:
    """Where `quote` stands in `text`, plain prose: (start, end) in code points; None if it does not, or has no word.

    Spaces, line ends and the kinds of quotation marks and dashes may differ, nothing else.
    """
    words = quote.split()
    if not any(char.isalnum() for char in quote):
        return None
    pattern = r"\s+".join("".join(LIKE.get(char, re.escape(char)) for char in word) for word in words)
    left, right = r"(?<!\w)" if words[0][0].isalnum() else "", r"(?!\w)" if words[-1][-1].isalnum() else ""
    found = re.search(left + pattern + right, text)
    return found.span() if found else None


def even(text: str) -> str:
    """`text` without what only printing decides: line ends, kinds of marks and dashes, note marks, ligatures."""
    text = MARKS.sub("", re.sub(r"(?<=[^\W\d_])-[ \t]*(?:\r\n|\r|\n)[ \t]*(?=[a-z])", "-", text))
    text = unicodedata.normalize("NFC", text.translate(EVEN))
    for ligature in "ﬀﬁﬂﬃﬄﬅﬆ":
        text = text.replace(ligature, unicodedata.normalize("NFKC", ligature))
    return " ".join(text.split()).replace(" - ", "-")


def _holds(text: str, fragments: Sequence[str]) -> bool:
    if len(fragments) == 1:
        return _at(text, fragments[0]) >= 0
    view = View.of(text)
    whole = (text[start:end] for start, end in sentences(view))
    return any(_in_order(part, fragments) for sentence in whole for part in sentence.split(";"))


def _in_order(sentence: str, fragments: Sequence[str]) -> bool:
    at = 0
    for each in fragments:
        found = _at(sentence, each, at)
        if found < 0:
            return False
        at = found + len(each)
    return True


def _at(text: str, fragment: str, start: int = 0) -> int:
    """Where a fragment stands as whole words, -1 if nowhere; a bracketed letter is of either case."""
    pattern = CASE.sub(lambda found: f"\0{found[1]}", fragment)
    pieces = [
        f"(?i:{re.escape(piece[0])}){re.escape(piece[1:])}" if at else re.escape(piece)
        for at, piece in enumerate(pattern.split("\0"))
        if piece or at
    ]
    left = r"(?<!\w)" if fragment[:1].isalnum() or fragment[:1] == "[" else ""
    right = r"(?!\w)" if fragment[-1:].isalnum() else ""
    found = re.compile(left + "".join(pieces) + right).search(text, start)
    return found.start() if found else -1
