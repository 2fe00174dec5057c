"""What tests of the pages need: a library of the samples with one hostile paper, and a real server for it."""

import contextlib
import socket
import threading
import time

import uvicorn
from fakes import WordEncoder

from api.library import Library
from api.service.service import application
from api.settings import Settings
from api.web.site import mount
from api.workers import analyse_named

HOSTILE_NAME = "=1+1<img src=x onerror=alert(1)>.txt"
HOSTILE = """<script>alert(1)</script> on "wells" & 'roads'

By <b onmouseover=alert(2)>Ada Cole</b>

2012

The council of Elm paid 5 million euros \u202e(evil)\u202c for {{ 7*7 }} wells.\u00b9
=HYPERLINK("http://evil.example","x") cost US$7 million.

<img src=x onerror=alert(3)> </pre></script><script>alert(4)</script> javascript:alert(5) was paid 12 dollars in Elm.

1 <a href="javascript:alert(6)">Ledger</a> of Elm (2009), 4.
"""


def made(folder, papers):
    """A library in `folder` of `papers`, a folder, and of the hostile one."""
    hostile = folder / HOSTILE_NAME
    hostile.write_text(HOSTILE, encoding="utf-8")
    with Library.open(Settings(folder / "library", names="rules"), create=True, encoder=WordEncoder()) as library:
        reports = list(library.add([papers, hostile]))
        assert {report.outcome for report in reports} == {"added"}
    return folder / "library"


def pages(library):
    """The service for a library, with its pages."""
    app = application(Settings(library, names="rules"), analyse=analyse_named)
    mount(app)
    return app


@contextlib.contextmanager
def served(app):
    """The address at which an application answers, over real sockets."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False, ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    for _ in range(200):
        if server.started:
            break
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
    listener.close()
