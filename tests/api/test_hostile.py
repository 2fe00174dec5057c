"""A folder full of files that mean harm, and one paper: each is refused in one sentence, and the paper is kept."""

import io
import zipfile

import pytest

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


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("hostile")
    for name, make in HOSTILE.items():
        (place / name).write_bytes(make())
    (place / "paper.txt").write_text(PAPER, encoding="utf-8")
    return place


def test_each_is_refused_in_one_sentence_and_the_paper_is_kept(new_library, folder):
    library = new_library()
    told = {added.path.rsplit("/", 1)[-1]: added for added in library.add([folder])}
    assert set(told) == {*HOSTILE, "paper.txt"}
    assert told["paper.txt"].outcome == "added"
    for name in HOSTILE:
        message = told[name].message
        assert told[name].outcome == "failed", name
        assert name in message
        assert not [word for word in ("\n", "Traceback", "please report it") if word in message]
        assert message.endswith("."), message
        assert len(message) < 250
    assert library.names() == ["paper.txt"]


@pytest.mark.parametrize(
    "text",
    [
        "\u202eevil\u202c and \u0301\u0301\u0301 marks",
        "a\u0301" * 5_000,
        "مرحبا بالعالم. שלום עולם.\n\n" * 200,
        "*" * 20_000,
        "[1]" * 7_000,
        "1\n" * 10_000,
        ("x   " * 50 + "\n") * 400,
        "> " * 5_000 + "deep",
        "\ufffe\U0010ffff and odd line ends\x85here\u2028and there. " * 20,
    ],
    ids=["overrides", "combining", "right to left", "stars", "brackets", "numbers", "columns", "quotes", "odd"],
)
@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
def test_strange_text_is_kept_as_it_is(new_library, tmp_path, text, suffix):
    path = tmp_path / f"odd.{suffix}"
    path.write_text(text, encoding="utf-8")
    library = new_library()
    (added,) = library.add([path])
    assert added.outcome == "added", added.message
    if suffix != "html":
        assert library.paper("odd").text == path.read_bytes().decode("utf-8")
