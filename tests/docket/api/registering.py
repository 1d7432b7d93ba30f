"""Bodies and short words for what most tests of the API begin with."""

from typing import Any

import httpx

MINIMAL: dict[str, Any] = {"origin": {"service": "police"}}


def a_report(**fields: Any) -> dict[str, Any]:
    """A cocaine find on the right bank, unless told otherwise."""
    return {
        "origin": {"service": "customs", "investigatorEmails": ["rechercheur@politie.example.org"]},
        "receivedOn": "2026-11-20",
        "places": [{"id": "p1", "role": "discovery", "port": "antwerp", "quay": "730", "country": "BE"}],
        "offences": [{"offence": "drugImport", "committedFrom": "2026-11-19", "place": "p1"}],
        "persons": [{"id": "s1", "role": "suspect", "kind": "natural", "count": 1, "age": 30}],
        "seizures": [{"kind": "drugs", "substance": "cocaine", "netWeightKg": 120.5, "place": "p1"}],
    } | fields


async def registered(client: httpx.AsyncClient, **fields: Any) -> str:
    """The number of a new file."""
    response = await client.post("/cases", json=a_report(**fields))
    assert response.status_code == 201, response.text
    return response.json()["caseNumber"]


async def version_of(client: httpx.AsyncClient, case_number: str) -> str:
    response = await client.get(f"/cases/{case_number}")
    assert response.status_code == 200, response.text
    return response.headers["ETag"]


def issue_names(response: httpx.Response) -> list[str]:
    return [issue["name"] for issue in response.json()["issues"]]
