"""A question's words -> what kind of answer it wants, and which years, names and words it insists on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from nlp.cite.names import names, years
from nlp.find.words import analyse
from nlp.model import Kind, Label


class Want(StrEnum):
    """What kind of thing would answer a question."""

    MONEY = "money"
    AREA = "area"
    PERCENT = "percent"
    RATE = "rate"
    MASS = "mass"
    DISTANCE = "distance"
    DURATION = "duration"
    ENERGY = "energy"
    COUNT = "count"
    QUANTITY = "quantity"
    """Some number, of whatever unit: "How big is ...?"."""
    DATE = "date"
    PERSON = "person"
    PLACE = "place"
    BODY = "body"
    """An organisation."""
    DEFINITION = "definition"
    REASON = "reason"
    OTHER = "other"


KINDS: dict[Want, frozenset[Kind]] = {
    Want.MONEY: frozenset({Kind.MONEY}),
    Want.AREA: frozenset({Kind.AREA}),
    Want.PERCENT: frozenset({Kind.PERCENT}),
    Want.RATE: frozenset({Kind.RATE, Kind.PERCENT}),
    Want.MASS: frozenset({Kind.MASS}),
    Want.DISTANCE: frozenset({Kind.DISTANCE}),
    Want.DURATION: frozenset({Kind.DURATION}),
    Want.ENERGY: frozenset({Kind.ENERGY}),
    Want.COUNT: frozenset({Kind.COUNT}),
    Want.QUANTITY: frozenset(Kind),
}
"""Which figures answer a question for a figure."""

LABELS: dict[Want, frozenset[Label]] = {
    Want.PERSON: frozenset({Label.PERSON, Label.ORG}),
    Want.PLACE: frozenset({Label.GPE, Label.LOC}),
    Want.BODY: frozenset({Label.ORG, Label.GPE, Label.NORP}),
}
"""Which names answer a question for a name."""


def _words(stems: str) -> str:
    """An alternation of whole words; a stem that ends in * stands for all words it opens."""
    return r"\b(?:" + "|".join(stem.replace("*", r"\w*") for stem in stems.split()) + r")\b"


WHAT = r"\b(?:what|which)(?: [\w-]+){0,2}? "
"""Up to the noun, with a verb between if need be: "What was the number"."""
AUXILIARY = _words("did do does is are was were has have had can could will would there")
WHICH = rf"\b(?:what|which)(?: (?!{AUXILIARY})[\w-]+){{0,2}}? "
"""Up to the noun it goes with: "Which small island"."""
CLAUSE = r"(?:^|[,;:]\s*)(?:and |but )?"
AREAS = _words("hectare* ha acre* land")
MASSES = _words("ton tons tonne* kilo kilos kilogram* kg kgs gram* quintal*")
LENGTHS = _words("kilomet* km kms mile* metre* meter* feet")
ENERGIES = _words("watt* kilowatt* megawatt* gigawatt* terawatt* mw gw kwh mwh gwh twh electricity barrel* joule*")
CURRENCIES = _words("dollar* euro* peso* rupee* franc* yen rand rouble* ruble* pounds")
SPENDING = _words(
    """cost* pay* paid spend* spent give* gave giving invest* lend* lent loan* donat* fund* earn* allocat* grant*
    contribut* provid* pledg* disburs* worth budget* aid owe* charg* receiv* rais* financ* appropriat* borrow*
    commit* price* subsid* tax*"""
)
SUMS = _words("budget cost costs price worth revenue* expenditure* spending salar* income gdp debt fine turnover")
CHANGES = _words("fall* fell rise* rose ris* drop* grow* grew declin* increas* decreas* shr*nk* go went change* climb*")
VERBS = _words(
    """grew fell rose came went left won lost took got met ran gave held kept drew fled hid sank swam broke live exist
    remain belong* need* want* *ed *wn *ught made sold told went sent spent"""
)
PREPOSITIONS = _words("in on at by for from to with per a the off under since between before after during until into")
PLACES = _words(
    """countr* nation nations city cities region regions state states province* place places district* municipalit*
    island* town towns village* department* continent*"""
)
BODIES = _words(
    """organisation* organization* agenc* institut* company companies body bodies ministr* party parties government*
    bank banks donor* universit* tank tanks"""
)
PEOPLE = _words("person president minister author* scholar* general leader* official* chancellor ambassador*")
LINKS = _words("of for in on to from about between")

# Read in order; the first that fits says what is wanted. Units go before "how many" and "how much".
PATTERNS: tuple[tuple[Want, re.Pattern[str]], ...] = tuple(
    (want, re.compile(pattern, re.IGNORECASE))
    for want, pattern in (
        # "Why did ...?"  "What caused the fall?"
        (Want.REASON, CLAUSE + r"why\b|\bhow come\b|\breasons? (?:for|why|behind)\b"),
        (Want.REASON, WHAT + _words("cause causes caused explain* led drives drove motivat*")),
        # "When did ...?"  "In which year was ...?"
        (Want.DATE, CLAUSE + r"(?:since |until |by )?when\b|\b(?:what|which) (?:year|date|month|decade|day)\b"),
        # "How many years ...?"  "How long did it last?"
        (Want.DURATION, r"\bhow many (?:years|months|weeks|days|hours|decades)\b|\bhow long\b(?! ago)"),
        # "What share of ...?"  "By how many percentage points ...?"
        (Want.PERCENT, WHAT + r"(?:percentage|per ?cent|share|proportion|fraction)\b|\bhow many per ?cent"),
        # "What was the homicide rate in ...?"
        (Want.RATE, r"\b(?:what|which|how high|how low)\b.*\brates?\b"),
        # "How many hectares ...?"  "What area was sprayed?"
        (Want.AREA, rf"\bhow (?:many|much) (?:{AREAS}|square )|{WHAT}(?:area|acreage)\b"),
        # "How many metric tonnes ...?"
        (Want.MASS, rf"\bhow (?:many|much) (?:metric |short |long )?{MASSES}"),
        # "How far did prices fall?" asks for no distance; "How far is it?" and "To what depth ...?" do.
        (Want.QUANTITY, rf"\bhow far\b.*{CHANGES}"),
        (Want.DISTANCE, rf"\bhow (?:far|tall|deep|wide)\b|\bhow many {LENGTHS}|{WHAT}(?:depth|distance|height)\b"),
        # "How many megawatts ...?"
        (Want.ENERGY, rf"\bhow (?:many|much) {ENERGIES}"),
        # "How many dollars ...?"  "How much did the ministry spend ...?"  "What was the budget of ...?"
        (Want.MONEY, rf"\bhow (?:much money|expensive)\b|\bhow many (?:\w+ )?{CURRENCIES}"),
        (Want.MONEY, rf"\bhow much\b.*{SPENDING}|\b(?:what|which)\b.*{SUMS}"),
        # "What did a sack sell for?"  "What does the company pay?"
        (
            Want.MONEY,
            r"\bwhat (?:did|do|does|has|have|will|would)\b.*\b(?:pay|paid|sell for|sold for|fetch\w*|earn\w*)\b",
        ),
        # "How many people ...?"  "What was the number of ...?"
        (Want.COUNT, rf"\bhow many\b|{WHAT}(?:number|population|headcount)\b"),
        # "How big is ...?"  "By how much did ...?"
        (
            Want.QUANTITY,
            r"\bhow (?:much|big|large|small|high|low|great|fast|heavy|old|often)\b|\b(?:at|to) what level\b",
        ),
        # "Where is ...?"  "Which country was first ...?"
        (Want.PLACE, CLAUSE + rf"(?:from )?where\b|{WHICH}{PLACES}"),
        # "Which agency runs ...?"
        (Want.BODY, WHICH + BODIES),
        # "Who wrote ...?"  "Which president signed ...?"
        (Want.PERSON, rf"(?:{CLAUSE}|\b(?:by|to|from|with|for) )(?:who|whom|whose)\b|{WHICH}{PEOPLE}"),
        # "What does ODA stand for?"  "What is a green bond?"
        (Want.DEFINITION, r"\bstands? for\b|\bmeant by\b|\bwhat does .* mean\b|\bdefin(?:e|ed|ition)\b"),
        (Want.DEFINITION, rf"^what(?:['’]s| is| are| was| were) (?!.*{LINKS})(?:[\w’'-]+ ?){{1,5}}\W*$"),
    )
)

# Words that ask rather than tell: a passage may answer without any of them.
ASKING = frozenset(
    """a about according amount an and annual annually any approximately are area at average be been big by can come
    cost could date day decade did do does during each early end estimated ever exactly far figure for from get
    give given gave go had happen happened has have hectare hectares high how in is it its kind large last late latest
    level long low made main make many mean meant money month much name new number of often on one out over overall
    paper people per percent percentage persons proportion provide provided report reported roughly said say says share
    should since size some spend spent stand state stated states such take taken tell than that the their them there
    these they this those time to tons tonnes kilometres kilometers total type under until up use used value was were
    what when where whether which while who whom whose why will with worth would year years yearly""".split()
)
ASKS = re.compile(
    rf"^\W*(?:{AUXILIARY}|tell|name|list|describe|explain)|\b(?:what|which|whose?|whom|when|where|why|how)\b",
    re.IGNORECASE,
)
NUMBER = re.compile(r"(?<![\w.,-])\d(?:[\d,.]*\d)?")


THING = re.compile(
    # "hectares of opium poppy" (were grown)
    rf"\bhow (?:many|much) (?!{AUXILIARY})(?P<thing>(?:[\w'’-]+ ){{1,5}}?)(?:{AUXILIARY}|{PREPOSITIONS}|{VERBS})",
    re.IGNORECASE,
)
"""What is counted or measured: the words up to the verb."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a question asks for and what an answer to it cannot lack."""

    text: str
    want: Want
    years: tuple[str, ...]
    """As four digits, in order."""
    numbers: tuple[str, ...]
    """Other numbers, as printed: "156,000"."""
    names: tuple[str, ...]
    """Capitalised runs and acronyms, as printed without a genitive: "Merida Initiative"."""
    thing: tuple[str, ...]
    """What is counted or measured, as printed: ("opium", "poppy")."""
    words: tuple[tuple[str, str], ...]
    """Its content: (word as printed, index term of that word), each term once."""

    @property
    def kinds(self) -> frozenset[Kind]:
        """The kinds of figure that would answer; none if no figure is asked for."""
        return KINDS.get(self.want, frozenset())

    @property
    def topic(self) -> bool:
        """Whether nothing is asked: words that name a subject, as one types them to search."""
        return self.want is Want.OTHER and "?" not in self.text and not ASKS.search(self.text)

    @property
    def terms(self) -> tuple[str, ...]:
        """The index terms of its content words."""
        return tuple(term for _, term in self.words)


def understand(text: str) -> Question:
    """Read a question; any text is one, if need be of kind OTHER and without a term."""
    asked = years(text)
    return Question(
        text=text,
        want=next((want for want, pattern in PATTERNS if pattern.search(text)), Want.OTHER),
        years=asked,
        numbers=tuple(n for n in dict.fromkeys(NUMBER.findall(text)) if n not in asked),
        names=tuple(name for name in names(text) if name.casefold() not in ASKING),
        thing=_thing(text),
        words=_content(text),
    )


def _thing(text: str) -> tuple[str, ...]:
    found = THING.search(text)
    return tuple(dict.fromkeys(printed for printed, _ in _content(found["thing"]))) if found else ()


def _content(text: str) -> tuple[tuple[str, str], ...]:
    """Each index term of the words that tell rather than ask, once, with the word as printed."""
    found: dict[str, str] = {}
    for token in analyse(text):
        printed = text[token.start : token.end]
        if not token.little and printed.casefold() not in ASKING:
            found.setdefault(token.text, printed)
    return tuple((printed, term) for term, printed in found.items())
