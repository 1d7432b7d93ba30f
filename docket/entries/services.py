"""A service was asked, done, failed or withdrawn."""

from datetime import date, datetime

from docket.entries.entry import Entry


class ServiceAsked(Entry, frozen=True, kw_only=True):
    version: int
    #: Numbers, in the order of the persons.
    services: tuple[int, ...]
    served_act: str
    served_persons: tuple[str, ...]
    manner: str
    served_hearing: int | None
    hearing_at: datetime | None
    #: Which judgment or order.
    act_reference: str | None
    asked_on: date


class _OfService(Entry, frozen=True, kw_only=True):
    version: int
    service: int
    served_act: str
    served_person: str
    manner: str
    served_hearing: int | None


class ServiceDone(_OfService, frozen=True, kw_only=True):
    served_on: date
    served_at: datetime | None
    presented_on: date | None
    in_person: bool
    proof: str
    proof_reference: str
    proof_on: date
    #: The first lawful day after it, where the hearing comes before that day.
    too_late_until: date | None
    clocks_started: int
    #: How many are told of the hearing by it.
    told_by_it: int


class ServiceFailed(_OfService, frozen=True, kw_only=True):
    failed_on: date
    reason: str


class ServiceWithdrawn(_OfService, frozen=True, kw_only=True):
    #: asked, done or failed.
    state_before: str
    #: He need not be served any more.
    needless: bool
    clocks_struck: int
    reason: str
