"""A page's words come out in order with the roles its tags state; what nobody is shown does not."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import UnreadableFileError
from corpus.model import MARKER, NOTE_TEXT
from corpus.read.html.reader import read_html

LONG = "The council said that the mains of the lower town lose two fifths of all the water that is put into them. " * 5


def page(body):
    return read_html(f"<!DOCTYPE html><html><head><title>T</title></head><body>{body}</body></html>".encode(), "a.html")


def roles(body):
    reading = page(body)
    return [
        (r.role, r.level, reading.text[slice(*r.span)]) for r in reading.regions if r.role not in (MARKER, NOTE_TEXT)
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h1>Title</h1><h2>Part</h2>", [("title", 0, "Title"), ("heading", 2, "Part")]),
        ("<h1>One</h1><h1>Two</h1>", [("heading", 1, "One"), ("heading", 1, "Two")]),
        ('<h1 class="entry-title">T</h1><h1>One</h1>', [("title", 0, "T"), ("heading", 1, "One")]),
        ('<div role="heading" aria-level="3">Part</div>', [("heading", 3, "Part")]),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", [("list_item", 0, x) for x in "abc"]),
        ("<ol><li><p>a</p><p>b</p></li></ol>", [("list_item", 0, "a"), ("list_item", 0, "b")]),
        ("<dl><dt>a</dt><dd>b</dd></dl>", [("paragraph", 0, "a"), ("list_item", 0, "b")]),
        ("<blockquote><p>a</p></blockquote>", [("block_quote", 0, "a")]),
        ('<p class="MsoQuote">a</p>', [("block_quote", 0, "a")]),
        ("<figure><img alt='x'><figcaption>a</figcaption></figure>", [("caption", 0, "a")]),
        ('<figure><div class="photo-credit">A. Lens</div></figure>', [("photo_credit", 0, "A. Lens")]),
        ('<ul><li role="doc-biblioentry">a</li></ul>', [("reference_entry", 0, "a")]),
        ('<div role="doc-bibliography"><h2>R</h2><p>a</p></div>', [("heading", 2, "R"), ("reference_entry", 0, "a")]),
        ('<div class="csl-entry">a</div>', [("reference_entry", 0, "a")]),
        ("<div>a<p>b</p>c</div>", [("paragraph", 0, x) for x in "abc"]),
        ("a<br>b<br><br>c", [("paragraph", 0, "a b"), ("paragraph", 0, "c")]),
        ("<h2>a<br><br>b</h2>", [("heading", 2, "a b")]),
        ("<pre>a\nb\n\nc</pre>", [("paragraph", 0, "a b"), ("paragraph", 0, "c")]),
        ("<p>a<hr>b", [("paragraph", 0, "a"), ("paragraph", 0, "b")]),
        ("<details><summary>a</summary><p>b</p></details>", [("paragraph", 0, "a"), ("paragraph", 0, "b")]),
        ('<b style="display:block">a</b><b style="display: block">b</b>', [("paragraph", 0, x) for x in "ab"]),
    ],
)  # fmt: skip
def test_tags_are_roles(body, expected):
    assert roles(body) == expected


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>a <b>b</b><i>c</i>\n <a href='x'>d</a></p>", "a bc d"),
        ("<p>km<sup>2</sup>, 10<sup>-6</sup>, CO<sub>2</sub>, 19<sup>th</sup></p>", "km², 10⁻⁶, CO2, 19th"),
        ("<p>Text.<sup>1,2</sup> More.<sup>3</sup></p>", "Text.¹,² More.³"),
        ("<p>He said <q>no</q>.</p>", "He said “no”."),
        ("<p>a&amp;b &lt; &eacute; &#8364; 12&nbsp;000</p>", "a&b < é € 12\u00a0000"),
        ("<p>super<wbr>cali&shy;fragile</p>", "supercalifragile"),
        ("<p>a <del>b</del><ins>c</ins></p>", "a c"),
        ("<p>a<!-- b --><script>c</script><style>d</style><template>e</template><noscript>f</noscript>g</p>", "ag"),
        ("<p>a<span hidden>b</span><span style='display:none'>c</span><span class='sr-only'>d</span>e</p>", "ae"),
        ("<p>a<span aria-hidden='true'>b</span>c</p>", "ac"),
        ("<p>a<button>b</button><input value='c'><select><option>d</select>e</p>", "ae"),
        ("<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>", "漢"),
        (
            (
                "<p>x = <math><mi>a</mi><mo>+</mo><mi>b</mi><msup><mi>c</mi><mn>2</mn></msup>"
                "<annotation>a+b</annotation></math></p>"
            ),
            "x = a+bc²",
        ),
        ("<p>שלום e\u0301 \u202babc\u202c</p>", "שלום e\u0301 \u202babc\u202c"),
        ("<p>a<svg><text>b</text></svg>c</p>", "ac"),
        ("<h2>Part<a class='headerlink' href='#part'>¶</a></h2>", "Part"),
        ("<p><span style='mso-list:Ignore'>1.&nbsp;</span>a</p>", "a"),
        ("<p>a\x00b</p>" + "<p>word</p>" * 200, "ab"),
    ],
)
def test_what_a_browser_shows_is_the_text(body, text):
    assert page(body).text.split("\n\n")[0] == text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<table><tr><th>a<th colspan=2>b</tr><tr><td>c</td><td>d</td><td>e</td></tr></table>", "a\tb\t\nc\td\te"),
        ("<table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a\tb\n\tc"),
        ("<table><thead><tr><th>a<th>b</thead><tbody><tr><td><p>c</p><p>d</p><td>e</tbody></table>", "a\tb\nc d\te"),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td><table><tr><td>x</td><td>y</td></tr></table></td><td>z</td></tr></table>",
         "a\tb\nx y\tz"),
        ("<table><tr><td>12<sup>a</sup></td><td>b</td></tr></table>", "12ᵃ\tb"),
    ],
)  # fmt: skip
def test_tables_are_a_line_a_row(body, text):
    assert roles(body) == [("table", 0, text)]


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><td>a</td></tr></table>",
        "<table role=presentation><tr><td>a</td><td>b</td></tr></table>",
        f"<table><tr><td>menu</td><td><p>{LONG}</p><p>b</p></td></tr></table>",
    ],
)
def test_a_table_that_places_text_is_none(body):
    assert {role for role, _, _ in roles(body)} == {"paragraph"}


def test_a_caption_comes_before_its_table():
    body = "<table><caption>Table 1. Loss</caption><tr><td>a</td><td>b</td></tr></table>"
    assert roles(body) == [("caption", 0, "Table 1. Loss"), ("table", 0, "a\tb")]


PAPER = f"<h1>Water</h1><p>{LONG}</p><p>{LONG}</p>"


@pytest.mark.parametrize(
    ("body", "role"),
    [
        (f"<nav><a href=x>Odd</a></nav><main>{PAPER}</main>", None),
        (f"<div class='cookie-banner'>Odd</div>{PAPER}", None),
        (f"<div class='social-share-links'>Odd</div>{PAPER}", None),
        (f"<ul class='breadcrumb'><li>Odd</ul>{PAPER}", None),
        (f"<form><label>Odd</label><input></form>{PAPER}", None),
        (f"{PAPER}<div role=search>Odd</div>", None),
        (f"<header>Odd</header>{PAPER}", "furniture"),
        (f"<div title='header'><p>Odd</p></div>{PAPER}", "running_head"),
        (f"{PAPER}<div title='footer'><p>Odd <sdfield type=PAGE>3</sdfield></p></div>", "page_number"),
        (f"{PAPER}<div title='footer notes'><p>Odd</p></div>", "paragraph"),
        (f"{PAPER}<footer>Odd</footer>", "furniture"),
        (f"<article>{PAPER}<footer>Odd</footer></article>", "boilerplate"),
        (f"{PAPER}<div class='related-posts'>Odd</div>", "boilerplate"),
        (f"{PAPER}<aside class='newsletter-signup'>Odd</aside>", "boilerplate"),
        (f"<main>{PAPER}</main><div>Odd</div>", "boilerplate"),
        (f"<main>{PAPER}<div id='comments'>Odd</div></main>", "boilerplate"),
        (f"{PAPER}<ul><li><a href='#a'>A</a><li><a href='#b'>B</a><li><a href='#c'>Odd</a></ul>", "furniture"),
        (f"<main><header>{PAPER}<p>Odd</p></header></main>", "paragraph"),
        (f"<header>{PAPER}<p>Odd</p></header>", "paragraph"),
        (f"<main>{PAPER}<aside><p>Odd</p></aside></main>", "paragraph"),
        (f"<main>{PAPER}</main><section class='references'><p>Odd</p></section>", "paragraph"),
        (f"<form>{PAPER}<p>Odd</p></form>", "paragraph"),
        (f"<main><p>Odd</p></main><div>{PAPER}{PAPER}</div>", "paragraph"),
        (f"{PAPER}<div class='market-share'><p>Odd</p></div>", "paragraph"),
        (f"<div class='sidebar'>{PAPER}<p>Odd</p></div>", "paragraph"),
        (f"<nav>{PAPER}<p>Odd</p></nav>", "paragraph"),
        (f"{PAPER}<div hidden='until-found'>Odd</div>", "paragraph"),
        (f"<div aria-hidden=true>{PAPER}<p>Odd</p></div>", "paragraph"),
    ],
)
def test_furniture_is_told_from_the_paper(body, role):
    found = {words.strip(): kind for kind, _, words in roles(body)}
    assert found.get("Odd") == role
    assert found[LONG.strip()] == "paragraph"


def test_printed_pages_get_the_numbers_that_are_stated():
    reading = page(
        '<p>One <span role="doc-pagebreak" id="p4" aria-label="4"></span>two and thr<span epub:type="pagebreak" '
        'title="Page v"></span>ee four.</p><span role="doc-pagebreak" title="6"></span><p>Five.</p>'
    )
    assert [(p.label, reading.text[slice(*p.span)].strip()) for p in reading.pages] == [
        (None, "One"), ("4", "two and three"), ("v", "four."), ("6", "Five."),
    ]  # fmt: skip
    assert [(p.span.start, p.span.end) for p in reading.pages][-1][1] == len(reading.text)


def test_a_page_without_breaks_has_no_pages():
    assert page("<p>One.</p>").pages == ()


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ('<meta charset="utf-8"><p>Größe</p>'.encode(), "Größe", "utf-8"),
        ("<p>Größe</p>".encode(), "Größe", "utf-8"),
        ("\ufeff<p>Größe</p>".encode(), "Größe", "utf-8"),
        ("<p>Größe</p>".encode("utf-16"), "Größe", "utf-16"),
        ('<meta charset="iso-8859-1"><p>“Größe”</p>'.encode("cp1252"), "“Größe”", "cp1252"),
        ('<meta charset="iso-8859-1"><p>Größe</p>'.encode(), "Größe", "utf-8"),
        ('<meta content="text/html; charset=koi8-r"><p>Вода</p>'.encode("koi8-r"), "Вода", "koi8-r"),
        ('<meta charset="hex"><p>Größe</p>'.encode(), "Größe", "utf-8"),
    ],
)  # fmt: skip
def test_the_encoding_is_the_one_that_holds(data, text, encoding):
    reading = read_html(data, "a.html")
    assert (reading.text, reading.encoding) == (text + "\n\n", encoding)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7", "is a PDF"),
        (b"PK\x03\x04<meta charset=utf-8>", "ZIP"),
        (b"<p>\x00\x01\x02\x03" * 50, "binary"),
        (b"<p></p><script>x</script>", "holds no words"),
        (b"<div>" * 100_000 + b"x", "nested deeper"),
        (b"<p " + b" ".join(b"a%d=1" % n for n in range(50_000)) + b">x", "more attributes"),
        (b"<p>x" * 1_100_000, "more tags"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(data, why):
    with pytest.raises(UnreadableFileError, match=why) as caught:
        read_html(data, "page.html")
    assert str(caught.value).startswith("page.html ")
    assert "\n" not in str(caught.value)


def test_xhtml_may_close_an_element_in_its_own_tag():
    page = (
        b'<?xml version="1.0"?><html><head><title/><script src="x.js"/></head><body><p>One <a id="x"/>two<br/>three</p>'
    )
    assert read_html(page + b"</body></html>", "a.xhtml").text == "One two three\n\n"


def test_a_thousand_levels_are_read_and_a_very_long_line_is_fast():
    assert page("<div>" * 1000 + "deep" + "</div>" * 1000).text == "deep\n\n"
    began = time.monotonic()
    assert len(page("<p>" + "a word " * 3_000_000).text) == 21_000_001
    assert time.monotonic() - began < 10


@given(st.text(st.sampled_from("<>/=\"' abp1#[]\n"), max_size=200))
def test_any_tag_soup_gives_spans_of_its_text(soup):
    try:
        reading = read_html(b"<p>x</p>" + soup.encode(), "a.html")
    except UnreadableFileError:
        return
    assert all(region.span.end <= len(reading.text) for region in reading.regions)
    assert reading.text.startswith("x")


@given(
    st.lists(
        st.sampled_from(["p", "div", "li", "h2", "blockquote", "span", "b", "td", "section"]), min_size=1, max_size=12
    )
)
def test_no_word_is_lost_in_any_nesting(tags):
    body = "".join(f"<{tag}>w{n} " for n, tag in enumerate(tags)) + "".join(f"</{tag}>" for tag in reversed(tags))
    assert page(f"<table><tr><td>{body}</td></tr></table>").text.split() == [f"w{n}" for n in range(len(tags))]
