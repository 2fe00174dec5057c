"""Cleaned prose -> bodies named in Spanish, Portuguese, French, Italian or German, by their first word or its end.

In the Romance languages the head comes first and what follows may be without capitals ("Agence nationale de
la recherche"); German puts it at the end of one long word ("Umweltministerium").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from nlp.model import Label
from nlp.tag.names.found import Found
from nlp.tag.names.lists.tables import fold, rows

CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’-]*"
JOIN = r"""(?:(?:de\ la|de\ las|de\ los|del|della|delle|dei|degli|de|du|des|do|da|dos|das|di|et|y|e|à|aux|au|en|em
    |pour|para|per|contre|contra|contro|sur|sobre|la|le|les|el|los|las)\ |(?:de\ )?[ld]['’]|dell['’])"""
OWN_WORD = r"""(?:national(?:e|es)?|nationaux|internationale?s?|centrale|f[ée]d[ée]rale|régionale|sociale
    |nacional(?:es)?|internacional(?:es)?|federal|superior|nazionale|centrale|regionale|[a-zà-ÿ]*[àâçèéêëîïñóôúûãõáí][a-zà-ÿ]*
    |[a-z]{4,}(?:ique|iques|aise|enne|elle|elles|eurs|euse|ière|aux|ienne|istas|ica|ico|icas|icos|ivo|iva|aria|ario))"""
"""Words that are no English and may go on a name without a capital."""
REST = re.compile(
    rf"(?:\ (?:{JOIN}{{1,3}}(?:{CAPITAL}|[a-zà-ÿ]{{3,}})|{CAPITAL}|{OWN_WORD})(?![\w])){{1,12}}",
    re.VERBOSE,
)
SURE = re.compile(rf"\ (?:{JOIN}|{OWN_WORD}\b|[Nn]a[ct]ional)", re.VERBOSE)
"""What must follow a head that is an English word too: "Centre | national"."""
GERMAN = re.compile(
    r"""(?<![\w-])(?:(?:Deutsche[rs]?|Auswärtige[s]?|Statistische[s]?|Wissenschaftliche[rs]?)\ )?
    (?:[A-ZÄÖÜ][\wäöüß-]*(?:ministerium|bundesamt|landesamt|bundesbank|gerichtshof|gericht|rechnungshof|sozialgericht
        |bundesrat|verband|gewerkschaftsbund|stiftung|kanzleramt|agentur|umweltamt|bundeswehr|netzagentur|forschungsgemeinschaft)
    | (?:[A-ZÄÖÜ][\wäöüß]+-)+(?:Stiftung|Institut|Gesellschaft|Universität|Verband|Zentrum) | Auswärtiges\ Amt)(?!\w)
    (?:\ für\ [A-ZÄÖÜ][\wäöüß-]+(?:(?:,|\ und|,\ [A-ZÄÖÜ][\wäöüß-]+\ und)\ (?:\w+e\ )?[A-ZÄÖÜ][\wäöüß-]+)*)?""",
    re.VERBOSE,
)


@cache
def _heads() -> dict[str, tuple[Label, bool]]:
    """Folded first word -> its label, and whether it is a word of English too."""
    table: dict[str, tuple[Label, bool]] = {}
    for row in rows("foreign_heads.txt"):
        kind, _, listed = row.partition(": ")
        label, _, shared = kind.partition(" ")
        table |= {fold(word): (Label(label), bool(shared)) for word in listed.split()}
    return table


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'-])(?:{'|'.join(sorted(_heads(), key=len, reverse=True))})(?=\s)")


def is_foreign_head(word: str) -> bool:
    """Whether `word` opens a body's name in another language and is no word of English."""
    label, shared = _heads().get(fold(word), (None, True))
    return label is not None and not shared


def find_foreign(text: str) -> Iterator[Found]:
    """The bodies, plans and waters in `text` that such words name, in no order; they may overlap."""
    for match in GERMAN.finditer(text):
        yield Found(*match.span(), Label.ORG, "trigger")
    for match in _opening().finditer(fold(text)):
        label, shared = _heads()[match.group()]
        rest = REST.match(text, match.end())
        if rest and (not shared or SURE.match(rest.group())):
            yield Found(match.start(), rest.end(), label, "trigger")
