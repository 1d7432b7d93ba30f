"""The mail to who has to take files in charge: their numbers and a link that opens after signing in, nothing of their content."""

import msgspec

MAIL = "take_in_charge"


class TakeInChargeMail(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    #: Numbers of the other files that wait for the same person.
    further: tuple[str, ...] = ()
    #: "dringend" or "gewoon"; never why.
    status: str
    #: Opens the phone card of one file, or the list of all that wait, for who is signed in and may read them.
    link: str


EXAMPLE = TakeInChargeMail(case_number="HAV-2026-000001", status="dringend", link="https://register.example.org/w/voorbeeld")
