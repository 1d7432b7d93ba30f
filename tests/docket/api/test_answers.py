"""The one table of answers, at the operations where each is easiest to see."""

import json
from typing import Any

import httpx
import pytest
from litestar import Litestar

from docket.decoding import MAX_SUBMISSION_BYTES
from tests.docket.api.conftest import Caller
from tests.docket.api.registering import MINIMAL, a_report, issue_names, registered

NEVER_ISSUED = "HAV-2026-999999"


async def test_without_a_key_401_says_how_to_send_one(client: httpx.AsyncClient) -> None:
    response = await client.get("/api/v1/cases")

    assert response.status_code == 401
    assert response.headers["WWW-Authenticate"] == "Bearer"
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.json()["type"] == "urn:problem-type:belgif:noAccessToken"


@pytest.mark.parametrize("given", ["Bearer onzin", "Bearer " + "a" * 500, "Bearer x.y"])
async def test_a_wrong_key_answers_401_invalid(client: httpx.AsyncClient, given: str) -> None:
    response = await client.get("/api/v1/cases", headers={"Authorization": given})

    assert response.status_code == 401
    assert response.json()["type"] == "urn:problem-type:belgif:invalidAccessToken"


async def test_a_session_of_a_browser_opens_nothing(client: httpx.AsyncClient) -> None:
    response = await client.post("/api/v1/cases", json=MINIMAL, headers={"Cookie": "docket_session=abc"})

    assert response.status_code == 401


async def test_a_key_without_the_scope_of_an_operation_answers_403(caller: Caller) -> None:
    reader = await caller(scopes=("cases:read",))

    response = await reader.post("/cases", json=MINIMAL)

    assert response.status_code == 403
    assert response.json()["type"] == "urn:problem-type:belgif:missingScope"
    assert (await reader.get("/cases")).status_code == 200


async def test_a_client_whose_role_cannot_decide_at_all_answers_403(clerk: httpx.AsyncClient) -> None:
    number = await registered(clerk)
    body = {"kind": "overridden", "reason": "x", "tracks": [{"ordinal": 0, "prosecutionOffice": "antwerpPort"}]}

    response = await clerk.post(f"/cases/{number}/decisions", json=body, headers={"If-Match": '"1"'})

    assert response.status_code == 403


@pytest.mark.parametrize(
    ("method", "below", "body"),
    [
        ("GET", "", None),
        ("GET", "/decisions", None),
        ("GET", "/decisions/1", None),
        ("GET", "/documents", None),
        ("GET", "/documents/1", None),
        ("GET", "/documents/1/content", None),
        ("GET", "/deliveries", None),
        ("GET", "/entries", None),
        ("GET", "/referrals", None),
        ("GET", "/transfers", None),
        ("GET", "/confirmations", None),
        ("GET", "/challenges", None),
        ("POST", "/confirmations", {"track": 0, "kind": "risk", "reason": "x"}),
        ("PUT", "", {"reason": "x", "report": a_report()}),
        ("PUT", "/confidentiality", {"confidentiality": "sealed", "reason": "x"}),
        ("POST", "/reports", a_report()),
        ("POST", "/decisions", {"kind": "overridden", "reason": "x", "tracks": [{"ordinal": 0, "prosecutionOffice": "antwerpPort"}]}),
        ("POST", "/referrals", {"tracks": [0]}),
        ("POST", "/transfers", {"toOffice": "antwerp", "ground": "other", "reason": "x"}),
        ("GET", "/conflicts", None),
        ("POST", "/transfer-withdrawals", {"reason": "x"}),
        ("POST", "/conflicts", {"kind": "negative", "between": "offices", "seat": "antwerp", "ground": "other", "reason": "x"}),
        ("POST", "/conflict-settlements", {"designated": "antwerp", "ruledOn": "2026-11-24", "reason": "x"}),
        ("POST", "/conflict-withdrawals", {"reason": "x"}),
        ("POST", "/transfer-answers", {"accept": True, "reason": "x"}),
        ("POST", "/documents", {"kind": "receipt"}),
        ("POST", "/deliveries/1/resends", None),
    ],
)
async def test_what_one_may_not_see_is_byte_equal_to_a_number_never_issued(
    clerk: httpx.AsyncClient, caller: Caller, method: str, below: str, body: Any
) -> None:
    number = await registered(clerk)
    stranger = await caller(role="headOfOffice", office="westFlandersBrugge")

    hidden, absent = [
        await stranger.request(method, f"/cases/{each}{below}", json=body, headers={"If-Match": '"1"'}) for each in (number, NEVER_ISSUED)
    ]

    assert (hidden.status_code, absent.status_code) == (404, 404)
    assert hidden.content == absent.content
    varying = {"belgov-trace-id"}
    assert {k: v for k, v in hidden.headers.items() if k not in varying} == {k: v for k, v in absent.headers.items() if k not in varying}


async def test_a_malformed_number_is_bad_input_in_the_path(clerk: httpx.AsyncClient) -> None:
    for number in ("HAV-26-1", "x", "HAV-2026-000001%00", "HAV-2026-000001%0A", "HAV-٢٠٢٦-000001"):
        response = await clerk.get(f"/cases/{number}")

        assert response.status_code == 400, number
        assert (response.json()["issues"][0]["in"], response.json()["issues"][0]["name"]) == ("path", "caseNumber")


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"nul", b'{"origin": {"service": "police"}', b"\xff\xfe", b"[" * 100_000, b'{"a": NaN}', b'"\\ud800"']
)
async def test_broken_json_is_bad_input(clerk: httpx.AsyncClient, raw: bytes) -> None:
    response = await clerk.post("/cases", content=raw, headers={"Content-Type": "application/json"})

    assert response.status_code == 400
    assert response.json()["issues"]


@pytest.mark.parametrize("kind", [None, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
async def test_another_content_type_is_bad_input_in_a_header(clerk: httpx.AsyncClient, kind: str | None) -> None:
    response = await clerk.post("/cases", content=json.dumps(MINIMAL), headers={"Content-Type": kind} if kind else {})

    assert response.status_code == 400
    assert (response.json()["issues"][0]["in"], issue_names(response)) == ("header", ["Content-Type"])


async def test_a_charset_beside_the_content_type_is_accepted(clerk: httpx.AsyncClient) -> None:
    headers = {"Content-Type": "application/json; charset=utf-8"}

    assert (await clerk.post("/cases", content=json.dumps(MINIMAL), headers=headers)).status_code == 201


async def test_a_wrong_idempotency_key_is_bad_input_in_a_header(clerk: httpx.AsyncClient) -> None:
    for key in ("", "met spatie", "x" * 201):
        response = await clerk.post("/cases", json=MINIMAL, headers={"Idempotency-Key": key})

        assert (response.status_code, response.json()["issues"][0]["name"]) == (400, "Idempotency-Key")


async def test_all_faults_of_a_submission_come_at_once(clerk: httpx.AsyncClient) -> None:
    body = {
        "receivedOn": "2023-02-30",
        "origin": {"service": "nobody", "extra": 1},
        "persons": [{"age": "dertig"}, {"id": "s1", "foundAt": "p9"}],
        "summary": "a\x00b",
    }

    response = await clerk.post("/cases", json=body)

    assert response.status_code == 400
    assert set(issue_names(response)) == {
        "/receivedOn",
        "/origin/service",
        "/origin/extra",
        "/persons/0/age",
        "/persons/1/foundAt",
        "/summary",
    }
    assert {issue["in"] for issue in response.json()["issues"]} == {"body"}


async def test_a_number_too_large_for_json_is_shown_and_not_stumbled_over(clerk: httpx.AsyncClient) -> None:
    raw = b'{"origin": {"service": "police"}, "persons": [{"age": ' + b"9" * 400 + b"}]}"

    response = await clerk.post("/cases", content=raw, headers={"Content-Type": "application/json"})

    assert response.status_code == 400


async def test_more_than_2_mib_is_refused_by_its_announced_length(app: Litestar, clerk: httpx.AsyncClient) -> None:
    received = 0

    async def body():
        nonlocal received
        for _ in range(64):
            received += 1
            yield b" " * 65_536

    headers = {"Content-Type": "application/json", "Content-Length": str(64 * 65_536)}
    response = await clerk.post("/cases", content=body(), headers=headers)

    assert response.status_code == 413
    assert response.json()["type"] == "urn:problem-type:belgif:payloadTooLarge"
    assert "2 MiB" in response.json()["detail"]
    assert received <= 2, "the body was read although its length was announced"


async def test_more_than_2_mib_is_refused_while_it_streams(clerk: httpx.AsyncClient) -> None:
    received = 0

    async def body():
        nonlocal received
        for _ in range(200):
            received += 1
            yield b" " * 65_536

    response = await clerk.post("/cases", content=body(), headers={"Content-Type": "application/json"})

    assert response.status_code == 413
    assert received * 65_536 <= MAX_SUBMISSION_BYTES + 2 * 65_536


async def test_exactly_2_mib_is_accepted(clerk: httpx.AsyncClient) -> None:
    raw = json.dumps(MINIMAL).encode()

    response = await clerk.post("/cases", content=raw.ljust(MAX_SUBMISSION_BYTES), headers={"Content-Type": "application/json"})

    assert response.status_code == 201


async def test_an_unknown_address_and_a_wrong_method_are_problems(clerk: httpx.AsyncClient) -> None:
    unknown, wrong = await clerk.get("/nothing"), await clerk.delete("/cases")

    assert (unknown.status_code, unknown.headers["Content-Type"]) == (404, "application/problem+json")
    assert (wrong.status_code, wrong.json()["type"]) == (405, "urn:problem-type:havendossier:methodNotAllowed")
    assert "GET" in wrong.headers["Allow"]


async def test_a_database_that_is_away_answers_503_with_retry_after(app: Litestar, clerk: httpx.AsyncClient, deps: Any) -> None:
    deps.pool.terminate()

    response = await clerk.get("/cases")

    assert response.status_code == 503
    assert response.headers["Retry-After"] == "5"
    assert response.json()["type"] == "urn:problem-type:belgif:serviceUnavailable"


async def test_a_fault_of_ours_says_nothing_of_itself_but_the_id_to_look_for(
    app: Litestar, clerk: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def broken(*_: Any, **__: Any) -> None:
        raise ValueError("geheim van Jan Peeters")

    monkeypatch.setattr("docket.actions.registration.register_case.register_case", broken)
    response = await clerk.post("/cases", json=MINIMAL)

    assert response.status_code == 500
    assert response.json()["instance"] == f"urn:uuid:{response.headers['BelGov-Trace-Id']}"
    assert "Peeters" not in response.text + "".join(capsys.readouterr())
