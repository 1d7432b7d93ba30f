"""The reminder to the office that a time limit ends: the number of the file and a link that opens after signing in; never whose it is."""

from datetime import date

import msgspec

MAIL = "limit_reminder"


class LimitReminderMail(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    #: The day to act on; None = of a limit of detention, whose days do not leave the office.
    due_on: date | None
    #: The time limits of the file, for who is signed in and may read it.
    link: str


EXAMPLE = LimitReminderMail(
    case_number="HAV-2026-000001",
    due_on=date(2026, 12, 7),
    link="https://register.example.org/dossiers/HAV-2026-000001/termijnen",
)
