import uuid

import httpx
import structlog
from litestar import Litestar
from structlog.testing import capture_logs

from docket.exchange import CONTENT_SECURITY_POLICY, Exchange


async def test_every_answer_has_the_security_headers_an_unknown_address_too(client: httpx.AsyncClient) -> None:
    for path in ("/health", "/api/v1/cases", "/api/v1/nothing", "/nothing"):
        response = await client.get(path)

        assert response.headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY, path
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Referrer-Policy"] == "same-origin"
        assert response.headers["Cache-Control"] in ("no-store", "private, no-cache")


def test_the_policy_lets_no_inline_script_or_style_and_no_outside_address_through() -> None:
    assert "unsafe" not in CONTENT_SECURITY_POLICY
    assert "http" not in CONTENT_SECURITY_POLICY
    assert CONTENT_SECURITY_POLICY.startswith("default-src 'self'")


async def test_a_request_gets_a_trace_id_and_keeps_the_one_it_brings(client: httpx.AsyncClient) -> None:
    given = str(uuid.uuid4())

    made = await client.get("/health")
    kept = await client.get("/health", headers={"BelGov-Trace-Id": given})
    refused = await client.get("/health", headers={"BelGov-Trace-Id": "<script>"})

    assert uuid.UUID(made.headers["BelGov-Trace-Id"])
    assert kept.headers["BelGov-Trace-Id"] == given
    assert "script" not in refused.headers["BelGov-Trace-Id"]


async def test_the_access_log_names_the_route_and_not_what_was_asked(client: httpx.AsyncClient) -> None:
    structlog.reset_defaults()
    with capture_logs() as lines:
        await client.get("/api/v1/cases/HAV-2026-000001", params={"q": "Peeters"})
        await client.get("/Jan-Peeters")
        await client.head("/health")
        await client.post("/api/v1/cases", json={"summary": "Peeters"}, headers={"Authorization": "Bearer geheim"})

    requests = [line for line in lines if line["event"] == "request"]
    assert [line["route"] for line in requests] == ["/api/v1/cases/{caseNumber}", "-", "/health", "/api/v1/cases"]
    assert [line["status"] for line in requests] == [401, 404, 200, 401]
    assert "Peeters" not in str(lines)
    assert "geheim" not in str(lines)


async def test_head_is_the_answer_to_get_without_its_body(client: httpx.AsyncClient) -> None:
    get, head = await client.get("/api/v1/doc/openapi.json"), await client.head("/api/v1/doc/openapi.json")

    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["ETag"] == get.headers["ETag"]


def test_over_https_browsers_are_told_to_stay_there(app: Litestar) -> None:
    names = {https: [name for name, _ in Exchange(app, https=https).headers] for https in (True, False)}

    assert b"strict-transport-security" in names[True]
    assert b"strict-transport-security" not in names[False]
