"""A container is read within bounds, whatever it says of itself."""

import io
import struct
import zipfile

import pytest

from corpus.errors import UnreadableFileError
from corpus.read import archive as room
from corpus.read.archive import Archive, resolve


def packed(members, method=zipfile.ZIP_DEFLATED):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return written.getvalue()


def test_members_are_read_by_name():
    archive = Archive(packed({"a/b.xml": b"<a/>"}), "a.docx")
    assert "a/b.xml" in archive
    assert archive.read("a/b.xml") == b"<a/>"
    assert archive.read("c.xml") is None


def lying(size):
    """A container whose directory says that a member of 20 MB has `size` bytes."""
    data = bytearray(packed({"a.xml": b"x" * 20_000_000}))
    directory = data.index(b"PK\x01\x02")
    struct.pack_into("<L", data, directory + 24, size)
    struct.pack_into("<L", data, 22, size)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (packed({"a.xml": b" " * 20_000_000}), "unpacks to far more"),
        (lying(100), "broken in its part 'a.xml'"),
        (packed({"a.xml": b"<a/>"})[:40], "broken ZIP"),
        (b"PK\x03\x04 and nothing more", "broken ZIP"),
        (packed({"a.xml": b"<a>hello</a>"}).replace(b"hello", b"xxxxx"), None),
    ],
)
def test_bombs_and_broken_containers_are_refused_in_one_sentence(data, why):
    if why is None:
        data = packed({"a.xml": b"<a>hello</a>"}, zipfile.ZIP_STORED).replace(b"hello", b"xxxxx")
        why = "broken in its part"
    with pytest.raises(UnreadableFileError, match=why) as caught:
        Archive(data, "a.docx").read("a.xml")
    assert str(caught.value).startswith("a.docx ")
    assert "\n" not in str(caught.value)


def test_a_locked_member_asks_for_the_file_without_password():
    data = bytearray(packed({"a.xml": b"<a/>"}))
    struct.pack_into("<H", data, data.index(b"PK\x01\x02") + 8, 1)
    with pytest.raises(UnreadableFileError, match="locked with a password"):
        Archive(bytes(data), "a.docx").read("a.xml")


def test_all_members_together_have_a_bound(monkeypatch):
    monkeypatch.setattr(room, "LARGEST_TOTAL", 150)
    archive = Archive(packed({"a": b"x" * 100, "b": b"x" * 100}), "a.docx")
    assert archive.read("a")
    with pytest.raises(UnreadableFileError, match="unpacks to far more"):
        archive.read("b")


def test_what_is_declared_and_the_number_of_members_have_bounds(monkeypatch):
    monkeypatch.setattr(room, "LARGEST_DECLARED", 150)
    with pytest.raises(UnreadableFileError, match="unpacks to far more"):
        Archive(packed({"a": b"x" * 100, "b": b"x" * 100}), "a.docx")
    monkeypatch.setattr(room, "MOST_MEMBERS", 2)
    with pytest.raises(UnreadableFileError, match="holds 3 parts"):
        Archive(packed({"a": b"", "b": b"", "c": b""}), "a.docx")


@pytest.mark.parametrize(
    ("base", "target", "member"),
    [
        ("word/document.xml", "footnotes.xml", "word/footnotes.xml"),
        ("word/document.xml", "/word/footnotes.xml", "word/footnotes.xml"),
        ("", "word/document.xml", "word/document.xml"),
        ("OEBPS/package.opf", "../text/one%20two.xhtml", "text/one two.xhtml"),
        ("a/b.xml", "../../../../etc/passwd", "etc/passwd"),
    ],
)
def test_references_stay_inside_the_container(base, target, member):
    assert resolve(base, target) == member
