"""Notes marked by * † ‡ § ¶, with Markdown's emphasis around them; signs that mark nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.notes.find import find_notes
from corpus.outline.blocks import blocks

BODY = (
    "The ferry company kept its boats in port for most of the winter, and the harbour board blamed the weather and "
    "the price of fuel for a delay that the islands had long foreseen."
)


def found(text):
    """[(sign, the word before its marker, its note)], and the notes that no marker leads to."""
    seen = find_notes(text, blocks(text))
    words = ["".join(text[slice(*span)] for span in note.spans) for note in seen.notes]
    links = [
        (m.label, text[: m.span.start].split()[-1], None if m.note is None else words[m.note]) for m in seen.markers
    ]
    led = {m.note for m in seen.markers}
    return links, [each for at, each in enumerate(words) if at not in led]


@pytest.mark.parametrize(
    ("line", "note", "link"),
    [
        ("The fund* was closed.", "* Closed by the act of 2004.", ("*", "fund")),
        ("The fund* was closed.", "*Closed by the act of 2004.", ("*", "fund")),
        ("The fund** was closed.", "** Closed by the act of 2004.", ("**", "fund")),
        ("The fund† was closed.", "† Closed by the act of 2004.", ("†", "fund")),
        ("The fund‡ was closed.", "‡Closed by the act of 2004.", ("‡", "fund")),
        ("The fund§ was closed.", "§ Closed by the act of 2004.", ("§", "fund")),
        ("The fund¶ was closed.", "¶ Closed by the act of 2004.", ("¶", "fund")),
        ("The fund was closed.††", "†† By the act of 2004.", ("††", "closed.")),
        ("The *Fund*† was closed.", "† Closed by the act of 2004.", ("†", "*Fund*")),
        ("The *Fund** was closed.", "* Closed by the act of 2004.", ("*", "*Fund*")),
        ("The **fund** was closed.*", "* By the act of 2004.", ("*", "closed.")),
        ("The fund was “closed”*, they say.", "* By the act of 2004.", ("*", "“closed”")),
        ("The fund\\* was closed.", "\\* Closed by the act of 2004.", ("*", "fund")),
        ("The fund* was closed.", "* *Gazette*, 3 May 2004.", ("*", "fund")),
        ("The fund† was closed.", "† *Gazette*, 3 May 2004.", ("†", "fund")),
        ("The fund* was closed.", "* https://gazette.example/fund", ("*", "fund")),
        ("The fund* was closed.", "* 3 May 2004, by order of the board.", ("*", "fund")),
    ],
)
def test_a_sign_on_a_word_leads_to_the_note_that_begins_with_it(line, note, link):
    assert found(f"{BODY} {line}\n\n{note}\n\n{BODY}") == ([(*link, note)], [])


def test_signs_of_one_page_are_paired_in_order_and_begin_anew_on_the_next():
    text = "\n\n".join(
        [
            f"The toll* rose and the fee† fell. {BODY}",
            "* Order 12 of the board.",
            "† Order 14 of the board.",
            f"The quay* was sold. {BODY}",
            "* Deed of 3 May 2011.",
        ]
    )
    assert found(text)[0] == [
        ("*", "toll", "* Order 12 of the board."),
        ("†", "fee", "† Order 14 of the board."),
        ("*", "quay", "* Deed of 3 May 2011."),
    ]


def test_authors_on_a_title_page_have_their_notes():
    text = "\n\n".join(
        [
            "Boats and Beds*",
            "Ada Marlow† and Ben Cole‡",
            "Introduction",
            BODY,
            BODY,
            "* The authors thank the clerk of the port.",
            "† Island College, Port Elm.",
            "‡ Harbour Centre, Port Elm.",
        ]
    )
    assert [(sign, word) for sign, word, note in found(text)[0] if note] == [
        ("*", "Beds"),
        ("†", "Marlow"),
        ("‡", "Cole"),
    ]


def test_two_markers_may_not_share_what_only_one_of_them_can_have():
    links, alone = found(f"The toll* rose. {BODY} The fee* fell.\n\n* Order 12 of the board.\n\n{BODY}")
    assert [note for _, _, note in links if note] == ["* Order 12 of the board."]
    assert alone == []


@pytest.mark.parametrize(
    "text",
    [
        f"The *Plan of the Quay* and **all** of the *boats*, *tolls* and *ports*. {BODY}",
        f"*A paragraph that opens with emphasis* goes on. {BODY}",
        f"{BODY}\n\n* Repair the quay.\n\n* Move the ferries.\n\n* Train the pilots.\n\n{BODY}",
        f"{BODY}\n\n* * *\n\n{BODY}",
        f"{BODY}\n\n***\n\n{BODY}",
        f"Under § 5 of the act the toll is due, and §§ 6–7 say when. {BODY}",
        f"See art. 4 §2 of the code and §8 of the charter. {BODY}",
        f"**Key points**\n\n{BODY}\n\n**Note** that boats are few. {BODY}",
        f"The toll is 3*4*5 crowns. {BODY}",
        f"The fund* was closed. {BODY}",
        f"{BODY}\n\n* Closed by the act of 2004.\n\n{BODY}",
        f"{BODY}\n\n† 1902\n\n{BODY}",
        f"Names of firms end in * on the wharf’s list. {BODY}",
        f"{BODY}\n\n*Ibid.* is Latin, and *see* is not.\n\n{BODY}",
    ],
)
def test_emphasis_lists_and_law_are_no_notes(text):
    assert found(text) == ([], [])


def test_two_section_signs_are_no_marker_of_a_paragraph_of_law():
    text = (
        f"Under § 5 of the act the toll is due, and §§ 6–7 say when. {BODY}\n\n§ 5 Tolls are due in spring.\n\n{BODY}"
    )
    assert found(text) == ([], [])


def test_stars_for_significance_lead_to_no_note():
    text = f"Table 1. Slopes\n\nPort\tSlope\tError\nElm\t0.5***\t0.1\nOak\t0.3*\t0.2\n\n{BODY}"
    links, alone = found(text)
    assert [(sign, note) for sign, _, note in links] == [("***", None), ("*", None)]
    assert alone == []


def test_a_sign_far_above_its_like_is_not_its_marker():
    text = "\n\n".join([f"The toll* rose. {BODY}", *[BODY] * 60, "* Order 12 of the board.", BODY])
    assert all(note is None for _, _, note in found(text)[0])


@given(
    st.lists(
        st.sampled_from(["word", "word*", "*word*", "†", "word† ", "§ 5", "**", "\n\n* Note.", "\n\n"]), max_size=25
    )
)
def test_signs_that_lead_to_a_note_stand_above_it(parts):
    text = " ".join(parts)
    seen = find_notes(text, blocks(text))
    for marker in seen.markers:
        assert marker.note is None or marker.span.end <= seen.notes[marker.note].spans[0].start
        assert set(text[slice(*marker.span)]) <= set("*†‡§¶‖\\")
