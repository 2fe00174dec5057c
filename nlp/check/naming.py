"""The names of a claim against those of its sources, and who does what to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nlp.check.nearness import clearly_nearer, likeness, near
from nlp.check.numbering import fitting
from nlp.check.reading import Amount, Reading
from nlp.check.record import Fault, Flaw
from nlp.cite.names import names, speaks_of
from nlp.find.words import fold, stem
from nlp.model import Kind

SWAPPED = 1.5
"""By how much the words around another figure must fit better for it to be that one's story."""
BODY = re.compile(
    r"""\b(?: (?P<of> (?:ministr(?:y|ies)|departments?|agency|office|secretariat|council|board|ministers?|secretary)
            \sof\s(?:the\s)?(?P<what>[a-z]+) )
          | (?P<before>[a-z]+(?:-[a-z]+)*)\s(?P<body>ministr(?:y|ies|er|ers)|departments?|agency|authority|council
            |inspectorate|regulator|court|tribunal) )\b""",
    re.VERBOSE,
)
"""Bodies in lower case, told apart by one word: "the health ministry"."""
IDLE = frozenset(
    """the a an its their his her this that each every no one two three new own same other another said responsible
    local national federal central public state government city first second district regional provincial high
    supreme relevant independent whole joint former current line competent which and or by of in for to with""".split()
)
PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|be)\b[^.;]*\bby\s(?:the\s)?\Z")
FROM = re.compile(r"\b(?:from|by)\s(?:the\s)?\Z")
LISTED = re.compile(r"\A(?:\W|\band\b|\bor\b|\bof\b|\bthe\b|\bin\b|['’]s?)*\Z")
DEED = re.compile(r"\b[a-z]{2,}(?:ed|s|en|t|d|ew|ave|ook|old|ent)\b")


def check_names(claim: Reading, sources: Sequence[Reading], also: Sequence[str] = ()) -> Iterator[Fault]:
    """Names that no source has; `also` may be named as well: the paper's title, its authors, its publisher."""
    told = " ".join(source.text for source in sources)
    for name, start in _named(claim, told):
        if not speaks_of(name, told, also) and not _by_parts(name, told, also):
            yield Fault(Flaw.NAME, start, start + len(name), f"no passage names “{name}”.")
    known = {stem(fold(found["what"] or found["before"])) for found in BODY.finditer(told)}
    words = {stem(fold(word)) for word in re.findall(r"[^\W\d_]+", told)}
    for found in BODY.finditer(claim.text):
        word = found["what"] or found["before"]
        if word not in IDLE and stem(fold(word)) not in known | words:
            yield Fault(Flaw.NAME, *found.span(), f"no passage speaks of “{found.group()}”.")


def check_roles(claim: Reading, sources: Sequence[Reading]) -> Iterator[Fault]:
    """Figures that belong to something else in the sources, and names that have changed places."""
    for amount in claim.amounts:
        if (fault := _misplaced(claim, amount, sources)) is not None:
            yield fault
    yield from _reversed(claim, sources)


def _named(claim: Reading, told: str) -> Iterator[tuple[str, int]]:
    """The names of a claim and where each stands; a capital that only begins the sentence is none."""
    words = {fold(word) for word in re.findall(r"[^\W\d_]+", told)}
    seen = [(mention.span.start, mention.span.end) for mention in claim.mentions]
    for name in names(claim.text):
        start = claim.text.find(name)
        opens = not claim.text[:start].strip(" “\"'‘(") or claim.text[:start].rstrip().endswith((".", "?", "!", ":"))
        known = any(first < start + len(name) and start < last for first, last in seen)
        if opens and " " not in name and not known and not name.isupper():
            continue
        if all(fold(part) in words for part in name.split()) and " " not in name:
            continue
        yield name, start


def _by_parts(name: str, told: str, also: Sequence[str]) -> bool:
    """Whether a name that stands for two ("Peru and Chile", "President Roe") is spoken of in its parts."""
    parts = [part for part in re.split(r"\s(?:and|of|the|in|for)\s|\s", name) if part[:1].isupper()]
    return len(parts) > 1 and all(speaks_of(part, told, also) for part in parts)


def _misplaced(claim: Reading, amount: Amount, sources: Sequence[Reading]) -> Fault | None:
    """Whether the claim tells of a number what the sources tell of another of its kind."""
    about = near(claim, amount.start, amount.end)
    own: list[float] = []
    others: list[float] = []
    for source in sources:
        mine = fitting(claim, amount, source)
        own += [likeness(about, near(source, one.start, one.end)) for one in mine]
        rivals = [one for one in source.amounts if one not in mine and _alike(amount, one)]
        others += [likeness(about, near(source, one.start, one.end)) for one in rivals]
    if own and clearly_nearer(own, others, SWAPPED):
        printed = claim.text[amount.start : amount.end]
        return Fault(Flaw.ROLE, amount.start, amount.end, f"“{printed}” is of something else in the passages.")
    return None


def _alike(amount: Amount, one: Amount) -> bool:
    counts = {None, Kind.COUNT}
    same = amount.kind in counts and one.kind in counts
    return same or (amount.kind is one.kind and amount.unit == one.unit)


def _reversed(claim: Reading, sources: Sequence[Reading]) -> Iterator[Fault]:
    """Deeds of one to another that are the other's to the one in the sources."""
    found = names(claim.text)
    for at, one in enumerate(found):
        for other in found[at + 1 :]:
            ours = _doer(claim.text, one, other)
            theirs = {_doer(source.text, one, other) for source in sources} - {None}
            if ours is not None and theirs and ours not in theirs:
                start = claim.text.find(one)
                why = f"in the passages “{one}” and “{other}” have each other's part."
                yield Fault(Flaw.ROLE, start, claim.text.find(other) + len(other), why)


def _doer(text: str, one: str, other: str) -> str | None:
    """Which of two names does something to the other, as far as their order tells."""
    first, second = text.find(one), text.find(other)
    if first < 0 or second < 0 or first == second:
        return None
    early, late = (one, other) if first < second else (other, one)
    between = text[min(first, second) + len(early) : max(first, second)]
    if (
        LISTED.match(between)
        or not DEED.search(between)
        or re.search(r"[;:]|\.\s|\bwhile\b|\bbut\b|\bwhereas\b", between)
    ):
        return None
    return late if PASSIVE.search(between) or FROM.search(between) else early
