"""Who the file was drawn for."""

from typing import Any

from docket.api.examples.common import AT, NUMBER

ASSIGNMENT_CHOICE: dict[str, Any] = {"prosecutor": "user:23", "reason": "Hij kent de organisatie uit een eerder dossier."}
_MEMBER: dict[str, Any] = {"onRoster": True, "absent": False, "standIn": None, "recused": None, "named": True}
_DRAWN: dict[str, Any] = {
    "kind": "draw",
    "prosecutor": "user:23",
    "standsInFor": None,
    "reason": None,
    "out": [],
    "ties": [],
    "places": [
        {"code": "user:19", "load": 4, "weight": 1, "first": 0, "until": 1, "standsInFor": []},
        {"code": "user:23", "load": 2, "weight": 3, "first": 1, "until": 4, "standsInFor": []},
    ],
    "drawn": {"drawNumber": 1, "message": f"1/{NUMBER}", "value": "0d3f", "total": 4, "number": 3},
}
ASSIGNMENTS: dict[str, Any] = {
    "items": [
        {
            "seq": 1,
            "kind": "draw",
            "prosecutor": "user:23",
            "assignedAt": AT,
            "assignedBy": "system",
            "reason": None,
            "steps": {"result": _DRAWN, "seed": 1, "commitment": "630d", "committedAt": AT},
        }
    ]
}
DRAWS: dict[str, Any] = {
    "items": [
        {
            "caseNumber": NUMBER,
            "registeredAt": AT,
            "seq": 1,
            "kind": "draw",
            "prosecutor": "user:23",
            "snapshot": {
                "members": [
                    _MEMBER | {"code": "user:19", "load": 4},
                    _MEMBER | {"code": "user:23", "load": 2},
                ],
                "related": [],
            },
            "result": _DRAWN,
            "seedSeq": 1,
            "drawNumber": 1,
            "assignedAt": AT,
            "assignedBy": "system",
            "commitment": "630d",
            "committedAt": AT,
            "seed": None,
            "revealedAt": None,
            "seedDraws": 1,
        }
    ],
    "next": "/api/v1/assignments/draws?pageSize=1&after=1-1",
}
