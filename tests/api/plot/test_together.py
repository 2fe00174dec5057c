import os
import re
import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.plot.together import plot_together, together_drawing
from corpus.errors import BadQueryError

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = [
    "</text><script>alert(1)</script>",
    "$x^{2}$ and $\\frac{1}{0}$",
    "\x00\x01\x1f\x7f",
    "\ud800 \ufffe",
    "\u202e000,5$",
    "]]><!--&amp;",
    '" onload="alert(1)',
    "日本 🐟",
    "x" * 3000,
    "",
]


def entity(name, label="ORG", mentions=3, papers=1, passages=3):
    counts = {"mentions": mentions, "papers": papers, "passages": passages}
    return {"entity": name, "label": label, **counts}


def pair(one, other, passages=2, association=12.0):
    names = {"entity": one["entity"], "label": one["label"], "other": other["entity"], "other_label": other["label"]}
    return names | {"passages": passages, "papers": 1, "association": association}


ELM, OAK, ASH, FIR = entity("Elm Board", mentions=9), entity("Oak Fund"), entity("Ash", "GPE"), entity("Fir", "PERSON")
PAIRS = [pair(ELM, OAK, 3), pair(ELM, ASH, 1, None), pair(OAK, ASH, 2, 11.0)]


def groups(text, kind):
    return [each for each in ET.fromstring(text).iter(f"{SVG}g") if each.get("class") == kind]


def titles(text, kind):
    return [group.find(f"{SVG}title").text for group in groups(text, kind)]


def test_each_name_and_each_pair_tells_what_it_is():
    text = together_drawing([ELM, OAK, ASH, FIR], PAIRS, title="Trees")
    named = {group.get("data-entity") for group in groups(text, "entity")}
    assert named == {"Elm Board", "Oak Fund", "Ash", "Fir"}
    assert "Elm Board\norganisation\nnamed 9 times in 1 paper" in titles(text, "entity")
    told = titles(text, "pair")
    assert len(set(told)) == 3
    assert any("Elm Board" in each and "3 passages in 1 paper" in each and "12.0" in each for each in told)
    assert any("Ash" in each and "1 passage in 1 paper" in each and "ratio" not in each for each in told)


def test_the_matrix_has_a_cell_for_each_pair_and_the_network_a_line_for_each_sure_one():
    text = together_drawing([ELM, OAK, ASH, FIR], PAIRS, title="Trees")
    assert len(groups(text, "pair")) == 3 + 2
    assert len(groups(text, "entity")) == 4 + 3
    numbers = [each.text for each in ET.fromstring(text).iter(f"{SVG}text") if re.fullmatch(r"\d+", each.text or "")]
    assert sorted(numbers) == ["1", "2", "3"]


def test_pairs_with_others_are_left_out():
    text = together_drawing([ELM, OAK], [*PAIRS, pair(ASH, FIR)], title="Trees")
    assert {"Ash", "Fir"}.isdisjoint(group.get("data-entity") for group in groups(text, "entity"))
    assert len(set(titles(text, "pair"))) == 1


@pytest.mark.parametrize(
    ("entities", "pairs", "told"),
    [
        ([], [], "There is nobody to draw."),
        ([ELM], [], "No two are named together"),
        ([ELM, ASH], [pair(ELM, ASH, 1, None)], "No two are named together"),
        ([ELM, OAK, ASH], [pair(ELM, OAK)], "1 of 3 entities has no line."),
    ],
)
def test_what_is_not_to_be_seen_is_told(entities, pairs, told):
    said = [each.text for each in ET.fromstring(together_drawing(entities, pairs, title="Trees")).iter(f"{SVG}text")]
    assert told in " ".join(said)


def test_long_names_are_cut_with_an_ellipsis_and_whole_in_the_title():
    long = entity("The Commission for the Protection of the Wells of the Upper and the Lower Valley of the River Elm")
    text = together_drawing([long, OAK], [pair(long, OAK)], title="Trees")
    said = [each.text for each in ET.fromstring(text).iter(f"{SVG}text")]
    assert long["entity"] not in said
    assert any(each.endswith("…") for each in said)
    assert any(each.startswith(long["entity"] + "\n") for each in titles(text, "entity"))


def test_it_stands_on_its_own():
    root = ET.fromstring(together_drawing([ELM, OAK, ASH], PAIRS, title="Trees & <wells>"))
    assert (root.get("role"), root[0].text) == ("img", "Trees & <wells>")
    assert "3 entities" in root[1].text
    assert "Elm Board and Oak Fund (3)" in root[1].text or "Oak Fund and Elm Board (3)" in root[1].text
    assert {e.tag.removeprefix(SVG) for e in root.iter()} <= set("svg title desc defs g path use text".split())
    for element in root.iter():
        assert element.get("style") is None
        assert not [name for name in element.attrib if name.startswith("on")]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_names_stay_names(words, tmp_path):
    hostile = entity(words, words)
    root = ET.fromstring(together_drawing([hostile, OAK], [pair(hostile, OAK)], title=words))
    assert {e.tag.removeprefix(SVG) for e in root.iter()} <= set("svg title desc defs g path use text".split())
    assert not re.search("[\u202a-\u202e\x00-\x08]", ET.tostring(root, encoding="unicode"))
    for form in ("png", "pdf"):
        plot_together([hostile, OAK], [pair(hostile, OAK)], tmp_path / f"out.{form}", title=words)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text(max_size=20), unique=True, max_size=8), st.data())
def test_any_web_is_drawn(names, data):
    nodes = [entity(name, data.draw(st.sampled_from(["GPE", "ORG", "?"]))) for name in names]
    two = [(a, b) for n, a in enumerate(nodes) for b in nodes[:n]]
    pairs = [pair(a, b, data.draw(st.integers(1, 999)), data.draw(st.none() | st.floats(-9, 999))) for a, b in two]
    ET.fromstring(together_drawing(nodes, pairs, title="Any"))


def test_same_records_same_bytes_in_another_process(tmp_path):
    code = (
        "import sys; from pathlib import Path; from api.plot.together import plot_together\n"
        "nodes = [{'entity': f'n{n}', 'label': 'ORG', 'mentions': n, 'papers': 1, 'passages': 9} for n in range(9)]\n"
        "pairs = [{'entity': f'n{a}', 'label': 'ORG', 'other': f'n{b}', 'other_label': 'ORG', 'passages': 1 + a * b,"
        " 'papers': 1, 'association': 20.0} for a in range(9) for b in range(a) if a * b % 3]\n"
        "plot_together(nodes, pairs, Path(sys.argv[1]), title='Same')"
    )
    for form in ("svg", "png", "pdf"):
        made = []
        for seed in ("1", "2"):
            out = tmp_path / f"{seed}.{form}"
            environment = {**os.environ, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": seed}
            subprocess.run([sys.executable, "-c", code, str(out)], check=True, env=environment)
            made.append(out.read_bytes())
        assert made[0] == made[1]


def test_other_endings_are_one_clear_error(tmp_path):
    with pytest.raises(BadQueryError, match=r"ends in \.svg, \.png or \.pdf"):
        plot_together([ELM], [], tmp_path / "trees.gif", title="Trees")
