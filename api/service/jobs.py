"""Under /api/v1/jobs: how far the reading of sent files is, once or as it goes on, and what became of each file."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Path, Request, Response
from fastapi.responses import StreamingResponse

from api.formats import dumps
from api.service import examples, problems
from api.service.replies import jobs_of, json_of, reply
from api.service.work import Job, State

routes = APIRouter(tags=["jobs"], responses=problems.told())
LOOK = 0.2
"""Seconds between two looks at a job."""
ALIVE = 15.0
"""Seconds of silence after which a comment keeps the connection open."""
Number = Annotated[str, Path(description="`id` of the job.", examples=["5d0f6ad7c1e94b02"])]
EVENTS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "Server-sent events: `job` with the job as JSON whenever it changes; the last has state done.",
        "content": {"text/event-stream": {"schema": {"type": "string"}, "example": "event: job\ndata: {...}\n\n"}},
    }
}


@routes.get("/jobs", operation_id="list_jobs", responses=json_of("Jobs"))
def jobs(request: Request) -> Response:
    """The jobs since the service was started, the latest first."""
    return reply(request, {"results": [job.record() for job in jobs_of(request).listed()]})


@routes.get(
    "/jobs/{number}",
    operation_id="get_job",
    name="get_job",
    responses={**json_of("Job", "The job.", examples.JOB), **problems.told(404)},
)
def job(request: Request, number: Number) -> Response:
    """One job: how far it is, and what became of each file so far."""
    return reply(request, _found(request, number).record())


@routes.get("/jobs/{number}/events", operation_id="follow_job", responses={**EVENTS, **problems.told(404)})
async def events(request: Request, number: Number) -> Response:
    """The job as it goes on, until it is done."""
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(_told(_found(request, number)), headers=headers, media_type="text/event-stream")


async def _told(job: Job) -> AsyncIterator[str]:
    seen, silent = -1, 0.0
    while True:
        changes = job.changes
        if changes != seen:
            seen, silent, done = changes, 0.0, job.state is State.DONE
            yield f"id: {changes}\nevent: job\ndata: {dumps(job.record())}\n\n"
            if done:
                return
        await asyncio.sleep(LOOK)
        silent += LOOK
        if silent >= ALIVE:
            silent = 0.0
            yield ": still at it\n\n"


def _found(request: Request, number: str) -> Job:
    job = jobs_of(request).get(number)
    if job is None:
        raise HTTPException(404, "there is no such job: jobs are remembered until the service ends.")
    return job
