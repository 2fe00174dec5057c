"""The command line: arguments -> a command's records on standard output, and an exit code.

Nothing heavy is imported before a command runs, so that `pincite --help` answers at once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import typer

from api.commands.ask import ask, replay
from api.commands.assist import mcp
from api.commands.check import quoted
from api.commands.cite import bibliography, cite, follow
from api.commands.correct import correct
from api.commands.entities import entities
from api.commands.evaluate import evaluate
from api.commands.exhibits import exhibits
from api.commands.figures import figures
from api.commands.find import like, search
from api.commands.keep import add, refresh, remove
from api.commands.look import export, show, status
from api.commands.meta import meta
from api.commands.notes import notes
from api.commands.options import Exit, LibraryOption, QuietOption, exit_code, tell
from api.commands.quotations import pick, quotations
from api.commands.run import demo, serve
from api.commands.token import token
from api.formats import ReaderGoneError
from corpus.errors import BadQueryError, PinciteError

EXIT_CODES = """\b
Exit codes:
  0    done
  1    done, with findings: no hit, or a question left unanswered
  2    the command line or the query cannot be read
  3    some inputs failed, or the disk would not take the results
  4    the library is missing, or was written by a newer pincite
  130  interrupted
"""

app = typer.Typer(
    name="pincite",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

COMMANDS: tuple[tuple[Callable[..., None], str], ...] = (
    (add, "pincite add papers/ report.txt --jobs 2"),
    (search, 'pincite search "cocaine cultivation hectares" --in body -k 5'),
    (like, "pincite like report.txt 1200 -k 5"),
    (figures, "pincite figures --kind money --unit USD --min '$1 million' --year 2008- --out sums.xlsx"),
    (entities, "pincite entities --with 'Lakes Development Bank' --passages"),
    (notes, "pincite notes report.txt --state no-note"),
    (exhibits, "pincite exhibits report.txt --kind table --state referred"),
    (ask, 'pincite ask "How much did the programme cost?"'),
    (replay, "pincite replay answer.json"),
    (cite, 'pincite cite "report.txt 1200-1350" "report.txt p. 4" --style chicago'),
    (pick, 'pincite pick "report.txt 1200-1350" --tag wells --remark "for chapter 2"'),
    (quotations, "pincite quotations --tag wells --style apa --output wells.docx"),
    (bibliography, "pincite bibliography --style apa"),
    (follow, "pincite follow 'pincite:report.txt#char=1200,1204&quote=well'"),
    (quoted, "pincite quoted 'It paid 15 million euros' --paper report.txt"),
    (show, "pincite show report.txt 1200 1350"),
    (meta, 'pincite meta set report.txt title="The wells of Elm" authors="A. Roe; B. Ito" date=2013-08'),
    (correct, 'pincite correct merge "Organization of American States" OAS'),
    (evaluate, "pincite eval queries.jsonl --with mode=both --with mode=words"),
    (status, "pincite status --json"),
    (export, "pincite export --format standoff -o library.json"),
    (refresh, "pincite refresh"),
    (remove, "pincite remove report.txt"),
    (serve, "pincite serve --port 8765"),
    (token, "pincite token add reading-room --read"),
    (mcp, "pincite mcp --library ~/papers/pincite-library"),
    (demo, "pincite demo"),
)
"""Every command with the example its help ends with."""

NAMES: dict[Callable[..., None], str] = {evaluate: "eval"}
"""Commands that Python keeps the word of for itself."""


def name_of(command: Callable[..., None]) -> str:
    """What a command is called."""
    return NAMES.get(command, command.__name__)


for _command, _example in COMMANDS:
    app.command(name_of(_command), epilog=f"Example: {_example}")(_command)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"pincite {version('pincite')}")
        raise typer.Exit


@app.callback(epilog=EXIT_CODES)
def pincite(
    library: LibraryOption = None,
    quiet: QuietOption = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Search policy papers, list every figure in them, and cite the exact place a claim stands on."""


def place_of(error: PinciteError) -> str:
    """Where in a query the error is, in words that count from 1; empty for others."""
    if not isinstance(error, BadQueryError) or error.at is None:
        return ""
    return f" (characters {error.at + 1} to {error.at + error.length} of the query)" if error.length else ""


def main(arguments: list[str] | None = None) -> Any:
    """Run one command and leave with its exit code. Errors a user can meet are one line on standard error."""
    try:
        app(arguments, prog_name="pincite")
    except PinciteError as error:
        tell(str(error) + place_of(error))
        raise SystemExit(exit_code(error)) from None
    except ReaderGoneError:
        raise SystemExit(Exit.DONE) from None


if __name__ == "__main__":
    main()
