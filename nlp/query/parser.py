"""Signs and words -> the parts of a query, side by side; what makes no sense where it stands is read as a word.

NOT binds closest, then AND, then OR; brackets come before all. Words that only stand side by side are not bound.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NoReturn

from corpus.errors import BadQueryError
from nlp.query.fields import FIELDS
from nlp.query.lexer import QUOTES, Lexeme, lexemes
from nlp.query.tree import All, Any, Field, Near, Node, Not, Notice, Phrase, Prefix, Word

DEEPEST = 50
FARTHEST = 50
"""Words that may stand between near ones."""
OPERATORS = frozenset(("and", "or"))
SIGNS = frozenset(("minus", "plus"))
SAYING = re.compile(r"[^\W_]|[$€£¥₹%]")
PREFIX = re.compile(r"([^\W\d_][\w'’.-]*[^\W_])\*")
FIELDLIKE = re.compile(r"([A-Za-z]{3,12}):(?!//)[\w\"“]")
NO_FIELD = f"the fields are {', '.join(FIELDS)}"


class Side(tuple[Node, ...]):
    """What stands in one pair of brackets without being bound."""

    __slots__ = ()


class Parser:
    """Reads one query. Raises BadQueryError, with its place, for what cannot be read at all."""

    def __init__(self, text: str) -> None:
        self.notices: list[Notice] = []
        self._lexemes = self._sensible(lexemes(text))
        self._next = 0
        self._depth = 0

    def parts(self) -> list[Node]:
        """All that stands side by side; brackets around words that are not bound mean nothing there."""
        found = self._side()
        while self._next < len(self._lexemes):
            self._notice(self._take(), "no bracket is open here: it is left out.")
            found += self._side()
        return found

    def _side(self) -> list[Node]:
        found: list[Node] = []
        while self._next < len(self._lexemes) and self._peek() != "close":
            one = self._bound()
            found += one if isinstance(one, Side) else [one]
        return found

    def _bound(self) -> Node | Side:
        return self._chain("or", lambda: self._chain("and", self._single, All), Any)

    def _chain(self, sign: str, read: Callable[[], Node | Side], of: type[All | Any]) -> Node | Side:
        first = read()
        parts = [first]
        while self._peek() == sign and self._operand_at(self._next + 1):
            self._take()
            parts.append(read())
        return first if len(parts) == 1 else of(tuple(map(operand, parts)))

    def _single(self) -> Node | Side:
        lexeme = self._take()
        match lexeme.kind:
            case "not" | "minus" if self._operand_at(self._next):
                return self._deeper(lexeme, lambda: Not(operand(self._single(), Any)))
            case "plus" if self._operand_at(self._next):
                return self._deeper(lexeme, lambda: must(operand(self._single())))
            case "open":
                return self._deeper(lexeme, lambda: self._brackets(lexeme))
            case "and" | "or" | "not":
                return self._lone(lexeme)
            case _:
                read = {"phrase": self._phrase, "field": self._field}.get(lexeme.kind, self._word)
                return read(lexeme)

    def _lone(self, operator: Lexeme) -> Node:
        """An operator with nothing to join."""
        word = {"&&": "and", "||": "or"}.get(operator.text, operator.text.lower())
        self._notice(operator, f"{operator.text} has nothing to join here: it is read as the word {word!r}.")
        return Word(word, at=operator.at, length=operator.length)

    def _deeper(self, lexeme: Lexeme, read: Callable[[], Node | Side]) -> Node | Side:
        self._depth += 1
        if self._depth > DEEPEST:
            refuse(lexeme, f"brackets and NOTs stand more than {DEEPEST} deep in one another; write it flatter.")
        found = read()
        self._depth -= 1
        return found

    def _brackets(self, opening: Lexeme) -> Node | Side:
        found = self._side()
        self._close(opening)
        return found[0] if len(found) == 1 and not isinstance(found[0], Word) else Side(found)

    def _close(self, opening: Lexeme) -> None:
        if self._peek() == "close":
            self._take()
        else:
            self._notice(opening, "this bracket is not closed: it is read as closed at the end.")

    def _word(self, lexeme: Lexeme) -> Node:
        place = {"at": lexeme.at, "length": lexeme.length}
        prefix = PREFIX.fullmatch(lexeme.text)
        if prefix:
            return Prefix(prefix[1], **place)
        if "*" in lexeme.text:
            self._notice(lexeme, "* stands for the rest of a word, after two letters or more; here it is left out.")
        fieldlike = FIELDLIKE.match(lexeme.text)
        if fieldlike:
            self._notice(lexeme, f"there is no field {fieldlike[1]!r} ({NO_FIELD}): it is read as words.")
        elif lexeme.text.lower().rstrip(":") in FIELDS and lexeme.text.endswith(":"):
            self._notice(lexeme, f"{lexeme.text} has its value right behind it, or is read as a word, as here.")
        return Word(lexeme.text, **place)

    def _phrase(self, lexeme: Lexeme) -> Node:
        place = {"at": lexeme.at, "length": lexeme.length}
        if not lexeme.closed:
            self._notice(lexeme, "this quotation mark has no second one: it is read as closed at the end.")
        if lexeme.apart is None:
            return Phrase(lexeme.text, **place)
        if lexeme.apart > FARTHEST:
            self._notice(lexeme, f"near is at most {FARTHEST} words apart: it is read as ~{FARTHEST}.")
        return Near(lexeme.text, min(lexeme.apart, FARTHEST), **place)

    def _field(self, lexeme: Lexeme) -> Node:
        given = [(lexeme, lexeme.value)] if lexeme.value is not None else self._values(lexeme)
        values = []
        for one, typed in given:
            try:
                values.append(FIELDS[lexeme.text](typed))
            except BadQueryError as error:
                refuse(one, str(error))
        return Field(lexeme.text, tuple(dict.fromkeys(values)), at=lexeme.at, length=lexeme.length)

    def _values(self, field: Lexeme) -> list[tuple[Lexeme, str]]:
        """Those in brackets behind a field."""
        opening, found = self._take(), list[tuple[Lexeme, str]]()
        while self._next < len(self._lexemes) and self._peek() != "close":
            lexeme = self._take()
            if lexeme.kind not in ("word", "phrase", "or"):
                refuse(lexeme, f"in the brackets of {field.text}: stand values and OR alone.")
            if lexeme.kind != "or":
                found.append((lexeme, lexeme.text.translate(UNQUOTED)))
        self._close(opening)
        if not found:
            refuse(field, f"{field.text}: needs a value, as in {field.text}:(one OR another).")
        return found

    def _sensible(self, every: Iterable[Lexeme]) -> list[Lexeme]:
        """Without what says nothing: lone dashes, quotation marks and brackets around nothing, doubled operators."""
        kept: list[Lexeme] = []
        for lexeme in every:
            if lexeme.kind == "phrase" and not SAYING.search(lexeme.text):
                self._notice(lexeme, "there is no word between these quotation marks: they are left out.")
            elif lexeme.kind in OPERATORS and kept and kept[-1].kind in OPERATORS:
                self._notice(lexeme, f"{lexeme.text} stands behind {kept[-1].text}: it is left out.")
            elif lexeme.kind == "close" and kept and kept[-1].kind == "open" and not _of_field(kept):
                kept.pop()
            elif lexeme.kind != "word" or SAYING.search(lexeme.text):
                kept.append(lexeme)
        while kept and kept[-1].kind == "open" and not _of_field(kept):
            self._notice(kept.pop(), "there is nothing in this bracket: it is left out.")
        after = [*kept[1:], None]
        return [one for one, then in zip(kept, after, strict=False) if one.kind not in SIGNS or _said(then)]

    def _operand_at(self, place: int) -> bool:
        """Whether something to be joined begins there."""
        while place < len(self._lexemes) and self._lexemes[place].kind in ("not", "minus", "plus"):
            place += 1
        return place < len(self._lexemes) and self._lexemes[place].kind not in ("and", "or", "close")

    def _peek(self) -> str | None:
        return self._lexemes[self._next].kind if self._next < len(self._lexemes) else None

    def _take(self) -> Lexeme:
        self._next += 1
        return self._lexemes[self._next - 1]

    def _notice(self, lexeme: Lexeme, message: str) -> None:
        self.notices.append(Notice(lexeme.at, lexeme.length, message))


UNQUOTED = str.maketrans(dict.fromkeys(QUOTES))


def operand(node: Node | Side, of: type[All | Any] = All) -> Node:
    """What one side of AND, OR or NOT asks for: words that stand side by side in brackets are all asked for.

    `of`: Any for NOT, which excludes each of them.
    """
    if isinstance(node, Side):
        return operand(node[0]) if len(node) == 1 else of(tuple(map(operand, node)))
    return node.parts[0] if isinstance(node, All) and len(node.parts) == 1 else node


def must(node: Node) -> Node:
    """The node, marked as one that has to hold where a mere word would only rank."""
    return All((node,)) if isinstance(node, Word) else node


def refuse(lexeme: Lexeme, message: str) -> NoReturn:
    """Raises BadQueryError for what stands there."""
    raise BadQueryError(message, lexeme.at, lexeme.length)


def _of_field(kept: Sequence[Lexeme]) -> bool:
    return len(kept) > 1 and kept[-2].kind == "field" and kept[-2].value is None


def _said(lexeme: Lexeme | None) -> bool:
    return lexeme is not None and lexeme.kind in ("word", "phrase", "field", "open")
