"""A query -> its signs and words in order, each with its place. Nothing is refused here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from nlp.query.fields import FIELDS

QUOTES = '"“”„«»'
SIGN = r"(?:US|C|A|NZ|HK|S|R)?[$€£¥₹]"
SCALE = r"hundred|thousand|million|billion|trillion|lakh|crore|bn|mn|tn|m|k|%|per\s?cent|percent"
END = r"(?= [\s()] | $ )"
LEXEME = re.compile(
    rf"""\s+
       | (?P<open> \( ) | (?P<close> \) )
       | [{QUOTES}] (?P<phrase> [^{QUOTES}]* ) (?: (?P<closed> [{QUOTES}] ) (?: ~ (?P<apart> \d{{1,9}} ) )? )?
       | (?P<and> (?: AND | && ) {END} ) | (?P<or> (?: OR | \|\| ) {END} ) | (?P<not> NOT {END} )
       | (?P<field> (?i: {"|".join(FIELDS)} ) ) :
         (?: (?P<edge> [<>]=? )?
             [{QUOTES}] (?P<quoted> [^{QUOTES}]* ) [{QUOTES}]? | (?P<bare> [^\s(){QUOTES}]+ ) | (?= \( ) )
       | (?P<minus> - ) (?= [^\W\d_] | [({QUOTES}] )
       | (?P<plus> \+ ) (?= [\w$€£¥₹({QUOTES}] )
       | (?P<amount> (?: {SIGN} \s* )? \d [\d.,]* (?: \s* (?: {SCALE} ) )? {END} )
       | (?P<word> [^\s()]+ )
    """,
    re.VERBOSE,
)
KINDS = ("open", "close", "phrase", "and", "or", "not", "field", "minus", "plus", "amount", "word")


class Lexeme(NamedTuple):
    """A sign or word of the query; `kind` is one of KINDS, without "amount", which is a word."""

    kind: str
    at: int
    end: int
    text: str
    """As typed, white space made single; of a phrase what stands between the quotes, of a field its name."""
    apart: int | None = None
    """Of a phrase: the number behind "~"."""
    closed: bool = True
    """Of a phrase: whether its second quote is there."""
    value: str | None = None
    """Of a field: its value; None when brackets follow."""

    @property
    def length(self) -> int:
        """In code points."""
        return self.end - self.at


def lexemes(text: str) -> Iterator[Lexeme]:
    """The signs and words of `text`, without white space."""
    for match in LEXEME.finditer(text):
        kind = next((name for name in KINDS if match[name] is not None), None)
        if kind is None:
            continue
        typed = " ".join(match[kind].split())
        if kind == "field":
            quoted = match["quoted"] is not None
            value = " ".join(f"{match['edge'] or ''}{match['quoted']}".split()) if quoted else match["bare"]
            yield Lexeme(kind, *match.span(), typed.lower(), value=value)
        elif kind == "phrase":
            apart = int(match["apart"]) if match["apart"] else None
            yield Lexeme(kind, *match.span(), typed, apart, match["closed"] is not None)
        else:
            yield Lexeme("word" if kind == "amount" else kind, *match.span(), typed)
