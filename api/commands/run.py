"""serve, demo: pincite for a browser or a program, and pincite at a glance."""

from __future__ import annotations

import ipaddress
import socket
from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import LibraryOption, folder, is_quiet, tell
from api.settings import settings

PORT = 8765


def serve(
    ctx: typer.Context,
    host: Annotated[str, typer.Option("--host", help="The address to listen on; of this machine only.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes a free one.")] = PORT,
    library: LibraryOption = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Do not say where.")] = False,
) -> None:
    """Answer over HTTP, on this machine only, until Ctrl-C."""
    check_host(host)
    from api.service.service import application, run  # noqa: PLC0415 - the web stack loads when it is wanted

    chosen = settings(folder(ctx, library))
    app = application(chosen)
    app.state.desk.open()
    with listening(host, port) as listener:
        if not is_quiet(ctx, quiet):
            at = f"[{host}]" if ":" in host else host
            tell(f"{chosen.library} at http://{at}:{listener.getsockname()[1]}/api/v1/ (Ctrl-C stops).")
        run(app, listener)


def check_host(host: str) -> None:
    """Raises a usage error for an address that others can reach: there is no password yet."""
    try:
        own = host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        own = False
    if not own:
        raise typer.BadParameter(f"{host} can be reached from outside; pincite serves 127.0.0.1, ::1 or localhost.")


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens. Raises a usage error when the port is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise typer.BadParameter(f"cannot listen on {host}, port {port}: {error.strerror}; try --port 0.") from error


def demo(ctx: typer.Context, library: LibraryOption = None) -> None:
    """See pincite at work on sample papers. They are kept in ./demo-library."""
    from api.demo import DEMO_LIBRARY, demonstrate  # noqa: PLC0415 - needs nothing heavy, but is asked for once

    app = ctx.find_root().command

    def run(words: list[str]) -> int:
        code = app.main(words, prog_name="pincite", standalone_mode=False)
        return code if isinstance(code, int) else 0

    code = demonstrate(folder(ctx, library) or Path(DEMO_LIBRARY), run)
    if code:
        raise typer.Exit(code)
