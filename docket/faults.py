"""Any exception as an error of the register, once, for pages and API."""

import traceback
from typing import Any

import structlog
from litestar.exceptions import HTTPException, ValidationException

from docket.errors import BadInput, DocketError, Issue, MethodNotAllowed, NotFound, PayloadTooLarge, ServiceUnavailable
from docket.store.pool import LOST

log = structlog.get_logger("docket.faults")


def as_docket_error(error: Exception) -> DocketError:
    """A fault of ours is logged with its place in the code, never with its message: that may hold what a report says."""
    if isinstance(error, DocketError):
        return error
    if isinstance(error, HTTPException):
        return _of_http(error)
    if isinstance(error, LOST):
        log.warning("database away", error=_name(error), where=_where(error))
        return ServiceUnavailable()
    log.error("fault", error=_name(error), where=_where(error))
    return DocketError()


def _of_http(error: HTTPException) -> DocketError:
    match error.status_code:
        case 404:
            return NotFound()
        case 405:
            return MethodNotAllowed((error.headers or {}).get("allow", ""))
        case 413:
            return PayloadTooLarge()
        case status if status < 500:
            return BadInput(issues=tuple(_issues(error)))
    log.error("fault", error=_name(error), where=_where(error))
    return DocketError()


def _issues(error: HTTPException) -> list[Issue]:
    faults: Any = error.extra if isinstance(error, ValidationException) and isinstance(error.extra, list) else []
    return [
        Issue(type="schemaViolation", place=str(fault.get("source", "body")), name=str(fault.get("key", "")), detail="Dit is niet geldig.")
        for fault in faults
    ] or [Issue(type="invalidStructure", place="header", detail="De aanvraag is niet leesbaar; controleer het adres en de headers.")]


def _name(error: Exception) -> str:
    return f"{type(error).__module__}.{type(error).__qualname__}"


def _where(error: Exception) -> list[str]:
    return [f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)[-8:]]
