"""Bodies that the OpenAPI document shows; a test sends each of them."""

from typing import Any

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
SETTLEMENT: dict[str, Any] = {
    "kind": "overridden",
    "tracks": [{"ordinal": 0, "prosecutionOffice": "antwerpPort", "court": "antwerpCorrectional"}],
    "reason": "Samenhang met een dossier dat al in Antwerpen loopt.",
}
CONFIDENTIALITY: dict[str, Any] = {"confidentiality": "restricted", "reason": "Er loopt een telefoontap.", "named": []}
REFERRAL: dict[str, Any] = {"tracks": [0]}
TRANSFER: dict[str, Any] = {"toOffice": "eastFlandersDendermonde", "reason": "De feiten liggen buiten de haven."}
TRANSFER_ANSWER: dict[str, Any] = {"accept": True, "reason": "Het dossier hoort bij dit parket."}
DOCUMENT: dict[str, Any] = {"kind": "jurisdiction_note"}
