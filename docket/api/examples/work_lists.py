"""The work lists of an office."""

from typing import Any

from docket.api.examples.common import NUMBER

WORK_LISTS: dict[str, Any] = {"items": [{"href": "/api/v1/work-lists/toConfirm", "workList": "toConfirm", "total": 7}]}
WORK_LIST: dict[str, Any] = {
    "items": [{"href": f"/api/v1/cases/{NUMBER}", "caseNumber": NUMBER, "item": 42, "day": "2026-12-07"}],
    "total": 8,
    "next": "/api/v1/work-lists/hearings?pageSize=1&after=2026-12-07%2F1796630400%2F42",
}
