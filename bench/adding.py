"""A folder of papers -> how much of `add` is the model's work, and how fast that is beside the model used bare.

    python bench/adding.py PAPERS [--names rules|head] [--late on|off] [--out report.json]

The model's share is the time spent in the encoder of passages, packing of word vectors counted as ours; the peer is
sentence-transformers with its own defaults (batches of 32, sorted by length), over all passages at once. A small paper
is added first, which pays for what is loaded once, and another last: what it costs when the rest is there.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from api.library import Library
from api.loaded import Loaded
from api.settings import LateUse, Settings
from nlp.engines import Pieces, Vectors
from nlp.find.meaning import SentenceEncoder

LITTLE = "On wells\n\nWells were drilled in Elm, and cost $2 million.\n"


class Timed(SentenceEncoder):
    """The product's encoder, which notes how long it worked."""

    spent = 0.0

    def encode(self, texts: Sequence[str]) -> Vectors:
        """As the encoder does."""
        started = time.perf_counter()
        rows = super().encode(texts)
        self.spent += time.perf_counter() - started
        return rows

    def pieces(self, texts: Sequence[str]) -> Iterator[tuple[int, Pieces]]:
        """As the encoder does."""
        work = super().pieces(texts)
        while True:
            started = time.perf_counter()
            one = next(work, None)
            self.spent += time.perf_counter() - started
            if one is None:
                return
            yield one


def main() -> None:
    """Read the arguments, measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("papers", type=Path)
    parser.add_argument("--names", default="head")
    parser.add_argument("--late", default="on", choices=list(LateUse))
    parser.add_argument("--out", type=Path, help="write the report as JSON")
    options = parser.parse_args()
    encoder = Timed()
    encoder.asked("warm")
    encoder.spent = 0.0
    with tempfile.TemporaryDirectory() as folder:
        place = Settings(Path(folder) / "library", names=options.names, late=LateUse(options.late))
        with Library.open(place, create=True, encoder=encoder) as library:
            (Path(folder) / "first.txt").write_text(LITTLE, encoding="utf-8")
            started = time.perf_counter()
            list(library.add([Path(folder) / "first.txt"]))
            first, encoder.spent = time.perf_counter() - started, 0.0
            started = time.perf_counter()
            held = sum(added.passages or 0 for added in library.add([options.papers]))
            whole, model = time.perf_counter() - started, encoder.spent
            (Path(folder) / "little.txt").write_text(LITTLE.replace("Elm", "Ash"), encoding="utf-8")
            started = time.perf_counter()
            list(library.add([Path(folder) / "little.txt"]))
            little = time.perf_counter() - started
            texts = [e.text for name in library.names() for e in Loaded(library._store, name).entries()]
    started = time.perf_counter()
    encoder._loaded.encode(texts, batch_size=32, show_progress_bar=False, normalize_embeddings=True)
    bare = time.perf_counter() - started
    report = {
        "the first little paper s": first,
        "passages": held,
        "add s": whole,
        "of that in the encoder": model / whole,
        "passages a second, ours": held / model,
        "passages a second, bare": len(texts) / bare,
        "ours / bare": (held / model) / (len(texts) / bare),
        "one little paper more s": little,
    }
    print(*(f"{name:28}{value:12.3f}" for name, value in report.items()), sep="\n")
    if options.out:
        options.out.write_text(json.dumps(report, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
