"""A page's tree -> the links that may be markers of notes: a sign that points to a place in the same page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from corpus.read.html.sheets import is_raised
from corpus.read.html.signs import is_bracketed, sign_of
from corpus.read.html.tree import Element, Tree, text_of

INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark math meter nobr output q"
    " rp rt ruby s samp small span strike strong sub sup time tt u var wbr input select button"
    " math mi mo mn ms mtext mspace mrow msup msub msubsup mfrac msqrt mroot mover munder munderover mstyle mpadded"
    " mfenced menclose semantics".split()
)
"""Everything else stands on lines of its own."""
MARKS_A_NOTE = re.compile(
    r"""(?<![a-z])(?:
            (?:mso|sd)?(?:foot|end|side|margin)[-_]?notes?[-_]?(?:references?|refs?|anchors?|text|links?|marks?)?
          | (?:fn|ftn|edn)(?:ref)? | noteref | cite_?(?:note|ref) | note[-_]?(?:ref|link|call|marker|anchor) | ref-?note
        )(?![a-z])""",
    re.VERBOSE | re.IGNORECASE,
)
"""In a class, id or link target; "note" alone may be anything."""
BACK_NAMES = re.compile(
    r"back-?_?(?:ref|link)|foot-?note-?_?(?:back|return)|reversefootnote|to-top|cite-backlink", re.IGNORECASE
)
"""In a class: a link from a note back to its marker."""
REFERENCE_ROLES = frozenset({"doc-noteref", "noteref", "footnoteref"})
NOTE_ROLES = frozenset(
    "doc-footnote doc-endnote doc-endnotes footnote footnotes endnote endnotes rearnote rearnotes".split()
)
OTHER_THINGS = re.compile(
    r"""(?<!\w) (?: notes? | nn?\. | fn\.? | footnotes? | nota | notes?\s+de\s+bas | see | cf\.? | eq(?:uation|n)?s?\.?
          | fig(?:ure|\.)?s? | tables? | sections? | § | chapters? | box(?:es)? | annex(?:es)? | appendix | steps?
          | pages? | p?p\. | part | items? | paragraphs? | paras?\.? | version | no\.? | n[º°] ) \s* \(?\Z""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words before a number that is not raised: it points to something else, or to a note without being its marker."""
WORDS_BEFORE = 24


@dataclass(slots=True)
class Link:
    """A link that may be a marker."""

    anchor: Element
    shown: Element
    """The link, or the raised element that holds it and nothing else."""
    target: Element | None
    fragment: str
    words: str
    """As printed, brackets and all."""
    sign: str
    raised: bool
    stated: bool
    """The page says by role, class or name that this is a note's marker."""


def find_links(tree: Tree) -> list[Link]:
    """All links to a place in the page whose words are a sign, in document order."""
    links: list[Link] = []
    for anchor in tree.elements:
        if anchor.tag == "a" and "#" in anchor.get("href"):
            link = _link(anchor, tree)
            if link is not None:
                links.append(link)
    return links


def _link(anchor: Element, tree: Tree) -> Link | None:
    path = anchor.get("href").partition("#")[0]
    fragment = fragment_of(anchor)
    target = tree.named.get(fragment) if fragment else None
    if not fragment or (path and target is None) or BACK_NAMES.search(anchor.get("class")):
        return None
    words = text_of(anchor, 60)
    shown = _shown(anchor)
    stated = is_stated_reference(anchor) or is_stated_reference(shown)
    sign = sign_of(words)
    if not sign and not (stated and not words.strip() and not anchor.length):
        return None
    if shown is not anchor:
        words = text_of(shown, 60)
    raised = any(is_raised(each) for each in (shown, *_inline_above(shown))) or _holds_raised(anchor, words)
    if not raised and not is_bracketed(words):
        stated = stated and not OTHER_THINGS.search(words_before(shown))
    return Link(anchor, shown, target, fragment, words.strip(), sign, raised, stated)


def roles(element: Element) -> set[str]:
    """What an element says it is, by ARIA role and EPUB type."""
    return {*element.get("role").lower().split(), *element.get("epub:type").lower().split()}


def is_stated_reference(element: Element) -> bool:
    """Whether an element says that it is a note's marker."""
    names = (
        f"{element.get('class')} {element.get('id')} {element.get('name')} {element.get('rel')} {fragment_of(element)}"
    )
    return bool(roles(element) & REFERENCE_ROLES) or bool(MARKS_A_NOTE.search(names))


def is_stated_note(element: Element) -> bool:
    """Whether an element says that it is a note, or a list of them."""
    names = f"{element.get('class')} {element.get('id')} {element.get('name')}"
    return bool(roles(element) & NOTE_ROLES) or bool(MARKS_A_NOTE.search(names))


def is_inline(element: Element) -> bool:
    """Whether an element stands in a line of text."""
    return element.tag in INLINE or "-" in element.tag


def block_of(element: Element) -> Element:
    """The nearest element, this one or above, that stands on lines of its own."""
    while is_inline(element) and element.parent is not None:
        element = element.parent
    return element


def words_before(element: Element) -> str:
    """The last words before an element in its own parent and, if it comes first there, in the line above it."""
    words = ""
    while element.parent is not None and len(words) < WORDS_BEFORE:
        siblings = element.parent.children
        for sibling in reversed(siblings[max(0, element.place - 4) : element.place]):
            words = (sibling if isinstance(sibling, str) else text_of(sibling, 200)) + words
        if not is_inline(element.parent):
            break
        element = element.parent
    return words[-WORDS_BEFORE:]


def _shown(anchor: Element) -> Element:
    """The outermost inline element around a link that holds nothing else but brackets."""
    shown = anchor
    for above in anchor.ancestors():
        if not is_inline(above) or above.length > anchor.length + 2 or above.last > anchor.last + 3:
            break
        if above.length != anchor.length and not sign_of(text_of(above, 60)):
            break
        if above.tag in {"sup", "span", "cite", "small", "font"}:
            shown = above
    return shown


def _inline_above(element: Element) -> list[Element]:
    above: list[Element] = []
    for each in element.ancestors():
        if not is_inline(each):
            break
        above.append(each)
    return above


def _holds_raised(anchor: Element, words: str) -> bool:
    """Whether the sign is raised inside the link, or printed in superscript digits."""
    inside = [child for child in anchor.children if isinstance(child, Element)]
    deeper = [child for each in inside for child in each.children if isinstance(child, Element)]
    return any(is_raised(each) for each in (*inside, *deeper)) or any(sign in "⁰¹²³⁴⁵⁶⁷⁸⁹" for sign in words)


def fragment_of(element: Element) -> str:
    """The place in a page that a link points to, "" for one that points to none."""
    return unquote(element.get("href").partition("#")[2]) if element.tag == "a" else ""
