"""Who may be spoken to about a person, and who was told of an act."""

from datetime import date

from docket.entries.entry import Entry


class ContactAdded(Entry, frozen=True, kw_only=True):
    """Names, addresses and numbers stay with the contact."""

    version: int
    contact: int
    #: counsel, interpreter, prison or expert
    contact_kind: str
    #: Id of the person in the file.
    about_person: str | None
    from_on: date
    until_on: date | None
    #: The predecessor, who ended with it.
    replaces: int | None


class ContactEnded(Entry, frozen=True, kw_only=True):
    version: int
    contact: int
    contact_kind: str
    about_person: str | None
    until_on: date
    reason: str


class ContactCorrected(Entry, frozen=True, kw_only=True):
    version: int
    #: The right one, and the one that was wrong.
    contact: int
    corrects: int
    contact_kind: str
    about_person: str | None
    from_on: date
    until_on: date | None
    reason: str


class PartyTold(Entry, frozen=True, kw_only=True):
    """Somebody was told of an act, could not be, or need not be; never a name."""

    version: int
    #: Number of the row of who is to be told.
    row: int
    told_act: str
    told_role: str
    about_person: str | None
    #: The contact through whom; his name stays there.
    contact: int | None
    told_state: str
    told_how: str | None
    reason: str | None
