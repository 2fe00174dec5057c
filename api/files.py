"""A file that is written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.errors import StorageError


@contextmanager
def written_whole(target: Path) -> Iterator[Path]:
    """A draft to write to, which takes the place of `target` when the block ends well. Raises StorageError."""
    special = target.exists() and not target.is_file()  # /dev/stdout and its like are not to be replaced
    draft = target if special else target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        yield draft
        if not special:
            draft.replace(target)
    except BaseException as error:
        if not special:
            draft.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise StorageError(f"{target} could not be written: {error.strerror or error}.") from error
        raise
