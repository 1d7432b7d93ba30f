"""Documents and their acts, PDFs, bundles, templates and runs over a sitting."""

from typing import Any

from docket.api.examples.common import ADDRESS, AT, NUMBER

DOCUMENT: dict[str, Any] = {"kind": "jurisdiction_note"}
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
SEAT_ADDRESS: dict[str, Any] = {"address": "[straat, nummer, postcode en gemeente]", "fromDay": "2027-01-01", "reason": "verhuisd"}
SEAT_ADDRESS_KEPT: dict[str, Any] = {
    "href": "/api/v1/addresses/antwerpPort",
    "seat": "antwerpPort",
    "titleNl": "havenprocureurs bij het parket Antwerpen",
    "address": None,
    "entered": [SEAT_ADDRESS | {"keptAt": AT, "keptBy": "client:4"}],
}
SEAT_ADDRESSES: dict[str, Any] = {"items": [SEAT_ADDRESS_KEPT]}
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
