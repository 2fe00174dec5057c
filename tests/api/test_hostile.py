"""A folder full of files that mean harm, and one paper: each is refused in one sentence, and the paper is kept."""

import pytest
from hostile_files import HOSTILE, PAPER


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("hostile")
    for name, make in HOSTILE.items():
        (place / name).write_bytes(make())
    (place / "paper.txt").write_text(PAPER, encoding="utf-8")
    return place


def test_each_is_refused_in_one_sentence_and_the_paper_is_kept(new_library, folder):
    library = new_library()
    told = {added.path.rsplit("/", 1)[-1]: added for added in library.add([folder])}
    assert set(told) == {*HOSTILE, "paper.txt"}
    assert told["paper.txt"].outcome == "added"
    for name in HOSTILE:
        message = told[name].message
        assert told[name].outcome == "failed", name
        assert name in message
        assert not [word for word in ("\n", "Traceback", "please report it") if word in message]
        assert message.endswith("."), message
        assert len(message) < 250
    assert library.names() == ["paper.txt"]


@pytest.mark.parametrize(
    "text",
    [
        "\u202eevil\u202c and \u0301\u0301\u0301 marks",
        "a\u0301" * 5_000,
        "مرحبا بالعالم. שלום עולם.\n\n" * 200,
        "*" * 20_000,
        "[1]" * 7_000,
        "1\n" * 10_000,
        ("x   " * 50 + "\n") * 400,
        "> " * 5_000 + "deep",
        "\ufffe\U0010ffff and odd line ends\x85here\u2028and there. " * 20,
    ],
    ids=["overrides", "combining", "right to left", "stars", "brackets", "numbers", "columns", "quotes", "odd"],
)
@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
def test_strange_text_is_kept_as_it_is(new_library, tmp_path, text, suffix):
    path = tmp_path / f"odd.{suffix}"
    path.write_text(text, encoding="utf-8")
    library = new_library()
    (added,) = library.add([path])
    assert added.outcome == "added", added.message
    if suffix != "html":
        assert library.paper("odd").text == path.read_bytes().decode("utf-8")
