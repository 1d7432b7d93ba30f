"""Where the own office and its courts are, as their papers name it, and from which day on."""

from datetime import date, datetime
from typing import Annotated

from litestar import Response, get, put
from msgspec import Meta

from docket import addresses
from docket.access import Actor as Caller
from docket.actions.papers.keep_address import KeepAddress, keep_address
from docket.actions.seats import seats_of
from docket.addresses import LONGEST, KeptAddress
from docket.api import examples
from docket.api.answers import href, ok
from docket.api.decisions import Reason
from docket.api.handed import Actor, AnyRequest, Deps, Seat
from docket.api.operations import Answer, operation
from docket.api.reading import body_of
from docket.api.resources import Resource
from docket.clock import court_day
from docket.contract import ContractStruct
from docket.deps import Deps as Bundle
from docket.store import addresses as store


class AddressBody(ContractStruct, frozen=True, kw_only=True):
    address: Annotated[str, Meta(min_length=1, max_length=LONGEST, description="On one line: street, number, postal code, municipality.")]
    #: An earlier day too, to mend a mistake: what was issued keeps what it names.
    from_day: date
    reason: Reason


class EnteredAddress(Resource, frozen=True, kw_only=True):
    address: str
    from_day: date
    reason: str
    kept_at: datetime
    kept_by: str


class AddressResource(Resource, frozen=True, kw_only=True):
    href: str
    #: Code of an office or a court.
    seat: str
    title_nl: str
    #: Of today; null = nobody entered one, and a summons is not made.
    address: str | None
    #: The newest first; never changed and never taken away. Of one day the newest holds.
    entered: tuple[EnteredAddress, ...]


class AddressCollection(Resource, frozen=True, kw_only=True):
    items: tuple[AddressResource, ...]


@get(
    "/addresses",
    **operation(
        operation_id="listAddresses",
        tag="documents",
        summary="Where the own office and its courts are",
        scope="documents:read",
        answers={200: Answer(description="The addresses.", body=AddressCollection, example=examples.SEAT_ADDRESSES, headers=("ETag",))},
    ),
)
async def list_all(actor: Actor, deps: Deps) -> Response[bytes]:
    actor.require("readAddresses")
    kept = await store.every(deps.pool)
    return ok(AddressCollection(items=tuple(_resource(seat, kept, deps) for seat in sorted(seats_of(actor, deps.law.law)))))


@put(
    "/addresses/{seatCode:str}",
    **operation(
        operation_id="keepAddress",
        tag="documents",
        summary="Enter where an office or a court is from a day on",
        description="Each document names the address of the day on which it is made; what was issued keeps what it names. Sending what "
        "holds already changes nothing.",
        scope="cases:write",
        body=AddressBody,
        body_example=examples.SEAT_ADDRESS,
        answers={200: Answer(description="Entered.", body=AddressResource, example=examples.SEAT_ADDRESS_KEPT, headers=("ETag",))},
        problems=(404,),
    ),
)
async def keep(request: AnyRequest, seat: Seat, actor: Actor, deps: Deps) -> Response[bytes]:
    given = await body_of(request, AddressBody)
    command = KeepAddress(seat=seat, address=given.address, from_day=given.from_day, reason=given.reason)
    if not _holds(command, await store.every(deps.pool), actor, deps):
        await keep_address(command, actor, deps)
    return ok(_resource(seat, await store.every(deps.pool), deps))


def _holds(command: KeepAddress, kept: tuple[KeptAddress, ...], actor: Caller, deps: Bundle) -> bool:
    """Of who may keep it only: to others it does not exist."""
    last = max((one for one in kept if (one.seat, one.from_day) == (command.seat, command.from_day)), key=lambda one: one.seq, default=None)
    mine = actor.may("keepAddresses") and command.seat in seats_of(actor, deps.law.law)
    return mine and last is not None and (last.address, last.reason) == (" ".join(command.address.split()), command.reason)


def _resource(seat: str, kept: tuple[KeptAddress, ...], deps: Bundle) -> AddressResource:
    law, own = deps.law.law, [one for one in reversed(kept) if one.seat == seat]
    return AddressResource(
        href=href("addresses", seat),
        seat=seat,
        title_nl=law.title(seat) or seat,
        address=addresses.on_day(own, seat, court_day(deps.clock.now())),
        entered=tuple(
            EnteredAddress(address=one.address, from_day=one.from_day, reason=one.reason, kept_at=one.kept_at, kept_by=one.kept_by)
            for one in own
        ),
    )
