"""The Dutch words of the contract's codes within a sentence; titles of offices, courts and offences are law data."""

from collections.abc import Mapping

from docket import services

Titles = Mapping[str, str]

SERVICES: Titles = {
    "localPolice": "lokale politie",
    "federalPolice": "federale politie",
    "shippingPolice": "scheepvaartpolitie",
    "police": "politie (niet gemeld welke)",
    "customs": "douane",
    "socialInspection": "sociale inspectie",
    "prosecutor": "parket",
    "dea": "DEA-verbindingsofficier",
    "reportingPoint": "meldpunt",
    "portCommunity": "havengemeenschap",
    "other": "andere dienst",
}
LEAD_AUTHORITIES: Titles = {
    "federalProsecutor": "het federaal parket",
    "eppo": "het Europees Openbaar Ministerie",
    "customs": "de Algemene Administratie van de Douane en Accijnzen",
    "labourAuditor": "de arbeidsauditeur",
    "foreign": "een buitenlandse overheid",
}
PLACE_ROLES: Titles = {
    "scene": "plaats van het feit",
    "discovery": "vindplaats",
    "unloading": "plaats van lossing",
    "transit": "doorvoer",
    "storage": "opslag",
    "destination": "bestemming",
    "arrest": "plaats van de arrestatie",
    "search": "plaats van de huiszoeking",
    "linked": "alleen het motief of het verband ligt hier",
}
PORTS: Titles = {
    "antwerp": "haven van Antwerpen",
    "ghent": "haven van Gent",
    "zeebrugge": "haven van Zeebrugge",
    "other": "een andere haven",
}
PORT_LINKS: Titles = {
    "declared": "het verslag noemt een verband met drugscriminaliteit in de haven",
    "suspected": "een verband met drugscriminaliteit in de haven wordt vermoed of onderzocht",
    "none": "volgens het verslag is er geen verband met drugscriminaliteit in de haven",
}
PERSON_ROLES: Titles = {
    "suspect": "verdachte",
    "victim": "slachtoffer",
    "injuredParty": "benadeelde persoon",
    "civilParty": "burgerlijke partij",
    "witness": "getuige",
}
LIMITATION_ACTS: Titles = {"investigation": "daad van onderzoek", "prosecution": "daad van vervolging"}
LIMITATION_GROUNDS: Titles = {
    "byLaw": "de wet schorst ze uitdrukkelijk (art. 24 V.T.Sv.)",
    "legalObstacle": "een wettelijk beletsel om de strafvordering in te stellen (art. 24 V.T.Sv.)",
}
TOLD_ROLES: Titles = {
    "suspect": "verdachte",
    "victim": "slachtoffer",
    "injuredParty": "benadeelde persoon",
    "civilParty": "burgerlijke partij",
    "counsel": "advocaat",
    "interpreter": "tolk",
    "prison": "gevangenis",
    "expert": "deskundige",
    "investigator": "onderzoeker",
}
TOLD_ACTS: Titles = {
    "hearingSet": "zitting bepaald",
    "hearingMoved": "zitting verplaatst",
    "hearingCancelled": "zitting afgelast",
    "transferred": "dossier overgedragen",
    "judgment": "uitspraak",
}
TOLD_STATES: Titles = {
    "toTell": "te verwittigen",
    "told": "verwittigd",
    "failed": "mislukt",
    "notNeeded": "niet nodig",
    "byMail": "per mail",
}
TOLD_HOWS: Titles = {
    "phone": "telefoon",
    "email": "mail",
    "letter": "brief",
    "registeredLetter": "aangetekende brief",
    "inPerson": "in persoon",
    "police": "door de politie",
    "electronic": "elektronisch justitieadres",
}
HEARING_KINDS: Titles = {
    "correctional": "correctionele kamer",
    "raadkamer": "raadkamer",
    "appeal": "kamer in beroep",
    "youth": "jeugdkamer",
    "assizes": "hof van assisen",
}
SUMMONSES: Titles = {
    "summons": "dagvaarding",
    "summonsDetained": "dagvaarding van een aangehouden beklaagde, of dringend met verlof",
    "recordNotBefore": "oproeping bij proces-verbaal",
}
#: What came back by mail.
MAIL_TASKS: Titles = {
    "bounce": "een mail kwam niet aan",
    "autoReply": "automatisch antwoord",
    "answer": "antwoord op een mail",
}
MAIL_EVENTS: Titles = {
    "attempt": "aangeboden aan de mailserver",
    "sent": "aanvaard door de mailserver",
    "retrying": "voorlopig geweigerd",
    "failed": "geweigerd of opgegeven",
    "resent": "opnieuw in de wachtrij",
    "bounced": "niet aangekomen",
    "delayed": "vertraagd",
    "answered": "beantwoord",
}
SERVED_ACTS: Titles = {row.code: row.title_nl for row in services.ACTS}
MANNERS: Titles = {
    "bailiff": "door een gerechtsdeurwaarder",
    "police": "door de politie",
    "prisonDirector": "door de gevangenisdirecteur",
    "electronic": "elektronisch",
    "abroad": "in het buitenland",
}
#: Nobody answered yet is no failure.
SERVICE_STATES: Titles = {
    "asked": "gevraagd, nog niets geweten",
    "done": "gedaan",
    "failed": "mislukt",
    "withdrawn": "ingetrokken",
}
PROOFS: Titles = {
    "writ": "exploot van de gerechtsdeurwaarder",
    "policeReport": "proces-verbaal van de politie",
    "receipt": "gedagtekend ontvangstbewijs",
    "electronicProof": "bewijs van elektronische betekening",
    "postingProof": "bewijs van verzending",
}
VERDICTS: Titles = {
    "served": "op tijd betekend",
    "late": "te laat betekend",
    "failed": "betekening mislukt",
    "missed": "niet op tijd betekend",
    "near": "nog niet betekend, laatste dag nabij",
    "waiting": "nog niet betekend",
    "needless": "hoeft niet meer",
}
CONTACT_KINDS: Titles = {"counsel": "advocaat", "interpreter": "tolk", "prison": "gevangenis", "expert": "deskundige"}
REQUEST_KINDS: Titles = {
    "apostil": "kantschrift aan de politie",
    "laboratory": "vraag aan een laboratorium",
    "expert": "vraag aan een deskundige",
    "question": "vraag om een gegeven",
}
REQUEST_STATES: Titles = {"asked": "gevraagd", "answered": "beantwoord", "withdrawn": "ingetrokken"}
ANSWER_STATES: Titles = {"proposed": "te beoordelen", "accepted": "aanvaard", "refused": "geweigerd"}
ANSWER_VIAS: Titles = {
    "link": "langs de persoonlijke link",
    "letter": "per brief",
    "mail": "per mail",
    "phone": "per telefoon",
    "inPerson": "in persoon",
}
CAPACITIES: Titles = {"magistrate": "magistraat", "military": "militair", "police": "politieambtenaar", "customs": "douaneambtenaar"}
CUSTODIES: Titles = {
    "arrested": "van zijn vrijheid beroofd",
    "remanded": "aangehouden (voorlopige hechtenis)",
    "released": "vrijgelaten",
}
HANDED_OVER_TO: Titles = {"immigrationOffice": "de Dienst Vreemdelingenzaken", "foreignAuthority": "een buitenlandse overheid"}
SEIZURE_KINDS: Titles = {
    "drugs": "drugs",
    "cash": "geld",
    "weapon": "wapen",
    "vehicle": "voertuig",
    "container": "container",
    "vessel": "vaartuig",
    "goods": "goederen",
}
SUBSTANCES: Titles = {"cocaine": "cocaïne", "heroin": "heroïne", "amphetamine": "amfetamine", "ecstasy": "xtc", "hashish": "hasj"}
RELATED_GROUNDS: Titles = {
    "sameFacts": "dezelfde feiten",
    "samePerpetrators": "dezelfde daders",
    "priorConcert": "voorafgaand overleg",
    "sameGoods": "dezelfde goederen",
    "other": "andere reden",
}
#: Limbs of art. 227 of the Code of Criminal Procedure; indivisibility is settled case law and stands in no limb.
LIMBS: Titles = {
    "1": "art. 227, 1° Sv.: op dezelfde tijd door verscheidene personen samen gepleegd",
    "2a": "art. 227, 2° Sv.: door verscheidene personen na afspraak gepleegd",
    "2b": "art. 227, 2° Sv.: gepleegd om een ander misdrijf mogelijk of gemakkelijk te maken, te voltooien of straffeloos te houden",
    "3": "art. 227, 3° Sv.: een goede rechtsbedeling vergt een gezamenlijke behandeling",
    "indivisible": "ondeelbaarheid (rechtspraak): een misdrijf van verscheidene daders",
}
#: Tie and side -> what the other file is to this one.
TIES: Mapping[tuple[str, str], str] = {
    ("related", "equal"): "verwant met",
    ("joined", "lead"): "hierbij gevoegd",
    ("joined", "joined"): "gevoegd bij",
    ("split", "from"): "afgesplitst van",
    ("split", "off"): "hieruit afgesplitst",
    ("dismissed", "reader"): "nagekeken, niet hetzelfde",
}
SCOPES: Titles = {
    "portCrime": "havencriminaliteit",
    "supporting": "ondersteunend misdrijf dat met havencriminaliteit meegaat",
    "outside": "buiten de havencriminaliteit",
    "unclear": "niet duidelijk",
}
TRACKS: Titles = {"ordinary": "gewoon spoor", "youth": "jeugdspoor"}
STEP_OUTCOMES: Titles = {
    "met": "voldaan",
    "notMet": "niet voldaan",
    "cannotTell": "niet te beantwoorden",
    "overridden": "wijkt voor een andere regel",
}
CONFIDENCES: Titles = {"sure": "zeker", "likely": "waarschijnlijk", "unverified": "niet nagegaan"}
KINDS_OF_GROUND: Titles = {
    "statute": "wet",
    "decree": "besluit",
    "regulation": "reglement",
    "circular": "omzendbrief",
    "agreement": "afspraak tussen parketten",
    "policy": "beleid",
}
#: The fields of the contract that the rules look at.
FIELDS: Titles = {
    "receivedOn": "dag van ontvangst",
    "seisedOn": "dag van aanhangigmaking",
    "leadAuthority": "leidende overheid",
    "role": "rol",
    "text": "omschrijving",
    "port": "haven",
    "quay": "kaai",
    "dock": "dok",
    "terminal": "terminal of firma",
    "municipality": "gemeente",
    "nisCode": "NIS-code",
    "subMunicipality": "deelgemeente",
    "country": "land",
    "latitude": "breedtegraad",
    "longitude": "lengtegraad",
    "scope": "aard van het dossier",
    "portArea": "havengebied",
    "grounds": "vastgestelde gronden",
    "offences": "misdrijven",
    "places": "plaatsen",
    "persons": "verdachten",
    "offence": "aard",
    "attempt": "poging",
    "committedFrom": "eerste mogelijke dag",
    "committedUntil": "laatste mogelijke dag",
    "place": "plaats",
    "portLink": "verband met de haven",
    "kind": "soort persoon",
    "count": "aantal",
    "birthDate": "geboortedatum",
    "age": "leeftijd",
    "minor": "minderjarig",
    "residence": "verblijfplaats",
    "registeredSeat": "zetel",
    "foundAt": "plaats van aantreffen",
    "capacity": "hoedanigheid",
    "handedOverTo": "overgedragen aan",
    "relatedCases": "verwante dossiers",
    "caseNumber": "nummer",
    "ground": "reden van verwantschap",
    "limb": "geval van samenhang",
}

_WHO: Titles = {"user": "gebruiker", "client": "API-sleutel", "import": "invoer", "request": "de persoonlijke link van vraag"}


def who(code: str) -> str:
    """The function code of whoever made an entry, in words: `user:7` is "gebruiker 7"; never a name."""
    kind, _, rest = code.partition(":")
    if code == "system":
        return "het register zelf"
    return f"{_WHO[kind]} {rest}" if kind in _WHO and rest else code


#: How urgent it is that somebody takes a file in charge.
URGENCIES: Titles = {
    "detention": "dringend: verdachte aangehouden",
    "ordinary": "gewoon",
    "cargoAlert": "dringend: melding over een lading",
}
#: Who is told when nobody took a file.
DUTY_STEPS: Titles = {"clerk": "medewerker van wacht", "prosecutor": "procureur van wacht", "head": "korpschef"}
CHANNELS: Titles = {"webhook": "telefoon of sms", "mail": "mail"}
#: Never sent before the other side took it.
TRY_STATES: Titles = {
    "waiting": "wacht",
    "sending": "wordt aangeboden",
    "accepted": "aanvaard door de andere kant",
    "failed": "mislukt",
    "needless": "niet meer nodig",
}
FELL_TO: Titles = {
    "head": "de wacht was niet ingevuld of mag het dossier niet lezen: de korpschef is verwittigd",
    "named": "alleen wie op het dossier met naam toegelaten is, is verwittigd",
    "nobody": "niemand van het parket die dit dossier mag lezen, kon verwittigd worden",
}
VIAS: Titles = {"page": "op een scherm", "api": "door een toepassing", "phoneCard": "op de telefoonkaart", "import": "bij de invoer gezegd"}
SHIFTS: Titles = {
    "day": "overdag (maandag tot vrijdag, 8 tot 18 uur)",
    "night": "nacht (maandag- tot vrijdagavond 18 uur, tot 8 uur)",
    "weekend": "weekend (zaterdag 8 uur tot maandag 8 uur)",
    "whole": "dag en nacht (van 8 uur tot 8 uur na de laatste dag)",
}

#: What a court ruled on an objection to competence.
RULINGS: Titles = {
    "upheld": "betwisting aanvaard: de rechtbank is niet bevoegd",
    "rejected": "betwisting verworpen: de grond houdt stand",
    "declined": "de rechter verklaart zich ambtshalve onbevoegd",
}
#: Why a file is offered to another office, or claimed by it.
TRANSFER_GROUNDS: Titles = {
    "placeOfOffence": "plaats van het misdrijf (art. 23 Sv.)",
    "residence": "verblijfplaats van de verdachte (art. 23 Sv.)",
    "seat": "zetel van de rechtspersoon (art. 23 Sv.)",
    "found": "plaats waar de verdachte is aangetroffen (art. 23 Sv.)",
    "connexity": "samenhang (art. 226-227 Sv.)",
    "indivisibility": "ondeelbaarheid",
    "subjectMatter": "de materie (douane, arbeidsauditoraat, federaal parket)",
    "person": "de persoon (minderjarige, voorrecht van rechtsmacht)",
    "policy": "beleid of afspraak tussen parketten",
    "other": "een andere grond, in de reden gezegd",
}
CONFLICT_KINDS: Titles = {"positive": "positief geschil", "negative": "negatief geschil"}
SETTLED_BY: Titles = {
    "agreement": "onderling akkoord",
    "prosecutorsGeneral": "de procureurs-generaal",
    "presidentOfCourt": "de voorzitter van de rechtbank (verdelingsincident)",
    "courtOfAppeal": "het hof van beroep",
    "courtOfCassation": "het Hof van Cassatie",
}
OFFER_STATES: Titles = {
    "offered": "wacht op antwoord",
    "accepted": "aanvaard",
    "refused": "geweigerd",
    "withdrawn": "ingetrokken",
    "escalated": "voorgelegd aan de procureurs-generaal",
}
#: Why a file of a territory went elsewhere: the rule that beat the place, or a person's choice.
ELSEWHERE_GROUNDS: Titles = {
    "territory-of-the-place": "de plaats van het dossier ligt elders",
    "policy-port-office": "beleid: de havenprocureurs",
    "policy-court": "beleid: de rechtbank van Antwerpen",
    "social-law": "het arbeidsauditoraat",
    "customs-smuggling": "de douane",
    "murder-assize": "het hof van assisen",
    "lead-authority": "een andere overheid leidt het onderzoek",
    "magistrate": "voorrecht van rechtsmacht",
    "youth-court-of-residence": "de jeugdrechtbank van de verblijfplaats",
    "settled": "beslissing van een magistraat",
    "overridden": "beslissing van een magistraat",
}
CONFIDENTIALITIES: Titles = {"ordinary": "gewoon", "restricted": "beperkt", "sealed": "verzegeld"}
ASSIGNMENT_KINDS: Titles = {
    "draw": "loting",
    "connexity": "samenhang",
    "standIn": "vervanging",
    "override": "keuze van het hoofd",
    "none": "niet toegewezen",
}
RECUSAL_GROUNDS: Titles = {
    "party": "een partij",
    "company": "een onderneming",
    "earlierRole": "een eerdere rol in de zaak",
    "other": "een andere grond",
}
NOT_ASSIGNED: Titles = {
    "emptyRoster": "Er stond niemand op het rooster; het hoofd wijst toe.",
    "nobodyAvailable": "Niemand van het rooster kon het dossier nemen; het hoofd wijst toe.",
    "noSeed": "Er was geen geheim zaad van voor de inschrijving van het dossier, dus werd er niet geloot; het hoofd wijst toe.",
}
