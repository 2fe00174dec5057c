"""What a page states in tags meant for it is its metadata; nothing else is."""

import pytest

from corpus.read.html.reader import read_html


def metadata(head, body="<p>Words.</p>", attributes=""):
    return read_html(f"<html {attributes}><head>{head}</head><body>{body}</body></html>".encode(), "a.html").metadata


def meta(name, content, key="name"):
    return f'<meta {key}="{name}" content="{content}">'


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        (meta("citation_title", "Water for All"), "title", "Water for All"),
        (meta("DC.Title", "Water for All"), "title", "Water for All"),
        (meta("og:title", "Water for All | The Institute", "property"), "title", "Water for All"),
        (meta("og:title", "Water - a Right", "property"), "title", "Water"),
        (meta("citation_author", "Ward, Ann") + meta("citation_author", "Bo Hill"), "authors", ("Ann Ward", "Bo Hill")),
        (meta("author", "Ann Ward and Bo Hill"), "authors", ("Ann Ward", "Bo Hill")),
        (meta("DC.creator", "Ann Ward; Bo Hill"), "authors", ("Ann Ward", "Bo Hill")),
        (meta("author", "https://example.org/ann"), "authors", ()),
        (meta("article:published_time", "2019-05-03T10:00:00Z", "property"), "date", "2019-05-03"),
        (meta("citation_publication_date", "2019/5"), "date", "2019-05"),
        (meta("DC.date", "2019"), "date", "2019"),
        (meta("date", "soon"), "date", None),
        (meta("citation_publisher", "The Institute"), "institution", "The Institute"),
        (meta("og:site_name", "A site", "property"), "institution", None),
        (meta("citation_language", "es_CO"), "language", "es-CO"),
        ("<title>A window</title>", "title", None),
    ],
)  # fmt: skip
def test_tags_are_metadata(head, field, value):
    assert getattr(metadata(head), field) == value


def test_a_heading_is_preferred_to_tags_for_sharing():
    assert metadata(meta("og:title", "Share me!", "property"), "<h1>Water</h1>").title is None
    assert metadata(meta("citation_title", "Water"), "<h1>Water</h1>").title == "Water"


@pytest.mark.parametrize(
    ("attributes", "language"),
    [('lang="en-gb"', "en-GB"), ('lang="zh-hant"', "zh-Hant"), ("", None), ('lang=""', None)],
)
def test_the_language_is_that_of_the_page(attributes, language):
    assert metadata("", attributes=attributes).language == language


ARTICLE = (
    '<script type="application/ld+json">'
    '{"@graph": [{"@type": "WebSite", "name": "No"}, {"@type": ["Article"], "headline": '
    '"Water", "author": [{"name": "Ann Ward"}, "Bo Hill"], "datePublished": "2019-05-03T00:00", "publishe'
    'r": {"name": "Inst"},'
    ' "inLanguage": "fr"}]}</script>'
)


def test_an_article_described_for_machines_is_metadata():
    stated = metadata(ARTICLE)
    assert (stated.title, stated.authors, stated.date) == ("Water", ("Ann Ward", "Bo Hill"), "2019-05-03")
    assert (stated.institution, stated.language) == ("Inst", "fr")


@pytest.mark.parametrize("words", ["{", "[" * 100_000, '{"@type": "Person", "name": "x"}', '[1, "a", null]', ""])
def test_other_data_is_none(words):
    stated = metadata(f'<script type="application/ld+json">{words}</script>')
    assert (stated.title, stated.authors, stated.date) == (None, (), None)
