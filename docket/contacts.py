"""Who acts for, speaks with or keeps a person of a file, and experts: dated contacts, and what is asked of one; pure."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Literal

import msgspec

from docket.contract import Report
from docket.errors import Issue

ContactKind = Literal["counsel", "interpreter", "prison", "expert"]
#: Whom counsel may stand for.
WITH_COUNSEL = frozenset({"suspect", "victim", "injuredParty", "civilParty"})
#: Not free any more.
DETAINED = frozenset({"arrested", "remanded"})


class ContactSaid(msgspec.Struct, frozen=True, kw_only=True):
    """A contact as somebody enters it."""

    kind: ContactKind
    #: Id of the person in the file; None = of the file itself.
    person: str | None = None
    #: Of the lawyer, the interpreter, the prison or the expert.
    name: str
    firm: str | None = None
    email: str | None = None
    phone: str | None = None
    #: Of an interpreter: ISO 639-1.
    language: str | None = None
    #: Half-open: [from_on, until_on).
    from_on: date
    until_on: date | None = None


class Contact(ContactSaid, frozen=True, kw_only=True):
    id: int
    entered_at: datetime
    entered_by: str
    ended_at: datetime | None
    ended_by: str | None
    end_reason: str | None
    #: Id of the contact that says it right; None = this one was never wrong.
    corrected_by: int | None

    def holds(self, day: date) -> bool:
        return self.corrected_by is None and self.from_on <= day and (self.until_on is None or day < self.until_on)


def issues(said: ContactSaid, report: Report) -> Iterator[Issue]:
    """What is missing or impossible in a contact of a file."""
    persons = {person.id: person for person in report.persons}
    person = persons.get(said.person) if said.person else None
    if not said.name.strip():
        yield Issue(type="requiredInput", name="/name", detail="Schrijf de naam.")
    if said.person and person is None:
        yield Issue(
            type="referencedResourceNotFound",
            name="/person",
            detail="Deze persoon staat niet in het dossier; kies een van de personen van het dossier.",
            value=said.person,
        )
    match said.kind:
        case "counsel" if person is None or person.role not in WITH_COUNSEL:
            if person is not None or not said.person:
                detail = "Kies de verdachte, het slachtoffer, de benadeelde of de burgerlijke partij die de advocaat bijstaat."
                yield Issue(type="requiredInput", name="/person", detail=detail)
        case "prison" if person is None or person.role != "suspect" or person.custody not in DETAINED:
            if person is not None or not said.person:
                detail = (
                    "Een gevangenis hoort bij een aangehouden verdachte; kies hem, of verbeter eerst in het dossier dat hij aangehouden is."
                )
                yield Issue(type="requiredInput", name="/person", detail=detail)
        case "interpreter" if not said.language:
            yield Issue(
                type="requiredInput", name="/language", detail="Schrijf de taal van de tolk in twee letters, bijvoorbeeld ar of es."
            )
        case "expert" if said.person:
            yield Issue(type="invalidInput", name="/person", detail="Een deskundige hoort bij het dossier; laat de persoon leeg.")
    if said.kind != "interpreter" and said.language:
        yield Issue(type="invalidInput", name="/language", detail="Alleen een tolk heeft een taal; laat de taal leeg.")
    if said.until_on is not None and said.until_on < said.from_on:
        detail = f"De dag waarop het eindigt ligt voor {said.from_on:%d/%m/%Y}; kies die dag of een latere."
        yield Issue(type="outOfRange", name="/untilOn", detail=detail, value=str(said.until_on))
