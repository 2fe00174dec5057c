"""GET /api/v1/search, /papers/NAME/like, /passages and /ask: passages, found or named, and answers."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.hits import hit_records, results_record
from api.passages import passage_record
from api.records import answer_record
from api.service import examples, problems
from api.service.replies import Entities, Papers, desk_of, json_of, opened, reply
from corpus.model import PassageKind
from nlp.model import Mode

routes = APIRouter(tags=["search"], responses=problems.told(404))
BY_WORDS = "the model of meaning is still being loaded: these passages were found by words alone"
Many = Annotated[int, Query(ge=1, le=100, description="How many passages at most.")]
Around = Annotated[bool, Query(description="With the notes, figures and names of each passage.")]


@routes.get("/search", operation_id="search", responses=json_of("SearchResults", "The passages.", examples.SEARCH))
def search(
    request: Request,
    q: Annotated[str, Query(description="A query in the query language.", examples=["cocaine cultivation hectares"])],
    k: Many = 10,
    paper: Papers = [],  # noqa: B006 - FastAPI copies it
    entity: Entities = [],  # noqa: B006
    inside: Annotated[list[PassageKind], Query(alias="in", description="Only passages of these kinds.")] = [],  # noqa: B006
    mode: Annotated[Mode | None, Query(description="By words alone, by meaning alone, or both.")] = None,
    late: Annotated[bool, Query(description="The best compared with the query word by word.")] = True,
    around: Around = False,
    facets: Annotated[bool, Query(description="With counts by paper, year, section, name, kind and unit.")] = False,
) -> Response:
    """The best passages for a query in the query language, best first, and how it was read.

    While the model of meaning is being loaded, a query that asks for no `mode` is answered by words, and `warnings`
    says so; one that asks for a mode waits for it.
    """
    desk = desk_of(request)
    hurried = desk.warming and mode is None
    chosen = Mode.WORDS if hurried else mode or Mode.BOTH
    if chosen is not Mode.WORDS:
        desk.wait()
    with desk.library() as library:
        found = library.search(q, k=k, papers=paper, kinds=inside, entities=entity, mode=chosen, late=late)
        record = results_record(found, around=around, facets=facets)
    return reply(request, record | {"mode": str(chosen), "warnings": [BY_WORDS] if hurried else []})


@routes.get("/papers/{name:path}/like", operation_id="like", responses=json_of("Hits"))
def like(
    request: Request,
    name: str,
    start: Annotated[int, Query(ge=0, description="A character of the passage: `start` of a hit.")],
    k: Many = 10,
    paper: Papers = [],  # noqa: B006
    around: Around = False,
) -> Response:
    """The passages most like the one of a paper that has the character `start`, best first."""
    desk_of(request).wait()
    with opened(request) as library:
        found = library.alike(name, start, k=k, papers=paper)
        return reply(request, {"results": list(hit_records(found, around=around))})


@routes.get("/passages", operation_id="get_passage", responses=json_of("PassageAround"))
def passage(
    request: Request,
    at: Annotated[
        str,
        Query(
            description='"PAPER 1200-1350" (characters), "PAPER p. 12", "PAPER para. 4", "PAPER n. 7", or a link.',
            examples=["coca-frontiers.txt para. 2"],
        ),
    ],
) -> Response:
    """The passage that a locator names, with the passages beside it, its notes, figures and names."""
    with opened(request) as library:
        return reply(request, passage_record(library, at))


@routes.get("/ask", operation_id="ask", responses=json_of("Answer", "The answer.", examples.ANSWER))
def ask(
    request: Request,
    q: Annotated[str, Query(description="A question.", examples=["How many hectares were grown in 2022?"])],
    paper: Papers = [],  # noqa: B006
) -> Response:
    """The sentences that answer a question, with citations that hold; or what is missing. Waits for the model."""
    desk_of(request).wait()
    with opened(request) as library:
        return reply(request, answer_record(library.ask(q, papers=paper)))
