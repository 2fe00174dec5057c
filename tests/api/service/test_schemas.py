"""Whatever is asked, within the description or beside it: no fault, and every answer is one that is described."""

import pytest
import schemathesis
from fakes import WordEncoder
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from served import fill

from api.service.guard import Access
from api.service.limits import Limit
from api.service.service import application
from api.settings import Settings
from api.workers import analyse_named

KNOWN = {
    "name": ["wells.md", "more wells.md", "wells", "Peru", "CoE", "ORG:World Bank"],
    "paper": [["wells.md"], ["more"]],
    "q": ["what did the council of Elm pay", "wells", "year:2009 kind:money", '"40 hectares"~3'],
    "at": [
        "wells.md para. 1",
        "wells.md 20-60",
        "more wells.md n. 1",
        ["wells.md n. 1", "wells.md", "wells.md para. 2"],
    ],
    "link": [["pincite:wells.md#char=20,30&quote=council"]],
    "start": [20, 60],
    "unit": [["USD"], ["hectares"], ["wells"]],
    "sort": ["value", "-year,kind", "place"],
    "convert": ["acres"],
    "with": [["Peru"]],
    "entity": [["CoE"]],
    "number": ["1", 1],
    "min": ["5", "$2 million"],
    "style": ["apa", "oscola"],
}
"""What leads somewhere: half of the cases ask for it."""


@pytest.fixture(scope="module")
def described(tmp_path_factory):
    library = fill(tmp_path_factory.mktemp("described"))
    access = Access(names=frozenset({"testserver"}), limit=Limit(1e9, 10**9))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("api.library.SentenceEncoder", lambda _: WordEncoder())
        app = application(Settings(library), access, analyse=analyse_named)
        yield schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)
        app.state.jobs.close()
        app.state.desk.close()


def refusals():
    """The check that what the description allows is taken: a query may be well formed and mean nothing."""
    schemathesis.checks.load_all_checks()
    return [schemathesis.checks.CHECKS.get_one("positive_data_acceptance")]


def asked(described, cases):
    """Ask each address `cases` times; how often that was."""
    excluded, count = refusals(), 0
    for each in described.get_all_operations():
        operation = each.ok()

        @settings(
            max_examples=cases,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.explicit, Phase.generate],
        )
        @given(case=operation.as_strategy(), data=st.data())
        def ask(case, data):
            nonlocal count
            count += 1
            kept = case.method.upper() not in {"DELETE", "PUT"}  # or all others would soon ask an empty library
            for place in (case.path_parameters, case.query) if kept else ():
                for name in set(place or ()) & KNOWN.keys():
                    if data.draw(st.booleans()):
                        place[name] = data.draw(st.sampled_from(KNOWN[name]))
            case.call_and_validate(excluded_checks=excluded)

        ask()
    return count


def test_every_answer_is_described(described):
    assert asked(described, 8) > 150


@pytest.mark.slow
def test_every_answer_is_described_whatever_is_asked(described):
    assert asked(described, 250) >= 5_000


def test_operations_have_names_that_stay(described):
    names = [each.ok().definition.raw["operationId"] for each in described.get_all_operations()]
    assert len(names) == len(set(names))
    assert {"search", "ask", "list_figures", "add_papers", "get_job", "correct", "cite", "export"} <= set(names)
