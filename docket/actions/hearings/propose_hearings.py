"""The first lawful days for a file: chambers of its courts, a place left, and the summons term past."""

from datetime import date, timedelta
from itertools import islice

import msgspec

from docket.access import Actor
from docket.actions import redeciding
from docket.actions.hearings import booking
from docket.clock import court_day
from docket.deps import Deps
from docket.hearings import (
    HORIZON,
    SUMMONS,
    Chamber,
    HearingKind,
    Sitting,
    SummonsCode,
    Term,
    courts_for,
    lawful_days,
    service_day,
    usual_summons,
)
from docket.store import hearings as store


class ProposeHearings(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    kind: HearingKind = "correctional"
    #: None = the usual one for this file, if the kind of chamber has one.
    summons: SummonsCode | None = None
    served_on: date | None = None
    #: So many days of all chambers together.
    count: int = 5


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    chamber: Chamber
    sitting: Sitting


class Proposals(msgspec.Struct, frozen=True, kw_only=True):
    #: None = the law data have no term for this kind of chamber.
    summons: SummonsCode | None
    served_on: date
    term: Term
    #: The first day first.
    days: tuple[Proposal, ...]
    #: Chambers of the file's courts of that kind.
    chambers: tuple[Chamber, ...]


async def propose_hearings(command: ProposeHearings, by: Actor, deps: Deps) -> Proposals:
    found = await redeciding.find(command.case_number, "setHearing", by, deps)
    law, today = deps.law.law, court_day(deps.clock.now())
    courts = courts_for(command.kind, found.decision, law)
    if by.registry_of is not None:
        courts &= {by.registry_of}
    chambers = tuple(
        one for one in await store.chambers(deps.pool) if one.court in courts and one.kind == command.kind and one.closed_at is None
    )
    found = await booking.heard(found, courts, deps)
    summons = command.summons if command.summons in SUMMONS[command.kind] else usual_summons(command.kind, found.case.report)
    served_on = command.served_on or service_day(summons, today, deps.law.law)
    within = await booking.lawful(command.kind, summons, served_on, found, deps)
    kept = await store.sittings(deps.pool, [one.id for one in chambers], today, max(within.first, today) + HORIZON + timedelta(days=1))
    days = [
        Proposal(chamber=chamber, sitting=sitting)
        for chamber in chambers
        for sitting in islice(
            lawful_days(chamber, [one for one in kept if one.chamber_id == chamber.id], within, law, today=today), command.count
        )
    ]
    days.sort(key=lambda one: (one.sitting.day, one.sitting.starts_at, one.chamber.court, one.chamber.name))
    return Proposals(summons=summons, served_on=served_on, term=within, days=tuple(days[: command.count]), chambers=chambers)
