"""A query that was read -> what the index is asked: tokens to rank by, and what must hold of a passage."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, assert_never

from nlp import conditions as must
from nlp.conditions import Condition
from nlp.engines import Keyword
from nlp.find.words import Token, analyse, fold, stem, weighed
from nlp.query.fields import OF_FIGURES
from nlp.query.reading import Query
from nlp.query.tree import All, Any, Field, Near, Node, Not, Notice, Phrase, Prefix, Word

BEGINNINGS = 200
"""Words that a prefix may stand for: the most frequent."""
OF_PREFIX = 0.5
"""What a word that begins so counts in the ranking."""
RANKED = 10
"""Of the words a prefix stands for, those that are ranked by."""
PERMUTED = 4
"""Near words that may stand in any order: of more the orders are too many to ask for."""
Resolve = Callable[[Sequence[Field]], Condition]
"""Fields that must hold together (those of figures: of one figure) -> a condition. Raises BadQueryError."""


class Asked(NamedTuple):
    """What the index is asked."""

    ranked: str
    """The text that is ranked by; empty when only conditions are asked for."""
    tokens: Mapping[str, float]
    """Its tokens, and those of prefixes, each with its weight."""
    condition: Condition | None
    notices: Sequence[Notice]


def words_of(text: str) -> Asked:
    """`text` as nothing but words to rank by."""
    return Asked(text, weighed(text), None, ())


def compiled(query: Query, keyword: Keyword, resolve: Resolve) -> Asked:
    """What `query` asks of `keyword`. Raises BadQueryError for a field whose value means nothing here."""
    reader = _Reader(keyword, resolve)
    condition = None if query.condition is None else reader.condition(query.condition)
    tokens = weighed(query.ranked) if query.ranked else {}
    for token in reader.ranked:
        tokens.setdefault(token, OF_PREFIX)
    return Asked(query.ranked, tokens, condition, [*query.notices, *reader.notices])


class _Reader:
    def __init__(self, keyword: Keyword, resolve: Resolve) -> None:
        self._keyword = keyword
        self._resolve = resolve
        self.notices: list[Notice] = []
        self.ranked: list[str] = []

    def condition(self, node: Node, *, wanted: bool = True) -> Condition:
        """What must hold for `node`; `wanted`: whether its words are to be found, not kept out."""
        match node:
            case Word(text):
                found = one_word(text)
            case Phrase(text):
                found = in_a_row(text)
            case Near(text, apart):
                found = self._near(node, text, apart)
            case Prefix(text):
                found = self._prefix(node, text, wanted=wanted)
            case Field():
                found = self._resolve([node])
            case All(parts):
                found = self._all(parts, wanted=wanted)
            case Any(parts):
                found = must.Any(tuple(self.condition(part, wanted=wanted) for part in parts))
            case Not(part):
                found = must.Not(self.condition(part, wanted=not wanted))
            case _:
                assert_never(node)
        return found

    def _all(self, parts: Sequence[Node], *, wanted: bool) -> Condition:
        """Every part; what is said of figures is said of one and the same."""
        figures = [part for part in parts if isinstance(part, Field) and part.name in OF_FIGURES]
        others = [self.condition(part, wanted=wanted) for part in parts if part not in figures]
        return must.All((*([self._resolve(figures)] if figures else []), *others))

    def _near(self, node: Near, text: str, apart: int) -> Condition:
        tokens = [token.text for token in _printed(text) if not token.little] or [t.text for t in _printed(text)]
        if len(tokens) > PERMUTED:
            message = f"more than {PERMUTED} words are looked for in the order in which they are typed."
            self.notices.append(Notice(node.at, node.length, message))
        return must.InRow(tuple(tokens), apart, any_order=len(tokens) <= PERMUTED)

    def _prefix(self, node: Prefix, text: str, *, wanted: bool) -> Condition:
        forms = [form for form, _ in self._keyword.beginning(fold(text))]
        if len(forms) > BEGINNINGS:
            message = f"{len(forms):,} words begin so: the {BEGINNINGS} most frequent are looked for."
            self.notices.append(Notice(node.at, node.length, message))
        if not forms:
            self.notices.append(Notice(node.at, node.length, f"no word in the papers begins with {text!r}."))
        tokens = tuple(dict.fromkeys(stem(form) for form in forms[:BEGINNINGS]))
        if wanted:
            self.ranked += tokens[:RANKED]
        return must.Says(tokens)


def one_word(text: str) -> Condition:
    """What a passage says that says this word, number or amount, however it is written there.

    Of counter-narcotics that is counternarcotics, or its parts one after the other; of $1.4 billion the amount, as
    in US$1,400 million, and the dollar.
    """
    tokens = analyse(text)
    amounts = [token for token in tokens if "_" in token.text]
    if amounts:
        beside = [token for token in _printed(text) if not any(_inside(token, amount) for amount in amounts)]
        said = tuple(must.Says((token.text,)) for token in (*amounts, *beside))
        return said[0] if len(said) == 1 else must.All(said)
    row = in_a_row(text)
    whole = [token for token in tokens if all(_inside(other, token) for other in tokens)]
    if not whole:
        return row
    said_whole = must.Says((whole[-1].text,))
    return must.Any((said_whole, row)) if len(row.tokens) > 1 else said_whole


def _inside(token: Token, other: Token) -> bool:
    return other.start <= token.start and token.end <= other.end


def in_a_row(text: str) -> must.InRow:
    """The words as they are printed, one after the other."""
    return must.InRow(tuple(token.text for token in _printed(text)))


def _printed(text: str) -> Iterator[Token]:
    """For each word or number of `text` the token that stands for it alone."""
    seen = -1
    for token in sorted(analyse(text), key=lambda each: (each.position, each.end - each.start)):
        if token.position != seen:
            seen = token.position
            yield token
