"""`import pincite` gives a dozen names and loads nothing heavy."""

import importlib.metadata
import subprocess
import sys

import pytest

import pincite
from api.library import Library


def test_every_name_is_there():
    assert {name for name in pincite.__all__ if getattr(pincite, name, None) is None} == set()
    assert len(pincite.__all__) == len(set(pincite.__all__)) <= 16


def test_the_late_names_are_what_they_say():
    assert pincite.Library is Library
    assert pincite.__version__ == importlib.metadata.version("pincite")


def test_other_names_are_not_there():
    with pytest.raises(AttributeError, match="Nothing"):
        _ = pincite.Nothing


def test_a_star_import_gives_them_all():
    code = "from pincite import *; print(Library.__name__, Paper.__name__, __version__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split()[:2] == ["Library", "Paper"]
