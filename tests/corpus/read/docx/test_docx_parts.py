"""What is no Word file, or a hostile one, is refused in one sentence; a main part of another name is found."""

import pytest
from wordfile import HEAD, docx, para

from corpus.errors import UnreadableFileError
from corpus.read.docx.reader import read_docx

BOMB = '<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document xmlns:w="urn:w">&b;</w:document>'
DEEP = HEAD.format(
    "document", "<w:body>" + "<w:sdt><w:sdtContent>" * 50_000 + "</w:sdtContent></w:sdt>" * 50_000 + "</w:body>"
)
NESTED = "<w:tbl><w:tr><w:tc>" * 100 + para("deep") + "</w:tc></w:tr></w:tbl>" * 100


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "password or an old .doc"),
        (b"<html><body>Not Word</body></html>", "not a Word file"),
        (b"Just text.", "not a Word file"),
        (b"", "not a Word file"),
        (docx(para("x"))[:300], "broken ZIP"),
        (docx(para("x"), drop=("word/document.xml",)), "holds no Word document"),
        (docx(members={"word/document.xml": "<x/>"}), "holds no Word document"),
        (docx(members={"word/document.xml": BOMB}), "document type"),
        (docx(members={"word/document.xml": DEEP}), "nested deeper"),
        (docx(members={"word/document.xml": " " * 30_000_000}), "unpacks to far more"),
        (docx(members={"word/styles.xml": "<w:styles"}), "broken in its part 'word/styles.xml'"),
        (docx(para("")), "holds no words"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(data, why):
    with pytest.raises(UnreadableFileError, match=why) as caught:
        read_docx(data, "report.docx")
    assert str(caught.value).startswith("report.docx ")
    assert "\n" not in str(caught.value)


def test_tables_nested_a_hundred_deep_are_read():
    assert read_docx(docx(NESTED), "a.docx").text == "deep\n\n"


def test_names_that_climb_out_of_the_container_are_only_names(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    data = docx(para("Words."), members={"../../evil.txt": "x", "/etc/evil": "x"})
    assert read_docx(data, "a.docx").text == "Words.\n\n"
    assert list(tmp_path.iterdir()) == []


def test_the_main_part_is_found_by_its_relation():
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Target='
        '"/body/main.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>'
        "</Relationships>"
    )
    moved = {"body/main.xml": HEAD.format("document", f"<w:body>{para('Moved.')}</w:body>"), "_rels/.rels": relation}
    assert read_docx(docx(members=moved, drop=("word/document.xml",)), "a.docx").text == "Moved.\n\n"


def test_strict_ooxml_has_other_namespaces():
    strict = HEAD.format("document", f"<w:body>{para('Strict.', style='Titre2')}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert read_docx(docx(members={"word/document.xml": strict}), "a.docx").text == "Strict.\n\n"
