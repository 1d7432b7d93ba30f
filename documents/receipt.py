"""The receipt (ontvangstbewijs): to the service that reported, without any fact of the file."""

from datetime import date

import msgspec

from documents import legal


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    law: legal.SayingLaw
    #: Title of the office that holds the file and answers questions about it.
    office: str
    case_number: str
    notice_numbers: tuple[str, ...]
    #: The reporting service and its unit, as titles.
    reported_by: str
    #: Day, month or year in words; None = the report did not say, the day of entry counts.
    received_on: str | None
    registered_on: date
    #: `14.05 uur`, court time.
    registered_at: str
    #: Titles of the offices in charge; empty = still to be decided.
    responsible_offices: tuple[str, ...]


EXAMPLE = Receipt(
    law=legal.SayingLaw(
        citation="Gewoonte van de griffies (e-Deposit); geen tekst gelezen",
        texts=("Dit bewijs zegt niets over de ontvankelijkheid, de bevoegdheid of het gevolg dat aan de melding wordt gegeven.",),
    ),
    office="havenprocureurs bij het parket Antwerpen",
    case_number="HAV-2023-000042",
    notice_numbers=(),
    reported_by="Federale politie",
    received_on="13 september 2023",
    registered_on=date(2023, 9, 14),
    registered_at="9.05 uur",
    responsible_offices=("havenprocureurs bij het parket Antwerpen",),
)
