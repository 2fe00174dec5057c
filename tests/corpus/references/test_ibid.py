"""An Ibid. follows the numbers of notes and stays open wherever a careful reader would stop."""

import pytest

from corpus.model import Note

FIRST = "no note stands before it"
DAMS = "Peter Olin, *Dams* (Oxford: Fenn, 2011), 3"
FULL = "Anna Marsh, *Rivers Without Law* (London: Tidewell Press, 2009), 15."
OTHER = "Peter Olin, ‘Water and Peace’, *Journal of Basins* 4 (2011): 33."


def ibids(found):
    return [(one["in"], one["to"], one["reason"]) for one in found if one["kind"] == "ibid"]


@pytest.mark.parametrize(
    ("words", "shown", "pages"),
    [
        ("Ibid.", "Ibid.", None),
        ("Ibid", "Ibid", None),
        ("IBID. 7", "IBID.", "7"),
        ("Ibid, p. 4", "Ibid", "4"),
        ("*Ibid.*, 12.", "Ibid.", "12"),
        ("_Ibid_, pp. 3–4", "Ibid", "3–4"),
        ("See also *ibid*.", "ibid", None),
        ("(Ibid.)", "Ibid.", None),
        ("ibid.: 45", "ibid.", "45"),
        ("Ibid., xii–xv.", "Ibid.", "xii–xv"),
        ("Ibid., at 12–14 and 20.", "Ibid.", "12–14 and 20"),
        ("Ibid., § 12", "Ibid.", "12"),
        ("Ibid. The law was never applied.", "Ibid.", None),
        ("Ibid. In 1999 it had 45 members.", "Ibid.", None),
        ("The law was never applied. Ibid.", "Ibid.", None),
        ("Ibidem, 45-47.", "Ibidem", "45-47"),
        ("Ibíd., p. 30.", "Ibíd.", "30"),
        ("Id. at 45.", "Id.", "45"),
        ("Id.", "Id.", None),
        ("Idem.", "Idem", None),
        ("Idem, p. 45.", "Idem", "45"),
        ("Ib., p. 2", "Ib.", "2"),
        ("Ebd., S. 12.", "Ebd.", "12"),
        ("Ivi, p. 7", "Ivi", "7"),
        ("Loc. cit.", "Loc. cit.", None),
    ],
)
def test_every_form_points_at_the_note_before(read, words, shown, pages):
    (one,) = read([FULL, words])
    assert (one["kind"], one["in"], one["to"], one["reason"]) == ("ibid", "2", "1", "")
    assert (one["words"], one["pages"]) == (shown, pages)


@pytest.mark.parametrize(
    "words",
    [
        "Idem, *The Other Book* (Lima: Sol, 2003), 4.",
        "The ID. card law of that year.",
        "See http://example.org/ibid.html?id.=4",
        "Ibidun Ade, *Lagos* (Lagos: Palm, 2001), 3.",
        "Candidates provide id. numbers.",
        "Ivi Kask, *Tallinn* (Tartu: Ema, 2001), 3.",
    ],
)
def test_words_that_look_like_it_are_none(read, words):
    assert ibids(read([FULL, words])) == []


@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        ([FULL, "Ibid.", "Ibid., 4.", OTHER, "Ibid."], [("2", "1", ""), ("3", "1", ""), ("5", "4", "")]),
        ([FULL, "Marsh, *Rivers*, 16.", "Ibid."], [("3", "2", "")]),
        (["Ibid.", FULL], [("1", None, FIRST)]),
        (
            [("1", FULL), ("3", "Ibid."), ("4", "Ibid.")],
            [("3", None, "note 2 is missing"), ("4", None, "note 3 itself stays open")],
        ),
        ([("1", FULL), ("3", OTHER), ("2", "Ibid."), ("4", "Ibid.")], [("2", "1", ""), ("4", "3", "")]),
        ([FULL, ("1", "Ibid."), ("2", OTHER), ("3", "Ibid.")], [("1", None, FIRST), ("3", "2", "")]),
        ([FULL, ("*", "Figures in constant prices."), ("2", "Ibid.")], [("2", "1", "")]),
        ([FULL, ("*", "Ibid.")], [("*", None, "its own note has no number")]),
        ([FULL, "Ibid., 5; see also ibid., 9."], [("2", "1", ""), ("2", "1", "")]),
        ([FULL, f"{DAMS}; ibid., 9."], [("2", "2", "")]),
        ([FULL, f"Ibid.; {DAMS}.", "Ibid."], [("2", "1", ""), ("3", None, "note 2 cites two works")]),
        ([FULL, "Marsh, op. cit., 4.", "Ibid."], [("3", "2", "")]),
        ([FULL, OTHER, "See note 1 above.", "Ibid."], [("4", "3", "")]),
    ],
)  # fmt: skip
def test_the_chain_from_note_to_note(read, notes, expected):
    assert ibids(read(notes)) == expected


def test_notes_with_names_are_followed_by_number_not_by_place(paper):
    one = paper([("[^b]:", "Ibid."), ("[^a]:", FULL)])
    notes = [Note(label, note.spans, note.mark) for label, note in zip("21", one.notes, strict=True)]
    (found,) = type(one)(one.text, one.blocks, notes, []).references()
    assert (found.note, found.target) == (0, 1)


@pytest.mark.parametrize(
    "note",
    [
        "Anna Marsh, *Rivers Without Law* (London: Tidewell, 2009), 15; Peter Olin, *Dams* (Oxford: Fenn, 2011), 3.",
        "Anna Marsh, *Rivers Without Law* (London: Tidewell, 2009), 15, and Peter Olin, *Dams* (Oxford: Fenn, 2011).",
        "Anna Marsh, *Rivers* (London: Tidewell, 2009), 15. See also Peter Olin, *Dams* (Oxford: Fenn, 2011), 3.",
        "Anna Marsh, “Rivers,” *Basins* 4 (2009): 15; Peter Olin, “Dams,” *Basins* 5 (2010): 3.",
        "Anna Marsh, Rivers Without Law, 15. Peter Olin, Water and Peace, 33.",
        "See Marsh, *Rivers Without Law*, 15, and Olin, *Water and Peace*, 3.",
        "See Marsh (2009); Olin (2011).",
        "See Marsh 2009 and Olin 2011.",
        "Marsh (2009, 2011).",
        "See Marsh, A. (2009) and Olin, P. (2011).",
        "Marsh, A. (2009) Rivers Without Law. London: Tidewell; Olin, P. (2010) Dams. London: Fenn.",
        "Marsh (n 1) 4; Olin (2011) 12 Basins 4.",
        "Cf. Marsh, op. cit., 5; Olin, op. cit., 7.",
        "World Bank, *Water Report*, 2010; IMF, *Outlook*, 2011.",
        "Véase Marsh, Ríos sin ley, Lima, Sol, 2009, p. 15; Olin, Agua y paz, Quito, Luna, 2010, p. 3.",
        "Interview with a mayor, Lima, May 2012; interview with an engineer, Quito, June 2012.",
        "Law 975 of 2005; Decree 128 of 2003.",
        "See <http://a.example/x> and <http://b.example/y>.",
        "El Tiempo, 12 May 2010; Semana, 3 June 2010.",
    ],
)
def test_after_two_works_it_stays_open_and_says_so(read, note):
    assert ibids(read([FULL, note, "Ibid."]))[-1] == ("3", None, "note 2 cites two works")


@pytest.mark.parametrize(
    "note",
    [
        "Anna Marsh, *Rivers Without Law* (London: Tidewell, 2009), 15, http://example.org/rivers.",
        "Marsh, *Rivers* (London: Tidewell, 2009), 15, quoted in Peter Olin, *Dams* (Oxford: Fenn, 2011), 3.",
        "Anna Marsh, *Rivers Without Law*, 2nd ed. (London: Tidewell, 2009), 15, 17–19; see also 45.",
        "Anna Marsh, “Rivers; or the Law,” in *Basins and Borders*, ed. Peter Olin (Oxford: Fenn, 2011), 3–9.",
        "Anna Marsh, *Rivers Without Law*, trans. Peter Olin (London: Tidewell, 2009), 15. Emphasis added.",
        "World Bank, *Rivers at Risk* (Washington, DC: World Bank, 2010), 12. The report covers 12 rivers in Peru.",
        "United Nations, Department of Economic and Social Affairs, *World Water* (New York: UN, 2011), 4.",
        "OECD, ‘Water outlook’ (OECD, 2010) <http://oecd.example/w> accessed 3 May 2012.",
        "“Rivers run dry,” *The Basin Times*, 12 May 2010.",
        "*The Basin Times*, 12 May 2010.",
        "A. Marsh and P. Olin, “Rivers,” *Basins* 4, no. 2 (2009): 15.",
        "Marsh, Anna. *Rivers Without Law*. London: Tidewell Press, 2009.",
        "Marsh, A. (2009). Rivers without law. London: Tidewell. Available at: http://example.org/a.",
        "Marsh, A., & Olin, P. (2009). Rivers. *Basins*, 4(2), 15–20. https://doi.org/10.1/x",
        "Anna Marsh, Rivers Without Law (London: Tidewell, 2009), 15; Marsh, Rivers, p. 20.",
        "The board met in 2010. See Anna Marsh, *Rivers Without Law* (London: Tidewell, 2009), 15.",
        "See Marsh (2009) for a review of the law.",
        "Marsh, Rivers Without Law, 15.",
        "Marsh 2009, 45.",
        "Supra note 1, at 45.",
        "Interview with a former minister, Lima, 4 May 2012.",
        "UN Doc. A/52/298, 12 August 1997.",
        "Law 975 of 2005, art. 3.",
        "See http://example.org/rivers.html (accessed 12 May 2012).",
        "Personal papers of the author.",
    ],
)
def test_one_work_with_all_that_belongs_to_it_hands_on_its_note(read, note):
    assert ibids(read([FULL, note, "Ibid."]))[-1] == ("3", "2", "")


@pytest.mark.parametrize(
    "note",
    [
        "The cities are large and old and most of them lie on the coast of the northern sea.",
        "Author’s translation of the text which is on the wall of the town hall.",
    ],
)
def test_after_a_comment_it_stays_open(read, note):
    assert ibids(read([FULL, note, "Ibid."])) == [("3", None, "note 2 names no source")]


def test_it_takes_the_entry_of_the_work_along(read):
    entries = ["Hale, Mary. *Wells*. Lima: Sol, 2001.", "Marsh, Anna. *Rivers Without Law*. London: Tidewell, 2009."]
    found = read([FULL, "Ibid., 4.", "Ibid."], entries)
    assert [(one["to"], one["entry"]) for one in found] == [("1", 2), ("1", 2)]


@pytest.mark.parametrize(
    ("body", "entry", "reason"),
    [
        ("So it was (Marsh 2009: 4). And so on (ibid.: 12).", 1, ""),
        ("So it was (Marsh 2009; Olin 2010). And so on (ibid.).", None, "the mention before it names two works"),
        ("So it was (Hale 2001). And so on (ibid.).", None, "the mention before it stays open"),
        ("So it was for years (ibid.).", None, "no mention stands before it"),
    ],
)
def test_in_the_body_it_means_the_mention_before(read, body, entry, reason):
    entries = ["Marsh, A. (2009) Rivers. London: Tidewell.", "Olin, P. (2010) Dams. Oxford: Fenn."]
    last = read([], entries, body)[-1]
    assert (last["kind"], last["in"], last["entry"], last["reason"]) == ("ibid", None, entry, reason)
