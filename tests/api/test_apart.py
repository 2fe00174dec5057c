"""A file that kills the process that reads it is refused, and the next one is read."""

import os
import signal

import pytest

from api.apart import Apart
from api.workers import analyse_named
from corpus.errors import UnreadableFileError

PAPER = "Of the quays\n\nThe harbour board paid $4 million for the quay in 2016.\n"


@pytest.fixture(scope="module")
def apart():
    apart = Apart()
    yield apart
    apart.close()


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "quay.txt"
    path.write_text(PAPER)
    return path


def test_it_gives_what_reading_here_gives(apart, paper):
    assert apart(paper, "quay.txt", "rules") == analyse_named(paper, "quay.txt", "rules")


def test_what_cannot_be_read_is_refused_as_here(apart, tmp_path):
    (tmp_path / "nul.txt").write_bytes(b"\0" * 9)
    with pytest.raises(UnreadableFileError, match=r"nul\.txt"):
        apart(tmp_path / "nul.txt", "nul.txt", "rules")
    with pytest.raises(UnreadableFileError, match=r"gone\.txt"):
        apart(tmp_path / "gone.txt", "gone.txt", "rules")


def test_one_that_kills_its_reader_harms_no_other(apart, paper):
    apart(paper, "quay.txt", "rules")
    process, _ = apart._worker
    os.kill(process.pid, signal.SIGSTOP)  # so that it is in the middle of it
    os.kill(process.pid, signal.SIGKILL)
    with pytest.raises(UnreadableFileError, match="died"):
        apart(paper, "quay.txt", "rules")
    assert apart(paper, "quay.txt", "rules").paper.text == PAPER


def test_one_that_never_ends_is_given_up(paper):
    apart = Apart(longest=0.01)
    with pytest.raises(UnreadableFileError, match="without an end"):
        apart(paper, "quay.txt", "rules")
    assert apart._worker is None
