"""BibTeX entries are read with their LaTeX, their names and the files they are of."""

import pytest

from corpus.metadata.bibtex import entries
from corpus.metadata.further import PREFIX


def only(text):
    (entry,) = entries(text)
    return entry


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (r"title = {The {Price} of a Well --- \emph{what} \& why}", {"title": "The Price of a Well — what & why"}),
        (r'author = {M{\"u}ller, J{\"o}rg and Ana de la Paz and {Elm House} and others}',
         {"authors": ("Jörg Müller", "Ana de la Paz", "Elm House")}),
        ("author = {Doe, Jr., Sam}", {"authors": ("Sam Doe Jr.",)}),
        ("year = 2013, month = aug", {"date": "2013-08"}),
        ("year = {2013}, month = {8}, day = 2", {"date": "2013-08-02"}),
        ("year = {in press}", {"date": "in press"}),
        ("date = {2013-08-02}", {"date": "2013-08-02"}),
        ("institution = elm", {"institution": "Elm House"}),
        ("publisher = {Oak Press}, institution = {Elm House}", {"institution": "Elm House"}),
        ("type = {Policy Brief}, number = {12}", {"series": "Policy Brief No. 12", "genre": "policy brief"}),
        ("series = {Elm Papers}, number = 3", {"series": "Elm Papers No. 3"}),
        ("langid = {spanish}", {"language": "es"}),
        ("note = {nothing}", {}),
    ],
)  # fmt: skip
def test_what_an_entry_says(fields, expected):
    facts = only(f'@string{{elm = "Elm House"}}\n@techreport{{roe, {fields}}}').facts
    assert {name: value for name, value in facts.items() if not name.startswith(PREFIX)} == expected


@pytest.mark.parametrize(
    ("value", "files"),
    [
        ("wells.pdf", {"wells.pdf"}),
        (":in/wells.pdf:PDF", {"wells.pdf"}),
        ("Full text:/home/roe/wells.pdf:application/pdf;notes.txt", {"wells.pdf", "notes.txt"}),
        ("nothing", set()),
    ],
)
def test_the_files_an_entry_is_of(value, files):
    entry = only(f"@book{{roe, file = {{{value}}}}}")
    assert (entry.key, entry.files) == ("roe", files)


@pytest.mark.parametrize(
    "text",
    [
        "@book{x, title={unclosed",
        "@book{a,title={A}}\n@book{a,title={B}}",
        "@book{a,title={" + "{" * 3000 + "}" * 3000 + "}}",
    ],
)
def test_what_is_no_bibtex_is_said_to_be_none(text):
    with pytest.raises(ValueError, match=r"line \d|cannot be read"):
        list(entries(text))


def test_a_text_without_entries_has_none():
    assert list(entries("just words")) == []
