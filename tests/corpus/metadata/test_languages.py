"""A text is told by its small words or its script; a short, odd or mixed one is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.metadata.languages import code, language

TEXTS = {
    "en": (
        "The council paid for the wells and the pumps, but nobody in the valley had asked for them. It was "
        "not until the spring that the first of the pipes were laid, and by then most of the money had been "
        "spent on roads that lead to the old mill."
    ),
    "es": (
        "El consejo pagó los pozos y las bombas, pero nadie en el valle los había pedido. No fue hasta la "
        "primavera cuando se pusieron los primeros tubos, y para entonces la mayor parte del dinero se había "
        "gastado en caminos que llevan al viejo molino."
    ),
    "fr": (
        "Le conseil a payé les puits et les pompes, mais personne dans la vallée ne les avait demandés. Ce "
        "n'est qu'au printemps que les premiers tuyaux ont été posés, et la plus grande partie de l'argent "
        "était alors dépensée pour des routes qui mènent au vieux moulin."
    ),
    "pt": (
        "O conselho pagou os poços e as bombas, mas ninguém no vale os tinha pedido. Só na primavera foram "
        "colocados os primeiros canos, e então a maior parte do dinheiro já tinha sido gasta em estradas que "
        "levam ao velho moinho da aldeia."
    ),
    "de": (
        "Der Rat bezahlte die Brunnen und die Pumpen, aber niemand im Tal hatte darum gebeten. Erst im "
        "Frühling wurden die ersten Rohre verlegt, und bis dahin war der größte Teil des Geldes für Straßen "
        "ausgegeben worden, die zu der alten Mühle führen."
    ),
    "it": (
        "Il consiglio ha pagato i pozzi e le pompe, ma nessuno nella valle li aveva chiesti. Solo in "
        "primavera sono stati posati i primi tubi, e a quel punto la maggior parte del denaro era già stata "
        "spesa per le strade che portano al vecchio mulino."
    ),
    "nl": (
        "De raad betaalde voor de putten en de pompen, maar niemand in het dal had erom gevraagd. Pas in het "
        "voorjaar werden de eerste buizen gelegd, en tegen die tijd was het meeste geld uitgegeven aan wegen "
        "die naar de oude molen leiden."
    ),
    "sv": (
        "Rådet betalade för brunnarna och pumparna, men ingen i dalen hade bett om dem. Det var inte förrän "
        "på våren som de första rören lades, och då hade de flesta pengarna gått till vägar som leder till "
        "den gamla kvarnen."
    ),
    "da": (
        "Rådet betalte for brøndene og pumperne, men ingen i dalen havde bedt om dem. Det var ikke før om "
        "foråret, at de første rør blev lagt, og da var de fleste penge brugt på veje, som fører til den "
        "gamle mølle efter byen."
    ),
    "no": (
        "Rådet betalte for brønnene og pumpene, men ingen i dalen hadde bedt om dem. Det var ikke før om "
        "våren at de første rørene ble lagt, og da var de fleste pengene brukt på veier som fører til den "
        "gamle mølla etter byen."
    ),
    "pl": (
        "Rada zapłaciła za studnie i pompy, ale nikt w dolinie o nie nie prosił. Dopiero na wiosnę położono "
        "pierwsze rury, a do tego czasu większość pieniędzy została wydana na drogi, które prowadzą do "
        "starego młyna i do miasta. To wszystko było za mało."
    ),
    "ru": (
        "Совет заплатил за колодцы и насосы, но никто в долине их не просил. Только весной были проложены "
        "первые трубы, и к тому времени большая часть денег была потрачена на дороги, которые ведут к старой "
        "мельнице. Это не то, что нужно для людей, как они сами сказали, и от них это не скрыли."
    ),
    "uk": (
        "Рада заплатила за колодязі та насоси, але ніхто в долині їх не просив. Лише навесні були прокладені "
        "перші труби, і до того часу більша частина грошей була витрачена на дороги, які ведуть до старого "
        "млина. Це не те, що треба для людей, як вони самі сказали, і від них це не сховали."
    ),
    "ro": (
        "Consiliul a plătit pentru fântâni și pompe, dar nimeni din vale nu le-a cerut. Abia în primăvară au "
        "fost puse primele țevi, iar până atunci cea mai mare parte a banilor a fost cheltuită pe drumuri "
        "care duc la moara veche din sat și la oraș."
    ),
    "tr": (
        "Meclis kuyular ve pompalar için para ödedi, ama vadide hiç kimse bunları istememişti. İlk borular "
        "ancak bahar aylarında döşendi ve o zamana kadar paranın çok büyük bir bölümü eski değirmene giden "
        "yollar için harcanmış, bu da köy halkı için iyi olmamıştı. Daha sonra da bir şey olmadı."
    ),
    "id": (
        "Dewan itu membayar untuk sumur dan pompa, tetapi tidak ada orang di lembah yang memintanya. Baru "
        "pada musim semi pipa yang pertama dipasang, dan pada saat itu sebagian besar uang telah habis untuk "
        "jalan yang menuju ke kincir tua di desa ini dan juga dari kota."
    ),
    "zh": (
        "议会为水井和水泵付了钱，但是山谷里没有人要求过这些。直到春天才铺设了第一批管道，那时大部分的"
        "钱已经花在通往旧磨坊的道路上了。议会为水井和水泵付了钱，但是山谷里没有人要求过这些。直到春天"
        "才铺设了第一批管道，那时大部分的钱已经花在通往旧磨坊的道路上了。议会为水井和水泵付了钱，但是"
        "山谷里没有人要求过这些。直到春天才铺设了第一批管道，那时大部分的钱已经花在通往旧磨坊的道路上"
        "了。"
    ),
    "ja": (
        "議会は井戸とポンプの費用を支払いましたが、谷の人々は誰もそれを求めていませんでした。最初の管"
        "が敷かれたのは春になってからで、その時までに大部分のお金は道路に使われていました。議会は井戸"
        "とポンプの費用を支払いましたが、谷の人々は誰もそれを求めていませんでした。最初の管が敷かれた"
        "のは春になってからで、その時までに大部分のお金は道路に使われていました。"
    ),
    "el": (
        "Το συμβούλιο πλήρωσε για τα πηγάδια και τις αντλίες, αλλά κανείς στην κοιλάδα δεν τα είχε ζητήσει. "
        "Μόνο την άνοιξη τοποθετήθηκαν οι πρώτοι σωλήνες και τα χρήματα είχαν ήδη ξοδευτεί."
    ),
    "hi": (
        "परिषद ने कुओं और पंपों के लिए पैसे दिए, लेकिन "
        "घाटी में किसी ने भी इस की मांग नहीं की थी। यह "
        "वसंत तक नहीं था कि पहले पाइप बिछाए गए, और तब "
        "तक पैसे का एक बड़ा हिस्सा उन सड़कों पर खर्च हो"
        " गया था जो पुरानी चक्की की ओर जाती हैं। यह "
        "गांव के लोगों के लिए अच्छा नहीं था और इस से "
        "कोई लाभ भी नहीं हुआ।"
    ),
    "ar": (
        "دفع المجلس ثمن الآبار والمضخات، ولكن لم يطلبها أحد من الناس في الوادي. ولم توضع الأنابيب الأولى حتى "
        "الربيع، وكان معظم المال قد أنفق على الطرق التي تؤدي إلى الطاحونة القديمة في المدينة. هذا ما كان بين "
        "الناس بعد ذلك، ولا شيء من هذا كان على ما يرام، كما أن الناس في القرية من الذين ذهبوا إلى المدينة "
        "قالوا ما قالوا عن ذلك."
    ),
    "hu": (
        "A tanács kifizette a kutakat és a szivattyúkat, de a völgyben senki sem kérte azokat. Csak tavasszal"
        " fektették le az első csöveket, és addigra már a pénz nagy része elment az utakra, amelyek a régi "
        "malomhoz vezetnek, és ez nem volt jó a falunak."
    ),
    "cs": (
        "Rada zaplatila za studny a čerpadla, ale nikdo v údolí o to nežádal. Až na jaře byly položeny první "
        "trubky a do té doby se většina peněz utratila za cesty, které vedou k starému mlýnu, a to je pro "
        "lidi v údolí málo."
    ),
    "fi": (
        "Neuvosto maksoi kaivot ja pumput, mutta kukaan laaksossa ei ollut pyytänyt niitä. Vasta keväällä "
        "laskettiin ensimmäiset putket, ja siihen mennessä suurin osa rahoista oli käytetty teihin, jotka "
        "vievät vanhalle myllylle, joka on myös kylän oma, vaikka se ei ole enää niin hyvä kuin ennen."
    ),
    "ca": (
        "El consell va pagar els pous i les bombes, però ningú a la vall no els havia demanat. No va ser fins"
        " a la primavera que es van posar els primers tubs, i aleshores la major part dels diners s'havia "
        "gastat en camins que porten al vell molí del poble."
    ),
    "hr": (
        "Vijeće je platilo bunare i crpke, ali nitko u dolini nije to tražio. Tek su u proljeće položene prve"
        " cijevi, a do tada je veći dio novca potrošen na ceste koje vode do starog mlina, što nije bilo "
        "dobro za ljude iz doline."
    ),
    "sk": (
        "Rada zaplatila za studne a čerpadlá, ale nikto v doline o to nežiadal. Až na jar boli položené prvé "
        "rúry a do tej doby sa väčšina peňazí minula na cesty, ktoré vedú k starému mlynu, a to je pre ľudí z"
        " doliny málo, ako vraveli."
    ),
    "sw": (
        "Baraza lililipa kwa ajili ya visima na pampu, lakini hakuna mtu katika bonde ambaye aliomba. Mabomba"
        " ya kwanza yaliwekwa wakati wa masika, na kwa wakati huo sehemu kubwa ya fedha ilikuwa imetumika kwa"
        " barabara za kwenda katika kinu cha zamani, na hii ni mbaya kwa watu wa bonde."
    ),
    "af": (
        "Die raad het vir die putte en die pompe betaal, maar niemand in die vallei het daarvoor gevra nie. "
        "Eers in die lente is die eerste pype gelê, en teen daardie tyd is die meeste van die geld op paaie "
        "bestee wat na die ou meul lei."
    ),
}
"""The same story in each language."""


@pytest.mark.parametrize("expected", TEXTS)
def test_the_language_of_a_text(expected):
    assert language([TEXTS[expected]]) == expected
    assert language(TEXTS[expected].split()) == expected


@pytest.mark.parametrize(
    "texts",
    [
        [],
        [""],
        ["The council paid for the wells."],
        ["x " * 400],
        ["12 34 " * 400],
        ["Elm Oak Ash Birch Beech Larch Pine Yew " * 20],
    ],
)
def test_what_tells_no_language(texts):
    assert language(texts) is None


def test_a_few_foreign_words_change_nothing():
    assert language([TEXTS["en"] * 3, TEXTS["fr"]]) == "en"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("en", "en"),
        ("EN-gb", "en-GB"),
        ("pt_BR", "pt-BR"),
        ("Spanish", "es"),
        ("deutsch", "de"),
        ("eng", "en"),
        ("zh-Hans", "zh-Hans"),
        ("Klingon", None),
        ("", None),
        ("English and French", None),
    ],
)
def test_a_stated_language(words, expected):
    assert code(words) == expected


@given(st.text())
def test_any_text_can_be_asked(text):
    assert language([text]) is None or len(language([text])) == 2
