"""French."""

from routing.wording.wording import Wording

NOTHING_TO_TRY = {"nothingToTry": "Aucune infraction sur laquelle cette règle doive encore se prononcer."}

GROUND = {
    "scopeUnclear": "Le dossier n'est pas clair : il n'y a pas encore de voie.",
    "ground": "Un fondement légal pour : {courts}.",
}

REASONS = {
    "place-port-area": {
        "noPlace": "Le rapport ne cite aucun lieu.",
        "noPortPlace": "Rien dans le rapport ne fait de ce lieu un lieu portuaire.",
        "quay": "Quai {quay} : {area}.",
        "quayInDock": "Quai {quay} ({dock}) : {area}.",
        "quayDockOpen": "Quai {quay} (bassin incertain : {docks}) : {area}.",
        "dockOrLock": "Bassin ou écluse {name} : {area}.",
        "terminalOrFirm": "Terminal ou entreprise {name} : {area}.",
        "streetOrVillage": "Rue ou village {name} dans ce port : {area}.",
        "partOfPort": "Les mots {name} désignent une partie du port : {area}.",
        "portWords": "Les mots {name} désignent un port : {area}.",
        "portAndTown": "Le port et la commune ({town}) : {area}.",
        "port": "Le rapport dit que le lieu se trouve dans ce port : {area}.",
        "coordinates": "Les coordonnées, dans un contour propre au registre (incertitude de {metres} mètres, {certainty}) : {area}.",
        "coordinatesBothBanks": (
            "Les coordonnées, trop proches des deux rives (contours incertains à {metres} mètres près, {certainty}) : {area}."
        ),
    },
    "place-territory": {
        "noPlace": "Le rapport ne cite aucun lieu.",
        "abroad": "Le lieu se trouve à l'étranger.",
        "severalDivisions": "La commune relevait de deux divisions durant cette période.",
        "municipality": "Commune ({town}) : {office}.",
        "portArea": "{area} : {office}.",
        "notKnown": "La commune et la rive ne sont pas connues.",
        "river": "{river} y coule entre {between} : le ressort n'est pas décidé.",
        "riverAbroad": "{river} : eaux de {between}, et le rapport ne cite aucun pays ; le ressort n'est pas décidé.",
    },
    "offence-places": {
        "noOffence": "Le rapport ne cite aucune infraction.",
        "area": "Le lieu {place} se trouve dans la zone suivante : {area}.",
        "noPortPlace": "Aucun lieu de l'infraction ne se trouve dans un port.",
        "noKnownPlace": "Aucun lieu de l'infraction n'est connu.",
    },
    "core-without-tie": {
        **NOTHING_TO_TRY,
        "noTie": "Le rapport dit qu'il n'y a pas de lien avec la drogue dans le port : l'infraction n'en relève pas.",
        "notThisCase": "Ni intrusion ni détention sans lien.",
    },
    "core-handed-over": {
        **NOTHING_TO_TRY,
        "allHandedOver": "Tous les suspects ont été remis à l'Office des étrangers : l'infraction n'en relève pas.",
        "notAllHandedOver": "Les suspects n'ont pas tous été remis à l'Office des étrangers.",
    },
    "core-in-port-area": {
        **NOTHING_TO_TRY,
        "portCrime": "Infraction principale dans une zone portuaire ({area}) : criminalité portuaire.",
        "noListedArea": "L'infraction ne se situe pas dans une des zones portuaires.",
    },
    "core-declared-tie": {
        **NOTHING_TO_TRY,
        "declared": "Le rapport déclare le lien : elle compte comme infraction d'appui.",
        "notDeclared": "Le rapport ne déclare pas de lien.",
    },
    "core-place-known": {
        **NOTHING_TO_TRY,
        "outside": "Le lieu est connu et ne se trouve pas dans une zone portuaire : l'infraction n'en relève pas.",
        "noKnownPlace": "Aucun lieu de l'infraction n'est connu : pas clair.",
    },
    "neither-list": {
        **NOTHING_TO_TRY,
        "offenceMissing": "Le rapport ne qualifie pas l'infraction.",
        "onAList": "L'infraction figure sur la liste des infractions d'appui, ou compte comme telle.",
        "declared": "Sur aucune liste, mais le lien est déclaré : elle compte comme infraction d'appui.",
        "onNoList": "Sur aucune des deux listes : l'infraction n'en relève pas, où qu'elle se situe.",
    },
    "supporting-without-tie": {
        **NOTHING_TO_TRY,
        "noTie": "Le rapport dit qu'il n'y a pas de lien : l'infraction n'en relève pas.",
        "tiePossible": "Le rapport n'exclut pas un lien.",
    },
    "supporting-declared": {
        **NOTHING_TO_TRY,
        "declared": "Le rapport déclare le lien : l'infraction suit.",
        "notDeclared": "Le rapport ne déclare pas de lien.",
    },
    "supporting-beside-port-crime": {
        **NOTHING_TO_TRY,
        "noPortCrime": "Il n'y a pas de criminalité portuaire dans ce dossier.",
        "besidePortCrime": "Dans le même dossier que l'infraction {number} ({offence}) : elle suit.",
    },
    "supporting-related-file": {
        **NOTHING_TO_TRY,
        "noRelatedPortCrime": "Le dossier n'est connexe à aucun dossier connu de criminalité portuaire.",
        "related": "Connexe à {file}, un dossier de criminalité portuaire : l'infraction suit.",
    },
    "supporting-follows-outside": {
        **NOTHING_TO_TRY,
        "tieMentioned": "Le rapport mentionne un lien : l'infraction ne suit pas sans plus.",
        "nothingToFollow": "Aucune autre infraction qui n'en relève pas et qu'elle puisse suivre.",
        "followsOutside": "Rien sur un lien : elle suit l'infraction {number} ({offence}), qui n'en relève pas.",
    },
    "supporting-supposed-tie": {
        **NOTHING_TO_TRY,
        "supposed": "Le lien est présumé, mais le lieu {place} se trouve dans une zone portuaire ({area}) : l'infraction suit.",
        "silent": "Le lien n'est pas mentionné, mais le lieu {place} se trouve dans une zone portuaire ({area}) : l'infraction suit.",
        "noTieKnown": "Ni lien déclaré ni lieu dans une zone portuaire : pas clair.",
    },
    "file-scope": {
        "noOffence": "Aucune infraction : le dossier n'est pas clair.",
        "portCrime": "Une seule infraction de criminalité portuaire suffit pour tout le dossier.",
        "supporting": "Une infraction est un appui à la criminalité portuaire et suit.",
        "unclear": "Pour une infraction, le lien ou le lieu n'est pas clair.",
        "outside": "Aucune infraction ne relève de la criminalité portuaire.",
    },
    "file-place": {
        "area": "La zone portuaire ({area}) et le lieu du dossier ({place}) découlent de l'infraction {number} ({offence}).",
        "noKnownPlace": "Aucun lieu d'une infraction n'est connu.",
        "noPortArea": "Aucune zone portuaire ; le lieu du dossier est {place}.",
    },
    "minor-at-the-facts": {
        "scopeUnclear": "Le dossier n'est pas clair.",
        "noSuspect": "Il n'y a pas de suspect.",
        "legalPerson": "Une personne morale n'est pas mineure.",
        "adultByBirthDate": "Majeur au moment des faits, d'après la date de naissance.",
        "adultByAge": "Majeur au moment des faits, d'après l'âge.",
        "adultByFlag": "Majeur au moment des faits, d'après la mention du rapport.",
        "minorByBirthDate": "Mineur au moment des faits, d'après la date de naissance.",
        "minorByAge": "Mineur au moment des faits, d'après l'âge.",
        "minorByFlag": "Mineur au moment des faits, d'après la mention du rapport.",
        "bothTracks": "Mineur pour un fait, incertain pour un autre : le suspect figure dans les deux voies.",
        "ageUnknown": "L'âge n'est pas établi par rapport à la majorité : le suspect reste dans la voie ordinaire.",
    },
    "ground-place-of-offence": {
        "noGround": "D'aucun lieu d'une infraction l'arrondissement n'est connu.",
        **GROUND,
    },
    "ground-scheldt": {
        "noGround": "Ni importation, ni transit, ni exportation de drogue dans le port d'Anvers.",
        **GROUND,
    },
    "ground-continuing": {
        "noGround": "Aucune infraction continue n'est passée par un autre arrondissement encore.",
        **GROUND,
    },
    "ground-residence": {
        "noGround": "D'aucun suspect de la voie ordinaire une résidence en Belgique n'est connue.",
        "factsAbroad": "Toutes les infractions se situent à l'étranger : l'article 24 C.i.cr. compte.",
        **GROUND,
    },
    "ground-seat": {
        "noGround": "D'aucune personne morale suspecte un siège social en Belgique n'est connu.",
        "factsAbroad": "Toutes les infractions se situent à l'étranger : l'article 24 C.i.cr. compte.",
        **GROUND,
    },
    "ground-found": {
        "noGround": "D'aucun suspect de la voie ordinaire le lieu où il a été trouvé n'est connu.",
        "factsAbroad": "Toutes les infractions se situent à l'étranger : l'article 24 C.i.cr. compte.",
        **GROUND,
    },
    "ground-facts-abroad": {
        "noGround": "Aucune infraction à l'étranger dont un suspect ait été trouvé, ait son siège ou sa dernière résidence en Belgique.",
        "foreign": "Le lieu du dossier se trouve à l'étranger, et d'aucun suspect un lieu en Belgique n'est connu.",
        **GROUND,
    },
    "ground-connexity": {
        "scopeUnclear": "Le dossier n'est pas clair : il n'y a pas encore de voie.",
        "nothingToConnect": "Aucune infraction ni aucun dossier pour lequel la connexité ajoute encore quelque chose.",
        "limbNotTold": "La connexité avec {anchor} peut désigner {court}, mais le rapport ne dit pas comment (article 227 C.i.cr.).",
        "connected": "Connexité avec {anchor} ({limb}) : un fondement légal pour {courts}.",
        "limbOfFileNotTold": "Il y a un lien avec {anchor}, mais rien ne dit quel cas de l'article 227 C.i.cr. fonde la connexité.",
        "connectedFile": "Connexité avec {anchor} ({limb}) : un fondement légal pour {court}.",
        "connectedFileCourtNotKnown": "Connexité avec {anchor} ({limb}), mais le tribunal de ce dossier n'est pas connu ici.",
    },
    "ground-indivisibility": {
        "scopeUnclear": "Le dossier n'est pas clair : il n'y a pas encore de voie.",
        "noSeveralPerpetrators": "Aucune infraction de plusieurs auteurs pour laquelle ceci ajoute encore quelque chose.",
        "severalPerpetrators": "Plusieurs auteurs de {anchor} : le tribunal compétent pour l'un l'est pour tous : {courts}.",
        "sameFacts": "Les mêmes faits que dans {anchor} : un fondement légal pour {court}.",
        "sameFactsCourtNotKnown": "Les mêmes faits que dans {anchor}, mais le tribunal de ce dossier n'est pas connu ici.",
        "indivisibleFile": "Indivisible de {anchor}, comme il a été dit lors du lien : un fondement légal pour {court}.",
        "indivisibleFileCourtNotKnown": (
            "Indivisible de {anchor}, comme il a été dit lors du lien, mais le tribunal de ce dossier n'est pas connu ici."
        ),
    },
    "territory-of-the-place": {
        "scopeUnclear": "Le dossier n'est pas clair : il n'y a pas encore de voie.",
        "abroad": "Le lieu {place} se trouve à l'étranger : {office}, pas de tribunal.",
        "division": "Lieu {place} : {office}, {court}.",
        "placeNotKnown": "Le ressort du lieu du dossier n'est pas connu.",
    },
    "policy-port-office": {
        "notTaken": "La politique « {policy} » ({wording}) laisse ce dossier au ressort de son lieu.",
        "taken": "La politique « {policy} » ({wording}) confie ce dossier à : {office}.",
    },
    "policy-court": {
        "courtOfThePlace": "Selon la politique suivie, le tribunal reste celui du lieu.",
        "noGround": "Aucun fondement légal n'est acté pour l'{arrondissement} : le tribunal reste celui du lieu.",
        "exclusive": "{court} : selon la politique, avec ou sans fondement légal pour l'{arrondissement}.",
        "onGround": "{court} : il y a un fondement légal pour l'{arrondissement}.",
    },
    "social-law": {
        "notOnly": "Le dossier ne porte pas uniquement sur des infractions de droit pénal social.",
        "abroad": "Uniquement des infractions de droit pénal social, mais le lieu se trouve à l'étranger.",
        "circuitNotKnown": "Pour l'auditorat du travail, mais le ressort du lieu n'est pas connu.",
        "onlySocialLaw": "Uniquement des infractions de droit pénal social : {office}.",
    },
    "customs-smuggling": {
        "notOnly": "Le dossier ne porte pas uniquement sur de la contrebande.",
        "abroad": "Uniquement de la contrebande, mais le lieu se trouve à l'étranger.",
        "onlyCustoms": "Uniquement de la contrebande : {office}.",
    },
    "murder-assize": {
        "noMurder": "Il n'y a pas d'assassinat ni de meurtre consommé.",
        "murderApart": "Il y a un assassinat ou un meurtre, mais il ne suit pas et le dossier relève de la criminalité portuaire.",
        "provinceNotKnown": "Un assassinat ou un meurtre : cour d'assises, mais la province n'est pas connue ou le lieu est à l'étranger.",
        "murder": "Un assassinat ou un meurtre : {court}.",
    },
    "lead-authority": {
        "noLead": "Le rapport ne cite aucune autre autorité qui dirige le dossier.",
        "circuitNotKnown": "Le ressort du lieu n'est pas connu.",
        "lead": "Autorité qui dirige : {office}.",
    },
    "magistrate": {
        "noMagistrate": "Il n'y a pas de magistrat parmi les suspects.",
        "scopeUnclear": "Il y a un magistrat, mais le dossier n'est pas clair : il n'y a pas encore de voie.",
        "circuitNotKnown": "Il y a un magistrat, mais le ressort du lieu n'est pas connu.",
        "magistrate": "Pour toute la voie ordinaire : {office} et {court}.",
    },
    "youth-court-of-residence": {
        "noMinor": "Aucun suspect n'était avec certitude mineur.",
        "abroad": "Le mineur réside à l'étranger, et le lieu du dossier se trouve à l'étranger.",
        "placeOfFile": "Le mineur réside à l'étranger : la division du lieu du dossier, {court}.",
        "placeNotKnown": "Le mineur réside à l'étranger et la division du lieu n'est pas connue.",
        "residence": "Résidence du mineur ({town}) : {court}.",
        "residenceUnknown": "La commune de résidence en Belgique n'est pas connue.",
    },
    "division-of-matters": {
        "noAllocation": "Aucune répartition des affaires connue pour ces infractions et ce tribunal.",
        "keptByDivision": "Répartition des affaires ({allocation}) : cette matière est réservée ({court}).",
    },
    "order-of-the-report": {
        "placesOfTheOffence": "Des lieux de cette infraction compte le premier dans l'ordre du rapport : {place}.",
        "placeOfTheFile": "Des lieux qui pouvaient porter le dossier compte le premier dans l'ordre du rapport : {place}.",
        "placeOfTheMurder": "Les meurtres ne sont pas dans une seule province : le premier dans l'ordre du rapport compte, {court}.",
        "noOrder": "L'ordre du rapport n'a rien décidé.",
    },
    "public-order": {
        "noCourt": "Aucun tribunal n'est encore désigné.",
        "grounds": "{court} : repose sur des fondements légaux, {grounds}.",
        "policyAlone": "{court} : repose sur la seule politique, aucun fondement légal n'est acté.",
    },
}

WARNINGS = {
    "receivedOnMissing": "Le jour de réception n'est pas communiqué : le jour d'inscription compte. Complétez-le.",
    "receivedOnPartial": "Le jour de réception n'est connu qu'en partie : le {day} compte. Indiquez le jour exact.",
    "quayUnreadable": "Quai « {text} » n'est pas un numéro de quai ; indiquez le numéro.",
    "quayNotInGazetteer": "Le quai {quay} n'est pas dans la liste des lieux ; la rive découle du seul numéro. Vérifiez le quai.",
    "coordinatesContradict": "Les coordonnées se situent ailleurs ({near}) ; les autres données l'emportent.",
    "coordinatesUndecided": (
        "Les coordonnées ne tranchent pas : dans l'incertitude de notre contour ({metres} mètres, {certainty}), "
        "elles sont dans ou près de : {near}. "
        "Indiquez quai, bassin ou terminal."
    ),
    "riverPlace": "Le lieu {place} se trouve sur {river}, entre {between} : indiquez quai, commune, coordonnées ou pays.",
    "riverAbroadPlace": (
        "Le lieu {place} se trouve sur {river}, eaux de {between} : indiquez le pays, ou la commune si elle est en Belgique."
    ),
    "nameOfOtherPort": "{name} se trouve dans un autre port que celui du rapport et ne compte pas.",
    "placeContradiction": "Le rapport se contredit sur le lieu : {telling} l'emporte sur {other}.",
    "countryContradictsPort": "Le pays {country} ne correspond pas à la zone « {area} » ; pour le parquet et le tribunal, le pays compte.",
    "unknownNisCode": "Le code INS {text} n'existe pas dans la liste des communes ; vérifiez le code.",
    "unknownMunicipality": "La commune « {text} » n'est pas dans la liste des communes belges ; vérifiez nom, code et pays.",
    "seisedOnTooWide": "Le jour de la saisine est trop large : la commune a changé de division entre-temps.",
    "municipalityContradiction": "Le code INS, la commune et la section ne désignent pas la même commune ; le code l'emporte.",
    "municipalityDoesNotFit": (
        "La commune ({town}) ne correspond pas à la zone « {area} » ; pour le parquet et le tribunal, la zone portuaire compte."
    ),
    "districtUnverified": "La division dont relève la commune ({town}) n'a pas été vérifiée pour ce jour.",
    "placeNotInFile": "L'infraction {number} ({offence}) renvoie au lieu {place}, qui n'y figure pas.",
    "arrestPlaceCounts": "Pour l'infraction {number} ({offence}), aucun autre lieu n'est connu : le lieu de l'arrestation compte.",
    "placeMissing": "Aucun lieu de l'infraction {number} ({offence}) n'est connu : indiquez port, quai, commune ou pays.",
    "offenceMissing": "L'infraction {number} n'est pas qualifiée ; choisissez l'infraction.",
    "offencesMissing": "Le rapport ne cite aucune infraction ; indiquez les infractions.",
    "filePlaceMissing": "Aucun lieu d'une infraction n'est connu : indiquez port, quai, bassin, commune ou pays.",
    "bankUnknown": "La rive du port d'Anvers n'est pas connue : indiquez quai, bassin, terminal ou commune.",
    "relatedCaseUnknown": "Le dossier connexe {file} n'est pas connu ici et ne lie pas ; vérifiez le numéro.",
    "tieNotDeclared": "Le lien de l'infraction {number} ({offence}) avec la drogue dans le port {tie} : confirmez ou niez le lien.",
    "tieMissing": (
        "Le rapport ne dit pas si l'infraction {number} ({offence}) a un lien avec la drogue dans le port : "
        "indiquez le lien ou un lieu portuaire."
    ),
    "ageContradiction": (
        "La date de naissance, l'âge et la mention de minorité de {person} se contredisent ; la première donnée qui le dit l'emporte."
    ),
    "ageUnknown": "L'âge de {person} au moment des faits n'est pas certain : indiquez la date de naissance ou le jour des faits.",
    "magistrateSplit": "Il y a un magistrat parmi les suspects (privilège de juridiction) : envisagez de disjoindre le dossier.",
    "magistrateCircuitMissing": "Impossible de dire quel procureur général est compétent : indiquez le lieu des faits en Belgique.",
    "youthPlaceMissing": "Le mineur {person} réside à l'étranger : indiquez le lieu des faits ; le tribunal de la jeunesse en découle.",
    "residenceDoubtful": "Le code INS et la commune de la résidence de {person} ne désignent pas une seule commune belge ; vérifiez-les.",
    "residenceMissing": (
        "La résidence du mineur {person} n'est pas connue : indiquez commune et pays ; le tribunal de la jeunesse en découle."
    ),
    "severalAssizeCourts": (
        "Les assassinats ou meurtres ne se situent pas dans une seule province : la cour d'assises du premier est retenue ; "
        "envisagez de disjoindre."
    ),
    "assizeProvinceMissing": "Impossible de dire quelle cour d'assises est compétente : indiquez le lieu du fait en Belgique.",
    "leadCircuitMissing": (
        "Le parquet ou l'auditorat compétent de l'autorité qui dirige découle du lieu, et celui-ci n'est pas connu : indiquez le lieu."
    ),
    "divisionOfMatters": (
        "Répartition des affaires ({allocation}) : cette matière est réservée ({court}). "
        "Le registre garde la division du ressort ; vérifiez la répartition des affaires."
    ),
    "rulesInConflict": "Deux règles se contredisent (« {first} » et « {second} ») ; une personne décide.",
    "decreeDayAssumed": (
        "Le jour de l'arrêté ministériel de 2018 n'est pas connu ; le 1er juillet 2018 est présumé. "
        "Vérifiez quel parquet était alors compétent."
    ),
    "policyAlone": "{chosen} : repose sur la seule politique, aucun fondement légal n'est acté, et la compétence est d'ordre public.",
    "officePolicyAlone": "{chosen} : n'agit que selon la politique, aucun fondement légal n'est acté pour son arrondissement.",
    "abroadNoCourt": "Le lieu du dossier se trouve à l'étranger : pas de tribunal.",
    "openAnswerRestsOn": "La réponse reste ouverte et repose sur ces données : {paths}.",
    "territoryMissing": "Pour la voie ordinaire, {missing} : indiquez la commune, le quai ou la rive du lieu.",
}

GROUNDS = {
    "place-of-offence": "lieu de l'infraction",
    "scheldt": "passage par l'Escaut",
    "continuing": "passage d'une infraction continue",
    "residence": "résidence d'un suspect",
    "seat": "siège social d'une personne morale suspecte",
    "found": "lieu où un suspect a été trouvé",
    "facts-abroad": "faits commis à l'étranger",
    "connexity": "connexité avec {anchor} ({limb})",
    "indivisibility": "indivisibilité de {anchor}",
    "social-law": "infraction de droit pénal social",
    "customs-smuggling": "infraction douanière",
    "murder-assize": "crime pour la cour d'assises",
    "lead-authority": "autorité dirigeante",
    "magistrate": "privilège de juridiction",
    "youth-court-of-residence": "tribunal de la jeunesse de la résidence, ou à titre subsidiaire du lieu",
    "division-of-matters": "répartition des affaires : {allocation}",
}

BEATEN = {
    "placeOfFile": "L'article 23 C.i.cr. ne donne la priorité à aucun de ces tribunaux ; le registre suit le lieu du dossier.",
    "placeNotKnown": "Le ressort du lieu du dossier n'est pas connu ; un magistrat décide.",
    "officeByPolicy": "La politique suivie confie le dossier à un autre parquet.",
    "courtByPolicy": "La politique suivie confie le dossier à un autre tribunal.",
    "socialLaw": "Pour les seules infractions de droit pénal social agit l'auditorat du travail.",
    "customs": "Pour la seule contrebande agit la douane.",
    "murder": "Un meurtre consommé va à la cour d'assises.",
    "lead": "Une autre autorité dirige le dossier.",
    "magistrate": "Un magistrat parmi les suspects a un privilège de juridiction.",
    "keepsTerritory": "Une répartition déplace à l'intérieur d'un seul tribunal ; le registre garde la division du ressort.",
    "person": "Un magistrat a choisi autrement.",
    "youthResidence": "Le tribunal de la jeunesse suit la résidence du mineur.",
    "minor": "Un mineur comparaît devant le tribunal de la jeunesse, non devant une juridiction pour majeurs.",
}

TELLINGS = {
    "quay": "le quai {name} ({area})",
    "quayInDock": "le quai {name} ({area})",
    "quayDockOpen": "le quai {name} ({area})",
    "dockOrLock": "le bassin ou l'écluse {name} ({area})",
    "terminalOrFirm": "le terminal ou l'entreprise {name} ({area})",
    "streetOrVillage": "la rue ou le village {name} ({area})",
    "partOfPort": "la mention {name} ({area})",
    "portWords": "la mention {name} ({area})",
    "portAndTown": "le port avec la commune {town} ({area})",
    "port": "le port que cite le rapport ({area})",
    "coordinates": "le point des coordonnées ({area})",
    "coordinatesBothBanks": "le point des coordonnées ({area})",
}

WORDS = {
    "supposed": "est présumé",
    "silent": "n'est pas mentionné",
    "officeAndCourt": "le parquet et le tribunal ne sont pas connus",
    "court": "le tribunal n'est pas connu",
    "NL": "Pays-Bas",
    "1": "article 227, 1° C.i.cr. : en même temps, par plusieurs personnes réunies",
    "2a": "article 227, 2° C.i.cr. : à la suite d'un concert préalable",
    "2b": "article 227, 2° C.i.cr. : pour permettre, faciliter ou consommer l'autre, ou en assurer l'impunité",
    "3": "article 227, 3° C.i.cr. : une bonne administration de la justice demande un seul jugement",
    "connexity": "connexité",
    "indivisibility": "indivisibilité",
    "division-of-matters": "répartition des affaires",
    "outsideEveryOutline": "hors du contour de toute zone portuaire",
}

ANCHORS = {
    "offence": "l'infraction {name}",
    "file": "le dossier {name}",
}

FIELDS = {
    "receivedOn": "jour de réception",
    "seisedOn": "jour de la saisine",
    "leadAuthority": "autorité qui dirige",
    "role": "rôle",
    "text": "description",
    "port": "port",
    "quay": "quai",
    "dock": "bassin",
    "terminal": "terminal ou entreprise",
    "municipality": "commune",
    "nisCode": "code INS",
    "subMunicipality": "section de commune",
    "country": "pays",
    "latitude": "coordonnées",
    "longitude": "coordonnées",
    "scope": "nature du dossier",
    "portArea": "zone portuaire",
    "grounds": "fondements actés",
    "offences": "infractions",
    "places": "lieux",
    "persons": "suspects",
    "offence": "qualification",
    "attempt": "tentative",
    "committedFrom": "jour des faits",
    "committedUntil": "jour des faits",
    "place": "lieu de l'infraction",
    "portLink": "lien avec la drogue dans le port",
    "kind": "type de personne",
    "birthDate": "date de naissance",
    "age": "âge",
    "minor": "minorité",
    "foundAt": "lieu où il a été trouvé",
    "capacity": "qualité",
    "handedOverTo": "remise à un service",
    "ground": "motif de connexité",
    "limb": "cas de connexité",
    "caseNumber": "dossier connexe",
    "residence": "résidence",
    "registeredSeat": "siège",
}

ANSWER = {
    "aboutPlace": "lieu {row}",
    "aboutOffence": "infraction {row}",
    "aboutPerson": "suspect {row}",
    "noTrackShort": "Aucun parquet n'est encore désigné : un magistrat décide.",
    "responsible": "Responsable : {offices}.",
    "partlyOpen": "Pour une partie du dossier, un magistrat doit encore désigner le parquet.",
    "policy": "Politique suivie : {policy}.",
    "noTrack": "Il n'y a pas encore de voie : un magistrat décide en indiquant ses motifs.",
    "offence": "{offence} : {reason}",
    "anOffence": "infraction",
    "ground": "Fondement légal ({seat}) : {ground} ({article} ; {confidence}).",
    "noGround": "Aucun fondement légal n'est acté.",
    "track": "{track} ({persons}) : {office} ; {court}.",
    "oneSuspect": "suspect {persons}",
    "suspects": "suspects {persons}",
    "noSuspect": "aucun suspect introduit",
    "officeOpen": "parquet encore à désigner",
    "courtOpen": "tribunal encore à désigner",
    "noCourt": "pas de tribunal",
    "step": "{question}{about} {outcome}. {reason} ({citations})",
    "citedPlace": "Liste des lieux : {name}",
    "citedDistrict": "{town} : {arrondissement}",
    "inForceFrom": ", en vigueur à partir du {day}",
    "inForceUntil": ", jusqu'au {day} (non compris)",
}

WORDING = Wording(
    unknown="non connu",
    and_=" et ",
    or_=" ou ",
    reasons=REASONS,
    warnings=WARNINGS,
    grounds=GROUNDS,
    beaten=BEATEN,
    anchors=ANCHORS,
    tellings=TELLINGS,
    words=WORDS,
    fields=FIELDS,
    scopes={
        "portCrime": "Le dossier relève de la criminalité portuaire.",
        "supporting": "Le dossier est un appui à la criminalité portuaire et la suit.",
        "outside": "Le dossier ne relève pas de la criminalité portuaire.",
        "unclear": "Il n'est pas clair si le dossier relève de la criminalité portuaire.",
    },
    tracks={"ordinary": "Voie ordinaire", "youth": "Voie jeunesse"},
    outcomes={"met": "oui", "notMet": "non", "cannotTell": "impossible à dire", "overridden": "oui, mais une autre règle l'emporte"},
    confidences={"sure": "certain", "likely": "probable", "unverified": "non vérifié"},
    answer=ANSWER,
)
