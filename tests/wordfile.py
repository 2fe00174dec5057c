"""Builds small Word files member by member, as the tests of the DOCX reader need them."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = (
    f'<?xml version="1.0" encoding="UTF-8"?><w:{{0}} xmlns:w="{W}"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="urn:shape" xmlns:v="urn:vml" xmlns:r="urn:r">{1}</w:{0}>'
)
SEPARATORS = (
    '<w:{0} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{0}>'
    '<w:{0} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:t>never read</w:t></w:r></w:p></w:{0}>'
)
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Kapitel"><w:name w:val="Kapitel"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Titre2"><w:name w:val="Titre deux"/>
<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Autor"><w:name w:val="Author"/><w:basedOn w:val="Titel"/></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Zitat2"><w:name w:val="Mein Zitat"/><w:basedOn w:val="Zitat"/></w:style>
<w:style w:type="paragraph" w:styleId="Cap"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Lit"><w:name w:val="Bibliography"/></w:style>
<w:style w:type="paragraph" w:styleId="Verz1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Aufz"><w:name w:val="List Bullet"/></w:style>
<w:style w:type="paragraph" w:styleId="Absatz"><w:name w:val="List Paragraph"/></w:style>
<w:style w:type="paragraph" w:styleId="Kreis"><w:name w:val="Kreis"/><w:basedOn w:val="Kreis"/></w:style>
<w:style w:type="character" w:styleId="Hoch"><w:name w:val="footnote reference"/>
<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
"""


def run(text, properties=""):
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*inner, style="", properties=""):
    """A paragraph; plain strings become runs."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    body = "".join(each if each.startswith("<") else run(each) for each in inner)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{body}</w:p>"


def ref(number, kind="footnote", extra="", sign=""):
    """A reference to a note."""
    return f'<w:r><w:rPr><w:rStyle w:val="Hoch"/></w:rPr><w:{kind}Reference {extra} w:id="{number}"/>{sign}</w:r>'


def note(number, *paragraphs, kind="footnote", own=True):
    """A note; its first paragraph holds the place of its number if `own`."""
    mark = f'<w:r><w:rPr><w:rStyle w:val="Hoch"/></w:rPr><w:{kind}Ref/></w:r>' if own else ""
    first, *others = paragraphs
    body = para(mark, " " + first) if mark else para(first)
    return f'<w:{kind} w:id="{number}">{body}{"".join(para(other) for other in others)}</w:{kind}>'


def docx(*body, footnotes=(), endnotes=(), styles=STYLES, settings="", core="", members=None, drop=()):
    """The bytes of a Word file."""
    parts = {
        "word/document.xml": HEAD.format("document", f"<w:body>{''.join(body)}</w:body>"),
        "word/styles.xml": HEAD.format("styles", styles),
        "word/settings.xml": HEAD.format("settings", settings),
        "word/footnotes.xml": HEAD.format("footnotes", SEPARATORS.format("footnote") + "".join(footnotes)),
        "word/endnotes.xml": HEAD.format("endnotes", SEPARATORS.format("endnote") + "".join(endnotes)),
        "docProps/core.xml": f'<c xmlns:dc="http://purl.org/dc/elements/1.1/">{core}</c>',
        **(members or {}),
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            if name not in drop:
                archive.writestr(name, data)
    return written.getvalue()
