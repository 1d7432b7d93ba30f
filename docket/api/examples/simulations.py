"""What a draft of the law would move."""

from typing import Any

from docket.api.examples.common import ADDRESS, AT, NUMBER

SIMULATION_REQUEST: dict[str, Any] = {"files": [{"name": "policies.toml", "content": '[[policy]]\nid = "stroomplan"\n...'}]}
SIMULATION_WAITING: dict[str, Any] = {
    "href": "/api/v1/simulations/3",
    "id": 3,
    "state": "waiting",
    "failure": None,
    "draftDigest": "5f" * 32,
    "askedAt": AT,
    "askedBy": "client:4",
    "filesDone": 0,
    "files": None,
    "snapshotAt": None,
    "presentDigest": None,
    "engineVersion": None,
    "finishedAt": None,
    "totals": None,
}
SIMULATION: dict[str, Any] = SIMULATION_WAITING | {
    "state": "done",
    "filesDone": 1200,
    "files": 1200,
    "snapshotAt": AT,
    "presentDigest": "4e" * 32,
    "engineVersion": "3",
    "finishedAt": AT,
    "totals": {
        "files": 1200,
        "moved": 212,
        "stays": {"referred": 40},
        "what": {"office": 212, "court": 212},
        "lapsed": 3,
        "kept": 9,
        "offices": {"antwerpPort": {"before": 900, "after": 688}},
        "courts": {"antwerpCorrectional": {"before": 900, "after": 688}},
        "byOffice": {"antwerpPort>eastFlandersDendermonde": 212},
        "byCourt": {"antwerpCorrectional>eastFlandersDendermondeCorrectional": 212},
        "byArea": {"waasland>waasland": 212},
        "byYear": {"2026": 212},
        "openTracks": {"before": 30, "after": 31},
        "toConfirm": {"before": 500, "after": 300},
    },
}
SIMULATIONS: dict[str, Any] = {"items": [SIMULATION]}
_SPOT: dict[str, Any] = {"track": "ordinary", "prosecutionOffice": "antwerpPort", "court": "antwerpCorrectional"}
SIMULATED_FILES: dict[str, Any] = {
    "items": [
        {
            "href": ADDRESS,
            "caseNumber": NUMBER,
            "year": 2026,
            "stays": None,
            "what": ["office"],
            "lapses": False,
            "before": {"outcome": "decided", "scope": "portCrime", "portArea": "waasland", "tracks": [_SPOT]},
            "after": {
                "outcome": "decided",
                "scope": "portCrime",
                "portArea": "waasland",
                "tracks": [_SPOT | {"prosecutionOffice": "eastFlandersDendermonde"}],
            },
        }
    ],
    "next": None,
}
