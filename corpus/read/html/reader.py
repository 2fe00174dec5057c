"""Bytes of a web page -> a Reading: the article's blocks and notes, and what the page states about itself."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.errors import UnreadableFileError
from corpus.model import Metadata
from corpus.read.html.asides import lift_asides
from corpus.read.html.blocks import Writer
from corpus.read.html.encoding import decode_page
from corpus.read.html.furniture import find_furniture
from corpus.read.html.links import find_links
from corpus.read.html.metadata import page_metadata
from corpus.read.html.notes import plan_notes
from corpus.read.html.sheets import raised_names, tell_raised
from corpus.read.html.tree import Element, grown, parse_page, text_of
from corpus.read.html.xhtml import as_html, is_xhtml
from corpus.read.scribe import Reading


def read_html(data: bytes, name: str) -> Reading:
    """What the page in `data` says, as a reader sees it.

    Navigation, controls and hidden elements are left out, other page furniture keeps its words under a role of its
    own. Notes stay where the page has them, those set into sentences come at the end. Raises UnreadableFileError,
    which calls the file `name`, for what is no page or none that can be read in bounded time.
    """
    text, encoding = decode_page(data, name)
    root = parse_page(as_html(text) if is_xhtml(text) else text, name)
    return read_tree(root, name, page_metadata(root), encoding)


def read_tree(root: Element, name: str, metadata: Metadata, encoding: str, sheets: Sequence[str] = ()) -> Reading:
    """The Reading of a page already parsed; `sheets` are the style sheets it has beside its own."""
    tree = grown(root)
    tell_raised(
        tree.elements, raised_names([*sheets, *(text_of(each) for each in tree.elements if each.tag == "style")])
    )
    plan = plan_notes(tree, find_links(tree))
    asides = lift_asides(tree, plan)
    furniture = find_furniture(tree, plan.parts)
    scribe = Writer(tree, plan, furniture, asides).write()
    if not scribe.at:
        raise UnreadableFileError(f"{name} holds no words: there is nothing to add.")
    reading = scribe.reading(metadata)
    return Reading(reading.text, reading.regions, reading.pages, metadata, encoding)
