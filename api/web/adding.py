"""GET and POST /add, GET /jobs/NUMBER: papers are sent, and read in the background while one looks on or goes on."""

from __future__ import annotations

import shutil
from http import HTTPStatus

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool

from api.demo import samples
from api.service.replies import jobs_of
from api.service.uploads import MEGABYTE, Taken, received
from api.service.work import Job, Jobs, State
from api.web.rendering import page
from corpus.errors import StorageError
from corpus.read.readers import FORMATS

routes = APIRouter()


@routes.get("/add")
def form(request: Request) -> Response:
    """Where files are sent from."""
    listed = [job.record() for job in jobs_of(request).listed()[:10]]
    limit = request.app.state.largest // MEGABYTE
    return page(request, "add.html", formats=sorted(FORMATS), limit=limit, jobs=listed)


@routes.post("/add")
async def add(request: Request) -> Response:
    """Take files; those that cannot be read are told of with the others."""
    jobs = jobs_of(request)
    folder = jobs.arriving()
    taken, refused = await received(request, folder, request.app.state.largest)
    if not taken and not refused:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "no file was chosen.")
    return _to(jobs.add(taken, refused))


@routes.post("/add/samples")
async def add_samples(request: Request) -> Response:
    """Read the sample papers that come with pincite."""
    jobs = jobs_of(request)
    return _to(jobs.add(await run_in_threadpool(_copied, jobs)))


@routes.get("/jobs/{number}")
def job(request: Request, number: str) -> Response:
    """How far a job is; the page asks again until it is done."""
    found = jobs_of(request).get(number)
    if found is None:
        raise HTTPException(HTTPStatus.NOT_FOUND, "there is no such job: jobs are remembered until the service ends.")
    return page(request, "job.html", job=found.record(), done=found.state is State.DONE)


def _copied(jobs: Jobs) -> list[Taken]:
    folder = jobs.arriving()
    try:
        folder.mkdir(mode=0o700, parents=True)
        return [
            Taken(path.name, shutil.copyfile(path, folder / path.name))
            for path in sorted(samples().iterdir())
            if path.suffix in FORMATS
        ]
    except OSError as error:
        raise StorageError(f"the sample papers could not be copied: {error.strerror}.") from error


def _to(job: Job) -> Response:
    return RedirectResponse(f"/jobs/{job.id}", HTTPStatus.SEE_OTHER)
