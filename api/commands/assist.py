"""mcp: the library for an assistant."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from typing import Annotated

import typer

from api.commands.options import LibraryOption, folder, is_quiet, tell
from api.commands.run import is_own, listening
from api.settings import settings

PORT = 8766


def mcp(
    ctx: typer.Context,
    http: Annotated[bool, typer.Option("--http", help="Over HTTP, on this machine only, until Ctrl-C.")] = False,
    host: Annotated[str, typer.Option("--host", help="The address to listen on; of this machine only.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes a free one.")] = PORT,
    library: LibraryOption = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Do not say where.")] = False,
) -> None:
    """Serve an assistant over the Model Context Protocol.

    On standard input and output, as assistants start it; or over HTTP. It can search, read, cite and check; it
    changes no paper.
    """
    if not is_own(host):
        raise typer.BadParameter(f"{host} can be reached from outside; an assistant is served on this machine alone.")
    from api.mcp.server import served, web  # noqa: PLC0415 - so does the SDK
    from api.service.desk import Desk  # noqa: PLC0415 - the indexes load when they are wanted

    chosen = settings(folder(ctx, library))
    desk = Desk(chosen)
    try:
        with redirect_stdout(sys.stderr):  # standard output is for the protocol alone
            desk.open()
            server = served(desk)
        if not http:
            server.run("stdio")
            return
        from api.service.service import run  # noqa: PLC0415

        with listening(host, port) as listener:
            taken = listener.getsockname()[1]
            if not is_quiet(ctx, quiet):
                at = f"[{host}]" if ":" in host else host
                tell(f"{chosen.library} at http://{at}:{taken}/mcp (Ctrl-C stops).")
            run(web(server, taken), listener)
    finally:
        desk.close()
