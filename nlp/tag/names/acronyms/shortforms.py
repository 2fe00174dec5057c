"""The definitions of one paper -> its table of short forms, and where each stands in the prose.

A short form means what this paper says it means, and nothing outside it. One that the paper defines twice
in different ways stands for neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.model import Label
from nlp.tag.names.acronyms.definitions import find_all
from nlp.tag.names.acronyms.glossaries import Listed
from nlp.tag.names.acronyms.spelling import same_gist
from nlp.tag.names.found import Found
from nlp.tag.names.lists.canon import listed_label
from nlp.tag.names.lists.tables import fold, words
from nlp.tag.names.patterns.runs import CONNECTORS, tokens
from nlp.tag.names.patterns.triggers import head_label, label_of

WORDS = re.compile(
    r"""(?<!\w) (?P<word> (?:[^\W\d_]\.){2,8} | [^\W_]\w*(?:[&/.+-]\w+)*\+? )
    (?= (?P<second>\s(?:\d{4}|[A-Z]{2,})(?!\w))? )""",
    re.VERBOSE,
)
BEFORE = re.compile(r"\b(?:[Tt]he|[Tt]his|[Oo]ur)\s$")
AFTER = re.compile(r"\s(?:of|for|on)\b|\s[A-Z]")


@dataclass(frozen=True, slots=True)
class Short:
    """What a short form stands for in this paper. `label` None: a common noun, which names nobody."""

    short: str
    long: str | None
    label: Label | None
    by_word: bool = False
    """A word of everyday use, "the Agency": elsewhere, with other words beside it, it may mean others."""


@dataclass(frozen=True, slots=True)
class Definition:
    """One place of definition: line and offsets of both forms."""

    line: int
    short: tuple[int, int]
    long: tuple[int, int]


def read_definitions(texts: Sequence[str], listed: Sequence[Listed] = ()) -> list[Definition]:
    """All definitions in the stretches of one paper, in order; `listed`: what its lists of abbreviations define."""
    found = find_all(texts, [each.short for each in listed])
    return [Definition(line, short, long) for line, pairs in enumerate(found) for short, long in pairs]


def short_forms(
    texts: Sequence[str], definitions: Sequence[Definition], listed: Sequence[Listed] = ()
) -> dict[str, Short]:
    """The table of short forms, by the form as defined."""
    longs: dict[str, list[str]] = {}
    for each in listed:
        longs.setdefault(each.short, []).append(each.long)
    for definition in definitions:
        text = texts[definition.line]
        longs.setdefault(text[slice(*definition.short)], []).append(text[slice(*definition.long)])
    table = {short: _one(short, forms) for short, forms in longs.items()}
    return {short[:-1]: one for short, one in table.items() if _is_plural(short)} | table


def _one(short: str, forms: Sequence[str]) -> Short:
    labels = [label for form in forms if (label := long_label(short, form)) is not None]
    same = all(same_gist(forms[0], form) for form in forms)
    by_word = short[1:].islower() and (head_label(short) is not None or short in forms[0].split())
    return Short(short, forms[0] if same else None, labels[0] if labels else None, by_word)


def _is_plural(short: str) -> bool:
    return short.endswith("s") and short[-2:-1].isupper()


def long_label(short: str, long: str) -> Label | None:
    """What a long form names: what the lists say, else its head; None for a common noun."""
    listed = listed_label(long) or listed_label(_raised(long))
    if listed is not None:
        return listed
    parts = tuple(token for token in tokens(long) if token.text != "|")
    content = [part for part in parts if part.text not in CONNECTORS and part.text not in {"the", "or", "a", "an"}]
    if not content or fold(short) in words("terms.txt"):
        return None
    if not all(part.capital for part in content):
        return _lower_label(content[-1].text) if not any(part.capital for part in content) else _mixed(parts)
    read = label_of(parts)
    if read is not None:
        return read[1]
    plural = short.endswith("s") and short[:-1].isupper()
    if plural or fold(content[-1].text).lower() in words("things.txt") or len(content) < 2:
        return None
    return Label.PROGRAM if content[-1].text.endswith("ing") else Label.ORG


def _lower_label(last: str) -> Label | None:
    """A law or a treaty is a name even when it is printed without capitals; a party or an agency is a kind."""
    return Label.PROGRAM if last in {"act", "treaty", "convention", "protocol"} else None


def _mixed(parts: Sequence[object]) -> Label | None:
    texts = [str(getattr(part, "text", "")) for part in parts]
    return next((label for text in texts if (label := head_label(text.capitalize())) is not None), None)


def _raised(long: str) -> str:
    small = CONNECTORS | {"the"}
    return " ".join(word if word in small else word[:1].upper() + word[1:] for word in long.split())


def find_short_forms(text: str, table: dict[str, Short]) -> Iterator[tuple[Found, Short]]:
    """Where the short forms of `table` stand in `text`; those of common nouns too, so that they can be left out."""
    for match in WORDS.finditer(text):
        for form, printed in _forms(match):
            short = table.get(form)
            if short is not None and (not short.by_word or _alone(text, match)):
                end = match.start() + len(printed)
                name = None if printed in table else short.long or short.short
                yield Found(match.start(), end, short.label or Label.ORG, "acronym", name), short
                break


def _forms(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    """What may be looked up, and what of the text it is: with a number, without its points, its plural s ..."""
    word = match["word"]
    if match["second"]:
        yield word + match["second"], word + match["second"]
    yield word, word
    if "-" in word:
        yield word.partition("-")[0], word.partition("-")[0]
    if _is_plural(word):
        yield word[:-1], word[:-1]
    if word.endswith("."):
        yield word.replace(".", ""), word


def _alone(text: str, match: re.Match[str]) -> bool:
    """Whether a word stands with its article and no other names beside it: "the Agency", not "the Agency for"."""
    before = BEFORE.search(text, max(0, match.start() - 8), match.start())
    return before is not None and not AFTER.match(text, match.end())
