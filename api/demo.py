"""The sample papers -> pincite's three headline uses, each shown as the command line that anyone could type."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

from api.formats import write_text
from corpus.errors import UnreadableFileError

DEMO_LIBRARY = "demo-library"
IN_WHEEL = Path(__file__).parent / "sample_papers"
IN_REPOSITORY = Path(__file__).parent.parent / "examples" / "papers"

DULL = re.compile(r"[^\s\"$`\\!]*(?: [^\s\"$`\\!]*)+")
"""Words apart by spaces, without anything that a shell reads inside double quotes."""

USES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Find passages by words and by meaning", ("search", "cocaine cultivation hectares", "-k", "3")),
    ("List every amount of money, with its currency and scale", ("figures", "--kind", "money", "--limit", "12")),
    ("Ask, and get an answer that can be checked", ("ask", "How much did the Sarayo Compact cost?")),
)
"""What each use is for, and the words of its command line."""

NEXT: tuple[tuple[str, ...], ...] = (
    ("figures", "--kind", "area", "--format", "csv"),
    ("ask", "What did it cost to convert a hectare by contract?"),
    ("ask", "How many submarines does Alto Sarayo own?"),
    ("show", "coca-frontiers.txt"),
    ("serve",),
)


def demonstrate(library: Path, run: Callable[[list[str]], int]) -> int:
    """Add the sample papers to `library` and run every use; the first exit code that is not 0, else 0.

    `run` takes the words of a command line and gives its exit code. Raises UnreadableFileError when
    the sample papers are not where they are installed.
    """
    for title, words in (("Add the sample papers", ("add", str(near(samples())))), *USES):
        line = [*words, "--library", str(library)]
        write_text(f"\n# {title}\n$ {spelled(line)}\n\n")
        code = run(line)
        if code:
            return code
    write_text("\n# Try next\n" + "".join(f"$ {spelled([*words, '--library', str(library)])}\n" for words in NEXT))
    write_text("\nTo use papers of your own: pincite add FOLDER, then the same commands without --library.\n")
    return 0


def samples() -> Path:
    """The folder of sample papers: inside an installed pincite, or in its repository. Raises UnreadableFileError."""
    for place in (IN_WHEEL, IN_REPOSITORY):
        if place.is_dir():
            return place
    raise UnreadableFileError(f"the sample papers are neither in {IN_WHEEL} nor in {IN_REPOSITORY}; install anew.")


def near(path: Path) -> Path:
    """The path as seen from here, when it is below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def spelled(words: list[str]) -> str:
    """The command line as one types it, in double quotes where a shell reads nothing into them."""
    return "pincite " + " ".join(f'"{word}"' if DULL.fullmatch(word) else shlex.quote(word) for word in words)
