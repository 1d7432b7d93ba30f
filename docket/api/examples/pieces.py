"""Pieces of a file and their inventory."""

from typing import Any

from docket.api.examples.common import AT, NUMBER

_SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
PIECE_UPLOAD: dict[str, Any] = {
    "sha256": _SHA,
    "size": 2400000,
    "mediaType": "application/pdf",
    "verdict": "clean",
    "faults": [],
    "pages": 12,
    "width": None,
    "height": None,
    "samePieces": [],
    "alsoIn": ["HAV-2026-000002"],
}
NEW_PIECE: dict[str, Any] = {
    "kind": "warrant",
    "author": "onderzoeksrechter te Antwerpen",
    "number": "2026/045",
    "pages": 3,
    "datedOn": "2026-11-20",
    "medium": "paper",
    "folder": "kaft 2",
}
ATTACHED_PIECE: dict[str, Any] = {
    "href": "/api/v1/cases/HAV-2026-000001/pieces/3",
    "caseNumber": NUMBER,
    "version": 2,
    "piece": 3,
    "state": "attached",
    "alsoIn": [],
}
PIECE_MOVE: dict[str, Any] = {"to": "HAV-2026-000002", "reason": "bij het verkeerde dossier gevoegd"}
MOVED_PIECE: dict[str, Any] = ATTACHED_PIECE | {
    "href": "/api/v1/cases/HAV-2026-000002/pieces/4",
    "caseNumber": "HAV-2026-000002",
    "piece": 4,
}
PIECE: dict[str, Any] = {
    "href": "/api/v1/cases/HAV-2026-000001/pieces/3",
    "contentHref": "/api/v1/cases/HAV-2026-000001/pieces/3/content",
    "id": 3,
    "state": "attached",
    "kind": "report",
    "kindTitle": "aanvankelijk proces-verbaal",
    "author": "SPN Antwerpen",
    "number": "AN.60.SP.001234/2026",
    "noticeNumber": "AN.60.SP.001234/2026",
    "pages": 12,
    "datedOn": "2026-11-20",
    "medium": "scan",
    "folder": "kaft 1",
    "mark": "none",
    "sha256": _SHA,
    "mediaType": "application/pdf",
    "size": 2400000,
    "faults": [],
    "movedTo": None,
    "movedFrom": None,
    "reason": None,
    "enteredAt": AT,
    "enteredBy": "user:7",
    "closedAt": None,
    "closedBy": None,
}
PIECES: dict[str, Any] = {"items": [PIECE]}
INVENTORY: dict[str, Any] = {
    "items": [
        {
            "running": 1,
            "caseNumber": None,
            "day": "2026-11-20",
            "kind": "aanvankelijk proces-verbaal",
            "author": "SPN Antwerpen",
            "number": "AN.60.SP.001234/2026",
            "noticeNumber": "AN.60.SP.001234/2026",
            "pages": 12,
            "folder": "kaft 1",
            "digitalId": _SHA,
            "mark": "none",
            "fate": None,
            "piece": 3,
            "document": None,
        }
    ],
    "splitFrom": [],
}
