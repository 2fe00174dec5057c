import pytest

from corpus.read.pdf.blocks import Block
from corpus.read.pdf.listing import tell_lists

ANNOUNCED = "The Society has asked its members for two things:"


@pytest.mark.parametrize(
    ("words", "items"),
    [
        ([ANNOUNCED, "1. wheels", "2. stones", "So it said."], 2),
        ([ANNOUNCED, "(a) wheels", "(b) stones", "(c) sacks"], 3),
        ([ANNOUNCED, "1) wheels", "3) stones"], 0),
        ([ANNOUNCED, "1. wheels", "So it said."], 0),
        (["It has asked its members for two things.", "1. wheels", "2. stones"], 0),
        (["Notes:", "1. See the survey.", "2. Ibid."], 0),
        ([ANNOUNCED, "So it said.", "1. wheels", "2. stones"], 0),
        ([ANNOUNCED, "2018 was dry", "2019 was wet"], 0),
    ],
)
def test_only_an_announced_list_is_one(words, items):
    blocks = [Block("paragraph", (), one) for one in words]
    tell_lists([blocks[:2], [Block("note", (), "1 See the survey.")], blocks[2:]])
    assert [block.role for block in blocks].count("list_item") == items
    assert all(block.role == "list_item" for block in blocks[1 : 1 + items])
