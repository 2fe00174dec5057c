"""Bytes -> text and the encoding it was in; refused with one sentence when that cannot be told."""

from __future__ import annotations

import codecs
import contextlib
import re

from charset_normalizer import from_bytes

from corpus.errors import UnreadableFileError

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
WIDE = tuple(mark for mark, encoding in BYTE_ORDER_MARKS if encoding != "utf-8")
SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3", "a database"),
)
CONTROL = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1b")
MOST_CONTROL = 0.01
WESTERN = re.compile(
    r"""(?: [\x00-\x7f] | [ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŒŸàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœßªº]
          | [\u00a0‘’‚“”„–—…•«»‹›€£¥¢§°©®™·½¼¾±×†‡]
          | (?<![^\W\d])[¿¡] | (?<=m)[²³] | (?<=[\w.,;:)”’"])[¹²³]{1,3}(?![^\W\d]) )*""",
    re.VERBOSE,
)
"""What a text in cp1252 is made of; bytes of another code page soon give something else, such as "¹" in a word."""
SURE_LENGTH = 32
"""Bytes: an encoding told from fewer is a guess."""


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text of `data` and its encoding ("utf-8", "utf-16", or a detected one such as "cp1252").

    A byte order mark stays in the text as U+FEFF for UTF-8, so that offsets are those of the decoded file;
    line ends stay as they are. Raises UnreadableFileError for empty, binary and undecidable data; `name` is
    used in its message.
    """
    if not data.strip(b" \t\r\n\f\v\xef\xbb\xbf\x00"):
        raise UnreadableFileError(f"{name} is empty: there is nothing to add.")
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            raise UnreadableFileError(
                f"{name} is {what}, whatever its name says: give it its own suffix or convert it to text."
            )
    if _is_binary(data) and not data.startswith(WIDE):
        raise UnreadableFileError(f"{name} is a binary file, not a text: convert it to text first.")
    declared = next((encoding for mark, encoding in BYTE_ORDER_MARKS if data.startswith(mark)), "utf-8")
    try:
        text, encoding = data.decode(declared), declared
    except UnicodeDecodeError as fault:
        if declared != "utf-8" or data.startswith(codecs.BOM_UTF8):
            raise UnreadableFileError(
                f"{name} is not valid {declared} at byte {fault.start}: save it again as UTF-8."
            ) from fault
        text, encoding = _detected(data, name)
    if "\x00" in text or _is_binary(text.encode("utf-8", "surrogatepass")):
        raise UnreadableFileError(f"{name} is a binary file, not a text: convert it to text first.")
    return text, encoding


def is_declared(encoding: str) -> bool:
    """Whether an encoding that `decode` names was certain: UTF-8, or told by a byte order mark."""
    return any(encoding == known for _, known in BYTE_ORDER_MARKS)


def _is_binary(data: bytes) -> bool:
    return b"\x00" in data or sum(byte in CONTROL for byte in data) > len(data) * MOST_CONTROL


def _detected(data: bytes, name: str) -> tuple[str, str]:
    """The Western encoding if its letters are all it gives, else what charset-normalizer holds most plausible.

    Detection alone cannot tell "Nariño" from "Narińo": both are words. Letters of one language family can.
    """
    if len(data) >= SURE_LENGTH:
        with contextlib.suppress(UnicodeDecodeError):
            text = data.decode("cp1252")
            if WESTERN.fullmatch(text):
                return text, "cp1252"
        best = from_bytes(data).best()
        if best is not None:
            return str(best), best.encoding
    raise UnreadableFileError(f"{name} is not UTF-8 and its encoding cannot be told: save it again as UTF-8.")
