"""The parts of printing a reference: cases, pages, dates, names, seams, marks. Expected values are written by hand."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import BadQueryError
from nlp.csl import output
from nlp.csl.cases import cased
from nlp.csl.citing import Cite, References
from nlp.csl.marks import MARK, TERM, clean, wrapped
from nlp.csl.numbers import is_many, is_numeric, numbered, pages
from nlp.csl.seams import affixed, joined, together
from nlp.csl.style import SHORT, Style

ENGLISH = Style.named("chicago").locale


@pytest.mark.parametrize(
    ("case", "before", "after"),
    [
        ("title", "the price of a well: who pays?", "The Price of a Well: Who Pays?"),
        ("title", "life after the flood", "Life After the Flood"),
        ("title", "what the NGO did in iOS time", "What the NGO Did in iOS Time"),
        ("title", "state-of-the-art long-term plans", "State-of-the-Art Long-Term Plans"),
        ("title", "mill owners v. board", "Mill Owners v. Board"),
        ("title", "a river to look up to", "A River to Look up To"),
        ("title", clean('the <span class="nocase">eel of oslo</span> today'), None),
        ("capitalize-first", "forthcoming", "Forthcoming"),
        ("capitalize-first", "iPhone", "iPhone"),
        ("uppercase", "ha", "HA"),
        ("lowercase", "Ed.", "ed."),
        (None, "as it Is", "as it Is"),
    ],
)
def test_cases(case, before, after):
    got = output.plain(cased(before, case, english=True))
    assert got == (after or "The eel of oslo Today")


def test_titles_in_other_languages_keep_their_case():
    assert cased("la culture de la coca", "title", english=False) == "la culture de la coca"


@pytest.mark.parametrize(
    ("how", "before", "after"),
    [
        # Chicago Manual of Style, 17th ed., 9.61 (its rules, our numbers)
        ("chicago-16", "3-10", "3–10"),
        ("chicago-16", "96-117", "96–117"),
        ("chicago-16", "100-104", "100–104"),
        ("chicago-16", "600-613", "600–613"),
        ("chicago-16", "107-108", "107–8"),
        ("chicago-16", "505-517", "505–17"),
        ("chicago-16", "1002-1006", "1002–6"),
        ("chicago-16", "321-325", "321–25"),
        ("chicago-16", "415-532", "415–532"),
        ("chicago-16", "1103-29", "1103–29"),
        ("expanded", "310-18", "310–318"),
        ("minimal", "42-45", "42–5"),
        ("minimal", "321-328", "321–8"),
        ("minimal-two", "321-328", "321–28"),
        ("minimal-two", "1-30", "1–30"),
        ("expanded", "A4", "A4"),
        ("expanded", "xii-xiv", "xii–xiv"),
        ("expanded", "12, 15-17", "12, 15–17"),
        (None, "12-15", "12–15"),
        ("expanded", "COM-3", "COM-3"),
    ],
)
def test_ranges_of_pages(how, before, after):
    assert pages(before, how, "–") == after


@pytest.mark.parametrize(
    ("value", "numeric", "many"),
    [("12", True, False), ("12-15", True, True), ("3.1", True, False), ("2, 4 & 6", True, True), ("late", False, False),
     ("3(b)", False, False), ("12a", True, False), ("xii", False, False)],
)  # fmt: skip
def test_what_is_a_number(value, numeric, many):
    assert (is_numeric(value), is_many(value)) == (numeric, many)


@pytest.mark.parametrize(
    ("value", "form", "words"),
    [("1", "ordinal", "1st"), ("2", "ordinal", "2nd"), ("3", "ordinal", "3rd"), ("4", "ordinal", "4th"),
     ("11", "ordinal", "11th"), ("12", "ordinal", "12th"), ("13", "ordinal", "13th"), ("21", "ordinal", "21st"),
     ("112", "ordinal", "112th"), ("2", "long-ordinal", "second"), ("14", "roman", "xiv"), ("late", "ordinal", "late")],
)  # fmt: skip
def test_forms_of_numbers(value, form, words):
    assert numbered(value, form, ENGLISH, "edition") == words


@pytest.mark.parametrize(
    ("left", "right", "both"),
    [("Who pays?", ".", "Who pays?"), ("Ltd.", ". Next", "Ltd. Next"), ("a,", ", b", "a, b"),
     ("Why!", ". So", "Why! So"),
     ("Who?", ", he", "Who?, he"), ("a ", " b", "a b"), ("a", "b", "ab"), ("", ".", "."), ("a:", "?", "a?")],
)  # fmt: skip
def test_marks_that_meet(left, right, both):
    assert joined(left, right) == both


def test_nothing_gets_no_affixes_and_no_delimiter():
    assert affixed("(", "", ")") == ""
    assert together(["a", "", "b"], ", ") == "a, b"


@pytest.mark.parametrize(
    ("typed", "plain", "page"),
    [
        ('The "price" of rain', "The “price” of rain", "The “price” of rain"),
        ("It's <i>Eel</i> & co", "It’s Eel & co", "It’s <i>Eel</i> &amp; co"),
        ("<script>x</script>", "<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
        ("CO<sub>2</sub>", "CO2", "CO<sub>2</sub>"),
    ],
)
def test_values_from_outside(typed, plain, page):
    done = output.finished(clean(typed), ENGLISH.quotes)
    assert (output.plain(done), output.to_html(done)) == (plain, page)


def test_quotation_marks_by_depth_and_language():
    text = wrapped(f"On {wrapped('rain', 'q')}", "q") + "."
    assert output.finished(text, ENGLISH.quotes) == "“On ‘rain.’”"
    british = Style.named("oscola").locale.quotes
    assert output.finished(text, british) == "‘On “rain”’."


def test_italics_in_italics_stand_upright_and_markdown_is_escaped():
    done = output.finished(wrapped(f"On {wrapped('Eels', 'i')} now", "i") + " *a_b*", ENGLISH.quotes)
    assert output.to_html(done) == "<i>On </i>Eels<i> now</i> *a_b*"
    assert output.markdown(done) == r"*On* Eels *now* \*a\_b\*".replace("*On* ", "*On *").replace(" *now*", "* now*")


WORDS = st.text(string.printable + "éßÑ中“”’‘–…\u202e\ue105", max_size=40)
NAME = st.fixed_dictionaries({}, optional=dict.fromkeys(("family", "given", "suffix", "literal"), WORDS))
ITEM = st.fixed_dictionaries(
    {"type": st.sampled_from(["report", "book", "article-journal", "legal_case", "webpage", "nonsense"])},
    optional={
        **dict.fromkeys(("title", "publisher", "volume", "page", "URL", "edition", "number", "language"), WORDS),
        "author": st.lists(NAME, max_size=4),
        "editor": st.lists(NAME, max_size=4),
        "issued": st.one_of(
            st.fixed_dictionaries({"date-parts": st.lists(st.lists(st.integers(-50, 2100), max_size=4), max_size=3)}),
            st.fixed_dictionaries({"literal": WORDS}),
            WORDS,
        ),
    },
)


@given(st.lists(ITEM, min_size=1, max_size=3), st.sampled_from(sorted(set(SHORT))), WORDS)
def test_whatever_a_reference_says_it_is_printed_and_no_mark_is_left(items, style, locator):
    named = [{**item, "id": f"i{number}"} for number, item in enumerate(items)]
    references = References(Style.named(style), named)
    cited = references.citations([[Cite("i0", locator)], [Cite("i0", locator)], [Cite(i["id"]) for i in named]])
    for text in [*cited, *(entry.text for entry in references.bibliography())]:
        for write in (output.plain, output.markdown, output.to_html):
            assert not MARK.search(write(text))
            assert TERM not in write(text)
        assert "<script" not in output.to_html(text)


def test_two_works_of_one_author_and_year_are_told_apart():
    items = [
        {
            "id": "b",
            "type": "report",
            "title": "Wells",
            "author": [{"family": "Roe"}],
            "issued": {"date-parts": [[2019]]},
        },
        {
            "id": "a",
            "type": "report",
            "title": "Dams",
            "author": [{"family": "Roe"}],
            "issued": {"date-parts": [[2019]]},
        },
    ]
    cited = References(Style.named("apa"), items).citations([[Cite("a")], [Cite("b")], [Cite("a", "4"), Cite("b")]])
    assert cited[:2] == ["(Roe, 2019a)", "(Roe, 2019b)"]


def test_ibid_follows_only_a_note_with_one_source():
    items = [{"id": key, "type": "book", "title": key, "author": [{"family": key}]} for key in ("Ash", "Elm")]
    notes = [[Cite("Ash", "1")], [Cite("Ash", "1")], [Cite("Ash", "2")], [Cite("Ash", "3"), Cite("Elm")], [Cite("Elm")],
             [Cite("Elm")], [Cite("Ash", "3")]]  # fmt: skip
    cited = References(Style.named("oscola"), items).citations(notes)
    assert [text.startswith("Ibid") for text in cited] == [False, True, True, True, False, True, False]
    assert cited[1:3] == ["Ibid.", "Ibid 2."]
    assert "(n 1)" in cited[6]


@pytest.mark.parametrize("name", ["../apa", "apa/../../x", "", ".", "no-such-style", "C:\\x"])
def test_styles_are_not_looked_for_elsewhere(name):
    with pytest.raises(Exception, match="no style"):
        Style.named(name)


def test_a_style_that_only_points_to_another_is_that_one():
    assert Style.named("nature-climate-change").name == "nature"


@pytest.mark.parametrize(
    "text",
    ["", "<style/>", "<a", "<!DOCTYPE x [<!ENTITY a 'b'>]><style>&a;</style>", '<style xmlns="x"><citation/></style>'],
)
def test_a_file_that_is_no_style(tmp_path, text):
    (tmp_path / "own.csl").write_text(text)
    with pytest.raises(Exception, match="no CSL style"):
        Style.read(tmp_path / "own.csl")


@pytest.mark.parametrize(
    "macros",
    [
        '<macro name="a"><text macro="a"/></macro>',
        "".join(
            f'<macro name="{one}"><text macro="{other}"/><text macro="{other}"/></macro>'
            for one, other in zip("abcdefghijklmnopq", "bcdefghijklmnopqr", strict=True)
        ),
    ],
)
def test_a_style_whose_macros_call_each_other_without_end(tmp_path, macros):
    frame = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="note">{}<citation><layout>{}</layout></citation></style>'
    )
    (tmp_path / "own.csl").write_text(frame.format(macros, '<text macro="a"/>'))
    with pytest.raises(BadQueryError, match="without end"):
        References(Style.read(tmp_path / "own.csl"), [{"id": "x", "type": "book"}]).citations([[Cite("x")]])


@pytest.mark.parametrize("name", ["xx-YY", "", "../en-US", "english"])
def test_a_language_that_nobody_knows(name):
    with pytest.raises(BadQueryError, match="no locale"):
        Style.named("apa").locale_for(name)


def test_a_language_without_its_country():
    assert Style.named("apa").locale_for("de").term("and") == "und"


def test_styles_say_their_licence():
    assert "creativecommons.org/licenses/by-sa/3.0" in Style.named("apa").rights
