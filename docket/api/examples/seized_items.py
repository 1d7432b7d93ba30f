"""Seized items and what is decided of them."""

from typing import Any

from docket.api.examples.common import AT, NUMBER

ITEM_CUSTODY: dict[str, Any] = {
    "place": "griffie Antwerpen, kluis 4",
    "custodian": "registry",
    "seal": "B-004411",
    "reference": "2026/00417",
    "grossKg": 53.25,
    "laboratoryKg": 51.004,
    "dailyCostCents": 450,
    "keptFrom": "2026-11-20",
}
ITEM_DECISION: dict[str, Any] = {"decision": "destroy", "reason": "te gevaarlijk om te bewaren", "decidedOn": "2026-11-24"}
ITEM_EXECUTION: dict[str, Any] = {"carriedOutOn": "2026-11-24", "proof": "proces-verbaal van vernietiging 17"}
ITEM_STRIKE: dict[str, Any] = {"act": 2, "reason": "bij vergissing ingeschreven"}
CHANGED_ITEM: dict[str, Any] = {
    "href": "/api/v1/cases/HAV-2026-000001/seized-items",
    "caseNumber": NUMBER,
    "version": 2,
    "item": "g1",
    "act": 2,
}
_CUSTODY: dict[str, Any] = ITEM_CUSTODY | {"custodianName": None, "sample": None}
_ITEM_ACT: dict[str, Any] = {
    "id": 1,
    "act": "kept",
    "custody": _CUSTODY,
    "decision": None,
    "reason": None,
    "magistrate": None,
    "actOn": None,
    "proof": None,
    "enteredAt": AT,
    "enteredBy": "user:7",
    "struckAt": None,
    "struckBy": None,
    "struckReason": None,
}
ITEMS: dict[str, Any] = {
    "items": [
        {
            "id": "g1",
            "title": "cocaïne, 51 kg (g1)",
            "reported": True,
            "undecided": False,
            "custody": _CUSTODY,
            "decision": "destroy",
            "decidedOn": "2026-11-24",
            "bases": [{"citation": "Art. 28nonies Sv.", "confidence": "sure", "remark": ""}],
            "carriedOutOn": None,
            "confiscatedBy": None,
            "costCents": 1800,
            "history": [
                _ITEM_ACT,
                _ITEM_ACT
                | {
                    "id": 2,
                    "act": "decided",
                    "custody": None,
                    "decision": "destroy",
                    "reason": "te gevaarlijk om te bewaren",
                    "magistrate": "Procureur Voorbeeld",
                    "actOn": "2026-11-24",
                },
            ],
        }
    ],
    "forgotten": [],
}
