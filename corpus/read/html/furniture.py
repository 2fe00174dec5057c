"""A page's tree -> what of it is not the paper: dropped where that is sure, else kept under a role of its own.

Nothing that might be body text or holds a note is dropped: only navigation, controls and what nobody is shown. The
rest of a site's dress (headers, footers, related articles, sign-up boxes) stays in the text as furniture or
boilerplate, so that a wrong guess costs a passage its kind and never its words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.model import BlockKind
from corpus.read.html.links import is_inline, is_stated_note, roles
from corpus.read.html.tree import EMPTIED, Element, Tree, text_of

NO_TEXT = EMPTIED | frozenset(
    "head title meta link input select option optgroup textarea datalist progress map rp rt dialog"
    " annotation-xml".split()
)
SURE = re.compile(
    r"""cookies?([-_].*)? | .*[-_]cookie[-_](?:banner|notice|consent|bar) | gdpr.* | (?:cookie)?consent[-_].*
      | breadcrumbs?([-_].*)? | (?:.*[-_])?(?:social|share|sharing|addtoany|addthis|sharedaddy)
        (?:[-_](?:links?|buttons?|bar|icons?|tools?|list|block|wrapper|container|media|menu|this|on))+
      | share | sharedaddy | addtoany.* | skip[-_]?(?:links?|to[-_].*|nav.*)
      | (?:.*[-_])?(?:nav|navbar|navigation|menu|navbox)
        (?:[-_](?:bar|links?|list|items?|wrapper|container|main|primary))*
      | pagination | pager | post[-_]navigation | search[-_]?(?:form|box|bar) | mw-editsection | catlinks
      | printfooter | (?:ListLabel|Bullet_20_Symbols|Numbering_20_Symbols).*""",
    re.VERBOSE | re.IGNORECASE,
)
"""Class names and ids of what is no part of any paper."""
SKIPS = re.compile(r"skip[-_]?(?:link|to[-_].*|nav.*)|.*[-_]skip[-_]link", re.IGNORECASE)
UNLIKELY = re.compile(
    r"""(?:.*[-_])?related(?:[-_](?:posts?|articles?|content|stories|reading|publications|news|links|items))?
      | recommend(?:ed|ations)([-_].*)? | newsletter.* | subscri(?:be|ption)([-_].*)? | sign[-_]?up([-_].*)?
      | (?:promo|advert|advertisement|ads?|sponsored?)([-_].*)? | (?:.*[-_])?sidebar([-_]\w+)? | widget(?:[-_]area)?
      | comments?(?:[-_](?:area|list|section|respond|form))? | respond | author[-_](?:bio|box|info)
      | about[-_](?:the[-_])?author
      | disclaimer | copyright | colophon | (?:site|page|global|main)[-_](?:header|footer) | footer | masthead
      | (?:.*[-_])?(?:banner|modal|popup|overlay) | (?:post|entry|article)?[-_]?tags | tag[-_](?:list|cloud|links)
      | read[-_](?:next|also) | more[-_](?:from|stories|on|like)([-_].*)? | also[-_](?:read|like)([-_].*)?
      | donat(?:e|ion)([-_].*)? | cta | call[-_]to[-_]action | printfooter""",
    re.VERBOSE | re.IGNORECASE,
)
CONTENT = re.compile(
    r"(?:main|article|entry|post|page|story|field)?[-_]?(?:content|body|text)|(?:article|post|story|page)|mw-parser-output",
    re.IGNORECASE,
)
TITLE_NAMES = re.compile(r"(?:(?:page|entry|post|article|document|report)[-_])?title|headline|MsoTitle", re.IGNORECASE)
KEPT_NAMES = re.compile(r"references?|bibliograph|works-?cited|sources|literatur", re.IGNORECASE)
SURE_ROLES = frozenset("navigation search menu menubar toolbar doc-toc toc tablist".split())
UNLIKELY_ROLES = frozenset("dialog alertdialog alert complementary contentinfo banner".split())
UNSEEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-list\s*:\s*ignore", re.IGNORECASE
)
FOR_SCREEN_READERS = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screenreader element-invisible".split()
)
NEVER = frozenset("html body main article table tbody tr td th li p".split())
"""Tags whose class says nothing of their words: themes hang all sorts of names on them."""
SECTIONS = frozenset("article main blockquote section figure".split())
"""A header or footer in one of these is that one's own."""
SHORT = 400
"""Characters outside links up to which navigation is dropped and a form is only a form."""
SHORT_HIDDEN = 300
MOST_NAMES = 20
LONGEST_NAME = 60
"""Names beyond these are made by programs and say nothing."""
LONGEST_TITLE = 400
NUMBER_ALONE = re.compile(
    r"\W*(?:\w{1,6}\W\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|\w{1,3})\s*\d{1,4})?\W*", re.IGNORECASE
)
"""What a footer says that holds nothing but the page's number: "3", "- iv -", "Page 3 of 12"."""
FIRST_PARAGRAPHS = 10
LEAST_MAIN = 0.4
"""Share of a page's words outside links that its main part must have to be believed."""
MOST_UNLIKELY = 0.3
"""Share of those words beyond which a name like "sidebar" is not believed."""
ENOUGH = 200
"""Elements of a list that are looked at to tell whether it is a table of contents."""
MOSTLY_LINKS = 0.7
LEAST_LINKS = 3


@dataclass(slots=True)
class Furniture:
    """What is not the paper, by the order of the element."""

    dropped: set[int] = field(default_factory=set)
    roles: dict[int, BlockKind] = field(default_factory=dict)
    title: int | None = None
    """The heading that is the paper's title."""


def find_furniture(tree: Tree, notes: set[int]) -> Furniture:
    """What in a page is dropped and what is kept as furniture; `notes` are the elements that hold notes."""
    found = Furniture()
    main = _main_part(tree)
    total = tree.root.length - tree.root.linked
    titles = [each.order for each in tree.elements if each.tag == "h1"]
    at = 0
    while at < len(tree.elements):
        element = tree.elements[at]
        if element.order not in notes and (is_unseen(element) or _is_sure(element, titles)):
            found.dropped.add(element.order)
            at = element.last + 1
            continue
        role = _role(element, main, total, titles)
        if role is not None and element.order not in notes:
            found.roles[element.order] = role
        at += 1
    for each in _beside(main, notes) if main is not None else ():
        found.roles.setdefault(each.order, BlockKind.BOILERPLATE)
    found.title = _title(tree, main, found)
    return found


def is_unseen(element: Element) -> bool:
    """Whether a browser shows nothing of an element, or only a control."""
    if element.tag in NO_TEXT or (element.tag == "button" and not _in_heading(element)):
        return True
    if not element.attributes:
        return False
    if "hidden" in element.attributes and element.get("hidden").lower() != "until-found":
        return True
    if UNSEEN_STYLE.search(element.get("style")):
        return True
    small = is_inline(element) or element.length <= SHORT_HIDDEN
    if element.get("aria-hidden").lower() == "true" and small:
        return True
    return is_inline(element) and not FOR_SCREEN_READERS.isdisjoint(element.get("class").split())


def _in_heading(element: Element) -> bool:
    return element.parent is not None and element.parent.tag in {"h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt"}


def _is_sure(element: Element, titles: list[int]) -> bool:
    """Whether an element is navigation, a form or the like, and short of words that are not links."""
    if element.length - element.linked > SHORT:
        return False
    if element.tag == "a":
        return _is_heading_anchor(element) or any(SKIPS.fullmatch(name) for name in _names(element))
    if element.tag in {"nav", "form"} or not roles(element).isdisjoint(SURE_ROLES):
        return not _holds_title(element, titles)
    named = element.tag not in NEVER and any(SURE.fullmatch(name) for name in _names(element))
    return named and not is_stated_note(element) and not _holds_title(element, titles)


def _is_heading_anchor(element: Element) -> bool:
    """The "#" or "¶" beside a heading."""
    return (
        element.parent is not None
        and element.parent.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}
        and "#" in element.get("href")
        and not any(sign.isalnum() for sign in text_of(element, 20))
    )


def _holds_title(element: Element, titles: list[int]) -> bool:
    at = bisect_left(titles, element.order)
    return at < len(titles) and titles[at] <= element.last


def _names(element: Element) -> list[str]:
    names = [*element.get("class").split()[:MOST_NAMES], *element.get("id").split()[:1]]
    return [name for name in names if len(name) <= LONGEST_NAME]


def _role(element: Element, main: Element | None, total: int, titles: list[int]) -> BlockKind | None:
    """The role that all words below an element have; None for the paper's own."""
    if is_inline(element) or (element.attributes and is_stated_note(element)):
        return None
    if element.length - element.linked > MOST_UNLIKELY * total or (main is not None and element.holds(main)):
        return None
    if element.tag in {"header", "footer"} and not any(above.tag in SECTIONS for above in element.ancestors()):
        return None if _holds_title(element, titles) else BlockKind.FURNITURE
    printed = _printed(element)
    if printed is not None:
        return printed
    if element.tag in {"ul", "ol"} and _is_contents(element):
        return BlockKind.FURNITURE
    unlikely = _is_unlikely(element, main) and not any(KEPT_NAMES.search(name) for name in _names(element))
    return BlockKind.BOILERPLATE if unlikely else None


def _printed(element: Element) -> BlockKind | None:
    """The running head or page number that LibreOffice exports before and behind the text."""
    if element.tag != "div" or element.get("title") not in {"header", "footer"}:
        return None
    bare = NUMBER_ALONE.fullmatch(text_of(element, LONGEST_TITLE).strip())
    return BlockKind.PAGE_NUMBER if bare else BlockKind.RUNNING_HEAD


def _is_unlikely(element: Element, main: Element | None) -> bool:
    """Whether an element's tag, role or name says that it stands beside the paper."""
    if element.tag in NEVER:
        return False
    above = element.parent.tag if element.parent is not None else ""
    outside = element.tag == "aside" and main is not None and not main.holds(element)
    if outside or element.tag == "nav" or (element.tag == "footer" and above in {"article", "main"}):
        return True
    if not roles(element).isdisjoint(UNLIKELY_ROLES | SURE_ROLES):
        return True
    return any(UNLIKELY.fullmatch(name) or SURE.fullmatch(name) for name in _names(element))


def _is_contents(listing: Element) -> bool:
    """Whether a list is a table of contents: links to places in the page and hardly a word besides."""
    if listing.linked < MOSTLY_LINKS * listing.length or not listing.length:
        return False
    inner = outer = 0
    stack: list[Element] = [listing]
    steps = ENOUGH
    while stack and steps:
        steps -= 1
        element = stack.pop()
        inner += element.tag == "a" and element.get("href").startswith("#")
        outer += element.tag == "a" and not element.get("href").startswith("#")
        stack.extend(child for child in element.children if isinstance(child, Element))
    return inner >= LEAST_LINKS and not outer


def _main_part(tree: Tree) -> Element | None:
    """The element that holds the paper, where the page says so and it holds enough of the words."""
    total = tree.root.length - tree.root.linked
    by_kind: tuple[list[Element], ...] = ([], [], [])
    for element in tree.elements:
        if element.tag == "main" or "main" in roles(element):
            by_kind[0].append(element)
        elif element.tag == "article":
            by_kind[1].append(element)
        elif element.tag in {"div", "section"} and any(CONTENT.fullmatch(name) for name in _names(element)):
            by_kind[2].append(element)
    for kind in by_kind:
        best = max(kind, key=lambda each: each.length - each.linked, default=None)
        if best is not None and best.length - best.linked >= LEAST_MAIN * total:
            return best
    return None


def _beside(main: Element, notes: set[int]) -> Iterator[Element]:
    """The elements outside `main`, the highest of each branch; not those that hold notes or references."""
    inner = main
    for above in main.ancestors():
        for child in above.children:
            if isinstance(child, Element) and child is not inner and not child.holds(main):
                says = any(KEPT_NAMES.search(name) for name in _names(child)) or is_stated_note(child)
                if child.order not in notes and not says:
                    yield child
        inner = above


def _title(tree: Tree, main: Element | None, found: Furniture) -> int | None:
    """The single h1 of the main part, else of the page; of several, the one that is called the title."""
    ones = [each for each in tree.elements if each.tag == "h1" and each.length and each.order not in found.dropped]
    inside = [each for each in ones if main is not None and main.holds(each)]
    called = [each for each in ones if any(TITLE_NAMES.fullmatch(name) for name in _names(each))]
    for some in (inside, ones, called):
        if len(some) == 1:
            return some[0].order
    end = ones[0].order if ones else len(tree.elements)
    paragraphs = (each for each in tree.elements[:end] if each.tag == "p" and each.length)
    named = (each for each in paragraphs if any(TITLE_NAMES.fullmatch(name) for name in _names(each)))
    title = next((each.order for each in named if main is None or main.holds(each)), None)
    return title if title is not None else _called_as_the_window(tree, end)


def _called_as_the_window(tree: Tree, end: int) -> int | None:
    """A paragraph before the first heading that has the very words of the window's title, as word processors export."""
    window = next((each for each in tree.elements if each.tag == "title"), None)
    words = text_of(window, LONGEST_TITLE).split() if window is not None else []
    paragraphs = [each for each in tree.elements[:end] if each.tag == "p" and each.length][:FIRST_PARAGRAPHS]
    if len(words) < 2:  # one word may be anything
        return None
    return next((each.order for each in paragraphs if text_of(each, LONGEST_TITLE).split() == words), None)
