"""More sentences of our own, each group for one question about the subject; read like `sentences.py`."""

WITHIN = [
    (
        "Repairs to 2,300 church bells would cost {PLN 345 million}.",
        "Repairs to 2,300 church bells",
        "cost",
        "",
        "",
        "",
    ),
    ("A canal of 85 km and 14 locks cost {€640m} in 1908.", "canal of 85 km and 14 locks", "cost", "1908", "", ""),
    ("Works in twelve boroughs are put at {£31 million}.", "Works in twelve boroughs", "put at", "", "", ""),
    ("Repairs to {2,300 church bells} would cost PLN 345 million.", "church bells", "cost", "", "", ""),
    ("Milk yield per cow rose by {400 litres} in 2017.", "Milk yield per cow", "rose by", "2017", "", ""),
    ("Coal by rail costs {$18} a tonne.", "Coal by rail", "costs", "", "", ""),
    ("Lamb at the saleyards fetched {A$7.80} in 2021.", "Lamb at the saleyards", "fetched", "2021", "", ""),
    ("In Leeds a flat with a view cost {£900}.", "flat with a view", "cost", "", "", "Leeds"),
    ("Timber felled by the monks was worth {€340,000}.", "Timber felled by the monks", "was", "", "", ""),
    ("Tickets sold at the gate raised {$52,000}.", "Tickets sold at the gate", "raised", "", "", ""),
    ("Officials said in May that tolls raised {$52,000}.", "tolls", "raised", "", "", ""),
    ("Parking for them costs {£40} a week.", "Parking for them", "costs", "", "", ""),
    ("Nobody knew that for them it cost {£40}.", "", "cost", "", "", ""),
    ("In 48 ports, they cost {£40}.", "", "cost", "", "", ""),
    ("They sold 48 barges, and it cost {£40}.", "", "cost", "", "", ""),
]

GIVEN = [
    ("The orchestra spent {€2.2 million} in 2016.", "orchestra", "spent", "2016", "", ""),
    ("The lottery gave {£14 million} to village halls.", "lottery", "gave", "", "", ""),
    ("The lottery gave {£14 million} to village halls for stages.", "stages", "gave", "", "", ""),
    ("The lottery devoted {£14 million} to village halls.", "village halls", "devoted", "", "", ""),
    ("They gave {£14 million} to village halls.", "village halls", "gave", "", "", ""),
    ("A second bank added {€90 million} in 2018.", "second bank", "added", "2018", "", ""),
    ("The bank lent the brewer {€90 million}.", "bank", "lent", "", "", ""),
    ("Growers in Malawi lost {$8 million} to hail.", "Growers in Malawi", "lost", "", "", "Malawi"),
    ("The archive had {£310,000} in 2002.", "archive", "had", "2002", "", ""),
    ("The grid carried an average of {4,118 MW}.", "grid", "carried", "", "", ""),
    ("1,700 weavers owe an average of {£46,200}.", "1,700 weavers", "owe", "", "", ""),
    ("The theatre plans to spend {€3 million}.", "theatre", "spend", "", "", ""),
    ("The plan to spend {€3 million} failed.", "", "spend", "", "", ""),
    ("It spent {€3 million}.", "", "spent", "", "", ""),
    ("Those who came spent {€3 million}.", "", "spent", "", "", ""),
    ("The report says {€3 million}.", "", "says", "", "", ""),
    ("The treasurer was paid {€3 million} by it.", "treasurer", "paid", "", "", ""),
    ("The choir moved into a house above {€3 million}.", "", "moved", "", "", ""),
    ("Having spent {€3 million}, they left.", "", "spent", "", "", ""),
]

NOUNS = [
    ("The scheme pays hosts {€40} a day.", "scheme", "pays", "", "", ""),
    ("The household pays guards {€40} a day.", "household", "pays", "", "", ""),
    ("A villa hosts {40} guests.", "guests", "hosts", "", "", ""),
    ("By decade's end the spa had lost {€7 million}.", "spa", "lost", "", "", ""),
    ("By the year's end {€7 million} had been spent on dredging.", "dredging", "spent", "", "", ""),
    ("By year's end {€7 million} had gone.", "", "gone", "", "", ""),
    ("The trial ends {40} careers.", "careers", "ends", "", "", ""),
]

SEASONS = [
    ("The cheese sold for {€19} in the winter of 2020.", "cheese", "sold for", "2020", "", ""),
    ("Each diver earned {$900} in the summer of 1999.", "diver", "earned", "1999", "", ""),
    ("The trust lent {C$600,000} to 41 bakeries by June 2015.", "trust", "lent", "-2015", "", ""),
    ("The trust lent C$600,000 to {41 bakeries} by June 2015.", "bakeries", "", "-2015", "", ""),
    ("Rents fell from {€900} to €700 in 2015.", "Rents", "fell from", "", "", ""),
    ("The cheese sold for {€19} in the winter.", "cheese", "sold for", "", "", ""),
]

BETWEEN = [
    ("They sold 40 looms that cost {£3 million}.", "looms", "cost", "", "", ""),
    ("A mill of 40 looms that cost {£3 million} burnt down.", "mill of 40 looms", "cost", "", "", ""),
    ("The plan gives $3m for piers that cost {$5m}.", "piers", "cost", "", "", ""),
    ("Looms of oak, 400 of them, took {£3 million}.", "Looms of oak", "took", "", "", ""),
    ("The theatre sold 9,000 seats for {£210,000}.", "9,000 seats", "", "", "", ""),
    ("The abbey bought 40 looms for {£210,000} in 1911.", "40 looms", "", "1911", "", ""),
    ("The abbey gave 40 looms for {£210,000}.", "", "", "", "", ""),
    ("The abbey built 40 looms, at {£210,000} in all.", "40 looms", "", "", "", ""),
    ("Exports of {€16 million} or so were lost.", "Exports", "lost", "", "", ""),
    ("It pays hosts {€40} a day.", "hosts", "pays", "", "", ""),
    ("It pays them {€40} a day.", "", "pays", "", "", ""),
    ("They wanted {€40} a day.", "", "wanted", "", "", ""),
    ("Of 40 looms that it sold, {£3 million} came back.", "", "came", "", "", ""),
]

READ = [
    ("The diocese borrowed {$80 million} in 2004 on its land.", "diocese", "borrowed", "2004", "", ""),
    ("The diocese borrowed {$80 million} for roofs.", "roofs", "borrowed", "", "", ""),
    (
        "Violins made by the family are insured for {$80 million}.",
        "Violins made by the family",
        "insured for",
        "",
        "",
        "",
    ),
    ("Insured violins are worth {$80 million}.", "Insured violins", "are", "", "", ""),
    ("Nets lost at sea cost crews {£12 million}.", "Nets lost at sea", "cost", "", "", ""),
    ("Nearly half of the 700 members owe {€120}.", "half of the 700 members", "owe", "", "", ""),
    ("Those living on barges pay {€80} a month.", "", "pay", "", "", ""),
    ("Those on barges pay {€80} a month.", "", "pay", "", "", ""),
    ("Owners of second homes paid {€1,100} on average.", "Owners of second homes", "paid", "", "", ""),
]
