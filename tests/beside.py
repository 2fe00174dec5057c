"""What may lie beside the repository: the shared papers and gold sets."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def shared(*parts):
    """A place among the shared papers and gold sets; skips the test, saying why, where they are not."""
    place = Path(os.environ.get("PINCITE_SHARED", ROOT.parent / "shared")).joinpath(*parts)
    if not place.exists():
        pytest.skip(f"needs the shared papers and gold sets ({place.name} is not there)")
    return place
