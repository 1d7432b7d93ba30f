"""A mail was sent again or came back, and who was reminded of which day."""

from datetime import date

from docket.entries.entry import Entry


class MailResent(Entry, frozen=True, kw_only=True):
    delivery: int


class MailCameBack(Entry, frozen=True, kw_only=True):
    #: 0 = a mail that told whoever is on duty.
    delivery: int
    #: Number of the task of a clerk.
    task: int
    #: bounce, autoReply or answer.
    back: str
    #: Of RFC 3463, such as 5.1.1.
    mail_status: str | None


class MailTaskClosed(Entry, frozen=True, kw_only=True):
    #: 0 = it named no mail of ours.
    delivery: int
    task: int
    back: str
    reason: str


class LimitReminded(Entry, frozen=True, kw_only=True):
    time_limit: int
    #: Until the day to act on.
    due_in_days: int
    #: Whole hours until the instant at which it ends; None = it ends with a day.
    due_in_hours: int | None = None
    #: 0 = nobody of the office left an address.
    mails: int


class LimitationReminded(Entry, frozen=True, kw_only=True):
    last_day: date
    #: Ids of the report.
    of_offences: tuple[str, ...]
    in_days: int
    #: 0 = nobody of the office left an address.
    mails: int
