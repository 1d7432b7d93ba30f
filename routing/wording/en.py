"""English."""

from routing.wording.wording import Wording

NOTHING_TO_TRY = {"nothingToTry": "No offence on which this rule still has to decide."}

GROUND = {
    "scopeUnclear": "The file is unclear: there is no track yet.",
    "ground": "A statutory ground for: {courts}.",
}

REASONS = {
    "place-port-area": {
        "noPlace": "The report names no place.",
        "noPortPlace": "Nothing in the report makes this place a port place.",
        "quay": "Quay {quay}: {area}.",
        "quayInDock": "Quay {quay} ({dock}): {area}.",
        "quayDockOpen": "Quay {quay} (dock not certain: {docks}): {area}.",
        "dockOrLock": "Dock or lock {name}: {area}.",
        "terminalOrFirm": "Terminal or firm {name}: {area}.",
        "streetOrVillage": "Street or village {name} in that port: {area}.",
        "partOfPort": "The words {name} name a part of the port: {area}.",
        "portWords": "The words {name} name a port: {area}.",
        "portAndTown": "The port and the municipality {town}: {area}.",
        "port": "The report says that the place lies in that port: {area}.",
        "coordinates": "The coordinates, within an outline of our own ({metres} metres uncertain, {certainty}): {area}.",
        "coordinatesBothBanks": "The coordinates, too close to both banks (outlines {metres} metres uncertain, {certainty}): {area}.",
    },
    "place-territory": {
        "noPlace": "The report names no place.",
        "abroad": "The place lies abroad.",
        "severalDivisions": "The municipality belonged to two divisions in that period.",
        "municipality": "Municipality {town}: {office}.",
        "portArea": "{area}: {office}.",
        "notKnown": "Municipality and bank are not known.",
        "river": "{river} flows there between {between}: the territory is not decided.",
        "riverAbroad": "{river} is water of {between}, and the report names no country: the territory is not decided.",
    },
    "offence-places": {
        "noOffence": "The report names no offence.",
        "area": "Place {place} lies in: {area}.",
        "noPortPlace": "No place of the offence lies in a port.",
        "noKnownPlace": "No place of the offence is known.",
    },
    "core-without-tie": {
        **NOTHING_TO_TRY,
        "noTie": "The report says that there is no tie with port drugs: the offence falls outside.",
        "notThisCase": "No intrusion or possession without a tie.",
    },
    "core-handed-over": {
        **NOTHING_TO_TRY,
        "allHandedOver": "All suspects were handed over to the Immigration Office: it falls outside.",
        "notAllHandedOver": "Not all suspects were handed over to the Immigration Office.",
    },
    "core-in-port-area": {
        **NOTHING_TO_TRY,
        "portCrime": "Core offence in a port area ({area}): port crime.",
        "noListedArea": "The offence does not lie in one of the port areas.",
    },
    "core-declared-tie": {
        **NOTHING_TO_TRY,
        "declared": "The report declares the tie: it counts as a supporting offence.",
        "notDeclared": "The report declares no tie.",
    },
    "core-place-known": {
        **NOTHING_TO_TRY,
        "outside": "The place is known and does not lie in a port area: the offence falls outside.",
        "noKnownPlace": "No place of the offence is known: unclear.",
    },
    "neither-list": {
        **NOTHING_TO_TRY,
        "offenceMissing": "The report does not say which offence it is.",
        "onAList": "The offence is on the list of supporting offences, or counts as one.",
        "declared": "On no list, but the tie is declared: it counts as a supporting offence.",
        "onNoList": "On neither list: the offence falls outside, wherever it lies.",
    },
    "supporting-without-tie": {
        **NOTHING_TO_TRY,
        "noTie": "The report says that there is no tie: the offence falls outside.",
        "tiePossible": "The report does not rule out a tie.",
    },
    "supporting-declared": {
        **NOTHING_TO_TRY,
        "declared": "The report declares the tie: the offence goes along.",
        "notDeclared": "The report declares no tie.",
    },
    "supporting-beside-port-crime": {
        **NOTHING_TO_TRY,
        "noPortCrime": "There is no port crime in this file.",
        "besidePortCrime": "In one file with offence {number} ({offence}): it goes along.",
    },
    "supporting-related-file": {
        **NOTHING_TO_TRY,
        "noRelatedPortCrime": "The file is related to no known port-crime file.",
        "related": "Related to {file}, a port-crime file: it goes along.",
    },
    "supporting-follows-outside": {
        **NOTHING_TO_TRY,
        "tieMentioned": "The report mentions a tie: the offence does not simply follow.",
        "nothingToFollow": "There is no other offence that falls outside and that it can follow.",
        "followsOutside": "Nothing about a tie: it follows offence {number} ({offence}), which falls outside.",
    },
    "supporting-supposed-tie": {
        **NOTHING_TO_TRY,
        "supposed": "The tie is supposed, but place {place} lies in a port area ({area}): it goes along.",
        "silent": "The tie is not mentioned, but place {place} lies in a port area ({area}): it goes along.",
        "noTieKnown": "No declared tie and no place in a port area: unclear.",
    },
    "file-scope": {
        "noOffence": "No offence at all: the file is unclear.",
        "portCrime": "One offence of port crime is enough for the file.",
        "supporting": "An offence supports port crime and goes along.",
        "unclear": "For one offence the tie or the place is not clear.",
        "outside": "All offences fall outside port crime.",
    },
    "file-place": {
        "area": "Port area ({area}) and place of the file ({place}) follow from offence {number} ({offence}).",
        "noKnownPlace": "No place of an offence is known.",
        "noPortArea": "No port area; the place of the file is {place}.",
    },
    "minor-at-the-facts": {
        "scopeUnclear": "The file is unclear.",
        "noSuspect": "There is no suspect.",
        "legalPerson": "A legal person is not a minor.",
        "adultByBirthDate": "Of age at the time of the facts, by the date of birth.",
        "adultByAge": "Of age at the time of the facts, by the age.",
        "adultByFlag": "Of age at the time of the facts, as the report says.",
        "minorByBirthDate": "A minor at the time of the facts, by the date of birth.",
        "minorByAge": "A minor at the time of the facts, by the age.",
        "minorByFlag": "A minor at the time of the facts, as the report says.",
        "bothTracks": "A minor for one fact, not certain for another: the suspect stands on both tracks.",
        "ageUnknown": "The age is not established against majority: the suspect stays on the ordinary track.",
    },
    "ground-place-of-offence": {
        "noGround": "Of no place of an offence is the arrondissement known.",
        **GROUND,
    },
    "ground-scheldt": {
        "noGround": "No import, transit or export of drugs in the Antwerp port.",
        **GROUND,
    },
    "ground-continuing": {
        "noGround": "No continuing offence that ran through another arrondissement.",
        **GROUND,
    },
    "ground-residence": {
        "noGround": "Of no suspect of the ordinary track is a residence in Belgium known.",
        "factsAbroad": "All offences lie abroad: article 24 CCP counts.",
        **GROUND,
    },
    "ground-seat": {
        "noGround": "Of no suspected legal person is a registered seat in Belgium known.",
        "factsAbroad": "All offences lie abroad: article 24 CCP counts.",
        **GROUND,
    },
    "ground-found": {
        "noGround": "Of no suspect of the ordinary track is the place known where he was found.",
        "factsAbroad": "All offences lie abroad: article 24 CCP counts.",
        **GROUND,
    },
    "ground-facts-abroad": {
        "noGround": "No offence abroad with a suspect who was found, has his seat or was last known to live in Belgium.",
        "foreign": "The place of the file lies abroad, and of no suspect is a place in Belgium known.",
        **GROUND,
    },
    "ground-connexity": {
        "scopeUnclear": "The file is unclear: there is no track yet.",
        "nothingToConnect": "No offence and no file for which connexity still adds anything.",
        "limbNotTold": "Connexity with {anchor} may make {court} competent, but the report does not say by which limb of article 227 CCP.",
        "connected": "Connexity with {anchor} ({limb}): a statutory ground for {courts}.",
        "limbOfFileNotTold": "There is a link with {anchor}, but nobody said which limb of article 227 CCP connects them.",
        "connectedFile": "Connexity with {anchor} ({limb}): a statutory ground for {court}.",
        "connectedFileCourtNotKnown": "Connexity with {anchor} ({limb}), but the court of that file is not known here.",
    },
    "ground-indivisibility": {
        "scopeUnclear": "The file is unclear: there is no track yet.",
        "noSeveralPerpetrators": "No offence of several perpetrators for which this still adds anything.",
        "severalPerpetrators": "Several perpetrators of {anchor}: the court competent for one of them is competent for all: {courts}.",
        "sameFacts": "The same facts as in {anchor}: a statutory ground for {court}.",
        "sameFactsCourtNotKnown": "The same facts as in {anchor}, but the court of that file is not known here.",
        "indivisibleFile": "Indivisible from {anchor}, as was said when they were linked: a statutory ground for {court}.",
        "indivisibleFileCourtNotKnown": (
            "Indivisible from {anchor}, as was said when they were linked, but the court of that file is not known here."
        ),
    },
    "territory-of-the-place": {
        "scopeUnclear": "The file is unclear: there is no track yet.",
        "abroad": "Place {place} lies abroad: {office}, no court.",
        "division": "Place {place}: {office}, {court}.",
        "placeNotKnown": "The territory of the place of the file is not known.",
    },
    "policy-port-office": {
        "notTaken": "The policy “{policy}” ({wording}) leaves this file with its territory.",
        "taken": "The policy “{policy}” ({wording}) assigns this file to: {office}.",
    },
    "policy-court": {
        "courtOfThePlace": "Under the policy the court stays that of the place.",
        "noGround": "No statutory ground for the {arrondissement} is recorded: the court stays that of the place.",
        "exclusive": "{court}: under the policy, with or without a statutory ground for the {arrondissement}.",
        "onGround": "{court}: there is a statutory ground for the {arrondissement}.",
    },
    "social-law": {
        "notOnly": "The file is not only about social-law offences.",
        "abroad": "Only social-law offences, but the place lies abroad.",
        "circuitNotKnown": "For the labour auditor, but the circuit of the place is not known.",
        "onlySocialLaw": "Only social-law offences: {office}.",
    },
    "customs-smuggling": {
        "notOnly": "The file is not only about smuggling.",
        "abroad": "Only smuggling, but the place lies abroad.",
        "onlyCustoms": "Only smuggling: {office}.",
    },
    "murder-assize": {
        "noMurder": "There is no completed murder.",
        "murderApart": "There is a murder, but it does not go along and the file does not fall outside.",
        "provinceNotKnown": "A murder: court of assize, but the province is not known or lies abroad.",
        "murder": "A murder: {court}.",
    },
    "lead-authority": {
        "noLead": "The report names no other authority that leads the file.",
        "circuitNotKnown": "The circuit of the place is not known.",
        "lead": "Leading authority: {office}.",
    },
    "magistrate": {
        "noMagistrate": "There is no magistrate among the suspects.",
        "scopeUnclear": "There is a magistrate, but the file is unclear: there is no track yet.",
        "circuitNotKnown": "There is a magistrate, but the circuit of the place is not known.",
        "magistrate": "For the whole ordinary track: {office} and {court}.",
    },
    "youth-court-of-residence": {
        "noMinor": "There is no suspect who was a minor for certain.",
        "abroad": "The minor lives abroad, and the place of the file lies abroad.",
        "placeOfFile": "The minor lives abroad: the division of the place of the file, {court}.",
        "placeNotKnown": "The minor lives abroad and the division of the place is not known.",
        "residence": "The minor lives in {town}: {court}.",
        "residenceUnknown": "The municipality of residence in Belgium is not known.",
    },
    "division-of-matters": {
        "noAllocation": "No allocation of matters known for these offences and this court.",
        "keptByDivision": "Allocation of matters ({allocation}): the {court} deals with this matter.",
    },
    "order-of-the-report": {
        "placesOfTheOffence": "Of the places of this offence the first in the order of the report counts: {place}.",
        "placeOfTheFile": "Of the places that could carry the file the first in the order of the report counts: {place}.",
        "placeOfTheMurder": "The murders do not lie in one province: the first in the order of the report counts, {court}.",
        "noOrder": "The order of the report decided nothing.",
    },
    "public-order": {
        "noCourt": "No court is designated yet.",
        "grounds": "{court} rests on statutory grounds: {grounds}.",
        "policyAlone": "{court} rests on policy alone: no statutory ground is recorded.",
    },
}

WARNINGS = {
    "receivedOnMissing": "The day of receipt is not reported: the day of entry counts. Fill it in.",
    "receivedOnPartial": "The day of receipt is known in part only: {day} counts. Fill in the exact day.",
    "quayUnreadable": "Quay “{text}” is no quay number; fill in the number.",
    "quayNotInGazetteer": "Quay {quay} is not in the list of places; the bank follows from the number alone. Check the quay.",
    "coordinatesContradict": "The coordinates lie elsewhere ({near}); the other data take precedence.",
    "coordinatesUndecided": (
        "The coordinates do not decide: within the uncertainty of our outline ({metres} metres, {certainty}) they lie in or beside {near}. "
        "Fill in quay, dock or terminal."
    ),
    "riverPlace": "Place {place} lies on {river}, between {between}: fill in quay, municipality, coordinates or country.",
    "riverAbroadPlace": (
        "Place {place} lies on {river}, water of {between}: fill in the country, or the municipality where it lies in Belgium after all."
    ),
    "nameOfOtherPort": "{name} lies in another port than the report says and does not count.",
    "placeContradiction": "The report contradicts itself about the place: {telling} takes precedence over {other}.",
    "countryContradictsPort": "The country {country} does not fit {area}; for office and court the country counts.",
    "unknownNisCode": "NIS code {text} is not in the list of municipalities; check the code.",
    "unknownMunicipality": "The municipality “{text}” is not in the list of Belgian municipalities; check name, code and country.",
    "seisedOnTooWide": "The day of seising is too wide: the municipality changed division in that time.",
    "municipalityContradiction": (
        "NIS code, municipality and part of municipality do not name the same municipality; the code takes precedence."
    ),
    "municipalityDoesNotFit": "The municipality {town} does not fit {area}; for office and court the port area counts.",
    "districtUnverified": "The division of {town} on that day is not verified.",
    "placeNotInFile": "Offence {number} ({offence}) refers to place {place}, which is not there.",
    "arrestPlaceCounts": "For offence {number} ({offence}) no other place is known: the place of the arrest counts.",
    "placeMissing": "No place of offence {number} ({offence}) is known: fill in port, quay, municipality or country.",
    "offenceMissing": "Offence {number} is not named; choose the offence.",
    "offencesMissing": "The report names no offence; fill in the offences.",
    "filePlaceMissing": "No place of an offence is known: fill in port, quay, dock, municipality or country.",
    "bankUnknown": "The bank of the Antwerp port is not known: fill in quay, dock, terminal or municipality.",
    "relatedCaseUnknown": "The related file {file} is not known here and does not bind; check the number.",
    "tieNotDeclared": "The tie of offence {number} ({offence}) with port drugs {tie}: confirm or deny the tie.",
    "tieMissing": (
        "The report does not say whether offence {number} ({offence}) has a tie with port drugs: fill in the tie or a port place."
    ),
    "ageContradiction": "Date of birth, age and the mention of minority of {person} contradict each other; the first that tells counts.",
    "ageUnknown": "The age of {person} at the time of the facts is not certain: fill in the date of birth or the day of the facts.",
    "magistrateSplit": "There is a magistrate among the suspects (privilege of jurisdiction): consider splitting the file.",
    "magistrateCircuitMissing": "Which prosecutor-general is competent cannot be told: fill in the place of the facts in Belgium.",
    "youthPlaceMissing": "Minor {person} lives abroad: fill in the place of the facts; the youth court follows it.",
    "residenceDoubtful": "NIS code and municipality of the residence of {person} do not name one Belgian municipality; check them.",
    "residenceMissing": "The residence of minor {person} is not known: fill in municipality and country; the youth court follows it.",
    "severalAssizeCourts": (
        "The murders do not lie in one province: the court of assize of the first is taken; consider splitting the file."
    ),
    "assizeProvinceMissing": "Which court of assize is competent cannot be told: fill in the place of the murder in Belgium.",
    "leadCircuitMissing": (
        "Which prosecution office of the leading authority is competent follows from the place, which is not known: fill in the place."
    ),
    "divisionOfMatters": (
        "Allocation of matters ({allocation}): the {court} deals with this matter. "
        "The register keeps the division of the territory; check the allocation of matters."
    ),
    "rulesInConflict": "Two rules contradict each other (“{first}” and “{second}”); a person decides.",
    "decreeDayAssumed": (
        "The day of the ministerial decree of 2018 is not known; 1 July 2018 is assumed. Check which office was competent then."
    ),
    "policyAlone": "{chosen} rests on policy alone: no statutory ground is recorded, and competence is a matter of public order.",
    "officePolicyAlone": "{chosen} acts under the policy alone: no statutory ground for its arrondissement is recorded.",
    "abroadNoCourt": "The place of the file lies abroad: no court.",
    "openAnswerRestsOn": "The answer stays open and rests on these facts: {paths}.",
    "territoryMissing": "For the ordinary track {missing} not known: fill in the municipality, the quay or the bank of the place.",
}

GROUNDS = {
    "place-of-offence": "place of the offence",
    "scheldt": "passage over the Scheldt",
    "continuing": "passage of a continuing offence",
    "residence": "residence of a suspect",
    "seat": "registered seat of a suspected legal person",
    "found": "place where a suspect was found",
    "facts-abroad": "facts abroad",
    "connexity": "connexity with {anchor} ({limb})",
    "indivisibility": "indivisibility of {anchor}",
    "social-law": "social-law offence",
    "customs-smuggling": "customs offence",
    "murder-assize": "crime for the court of assize",
    "lead-authority": "leading authority",
    "magistrate": "privilege of jurisdiction",
    "youth-court-of-residence": "youth court of the residence, or failing that of the place",
    "division-of-matters": "allocation of matters: {allocation}",
}

BEATEN = {
    "placeOfFile": "Article 23 CCP puts none of these courts first; the register follows the place of the file.",
    "placeNotKnown": "The territory of the place of the file is not known; a magistrate decides.",
    "officeByPolicy": "The policy followed takes the file to another prosecution office.",
    "courtByPolicy": "The policy followed takes the file to another court.",
    "socialLaw": "For social-law offences alone the labour auditor acts.",
    "customs": "For smuggling alone customs act.",
    "murder": "A completed murder goes to the court of assize.",
    "lead": "Another authority leads the file.",
    "magistrate": "A magistrate among the suspects has privilege of jurisdiction.",
    "keepsTerritory": "An allocation moves within one court; the register keeps the division of the territory.",
    "person": "A magistrate chose otherwise.",
    "youthResidence": "The youth court follows the residence of the minor.",
    "minor": "A minor comes before the youth court, not before a court for adults.",
}

TELLINGS = {
    "quay": "quay {name} ({area})",
    "quayInDock": "quay {name} ({area})",
    "quayDockOpen": "quay {name} ({area})",
    "dockOrLock": "dock or lock {name} ({area})",
    "terminalOrFirm": "terminal or firm {name} ({area})",
    "streetOrVillage": "street or village {name} ({area})",
    "partOfPort": "the mention of {name} ({area})",
    "portWords": "the mention of {name} ({area})",
    "portAndTown": "the port with the municipality {town} ({area})",
    "port": "the port that the report names ({area})",
    "coordinates": "the point of the coordinates ({area})",
    "coordinatesBothBanks": "the point of the coordinates ({area})",
}

WORDS = {
    "supposed": "is supposed",
    "silent": "is not mentioned",
    "officeAndCourt": "the office and the court are",
    "court": "the court is",
    "NL": "the Netherlands",
    "1": "article 227, 1° CCP: at the same time, by several persons together",
    "2a": "article 227, 2° CCP: by prior concert",
    "2b": "article 227, 2° CCP: to procure the means for the other, to make it easier, to complete it or to secure its impunity",
    "3": "article 227, 3° CCP: good administration of justice asks for one trial",
    "connexity": "connexity",
    "indivisibility": "indivisibility",
    "division-of-matters": "allocation of matters",
    "outsideEveryOutline": "outside the outline of every port area",
}

ANCHORS = {
    "offence": "offence {name}",
    "file": "file {name}",
}

FIELDS = {
    "receivedOn": "day of receipt",
    "seisedOn": "day of seising",
    "leadAuthority": "leading authority",
    "role": "role",
    "text": "description",
    "port": "port",
    "quay": "quay",
    "dock": "dock",
    "terminal": "terminal or firm",
    "municipality": "municipality",
    "nisCode": "NIS code",
    "subMunicipality": "part of municipality",
    "country": "country",
    "latitude": "coordinates",
    "longitude": "coordinates",
    "scope": "nature of the file",
    "portArea": "port area",
    "grounds": "recorded grounds",
    "offences": "offences",
    "places": "places",
    "persons": "suspects",
    "offence": "qualification",
    "attempt": "attempt",
    "committedFrom": "day of the facts",
    "committedUntil": "day of the facts",
    "place": "place of the offence",
    "portLink": "tie with port drugs",
    "kind": "kind of person",
    "birthDate": "date of birth",
    "age": "age",
    "minor": "minority",
    "foundAt": "place of finding",
    "capacity": "capacity",
    "handedOverTo": "handing over",
    "ground": "reason of relation",
    "limb": "limb of connexity",
    "caseNumber": "related file",
    "residence": "residence",
    "registeredSeat": "seat",
}

ANSWER = {
    "aboutPlace": "place {row}",
    "aboutOffence": "offence {row}",
    "aboutPerson": "suspect {row}",
    "noTrackShort": "No prosecution office is designated yet: a magistrate decides.",
    "responsible": "Responsible: {offices}.",
    "partlyOpen": "For a part of the file a magistrate still has to designate the prosecution office.",
    "policy": "Policy followed: {policy}.",
    "noTrack": "There is no track yet: a magistrate decides and states the reasons.",
    "offence": "{offence}: {reason}",
    "anOffence": "offence",
    "ground": "Statutory ground ({seat}): {ground} ({article}; {confidence}).",
    "noGround": "No statutory ground is recorded.",
    "track": "{track} ({persons}): {office}; {court}.",
    "oneSuspect": "suspect {persons}",
    "suspects": "suspects {persons}",
    "noSuspect": "no suspect entered",
    "officeOpen": "prosecution office still to be designated",
    "courtOpen": "court still to be designated",
    "noCourt": "no court",
    "step": "{question}{about} {outcome}. {reason} ({citations})",
    "citedPlace": "List of places: {name}",
    "citedDistrict": "{town}: {arrondissement}",
    "inForceFrom": ", in force from {day}",
    "inForceUntil": ", until {day} (not included)",
}

WORDING = Wording(
    unknown="not known",
    and_=" and ",
    or_=" or ",
    reasons=REASONS,
    warnings=WARNINGS,
    grounds=GROUNDS,
    beaten=BEATEN,
    anchors=ANCHORS,
    tellings=TELLINGS,
    words=WORDS,
    fields=FIELDS,
    scopes={
        "portCrime": "The file is port crime.",
        "supporting": "The file supports port crime and goes along.",
        "outside": "The file falls outside port crime.",
        "unclear": "It is not clear whether the file is port crime.",
    },
    tracks={"ordinary": "Ordinary track", "youth": "Youth track"},
    outcomes={"met": "yes", "notMet": "no", "cannotTell": "cannot be told", "overridden": "yes, but another rule takes precedence"},
    confidences={"sure": "sure", "likely": "likely", "unverified": "not verified"},
    answer=ANSWER,
)
