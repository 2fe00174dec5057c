"""A reader's word on who is who: made by name or by place, shown everywhere, and lasting."""

import json
import re
import subprocess
import sys

import pytest

from api.figures.filters import FigureFilter
from api.reports import Became
from api.stamps import Stamp
from corpus.errors import BadQueryError, ContradictionError, NoSuchPaperError
from corpus.model import Span
from nlp.link.record import Anchor, Change, Correction
from nlp.model import Entity, Label, Mention

PAPERS = {
    "wells.txt": "Wells and pumps\n\nThe Elm Water Agency (EWA) paid 5 million euros for pumps in 2001. In 2003 the "
    "EWA paid 2 million euros more. Ada Cole of the Oak Bank Group objected. Colombia sent 40 engineers.\n",
    "roads.txt": "Roads and gravel\n\nThe Agency for Elm Water spent US$3 million on gravel in 2004. The Oak Bank "
    "Group lent US$1 million. Colombia sent nobody.\n",
}


@pytest.fixture
def write(tmp_path):
    """Writes a paper and gives its path."""

    def written(name, text):
        path = tmp_path / "in" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        return path

    return written


@pytest.fixture
def library(new_library, write):
    made = new_library()
    list(made.add([write(name, text) for name, text in PAPERS.items()]))
    return made


def who(library):
    """Label and name of every identity -> the forms it is printed in, by paper."""
    return {
        f"{one.label}:{one.name}": sorted((alias.paper[0], alias.form, alias.mentions) for alias in one.aliases)
        for one in library.directory().identities()
    }


def shown(library, paper):
    """(words, label, entity) of a paper's mentions."""
    text = library.paper(paper).text
    return [(text[m.span.start : m.span.end], str(m.label), m.entity) for m in library.layer(paper, Mention)]


def place(library, paper, words, nth=0):
    text = library.paper(paper).text
    start = [found.start() for found in re.finditer(re.escape(words), text)][nth]
    return Span(start, start + len(words))


EWA = [("w", "EWA", 2), ("w", "Elm Water Agency", 1)]
AFTER = ("r", "Agency for Elm Water", 1)


def test_the_papers_say_who_is_who_as_the_tests_suppose(library):
    assert who(library) == {
        "ORG:Elm Water Agency": EWA,
        "ORG:Agency for Elm Water": [AFTER],
        "ORG:Oak Bank Group": [("r", "Oak Bank Group", 1), ("w", "Oak Bank Group", 1)],
        "PERSON:Ada Cole": [("w", "Ada Cole", 1)],
        "GPE:Colombia": [("r", "Colombia", 1), ("w", "Colombia", 1)],
    }


# ---- what each of them does


def test_merge(library):
    report = library.corrections.merge("ewa", "Agency for Elm Water")
    assert (report.outcome, report.number) == (Became.KEPT, 1)
    assert who(library)["ORG:Elm Water Agency"] == [AFTER, *EWA]
    assert ("Agency for Elm Water", "ORG", "Elm Water Agency") in shown(library, "roads")


def test_rename(library):
    library.corrections.rename("EWA", "  Water Agency\tof Elm ")
    assert who(library)["ORG:Water Agency of Elm"] == EWA
    assert {name for _, _, name in shown(library, "wells")} == {
        "Water Agency of Elm", "Ada Cole", "Oak Bank Group", "Colombia",
    }  # fmt: skip


@pytest.mark.parametrize("label", [Label.PROGRAM, "PROGRAM"])
def test_retype(library, label):
    library.corrections.retype("Agency for Elm Water", label)
    assert who(library)["PROGRAM:Agency for Elm Water"] == [AFTER]
    assert shown(library, "roads")[0] == ("Agency for Elm Water", "PROGRAM", "Agency for Elm Water")


def test_retype_in_one_paper(library):
    library.corrections.retype("Oak Bank Group", Label.PROGRAM, paper="wells")
    assert who(library)["PROGRAM:Oak Bank Group"] == [("w", "Oak Bank Group", 1)]
    assert who(library)["ORG:Oak Bank Group"] == [("r", "Oak Bank Group", 1)]


def test_split_a_form(library):
    library.corrections.split("EWA", "Elm Waste Authority")
    assert who(library)["ORG:Elm Waste Authority"] == [("w", "EWA", 2)]
    assert who(library)["ORG:Elm Water Agency"] == [("w", "Elm Water Agency", 1)]


def test_split_to_somebody_who_is_there(library):
    library.corrections.split("EWA", "agency for elm water")
    assert who(library)["ORG:Agency for Elm Water"] == [AFTER, ("w", "EWA", 2)]


def test_split_to_a_new_name_of_another_label(library):
    library.corrections.split("EWA", "program: Elm Water Aid", name="Elm Water Agency")
    assert who(library)["PROGRAM:Elm Water Aid"] == [("w", "EWA", 2)]


def test_split_in_one_paper(library):
    library.corrections.split("Oak Bank Group", "Oak Bank of Elm", paper="wells")
    assert who(library)["ORG:Oak Bank of Elm"] == [("w", "Oak Bank Group", 1)]
    assert who(library)["ORG:Oak Bank Group"] == [("r", "Oak Bank Group", 1)]


def test_split_at_one_place(library):
    library.corrections.split("EWA", "Elm Waste Authority", paper="wells", at=place(library, "wells", "EWA", 1))
    assert who(library)["ORG:Elm Waste Authority"] == [("w", "EWA", 1)]
    assert [entity for words, _, entity in shown(library, "wells") if words == "EWA"] == [
        "Elm Water Agency", "Elm Waste Authority",
    ]  # fmt: skip


def test_drop(library):
    library.corrections.drop("colombia")
    assert "GPE:Colombia" not in who(library)
    for paper in ("wells", "roads"):
        assert all(words != "Colombia" for words, _, _ in shown(library, paper))


def test_drop_in_one_paper(library):
    library.corrections.drop("Colombia", paper="roads")
    assert who(library)["GPE:Colombia"] == [("w", "Colombia", 1)]


def test_drop_a_form(library):
    library.corrections.drop("Elm Water Agency", form="EWA")
    assert who(library)["ORG:Elm Water Agency"] == [("w", "Elm Water Agency", 1)]


@pytest.mark.parametrize("nth", [0, 1])
def test_drop_at_one_place(library, nth):
    library.corrections.drop("EWA", paper="wells", at=place(library, "wells", "EWA", nth))
    assert who(library)["ORG:Elm Water Agency"] == [("w", "EWA", 1), ("w", "Elm Water Agency", 1)]
    spans = [m.span for m in library.layer("wells", Mention)]
    assert (place(library, "wells", "EWA", nth) in spans, place(library, "wells", "EWA", 1 - nth) in spans) == (
        False, True,
    )  # fmt: skip


def test_a_place_may_be_named_roughly(library):
    """The words in brackets, brackets and all."""
    library.corrections.drop("EWA", paper="wells", at=place(library, "wells", "(EWA)"))
    assert who(library)["ORG:Elm Water Agency"] == [("w", "EWA", 1), ("w", "Elm Water Agency", 1)]
    (one,) = library.corrections
    text = PAPERS["wells.txt"]
    at = text.index("EWA")
    assert one.correction.at == Anchor("wells.txt", "EWA", text[at - 32 : at], text[at + 3 : at + 35])


def test_apart_changes_no_name_and_forbids_to_merge(library):
    before = who(library)
    assert library.corrections.apart("EWA", "Agency for Elm Water").number == 1
    assert who(library) == before
    for names in (("EWA", "Agency for Elm Water"), ("Agency for Elm Water", "Elm Water Agency")):
        with pytest.raises(ContradictionError, match=r"correction 1 says .* never the same: .*`pincite correct undo 1"):
            library.corrections.merge(*names)
    assert len(list(library.corrections)) == 1


# ---- where it shows


def test_what_is_corrected_shows_in_the_export_and_its_layers_agree(library):
    raw = library.export()
    library.corrections.merge("EWA", "Agency for Elm Water")
    library.corrections.drop("Colombia", paper="roads")
    export = library.export()
    assert {layer: records for layer, records in export.items() if layer not in {"mentions", "entities"}} == {
        layer: records for layer, records in raw.items() if layer not in {"mentions", "entities"}
    }
    for record in export["mentions"]:
        assert {**record, "entity": None} in [{**each, "entity": None} for each in raw["mentions"]]
    assert len(raw["mentions"]) - len(export["mentions"]) == 1
    for entity in export["entities"]:
        named = [m for m in export["mentions"] if all(m[key] == entity[key] for key in ("paper", "entity", "label"))]
        assert len(named) == entity["mentions"]
        assert {m["text"] for m in named} == set(entity["aliases"])
    told = {(m["paper"], m["entity"], m["label"]) for m in export["mentions"]}
    assert told == {(e["paper"], e["entity"], e["label"]) for e in export["entities"]}


def test_the_entity_filter_follows(library):
    def sums(name):
        return sorted(figure.low for _, figure in library.figures(FigureFilter(entity=name, kinds=("money",))))

    assert sums("Elm Water Agency") == [2e6, 5e6]
    library.corrections.merge("EWA", "Agency for Elm Water")
    assert sums("Elm Water Agency") == [2e6, 3e6, 5e6]
    library.corrections.undo(1)
    assert sums("Elm Water Agency") == [2e6, 5e6]


def test_an_answer_knows_who_was_merged(library):
    question = "How much did the EWA spend on gravel in 2004?"
    assert library.ask(question).abstained
    library.corrections.merge("EWA", "Agency for Elm Water")
    assert "US$3 million" in library.ask(question).statements[0].text


def test_counts_of_an_outline_follow(library):
    from api.outline import outline

    before = outline(library, "roads")["counts"]
    library.corrections.drop("Colombia")
    after = outline(library, "roads")["counts"]
    assert (before["mentions"] - after["mentions"], before["entities"] - after["entities"]) == (1, 1)


def test_without_corrections_names_are_shown_as_they_were_tagged(library, new_library):
    before = library.export()
    library.corrections.merge("EWA", "Agency for Elm Water")
    library.corrections.undo(1)
    assert library.export() == before
    assert [type(each) for each in library.layer("wells", Entity)] == [Entity] * 4


def test_status_counts_them(library):
    assert (library.status()["corrections"], library.status()["orphans"]) == (0, 0)
    library.corrections.drop("Colombia", paper="roads")
    library.corrections.rename("Ada Cole", "A. Cole")
    library.remove("roads.txt")
    assert (library.status()["corrections"], library.status()["orphans"]) == (2, 1)


def test_the_library_loads_no_tagger_for_them():
    script = "import sys, api.library, api.corrections.making; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_another_that_has_the_library_open_sees_it(library, new_library):
    other = new_library()
    assert "ORG:Elm Water Agency" in who(other)
    shown(other, "wells")
    library.corrections.rename("EWA", "Pump House")
    assert "ORG:Pump House" in who(other)
    assert ("EWA", "ORG", "Pump House") in shown(other, "wells")


# ---- what is refused, and what would change nothing


@pytest.mark.parametrize(
    ("say", "why"),
    [
        (lambda c: c.merge("EWA", "Columbia"), r"nobody is called 'Columbia' .*near to it: GPE:Colombia"),
        (lambda c: c.merge("PERSON:EWA", "Colombia"), "nobody is called 'PERSON:EWA'"),
        (lambda c: c.rename("EWA", "  "), "the new name is empty"),
        (lambda c: c.rename("EWA", "a\x00b"), "control characters"),
        (lambda c: c.rename("EWA", "half \ud83d"), "control characters"),
        (lambda c: c.rename("EWA", "x" * 501), "at most 500"),
        (lambda c: c.rename("EWA", "Oak Bank Group"), r"another \"ORG:Oak Bank Group\" \(.*roads.txt.*\): merge"),
        (lambda c: c.retype("EWA", "COLOUR"), "'COLOUR' is no label: write PERSON, ORG"),
        (lambda c: c.split("E.W.A. Group", "Other", name="EWA"), r"is printed \"EWA\", \"Elm Water Agency\""),
        (lambda c: c.split("EWA", ""), "the new name is empty"),
        (lambda c: c.drop("EWA", paper="roads"), "'EWA' is not named in roads.txt"),
        (lambda c: c.drop("EWA", paper="wells", at=Span(0, 3)), "no name stands there"),
        (lambda c: c.drop("EWA", paper="wells", at=Span(18, 500)), "name one"),
        (lambda c: c.drop("EWA", at=Span(0, 3)), "needs the paper"),
        (lambda c: c.drop("EWA", form="OAS"), "never|is printed"),
        (lambda c: c.undo(7), "no correction 7"),
    ],
)
def test_what_cannot_be_followed_is_refused_in_one_sentence_and_not_kept(library, say, why):
    with pytest.raises(BadQueryError, match=why) as refusal:
        say(library.corrections)
    assert "\n" not in str(refusal.value)
    assert str(refusal.value).endswith(".")
    assert list(library.corrections) == []


def test_a_paper_that_is_not_there_is_named(library):
    with pytest.raises(NoSuchPaperError):
        library.corrections.drop("EWA", paper="rivers")


def test_a_place_where_another_is_named_is_refused(library):
    with pytest.raises(BadQueryError, match=r'"Ada Cole" is PERSON:Ada Cole there, not .EWA.'):
        library.corrections.drop("EWA", paper="wells", at=place(library, "wells", "Ada Cole"))


def test_a_name_that_several_have_is_refused_with_the_candidates(new_library, write):
    library = new_library()
    papers = {
        "a.txt": "Quays\n\nThe Center for Inland Canals (CIC) paid 4 million euros. The CIC was glad.\n",
        "b.txt": "Crops\n\nThe Council of Island Cooks (CIC) paid 7 million euros. The CIC was sad.\n",
    }
    list(library.add([write(name, text) for name, text in papers.items()]))
    with pytest.raises(BadQueryError) as refusal:
        library.corrections.rename("CIC", "Canals")
    for part in ('"ORG:Center for Inland Canals" (a.txt)', '"ORG:Council of Island Cooks" (b.txt)'):
        assert part in str(refusal.value)
    library.corrections.split("CIC", "Cooks", paper="b")
    assert who(library)["ORG:Cooks"] == [("b", "CIC", 2)]


SAME = [
    lambda c: c.merge("EWA", "Elm Water Agency"),
    lambda c: c.rename("EWA", "Elm Water Agency"),
    lambda c: c.retype("EWA", Label.ORG),
    lambda c: c.split("EWA", "Elm Water Agency"),
    lambda c: c.split("EWA", "EWA"),
]


@pytest.mark.parametrize("say", SAME)
def test_what_would_change_nothing_is_said_so_and_not_kept(library, say):
    report = say(library.corrections)
    assert (report.outcome, report.number) == (Became.SAME, None)
    assert report.message.endswith("that is so already.")
    assert list(library.corrections) == []


def test_the_same_again_is_not_kept(library):
    corrections = library.corrections
    corrections.apart("EWA", "Agency for Elm Water")
    assert corrections.apart("Agency for Elm Water", "EWA").outcome is Became.SAME
    corrections.undo(1)
    corrections.merge("EWA", "Agency for Elm Water")
    assert corrections.merge("EWA", "Agency for Elm Water").outcome is Became.SAME
    assert [each.number for each in corrections] == [2]


def test_who_was_merged_cannot_be_kept_apart_before_that_is_taken_back(library):
    library.corrections.merge("EWA", "Agency for Elm Water")
    with pytest.raises(ContradictionError, match=r"correction 1 says that .*`pincite correct undo 1`"):
        library.corrections.apart("Elm Water Agency", "Agency for Elm Water")
    library.corrections.undo(1)
    assert library.corrections.apart("Elm Water Agency", "Agency for Elm Water").number == 2


def test_two_names_of_one_in_the_papers_are_to_be_split_before_they_are_kept_apart(library):
    with pytest.raises(BadQueryError, match="has both names in these papers: split"):
        library.corrections.apart("Elm Water Agency", "EWA")


def test_a_contradiction_is_seen_through_other_names(library):
    """Kept apart under names that were merged and renamed since."""
    library.corrections.apart("Agency for Elm Water", "Oak Bank Group")
    library.corrections.merge("EWA", "Agency for Elm Water")
    library.corrections.rename("EWA", "Pump House")
    with pytest.raises(ContradictionError, match="correction 1 says"):
        library.corrections.merge("Oak Bank Group", "Pump House")


# ---- that they last


def test_undo_brings_back_what_was(library):
    before = who(library), library.export()
    library.corrections.merge("EWA", "Agency for Elm Water")
    library.corrections.drop("Colombia")
    assert library.corrections.undo(1).change is Change.MERGE
    assert library.corrections.undo(2).change is Change.DROP
    assert (who(library), library.export()) == before


def test_they_outlive_the_paper_and_wait_for_it_as_orphans(library, write):
    library.corrections.drop("EWA", paper="wells", at=place(library, "wells", "EWA", 1))
    library.corrections.rename("Ada Cole", "A. Cole")
    assert library.corrections.orphans() == []
    library.remove("wells.txt")
    assert [each.number for each in library.corrections.orphans()] == [1, 2]
    assert all(each.orphan for each in library.corrections.orphans())
    list(library.add([write("wells.txt", PAPERS["wells.txt"])]))
    assert library.corrections.orphans() == []
    assert "PERSON:A. Cole" in who(library)
    assert who(library)["ORG:Elm Water Agency"] == [("w", "EWA", 1), ("w", "Elm Water Agency", 1)]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("In 2003", "A long and needless preamble was read. In 2003"),
        lambda text: "Preface\n\nNobody had asked for this.\n\n" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("for pumps in 2001. In", "for pumps in 2001.\nIn"),
        lambda text: text.replace("5 million euros for pumps in 2001. ", "5 million euros. "),
    ],
    ids=["words before", "a paragraph before", "line ends", "a break nearby", "words gone nearby"],
)
def test_a_place_is_found_again_in_a_changed_paper(library, write, change):
    library.corrections.drop("EWA", paper="wells", at=place(library, "wells", "EWA", 1))
    list(library.add([write("wells.txt", change(PAPERS["wells.txt"]))]))
    assert library.corrections.orphans() == []
    spans = [m.span for m in library.layer("wells", Mention)]
    assert (place(library, "wells", "EWA", 0) in spans, place(library, "wells", "EWA", 1) in spans) == (True, False)


def test_a_place_whose_words_are_gone_is_an_orphan_and_kept(library, write):
    library.corrections.drop("EWA", paper="wells", at=place(library, "wells", "EWA", 1))
    changed = PAPERS["wells.txt"].replace("In 2003 the EWA paid 2 million euros more. ", "")
    list(library.add([write("wells.txt", changed)]))
    (orphan,) = library.corrections.orphans()
    assert (orphan.number, bool(orphan.orphan)) == (1, True)
    assert ("EWA", "ORG", "Elm Water Agency") in shown(library, "wells")


def test_a_renamed_paper_is_known_by_the_quotation(library, write):
    library.corrections.drop("EWA", paper="wells", at=place(library, "wells", "EWA", 1))
    library.remove("wells.txt")
    list(library.add([write("springs.txt", PAPERS["wells.txt"])]))
    assert library.corrections.orphans() == []
    assert who(library)["ORG:Elm Water Agency"] == [("s", "EWA", 1), ("s", "Elm Water Agency", 1)]


def test_a_quotation_that_two_other_papers_have_is_an_orphan(library, write):
    library.corrections.drop("EWA", paper="wells", at=place(library, "wells", "EWA", 1))
    library.remove("wells.txt")
    list(library.add([write(name, PAPERS["wells.txt"] + name) for name in ("one.txt", "two.txt")]))
    assert [each.number for each in library.corrections.orphans()] == [1]


def test_a_refresh_changes_no_correction(library, monkeypatch):
    library.corrections.merge("EWA", "Agency for Elm Water")
    before = who(library), library.export()
    monkeypatch.setattr("api.writing.stamp", lambda _: Stamp("another text", "other names"))
    assert library.refresh() == ["roads.txt", "wells.txt"]
    assert (who(library), library.export()) == before


# ---- the plain file


def said(library):
    library.corrections.merge("EWA", "Agency for Elm Water")
    library.corrections.rename("EWA", "Pump House")
    library.corrections.drop("Colombia", paper="roads")
    library.corrections.split("EWA", "Elm Waste", paper="wells", at=place(library, "wells", "EWA", 1))
    library.corrections.retype("Oak Bank Group", Label.PROGRAM, paper="wells")
    library.corrections.apart("Pump House", "Elm Waste")


def test_a_fresh_library_that_takes_the_file_knows_the_same(library, new_library, write, tmp_path):
    said(library)
    path = tmp_path / "corrections.jsonl"
    path.write_text("".join(library.corrections.lines()), encoding="utf-8")
    fresh = new_library("fresh")
    reports = fresh.corrections.take(path)
    assert [(each.outcome, each.number) for each in reports] == [(Became.KEPT, n) for n in range(1, 7)]
    assert len(fresh.corrections.orphans()) == 6, "no paper has the words as yet"
    list(fresh.add([write(name, text) for name, text in PAPERS.items()]))
    assert fresh.corrections.orphans() == []
    assert who(fresh) == who(library)
    assert fresh.export()["mentions"] == library.export()["mentions"]
    assert "".join(fresh.corrections.lines()) == "".join(library.corrections.lines())


def test_what_is_there_is_not_taken_twice(library, tmp_path):
    said(library)
    path = tmp_path / "corrections.jsonl"
    path.write_text("".join(library.corrections.lines()), encoding="utf-8")
    assert {each.outcome for each in library.corrections.take(path)} == {Became.SAME}
    assert len(list(library.corrections)) == 6


def test_what_was_taken_back_comes_back_in_its_place(library):
    """The rename was said before the merge: taken in again after it, it still stands before it."""
    rename = Correction(Change.RENAME, "Elm Water Agency", Label.ORG, "Pump House", said_at="2026-01-01T00:00:00Z")
    merge = Correction(
        Change.MERGE, "Pump House", Label.ORG, "Agency for Elm Water", Label.ORG, said_at="2026-01-02T00:00:00Z"
    )
    library.corrections.take_lines([(1, rename), (2, merge)])
    whole = who(library)
    library.corrections.undo(1)
    assert who(library) != whole
    library.corrections.take_lines([(1, rename), (2, merge)])
    assert [(each.number, each.correction) for each in library.corrections] == [(3, rename), (2, merge)]
    assert who(library) == whole


def line(**fields):
    return json.dumps({"name": "Elm Water Agency", "label": "ORG", **fields})


def test_conflicts_are_listed_and_stop_nothing(library, tmp_path):
    library.corrections.apart("EWA", "Agency for Elm Water")
    library.corrections.rename("Ada Cole", "A. Cole")
    path = tmp_path / "theirs.jsonl"
    path.write_text(
        "\n".join(
            [
                line(change="merge", other="Agency for Elm Water"),
                line(change="rename", name="Ada Cole", label="PERSON", other="Ada J. Cole"),
                "nonsense",
                line(change="rename", other="Pump House"),
                line(change="never-merge", other="Colombia", other_label="GPE"),
                line(change="merge", other="Colombia", other_label="GPE"),
            ]
        )
    )
    reports = library.corrections.take(path)
    assert [(each.line, str(each.outcome)) for each in reports] == [
        (1, "conflict"), (2, "conflict"), (3, "failed"), (4, "kept"), (5, "kept"), (6, "conflict"),
    ]  # fmt: skip
    messages = [each.message for each in reports]
    assert "but correction 1 says otherwise" in messages[0]
    assert "but correction 2 says otherwise" in messages[1]
    assert "but line 5 says otherwise" in messages[5]
    assert "ORG:Pump House" in who(library)


def test_a_correction_is_said_no_earlier_than_the_last(library):
    """Else it would stand before those whose names it uses."""
    late = Correction(Change.RENAME, "Elm Water Agency", Label.ORG, "Pump House", said_at="2999-01-01T00:00:00Z")
    library.corrections.take_lines([(1, late)])
    library.corrections.rename("Pump House", "House of Pumps")
    assert [each.correction.said_at for each in library.corrections] == ["2999-01-01T00:00:00Z"] * 2
    assert "ORG:House of Pumps" in who(library)
