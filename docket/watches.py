"""What stands on a work list of a file without anybody having begun it: the rows that its facts, its acts and the law of the day make."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Literal

import msgspec

from docket.cases import Case
from docket.hearings import Hearing
from docket.life import Stands
from docket.limitation import Entered
from docket.services import Service
from docket.settings import Settings
from docket.time_limits import Clock

#: Also the key of its work list.
WatchKind = Literal[
    "limitation", "limitationUntold", "reasonableTime", "unheld", "servicesMissed", "hearingsPast", "settlementOverdue", "actUnserved"
]
#: Raised with each change of what makes the rows: they are then all made anew.
WATCH_VERSION = 4
#: Tells one row of a file from the others: kind, person, offence, hearing.
WatchKey = tuple[WatchKind, str, str, int]


class SettlementOffer(msgspec.Struct, frozen=True, kw_only=True):
    """A settlement that was issued and still binds."""

    person: str
    #: Ids of offences; empty = all of this suspect.
    counts: tuple[str, ...] = ()
    due_on: date


class WatchedFile(msgspec.Struct, frozen=True, kw_only=True):
    """What the rows of a file are made from."""

    case: Case
    stands: Stands
    #: Those that tell of limitation, of seisin and of what came of a hearing, the oldest first.
    entries: tuple[Entered, ...]
    hearings: tuple[Hearing, ...]
    services: tuple[Service, ...]
    clocks: tuple[Clock, ...]
    #: The oldest first.
    offers: tuple[SettlementOffer, ...] = ()


class Watch(msgspec.Struct, frozen=True, kw_only=True):
    kind: WatchKind
    #: Ids within the report; empty = of no one in particular.
    person: str = ""
    offence: str = ""
    #: 0 = of no hearing.
    hearing_id: int = 0
    #: The day from which it stands on its list; date.min = at once.
    counts_from: date
    #: The last day of the limitation, the day since which a suspect is under accusation, the last day on which can be served,
    #: the day of the hearing, the last day on which a settlement could be paid. None = none is left, or none is known.
    on_day: date | None = None
    #: A suspension moves that day on with every day.
    still: bool = False
    #: Why no last day of a limitation can be told: codes of routing.WhyOpen.
    why: tuple[str, ...] = ()

    @property
    def key(self) -> WatchKey:
        return self.kind, self.person, self.offence, self.hearing_id


class Outlook(msgspec.Struct, frozen=True, kw_only=True):
    """All of a file."""

    watches: Mapping[WatchKey, Watch] = {}
    #: When they change though nobody does anything; None = never.
    again_at: datetime | None = None


class Terms(msgspec.Struct, frozen=True, kw_only=True):
    """From when the office wants to see what comes near; no text of law sets these."""

    #: Days before the last day of a limitation.
    limitation_days: int
    #: Years after which the age of an accusation warns.
    reasonable_years: tuple[int, ...]
    #: Days before the last day on which can be served.
    service_days: int


def terms_of(settings: Settings) -> Terms:
    return Terms(
        limitation_days=max(settings.limitation_days, default=0),
        reasonable_years=settings.warning_years,
        service_days=settings.service_warning_days,
    )


def basis_of(digest: str, terms: Terms) -> str:
    """What the rows of every file were made by: where it differs they are made anew."""
    years = ",".join(str(year) for year in terms.reasonable_years)
    return f"{WATCH_VERSION}/{digest}/{terms.limitation_days}/{years}/{terms.service_days}"
