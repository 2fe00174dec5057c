"""pincite correct: what each verb writes, what it refuses, and that two at a time lose nothing."""

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fakes import WordEncoder

from api.cli import main
from api.library import Library
from api.settings import Settings

ROOT = Path(__file__).parents[3]
TEXT = (
    "The wells of Elm\n\nThe Elm Water Agency (EWA) paid 5 million euros for pumps in 2001. The Agency for Elm Water "
    "spent US$3 million on gravel in 2004. Ada Cole of the Oak Bank Group objected. Colombia sent 40 engineers.\n"
)


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    """A folder with one paper and a library of it, to be copied."""
    folder = tmp_path_factory.mktemp("held")
    (folder / "wells.txt").write_text(TEXT)
    with Library.open(Settings(folder / "library"), create=True, encoder=WordEncoder()) as library:
        list(library.add([folder / "wells.txt"]))
    return folder


@pytest.fixture
def run(monkeypatch, capsys, tmp_path, held):
    """Runs `pincite correct ...` on a library of one paper: (exit code, stdout, stderr)."""
    monkeypatch.setattr("api.library.SentenceEncoder", lambda _: WordEncoder())
    shutil.copytree(held, tmp_path, dirs_exist_ok=True)

    def start(*words, stdin=b"", command="correct"):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as left:
            main(["--library", str(tmp_path / "library"), command, *map(str, words)])
        out, err = capsys.readouterr()
        return int(left.value.code or 0), out, err

    return start


def at(words):
    start = TEXT.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("merge", "EWA", "agency for elm water"), "ORG:Agency for Elm Water is ORG:Elm Water Agency"),
        (("rename", "Ada Cole", "A. Cole"), "PERSON:Ada Cole is shown as A. Cole"),
        (("retype", "Oak Bank Group", "program"), "ORG:Oak Bank Group is PROGRAM"),
        (("drop", "Colombia"), "GPE:Colombia is nobody"),
        (("drop", "EWA", "--printed", "EWA"), 'ORG:Elm Water Agency is nobody where "EWA" is printed'),
        (("drop", "Colombia", "--paper", "wells"), "GPE:Colombia is nobody in wells.txt"),
        (("apart", "EWA", "Oak Bank Group"), "ORG:Elm Water Agency and ORG:Oak Bank Group are never the same"),
        (
            ("split", "EWA", "--as", "Elm Waste", "--of", "Elm Water Agency"),
            'ORG:Elm Water Agency is ORG:Elm Waste where "EWA" is printed',
        ),
    ],
)
def test_a_correction_is_kept_told_and_listed(run, words, told):
    assert run(*words) == (0, f"kept as 1: {told}\n", "")
    assert run("list") == (0, f"   1  {told}\n", "")


def test_a_correction_at_one_place(run):
    assert run("drop", "EWA", "--paper", "wells", "--at", *at("EWA"))[0] == 0
    ((record),) = json.loads(run("list", "--json")[1])
    around = TEXT[at("EWA")[0] - 32 : at("EWA")[0]], TEXT[at("EWA")[1] : at("EWA")[1] + 32]
    assert (record["paper"], record["quote"], record["prefix"], record["suffix"]) == ("wells.txt", "EWA", *around)
    assert run("list")[1].split() == [
        *("1", "ORG:Elm", "Water", "Agency", "is", "nobody", "in", "wells.txt,", "at"),
        *f'"{around[0]}[EWA]{around[1]}"'.split(),
    ]


def test_several_are_merged_into_the_first(run):
    code, out, _ = run("merge", "EWA", "Agency for Elm Water", "Oak Bank Group", "-f", "jsonl")
    records = [json.loads(line) for line in out.splitlines()]
    assert (code, [(each["outcome"], each["number"], each["other"]) for each in records]) == (
        0, [("kept", 1, "Agency for Elm Water"), ("kept", 2, "Oak Bank Group")],
    )  # fmt: skip


def test_what_changes_nothing_is_said_and_leaves_well(run):
    code, out, err = run("merge", "EWA", "Elm Water Agency")
    assert (code, err) == (0, "")
    assert out.startswith("nothing changed: ")
    assert run("list") == (0, "", "pincite: nothing has been corrected.\n")
    assert run("list", "-q") == (0, "", "")


def test_undo(run):
    run("drop", "Colombia")
    assert run("undo", "1") == (0, "taken back 1: GPE:Colombia is nobody\n", "")
    assert run("undo", "1", "--json")[0] == 2
    run("drop", "Colombia")
    assert json.loads(run("undo", "2", "--json")[1])[0]["name"] == "Colombia"


def test_undo_names_what_hung_on_it(run):
    run("split", "EWA", "--as", "Elm Waste")
    run("rename", "Elm Waste", "Waste of Elm")
    code, out, err = run("undo", "1")
    assert (code, out.startswith("taken back 1: "), err.count("\n")) == (0, True, 1)
    assert err.startswith("pincite: correction 2 fits nothing now: ")
    assert "Elm Waste" in err


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("merge", "EWA"), "write: pincite correct merge NAME OTHER..."),
        (("apart", "EWA", "Colombia", "Ada Cole"), "write: pincite correct apart NAME OTHER"),
        (("drop",), "write: pincite correct drop NAME"),
        (("list", "EWA"), "write: pincite correct list."),
        (("drop", "EWA", "--as", "x"), "--as says nothing with drop"),
        (("merge", "EWA", "Colombia", "--paper", "wells"), "--paper says nothing with merge"),
        (("undo", "1", "--orphans"), "--orphans says nothing with undo"),
        (("split", "EWA"), "with --as NAME"),
        (("drop", "EWA", "--at", 1, 2), "--at needs the paper"),
        (("undo", "one"), "'one' is no number"),
        (("marry", "EWA", "Colombia"), "'marry' is not one of 'merge', 'split'"),
        (("retype", "EWA", "colour"), "'colour' is no label"),
        (("merge", "EWA", "Columbia"), "near to it: GPE:Colombia"),
        (("undo", "3"), "no correction 3"),
        (("drop", "EWA", "--paper", "roads"), "no paper 'roads'"),
        (("drop", "EWA", "--paper", "wells", "--at", 9, 2), "9"),
        ((), "Missing argument 'VERB'"),
    ],
)
def test_what_cannot_be_read_is_said(run, words, why):
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert why in err


def test_a_contradiction_is_refused_with_the_way_out(run):
    run("apart", "EWA", "Agency for Elm Water")
    code, out, err = run("merge", "EWA", "Agency for Elm Water")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "correction 1 says that ORG:Elm Water Agency and ORG:Agency for Elm Water are never the same" in err
    assert "`pincite correct undo 1`" in err


def test_orphans_are_listed_with_the_reason(run, tmp_path):
    run("drop", "EWA", "--paper", "wells", "--at", *at("EWA"))
    run("drop", "Colombia")
    assert run("list", "--orphans") == (0, "", "pincite: every correction has its place.\n")
    (tmp_path / "wells.txt").write_text(TEXT.replace("(EWA) ", ""))
    run("wells.txt", command="remove")
    assert run(tmp_path / "wells.txt", command="add")[0] == 0
    (record,) = json.loads(run("list", "--orphans", "--json")[1])
    assert (record["number"], bool(record["orphan"])) == (1, True)
    shown = run("list", "--orphans")[1].splitlines()
    assert shown[-1].strip() == record["orphan"]
    assert "orphan" in run("list", "-f", "csv")[1].splitlines()[0].split(",")


def test_export_and_import(run, tmp_path):
    run("drop", "Colombia")
    run("rename", "Ada Cole", "A. Cole")
    path = tmp_path / "ours.jsonl"
    assert run("export", path) == (0, "", "")
    assert run("export", "-")[1] == path.read_text()
    assert [len(line) > 20 for line in path.read_text().splitlines()] == [True] * 3
    assert run("import", path) == (0, "same 2.\n", "")
    run("undo", "1")
    assert run("import", path) == (0, "line 2: kept as 3: GPE:Colombia is nobody\nkept 1, same 1.\n", "")
    assert run("import", "-", stdin=b"# nothing\n") == (0, "nothing in it.\n", "")


def test_import_lists_conflicts_and_bad_lines_and_takes_the_rest(run, tmp_path):
    run("apart", "EWA", "Agency for Elm Water")
    lines = [
        {"change": "merge", "name": "Elm Water Agency", "label": "ORG", "other": "Agency for Elm Water"},
        {"change": "not-an-entity", "name": "Colombia", "label": "GPE"},
        {"change": "not-an-entity", "name": "Colombia"},
    ]
    data = "\n".join(map(json.dumps, lines)).encode()
    code, out, err = run("import", "-", stdin=data)
    assert (code, err) == (3, "")
    told = (
        "line 1: not kept: ORG:Agency for Elm Water is ORG:Elm Water Agency, but correction 1 says otherwise: "
        "take one of them back. "
        "line 2: kept as 2: GPE:Colombia is nobody "
        "line 3: not read: it has no 'label'. "
        "kept 1, conflict 1, failed 1."
    )
    assert " ".join(out.split()) == told  # where lines break is for the terminal to say
    code, out, _ = run("import", "-", "--json", stdin=data)
    assert (code, [record["outcome"] for record in json.loads(out)]) == (3, ["conflict", "same", "failed"])


def test_a_file_that_is_not_there_is_one_line(run, tmp_path):
    code, out, err = run("import", tmp_path / "nowhere.jsonl")
    assert (code, out, err.count("\n")) == (3, "", 1)
    code, out, err = run("export", tmp_path / "nowhere" / "x.jsonl")
    assert (code, out, err.count("\n")) == (3, "", 1)


def test_names_cannot_command_a_terminal(run):
    line = {"change": "rename", "name": "Ada Cole", "label": "PERSON", "other": "\x1b[31mred\r\n"}
    _, out, err = run("import", "-", stdin=json.dumps(line).encode())
    assert "\x1b" not in out + err
    assert "\x1b" not in run("list")[1]


def test_two_processes_at_a_time_lose_nothing(run, tmp_path):
    """While one adds papers; the names that each gives are all there in the end."""
    papers = []
    for number in range(4):
        papers.append(tmp_path / f"more-{number}.txt")
        papers[-1].write_text(TEXT.replace("Elm", f"Elm{number}x") * 5)
    script = (
        "import sys; sys.path[:0] = ['tests', '.']; import api.library; from fakes import WordEncoder\n"
        "api.library.SentenceEncoder = lambda _: WordEncoder()\n"
        "from api.cli import main\n"
        "for words in sys.argv[2:]:\n"
        "    try: main(['--library', sys.argv[1], *words.split('|')])\n"
        "    except SystemExit as left: assert not left.code, left.code\n"
    )
    jobs = [
        ["add|" + "|".join(map(str, papers))],
        [f"rename|Ada Cole|A{n}. Cole" for n in range(4)],
        [f"rename|Oak Bank Group|Oak Bank {n}" for n in range(4)],
    ]
    jobs[1:] = [[f"correct|{words}" for words in job] for job in jobs[1:]]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    running = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(tmp_path / "library"), *job],
            cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )
        for job in jobs
    ]  # fmt: skip
    for process in running:
        output, _ = process.communicate(timeout=300)
        assert process.returncode == 0, output
    told = [each["told"] for each in json.loads(run("list", "--json")[1])]
    assert len(told) == 8
    for n in range(4):
        assert sum(said.endswith(f"shown as A{n}. Cole") for said in told) == 1
        assert sum(said.endswith(f"shown as Oak Bank {n}") for said in told) == 1
