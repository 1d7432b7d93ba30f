"""The receipt (ontvangstbewijs): to the service that reported, without any fact of the file."""

from datetime import date

from documents import legal
from documents.references import References, ReferencesTyped


class ReceiptTyped(ReferencesTyped, frozen=True, kw_only=True):
    """Its maker adds numbers and annexes; the rest is in the register."""


class Receipt(References, frozen=True, kw_only=True):
    law: legal.SayingLaw
    #: By which way it came in, in words.
    channel: str
    #: What came in, in words.
    received_kind: str
    #: sha256 of what came in as the register took it in, in hexadecimal digits.
    digest: str
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
    office_address=None,
    case_number="HAV-2023-000042",
    notice_numbers=(),
    system_number=None,
    judge_number=None,
    made_on=date(2023, 9, 14),
    annexes=(),
    channel="de elektronische weg van de dienst (API)",
    received_kind="een verslag waaruit het dossier is ingeschreven",
    digest="60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
    reported_by="Federale politie",
    received_on="13 september 2023",
    registered_on=date(2023, 9, 14),
    registered_at="9.05 uur",
    responsible_offices=("havenprocureurs bij het parket Antwerpen",),
)
