"""What examples of every chapter name: one file, one instant, a write that raised its version."""

from typing import Any

REASON_ONLY: dict[str, Any] = {"reason": "De twee parketten zijn het eens."}
NUMBER = "HAV-2026-000001"
ADDRESS = f"/api/v1/cases/{NUMBER}"
AT = "2026-11-24T09:30:00Z"
CHANGED: dict[str, Any] = {"href": ADDRESS, "caseNumber": NUMBER, "version": 2}
