"""A court's competence: confirmed, challenged and ruled on."""

from typing import Any

from docket.api.examples.common import ADDRESS, AT, NUMBER

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
