"""Files that are linked, joined and split."""

from typing import Any

from docket.api.examples.common import AT, CHANGED

LINK: dict[str, Any] = {
    "caseNumber": "HAV-2026-000002",
    "ground": "samePerpetrators",
    "limb": "2a",
    "reason": "Dezelfde groep, op afspraak.",
}
UNLINK: dict[str, Any] = {"caseNumber": "HAV-2026-000002", "reason": "Toch een andere groep."}
JOINDER: dict[str, Any] = {
    "files": [{"caseNumber": "HAV-2026-000003", "samePersons": [{"there": "s1", "here": "s1"}]}],
    "ground": "sameFacts",
    "limb": "indivisible",
    "reason": "Een vaststelling van twee diensten.",
}
UNJOIN: dict[str, Any] = {"reason": "Toch twee zaken."}
SPLIT: dict[str, Any] = {
    "divided": [{"rows": "persons", "id": "s1", "goes": "leaves"}, {"rows": "offences", "id": "o1", "goes": "both"}],
    "ground": "samePerpetrators",
    "limb": "3",
    "reason": "De minderjarige krijgt een eigen dossier.",
}
SPLIT_OFF: dict[str, Any] = CHANGED | {"newCaseNumber": "HAV-2026-000005", "newHref": "/api/v1/cases/HAV-2026-000005"}
DISMISSAL: dict[str, Any] = {"caseNumber": "HAV-2026-000004", "reason": "Dezelfde kaai, andere feiten."}
CANDIDATES: dict[str, Any] = {
    "items": [
        {
            "href": "/api/v1/cases/HAV-2026-000004",
            "caseNumber": "HAV-2026-000004",
            "score": 85,
            "strength": "likely",
            "reasons": ["zelfde container CSQU3054383"],
            "registeredAt": AT,
            "receivedDay": "2026-11-20",
            "noticeNumber": None,
            "summary": "Container met een dubbele bodem.",
            "holdingOffice": "antwerpPort",
        }
    ]
}
LINKS: dict[str, Any] = {
    "items": [
        {
            "href": "/api/v1/cases/HAV-2026-000002",
            "caseNumber": "HAV-2026-000002",
            "kind": "related",
            "side": "equal",
            "ground": "samePerpetrators",
            "limb": "2a",
            "reason": "Dezelfde groep, op afspraak.",
            "madeAt": AT,
            "madeBy": "client:4",
            "endedAt": None,
            "endedBy": None,
            "endReason": None,
            "status": "registered",
            "holdingOffice": "antwerpPort",
            "courts": ["antwerpCorrectional"],
        }
    ]
}
