"""Mails that went out and what came back."""

from typing import Any

from docket.api.examples.common import AT, NUMBER

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
