"""What stands around a person's name in print: titles, initials, citations, roles. Patterns only.

Each pattern gives the name in its group "name". The words of a name are given by FULL.
"""

from __future__ import annotations

import re

LOWER = "a-zß-öø-ÿāăčćđēęğıłńňőřśşšťūůźžż"
UPPER = "A-ZÀ-ÖØ-ÞČĆĐĞŁŃŘŚŞŠŽŻ"
INNER = r"(?:Mc|Mac|O'|De|Du|Fitz)"
NAME = rf"(?:{INNER}(?=[{UPPER}]))?[{UPPER}][{LOWER}]+(?:[-'](?:{INNER}(?=[{UPPER}]))?[{UPPER}]?[{LOWER}]+){{0,3}}"
"""A capitalised word with hyphens and apostrophes: "Ki-moon", "Sant'Anna", "Greenaway-McGraw"."""
SURNAME = rf"(?:(?:Mc|Mac|O'|D'|De|Di|Du|La|Le|Van|Von|El-|Al-|al-|el-)(?={NAME}))?{NAME}"
INITIAL = rf"[{UPPER}]\.(?:-[{UPPER}]\.)?"
PARTICLE = (
    r"(?:de\ la|de\ los|de\ las|van\ der|van\ den|von\ der"
    r"|an|af|ap|de|del|da|do|dos|das|di|du|van|von|der|den|bin|bint|ibn|al|el|ten|ter|zu|y|e)"
)
FULL = rf"(?:(?:{SURNAME}|{INITIAL})(?:\ {PARTICLE})?\ )*(?:{INITIAL}\ ?)*{SURNAME}"

ALONE = r"""(?: Mr\.? | Mrs\.? | Ms\.? | Dr\.? | Prof\.? | Sir | Dame | Madam | Doña
    | Sen\.? | Rep\. | Gov\. | Gen\. | Col\. | Lt\. | Maj\. | Capt\. | Adm\. | Sgt\. | Amb\.
    | (?:[Vv]ice[\ -])?[Pp]resident | [Pp]residents | [Cc]hancellors? | [Pp]remier | [Pp]rofessors? | [Ss]enators?
    | (?:[Pp]rime|[Cc]hief|[Ff]oreign|[Dd]efen[cs]e|[Ff]inance|[Ii]nterior|[Jj]ustice|[Tt]rade|[Hh]ealth)\ [Mm]inisters?
    | (?:Foreign|Home|Health|Education|Defen[cs]e|Treasury|Energy)\ Secretary | [Pp]resident-elect | Taoiseach
    | Secretary(?:-General|\ General|\ of\ (?:State|Defen[cs]e)) | Congressman | Congresswoman
    | Ayatollah | Pope | Sheikh )"""
"""After these even one word is a name: "President Kagame"."""
RANK = r"""(?: Lord | Lady | Don | Rev\.? | Hon\.? | Fr\. | [Cc]hair(?:man|woman|person)? | [Dd]irector | [Mm]inisters?
    | Secretary | (?:[Aa]ttorney|[Dd]irector|[Ss]ecretary|[Ss]urgeon)[\ -][Gg]eneral | [Rr]epresentatives?
    | [Gg]overnors? | [Mm]ayor | [Aa]mbassadors? | [Cc]ommissioner | [Ee]nvoy
    | (?:[Ll]ieutenant|[Mm]ajor|[Bb]rigadier)?[\ -]?[Gg]eneral | [Cc]olonel | [Mm]ajor | [Cc]aptain | [Aa]dmiral
    | [Cc]ommander | [Ss]ergeant | [Jj]udge | [Jj]ustice | King | Queen | Prince | Princess | Cardinal
    | [Aa]rchbishop | Bishop | Sheik | Imam | Emperor | Tsar | [Ss]cholars? | [Ee]conomists? | [Hh]istorian
    | [Pp]hilosopher | [Jj]ournalist | [Aa]nalysts? | [Rr]esearchers? | [Ss]ociologist | [Aa]uthors?
    | [Ss]pokes(?:man|woman|person) | [Ll]eaders? | [Dd]ictator | [Cc]andidate | [Ll]awyer | [Aa]ctivist
    | [Ss]cientist | [Ff]ounder | CEO )"""
"""After these two words are, or one known given name: "Ambassador Ruth Kimani", "King Felipe"."""
TITLE = re.compile(
    rf"(?<!\w)(?:{ALONE}|{RANK})(?:\ (?:{ALONE}|{RANK}))*\ (?P<name>{FULL})(?!\w)",
    re.VERBOSE,
)
STRONG = re.compile(rf"(?<!\w){ALONE}\ $", re.VERBOSE)
ALSO = re.compile(rf"\ and\ (?P<name>{FULL})(?!\w)", re.VERBOSE)
"""Behind a title in the plural: "Senators Ana Ruiz | and Kofi Boateng"."""

ROLE = r"""(?:president|minister|director|professor|secretary|chairman|chairwoman|chair|chief|head|leader|founder|fellow
    |researcher|scholar|economist|historian|analyst|ambassador|governor|senator|mayor|commissioner|spokesman|spokeswoman
    |spokesperson|author|editor|expert|coordinator|adviser|advisor|representative|envoy|rapporteur|lawyer|activist
    |journalist|general|commander|executive|officer|lecturer)"""
APPOSED = re.compile(
    rf"""
    (?<![\w.'-])(?P<name>{NAME}(?:\ (?:{PARTICLE}\ )?{NAME}){{1,2}}),      # "Ruth Kimani, a senior adviser"
    \ (?: (?:an?|the|its|their|former|then|now|currently)\ (?:[\w-]+\ ){{0,4}}?(?i:(?:vice-)?{ROLE})\b
      | (?i:{ROLE}|CEO)\ (?:of|at|for)\b )""",
    re.VERBOSE,
)
SAYS = r"""(?:sa(?:ys|id)|argue[sd]|writes|wrote|note[sd]|claim(?:s|ed)|suggest(?:s|ed)|warn(?:s|ed)|told
    |explain(?:s|ed)|contend(?:s|ed)|observe[sd]|maintain(?:s|ed)|insist(?:s|ed)|believe[sd]|recall(?:s|ed)|conclude[sd]
    |call(?:s|ed)\ (?:it|the|for)|point(?:s|ed)\ out|puts?\ it|agree[sd]|disagree[sd]|describe[sd]|announced|resigned
    |chaired|co-chaired|founded|complain(?:s|ed)|ask(?:s|ed)|thinks|thought|visited|met|won|took\ office|became|served
    |led|signed|who\ )"""
TWO = rf"{NAME}(?:\ (?:{PARTICLE}\ )?{SURNAME}){{1,3}}"
SPEAKING = re.compile(
    rf"(?<![\w.'-])(?P<name>{TWO})(?:,?\ (?:also|then|has|have|had|later|once))?,?\ {SAYS}\b",
    re.VERBOSE,
)
"""By what persons do, which bodies do as well: "Zuri Okello argues"."""
DONE = r"""(?:led|chaired|headed|written|founded|signed|drafted|authored|edited|advised|hosted|run|appointed|succeeded
    |replaced|developed|introduced|proposed|created|championed|defeated|ousted|overthrown|coined)"""
CUED = re.compile(
    rf"""
    (?:\b(?:[Aa]ccording\ to | {DONE}\ by | [Bb]y | [Ii]nterview\ with | [Pp]hoto(?:graph)?:? | [A-Z]\w+'s?
        | colleagues?|said|says|writes|wrote|argued|argues|adds|added|explains|warns|warned|recalls|notes|noted|like
        | namely|and|late)
    | ^ | [,(•;] )
    \s(?P<name>{TWO})(?!\w)""",
    re.VERBOSE,
)
"""Where persons, bodies and places may stand: "according to Zuri Okello", "Peru's Zuri Okello"."""
LED = re.compile(
    rf"""
    \b[Tt]he\ (?:(?:first|second|former|new|current)\ )?(?P<name>{NAME})    # "the Okello administration"
    \ (?:administration|presidency|regime|Administration(?!\ of)|Presidency)\b""",
    re.VERBOSE,
)
INITIALS = re.compile(
    rf"""
    (?<![\w.])(?P<name>(?:{NAME}\ )?(?:(?:{INITIAL}\ ?){{1,2}}{INITIAL}\ ?|{INITIAL}\ )        # "R. de Wit"
    (?:{PARTICLE}\ )?{SURNAME}
    (?:\ (?:{PARTICLE}\ )?{SURNAME})?)(?!\w)""",
    re.VERBOSE,
)
NOT_INITIALS = ("U.S.", "U. S.", "U.K.", "U.N.", "E.U.", "D.C.", "L.A.", "P.O.", "B.C.", "A.D.")
GIVEN = re.compile(
    rf"(?<![\w'-])(?P<name>{NAME}(?:(?:\ {PARTICLE})?\ (?:{INITIAL}|{SURNAME})){{1,4}})(?!\w)",
    re.VERBOSE,
)
NOTE_START = re.compile(
    rf"""
    (?:^|(?<=^[Ss]ee\ )|(?<=;\ ))(?:\d+\.?\s)?(?P<name>{NAME}(?:\ {SURNAME}){{1,2}})       # "12 Ruth Kimani, “The"
    (?=(?:\ and\ {FULL})?,\ ?["“‘'])""",
    re.VERBOSE,
)
ENTRY = re.compile(
    rf"""
    (?:^|(?<=;\ )|(?<=and\ )|(?<=&\ )|(?<=\.,\ ))                                         # "Kimani, R. W. (2015)"
    (?P<name>{SURNAME}(?:\ {SURNAME})?,\ (?:{INITIAL}\s?)*{INITIAL})(?![{LOWER}])""",
    re.VERBOSE,
)
CITED = re.compile(
    rf"""
    (?P<name>{SURNAME})(?:,?\ (?:et\ al\.?|and\ others))?,?\s?                            # "Kimani et al. (2015)"
    [(\[](?:\d{{4}}|forthcoming|n\.d\.)[a-z]?[^()]{{0,30}}[)\]]
    """,
    re.VERBOSE,
)
ET_AL = re.compile(rf"(?P<name>{SURNAME}),?\ et\ al\b", re.VERBOSE)
PAIR = re.compile(rf"(?P<name>{SURNAME}),?\ (?:and|&)\ (?={SURNAME}\ ?[(\[]\d{{4}})", re.VERBOSE)
BRACKETED = re.compile(
    rf"""
    (?:(?<=[(\[;])|(?<=see\ )|(?<=e\.g\.\ )|(?<=e\.g\.,\ )|(?<=cf\.\ ))\s?                # "(Kimani and Wit 2015; ..."
    (?P<names>{SURNAME}(?:(?:,|\ and|\ &|,\ and)\ {SURNAME})*)
    (?:\ et\ al\.?)?,?\ (?:1[89]|20)\d\d[a-z]?(?=[,;:)\]\s])""",
    re.VERBOSE,
)
JUNIOR = re.compile(r",?\ (?:Jr|Sr)\.")
MONTHS = frozenset("January February March April May June July August September October November December".split())
ONE = re.compile(SURNAME)
WORD_BEFORE = re.compile(r"(?<![\w.])([A-Z][\w'-]*) $")
