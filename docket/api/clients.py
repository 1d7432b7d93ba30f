"""What the key of the caller opens."""

from litestar import Response, get

from docket.access import Role
from docket.api import examples
from docket.api.answers import ok
from docket.api.handed import Actor
from docket.api.operations import Answer, operation
from docket.api.resources import Resource


class Client(Resource, frozen=True, kw_only=True):
    """The API client that the key stands for."""

    #: What docket entries and the access log show of it.
    code: str
    roles: tuple[Role, ...]
    office: str | None
    court: str | None
    scopes: tuple[str, ...]


@get(
    "/me",
    **operation(
        operation_id="readOwnClient",
        tag="service",
        summary="What this key opens",
        scope="anyKey",
        answers={200: Answer(description="The client of the key.", body=Client, example=examples.CLIENT, headers=("ETag",))},
    ),
)
async def read_own(actor: Actor) -> Response[bytes]:
    return ok(
        Client(
            code=actor.code,
            roles=tuple(sorted(actor.roles)),
            office=actor.office,
            court=actor.court,
            scopes=tuple(sorted(actor.scopes or ())),
        )
    )
