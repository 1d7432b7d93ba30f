"""Which law is in force, and which was before."""

from datetime import date, datetime

from litestar import Response, get

from docket.api import examples
from docket.api.answers import ok
from docket.api.handed import Deps
from docket.api.operations import Answer, operation
from docket.api.resources import Resource
from docket.store import law_packs
from docket.store.law_packs import Enactment


class EnactmentResource(Resource, frozen=True, kw_only=True):
    """One act that put a law pack in force."""

    seq: int
    law_digest: str
    #: The day of the act.
    in_force_from: date
    reason: str
    #: Function codes of the two magistrates; empty for the first pack, which the system put in force.
    magistrates: tuple[str, ...]
    enacted_at: datetime
    #: Of this act and of the one before it: the chain that `docket verify` walks.
    hash: str
    previous_hash: str


class EnactmentCollection(Resource, frozen=True, kw_only=True):
    """The newest first: that one is the law in force."""

    items: tuple[EnactmentResource, ...]
    #: Digest of the draft of the next law in the legislation folder; None = the folder holds the law in force.
    draft_digest: str | None


@get(
    "/enactments",
    **operation(
        operation_id="listEnactments",
        tag="decisions",
        summary="The law in force and those before it",
        description="Every decision names the digest of the law pack that it was made under.",
        scope="anyKey",
        answers={200: Answer(description="The enactments.", body=EnactmentCollection, example=examples.ENACTMENTS, headers=("ETag",))},
    ),
)
async def list_all(deps: Deps) -> Response[bytes]:
    items = tuple(_resource(each) for each in await law_packs.history(deps.pool))
    draft = deps.draft.digest if deps.draft is not None else None
    differs = bool(items) and draft != items[0].law_digest
    return ok(EnactmentCollection(items=items, draft_digest=draft if differs else None))


def _resource(enacted: Enactment) -> EnactmentResource:
    return EnactmentResource(
        seq=enacted.seq,
        law_digest=enacted.digest,
        in_force_from=enacted.in_force_from,
        reason=enacted.reason,
        magistrates=tuple(code for code in (enacted.first_magistrate, enacted.second_magistrate) if code),
        enacted_at=enacted.enacted_at,
        hash=enacted.hash.hex(),
        previous_hash=enacted.previous_hash.hex(),
    )
