"""A Word file's words come out in order, its styles as roles, its notes under their printed numbers."""

import pytest
from wordfile import docx, note, para, ref, run

from corpus.model import MARKER, NOTE_TEXT
from corpus.read.docx.reader import read_docx

LONG = "The council said that the mains of the lower town lose two fifths of all the water that is put into them."


def read(*body, **parts):
    return read_docx(docx(*body, **parts), "a.docx")


def roles(reading):
    return [
        (r.role, r.level, reading.text[slice(*r.span)]) for r in reading.regions if r.role not in (MARKER, NOTE_TEXT)
    ]


def linked(reading):
    words = {}
    for r in reading.regions:
        if r.role == NOTE_TEXT:
            words.setdefault(r.key, []).append(reading.text[slice(*r.span)])
    return [(reading.text[slice(*r.span)], r.label, words.get(r.key)) for r in reading.regions if r.role == MARKER]


@pytest.mark.parametrize(
    ("style", "role", "level"),
    [
        ("berschrift1", "heading", 1),
        ("Kapitel", "heading", 1),
        ("Titre2", "heading", 2),
        ("Titel", "title", 0),
        ("Autor", "paragraph", 0),
        ("Zitat", "block_quote", 0),
        ("Zitat2", "block_quote", 0),
        ("Cap", "caption", 0),
        ("Lit", "reference_entry", 0),
        ("Verz1", "furniture", 0),
        ("Aufz", "list_item", 0),
        ("Absatz", "paragraph", 0),
        ("Kreis", "paragraph", 0),
        ("Unknown", "paragraph", 0),
        ("", "paragraph", 0),
    ],
)
def test_styles_are_roles_in_any_language(style, role, level):
    assert roles(read(para("Some words", style=style))) == [(role, level, "Some words")]


@pytest.mark.parametrize(
    ("properties", "style", "expected"),
    [
        ('<w:outlineLvl w:val="2"/>', "", ("heading", 3)),
        ('<w:outlineLvl w:val="9"/>', "berschrift1", ("paragraph", 0)),
        ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>', "Absatz", ("list_item", 0)),
        ('<w:numPr><w:numId w:val="0"/></w:numPr>', "Aufz", ("paragraph", 0)),
        ('<w:numPr><w:numId w:val="4"/></w:numPr>', "berschrift1", ("heading", 1)),
    ],
)
def test_a_paragraph_may_say_it_itself(properties, style, expected):
    [(role, level, _)] = roles(read(para("Words", style=style, properties=properties)))
    assert (role, level) == expected


BOLD = "<w:b/>"


@pytest.mark.parametrize(
    ("line", "below", "role"),
    [
        (para(run("What was done", BOLD)), para(LONG), "heading"),
        (para(run("What was done", '<w:rStyle w:val="Fett"/>')), para(LONG), "heading"),
        (para(run("What was done.", BOLD)), para(LONG), "paragraph"),
        (para(run("What was ", BOLD), run("done")), para(LONG), "paragraph"),
        (para(run("What was done", '<w:b w:val="0"/>')), para(LONG), "paragraph"),
        (para(run("What was done", BOLD)), para("Short."), "paragraph"),
        (para(run("What was done", BOLD)), para(run(LONG, BOLD)), "paragraph"),
        (para(run("Table 3 Losses", BOLD)), para(LONG), "paragraph"),
        (para(run("2019", BOLD)), para(LONG), "paragraph"),
        (para(run("word " * 30, BOLD)), para(LONG), "paragraph"),
    ],
)
def test_a_bold_line_is_a_heading_only_if_it_surely_is(line, below, role):
    assert roles(read(para("First words."), line, below))[1][0] == role


def test_notes_are_numbered_by_order_of_reference():
    reading = read(
        para("One.", ref(7), " Two.", ref(3)),
        footnotes=[note(3, "Ibid., 15."), note(7, "See Ward.", "And Hill.")],
    )
    assert reading.text == "One.¹ Two.²\n\n¹ See Ward.\n\nAnd Hill.\n\n² Ibid., 15.\n\n"
    assert linked(reading) == [("¹", "1", ["¹ See Ward.", "And Hill."]), ("²", "2", ["² Ibid., 15."])]
    assert [r[0] for r in roles(reading)] == ["paragraph", "note", "note", "note"]


def test_endnotes_are_counted_apart_in_roman_numerals():
    reading = read(
        para("One.", ref(1), ref(1, "endnote"), " Two.", ref(2, "endnote")),
        footnotes=[note(1, "Foot.")],
        endnotes=[note(1, "End one.", kind="endnote"), note(2, "End two.", kind="endnote")],
    )
    assert linked(reading) == [
        ("¹", "1", ["¹ Foot."]),
        ("ⁱ", "1", ["ⁱ End one."]),
        ("ⁱⁱ", "2", ["ⁱⁱ End two."]),
    ]


def section(pr):
    return para("", properties=f"<w:sectPr>{pr}</w:sectPr>")


RESTART = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'
THREE = [note(n, f"Note {n}.") for n in (1, 2, 3)]


@pytest.mark.parametrize(
    ("settings", "first", "second", "expected"),
    [
        ("", "", "", [("¹", "1"), ("²", "2"), ("³", "3")]),
        (RESTART, "", "", [("¹", "1"), ("²", "2"), ("¹", "1")]),
        ("", "", RESTART, [("¹", "1"), ("²", "2"), ("¹", "1")]),
        ("", RESTART, "", [("¹", "1"), ("²", "2"), ("³", "3")]),
        ('<w:footnotePr><w:numStart w:val="5"/></w:footnotePr>', "", "", [("⁵", "5"), ("⁶", "6"), ("⁷", "7")]),
        (
            '<w:footnotePr><w:numFmt w:val="lowerRoman"/></w:footnotePr>',
            "",
            "",
            [("ⁱ", "1"), ("ⁱⁱ", "2"), ("ⁱⁱⁱ", "3")],
        ),
        ('<w:footnotePr><w:numFmt w:val="chicago"/></w:footnotePr>', "", "", [("*", "*"), ("†", "†"), ("‡", "‡")]),
        ('<w:footnotePr><w:numFmt w:val="lowerLetter"/></w:footnotePr>', "", "", [("ᵃ", "1"), ("ᵇ", "2"), ("ᶜ", "3")]),
    ],
)
def test_numbering_follows_settings_and_sections(settings, first, second, expected):
    reading = read(
        para("A.", ref(1), " B.", ref(2)), section(first), para("C.", ref(3)), f"<w:sectPr>{second}</w:sectPr>",
        footnotes=THREE, settings=settings,
    )  # fmt: skip
    assert [each[:2] for each in linked(reading)] == expected
    assert [each[2] for each in linked(reading)] == [[f"{sign} Note {n}."] for n, (sign, _) in enumerate(expected, 1)]


def test_an_authors_own_sign_is_not_counted():
    reading = read(
        para("A.", ref(1, extra='w:customMarkFollows="1"', sign="<w:t>*</w:t>"), " B.", ref(2)),
        footnotes=[note(1, "* Thanks to all.", own=False), note(2, "See Ward.")],
    )
    assert reading.text.startswith("A.* B.¹\n\n")
    assert linked(reading) == [("*", "*", ["* Thanks to all."]), ("¹", "1", ["¹ See Ward."])]


def test_missing_notes_and_notes_without_reference_are_not_invented():
    reading = read(para("A.", ref(9), " B.", ref(2)), footnotes=[note(2, "See Ward."), note(5, "Nobody asks.")])
    assert linked(reading) == [("¹", "1", None), ("²", "2", ["² See Ward."])]
    assert roles(reading)[-1] == ("note", 0, "Nobody asks.")


def test_a_note_that_begins_with_a_number_keeps_it():
    assert linked(read(para("A.", ref(1)), footnotes=[note(1, "1 in 3 people.")])) == [("¹", "1", ["¹ 1 in 3 people."])]


def test_a_cross_reference_that_is_raised_is_a_second_marker():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> NOTEREF _Ref12 \\f \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    raised = field.format(run("1", '<w:rStyle w:val="Hoch"/>'))
    reading = read(
        para('<w:bookmarkStart w:id="4" w:name="_Ref12"/>', "A.", ref(6), '<w:bookmarkEnd w:id="4"/>', " B.", raised),
        para("See note ", field.format(run("1")), " above."),
        footnotes=[note(6, "See Ward.")],
    )
    assert linked(reading) == [("¹", "1", ["¹ See Ward."])] * 2
    assert "See note 1 above." in reading.text


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>SEQ Table</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (run("km") + run("2", '<w:vertAlign w:val="superscript"/>'), "km²"),
        (run("CO") + run("2", '<w:vertAlign w:val="subscript"/>'), "CO2"),
        (run("19") + run("th", '<w:vertAlign w:val="superscript"/>'), "19th"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a b c"),
        ("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:softHyphen/><w:t>s</w:t></w:r>", "co‑ops"),
        ("<w:ins>" + run("new") + "</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>", "new"),
        ("<w:moveFrom>" + run("here") + "</w:moveFrom><w:moveTo>" + run("there") + "</w:moveTo>", "there"),
        (run("seen") + run("hidden", "<w:vanish/>"), "seen"),
        (f"<w:hyperlink>{run('a link')}</w:hyperlink>", "a link"),
        (f"<w:smartTag>{run('Bogotá')}</w:smartTag>", "Bogotá"),
        (f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{run('kept')}</w:sdtContent></w:sdt>", "kept"),
        (run("Table ") + FIELD, "Table 3"),
        ('<w:r><w:sym w:font="Symbol" w:char="F062"/></w:r>', "β"),
        (run("x") + '<w:r><w:sym w:font="Marlett" w:char="F062"/></w:r>', "x"),
        (("<m:oMath><m:r><m:t>a+b</m:t></m:r><m:sSup><m:e><m:r><m:t>c</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r>"
         "</m:sup></m:sSup></m:oMath>"), "a+bc²"),
        (run("said") + '<w:r><w:commentReference w:id="1"/></w:r>', "said"),
        (run("שלום ") + run("e\u0301"), "שלום e\u0301"),
        (run("12\u00a0000"), "12\u00a0000"),
    ],
)  # fmt: skip
def test_what_a_run_shows_is_its_text(inner, expected):
    assert read(para(inner)).text == expected + "\n\n"


def test_a_field_without_an_end_hides_nothing_below():
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
    assert read(para("Before ", begun), para("after.")).text == "Before\n\nafter.\n\n"


def test_text_boxes_come_once_and_after_their_paragraph():
    box = "<w:txbxContent>" + para("In the box.") + "</w:txbxContent>"
    choice = f"<mc:Choice><wps:x>{box}</wps:x></mc:Choice><mc:Fallback><v:y>{box}</v:y></mc:Fallback>"
    both = f"<mc:AlternateContent>{choice}</mc:AlternateContent>"
    reading = read(para(f"<w:r>{both}</w:r>", "Anchor."), para(f"<w:r><w:pict>{box}</w:pict></w:r>"))
    assert reading.text == "Anchor.\n\nIn the box.\n\nIn the box.\n\n"


def test_a_deleted_paragraph_end_joins_two_paragraphs():
    reading = read(para("One half, ", properties="<w:rPr><w:del/></w:rPr>"), para("other half."))
    assert reading.text == "One half, other half.\n\n"


def cell(*paragraphs, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def table(*rows):
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"


def test_tables_are_a_line_a_row_with_empty_places_for_merged_cells():
    reading = read(
        table(
            [cell(para("District")), cell(para("Loss"), properties='<w:gridSpan w:val="2"/>')],
            [
                cell(para("North"), properties='<w:vMerge w:val="restart"/>'),
                cell(para("12"), para("%")),
                cell(para("3")),
            ],
            [
                cell(para(""), properties="<w:vMerge/>"),
                cell(para("South", ref(1))),
                cell(table([cell(para("x")), cell(para("y"))])),
            ],
        ),
        footnotes=[note(1, "With the harbour.")],
    )
    assert roles(reading)[0] == ("table", 0, "District\tLoss\t\nNorth\t12 %\t3\n\tSouth¹\tx y")
    assert linked(reading) == [("¹", "1", ["¹ With the harbour."])]


def test_a_frame_around_text_is_no_table():
    reading = read(table([cell(para("Box 1"))], [cell(para("Text."), para("More."))]))
    assert roles(reading) == [("paragraph", 0, words) for words in ("Box 1", "Text.", "More.")]


def test_tables_of_contents_are_furniture():
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{para('Contents', style='berschrift1')}{para('Summary 1')}</w:sdtContent></w:sdt>"
    )
    assert [role for role, _, _ in roles(read(contents, para("Text.")))] == ["furniture", "furniture", "paragraph"]


@pytest.mark.parametrize(
    ("core", "styles", "language"),
    [
        ("<dc:language>pt-BR</dc:language>", "", "pt-BR"),
        (
            "",
            '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="es-CO"/></w:rPr></w:rPrDefault></w:docDefaults>',
            "es-CO",
        ),
        ("<dc:title>Left over</dc:title><dc:creator>An editor</dc:creator>", "", None),
    ],
)
def test_only_the_language_is_taken_from_properties(core, styles, language):
    metadata = read(para("Words."), core=core, styles=styles).metadata
    assert (metadata.language, metadata.title, metadata.authors) == (language, None, ())


def test_strict_files_and_files_without_parts_are_read():
    data = docx(para("Words", style="Titre2"), drop=("word/settings.xml", "word/footnotes.xml", "word/endnotes.xml"))
    assert read_docx(data, "a.docx").text == "Words\n\n"
    assert read_docx(docx(para("Words"), drop=("word/styles.xml",)), "a.docx").text == "Words\n\n"


def test_there_are_no_pages():
    assert read(para("One.", '<w:r><w:br w:type="page"/><w:lastRenderedPageBreak/></w:r>', "Two.")).pages == ()
