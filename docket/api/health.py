"""Is the service there, does the database answer, does the worker keep up; open to everybody, so without any detail."""

from datetime import timedelta
from typing import Literal

import msgspec
from litestar import Response, get

from docket.api.answers import JSON
from docket.api.handed import Deps
from docket.api.operations import Answer, operation
from docket.store import health

Status = Literal["UP", "DEGRADED", "DOWN"]
#: The worker picks a job up within seconds; one that is due for this long says that it is away.
LATE_AFTER = timedelta(minutes=5)


class Health(msgspec.Struct, frozen=True, kw_only=True):
    status: Status


_DECLARED = operation(
    operation_id="checkHealth",
    tag="service",
    summary="State of the service",
    description="DEGRADED: files are registered, but documents and mails wait longer than they should.",
    scope="everybody",
    answers={
        200: Answer(description="UP or DEGRADED.", body=Health, example={"status": "UP"}),
        503: Answer(description="DOWN: the database does not answer.", body=Health, example={"status": "DOWN"}),
    },
)


@get("/health", **_DECLARED)
async def check_health(deps: Deps) -> Response[bytes]:
    waiting = await health.oldest_waiting(deps.pool)
    status: Status = "DOWN" if waiting is None else "DEGRADED" if waiting > LATE_AFTER else "UP"
    body = msgspec.json.encode(Health(status=status))
    return Response(body, status_code=503 if status == "DOWN" else 200, media_type=JSON)
