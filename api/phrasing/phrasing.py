"""An answer in the papers' own words -> the same put into words by a model, sentence by sentence as far as it holds.

A sentence is shown if the passages it names were given, its quotation stands in one of them word for word, and
nothing in them speaks against it (nlp.check). Others are struck, with the reason; when more than half are struck the
papers' own words stand alone.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from api.phrasing.endpoint import Message
from api.phrasing.prompt import Said, messages, sentences
from corpus.prose import prose
from corpus.view import View
from nlp.check.claims import check
from nlp.check.naming import own_names
from nlp.check.quoting import find_quotation
from nlp.check.record import Fault, Flaw
from nlp.cite.candidates import Candidate
from nlp.cite.quote import cite
from nlp.model import Citation

PASSAGES = 8
"""How many passages a model is given."""
ENOUGH = 0.5
"""The share of sentences that must hold for a model's words to be shown at all."""
LEAST = 3
"""Words of a quotation: fewer stand everywhere, and bear nothing out."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence of a model with the verdict on it."""

    text: str
    quote: str
    citations: tuple[Citation, ...]
    """Where the quotation stands; empty for a sentence that is struck."""
    faults: tuple[Fault, ...]

    @property
    def holds(self) -> bool:
        """Whether it may be shown."""
        return not self.faults and bool(self.citations)


@dataclass(frozen=True, slots=True)
class Phrased:
    """What a model made of an answer."""

    phrases: tuple[Phrase, ...]

    @property
    def used(self) -> bool:
        """Whether enough of it holds to be shown."""
        held = sum(phrase.holds for phrase in self.phrases)
        return bool(held) and held >= ENOUGH * len(self.phrases)

    @property
    def text(self) -> str:
        """The sentences that hold, one after the other; empty when too few do."""
        return " ".join(phrase.text for phrase in self.phrases if phrase.holds) if self.used else ""


@dataclass(frozen=True, slots=True)
class Exchange:
    """What a model was told and what it said, with the verdict: enough to judge it again without the model."""

    given: Mapping[str, Candidate]
    """The passages it was given, by the names they had."""
    prompt: tuple[Message, ...]
    reply: str
    phrased: Phrased


@dataclass(frozen=True, slots=True)
class _Passage:
    candidate: Candidate
    view: View

    @classmethod
    def of(cls, one: Candidate) -> _Passage:
        return cls(one, prose(one.paper.text, one.passage.spans, one.markers))


def phrased(
    question: str,
    candidates: Sequence[Candidate],
    complete: Callable[[Sequence[Message]], str],
    name: Callable[[], str] = lambda: secrets.token_hex(4),
) -> Exchange:
    """What a model makes of `candidates`, the passages that answer `question`, best first; `complete` asks it.

    `name` makes the passages' names, which nothing in a passage can guess. Raises MissingEngineError when the model
    cannot be asked or does not reply in the form that was asked for.
    """
    given = {name(): one for one in candidates[:PASSAGES]}
    prompt = tuple(messages(question, {key: _Passage.of(one).view.text.strip() for key, one in given.items()}))
    reply = complete(prompt)
    return Exchange(given, prompt, reply, judged(reply, given))


def judged(reply: str, given: Mapping[str, Candidate]) -> Phrased:
    """The sentences of a model's `reply` with the verdict on each, over the passages `given`, by name.

    Raises MissingEngineError when the reply has not the form that was asked for.
    """
    read = {name: _Passage.of(one) for name, one in given.items()}
    return Phrased(tuple(_judged(said, read) for said in sentences(reply)))


def _judged(said: Said, given: Mapping[str, _Passage]) -> Phrase:
    cited = [given[name] for name in dict.fromkeys(said.passages) if name in given]
    faults = [*_unnamed(said, given)]
    found = [citation for one in cited if (citation := _quoted(said.quote, one)) is not None]
    if cited:
        faults += _unproved(said, found)
        about = [word for one in cited for word in own_names(one.candidate.paper.metadata)]
        faults += check(said.text, [one.view.text for one in cited], about).faults
    return Phrase(said.text, said.quote, () if faults else tuple(found), tuple(faults))


def _unnamed(said: Said, given: Mapping[str, _Passage]) -> list[Fault]:
    whole = (0, len(said.text))
    if not said.text:
        return [Fault(Flaw.SOURCE, 0, 0, "it says nothing.")]
    if not said.passages:
        return [Fault(Flaw.SOURCE, *whole, "it cites no passage.")]
    return [
        Fault(Flaw.SOURCE, *whole, f"it cites {name!r}, which was not given.")
        for name in said.passages
        if name not in given
    ]


def _unproved(said: Said, found: Sequence[Citation]) -> list[Fault]:
    """What is wrong with the words that are to bear a sentence out."""
    whole = (0, len(said.text))
    if not found:
        return [Fault(Flaw.QUOTATION, *whole, "the quotation given for it stands in no passage it names.")]
    if len(said.quote.split()) < LEAST:
        return [Fault(Flaw.QUOTATION, *whole, "the quotation given for it is too short to bear anything out.")]
    return []


def _quoted(quote: str, passage: _Passage) -> Citation | None:
    """The citation of a quotation, as it is printed; None where it does not stand in the passage."""
    place = find_quotation(quote, passage.view.text)
    if place is None:
        return None
    one = passage.candidate
    return cite(one.paper, one.passage, passage.view.spans(*place), note=one.note)
