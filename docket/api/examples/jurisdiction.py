"""A decision, why it is so, what it would be on another day, and the laws that changed it."""

from typing import Any

from docket.api.examples.common import ADDRESS, AT, CHANGED, NUMBER

SETTLEMENT: dict[str, Any] = {
    "kind": "overridden",
    "tracks": [{"ordinal": 0, "prosecutionOffice": "antwerpPort", "court": "antwerpCorrectional"}],
    "reason": "Samenhang met een dossier dat al in Antwerpen loopt.",
}
REFERRAL: dict[str, Any] = {"tracks": [0], "paper": {"kind": "order", "number": "2026/114", "datedOn": "2026-11-20"}}
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
_DIFFERENCE: dict[str, Any] = {
    "path": "tracks/0/court",
    "before": "antwerpCorrectional",
    "after": "eastFlandersDendermondeCorrectional",
}
AS_OF: dict[str, Any] = {
    "caseNumber": NUMBER,
    "day": "2020-05-01",
    "lawDigest": "38dd857234552bf760b02ea766caa5cb4dbdfaf4319601ec3cb38c425c5f973f",
    "pack": "firstPack",
    "engineVersion": "3",
    "decision": DECISION | {"asOf": "2020-05-01"},
    "stored": DECISION,
    "storedKind": "routed",
    "differences": [_DIFFERENCE],
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
    "differences": [_DIFFERENCE],
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
DECIDED: dict[str, Any] = CHANGED | {"before": DECISION, "after": DECISION}
REFERRALS: dict[str, Any] = {"items": [{"ordinal": 0, "track": "ordinary", "court": "antwerpCorrectional"}]}
