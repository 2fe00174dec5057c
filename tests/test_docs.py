"""The docs and the program say the same."""

import importlib.util
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from api.cli import COMMANDS, name_of

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), ROOT / "ARCHITECTURE.md", ROOT / "CONTRIBUTING.md"]


def renewed():
    spec = importlib.util.spec_from_file_location("renew", ROOT / "docs" / "renew.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.page()


def test_the_page_of_commands_is_what_the_commands_say():
    assert (ROOT / "docs" / "commands.md").read_text(encoding="utf-8") == renewed(), "run `make docs`"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_command_that_the_docs_show_exists(page):
    shown = set(re.findall(r"[`$] ?pincite ([a-z]+)\b", page.read_text(encoding="utf-8")))
    assert shown <= {name_of(command) for command, _ in COMMANDS}


def test_the_readme_shows_every_command():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name_of(command) for command, _ in COMMANDS if f"pincite {name_of(command)}" not in readme] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_between_pages_lead_somewhere(page):
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_make_targets_named_in_the_docs_exist():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = {name for page in PAGES for name in re.findall(r"`make ([a-z]+)", page.read_text(encoding="utf-8"))}
    assert [name for name in sorted(named) if not re.search(rf"^{name}:", makefile, re.MULTILINE)] == []


def test_help_comes_at_once_and_loads_nothing_heavy():
    heavy = (
        "spacy torch sentence_transformers sklearn sqlalchemy numpy fastapi pydantic tantivy rich babel xlsxwriter "
        "pyarrow pint matplotlib docx mcp"
    ).split()
    script = (
        "import sys; from api.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        f"sys.stderr.write(' '.join(name for name in {heavy!r} if name in sys.modules))"
    )
    start = time.monotonic()
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert time.monotonic() - start < 5, "0.1 s alone; this bound only catches what is grossly wrong on a busy machine"
