"""What is asked of others, and their answers."""

from typing import Any

from docket.api.examples.common import AT, CHANGED, NUMBER

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
