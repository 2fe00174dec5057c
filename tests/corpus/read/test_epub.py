"""An EPUB's chapters come out in order, notes tied across its files, printed pages with their numbers."""

import io
import zipfile

import pytest

from corpus.errors import UnreadableFileError
from corpus.model import MARKER, NOTE_TEXT
from corpus.read.epub import read_epub

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf"/>'
    "</rootfiles></container>"
)
OPF = """<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>Water</dc:title><dc:creator>Ann Ward</dc:creator><dc:creator>Bo Hill</dc:creator><dc:date>2019-05-03</dc:date>
<dc:publisher>Inst</dc:publisher><dc:language>en-gb</dc:language></metadata><manifest>
<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="b" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="text/one.xhtml" media-type="application/xhtml+xml"/>
<item id="c" href="notes.xhtml" media-type="application/xhtml+xml"/>
<item id="i" href="a.png" media-type="image/png"/></manifest>
<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/>
<itemref idref="i"/><itemref idref="z"/></spine>
</package>"""


def chapter(body):
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title/><script src="x.js"/></head><body>{body}</body></html>'
    )


def epub(drop=(), **members):
    parts = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": OPF,
        "OEBPS/nav.xhtml": chapter("<nav>Contents</nav>"),
        "OEBPS/text/one.xhtml": chapter(
            '<h1>One</h1><p>First.<a id="r1" href="../notes.xhtml#n1" epub:type="noteref">1</a><a id="p2"/> '
            'It goes <span epub:type="pagebreak" id="pg7" title="7"/>on.</p>'
        ),
        "OEBPS/text/two b.xhtml": chapter(
            '<h1>Two</h1><p>Second.<a id="r1" href="../notes.xhtml#n2" epub:type="noteref">2</a></p>'
            '<div epub:type="pagebreak" title="8"/><p>Third.</p>'
        ),
        "OEBPS/notes.xhtml": chapter(
            '<ol><li id="n1">See Ward. <a href="text/one.xhtml#r1">↩</a></li>'
            '<li id="n2">Ibid. <a href="text/two%20b.xhtml#r1">↩</a></li></ol>'
        ),
        **members,
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            if name not in drop:
                archive.writestr(name, data)
    return written.getvalue()


def test_chapters_come_in_order_and_notes_are_tied_across_files():
    reading = read_epub(epub(), "a.epub")
    assert [words.strip() for words in reading.text.split("\n\n")] == [
        "One", "First.¹ It goes \fon.", "Two", "Second.²", "Third.", "¹ See Ward.", "² Ibid.", "",
    ]  # fmt: skip
    words = {r.key: reading.text[slice(*r.span)] for r in reading.regions if r.role == NOTE_TEXT}
    assert [(r.label, words[r.key]) for r in reading.regions if r.role == MARKER] == [
        ("1", "¹ See Ward."), ("2", "² Ibid."),
    ]  # fmt: skip


def test_printed_pages_run_over_chapters():
    reading = read_epub(epub(), "a.epub")
    assert [page.label for page in reading.pages] == [None, "7", "8"]
    assert reading.text[reading.pages[1].span.start :].startswith("on.")
    assert reading.text[reading.pages[2].span.start :].startswith("Third.")


def test_the_package_states_the_metadata():
    stated = read_epub(epub(), "a.epub").metadata
    assert (stated.title, stated.authors, stated.date) == ("Water", ("Ann Ward", "Bo Hill"), "2019-05-03")
    assert (stated.institution, stated.language) == ("Inst", "en-GB")


LOCK = '<encryption><EncryptedData><EncryptionMethod Algorithm="{}"/></EncryptedData></encryption>'
LOCKED = LOCK.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"<html>", "is not an EPUB"),
        (epub()[:200], "broken ZIP"),
        (epub(drop=("META-INF/container.xml",)), "holds no book"),
        (epub(drop=("OEBPS/book.opf",)), "holds no book"),
        (epub(**{"META-INF/encryption.xml": LOCKED}), "locked by its seller"),
        (epub(**{"OEBPS/book.opf": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}), "document type"),
        (epub(**{"OEBPS/notes.xhtml": " " * 30_000_000}), "unpacks to far more"),
        (epub(**{"OEBPS/notes.xhtml": "<div>" * 50_000}), "nested deeper"),
        (epub(drop=("OEBPS/text/one.xhtml", "OEBPS/text/two b.xhtml", "OEBPS/notes.xhtml")), "holds no words"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(data, why):
    with pytest.raises(UnreadableFileError, match=why) as caught:
        read_epub(data, "book.epub")
    assert str(caught.value).startswith("book.epub ")
    assert "\n" not in str(caught.value)


def test_scrambled_fonts_lock_nothing():
    fonts = LOCK.format("http://www.idpf.org/2008/embedding")
    assert read_epub(epub(**{"META-INF/encryption.xml": fonts}), "a.epub").text.startswith("One")
