"""A small library that a service is started for, and what its tests do again and again."""

from fakes import WordEncoder

from api.library import Library
from api.settings import Settings

TEXT = """# The wells of Elm

The council of Elm (CoE) paid 5 million euros, then US$7 million, for 40 hectares of wells.[^1] Peru paid nothing.

Table 1: Wells by year

| Year | Wells |
|---|---|
| 2008 | 12 |
| 2009 | 15 |

As Table 1 shows, the World Bank and Peru agreed with CoE in 2009.

[^1]: Ledger of Elm (2009), 4.
"""


def fill(folder):
    """A library of two papers in `folder`."""
    for name in ("wells.md", "more wells.md"):
        (folder / name).write_text(TEXT + name)
    with Library.open(Settings(folder / "library"), create=True, encoder=WordEncoder()) as library:
        list(library.add([folder / "wells.md", folder / "more wells.md"]))
    return folder / "library"


def finished(client, answer):
    """The job that an answer has begun, when it is done."""
    assert answer.status_code == 202, answer.text
    with client.stream("GET", answer.headers["location"] + "/events") as events:
        list(events.iter_lines())
    return client.get(answer.headers["location"]).json()
