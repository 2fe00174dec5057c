"""Mentions by author and year find the one entry they can mean, in any style of bibliography."""

import pytest

STYLES = {
    "harvard": [
        "Marsh, A. (2010) Rivers. London: Tidewell.",
        "Marsh, A. and Olin, P. (2010) Dams. Oxford: Fenn.",
        "World Bank (2011a) Water. Washington.",
        "World Bank (2011b) Risk. Washington.",
        "European Union (2012) Rules. Brussels: EU.",
        "Hale, J., Marsh, A., and Olin, P. (2009) Basins. Lima.",
    ],
    "comma": [
        "Marsh, A. (2010). Rivers. Tidewell.",
        "Marsh, A., & Olin, P. (2010). Dams. Fenn.",
        "World Bank. (2011a). Water. Washington.",
        "World Bank. (2011b). Risk. Washington.",
        "European Union. (2012, May 3). Rules. EU.",
        "Hale, J., Marsh, A., & Olin, P. (2009). Basins.",
    ],
    "dotted": [
        "Marsh, Anna. 2010. Rivers. London: Tidewell.",
        "Marsh, Anna, and Peter Olin. 2010. Dams. Oxford: Fenn.",
        "World Bank. 2011a. Water. Washington.",
        "———. 2011b. Risk. Washington.",
        "European Union. 2012. Rules. Brussels.",
        "Hale, John, Anna Marsh, and Peter Olin. 2009. “Basins.” Lima.",
    ],
    "late": [
        "Marsh, Anna. Rivers. London: Tidewell, 2010.",
        "Marsh, Anna, and Peter Olin. Dams. Oxford: Fenn, 2010.",
        "World Bank. Water. Washington: World Bank, 2011a.",
        "— . Risk. Washington: World Bank, 2011b.",
        "European Union. Rules. Brussels: EU, 2012.",
        "Hale, John, Anna Marsh, and Peter Olin. “Basins.” Lima, 2009.",
    ],
    "capitals": [
        "MARSH A., 2010, Rivers, London, Tidewell.",
        "MARSH A. and OLIN P., 2010, Dams, Oxford, Fenn.",
        "WORLD BANK, 2011a, Water, Washington.",
        "WORLD BANK, 2011b, Risk, Washington.",
        "EUROPEAN UNION, 2012, Rules, Brussels.",
        "HALE J., MARSH A. and OLIN P., 2009, Basins, Lima.",
    ],
    "bare": [
        "1. Marsh A. Rivers. London: Tidewell; 2010.",
        "2. Marsh A, Olin P. Dams. Oxford: Fenn; 2010.",
        "3. World Bank. Water. Washington; 2011a.",
        "4. World Bank. Risk. Washington; 2011b.",
        "5. European Union. Rules. Brussels; 2012.",
        "6. Hale J, Marsh A, Olin P. Basins. Lima; 2009.",
    ],
    "numbered": [
        "[1] A. Marsh, Rivers, London: Tidewell, 2010.",
        "[2] A. Marsh and P. Olin, Dams, Oxford: Fenn, 2010.",
        "[3] World Bank, Water, Washington, 2011a.",
        "[4] World Bank, Risk, Washington, 2011b.",
        "[5] European Union, Rules, Brussels, 2012.",
        "[6] J. Hale, A. Marsh, and P. Olin, “Basins,” Lima, 2009.",
    ],
}
HARVARD = STYLES["harvard"]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    ("mention", "shown", "entry"),
    [
        ("(Marsh, 2010)", "(Marsh, 2010)", 1),
        ("[Marsh 2010]", "[Marsh 2010]", 1),
        ("Marsh (2010)", "Marsh (2010)", 1),
        ("Marsh’s (2010)", "Marsh’s (2010)", 1),
        ("Marsh and Olin (2010: 45)", "Marsh and Olin (2010: 45)", 2),
        ("(Marsh & Olin, 2010, p. 4)", "(Marsh & Olin, 2010, p. 4)", 2),
        ("In Lima, Marsh and Olin (2010)", "Marsh and Olin (2010)", 2),
        ("As the World Bank (2011a) notes", "World Bank (2011a)", 3),
        ("(World Bank 2011b)", "(World Bank 2011b)", 4),
        ("the European Union (2012)", "European Union (2012)", 5),
        ("(EU, 2012)", "(EU, 2012)", 5),
        ("Hale et al. (2009)", "Hale et al. (2009)", 6),
        ("(Hale et al., 2009)", "(Hale et al., 2009)", 6),
        ("(see Hale, Marsh and Olin 2009)", "Hale, Marsh and Olin 2009", 6),
    ],
)
def test_one_entry_fits(read, style, mention, shown, entry):
    (one,) = read([], STYLES[style], f"It was so {mention} in every case.")
    assert (one["kind"], one["words"], one["entry"], one["reason"]) == ("author_year", shown, entry, "")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Yes (Marsh and Olin 2010: 45; EU 2012).", [("Marsh and Olin 2010", 2), ("EU 2012", 5)]),
        ("Yes (World Bank 2011a, 2011b; Marsh 2010).", [("World Bank 2011a", 3), ("2011b", 4), ("Marsh 2010", 1)]),
        ("See Marsh (2010) and Hale et al (2009).", [("Marsh (2010)", 1), ("Hale et al (2009)", 6)]),
        ("See World Bank (2011a and b).", [("World Bank (2011a", 3), ("b)", 4)]),
    ],
)
def test_lists_of_mentions(read, body, expected):
    assert [(one["words"], one["entry"]) for one in read([], HARVARD, body)] == expected


@pytest.mark.parametrize(
    ("mention", "reason"),
    [
        ("(World Bank 2011)", "two works of World Bank 2011"),
        ("(World Bank 2011c)", "no entry lists World Bank 2011c"),
        ("(Marsh 2008)", "no entry lists Marsh 2008"),
        ("(Marsh and Hale 2010)", "no entry lists Marsh and Hale 2010"),
        ("(Marsh et al. 2010)", "no entry lists Marsh et al. 2010"),
        ("(Quill, 2010)", "no entry lists Quill 2010"),
    ],
)
def test_what_is_not_certain_stays_open(read, mention, reason):
    habit = "Marsh (2010), Hale et al. (2009) and the EU (2012) agree. "
    *_, one = read([], HARVARD, f"{habit}But not so {mention}.")
    assert (one["entry"], one["reason"]) == (None, reason)


@pytest.mark.parametrize(
    "words",
    [
        "It fell in May 2010 (May 2010).",
        "Talks were held in Peru (2010), Chile (2011) and Bolivia (2012).",
        "The plan (2010) was late.",
        "Printed (London: Tidewell, 2010).",
        "Between 2008-2010 (and 10.8 billion in 2010).",
        "The Law of Rivers (1999) was late.",
        "The United Nations Convention (2000) came later.",
    ],
)
def test_years_that_are_no_mentions(read, words):
    habit = "Marsh (2010), Hale et al. (2009) and the EU (2012) agree. "
    assert len(read([], HARVARD, habit + words)) == 3


@pytest.mark.parametrize(
    ("definition", "name", "mention", "entry"),
    [
        ("The Andean Water Council (AWC) met. ", "Andean Water Council", "AWC (2001)", 1),
        ("The Andean Water Council (AWC) met. ", "AWC", "the Andean Water Council (2001)", 1),
        ("", "Andean Water Council (AWC)", "AWC (2001)", 1),
        ("", "AWC - Andean Water Council", "AWC (2001)", 1),
        ("", "Andean Water Council", "AWC (2001)", 1),
        ("", "United States Water Council", "US Water Council (2001)", 1),
        ("", "United States Water Council", "United States WC (2001)", 1),
        ("The Asian Wheat Centre (AWC) met. ", "Andean Water Council", "AWC (2001)", None),
        ("", "Andean Wheat Bureau", "AWC (2001)", None),
    ],
)
def test_acronyms_stand_for_what_the_paper_says_or_what_alone_fits(read, definition, name, mention, entry):
    found = read([], [f"{name} (2001) Report. Lima."], f"{definition}See {mention}.")
    assert [one["entry"] for one in found] == ([entry] if entry else [])


def test_without_a_bibliography_it_points_at_the_note_that_names_the_work(read):
    found = read(["Anna Marsh, *Rivers* (London: Tidewell, 2010), 4.", "See Marsh (2010).", "Marsh 2010, 45."])
    assert [(one["in"], one["to"], one["pages"]) for one in found] == [("2", "1", None), ("3", "1", "45")]


def test_the_publisher_and_date_of_a_full_citation_are_no_mention(read):
    entries = ["Water University. *Handbook*. Lima: Water University, 2019."]
    assert read(["Water University, *Handbook* (Water University, 2019), 3."], entries) == []
