"""Chambers, sittings, hearings and calendar feeds."""

from typing import Any

from docket.api.examples.common import AT

CHAMBER: dict[str, Any] = {
    "court": "antwerpCorrectional",
    "name": "AC4",
    "kind": "correctional",
    "weekdays": [1, 3],
    "startsAt": "09:00",
    "capacity": 12,
}
CHAMBER_CHANGE: dict[str, Any] = {"version": 1, "weekdays": [2, 4], "startsAt": "09:00", "capacity": 10, "closed": False}
CHAMBERS: dict[str, Any] = {"items": [{"id": 3, "version": 1, **CHAMBER, "closedAt": None}]}
FEEDS: dict[str, Any] = {"items": [{"id": 4, "chamberId": None, "madeAt": "2026-11-24T09:30:00Z"}]}
NEW_FEED: dict[str, Any] = {"address": "https://havendossier.example.org/agenda/voorbeeld/zittingen.ics"}
PROPOSED_HEARINGS: dict[str, Any] = {
    "summons": "summons",
    "servedOn": "2026-11-24",
    "firstLawfulOn": "2026-12-05",
    "lastLawfulOn": None,
    "sums": [
        "Betekening op dinsdag 24 november 2026, de termijn begint de dag erna, woensdag 25 november 2026, 10 dagen, "
        "laatste dag vrijdag 4 december 2026, dus niet vóór zaterdag 5 december 2026."
    ],
    "items": [{"chamberId": 3, "court": "antwerpCorrectional", "chamber": "AC4", "startsAt": "2026-12-07T08:00:00Z", "left": 11}],
}
SITTING: dict[str, Any] = {"day": "2026-12-24", "startsAt": "09:00", "capacity": 0}
HEARING_PLACE: dict[str, Any] = {
    "chamber": 3,
    "day": "2026-12-07",
    "at": "09:00",
    "summons": "summons",
    "servedOn": "2026-11-24",
    "reason": "Het dossier is gereed voor zitting.",
}
HEARINGS: dict[str, Any] = {
    "items": [
        {
            "id": 12,
            "chamberId": 3,
            "court": "antwerpCorrectional",
            "chamber": "AC4",
            "kind": "correctional",
            "startsAt": "2026-12-07T08:00:00Z",
            "summons": "summons",
            "servedOn": "2026-11-24",
            "firstLawfulOn": "2026-12-05",
            "overbooked": None,
            "state": "set",
            "sequence": 0,
            "uid": "3f0e4a439a556f0f2a0f6c116f1c0ac8@havendossier",
            "reason": "Het dossier is gereed voor zitting.",
            "setAt": AT,
            "setBy": "client:4",
            "changedAt": None,
            "changedBy": None,
            "changeReason": None,
            "elsewhere": [],
        }
    ]
}
