"""The service under load on this machine: load.py PAPER... [--users 50] [--requests 20000].

Starts `pincite serve` on a library of the papers; measures one user's searches, then as many users at once while a
paper is added, then memory over many requests. Prints the arithmetic: with one user's median m and n users who ask
again at once, a queue served one after another answers in n * m; p95 is compared with that.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import httpx

from api.library import Library
from api.settings import Settings

QUERIES = (
    "cocaine cultivation hectares",
    "training of police officers",
    "aid to the provinces",
    '"border control"',
    "rate per 100,000",
    "kind:money value:>1m",
    "schools and clinics",
    "year:2010..2024 costs",
)
SEARCHES = 8
"""How often each user searches."""
ALONE = 80
QUIET = (
    "/papers",
    "/api/v1/search?q=costs&k=3&mode=words",
    "/healthz",
    "/api/v1/papers?limit=5",
    "/tray",
    "/figures?kind=money",
)
AT_ONCE = 10
AT_ONE_TIME = 2_000


async def searched(client: httpx.AsyncClient, number: int) -> float:
    """Seconds that one search takes. Raises httpx.HTTPStatusError for an answer that is none."""
    began = time.perf_counter()
    answer = await client.get("/search", params={"q": QUERIES[number % len(QUERIES)]})
    answer.raise_for_status()
    return time.perf_counter() - began


async def crowd(client: httpx.AsyncClient, users: int, name: str, paper: bytes) -> list[float]:
    """The seconds of all searches of `users` at once, while a paper is sent and read."""

    async def user(number: int) -> list[float]:
        return [await searched(client, number + each) for each in range(SEARCHES)]

    sending = client.post("/add", files={"files": (name, paper)})
    sent, *found = await asyncio.gather(sending, *map(user, range(users)))
    assert sent.is_redirect or sent.is_success, sent.text
    return sorted(seconds for each in found for seconds in each)


async def quiet(client: httpx.AsyncClient, process: int, requests: int) -> None:
    """Many small requests; prints the memory as they go on."""

    async def client_of(number: int) -> None:
        for each in range(AT_ONE_TIME // AT_ONCE):
            (await client.get(QUIET[(number + each) % len(QUIET)])).raise_for_status()

    for done in range(0, requests, AT_ONE_TIME):
        await asyncio.gather(*map(client_of, range(AT_ONCE)))
        print(f"  {done + AT_ONE_TIME:,} requests: {memory(process)} MiB", flush=True)


def memory(process: int) -> int:
    """MiB that a process holds in memory."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) // 1024  # type: ignore[index]


async def measured(address: str, process: int, users: int, requests: int, name: str, paper: bytes) -> None:
    """All of it, against a server that is there."""
    limits = httpx.Limits(max_connections=users + 10, max_keepalive_connections=users + 10)
    async with httpx.AsyncClient(base_url=address, timeout=300, limits=limits) as client:
        await client.get("/ask", params={"q": QUERIES[0]})  # which waits for the model
        for number in range(2 * len(QUERIES)):
            await searched(client, number)
        alone = sorted([await searched(client, number) for number in range(ALONE)])
        middle = statistics.median(alone)
        print(f"one user: median {middle * 1000:.0f} ms, p95 {alone[int(ALONE * 0.95)] * 1000:.0f} ms")
        began = time.perf_counter()
        seconds = await crowd(client, users, name, paper)
        wall, p95 = time.perf_counter() - began, seconds[int(len(seconds) * 0.95)]
        print(f"{users} users, {len(seconds)} searches while a paper is added: no error, {len(seconds) / wall:.1f}/s")
        print(f"  median {statistics.median(seconds):.2f} s, p95 {p95:.2f} s")
        queue = users * middle
        print(f"  a queue of {users} at {middle * 1000:.0f} ms is {queue:.2f} s: p95 is {p95 / queue:.2f} of it")
        await quiet(client, process, requests)


def main(arguments: Sequence[str] | None = None) -> None:
    """Serve, measure, stop."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("papers", nargs="+", type=Path)
    parser.add_argument("--users", type=int, default=50)
    parser.add_argument("--requests", type=int, default=20_000)
    options = parser.parse_args(arguments)
    name, paper = f"again{options.papers[0].suffix}", options.papers[0].read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        with Library.open(Settings(Path(folder) / "library"), create=True) as library:
            list(library.add(options.papers))
        began = time.perf_counter()
        command = [sys.executable, "-m", "api.cli", "--library", f"{folder}/library", "serve", "--port", "0"]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
            try:
                assert server.stderr is not None
                address = re.search(r"http://[\w.:]+", server.stderr.readline())[0]  # type: ignore[index]
                httpx.get(f"{address}/healthz")
                print(f"/healthz answers {time.perf_counter() - began:.1f} s after the start")
                running = measured(address, server.pid, options.users, options.requests, name, paper)
                asyncio.run(running)
            finally:
                server.terminate()


if __name__ == "__main__":
    main()
