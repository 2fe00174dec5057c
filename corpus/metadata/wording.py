"""The words by which a line shows what it is: a body, a post, a degree, a place, a way to reach somebody.

English, Spanish, French, Portuguese, German and some Italian and Dutch; whole words, in any case.
"""

from __future__ import annotations

import re

BODY = re.compile(
    r"""\b(?: institut(?:e|es|ion|ions|o|os|ional)? | istituto | instituut | instituição | institución
      | cent(?:re|er|ro|rum) | zentrum | univ(?:ersity|ersities|ersidad|ersidade|ersité|ersität|ersità|ersiteit)
      | college | collège | colegio | escuela | escola | école | hochschule | facult(?:y|ad|é) | faculdade
      | academy | academia | académie | akademie | foundation | fundaci[óo]n? | fundação | fondation | stiftung
      | council | consejo | conselho | conseil | ministry | ministerio | ministère | ministério | ministerium
      | department | departamento | département | agency | agencia | agência | agence | agentur
      | commission | comisi[óo]n | comissão | kommission | office | oficina | escritório | bureau
      | secretariat | secretaría | secretaria | secrétariat | observator(?:y|io) | observatório | observatoire
      | association | asociación | associação | verband | verein | society | sociedad | sociedade | société
      | gesellschaft | committee | comité | comitê | authority | autoridad | autoridade
      | federation | federación | federação | fédération | parliament | parlament[oe]? | congress | senate
      | corporation | consortium
      | laborator(?:y|io) | laboratoire | think\s?tank | ltd | llc | gmbh
      | banco | banque
      | réseau\s(?:de|des) | red\s(?:de|para) | rede\s(?:de|para) | netzwerk | programa\s(?:de|para)
      | (?: school | bank | house | fund | trust | group | union | league | nations | forces | press | network | board
          | court | program(?:me)? | initiative | alliance | partnership | forum | consulting | assembly | tribunal
          | fondo | fundo | fonds | alianza | aliança | iniciativa | grupo | groupe | gruppe | unión | união | foro
          | fórum )
        (?= \s+(?:of|for|on|in|de|du|des|para|pour|für)\b | (?:\s*\([A-Z]+\))?[.,*]?$ | \s*[,–—(/-] ) )\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Those of the last group name a body only at the end of a name or before "of": "Elm House", "School of Rivers"."""
POST = re.compile(
    r"""\b(?: (?:co-?)?(?: director|directora|directeur|directrice|diretora?|direktor(?:in)?|founder
          |chair(?:man|woman|person)?|author|editor|lead(?:er)?|president|presidente|président|secretary
          |principal\s+investigator )
      | fellows? | professor(?:in|a)? | profesora? | professeure? | researchers? | investigadora? | pesquisadora?
      | chercheu(?:r|se) | analysts? | analista | analyste | advis[eo]rs? | asesora? | assessora? | conseill(?:er|ère)
      | associates? | officer | manager | head\s+of | chief | minister | ambassador | coordinat(?:or|ora)
      | coordinadora? | coordenadora? | consultants? | economists? | economista | économiste | experts? | lecturer
      | scholar | scientist | students? | candidate | specialist | attorney | counsel | assistant | senior | visiting
      | junior | executive | deputy | emerit(?:us|a) | retired | mitarbeiter(?:in)? | referent(?:in)? | leiter(?:in)?
      | chargée? | member | reporter | correspondent | columnist | journalist )\b""",
    re.VERBOSE | re.IGNORECASE,
)
DEGREE = re.compile(
    r"""(?: ph\.?\s?d | d\.?\s?phil | m\.?\s?d | m\.?\s?p\.?\s?[ahp] | m\.?\s?b\.?\s?a | m\.?\s?s\.?c? | m\.?\s?a
      | b\.?\s?a | b\.?\s?s\.?c? | j\.?\s?d | ll\.?\s?[mbd] | ed\.?\s?d | r\.?\s?n | cpa | esq | mph | mpp | msw
      | frs | obe | cbe | mbe | usaf? | usn | usmc )\.?""",
    re.VERBOSE | re.IGNORECASE,
)
HONORIFIC = re.compile(
    r"""(?: (?: dra? | prof(?:essora?)?a? | mr | mrs | ms | sir | dame | lord | lady | hon(?:ou?rable)? | ambassador
          | captain | capt | major | maj | lieutenant | lt | sergeant | sgt | cmdr | col | gen | sen(?:ator)?
          | rep(?:resentative)? | rev(?:erend)? | don | doña | sr | sra | m | mme | herr | frau | dipl\.-?\w+ | ing
          | (?:lieutenant|vice|rear|brigadier|major)?[- ]?(?:commander|colonel|general|admiral) )
        \.? (?:\s+|(?<=\.)) )+ (?=[^\W\d_])""",
    re.VERBOSE | re.IGNORECASE,
)
"""Titles and ranks before a name are no part of it."""
SUFFIX = re.compile(r"(?:jr|sr|[iv]{2,3}|2nd|3rd)\.?", re.IGNORECASE)
PLACE = re.compile(
    r"""(?: (?: new|north|south|east|west|northern|southern|eastern|western|central|san|santa|santo|são|saint|sankt|los
          |las|el|port|puerto|fort|mount|cape|rio|hong|costa|sri|saudi|sierra|burkina|papua|addis|abu|kuala|phnom
          |buenos|tel|united|great|la|den|the|mexico|ciudad|latin|middle|sub|washington )\s+\S.*
        | .*\s(?: city|republic|kingdom|states|islands?|province|county|africa|america|europe|asia|region
          |d\.?\s?c\.? ) )""",
    re.VERBOSE | re.IGNORECASE,
)
"""Names of places of more than one word, which look like names of people."""
CONTACT = re.compile(
    r"""@ | https?:// | \bwww\. | \b\w+\.(?:org|com|net|edu|int|gov|info|ca|uk|de|fr|br|mx|co)\b
      | \b(?:tel|phone|fax|e-?mail|teléfono|telefone|téléphone|telefon|p\.?\s?o\.?\s+box|postfach)\b
      | \b(?: street|st\.|avenue|ave\.|road|boulevard|blvd|suite|floor|calle|avenida|carrera|rua|rue|via|piazza|plaza
          |platz )\b .* \d
      | \d+\s+[A-Z]\w+\s+(?:street|st|avenue|ave|road|rd|square|lane|place|drive)\b
      | \w+(?:straße|strasse|allee)\s+\d""",
    re.VERBOSE | re.IGNORECASE,
)
"""An address or a number to call."""
