"""A file offered to another office, and a conflict of jurisdiction."""

from typing import Any

from docket.api.examples.common import AT, NUMBER

TRANSFER: dict[str, Any] = {
    "toOffice": "eastFlandersDendermonde",
    "ground": "placeOfOffence",
    "reason": "De feiten liggen buiten de haven.",
    "pieces": ["PV DE60.SP.001234/2023"],
    "timeLimits": [{"title": "Raadkamer", "dueOn": "2026-12-01"}],
    "answerDueOn": "2026-12-01",
}
CONFLICT: dict[str, Any] = {
    "kind": "positive",
    "between": "offices",
    "seat": "eastFlandersDendermonde",
    "ground": "placeOfOffence",
    "reason": "Beide parketten eisen het dossier op.",
}
OUTCOME_OF_CONFLICT: dict[str, Any] = {
    "designated": "antwerpPort",
    "ruledOn": "2026-11-26",
    "reason": "De procureurs-generaal wijzen het dossier toe aan de havenprocureurs.",
}
TRANSFER_ANSWER: dict[str, Any] = {"accept": True, "reason": "Het dossier hoort bij dit parket."}
OFFER: dict[str, Any] = {name: value for name, value in TRANSFER.items() if name != "toOffice"} | {"offeredAt": AT, "offeredBy": "user:17"}
TRANSFERS: dict[str, Any] = {
    "items": [OFFER | {"toOffice": "eastFlandersDendermonde", "state": "offered", "answeredAt": None, "answerReason": None}]
}
OFFERED: dict[str, Any] = {"items": [OFFER | {"caseNumber": NUMBER, "version": 2, "fromOffice": "antwerpPort"}], "next": None}
