"""Places of a library cited in new writing: locators, keys, forms, links and exports, by Python and by command line."""

import json

import pytest
from wells_and_dams import DAMS, WELLS

from api.cli import main
from corpus.errors import BadQueryError, BadSpanError, NoSuchPaperError

BIB = """@article{cole12, author={Cole, Ada}, title={The Wells of Elm}, journal={Dam Review}, volume={3}, number={2},
pages={5--9}, year={2012}, doi={10.1/x}, file={wells.txt}}"""


@pytest.fixture
def library(new_library, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "wells.txt").write_text(WELLS, encoding="utf-8")
    (folder / "dams.txt").write_text(DAMS, encoding="utf-8")
    library = new_library()
    assert [added.outcome for added in library.add([folder])] == ["added", "added"]
    library.metadata.set("wells", title="The wells of Elm")
    library.metadata.set("dams", title="Dams of the north")
    return library


def at(words, text=WELLS):
    start = text.index(words)
    return f"{start}-{start + len(words)}"


def test_full_then_ibid_then_short(library):
    paid = f"wells {at('The council of Elm paid 5 million euros for the pumps in 2001.')}"
    places = [library.citing.place(each) for each in (paid, paid, "dams para. 1", paid)]
    records = library.citing.cite(places, "chicago-17")
    assert [record["citation"] for record in records] == [
        "Ada Cole, The Wells of Elm (2012), para. 1.",
        "Cole, para. 1.",
        "Otto Zell, Dams of the North (2015), para. 1.",
        "Cole, The Wells of Elm, para. 1.",
    ]
    assert records[0]["entry_html"] == "Cole, Ada. <i>The Wells of Elm</i>. 2012."
    assert records[0]["quote"] == "The council of Elm paid 5 million euros for the pumps in 2001."
    assert records[0]["pandoc"] == "[@cole2012wells, para. 1]"
    assert records[0]["page"] is None
    assert records[0]["missing"] == ["institution"]


def test_a_claim_is_cited_through_its_note_to_the_source(library):
    told = library.citing.cite([library.citing.place(f"wells {at('In Ash the river fell by a third')}")])[0]["through"]
    assert told == []  # the note is called at the sentence's end, not in these words
    sentence = "In Ash the river fell by a third between 2004 and 2009, as the gauge at the mill shows."
    (through,) = library.citing.cite([library.citing.place(f"wells {at(sentence)}")], "apa")[0]["through"]
    assert (through["note"], through["resolves_to"]) == ("2", "1")
    assert through["cited_in"].startswith("River Office, Annual Report 2002 (Elm: River Office, 2003), 14, cited in ")
    (own,) = library.citing.cite([library.citing.place("wells n. 1")])[0]["through"]
    assert own["note"] == "1"


@pytest.mark.parametrize(
    ("locator", "error", "message"),
    [
        ("nothing.txt", NoSuchPaperError, "no paper"),
        ("nothing 1-5", NoSuchPaperError, "no paper"),
        ("", NoSuchPaperError, "no paper"),
        ("@nobody2001", NoSuchPaperError, "no paper"),
        ("wells p. 3", BadSpanError, "no printed pages"),
        ("wells para. 99", BadSpanError, "no paragraph 99"),
        ("wells n. 9", BadSpanError, "no note 9"),
        ("wells 5-2", BadSpanError, "no place"),
        ("wells 0-99999", BadSpanError, "no place"),
        ("pincite:wells.txt#char=0,9&quote=Not%20there", BadQueryError, "gone|no link"),
        ("pincite:x", BadQueryError, "no link"),
    ],
)
def test_a_place_that_is_none(library, locator, error, message):
    with pytest.raises(error, match=message):
        library.citing.place(locator)


def test_keys_stay_once_they_were_used(library):
    keys = {name: item["id"] for name, item in library.citing.items().items()}
    assert keys == {"wells.txt": "cole2012wells", "dams.txt": "zell2015dams"}
    library.metadata.set("wells", authors="B. Ito", title="Other", date="2020")
    assert library.citing.items(["wells"])["wells.txt"]["id"] == "cole2012wells"
    assert library.citing.place("@cole2012wells").paper.name == "wells.txt"
    library.remove("wells.txt")
    assert library.citing.items()["dams.txt"]["id"] == "zell2015dams"


def test_a_key_that_a_reference_list_gives_is_kept_with_all_it_says(new_library, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "wells.txt").write_text(WELLS, encoding="utf-8")
    (folder / "zotero.bib").write_text(BIB, encoding="utf-8")
    library = new_library()
    list(library.add([folder]))
    (record,) = library.citing.bibliography(style="chicago")
    assert record["key"] == "cole12"
    assert record["entry"] == "Cole, Ada. “The Wells of Elm.” Dam Review 3, no. 2 (2012): 5–9. https://doi.org/10.1/x."
    assert record["missing"] == []
    library.metadata.set("wells", volume="4")
    assert "Dam Review 4" in library.citing.bibliography()[0]["entry"]
    library.metadata.unset("wells", "volume")
    assert "Dam Review 3" in library.citing.bibliography()[0]["entry"]


def test_links_follow_a_paper_that_was_changed(library, tmp_path):
    place = library.citing.place(f"wells {at('Nobody counted the wells that ran dry in the same year.')}")
    link = library.citing.cite([place])[0]["link"]
    file = tmp_path / "in" / "wells.txt"
    file.write_text(WELLS.replace("The council", "A preface was put here.\n\nThe council"), encoding="utf-8")
    list(library.add([file]))
    again = library.citing.place(link)
    assert again.followed.state == "moved"
    assert again.citation.quote == "Nobody counted the wells that ran dry in the same year."
    file.write_text(WELLS.replace("Nobody counted", "Somebody counted"), encoding="utf-8")
    list(library.add([file]))
    assert library.citing.place(link).followed.state == "changed"


def run(capsys, library, *words):
    library.close()
    code = 0
    try:
        main([words[0], "--library", str(library.folder), *words[1:]])
    except SystemExit as stopped:
        code = stopped.code or 0
    return code, *capsys.readouterr()


def test_the_command_line_cites(library, capsys):
    code, out, err = run(capsys, library, "cite", "dams p. 1")
    assert (code, out) == (2, "")
    assert "no printed pages" in err
    code, out, err = run(capsys, library, "cite", "dams para. 1", "dams para. 1", "--style", "oscola", "--json")
    records = json.loads(out)
    assert [record["citation"] for record in records][1] == "Ibid."
    assert "OSCOLA is right here for full notes" in err
    assert run(capsys, library, "cite")[0] == 2
    assert run(capsys, library, "cite", "dams", "--style", "no-such")[0] == 2


def test_what_a_search_finds_is_cited_by_its_best_sentence(library):
    (place,) = library.citing.found("council pumps", 1)
    assert place.citation.quote.startswith("The council of Elm paid 5 million euros for the pumps in 2001.")
    assert library.citing.cite([place], "mla")[0]["citation"] == "(Cole, par. 1)"


def test_the_command_line_lists_and_follows(library, capsys, tmp_path):
    code, out, err = run(capsys, library, "bibliography", "--style", "apa")
    assert code == 0
    assert out == "Cole, A. (2012). The Wells of Elm.\n\nZell, O. (2015). Dams of the north.\n".replace(
        "Wells", "wells"
    )
    assert "wells.txt: nobody says its institution" in err
    target = tmp_path / "refs.bib"
    assert run(capsys, library, "bibliography", "-f", "bibtex", "-o", str(target), "-q")[0] == 0
    assert "@techreport{cole2012wells," in target.read_text(encoding="utf-8")
    _, out, _ = run(capsys, library, "cite", "dams para. 1", "--json", "-q")
    link = json.loads(out)[0]["link"]
    code, out, _ = run(capsys, library, "follow", link, "--json")
    assert (code, json.loads(out)[0]["state"]) == (0, "here")
    code, out, err = run(
        capsys, library, "follow", link.replace("dams.txt", "lost.txt").replace("3%20million", "4%20million")
    )
    assert code == 1
    assert "changed" in out
    assert "{+3+}" in out
    assert "no longer lead" in err
