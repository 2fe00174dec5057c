"""A quotation, or a sentence with the places it cites -> whether the library bears it out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from api.checking.stretches import stretches
from api.citing.places import Place
from api.loaded import Loaded
from corpus.errors import BadQueryError
from corpus.model import Passage, Span
from corpus.prose import prose
from nlp.check.claims import check
from nlp.check.naming import own_names
from nlp.check.quotation import Quoted, quoted
from nlp.check.record import Checked
from nlp.check.written import readings
from nlp.engines import Keyword
from nlp.find.asking import in_a_row
from nlp.find.words import weighed
from nlp.model import Ref, Where

if TYPE_CHECKING:
    from api.library import Library

LONGEST = 5_000
"""Characters of a quotation or a sentence."""
ROW = 5
"""Words in a row that are looked for."""
ROWS = 60
"""Rows at most, taken from all over a long quotation."""
HOLDING = 60
"""Passages looked at for having such rows ..."""
LIKE = 20
"""... and for having such words."""


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A sentence with what was found against it, and the passages it was held against."""

    checked: Checked
    passages: tuple[tuple[Loaded, Passage], ...]


class Checking:
    """How new writing is held against a library."""

    def __init__(
        self,
        library: Library,
        loaded: Callable[[str], Loaded],
        keyword: Keyword,
        where: Callable[[Sequence[str]], Where],
    ) -> None:
        """`where`: the filter for passages of these papers, all if none, as far as the index has them."""
        self._library = library
        self._loaded = loaded
        self._keyword = keyword
        self._where = where

    def quotation(self, text: str, papers: Iterable[str] = ()) -> Quoted:
        """The verdict on a quotation, looked for in passages: not in headings, bibliographies and page furniture.

        Raises BadQueryError for a text without words or longer than LONGEST, NoSuchPaperError.
        """
        _bounded(text, "quotation")
        refs = self._candidates(text, self._where(self._library.full_names(papers) if papers else ()))
        return quoted(text, list(stretches(refs, self._loaded, len(text))))

    def claim(self, sentence: str, places: Sequence[Place]) -> CheckedClaim:
        """What speaks against a sentence that cites `places`; see `nlp.check.claims.check`.

        It is held against the whole passages that the places lie in. Raises BadQueryError for a sentence without
        words or longer than LONGEST, and for places that are a paper as a whole or none.
        """
        _bounded(sentence, "sentence")
        found = {(place.paper.name, one.spans): (at, one) for place in places for at, one in self._cited(place)}
        if not found:
            raise BadQueryError("name the places that the sentence cites: words, pages, paragraphs or notes.")
        read = [prose(at.paper.text, one.spans, at.markers_in(one)).text for at, one in found.values()]
        also = [word for at, _ in found.values() for word in own_names(at.paper.metadata)]
        return CheckedClaim(check(sentence, read, list(dict.fromkeys(also))), tuple(found.values()))

    def _candidates(self, text: str, where: Where) -> list[Ref]:
        """The passages in which a quotation may stand, the likeliest first."""
        rows = _rows(text)
        holding = self._keyword.search(dict.fromkeys(rows, 1.0), HOLDING, where) if rows else []
        like = self._keyword.search(weighed(text), LIKE, where)
        return list(dict.fromkeys(ref for ref, _ in (*holding, *like)))

    def _cited(self, place: Place) -> list[tuple[Loaded, Passage]]:
        loaded = self._loaded(place.paper.name)
        if place.citation is not None:
            spans = place.citation.spans
        elif place.page is not None:
            spans = tuple(page.span for page in place.paper.pages if page.label == place.page)
        else:
            raise BadQueryError(
                f"say where in {place.paper.name}: a whole paper is no place that bears a sentence out."
            )
        return [(loaded, one) for one in loaded.passages if _touches(one, spans)]


def _touches(passage: Passage, spans: Sequence[Span]) -> bool:
    return any(piece.overlaps(span) for piece in passage.spans for span in spans)


def _bounded(text: str, what: str) -> None:
    if len(text) > LONGEST:
        raise BadQueryError(f"a {what} has {LONGEST:,} characters at most; this one has {len(text):,}.")
    if not weighed(text):
        raise BadQueryError(f"there is no word in this {what}.")


def _rows(text: str) -> list[str]:
    """The words of a quotation as rows that the index knows, from all over it."""
    written = list(readings(text))[-1]
    pieces = (written.wording.view.text[piece[0].start : piece[-1].end] for piece in written.pieces)
    found = []
    for piece in pieces:
        tokens = in_a_row(piece).tokens
        found += [
            " ".join(tokens[at : at + ROW]) for at in range(0, len(tokens), ROW) if at == 0 or at + ROW <= len(tokens)
        ]
    step = -(-len(found) // ROWS) or 1
    return found[::step]
