"""A library keeps what it is given, changes only what changed, and returns from a crash as it was."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.adding import LIKE
from api.library import FigureFilter, Library
from api.settings import Settings
from corpus.errors import BadQueryError, LibraryBusyError, LibraryMissingError, MissingEngineError, NoSuchPaperError
from nlp.model import Kind

SAMPLES = Path(__file__).parents[2] / "examples" / "papers"
TRUTH = json.loads((SAMPLES.parents[1] / "tests" / "samples" / "truth.json").read_text(encoding="utf-8"))
BODY = "The council of Elm paid 5 million euros for the wells of the valley in 2001. Nobody in Elm had asked for them."


def write(folder, name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def outcomes(library, *paths, **options):
    return [(Path(added.path).name, str(added.outcome)) for added in library.add(list(paths), **options)]


def test_a_second_run_changes_nothing_and_says_so(new_library, tmp_path):
    write(tmp_path / "in", "a.txt", BODY)
    library = new_library()
    assert outcomes(library, tmp_path / "in") == [("a.txt", "added")]
    before = library.export()
    assert outcomes(library, tmp_path / "in") == [("a.txt", "unchanged")]
    assert library.export() == before


def test_a_changed_paper_is_replaced_and_no_other_is_touched(new_library, tmp_path):
    a, b = write(tmp_path / "in", "a.txt", BODY), write(tmp_path / "in", "b.txt", BODY.replace("Elm", "Oak"))
    library = new_library()
    outcomes(library, a, b)
    write(tmp_path / "in", "a.txt", BODY.replace("5 million", "7 million"))
    assert outcomes(library, a, b) == [("b.txt", "unchanged"), ("a.txt", "replaced")]
    assert library.names() == ["a.txt", "b.txt"]
    sums = [(paper.name, figure.low) for paper, figure in library.figures(FigureFilter(kinds=[Kind.MONEY]))]
    assert sums == [("a.txt", 7e6), ("b.txt", 5e6)]
    assert [p.name for p, _ in library.search("7 million euros", k=1)] == ["a.txt"]


def test_two_files_of_one_name_are_two_papers_and_a_copy_is_none(new_library, tmp_path):
    library = new_library()
    write(tmp_path / "in", "2001/report.txt", BODY)
    write(tmp_path / "in", "2002/report.txt", BODY.replace("2001", "2002"))
    write(tmp_path / "in", "copy.txt", BODY)
    found = outcomes(library, tmp_path / "in")
    assert found == [("report.txt", "duplicate"), ("copy.txt", "added"), ("report.txt", "added")]
    assert library.names() == ["copy.txt", "report.txt"]
    write(tmp_path / "in", "2003/report.txt", BODY.replace("2001", "2003"))
    outcomes(library, tmp_path / "in")
    assert library.names() == ["2003/report.txt", "copy.txt", "report.txt"]


def test_a_file_that_was_moved_and_changed_replaces_its_paper(new_library, tmp_path):
    library = new_library()
    path = write(tmp_path / "old", "report.txt", BODY)
    outcomes(library, path)
    path.unlink()
    moved = write(tmp_path / "new", "report.txt", BODY + " It was late.")
    assert outcomes(library, moved) == [("report.txt", "replaced")]


def test_one_bad_file_never_stops_a_batch(new_library, tmp_path):
    folder = tmp_path / "in"
    write(folder, "a.txt", BODY)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(b"\x00\x01\x02" * 100)
    (folder / "picture.png").write_bytes(b"\x89PNG")
    write(folder, "z.md", "# Wells\n\n" + BODY)
    library = new_library()
    found = dict(outcomes(library, folder, tmp_path / "none.txt"))
    assert found == {
        "a.txt": "added", "empty.txt": "failed", "binary.txt": "failed", "picture.png": "skipped", "z.md": "added",
        "none.txt": "failed",
    }  # fmt: skip
    assert library.names() == ["a.txt", "z.md"]


def test_a_folder_without_papers_is_said_to_be_one(new_library, tmp_path):
    (tmp_path / "in").mkdir()
    assert [added.message for added in new_library().add([tmp_path / "in"])] == [
        f"There are no papers in {tmp_path / 'in'} (a folder needs {LIKE})."
    ]


def test_processes_give_what_one_gives(new_library):
    one, many = new_library("one"), new_library("many")
    outcomes(one, SAMPLES)
    outcomes(many, SAMPLES, jobs=2)
    assert one.export() == many.export()


def stands(exported):
    """Every record of an export says what stands at its place."""
    texts = {paper["paper"]: paper["text"] for paper in exported["papers"]}
    for rows in (rows for name, rows in exported.items() if isinstance(rows, list) and name != "papers"):
        for row in rows:
            if "start" in row:
                assert texts[row["paper"]][row["start"] : row["end"]] == row["text"]
            if "spans" in row:
                assert "".join(texts[row["paper"]][s:e] for s, e in row["spans"]) == row["text"]
    return True


def test_every_record_of_an_export_stands_in_its_text(sample_library):
    exported = sample_library.export()
    assert all(rows for rows in exported.values() if isinstance(rows, list))
    assert stands(exported)


PIECES = [
    "cost $5 million¹ in 2001",
    "¹ See Abel.",
    "12",
    "\r\n\r\n",
    "\n",
    "\ufeff",
    "\u00a0",
    r"\$ 3.2 bn",
    "**Elm**",
]
PIECES += ["A\t1\nB\t2", "Table 1. X (EUR m)", "The council of", "Elm paid. Nobody did.", "🌊 e\u0301", "\f", "[^1]"]
PIECES += ["[^1]: Note.", "# Wells"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=25), st.sampled_from(["a.txt", "a.md"]))
def test_whatever_is_in_a_paper_its_export_stands_in_it(tmp_path_factory, encoder, parts, name):
    folder = tmp_path_factory.mktemp("any")
    write(folder, name, " ".join(parts) + "\n\nwords")
    with Library.open(Settings(folder / "library"), create=True, encoder=encoder) as library:
        list(library.add([folder / name]))
        assert stands(library.export())


def test_a_paper_is_named_by_any_unambiguous_beginning(sample_library):
    assert sample_library.paper("coca").name == "coca-frontiers.txt"
    with pytest.raises(NoSuchPaperError, match="2 papers begin so"):
        sample_library.paper("c")
    with pytest.raises(NoSuchPaperError, match="no paper"):
        sample_library.paper("zebra")


@pytest.mark.parametrize("which", TRUTH["searches"], ids=lambda which: which["query"])
def test_matched_words_stand_in_their_passage(sample_library, which):
    hits = sample_library.search(which["query"], k=3, mode="words")
    assert any(hit.matched for _, hit in hits)
    for paper, hit in hits:
        assert all(any(piece.covers(span) for piece in hit.passage.spans) for span in hit.matched)
        assert all(paper.quote(span).strip() for span in hit.matched)


def test_a_search_is_narrowed_to_papers_and_kinds(sample_library):
    hits = sample_library.search("water", k=50, papers=["coca", "border"], kinds=["note"])
    assert {paper.name for paper, _ in hits} <= {"coca-frontiers.txt", "border-ledger.md"}
    assert {hit.passage.kind for _, hit in hits} == {"note"}


@pytest.mark.parametrize("query", ["", "   ", "?!", "…"])
def test_a_query_without_a_word_is_refused(sample_library, query):
    with pytest.raises(BadQueryError):
        sample_library.search(query)


def test_figures_are_filtered_by_kind_unit_and_value(sample_library):
    every = list(sample_library.figures())
    money = list(sample_library.figures(FigureFilter(kinds=[Kind.MONEY])))
    large = list(sample_library.figures(FigureFilter(kinds=[Kind.MONEY], units=["usd"], at_least=1e7, at_most=1e8)))
    assert 0 < len(large) < len(money) < len(every)
    assert all(f.unit == "USD" and f.high >= 1e7 and f.low <= 1e8 for _, f in large)


def test_a_removed_paper_is_gone_from_everywhere(new_library):
    library = new_library()
    outcomes(library, SAMPLES)
    library.remove("coca")
    assert "coca-frontiers.txt" not in library.names()
    assert all(paper.name != "coca-frontiers.txt" for paper, _ in library.search("coca cultivation hectares", k=50))
    with pytest.raises(NoSuchPaperError):
        library.paper("coca-frontiers.txt")


def test_a_lost_index_is_made_again_on_opening(new_library, tmp_path):
    library = new_library()
    outcomes(library, SAMPLES)
    found = [hit.ref for _, hit in library.search("coca hectares", k=5)]
    library.close()
    shutil.rmtree(tmp_path / "library" / "keyword")
    assert [hit.ref for _, hit in new_library().search("coca hectares", k=5)] == found


def test_a_paper_the_index_has_not_followed_is_not_searched_wrongly(new_library, tmp_path):
    library = new_library()
    path = write(tmp_path / "in", "a.txt", BODY)
    outcomes(library, path)
    reader = new_library()
    write(tmp_path / "in", "a.txt", "Short. Nothing about it any more.")
    outcomes(library, path)
    assert all(paper.text.startswith("Short.") for paper, _ in reader.search("council euros wells", k=5))


def test_another_model_must_encode_before_it_can_search(new_library, tmp_path, encoder):
    outcomes(new_library(), write(tmp_path / "in", "a.txt", BODY))
    other = type(encoder)()
    other.name = "words@2"
    library = new_library(encoder=other)
    with pytest.raises(MissingEngineError, match="pincite refresh"):
        library.search("wells")
    assert library.search("wells", mode="words")
    assert library.refresh() == ["a.txt"]
    assert library.search("wells")


def test_a_missing_library_is_said_to_be_missing(new_library):
    with pytest.raises(LibraryMissingError):
        new_library("nowhere", create=False)


def test_only_one_process_writes(new_library, tmp_path):
    path = write(tmp_path / "in", "a.txt", BODY)
    first, second = new_library(), new_library()
    adding = first.add([path, write(tmp_path / "in", "b.txt", BODY.replace("Elm", "Oak"))])
    next(adding)
    with pytest.raises(LibraryBusyError):
        outcomes(second, path)
    list(adding)
    assert outcomes(second, path) == [("a.txt", "unchanged")]


ADDING = """
import sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from fakes import WordEncoder
from api.library import Library
from api.settings import Settings
with Library.open(Settings(Path({library!r})), create=True, encoder=WordEncoder()) as library:
    for added in library.add([Path({papers!r})]):
        print(added.paper, flush=True)
"""


def test_a_kill_loses_nothing_that_was_acknowledged(new_library, tmp_path):
    whole = new_library("whole")
    outcomes(whole, SAMPLES)
    script = ADDING.format(tests=str(Path(__file__).parents[1]), library=str(tmp_path / "killed"), papers=str(SAMPLES))
    for told in (1, 2, 4):
        with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as process:
            acknowledged = [process.stdout.readline().strip() for _ in range(told)]
            time.sleep(0.02 * told)
            os.kill(process.pid, signal.SIGKILL)
        with Library.open(Settings(tmp_path / "killed"), encoder=whole._encoder) as library:
            assert set(acknowledged) <= set(library.names()) | {""}
            assert library.status()["not_indexed"] == 0
        if told < 4:
            shutil.rmtree(tmp_path / "killed")
    again = new_library("killed")
    outcomes(again, SAMPLES)
    assert again.export() == whole.export()
