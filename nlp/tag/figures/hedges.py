"""A figure's place in a string -> the words around it that bound it ("over") or spread it ("a year")."""

from __future__ import annotations

import re
from collections.abc import Mapping

_HEDGE = re.compile(
    r"""(?<![\w-])(?P<hedge>
        (?:
            (?:well\s|just\s|slightly\s|far\s|little\s|a\slittle\s|no\s|not\s|significantly\s|considerably\s
              |substantially\s)?
              (?:more|less|fewer|greater|higher|lower)\sthan
          | (?:well\s|just\s|slightly\s|far\s|a\slittle\s|comfortably\s)?(?:over|under|above|below|beyond|short\sof)
          | (?:an?\s)?estimated(?:\sat)?(?:\s(?:some|about|around))? | estimates?\sof | (?:at\s)?an\sestimated
          | (?:roughly|approximately|approx\.?|about|around|circa|ca?\.|some|nearly|almost|close\sto
            |near(?:ing)?|virtually)
          | at\s(?:the\s(?:very\s)?)?(?:least|most) | as\s(?:much|many|little|few|high|low|long|far)\sas | up\sto
          | (?:in\sthe\s(?:region|order|neighbourhood|neighborhood|vicinity)\sof | on\sthe\sorder\sof)
          | (?:in\s)?excess\sof | upwards?(?:\sof)? | a\s(?:minimum|maximum|mere|total|further|whopping
            |staggering)(?:\sof)?
          | merely | only | just | barely | hardly | scarcely | perhaps | possibly | literally | reportedly | probably
          | exceed(?:s|ed|ing)? | surpass(?:es|ed|ing)? | top(?:s|ped|ping) | somewhere\sbetween | anywhere\sbetween
          | no\smore\sthan | not\sless\sthan | minimum\sof | maximum\sof | slightly\s(?:over|under) | roughly\sbetween
        )(?:\s(?:some|about|around|roughly|approximately|an\sestimated))?
        | [~≈<>≤≥±]\s?
    )\s?(?:an?\s)?[“"(‘']?\s?\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_LAST_WORDS = frozenset(
    """than over under above below beyond of estimated at estimate estimates roughly approximately approx about around
    circa ca some nearly almost to near nearing virtually least most as upward upwards minimum maximum mere total
    further whopping staggering merely only just barely hardly scarcely perhaps possibly literally reportedly probably
    exceed exceeds exceeded exceeding surpass surpasses surpassed surpassing top tops topped topping between a
    an""".split()
)
_BARE = re.compile(r"^(?:at\s)?an?\s(?=estimated)|^an?\s(?=(?:minimum|maximum))")
_NO_HEDGE = frozenset({"a total of", "a total", "a further", "a further of"})
_SUFFIX = re.compile(
    r"(?:\s?(\+)(?!\d)|[-\s](plus)\b(?!\s\w)|\s(or\s(?:more|less|so|fewer|above|higher|over))\b"
    r"|\s(at\s(?:least|most))\b)"
)
_LOOK_BACK = 48

_ADJECTIVES: Mapping[str, str] = {
    "annual": "year", "annually": "year", "yearly": "year", "daily": "day", "monthly": "month", "weekly": "week",
    "quarterly": "quarter", "hourly": "hour",
}  # fmt: skip
_PERIODS: Mapping[str, str] = {**_ADJECTIVES, **dict.fromkeys(("per annum", "annum", "p.a", "pa"), "year")}
_PER = re.compile(
    r"""(?:\sor\s(?:so|more|less))?[\s-]?(?:\(|in\s(?:aid|total|all)\s)?(?:
        (?:an?|each|every)[\s-](?P<period>year|month|week|day|hour|quarter|decade|head|person|share|barrel
          |tonne|ton|kilo(?:gram)?|hectare
                                  |acre|litre|gallon|dozen|piece|unit|night|minute|vote|student|child|family
                                    |household|fortnight|megalitre)\b(?!\s(?:later|earlier|ago|before|after)\b)
      | (?:per|/)\s?(?P<divisor>(?:(?:hundred|thousand|million)\s)?(?:square\s|cubic\s)?
          (?:capita|[\d][\d,. ]*\d\s\w+|[^\W\d_]+[23]?(?!\d)(?:\s(?:inhabitants?|people))?))
      | (?P<adverb>annually|yearly|per\sannum|p\.a|daily|weekly|monthly|quarterly|hourly)\b
      | in\seach\s(?P<each>year|month)\b | over\s(?P<over>a)\s(?:year|month)\b(?!.) | by\sthe\s(?P<by>day|hour
        |month|year)\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_LATER = re.compile(
    r"(?:\s(?:in\s)?[\w-]+){1,4}?\s(?:(?:per|each|every)\s(?P<period>year|annum|month|day|week)"
    r"|(?P<adverb>annually|per\sannum))\b"
)
_BEFORE = re.compile(
    r"""\b(?:(?P<adverb>annual(?:ly)?|yearly|daily|monthly|weekly|quarterly|hourly)
        (?:\s[\w’'-]+){0,3}?(?:\s(?:of|at|was|is|to|by|reached|totall?ed|averaged|exceed(?:s|ed)))?\s?)\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_ANNUAL = re.compile(r"\s(annual|yearly|daily|monthly|weekly|quarterly|hourly)\s(?=[a-z])", re.IGNORECASE)
_AVERAGED = re.compile(r"\b(?:averag(?:ed|es|ing)|an\s(?:annual\s)?average\sof)\s?\Z", re.IGNORECASE)
_YEARS = re.compile(
    r"\s(?:a\syear\s)?(?:between|from|over|during|in)\s(?:the\s)?(?:years\s)?(?:1[5-9]|20)\d\d\s?(?:-"
    r"|–|to|and|through)\s?\d"
)
_NOT_DIVISORS = frozenset({"cent", "se", "year's"})


def qualifier(text: str, start: int, end: int) -> tuple[str | None, int]:
    """The hedge just before `start` or just after `end`, in lower case, and where the figure with it begins."""
    found = _HEDGE.search(text, max(0, start - _LOOK_BACK), start) if _may_hedge(text, start) else None
    if found:
        words = " ".join(found["hedge"].lower().split())
        if words not in _NO_HEDGE:
            return _BARE.sub("", words) or None, found.start()
    after = _SUFFIX.match(text, end)
    if after:
        return next(group for group in after.groups() if group).lower(), start
    return None, start


def _may_hedge(text: str, start: int) -> bool:
    """Whether the word before can end a hedge: most cannot, and are spared the search."""
    words = text[max(0, start - _LOOK_BACK) : start].rstrip(" “\"(‘'").rsplit(None, 1)
    return bool(words) and (not words[-1].isalpha() or words[-1].lower() in _LAST_WORDS)


def per(text: str, start: int, end: int) -> str | None:
    """The period or divisor a figure is spread over, singular: "year", "day", "capita"; None where none is printed.

    `start` is where the figure begins, its hedge included.
    """
    found = _PER.match(text, end)
    if found:
        return _name(found)
    following = _ANNUAL.match(text, end)
    if following:
        return _ADJECTIVES[following[1].lower()]
    later = _LATER.match(text, end, min(len(text), end + 60))
    if later and not any(char.isdigit() for char in later.group()):
        return "year" if later["adverb"] or later["period"] == "annum" else later["period"].lower()
    window = text[max(0, start - _LOOK_BACK) : start].lower()
    if ("ly" in window or "annual" in window) and (before := _BEFORE.search(window)):
        return _ADJECTIVES[before["adverb"]]
    averaged = "averag" in window and _AVERAGED.search(window)
    return "year" if averaged and _YEARS.match(text, end) else None


def _name(found: re.Match[str]) -> str | None:
    printed = next((group for group in found.groups() if group), "").strip()
    word = printed.lower()
    if word in _NOT_DIVISORS:
        return None
    # the capitals of a sign are its own: kWh, ML
    return printed if len(printed) < 5 and printed[1:] != word[1:] else _PERIODS.get(word, word)
