"""What hangs on a person or an offence goes with it into another file, his lawyer and his clocks: no clock stops, nobody is forgotten."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

import msgspec

from docket import entries, limitation
from docket.access import Actor
from docket.actions.seized_items.keep_item import kept_entry
from docket.actions.time_limits.start_time_limit import started
from docket.actions.time_limits.ticking import said
from docket.clock import court_day
from docket.contacts import Contact, ContactSaid
from docket.deps import Deps
from docket.judgments import judgment_clocks
from docket.limitation import LimitationAct, acts_of, entered_again
from docket.seized_items import Act
from docket.store import contacts, judgments, seized_items, services, telling, time_limits
from docket.store import entries as docket_entries
from docket.store.cases import Snapshot
from docket.time_limits import Clock

_OF_CONTACT = tuple(name for name in ContactSaid.__struct_fields__ if name not in ("from_on", "until_on"))


class End(msgspec.Struct, frozen=True, kw_only=True):
    """A file from which, or into which, something is carried."""

    case_id: int
    case_number: str
    #: As it will stand.
    version: int

    @staticmethod
    def of(found: Snapshot) -> "End":
        return End(case_id=found.case.id, case_number=found.case.case_number, version=found.case.version + 1)


class Load(msgspec.Struct, frozen=True, kw_only=True):
    """What goes along."""

    #: Ids in the first file -> ids in the other.
    persons: Mapping[str, str]
    offences: Mapping[str, str]
    #: Ids that the first file no longer has; what goes along and hangs on none of them is in both.
    gone_persons: frozenset[str]
    gone_offences: frozenset[str]
    #: Clocks and contacts of the file as a whole.
    whole: Literal["stays", "both", "goes"]
    #: Seized items: ids in the first file -> ids in the other.
    seizures: Mapping[str, str] = {}

    def is_gone(self, person: str | None, offence: str | None = None) -> bool:
        if person is None and offence is None:
            return self.whole == "goes"
        return person in self.gone_persons or offence in self.gone_offences

    def there(self, person: str | None, offence: str | None = None) -> tuple[str | None, str | None] | None:
        """Ids in the other file; None = it does not go along."""
        if person is None and offence is None:
            return None if self.whole == "stays" else (None, None)
        found = self.persons.get(person or ""), self.offences.get(offence or "")
        return found if all(now is not None for own, now in zip((person, offence), found, strict=True) if own is not None) else None


async def carry(tx: Any, source: End, target: End, load: Load, by: Actor, deps: Deps, at: datetime) -> None:
    """Between the first and the last statement about each of the two files: their last entry seals what was carried."""
    await _contacts(tx, source, target, load, by, at)
    await _clocks(tx, source, target, load, by, msgspec.structs.replace(deps, pool=tx), at)
    await _services(tx, source, target, load, by, at)
    await _limitation_acts(tx, source, target, load, by, at)
    await _items(tx, source, target, load, by, at)


async def _items(tx: Any, source: End, target: End, load: Load, by: Actor, at: datetime) -> None:
    """Where a seized item lies and what was decided on it goes along with it; the lines of the first file stay where they are."""
    there = [_item_told(row, row.seizure) for row in await seized_items.of_case(tx, target.case_id) if row.stands]
    for row in await seized_items.of_case(tx, source.case_id):
        item = load.seizures.get(row.seizure)
        if item is None or not row.stands or _item_told(row, item) in there:
            continue
        entry = await _item_again(tx, target.case_id, target.version, row, item, at=at, by=by.code)
        await _append(tx, target, entry, by, at)


async def _item_again(tx: Any, case_id: int, version: int, act: Act, item: str, *, at: datetime, by: str) -> entries.Entry:
    """The same line in another file, where the item has that id; the decision stays the one of its magistrate and its day."""
    if act.kept is not None:
        number = await seized_items.keep(tx, case_id, item, act.kept, at=at, by=by)
        return kept_entry(version, number, item, act.kept)
    if act.decision is None or act.on is None:
        raise ValueError(f"line {act.id} of item {act.seizure} says neither where it lies nor what was decided")
    if act.act == "decided" and act.magistrate is not None:
        reason = act.reason or ""
        number = await seized_items.decide(
            tx, case_id, item, decision=act.decision, reason=reason, magistrate=act.magistrate, on=act.on, at=at, by=by
        )
        return entries.ItemDecided(
            version=version,
            item_act=number,
            item=item,
            item_decision=act.decision,
            magistrate=act.magistrate,
            item_decided_on=act.on,
            citations=(),
            reason=reason,
        )
    number = await seized_items.carry_out(tx, case_id, item, decision=act.decision, on=act.on, proof=act.proof, at=at, by=by)
    return entries.ItemCarriedOut(
        version=version, item_act=number, item=item, item_decision=act.decision, carried_out_on=act.on, item_proof=act.proof
    )


def _item_told(row: Act, item: str) -> tuple[Any, ...]:
    return item, row.act, row.kept, row.decision, row.reason, row.magistrate, row.on, row.proof


async def _contacts(tx: Any, source: End, target: End, load: Load, by: Actor, at: datetime) -> None:
    today = court_day(at)
    there = {_told(row) for row in await contacts.of_case(tx, target.case_id) if _stands(row, today)}
    for row in await contacts.of_case(tx, source.case_id):
        place = load.there(row.person) if _stands(row, today) else None
        if place is None:
            continue
        new = ContactSaid(
            **{name: getattr(row, name) for name in _OF_CONTACT if name != "person"},
            person=place[0],
            from_on=row.from_on,
            until_on=row.until_on,
        )
        if _told(new) not in there:
            added = await contacts.add(tx, target.case_id, new, at=at, by=by.code)
            entry = entries.ContactAdded(
                version=target.version,
                contact=added,
                contact_kind=new.kind,
                about_person=new.person,
                from_on=new.from_on,
                until_on=new.until_on,
                replaces=None,
            )
            await _append(tx, target, entry, by, at)
        if load.is_gone(row.person):
            reason, until = _goes_on(target), max(today, row.from_on)
            await contacts.end(tx, source.case_id, row.id, until_on=until, reason=reason, at=at, by=by.code)
            await telling.drop_contact(tx, source.case_id, row.id, reason=reason, at=at, by=by.code)
            ended = entries.ContactEnded(
                version=source.version, contact=row.id, contact_kind=row.kind, about_person=row.person, until_on=until, reason=reason
            )
            await _append(tx, source, ended, by, at)


async def _clocks(tx: Any, source: End, target: End, load: Load, by: Actor, deps: Deps, at: datetime) -> None:
    running = {_begun(row) for row in await time_limits.of_case(tx, target.case_id) if row.open}
    own = await time_limits.of_case(tx, source.case_id)
    # What runs from a judgment runs where the judgment is, which no joinder or split takes along.
    kept = judgment_clocks(await judgments.of_case(tx, source.case_id), own)
    numbers: dict[int | None, int] = {}
    for row in sorted(own, key=lambda clock: clock.id):
        place = load.there(row.person, row.offence) if row.open and row.id not in kept else None
        if place is None:
            continue
        law = (await deps.law_of(row.law_digest)).law
        new = msgspec.structs.replace(
            row, id=0, person=place[0], offence=place[1], after_id=numbers.get(row.after_id), reason=f"liep al in {source.case_number}"
        )
        if _begun(new) not in running:
            number = numbers[row.id] = await time_limits.start(tx, target.case_id, new, at=at, by=by.code)
            await time_limits.change(tx, target.case_id, msgspec.structs.replace(new, id=number))
            await _append(tx, target, started(new, number, target.version, law, automatic=True), by, at)
        if load.is_gone(row.person, row.offence):
            reason = _goes_on(target)
            await time_limits.close(tx, source.case_id, row, "struck", met_on=None, reason=reason, at=at, by=by.code)
            await _append(tx, source, entries.TimeLimitStruck(**said(row, row.id, source.version, law), reason=reason), by, at)


async def _services(tx: Any, source: End, target: End, load: Load, by: Actor, at: datetime) -> None:
    """A service of which nothing is known yet is awaited where its person is; one for a hearing of the file that he leaves ends."""
    for row in await services.of_case(tx, source.case_id):
        place = load.there(row.person) if row.open and load.is_gone(row.person) else None
        if place is None or place[0] is None:
            continue
        if row.hearing_id is None:
            asked = await services.ask(
                tx,
                target.case_id,
                act=row.act,
                person=place[0],
                hearing=None,
                reference=row.reference,
                court=row.court,
                manner=row.manner,
                asked_on=row.asked_on,
                follows_id=row.id,
                at=at,
                by=by.code,
            )
            entry = entries.ServiceAsked(
                version=target.version,
                services=(asked,),
                served_act=row.act,
                served_persons=(place[0],),
                manner=row.manner,
                served_hearing=None,
                hearing_at=None,
                act_reference=row.reference,
                asked_on=row.asked_on,
            )
            await _append(tx, target, entry, by, at)
        await services.withdrawn(tx, source.case_id, row.id, reason=_goes_on(target), needless=True, at=at, by=by.code)
        withdrawn = entries.ServiceWithdrawn(
            version=source.version,
            service=row.id,
            served_act=row.act,
            served_person=row.person,
            manner=row.manner,
            served_hearing=row.hearing_id,
            state_before=row.state,
            needless=True,
            clocks_struck=0,
            reason=_goes_on(target),
        )
        await _append(tx, source, withdrawn, by, at)


async def _limitation_acts(tx: Any, source: End, target: End, load: Load, by: Actor, at: datetime) -> None:
    """What interrupted or suspended the limitation of an offence did so wherever it is; what came of it since goes along too."""
    own = acts_of(await docket_entries.of_kinds(tx, source.case_id, limitation.KINDS))
    there = {one.key: one for one in acts_of(await docket_entries.of_kinds(tx, target.case_id, limitation.KINDS)) if one.counts}
    mapped = [
        msgspec.structs.replace(act, offences=tuple(load.offences[id_] for id_ in act.offences if id_ in load.offences)) for act in own
    ]
    standing = {act.key for act in mapped if act.counts}
    for act in mapped:
        held = there.get(act.key)
        if not act.offences or (not act.counts and (held is None or act.key in standing)):
            continue
        entry = _of_limitation(act, held, source, target)
        if entry is not None:
            await _append(tx, target, entry, by, at)


def _of_limitation(act: LimitationAct, held: LimitationAct | None, source: End, target: End) -> entries.Entry | None:
    """None = the other file says the same already."""
    if held is None:
        return entered_again(act, target.version, source.case_number)
    if not act.counts:
        reason = f"doorgehaald in {source.case_number}: {act.struck_reason}"
        return entries.EntryStruck(version=target.version, struck=held.seq, struck_kind=limitation.entry_kind(held), reason=reason)
    if held.open and act.until is not None:
        return entries.LimitationResumed(
            version=target.version, suspension=held.seq, suspended_on=held.on, resumed_on=act.until, proven_by=act.paper
        )
    return None


def _stands(row: Contact, today: Any) -> bool:
    return row.corrected_by is None and (row.until_on is None or today < row.until_on)


def _told(row: ContactSaid) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in _OF_CONTACT)


def _begun(row: Clock) -> tuple[object, ...]:
    begun = row.answer.start
    return row.answer.limit, begun.event, begun.on, begun.at, row.person, row.offence


def _goes_on(target: End) -> str:
    return f"gaat verder in {target.case_number}"


async def _append(tx: Any, end: End, entry: entries.Entry, by: Actor, at: datetime) -> None:
    await docket_entries.append(tx, end.case_id, kind=entries.kind_of(entry), content=entry, by=by.code, at=at)
