"""Bodies that the OpenAPI document shows; a test decodes each of them as what it stands for."""

from typing import Any

REPORT: dict[str, Any] = {
    "externalId": "pv-2023-001234",
    "receivedOn": "2023-06-02",
    "origin": {"service": "shippingPolice", "unit": "SPN Antwerpen", "investigatorEmails": ["rechercheur@politie.example.org"]},
    "noticeNumber": "DE60.SP.001234/2023",
    "language": "nl",
    "summary": "Zes personen in een lege container op de MPET-terminal; een van hen is minderjarig en woont in Nederland.",
    "places": [
        {
            "id": "p1",
            "role": "scene",
            "text": "MPET-terminal, kaai 1742, Deurganckdok",
            "port": "antwerp",
            "quay": "1742",
            "dock": "Deurganckdok",
            "terminal": "MPET",
            "municipality": "Beveren",
            "nisCode": "46003",
            "country": "BE",
        }
    ],
    "offences": [{"offence": "portIntrusion", "committedFrom": "2023-05-26", "committedUntil": "2023-05-27", "place": "p1"}],
    "persons": [
        {
            "id": "s1",
            "role": "suspect",
            "kind": "natural",
            "count": 1,
            "minor": True,
            "nationality": "NL",
            "residence": {"country": "NL"},
            "foundAt": "p1",
            "custody": "arrested",
        },
        {"id": "s2", "role": "suspect", "kind": "natural", "count": 5, "minor": False, "custody": "arrested", "foundAt": "p1"},
    ],
    "seizures": [{"kind": "drugs", "substance": "cocaine", "netWeightKg": 772.0, "approximate": False, "place": "p1"}],
    "vessels": [{"name": "MSC X"}],
    "containers": ["MSCU1234566"],
}

LATER_REPORT: dict[str, Any] = {
    "externalId": "pv-2023-001234-2",
    "receivedOn": "2023-06-05",
    "origin": {"service": "shippingPolice"},
    "persons": [{"sameAs": "s1", "birthDate": "2007-03-14"}],
}
CORRECTION: dict[str, Any] = {
    "reason": "De kaai was verkeerd overgenomen: 1742 en niet 1724.",
    "report": REPORT,
}
SETTLEMENT: dict[str, Any] = {
    "kind": "overridden",
    "tracks": [{"ordinal": 0, "prosecutionOffice": "antwerpPort", "court": "antwerpCorrectional"}],
    "reason": "Samenhang met een dossier dat al in Antwerpen loopt.",
}
CONFIDENTIALITY: dict[str, Any] = {"confidentiality": "restricted", "reason": "Er loopt een telefoontap.", "named": []}
REFERRAL: dict[str, Any] = {"tracks": [0], "paper": {"kind": "order", "number": "2026/114", "datedOn": "2026-11-20"}}
REASON_ONLY: dict[str, Any] = {"reason": "De twee parketten zijn het eens."}
TRANSFER: dict[str, Any] = {
    "toOffice": "eastFlandersDendermonde",
    "ground": "placeOfOffence",
    "reason": "De feiten liggen buiten de haven.",
    "pieces": ["PV DE60.SP.001234/2023"],
    "timeLimits": [{"title": "Raadkamer", "dueOn": "2026-12-01"}],
    "answerDueOn": "2026-12-01",
}
CONFLICT: dict[str, Any] = {
    "kind": "positive",
    "between": "offices",
    "seat": "eastFlandersDendermonde",
    "ground": "placeOfOffence",
    "reason": "Beide parketten eisen het dossier op.",
}
OUTCOME_OF_CONFLICT: dict[str, Any] = {
    "designated": "antwerpPort",
    "ruledOn": "2026-11-26",
    "reason": "De procureurs-generaal wijzen het dossier toe aan de havenprocureurs.",
}
TRANSFER_ANSWER: dict[str, Any] = {"accept": True, "reason": "Het dossier hoort bij dit parket."}
DOCUMENT: dict[str, Any] = {"kind": "jurisdiction_note"}

NUMBER = "HAV-2026-000001"
ADDRESS = f"/api/v1/cases/{NUMBER}"
AT = "2026-11-24T09:30:00Z"
#: As the register answers it, but for its grounds, candidates, warnings and steps.
DECISION: dict[str, Any] = {
    "outcome": "decided",
    "scope": "portCrime",
    "portArea": "waasland",
    "policy": "stroomplan",
    "receivedOn": "2023-06-02",
    "receivedOnBasis": "reported",
    "place": "p1",
    "tracks": [
        {"track": "ordinary", "persons": ["s2"], "prosecutionOffice": "antwerpPort", "court": "antwerpCorrectional"},
        {
            "track": "youth",
            "persons": ["s1"],
            "prosecutionOffice": "eastFlandersDendermonde",
            "court": "youthEastFlandersDendermonde",
        },
    ],
    "grounds": [],
    "warnings": [],
    "steps": [],
    "candidates": [],
    "policyAlone": [0],
    "asOf": None,
}
EXPLANATION: dict[str, Any] = {
    "href": f"{ADDRESS}/decisions/1/explanation",
    "language": "fr",
    "short": [
        "Le dossier relève de la criminalité portuaire.",
        "Responsable : procureurs portuaires du parquet d'Anvers et parquet de Flandre orientale, division Termonde.",
    ],
    "reasons": [
        "Intrusion illicite dans une installation portuaire : infraction principale dans une zone portuaire (port du Waasland) : "
        "criminalité portuaire."
    ],
    "long": ["Le dossier relève de la criminalité portuaire.", "Politique suivie : Stroomplan : exclusivement Anvers."],
    "warnings": [],
    "trace": ["Y a-t-il un magistrat parmi les suspects ? Non. Il n'y a pas de magistrat parmi les suspects."],
}
GROUNDS: dict[str, Any] = {
    "href": f"{ADDRESS}/decisions/1/grounds",
    "language": "en",
    "grounds": [
        {
            "code": "place-of-offence",
            "said": {},
            "title": "place of the offence",
            "article": "Art. 23, first paragraph and art. 139 CCP (place of the offence)",
            "source": "https://www.ejustice.just.fgov.be/eli/loi/1808/11/17/1808111701/justel",
            "kindOfGround": "statute",
            "confidence": "sure",
            "facts": [{"path": "places/p1/quay", "value": "1742"}, {"path": "offences/0/offence", "value": "portIntrusion"}],
            "supports": {
                "arrondissement": "Oost-Vlaanderen",
                "prosecutionOffice": "eastFlandersDendermonde",
                "court": "eastFlandersDendermondeCorrectional",
            },
        }
    ],
    "candidates": [
        {
            "track": "ordinary",
            "prosecutionOffice": "antwerpPort",
            "court": "antwerpCorrectional",
            "grounds": [],
            "chosen": True,
            "byStatute": False,
            "ofThePlace": False,
            "beatenBy": None,
            "why": None,
            "because": None,
        },
        {
            "track": "ordinary",
            "prosecutionOffice": "eastFlandersDendermonde",
            "court": "eastFlandersDendermondeCorrectional",
            "grounds": [0],
            "chosen": False,
            "byStatute": True,
            "ofThePlace": True,
            "beatenBy": "policy-port-office",
            "why": "officeByPolicy",
            "because": "The policy followed takes the file to another prosecution office.",
        },
    ],
    "statuteOnly": [1],
    "ofThePlace": 1,
    "policyAlone": [0],
    "beyond": [
        {
            "code": "severalCountries",
            "office": "federal",
            "values": ["BE", "NL"],
            "citation": "art. 144bis-144quater Ger.W.",
            "source": "vakkennis; de tekst is niet opnieuw gelezen",
            "confidence": "likely",
        }
    ],
}
DIFFERENCE: dict[str, Any] = {"path": "tracks/0/court", "before": "antwerpCorrectional", "after": "eastFlandersDendermondeCorrectional"}
AS_OF: dict[str, Any] = {
    "caseNumber": NUMBER,
    "day": "2020-05-01",
    "lawDigest": "38dd857234552bf760b02ea766caa5cb4dbdfaf4319601ec3cb38c425c5f973f",
    "pack": "firstPack",
    "engineVersion": "3",
    "decision": DECISION | {"asOf": "2020-05-01"},
    "stored": DECISION,
    "storedKind": "routed",
    "differences": [DIFFERENCE],
}
REPLAY: dict[str, Any] = {
    "href": f"{ADDRESS}/decisions/1/replay",
    "caseNumber": NUMBER,
    "seq": 1,
    "kind": "routed",
    "lawDigest": "38dd857234552bf760b02ea766caa5cb4dbdfaf4319601ec3cb38c425c5f973f",
    "storedEngine": "1",
    "presentEngine": "2",
    "outcome": "otherEngine",
    "differences": [DIFFERENCE],
}
ENACTMENTS: dict[str, Any] = {
    "items": [
        {
            "seq": 1,
            "lawDigest": "38dd857234552bf760b02ea766caa5cb4dbdfaf4319601ec3cb38c425c5f973f",
            "inForceFrom": "2026-11-24",
            "reason": "Eerste start van dit register.",
            "magistrates": [],
            "enactedAt": AT,
            "hash": "5f" * 32,
            "previousHash": "00" * 32,
        }
    ],
    "draftDigest": None,
}
REGISTERED: dict[str, Any] = {"href": ADDRESS, "caseNumber": NUMBER, "decision": DECISION}
CHANGED: dict[str, Any] = {"href": ADDRESS, "caseNumber": NUMBER, "version": 2}
AMENDED: dict[str, Any] = CHANGED | {
    "changes": [{"path": "/places/p1/quay", "before": "1724", "after": "1742"}],
    "before": DECISION,
    "after": DECISION,
}
DECIDED: dict[str, Any] = CHANGED | {"before": DECISION, "after": DECISION}
CASES: dict[str, Any] = {
    "items": [
        CHANGED
        | {
            "status": "registered",
            "confidentiality": "ordinary",
            "registeredAt": AT,
            "receivedDay": "2023-06-02",
            "noticeNumber": "DE60.SP.001234/2023",
            "originService": "shippingPolice",
            "summary": "Zes personen in een lege container op de MPET-terminal",
            "outcome": "decided",
            "scope": "portCrime",
            "portArea": "waasland",
            "holdingOffice": "antwerpPort",
            "prosecutionOffices": ["antwerpPort", "eastFlandersDendermonde"],
            "courts": ["antwerpCorrectional", "youthEastFlandersDendermonde"],
            "openTrack": False,
            "toConfirm": True,
        }
    ],
    "next": "/api/v1/cases?pageSize=1&after=2026-000001",
}
MADE_DOCUMENT: dict[str, Any] = {
    "href": f"{ADDRESS}/documents/17",
    "contentHref": f"{ADDRESS}/documents/17/content",
    "id": 17,
    "kind": "jurisdiction_note",
    "state": "made",
    "decisionSeq": 1,
    "caseVersion": 1,
    "madeAt": AT,
    "madeBy": "client:4",
    "failure": None,
    "templateVersion": "9f2c",
    "sha256": "5d41",
    "size": 38211,
    "outdatedAt": None,
    "about": None,
    "stage": "issued",
    "signedBy": "nobody",
    "fourEyes": False,
    "acts": [{"act": "issue", "stage": "issued", "actedAt": AT, "actedBy": "client:4", "name": None, "reason": None, "other": None}],
}
DOCUMENT_ACT: dict[str, Any] = {"act": "issue"}
ACTED_ON_DOCUMENT: dict[str, Any] = {"href": f"{ADDRESS}/documents/17", "id": 17, "stage": "issued"}
REMADE_DOCUMENT: dict[str, Any] = {"href": f"{ADDRESS}/documents/18", "id": 18, "remakes": 17, "state": "asked"}
DIFFERENCE: dict[str, Any] = {
    "href": f"{ADDRESS}/documents/18/difference",
    "earlier": f"{ADDRESS}/documents/17",
    "changes": [
        {
            "kind": "changed",
            "oldNumber": 12,
            "newNumber": 12,
            "pieces": [{"kind": "same", "text": "kaai "}, {"kind": "went", "text": "1742"}, {"kind": "came", "text": "1740"}],
            "sentence": "alinea 12 zegt nu “kaai 1740” in plaats van “kaai 1742”",
        }
    ],
}
DOCUMENT_KINDS: dict[str, Any] = {
    "items": [
        {
            "kind": "receipt",
            "titleNl": "Ontvangstbewijs",
            "legalBasis": None,
            "confidence": "likely",
            "kindOfGround": None,
            "signedBy": "nobody",
            "fourEyes": False,
            "about": "file",
            "refused": None,
            "remark": None,
            "canBeMade": [{"about": None, "missing": [], "proposed": {}}],
            "typed": {},
            "choices": {},
        }
    ]
}
TEMPLATE_CHOICE: dict[str, Any] = {"template": 3, "fromDay": "2027-01-01", "reason": "nieuw briefhoofd"}
_CHOSEN_TEMPLATE: dict[str, Any] = TEMPLATE_CHOICE | {"chosenAt": AT, "chosenBy": "client:4"}
TEMPLATES: dict[str, Any] = {
    "office": "antwerpPort",
    "items": [
        {
            "href": "/api/v1/templates/receipt",
            "kind": "receipt",
            "titleNl": "Ontvangstbewijs",
            "used": None,
            "ahead": [_CHOSEN_TEMPLATE],
            "own": 1,
        }
    ],
}
_TEMPLATE: dict[str, Any] = {
    "id": 3,
    "sha256": "0f" * 32,
    "contentHref": "/api/v1/templates/receipt/versions/3/content",
    "exampleHref": "/api/v1/templates/receipt/versions/3/example",
    "remark": "nieuw briefhoofd",
    "uploadedAt": AT,
    "uploadedBy": "client:4",
    "used": False,
}
TEMPLATE_VERSIONS: dict[str, Any] = {
    "href": "/api/v1/templates/receipt",
    "kind": "receipt",
    "versions": [
        _TEMPLATE,
        {
            "id": 0,
            "sha256": "0e" * 32,
            "contentHref": "/api/v1/templates/receipt/versions/0/content",
            "exampleHref": "/api/v1/templates/receipt/versions/0/example",
            "remark": None,
            "uploadedAt": None,
            "uploadedBy": None,
            "used": True,
        },
    ],
    "choices": [_CHOSEN_TEMPLATE],
}
ASKED_DOCUMENT: dict[str, Any] = {"href": f"{ADDRESS}/documents/17", "id": 17, "kind": "jurisdiction_note", "state": "asked"}
ASKED_PDF: dict[str, Any] = {
    "href": f"{ADDRESS}/documents/17/pdf/state",
    "contentHref": f"{ADDRESS}/documents/17/pdf",
    "document": 17,
    "state": "asked",
    "failure": None,
    "askedAt": AT,
    "askedBy": "client:4",
    "madeAt": None,
    "pages": None,
    "size": None,
    "sha256": None,
    "sealedBy": None,
    "declared": "PDF/A-2b",
    "alone": None,
}
MADE_PDF: dict[str, Any] = ASKED_PDF | {"state": "made", "madeAt": AT, "pages": 2, "size": 83353, "sha256": "9f86", "alone": True}
BUNDLE: dict[str, Any] = {"parts": ["piece/4", "document/17"]}
ASKED_BUNDLE: dict[str, Any] = {
    "href": f"{ADDRESS}/bundles/1",
    "contentHref": f"{ADDRESS}/bundles/1/pdf",
    "bundle": 1,
    "parts": ["piece/4", "document/17"],
    "done": 0,
    "state": "asked",
    "failure": None,
    "askedAt": AT,
    "askedBy": "client:4",
    "madeAt": None,
    "pages": None,
    "size": None,
    "sha256": None,
    "sealedBy": None,
}
MADE_BUNDLE: dict[str, Any] = ASKED_BUNDLE | {"state": "made", "done": 2, "madeAt": AT, "pages": 22, "size": 120000, "sha256": "9f86"}
BULK_RUN: dict[str, Any] = {"kind": "direct_summons", "chamber": 3, "day": "2026-12-07", "typed": {"part": "perpetrator"}}
STARTED_BULK_RUN: dict[str, Any] = {"href": "/api/v1/bulk-runs/5", "id": 5, "lines": 2}
_RUN: dict[str, Any] = {
    "href": "/api/v1/bulk-runs/5",
    "id": 5,
    "kind": "direct_summons",
    "court": "antwerpCorrectional",
    "chamberId": 3,
    "chamber": "AC4",
    "day": "2026-12-07",
    "askedAt": AT,
}
BULK_RUNS: dict[str, Any] = {"items": [_RUN]}
_LINE: dict[str, Any] = {
    "ordinal": 1,
    "caseNumber": NUMBER,
    "about": "s1",
    "state": "made",
    "document": 17,
    "documentHref": f"{ADDRESS}/documents/17",
    "reason": None,
    "missing": [],
}
READ_BULK_RUN: dict[str, Any] = _RUN | {
    "lines": [
        _LINE,
        _LINE
        | {
            "ordinal": 2,
            "about": "s2",
            "state": "missing",
            "document": None,
            "documentHref": None,
            "reason": "Rechtstreekse dagvaarding: vul eerst aan wat ontbreekt.",
            "missing": [{"what": "de woonplaats van de gedaagde", "link": "verbeteren#personen"}],
        },
    ]
}
REPEATED_BULK_RUN: dict[str, Any] = {"href": "/api/v1/bulk-runs/5", "again": 1}
DELIVERIES: dict[str, Any] = {
    "items": [
        {
            "id": 17,
            "mail": "case_status",
            "recipient": "rechercheur@politie.example.org",
            "state": "sent",
            "subject": f"{NUMBER}: geregistreerd",
            "messageId": "<delivery-17@havendossier.invalid>",
            "writtenAt": AT,
            "attempts": 1,
            "lastAttemptAt": AT,
            "sentAt": AT,
            "serverReply": "250 OK",
            "maybeTwice": False,
            "outdatedAt": None,
        }
    ]
}
ENTRIES: dict[str, Any] = {
    "items": [
        {"seq": 1, "kind": "CaseRegistered", "enteredAt": AT, "enteredBy": "client:4", "content": {}, "erasedAt": None, "hash": "c0ffee"}
    ]
}
QUALIFICATIONS: dict[str, Any] = {
    "day": "2026-11-24",
    "lawDigest": "5d41",
    "items": [
        {
            "id": "o1",
            "qualifications": {
                "offence": "handlingStolenGoods",
                "attempt": None,
                "committed": {"first": "2023-05-26", "last": "2023-05-27"},
                "day": "2026-11-24",
                "switchDay": "2026-09-01",
                "bothPeriods": False,
                "missing": [],
                "milderLaw": {
                    "article": "art. 2 Strafwetboek (2024); art. 2 Strafwetboek (1867)",
                    "source": "https://www.ejustice.just.fgov.be/eli/loi/2024/02/29/2024002052/justel",
                    "confidence": "sure",
                },
                "provisions": [
                    {
                        "provision": "WIT1",
                        "titleNl": "heling",
                        "aspect": "basic",
                        "conditionNl": None,
                        "standing": "inForce",
                        "offenceSince": None,
                        "atFacts": [
                            {
                                "statute": "penalCode1867",
                                "article": "505, 1°",
                                "citation": "art. 505, 1° Sw. (1867)",
                                "source": "https://www.ejustice.just.fgov.be/eli/loi/1867/06/08/1867060850/justel",
                                "inForceFrom": None,
                                "inForceUntil": "2026-09-01",
                                "penalty": {
                                    "prisonFrom": "15 d",
                                    "prisonTo": "5 y",
                                    "fineFromEur": 26,
                                    "fineToEur": 100000,
                                    "wordsNl": None,
                                    "level": None,
                                    "levelTo": None,
                                },
                                "limitation": {
                                    "id": "misdemeanour",
                                    "titleNl": "wanbedrijf",
                                    "years": 10,
                                    "citation": "Art. 21 V.T.Sv., zoals vervangen bij de wet van 9 april 2024",
                                    "confidence": "sure",
                                },
                                "noLimitation": None,
                                "correctional": "alreadyMisdemeanour",
                                "onTapList": None,
                                "remarkNl": None,
                                "confidence": "sure",
                            },
                        ],
                        "onDay": {
                            "statute": "penalCode2024",
                            "article": "501",
                            "citation": "art. 501 Sw. (2024)",
                            "source": "https://www.ejustice.just.fgov.be/eli/loi/2024/02/29/2024002088/justel",
                            "inForceFrom": "2026-09-01",
                            "inForceUntil": None,
                            "penalty": {
                                "prisonFrom": None,
                                "prisonTo": None,
                                "fineFromEur": None,
                                "fineToEur": None,
                                "wordsNl": None,
                                "level": 3,
                                "levelTo": None,
                            },
                            "limitation": None,
                            "noLimitation": "levelsNotRead",
                            "correctional": "abolished",
                            "onTapList": True,
                            "remarkNl": None,
                            "confidence": "sure",
                        },
                        "milderLawOpen": True,
                    },
                ],
                "notInCatalogue": False,
                "remarkNl": None,
            },
        },
    ],
}
REFERRALS: dict[str, Any] = {"items": [{"ordinal": 0, "track": "ordinary", "court": "antwerpCorrectional"}]}
STATUS_CHANGE: dict[str, Any] = {"event": "openInvestigation", "reason": "Het onderzoek wordt geopend."}
CHANGED_STATUS: dict[str, Any] = CHANGED | {
    "status": "investigation",
    "moves": [{"person": "s1", "offence": "o1", "event": "openInvestigation", "before": "registered", "after": "investigation"}],
    "warnings": [],
}
STATUS: dict[str, Any] = {
    "caseNumber": NUMBER,
    "version": 2,
    "status": "registered",
    "title": "geregistreerd",
    "positions": [{"person": "s1", "offence": "o1", "status": "registered", "title": "geregistreerd"}],
    "events": [
        {
            "event": "openInvestigation",
            "title": "opsporingsonderzoek geopend",
            "ends": ["investigation"],
            "who": "clerk",
            "verb": "changeStatus",
            "enteredAt": "status-changes",
            "asks": [],
            "document": "ontvangstbewijs",
            "article": "",
            "confidence": "likely",
            "positions": [{"person": "s1", "offence": "o1"}],
            "refusals": [],
        }
    ],
    "motives": [
        {
            "code": "02",
            "title": "onvoldoende bewijzen",
            "sort": "technical",
            "wordsConfidence": "likely",
            "codeConfidence": "unverified",
        }
    ],
    "warnings": ["Het notitienummer ontbreekt; vraag het op. Dit houdt niets tegen."],
    "unheld": [
        {
            "person": "s1",
            "custody": "arrested",
            "fault": "Verdachte 1 (s1) is aangehouden, maar er loopt geen termijn en er is geen titel.",
            "toDo": "Het uur van de vrijheidsberoving ontbreekt: begin de 48 uur met dag en uur. "
            "Is hij vrij, verbeter dan zijn toestand bij de feiten.",
            "limit": "arrest",
            "href": "/api/v1/cases/HAV-2026-000001/time-limits",
        }
    ],
}
STRIKE: dict[str, Any] = {"seq": 2, "reason": "In het verkeerde dossier ingeschreven."}
TIMELINE: dict[str, Any] = {
    "items": [
        {
            "seq": 2,
            "kind": "StatusChanged",
            "group": "life",
            "enteredAt": AT,
            "enteredBy": "user:17",
            "text": "Stand gewijzigd. Opsporingsonderzoek geopend. Van geregistreerd naar opsporingsonderzoek.",
            "erased": False,
            "struckBy": None,
            "struckReason": None,
            "notUndone": "De stand van het dossier en van de verdachten blijft; schrijf in wat er werkelijk gebeurde.",
            "hash": "0" * 64,
        }
    ]
}
OFFER: dict[str, Any] = {name: value for name, value in TRANSFER.items() if name != "toOffice"} | {"offeredAt": AT, "offeredBy": "user:17"}
TIME_LIMIT_START: dict[str, Any] = {"limit": "appeal", "event": "pronouncement", "startsOn": "2026-04-03", "person": "s1"}
TIME_LIMIT_ACT: dict[str, Any] = {"timeLimit": 1, "act": "meet", "on": "2026-04-20", "reason": "Verklaring ter griffie."}
CHANGED_TIME_LIMIT: dict[str, Any] = CHANGED | {"timeLimit": 1}
LIMITATION_ACT: dict[str, Any] = {
    "kind": "interruption",
    "on": "2022-01-10",
    "act": "investigation",
    "paper": "PV AN.60.L6.000123/2022",
    "offences": ["o1"],
}
ENTERED_LIMITATION_ACT: dict[str, Any] = CHANGED | {"seq": 7}
_TIME_LIMIT: dict[str, Any] = {
    "timeLimit": 1,
    "limit": "appeal",
    "title": "hoger beroep tegen een vonnis",
    "state": "running",
    "event": "pronouncement",
    "startsOn": "2026-04-03",
    "startsAt": None,
    "person": "s1",
    "offence": None,
    "service": None,
    "says": "lastDay",
    "dueOn": "2026-05-04",
    "dueAt": None,
    "alarmOn": "2026-05-04",
    "alarmAt": None,
    "overdue": False,
    "steps": [
        {"code": "starts", "said": {"event": "pronouncement", "day": "2026-04-03"}},
        {"code": "dayAfter", "said": {"day": "2026-04-04"}},
        {"code": "length", "said": {"count": 30, "unit": "day"}},
        {"code": "lastDay", "said": {"day": "2026-05-03"}},
        {"code": "closed", "said": {"day": "2026-05-03", "why": "sunday"}},
        {"code": "movesOn", "said": {"day": "2026-05-04"}},
    ],
    "sum": "Uitspraak op vrijdag 3 april 2026, de termijn begint de dag erna, zaterdag 4 april 2026, 30 dagen, "
    "laatste dag zondag 3 mei 2026, zondag 3 mei 2026 is geen werkdag, dus maandag 4 mei 2026.",
    "secondReadings": [],
    "citation": "Art. 203, § 1 en art. 174 Sv.",
    "source": "https://www.ejustice.just.fgov.be/eli/loi/1808/11/19/1808111901/justel",
    "confidence": "sure",
    "suspendedOn": None,
    "metOn": None,
    "reason": None,
    "lawDigest": "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef",
    "startedAt": AT,
    "startedBy": "user:17",
}
TIME_LIMITS: dict[str, Any] = {
    "items": [_TIME_LIMIT],
    "limitation": [
        {
            "offence": "o1",
            "persons": [],
            "provision": "HAV1",
            "state": "running",
            "whyOpen": [],
            "seisedOn": None,
            "seisedBy": None,
            "lastDay": "2034-06-09",
            "lastDayAtLatest": None,
            "suspendedSince": None,
            "oneIntentWith": [],
            "sum": "Feiten op maandag 10 juni 2024, die dag telt mee, 10 jaar, tot de dag voor de zoveelste, "
            "laatste dag vrijdag 9 juni 2034.",
            "secondReadings": [],
            "citation": "Art. 21 V.T.Sv., zoals vervangen bij de wet van 9 april 2024",
            "confidence": "sure",
        }
    ],
    "limitationActs": [
        {
            "seq": 7,
            "kind": "interruption",
            "on": "2022-01-10",
            "until": None,
            "act": "investigation",
            "ground": None,
            "paper": "PV AN.60.L6.000123/2022",
            "offences": ["o1"],
            "fromCase": None,
            "enteredAt": "2026-11-24T08:00:00Z",
            "enteredBy": "user:17",
            "struckBy": None,
            "struckReason": None,
        }
    ],
}
SOONEST_LIMITS: dict[str, Any] = {
    "items": [_TIME_LIMIT | {"caseNumber": NUMBER, "href": "/api/v1/cases/HAV-2026-000001/time-limits"}],
    "next": None,
}
REQUEST: dict[str, Any] = {"fact": "/places/p1/quay", "addressee": "SPN Antwerpen"}
REQUEST_ANSWER: dict[str, Any] = {"request": 1, "via": "letter", "value": "1742", "remark": "Zoals in het aanvullend PV."}
REQUEST_ACT: dict[str, Any] = {"request": 1, "act": "withdraw", "reason": "Niet meer nodig."}
CHANGED_REQUEST: dict[str, Any] = CHANGED | {"request": 1}
ENTERED_ANSWER: dict[str, Any] = CHANGED_REQUEST | {"answer": 1}
_REQUEST: dict[str, Any] = {
    "request": 1,
    "kind": "question",
    "addressee": "Scheepvaartpolitie, SPN Antwerpen",
    "fact": "/places/p1/quay",
    "dueOn": "2026-12-04",
    "askedOn": "2026-11-24",
    "overdue": False,
}
REQUESTS: dict[str, Any] = {
    "items": [
        _REQUEST
        | {
            "office": "antwerpPort",
            "address": "rechercheur@politie.example.org",
            "question": "Plaats 1: welke kaai?",
            "state": "asked",
            "askedAt": AT,
            "askedBy": "user:17",
            "closedAt": None,
            "closedBy": None,
            "closeReason": None,
            "answers": [
                {
                    "id": 1,
                    "value": '"1742"',
                    "remark": None,
                    "via": "link",
                    "answeredOn": "2026-11-25",
                    "receivedAt": AT,
                    "receivedBy": "request:1",
                    "state": "proposed",
                    "closedAt": None,
                    "closedBy": None,
                    "closeReason": None,
                    "amended": False,
                }
            ],
            "reminders": [{"step": "before", "number": 1, "dueOn": "2026-12-04", "madeAt": AT, "mailed": True, "mailState": "sent"}],
            "openLinks": 2,
        }
    ],
    "missing": [{"fact": "/places/p1/quay", "question": "Plaats 1: welke kaai?"}],
}
OPEN_REQUESTS: dict[str, Any] = {
    "items": [_REQUEST | {"href": "/api/v1/cases/HAV-2026-000001/requests", "caseNumber": NUMBER, "answered": True, "reminders": 1}],
    "open": 1,
    "overdue": 0,
    "answered": 1,
    "next": None,
}
TRANSFERS: dict[str, Any] = {
    "items": [OFFER | {"toOffice": "eastFlandersDendermonde", "state": "offered", "answeredAt": None, "answerReason": None}]
}
WORK_LISTS: dict[str, Any] = {"items": [{"href": "/api/v1/work-lists/toConfirm", "workList": "toConfirm", "total": 7}]}
WORK_LIST: dict[str, Any] = {
    "items": [{"href": f"/api/v1/cases/{NUMBER}", "caseNumber": NUMBER, "item": 42, "day": "2026-12-07"}],
    "total": 8,
    "next": "/api/v1/work-lists/hearings?pageSize=1&after=2026-12-07%2F1796630400%2F42",
}
OFFERED: dict[str, Any] = {"items": [OFFER | {"caseNumber": NUMBER, "version": 2, "fromOffice": "antwerpPort"}], "next": None}
ASSIGNMENT_CHOICE: dict[str, Any] = {"prosecutor": "user:23", "reason": "Hij kent de organisatie uit een eerder dossier."}
_MEMBER: dict[str, Any] = {"onRoster": True, "absent": False, "standIn": None, "recused": None, "named": True}
_DRAWN: dict[str, Any] = {
    "kind": "draw",
    "prosecutor": "user:23",
    "standsInFor": None,
    "reason": None,
    "out": [],
    "ties": [],
    "places": [
        {"code": "user:19", "load": 4, "weight": 1, "first": 0, "until": 1, "standsInFor": []},
        {"code": "user:23", "load": 2, "weight": 3, "first": 1, "until": 4, "standsInFor": []},
    ],
    "drawn": {"drawNumber": 1, "message": f"1/{NUMBER}", "value": "0d3f", "total": 4, "number": 3},
}
ASSIGNMENTS: dict[str, Any] = {
    "items": [
        {
            "seq": 1,
            "kind": "draw",
            "prosecutor": "user:23",
            "assignedAt": AT,
            "assignedBy": "system",
            "reason": None,
            "steps": {"result": _DRAWN, "seed": 1, "commitment": "630d", "committedAt": AT},
        }
    ]
}
DRAWS: dict[str, Any] = {
    "items": [
        {
            "caseNumber": NUMBER,
            "registeredAt": AT,
            "seq": 1,
            "kind": "draw",
            "prosecutor": "user:23",
            "snapshot": {
                "members": [
                    _MEMBER | {"code": "user:19", "load": 4},
                    _MEMBER | {"code": "user:23", "load": 2},
                ],
                "related": [],
            },
            "result": _DRAWN,
            "seedSeq": 1,
            "drawNumber": 1,
            "assignedAt": AT,
            "assignedBy": "system",
            "commitment": "630d",
            "committedAt": AT,
            "seed": None,
            "revealedAt": None,
            "seedDraws": 1,
        }
    ],
    "next": "/api/v1/assignments/draws?pageSize=1&after=1-1",
}
LINK: dict[str, Any] = {
    "caseNumber": "HAV-2026-000002",
    "ground": "samePerpetrators",
    "limb": "2a",
    "reason": "Dezelfde groep, op afspraak.",
}
UNLINK: dict[str, Any] = {"caseNumber": "HAV-2026-000002", "reason": "Toch een andere groep."}
JOINDER: dict[str, Any] = {
    "files": [{"caseNumber": "HAV-2026-000003", "samePersons": [{"there": "s1", "here": "s1"}]}],
    "ground": "sameFacts",
    "limb": "indivisible",
    "reason": "Een vaststelling van twee diensten.",
}
UNJOIN: dict[str, Any] = {"reason": "Toch twee zaken."}
SPLIT: dict[str, Any] = {
    "divided": [{"rows": "persons", "id": "s1", "goes": "leaves"}, {"rows": "offences", "id": "o1", "goes": "both"}],
    "ground": "samePerpetrators",
    "limb": "3",
    "reason": "De minderjarige krijgt een eigen dossier.",
}
SPLIT_OFF: dict[str, Any] = CHANGED | {"newCaseNumber": "HAV-2026-000005", "newHref": "/api/v1/cases/HAV-2026-000005"}
DISMISSAL: dict[str, Any] = {"caseNumber": "HAV-2026-000004", "reason": "Dezelfde kaai, andere feiten."}
CANDIDATES: dict[str, Any] = {
    "items": [
        {
            "href": "/api/v1/cases/HAV-2026-000004",
            "caseNumber": "HAV-2026-000004",
            "score": 85,
            "strength": "likely",
            "reasons": ["zelfde container CSQU3054383"],
            "registeredAt": AT,
            "receivedDay": "2026-11-20",
            "noticeNumber": None,
            "summary": "Container met een dubbele bodem.",
            "holdingOffice": "antwerpPort",
        }
    ]
}
LINKS: dict[str, Any] = {
    "items": [
        {
            "href": "/api/v1/cases/HAV-2026-000002",
            "caseNumber": "HAV-2026-000002",
            "kind": "related",
            "side": "equal",
            "ground": "samePerpetrators",
            "limb": "2a",
            "reason": "Dezelfde groep, op afspraak.",
            "madeAt": AT,
            "madeBy": "client:4",
            "endedAt": None,
            "endedBy": None,
            "endReason": None,
            "status": "registered",
            "holdingOffice": "antwerpPort",
            "courts": ["antwerpCorrectional"],
        }
    ]
}
CLIENT: dict[str, Any] = {
    "code": "client:4",
    "roles": ["officeClient"],
    "office": "antwerpPort",
    "court": None,
    "scopes": ["cases:read", "cases:write"],
}
#: Status code of a problem to an example of it.
PROBLEMS: dict[int, dict[str, Any]] = {
    400: {
        "type": "urn:problem-type:belgif:badRequest",
        "title": "Bad Request",
        "status": 400,
        "detail": "De ingediende gegevens bevatten fouten; verbeter elk genoemd veld en dien opnieuw in.",
        "issues": [
            {
                "type": "urn:problem-type:belgif:input-validation:referencedResourceNotFound",
                "in": "body",
                "name": "/offences/0/place",
                "detail": "Er is geen plaats met dit id in de inzending; voeg de plaats toe of verbeter het id.",
                "value": "p9",
            }
        ],
    },
    404: {
        "type": "urn:problem-type:belgif:resourceNotFound",
        "title": "Resource Not Found",
        "status": 404,
        "detail": "Er is niets gevonden onder dit nummer; controleer het nummer.",
    },
    428: {
        "type": "urn:problem-type:havendossier:preconditionRequired",
        "title": "Precondition Required",
        "status": 428,
        "detail": "Zend de versie mee die u gezien hebt (If-Match), zodat niemand het werk van een ander overschrijft.",
    },
}

CONFIRMATION: dict[str, Any] = {
    "track": 0,
    "kind": "ground",
    "ground": "found",
    "arrondissement": "Antwerpen",
    "facts": "De meerderjarige verdachten zijn te Antwerpen, op de rechteroever, van hun vrijheid beroofd.",
    "factPath": "persons/s2/custody",
}
CONFIRMATIONS: dict[str, Any] = {
    "items": [
        {
            "track": 0,
            "court": "antwerpCorrectional",
            "kind": "ground",
            "ground": "found",
            "article": "Art. 23, eerste lid en art. 139 Sv. (plaats waar de verdachte is aangetroffen)",
            "arrondissement": "Antwerpen",
            "facts": "De meerderjarige verdachten zijn te Antwerpen, op de rechteroever, van hun vrijheid beroofd.",
            "factPath": "persons/s2/custody",
            "reason": None,
            "confirmedAt": AT,
            "confirmedBy": "user:23",
            "name": None,
        }
    ],
    "toConfirm": [],
}
CHALLENGE: dict[str, Any] = {
    "track": 0,
    "raisedBy": "party",
    "person": "s1",
    "ground": "residence",
    "raisedOn": "2026-11-20",
    "beforeCourt": "antwerpCorrectional",
    "remark": "Conclusie neergelegd op de inleidende zitting.",
}
RULING: dict[str, Any] = {
    "ruling": "upheld",
    "court": "antwerpCorrectional",
    "ruledOn": "2026-11-23",
    "ecli": "ECLI:BE:HBANT:2026:ARR.20261123.5",
}
RULED: dict[str, Any] = {"href": ADDRESS, "caseNumber": NUMBER, "version": 3, "toConfirm": [0]}
CHALLENGES: dict[str, Any] = {
    "items": [
        {
            "id": 4,
            "decisionSeq": 1,
            "recordedAt": AT,
            "recordedBy": "user:17",
            **CHALLENGE,
            "court": "antwerpCorrectional",
            "rulings": [{"id": 2, "ecliFlag": None, "remark": None, "recordedAt": AT, "recordedBy": "user:17", **RULING}],
        }
    ]
}
RESTING: dict[str, Any] = {
    "items": [
        {
            "href": ADDRESS,
            "caseNumber": NUMBER,
            "registeredAt": AT,
            "holdingOffice": "antwerpPort",
            "onlyGround": True,
            "toConfirm": False,
        }
    ]
}
GROUND_FIGURES: dict[str, Any] = {
    "items": [
        {
            "ground": "residence",
            "court": "antwerpCorrectional",
            "challenged": 3,
            "upheld": 1,
            "struck": 1,
            "declined": 0,
            "pending": 1,
        }
    ]
}

SIMULATION_REQUEST: dict[str, Any] = {"files": [{"name": "policies.toml", "content": '[[policy]]\nid = "stroomplan"\n...'}]}
SIMULATION_WAITING: dict[str, Any] = {
    "href": "/api/v1/simulations/3",
    "id": 3,
    "state": "waiting",
    "failure": None,
    "draftDigest": "5f" * 32,
    "askedAt": AT,
    "askedBy": "client:4",
    "filesDone": 0,
    "files": None,
    "snapshotAt": None,
    "presentDigest": None,
    "engineVersion": None,
    "finishedAt": None,
    "totals": None,
}
SIMULATION: dict[str, Any] = SIMULATION_WAITING | {
    "state": "done",
    "filesDone": 1200,
    "files": 1200,
    "snapshotAt": AT,
    "presentDigest": "4e" * 32,
    "engineVersion": "3",
    "finishedAt": AT,
    "totals": {
        "files": 1200,
        "moved": 212,
        "stays": {"referred": 40},
        "what": {"office": 212, "court": 212},
        "lapsed": 3,
        "kept": 9,
        "offices": {"antwerpPort": {"before": 900, "after": 688}},
        "courts": {"antwerpCorrectional": {"before": 900, "after": 688}},
        "byOffice": {"antwerpPort>eastFlandersDendermonde": 212},
        "byCourt": {"antwerpCorrectional>eastFlandersDendermondeCorrectional": 212},
        "byArea": {"waasland>waasland": 212},
        "byYear": {"2026": 212},
        "openTracks": {"before": 30, "after": 31},
        "toConfirm": {"before": 500, "after": 300},
    },
}
SIMULATIONS: dict[str, Any] = {"items": [SIMULATION]}
_SPOT: dict[str, Any] = {"track": "ordinary", "prosecutionOffice": "antwerpPort", "court": "antwerpCorrectional"}
SIMULATED_FILES: dict[str, Any] = {
    "items": [
        {
            "href": ADDRESS,
            "caseNumber": NUMBER,
            "year": 2026,
            "stays": None,
            "what": ["office"],
            "lapses": False,
            "before": {"outcome": "decided", "scope": "portCrime", "portArea": "waasland", "tracks": [_SPOT]},
            "after": {
                "outcome": "decided",
                "scope": "portCrime",
                "portArea": "waasland",
                "tracks": [_SPOT | {"prosecutionOffice": "eastFlandersDendermonde"}],
            },
        }
    ],
    "next": None,
}

CONTACT: dict[str, Any] = {
    "kind": "counsel",
    "person": "s1",
    "name": "Mr. An Voorbeeld",
    "firm": "Advocatenkantoor Voorbeeld",
    "email": "an@balie.example.org",
    "phone": "03 000 00 00",
    "fromOn": "2026-11-24",
    "replaces": None,
}
CONTACT_CORRECTION: dict[str, Any] = {
    "kind": "counsel",
    "person": "s1",
    "name": "Mr. An Voorbeelds",
    "fromOn": "2026-11-24",
    "reason": "Schrijffout in de naam.",
}
CONTACT_END: dict[str, Any] = {"untilOn": "2026-12-01", "reason": "De raadsman legde zijn mandaat neer."}
CONTACTS: dict[str, Any] = {
    "items": [
        {
            "id": 8,
            "kind": "counsel",
            "person": "s1",
            "name": "Mr. An Voorbeeld",
            "firm": "Advocatenkantoor Voorbeeld",
            "email": "an@balie.example.org",
            "phone": "03 000 00 00",
            "language": None,
            "fromOn": "2026-11-24",
            "untilOn": None,
            "enteredAt": AT,
            "enteredBy": "user:17",
            "endedAt": None,
            "endedBy": None,
            "endReason": None,
            "correctedBy": None,
        }
    ]
}
ACKNOWLEDGEMENT: dict[str, Any] = {"takenBy": "user:23"}
TAKEN: dict[str, Any] = {
    "href": f"{ADDRESS}/acknowledgement",
    "caseNumber": NUMBER,
    "office": "antwerpPort",
    "takenBy": "user:23",
    "takenAt": AT,
}
ACKNOWLEDGEMENTS: dict[str, Any] = {
    "items": [
        {
            "office": "antwerpPort",
            "urgency": "detention",
            "cause": "CaseRegistered",
            "openedAt": AT,
            "takenAt": None,
            "takenOn": None,
            "takenBy": None,
            "via": None,
            "endedAt": None,
            "endCause": None,
            "told": ["clerk"],
            "nextStep": "prosecutor",
            "nextAt": AT,
        }
    ]
}
DUTY: dict[str, Any] = {
    "office": "antwerpPort",
    "at": AT,
    "duties": [
        {"role": "clerk", "people": ["user:17"], "until": AT, "fallsTo": []},
        {"role": "prosecutor", "people": [], "until": None, "fallsTo": ["user:3"]},
    ],
    "waiting": [
        {"href": ADDRESS, "caseNumber": NUMBER, "urgency": "ordinary", "openedAt": AT, "told": [], "nextStep": "clerk", "nextAt": AT}
    ],
}
ESCALATIONS: dict[str, Any] = {
    "items": [
        {
            "id": 7,
            "case": ADDRESS,
            "caseNumber": NUMBER,
            "urgency": "ordinary",
            "step": "clerk",
            "dueAt": AT,
            "madeAt": AT,
            "told": ["user:17"],
            "fellTo": None,
            "takenAt": None,
            "endedAt": None,
            "tries": [{"channel": "mail", "person": "user:17", "state": "failed", "triedAt": AT, "acceptedAt": None, "answer": "421 busy"}],
        }
    ],
    "next": "/api/v1/escalations?pageSize=1&before=7",
}

CHAMBER: dict[str, Any] = {
    "court": "antwerpCorrectional",
    "name": "AC4",
    "kind": "correctional",
    "weekdays": [1, 3],
    "startsAt": "09:00",
    "capacity": 12,
}
CHAMBER_CHANGE: dict[str, Any] = {"version": 1, "weekdays": [2, 4], "startsAt": "09:00", "capacity": 10, "closed": False}
CHAMBERS: dict[str, Any] = {"items": [{"id": 3, "version": 1, **CHAMBER, "closedAt": None}]}
FEEDS: dict[str, Any] = {"items": [{"id": 4, "chamberId": None, "madeAt": "2026-11-24T09:30:00Z"}]}
NEW_FEED: dict[str, Any] = {"address": "https://havendossier.example.org/agenda/voorbeeld/zittingen.ics"}
PROPOSED_HEARINGS: dict[str, Any] = {
    "summons": "summons",
    "servedOn": "2026-11-24",
    "firstLawfulOn": "2026-12-05",
    "lastLawfulOn": None,
    "sums": [
        "Betekening op dinsdag 24 november 2026, de termijn begint de dag erna, woensdag 25 november 2026, 10 dagen, "
        "laatste dag vrijdag 4 december 2026, dus niet vóór zaterdag 5 december 2026."
    ],
    "items": [{"chamberId": 3, "court": "antwerpCorrectional", "chamber": "AC4", "startsAt": "2026-12-07T08:00:00Z", "left": 11}],
}
SITTING: dict[str, Any] = {"day": "2026-12-24", "startsAt": "09:00", "capacity": 0}
HEARING_PLACE: dict[str, Any] = {
    "chamber": 3,
    "day": "2026-12-07",
    "at": "09:00",
    "summons": "summons",
    "servedOn": "2026-11-24",
    "reason": "Het dossier is gereed voor zitting.",
}
HEARINGS: dict[str, Any] = {
    "items": [
        {
            "id": 12,
            "chamberId": 3,
            "court": "antwerpCorrectional",
            "chamber": "AC4",
            "kind": "correctional",
            "startsAt": "2026-12-07T08:00:00Z",
            "summons": "summons",
            "servedOn": "2026-11-24",
            "firstLawfulOn": "2026-12-05",
            "overbooked": None,
            "state": "set",
            "sequence": 0,
            "uid": "3f0e4a439a556f0f2a0f6c116f1c0ac8@havendossier",
            "reason": "Het dossier is gereed voor zitting.",
            "setAt": AT,
            "setBy": "client:4",
            "changedAt": None,
            "changedBy": None,
            "changeReason": None,
        }
    ]
}
TELLING_NOTE: dict[str, Any] = {"state": "told", "how": "registeredLetter"}
TELLINGS: dict[str, Any] = {
    "items": [
        {
            "id": 31,
            "act": "hearingSet",
            "hearingId": 12,
            "role": "counsel",
            "person": "s1",
            "contactId": 8,
            "deliveryId": None,
            "state": "toTell",
            "how": None,
            "reason": None,
            "madeAt": AT,
            "closedAt": None,
            "closedBy": None,
            "mailState": None,
        }
    ]
}
SERVICE_REQUEST: dict[str, Any] = {
    "act": "defaultJudgment",
    "persons": ["s1"],
    "manner": "bailiff",
    "reference": "vonnis van 2 november 2026, nr. 4411",
    "court": "antwerpCorrectional",
}
SERVICE_OUTCOME: dict[str, Any] = {
    "outcome": "done",
    "servedOn": "2026-11-23",
    "servedAt": "2026-11-23T09:30:00+01:00",
    "inPerson": True,
    "proof": "writ",
    "proofReference": "exploot 17",
    "proofOn": "2026-11-23",
}
CHANGED_SERVICE: dict[str, Any] = CHANGED | {"services": [7]}
SERVICES: dict[str, Any] = {
    "items": [
        {
            "id": 7,
            "act": "summons",
            "person": "s1",
            "hearingId": 12,
            "hearingSequence": 0,
            "reference": None,
            "court": "antwerpCorrectional",
            "manner": "bailiff",
            "state": "done",
            "askedOn": "2026-11-20",
            "madeAt": AT,
            "madeBy": "user:7",
            "followsId": None,
            "servedOn": "2026-11-23",
            "servedAt": "2026-11-23T08:30:00Z",
            "presentedOn": None,
            "inPerson": True,
            "proof": "writ",
            "proofReference": "exploot 17",
            "proofOn": "2026-11-23",
            "failedOn": None,
            "reason": None,
            "needless": False,
            "closedAt": AT,
            "closedBy": "registryClient:80",
            "doubts": [],
        }
    ],
    "called": [
        {"hearingId": 12, "person": "s1", "verdict": "served", "service": 7, "serveBy": "2026-11-26", "firstLawfulOn": None},
        {"hearingId": 12, "person": "s2", "verdict": "near", "service": None, "serveBy": "2026-11-26", "firstLawfulOn": None},
    ],
}
ALL_SERVICES: dict[str, Any] = {
    "items": [
        {
            "href": "/api/v1/cases/HAV-2026-000001/services",
            "id": 8,
            "caseNumber": NUMBER,
            "act": "summons",
            "person": "s2",
            "role": "suspect",
            "manner": "police",
            "state": "asked",
            "askedOn": "2026-11-20",
            "servedOn": None,
            "failedOn": None,
            "reason": None,
            "reference": None,
            "startsAt": "2026-12-07T08:00:00Z",
        }
    ]
}
HEARINGS_AT_RISK: dict[str, Any] = {
    "count": 1,
    "items": [
        {
            "href": "/api/v1/cases/HAV-2026-000001/services",
            "id": 12,
            "startsAt": "2026-12-07T08:00:00Z",
            "caseNumber": NUMBER,
            "court": "antwerpCorrectional",
            "chamber": "AC4",
            "failed": 1,
            "late": 0,
            "unserved": 1,
            "serveBy": "2026-11-26",
        }
    ],
}
DELIVERY_EVENTS: dict[str, Any] = {
    "items": [
        {"at": AT, "what": "attempt", "reply": None, "by": None},
        {"at": AT, "what": "sent", "reply": "250 2.0.0 Ok: queued", "by": None},
        {"at": AT, "what": "bounced", "reply": "5.1.1 550 5.1.1 (adres) unknown", "by": None},
        {"at": AT, "what": "resent", "reply": None, "by": "user:7"},
    ]
}
MAIL_TASKS: dict[str, Any] = {
    "count": 1,
    "items": [
        {
            "id": 4,
            "case": "/api/v1/cases/HAV-2026-000001",
            "caseNumber": NUMBER,
            "deliveryId": 5,
            "kind": "bounce",
            "recipient": "rechercheur@politie.example.org",
            "subject": "Dossier HAV-2026-000001: geregistreerd",
            "fromDomain": "mx.politie.example.org",
            "status": "5.1.1",
            "diagnostic": "550 5.1.1 (adres) unknown",
            "receivedAt": AT,
        }
    ],
}
JUDGMENT_GIVEN: dict[str, Any] = {
    "court": "antwerpCorrectional",
    "pronouncedOn": "2026-11-23",
    "ecli": "ECLI:BE:REAANT:2026:JUD.20261123.1",
    "number": "2026/1234",
    "outcomes": [{"person": "s1", "offence": "o1", "outcome": "convicted"}],
    "parties": [{"person": "s1", "manner": "adversary"}],
    "penalties": [{"person": "s1", "kind": "imprisonment", "unit": "month", "length": 30, "deferred": "part"}],
    "confiscations": [{"person": "s1", "what": "bestelwagen"}],
    "portBans": [{"person": "s1", "length": 5, "unit": "year", "ports": "haven van Antwerpen", "motivated": True}],
}
CHANGED_JUDGMENT: dict[str, Any] = CHANGED | {"judgment": 4, "status": "judged", "itemsForgotten": ["cocaïne, 51 kg (g2)"]}
REMEDY_GIVEN: dict[str, Any] = {
    "judgment": 4,
    "remedy": "appeal",
    "role": "suspect",
    "person": "s1",
    "lodgedOn": "2026-11-24",
    "grievancesOn": "2026-11-24",
}
JUDGMENT_ACT: dict[str, Any] = {"act": "sendExtract", "row": 5, "on": "2026-11-24"}
JUDGMENTS: dict[str, Any] = {
    "items": [
        {
            "id": 4,
            "court": "antwerpCorrectional",
            "pronouncedOn": "2026-11-23",
            "ecli": "ECLI:BE:REAANT:2026:JUD.20261123.1",
            "number": "2026/1234",
            "remark": None,
            "corrects": None,
            "correctedBy": None,
            "reason": None,
            "registry": "antwerpCorrectional",
            "enteredAt": "2026-11-24T09:30:00Z",
            "enteredBy": "client:80",
            "parties": [
                {"role": "suspect", "person": "s1", "manner": "adversary"},
                {"role": "prosecution", "person": "", "manner": "adversary"},
            ],
            "outcomes": [
                {
                    "person": "s1",
                    "offence": "o1",
                    "stage": "firstInstance",
                    "outcome": "convicted",
                    "title": "veroordeeld",
                    "finalOn": None,
                    "established": False,
                    "stillOpen": ["termijn hoger beroep van verdachte 1 tot en met 23/12/2026"],
                    "byAttest": False,
                }
            ],
            "penalties": [
                {
                    "person": "s1",
                    "kind": "imprisonment",
                    "unit": "month",
                    "length": 30,
                    "euroCents": None,
                    "deferred": "part",
                    "note": None,
                }
            ],
            "confiscations": [{"person": "s1", "what": "bestelwagen", "euroCents": None, "seizure": "g1"}],
            "portBans": [
                {
                    "id": 2,
                    "person": "s1",
                    "length": 5,
                    "unit": "year",
                    "ports": "haven van Antwerpen",
                    "motivated": True,
                    "custodyEnded": None,
                    "custodyEndedOn": None,
                    "state": "waitsForFinal",
                    "effectOn": None,
                    "runsFrom": None,
                    "lastDay": None,
                    "sum": "Nog niet in kracht van gewijsde.",
                    "citations": ["Art. 4, § 4 Drugwet"],
                    "confidence": "sure",
                    "warnings": [],
                }
            ],
            "clocks": [
                {
                    "id": 7,
                    "role": "suspect",
                    "person": "s1",
                    "about": "",
                    "remedy": "appeal",
                    "limit": "appeal",
                    "timeLimit": 12,
                    "dueOn": "2026-12-23",
                    "waivedOn": None,
                }
            ],
            "remedies": [],
            "extracts": [
                {
                    "id": 5,
                    "kind": "prosecutorGeneral",
                    "person": None,
                    "after": "pronouncement",
                    "state": "toSend",
                    "dueOn": "2026-12-08",
                    "sentOn": None,
                    "closedBy": None,
                }
            ],
        }
    ]
}
EXTRACTS: dict[str, Any] = {
    "count": 1,
    "items": [
        {
            "href": "/api/v1/cases/HAV-2026-000001/judgments",
            "id": 5,
            "caseNumber": "HAV-2026-000001",
            "kind": "prosecutorGeneral",
            "person": None,
            "court": "antwerpCorrectional",
            "pronouncedOn": "2026-11-23",
            "dueOn": "2026-12-08",
            "finalOn": None,
        }
    ],
}


_SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
PIECE_UPLOAD: dict[str, Any] = {
    "sha256": _SHA,
    "size": 2400000,
    "mediaType": "application/pdf",
    "verdict": "clean",
    "faults": [],
    "pages": 12,
    "width": None,
    "height": None,
    "samePieces": [],
    "alsoIn": ["HAV-2026-000002"],
}
NEW_PIECE: dict[str, Any] = {
    "kind": "warrant",
    "author": "onderzoeksrechter te Antwerpen",
    "number": "2026/045",
    "pages": 3,
    "datedOn": "2026-11-20",
    "medium": "paper",
    "folder": "kaft 2",
}
ATTACHED_PIECE: dict[str, Any] = {
    "href": "/api/v1/cases/HAV-2026-000001/pieces/3",
    "caseNumber": NUMBER,
    "version": 2,
    "piece": 3,
    "state": "attached",
    "alsoIn": [],
}
PIECE_MOVE: dict[str, Any] = {"to": "HAV-2026-000002", "reason": "bij het verkeerde dossier gevoegd"}
MOVED_PIECE: dict[str, Any] = ATTACHED_PIECE | {
    "href": "/api/v1/cases/HAV-2026-000002/pieces/4",
    "caseNumber": "HAV-2026-000002",
    "piece": 4,
}
PIECE: dict[str, Any] = {
    "href": "/api/v1/cases/HAV-2026-000001/pieces/3",
    "contentHref": "/api/v1/cases/HAV-2026-000001/pieces/3/content",
    "id": 3,
    "state": "attached",
    "kind": "report",
    "kindTitle": "aanvankelijk proces-verbaal",
    "author": "SPN Antwerpen",
    "number": "AN.60.SP.001234/2026",
    "noticeNumber": "AN.60.SP.001234/2026",
    "pages": 12,
    "datedOn": "2026-11-20",
    "medium": "scan",
    "folder": "kaft 1",
    "mark": "none",
    "sha256": _SHA,
    "mediaType": "application/pdf",
    "size": 2400000,
    "faults": [],
    "movedTo": None,
    "movedFrom": None,
    "reason": None,
    "enteredAt": AT,
    "enteredBy": "user:7",
    "closedAt": None,
    "closedBy": None,
}
PIECES: dict[str, Any] = {"items": [PIECE]}
INVENTORY: dict[str, Any] = {
    "items": [
        {
            "running": 1,
            "caseNumber": None,
            "day": "2026-11-20",
            "kind": "aanvankelijk proces-verbaal",
            "author": "SPN Antwerpen",
            "number": "AN.60.SP.001234/2026",
            "noticeNumber": "AN.60.SP.001234/2026",
            "pages": 12,
            "folder": "kaft 1",
            "digitalId": _SHA,
            "mark": "none",
            "piece": 3,
            "document": None,
        }
    ],
    "splitFrom": [],
}
ITEM_CUSTODY: dict[str, Any] = {
    "place": "griffie Antwerpen, kluis 4",
    "custodian": "registry",
    "seal": "B-004411",
    "reference": "2026/00417",
    "grossKg": 53.25,
    "laboratoryKg": 51.004,
    "dailyCostCents": 450,
    "keptFrom": "2026-11-20",
}
ITEM_DECISION: dict[str, Any] = {"decision": "destroy", "reason": "te gevaarlijk om te bewaren", "decidedOn": "2026-11-24"}
ITEM_EXECUTION: dict[str, Any] = {"carriedOutOn": "2026-11-24", "proof": "proces-verbaal van vernietiging 17"}
ITEM_STRIKE: dict[str, Any] = {"act": 2, "reason": "bij vergissing ingeschreven"}
CHANGED_ITEM: dict[str, Any] = {
    "href": "/api/v1/cases/HAV-2026-000001/seized-items",
    "caseNumber": NUMBER,
    "version": 2,
    "item": "g1",
    "act": 2,
}
_CUSTODY: dict[str, Any] = ITEM_CUSTODY | {"custodianName": None, "sample": None}
_ITEM_ACT: dict[str, Any] = {
    "id": 1,
    "act": "kept",
    "custody": _CUSTODY,
    "decision": None,
    "reason": None,
    "magistrate": None,
    "actOn": None,
    "proof": None,
    "enteredAt": AT,
    "enteredBy": "user:7",
    "struckAt": None,
    "struckBy": None,
    "struckReason": None,
}
ITEMS: dict[str, Any] = {
    "items": [
        {
            "id": "g1",
            "title": "cocaïne, 51 kg (g1)",
            "reported": True,
            "undecided": False,
            "custody": _CUSTODY,
            "decision": "destroy",
            "decidedOn": "2026-11-24",
            "bases": [{"citation": "Art. 28nonies Sv.", "confidence": "sure", "remark": ""}],
            "carriedOutOn": None,
            "confiscatedBy": None,
            "costCents": 1800,
            "history": [
                _ITEM_ACT,
                _ITEM_ACT
                | {
                    "id": 2,
                    "act": "decided",
                    "custody": None,
                    "decision": "destroy",
                    "reason": "te gevaarlijk om te bewaren",
                    "magistrate": "Procureur Voorbeeld",
                    "actOn": "2026-11-24",
                },
            ],
        }
    ],
    "forgotten": [],
}
