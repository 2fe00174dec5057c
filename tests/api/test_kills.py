"""A process that adds and removes papers is killed, again and again: nothing acknowledged is lost, and what is
indexed is what a fresh index of the same store would be."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from fakes import PieceEncoder

from api.indexes import stamps
from api.library import Library
from api.loaded import Loaded
from api.settings import Settings
from corpus.model import Passage
from nlp.engines import EVERYWHERE
from nlp.find.keyword import TantivyIndex

WRITER = """
import random, sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from fakes import PieceEncoder
from api.library import Library
from api.settings import Settings
rng = random.Random({seed})
folder = Path({papers!r})
with Library.open(Settings(Path({library!r}), names="rules"), create=True, encoder=PieceEncoder()) as library:
    for _ in range(1000):
        name = f"paper-{{rng.randrange(12)}}.txt"
        if name in library.names() and rng.random() < 0.4:
            library.remove(name)
            print("gone", name, flush=True)
            continue
        words = " ".join(rng.choice(["coca", "aid", "wells", "2008", "council"]) for _ in range(60))
        (folder / name).write_text(f"On {{name}}\\n\\nThe {{words}} of {{rng.random()}}.\\n" * 3, encoding="utf-8")
        for added in library.add([folder / name]):
            print("held", name, (folder / name).read_bytes().hex()[-40:], flush=True)
"""


def killed(tmp_path, seed):
    """What the writer said it had done, before it was killed at some moment."""
    script = WRITER.format(
        tests=str(Path(__file__).parents[1]), seed=seed, papers=str(tmp_path / "in"), library=str(tmp_path / "library")
    )
    rng = random.Random(seed)
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as process:
        told = [process.stdout.readline()]
        time.sleep(rng.random() * 0.8)
        os.kill(process.pid, signal.SIGKILL)
        told += process.stdout.readlines()
    return [line.split() for line in told if line.endswith("\n")]


def same_as_a_fresh_index(library, folder):
    """The index of an open library against one made from its store now."""
    held = library._store.held()
    kept, fresh = library._indexes.keyword, TantivyIndex(folder)
    for name, stamp in stamps(held).items():
        fresh.replace(name, stamp, [entry.indexed() for entry in Loaded(library._store, name).entries()])
    fresh.commit()
    assert dict(kept.held()) == dict(fresh.held()) == stamps(held)
    assert kept.count() == fresh.count() == library._store.count(Passage)
    assert kept.passages(EVERYWHERE, 10_000) == fresh.passages(EVERYWHERE, 10_000)
    for token in ("coca", "aid", "well", "2008", "council", "nowher"):
        assert kept.frequency(token) == fresh.frequency(token)
        ours, theirs = (
            dict(kept.search({token: 1.0}, 500, EVERYWHERE)),
            dict(fresh.search({token: 1.0}, 500, EVERYWHERE)),
        )
        assert ours == pytest.approx(theirs, rel=0.05), "the mean length follows deletions only when files are merged"


def rounds(tmp_path, many):
    (tmp_path / "in").mkdir()
    acknowledged: dict[str, str | None] = {}
    for seed in range(many):
        for what, name, *content in killed(tmp_path, seed):
            acknowledged[name] = content[0] if what == "held" else None
        with Library.open(Settings(tmp_path / "library", names="rules"), encoder=PieceEncoder()) as library:
            with library._store._database.reading() as connection:
                assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
                assert connection.exec_driver_sql("PRAGMA foreign_key_check").first() is None
            same_as_a_fresh_index(library, tmp_path / f"fresh-{seed}")
            # one change may have been made and not told: the last before the kill
            now = {name: library.paper(name).text.encode().hex()[-40:] for name in library.names()}
            other = {name for name in acknowledged | now if acknowledged.get(name) != now.get(name)}
            assert len(other) <= 1, other
            assert library.status()["unencoded"] == []
            assert library.search("coca aid") or not now
            acknowledged = dict(now)


def test_a_few_kills(tmp_path):
    rounds(tmp_path, 3)


@pytest.mark.slow
def test_fifty_kills(tmp_path):
    rounds(tmp_path, 50)
