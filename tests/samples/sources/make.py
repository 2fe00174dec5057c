"""The sources here -> the sample papers in examples/papers that are no plain text.

Run by hand, never by the tests: python tests/samples/sources/make.py. It needs the Python packages typst and
pypandoc_binary. Edit a source, make the papers anew and put the truth in truth.json right.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pypandoc
import typst

HERE = Path(__file__).parent
PAPERS = HERE.parents[2] / "examples" / "papers"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/endnotes"
ENDNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"
NOTE = re.compile(r'<w:footnote w:id="(\d+)">(.*?)</w:footnote>', re.DOTALL)
END = "(end) "
"""Words that open a note of the source which shall become an endnote."""
STYLES = "".join(
    f'<w:style w:type="{kind}" w:customStyle="1" w:styleId="{key}"><w:name w:val="{name}"/>{rest}</w:style>'
    for kind, key, name, rest in (
        ("paragraph", "EndnoteText", "endnote text", '<w:basedOn w:val="Normal"/>'),
        ("character", "EndnoteReference", "endnote reference", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'),
    )
).replace(' w:customStyle="1"', "")


def main() -> None:
    """Make the PDF and the DOCX paper. (The web page is its own source.)"""
    (PAPERS / "sleeper-class.pdf").write_bytes(typst.compile(HERE / "sleeper-class.typ"))
    word = PAPERS / "kitchen-gardens.docx"
    pypandoc.convert_file(str(HERE / "kitchen-gardens.md"), "docx", "markdown", outputfile=str(word))
    with_endnotes(word)


def with_endnotes(path: Path) -> None:
    """Move the notes that open with END to the end of pandoc's file, where they are counted i, ii, iii."""
    with zipfile.ZipFile(path) as old:
        parts = {
            name: old.read(name).decode() if name.endswith((".xml", ".rels")) else old.read(name)
            for name in old.namelist()
        }
    notes = {key: whole for key, whole in NOTE.findall(parts["word/footnotes.xml"]) if END in whole}
    document, kept = parts["word/document.xml"], parts["word/footnotes.xml"]
    ends = ""
    for key, whole in notes.items():
        kept = kept.replace(f'<w:footnote w:id="{key}">{whole}</w:footnote>', "")
        document = document.replace(f'<w:footnoteReference w:id="{key}"', f'<w:endnoteReference w:id="{key}"')
        turned = whole.replace(END, "").replace("footnoteRef", "endnoteRef").replace("Footnote", "Endnote")
        ends += f'<w:endnote w:id="{key}">{turned}</w:endnote>'
    head = re.search(r"<w:footnotes[^>]*>", kept)
    assert head, "pandoc writes its notes otherwise now"
    parts["word/document.xml"] = document
    parts["word/footnotes.xml"] = kept
    parts["word/endnotes.xml"] = head[0].replace("footnotes", "endnotes") + ends + "</w:endnotes>"
    parts["word/styles.xml"] = parts["word/styles.xml"].replace("</w:styles>", f"{STYLES}</w:styles>")
    kind = f'<Override PartName="/word/endnotes.xml" ContentType="{ENDNOTES}"/>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace("</Types>", f"{kind}</Types>")
    link = f'<Relationship Id="rIdEnds" Type="{RELATION}" Target="endnotes.xml"/>'
    links = "word/_rels/document.xml.rels"
    parts[links] = parts[links].replace("</Relationships>", f"{link}</Relationships>")
    with zipfile.ZipFile(path, "w") as new:
        for name, data in parts.items():
            new.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    main()
