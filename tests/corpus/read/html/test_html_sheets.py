"""Classes that a style sheet raises are found, and nothing else."""

import pytest

from corpus.read.html.reader import read_html
from corpus.read.html.sheets import USUAL, raised_names


@pytest.mark.parametrize(
    ("sheet", "names"),
    [
        (".a { vertical-align: super; }", {"a"}),
        ("p .a, span.b{font-size:60%;vertical-align:SUPER}", {"a", "b"}),
        (".a { position: relative; top: -0.33em }", {"a"}),
        (".a { vertical-align: sub } .b { vertical-align: baseline }", set()),
        (".a { margin-top: -0.5em }", set()),
        (".a p { vertical-align: super }", set()),
        ("a{b{c}", set()),
        ("", set()),
    ],
)
def test_only_what_is_raised_is_named(sheet, names):
    assert raised_names([sheet]) == names | USUAL


def test_raised_by_class_and_by_style_are_superscripts():
    page = (
        b'<style>.T3 { vertical-align:super; } .T4 { vertical-align:sub; }</style><p>9 m<span class="T3">3</span>, '
        b'CO<span class="T4">2</span>, 5 km<span style="vertical-align: super">2</span></p>'
    )
    assert read_html(page, "a.html").text == "9 m³, CO2, 5 km²\n\n"
