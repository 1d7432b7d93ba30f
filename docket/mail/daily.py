"""The list of a day to one investigator: which mails were sent to him, and what changed without a mail of its own."""

from datetime import date, datetime

import msgspec

MAIL = "daily"


class SentLine(msgspec.Struct, frozen=True, kw_only=True):
    #: The subject of that mail: number and stand.
    status: str
    sent_at: datetime


class ChangedLine(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    status: str


class DailyMail(msgspec.Struct, frozen=True, kw_only=True):
    #: The court day that it is about.
    changed_on: date
    sent: tuple[SentLine, ...]
    changed: tuple[ChangedLine, ...]
    #: Whom to call when a mail on the list did not come.
    phone: str = ""


EXAMPLE = DailyMail(
    changed_on=date(2026, 11, 25),
    sent=(SentLine(status="Dossier HAV-2026-000001: geregistreerd", sent_at=datetime.fromisoformat("2026-11-25T14:05:00+01:00")),),
    changed=(ChangedLine(case_number="HAV-2026-000001", status="in behandeling genomen"),),
    phone="03 000 00 00",
)
