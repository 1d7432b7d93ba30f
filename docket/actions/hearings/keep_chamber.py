"""Keep a chamber of a court: its weekdays, hour and capacity; or a single day that differs."""

from collections.abc import Sequence
from datetime import date, time

import msgspec

from docket.access import Actor, visibility
from docket.actions.seats import courts_of
from docket.chamber_changes import ChamberState, state_of
from docket.clock import COURT_ZONE, court_day
from docket.deps import Deps
from docket.errors import BadInput, Issue, NotFound, Stale, StateForbids
from docket.hearings import Chamber, ChamberSaid
from docket.store import chamber_changes as history
from docket.store import hearings as store
from routing import Law

#: Files that a refusal names.
NAMED = 10


class KeepChamber(msgspec.Struct, frozen=True, kw_only=True):
    said: ChamberSaid
    #: None = a new chamber.
    chamber_id: int | None = None
    version: int = 0
    close: bool = False


class KeepSitting(msgspec.Struct, frozen=True, kw_only=True):
    """One day of a chamber as it is that day."""

    chamber_id: int
    day: date
    starts_at: time
    #: 0 = it does not sit.
    capacity: int


async def keep_chamber(command: KeepChamber | KeepSitting, by: Actor, deps: Deps) -> int:
    """
    The id of the chamber.

    Hearings that are set stay where they are when its days or its hour change; a day on which it does not sit, and a chamber that
    closes, may have none to come: raises StateForbids with their files.
    """
    by.require("keepChambers")
    if isinstance(command, KeepSitting):
        return await _keep_sitting(command, by, deps)
    said = command.said
    _require_court(said.court, by, deps.law.law)
    issues = []
    if not said.name.strip():
        issues.append(Issue(type="requiredInput", name="/name", detail="Schrijf hoe de rechtbank deze kamer noemt, bijvoorbeeld AC4."))
    if not said.weekdays or any(day not in range(1, 6) for day in said.weekdays):
        issues.append(Issue(type="invalidInput", name="/weekdays", detail="Kies minstens een werkdag."))
    if said.capacity not in range(1, 501):
        issues.append(Issue(type="outOfRange", name="/capacity", detail="Schrijf een aantal dossiers van 1 tot 500."))
    level = deps.law.law.courts[said.court].level
    fits = {"correctional": ("correctional", "raadkamer"), "youth": ("youth",), "appeal": ("appeal",), "assize": ("assizes",)}.get(
        level, ()
    )
    if said.kind not in fits:
        issues.append(Issue(type="invalidInput", name="/kind", detail="Deze rechtbank heeft geen kamer van die soort.", value=said.kind))
    if issues:
        raise BadInput(issues=tuple(issues))
    at = deps.clock.now()
    async with deps.transaction() as tx:
        if command.chamber_id is None:
            added = await store.add_chamber(tx, said, at=at, by=by.code)
            if added is None:
                raise StateForbids(f"Deze rechtbank heeft al een kamer {said.name}; wijzig die, of kies een andere naam.")
            made = Chamber(id=added, version=1, **msgspec.structs.asdict(said))
            await history.add(tx, added, None, state_of(made), at=at, by=by.code)
            return added
        chamber = await _chamber(command.chamber_id, by, deps)
        changed = msgspec.structs.replace(
            chamber,
            weekdays=said.weekdays,
            starts_at=said.starts_at,
            capacity=said.capacity,
            version=command.version,
            closed_at=at if command.close else None,
        )
        if await store.change_chamber(tx, changed) is None:
            raise Stale("Deze kamer is intussen gewijzigd; bekijk ze en dien opnieuw in.")
        # Whoever books waits for the row that was just changed, so none can come beside.
        if command.close:
            _require_none(await store.standing(tx, chamber.id, visibility(by), now=at), "Deze kamer kan nog niet sluiten")
        # The version that was read is the one that was replaced.
        await history.add(tx, chamber.id, state_of(chamber), state_of(changed), at=at, by=by.code)
    return command.chamber_id


async def _keep_sitting(command: KeepSitting, by: Actor, deps: Deps) -> int:
    chamber = await _chamber(command.chamber_id, by, deps)
    issues = []
    if command.day < court_day(deps.clock.now()):
        issues.append(Issue(type="outOfRange", name="/day", detail="Deze dag is voorbij; kies vandaag of een latere dag."))
    if command.capacity not in range(501):
        issues.append(Issue(type="outOfRange", name="/capacity", detail="Schrijf een aantal van 0 (geen zitting) tot 500."))
    if issues:
        raise BadInput(issues=tuple(issues))
    async with deps.transaction() as tx:
        before = await history.kept_day(tx, chamber.id, command.day)
        after = ChamberState(kind=before.kind if before else chamber.kind, starts_at=command.starts_at, capacity=command.capacity)
        await store.keep_sitting(tx, chamber.id, command.day, starts_at=command.starts_at, capacity=command.capacity, kind=chamber.kind)
        # Whoever books waits for the row that was just kept, so none can come beside.
        earlier = command.starts_at if command.capacity else None
        standing = await store.standing(tx, chamber.id, visibility(by), now=deps.clock.now(), day=command.day, earlier_than=earlier)
        _require_none(standing, "De zitting kan niet later beginnen" if earlier else "De zitting van die dag kan nog niet wegvallen")
        await history.add(tx, chamber.id, before, after, at=deps.clock.now(), by=by.code, day=command.day)
    return chamber.id


def _require_none(standing: Sequence[store.StandingHearing], what: str) -> None:
    """Its files as far as the keeper reads them, the first ones by number and hour."""
    if not standing:
        return
    named = [f"{one.case_number} ({one.starts_at.astimezone(COURT_ZONE):%d/%m/%Y om %H.%M uur})" for one in standing if one.case_number]
    more = len(standing) - len(named[:NAMED])
    told = ", ".join(named[:NAMED]) + (f"{' en ' if named else ''}{more} andere" if more else "")
    raise StateForbids(f"{what}: er staat nog een zitting bepaald in {told}. Verplaats of schrap die eerst.")


async def _chamber(chamber_id: int, by: Actor, deps: Deps) -> Chamber:
    chamber = await store.chamber(deps.pool, chamber_id)
    if chamber is None:
        raise NotFound
    _require_court(chamber.court, by, deps.law.law)
    return chamber


def _require_court(court: str, by: Actor, law: Law) -> None:
    if court not in law.courts:
        detail = "Deze rechtbank bestaat niet; kies een code uit de lijst van rechtbanken."
        raise BadInput(issues=(Issue(type="invalidInput", name="/court", detail=detail, value=court),))
    if court not in courts_of(by, law):
        raise StateForbids("U houdt alleen de kamers bij van uw eigen rechtbank, of van de rechtbanken waar uw parket optreedt.")
