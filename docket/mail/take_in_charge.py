"""The mail to who has to take a file in charge: its number and a short link that opens after signing in, nothing of its content."""

import msgspec

MAIL = "take_in_charge"


class TakeInChargeMail(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    #: "dringend" or "gewoon"; never why.
    status: str
    #: Opens the phone card, for who is signed in and may read the file.
    link: str


EXAMPLE = TakeInChargeMail(case_number="HAV-2026-000001", status="dringend", link="https://register.example.org/w/voorbeeld")
