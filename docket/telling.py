"""Everyone who is to be told of an act, and who takes over from whom; pure."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Literal

import msgspec

from docket.contacts import DETAINED, Contact
from docket.contract import Report

ToldRole = Literal["suspect", "victim", "injuredParty", "civilParty", "counsel", "interpreter", "prison", "expert", "investigator"]
ToldAct = Literal["hearingSet", "hearingMoved", "hearingCancelled", "transferred", "judgment"]
ToldState = Literal["toTell", "told", "failed", "notNeeded", "byMail"]
ToldHow = Literal["phone", "email", "letter", "registeredLetter", "inPerson", "police", "electronic"]
#: Persons of the file who are told themselves.
PARTIES: tuple[ToldRole, ...] = ("suspect", "victim", "injuredParty", "civilParty")


class Receiver(msgspec.Struct, frozen=True, kw_only=True):
    role: ToldRole
    #: Id of the person in the file.
    person: str | None = None
    #: None = the person himself, or nobody is known yet.
    contact_id: int | None = None


class ToTell(Receiver, frozen=True, kw_only=True):
    id: int
    act: ToldAct
    hearing_id: int | None
    delivery_id: int | None
    state: ToldState
    how: ToldHow | None
    reason: str | None
    made_at: datetime
    closed_at: datetime | None
    closed_by: str | None

    @property
    def open(self) -> bool:
        return self.state in ("toTell", "failed")

    @property
    def receiver(self) -> Receiver:
        return Receiver(role=self.role, person=self.person, contact_id=self.contact_id)


def everyone(report: Report, contacts: Sequence[Contact], today: date, until: date | None = None) -> Iterator[Receiver]:
    """
    Each party, who acts for or keeps him today, and whoever begins to do so by `until`; never a predecessor. Experts of the file too.

    A detained suspect whose prison is not known gets a row without a contact, so that somebody finds out.
    Investigators are not among them: they are told by mail.
    """
    for person in report.persons:
        if person.role in PARTIES:
            yield Receiver(role=person.role, person=person.id)
    persons = {person.id for person in report.persons if person.role in PARTIES}
    current = [row for row in contacts if row.holds(today) or (today < row.from_on and row.holds(max(row.from_on, until or today)))]
    current = [row for row in current if row.from_on <= (until or today)]
    for row in current:
        if row.person is None or row.person in persons or row.kind == "interpreter":
            yield Receiver(role=row.kind, person=row.person, contact_id=row.id)
    kept = {row.person for row in current if row.kind == "prison"}
    for person in report.persons:
        if person.role == "suspect" and person.custody in DETAINED and person.id not in kept:
            yield Receiver(role="prison", person=person.id)


def missing(wanted: Sequence[Receiver], rows: Sequence[ToTell], hearing_id: int) -> Iterator[Receiver]:
    """Who is to be told of a hearing that stands and has no row of its last act yet."""
    of_hearing = [row for row in rows if row.hearing_id == hearing_id]
    have = {row.receiver for row in of_hearing}
    for receiver in wanted:
        if receiver not in have:
            yield receiver
