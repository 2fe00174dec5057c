"""The command line keeps its contracts: streams, formats, exit codes, one sentence for what goes wrong."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from fakes import WordEncoder

from api.cli import COMMANDS, main, name_of
from api.commands.options import exit_code
from api.library import Library
from api.settings import Settings
from corpus import errors

PAPERS = {
    "wells.txt": "The wells of Elm\n\nThe council of Elm paid 5 million euros for the wells in 2001. They were deep.\n",
    "roads.txt": "The roads of Oak\n\nOak spent US$2.5 million on gravel and 40 hectares in 2003.\r\nIt rained.\n",
}


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    """A folder with a library of PAPERS, for reading only."""
    folder = tmp_path_factory.mktemp("held")
    with Library.open(Settings(folder / "library"), create=True, encoder=WordEncoder()) as library:
        list(library.add(written(folder / "in")))
    return folder


def written(folder):
    folder.mkdir()
    for name, text in PAPERS.items():
        (folder / name).write_bytes(text.encode())
    return [folder]


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Runs a command line in an empty folder, without a model: (exit code, stdout, stderr)."""
    monkeypatch.setattr("api.library.SentenceEncoder", lambda _: WordEncoder())
    monkeypatch.delenv("PINCITE_LIBRARY", raising=False)
    monkeypatch.chdir(tmp_path)

    def start(*arguments, stdin=b""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return int(left.value.code or 0), out, err

    return start


@pytest.fixture
def ask_held(run, held):
    """Runs a command line on the library of PAPERS."""
    return lambda *arguments, **options: run("--library", held / "library", *arguments, **options)


def lines(text):
    return [json.loads(line) for line in text.splitlines()]


# ---- finding the library


def test_the_library_is_named_before_or_after_the_command_or_by_the_environment(run, held, monkeypatch):
    library = held / "library"
    assert run("--library", library, "search", "wells")[0] == 0
    assert run("search", "wells", "--library", library)[0] == 0
    monkeypatch.setenv("PINCITE_LIBRARY", str(library))
    assert run("search", "wells")[0] == 0
    assert run("search", "wells", "--library", "elsewhere")[0] == 4


@pytest.mark.parametrize(
    "words", [("search", "a"), ("figures",), ("ask", "a"), ("show", "a"), ("status",), ("export",)]
)
def test_a_missing_library_is_said_in_one_line_and_none_is_made(run, tmp_path, words):
    code, out, err = run(*words)
    assert (code, out) == (4, "")
    assert err.startswith("pincite: ")
    assert err.count("\n") == 1
    assert not (tmp_path / "pincite-library").exists()


# ---- add


def test_add_twice_then_a_changed_file(run, tmp_path):
    (folder,) = written(tmp_path / "in")
    assert run("add", folder)[:2] == (0, "added 2; 2 papers in the library.\n")
    assert run("add", folder)[:2] == (0, "nothing changed: unchanged 2; 2 papers in the library.\n")
    (folder / "wells.txt").write_text("The wells of Elm\n\nThey were shallow, and cost 6 million euros.")
    code, out, err = run("add", folder, "-f", "jsonl")
    assert (code, [(row["paper"], row["outcome"]) for row in lines(out)]) == (
        0, [("roads.txt", "unchanged"), ("wells.txt", "replaced")],
    )  # fmt: skip
    assert "replaced wells.txt" in err
    assert run("add", folder, "--quiet")[2] == ""


def test_a_bad_file_stops_nothing(run, tmp_path):
    (folder,) = written(tmp_path / "in")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(bytes(range(256)) * 40)
    code, out, err = run("add", folder / "nowhere.txt", folder)
    assert (code, out) == (3, "added 2, failed 3; 2 papers in the library.\n")
    assert err.count("pincite: failed") == 3
    assert run("status", "--json")[0] == 0


def test_add_reads_a_text_from_standard_input(run):
    text = PAPERS["wells.txt"].encode()
    code, out, _ = run("add", "-", "--name", "speech.txt", "--json", stdin=text)
    assert (code, [(row["path"], row["paper"]) for row in json.loads(out)]) == (0, [("-", "speech.txt")])
    assert run("show", "speech.txt", "--text")[1] == PAPERS["wells.txt"]
    assert run("add", "-", "--name", "speech.txt", stdin=text)[1].startswith("nothing changed")
    assert run("add", "-", "--name", "../speech.txt", stdin=text)[0] == 2
    assert run("add", "-", stdin=b"")[0] == 3


def test_remove_wants_a_full_name(run, tmp_path):
    run("add", *written(tmp_path / "in"))
    assert run("remove", "wells")[0] == 2
    assert run("remove", "wells.txt")[0] == 0
    assert [row["paper"] for row in lines(run("figures", "-f", "jsonl")[1])] == ["roads.txt"] * 2
    assert (tmp_path / "in" / "wells.txt").exists()


# ---- search, figures, ask


def test_search_gives_records_whose_text_is_in_the_paper(ask_held):
    code, out, _ = ask_held("search", "deep", "wells", "-k", 2, "--json")
    first = json.loads(out)[0]
    assert (code, first["rank"], first["paper"], first["kind"]) == (0, 1, "wells.txt", "body")
    assert PAPERS["wells.txt"][first["start"] : first["end"]] == first["text"]
    assert len(lines(ask_held("search", "in", "-k", 1, "-f", "jsonl")[1])) == 1
    assert {row["paper"] for row in lines(ask_held("search", "wells", "--paper", "roads", "-f", "jsonl")[1])} == {
        "roads.txt"
    }


def test_nothing_found_is_1_and_said(ask_held):
    code, out, err = ask_held("search", "wells", "--in", "table", "--json")
    assert (code, json.loads(out)) == (1, [])
    assert err.startswith("pincite: no passage")
    assert ask_held("figures", "--min", "1e12", "-q") == (1, "", "")


def test_figures_filter_and_formats(ask_held):
    (euros,) = lines(ask_held("figures", "--kind", "money", "--unit", "EUR", "-f", "jsonl")[1])
    assert (euros["value"], euros["text"], euros["paper"]) == (5_000_000, "5 million euros", "wells.txt")
    rows = list(csv.DictReader(io.StringIO(ask_held("figures", "--max", "3e6", "-f", "csv")[1])))
    assert [(row["value"], row["unit"]) for row in rows] == [("2500000", "USD"), ("40", "ha")]
    code, out, err = ask_held("figures", "--limit", 1)
    assert (code, "US$2.5 million" in out, "5 million euros" in out) == (0, True, False)
    assert "1 of 3 figures" in err


def test_ask_answers_in_the_papers_words_or_says_why_not(ask_held):
    code, out, _ = ask_held("ask", "How much did the council of Elm pay for the wells?", "--json")
    answer = json.loads(out)
    assert (code, answer["abstained"]) == (0, False)
    for cited in answer["citations"]:
        assert PAPERS[cited["paper"]][cited["start"] : cited["end"]] == cited["quote"]
    code, out, _ = ask_held("ask", "How many submarines does Peru own?", "--json")
    assert (code, json.loads(out)["abstained"], json.loads(out)["citations"]) == (1, True, [])
    assert json.loads(out)["reason"]


def test_a_batch_gives_a_line_for_each_line(ask_held, tmp_path):
    batch = tmp_path / "batch.jsonl"
    batch.write_text('{"id": "a", "query": "wells"}\n\n{"id": 2, "query": "gravel"}\n')
    code, out, _ = ask_held("search", "--batch", batch, "-k", 1)
    assert (code, [(row["id"], row["results"][0]["paper"]) for row in lines(out)]) == (
        0, [("a", "wells.txt"), (2, "roads.txt")],
    )  # fmt: skip
    assert all(row["results"][0]["spans"] for row in lines(out))
    code, out, _ = ask_held("ask", "--batch", "-", stdin=batch.read_bytes())
    assert (code, [sorted({"id", "abstained", "text", "citations", "reason"} - row.keys()) for row in lines(out)]) == (
        0, [[], []],
    )  # fmt: skip


def test_a_bad_line_of_a_batch_stops_nothing(ask_held):
    stdin = b'nonsense\n[1]\n{"id": 1}\n\xff\n{"id": 2, "query": "?!"}\n{"id": 3, "query": "wells"}'
    code, out, err = ask_held("search", "--batch", "-", stdin=stdin)
    assert (code, [(row["id"], bool(row["results"])) for row in lines(out)]) == (3, [(2, False), (3, True)])
    assert [f"line {number} of" in err for number in range(1, 6)] == [True, True, True, True, False]


# ---- show, status, export


def test_show_gives_the_text_untouched(ask_held):
    text = PAPERS["roads.txt"]
    assert ask_held("show", "roads", "--text")[1] == text
    start = text.index("US$")
    assert ask_held("show", "roads.txt", start, start + 14) == (0, "US$2.5 million", "")
    record = json.loads(ask_held("show", "roads", start, start + 14, "--json")[1])
    assert (record["text"], record["start"]) == ("US$2.5 million", start)
    outline = json.loads(ask_held("show", "roads", "--json")[1])
    assert (outline["paper"], outline["counts"]["figures"]) == ("roads.txt", 2)
    assert "roads.txt" in ask_held("show", "roads")[1]


def test_status_in_every_format(ask_held):
    record = json.loads(ask_held("status", "--json")[1])
    assert record["papers"] == ["roads.txt", "wells.txt"]
    rows = {row["name"]: row["value"] for row in csv.DictReader(io.StringIO(ask_held("status", "-f", "csv")[1]))}
    assert rows.keys() == record.keys()
    assert "papers: roads.txt, wells.txt" in ask_held("status")[1]


def test_export_to_a_file_equals_export_to_the_screen(ask_held, tmp_path):
    target = tmp_path / "all.json"
    code, out, _ = ask_held("export", "--format", "standoff")
    assert (code, ask_held("export", "-o", target)[:2]) == (0, (0, ""))
    assert target.read_text(encoding="utf-8") == out
    texts = {paper["paper"]: paper["text"] for paper in json.loads(out)["papers"]}
    assert texts == PAPERS
    assert [path.name for path in tmp_path.iterdir()] == ["all.json"]
    code, _, err = ask_held("export", "-o", tmp_path / "nowhere" / "all.json")
    assert (code, err.count("\n")) == (3, 1)


# ---- what goes wrong


@pytest.mark.parametrize(
    "words",
    [
        ("search",),
        ("search", "???"),
        ("search", "a", "-k", "0"),
        ("search", "a", "--in", "nowhere"),
        ("search", "a", "--batch", "-"),
        ("search", "--batch", "nowhere.jsonl"),
        ("search", "a", "--json", "-f", "csv"),
        ("ask",),
        ("ask", "--batch", "-", "-f", "table"),
        ("figures", "--kind", "wealth"),
        ("figures", "--min", "2", "--max", "1"),
        ("figures", "--min", "nan"),
        ("figures", "--paper", "nobody.txt"),
        ("show", "nobody.txt"),
        ("show", "wells", "1"),
        ("show", "wells", "9", "1"),
        ("show", "wells", "1", "99999"),
        ("show", "wells", "1", "2", "--text"),
        ("export", "--format", "xml"),
        ("serve", "--host", "0.0.0.0"),
        ("serve", "--host", "example.org"),
        ("add",),
        ("nonsense",),
    ],
)
def test_what_cannot_be_meant_is_2_without_a_traceback(ask_held, words):
    code, out, err = ask_held(*words)
    assert (code, out) == (2, "")
    assert err
    assert "Traceback" not in err


def test_an_interrupt_is_130(ask_held, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("api.library.Library.search", interrupted)
    code, out, err = ask_held("search", "wells")
    assert (code, out, "Traceback" in err) == (130, "", False)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.LibraryMissingError, 4), (errors.BadQueryError, 2), (errors.NoSuchPaperError, 2),
        (errors.BadSpanError, 2), (errors.UnreadableFileError, 3), (errors.StorageError, 3),
        (errors.LibraryBusyError, 3), (errors.MissingEngineError, 3),
    ],
)  # fmt: skip
def test_exit_codes(error, code):
    assert exit_code(error("x")) == code


def test_control_characters_of_a_file_name_do_not_reach_the_terminal(run, tmp_path):
    bad = tmp_path / "a\x1b[2Jb.txt"
    bad.write_bytes(b"")
    code, _, err = run("add", bad)
    assert (code, "\x1b" in err) == (3, False)


# ---- help


@pytest.mark.parametrize(("command", "example"), COMMANDS, ids=lambda each: getattr(each, "__name__", ""))
def test_every_command_has_help_that_ends_with_an_example(run, command, example):
    code, out, _ = run(name_of(command), "--help")
    assert code == 0
    assert " ".join(out.split()).endswith(f"Example: {example}")
    assert example.startswith(f"pincite {name_of(command)}")


def test_help_lists_the_exit_codes_and_version_is_short(run):
    code, out, _ = run("--help")
    assert (code, [f"  {number} " in out for number in (0, 1, 2, 3, 4, 130)]) == (0, [True] * 6)
    assert "..." not in out.split("Commands:")[1], "a summary that is too long is cut"
    assert run("--version")[1].startswith("pincite 0.")


@pytest.mark.parametrize("script", ["from api.cli import main; main(['--help'])", "import pincite"])
def test_nothing_heavy_is_loaded_before_it_is_needed(script):
    heavy = {
        "spacy",
        "torch",
        "sqlalchemy",
        "numpy",
        "rich",
        "fastapi",
        "pydantic",
        "sklearn",
        "tantivy",
        "babel",
        "xlsxwriter",
        "pyarrow",
        "pint",
        "matplotlib",
    }
    code = f"import sys\ntry:\n    {script}\nexcept SystemExit: pass\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    )
    assert heavy & set(done.stderr.split()) == set()
