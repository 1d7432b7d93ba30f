"""Dutch."""

from routing.wording.wording import Wording

NOTHING_TO_TRY = {"nothingToTry": "Geen misdrijf waarover deze regel nog moet beslissen."}
GROUND = {
    "scopeUnclear": "Het dossier is onduidelijk: er is nog geen spoor.",
    "ground": "Een wettelijke grond voor {courts}.",
}

REASONS = {
    "place-port-area": {
        "noPlace": "Het verslag noemt geen enkele plaats.",
        "noPortPlace": "Niets in het verslag maakt van deze plaats een havenplaats.",
        "quay": "Kaai {quay}: {area}.",
        "quayInDock": "Kaai {quay} ({dock}): {area}.",
        "quayDockOpen": "Kaai {quay} (dok niet zeker: {docks}): {area}.",
        "dockOrLock": "Dok of sluis {name}: {area}.",
        "terminalOrFirm": "Terminal of firma {name}: {area}.",
        "streetOrVillage": "Straat of dorp {name} in die haven: {area}.",
        "partOfPort": "De woorden {name} noemen een deel van de haven: {area}.",
        "portWords": "De woorden {name} noemen een haven: {area}.",
        "portAndTown": "De haven en de gemeente {town}: {area}.",
        "port": "Het verslag zegt dat de plaats in die haven ligt: {area}.",
        "coordinates": "De coördinaten, binnen een eigen omtrek ({metres} meter onzeker, {certainty}): {area}.",
        "coordinatesBothBanks": "De coördinaten, te dicht bij beide oevers (omtrekken {metres} meter onzeker, {certainty}): {area}.",
    },
    "place-territory": {
        "noPlace": "Het verslag noemt geen enkele plaats.",
        "abroad": "De plaats ligt in het buitenland.",
        "severalDivisions": "De gemeente hoorde in die periode bij twee afdelingen.",
        "municipality": "Gemeente {town}: {office}.",
        "portArea": "{area}: {office}.",
        "notKnown": "Gemeente en oever zijn niet gekend.",
        "river": "{river} stroomt er tussen {between}: het grondgebied is niet beslist.",
        "riverAbroad": "{river} is water van {between}, en het verslag noemt geen land: het grondgebied is niet beslist.",
    },
    "offence-places": {
        "noOffence": "Het verslag noemt geen enkel misdrijf.",
        "area": "Plaats {place} ligt in: {area}.",
        "noPortPlace": "Geen plaats van het misdrijf ligt in een haven.",
        "noKnownPlace": "Geen plaats van het misdrijf is gekend.",
    },
    "core-without-tie": {
        **NOTHING_TO_TRY,
        "noTie": "Het verslag zegt dat er geen band met havendrugs is: het misdrijf valt erbuiten.",
        "notThisCase": "Geen binnendringing of bezit zonder band.",
    },
    "core-handed-over": {
        **NOTHING_TO_TRY,
        "allHandedOver": "Alle verdachten werden aan de Dienst Vreemdelingenzaken overgedragen: het valt erbuiten.",
        "notAllHandedOver": "Niet alle verdachten werden aan de Dienst Vreemdelingenzaken overgedragen.",
    },
    "core-in-port-area": {
        **NOTHING_TO_TRY,
        "portCrime": "Kernmisdrijf in een havengebied ({area}): havencriminaliteit.",
        "noListedArea": "Het misdrijf ligt niet in een van de havengebieden.",
    },
    "core-declared-tie": {
        **NOTHING_TO_TRY,
        "declared": "Het verslag verklaart de band: het telt als ondersteunend misdrijf.",
        "notDeclared": "Het verslag verklaart geen band.",
    },
    "core-place-known": {
        **NOTHING_TO_TRY,
        "outside": "De plaats is gekend en ligt niet in een havengebied: het misdrijf valt erbuiten.",
        "noKnownPlace": "Geen plaats van het misdrijf is gekend: onduidelijk.",
    },
    "neither-list": {
        **NOTHING_TO_TRY,
        "offenceMissing": "Het verslag benoemt het misdrijf niet.",
        "onAList": "Het misdrijf staat op de lijst van ondersteunende misdrijven, of telt zo mee.",
        "declared": "Op geen lijst, maar de band is verklaard: het telt als ondersteunend misdrijf.",
        "onNoList": "Op geen van beide lijsten: het misdrijf valt erbuiten, waar het ook ligt.",
    },
    "supporting-without-tie": {
        **NOTHING_TO_TRY,
        "noTie": "Het verslag zegt dat er geen band is: het misdrijf valt erbuiten.",
        "tiePossible": "Het verslag sluit een band niet uit.",
    },
    "supporting-declared": {
        **NOTHING_TO_TRY,
        "declared": "Het verslag verklaart de band: het misdrijf gaat mee.",
        "notDeclared": "Het verslag verklaart geen band.",
    },
    "supporting-beside-port-crime": {
        **NOTHING_TO_TRY,
        "noPortCrime": "Er is geen havencriminaliteit in dit dossier.",
        "besidePortCrime": "In één dossier met het misdrijf {number} ({offence}): het gaat mee.",
    },
    "supporting-related-file": {
        **NOTHING_TO_TRY,
        "noRelatedPortCrime": "Het dossier is met geen gekend dossier van havencriminaliteit verwant.",
        "related": "Verwant met {file}, een dossier van havencriminaliteit: het gaat mee.",
    },
    "supporting-follows-outside": {
        **NOTHING_TO_TRY,
        "tieMentioned": "Het verslag vermeldt een band: het misdrijf volgt niet zonder meer.",
        "nothingToFollow": "Er is geen ander misdrijf dat erbuiten valt en dat het kan volgen.",
        "followsOutside": "Niets over een band: het volgt het misdrijf {number} ({offence}), dat erbuiten valt.",
    },
    "supporting-supposed-tie": {
        **NOTHING_TO_TRY,
        "supposed": "De band is vermoed, maar plaats {place} ligt in een havengebied ({area}): het gaat mee.",
        "silent": "De band is niet vermeld, maar plaats {place} ligt in een havengebied ({area}): het gaat mee.",
        "noTieKnown": "Geen verklaarde band en geen plaats in een havengebied: onduidelijk.",
    },
    "file-scope": {
        "noOffence": "Geen enkel misdrijf: het dossier is onduidelijk.",
        "portCrime": "Eén misdrijf van havencriminaliteit volstaat voor het dossier.",
        "supporting": "Een misdrijf ondersteunt havencriminaliteit en gaat mee.",
        "unclear": "Voor een misdrijf is de band of de plaats niet duidelijk.",
        "outside": "Alle misdrijven vallen buiten havencriminaliteit.",
    },
    "file-place": {
        "area": "Havengebied ({area}) en plaats van het dossier ({place}) volgen uit misdrijf {number} ({offence}).",
        "noKnownPlace": "Geen plaats van een misdrijf is gekend.",
        "noPortArea": "Geen havengebied; de plaats van het dossier is {place}.",
    },
    "minor-at-the-facts": {
        "scopeUnclear": "Het dossier is onduidelijk.",
        "noSuspect": "Er is geen verdachte.",
        "legalPerson": "Een rechtspersoon is niet minderjarig.",
        "adultByBirthDate": "Meerderjarig op het ogenblik van de feiten, volgens de geboortedatum.",
        "adultByAge": "Meerderjarig op het ogenblik van de feiten, volgens de leeftijd.",
        "adultByFlag": "Meerderjarig op het ogenblik van de feiten, volgens de vermelding in het verslag.",
        "minorByBirthDate": "Minderjarig op het ogenblik van de feiten, volgens de geboortedatum.",
        "minorByAge": "Minderjarig op het ogenblik van de feiten, volgens de leeftijd.",
        "minorByFlag": "Minderjarig op het ogenblik van de feiten, volgens de vermelding in het verslag.",
        "bothTracks": "Minderjarig bij één feit, niet zeker bij een ander: de verdachte staat in beide sporen.",
        "ageUnknown": "De leeftijd staat niet vast tegenover de meerderjarigheid: de verdachte blijft in het gewone spoor.",
    },
    "ground-place-of-offence": {
        "noGround": "Van geen plaats van een misdrijf is het arrondissement gekend.",
        **GROUND,
    },
    "ground-scheldt": {
        "noGround": "Geen invoer, doorvoer of uitvoer van drugs in de Antwerpse haven.",
        **GROUND,
    },
    "ground-continuing": {
        "noGround": "Geen voortdurend misdrijf dat door nog een ander arrondissement liep.",
        **GROUND,
    },
    "ground-residence": {
        "noGround": "Van geen verdachte van het gewone spoor is een verblijfplaats in België gekend.",
        "factsAbroad": "Alle misdrijven liggen in het buitenland: artikel 24 Sv. telt.",
        **GROUND,
    },
    "ground-seat": {
        "noGround": "Van geen verdachte rechtspersoon is een maatschappelijke zetel in België gekend.",
        "factsAbroad": "Alle misdrijven liggen in het buitenland: artikel 24 Sv. telt.",
        **GROUND,
    },
    "ground-found": {
        "noGround": "Van geen verdachte van het gewone spoor is een plaats van aantreffen gekend.",
        "factsAbroad": "Alle misdrijven liggen in het buitenland: artikel 24 Sv. telt.",
        **GROUND,
    },
    "ground-facts-abroad": {
        "noGround": "Geen misdrijf in het buitenland met een verdachte die in België is aangetroffen, gezeteld of laatst gekend.",
        "foreign": "De plaats van het dossier ligt in het buitenland, en van geen verdachte is een plaats in België gekend.",
        **GROUND,
    },
    "ground-connexity": {
        "scopeUnclear": "Het dossier is onduidelijk: er is nog geen spoor.",
        "nothingToConnect": "Geen misdrijf of dossier waarvoor een samenhang nog iets toevoegt.",
        "limbNotTold": "Samenhang met {anchor} kan {court} bevoegd maken, maar het verslag zegt niet door welk geval van artikel 227 Sv.",
        "connected": "Samenhang met {anchor} ({limb}): een wettelijke grond voor {courts}.",
        "limbOfFileNotTold": "Verwant met {anchor}, maar het verslag zegt niet volgens welk geval van artikel 227 Sv.",
        "connectedFile": "Samenhang met {anchor} ({limb}): een wettelijke grond voor {court}.",
        "connectedFileCourtNotKnown": "Samenhang met {anchor} ({limb}), maar de rechtbank van dat dossier is hier niet gekend.",
    },
    "ground-indivisibility": {
        "scopeUnclear": "Het dossier is onduidelijk: er is nog geen spoor.",
        "noSeveralPerpetrators": "Geen misdrijf van verscheidene daders waarvoor dit nog iets toevoegt.",
        "severalPerpetrators": "Verscheidene daders van {anchor}: wie voor één van hen bevoegd is, is het voor allen: {courts}.",
        "sameFacts": "Dezelfde feiten als in {anchor}: een wettelijke grond voor {court}.",
        "sameFactsCourtNotKnown": "Dezelfde feiten als in {anchor}, maar de rechtbank van dat dossier is hier niet gekend.",
    },
    "territory-of-the-place": {
        "scopeUnclear": "Het dossier is onduidelijk: er is nog geen spoor.",
        "abroad": "Plaats {place} ligt in het buitenland: {office}, geen rechtbank.",
        "division": "Plaats {place}: {office}, {court}.",
        "placeNotKnown": "Het grondgebied van de plaats van het dossier is niet gekend.",
    },
    "policy-port-office": {
        "notTaken": "Het beleid “{policy}” ({wording}) laat dit dossier bij zijn grondgebied.",
        "taken": "Het beleid “{policy}” ({wording}) wijst dit dossier toe aan de {office}.",
    },
    "policy-court": {
        "courtOfThePlace": "Volgens het gevolgde beleid blijft de rechtbank die van de plaats.",
        "noGround": "Geen wettelijke grond voor het {arrondissement} opgetekend: de rechtbank blijft die van de plaats.",
        "exclusive": "{court}: volgens het beleid, met of zonder wettelijke grond voor het {arrondissement}.",
        "onGround": "{court}: er is een wettelijke grond voor het {arrondissement}.",
    },
    "social-law": {
        "notOnly": "Het dossier gaat niet alleen over sociaalrechtelijke misdrijven.",
        "abroad": "Alleen sociaalrechtelijke misdrijven, maar de plaats ligt in het buitenland.",
        "circuitNotKnown": "Voor het arbeidsauditoraat, maar het rechtsgebied van de plaats is niet gekend.",
        "onlySocialLaw": "Enkel sociaalrechtelijke misdrijven: {office}.",
    },
    "customs-smuggling": {
        "notOnly": "Het dossier gaat niet alleen over smokkel.",
        "abroad": "Alleen smokkel, maar de plaats ligt in het buitenland.",
        "onlyCustoms": "Enkel smokkel: {office}.",
    },
    "murder-assize": {
        "noMurder": "Er is geen voltooide moord.",
        "murderApart": "Er is een moord, maar zij gaat niet mee en het dossier valt er niet buiten.",
        "provinceNotKnown": "Een moord: hof van assisen, maar de provincie is niet gekend of ligt in het buitenland.",
        "murder": "Een moord: {court}.",
    },
    "lead-authority": {
        "noLead": "Het verslag noemt geen andere overheid die het dossier leidt.",
        "circuitNotKnown": "Het rechtsgebied van de plaats is niet gekend.",
        "lead": "Leidende overheid: {office}.",
    },
    "magistrate": {
        "noMagistrate": "Er is geen magistraat onder de verdachten.",
        "scopeUnclear": "Er is een magistraat, maar het dossier is onduidelijk: er is nog geen spoor.",
        "circuitNotKnown": "Er is een magistraat, maar het rechtsgebied van de plaats is niet gekend.",
        "magistrate": "Voor het hele gewone spoor: {office} en {court}.",
    },
    "youth-court-of-residence": {
        "noMinor": "Er is geen verdachte die zeker minderjarig was.",
        "abroad": "De minderjarige woont in het buitenland, en de plaats van het dossier ligt in het buitenland.",
        "placeOfFile": "De minderjarige woont in het buitenland: de afdeling van de plaats van het dossier, {court}.",
        "placeNotKnown": "De minderjarige woont in het buitenland en de afdeling van de plaats is niet gekend.",
        "residence": "De minderjarige woont in {town}: {court}.",
        "residenceUnknown": "De gemeente van verblijf in België is niet gekend.",
    },
    "division-of-matters": {
        "noAllocation": "Geen zaakverdeling gekend voor deze misdrijven en deze rechtbank.",
        "keptByDivision": "Zaakverdeling ({allocation}): de {court} behandelt deze materie.",
    },
    "order-of-the-report": {
        "placesOfTheOffence": "Van de plaatsen van dit misdrijf telt de eerste in de volgorde van het verslag: {place}.",
        "placeOfTheFile": "Van de plaatsen die het dossier konden dragen telt de eerste in de volgorde van het verslag: {place}.",
        "placeOfTheMurder": "De moorden liggen niet in één provincie: de eerste in de volgorde van het verslag telt, {court}.",
        "noOrder": "De volgorde van het verslag besliste niets.",
    },
    "public-order": {
        "noCourt": "Er is nog geen rechtbank aangewezen.",
        "grounds": "{court} rust op wettelijke gronden: {grounds}.",
        "policyAlone": "{court} rust alleen op beleid: geen wettelijke grond opgetekend.",
    },
}

WARNINGS = {
    "receivedOnMissing": "De dag van ontvangst is niet gemeld: de dag van inschrijving telt. Vul hem in.",
    "receivedOnPartial": "De dag van ontvangst is maar ten dele gekend: {day} telt. Vul de juiste dag in.",
    "quayUnreadable": "Kaai “{text}” is geen kaainummer; vul het nummer in.",
    "quayNotInGazetteer": "Kaai {quay} staat niet in de plaatsenlijst; de oever volgt uit het nummer alleen. Ga de kaai na.",
    "coordinatesContradict": "De coördinaten liggen elders ({near}); de andere gegevens gaan voor.",
    "coordinatesUndecided": (
        "De coördinaten beslissen niet: binnen de onzekerheid van onze omtrek ({metres} meter, {certainty}) liggen zij in of naast {near}. "
        "Vul kaai, dok of terminal in."
    ),
    "riverPlace": "Plaats {place} ligt op {river}, tussen {between}: vul kaai, gemeente, coördinaten of land in.",
    "riverAbroadPlace": "Plaats {place} ligt op {river}, water van {between}: vul het land in, of de gemeente als zij toch in België ligt.",
    "nameOfOtherPort": "{name} ligt in een andere haven dan het verslag zegt en telt niet mee.",
    "placeContradiction": "Het verslag spreekt zich tegen over de plaats: {telling} gaat voor op {other}.",
    "countryContradictsPort": "Het land {country} past niet bij {area}; voor parket en rechtbank telt het land.",
    "unknownNisCode": "NIS-code {text} bestaat niet in de gemeentelijst; ga de code na.",
    "unknownMunicipality": "De gemeente “{text}” staat niet in de lijst van Belgische gemeenten; ga naam, code en land na.",
    "seisedOnTooWide": "De dag van aanhangigmaking is te ruim: de gemeente veranderde in die tijd van afdeling.",
    "municipalityContradiction": "NIS-code, gemeente en deelgemeente wijzen niet dezelfde gemeente aan; de code gaat voor.",
    "municipalityDoesNotFit": "De gemeente {town} past niet bij {area}; voor parket en rechtbank telt het havengebied.",
    "districtUnverified": "De afdeling van {town} is op die dag niet nagetrokken.",
    "placeNotInFile": "Het misdrijf {number} ({offence}) verwijst naar plaats {place}, die er niet staat.",
    "arrestPlaceCounts": "Voor het misdrijf {number} ({offence}) is geen andere plaats gekend: de plaats van de arrestatie telt.",
    "placeMissing": "Van het misdrijf {number} ({offence}) is geen plaats gekend: vul haven, kaai, gemeente of land in.",
    "offenceMissing": "Het misdrijf {number} is niet benoemd; kies het misdrijf.",
    "offencesMissing": "Het verslag noemt geen enkel misdrijf; vul de misdrijven in.",
    "filePlaceMissing": "Geen plaats van een misdrijf is gekend: vul haven, kaai, dok, gemeente of land in.",
    "bankUnknown": "De oever van de haven van Antwerpen is niet gekend: vul kaai, dok, terminal of gemeente in.",
    "relatedCaseUnknown": "Het verwante dossier {file} is hier niet gekend en bindt niet; ga het nummer na.",
    "tieNotDeclared": "De band van het misdrijf {number} ({offence}) met havendrugs {tie}: bevestig of ontken de band.",
    "tieMissing": (
        "Het verslag zegt niet of het misdrijf {number} ({offence}) een band met havendrugs heeft: vul de band of een havenplaats in."
    ),
    "ageContradiction": (
        "Geboortedatum, leeftijd en de vermelding minderjarig van {person} spreken elkaar tegen; de eerste die het zegt gaat voor."
    ),
    "ageUnknown": "De leeftijd van {person} op het ogenblik van de feiten is niet zeker: vul geboortedatum of dag van de feiten in.",
    "magistrateSplit": "Er is een magistraat onder de verdachten (voorrecht van rechtsmacht): overweeg het dossier te splitsen.",
    "magistrateCircuitMissing": "Welke procureur-generaal bevoegd is, is niet te zeggen: vul de plaats van de feiten in België in.",
    "youthPlaceMissing": "Minderjarige {person} woont in het buitenland: vul de plaats van de feiten in; de jeugdrechtbank volgt die.",
    "residenceDoubtful": "NIS-code en gemeente van de verblijfplaats van {person} wijzen niet één Belgische gemeente aan; ga ze na.",
    "residenceMissing": (
        "De verblijfplaats van minderjarige {person} is niet gekend: vul gemeente en land in; de jeugdrechtbank volgt die."
    ),
    "severalAssizeCourts": "De moorden liggen niet in één provincie: het hof van assisen van de eerste is genomen; overweeg te splitsen.",
    "assizeProvinceMissing": "Welk hof van assisen bevoegd is, is niet te zeggen: vul de plaats van de moord in België in.",
    "leadCircuitMissing": "Welk kantoor van de leidende overheid bevoegd is, volgt uit de plaats, en die is niet gekend: vul de plaats in.",
    "divisionOfMatters": (
        "Zaakverdeling ({allocation}): de {court} behandelt deze materie. "
        "Het register houdt de afdeling van het grondgebied; ga de zaakverdeling na."
    ),
    "rulesInConflict": "Twee regels spreken elkaar tegen (“{first}” en “{second}”); een persoon beslist.",
    "decreeDayAssumed": (
        "De dag van het ministerieel besluit van 2018 is niet gekend; 1 juli 2018 is aangenomen. Ga na welk parket toen bevoegd was."
    ),
    "policyAlone": "{chosen} rust alleen op beleid: geen wettelijke grond is opgetekend, en bevoegdheid is van openbare orde.",
    "officePolicyAlone": "{chosen} treedt alleen volgens het beleid op: geen wettelijke grond voor zijn arrondissement is opgetekend.",
    "abroadNoCourt": "De plaats van het dossier ligt in het buitenland: geen rechtbank.",
    "openAnswerRestsOn": "Het antwoord blijft open en rust op deze gegevens: {paths}.",
    "territoryMissing": "Voor het gewone spoor {missing} niet gekend: vul de gemeente, de kaai of de oever van de plaats in.",
}

GROUNDS = {
    "place-of-offence": "plaats van het misdrijf",
    "scheldt": "doorvaart over de Schelde",
    "continuing": "doortocht van een voortdurend misdrijf",
    "residence": "verblijfplaats van een verdachte",
    "seat": "maatschappelijke zetel van een verdachte rechtspersoon",
    "found": "plaats waar een verdachte is aangetroffen",
    "facts-abroad": "feiten in het buitenland",
    "connexity": "samenhang met {anchor} ({limb})",
    "indivisibility": "ondeelbaarheid van {anchor}",
    "social-law": "sociaalrechtelijk misdrijf",
    "customs-smuggling": "douanemisdrijf",
    "murder-assize": "misdaad voor het hof van assisen",
    "lead-authority": "leidende overheid",
    "magistrate": "voorrecht van rechtsmacht",
    "youth-court-of-residence": "jeugdrechtbank van de verblijfplaats, of bijkomend van de plaats",
    "division-of-matters": "zaakverdeling: {allocation}",
}

BEATEN = {
    "placeOfFile": "Artikel 23 Sv. stelt geen van deze rechtbanken voorop; het register volgt de plaats van het dossier.",
    "placeNotKnown": "Het grondgebied van de plaats van het dossier is niet gekend; een magistraat beslist.",
    "officeByPolicy": "Het gevolgde beleid wijst het dossier toe aan een ander parket.",
    "courtByPolicy": "Het gevolgde beleid wijst het dossier toe aan een andere rechtbank.",
    "socialLaw": "Voor enkel sociaalrechtelijke misdrijven treedt het arbeidsauditoraat op.",
    "customs": "Voor enkel smokkel treedt de douane op.",
    "murder": "Een voltooide moord gaat naar het hof van assisen.",
    "lead": "Een andere overheid leidt het dossier.",
    "magistrate": "Een magistraat onder de verdachten heeft voorrecht van rechtsmacht.",
    "keepsTerritory": "Een zaakverdeling verplaatst binnen één rechtbank; het register houdt de afdeling van het grondgebied.",
    "person": "Een magistraat koos anders.",
    "youthResidence": "De jeugdrechtbank volgt de verblijfplaats van de minderjarige.",
}

TELLINGS = {
    "quay": "kaai {name} ({area})",
    "quayInDock": "kaai {name} ({area})",
    "quayDockOpen": "kaai {name} ({area})",
    "dockOrLock": "dok of sluis {name} ({area})",
    "terminalOrFirm": "terminal of firma {name} ({area})",
    "streetOrVillage": "straat of dorp {name} ({area})",
    "partOfPort": "de woorden {name} ({area})",
    "portWords": "de woorden {name} ({area})",
    "portAndTown": "de haven met de gemeente {town} ({area})",
    "port": "de haven die het verslag noemt ({area})",
    "coordinates": "het punt van de coördinaten ({area})",
    "coordinatesBothBanks": "het punt van de coördinaten ({area})",
}

WORDS = {
    "supposed": "is vermoed",
    "silent": "is niet vermeld",
    "officeAndCourt": "zijn parket en rechtbank",
    "court": "is de rechtbank",
    "1": "artikel 227, 1° Sv.: terzelfder tijd, door verscheidene personen samen",
    "2a": "artikel 227, 2° Sv.: na voorafgaande afspraak",
    "2b": "artikel 227, 2° Sv.: om het andere mogelijk of gemakkelijk te maken, te voltooien of straffeloos te houden",
    "3": "artikel 227, 3° Sv.: een goede rechtsbedeling vraagt één berechting",
    "connexity": "samenhang",
    "indivisibility": "ondeelbaarheid",
    "division-of-matters": "zaakverdeling",
    "NL": "Nederland",
    "outsideEveryOutline": "buiten de omtrek van elk havengebied",
}

ANCHORS = {
    "offence": "misdrijf {name}",
    "file": "dossier {name}",
}

ANSWER = {
    "noTrackShort": "Er is nog geen parket aangewezen: een magistraat beslist.",
    "responsible": "Verantwoordelijk: {offices}.",
    "partlyOpen": "Voor een deel van het dossier wijst een magistraat het parket nog aan.",
    "policy": "Gevolgd beleid: {policy}.",
    "noTrack": "Er is nog geen spoor: een magistraat beslist met opgave van reden.",
    "offence": "{offence}: {reason}",
    "anOffence": "misdrijf",
    "ground": "Wettelijke grond voor {seat}: {ground} ({article}; {confidence}).",
    "noGround": "Er is geen wettelijke grond opgetekend.",
    "track": "{track} ({persons}): {office}; {court}.",
    "oneSuspect": "verdachte {persons}",
    "suspects": "verdachten {persons}",
    "noSuspect": "geen verdachte ingevoerd",
    "officeOpen": "parket nog aan te wijzen",
    "courtOpen": "rechtbank nog aan te wijzen",
    "noCourt": "geen rechtbank",
    "step": "{question}{about} {outcome}. {reason} ({citations})",
    "citedPlace": "Plaatsenlijst: {name}",
    "citedDistrict": "{town}: {arrondissement}",
    "more": "{listed} en nog {number}",
    "inForceFrom": ", in werking vanaf {day}",
    "inForceUntil": ", tot {day} (niet inbegrepen)",
}

WORDING = Wording(
    unknown="niet gekend",
    and_=" en ",
    or_=" of ",
    reasons=REASONS,
    warnings=WARNINGS,
    grounds=GROUNDS,
    beaten=BEATEN,
    anchors=ANCHORS,
    tellings=TELLINGS,
    words=WORDS,
    scopes={
        "portCrime": "Het dossier is havencriminaliteit.",
        "supporting": "Het dossier ondersteunt havencriminaliteit en gaat mee.",
        "outside": "Het dossier valt buiten havencriminaliteit.",
        "unclear": "Het is niet duidelijk of het dossier havencriminaliteit is.",
    },
    tracks={"ordinary": "Gewoon spoor", "youth": "Jeugdspoor"},
    outcomes={"met": "ja", "notMet": "neen", "cannotTell": "niet te zeggen", "overridden": "ja, maar een andere regel gaat voor"},
    confidences={"sure": "zeker", "likely": "waarschijnlijk", "unverified": "niet nagetrokken"},
    answer=ANSWER,
)
