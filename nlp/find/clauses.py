"""Conditions and filters -> tantivy queries that choose passages and score nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations
from typing import assert_never

import tantivy

from nlp.conditions import All, Any, Condition, FromPapers, InRow, Listed, Not, OfKind, Says, Under
from nlp.find.keys import key_of
from nlp.model import Ref, Where

PASSAGE, PAPER = "passage", "paper"
"""The two sorts of document: a passage, and a marker that says a paper is held, under which stamp."""
Query = tantivy.Query
MUST, SHOULD, NEVER = tantivy.Occur.Must, tantivy.Occur.Should, tantivy.Occur.MustNot


class Clauses:
    """Conditions as queries on one schema; see `nlp.find.keyword` for its fields."""

    def __init__(self, schema: tantivy.Schema) -> None:
        self._schema = schema

    def passing(self, where: Where) -> list[tantivy.Query]:
        """A query for each condition of a filter but its `passages`; none where it has none."""
        found: list[Condition] = [where.holding] if where.holding is not None else []
        found += [FromPapers(where.papers)] if where.papers else []
        found += [OfKind(where.kinds)] if where.kinds else []
        return [Query.const_score_query(self.holding(each), 0.0) for each in found]

    def holding(self, condition: Condition) -> tantivy.Query:
        """The passages of which it holds."""
        match condition:
            case Says(tokens):
                found = self._any(self.row("said", token.split(" ")) for token in tokens)
            case InRow(tokens, apart, any_order):
                orders = permutations(tokens) if any_order else [tokens]
                found = self._any(self.row("said", order, apart) for order in orders)
            case Under(tokens):
                found = self.row("under", tokens)
            case FromPapers(names):
                found = Query.term_set_query(self._schema, "paper", sorted(names))
            case OfKind(kinds):
                found = Query.term_set_query(self._schema, "kind", sorted(kinds))
            case Listed(passages):
                found = self.keyed(keys(passages))
            case All(parts):
                found = Query.boolean_query([(MUST, self.every()), *((MUST, self.holding(part)) for part in parts)])
            case Any(parts):
                found = self._any(self.holding(part) for part in parts)
            case Not(part):
                found = Query.boolean_query([(MUST, self.every()), (NEVER, self.holding(part))])
            case _:
                assert_never(condition)
        return found

    def every(self) -> tantivy.Query:
        """All passages."""
        return self.term("sort", PASSAGE, counted=False)

    def keyed(self, wanted: Sequence[str]) -> tantivy.Query:
        """The passages with these keys."""
        return Query.term_set_query(self._schema, "key", wanted)

    def term(self, field: str, value: str, *, counted: bool = True) -> tantivy.Query:
        """Documents that hold one token."""
        return Query.term_query(self._schema, field, value, index_option="freq" if counted else "basic")

    def row(self, field: str, tokens: Sequence[str], apart: int = 0) -> tantivy.Query:
        """Documents that hold the tokens in this order, with at most `apart` others among them."""
        if len(tokens) == 1:
            return self.term(field, tokens[0])
        return Query.phrase_query(self._schema, field, list(tokens), apart)

    def _any(self, queries: Iterable[tantivy.Query]) -> tantivy.Query:
        found = list(queries)
        return Query.boolean_query([(SHOULD, query) for query in found]) if found else Query.empty_query()


def keys(passages: Mapping[str, tuple[int, ...]]) -> list[str]:
    """The keys of these passages."""
    return [key_of(Ref(name, number)) for name, numbers in passages.items() for number in numbers]
