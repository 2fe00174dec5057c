"""A client's name -> how long it has to wait before it may ask again: a bucket of requests that refills steadily."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

MOST_CLIENTS = 10_000
"""Buckets kept; the one unused for longest gives way, and is full when its client comes again."""


@dataclass(frozen=True, slots=True)
class Limit:
    """How often a client may ask."""

    rate: float
    """Requests a second, over time."""
    burst: int
    """Requests at once."""


OWN_MACHINE = Limit(1_000, 5_000)
"""Not to hold anybody up: a script that has gone wild is stopped."""
NETWORK = Limit(20, 200)


class Limiter:
    """The buckets of all clients. Any thread may use it."""

    def __init__(self, limit: Limit, clock: Callable[[], float] = time.monotonic) -> None:
        self._limit, self._clock = limit, clock
        self._lock = Lock()
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, client: str) -> float:
        """0 when it may ask now, which is counted; else the seconds until it may."""
        with self._lock:
            now = self._clock()
            left, since = self._buckets.pop(client, (float(self._limit.burst), now))
            left = min(self._limit.burst, left + (now - since) * self._limit.rate)
            allowed = left >= 1
            self._buckets[client] = (left - allowed, now)
            if len(self._buckets) > MOST_CLIENTS:
                self._buckets.popitem(last=False)
            return 0.0 if allowed else (1 - left) / self._limit.rate
