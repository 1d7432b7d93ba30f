"""Contacts of a file, and who is told of an act."""

from typing import Any

from docket.api.examples.common import AT

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
