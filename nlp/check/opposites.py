"""Words that say the reverse of each other, and words that deny: what a claim's direction is read by. English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

AXES: Mapping[str, tuple[str, str]] = {
    "change": (
        """rise rises rising rose risen increase increases increased increasing grow grows growing grew grown growth
        climb climbs climbed climbing expand expands expanded expanding expansion gain gains gained add added swell
        swells
        swelled swollen soar soars soared soaring surge surges surged jump jumps jumped mount mounted escalate
        escalated escalating accelerate accelerated upward upwards raise raises raised raising double doubled doubles
        doubling triple tripled tripling treble trebled quadruple quadrupled widen widened lengthen lengthened
        strengthen strengthened enlarge enlarged multiplied""",
        """fall falls falling fell fallen decrease decreases decreased decreasing decline declines declined declining
        drop drops dropped dropping shrink shrinks shrank shrunk shrinking contract contracted contraction reduce
        reduces reduced reducing reduction reductions cut cuts cutting slump slumped plunge plunged sink sank sunk
        dwindle dwindled diminish diminished lessen lessened downward downwards lower lowered lowering halve halved
        halving tumble tumbled slide slid shed ebb ebbed narrow narrowed shorten shortened weaken weakened
        dip dipped recede receded slip slipped slipping slips slashed lose lost""",
    ),
    "height": (
        """more higher greater larger bigger above exceeds exceed exceeded exceeding longer better stronger
        heavier wider deeper older richer dearer costlier outnumber outnumbered outnumbers outweigh outstrip
        outstripped surpass surpassed surpasses topped overtook ahead upper""",
        """less lower fewer smaller below beneath shorter worse weaker lighter narrower shallower younger
        poorer cheaper short behind trailed lagged""",
    ),
    "bound": (
        "minimum least floor",
        "maximum most ceiling cap capped",
    ),
    "order": ("before earlier prior preceding previously preceded precedes", "after later following subsequently"),
    "trade": ("export exports exported exporting exporter exporters", "import imports imported importing importers"),
    "balance": ("surplus surpluses profit profits profitable", "deficit deficits shortfall shortfalls loss losses"),
    "tightness": (
        "tighten tightens tightened tightening stricter tougher harden hardened",
        "loosen loosens loosened loosening relax relaxed relaxes ease eased easing laxer soften softened",
    ),
    "success": (
        "succeed succeeds succeeded success successes successful successfully",
        "fail fails failed failing failure failures unsuccessful",
    ),
    "opening": ("open opens opened opening reopened", "close closes closed closing closure shut shuts shutting"),
    "start": (
        "start starts started starting begin begins began begun beginning launch launched launches",
        "end ends ended ending stop stops stopped stopping halt halted cease ceased finish finished abandon abandoned",
    ),
    "approval": (
        """accept accepts accepted approve approves approved approval endorse endorsed endorses support supports
        supported supporting backed backs backing favour favours favoured favors favored agree agrees agreed adopt
        adopted uphold upholds upheld concur concurs concurred welcomed welcomes""",
        """reject rejects rejected refuse refuses refused oppose opposes opposed opposing opposition disapprove vetoed
        resist resists resisted decline dismiss dismisses dismissed condemned disagree disagrees disagreed object
        objects objected contest contests contested dispute disputes disputed overturned quashed""",
    ),
    "permission": (
        "allow allows allowed allowing permit permits permitted legal lawful legalise legalised legalized",
        "ban bans banned forbid forbids forbade forbidden prohibit prohibits prohibited illegal unlawful outlawed",
    ),
    "duty": ("compulsory mandatory obligatory required must", "voluntary optional"),
    "inclusion": (
        "include includes included including inclusive",
        "exclude excludes excluded excluding exclusive omit omits omitted",
    ),
    "help": (
        "improve improves improved improving improvement strengthen benefit benefits benefited helped help helps",
        """worsen worsens worsened worsening deteriorate deteriorated deterioration harm harms harmed hurt hurts
        damaged damage""",
    ),
    "sex": ("women woman female females girl girls mothers mother", "men man male males boy boys fathers father"),
    "age": ("young youth children child", "old elderly aged adults adult"),
    "side": ("north northern", "south southern"),
    "face": ("east eastern", "west western"),
    "land": ("rural countryside", "urban city cities"),
    "shore": ("coastal coast", "inland landlocked"),
    "sector": ("public publicly", "private privately"),
    "level": ("national federal central", "local municipal"),
    "share": ("majority", "minority"),
    "quantity": ("all every each always", "none never few"),
    "rank": ("first", "last"),
    "extreme": (
        "highest largest biggest greatest longest best strongest fastest wealthiest richest peak peaked",
        "lowest smallest least shortest worst weakest slowest poorest trough",
    ),
    "entry": ("enter enters entered join joined joins arrive arrived arrivals", "leave leaves left quit departures"),
    "hire": ("hire hired hires recruit recruited appoint appointed", "dismiss dismissed sack sacked fire fired"),
    "wealth": ("rich wealthy richest", "poor poorest needy"),
    "season": ("summer wet dry-season", "winter dry"),
    "day": ("day daytime", "night nighttime"),
    "supply": ("supply supplies supplied", "demand demands demanded"),
    "cost": ("expensive dear costly", "cheap inexpensive affordable"),
    "speed": ("fast faster fastest quick quickly quicker rapid rapidly", "slow slowly slower slowest"),
    "frequency": (
        "frequent frequently often common commoner commonplace widespread usual usually",
        "rare rarer rarest rarely infrequent infrequently seldom scarce scarcer uncommon unusual sporadic",
    ),
    "likely": ("likely probable probably", "unlikely improbable"),
    "effect": ("effective", "ineffective"),
    "enough": ("sufficient enough adequate", "insufficient inadequate"),
    "use": ("used", "unused"),
    "paid": ("funded", "unfunded"),
    "employ": ("employed employment", "unemployed unemployment"),
    "stable": ("stable stability", "unstable volatile instability"),
    "direct": ("direct directly", "indirect indirectly"),
    "known": ("known", "unknown"),
    "domestic": ("domestic domestically home", "foreign abroad overseas"),
    "win": ("win wins won winning", "lose loses lost losing"),
    "gross": ("gross", "net"),
    "sea": ("sea maritime seaborne", "land overland"),
    "stay": ("maintain maintained retain retained kept keep keeps remain remained", "scrap scrapped"),
    "centre": ("centralise centralised centralized", "decentralise decentralised decentralized devolved"),
    "encourage": ("encourage encourages encouraged encouraging", "discourage discourages discouraged deter deterred"),
    "long": ("long-term", "short-term"),
}
"""Axis -> the words at one end of it and at the other."""

KINDS = frozenset(
    "trade sex age side face land shore sector level season day supply domestic wealth sea gross rank bound".split()
)
"""Axes that say of which kind something is: to deny what is said of women says nothing of men."""

DENYING = re.compile(
    r"""\b(?: not | no | never | none | nobody | nothing | neither | nor | cannot | without | \w+n['’]t | all\ but
      | fail(?:s|ed|ing|ure)?\ to | refus(?:e|es|ed|ing)\ to | no\ longer
      | (?:den(?:y|ies|ied)|disput(?:es?|ed))\ (?:that|having) )\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""What turns a statement into its reverse."""
BARRING = re.compile(
    r"""\b(?: bans? | banned | forbids? | forbade | forbidden | prohibit(?:s|ed|ing)? | outlaw(?:s|ed)?
      | lack(?:s|ed|ing)? | absent | absence | missing | missed | nowhere | hardly | scarcely | barely | unable
      | instead\ of | rather\ than | (?:just\ )?short\ of | f[ae]ll(?:s|ing)?\ short | far\ from | ruled\ out | against
      | reject(?:s|ed|ing)? | refus(?:es?|ed|ing|al) | dismiss(?:es|ed|al)? | oppos(?:es?|ed|ing) | avoid(?:s|ed|ing)?
      | exempt(?:s|ed|ion)? | exclud(?:es?|ed|ing) | omit(?:s|ted)? | ignor(?:es?|ed|ing) | prevent(?:s|ed|ing)?
      | withheld | disput(?:es?|ed) | disagree(?:s|d)?
      | \w+(?<!un)(?<!regard)(?<!more)(?<!never)(?<!none)(?<!the)less(?:ly)?
      | outside | barred | yet\ to | stopped | nil | zero | denied | denies | too\ \w+\ to | want\ of | free\ of
      | un(?!der|til|it|iversit|ion|iqu|iform|less|fold)
        \w+(?:ed|ent|aid|ken|wn|ld|ught|et|likely|available|able) )\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""What may say the same as a denial in other words, without turning the words around it."""
NOT_DENYING = re.compile(
    r"""\bnot\ only\b | \bno\ (?:fewer|less|more|later|earlier|sooner)\ than\b | \bnot\ (?:less|more|fewer)\ than\b
      | \bno\.\s?\d | \bnone\ the\ less\b | \bno\ doubt\b | \bnothing\ (?:less|short)\b | \bif\ not\b
      | \bwhether\ or\ not\b | \bno\ matter\b | \bnot\ at\ all\b(?=\ elsewhere)
      | \bnever\ (?:higher|lower|more|less|fewer|larger|smaller|better|worse)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""The same words where they deny nothing."""


NEITHER = re.compile(r"\bneither\b[^.;]*?\b(nor)\b", re.IGNORECASE)
UPS = re.compile(
    r"""\b(?:go|goes|going|gone|went|come|comes|came|coming|was|were|is|are|been|moved?|pushed|pushing|driven|drove
          |edged|crept|ticked)\s(?:(?:further|sharply|slightly|well|back)\s)?(?P<way>up|down)\b(?!\sto\s\d)
      | \b(?P<from>up|down)\s(?:from|by|on)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Where "up" and "down" tell which way something went."""


def moves(text: str) -> Iterator[tuple[int, int, int]]:
    """Where `text` says that something went up (1) or down (-1): (start, end, sign)."""
    for found in UPS.finditer(text):
        group = "way" if found["way"] else "from"
        yield (*found.span(group), 1 if found[group].casefold() == "up" else -1)


@cache
def signs() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Word -> its axes, each with the end of it (1 or -1) that the word stands for."""
    found: dict[str, list[tuple[str, int]]] = {}
    for axis, ends in AXES.items():
        for sign, words in zip((1, -1), ends, strict=True):
            for word in words.split():
                found.setdefault(word, []).append((axis, sign))
    return {word: tuple(ends) for word, ends in found.items()}


def denials(text: str) -> Iterator[tuple[int, int]]:
    """Where `text` denies something, in order: (start, end)."""
    idle = [*(found.span(1) for found in NEITHER.finditer(text))]
    idle += [found.span() for found in NOT_DENYING.finditer(text)]
    for found in DENYING.finditer(text):
        if not any(start <= found.start() < end for start, end in idle):
            yield found.span()
