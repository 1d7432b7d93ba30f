"""What a request hands in: body, query, path and headers, each fault reported with its place and name."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar, get_args

import msgspec
from litestar import Request
from litestar.params import FromPath
from msgspec import inspect

from docket.decoding import CrossCheck, decode_json, decode_value, shape_of
from docket.errors import BadInput, Issue, PreconditionRequired
from routing import Language

T = TypeVar("T")

CASE_NUMBER_PATTERN = "^HAV-[0-9]{4}-[0-9]{6,9}$"
SHA256_PATTERN = "^[0-9a-f]{64}$"
#: Of a row of the report.
ROW_ID_PATTERN = "^[^/]{1,60}$"
DAY_PATTERN = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
ID_PATTERN = "^[1-9][0-9]{0,17}$"
KIND_PATTERN = "^[a-z0-9_]{1,60}$"
#: Of an office or a court.
CODE_PATTERN = "^[A-Za-z0-9]{1,60}$"
#: 0 = of the release.
TEMPLATE_PATTERN = "^(0|[1-9][0-9]{0,17})$"
WORK_LIST_PATTERN = r"^[A-Za-z]{1,40}$"
IDEMPOTENCY_KEY_PATTERN = "^[!-~]{1,200}$"
#: A version is a 32-bit number; a longer one is no version of any case.
_VERSION = re.compile(r"([0-9]{1,9})(?:-[a-z]{2})?", re.ASCII)
_ENTITY_TAG = re.compile(r'(W/)?"([\x21\x23-\x7e\x80-\xff]*)"')


async def body_of(request: Request[Any, Any, Any], kind: type[T], cross_check: CrossCheck | None = None) -> T:
    """Raises BadInput with every fault, or PayloadTooLarge before the rest of a large body is read."""
    given = request.headers.get("content-type", "")
    if given.split(";")[0].strip().lower() != "application/json":
        detail = "Zend de gegevens als application/json."
        raise BadInput(issues=(Issue(type="invalidInput", place="header", name="Content-Type", detail=detail, value=given[:200]),))
    return decode_json(await request.body(), kind, cross_check)


def query_of(request: Request[Any, Any, Any], kind: type[T]) -> T:
    """The query parameters as a struct; an unknown one is refused, a list is a parameter that may be repeated."""
    given: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        given.setdefault(name, []).append(value)
    fields = {field.encode_name: field.type for field in shape_of(kind).fields}
    values = {name: _from_text(texts, fields.get(name)) for name, texts in given.items()}
    repeated = tuple(
        Issue(type="invalidInput", place="query", name=name, detail="Deze parameter mag maar een keer voorkomen.")
        for name, value in values.items()
        if isinstance(value, _Repeated)
    )
    try:
        decoded = decode_value({name: value for name, value in values.items() if not isinstance(value, _Repeated)}, kind)
    except BadInput as error:
        raise BadInput(issues=repeated + tuple(_in_query(issue) for issue in error.issues)) from None
    if repeated:
        raise BadInput(issues=repeated)
    return decoded


def case_number_of(caseNumber: FromPath[str]) -> str:
    return _path_value("caseNumber", caseNumber, CASE_NUMBER_PATTERN, "HAV-2026-000001")


def decision_seq_of(decisionSeq: FromPath[str]) -> int:
    return int(_path_value("decisionSeq", decisionSeq, ID_PATTERN, "1"))


def document_id_of(documentId: FromPath[str]) -> int:
    return int(_path_value("documentId", documentId, ID_PATTERN, "17"))


def delivery_id_of(deliveryId: FromPath[str]) -> int:
    return int(_path_value("deliveryId", deliveryId, ID_PATTERN, "17"))


def work_list_of(workList: FromPath[str]) -> str:
    return _path_value("workList", workList, WORK_LIST_PATTERN, "toConfirm")


def simulation_id_of(simulationId: FromPath[str]) -> int:
    return int(_path_value("simulationId", simulationId, ID_PATTERN, "3"))


def challenge_id_of(challengeId: FromPath[str]) -> int:
    return int(_path_value("challengeId", challengeId, ID_PATTERN, "4"))


def chamber_id_of(chamberId: FromPath[str]) -> int:
    return int(_path_value("chamberId", chamberId, ID_PATTERN, "3"))


def roll_day_of(rollDay: FromPath[str]) -> date:
    text = _path_value("rollDay", rollDay, DAY_PATTERN, "2026-12-07")
    try:
        return date.fromisoformat(text)
    except ValueError:
        detail = "Deze dag bestaat niet."
        raise BadInput(issues=(Issue(type="outOfRange", place="path", name="rollDay", detail=detail, value=text),)) from None


def hearing_id_of(hearingId: FromPath[str]) -> int:
    return int(_path_value("hearingId", hearingId, ID_PATTERN, "12"))


def row_id_of(rowId: FromPath[str]) -> int:
    return int(_path_value("rowId", rowId, ID_PATTERN, "31"))


def contact_id_of(contactId: FromPath[str]) -> int:
    return int(_path_value("contactId", contactId, ID_PATTERN, "8"))


def task_id_of(taskId: FromPath[str]) -> int:
    return int(_path_value("taskId", taskId, ID_PATTERN, "4"))


def piece_id_of(pieceId: FromPath[str]) -> int:
    return int(_path_value("pieceId", pieceId, ID_PATTERN, "3"))


def sha256_of(fileSha256: FromPath[str]) -> str:
    return _path_value("fileSha256", fileSha256, SHA256_PATTERN, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")


def template_kind_of(templateKind: FromPath[str]) -> str:
    return _path_value("templateKind", templateKind, KIND_PATTERN, "receipt")


def seat_of(seatCode: FromPath[str]) -> str:
    return _path_value("seatCode", seatCode, CODE_PATTERN, "antwerpPort")


def template_id_of(templateId: FromPath[str]) -> int:
    return int(_path_value("templateId", templateId, TEMPLATE_PATTERN, "3"))


def item_id_of(itemId: FromPath[str]) -> str:
    return _path_value("itemId", itemId, ROW_ID_PATTERN, "g1")


def service_id_of(serviceId: FromPath[str]) -> int:
    return int(_path_value("serviceId", serviceId, ID_PATTERN, "7"))


def seen_version(request: Request[Any, Any, Any]) -> int:
    """The version of the case that the caller saw, from If-Match; a tag that is no version was never current."""
    given = request.headers.get("if-match")
    if given is None:
        raise PreconditionRequired
    tag = _ENTITY_TAG.fullmatch(given.strip())
    if tag is None:
        detail = 'Zend precies een ETag van dit dossier, met aanhalingstekens: If-Match: "3".'
        raise BadInput(issues=(Issue(type="invalidInput", place="header", name="If-Match", detail=detail, value=given[:200]),))
    weak, text = tag.groups()
    version = None if weak else _VERSION.fullmatch(text)
    return int(version[1]) if version else 0


def language_of(request: Request[Any, Any, Any]) -> Language:
    """The language of sentences that Accept-Language asks for most; Dutch where it asks for none that is written."""
    asked = {}
    for part in request.headers.get("accept-language", "").split(","):
        tag, _, quality = part.strip().partition(";q=")
        asked.setdefault(tag.strip().lower().partition("-")[0], _weight(quality))
    written: tuple[Language, ...] = get_args(Language)
    best = max(written, key=lambda language: asked.get(language, 0.0))
    return best if asked.get(best, 0.0) > 0 else "nl"


def _weight(quality: str) -> float:
    if not quality:
        return 1.0
    return float(quality) if re.fullmatch(r"[01](\.[0-9]{0,3})?", quality.strip(), re.ASCII) else 0.0


def idempotency_key_of(request: Request[Any, Any, Any]) -> str | None:
    given = request.headers.get("idempotency-key")
    if given is None or re.fullmatch(IDEMPOTENCY_KEY_PATTERN, given):
        return given
    detail = "Een sleutel telt 1 tot 200 zichtbare ASCII-tekens zonder spaties."
    raise BadInput(issues=(Issue(type="invalidInput", place="header", name="Idempotency-Key", detail=detail, value=given[:200]),))


def _path_value(name: str, text: str, pattern: str, example: str) -> str:
    if re.fullmatch(pattern, text):
        return text
    detail = f"Dit heeft niet de vorm van {name}; schrijf bijvoorbeeld {example}."
    raise BadInput(issues=(Issue(type="invalidInput", place="path", name=name, detail=detail, value=text[:200]),))


class _Repeated:
    """Stands for a parameter that came twice and may come once."""


def _from_text(texts: list[str], info: inspect.Type | None) -> Any:
    info = _bare(info)
    if isinstance(info, inspect.VarTupleType | inspect.ListType):
        return texts
    if len(texts) > 1 and info is not None:
        return _Repeated()
    convert: Callable[[str], Any] = str
    if isinstance(info, inspect.IntType) and re.fullmatch(r"-?[0-9]{1,18}", texts[0], re.ASCII):
        convert = int
    elif isinstance(info, inspect.BoolType) and texts[0] in ("true", "false"):
        convert = "true".__eq__
    return convert(texts[0])


def _bare(info: inspect.Type | None) -> inspect.Type | None:
    if isinstance(info, inspect.Metadata):
        return _bare(info.type)
    if isinstance(info, inspect.UnionType):
        return _bare(next(item for item in info.types if not isinstance(item, inspect.NoneType)))
    return info


def _in_query(issue: Issue) -> Issue:
    return msgspec.structs.replace(issue, place="query", name=issue.name.removeprefix("/"))
