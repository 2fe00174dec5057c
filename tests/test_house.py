"""The house keeps its own rules: small files, small functions, one subject a place, and a true plan of the rooms."""

import ast
import re
from pathlib import Path

import pytest

import corpus

ROOT = Path(__file__).parents[1]
ROOMS = ("corpus", "nlp", "api")
SOURCES = [*sorted(path for room in (*ROOMS, "training") for path in (ROOT / room).rglob("*.py")), ROOT / "pincite.py"]
FORBIDDEN = {"utils", "util", "helpers", "helper", "base", "manager", "common", "misc"}
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
HEAVY = {
    "spacy": {"nlp/tag/names/lists/ruler.py", "nlp/tag/names/own_model.py"},
    "tantivy": {"nlp/find/clauses.py", "nlp/find/keyword.py", "nlp/find/snapshot.py"},
    "sentence_transformers": {"nlp/find/meaning.py"},
    "rank_bm25": {"nlp/find/bm25.py"},
    "markdown_it": {"corpus/outline/markup.py"},
    "charset_normalizer": {"corpus/read/decode.py"},
    "filelock": {"api/indexes.py"},
    "rich": {"api/cites_view.py", "api/terminal.py", "api/screen.py", "api/meter.py"},
    "pypdfium2": {"corpus/read/pdf/sheets.py"},
    "selectolax": {"corpus/read/html/tree.py"},
    "bibtexparser": {"corpus/metadata/bibtex.py"},
    "rispy": {"corpus/metadata/ris.py"},
    "httpx": {"api/phrasing/endpoint.py"},
    "jinja2": {"api/web/rendering.py"},
    "uvicorn": {"api/service/service.py"},
    "mcp": {"api/mcp/server.py"},
    "pydantic": {
        *("api/mcp/server.py", "api/mcp/shapes.py", "api/mcp/tools.py"),
        *("api/service/corrections.py", "api/service/quotations.py"),
    },
    "matplotlib": {"api/plot/sheet.py", "training/answers.py"},
    "xlsxwriter": {"api/sheets.py"},
    "pyarrow": {"api/parquet.py"},
    "docx": {"api/quotations/word.py"},
    "pint": {"api/figures/conversion.py"},
    "torch": {"nlp/find/meaning.py", "nlp/tag/names/head/network.py", "training/fit.py"},
    "tokenizers": {"nlp/tag/names/head/pieces.py"},
}


def relative(path):
    return path.relative_to(ROOT).as_posix()


def parsed(path):
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_a_file_has_one_subject_and_says_which(path):
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST_FILE, f"{lines} lines: is there a second subject?"
    assert ast.get_docstring(parsed(path)), "a file's docstring says what goes in and comes out"
    assert path.stem not in FORBIDDEN


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_functions_fit_in_the_head(path):
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            length = (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
            assert length <= LONGEST_FUNCTION, f"{node.name} has {length} lines"


@pytest.mark.parametrize("path", [path for path in SOURCES if path.name == "__init__.py"], ids=relative)
def test_packages_hold_a_docstring_and_no_code(path):
    assert len(parsed(path).body) == 1


def test_heavy_third_parties_stand_in_few_files():
    found = {name: set() for name in HEAVY}
    for path in SOURCES:
        for node in ast.walk(parsed(path)):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                if name.split(".")[0] in found:
                    found[name.split(".")[0]].add(relative(path))
    assert found == HEAVY


def test_no_pickle_no_eval_anywhere():
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\b(?:import pickle|pickle\.|(?<!\.)eval\(|exec\(|yaml\.load\()", text)


def test_the_corpus_imported_is_ours():
    assert Path(corpus.__file__).parent == ROOT / "corpus"


def test_the_plan_in_architecture_is_true():
    plan = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\| `([\w/]+)/` \|", plan, re.MULTILINE))
    there = {relative(path.parent) for path in SOURCES if path.name == "__init__.py"}
    there |= {"tests", "training", "bench", "docs/adr", "examples/papers"}
    assert named == there


def test_every_file_that_contributing_names_is_there():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:corpus|nlp|api|tests|bench|docs)/[\w/.-]*)`", text))
    assert named
    missing = [name for name in named if not (ROOT / name).exists()]
    assert missing == []


def test_every_test_mirrors_a_file_of_the_rooms():
    for room in ROOMS:
        for path in (ROOT / "tests" / room).rglob("test_*.py"):
            folder = ROOT / path.parent.relative_to(ROOT / "tests")
            assert folder.is_dir(), f"{relative(path)} mirrors no room"


def test_every_dependency_has_its_line():
    listed = re.search(r"dependencies = \[(.*?)\]", (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.DOTALL)
    names = re.findall(r'"([\w-]+)', listed.group(1))
    adr = (ROOT / "docs/adr/0008-dependencies.md").read_text(encoding="utf-8")
    assert [name for name in names if name not in adr] == []
