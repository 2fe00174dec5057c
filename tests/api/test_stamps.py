"""A stamp has a part for the text and one for the names, and tells which of them is stale."""

import pytest

from api.stamps import Stamp, stale
from corpus.store import Held

TODAY = Stamp.of(["revision 7", "txt 1"], ["rules 2", "model@1"])


def held(name, stamp):
    return Held(name, "ab" * 32, str(stamp), "", f"/papers/{name}", "txt", "txt 1", "2026-01-01T00:00:00Z")


def test_a_stamp_comes_back_from_its_string():
    assert Stamp.read(str(TODAY)) == TODAY


def test_each_part_depends_on_its_own_alone():
    other_names = Stamp.of(["revision 7", "txt 1"], ["rules 2", "model@2"])
    other_text = Stamp.of(["revision 8", "txt 1"], ["rules 2", "model@1"])
    assert (other_names.text, other_names.names != TODAY.names) == (TODAY.text, True)
    assert (other_text.names, other_text.text != TODAY.text) == (TODAY.names, True)


@pytest.mark.parametrize(
    ("kept", "whole", "names"),
    [
        (TODAY, [], []),
        (Stamp(TODAY.text, "other"), [], ["a"]),
        (Stamp("other", TODAY.names), ["a"], []),
        (Stamp("other", "other"), ["a"], []),
        ("", ["a"], []),
        ("0123456789abcdef", ["a"], []),  # as it was before names had a part
        (TODAY.text, [], ["a"]),
    ],
)
def test_what_is_stale(kept, whole, names):
    found = stale({"a": held("a", kept), "b": held("b", TODAY)}, TODAY)
    assert (list(found.whole), list(found.names)) == (whole, names)
