"""The OpenAPI 3.1 document, built from what the route handlers declare."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from litestar.routes import BaseRoute, HTTPRoute

from docket.api import examples, reading
from docket.api.field_words import described, structs_of
from docket.api.operations import DECLARED, PREFIX, Answer, Operation
from docket.api.problems import MEDIA_TYPE, Problem
from docket.contract import ContractStruct
from docket.decoding import MAX_ROWS, MAX_TEXT_BYTES

VERSION = "1.0.0"
DESCRIPTION = f"""\
Register port-crime files, see where each belongs and why, and follow them.

Every request carries an API key: `Authorization: Bearer <key>`. A key has scopes; the client it stands for sees the files
of its office or court only, and what it may not see answers as a number that was never issued.

Later writes carry the version of the file that the caller saw, in `If-Match`; its `ETag` is that version. Reads answer
`304` to a matching `If-None-Match`. A submission holds at most 2 MiB, a text {MAX_TEXT_BYTES // 1024} KiB where its
field names no other limit, a list {MAX_ROWS} rows; unknown fields and control characters are refused.
A decision is kept as codes, and told in the
language of `Accept-Language`: Dutch, French or English. Errors are problems (RFC 9457) of the Belgif
types, with every fault of the input at once.
"""
TAGS = (
    ("cases", "Register, read and correct files; later reports; access to a file."),
    ("decisions", "Where a file belongs, by the rules or by a person."),
    ("competence", "Courts that rest on policy alone, objections to competence, and what courts ruled on them."),
    ("connected", "Files that look alike, and the acts that link, join and split them."),
    ("documents", "Word files made of a case."),
    ("followUp", "Referrals to a court, transfers to an office, mails and docket entries."),
    ("routing", "Decide without storing."),
    ("law", "Drafts of the law, tried on the whole register."),
    ("service", "The service itself."),
)
PATH_PARAMETERS = {
    "caseNumber": ("Number of a file of this register.", reading.CASE_NUMBER_PATTERN, "HAV-2026-000001"),
    "decisionSeq": ("Place of a decision among those of this file, from 1.", reading.ID_PATTERN, "1"),
    "documentId": ("Id of a document of this file.", reading.ID_PATTERN, "17"),
    "simulationId": ("Id of a simulation.", reading.ID_PATTERN, "3"),
    "challengeId": ("Id of an objection to competence in this file.", reading.ID_PATTERN, "4"),
    "chamberId": ("Id of a chamber.", reading.ID_PATTERN, "3"),
    "rollDay": ("Day of a roll.", reading.DAY_PATTERN, "2026-12-07"),
    "hearingId": ("Id of a hearing of this file.", reading.ID_PATTERN, "12"),
    "rowId": ("Id of a row of who is to be told in this file.", reading.ID_PATTERN, "31"),
    "taskId": ("Id of a task about a mail.", reading.ID_PATTERN, "4"),
    "workList": ("Code of a work list.", reading.WORK_LIST_PATTERN, "toConfirm"),
    "pieceId": ("Id of a piece of this file.", reading.ID_PATTERN, "3"),
    "fileSha256": (
        "Hash of the bytes that are handed in, in small hexadecimal digits.",
        reading.SHA256_PATTERN,
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    ),
    "templateKind": ("Code of a kind of document.", reading.KIND_PATTERN, "receipt"),
    "seatCode": ("Code of an office or a court.", reading.CODE_PATTERN, "antwerpPort"),
    "templateId": ("Number of a version of its template; 0 = of the release.", reading.TEMPLATE_PATTERN, "3"),
    "itemId": ("Id of a seizure in the report of this file.", reading.ROW_ID_PATTERN, "g1"),
    "serviceId": ("Id of a service of this file.", reading.ID_PATTERN, "7"),
    "contactId": ("Id of a contact of this file.", reading.ID_PATTERN, "8"),
    "deliveryId": ("Id of a mail of this file.", reading.ID_PATTERN, "17"),
}
REQUEST_HEADERS = {
    "If-Match": (True, 'The version of the file that the caller saw: its ETag, with quotes (`"3"`).', r'^"[0-9]{1,9}(-[a-z]{2})?"$', '"1"'),
    "Accept-Language": (False, "The language of the sentences: nl (also where none is asked for), fr or en.", r"^.*$", "fr"),
    "Range": (False, "The part that is wanted, one range of bytes; several, or another unit, give the whole.", r"^.*$", "bytes=0-1023"),
    "If-Range": (False, "The ETag of the version of which a part is wanted; of another version comes the whole.", r"^.*$", '"6f1c0ac8"'),
    "Idempotency-Key": (
        False,
        "The same key with the same body is done once and answered alike; with another body it is refused (422).",
        reading.IDEMPOTENCY_KEY_PATTERN,
        "6f1c0ac8-3f0e-4a43-9a55-6f0f2a0f6c11",
    ),
}
RESPONSE_HEADERS = {
    "ETag": "The version of the file, or of this content; for If-Match and If-None-Match.",
    "Location": "Address of what was created.",
    "Content-Language": "The language of the sentences: nl, fr or en.",
    "Content-Disposition": "File name to save under.",
    "Accept-Ranges": "bytes: a part of it can be asked for.",
    "Content-Range": "Which bytes these are, and how many there are.",
}
PROBLEM_NAMES = {
    400: "BadRequest",
    401: "Unauthorized",
    403: "MissingScope",
    404: "ResourceNotFound",
    409: "StateForbids",
    412: "StaleVersion",
    413: "PayloadTooLarge",
    416: "RangeNotSatisfiable",
    422: "IdempotencyKeyReused",
    428: "PreconditionRequired",
    503: "ServiceUnavailable",
}
PROBLEM_DESCRIPTIONS = {
    400: "Faults in the input, all of them, each with its place in `issues`.",
    401: "No API key, or none that is valid.",
    403: "The key lacks the scope, or its client the role, that this whole operation asks for.",
    404: "There is no such resource, or none that the caller may see.",
    409: "The state of the file forbids this.",
    412: "The file changed since the version in If-Match; `detail` says how.",
    413: "The submission is larger than 2 MiB.",
    416: "The range begins past the end; Content-Range says how large the file is.",
    422: "The Idempotency-Key, or the externalId of this sender, belongs to a submission with another body.",
    428: "If-Match is missing.",
    503: "The database does not answer; try again after the seconds in Retry-After.",
}


def document(routes: Iterable[BaseRoute]) -> dict[str, Any]:
    """The whole document; `routes` are those of the application."""
    declared = sorted(declared_operations(routes), key=lambda row: (row[0], row[1]))
    components = _Components(operation for _, _, operation in declared)
    paths: dict[str, dict[str, Any]] = {}
    for path, method, operation in declared:
        paths.setdefault(path.removeprefix(PREFIX), {})[method.lower()] = _operation(path, method, operation, components)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Havendossier", "version": VERSION, "description": DESCRIPTION},
        "servers": [{"url": PREFIX}],
        "security": [{"apiKey": []}],
        "tags": [{"name": name, "description": description} for name, description in TAGS],
        "paths": paths,
        "components": {
            "schemas": components.schemas,
            "responses": {
                PROBLEM_NAMES[status]: _problem(PROBLEM_DESCRIPTIONS[status], examples.PROBLEMS.get(status)) for status in PROBLEM_NAMES
            }
            | {"Problem": _problem("Any other error.")},
            "headers": {"BelGov-Trace-Id": _text_header("Id of this request in the log of the service.")},
            "securitySchemes": {"apiKey": {"type": "http", "scheme": "bearer", "description": "An API key of this register."}},
        },
    }


def declared_operations(routes: Iterable[BaseRoute]) -> Iterator[tuple[str, str, Operation]]:
    for route in routes:
        if isinstance(route, HTTPRoute):
            for handler in route.route_handlers:
                if (operation := handler.opt.get(DECLARED)) is not None:
                    path = re.sub(r"\{(\w+)(:\w+)?\}", r"{\1}", route.path_format)
                    yield from ((path, method, operation) for method in handler.http_methods if method not in ("HEAD", "OPTIONS"))


class _Components:
    """The schemas of all bodies; msgspec draws them, so that they say what the decoder accepts."""

    def __init__(self, operations: Iterable[Operation]) -> None:
        operations = tuple(operations)
        received = _distinct(operation.body for operation in operations if operation.body is not bytes)
        answered = _distinct([Problem, *(answer.body for operation in operations for answer in operation.answers.values())])
        drawn, self.schemas = _draw([*received, *answered])
        self.refs = dict(zip([*received, *answered], drawn, strict=True))
        _, of_input = _draw(received)
        for name in of_input:
            self.schemas[name] = _with_limits(self.schemas[name])
        for name, kind in structs_of([*received, *answered]).items():
            if issubclass(kind, ContractStruct):
                _let_lists_be_null(self.schemas[name])
            _describe(self.schemas[name], described(kind))
        self.schemas = {name: _with_types(schema) for name, schema in sorted(self.schemas.items())}


def _draw(kinds: list[Any]) -> tuple[tuple[dict[str, Any], ...], dict[str, Any]]:
    return msgspec.json.schema_components(kinds, ref_template="#/components/schemas/{name}")


def _distinct(kinds: Iterable[Any]) -> list[Any]:
    return list(dict.fromkeys(kind for kind in kinds if kind is not None))


def _with_limits(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_with_limits(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    limited = {key: _with_limits(value) for key, value in schema.items()}
    if schema.get("type") == "string" and "pattern" not in schema:
        limited.setdefault("maxLength", MAX_TEXT_BYTES)
    elif schema.get("type") == "array":
        limited["maxItems"] = MAX_ROWS
    return limited


def _with_types(schema: Any) -> Any:
    """A list of codes says that they are strings."""
    if isinstance(schema, list):
        return [_with_types(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    typed = {key: _with_types(value) for key, value in schema.items()}
    return {"type": "string"} | typed if isinstance(schema.get("enum"), list) else typed


def _describe(schema: dict[str, Any], said: dict[str, str]) -> None:
    for name, text in said.items():
        # Beside $ref too: OpenAPI 3.1 reads what stands next to a reference.
        schema["properties"][name] = {"description": text} | schema["properties"][name]


def _let_lists_be_null(schema: dict[str, Any]) -> None:
    """Every field of the contract may be null but those that it requires; a list that is null is an empty one."""
    for field in schema["properties"].values():
        if field.get("type") == "array":
            listed = {key: field.pop(key) for key in ("type", "items", "maxItems") if key in field}
            field["anyOf"] = [listed, {"type": "null"}]


def _operation(path: str, method: str, operation: Operation, components: _Components) -> dict[str, Any]:
    drawn: dict[str, Any] = {
        "operationId": operation.operation_id,
        "tags": [operation.tag],
        "summary": operation.summary,
        "parameters": [*_path_parameters(path), *_headers(operation), *_query(operation)],
        "responses": _responses(method, operation, components),
        "security": _security(operation),
    }
    if operation.description:
        drawn["description"] = operation.description
    if operation.body is bytes:
        binary = {"schema": {"type": "string", "format": "binary"}}
        drawn["requestBody"] = {"required": True, "content": {operation.body_media_type: binary}}
    elif operation.body is not None:
        content = {"schema": components.refs[operation.body], "example": operation.body_example}
        drawn["requestBody"] = {"required": True, "content": {"application/json": content}}
    return drawn


def _security(operation: Operation) -> list[dict[str, list[str]]]:
    if operation.scope == "everybody":
        return []
    return [{"apiKey": [] if operation.scope == "anyKey" else [operation.scope]}]


def _path_parameters(path: str) -> Iterator[dict[str, Any]]:
    for name in re.findall(r"\{(\w+)\}", path):
        description, pattern, example = PATH_PARAMETERS[name]
        schema = {"type": "string", "pattern": pattern}
        yield {"name": name, "in": "path", "required": True, "description": description, "schema": schema, "example": example}


def _headers(operation: Operation) -> Iterator[dict[str, Any]]:
    for name in operation.headers:
        required, description, pattern, example = REQUEST_HEADERS[name]
        if name == "Idempotency-Key":
            # One key for two acts would be refused.
            example = f"{operation.operation_id}-{example}"
        schema = {"type": "string", "pattern": pattern}
        yield {"name": name, "in": "header", "required": required, "description": description, "schema": schema, "example": example}


def _query(operation: Operation) -> Iterator[dict[str, Any]]:
    if operation.query is None:
        return
    _, schemas = _draw([operation.query])
    drawn = schemas[operation.query.__name__]
    for name, field in drawn["properties"].items():
        # A parameter is left out, never null.
        schema = dict(next((each for each in field.get("anyOf", ()) if each != {"type": "null"}), field))
        parameter = {"name": name, "in": "query", "required": name in drawn["required"], "description": schema.pop("description", "")}
        examples = schema.pop("examples", None)
        yield parameter | {"schema": _with_types(schema)} | ({"example": examples[0]} if examples else {})


def _responses(method: str, operation: Operation, components: _Components) -> dict[str, Any]:
    drawn = {str(status): _answer(answer, components) for status, answer in operation.answers.items()}
    if method == "GET" and any("ETag" in answer.headers for answer in operation.answers.values()):
        drawn["304"] = {"description": "Not modified since the version in If-None-Match."}
    guarded = {"everybody": (), "anyKey": (401,)}.get(operation.scope, (401, 403))
    for status in sorted({400, *operation.problems, *guarded, *((413,) if operation.body is not None else ())}):
        drawn[str(status)] = {"$ref": f"#/components/responses/{PROBLEM_NAMES[status]}"}
    return drawn | {"default": {"$ref": "#/components/responses/Problem"}}


def _answer(answer: Answer, components: _Components) -> dict[str, Any]:
    headers = {name: _text_header(RESPONSE_HEADERS[name]) for name in answer.headers}
    drawn: dict[str, Any] = {
        "description": answer.description,
        "headers": headers | {"BelGov-Trace-Id": {"$ref": "#/components/headers/BelGov-Trace-Id"}},
    }
    if answer.body is not None:
        example = {"example": answer.example} if answer.example is not None else {}
        drawn["content"] = {answer.media_type: {"schema": components.refs[answer.body]} | example}
    elif answer.media_type != "application/json":
        drawn["content"] = {answer.media_type: {}}
    return drawn


def _problem(description: str, example: dict[str, Any] | None = None) -> dict[str, Any]:
    return {
        "description": description,
        "headers": {"BelGov-Trace-Id": {"$ref": "#/components/headers/BelGov-Trace-Id"}},
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}} | ({"example": example} if example else {})},
    }


def _text_header(description: str) -> dict[str, Any]:
    return {"description": description, "schema": {"type": "string"}}
