"""A query as typed -> what is ranked by and what must hold, and the same written out so that anybody can check it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from corpus.errors import BadQueryError
from nlp.query.lexer import QUOTES
from nlp.query.parser import Parser, operand
from nlp.query.tree import All, Any, Field, Near, Node, Not, Notice, Phrase, Prefix, Word

WORDS = frozenset(("AND", "OR", "NOT", "&&", "||"))
LONGEST = 10_000
"""Code points of a query."""


@dataclass(frozen=True, slots=True)
class Query:
    """A query that was read."""

    text: str
    """As typed."""
    parts: tuple[Node, ...]
    """What stands side by side in it: words rank, all else must hold."""
    notices: tuple[Notice, ...] = ()

    @property
    def ranked(self) -> str:
        """The words that passages are ranked by: all that are asked for, in order; empty where none are."""
        return " ".join(word for part in self.parts for word in _asked(part))

    @property
    def condition(self) -> Node | None:
        """What must hold of a passage; None for nothing."""
        held = tuple(operand(part) for part in self.parts if not isinstance(part, Word))
        return None if not held else held[0] if len(held) == 1 else All(held)

    def reworded(self, change: Callable[[str], str]) -> Query:
        """The same query with other words: `change` is given each word and phrase."""
        return Query(self.text, tuple(_reworded(part, change) for part in self.parts))

    def __str__(self) -> str:
        """The query written anew: it reads back to the same."""
        return " ".join(_written(part) for part in self.parts)

    @property
    def readable(self) -> str:
        """How it was read: "ranked by: coca hectares; only where: "plan colombia" AND year:2008"."""
        condition = self.condition
        ranked = [f"ranked by: {self.ranked}"] if self.ranked else []
        only = [f"only where: {_bare(condition)}"] if condition else []
        return "; ".join([*ranked, *only]) or "nothing to look for"


def read(text: str) -> Query:
    """Read `text` as the query language of docs/adr/0016.

    Raises BadQueryError, with its place, for a field whose value cannot be, and for a query too long or too deep.
    """
    if len(text) > LONGEST:
        raise BadQueryError(f"a query has at most {LONGEST:,} characters; this one has {len(text):,}.", LONGEST, 0)
    parser = Parser(text)
    parts = tuple(parser.parts())
    return Query(text, parts, tuple(sorted(parser.notices, key=lambda notice: notice.at)))


def plain(text: str) -> Query:
    """`text` as nothing but words to rank by: a question, a sentence."""
    return Query(text, tuple(Word(word) for word in text.split()))


def _reworded(node: Node, change: Callable[[str], str]) -> Node:
    match node:
        case Word(text) | Phrase(text) | Near(text):
            return replace(node, text=change(text))
        case All(parts) | Any(parts):
            return replace(node, parts=tuple(_reworded(part, change) for part in parts))
        case _:
            return node


def _asked(node: Node) -> Iterator[str]:
    match node:
        case Word(text) | Phrase(text) | Near(text):
            yield text
        case All(parts) | Any(parts):
            for part in parts:
                yield from _asked(part)
        case Prefix() | Field() | Not():
            return
        case _:
            assert_never(node)


def _written(node: Node) -> str:
    match node:
        case Word(text):
            written = text
        case Phrase(text):
            written = f'"{text}"'
        case Near(text, apart):
            written = f'"{text}"~{apart}'
        case Prefix(text):
            written = f"{text}*"
        case Field(name, values):
            told = " OR ".join(map(_value, values))
            written = f"{name}:{told}" if len(values) == 1 else f"{name}:({told})"
        case Not(part):
            written = f"NOT {_written(part)}"
        case All((Word(text),)):
            written = f"+{text}" if text[0].isalnum() or text[0] in "$€£¥₹" else f"+({text})"
        case All(parts) | Any(parts):
            written = f"({_joined(node, parts)})"
        case _:
            assert_never(node)
    return written


def _joined(node: All | Any, parts: Sequence[Node]) -> str:
    return f" {'AND' if isinstance(node, All) else 'OR'} ".join(map(_written, parts))


def _bare(node: Node) -> str:
    """Without the brackets around all of it."""
    return _joined(node, node.parts) if isinstance(node, All | Any) and len(node.parts) > 1 else _written(node)


def _value(value: str) -> str:
    return f'"{value}"' if re.search(rf"[\s(){QUOTES}]", value) or value in WORDS else value
