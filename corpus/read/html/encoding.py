"""Bytes of a web page -> its text and encoding: by byte order mark, by what it declares, else as any text."""

from __future__ import annotations

import codecs
import re

from corpus.read.decode import BYTE_ORDER_MARKS, decode

LOOKED_AT = 4096
"""Bytes in which a declaration must stand; browsers look at 1024."""
DECLARED = re.compile(
    rb"""<meta \b [^>]{0,300}? \b charset \s* = \s* ["']? \s* (?P<meta> [\w.:-]+ )
       | <\?xml \b [^>]{0,100}? \b encoding \s* = \s* ["'] (?P<xml> [\w.:-]+ )""",
    re.VERBOSE | re.IGNORECASE,
)
AS_BROWSERS_DO = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932",
    "euc_kr": "cp949", "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8", "iso8859-9": "cp1254",
    "iso8859-11": "cp874", "tis-620": "cp874",
}  # fmt: skip
"""Pages declare the smaller encoding and use the larger; an encoding that could not hold the declaration is UTF-8."""
STRAY = 0.001
"""Share of NUL bytes that a page may have and still be one."""


def decode_page(data: bytes, name: str) -> tuple[str, str]:
    """The text of a page without byte order mark and NUL characters, and the encoding it was in.

    Bytes that are UTF-8 beyond chance are that, whatever a page declares: many were saved again by an editor. Raises
    UnreadableFileError as corpus.read.decode does.
    """
    marked = any(data.startswith(mark) for mark, _ in BYTE_ORDER_MARKS)
    if not marked and 0 < data.count(b"\x00") <= len(data) * STRAY:
        data = data.replace(b"\x00", b"")
    declared = None if marked else declared_encoding(data)
    if declared is not None and not data.startswith(b"PK\x03\x04") and b"\x00" not in data:
        for encoding in ("utf-8", declared):
            if encoding == "utf-8" and data.isascii():
                continue
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError:
                continue
    text, encoding = decode(data, name)
    return text.removeprefix("\ufeff").replace("\x00", ""), encoding


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page declares, by the name Python has for what browsers then use; None if it knows none."""
    found = DECLARED.search(data[:LOOKED_AT])
    if found is None:
        return None
    try:
        known = codecs.lookup((found["meta"] or found["xml"]).decode("ascii"))
    except LookupError:
        return None
    if not known._is_text_encoding:  # "hex" and "zip" are codecs, but of no page
        return None
    return AS_BROWSERS_DO.get(known.name, known.name)
