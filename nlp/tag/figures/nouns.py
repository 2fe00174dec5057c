"""A heading -> whether it is a plural noun whose bare numbers count: "Prisoners", "Deaths in custody".

Plurals that are measured in money or another unit ("Costs", "Emissions") count nothing.
"""

from __future__ import annotations

import re

_PLURALS = frozenset(
    "people men women children police personnel staff troops cattle livestock youth fishermen policemen sheep".split()
)
_MEASURED = frozenset(
    """costs expenses expenditures revenues sales exports imports prices wages salaries savings funds loans taxes
    receipts payments earnings profits losses assets liabilities amounts values figures scores rates ratios shares
    units points years months weeks days hours minutes notes comments remarks details results emissions reserves stocks
    transfers contributions subsidies pledges disbursements commitments allocations obligations outlays goods
    services series statistics dimensions coordinates codes ids contacts phones dates indices indexes levels trends
    averages means percentages proportions thousands millions billions others totals donations investments budgets
    appropriations remittances returns debts deposits credits fees fines charges rents tariffs duties royalties
    proceeds premiums bonds securities securites interests dividends arrears grants resources works supplies
    fisheries economics politics mathematics ethics logistics physics athletics genetics news status focus virus
    consensus census crisis basis analysis process success access progress congress business press class loss mass
    address illness fitness campus bus gas bonus tons tonnes hectares acres miles kilometres kilometers metres meters
    feet dollars euros pounds pesos rupees francs yes plus minus less across species'
    weights lengths heights widths depths volumes areas distances speeds temperatures yields catches landings
    harvests flows gains changes differences effects measures indicators targets goals objectives outcomes outputs
    terms conditions needs requirements characteristics features options reasons sources types categories groups
    ages sizes ranks positions grades ratings percentiles quintiles deciles quartiles odds coefficients errors
    residuals intercepts parameters variables estimates statistics observations'
    standards economies finances operations communications telecommunications utilities electronics textiles
    chemicals metals minerals fuels foods crops cereals vegetables fruits pulses oilseeds beverages pharmaceuticals
    roads railways ports airports incomes spendings outflows inflows purchases procurements quotas allowances pensions
    benefits damages bribes ransoms turnovers margins surpluses deficits balances""".split()
)
_AFTER_NOUN = re.compile(
    r"""\s(?:in|of|with|without|by|at|on|from|under|who|that|for|to|awaiting|receiving|living
        |held|built|sold|lost|[^\W\d_]{2,}ed)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_ISSUED = re.compile(r"(?:[^\W\d_]+\s)?fines\s(?:issued|served|handed\sout)", re.IGNORECASE)
"""What is handed out is the paper, not the sum."""
_NEVER = _MEASURED | {"per", "change", "growth", "share", "cost", "average", "mean", "median", "index", "rate", "ratio"}
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
MOST_WORDS = 6


def counted_noun(label: str) -> bool:
    """Whether `label`, a heading without brackets and years, names things that are counted.

    >>> counted_noun("Households reached"), counted_noun("Costs"), counted_noun("Change on year")
    (True, False, False)
    """
    if _ISSUED.fullmatch(label):
        return True
    words = _AFTER_NOUN.split(label, maxsplit=1)[0].split()
    if not words or len(words) > MOST_WORDS or not all(_WORD.fullmatch(word) for word in words):
        return False
    return _is_counted(words[-1].lower()) and not any(word.lower() in _NEVER for word in words)


def _is_counted(word: str) -> bool:
    word = word.rsplit("-", 1)[-1]
    if word in _PLURALS:
        return True
    plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "ous", "us", "is", "’s", "'s"))
    return plural and word not in _MEASURED
