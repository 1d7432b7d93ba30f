"""A file that comes in, its report and its later ones, and what the register answers."""

from typing import Any

from docket.api.examples.common import ADDRESS, AT, CHANGED, NUMBER
from docket.api.examples.jurisdiction import DECISION

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
CONFIDENTIALITY: dict[str, Any] = {"confidentiality": "restricted", "reason": "Er loopt een telefoontap.", "named": []}
REGISTERED: dict[str, Any] = {"href": ADDRESS, "caseNumber": NUMBER, "decision": DECISION}
AMENDED: dict[str, Any] = CHANGED | {
    "changes": [{"path": "/places/p1/quay", "before": "1724", "after": "1742"}],
    "before": DECISION,
    "after": DECISION,
}
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
ENTRIES: dict[str, Any] = {
    "items": [
        {"seq": 1, "kind": "CaseRegistered", "enteredAt": AT, "enteredBy": "client:4", "content": {}, "erasedAt": None, "hash": "c0ffee"}
    ]
}
CLIENT: dict[str, Any] = {
    "code": "client:4",
    "roles": ["officeClient"],
    "office": "antwerpPort",
    "court": None,
    "scopes": ["cases:read", "cases:write"],
}
