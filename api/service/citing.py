"""GET /api/v1/cite, /bibliography and /follow: places of the library as citations of new writing."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response

from api.citing.citing import DEFAULT
from api.citing.lists import ListFormat, listed
from api.citing.printing import found_record
from api.service import problems
from api.service.replies import Papers, desk_of, json_of, opened, reply
from api.service.shapes import OBJECT, TEXT, of
from nlp.cite.links import read_link

routes = APIRouter(tags=["citing"], responses=problems.told(404))
Style = Annotated[
    str,
    Query(
        max_length=200,
        description="chicago, chicago-17, author-date, apa, mla, harvard, oscola, bluebook, or a name of the CSL "
        "repository.",
        examples=["apa"],
    ),
]
Locale = Annotated[str | None, Query(max_length=20, description="Its language, such as en-GB.", examples=["en-GB"])]
MEDIA = {
    ListFormat.TEXT: "text/plain",
    ListFormat.MARKDOWN: "text/markdown",
    ListFormat.HTML: "text/html",
    ListFormat.CSL_JSON: "application/vnd.citationstyles.csl+json",
    ListFormat.BIBTEX: "application/x-bibtex",
    ListFormat.RIS: "application/x-research-info-systems",
}
LISTED = json_of("Entries", "The entries.")
LISTED[200]["content"] |= {media: {"schema": TEXT} for media in MEDIA.values()} | {
    MEDIA[ListFormat.CSL_JSON]: {"schema": of(OBJECT)}
}


@routes.get("/cite", operation_id="cite", responses=json_of("Cites"))
def cite(
    request: Request,
    at: Annotated[
        list[str],
        Query(
            description='Places in the order they are cited: "PAPER 1200-1350", "PAPER p. 12", "PAPER n. 7", a paper, '
            "@key, or a link.",
            examples=[["coca-frontiers.txt para. 2"]],
        ),
    ] = [],  # noqa: B006 - FastAPI copies it
    q: Annotated[str | None, Query(description="Or: cite what a search for this finds, best first.")] = None,
    k: Annotated[int, Query(ge=1, le=100, description="How many passages of a search.")] = 3,
    style: Style = DEFAULT,
    locale: Locale = None,
) -> Response:
    """Places as a style cites them, in full, short or with "ibid." by their order, with quotation, key and link."""
    if bool(at) == (q is not None):
        raise HTTPException(400, "name places with `at`, or a search with `q`.")
    if q is not None:
        desk_of(request).wait()
    with opened(request) as library:
        citing = library.citing
        places = citing.found(q, k) if q is not None else [citing.place(each) for each in at]
        return reply(request, {"results": citing.cite(places, style, locale)})


@routes.get("/bibliography", operation_id="bibliography", responses=LISTED)
def bibliography(
    request: Request,
    paper: Papers = [],  # noqa: B006
    style: Style = DEFAULT,
    locale: Locale = None,
    form: Annotated[ListFormat, Query(alias="format", description="How to write it.")] = ListFormat.JSON,
) -> Response:
    """Papers (all if none are named) as a style lists them, or for Zotero, LaTeX and pandoc."""
    with opened(request) as library:
        records = library.citing.bibliography(paper, style, locale)
        if form is ListFormat.JSON:
            return reply(request, {"results": records})
        text = listed(form, records, list(library.citing.items(paper).values()))
    return Response(text.encode("utf-8", "backslashreplace"), media_type=MEDIA[form])


@routes.get("/follow", operation_id="follow", responses=json_of("Links"))
def follow(
    request: Request,
    link: Annotated[
        list[str],
        Query(description="Links as `link` of a citation has them.", examples=[["pincite:a.txt#char=0,3&quote=The"]]),
    ],
) -> Response:
    """Where links lead now: the words are here, moved, changed (and how), or gone."""
    links = [read_link(each) for each in link]
    with opened(request) as library:
        found = library.citing.follow(links)
    return reply(request, {"results": [found_record(address, each) for address, each in zip(link, found, strict=True)]})
