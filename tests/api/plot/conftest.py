import itertools

import pytest


@pytest.fixture
def figure():
    """A maker of records of figures as doors hand them out: sums of euros, of one year where only `since` is given."""
    starts = itertools.count(0, 10)

    def made(value, since=None, until=..., *, text=None, paper="ports.md", **more):
        start = next(starts)
        place = {"paper": paper, "page": "3", "start": start, "end": start + 5}
        said = {"text": str(value) if text is None else text, "kind": "money", "value": value, "unit": "EUR"}
        rest = dict.fromkeys(("qualifier", "per", "row", "column", "subject"))
        return place | said | rest | {"since": since, "until": since if until is ... else until} | more

    return made
