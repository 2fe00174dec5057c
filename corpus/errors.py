"""The errors a user can meet: each is one sentence that says what, which file, and what to do."""


class PinciteError(Exception):
    """The common ancestor: catch this at a door and print it."""


class BadSpanError(PinciteError):
    """A span that does not lie in the text it is used on."""


class UnreadableFileError(PinciteError):
    """A file that cannot become a paper: empty, binary, of an unknown format or encoding."""


class NoSuchPaperError(PinciteError):
    """A paper name that the library does not hold."""


class LibraryMissingError(PinciteError):
    """No library where one was expected, or one written by a newer pincite."""


class LibraryBusyError(PinciteError):
    """Another process is writing to the library."""


class StorageError(PinciteError):
    """The disk would not take what had to be written; what was there before is still there."""


class MissingEngineError(PinciteError):
    """A model or engine that is named but not there, or not the one it claims to be."""


class BadQueryError(PinciteError):
    """A query or filter that cannot be read: of a query also where, in code points, as far as that is known."""

    def __init__(self, message: str, at: int | None = None, length: int = 0) -> None:
        super().__init__(message)
        self.at = at
        self.length = length


class ContradictionError(PinciteError):
    """A correction that says the opposite of an earlier one."""
