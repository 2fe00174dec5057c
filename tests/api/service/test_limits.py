"""A bucket lets through what it holds at once, and over time what flows in; each client has its own."""

from hypothesis import given
from hypothesis import strategies as st

from api.service.limits import MOST_CLIENTS, Limit, Limiter


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@given(st.integers(1, 20), st.sampled_from([0.5, 1, 10]), st.lists(st.floats(0, 5), max_size=60))
def test_never_more_than_the_burst_and_what_has_flown_in(burst, rate, pauses):
    clock = Clock()
    limiter, passed = Limiter(Limit(rate, burst), clock), 0
    for pause in pauses:
        clock.now += pause
        passed += limiter.wait("a") == 0
        assert passed <= burst + clock.now * rate + 1e-6


@given(st.integers(1, 20), st.sampled_from([0.5, 1, 10]))
def test_who_waits_as_long_as_told_may_ask(burst, rate):
    clock = Clock()
    limiter = Limiter(Limit(rate, burst), clock)
    assert [limiter.wait("a") for _ in range(burst)] == [0] * burst
    clock.now += limiter.wait("a") + 1e-6
    assert limiter.wait("a") == 0
    assert limiter.wait("b") == 0


def test_clients_without_end_fill_no_memory():
    limiter = Limiter(Limit(1, 1), Clock())
    for number in range(MOST_CLIENTS + 50):
        assert limiter.wait(str(number)) == 0
    assert len(limiter._buckets) == MOST_CLIENTS
