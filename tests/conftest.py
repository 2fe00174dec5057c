"""What many tests share: the samples, a library of them, and an encoder that needs no model."""

import os
from pathlib import Path

import pytest
from fakes import WordEncoder
from hypothesis import settings
from pipelines import save_pipeline

from api.library import Library
from api.settings import Settings

settings.register_profile("shared machines", deadline=None, derandomize="CI" in os.environ)  # how long an
# example takes says nothing here, and a check that nobody watches meets the same examples every time
settings.load_profile("shared machines")

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "examples" / "papers"


@pytest.fixture
def encoder():
    return WordEncoder()


@pytest.fixture
def new_library(tmp_path, encoder):
    """Opens the library in tmp_path (or a folder in it); every call opens it anew."""
    opened = []

    def start(folder="library", **options):
        library = Library.open(Settings(tmp_path / folder), **({"create": True, "encoder": encoder} | options))
        opened.append(library)
        return library

    yield start
    for library in opened:
        library.close()


@pytest.fixture
def pipeline(tmp_path):
    """Makes a user's own spaCy model that finds the names given, in a folder; `meta` goes into its meta.json."""

    def make(names, folder="own-model", **meta):
        return save_pipeline(tmp_path / folder, names, **meta)

    return make


@pytest.fixture(scope="session")
def sample_library(tmp_path_factory):
    """A library of the samples, for reading only."""
    with Library.open(Settings(tmp_path_factory.mktemp("samples")), create=True, encoder=WordEncoder()) as library:
        for added in library.add([SAMPLES]):
            assert added.outcome == "added", added
        yield library
