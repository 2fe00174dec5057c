"""serve, demo: pincite for a browser or a program, and pincite at a glance."""

from __future__ import annotations

import ipaddress
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.options import LibraryOption, folder, is_quiet, tell
from api.settings import Settings, settings
from corpus.errors import LibraryMissingError

if TYPE_CHECKING:
    from api.service.desk import Desk
    from api.service.guard import Access

PORT = 8765
LARGEST = 100
"""Megabytes of a file that is sent."""
EVERY = frozenset({"0.0.0.0", "::"})  # noqa: S104 - only compared with
"""Addresses that mean all of this machine's."""


def serve(
    ctx: typer.Context,
    host: Annotated[
        str, typer.Option("--host", help="The address to listen on; others than this machine's need tokens.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes a free one.")] = PORT,
    names: Annotated[
        list[str] | None,
        typer.Option("--known-as", metavar="NAME", help="A host name it is reached by from outside; may be repeated."),
    ] = None,
    largest: Annotated[
        int, typer.Option("--largest", metavar="MB", min=1, help="How large a file that is sent may be.")
    ] = LARGEST,
    library: LibraryOption = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Do not say where.")] = False,
) -> None:
    """Answer over HTTP, until Ctrl-C.

    For this machine alone, and at once: by words until the model of meaning is loaded. Others can reach it at another
    --host or by a --known-as, and then every request needs a token: see `pincite token`.
    """
    from api.service.service import application, run  # noqa: PLC0415 - the web stack loads when it is wanted
    from api.web.site import mount  # noqa: PLC0415

    chosen = settings(folder(ctx, library))
    app = application(chosen, access(host, names or [], chosen), largest=largest * 1024 * 1024)
    mount(app)
    begun(app.state.desk, chosen)
    with listening(host, port) as listener:
        if not is_quiet(ctx, quiet):
            at = f"[{host}]" if ":" in host else host
            tell(f"{chosen.library} at http://{at}:{listener.getsockname()[1]}/ (Ctrl-C stops).")
        app.state.desk.warm()
        run(app, listener)


def begun(desk: Desk, chosen: Settings) -> None:
    """Open the library; where there is none make one, which the page is there to fill. Raises LibraryMissingError."""
    from api.library import Library  # noqa: PLC0415 - as in `serve`

    try:
        desk.open()
    except LibraryMissingError:
        if chosen.library.exists():  # another's folder, or a library of a newer pincite
            raise
        Library.open(chosen, create=True).close()
        tell(f"{chosen.library} is a new library, with no paper in it yet.")
        desk.open()


def access(host: str, names: list[str], chosen: Settings) -> Access:
    """Who may ask. Raises a usage error for what others can reach while nobody has a token."""
    from api.service.guard import Access  # noqa: PLC0415 - as in `serve`
    from api.service.tokens import Tokens  # noqa: PLC0415

    if is_own(host) and not names:
        return Access()
    tokens = Tokens(chosen.library)
    if not tokens.listed():
        raise typer.BadParameter(
            f"{', '.join([host, *names])} can be reached from outside, and nobody has a token yet: "
            "`pincite token add NAME` makes one."
        )
    return Access.network([host, *names], tokens, any_address=host in EVERY)


def is_own(host: str) -> bool:
    """Whether an address is one that only this machine can reach."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


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
