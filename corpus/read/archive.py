"""Bytes of a ZIP container -> its members, read with bounds; nothing is ever written to disk under a member's name."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from urllib.parse import unquote

from corpus.errors import UnreadableFileError

MOST_MEMBERS = 20_000
LARGEST_MEMBER = 96 * 1024 * 1024
"""Bytes of one member, unpacked."""
LARGEST_TOTAL = 192 * 1024 * 1024
"""Bytes unpacked from one file, all members read together."""
LARGEST_DECLARED = 1024 * 1024 * 1024
"""Bytes that all members, read or not, say they unpack to."""
SMALL = 4 * 1024 * 1024
MOST_RATIO = 200
"""Unpacked to packed, of a member larger than SMALL: XML packs 10 to 50 times."""
CHUNK = 1024 * 1024
ENCRYPTED = 0x1
FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError)
"""What zipfile raises for a container that is broken or uses a method it does not know."""


class Archive:
    """The members of one container, by name. `name` is the file's, for messages."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except FAULTS as fault:
            raise UnreadableFileError(f"{name} is a broken ZIP container: open and save it again.") from fault
        if len(members) > MOST_MEMBERS:
            raise UnreadableFileError(f"{name} holds {len(members)} parts, more than a paper has: it is not read.")
        if sum(member.file_size for member in members) > LARGEST_DECLARED:
            raise self._too_large()
        self._members = {member.filename: member for member in members}
        self._unpacked = 0

    def __contains__(self, member: str) -> bool:
        return member in self._members

    def read(self, member: str) -> bytes | None:
        """The bytes of a member, None where there is none of that name.

        Raises UnreadableFileError for one that is encrypted, broken or unpacks to more than a paper has.
        """
        info = self._members.get(member)
        if info is None:
            return None
        if info.flag_bits & ENCRYPTED:
            raise UnreadableFileError(f"{self.name} is locked with a password: save it again without one.")
        most = min(LARGEST_MEMBER, LARGEST_TOTAL - self._unpacked, max(SMALL, MOST_RATIO * info.compress_size))
        if info.file_size > most:
            raise self._too_large()
        data = self._unpack(info, most)
        self._unpacked += len(data)
        return data

    def _unpack(self, info: zipfile.ZipInfo, most: int) -> bytes:
        """What a member says of its size need not be true: it is counted while it is unpacked."""
        chunks: list[bytes] = []
        size = 0
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(CHUNK):
                    size += len(chunk)
                    if size > most:
                        raise self._too_large()
                    chunks.append(chunk)
        except FAULTS as fault:
            raise UnreadableFileError(
                f"{self.name} is broken in its part {info.filename!r}: open and save it again."
            ) from fault
        return b"".join(chunks)

    def _too_large(self) -> UnreadableFileError:
        return UnreadableFileError(f"{self.name} unpacks to far more than a paper has: it is not read.")


def resolve(base: str, target: str) -> str:
    """The member that `target`, a relative or absolute reference in the member `base`, names; "" if outside.

    >>> resolve("word/document.xml", "footnotes.xml")
    'word/footnotes.xml'
    """
    joined = posixpath.normpath(posixpath.join("/", posixpath.dirname(base), unquote(target)))
    return joined.lstrip("/") if not joined.startswith("/..") else ""
