"""Services asked and done."""

from typing import Any

from docket.api.examples.common import AT, CHANGED, NUMBER

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
