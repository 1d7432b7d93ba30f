"""Schemathesis as a client with every scope, on a filled register, over a real server: no 5xx, and every operation works."""

import asyncio
import json
import re
import subprocess
import sys
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeAlias, get_args
from urllib.parse import urlsplit

import httpx
import pytest

from docket.access import SYSTEM, Scope
from docket.actions.accounts.add_user import AddUser, add_user
from docket.api import examples
from docket.clock import court_day
from docket.deps import Deps
from docket.draws import code_of
from docket.mail.sending import MemorySender
from docket.passwords import new_key
from docket.store import accounts
from docket.worker.queue import drain
from tests import drafts
from tests.docket.api.registering import registered

NEVER_ISSUED = {"caseNumber": "HAV-2026-999999", "If-Match": '"9"', "day": "1990-01-01", "law": "0" * 64}
TODAY = court_day(datetime.now(UTC))
#: Operations on something that has to be there first, a contact, a sitting or a clock: which test shows that they succeed.
SHOWN_BY = {
    "compareDocument": "test_document_life.py",
    "readHearingRoll": "test_hearings.py",
    "readTemplateContent": "test_templates.py",
    "readTemplateExample": "test_templates.py",
    "uploadTemplate": "test_templates.py",
    "makeDocumentPdf": "test_document_pdf.py",
    "attachPiece": "test_pieces.py",
    "readDocumentPdfContent": "test_document_pdf.py",
    "remakeDocument": "test_document_life.py",
    "actOnDocument": "test_document_life.py",
    "readDocumentPdf": "test_document_pdf.py",
    "makeBundle": "test_bundles.py",
    "readBundle": "test_bundles.py",
    "readBundleContent": "test_bundles.py",
    "startBulkRun": "test_bulk_runs.py",
    "readBulkRun": "test_bulk_runs.py",
    "repeatBulkRun": "test_bulk_runs.py",
    "correctContact": "test_contacts.py",
    "endContact": "test_contacts.py",
    "keepSitting": "test_hearings.py",
    "setHearing": "test_hearings.py",
    "moveHearing": "test_hearings.py",
    "cancelHearing": "test_hearings.py",
    "noteTelling": "test_hearings.py",
    "noteService": "test_services.py",
    "enterJudgment": "test_judgments.py",
    "lodgeRemedy": "test_judgments.py",
    "actOnJudgment": "test_judgments.py",
    "closeMailTask": "test_mail_tasks.py",
    "uploadPiece": "test_pieces.py",
    "readPiece": "test_pieces.py",
    "readPieceContent": "test_pieces.py",
    "movePiece": "test_pieces.py",
    "withdrawPiece": "test_pieces.py",
    "keepSeizedItem": "test_seized_items.py",
    "decideSeizedItem": "test_seized_items.py",
    "carryOutSeizedItem": "test_seized_items.py",
    "strikeSeizedItemAct": "test_seized_items.py",
    "startTimeLimit": "test_time_limits.py",
    "changeTimeLimit": "test_time_limits.py",
    "enterLimitationAct": "test_time_limits.py",
    "enterAnswer": "test_requests.py",
    "changeRequest": "test_requests.py",
}
SOON = {"answerDueOn": (TODAY + timedelta(days=14)).isoformat(), "timeLimits": []}
#: Port crime on the left bank, that goes to Antwerp and has no ground there but the policy.
BY_POLICY_ALONE: dict[str, Any] = {
    "places": [{"id": "p1", "role": "discovery", "port": "antwerp", "quay": "1742", "country": "BE"}],
    "offences": [{"offence": "portIntrusion", "committedFrom": "2026-11-19", "place": "p1"}],
}
#: operationId -> name of a parameter -> the value with which it works.
Pins: TypeAlias = dict[str, dict[str, str]]
EXAMPLES_PER_OPERATION = 3
SEED = 20181102
#: Left out: positive_data_acceptance, because a schema cannot say that a place exists or a day is in the calendar.
CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,"
    "response_schema_conformance,negative_data_rejection,missing_required_header,unsupported_method,ignored_auth"
)


@pytest.mark.minutes
async def test_no_5xx_and_every_operation_answers_2xx(server: str, deps: Deps, sender: MemorySender, tmp_path: Path) -> None:
    key = await _client(deps, "everything", "antwerpPort")
    async with AsyncExitStack() as stack:
        ours = await stack.enter_async_context(_speaking(server, key))
        theirs = await stack.enter_async_context(_speaking(server, await _client(deps, "neighbour", "eastFlandersDendermonde")))
        code = await _port_prosecutor(deps)
        [(name, content)] = drafts.without("waasland", dict(deps.law.files)).items()
        draft = {"files": [{"name": name, "content": content.decode()}]}
        pins = await _fill(ours, theirs, code, draft)
        await drain(deps, sender)
        document = _present((await ours.get("/doc/openapi.json")).text, code, pins)
    _body_of(document, "/simulations")["example"] = draft
    # A suspect of the report who lives there would be a statutory ground by himself, and leave nothing to confirm.
    _body_of(document, "/cases/{caseNumber}/confirmations")["example"].pop("factPath")
    (tmp_path / "openapi.json").write_text(json.dumps(_pinned(document, pins)))
    (tmp_path / "schemathesis.toml").write_text("[checks.missing_required_header]\nexpected-statuses = [428]\n")

    run = await asyncio.to_thread(_schemathesis, tmp_path, server, key)

    assert _failed(tmp_path / "run.har") == []
    assert run.returncode == 0, (
        "\n".join(re.findall(r"(?m)^_{3,}.+|^- ST.+|^ +Invalid component.+|^ +curl.{0,300}", run.stdout)) + run.stderr[-2000:]
    )
    statuses = _statuses(document, tmp_path / "run.har")
    assert {operation for operation, seen in statuses.items() if not any(200 <= status < 300 for status in seen)} <= set(SHOWN_BY)
    assert all((Path(__file__).parent / name).exists() for name in SHOWN_BY.values())


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


async def _port_prosecutor(deps: Deps) -> str:
    command = AddUser(name="havenprocureur", display_name="Havenprocureur A", roles=("prosecutor",), office="antwerpPort")
    return code_of((await add_user(command, SYSTEM, deps)).account_id)


def _speaking(server: str, key: str) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=f"{server}/api/v1", headers={"Authorization": f"Bearer {key}"}, timeout=60)


async def _fill(ours: httpx.AsyncClient, theirs: httpx.AsyncClient, code: str, draft: dict[str, Any]) -> Pins:
    """A file for each operation that changes one, as it must stand for the operation to succeed; names -> values."""
    pins: Pins = {}
    first = [await registered(ours) for _ in range(4)]
    assert [number[-6:] for number in first] == ["000001", "000002", "000003", "000004"], "the examples of the bodies name them"
    fresh = ("amendCase", "addReport", "decideCase", "setConfidentiality", "referCase", "offerTransfer", "makeDocument")
    fresh += (
        "askRequest",
        "changeStatus",
        "dismissCandidate",
        "linkCases",
        "joinCases",
        "splitCase",
        "overrideAssignment",
        "raiseConflict",
        "askService",
    )
    changed = {
        "strikeEntry": ("links", examples.LINK | {"caseNumber": first[2]}),
        "unlinkCases": ("links", examples.LINK | {"caseNumber": first[1]}),
        "withdrawTransfer": ("transfers", examples.TRANSFER | SOON),
        "settleConflict": ("conflicts", examples.CONFLICT),
        "withdrawConflict": ("conflicts", examples.CONFLICT),
    }
    resting = {"confirmCompetence": None, "challengeCompetence": None, "ruleOnChallenge": ("challenges", examples.CHALLENGE)}
    await asyncio.gather(
        *(_pin(pins, operation, ours) for operation in fresh),
        *(_pin(pins, operation, ours, *before) for operation, before in changed.items()),
        *(_pin(pins, operation, ours, *(before or ()), **BY_POLICY_ALONE) for operation, before in resting.items()),
        _pin_reads(pins, ours, code),
        _pin_answer(pins, theirs),
        _pin_joined(pins, ours),
    )
    number = pins["ruleOnChallenge"]["caseNumber"]
    [challenge] = (await ours.get(f"/cases/{number}/challenges")).json()["items"]
    pins["ruleOnChallenge"]["challengeId"] = str(challenge["id"])
    enacted = (await ours.get("/enactments")).json()["items"][0]
    pins["decideCaseAsOf"]["law"] = enacted["lawDigest"]
    tried = await ours.post("/simulations", json=draft)
    assert tried.status_code == 201, tried.text
    pins["readSimulation"] = pins["listSimulatedFiles"] = {"simulationId": str(tried.json()["id"])}
    return pins


async def _pin(pins: Pins, operation: str, client: httpx.AsyncClient, resource: str = "", body: Any = None, **fields: Any) -> None:
    """A new file for an operation, after one change where it needs that."""
    pins[operation] = {"caseNumber": await registered(client, **fields), "If-Match": '"1"'}
    if resource:
        pins[operation]["If-Match"] = await _changed(client, pins[operation]["caseNumber"], resource, body)


async def _changed(client: httpx.AsyncClient, number: str, resource: str, body: Any) -> str:
    """The version that the file has after it."""
    answer = await client.post(f"/cases/{number}/{resource}", json=body, headers={"If-Match": '"1"'})
    assert answer.status_code == 201, answer.text
    return answer.headers["ETag"]


async def _pin_reads(pins: Pins, ours: httpx.AsyncClient, code: str) -> None:
    read = await registered(ours, summary="Deurganckdok")
    await _changed(ours, read, "assignments", examples.ASSIGNMENT_CHOICE | {"prosecutor": code})
    document = (await ours.post(f"/cases/{read}/documents", json={"kind": "receipt"})).json()["id"]
    mail = (await ours.get(f"/cases/{read}/deliveries")).json()["items"][0]["id"]
    below = {"caseNumber": read, "decisionSeq": "1", "documentId": str(document), "deliveryId": str(mail)}
    document_of = (await ours.get("/doc/openapi.json")).json()
    for path, methods in document_of["paths"].items():
        if "{caseNumber}" in path and "get" in methods:
            pins[methods["get"]["operationId"]] = dict(below)
    pins["resendDelivery"] = below
    pins["decideCaseAsOf"]["day"] = "2020-05-01"


async def _pin_answer(pins: Pins, theirs: httpx.AsyncClient) -> None:
    number = await registered(theirs)
    version = await _changed(theirs, number, "transfers", {"toOffice": "antwerpPort", "ground": "other", "reason": "x"})
    pins["answerTransfer"] = {"caseNumber": number, "If-Match": version}


async def _pin_joined(pins: Pins, ours: httpx.AsyncClient) -> None:
    lead, joined = await registered(ours), await registered(ours)
    await _changed(ours, lead, "joins", examples.JOINDER | {"files": [{"caseNumber": joined}]})
    pins["unjoinCase"] = {"caseNumber": joined, "If-Match": '"2"'}


def _present(document: str, code: str, pins: Pins) -> dict[str, Any]:
    """The document whose examples name an account that there is, and days and numbers of now: the server has the real clock."""
    year = pins["amendCase"]["caseNumber"][:9]
    now = {
        examples.ASSIGNMENT_CHOICE["prosecutor"]: code,
        examples.OUTCOME_OF_CONFLICT["ruledOn"]: TODAY.isoformat(),
        examples.TRANSFER["answerDueOn"]: SOON["answerDueOn"],
        examples.NUMBER[:9]: year,
    }
    for example, value in now.items():
        document = document.replace(example, value)
    return json.loads(document)


def _body_of(document: dict[str, Any], path: str) -> dict[str, Any]:
    return document["paths"][path]["post"]["requestBody"]["content"]["application/json"]


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
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=900, check=False)


def _failed(har: Path) -> list[str]:
    """What the service answered with a failure of its own."""
    return [
        f"{entry['response']['status']} {entry['request']['method']} {entry['request']['url']} {entry['request'].get('postData')}"[:2000]
        for entry in json.loads(har.read_text())["log"]["entries"]
        if entry["response"]["status"] >= 500
    ]


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
