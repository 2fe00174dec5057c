"""A file -> whole, or not there."""

from __future__ import annotations

import pytest

from api.files import written_whole
from corpus.errors import StorageError


@pytest.mark.parametrize("name", ["wells.csv", "w" * 251 + ".csv"])
def test_the_file_is_there_when_the_block_ends_and_nothing_beside_it(tmp_path, name):
    with written_whole(tmp_path / name) as draft:
        draft.write_text("1")
        assert not (tmp_path / name).exists()
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [(name, "1")]


def test_what_goes_wrong_leaves_the_old_file_as_it_was(tmp_path):
    (tmp_path / "wells.csv").write_text("old")

    def fail() -> None:
        with written_whole(tmp_path / "wells.csv") as draft:
            draft.write_text("half")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("wells.csv", "old")]


@pytest.mark.parametrize("name", ["nowhere/wells.csv", "file/wells.csv", "w" * 300 + ".csv", "folder"])
def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path, name):
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    with (
        pytest.raises(StorageError, match=r"could not be written: [^.]+\.$"),
        written_whole(tmp_path / name) as draft,
        draft.open("w"),
    ):
        pass
