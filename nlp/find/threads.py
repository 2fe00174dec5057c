"""Two libraries with threads of their own, numpy's and the model's -> each at work alone.

A second thread of numpy's, still spinning when its work is done, holds up the model for the next query: three times
the CPU time in all, and no gain, as a matrix is read no faster by two.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache

from threadpoolctl import ThreadpoolController


def one_thread() -> AbstractContextManager[object]:
    """While it lasts numpy multiplies matrices in one thread."""
    limited: AbstractContextManager[object] = _controller().limit(limits=1, user_api="blas")
    return limited


@cache
def _controller() -> ThreadpoolController:
    return ThreadpoolController()  # looking for libraries takes 2 ms, to limit them 20 us
