import json
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.plot.drawing import drawing, plot
from corpus.errors import BadQueryError, StorageError

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"
GOLDEN = Path(__file__).parent / "golden"
HOSTILE = [
    "</text><script>alert(1)</script>",
    "$x^{2}$ and $\\frac{1}{0}$",
    "\x00\x01\x1f\x7f\x9f",
    "\ud800 \udfff \ufffe",
    "\u202e000,5$",
    "]]><!--&amp;&#0;",
    '" onload="alert(1)',
    "日本円 5兆 🐟",
    "x" * 5000,
    "\\usepackage $ { } _ ^ %",
    "",
]


def parsed(text):
    return ET.fromstring(text)


def groups(root):
    return [element for element in root.iter(f"{SVG}g") if element.get("class") == "point"]


def words(root):
    return [element.text for element in root.iter(f"{SVG}text")]


def marks(group):
    """Where the marks of a point stand (an arrow's tip is the smaller path and comes before its mark)."""
    return [(float(use.get("x")), float(use.get("y"))) for use in group.iter(f"{SVG}use")]


def levels(root):
    """The heights of the lines of values of a drawing with one panel, the lowest line first."""
    level = re.compile(r"M ([\d.]+) ([\d.]+)\s+L ([\d.]+) ([\d.]+)\s+")
    found = [tuple(map(float, m.groups())) for p in root.iter(f"{SVG}path") if (m := level.fullmatch(p.get("d", "")))]
    wide = max(x2 - x1 for x1, y1, x2, y2 in found if y1 == y2)
    return sorted({y1 for x1, y1, x2, y2 in found if y1 == y2 and abs(x2 - x1 - wide) < 0.01}, reverse=True)


def years(root):
    """Where each year that is written stands."""
    years = {}
    for element in root.iter(f"{SVG}text"):
        if re.fullmatch(r"\d{4}", element.text or "") and element.get("text-anchor") == "middle":
            years[int(element.text)] = float(element.get("x"))
    return years


def test_points_stand_where_the_axes_say(figure):
    values = {2001: 12, 2002: -7, 2004: 38, 2005: 20.5}
    root = parsed(drawing([figure(v, y, text=f"€{v}") for y, v in values.items()], title="Quays"))
    lines, across = levels(root), years(root)
    ticks = [-10, 0, 10, 20, 30, 40]
    assert [t for t in words(root) if re.fullmatch(r"−?\d\d?", t)] == ["−10", "0", "10", "20", "30", "40"]
    assert len(lines) == len(ticks)
    per_unit = (lines[0] - lines[-1]) / 50
    per_year = (across[2005] - across[2001]) / 4
    for group, (year, value) in zip(groups(root), values.items(), strict=True):
        ((x, y),) = marks(group)
        assert x == pytest.approx(across[2001] + (year - 2001) * per_year, abs=0.01)
        assert y == pytest.approx(lines[0] - (value + 10) * per_unit, abs=0.01)


def test_points_on_a_log_axis_stand_by_decades_and_zero_at_the_foot(figure):
    root = parsed(drawing([figure(v, 2001 + n) for n, v in enumerate([0, 10, 1e3, 1e5])], title="Quays"))
    heights = [marks(group)[0][1] for group in groups(root)]
    lines = levels(root)
    assert heights == pytest.approx([lines[0], lines[1], lines[3], lines[5]], abs=0.01)
    assert any("log scale, zero at its foot" in text for text in words(root))


def test_each_point_tells_what_it_is(figure):
    record = figure(5e6, 2004, text="€5 million", qualifier="some", subject="the dredging budget", per="year")
    root = parsed(drawing([record], title="Quays"))
    (group,) = groups(root)
    assert group.get("data-paper") == "ports.md"
    assert (int(group.get("data-start")), int(group.get("data-end"))) == (record["start"], record["end"])
    told = group.find(f"{SVG}title").text
    assert told.split("\n") == [
        "some €5 million",
        "2004",
        "the dredging budget",
        "money, EUR per year",
        "ports.md, p. 3",
    ]
    assert "€5 million" in [text.text for text in group.iter(f"{SVG}text")]


def test_a_range_has_two_marks_and_a_bar(figure):
    (group,) = groups(parsed(drawing([figure([2, 8], 2004)], title="Quays")))
    (x1, low), (x2, high) = marks(group)
    assert x1 == x2
    assert low > high


@pytest.mark.parametrize(
    ("since", "until", "told"),
    [
        (2002, 2006, "2002–2006"),
        (2002, None, "from 2002, end open"),
        (None, 2006, "until 2006, beginning open"),
    ],
)
def test_periods_are_bars_and_open_ends_are_told(figure, since, until, told):
    root = parsed(drawing([figure(5, since, until), figure(5, 2000), figure(5, 2008)], title="Quays"))
    group = next(g for g in groups(root) if told in g.find(f"{SVG}title").text.split("\n"))
    across = years(root)
    bar = re.match(r"M ([\d.]+) [\d.]+\s+L ([\d.]+)", next(group.iter(f"{SVG}path")).get("d"))
    start, end = float(bar[1]), float(bar[2])
    assert since is None or start == pytest.approx(across[since], abs=0.01)
    assert until is None or end == pytest.approx(across[until], abs=0.01)
    assert end > start
    arrow = any("arrow marks a period left open" in text for text in words(root))
    assert arrow == (since is None or until is None)


def test_papers_differ_in_colour_and_in_mark(figure):
    records = [figure(n, 2001 + n, paper=f"p{n:02}.md") for n in range(7)]
    root = parsed(drawing(records, title="Quays"))
    uses = [next(group.iter(f"{SVG}use")) for group in groups(root)]
    assert len({use.get("fill") for use in uses}) == 7
    assert len({use.get(HREF) for use in uses}) == 7
    assert {record["paper"] for record in records} <= set(words(root))


def test_it_stands_on_its_own(figure):
    text = drawing([figure(5, 2004), figure([6, 7], 2005, None)], title="Quays & <locks>")
    root = parsed(text)
    assert root.get("role") == "img"
    assert root[0].tag == f"{SVG}title"
    assert root[0].text == "Quays & <locks>"
    assert root[1].tag == f"{SVG}desc"
    assert "money (euros), 2 figures, 2004 to 2005" in root[1].text
    assert "<!DOCTYPE" not in text
    assert {e.tag.removeprefix(SVG) for e in root.iter()} <= set("svg title desc defs g path use text".split())
    for element in root.iter():
        assert element.get("style") is None
        assert element.get(HREF, "#").startswith("#")
        assert "url(" not in " ".join(element.attrib.values())
        assert not [name for name in element.attrib if name.startswith("on")]


@pytest.mark.parametrize("words_", HOSTILE)
def test_hostile_words_stay_words(figure, tmp_path, words_):
    record = figure(
        5, 2004, text=words_, paper=words_, unit=words_, kind=words_, subject=words_, page=words_, per=words_
    )
    root = parsed(drawing([record], title=words_))
    assert {e.tag.removeprefix(SVG) for e in root.iter()} <= set("svg title desc defs g path use text".split())
    assert not re.search("[\u202a-\u202e\x00-\x08]", ET.tostring(root, encoding="unicode"))
    for form in ("png", "pdf"):
        plot([record], tmp_path / f"out.{form}", title=words_)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=30))
def test_any_text_gives_xml(words_):
    record = {"paper": words_, "text": words_, "value": 3, "since": 2001, "until": 2001, "unit": words_, "row": words_}
    assert len(groups(parsed(drawing([record], title=words_)))) == 1


def test_same_records_same_bytes_in_another_process(figure, tmp_path):
    code = (
        "import sys; from pathlib import Path; from api.plot.drawing import plot\n"
        "records = [{'paper': f'{n % 3}', 'text': str(n), 'value': n, 'since': 2000 + n, 'until': 2000 + n}"
        " for n in range(9)]\n"
        "plot(records, Path(sys.argv[1]), title='Same')"
    )
    for form in ("svg", "png", "pdf"):
        made = []
        for seed in ("1", "2"):
            out = tmp_path / f"{seed}.{form}"
            environment = {**os.environ, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": seed}
            subprocess.run([sys.executable, "-c", code, str(out)], check=True, env=environment)
            made.append(out.read_bytes())
        assert made[0] == made[1]


@pytest.mark.parametrize(("form", "magic"), [("png", b"\x89PNG\r\n\x1a\n"), ("PDF", b"%PDF-"), ("svg", b"<svg")])
def test_files_by_their_ending(figure, tmp_path, form, magic):
    out = tmp_path / f"quays.{form}"
    report = plot([figure(5, 2004), figure(6)], out, title="Quays")
    assert out.read_bytes().startswith(magic)
    assert (len(report.drawn), len(report.undated)) == (1, 1)


@pytest.mark.parametrize("name", ["quays.jpg", "quays", "quays.svg.gz", ".svg"])
def test_other_endings_are_one_clear_error(figure, tmp_path, name):
    with pytest.raises(BadQueryError, match=r"ends in \.svg, \.png or \.pdf"):
        plot([figure(5, 2004)], tmp_path / name, title="Quays")
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_one_clear_error(figure, tmp_path):
    with pytest.raises(StorageError, match="could not be written"):
        plot([figure(5, 2004)], tmp_path / "nowhere" / "quays.svg", title="Quays")


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (0, "There are no figures to draw."),
        (1, "1 figure without a year is not drawn."),
        (3, "3 figures without a year"),
    ],
)
def test_without_a_year_the_drawing_says_so(figure, count, told):
    root = parsed(drawing([figure(5) for _ in range(count)], title="Quays"))
    assert groups(root) == []
    assert any(told in text for text in words(root))


def test_what_is_left_out_is_told(figure):
    records = [figure(1, 2001, kind="count", unit=f"unit{n}") for n in range(9)]
    text = " ".join(words(parsed(drawing([*records, figure(1), figure(2), figure(None, 2001)], title="Quays"))))
    assert "2 figures without a year are not drawn." in text
    assert "1 figure without a value is not drawn." in text
    assert "3 figures of 3 other measures are not drawn: count (unit6); count (unit7); count (unit8)." in text


def test_many_points_keep_their_titles_and_say_that_labels_are_missing(figure):
    records = [figure(n * 37 % 101, 1950 + n % 60, text=f"€{n}", paper=f"p{n % 20}") for n in range(500)]
    root = parsed(drawing(records, title="Quays"))
    found = groups(root)
    assert len(found) == 500
    assert len({(group.get("data-paper"), group.get("data-start")) for group in found}) == 500
    assert all(group.find(f"{SVG}title").text.startswith("€") for group in found)
    assert any(text.startswith("500 labels found no room") for text in words(root))
    assert any("and 6 more papers" in text for text in words(root))


def test_it_leaves_the_settings_of_others_alone(figure):
    import matplotlib as mpl

    before = repr(mpl.rcParams)
    with mpl.rc_context({"font.size": 40, "svg.fonttype": "path"}):
        theirs = drawing([figure(5, 2004)], title="Quays")
        assert mpl.rcParams["font.size"] == 40
    assert repr(mpl.rcParams) == before
    assert theirs == drawing([figure(5, 2004) | {"start": 0, "end": 5}], title="Quays")


def test_pyplot_with_its_windows_is_not_loaded():
    code = (
        "import sys; from api.plot.drawing import drawing\n"
        "drawing([{'paper': 'a', 'value': 1, 'since': 2001}], title='One')\n"
        "sys.exit('matplotlib.pyplot' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def outline(root):
    """What a drawing says and where its marks stand, to the point; not how matplotlib happens to write it."""
    yield from (f"text  {text}" for text in words(root))
    for group in groups(root):
        yield f"point {' | '.join(group.find(f'{SVG}title').text.splitlines())}"
        yield from (f"      {x:.0f} {y:.0f}" for x, y in marks(group))


@pytest.mark.parametrize("name", ["harbours", "mixed"])
def test_golden(name):
    """The pictures behind these were looked at; a change to them is to be looked at again."""
    records = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
    root = parsed(drawing(records, title=name.capitalize()))
    assert list(outline(root)) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8").splitlines()
