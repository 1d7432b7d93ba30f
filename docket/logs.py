"""Log lines on standard error: an event and codes, never a name, a body or a query parameter."""

import logging
import sys
import traceback
from collections.abc import Iterator

import structlog
from structlog.typing import EventDict, Processor


def configure(form: str) -> None:
    """`form` is "text" for people or "json" for machines; standard library loggers come out in the same form."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _without_values,
    ]
    renderer: Processor = (
        structlog.processors.JSONRenderer() if form == "json" else structlog.dev.ConsoleRenderer(colors=False, pad_event_to=0)
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("docket").setLevel(logging.INFO)


def _without_values(_logger: object, _name: str, event: EventDict) -> EventDict:
    """An error as its types and places: its message, or a variable beside it, may hold a name or the address of the database."""
    found = event.pop("exc_info", None)
    error = found[1] if isinstance(found, tuple) else sys.exc_info()[1] if found is True else found
    if isinstance(error, BaseException):
        event["exception"] = "\n".join(_told(error))
    return event


def _told(error: BaseException, before: frozenset[int] = frozenset()) -> Iterator[str]:
    kind = type(error)
    state = getattr(error, "sqlstate", None)
    yield f"{kind.__module__}.{kind.__qualname__}{f' {state}' if state else ''}"
    yield from (f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(error.__traceback__))
    behind = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    told = before | {id(error)}
    for other in (*getattr(error, "exceptions", ()), behind):
        if isinstance(other, BaseException) and id(other) not in told:
            yield from _told(other, told)
