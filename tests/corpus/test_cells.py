"""Every field a record may have becomes cells and comes back the same; what cannot is refused."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Optional

import pytest

from corpus.cells import codecs
from corpus.model import Span, Spans


class Colour(StrEnum):
    RED = "red"


def codec(hint: Any, name: str = "it"):
    record = dataclass(type("Record", (), {"__annotations__": {name: hint}}))
    ((_, made),) = codecs(record)
    return made


@pytest.mark.parametrize(
    ("name", "hint", "value", "columns", "cells"),
    [
        ("level", int, 2, ["level"], (2,)),
        ("low", float, 1.5, ["low"], (1.5,)),
        ("low", float, 860_000_000, ["low"], (8.6e8,)),
        ("low", float, float("inf"), ["low"], (float("inf"),)),
        ("label", str, "é\r\n\x00\ufeff", ["label"], ("é\r\n\x00\ufeff",)),
        ("implied", bool, True, ["implied"], (True,)),
        ("kind", Colour, Colour.RED, ["kind"], ("red",)),
        ("span", Span, Span(3, 7), ["start", "end"], (3, 7)),
        ("caption", Span, Span(3, 7), ["caption_start", "caption_end"], (3, 7)),
        ("mark", Span | None, None, ["mark_start", "mark_end"], (None, None)),
        ("mark", Span | None, Span(0, 0), ["mark_start", "mark_end"], (0, 0)),
        ("spans", Spans, (Span(5, 9), Span(12, 20)), ["spans", "start", "end"], ("[[5,9],[12,20]]", 5, 20)),
        ("spans", Spans, (), ["spans", "start", "end"], ("[]", None, None)),
        ("section", Spans, (Span(1, 2),), ["section"], ("[[1,2]]",)),
        ("aliases", tuple[str, ...], ("ONU", "l'ONU", '"é"'), ["aliases"], ('["ONU","l\'ONU","\\"é\\""]',)),
        ("aliases", tuple[str, ...], (), ["aliases"], ("[]",)),
        ("counts", tuple[int, ...], (3, 1), ["counts"], ("[3,1]",)),
        ("counts", tuple[int, ...], (), ["counts"], ("[]",)),
        ("note", int | None, None, ["note"], (None,)),
        ("note", Optional[int], 0, ["note"], (0,)),  # noqa: UP045  the older spelling means the same
        ("page", str | None, "", ["page"], ("",)),
        ("shade", Colour | None, None, ["shade"], (None,)),
    ],
)
def test_a_field_has_readable_columns_and_comes_back(name, hint, value, columns, cells):
    made = codec(hint, name)
    assert [column for column, _, _ in made.columns] == columns
    assert made.encode(value) == cells
    assert made.decode(cells) == value
    assert type(made.decode(cells)) is type(codec(hint, name).decode(made.encode(value)))


@pytest.mark.parametrize(
    "hint",
    [bytes, object, list[str], dict[str, int], int | str, int | str | None, tuple[float, ...], tuple[Span, Span], None],
)
def test_a_field_of_another_type_is_refused_when_the_layer_is_made(hint):
    with pytest.raises(TypeError, match=r"Record\.it .* cannot be kept; a field may be int"):
        codec(hint)


def test_only_dataclasses_whose_fields_can_be_given_back_are_kept():
    @dataclass
    class Counted:
        made: int = field(init=False, default=0)

    with pytest.raises(TypeError, match=r"Counted\.made"):
        list(codecs(Counted))
    with pytest.raises(TypeError, match="str is not a dataclass"):
        list(codecs(str))


@pytest.mark.parametrize(
    ("hint", "value", "error"),
    [
        (int, "1", TypeError),
        (int, True, TypeError),
        (int, None, TypeError),
        (float, "1.0", TypeError),
        (float, True, TypeError),
        (float, float("nan"), ValueError),
        (bool, 1, TypeError),
        (str, 1, TypeError),
        (str, "half a pair \ud83d", UnicodeEncodeError),
        (tuple[str, ...], ("\udce9t\udce9",), UnicodeEncodeError),
        (tuple[int, ...], (1, True), TypeError),
        (tuple[int, ...], (1.0,), TypeError),
        (Colour, "red", TypeError),
    ],
)
def test_a_value_that_is_not_of_its_type_is_refused(hint, value, error):
    with pytest.raises(error):
        codec(hint).encode(value)
