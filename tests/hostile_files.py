"""Files that mean harm, each made when it is wanted, and one honest paper."""

import io
import zipfile

DOCUMENT = (
    '<?xml version="1.0"?>{dtd}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body>{body}</w:body></w:document>"
)
ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
) + "]>"  # fmt: skip
LOOP = (
    b"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[2 0 R]/Count 1>> endobj\n"
    b"trailer <</Root 1 0 R>>\n%%EOF"
)
PAPER = "Quays and Clinics\n\nThe harbour board paid $4 million for the quay in 2016. It was never used.\n"


def word(body, dtd="", compression=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", DOCUMENT.format(dtd=dtd, body=body))
    return out.getvalue()


def bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (300 * 1024 * 1024))
    return out.getvalue()


HOSTILE = {
    "entities.docx": lambda: word("<w:p><w:r><w:t>&j;</w:t></w:r></w:p>", dtd=ENTITIES),
    "outside.docx": lambda: word("<w:p/>", dtd='<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
    "bomb.docx": bomb,
    "nested.docx": lambda: word("<w:p>" * 100_000 + "</w:p>" * 100_000),
    "broken.docx": lambda: word("<w:p/>")[:100],
    "locked.docx": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
    "nested.html": lambda: b"<div>" * 100_000 + b"word",
    "nul.txt": lambda: b"abc\0\0def" * 1000,
    "empty.txt": lambda: b"",
    "large.txt": lambda: b"a" * (65 * 1024 * 1024),
    "loop.pdf": lambda: LOOP,
    "broken.pdf": lambda: b"%PDF-1.7\nnothing of it",
    "text.pdf": lambda: b"only words",
    "broken.epub": lambda: b"PK\x03\x04 nothing of it",
}
