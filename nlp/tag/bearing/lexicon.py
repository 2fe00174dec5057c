"""The small words and the verbs that a clause with a figure is read by: English, each list for one question."""

from __future__ import annotations

from collections.abc import Iterator


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DETERMINERS = _words("""the a an this that these those its their his her our my your some any each every all both no
    another such other more extra additional further""")
PRONOUNS = _words("""it they he she we i you this that these those which who whom them him her us there one none many
    most others some all each both half itself themselves nobody everyone""")
RELATIVE = _words("which who whom whose that where")
AUXILIARIES = _words("""is are was were be been being am has have had having will would can could may might must shall
    should do does did cannot isn't wasn't weren't didn't won't""")
COPULAS = _words("is are was were be been being am")
PREPOSITIONS = _words("""of in on at to for from by with into onto upon under over through across between among within
    during until till since against towards toward about around after before behind beyond per via without than as like
    despite except including because near above below along throughout outside inside""")
CONJUNCTIONS = _words("and or but nor while whereas although though because if when unless so yet plus")
STRONG = _words("but while whereas although though because unless")
"""What begins another clause, comma or not."""
ADVERBS = _words("""not also only just still even now then already alone again ever never soon later earlier recently
    often too almost nearly annually yearly monthly daily about around roughly approximately up down overall altogether
    together aside compared respectively thus therefore however instead once twice well far ago today once further anew
    out off away ahead here there abroad apart elsewhere indeed perhaps meanwhile moreover furthermore""")
LIKE_ADVERBS = _words("""family families supply supplies early elderly daily monthly quarterly weekly yearly assembly
    monopoly anomaly only friendly costly likely italy fly ally reply rally july""")
"""Words in -ly that are nouns or adjectives."""
HOLDERS_OF_PLACES = _words("""area areas region regions country countries district districts village villages province
    provinces city cities town towns north south east west place places state states capital world zone zones county
    counties field fields continent nation nations hemisphere municipality municipalities community communities
    all total full part parts turn response addition fact question order view many practice general particular cash
    advance return line kind person connection relation comparison recent several real nominal constant current today
    jail prison court hand effect force""")
"""What stands behind "in" and is where, how or when, not what."""
TIME_NOUNS = _words("""year years month months week weeks day days decade decades quarter century summer winter spring
    autumn january february march april may june july august september october november december period night hour
    hours morning season minute minutes time past future meantime semester""")
FOREIGN = _words("""le les des du est sont une et dans pour avec aux el los las del y se por con una que der das und
    für von dem den ist il di della dei degli gli os dos das em um uma na não""")
"""Words of other languages' grammar that English does not use."""
GENERIC = _words("""total sum sums amount amounts figure average minimum maximum equivalent value excess order worth
    quantity number share proportion percentage level rate estimate estimates tune most minority majority extent""")
"""Nouns before "of" that only say that a number comes: what is measured stands behind it."""
DURATIONS_OF = _words("is was were lasted lasts last took take takes taken averaged averages average totalled")
TRANSFER_NOUNS = _words("""aid assistance support help loan loans grant grants credit credits payment payments transfer
    transfers subsidy subsidies relief funding funds money compensation contribution contributions contract contracts
    budget programme program plan project fund demand need request appeal spending donation donations gift gifts
    damage tax taxes tariff tariffs levy costs cost price bill expenditure investment training""")
"""Nouns that take "to" or "for" with them: "emergency aid to beekeepers"."""
ON_NOUNS = _words(
    "spending expenditure expenditures tax taxes tariff tariffs war levy duty duties report outlays interest"
)
CHANGE_NOUNS = _words("""increase decrease rise fall drop decline growth reduction cut jump surge gain loss change slump
    increases decreases drops declines reductions cuts stake share interest investment improvement shortfall reduction
    savings saving gap deficit surplus difference trade""")
"""Nouns that take "in" with them: "a rise in fares"."""
YEAR_HOLDERS = _words("""budget census survey estimates estimate prices figure figures level levels season harvest
    election elections appeal request allocation total crop campaign fiscal financial plan appropriation appropriations
    exports imports revenue revenues spending programme program poll average data value peak""")
SOURCES = _words(
    "report study paper article book review brief memo evaluation audit law act agreement treaty convention "
    "constitution resolution strategy letter speech interview"
)
"""A year before these dates the words or the rule, not the number."""
FOUNDED = _words(
    "founded established born created published signed ratified adopted built elected enacted written drafted"
)

LEVEL = _words("""reach total amount exceed rise fall stand average cost equal represent grow drop increase decrease
    decline hit surpass top jump climb soar plunge shrink slump double comprise number measure weigh value estimate
    account approach constitute remain last near range peak plummet dwindle surge swell come run expand
    extend cover fluctuate slip dip sink recover yield be""")
"""Verbs that say how large their subject is."""
INTRANSITIVE = _words("""rise fall grow drop decline amount stand jump climb soar plunge slump shrink plummet dwindle
    surge swell total average reach exceed come peak slip dip sink recover fluctuate""")
RECEIVE = _words("""receive get obtain gain cost require need absorb attract earn take generate fetch lose owe bring
    swallow consume collect raise yield make sell save produce""")
"""Verbs whose subject is what the figure is about, when nothing is said behind it."""
CUTTING = _words(
    "cut divert remove earn raise take make withdraw recover gain save collect generate steal deduct profit"
)
"""Verbs behind whose figure "from" says of what."""
OTHERS = _words("""allocate spend give lend grant award approve authorise authorize provide pledge promise commit
    donate offer request seek ask demand propose set put invest pour channel direct devote dedicate assign earmark
    appropriate budget disburse transfer contribute add send deliver supply distribute fund finance pay repay borrow
    owe charge fine seize confiscate capture intercept recover destroy burn eradicate kill murder injure wound displace
    arrest detain convict imprison jail deport employ hire recruit train dismiss lose gain save cut reduce slash trim
    lower raise lift boost bring buy purchase sell import export ship trade produce harvest grow plant cultivate sow
    build construct repair rebuild open close dig lay plan announce report record register count find identify include
    contain hold keep own house host serve reach treat vaccinate feed visit attend graduate enrol enroll complete
    die drown flee leave return arrive live work vote protest march receive win collect levy mobilise mobilize
    release return shelve withhold withdraw suspend refuse reject go flow worth use consume need require claim
    secure launch sign support help protect clear remove rescue free evacuate relocate resettle test screen inspect
    survey interview sample affect reach benefit cause inflict save waste steal embezzle launder smuggle traffic
    write forgive cancel guarantee issue raise leave consider want make take see show say tell become begin start end
    stop continue help begin bear carry catch choose draw drive eat fight fly forget get hear hide hurt know lead
    let meet ride ring run send shake shoot sing sit sleep speak stand swim teach tear think throw wear discover
    drop operate migrate emigrate employ create establish dedicate deposit deduct divert donate expect project
    forecast predict calculate assess reckon agree compensate subsidise subsidize reimburse refund retain replace
    obligate reprogram rank occupy double triple halve quadruple expand extend acquire lease rent
    stay pass stretch kick tie note observe follow shut move turn pick aim manage cross
    bill inject bequeath insure hand flood strike elect defeat marry bury name call dispense outstrip outpace""")

IRREGULAR = {
    "rise": "rises rose risen rising", "fall": "falls fell fallen falling", "stand": "stands stood standing",
    "cost": "costs cost costing", "grow": "grows grew grown growing", "hit": "hits hit hitting",
    "shrink": "shrinks shrank shrunk shrinking", "come": "comes came coming", "run": "runs ran running",
    "spend": "spends spent spending", "give": "gives gave given giving", "lend": "lends lent lending",
    "seek": "seeks sought seeking", "set": "sets set setting", "put": "puts put putting",
    "send": "sends sent sending", "pay": "pays paid paying", "repay": "repays repaid repaying",
    "lose": "loses lost losing", "cut": "cuts cut cutting", "bring": "brings brought bringing",
    "buy": "buys bought buying", "sell": "sells sold selling", "build": "builds built building",
    "rebuild": "rebuilds rebuilt rebuilding", "dig": "digs dug digging", "lay": "lays laid laying",
    "find": "finds found finding", "hold": "holds held holding", "keep": "keeps kept keeping",
    "feed": "feeds fed feeding", "flee": "flees fled fleeing", "leave": "leaves left leaving",
    "win": "wins won winning", "get": "gets got gotten getting", "withhold": "withholds withheld withholding",
    "withdraw": "withdraws withdrew withdrawn withdrawing", "go": "goes went gone going",
    "steal": "steals stole stolen stealing", "write": "writes wrote written writing", "make": "makes made making",
    "take": "takes took taken taking", "see": "sees saw seen seeing", "show": "shows showed shown showing",
    "say": "says said saying", "tell": "tells told telling", "become": "becomes became becoming",
    "begin": "begins began begun beginning", "bear": "bears bore borne bearing", "catch": "catches caught catching",
    "draw": "draws drew drawn drawing", "drive": "drives drove driven driving", "forgive": "forgives forgave forgiven",
    "hurt": "hurts hurt hurting", "lead": "leads led leading", "meet": "meets met meeting",
    "shoot": "shoots shot shooting", "teach": "teaches taught teaching", "swell": "swells swelled swollen swelling",
    "sink": "sinks sank sunk sinking", "sow": "sows sowed sown sowing", "burn": "burns burned burnt burning",
    "think": "thinks thought thinking", "fly": "flies flew flown flying", "be": "",
    "fight": "fights fought fighting", "choose": "chooses chose chosen choosing", "speak": "speaks spoke spoken",
    "eat": "eats ate eaten eating", "throw": "throws threw thrown throwing", "know": "knows knew known knowing",
    "hide": "hides hid hidden hiding", "hear": "hears heard hearing", "wear": "wears wore worn wearing",
    "sleep": "sleeps slept sleeping", "sit": "sits sat sitting", "let": "lets let letting", "worth": "",
    "forecast": "forecasts forecast forecasting",
}  # fmt: skip
DOUBLING = _words("drop stop trim top commit plan ship slip dip cancel total enrol transfer channel traffic")
NOUNS_TOO = _words("""
    cost costs fall falls rise rises drop drops cut cuts increase increases fine fines grant grants pay
    project projects estimate estimates need needs award awards claim claims budget budgets fund funds reach spending
    total totals average averages number numbers report reports plan plans use uses cover covers place hold host hosts
    house houses export exports import imports trade support demand demands request requests request supply supplies
    help work works vote votes test tests survey surveys interview sample samples damage waste issue issues start end
    ends stop show shows record records register count counts charge charges transfer transfers range ranges ranks
    purchase purchases release return returns sign signs plant plants bear bears lead leads meeting building buildings
    training housing funding lending saving savings earning earnings holding holdings living finding findings visit
    visits benefit benefits value values raise lift offer offers promise harvest harvests pledge pledges burn burns
    repair repairs train trains ship ships march finance finances launch lease rent rents run runs
    decrease decreases decline declines jump climb surge slump peak yield yields ring rides ride top host refund project
    catch catches draw beginning ending farming fishing fight fighting march
    open close free clear double lower last own near level live
    produce influence amount amounts flow flows cause causes change changes force file share shares tie ties
    note notes process stay stays pass passes stretch turn move moves name call calls strike strikes flood floods
    measure measures lay contract profit rank drive drives state increase shot hurt let
    bill bills teaching smuggling trafficking laundering recruiting policing banking mining""")
"""Forms that are nouns or adjectives at least as often as verbs."""


def _forms(verb: str) -> Iterator[str]:
    yield verb
    if verb in IRREGULAR:
        yield from IRREGULAR[verb].split()
        return
    stem = verb.removesuffix("e")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        yield from (verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    else:
        yield verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
        yield from (stem + "ed", stem + "ing")
    if verb in DOUBLING:
        yield from (verb + verb[-1] + "ed", verb + verb[-1] + "ing")


VERBS = {form: verb for verb in sorted(OTHERS | CUTTING | RECEIVE | LEVEL) for form in _forms(verb)}
"""Every form -> its verb."""
for _form in ("be", "worth", "ring", "last", "top", "near", "may"):
    VERBS.pop(_form, None)
SAYING = _words("""say tell show see think know report announce note predict forecast estimate calculate assess reckon
    value put indicate project""")
"""Verbs whose subject says how large something else is."""
PARTICIPLES = {
    form: verb
    for form, verb in VERBS.items()
    if (form != verb and form.endswith("ed") and verb not in IRREGULAR)
    or (
        verb in IRREGULAR
        and len(IRREGULAR[verb].split()) > 1
        and form == IRREGULAR[verb].split()[-2 if IRREGULAR[verb].endswith("ing") else -1]
    )
}
"""Every form that describes a noun before it, "felled", "sold", "given" -> its verb."""
