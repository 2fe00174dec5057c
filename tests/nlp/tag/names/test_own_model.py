"""A user's spaCy model gives our labels and our edges, skips nothing, and is refused in one sentence."""

import re
from itertools import pairwise

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import MissingEngineError
from nlp.model import Label
from nlp.tag.names import own_model
from nlp.tag.names.own_model import LONGEST, SpacyRecogniser, edges, pieces


def seen(model, text):
    (line,) = SpacyRecogniser(model).recognise([text])
    return [(text[each.start : each.end], each.label) for each in line]


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("PERSON", Label.PERSON),
        ("PER", Label.PERSON),
        ("ORG", Label.ORG),
        ("GPE", Label.GPE),
        ("LOC", Label.LOC),
        ("FAC", Label.LOC),
        ("NORP", Label.NORP),
        ("LANGUAGE", Label.NORP),
        ("LAW", Label.PROGRAM),
        ("EVENT", Label.EVENT),
        ("WORK_OF_ART", Label.WORK),
    ],
)
def test_labels_become_ours(pipeline, theirs, ours):
    assert seen(pipeline({"Ost Varga": theirs}), "They spoke of Ost Varga.") == [("Ost Varga", ours)]


@pytest.mark.parametrize("theirs", "DATE TIME CARDINAL ORDINAL MONEY PERCENT QUANTITY PRODUCT MISC".split())
def test_what_names_nothing_of_ours_is_dropped(pipeline, theirs):
    assert seen(pipeline({"Ost Varga": theirs}), "They spoke of Ost Varga.") == []


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("the Harbour Fund", "Harbour Fund"),
        ("The Harbour Fund's", "Harbour Fund"),
        ("“The Harbour Fund”", "Harbour Fund"),
        ("a Kenyan", "Kenyan"),
        ("Harbour Fund’s", "Harbour Fund"),
        ("*Harbour Fund*,", "Harbour Fund"),
        ("(Harbour Fund", "Harbour Fund"),
        ("Harbour Fund)", "Harbour Fund"),
        # what belongs to the name stays
        ("Harbour Fund (Elm)", "Harbour Fund (Elm)"),
        ("Theodore Elm", "Theodore Elm"),
        ("Anders Elm", "Anders Elm"),
        ("McDonald's", "McDonald's"),
        ("Women's", "Women's"),
        ("U.S.", "U.S."),
        ("Elm Inc.", "Elm Inc."),
        ("“”", ""),
    ],
)
def test_edges_are_those_of_our_mentions(printed, name):
    text = f"xx {printed} yy"
    start, end = edges(text, 3, 3 + len(printed))
    assert text[start:end] == name


@given(st.text(alphabet="aA the'’s\"“”(),.- ", max_size=40), st.data())
def test_edges_never_leave_what_was_given(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = edges(text, start, end)
    assert start <= first
    assert last <= end


@given(st.lists(st.sampled_from(["Elm paid. ", "a" * 7000, "word ", "So? ", "x" * 21000]), max_size=12).map("".join))
def test_pieces_are_the_text_and_none_is_too_long(text):
    cut = list(pieces(text))
    assert "".join(piece for _, piece in cut) == text
    assert [at for at, _ in cut] == [sum(len(piece) for _, piece in cut[:n]) for n in range(len(cut))]
    assert all(len(piece) <= LONGEST for _, piece in cut)
    assert all(re.search(r"[.?] $", piece) for (_, piece), _ in pairwise(cut) if re.search(r"[.?] ", piece))


def test_a_stretch_longer_than_the_model_reads_is_read_to_its_end(pipeline):
    model = pipeline({"Ost Varga": "PERSON"})
    text = "Nothing happened. " * 80_000 + "Then Ost Varga came."
    assert len(text) > spacy.blank("en").max_length
    assert seen(model, text) == [("Ost Varga", Label.PERSON)]


def test_every_stretch_has_its_line(pipeline):
    model = SpacyRecogniser(pipeline({"Ost Varga": "PERSON", "Elm": "GPE"}))
    lines = model.recognise(["Ost Varga of Elm.", "", "Nobody.", "Elm"])
    assert [[tuple(each)[:2] for each in line] for line in lines] == [[(0, 9), (13, 16)], [], [], [(0, 3)]]
    assert model.recognise([]) == []


def test_the_score_is_how_often_the_model_was_right_in_its_own_test(pipeline):
    told = {"ents_per_type": {"ORG": {"p": 0.75, "r": 0.5, "f": 0.6}}}
    (line,) = SpacyRecogniser(pipeline({"Elm Board": "ORG", "Oak": "GPE"}, performance=told)).recognise(
        ["Elm Board, Oak"]
    )
    assert [each.score for each in line] == [0.75, 1.0]


def test_only_what_finds_names_is_loaded(pipeline):
    assert SpacyRecogniser(pipeline({}))._nlp.pipe_names == ["ner"]


def test_the_part_that_a_model_listens_to_is_loaded_with_it(tmp_path):
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")
    model = {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": "ner", "extra_state_tokens": False}
    model |= {"hidden_width": 64, "maxout_pieces": 2, "use_upper": True, "nO": None}
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"}
    nlp.add_pipe("ner", config={"model": model | {"tok2vec": listener}}).add_label("ORG")
    nlp.add_pipe("parser").add_label("nsubj")
    nlp.initialize()
    nlp.to_disk(tmp_path / "listening")
    own = SpacyRecogniser(str(tmp_path / "listening"))
    assert own._nlp.pipe_names == ["tok2vec", "ner"]
    assert own.recognise(["Nothing was learnt, so anything may come out."]) is not None


def test_the_name_tells_version_and_weights(pipeline):
    one = SpacyRecogniser(pipeline({"Elm": "GPE"}, "one", name="own", version="1.2"))
    same = SpacyRecogniser(pipeline({"Elm": "GPE"}, "two", name="own", version="1.2"))
    other = SpacyRecogniser(pipeline({"Elm": "ORG"}, "three", name="own", version="1.2"))
    assert re.fullmatch(r"en_own 1\.2@[0-9a-f]{8}", one.name)
    assert one.name == same.name != other.name


@pytest.mark.parametrize(
    ("ner", "meta", "why"),
    [
        ("rules", {}, "has no component called ner"),
        ("ner", {"lang": "de"}, "is for the language 'de'"),
        ("ner", {"spacy_version": ">=2.3.0,<2.4.0"}, "is made for spaCy >=2.3.0,<2.4.0, and "),
    ],
)
def test_a_model_that_cannot_serve_is_refused(pipeline, ner, meta, why):
    with pytest.raises(MissingEngineError, match=re.escape(why)) as refusal:
        SpacyRecogniser(pipeline({}, ner=ner, **meta))
    assert str(refusal.value).count("\n") == 0


@pytest.mark.parametrize("model", ["en_no_such_model", "no such folder", "/", "os", "spacy", ""])
def test_a_model_that_is_not_here_is_refused_saying_what_is(model, monkeypatch):
    monkeypatch.setattr(own_model, "get_installed_models", lambda: ["en_mine", "en_core_web_sm", "en_core_web_lg"])
    with pytest.raises(MissingEngineError, match=r"en_core_web_lg, en_core_web_sm, en_mine.* head, rules or auto"):
        SpacyRecogniser(model)


def test_a_broken_model_is_refused_when_it_is_loaded(pipeline, tmp_path):
    model = SpacyRecogniser(pipeline({}))
    (tmp_path / "own-model" / "config.cfg").write_text("[nlp", encoding="utf-8")
    with pytest.raises(MissingEngineError, match="cannot be loaded"):
        model.recognise(["Elm"])
