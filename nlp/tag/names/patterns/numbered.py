"""Cleaned prose -> laws, plans and meetings known by their number: "Regulation (EU) 2016/679", "COP26".

The number belongs to the name; a year that only dates a law ("the Clean Rivers Act, 1986") does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.model import Label
from nlp.tag.names.found import Found

LAW = re.compile(
    r"""(?<![\w-])(?:
        (?:(?:Commission|Council|Delegated|Framework|Implementing)\ ){0,2}
            (?:Regulation|Directive|Decision)\ (?:\((?:EU|EC|EEC|Euratom)(?:,\ Euratom)?\)\ )?
            (?:No\.?\ )?\d{1,4}/\d{1,4}(?:/(?:EU|EC|EEC|CFSP|JHA))?                          # "Directive 2003/87/EC"
        | (?:(?:UN|U\.N\.|United\ Nations)\ )?(?:(?:Security\ Council|General\ Assembly|Human\ Rights\ Council)\ )?
            Resolution\ (?:No\.?\ )?(?:\d{2,4}|\d{1,2}/\d{1,3})                              # "Resolution 1325"
        | (?:UNSCR|UNSC\ Resolution)\ \d{3,4}
        | (?:Executive\ Order|(?:Presidential|Supreme|Royal|Legislative)\ Decree|Decree(?:\ Law)?|Public\ Law|Law
            |Proclamation|Ley|Lei|Loi|Ordinance|Treaty|(?:Senate\ |House\ |Assembly\ )?Bill|Proposition
            |Statutory\ Instrument)
            \ (?:No\.?\ |n[°º]\ ?)?[A-Z]{0,3}-?\d{1,3}(?:[,.]\d{3})?\d{0,3}(?:[-/]\d{1,4})?
        | (?:ILO\ |Convention\ )?Convention\ (?:No\.?\ )?\d{2,3}                             # "ILO Convention 169"
        )(?![\w/-])""",
    re.VERBOSE,
)
DATED = re.compile(
    r"""(?<![\w-])(?:
        (?:Agenda|Vision|Horizon|Europe|Mission|Compact|Roadmap|Strategy)\ (?:20[2-9]\d|19[89]\d|20[01]\d|21)
        | Industry\ 4\.0 | Fit\ for\ 55 | Made\ in\ China\ 2025 | (?:Basel|Cotonou|Lom[eé])\ (?:I{1,3}|IV)
        | START\ I{1,3} | SALT\ I{1,2} )(?![\w-])""",
    re.VERBOSE,
)
CALLED = re.compile(r"(?<![\w-])[A-Z][\w-]+'s (?:Principle|Rule|Clause)(?!\w)")
"""After a person: "Jordan's Principle"."""
MEETING = re.compile(
    r"(?<![\w-])(?:COP[ -]?\d{1,2}|Rio ?\+ ?(?:5|10|20)|Beijing ?\+ ?\d{1,2}|Expo \d{4}|MC1\d|UNCTAD [IVX]+)(?![\w+])"
)
KINDS = ((LAW, Label.PROGRAM), (DATED, Label.PROGRAM), (CALLED, Label.PROGRAM), (MEETING, Label.EVENT))


def find_numbered(text: str) -> Iterator[Found]:
    """The names in `text` that a number tells apart from others of their kind."""
    for pattern, label in KINDS:
        for match in pattern.finditer(text):
            yield Found(*match.span(), label, "trigger")
