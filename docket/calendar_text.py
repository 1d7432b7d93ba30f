"""Hearings as a calendar file (RFC 5545): case numbers and function codes, never a name; pure."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Literal

import msgspec

#: A calendar shows something for so long; the law sets no length of a hearing.
SHOWN_FOR = timedelta(hours=1)
#: Octets on one line (RFC 5545, 3.1).
_LINE_OCTETS = 75


class Event(msgspec.Struct, frozen=True, kw_only=True):
    uid: str
    sequence: int
    state: Literal["set", "cancelled"]
    starts_at: datetime
    changed_at: datetime
    case_number: str
    #: `user:23`; None = nobody's.
    prosecutor: str | None
    court: str
    chamber: str
    kind: str


def calendar(title: str, events: Iterable[Event]) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Havendossier//Zittingen//NL", "METHOD:PUBLISH", f"X-WR-CALNAME:{_text(title)}"]
    for event in events:
        whose = f" ({event.prosecutor})" if event.prosecutor else ""
        lines += [
            "BEGIN:VEVENT",
            f"UID:{event.uid}",
            f"DTSTAMP:{_instant(event.changed_at)}",
            f"LAST-MODIFIED:{_instant(event.changed_at)}",
            f"SEQUENCE:{event.sequence}",
            f"STATUS:{'CANCELLED' if event.state == 'cancelled' else 'CONFIRMED'}",
            f"DTSTART:{_instant(event.starts_at)}",
            f"DTEND:{_instant(event.starts_at + SHOWN_FOR)}",
            f"SUMMARY:{_text(f'{event.case_number}, {event.kind}{whose}')}",
            f"LOCATION:{_text(f'{event.court}, kamer {event.chamber}')}",
            "CLASS:PRIVATE",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(_folded(line) for line in lines).encode()


def _instant(value: datetime) -> str:
    return value.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(value: str) -> str:
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "")):
        value = value.replace(plain, escaped)
    return value


def _folded(line: str) -> str:
    """At most 75 octets a line; a line that goes on begins with a space. No letter is cut in two."""
    folded, room = [""], _LINE_OCTETS
    for letter in line:
        octets = len(letter.encode())
        if octets > room:
            folded.append(" ")
            room = _LINE_OCTETS - 1
        folded[-1] += letter
        room -= octets
    return "\r\n".join(folded) + "\r\n"
