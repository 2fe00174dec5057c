from hypothesis import given
from hypothesis import strategies as st

from api.plot.labels import Box, placed

FRAME = Box(0, 0, 300, 150)
SPOTS = st.tuples(st.integers(0, 300), st.integers(0, 150))


def marks_at(spots):
    return [Box(x - 3, y - 3, x + 3, y + 3) for x, y in spots]


@given(st.lists(st.tuples(SPOTS, st.integers(5, 90)), max_size=40))
def test_labels_cover_neither_each_other_nor_marks(wanted):
    marks = marks_at(spot for spot, _ in wanted)
    sizes = [(width, 9) for _, width in wanted]
    found = placed(marks, sizes, marks=marks, frame=FRAME)
    boxes = [label.box for label in found if label]
    assert all(box.inside(FRAME) for box in boxes)
    assert not any(box.meets(mark) for box in boxes for mark in marks)
    assert not any(a.meets(b) for i, a in enumerate(boxes) for b in boxes[:i])
    assert found == placed(marks, sizes, marks=marks, frame=FRAME)


def test_a_lone_label_stands_beside_its_mark_without_a_line():
    (mark,) = marks_at([(100, 70)])
    (label,) = placed([mark], [(40, 9)], marks=[mark], frame=FRAME)
    assert label is not None
    assert not label.led
    assert label.box.left > mark.right


def test_a_label_goes_round_a_line_where_it_can():
    (mark,) = marks_at([(100, 70)])
    line = Box(103, 69, 200, 71)
    (label,) = placed([mark], [(40, 9)], marks=[mark], frame=FRAME, lines=[line])
    assert label is not None
    assert not label.box.meets(line)


def test_without_room_there_is_no_label():
    (mark,) = marks_at([(100, 70)])
    assert placed([mark], [(400, 9)], marks=[mark], frame=FRAME) == [None]
