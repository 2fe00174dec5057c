"""What a paper states about itself; nothing is guessed."""

import pytest

from corpus.metadata import metadata
from corpus.model import Metadata
from corpus.outline.blocks import blocks

BODY = "The council paid for the wells, the pumps and the pipes, and asked nobody in the valley about the price. " * 3


def of(text, form="txt"):
    return metadata(text, blocks(text, form), form)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            "The Price of a Well\n\nBy Ada Cole\n\n3 May 2019",
            Metadata("The Price of a Well", ("Ada Cole",), "2019-05-03"),
        ),
        (
            "The Price of a Well\n\nBy Ada Cole, Luis de la Paz and J. R. Ito\n\nMay 2019",
            Metadata("The Price of a Well", ("Ada Cole", "Luis de la Paz", "J. R. Ito"), "2019-05"),
        ),
        ("The Price of a Well", Metadata("The Price of a Well")),
        ("The Price of a Well\n\nBy the sweat of our brow", Metadata("The Price of a Well")),
        (
            "Policy Brief 12\n\nThe Price of a Well\n\nAda Cole and Luis de la Paz\n\nElm House Institute\n\nMay 2019",
            Metadata("The Price of a Well", ("Ada Cole", "Luis de la Paz"), "2019-05"),
        ),
        ("The Price of a Well\n\nLieutenant-Commander Ada Cole¹", Metadata("The Price of a Well", ("Ada Cole",))),
        ("The Price of a Well\n\nElm House Institute\n\n2019", Metadata("The Price of a Well", (), "2019")),
        ("The Price of a Well\n\nOctober 7, 2021", Metadata("The Price of a Well", (), "2021-10-07")),
    ],
)
def test_plain_text_states_it_above_the_first_paragraph(head, expected):
    assert of(f"{head}\n\n{BODY}") == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("title: Wells\nauthor: Ada Cole\ndate: 2019-05-03", Metadata("Wells", ("Ada Cole",), "2019-05-03")),
        (
            "title: Wells\nauthor: [Ada Cole, B. Ito]\ndate: May 2019",
            Metadata("Wells", ("Ada Cole", "B. Ito"), "2019-05"),
        ),
        (
            "author:\n  - name: Ada Cole\n  - name: B. Ito\ninstitution: Elm House",
            Metadata(None, ("Ada Cole", "B. Ito"), None, "Elm House"),
        ),
        ("title: Wells", Metadata("Wells")),
        ("title: [unclosed", Metadata()),
        ("just words", Metadata()),
        ("year: 2019\nlang: en", Metadata(date="2019", language="en")),
    ],
)
def test_markdown_states_it_in_its_front_matter(yaml, expected):
    assert of(f"---\n{yaml}\n---\n\n{BODY}", "markdown") == expected
