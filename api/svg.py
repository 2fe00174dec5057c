"""What a plotting library drew, and the words for it -> one SVG file that speaks for itself.

Only groups that carry an id known to us are taken over, and their styles are replaced by classes, so that a page can
restyle them and dark mode works. All words are written here: no layout engine parses a paper's "$x$" or "<b>".
The file holds no script and refers to nothing outside itself.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from api.lettering import legal, printable

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"
SPACES = {"xmlns": SVG[1:-1], "xmlns:xlink": XLINK[1:-1]}
LONG_FRACTION = re.compile(r"-?\d+\.\d{3,}")
COLOURS = (
    ("#0072b2", "#4fa8e0"), ("#d55e00", "#f5853f"), ("#009e73", "#2fc69b"), ("#b2578a", "#e08fc0"),
    ("#b97d00", "#f0b53a"), ("#2b8cc4", "#8fd3f7"),
)  # fmt: skip
"""On light and on dark ground: the hues of Okabe and Ito (2008), which the colour-blind can tell apart, with the
pale ones darkened for a white ground and the dark ones lightened for a black one."""
REST = ("#6b737c", "#9aa3ac")
FACE = "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Liberation Sans',sans-serif"
NAME = "pincite-plot"
STYLE = """
.P{--ground:#fff;--ink:#1b1f24;--soft:#5c6670;--rule:#e3e6ea;--c:#1b1f24;font-family:FACE}
.P .ground{fill:var(--ground)}
.P text{fill:var(--ink);font-variant-numeric:tabular-nums;unicode-bidi:isolate}
.P .strong{font-weight:600}
.P .soft,.P tspan.soft{fill:var(--soft);font-weight:400}
.P .halo{paint-order:stroke;stroke:var(--ground);stroke-width:3px;stroke-linejoin:round}
.P .name{fill:var(--c);font-weight:600}
.P .grid{stroke:var(--rule);stroke-width:1}
.P .axis{stroke:var(--soft);stroke-width:1}
.P .line{fill:none;stroke:var(--c);stroke-width:1.6;stroke-linejoin:round;stroke-opacity:.75}
.P .point{fill:var(--c);stroke:var(--c);stroke-width:1.5}
.P .point.hollow use{fill:var(--ground)}
.P .point:hover{stroke-width:3}
"""
DARK = "--ground:#14171a;--ink:#eceef0;--soft:#a7afb7;--rule:#2c3238;--c:#eceef0"
FALLBACKS = {
    "grid": {"fill": "none", "stroke": "#e3e6ea"},
    "axis": {"fill": "none", "stroke": "#5c6670"},
    "line": {"fill": "none", "stroke-width": "1.6"},
    "point": {"stroke-width": "1.5"},
}
"""Attributes for viewers that know no variables; a style sheet overrules them where there is one."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a drawn group is: its classes, and for a point its title and what a page wants to know of it."""

    classes: str
    title: str = ""
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text. `pieces` are its parts with their classes; `title` is shown where a reader points at it."""

    x: float
    y: float
    size: float
    pieces: tuple[tuple[str, str], ...]
    anchor: str = "start"
    title: str = ""


def assemble(
    drawn: str, marks: Mapping[str, Mark], words: Sequence[Words], *, size: tuple[float, float], title: str, summary: str
) -> str:
    """One SVG from the groups of `drawn` whose id, up to a dot, is among `marks`, and from `words`.

    Groups of one mark become one. `size` is width and height; `title` and `summary` are for screen readers.
    """
    groups, shapes = _harvest(drawn, marks)
    number = hashlib.sha256(f"{title}\n{summary}\n{sorted(groups)}".encode()).hexdigest()[:8]
    root = _root(size, number)
    _text(root, "title", title, id=f"{NAME}-t-{number}")
    _text(root, "desc", summary, id=f"{NAME}-d-{number}")
    _text(root, "style", style_sheet())
    if shapes:
        ET.SubElement(root, "defs").extend(shapes)
    ET.SubElement(root, "rect", {"class": "ground", "width": "100%", "height": "100%", "fill": "#fff"})
    root.extend(groups.values())
    for line in words:
        root.append(_words(line))
    return ET.tostring(root, encoding="unicode") + "\n"


def style_sheet() -> str:
    """The styles, all beneath one class, so that a page which holds the drawing is not restyled by it."""
    light = [f".P .c{number}{{--c:{pair[0]}}}" for number, pair in enumerate(COLOURS)]
    dark = [f".P .c{number}{{--c:{pair[1]}}}" for number, pair in enumerate(COLOURS)]
    light.append(f".P .rest{{--c:{REST[0]}}}")
    dark.append(f".P .rest{{--c:{REST[1]}}}")
    sheet = STYLE + "\n".join(light) + f"\n@media(prefers-color-scheme:dark){{.P{{{DARK}}}\n" + "\n".join(dark) + "}\n"
    return sheet.replace(".P", f".{NAME}").replace("FACE", FACE)


def _root(size: tuple[float, float], number: str) -> ET.Element:
    wide, high = (f"{length:g}" for length in size)
    return ET.Element("svg", {
        **SPACES, "class": NAME, "role": "img", "aria-labelledby": f"{NAME}-t-{number} {NAME}-d-{number}",
        "width": wide, "height": high, "viewBox": f"0 0 {wide} {high}", "font-family": FACE,
        "style": "max-width:100%;height:auto",
    })  # fmt: skip


def _harvest(drawn: str, marks: Mapping[str, Mark]) -> tuple[dict[str, ET.Element], list[ET.Element]]:
    """The groups of each mark in the order they were drawn, and the shapes they use."""
    groups: dict[str, ET.Element] = {}
    shapes: list[ET.Element] = []
    for source in ET.fromstring(drawn).iter(f"{SVG}g"):
        name = source.get("id", "").partition(".")[0]
        if name in marks:
            if name not in groups:
                groups[name] = _group(marks[name])
            shapes.extend(_shape(path) for path in source.iterfind(f"{SVG}defs/{SVG}path"))
            groups[name].extend(_pieces(source))
    return groups, shapes


def _group(mark: Mark) -> ET.Element:
    classes = mark.classes.split()
    attributes = {"class": mark.classes, **FALLBACKS.get(classes[0], {})}
    colour = next((COLOURS[int(name[1:])][0] for name in classes if re.fullmatch(r"c\d+", name)), REST[0])
    if classes[0] in {"line", "point"}:
        attributes["stroke"] = colour
    if classes[0] == "point":
        attributes["fill"] = "#fff" if "hollow" in classes else colour
    attributes |= {f"data-{name}": legal(value) for name, value in mark.data.items()}
    group = ET.Element("g", attributes)
    if mark.title:
        _text(group, "title", mark.title)
    return group


def _shape(path: ET.Element) -> ET.Element:
    return ET.Element("path", {"id": path.get("id", ""), "d": _short(path.get("d", ""))})


def _pieces(source: ET.Element) -> Iterator[ET.Element]:
    """The lines and markers of a group, without their styles."""
    for path in source.iterfind(f"{SVG}path"):
        yield ET.Element("path", {"d": _short(path.get("d", ""))})
    for use in source.iter(f"{SVG}use"):
        at = {name: _short(use.get(name, "0")) for name in ("x", "y")}
        yield ET.Element("use", {"xlink:href": use.get(f"{XLINK}href", ""), **at})


def _short(numbers: str) -> str:
    """Coordinates on one line, to a hundredth of a unit."""
    return " ".join(LONG_FRACTION.sub(lambda found: f"{float(found[0]):.2f}", numbers).split())


def _words(line: Words) -> ET.Element:
    attributes = {"x": f"{line.x:.2f}", "y": f"{line.y:.2f}", "font-size": f"{line.size:g}", "fill": "#1b1f24"}
    if line.anchor != "start":
        attributes["text-anchor"] = line.anchor
    first, *more = line.pieces
    text = ET.Element("text", {**attributes, "class": first[1]})
    text.text = printable(first[0])
    if line.title:
        _text(text, "title", line.title)
        text[0].tail, text.text = text.text, None
    for piece, classes in more:
        _text(text, "tspan", piece, **{"class": classes, "dx": "0.6em"})
    return text


def _text(parent: ET.Element, tag: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, tag, attributes).text = text if tag == "style" else printable(text)
