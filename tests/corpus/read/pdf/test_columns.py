from hypothesis import given
from hypothesis import strategies as st

from corpus.read.pdf.columns import flows
from corpus.read.pdf.lines import Line

PLACES = st.tuples(st.integers(0, 400), st.integers(20, 200), st.integers(0, 800), st.sampled_from([8.0, 10.0, 14.0]))


@given(st.lists(PLACES, max_size=60))
def test_no_line_is_lost_or_doubled(places):
    lines = [Line(str(at), x, x + wide, y, size) for at, (x, wide, y, size) in enumerate(places)]
    assert sorted(int(line.words) for flow in flows(lines) for line in flow.lines) == list(range(len(lines)))


def test_a_line_above_both_columns_comes_first():
    column = [
        Line(f"{side}{at}", x, x + 200, 700 - 12 * at, 10) for side, x in (("r", 300), ("l", 72)) for at in range(3)
    ]
    title = Line("title", 72, 500, 760, 20)
    assert [line.words for flow in flows([*column, title]) for line in flow.lines] == [
        "title", "l0", "l1", "l2", "r0", "r1", "r2",
    ]  # fmt: skip


def test_the_order_of_the_file_is_kept_where_places_do_not_tell():
    lines = [Line(str(at), 72, 500, 700 - 12 * at, 10) for at in range(5)]
    assert [line.words for flow in flows(lines) for line in flow.lines] == list("01234")
