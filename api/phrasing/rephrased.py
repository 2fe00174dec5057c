"""An answer and a model -> the records of what the model made of it, to be shown, kept and judged again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from api.phrasing.endpoint import Endpoint
from api.phrasing.phrasing import Exchange, Phrase, Phrased, judged, phrased
from api.records import Record, citation_records
from corpus.errors import BadQueryError, MissingEngineError, NoSuchPaperError
from nlp.model import Answer

if TYPE_CHECKING:
    from api.library import Library
    from nlp.cite.candidates import Candidate


def rephrased(
    library: Library, answer: Answer, model: Endpoint, papers: Sequence[str] = ()
) -> tuple[Record, Record | None]:
    """What `model` makes of an answer of `library`, and what a receipt keeps of it so that `again` can judge it.

    The record has the sentences that hold, cited, and those that were struck, with all that speaks against each;
    its `text` is empty when too few hold (`used` is false), when the model fails (`error` says how), and for a
    refusal, which no model may fill: then the papers' own words stand alone.
    """
    if answer.abstained:
        return _record(Phrased(()), model.model), None
    try:
        exchange = phrased(answer.question, library.asking.passages(answer, papers), model.complete)
    except MissingEngineError as error:
        return _record(Phrased(()), model.model, str(error)), None
    return _record(exchange.phrased, model.model), _kept(exchange, model.model)


def _record(told: Phrased, model: str, error: str | None = None) -> Record:
    return {
        "model": model,
        "used": told.used,
        "text": told.text,
        "sentences": [_sentence(number, each) for number, each in enumerate(told.phrases, 1)],
        "struck": sum(not each.holds for each in told.phrases),
        "error": error,
    }


def _kept(exchange: Exchange, model: str) -> Record:
    places = {
        name: {"paper": one.paper.name, "spans": [[*span] for span in one.passage.spans]}
        for name, one in exchange.given.items()
    }
    return {"model": model, "prompt": list(exchange.prompt), "passages": places, "reply": exchange.reply}


def again(library: Library, kept: Record) -> Record:
    """The record of the reply that a receipt kept, judged over the passages as they stand now.

    A passage that is gone counts as not given. Raises BadQueryError when what was kept is damaged.
    """
    try:
        given = {str(name): _passage(library, place) for name, place in kept["passages"].items()}
        model, reply = str(kept["model"]), str(kept["reply"])
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise BadQueryError("what the receipt keeps of the model is damaged.") from fault
    return _record(judged(reply, {name: one for name, one in given.items() if one is not None}), model)


def _passage(library: Library, place: dict[str, Any]) -> Candidate | None:
    try:
        return library.asking.passage(str(place["paper"]), [(int(start), int(end)) for start, end in place["spans"]])
    except NoSuchPaperError:
        return None


def _sentence(number: int, one: Phrase) -> Record:
    return {
        "number": number,
        "text": one.text,
        "holds": one.holds,
        "faults": [
            {"flaw": str(fault.flaw), "start": fault.start, "end": fault.end, "why": fault.why} for fault in one.faults
        ],
        "citations": [piece for citation in one.citations for piece in citation_records(citation)],
    }
