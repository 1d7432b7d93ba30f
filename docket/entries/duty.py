"""Who took what waited in charge, or whose turn it became."""

from datetime import date

from docket.entries.entry import Entry


class TakenInCharge(Entry, frozen=True, kw_only=True):
    office: str
    #: Of what waited: detention, ordinary, cargoAlert.
    urgencies: tuple[str, ...]
    #: A function code; `entered by` may be the program that handed it in.
    taken_by: str
    #: page, api, phoneCard or import.
    via: str
    #: The day on which it was taken before the register knew of it, as whoever imported it said; None = when it was entered.
    taken_on: date | None = None


class TakenOver(Entry, frozen=True, kw_only=True):
    """By a colleague of who had it, with a reason."""

    office: str
    urgencies: tuple[str, ...]
    #: Function codes of who takes it and of who had it.
    taken_by: str
    taken_from: tuple[str, ...]
    #: page or api.
    via: str
    reason: str


class GivenBack(Entry, frozen=True, kw_only=True):
    """The account of who had it was closed: it waits for the office again."""

    office: str
    urgencies: tuple[str, ...]
    #: Function codes.
    taken_from: tuple[str, ...]


class Escalated(Entry, frozen=True, kw_only=True):
    office: str
    #: clerk, prosecutor or head.
    step: str
    urgency: str
    #: Function codes of whose turn it is: entered before any channel is tried, so it says nothing of what arrived.
    told: tuple[str, ...]
    #: head, named or nobody, where the duty was unfilled or held by somebody who may not read the file.
    fell_to: str | None


class CardRevoked(Entry, frozen=True, kw_only=True):
    office: str
    links: int
