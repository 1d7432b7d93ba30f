"""The document says what the handlers do, and nothing of it comes from outside."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest
from litestar import Litestar

from docket.api import examples, openapi, reference
from docket.api.operations import DECLARED, PREFIX, Answer
from docket.api.problems import Problem
from docket.decoding import decode_value

SNAPSHOT = Path(__file__).with_name("openapi.json")


@cache
def _drawn(app: Litestar) -> str:
    """Once for the one application of a run: drawing it takes two seconds."""
    return json.dumps(openapi.document(app.routes))


@pytest.fixture
def document(app: Litestar) -> dict[str, Any]:
    return json.loads(_drawn(app))


def test_the_document_equals_the_one_that_was_agreed(document: dict[str, Any], tmp_path: Path) -> None:
    drawn = tmp_path / SNAPSHOT.name
    drawn.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n")

    assert drawn.read_text() == SNAPSHOT.read_text(), f"The API changed. If that is meant: cp '{drawn}' {SNAPSHOT.relative_to(Path.cwd())}"


def test_every_operation_has_an_id_a_summary_a_tag_and_a_default_problem(document: dict[str, Any]) -> None:
    operations = [operation for path in document["paths"].values() for operation in path.values()]
    tags = {tag["name"] for tag in document["tags"]}

    assert len({operation["operationId"] for operation in operations}) == len(operations)
    for operation in operations:
        assert operation["summary"]
        assert set(operation["tags"]) <= tags
        assert operation["responses"]["default"] == {"$ref": "#/components/responses/Problem"}
        assert "400" in operation["responses"]


def test_names_are_in_lower_camel_case(document: dict[str, Any]) -> None:
    names = {name for schema in document["components"]["schemas"].values() for name in schema["properties"]}
    names |= {
        parameter["name"]
        for path in document["paths"].values()
        for each in path.values()
        for parameter in each["parameters"]
        if parameter["in"] != "header"
    }

    assert [name for name in names if not re.fullmatch(r"[a-z][a-zA-Z0-9]*", name)] == []


def test_every_input_refuses_unknown_fields(document: dict[str, Any]) -> None:
    bodies = [
        each["requestBody"]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
        for path in document["paths"].values()
        for each in path.values()
        if "application/json" in each.get("requestBody", {}).get("content", {})
    ]

    assert {name: document["components"]["schemas"][name]["additionalProperties"] for name in bodies} == dict.fromkeys(bodies, False)


def test_every_example_is_taken_by_the_decoder(app: Litestar) -> None:
    examples = [
        (operation.body, operation.body_example)
        for _, _, operation in openapi.declared_operations(app.routes)
        if operation.body not in (None, bytes)
    ]

    assert examples
    for kind, example in examples:
        assert isinstance(decode_value(example, kind), kind)


def test_every_example_of_an_answer_is_one(app: Litestar) -> None:
    answers = [each for _, _, operation in openapi.declared_operations(app.routes) for each in operation.answers.values() if each.example]
    answers += [Answer(description="", body=Problem, example=example) for example in examples.PROBLEMS.values()]

    assert len(answers) > 20
    for answer in answers:
        made = msgspec.json.decode(msgspec.json.encode(answer.example), type=answer.body)
        assert msgspec.json.decode(msgspec.json.encode(made)) == answer.example


def test_every_route_of_the_api_is_documented_or_says_why_it_is_open(app: Litestar) -> None:
    silent = [
        f"{sorted(handler.http_methods)} {route.path}"
        for route in app.routes
        if route.path.startswith(PREFIX)
        for handler in getattr(route, "route_handlers", ())
        if handler.http_methods != {"OPTIONS"} and DECLARED not in handler.opt and not handler.opt.get("open")
    ]

    assert silent == []


async def test_the_page_and_its_files_come_from_here_only(client: httpx.AsyncClient) -> None:
    page = await client.get(f"{PREFIX}/doc")
    addresses = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    script = await client.get(f"{PREFIX}/doc/start.js")

    assert addresses
    assert all(address.startswith(f"{PREFIX}/doc/") for address in addresses)
    assert "//" not in script.text
    for address in addresses:
        assert (await client.get(address)).status_code == 200
    assert "unsafe-inline" not in page.headers["Content-Security-Policy"].split("style-src")[0]


async def test_files_of_the_wheel_that_the_page_does_not_need_are_not_served(client: httpx.AsyncClient) -> None:
    for name in ("oauth2-redirect.html", "swagger-editor-bundle.js", "..%2f__init__.py"):
        assert (await client.get(f"{PREFIX}/doc/{name}")).status_code == 404


async def test_the_document_is_the_one_that_is_served(client: httpx.AsyncClient, document: dict[str, Any]) -> None:
    served = await client.get(f"{PREFIX}/doc/openapi.json")

    assert served.json() == msgspec.json.decode(msgspec.json.encode(document))
    assert reference.FILES
