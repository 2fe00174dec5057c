"""Entries of bibliographies are told one from another in every usual style, however their lines were broken."""

import textwrap

import pytest

from corpus.outline.blocks import blocks

PROSE = (
    "The ferry company kept its boats in port for most of the winter, and the harbour board blamed the weather and "
    "the price of fuel for a delay that the islands had long foreseen and that nobody had prepared for. "
) * 2
STYLES = {
    "author and date": [
        "Abel, R. (2001). The Price of Quays. Elm: Quay Press.",
        (
            "Cole, T. and Dane, B. (2003). ‘Tolls and boats: a study of eleven ports on the northern coast’, "
            "Journal of "
            "Harbour Studies, 12(3), pp. 44–59."
        ),
        "Dane, B. (2004). Islands without clinics. Port Elm: District Health Office.",
        "World Bank (2012). Ports and Growth. Washington, DC: World Bank.",
        "Östberg, Å. (2010). Hamnar. Malmö: Kaj.",
    ],
    "author and date, with addresses": [
        "Abel, R. (2001). The price of quays. Quay Press.",
        (
            "Cole, T., & Dane, B. (2003). Tolls and boats: A study of eleven ports. Journal of Harbour Studies, 12(3), "
            "44–59. https://doi.example/10.1234/jhs.2003.44"
        ),
        "Dane, B. (2004, May 3). Islands without clinics. Island Gazette. https://gazette.example/clinics",
    ],
    "Chicago": [
        "Abel, Ruth. The Price of Quays. Elm: Quay Press, 2001.",
        (
            "Cole, Tom, and Bea Dane. “Tolls and Boats: A Study of Eleven Ports on the Northern Coast.” "
            "Journal of Harbour "
            "Studies 12, no. 3 (2003): 44–59."
        ),
        "Dane, Bea. Islands without Clinics. Port Elm: District Health Office, 2004.",
    ],
    "dashes for the same author": [
        "Abel, R. 2001. The Price of Quays. Elm: Quay Press.",
        "———. 2003. Quays Again. Elm: Quay Press.",
        (
            "———, and T. Cole. 2005. Quays for the Third Time, with a Map of the Northern Coast and its "
            "Islands. Elm: Quay "
            "Press."
        ),
        "Dane, B. 2004. Islands without Clinics. Port Elm: District Health Office.",
    ],
    "hyphens for the same author": [
        "Abel, R. 2001. The Price of Quays. Elm: Quay Press.",
        "--- 2003. Quays Again. Elm: Quay Press.",
        "___. 2005. Quays for the Third Time. Elm: Quay Press.",
    ],
    "bullets": [
        "• Abel, R. (2001). The Price of Quays. Elm: Quay Press.",
        "• Cole, T. (2003). Tolls and boats: a study of eleven ports on the northern coast. Harbour Studies 12.",
        "• Dane, B. (2004). Islands without Clinics. Port Elm: District Health Office.",
    ],
    "capitals": [
        "ABEL, R. (2001) The Price of Quays. Elm: Quay Press.",
        (
            "COLE, T. and DANE, B. (2003) ‘Tolls and boats: a study of eleven ports on the northern coast’, Harbour "
            "Studies, 12, pp. 44–59."
        ),
        "DANE, B. (2004) Islands without clinics. Port Elm: District Health Office.",
    ],
    "numbers in brackets": [
        "[1] R. Abel, The Price of Quays. Elm: Quay Press, 2001.",
        (
            "[2] T. Cole and B. Dane, “Tolls and boats: a study of eleven ports,” J. Harbour Stud., vol. 12, no. 3, "
            "pp. 44–59, 2003."
        ),
        "[3] B. Dane, Islands without Clinics. Port Elm: District Health Office, 2004.",
    ],
    "numbers with dots": [
        "1. Abel R. The price of quays. Elm: Quay Press; 2001.",
        "2. Cole T, Dane B. Tolls and boats: a study of eleven ports on the coast. J Harbour Stud. 2003;12(3):44–59.",
        "3. Dane B. Islands without clinics. Port Elm: District Health Office; 2004.",
    ],
}


def wrapped(words, width, hang=0):
    if not width:
        return words.strip()
    return textwrap.fill(words, width, subsequent_indent=" " * hang, break_long_words=False, break_on_hyphens=False)


def paper(entries, *, heading="References", between="\n\n", width=0, hang=0, after=""):
    body = "\n\n".join([wrapped(PROSE, width)] * 3)
    listed = between.join(wrapped(each, width, hang) for each in entries)
    return f"Boats and Beds\n\nIntroduction\n\n{body}\n\n{heading}\n\n{listed}\n{after}"


def entries(text):
    return [
        " ".join(text[slice(*block.span)].split()) for block in blocks(text) if block.kind.value == "reference_entry"
    ]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "form",
    [
        {},
        {"between": "\n"},
        {"width": 66},
        {"width": 66, "hang": 4},
        {"width": 66, "between": "\n"},
        {"width": 66, "between": "\n", "hang": 4},
        {"width": 88},
        {"width": 88, "between": "\n"},
    ],
    ids=str,
)
def test_an_entry_is_one_block(style, form):
    assert entries(paper(STYLES[style], **form)) == STYLES[style]


@pytest.mark.parametrize(
    "heading",
    [
        "References", "REFERENCES", "References:", "6. References" , "Bibliography", "Select Bibliography",
        "Works Cited", "Literature", "Reference list", "Bibliografía", "Bibliographie", "Referencias", "Sources",
    ],
)  # fmt: skip
def test_the_list_is_known_by_its_heading(heading):
    style = STYLES["author and date"]
    assert entries(paper(style, heading=heading)) == style


@pytest.mark.parametrize(
    "heading",
    [
        "List of references", "Referências", "Referências bibliográficas", "Referencias bibliográficas",
        "Literaturverzeichnis", "Quellenverzeichnis", "References and further reading", "Références",
        "Bibliography and sources", "Literature list",
    ],
)  # fmt: skip
def test_other_headings_of_bibliographies(heading):
    style = STYLES["author and date"]
    assert entries(paper(style, heading=heading)) == style


def test_a_numbered_heading_above_numbered_entries_stays_a_heading():
    style = STYLES["numbers with dots"]
    assert entries(paper(style, heading="6. References")) == style


def test_an_unwrapped_list_has_an_entry_a_line():
    listed = [
        *STYLES["Chicago"],
        "World Bank. Ports and Growth. Washington, DC: World Bank, 2012.",
        "Ministry of Ports. Annual Report. Elm: The Ministry, 2013.",
    ]
    assert entries(paper(listed, between="\n")) == listed


def test_names_may_begin_with_a_particle():
    listed = [
        "Abel, R. (2001). El precio de los muelles. Puerto Olmo: Muelle.",
        "De la Cruz, M. y Peña, J. (2003). Tasas y barcos. Revista de Puertos, 12(3), 44-59.",
        "Van der Elm, P. (2004). Islas sin clínicas. Puerto Olmo: MS.",
    ]
    assert entries(paper(listed, between="\n")) == listed


@pytest.mark.parametrize("heading", ["The Sources of the River", "Our references to the past", "Literary life", "Quay"])
def test_other_headings_begin_no_bibliography(heading):
    assert entries(paper([PROSE], heading=heading)) == []


@pytest.mark.parametrize("heading", ["Annex A", "ANNEX B. TABLES", "About the author", "Conclusion"])
def test_another_heading_ends_the_list(heading):
    style = STYLES["author and date"]
    text = paper(style, after=f"\n{heading}\n\n{PROSE}\n")
    assert entries(text) == style


def test_prose_that_names_no_source_ends_the_list():
    style = STYLES["author and date"]
    assert entries(paper(style, after=f"\n{PROSE.strip()}\n")) == style


def test_entries_without_a_heading_are_no_references():
    text = (
        "Boats and Beds\n\nIntroduction\n\n" + PROSE + "\n\n" + "\n\n".join(STYLES["author and date"]) + "\n\n" + PROSE
    )
    assert entries(text) == []


def test_an_address_on_a_line_of_its_own_belongs_to_the_entry_above():
    listed = [
        "Abel, R. (2001). Quays. Elm: Quay Press.\nhttps://quay.example/price",
        "Dane, B. (2004). Islands. Elm: DHO.",
    ]
    assert entries(paper(listed, between="\n")) == [" ".join(each.split()) for each in listed]
