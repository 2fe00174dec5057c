"""A file that is written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from corpus.errors import StorageError


@contextmanager
def written_whole(target: Path) -> Iterator[Path]:
    """A draft to write to, which takes the place of `target` when the block ends well. Raises StorageError."""
    try:
        special = target.exists() and not target.is_file()  # /dev/stdout and its like are not to be replaced
        draft = target if special else target.with_name(f".{os.getpid()}.part")
        try:
            yield draft
            if not special:
                draft.replace(target)
        finally:
            if not special:
                with suppress(OSError):  # where a file cannot be, none is left either
                    draft.unlink()
    except OSError as error:
        raise StorageError(f"{target} could not be written: {error.strerror or error}.") from error
