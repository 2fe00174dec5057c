"""A path becomes a Paper, or one sentence about why it cannot."""

import hashlib
from dataclasses import replace

import pytest

from corpus.errors import UnreadableFileError
from corpus.model import Span
from corpus.read import readers
from corpus.read.readers import find_files, read_file


def test_a_paper_keeps_its_text_name_and_hash(tmp_path):
    path = tmp_path / "brief.txt"
    path.write_bytes(b"Title\r\n\r\nBody \\$5.\r\n")
    paper = read_file(path)
    assert paper.text == "Title\r\n\r\nBody \\$5.\r\n"
    assert (paper.name, paper.source.format, paper.source.encoding) == ("brief.txt", "txt", "utf-8")
    assert paper.source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_form_feeds_cut_pages_that_cover_the_text(tmp_path):
    path = tmp_path / "p.txt"
    path.write_bytes(b"one\ftwo\f")
    assert [page.span for page in read_file(path).pages] == [Span(0, 4), Span(4, 8)]


@pytest.mark.parametrize("suffix", [".md", ".markdown", ".MD"])
def test_markdown_is_told_by_its_suffix(tmp_path, suffix):
    path = tmp_path / f"note{suffix}"
    path.write_text("# Title\n", encoding="utf-8")
    assert read_file(path).source.format == "markdown"


def test_what_cannot_be_read_is_said_in_one_sentence(tmp_path, monkeypatch):
    (tmp_path / "a.xyz").write_bytes(b"x")
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "large.txt").write_bytes(b"x" * 100)
    monkeypatch.setitem(readers.READERS, "txt", replace(readers.READERS["txt"], largest=50))
    for name, why in [
        ("a.xyz", "format pincite cannot read"),
        ("none.txt", "no such file"),
        ("folder.txt", "a folder"),
        ("large.txt", "more than"),
    ]:
        with pytest.raises(UnreadableFileError, match=why) as caught:
            read_file(tmp_path / name)
        assert name in str(caught.value)


def test_a_folder_is_walked_in_order_and_hidden_files_are_passed_over(tmp_path):
    for name in ("b.txt", "a/c.md", "a/z.bin", ".git/x.txt", ".hidden.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    found = [(path.relative_to(tmp_path).as_posix(), known) for path, known in find_files(tmp_path)]
    assert found == [("b.txt", True), ("a/c.md", True), ("a/z.bin", False)]
