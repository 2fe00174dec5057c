"""The names of a claim against those of its sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.model import Metadata
from nlp.check.reading import Reading
from nlp.check.record import Fault, Flaw
from nlp.cite.names import names, speaks_of
from nlp.find.words import STOP_WORDS, fold, stem

BODY = re.compile(
    r"""\b(?: (?P<of> (?:ministr(?:y|ies)|departments?|agency|office|secretariat|council|board|ministers?|secretary)
            \sof\s(?:the\s)?(?P<what>[a-z]+) )
          | (?P<before>[a-z]+(?:-[a-z]+)*)\s(?P<body>ministr(?:y|ies|er|ers)|departments?|agency|authority|council
            |inspectorate|regulator|court|tribunal) )\b""",
    re.VERBOSE,
)
"""Bodies in lower case, told apart by one word: "the health ministry"."""
UNIT = re.compile(r"[kMGT]?W(?:h|p)?|CO2|GDP|GNI|VAT|[A-Z]{3}")
GENERIC = frozenset(
    """Fund Ministry Minister Agency Commission Court Bank Centre Center Province Council Government State Department
    Institute Office Authority Board Directorate Committee Company Programme Program Treaty Act Law Accord Convention
    Report Secretariat Republic Parliament Congress Senate Union Association Society Foundation Trust Mission District
    Region Army Navy Police President Ombudsman Auditor Court's Plan Pact Scheme Project Survey""".split()
)
"""What a body is called for short; which one is told elsewhere."""
KINDS = (
    "district|province|state|city|town|village|port|river|lake|county|canton|kingdom|republic|region|island|valley"
    "|university|college|institute|museum|lake|sea|coast|dam|mine|hospital|prison"
)
TITLES = (
    "president|minister|mayor|governor|senator|judge|justice|general|admiral|colonel|chancellor|king|queen|prince"
    "|ambassador|commissioner|professor|bishop|secretary|premier|speaker"
)
KIND = re.compile(
    rf"""\b(?P<kind>(?i:{KINDS}))s?\sof\s(?:the\s)?(?P<name>[A-Z][\w’'-]+)
       | \b(?P<named>[A-Z][\w-]+)\s(?P<called>{KINDS})\b
       | \b(?P<title>(?i:{TITLES}))\s(?:[A-Z][\w.-]+\s)*(?P<who>[A-Z][\w’'-]+)""",
    re.VERBOSE,
)
"""A kind of place or body with its name."""
OPENERS = STOP_WORDS | frozenset(
    """once because among some after before under since although though while whereas if unless until during when where
    only both each every most many few several neither either half nearly almost about over despite besides instead
    then thus hence still yet even just according like unlike than without within between through throughout against
    toward towards beyond alongside together per via amid amongst""".split()
)
IDLE = frozenset(
    """the a an its their his her this that each every no one two three new own same other another said responsible
    local national federal central public state government city first second district regional provincial high
    supreme relevant independent whole joint former current line competent which and or by of in for to with""".split()
)


def own_names(about: Metadata) -> tuple[str, ...]:
    """What a paper and those who made it are called, where stated: a claim about it may name them."""
    return tuple(filter(None, (about.title, about.institution, about.series, *about.authors)))


def check_names(claim: Reading, sources: Sequence[Reading], also: Sequence[str] = ()) -> Iterator[Fault]:
    """Names that no source has; `also` may be named as well: the paper's title, its authors, its publisher."""
    told = " ".join(source.text for source in sources)
    for name, start in _named(claim, told):
        if not speaks_of(name, told, also) and not _by_parts(name, told, also):
            yield Fault(Flaw.NAME, start, start + len(name), f"no passage names “{name}”.")
    yield from _paired(claim, told)
    known = {stem(fold(found["what"] or found["before"])) for found in BODY.finditer(told)}
    words = {stem(fold(word)) for word in re.findall(r"[^\W\d_]+", told)}
    for found in BODY.finditer(claim.text):
        word = found["what"] or found["before"]
        if word not in IDLE and stem(fold(word)) not in known | words:
            yield Fault(Flaw.NAME, *found.span(), f"no passage speaks of “{found.group()}”.")


def _paired(claim: Reading, told: str) -> Iterator[Fault]:
    """A kind of place or body with the name of another: "the district of Elm", where there is an Elm Mission."""
    theirs: dict[str, set[str]] = {}
    for found in KIND.finditer(told):
        theirs.setdefault(_kind(found), set()).add(_bearer(found))
    for found in KIND.finditer(claim.text):
        name = _bearer(found)
        others = theirs.get(_kind(found), set())
        if others and not any(speaks_of(name, other) or speaks_of(other, name) for other in others):
            yield Fault(Flaw.NAME, *found.span(), f"no passage speaks of “{found.group()}”.")


def _kind(found: re.Match[str]) -> str:
    return stem(fold(found["kind"] or found["called"] or found["title"]))


def _bearer(found: re.Match[str]) -> str:
    return fold(found["name"] or found["named"] or found["who"])


def _named(claim: Reading, told: str) -> Iterator[tuple[str, int]]:
    """The names of a claim and where each stands; a capital that only begins the sentence is none."""
    words = {fold(word) for word in re.findall(r"[^\W\d_]+", told)}
    seen = [(mention.span.start, mention.span.end) for mention in claim.mentions]
    for printed in names(claim.text):
        name = _unopened(printed)
        there = re.search(r"\s+".join(map(re.escape, printed.split())), claim.text)
        if not name or there is None:
            continue
        start = max(there.start(), there.end() - len(name))
        opens = not claim.text[:start].strip(" “\"'‘(") or claim.text[:start].rstrip().endswith((".", "?", "!", ":"))
        if any(one.start < start + len(name) and start < one.end for one in claim.amounts):  # "Danish kroner"
            continue
        known = any(first < start + len(name) and start < last for first, last in seen)
        if UNIT.fullmatch(name) or name in GENERIC:
            continue
        if opens and " " not in name and not known and not name.isupper():
            continue
        if all(fold(part) in words for part in name.split()) and " " not in name:
            continue
        yield name, start


def _unopened(name: str) -> str:
    """A name without the small words that only opened its sentence: "Once Skylark Airways"."""
    first, _, rest = name.partition(" ")
    return _unopened(rest) if rest and fold(first) in OPENERS else name


def _by_parts(name: str, told: str, also: Sequence[str]) -> bool:
    """Whether a name that stands for two ("Peru and Chile", "President Roe") is spoken of in its parts."""
    parts = [part for part in re.split(r"\s(?:and|of|the|in|for)\s|\s", name) if part[:1].isupper()]
    return len(parts) > 1 and all(speaks_of(part, told, also) for part in parts)
