"""A run of capitalised words -> the name in it and its label, told by the head word.

The head is the word before the first "of", "for" or "on", else the last: "Ministry of Health" and
"Health Ministry" both have the head Ministry, which makes an organisation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from nlp.model import Label
from nlp.tag.names.found import Found
from nlp.tag.names.lists.gazetteers import known
from nlp.tag.names.lists.tables import fold, rows, words
from nlp.tag.names.patterns.foreign import is_foreign_head
from nlp.tag.names.patterns.runs import ARTICLES, CONNECTORS, FOREIGN, JOIN, OF, Run, Token, runs

FIRST = {"Plan": Label.PROGRAM, "Operation": Label.EVENT, "Exercise": Label.EVENT, "Proyecto": Label.PROGRAM}
FIRST |= dict.fromkeys(("Hurricane", "Cyclone", "Typhoon"), Label.EVENT)
FIRST |= dict.fromkeys(("Lake", "Mount"), Label.LOC)
"""Heads that stand before the name: "Plan Colombia", "Operation Condor", "Lake Elm"."""
DATED = ("Act", "Proclamation", "Ordinance", "Acts")
YEAR = re.compile(r" of (?:1[5-9]|20)\d\d(?!\w)")
COUNTRY_OUTSIDE = frozenset(("US", "U.S.", "USA", "UK", "U.K."))
"""Before a programme these are no part of its name."""
OPENING = frozenset(("on", "for", "against", "concerning", "regarding"))
PLACING = frozenset(("in", "to", "with", "by", "from", "over", "between"))
"""These stand inside a name only behind an opening word: "Observatory for ... in Latin America"."""
TO_HEADS = frozenset(("Convention", "Committee", "Fund", "Campaign", "Act", "Coalition", "Programme", "Program"))
OWN_NAME = frozenset(("Inter-American", "International", "Pan-American"))
"""With these a body's own name begins, whoever's body it is: "the OAS | Inter-American Committee"."""
NATIONWIDE = frozenset(("National", "Federal"))
"""Before two plain words these do make a name: "National Health Plan"."""
HARD = frozenset(
    """Agency Bank Ministry Department Commission Council Committee Initiative Treaty Convention University
    Institute Foundation Parliament Congress Accord Accords Summit Court Secretariat Corporation
    Assembly Service Administration Bureau Directorate Federation Association Organization
    Organisation""".split()
)
"""Only these end a name in the middle of a run: "World Bank | President"."""
TITLES = frozenset(
    """President Presidents Minister Secretary Director Chairman Chair Senator Ambassador Governor General
    Colonel Captain Professor Dr. Mr. Mrs. Ms. Sir King Queen Prince Pope Judge Justice
    Representative Congressman Mayor Commissioner Former Vice Deputy Prime Assistant Under""".split()
)
SERIALS = frozenset(("Journal", "Review", "Bulletin", "Quarterly"))
"""Behind these an "of" goes on the name; a "Report of the Committee" names only the committee."""
OWNERS = frozenset(
    """Forum Fund Board Commission Committee Council Union Bank Agency Ministry Department Secretariat Parliament
    Government Organization Organisation Convention Treaty Agreement Protocol Court Authority Assembly Congress
    Senate Party Bureau Office Institute Alliance Association Community Act Charter Plan Programme Minister""".split()
)
"""With the article these are short forms of names that stand elsewhere."""
WIDE = frozenset("Caribbean Pacific Americas Environment Mediterranean".split())
"""After "and the" these still belong to the name before."""


@cache
def heads() -> dict[str, Label | None]:
    """The label each head word gives; None for words that say it is an office, a document or a mere noun."""
    table: dict[str, Label | None] = {}
    for row in rows("heads.txt"):
        kind, _, listed = row.partition(": ")
        for word in listed.split():
            table.setdefault(fold(word.replace("-", " ")), None if kind == "NONE" else Label(kind))
    return table


def head_label(word: str) -> Label | None:
    """The label that `word` gives as a head; None when it gives none."""
    return heads().get(fold(word))


def find_triggered(text: str) -> list[Found]:
    """The names in `text` that a head word labels, in order."""
    return [_dated(text, found) for run in runs(text) for found in read(run)]


def _dated(text: str, found: Found) -> Found:
    """A law with the year that stands in its name: "Clean Rivers Act of 1974"."""
    year = YEAR.match(text, found.end) if text.endswith(DATED, 0, found.end) else None
    return replace(found, end=year.end()) if year else found


def read(run: Run) -> Iterator[Found]:
    """The names in one run: none, one, or several where "and" or an office stands between them."""
    pieces = list(_split(run))
    for piece in pieces:
        yield from _read_piece(piece)


def label_of(run: Sequence[Token]) -> tuple[int, Label] | None:
    """How many tokens of `run` make a name, and its label; None when no head labels it."""
    cut = _first_connector(run)
    label = head_label(run[cut - 1].text) if cut else None
    if label is Label.WORK and cut < len(run) and run[cut - 1].text not in SERIALS:
        return None
    if label is None:
        return _headless(run, cut)
    reach = _reach(run, cut) if cut < len(run) else cut
    return (max(reach, cut), label) if max(reach, cut) >= 2 else None


def _headless(run: Sequence[Token], cut: int) -> tuple[int, Label] | None:
    """As label_of, when the word before the first connector is no head: one may stand first, or in the middle."""
    if cut >= 2 and run[0].text in FIRST:
        return min(cut, 3), FIRST[run[0].text]
    if cut >= 3 and _is_place(run[cut - 1]) and head_label(run[cut - 2].text) is Label.ORG:
        return cut, Label.ORG
    ends = (end for end in range(cut - 1, 1, -1) if run[end - 1].text in HARD)
    return next(((end, label) for end in ends if (label := head_label(run[end - 1].text))), None)


def _is_place(token: Token) -> bool:
    entry = known(token.text)
    return entry is not None and entry.label is Label.GPE


def _first_connector(run: Sequence[Token]) -> int:
    """Where the first "of", "for", "on" stands; "and" inside the front part ("Food and Agriculture") does not count."""
    return next((at for at, token in enumerate(run) if at and token.text.lower() in OF | FOREIGN), len(run))


def _reach(run: Sequence[Token], cut: int) -> int:
    """How far a name with a head before "of" runs: up to an "in" or "with" that no "on", "for" or "against" opens."""
    opened = run[cut].text.lower() in OPENING or (run[cut].text == "to" and run[cut - 1].text in TO_HEADS)
    if not opened and run[cut].text.lower() not in FOREIGN | {"of"}:
        return cut
    for at in range(cut + 1, len(run)):
        if run[at].text in PLACING - FOREIGN and not (opened and run[at].text == "in"):
            return at
    return len(run)


def _split(run: Run) -> Iterator[Run]:
    """The run cut at every "and" that stands between two names."""
    at = 0
    while at < len(run):
        if run[at].text in JOIN and _two(run[:at], run[at + 1 :]):
            yield run[:at]
            run, at = _trim(run[at + 1 :]), 0
        else:
            at += 1
    if run:
        yield run


def _two(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Whether "and" stands between two names: both speak for themselves, or the left is complete."""
    if right and right[0].text in ARTICLES:
        return not (len(right) > 1 and right[1].text in WIDE)
    if _is_known(left) or known(" ".join(t.text for t in left[_last_break(left) :])) is not None:
        return not _open(left) or label_of(right) is not None
    complete = label_of(left)
    if len(right) == 1 and right[0].text.isupper():
        return True
    if complete is None:
        return len(left) - _last_break(left) > 2 and (_is_known(right) or label_of(right) is not None)
    right = right[: next((at for at, token in enumerate(right) if token.text in JOIN), len(right))]
    if label_of(right) is not None or _is_known(right):
        return True
    return _first_connector(left) == len(left)


def _last_break(run: Sequence[Token]) -> int:
    return max((at + 1 for at, token in enumerate(run) if not token.capital), default=0)


def _open(run: Sequence[Token]) -> bool:
    """Whether a head with "of", "for" or "on" still waits for its second half: "Commission for Latin America"."""
    return 0 < _first_connector(run) < len(run)


def _is_known(run: Sequence[Token]) -> bool:
    return bool(run) and known(" ".join(token.text for token in run)) is not None


def _trim(run: Run) -> Run:
    at = 0
    while at < len(run) and not run[at].capital:
        at += 1
    return run[at:]


def _read_piece(run: Run) -> Iterator[Found]:
    while run and run[0].text in TITLES and not (len(run) > 1 and label_of(run[:2]) and run[0].text != "Former"):
        run = _trim(run[1:])
    if not run:
        return
    run = _without_owner(run)
    if any(is_foreign_head(token.text) for token in run):
        return
    found = label_of(run)
    if found is None:
        cut = next((at for at, token in enumerate(run) if token.text in CONNECTORS), None)
        if cut is not None:
            yield from _read_piece(_trim(run[cut + 1 :]))
        return
    length, label = found
    start = _front(run, length, label)
    if length - start >= 2 and not _is_kind(run[start:length]):
        yield Found(run[start].start, run[length - 1].end, _governed(run[start:length], label), "trigger")


def _governed(run: Sequence[Token], label: Label) -> Label:
    """A Region is a place, but that of a province of the lists is the province."""
    return Label.GPE if label is Label.LOC and run[-1].text == "Region" and _is_place(run[-2]) else label


def _without_owner(run: Run) -> Run:
    """`run` without a short form behind "of the" that only says whose it is: "Blue Coast Strategy | of the Forum"."""
    tail = [token.text for token in run[-3:]]
    owned = len(run) > 3 and tail[:2] == ["of", "the"] and tail[2] in OWNERS
    return run[:-3] if owned else run


def _is_kind(run: Sequence[Token]) -> bool:
    """Whether the words name a kind of thing: a soft head with nothing but plain words before it."""
    cut = _first_connector(run)
    parts = [fold(token.text) for token in run[:cut] if token.text not in JOIN]
    if cut < len(run) or len(parts) > 3 or (len(parts) == 3 and parts[0] in NATIONWIDE):
        return False
    soft, plain = (words(table) for table in ("soft_heads.txt", "plain_words.txt"))
    return parts[-1] in soft and all(part in plain or part in soft for part in parts[:-1])


def _front(run: Run, length: int, label: Label) -> int:
    """A country before a programme, a war or a conference is no part of its name."""
    outside = label in {Label.PROGRAM, Label.EVENT} and run[0].text in COUNTRY_OUTSIDE
    apart = run[0].text.isupper() and length > 2 and run[1].text in OWN_NAME
    return 1 if apart or (outside and length > 2) else 0
