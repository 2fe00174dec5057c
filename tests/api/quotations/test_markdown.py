"""Quotations as Markdown: whatever stands in a paper or a remark stays words, and what no longer holds says so."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from wells_and_dams import WELLS

from api.quotations.markdown import escaped, markdown, paragraphs
from api.quotations.printing import printed
from api.rows import words

RAN_DRY = "Nobody counted the wells that ran dry in the same year."
PARSERS = (MarkdownIt("commonmark"), MarkdownIt("js-default", {"html": True, "linkify": False}))
SIGNS = "#*_`[]()<>!\\~^|-+=.:;&@$%{}\"'/1a \n"


def inner(line, parser):
    """The words of a block quote's one paragraph, and the types of all else in it."""
    tokens = parser.parse(f"> {line}\n")
    (inline,) = [token for token in tokens if token.type == "inline"]
    kinds = {token.type for token in tokens} | {child.type for child in inline.children}
    known = {
        "blockquote_open",
        "blockquote_close",
        "paragraph_open",
        "paragraph_close",
        "inline",
        "text",
        "text_special",
    }
    return "".join(child.content for child in inline.children), kinds - known


@pytest.mark.parametrize("parser", PARSERS)
@given(text=st.text(SIGNS, min_size=1, max_size=40) | st.text(min_size=1, max_size=40))
def test_any_words_come_back_as_themselves_and_nothing_else(parser, text):
    line = words(text).strip()
    if line:
        assert inner(escaped(text), parser) == (line, set())


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>", "<!-- hidden -->", "[click](javascript:alert(1))", "![x](http://x.org/a.png)",
        "# Heading", "1. first", "(a) second", "- item", "+ item", "> quoted", "---", "===", "```sh", "~~~",
        "| a | b |",
        "&copy;", "\\begin{x}", "[@roe2001, p. 3]", "@roe2001", "$x^2$", "`code`", "<https://x.org>", ": definition",
        "::: warning", "{{< include /etc/hosts >}}", "{% raw %}", "*** x", "___", "%%comment%%", ":smile:",
        "[^1]: note", "[x]: /y", "https://x.org/*a*", "www.x.org",
    ],
)  # fmt: skip
def test_markup_in_a_paper_is_words(text):
    for parser in PARSERS:
        assert inner(escaped(text), parser) == (text, set())


@pytest.mark.parametrize(
    "text", ["Plain words, 5,000 of them.", "A well-known fact (2001).", "R&D", "3 x 4 / 2", "It's “so”; no?"]
)
def test_plain_words_are_left_alone(text):
    assert escaped(text) == text


def test_a_paper_of_several_paragraphs():
    assert paragraphs("One\ntwo\n \n\nthree \n") == ["One\ntwo", "three"]


def test_the_list(library, pick):
    pick(RAN_DRY, remark="Look *here*\n\n# Not a heading", tags=["wells", "a_b"])
    pick("A dam was built at Oak for 3 million dollars", "dams.txt")
    text = markdown(printed(library, library.quotations.list(), "chicago-17"))
    assert text.startswith(f"# Quotations\n\n> {RAN_DRY}\n\n— Ada Cole, *The Wells of Elm* (2012), para. 1. [@cole2012")
    assert "\n\nLook \\*here\\*\n\n\\# Not a heading\n\n*wells, a\\_b*\n\n> A dam was built" in text
    assert text.endswith(
        "## Bibliography\n\nCole, Ada. *The Wells of Elm*. 2012.\n\nZell, Otto. *Dams of the North*. 2015.\n"
    )
    links = re.findall(r"\[link\]\(<(pincite:[^<>\s]+)>\)", text)
    assert [str(library.citing.place(link).citation.quote) for link in links] == [
        each.picked.quote for each in library.quotations.list()
    ]


@pytest.mark.parametrize(
    ("change", "marked"),
    [
        (lambda text: text, None),
        (lambda text: text.replace("The council", "Long ago, in the rain.\n\nThe council"), None),
        (lambda text: text.replace("Nobody counted", "Somebody counted"), "wells.txt has other words there now"),
        (lambda text: text.replace(RAN_DRY, ""), "the words are nowhere in the library now; they were in wells.txt"),
    ],
)
def test_what_no_longer_holds_is_marked(library, pick, rewrite, change, marked):
    pick(RAN_DRY)
    rewrite("wells.txt", change(WELLS))
    text = markdown(printed(library, library.quotations.list()))
    assert RAN_DRY in text
    if marked is None:
        assert "no longer" not in text
    else:
        assert f"> **This quotation no longer holds: {marked}.**\n>\n> {RAN_DRY}" in text


def test_of_a_paper_that_is_gone_its_name_is_cited(library, pick):
    pick(RAN_DRY)
    library.remove("wells.txt")
    (record,) = printed(library, library.quotations.list()).quotations
    assert (record["citation"], record["key"], record["entry"]) == ("wells.txt, para. 1", "cole2012wells", "")
    assert (record["standing"], record["spans"], record["text"]) == ("gone", [], RAN_DRY)
    assert "Bibliography" not in markdown(printed(library, library.quotations.list()))


def test_hostile_metadata_stay_words(library, pick):
    library.metadata.set("wells", title="<img src=x> [a](javascript:b) **Bold** <!-- x", authors="<b>Cole</b>")
    library.metadata.set("wells", URL="https://x.org/a_b?c=d")
    pick(RAN_DRY)
    text = markdown(printed(library, library.quotations.list(), "apa"))
    html = MarkdownIt("commonmark").render(text)
    assert set(re.findall(r"<(\w+)", html)) <= {"h1", "h2", "p", "blockquote", "em", "strong", "a"}
    assert set(re.findall(r'href="([a-z]+):', html)) == {"pincite", "https"}
    assert 'href="https://x.org/a_b?c=d"' in html
