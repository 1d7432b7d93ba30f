"""Schemathesis as a client with every scope, on a filled register, over a real server: no 5xx, and every operation works."""

import asyncio
import json
import re
import subprocess
import sys
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any, TypeAlias, get_args
from urllib.parse import urlsplit

import httpx

from docket.access import Scope
from docket.api import examples
from docket.deps import Deps
from docket.mail.sending import MemorySender
from docket.passwords import new_key
from docket.store import accounts
from docket.worker.queue import drain
from tests.docket.api.registering import registered

NEVER_ISSUED = {"caseNumber": "HAV-2026-999999", "If-Match": '"9"'}
#: operationId -> name of a parameter -> the value with which it works.
Pins: TypeAlias = dict[str, dict[str, str]]
EXAMPLES_PER_OPERATION = 12
SEED = 20181102
#: Left out: positive_data_acceptance, because a schema cannot say that a place exists or a day is in the calendar.
CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,"
    "response_schema_conformance,negative_data_rejection,missing_required_header,unsupported_method,ignored_auth"
)


async def test_no_5xx_and_every_operation_answers_2xx(server: str, deps: Deps, sender: MemorySender, tmp_path: Path) -> None:
    key = await _client(deps, "everything", "antwerpPort")
    async with AsyncExitStack() as stack:
        ours = await stack.enter_async_context(_speaking(server, key))
        theirs = await stack.enter_async_context(_speaking(server, await _client(deps, "neighbour", "eastFlandersDendermonde")))
        pins = await _fill(ours, theirs)
        await drain(deps, sender)
        document = (await ours.get("/doc/openapi.json")).json()
    (tmp_path / "openapi.json").write_text(json.dumps(_pinned(document, pins)))
    (tmp_path / "schemathesis.toml").write_text("[checks.missing_required_header]\nexpected-statuses = [428]\n")

    run = await asyncio.to_thread(_schemathesis, tmp_path, server, key)

    assert run.returncode == 0, run.stdout[:3000] + run.stdout[-5000:] + run.stderr[-2000:]
    statuses = _statuses(document, tmp_path / "run.har")
    assert {operation: seen for operation, seen in statuses.items() if any(status >= 500 for status in seen)} == {}
    assert [operation for operation, seen in statuses.items() if not any(200 <= status < 300 for status in seen)] == []


async def _client(deps: Deps, name: str, office: str) -> str:
    """The key of a head's program with every scope: the one role that may do all that the API offers."""
    key, _ = new_key()
    await accounts.add_client(
        deps.pool,
        name=name,
        role="headOfOffice",
        office=office,
        court=None,
        scopes=get_args(Scope),
        key=key,
        expires_at=None,
        now=deps.clock.now(),
    )
    return key


def _speaking(server: str, key: str) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=f"{server}/api/v1", headers={"Authorization": f"Bearer {key}"})


async def _fill(ours: httpx.AsyncClient, theirs: httpx.AsyncClient) -> Pins:
    """A file for each operation that changes one, as it must stand for the operation to succeed; names -> values."""
    pins: Pins = {}
    await _fill_connected(ours, pins)
    for operation in ("amendCase", "addReport", "decideCase", "setConfidentiality", "referCase", "offerTransfer", "makeDocument"):
        pins[operation] = {"caseNumber": await registered(ours), "If-Match": '"1"'}
    await _fill_competence(ours, pins)
    read = await registered(ours, summary="Deurganckdok")
    for operation in (
        "readCase",
        "listConfirmations",
        "listChallenges",
        "listDecisions",
        "readDecision",
        "listReferrals",
        "listTransfers",
        "listCandidates",
        "listLinks",
        "listDeliveries",
        "listEntries",
    ):
        pins[operation] = {"caseNumber": read, "decisionSeq": "1"}
    document = (await ours.post(f"/cases/{read}/documents", json={"kind": "receipt"})).json()["id"]
    for operation in ("listDocuments", "readDocument", "readDocumentContent"):
        pins[operation] = {"caseNumber": read, "documentId": str(document)}
    mail = (await ours.get(f"/cases/{read}/deliveries")).json()["items"][0]["id"]
    pins["resendDelivery"] = {"caseNumber": read, "deliveryId": str(mail)}
    offered = await registered(theirs)
    offer = {"toOffice": "antwerpPort", "ground": "other", "reason": "x"}
    answer = await theirs.post(f"/cases/{offered}/transfers", json=offer, headers={"If-Match": '"1"'})
    assert answer.status_code == 201, answer.text
    pins["answerTransfer"] = {"caseNumber": offered, "If-Match": answer.headers["ETag"]}
    return pins


async def _fill_connected(ours: httpx.AsyncClient, pins: Pins) -> None:
    """The first files bear the numbers that the examples of the bodies name."""
    assert [await registered(ours) for _ in range(4)][-1] == "HAV-2026-000004"
    for operation in ("dismissCandidate", "linkCases", "joinCases", "splitCase", "unlinkCases"):
        pins[operation] = {"caseNumber": await registered(ours), "If-Match": '"1"'}
    linked = pins["unlinkCases"]
    answer = await ours.post(f"/cases/{linked['caseNumber']}/links", json=examples.LINK, headers={"If-Match": '"1"'})
    linked["If-Match"] = answer.headers["ETag"]
    lead, joined = await registered(ours), await registered(ours)
    body = examples.JOINDER | {"files": [{"caseNumber": joined}]}
    answer = await ours.post(f"/cases/{lead}/joins", json=body, headers={"If-Match": '"1"'})
    assert answer.status_code == 201, answer.text
    pins["unjoinCase"] = {"caseNumber": joined, "If-Match": '"2"'}


async def _fill_competence(ours: httpx.AsyncClient, pins: Pins) -> None:
    """A file by policy alone to confirm, one to object to, and one with an objection to rule on."""
    for operation in ("confirmCompetence", "challengeCompetence", "ruleOnChallenge"):
        places = [{"id": "p1", "role": "discovery", "port": "antwerp", "quay": "1742", "country": "BE"}]
        offences = [{"offence": "portIntrusion", "committedFrom": "2026-11-19", "place": "p1"}]
        pins[operation] = {"caseNumber": await registered(ours, places=places, offences=offences), "If-Match": '"1"'}
    number = pins["ruleOnChallenge"]["caseNumber"]
    answer = await ours.post(f"/cases/{number}/challenges", json=examples.CHALLENGE, headers={"If-Match": '"1"'})
    assert answer.status_code == 201, answer.text
    [challenge] = (await ours.get(f"/cases/{number}/challenges")).json()["items"]
    pins["ruleOnChallenge"] |= {"challengeId": str(challenge["id"]), "If-Match": answer.headers["ETag"]}


def _pinned(document: dict[str, Any], pins: Pins) -> dict[str, Any]:
    """Random numbers would meet no file: a parameter takes the value that is pinned, or another one that is well formed."""
    for path in document["paths"].values():
        for operation in path.values():
            for parameter in operation["parameters"]:
                value = pins.get(operation["operationId"], {}).get(parameter["name"])
                if value is not None:
                    parameter |= {
                        "example": value,
                        "schema": {"type": "string", "enum": [value, NEVER_ISSUED.get(parameter["name"], "999999")]},
                    }
    return document


# One worker: Python 3.11 cannot parse in two threads ("AST constructor recursion depth mismatch"), and Hypothesis does.
def _schemathesis(folder: Path, server: str, key: str) -> subprocess.CompletedProcess[str]:
    command = [
        *(
            str(Path(sys.executable).with_name("schemathesis")),
            "run",
            "openapi.json",
            "--url",
            f"{server}/api/v1",
            "--header",
            f"Authorization: Bearer {key}",
        ),
        *("--phases", "examples,coverage,fuzzing", "--max-examples", str(EXAMPLES_PER_OPERATION), "--seed", str(SEED)),
        *("--checks", CHECKS, "--continue-on-failure", "--suppress-health-check", "all", "--workers", "1"),
        *("--report", "har", "--report-har-path", "run.har", "--no-color"),
    ]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300, check=False)


def _statuses(document: dict[str, Any], har: Path) -> dict[str, set[int]]:
    """operationId -> every status it answered with."""
    patterns = {
        (method.upper(), re.compile("/api/v1" + re.sub(r"\{\w+\}", "[^/]+", path))): operation["operationId"]
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    }
    seen: dict[str, set[int]] = {operation: set() for operation in patterns.values()}
    for entry in json.loads(har.read_text())["log"]["entries"]:
        path = urlsplit(entry["request"]["url"]).path
        for (method, pattern), operation in patterns.items():
            if entry["request"]["method"] == method and pattern.fullmatch(path):
                seen[operation].add(entry["response"]["status"])
    return seen
