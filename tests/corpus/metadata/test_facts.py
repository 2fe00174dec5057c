"""What each source says is kept apart: the most trusted holds, and taking it back brings out the one beneath."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.metadata.facts import FIELDS, LISTS, Statement, Told, digest, effective, facts_of, sources
from corpus.model import Metadata

VALUES = {
    name: st.lists(st.text(max_size=5), max_size=2).map(tuple) if name in LISTS else st.text(max_size=5)
    for name in FIELDS
}
STATEMENTS = st.fixed_dictionaries({}, optional=VALUES).map(Statement)
SAID = st.dictionaries(st.sampled_from(Told), STATEMENTS)


@given(SAID)
def test_each_field_is_that_of_the_most_trusted_source_that_says_something_of_it(said):
    held = effective(said)
    for name in FIELDS:
        words = [said[told].facts[name] for told in Told if told in said and name in said[told].facts]
        assert (getattr(held, name) or None) == (words[0] or None if words else None)
        assert (name in sources(said)) == bool(words)


@given(SAID, STATEMENTS)
def test_taking_back_what_was_set_restores_what_was_there(said, by_hand):
    without = {told: statement for told, statement in said.items() if told is not Told.SET}
    changed = {**without, Told.SET: by_hand}
    del changed[Told.SET]
    assert effective(changed) == effective(without)


def test_an_empty_value_says_that_there_is_none():
    said = {
        Told.SET: Statement({"title": "", "authors": ()}),
        Told.PAPER: Statement({"title": "Wells", "authors": ("A",)}),
    }
    assert effective(said) == Metadata()
    assert sources(said)["title"][0] is Told.SET


def test_a_field_of_the_file_is_shown_as_such_unless_the_pipeline_thought_better_of_it():
    file = Statement({"title": "Wells", "language": "en-US"})
    said = {Told.FILE: file, Told.PAPER: Statement({"title": "Wells", "language": "es", "date": "2013"})}
    assert effective(said) == Metadata("Wells", (), "2013", language="es")
    shown = {name: source for name, (source, _) in sources(said).items()}
    assert shown == {"title": Told.FILE, "language": Told.PAPER, "date": Told.PAPER}


@given(st.builds(Metadata, st.none() | st.text(), st.lists(st.text()).map(tuple), st.none() | st.text()))
def test_metadata_come_back_from_their_facts(metadata):
    back = effective({Told.PAPER: Statement(facts_of(metadata))})
    assert [getattr(back, name) for name in FIELDS] == [
        getattr(metadata, name) or (() if name in LISTS else None) for name in FIELDS
    ]


def test_other_metadata_have_another_digest():
    some = [
        Metadata(),
        Metadata("A"),
        Metadata(None, ("A",)),
        Metadata(date="A"),
        Metadata(None, ("A", "B")),
        Metadata(None, ("A, B",)),
    ]
    assert len({digest(each) for each in some}) == len(some)
    assert digest(Metadata("A")) == digest(Metadata("A"))
