"""A page's tree -> what its tags for the purpose state: title, authors, date, publisher, language, series."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from corpus.model import Metadata
from corpus.read.html.tree import DATA, Element, text_of

TITLE = ("citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title")
AUTHOR = ("citation_author", "dc.creator", "dcterms.creator", "author", "article:author", "parsely-author")
DATE = (
    "citation_publication_date", "citation_date", "citation_online_date", "dc.date", "dcterms.date", "dc.date.issued",
    "dcterms.issued", "article:published_time", "datepublished", "date", "pubdate", "parsely-pub-date",
)  # fmt: skip
INSTITUTION = (
    "citation_technical_report_institution", "citation_publisher", "citation_dissertation_institution",
    "dc.publisher", "dcterms.publisher",
)  # fmt: skip
LANGUAGE = ("citation_language", "dc.language", "dcterms.language", "lang")
ARTICLES = frozenset(
    "Article NewsArticle ScholarlyArticle TechArticle BlogPosting Report AnalysisNewsArticle OpinionNewsArticle"
    " PublicationIssue CreativeWork Book".split()
)
ISO = re.compile(
    r"(?P<year>(?:1[5-9]|20)\d\d)(?:[-/](?P<month>0?[1-9]|1[0-2])(?:[-/](?P<day>0?[1-9]|[12]\d|3[01]))?)?(?![\d/-])"
)
LANGUAGE_TAG = re.compile(r"(?P<language>[A-Za-z]{2,3})(?:[-_](?P<rest>[A-Za-z]{4}|[A-Za-z]{2}|\d{3}))?(?![A-Za-z])")
LONGEST_DATA = 1_000_000
DEEPEST_DATA = 6
LONGEST_NAME = 120
SITE_SUFFIX = re.compile(r"\s+[|–—·•-]\s+[^|–—·•]{2,60}\Z")
"""A title with the site's name behind it, as in a window's title."""


def page_metadata(root: Element) -> Metadata:
    """What the page states. A heading is what readers take for the title: a bare one in tags for sharing is not taken.

    Dates are given as far as stated: "2019", "2019-05", "2019-05-03".
    """
    stated: dict[str, list[str]] = {}
    articles: list[dict[str, Any]] = []
    headings = 0
    for element in _elements(root):
        if element.tag == "meta":
            key = (element.get("name") or element.get("property") or element.get("itemprop")).lower()
            words = " ".join(element.get("content").split())
            if key and words:
                stated.setdefault(key, []).append(words)
        elif element.tag == "script" and element.get("type").lower() == DATA:
            articles += _articles(text_of(element))
        headings += element.tag == "h1"
        if element.tag in {"html", "body"} and (element.get("lang") or element.get("xml:lang")):
            stated.setdefault("lang", []).append(element.get("lang") or element.get("xml:lang"))
    article = articles[0] if articles else {}
    return Metadata(
        title=_title(stated, article, headings),
        authors=_authors(stated, article),
        date=_first_date([*_all(stated, DATE), _word(article.get("datePublished"))]),
        institution=_first(stated, INSTITUTION) or _name(article.get("publisher")) or None,
        language=language_tag(_first(stated, LANGUAGE) or _word(article.get("inLanguage"))),
        series=_series(stated),
    )


def _elements(root: Element) -> Iterator[Element]:
    stack = [root]
    while stack:
        element = stack.pop()
        yield element
        stack.extend(child for child in reversed(element.children) if isinstance(child, Element))


def _title(stated: dict[str, list[str]], article: dict[str, Any], headings: int) -> str | None:
    """Titles for citation as they are; those for sharing only where the page has no heading, and without the site."""
    exact = _first(stated, TITLE[:3]) or _word(article.get("headline"))
    if exact or headings:
        return exact or None
    shared = _first(stated, TITLE[3:])
    return SITE_SUFFIX.sub("", shared) or None if shared else None


def _authors(stated: dict[str, list[str]], article: dict[str, Any]) -> tuple[str, ...]:
    """All authors of the first kind of tag that names any; "Surname, Name" is turned round."""
    for key in AUTHOR:
        names = [name for words in stated.get(key, ()) for name in _names(words, single=key.startswith("citation"))]
        if names:
            return tuple(dict.fromkeys(names))
    listed = article.get("author")
    people = listed if isinstance(listed, list) else [listed]
    return tuple(dict.fromkeys(name for person in people if (name := _name(person))))


def _names(words: str, *, single: bool) -> list[str]:
    if "://" in words or len(words) > LONGEST_NAME * 3 or "@" in words:
        return []
    parts = [part.strip() for part in re.split(r"\s*;\s*|\s+(?:and|&)\s+", words)]
    names: list[str] = []
    for part in parts:
        pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
        turned = len(pieces) == 2 and (single or " " not in pieces[0])  # "Smith, Ann"
        names += [f"{pieces[1]} {pieces[0]}"] if turned else pieces if len(pieces) > 1 and not single else [part]
    return [name for name in names if name and len(name) <= LONGEST_NAME]


def _first_date(values: list[str]) -> str | None:
    return next((date for value in values if (date := iso_date(value))), None)


def iso_date(words: str) -> str | None:
    """A date in ISO 8601 as far as it is stated at the start of `words`; None for other forms.

    >>> iso_date("2019/5/3"), iso_date("2019-05-03T10:00:00Z"), iso_date("3 May 2019")
    ('2019-05-03', '2019-05-03', None)
    """
    found = ISO.match(words.strip())
    if found is None:
        return None
    return "-".join(part.zfill(2) for part in found.groups() if part)


def language_tag(words: str | None) -> str | None:
    """A language as BCP 47 writes it: "en", "pt-BR"; None for anything else."""
    found = LANGUAGE_TAG.match((words or "").strip())
    if found is None:
        return None
    rest = found["rest"] or ""
    part = rest.title() if len(rest) == 4 else rest.upper()  # a script, "Latn"
    return f"{found['language'].lower()}-{part}" if part else found["language"].lower()


def _series(stated: dict[str, list[str]]) -> str | None:
    name = _first(stated, ("citation_series_title", "citation_technical_report_series"))
    number = _first(stated, ("citation_technical_report_number",))
    return f"{name} No. {number}" if name and number else name


def _articles(words: str) -> Iterator[dict[str, Any]]:
    """The articles that a block of JSON-LD describes."""
    if len(words) > LONGEST_DATA:
        return
    try:
        data = json.loads(words)
    except (ValueError, RecursionError):
        return  # data for search engines; a page with a slip in it is a page all the same
    level: list[Any] = [data]
    for _ in range(DEEPEST_DATA):
        level = [item for each in level for item in (each if isinstance(each, list) else [each])]
        for each in level:
            kinds = each.get("@type") if isinstance(each, dict) else None
            if ARTICLES.intersection(kinds if isinstance(kinds, list) else [str(kinds)]):
                yield each
        level = [each["@graph"] for each in level if isinstance(each, dict) and "@graph" in each]


def _all(stated: dict[str, list[str]], keys: tuple[str, ...]) -> list[str]:
    return [words for key in keys for words in stated.get(key, ())]


def _first(stated: dict[str, list[str]], keys: tuple[str, ...]) -> str | None:
    return next(iter(_all(stated, keys)), None)


def _name(value: object) -> str:
    """The name of a person or body in JSON-LD."""
    if isinstance(value, list):
        value = value[0] if value else None
    named = value.get("name") if isinstance(value, dict) else value
    words = _word(named)
    return words if "://" not in words and len(words) <= LONGEST_NAME else ""


def _word(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
