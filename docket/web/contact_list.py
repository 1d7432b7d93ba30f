"""The contacts of a file as screens list them."""

from datetime import date

import msgspec

from docket import report_words
from docket.cases import Case
from docket.contacts import Contact


class ContactLine(msgspec.Struct, frozen=True, kw_only=True):
    contact: Contact
    #: Designation and name of the person; empty = of the file.
    about: str
    #: He is it today.
    holds: bool
    #: Begins on a later day.
    coming: bool = False
    #: Was never right.
    wrong: bool = False


def persons_of(case: Case) -> dict[str, str]:
    """Id of each person of the file -> designation, with the name where it is known."""
    named = report_words.designations(case.report)
    persons = {}
    for person in case.report.persons:
        full = report_words.full_name(person)
        persons[person.id or ""] = f"{named[person.id or '']}{f' ({full})' if full else ''}"
    return persons


def lines_of(case: Case, rows: tuple[Contact, ...], today: date) -> tuple[ContactLine, ...]:
    persons = persons_of(case)
    return tuple(
        ContactLine(
            contact=row,
            about=persons.get(row.person, row.person) if row.person else "",
            holds=row.holds(today),
            coming=row.corrected_by is None and row.ended_at is None and today < row.from_on,
            wrong=row.corrected_by is not None,
        )
        for row in rows
    )
