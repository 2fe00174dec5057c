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
