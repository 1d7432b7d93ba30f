"""The roll of a chamber on a day as its reader may read it, in the template of his own office or registry."""

import asyncio
import hashlib
from datetime import date

import msgspec

import documents
from docket.access import Actor, visibility
from docket.actions.papers import composing
from docket.addresses import on_day
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import NotFound
from docket.hearings import Chamber
from docket.papers import hearing_roll
from docket.store import addresses, hearings
from docket.store.templates import version_of

KIND = "hearing_roll"


class MadeRoll(msgspec.Struct, frozen=True, kw_only=True):
    content: bytes
    #: The same as long as the rows, the law and the template are: the moment of making, which it prints, is left out.
    tag: str
    name: str


async def roll_of(chamber_id: int, day: date, by: Actor, deps: Deps) -> MadeRoll:
    """Raises NotFound where the chamber is not there, or is not one of the registry that asks."""
    chamber = next((one for one in await chambers(by, deps) if one.id == chamber_id), None)
    if chamber is None:
        raise NotFound("Deze kamer is er niet, of is er geen van uw griffie.")
    at = deps.clock.now()
    lines = await hearings.roll(deps.pool, chamber.id, day, visibility(by))
    where = on_day(await addresses.every(deps.pool), chamber.court, day)
    context = hearing_roll.roll(chamber, day, lines, await capacity_of(chamber, day, deps), at, deps.law.law, where)
    template = await composing.template_for(KIND, by.court or by.office or "", court_day(at), deps)
    content = await asyncio.to_thread(documents.render, documents.kind_of(KIND), context, template)
    said = msgspec.json.encode(msgspec.structs.replace(context, made_at=version_of(template)))
    return MadeRoll(content=content, tag=hashlib.sha256(said).hexdigest(), name=f"zittingsrol-{day.isoformat()}.docx")


async def chambers(by: Actor, deps: Deps) -> tuple[Chamber, ...]:
    """Those of its own court for a registry, all of them for an office."""
    return tuple(one for one in await hearings.chambers(deps.pool) if by.court in (None, one.court))


async def capacity_of(chamber: Chamber, day: date, deps: Deps) -> int | None:
    """None = it does not sit that day by its days, and nothing was kept for it."""
    kept = await hearings.sittings(deps.pool, [chamber.id], day, day)
    if kept:
        return kept[0].capacity
    return chamber.capacity if day.isoweekday() in chamber.weekdays else None
