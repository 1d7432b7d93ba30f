"""The mail to whom something is asked of: that a question waits, by when, and a private link to it; never the question itself."""

from datetime import date

import msgspec

MAIL = "request"
#: Stands in the mail that is kept; each attempt to send it has a link of its own, of which the register keeps the hash only.
LINK_TO_COME = "(persoonlijke link: staat alleen in de verzonden mail)"


class RequestMail(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    #: As the service itself gave it; None = it gave none.
    notice_number: str | None
    #: "nieuwe vraag", "herinnering", "te laat", "antwoord volstond niet".
    status: str
    #: By when.
    due_on: date
    #: Titles of the office that asks.
    offices: tuple[str, ...]
    #: Opens the page that asks the one question, without an account.
    link: str = LINK_TO_COME
    #: Whom to call; empty = the office is named without a number.
    phone: str = ""


EXAMPLE = RequestMail(
    case_number="HAV-2026-000001",
    notice_number="DE.60.SP.001234/2023",
    status="nieuwe vraag",
    due_on=date(2026, 12, 4),
    offices=("Parket Antwerpen, havenprocureurs",),
    link="https://register.example.org/v/voorbeeld",
    phone="03 000 00 00",
)
