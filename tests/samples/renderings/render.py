"""wet-ground.md -> the same paper as pandoc, LibreOffice, Typst, Chromium and WeasyPrint make it.

Run by hand, never by the tests, when the source changes: python tests/samples/renderings/render.py. It needs the
Python packages pypandoc_binary, typst, weasyprint and lxml, and LibreOffice (soffice) and Chromium on the path.

In the files that come by way of DOCX and Typst, squares and cubes are set as raised digits and the 2 of CO₂ as a
lowered one; in those that come by way of HTML they stay the characters that the source has.
"""

from __future__ import annotations

import functools
import http.server
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import zipfile
from pathlib import Path

import pypandoc
import typst
import weasyprint
from lxml import html

HERE = Path(__file__).parent
SOURCE = HERE / "wet-ground.md"
RUNNING_HEAD = "Wet Ground"
SET = (("m²", "m^2^"), ("m³", "m^3^"), ("CO₂", "CO~2~"))
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEADER = (
    f'<w:hdr xmlns:w="{W}"><w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:t>{RUNNING_HEAD}</w:t></w:r></w:p></w:hdr>'
)
FOOTER = (
    f'<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>'
)
SECTION = (
    f'<w:sectPr><w:headerReference xmlns:r="{R}" w:type="default" r:id="rIdHead"/>'
    f'<w:footerReference xmlns:r="{R}" w:type="default" r:id="rIdFoot"/>'
    '<w:footnotePr><w:numRestart w:val="continuous"/></w:footnotePr>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/>'
    "</w:sectPr>"
)
TYPST = f"""
#set page(header: context if counter(page).get().first() > 1 [#emph[{RUNNING_HEAD}] #h(1fr) Sample paper])
#set text(hyphenate: true)
#set figure(numbering: none)
"""
PRINT = f"""
@page {{ size: A4; margin: 25mm 25mm 30mm;
  @top-right {{ content: "{RUNNING_HEAD}"; font-size: 8pt }} @bottom-center {{ content: counter(page); font-size: 8pt }}
  @footnote {{ border-top: 0.5pt solid; padding-top: 4pt }} }}
html {{ font: 10.5pt "DejaVu Serif"; hyphens: auto; text-align: justify }}
body {{ max-width: none; padding: 0; margin: 0 }}
h1, h2 {{ text-align: left; hyphens: none }}
.note {{ float: footnote; font-size: 8pt }}
"""


def main() -> None:
    """Make every rendering anew."""
    source = SOURCE.read_text(encoding="utf-8")
    typeset = source
    for plain, marked in SET:
        typeset = typeset.replace(plain, marked)
    word, page = HERE / "pandoc.docx", HERE / "pandoc.html"
    pandoc(typeset, "docx", word)
    with_running_heads(word)
    pandoc(source, "html", page, "--standalone", "--section-divs")
    by_typst(typeset, HERE / "typst.pdf", "--variable=fontsize:11pt")
    by_typst(typeset, HERE / "columns.pdf", "--variable=fontsize:9.5pt", "--variable=columns:2", abreast=1)
    by_libreoffice(word)
    by_chromium(page, HERE / "chromium.pdf")
    by_weasyprint(page, HERE / "weasyprint.pdf")


def pandoc(source: str, form: str, path: Path, *options: str) -> None:
    """The source in another form."""
    pypandoc.convert_text(source, form, "markdown", outputfile=str(path), extra_args=list(options))


def with_running_heads(path: Path) -> None:
    """Give pandoc's DOCX file an A4 page with a running head and a page number."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    document = parts["word/document.xml"].decode()
    parts["word/document.xml"] = re.sub(r"(?s)<w:sectPr\b.*?</w:sectPr>|<w:sectPr\s*/>", SECTION, document).encode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    types = "".join(f'<Override PartName="/word/{x}1.xml" ContentType="{kind}.{x}+xml"/>' for x in ("header", "footer"))
    links = "".join(
        f'<Relationship Id="rId{key}" Type="{R}/{x}" Target="{x}1.xml"/>'
        for key, x in (("Head", "header"), ("Foot", "footer"))
    )
    for name, added in (("[Content_Types].xml", types), ("word/_rels/document.xml.rels", links)):
        root = parts[name].decode()
        parts[name] = re.sub(r"(?=</(?:Types|Relationships)>)", added, root).encode()
    parts |= {"word/header1.xml": HEADER.encode(), "word/footer1.xml": FOOTER.encode()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in parts.items():
            new.writestr(zipfile.ZipInfo(name, (2024, 5, 14, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


def by_typst(source: str, path: Path, *options: str, abreast: int = 3) -> None:
    """Typst's PDF file, on A4 with a running head, page numbers and hyphenation; so many authors `abreast`."""
    written = path.with_suffix(".typ")
    pandoc(source, "typst", written, "--standalone", "--variable=papersize:a4", "--variable=page-numbering:1", *options)
    form = written.read_text(encoding="utf-8")
    form = form.replace("#show: doc => conf(", f"{TYPST}#show: doc => conf(", 1)
    form = form.replace("calc.min(count, 3)", f"calc.min(count, {abreast})", 1)
    written.write_text(form, encoding="utf-8")
    path.write_bytes(typst.compile(written))
    written.unlink()


def by_libreoffice(word: Path) -> None:
    """LibreOffice's PDF and HTML files of a DOCX file, and its own DOCX file by way of ODT."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "libreoffice.docx"
        shutil.copy(word, copy)
        for form in ("pdf", "html:HTML (StarWriter)", "odt"):
            convert(copy, form)
        copy.unlink()
        convert(copy.with_suffix(".odt"), "docx")
        for suffix in (".pdf", ".html", ".docx"):
            shutil.copy(copy.with_suffix(suffix), HERE)


def convert(path: Path, form: str) -> None:
    """A file of another form beside the one at `path`."""
    program = shutil.which("soffice") or sys.exit("LibreOffice is missing")
    profile = f"-env:UserInstallation=file://{tempfile.gettempdir()}/rendering-profile"
    order = [program, profile, "--headless", "--convert-to", form, "--outdir", str(path.parent), str(path)]
    subprocess.run(order, check=True, stdout=subprocess.DEVNULL, timeout=180)


def by_chromium(page: Path, path: Path) -> None:
    """Chromium's PDF file of a page, with the date, title, address and page number that it prints on each sheet."""
    program = shutil.which("chromium") or sys.exit("Chromium is missing")
    handler = functools.partial(Quiet, directory=str(page.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 8765), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        order = [program, "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={path}"]
        subprocess.run([*order, f"http://localhost:8765/{page.name}"], check=True, capture_output=True, timeout=120)
        server.shutdown()


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A server that says nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        """Not a word."""


def by_weasyprint(page: Path, path: Path) -> None:
    """WeasyPrint's PDF file of a page, its notes moved to the foot of the pages they belong to."""
    root = html.parse(str(page)).getroot()
    for marker in root.xpath("//a[contains(@class, 'footnote-ref')]"):
        note = root.get_element_by_id(marker.get("href").lstrip("#"))
        for arrow in note.xpath(".//a[contains(@class, 'footnote-back')]"):
            arrow.drop_tree()
        words = note.find("p")
        words.tag = "span"
        words.set("class", "note")
        words.tail = marker.tail
        marker.getparent().replace(marker, words)
    for rest in root.xpath("//*[@id='footnotes']"):
        rest.drop_tree()
    printed = weasyprint.HTML(string=html.tostring(root, encoding="unicode"))
    printed.write_pdf(str(path), stylesheets=[weasyprint.CSS(string=PRINT)])


if __name__ == "__main__":
    main()
