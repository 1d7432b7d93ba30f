"""What interrupted or suspended the limitation of offences, as the entries of a file tell it, and what follows for each; pure."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any, Literal, Protocol

import msgspec

import routing
from docket import entries
from docket.cases import committed
from docket.contract import Offence
from routing import Law, Limitation, Standstill, limitation

InterruptingAct = Literal["investigation", "prosecution"]
SuspensionGround = Literal["byLaw", "legalObstacle"]
_INTERRUPTED, _SUSPENDED, _RESUMED, _STRUCK = (
    kind.__name__ for kind in (entries.LimitationInterrupted, entries.LimitationSuspended, entries.LimitationResumed, entries.EntryStruck)
)
KINDS = (_INTERRUPTED, _SUSPENDED, _RESUMED, _STRUCK)


class Entered(Protocol):
    """A line of the docket."""

    @property
    def seq(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def entered_at(self) -> datetime: ...
    @property
    def entered_by(self) -> str: ...
    @property
    def content(self) -> Any: ...


class LimitationAct(msgspec.Struct, frozen=True, kw_only=True):
    """An act that interrupted, or a suspension."""

    #: Number of its entry.
    seq: int
    kind: Literal["interruption", "suspension"]
    #: The day of the act, or the first day on which the limitation stood still.
    on: date
    #: The day on which it ran again; None = it stands still.
    until: date | None = None
    #: Number of the entry that said so afterwards.
    resumed_by: int | None = None
    #: Which act, or on which ground.
    what: str
    paper: str
    #: Ids of the report.
    offences: tuple[str, ...]
    from_case: str | None = None
    entered_at: datetime
    entered_by: str
    struck_by: int | None = None
    struck_reason: str | None = None

    @property
    def counts(self) -> bool:
        return self.struck_by is None

    @property
    def open(self) -> bool:
        return self.counts and self.kind == "suspension" and self.until is None

    def concerns(self, offence: str | None) -> bool:
        return self.counts and offence in self.offences

    @property
    def key(self) -> tuple[object, ...]:
        """The same act in another file, for the same offences."""
        return self.kind, self.on, self.what, self.paper, frozenset(self.offences)

    def stood(self, last: date) -> Standstill:
        """Until it ran again, or to the end of that day."""
        return Standstill(first=self.on, until=self.until or last + timedelta(days=1))


def acts_of(lines: Iterable[Entered]) -> tuple[LimitationAct, ...]:
    """In the order of entry, those that were struck through too; an entry whose content was erased tells nothing any more."""
    told = [line for line in lines if line.kind in KINDS and isinstance(line.content, dict)]
    struck = {line.content["struck"]: line for line in told if line.kind == _STRUCK}
    resumed = {line.content["suspension"]: line for line in told if line.kind == _RESUMED and line.seq not in struck}
    acts = []
    for line in told:
        if line.kind not in (_INTERRUPTED, _SUSPENDED):
            continue
        said, stroke, again = line.content, struck.get(line.seq), resumed.get(line.seq)
        until = again.content["resumedOn"] if again is not None else said.get("untilOn")
        acts.append(
            LimitationAct(
                seq=line.seq,
                kind="interruption" if line.kind == _INTERRUPTED else "suspension",
                on=date.fromisoformat(said["actedOn"] if line.kind == _INTERRUPTED else said["suspendedOn"]),
                until=date.fromisoformat(until) if until else None,
                resumed_by=again.seq if again is not None else None,
                what=said["interruptingAct"] if line.kind == _INTERRUPTED else said["suspensionGround"],
                paper=said["provenBy"],
                offences=tuple(said["ofOffences"]),
                from_case=said.get("fromCase"),
                entered_at=line.entered_at,
                entered_by=line.entered_by,
                struck_by=stroke.seq if stroke is not None else None,
                struck_reason=stroke.content["reason"] if stroke is not None else None,
            )
        )
    return tuple(acts)


def entry_kind(act: LimitationAct) -> str:
    return _INTERRUPTED if act.kind == "interruption" else _SUSPENDED


def entered_again(act: LimitationAct, version: int, from_case: str) -> entries.Entry:
    """In a file into which its offences came."""
    if act.kind == "interruption":
        return entries.LimitationInterrupted(
            version=version,
            acted_on=act.on,
            interrupting_act=act.what,
            proven_by=act.paper,
            of_offences=act.offences,
            from_case=from_case,
        )
    return entries.LimitationSuspended(
        version=version,
        suspended_on=act.on,
        until_on=act.until,
        suspension_ground=act.what,
        proven_by=act.paper,
        of_offences=act.offences,
        from_case=from_case,
    )


def limitation_of(
    offence: Offence,
    acts: Iterable[LimitationAct],
    law: Law,
    *,
    today: date,
    known_by: date,
    seised_on: date | None = None,
    seised_by: date | None = None,
) -> tuple[Limitation, ...]:
    """Of an offence of a file, on the facts and the acts as they stand; what stops for good stands still no more."""
    acts = tuple(act for act in acts if act.concerns(offence.id))
    facts = routing.Offence(
        offence=offence.offence, attempt=offence.attempt, committed=committed(offence), place=None, persons=None, port_link=None
    )
    last = min(today, seised_on or seised_by or today)
    return limitation(
        facts,
        law,
        today=today,
        known_by=known_by,
        seised_on=seised_on,
        seised_by=seised_by,
        acts=tuple(act.on for act in acts if act.kind == "interruption"),
        standstills=tuple(act.stood(last) for act in acts if act.kind == "suspension"),
    )


def suspended_since(offence: Offence, acts: Iterable[LimitationAct]) -> date | None:
    """The first day of what suspends it still."""
    return min((act.on for act in acts if act.open and act.concerns(offence.id)), default=None)
