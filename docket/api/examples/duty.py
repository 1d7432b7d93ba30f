"""Who takes what waits in charge."""

from typing import Any

from docket.api.examples.common import ADDRESS, AT, NUMBER

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
