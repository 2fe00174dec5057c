"""Write docs/commands.md anew from the commands' own help: `make docs`. A test fails while the two differ."""

from __future__ import annotations

import sys
from pathlib import Path

from typer.testing import CliRunner

from api.cli import COMMANDS, app, name_of

HERE = Path(__file__).parent
WIDTH = "100"
HEAD = """\
# Commands

What each command says with `--help`. Written by `make docs`; do not edit by hand.
"""


def page() -> str:
    """The whole page, from the commands as they are."""
    names = ["", *(name_of(command) for command, _ in COMMANDS)]
    return HEAD + "".join(f"\n## pincite {name}".rstrip() + f"\n\n```\n{told(name)}\n```\n" for name in names)


def told(name: str) -> str:
    """The help of one command, or of pincite itself for no name."""
    arguments = [name, "--help"] if name else ["--help"]
    result = CliRunner(env={"COLUMNS": WIDTH, "TERMINAL_WIDTH": WIDTH, "NO_COLOR": "1"}).invoke(
        app, arguments, prog_name="pincite"
    )
    return "\n".join(line.rstrip() for line in result.output.strip().splitlines())


if __name__ == "__main__":
    (HERE / "commands.md").write_text(page(), encoding="utf-8")
    sys.stdout.write("docs/commands.md written\n")
