"""Op. cit., note numbers and short titles find the note that names the work, or say why they do not."""

import pytest

NOTES = [
    "Anna Marsh, *Rivers Without Law* (London: Tidewell Press, 2009), 15.",
    "Peter Olin, ‘Water and Peace’, *Journal of Basins* 4 (2011): 33.",
    "World Bank, *Wells at Risk: A Global Report* (Washington, DC: World Bank, 2010), 12.",
    "Mark T. Ferrer, Ana C. Luna and Jo R. Pike, *The Third Dam*, 2nd ed. (Lima: Sol, 2017), 9.",
    "The river board met twice.",
]


def one_of(read, words, notes=NOTES):
    found = [one for one in read([*notes, words]) if one["in"] == str(len(notes) + 1)]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("words", "shown", "to", "pages"),
    [
        ("Marsh, op. cit., p. 45.", "Marsh, op. cit.", "1", "45"),
        ("Marsh, op cit.", "Marsh, op cit.", "1", None),
        ("MARSH, A., op. cit., p. 3.", "MARSH, A., op. cit.", "1", "3"),
        ("A. Marsh, ob. cit., pág. 45.", "A. Marsh, ob. cit.", "1", "45"),
        ("See Marsh, *Rivers*, op. cit., 12", "Marsh, *Rivers*, op. cit.", "1", "12"),
        ("Marsh, op. cit., note 1, p. 45", "Marsh, op. cit., note 1", "1", "45"),
        ("Olin, loc. cit.", "Olin, loc. cit.", "2", None),
        ("Ferrer, Luna and Pike, op. cit., 4.", "Ferrer, Luna and Pike, op. cit.", "4", "4"),
        ("World Bank, op. cit., p. 4", "World Bank, op. cit.", "3", "4"),
        ("Marsh, supra note 1, at 45.", "Marsh, supra note 1", "1", "45"),
        ("Marsh (n 1) 45.", "Marsh (n 1)", "1", "45"),
        ("Marsh, note 1 above, p. 45.", "Marsh, note 1 above", "1", "45"),
        ("Above n 1, 33.", "Above n 1", "1", "33"),
        ("See note 3 above.", "note 3 above", "3", None),
        ("Cf. note 2.", "note 2", "2", None),
        ("supra nota 1", "supra nota 1", "1", None),
        ("Véase nota 3.", "nota 3", "3", None),
        ("Voir note 1 ci-dessus.", "note 1 ci-dessus", "1", None),
        ("Siehe oben Fn. 1, S. 12", "oben Fn. 1", "1", "12"),
    ],
)
def test_op_cit_and_note_numbers(read, words, shown, to, pages):
    one = one_of(read, words)
    assert (one["kind"], one["words"], one["to"], one["pages"]) == ("op_cit", shown, to, pages)
    assert one["reason"] == ""


@pytest.mark.parametrize(
    ("words", "shown", "to", "pages"),
    [
        ("Marsh, *Rivers Without Law*, 45.", "Marsh, *Rivers Without Law*", "1", "45"),
        ("Marsh, Rivers, p. 45.", "Marsh, Rivers", "1", "45"),
        ("Olin, “Water and Peace,” 45.", "Olin, “Water and Peace,”", "2", "45"),
        ("See also Olin, 'Water and Peace', 45", "Olin, 'Water and Peace'", "2", "45"),
        ("World Bank, *Wells at Risk*, 12.", "World Bank, *Wells at Risk*", "3", "12"),
        ("World Bank, Report, 12.", "World Bank, Report", "3", "12"),
        ("Ferrer, Luna, and Pike, *The Third Dam*, 106.", "Ferrer, Luna, and Pike, *The Third Dam*", "4", "106"),
        ("Ferrer, Luna and Pike, *The Third Dam*, 106.", "Ferrer, Luna and Pike, *The Third Dam*", "4", "106"),
        ("“Water and Peace,” 40.", "“Water and Peace,”", "2", "40"),
        ("Marsh, 45.", "Marsh", "1", "45"),
    ],
)
def test_short_titles(read, words, shown, to, pages):
    one = one_of(read, words)
    assert (one["kind"], one["words"], one["to"], one["pages"]) == ("short_title", shown, to, pages)
    assert one["reason"] == ""


@pytest.mark.parametrize(
    ("words", "kind", "reason"),
    [
        ("Hale, op. cit., 4.", "op_cit", "no earlier note names Hale"),
        ("Op. cit., 45.", "op_cit", "it names no author"),
        ("Hale, *Other Rivers*, 45.", "short_title", "no earlier note names Hale"),
        ("See supra note 40.", "op_cit", "note 40 does not stand before it"),
        ("See note 9 below.", "op_cit", "note 9 is missing"),
    ],
)
def test_what_fits_nothing_stays_open(read, words, kind, reason):
    one = one_of(read, words)
    assert (one["kind"], one["to"], one["reason"]) == (kind, None, reason)


@pytest.mark.parametrize(
    "words",
    [
        "UNDP Policy Note 1 says so.",
        "The sample (n 1) was small.",
        "A technical Note 3 was issued.",
        "See note 1 of Olin’s book.",
        "Hale, *Water*, page 45, note 1, in a volume without a date.",
        "Mary Hale, *Wells* (Lima: Sol, 2001), 4.",
        "However, World Bank reports are rare, and so on.",
        "In Lima, Marsh was never read.",
    ],
)
def test_what_does_not_point_back(read, words):
    found = [one for one in read([*NOTES, words]) if one["kind"] == "op_cit" or one["to"]]
    assert found == []


def test_two_works_of_one_author_are_told_apart_by_title_only(read):
    second = "Anna Marsh, *Dams and Law* (Oxford: Fenn, 2012), 3."
    notes = [NOTES[0], second, "Marsh, op. cit., 5.", "Marsh, *Dams*, 5.", "Marsh, *Rivers*, 7.", "Marsh, 5."]
    assert [(one["to"], one["reason"]) for one in read(notes)] == [
        (None, "two works of Marsh are cited before"),
        ("2", ""),
        ("1", ""),
        (None, "two works of Marsh fit"),
    ]


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Leo Quill, War and Peace, London, Tidewell, 1990, p. 3.", "Quill, War and Peace, 12."),
        ("Ana Luna and Jo Pike, Dams, Rain and Law (Lima: Sol, 1990), 3.", "Luna and Pike, Dams, Rain and Law, 12."),
        ("Ministry of Water, Dams and Rain (Lima: Sol, 1990), 3.", "Ministry of Water, Dams and Rain, 12."),
        ("Luna, Ana. Dams and Rain. Lima: Sol, 1990.", "Luna, Dams and Rain, 12."),
        ("Food and Water Bureau, ‘Dry years’ (Bureau, 1990) 3.", "Food and Water Bureau, ‘Dry years’, 12."),
        ("Leo Quill, ‘Dry years’ (1990) 12 Journal of Rain 45.", "Quill, ‘Dry years’, 46."),
        ("Leo Quill et al., *Dry Years* (Lima: Sol, 1990), 3.", "Quill et al., *Dry Years*, 12."),
    ],
)
def test_titles_and_names_in_other_makes(read, full, short):
    assert [(one["in"], one["to"], one["pages"]) for one in read([full, short])][-1][:2] == ("2", "1")


def test_a_missing_note_is_said_to_be_missing(read):
    (one,) = read([("1", NOTES[0]), ("3", "See supra note 2.")])
    assert (one["to"], one["reason"]) == (None, "note 2 is missing")


def test_note_numbers_are_looked_for_in_the_same_run(read):
    notes = [("1", NOTES[0]), ("2", NOTES[1]), ("1", NOTES[2]), ("2", "See supra note 1.")]
    (one,) = [one for one in read(notes, body="See note 1 above.") if one["in"]]
    assert one["to"] == "1"
    (body,) = [one for one in read(notes, body="See note 1 above.") if not one["in"]]
    assert body["reason"] == "two notes are numbered 1"


def test_notes_in_a_list_are_each_pointed_at(read):
    found = read([*NOTES, "See notes 1 and 3 above."])
    assert [(one["words"], one["to"]) for one in found] == [("notes 1", "1"), ("3 above", "3")]


def test_a_second_full_citation_points_back_at_nothing_and_the_first_stays_the_target(read):
    found = read([NOTES[0], NOTES[1], NOTES[0], "Marsh, *Rivers*, 3."])
    assert [(one["in"], one["to"]) for one in found] == [("4", "1")]


@pytest.mark.parametrize(
    "entry",
    [
        "- Marsh, Anna. *Rivers Without Law*. London: Tidewell Press, 2009.",
        "Marsh, A. (2009) *Rivers Without Law*. London: Tidewell Press.",
        "Marsh, Anna. 2009. *Rivers Without Law*. London: Tidewell Press.",
        "MARSH A., 2009, Rivers Without Law, London, Tidewell Press.",
        "[4] A. Marsh, *Rivers Without Law*, London: Tidewell Press, 2009.",
        "4. Marsh A. Rivers Without Law. London: Tidewell Press; 2009.",
    ],
)
def test_the_entry_is_found_by_name_and_title(read, entry):
    entries = ["Hale, Mary. *Wells*. Lima: Sol, 2001.", entry, "Marsh, Anna. *Dams*. Oxford: Fenn, 2012."]
    found = read([NOTES[0], "Marsh, *Rivers Without Law*, 16."], entries)
    assert [(one["to"], one["entry"]) for one in found] == [("1", 2)]


def test_without_the_full_note_the_entry_alone_is_found(read):
    (one,) = read(["Marsh, *Rivers Without Law*, 16."], ["Marsh, Anna. *Rivers Without Law*. London: Tidewell, 2009."])
    assert (one["to"], one["entry"], one["reason"]) == (None, 1, "")
