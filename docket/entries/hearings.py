"""A hearing was set, moved or cancelled."""

from datetime import date, datetime

from docket.entries.entry import Entry


class HearingSet(Entry, frozen=True, kw_only=True):
    version: int
    hearing: int
    court: str
    chamber: str
    chamber_kind: str
    starts_at: datetime
    #: The limit that the day was checked by; None = the law data have none for this kind of chamber.
    summons: str | None
    served_on: date | None
    first_lawful_on: date | None
    #: Of the president, for three days without a detained suspect.
    leave: str | None
    #: Why it was put beside what the sitting holds; by whom says the entry.
    overbooked: str | None
    reason: str
    to_tell: int
    mails: int
    #: Why a chamber in council sits past the end of the title of a detained suspect, and the last day that was safe.
    past_title: str | None = None
    title_until: date | None = None


class HearingMoved(Entry, frozen=True, kw_only=True):
    version: int
    hearing: int
    moved_from: datetime
    court: str
    chamber: str
    chamber_kind: str
    starts_at: datetime
    summons: str | None
    served_on: date | None
    first_lawful_on: date | None
    leave: str | None
    overbooked: str | None
    reason: str
    to_tell: int
    mails: int
    #: Why a chamber in council sits past the end of the title of a detained suspect, and the last day that was safe.
    past_title: str | None = None
    title_until: date | None = None


class HearingCancelled(Entry, frozen=True, kw_only=True):
    version: int
    hearing: int
    court: str
    chamber: str
    starts_at: datetime
    reason: str
    to_tell: int
    mails: int
