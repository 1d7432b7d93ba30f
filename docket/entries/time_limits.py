"""What happened to a clock of the file, and to the limitation of its offences."""

from datetime import date, datetime

from docket.entries.entry import Entry
from routing import Due


class _OfTimeLimit(Entry, frozen=True, kw_only=True):
    """What every entry about a clock says of it."""

    version: int
    #: Number of the clock, and its limit as it was called then.
    time_limit: int
    limit: str
    limit_title: str
    person: str | None
    offence: str | None
    due_on: date
    due_at: datetime | None


class TimeLimitStarted(_OfTimeLimit, frozen=True, kw_only=True):
    event: str
    starts_on: date
    starts_at: datetime | None
    #: The computed answer with its sum, and the law that it was computed by.
    answer: Due
    law_digest: str
    #: By what the register learned, without a choice of a person.
    automatic: bool
    #: Number of the service that it runs from.
    from_service: int | None = None
    reason: str | None


class TimeLimitMet(_OfTimeLimit, frozen=True, kw_only=True):
    met_on: date
    reason: str | None


class TimeLimitExtended(_OfTimeLimit, frozen=True, kw_only=True):
    #: A ground of the law data, and as it was called then.
    limit_ground: str
    limit_ground_title: str
    reason: str


class TimeLimitSuspended(_OfTimeLimit, frozen=True, kw_only=True):
    suspended_on: date
    limit_ground: str
    limit_ground_title: str
    reason: str


class TimeLimitResumed(_OfTimeLimit, frozen=True, kw_only=True):
    resumed_on: date
    reason: str


class TimeLimitStruck(_OfTimeLimit, frozen=True, kw_only=True):
    reason: str


class LimitationInterrupted(Entry, frozen=True, kw_only=True):
    """An act that interrupted the limitation under the law before 28 April 2024."""

    version: int
    acted_on: date
    #: investigation or prosecution.
    interrupting_act: str
    #: The paper that shows it.
    proven_by: str
    #: Ids of the report.
    of_offences: tuple[str, ...]
    #: Number of the file from which it came along with its offences.
    from_case: str | None = None


class LimitationSuspended(Entry, frozen=True, kw_only=True):
    version: int
    #: The first day on which it stood still.
    suspended_on: date
    #: The day on which it ran again; None = it stands still.
    until_on: date | None
    #: byLaw or legalObstacle.
    suspension_ground: str
    proven_by: str
    of_offences: tuple[str, ...]
    from_case: str | None = None


class LimitationResumed(Entry, frozen=True, kw_only=True):
    version: int
    #: Number of the entry of the suspension.
    suspension: int
    suspended_on: date
    resumed_on: date
    proven_by: str
