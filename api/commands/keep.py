"""add, remove: what the library holds."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Protocol, Self

import typer

from api.commands.options import (
    Exit,
    FormatOption,
    JsonOption,
    LateOption,
    LibraryOption,
    NamesOption,
    QuietOption,
    chosen,
    is_quiet,
    opened,
    tell,
)
from api.formats import ADDED, Format, write, write_text
from api.records import Record, added_record
from api.reports import Added, Outcome
from api.settings import settings
from corpus.errors import NoSuchPaperError

if TYPE_CHECKING:
    from api.library import Library

STDIN = Path("-")
SAME = frozenset({Outcome.UNCHANGED, Outcome.DUPLICATE, Outcome.SKIPPED})
TEXT_NAME = "stdin.txt"


def add(
    ctx: typer.Context,
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH", help='Files, folders of files, or "-" for a text on standard input.'),
    ],
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="What to call the text on standard input.")
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Papers to read at the same time.")] = 1,
    names: NamesOption = None,
    late: LateOption = None,
    form: FormatOption = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
    quiet: QuietOption = False,
) -> None:
    """Read papers into the library. What it already holds is left alone; what has changed is replaced."""
    written = chosen(form, as_json)
    tally: Counter[Outcome] = Counter()
    with sources(paths, name) as files, opened(ctx, library, create=True, names=names, late=late) as shelf:
        with meter(quiet=is_quiet(ctx, quiet), form=written) as teller:
            reports = (_named(report, files) for report in shelf.add([*files], jobs=jobs, progress=teller.stage))
            records = counted(reports, tally, teller.tell)
            if written is not Format.TABLE:
                write(records, written, ADDED)
            else:
                for _ in records:
                    pass
        held = len(shelf.names())
        if settings(names=names).names is not None:
            remind(shelf, quiet=is_quiet(ctx, quiet))
    if written is Format.TABLE:
        write_text(f"{summary(tally)}; {many(held, 'paper')} in the library.\n")
    if tally[Outcome.FAILED]:
        raise typer.Exit(Exit.FAILED)


def remind(shelf: Library, *, quiet: bool) -> None:
    """Say how many papers were tagged otherwise than those added now are."""
    old = len(shelf.status()["stale"])
    if old and not quiet:
        tell(f"the names in {many(old, 'other paper')} were found otherwise: `pincite refresh` finds them anew.")


def remove(
    ctx: typer.Context,
    names: Annotated[list[str], typer.Argument(metavar="PAPER", help="The papers' full names.")],
    library: LibraryOption = None,
    quiet: QuietOption = False,
) -> None:
    """Forget papers and all that was made of them. The files they came from stay."""
    with opened(ctx, library) as shelf:
        held = set(shelf.names())
        for name in names:
            if name not in held:
                raise NoSuchPaperError(f"there is no paper {name!r} in the library; to remove one, give its full name.")
        for name in dict.fromkeys(names):
            shelf.remove(name)
            if not is_quiet(ctx, quiet):
                tell(f"removed {name}.")


def refresh(
    ctx: typer.Context,
    names: NamesOption = None,
    late: LateOption = None,
    library: LibraryOption = None,
    quiet: QuietOption = False,
) -> None:
    """Redo what an older pincite or another model made. From the texts kept; no file is read."""
    hushed = is_quiet(ctx, quiet)
    with opened(ctx, library, names=names, late=late) as shelf, meter(quiet=hushed, form=Format.TABLE) as teller:
        done = shelf.refresh(progress=teller.stage)
    write_text(f"redone {len(done)}.\n" if done else "nothing to redo.\n")


@contextmanager
def sources(paths: list[Path], name: str | None) -> Iterator[dict[Path, str]]:
    """The files to read, each with the name to report it by; "-" becomes a file that is called `name`."""
    if name is not None and (STDIN not in paths or Path(name).name != name or name in {"", ".", ".."}):
        raise typer.BadParameter('--name goes with "-" and is a file name such as "speech.txt".')
    with TemporaryDirectory(prefix="pincite-") as folder:
        files: dict[Path, str] = {}
        for path in paths:
            if path == STDIN:
                kept = Path(folder, name or TEXT_NAME)
                kept = kept if kept.suffix else kept.with_suffix(".txt")
                kept.write_bytes(sys.stdin.buffer.read())
                files[kept] = "-"
            else:
                files[path] = str(path)
        yield files


def _named(report: Added, files: dict[Path, str]) -> Added:
    return replace(report, path=files.get(Path(report.path), report.path))


def counted(reports: Iterator[Added], tally: Counter[Outcome], say: Callable[[str], None]) -> Iterator[Record]:
    """The records of the reports, each counted, and told unless nothing happened."""
    for report in reports:
        tally[report.outcome] += 1
        if report.outcome is not Outcome.UNCHANGED or report.message:
            say(line(report))
        yield added_record(report)


def line(report: Added) -> str:
    """What became of a file, on a line: "added a.txt: 12 passages, 30 figures"."""
    told = (report.message or "").removeprefix(f"{Path(report.path).name} ")
    if report.outcome in {Outcome.ADDED, Outcome.REPLACED}:
        made = f"{many(report.passages, 'passage')}, {many(report.figures, 'figure')}"
        told = f"{made}; {told}" if told else made
    name = report.path if report.outcome is Outcome.FAILED else report.paper or report.path
    return f"{report.outcome} {name}: {told}" if told else f"{report.outcome} {name}"


def many(count: int, noun: str) -> str:
    """A count and what is counted: "1 paper", "1,200 papers"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def summary(tally: Counter[Outcome]) -> str:
    """What became of all files: "added 3, unchanged 2, failed 1", or that nothing changed."""
    parts = ", ".join(f"{outcome} {tally[outcome]}" for outcome in Outcome if tally[outcome])
    if not parts:
        return "nothing to add"
    return f"nothing changed: {parts}" if set(tally) <= SAME else parts


class Teller(Protocol):
    """Shows how far the work is."""

    def stage(self, name: str, done: int, total: int) -> None:
        """`done` of `total` steps of the stage `name` are done."""

    def tell(self, line: str) -> None:
        """One more paper is done, and this is what became of it."""


def meter(*, quiet: bool, form: Format) -> AbstractContextManager[Teller]:
    """A bar on a terminal that shows nothing else, lines on anything else, silence if it is wanted."""
    if quiet:
        return Silent()
    if not sys.stderr.isatty() or (sys.stdout.isatty() and form is not Format.TABLE):
        return Lines()
    from api.meter import Meter  # noqa: PLC0415 - rich loads when there is somebody to see it

    return Meter()


class Silent:
    """Says nothing."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def stage(self, name: str, done: int, total: int) -> None:
        """Nothing: a line a step would fill a log."""

    def tell(self, line: str) -> None:
        """Nothing."""


class Lines(Silent):
    """Says what became of each paper."""

    def tell(self, line: str) -> None:
        """A line on standard error."""
        tell(line)
