"""Words of a paper -> the language they are in, as ISO 639-1: "en". Too few words, or too mixed, give none.

A language is told by its script, or by the small words that make up a third of any text and hardly stand in
another language's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

FEWEST_WORDS = 40
"""Fewer words tell too little."""
ENOUGH = 60_000
"""Characters: more tell nothing new."""
LEAST_SHARE = 0.15
"""Of all words, those that must be small words of the language."""
LEAST_LEAD = 1.2
"""Times the weight of small words of the next language."""
LEAST_LETTERS = 100
OWN_SCRIPT = 0.3
"""Share of the letters that must be in a script for it to be the text's."""

SMALL_WORDS = {
    "en": "the of and to in that is for with was on as are by be this which from at have not it has were their its but",
    "es": "de la que el en los del las por con una para es un se su al como más lo pero sus ha son entre también sobre",
    "fr": "de la le et les des en du un une que est dans pour qui par sur au pas plus ce ne sont avec aux cette ou ces",
    "pt": "de que e do da em um para com não uma os no se na por mais as dos como mas foi ao das são à pelo pela entre",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er",
    "it": "di che la il un per è in una sono con del non della le si dei da alla più nel come anche delle gli ha al ma",
    "nl": "de van het een en in is dat op te zijn met voor niet die aan er om ook als bij door maar naar uit worden",
    "ca": "de la que i el en a per les un del els amb una al es són però com més no ha també aquest seva dels",
    "gl": "de que e a o do da en un para con non unha os se na por máis as dos como pero foi ao das son polo pola",
    "ro": "de și în a la cu pe din că nu o un pentru este care mai sunt au fi prin sau între după ale cea lui",
    "sv": "och i att det som en på är av för med till den har de inte om ett men var sig från så kan när också eller",
    "da": "og i at det er en til af på for med de den som ikke der et har om var fra kan men også eller blev efter",
    "no": "og i det er til på av for med en de som ikke den har at om et var fra kan men også eller ble etter seg",
    "fi": "ja on ei että se oli myös mutta tai sen kun ovat hän joka ole kuin jos vain niin sekä voi mukaan",
    "pl": "i w na z do że się nie o jest to od po za przez dla jako są oraz ale może tym jak który która które",
    "cs": "a v na se je z o do že to s pro by jsou ve k za od jako nebo ale po byl která který které podle",
    "sk": "a v na sa je že o do to pre s ako sú z k od alebo ktoré ktorý po pri aj nie tak",
    "hr": "i u je se na da za su od s kao koji a ne o to iz bi koje ili što već te sve nije",
    "sl": "in je v na se za da so ki z pa kot ne tudi ter pri bi o po iz ali še do kar ni",
    "lt": "ir į kad yra su iš kaip tai bet apie buvo už ne tik nuo gali dėl jo arba pagal",
    "sw": "ya na wa kwa ni katika za la kwamba hii cha au hiyo kama ili huo watu vya kuwa pia",
    "af": "die van en in is vir met wat nie het te dat op sy hulle ook deur hierdie daardie word se na teen",
    "hu": "a az és hogy nem is egy ez meg de csak mint van már volt vagy még ha azt el kell szerint között után",
    "tr": "ve bir bu için ile da de olarak olan daha çok en gibi sonra kadar ancak ya ne her tarafından olduğu",
    "id": "yang dan di untuk dengan dari dalam pada ini adalah tidak oleh akan itu sebagai ke atau juga telah dapat",
    "vi": "và của là có trong được các cho những không với một này đã để khi người từ đến về",
    "ru": "и в не на что с по как это из за от для его к но или при также был которые так же",
    "uk": "і в не на що з та до як це за від для його але або при також є які у про",
    "bg": "на и в да се за от е с не са по че като до но ще при който или това през",
    "ar": "في من على إلى أن التي عن مع هذا هذه الذي ما لا بين كان كما أو ذلك بعد قد",
    "fa": "و در به از که این را با است برای آن یک شده بر تا هم می خود یا بود",
    "ur": "کے کی میں کا اور سے ہے کو نے پر یہ کہ اس ہیں تھا بھی ایک کر جو تک",
    "hi": "के में की है और से का को पर यह कि ने एक हैं भी लिए इस नहीं तो था",
}  # fmt: skip
SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("el", re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
)
"""Scripts of one language. Japanese stands first: it has Chinese characters too."""
NAMES = {
    "en": "english eng anglais inglés inglês englisch",
    "es": "spanish spa español castellano espagnol espanhol spanisch",
    "fr": "french fra fre français francés francês französisch",
    "pt": "portuguese por português portugués portugais portugiesisch brazilian",
    "de": "german deu ger deutsch ngerman allemand alemán alemão",
    "it": "italian ita italiano italien italienisch",
    "nl": "dutch nld dut nederlands",
    "ca": "catalan català",
    "sv": "swedish svenska",
    "da": "danish dansk",
    "no": "norwegian norsk",
    "fi": "finnish suomi",
    "pl": "polish polski",
    "cs": "czech čeština",
    "ro": "romanian română",
    "hu": "hungarian magyar",
    "tr": "turkish türkçe",
    "ru": "russian русский",
    "uk": "ukrainian українська",
    "ar": "arabic العربية",
    "zh": "chinese 中文",
    "ja": "japanese 日本語",
    "ko": "korean 한국어",
    "el": "greek ελληνικά",
    "id": "indonesian",
    "hi": "hindi",
}
CODES = {name: known for known, names in NAMES.items() for name in names.split()}
SUBTAGS = {2: str.upper, 4: str.title}
"""By length: a country's is in capitals, a script's has one: "pt-BR", "zh-Hans"."""
KNOWN = SMALL_WORDS.keys() | {known for known, _ in SCRIPTS}
"""The languages that can be told."""
TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)
LETTERS = re.compile(r"[^\W\d_]+")
WORDS = re.compile(r"""[^\W\d_][^\s\d.,;:!?()\[\]"«»“”'’।،؛-]*""")
"""From letter to space or sign: an Indian vowel is no letter to Python, but part of the word."""
LISTS = {known: frozenset(words.split()) for known, words in SMALL_WORDS.items()}
WEIGHTS = {word: 1 / times for word, times in Counter(word for small in LISTS.values() for word in small).items()}


def code(words: str) -> str | None:
    """A stated language as a code: "English" is "en", "pt_BR" is "pt-BR"; None when it is neither name nor code."""
    bare = words.strip().replace("_", "-")
    known = CODES.get(bare.lower())
    if known or not TAG.fullmatch(bare):
        return known
    first, *rest = bare.split("-")
    return "-".join([first.lower(), *(SUBTAGS.get(len(part), str.lower)(part) for part in rest)])


def language(texts: Iterable[str]) -> str | None:
    """The language that most words of `texts` are in, None when there are too few of them or no language leads."""
    told = _some(texts).lower()
    letters = sum(map(len, LETTERS.findall(told)))
    if letters < LEAST_LETTERS:
        return None
    for known, script in SCRIPTS:
        if len(script.findall(told)) >= OWN_SCRIPT * letters:
            return known
    words = WORDS.findall(told)
    return _by_small_words(words) if len(words) >= FEWEST_WORDS else None


def _some(texts: Iterable[str]) -> str:
    """As much of `texts` as is enough to tell."""
    taken: list[str] = []
    length = 0
    for text in texts:
        taken.append(text[:ENOUGH])
        length += len(taken[-1])
        if length >= ENOUGH:
            break
    return " ".join(taken)


def _by_small_words(words: Sequence[str]) -> str | None:
    """The language whose small words are most of `words`; a word of several languages counts for little in each."""
    count = Counter(words)
    scores = {known: sum(count[word] * WEIGHTS[word] for word in small) for known, small in LISTS.items()}
    known, second = sorted(scores, key=lambda each: scores[each], reverse=True)[:2]
    share = sum(count[word] for word in LISTS[known]) / len(words)
    return known if share >= LEAST_SHARE and scores[known] >= LEAST_LEAD * scores[second] else None
