"""What a reader of the page would say: which words are text, notes, headings, furniture, and in which order."""

from itertools import pairwise

import pytest

from corpus.errors import UnreadableFileError
from corpus.read.ocr import find_tesseract
from corpus.read.pdf import guard, reader
from corpus.read.pdf.reader import read_pdf

BODY = [
    "The river rises in the hills and falls nine hundred metres in the first day of its way to the sea, which",
    "is why four mills stand in the gorge and none below it. The largest of them grinds for eleven villages and",
    "has done so since the bridge was built. Its owner keeps the accounts in a drawer that nobody else may open.",
    "It holds a good deal.",
]
OTHER = [
    "A second paragraph begins here because the one above it ended short, and it goes on for as long as it must",
    "to fill two lines and a little of the third, so that nothing about the width of this column is in any doubt",
    "at all.",
]
FOOT = ["1 See the survey of mills, page 12.", "2 Ibid., page 14, with a list that runs on over", "the line."]


def one(reading, words):
    return [role for role, said in reading if words in said]


def report(pdf, pages=3, label=str):
    """A paper of several pages with running head, number, body and notes."""
    made = pdf()
    for at in range(pages):
        made.page().text(72, 800, "Papers of the Mill Society", 8)
        made.text(290, 30, label(at + 1), 8)
        made.text(72, 740, f"{at + 1}. Of mills and their owners", 14, "F2")
        made.lines(72, 710, BODY).lines(72, 640, OTHER)
        made.lines(72, 110, [f"{2 * at + 1} See the survey of mills, page 12."], 7, 9)
        made.lines(72, 100, [f"{2 * at + 2} Ibid., page 14, with a list that runs on over", "the line."], 7, 9)
    return made.pdf()


def test_a_page_is_told_apart(pdf, shown):
    reading = shown(read_pdf(report(pdf), "mills.pdf"))
    assert ("paragraph", " ".join(BODY)) in reading
    assert ("paragraph", " ".join(OTHER)) in reading
    assert ("heading", "2. Of mills and their owners") in reading
    assert ("note", "3 See the survey of mills, page 12.") in reading
    assert ("note", "4 Ibid., page 14, with a list that runs on over the line.") in reading
    assert reading.count(("running_head", "Papers of the Mill Society")) == 3
    assert ("page_number", "2") in reading


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        (str, ["1", "2", "3"]),
        (lambda at: str(at + 40), ["41", "42", "43"]),
        (lambda at: ["i", "ii", "iii"][at - 1], ["i", "ii", "iii"]),
        (lambda at: f"Page {at} of 3", ["1", "2", "3"]),
        (lambda at: f"- {at} -", ["1", "2", "3"]),
        (lambda at: ["1987", "12", "600"][at - 1], [None, None, None]),
    ],
)
def test_labels_are_the_numbers_that_count_with_the_pages(pdf, label, expected):
    assert [page.label for page in read_pdf(report(pdf, label=label), "mills.pdf").pages] == expected


def test_labels_of_the_file_stand_in_where_none_is_printed(pdf):
    made = pdf(labels="/PageLabels << /Nums [0 << /S /r >> 2 << /S /D >>] >>")
    for _ in range(3):
        made.page().lines(72, 700, BODY)
    assert [page.label for page in read_pdf(made.pdf(), "mills.pdf").pages] == ["i", "ii", "1"]


def test_regions_and_pages_are_places_in_the_text(pdf):
    reading = read_pdf(report(pdf), "mills.pdf")
    ends = [(region.span.start, region.span.end) for region in reading.regions]
    assert ends == sorted(ends)
    assert all(a[1] <= b[0] for a, b in pairwise(ends))
    assert "".join(reading.text[page.span.start : page.span.end] for page in reading.pages) == reading.text


RAISED = [
    (["It fell to nine hectares.", ("12", 6, 4), " Then it rose again"], "hectares.¹² Then"),
    (["It fell in 2018", ("3", 6, 4), " and rose again after"], "2018³ and"),
    (["It fell in 2018", ("3", 10, 4), " and rose again after"], "2018³ and"),
    (["so said the mayor,”", ("4", 6, 4), " and the smith agreed"], "mayor,”⁴ and"),
    (["an area of 62 km", ("2", 6, 4), " lies under water now"], "62 km² lies"),
    (["it was said twice", ("1", 6, 4), ",", ("2", 6, 4), " but not three times"], "twice¹,² but"),
    (["some 66 kg of CO", ("2", 6, -2), " a year and a half"], "CO2 a year"),
    (["the 19", ("th", 6, 4), " century had no such mills"], "19th century"),
    (["and so it was", ("*", 6, 4), " for many years after"], "was* for"),
    (["It cost 48.5 million in 2018, and 13,900 ha were left."], "48.5 million in 2018, and 13,900 ha"),
    (["Version 2.0 of table 3 lists 12 of the 14 mills."], "Version 2.0 of table 3 lists 12 of"),
]


@pytest.mark.parametrize(("runs", "expected"), RAISED)
def test_raised_digits_and_no_others_are_superscripts(pdf, runs, expected):
    made = pdf().page().lines(72, 700, BODY).runs(72, 652, *runs)
    assert expected in read_pdf(made.pdf(), "mills.pdf").text


def test_columns_are_read_one_after_the_other(pdf, shown):
    left = [f"left column line {word} of the page" for word in ("one", "two", "three", "four", "five")]
    right = [words.replace("left", "right") for words in left]
    made = pdf().page().text(72, 760, "A heading across both of the columns", 20, "F2")
    made.lines(310, 700, right).lines(72, 700, left)
    text = read_pdf(made.pdf(), "mills.pdf").text
    assert text.index("heading across") < text.index("left column line one") < text.index("right column line one")
    assert text.index("left column line five") < text.index("right column line one")


def test_columns_printed_row_by_row_are_read_one_after_the_other(pdf):
    made = pdf().page()
    for at in range(12):
        made.text(72, 700 - 12 * at, f"the left column goes on and on in line {at:02}", 9)
        made.text(310, 700 - 12 * at, f"the right column has its own tale in {at:02}", 9)
    text = " ".join(read_pdf(made.pdf(), "mills.pdf").text.split())
    assert "line 00 the left column" in text
    assert "in 00 the right column" in text


def test_a_hyphen_goes_only_where_a_printer_put_it(pdf):
    lines = [
        "The government had no long-term plan for the mills, and the long plan of the term was a short one, and the",
        "vil-",
    ]
    first = "A word of the paper such as government may be cut, and so may a long-"
    made = pdf().page().lines(72, 700, [lines[0], first, "term plan, which keeps its own; but the provincial govern-"])
    made.lines(72, 664, ["ment had none of either, as the accounts say at length and in a good many words."])
    text = read_pdf(made.pdf(), "mills.pdf").text
    assert "may a long-term plan, which" in text
    assert "provincial government had none" in text


def test_a_table_under_its_caption_has_rows_and_cells(pdf, shown):
    made = pdf().page().lines(72, 740, BODY).text(72, 670, "Table 1. Mills and their wheels")
    rows = [
        ("Place", "2018", "2020"),
        ("Upper gorge", "1,250", "990"),
        ("Lower gorge", "840", "1,015"),
        ("Plain", "–", "3"),
    ]
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            made.text(72 + 110 * column, 650 - 14 * at, words)
    made.lines(72, 560, OTHER)
    expected = "\n".join("\t".join(row) for row in rows)
    assert ("table", expected) in shown(read_pdf(made.pdf(), "mills.pdf"))


def test_prose_with_gaps_is_no_table(pdf, shown):
    made = pdf().page()
    for at in range(6):
        made.draw(f"BT /F1 10 Tf {8 + at} Tw 72 {700 - 12 * at} Td (some words of a line that is justified) Tj ET")
    assert not one(shown(read_pdf(made.pdf(), "mills.pdf")), "\t")
    assert "table" not in [role for role, _ in shown(read_pdf(made.pdf(), "mills.pdf"))]


def test_a_note_goes_on_over_the_page_without_a_number(pdf, shown):
    made = pdf()
    made.page().lines(72, 740, BODY).lines(
        72, 100, ["1 A note that has not come to its end when the page does, and"], 7
    )
    made.page().lines(72, 740, OTHER).lines(72, 100, ["goes on under the next one.", "2 Another."], 7, 9)
    notes = [words for role, words in shown(read_pdf(made.pdf(), "mills.pdf")) if role == "note"]
    assert notes == [
        "1 A note that has not come to its end when the page does, and",
        "goes on under the next one.",
        "2 Another.",
    ]


def test_small_print_that_is_no_note_stays_text(pdf, shown):
    made = pdf().page().lines(72, 740, BODY).text(72, 100, "Source: accounts of the society, 1987.", 7)
    assert one(shown(read_pdf(made.pdf(), "mills.pdf")), "Source:") == ["paragraph"]


def test_bullets_are_items_and_dashes_are_not(pdf, shown):
    made = pdf().page().lines(72, 740, BODY)
    made.lines(90, 680, ["• the first of the things", "• the second of the things"])
    made.text(90, 650, "– a thought between dashes –")
    reading = shown(read_pdf(made.pdf(), "mills.pdf"))
    assert one(reading, "the first of the things") == ["list_item"] == one(reading, "the second")
    assert one(reading, "a thought") == ["paragraph"]


def test_text_across_the_margin_is_furniture_and_a_turned_page_is_not(pdf, shown):
    made = pdf().page().lines(72, 740, BODY).text(20, 300, "Downloaded from a library", 8, angle=90)
    assert one(shown(read_pdf(made.pdf(), "mills.pdf")), "Downloaded") == ["furniture"]
    turned = pdf().page(rotate=90)
    for at, words in enumerate(BODY):
        turned.text(100 + 12 * at, 72, words, angle=90)
    assert ("paragraph", " ".join(BODY)) in shown(read_pdf(turned.pdf(), "mills.pdf"))


def test_words_outside_the_paper_are_left_out(pdf):
    made = pdf().page().lines(72, 740, BODY).text(72, 2000, "Cut here").text(72, 640, "for machines", 0.5)
    text = read_pdf(made.pdf(), "mills.pdf").text
    assert "Cut here" not in text
    assert "for machines" not in text


def picture(pdf, pages, also_text=False):
    made = pdf()
    for _ in range(pages):
        made.page().draw("595 0 0 842 0 0 cm /X Do")
    if also_text:
        made.page().lines(72, 740, BODY)
    entries = "/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8"
    made.extra[100] = f"<< {entries} /Length 64 >>\nstream\n{'~' * 64}\nendstream"
    return made.pdf()


def test_a_scan_without_tesseract_says_what_to_do(pdf, monkeypatch):
    monkeypatch.setattr(reader, "find_tesseract", lambda: None)
    with pytest.raises(UnreadableFileError, match=r"mills\.pdf is a scan .*2 of its 2 pages .* install tesseract"):
        read_pdf(picture(pdf, 2), "mills.pdf")


def test_a_scan_in_part_is_read_in_part_and_says_so(pdf, monkeypatch):
    monkeypatch.setattr(reader, "find_tesseract", lambda: None)
    reading = read_pdf(picture(pdf, 1, also_text=True), "mills.pdf")
    assert "four mills stand" in reading.text
    assert len(reading.pages) == 2
    assert [words for words in reading.warnings if "1 of its 2 pages are pictures" in words]


def test_a_scan_is_recognised(pdf):
    if find_tesseract() is None:
        pytest.skip("tesseract is not installed")
    from corpus.read.pdf.sheets import opened

    with opened(pdf().page().lines(72, 700, BODY, 12, 16).pdf(), "mills.pdf") as document:
        grey = document.picture(0, 200)
    head, pixels = grey.split(b" 255\n", 1)
    _, width, height = head.split()
    made = pdf().page().draw("595 0 0 842 0 0 cm /X Do")
    made.extra[100] = (
        b"<< /Type /XObject /Subtype /Image /Width %s /Height %s /ColorSpace /DeviceGray /BitsPerComponent 8 "
        b"/Length %d >>\nstream\n%s\nendstream" % (width, height, len(pixels), pixels)
    )
    assert "four mills stand in the gorge and none below it." in read_pdf(made.pdf(), "mills.pdf").text


FORM = "/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X 100 0 R /Y 101 0 R >> >>"


def test_broken_and_locked_files_are_refused_in_a_sentence(pdf):
    locked = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'ab' * 32}> /U <{'cd' * 32}> /P -4 >> /ID [<00><00>]"
    cases = [
        (b"", "cannot|no PDF"),
        (b"%PDF-1.7 nothing", "no PDF"),
        (report(pdf)[:400], "no PDF"),
        (pdf(trailer=locked).page().pdf(), r"mills\.pdf is encrypted: remove the password"),
        (pdf().page().pdf(), "has no text"),
    ]
    for data, said in cases:
        with pytest.raises(UnreadableFileError, match=said) as caught:
            read_pdf(data, "mills.pdf")
        assert "\n" not in str(caught.value)


def test_loops_end(pdf, raw_pdf):
    written, _ = raw_pdf
    tree = {1: "<< /Type /Catalog /Pages 2 0 R >>", 2: "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 5 >>"}
    with pytest.raises(UnreadableFileError):
        read_pdf(written(tree), "mills.pdf")


def test_a_form_that_calls_itself_ends(pdf, raw_pdf):
    _, stream = raw_pdf
    made = pdf().page().draw("/X Do").lines(72, 700, BODY)
    made.extra[100] = stream(b"/X Do", FORM)
    assert "four mills" in read_pdf(made.pdf(), "mills.pdf").text


def test_forms_that_call_each_other_twice_are_refused(pdf, raw_pdf, monkeypatch):
    monkeypatch.setattr(guard, "SECONDS", 1)
    _, stream = raw_pdf
    made = pdf().page().draw("/X Do").lines(72, 700, BODY)
    made.extra.update({100: stream(b"/X Do /Y Do /X Do", FORM), 101: stream(b"/X Do /X Do", FORM)})
    with pytest.raises(UnreadableFileError, match="call each other"):
        read_pdf(made.pdf(), "mills.pdf")


def test_a_form_with_two_pictures_is_read(pdf, raw_pdf):
    _, stream = raw_pdf
    made = pdf().page().draw("/X Do").lines(72, 700, BODY)
    made.extra.update({100: stream(b"/Y Do /Y Do", FORM), 101: stream(b"0 0 10 10 re f", FORM)})
    assert "four mills" in read_pdf(made.pdf(), "mills.pdf").text


def test_two_large_headings_are_two(pdf, shown):
    made = pdf().page().text(72, 780, "DISCUSSION", 16, "F2").text(72, 753, "The origins of the mills", 16, "F2")
    made.lines(72, 720, BODY)
    made.page().text(72, 740, "The uses of the mills and of the wheels", 16, "F2").text(
        72, 722, "of the gorge", 16, "F2"
    )
    made.lines(72, 690, OTHER)
    reading = shown(read_pdf(made.pdf(), "mills.pdf"))
    headings = [words for role, words in reading if role == "heading"]
    assert headings == [
        "DISCUSSION",
        "The origins of the mills",
        "The uses of the mills and of the wheels of the gorge",
    ]


def test_a_note_of_two_lines_is_one_where_its_first_line_is_a_sentence(pdf, shown):
    made = pdf().page().lines(72, 740, BODY).lines(72, 690, OTHER)
    made.page().text(72, 780, "Notes", 14, "F2")
    entries = [
        ("1. Interview with the owner of the upper mill, who asked that he should not be named, on 9 November 2023.",
         "See also the accounts of the Society, which he keeps."),
        ("2. The survey of the mills in the gorge and in the plain below it, which was made by the Society in the",
         "(wet) year 1987, page 12."),
        ("3. Ibid., 14.",),
    ]  # fmt: skip
    y = 750
    for first, *rest in entries:
        made.text(72, y, first).lines(87, y - 12, rest)
        y -= 36
    reading = [words for _, words in shown(read_pdf(made.pdf(), "mills.pdf"))]
    assert [" ".join(lines) for lines in entries] == reading[-3:]


def test_a_letter_in_brackets_within_a_sentence_begins_no_item(pdf, shown):
    lines = [
        "The Society has three officers of whom one has read its statutes: (i) a master of the wheels and the stones;",
        "(ii) a keeper of the accounts who may open the drawer; and (iii) somebody who remembers when the meetings",
        "are held.",
    ]
    made = pdf().page().lines(72, 740, BODY).lines(72, 680, lines)
    assert ("paragraph", " ".join(lines)) in shown(read_pdf(made.pdf(), "mills.pdf"))


def test_figures_a_space_apart_are_two_cells_where_the_rows_below_have_two(pdf, shown):
    made = pdf().page().lines(72, 740, BODY).text(72, 670, "Table 1. Mills and their wheels")
    rows = [("Place", "2022", "2024"), ("Gorge", "12", "9"), ("Plain", "8", "15"), ("Ridge", "4", "31")]
    for at, row in enumerate(rows):
        for left, words in zip((72, 120, 143), row, strict=True):
            made.text(left, 650 - 14 * at, words)
    made.lines(72, 560, OTHER)
    expected = "\n".join("\t".join(row) for row in rows)
    assert ("table", expected) in shown(read_pdf(made.pdf(), "mills.pdf"))
