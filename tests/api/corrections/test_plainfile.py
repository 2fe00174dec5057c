"""The plain file of corrections: read back as it was written, edited by hand, and safe from whatever stands in it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.corrections import plainfile
from api.identities.wording import now
from corpus.errors import UnreadableFileError
from nlp.link.record import Anchor, Change, Correction
from nlp.model import Label

SAID = "2026-01-02T03:04:05Z"
MERGE = Correction(Change.MERGE, "Elm Water Agency", Label.ORG, "EWA", Label.ORG, said_at=SAID)
PLACED = Correction(
    Change.DROP,
    'Ñandú, "the bird"',
    Label.PERSON,
    form="Ñandú",
    at=Anchor("a.txt", "Ñandú", "«\n", "\u2028»"),
    said_at=SAID,
)
PAPER = Correction(Change.DROP, "Elm", Label.GPE, at=Anchor("a.txt"), said_at=SAID)
RETYPE = Correction(Change.RETYPE, "Elm", Label.GPE, other_label=Label.ORG, said_at=SAID)


def read(text):
    return list(plainfile.read_bytes(text if isinstance(text, bytes) else text.encode(), "theirs.jsonl"))


def test_the_file_reads_well():
    assert list(plainfile.lines([MERGE, PAPER])) == [
        "# pincite corrections, version 1: one a line; what was said later stands above what was said before\n",
        (
            '{"change": "merge", "name": "Elm Water Agency", "label": "ORG", "other": "EWA", "other_label": "ORG", '
            f'"said_at": "{SAID}"}}\n'
        ),
        f'{{"change": "not-an-entity", "name": "Elm", "label": "GPE", "paper": "a.txt", "said_at": "{SAID}"}}\n',
    ]


def test_what_is_written_is_read_back_with_its_line():
    written = "".join(plainfile.lines([MERGE, PLACED, PAPER, RETYPE]))
    assert read(written) == [(2, MERGE), (3, PLACED), (4, PAPER), (5, RETYPE)]
    assert read(b"\xef\xbb\xbf" + written.replace("\n", "\r\n").encode()) == read(written)


NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=20)
ANCHORS = st.builds(Anchor, NAMES, NAMES, NAMES, NAMES) | st.builds(Anchor, NAMES)
ANY = st.builds(
    Correction,
    st.sampled_from(Change),
    NAMES,
    st.sampled_from(Label),
    NAMES,
    st.sampled_from(Label),
    NAMES,
    st.none() | ANCHORS,
    st.just(SAID),
)


@given(st.lists(ANY, max_size=4))
def test_any_is_read_back(corrections):
    assert [each for _, each in read("".join(plainfile.lines(corrections)))] == corrections


def test_a_line_written_by_hand_needs_no_more_than_what_it_says():
    before = now()
    ((line, found),) = read(
        '\n# ours\n  {"change": "rename", "name": "Elm", "label": "GPE", "other": "Elms", "form": null}\n'
    )
    assert line == 3
    assert found == Correction(Change.RENAME, "Elm", Label.GPE, "Elms", said_at=found.said_at)
    assert before <= found.said_at <= now()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2026-01-02T03:04:05Z", "2026-01-02T03:04:05Z"),
        ("2026-01-02T03:04:05.678+02:00", "2026-01-02T01:04:05Z"),
        ("2026-01-02 03:04", "2026-01-02T03:04:00Z"),
        ("2026-01-02", "2026-01-02T00:00:00Z"),
    ],
)
def test_times_are_kept_in_one_zone(typed, kept):
    ((_, found),) = read(json.dumps({"change": "not-an-entity", "name": "Elm", "label": "GPE", "said_at": typed}))
    assert found.said_at == kept


def line(**fields):
    return json.dumps({"change": "merge", "name": "Elm", "label": "GPE", "other": "Elms"} | fields)


BAD = {
    "nonsense": "it is not JSON (Expecting value at column 1)",
    "{'change': 'merge'}": "it is not JSON",
    "[1, 2]": "it is no object with fields and values",
    '"merge"': "it is no object",
    "{}": "it has no 'change'",
    '{"change": "merge", "label": "GPE"}': "it has no 'name'",
    line(change="marry"): "'change' is none of merge, split",
    line(label="COLOUR"): "'label' is none of PERSON, ORG",
    line(other_label="COLOUR"): "'other_label' is none of",
    line(other=None): "merge needs 'other'",
    line(name=""): "merge needs 'name'",
    line(change="split"): "split needs 'form'",
    line(change="retype"): "retype needs 'other_label'",
    line(quote="words"): "a 'quote' needs the 'paper'",
    line(name=3): "'name' is no text",
    line(name=["Elm"]): "'name' is no text",
    line(colour="red"): "there is no field 'colour'; the fields are change, name",
    line(number="3"): "there is no field 'number'",
    line(name="x" * 2001): "'name' is longer than 2,000 characters",
    line(name="a\0b"): "'name' has characters that are no text",
    line(name="\ud83d"): "'name' has characters that are no text",
    line(said_at="yesterday"): "'said_at' is no time such as 20",
    line(said_at="0001-01-01T00:00+09:00"): "'said_at' is no time",
    "[" * 100_000: "it is not JSON that can be read",
    '{"name": ' + "9" * 5000 + "}": "it is not JSON that can be read",
    "!!python/object/apply:os.system [ls]": "it is not JSON",
    b"\xff\xfe{}": "it is not UTF-8",
}


@pytest.mark.parametrize(("bad", "why"), BAD.items(), ids=map(str, range(len(BAD))))
def test_a_bad_line_is_told_in_a_sentence_and_stops_no_other(bad, why):
    good = line().encode()
    found = read(b"\n".join([good, bad if isinstance(bad, bytes) else bad.encode(), good]))
    assert [number for number, _ in found] == [1, 2, 3]
    assert isinstance(found[0][1], Correction)
    assert isinstance(found[2][1], Correction)
    assert found[1][1].startswith(why)
    assert len(found[1][1]) < 200
    assert "\n" not in found[1][1]


def test_a_file_of_a_newer_version_is_refused_whole():
    with pytest.raises(UnreadableFileError, match=r"theirs.jsonl was written by a newer pincite \(version 2\)"):
        read("# pincite corrections, version 2\n" + line())


def test_a_file_that_is_too_large_is_refused(tmp_path):
    path = tmp_path / "large.jsonl"
    with path.open("wb") as file:
        file.truncate(17 * 1024 * 1024)
    with pytest.raises(UnreadableFileError, match=r"large.jsonl is larger than 16 MB"):
        list(plainfile.read(path))


@pytest.mark.parametrize("name", ["nowhere.jsonl", "."])
def test_a_file_that_cannot_be_read_is_named(tmp_path, name):
    with pytest.raises(UnreadableFileError, match="cannot be read"):
        list(plainfile.read(tmp_path / name))


@given(st.binary(max_size=200))
def test_whatever_stands_in_a_file_is_a_correction_or_a_sentence(data):
    try:
        found = read(data)
    except UnreadableFileError:
        return
    assert all(isinstance(each, Correction | str) for _, each in found)
