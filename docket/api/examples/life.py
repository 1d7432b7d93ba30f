"""Where a file stands, and its timeline."""

from typing import Any

from docket.api.examples.common import AT, CHANGED, NUMBER

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
            "restoredBy": None,
            "notUndone": "De stand van het dossier en van de verdachten blijft; schrijf in wat er werkelijk gebeurde.",
            "hash": "0" * 64,
        }
    ]
}
