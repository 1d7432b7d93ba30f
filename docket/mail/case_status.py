"""The status mail to the investigators of a file: only what may leave the office, and whom to call."""

from datetime import date

import msgspec

from docket.mail.recipients import key_of, refusal
from docket.mail.rendering import render
from docket.messages import NewDelivery
from docket.settings import Settings

MAIL = "case_status"


class CaseStatusMail(msgspec.Struct, frozen=True, kw_only=True):
    """Pseudonymous by its fields: no name, charge, place, quantity or day of a fact has a field here."""

    case_number: str
    #: As the service itself gave it; None = it gave none.
    notice_number: str | None
    #: What happened, in the words of the office: "geregistreerd", "andere bevoegde dienst".
    status: str
    #: The court day of the change.
    changed_on: date
    #: Dutch titles of the responsible offices; empty = not decided yet.
    offices: tuple[str, ...]
    #: What the investigator is asked to tell or hand in; empty = nothing.
    asked: tuple[str, ...] = ()
    #: By when; None = no term was set.
    due_on: date | None = None
    #: Whom to call; empty = the office is named without a number.
    phone: str = ""


EXAMPLE = CaseStatusMail(
    case_number="HAV-2026-000001",
    notice_number="DE.60.SP.001234/2023",
    status="geregistreerd",
    changed_on=date(2026, 11, 23),
    offices=("Parket Antwerpen, havenprocureurs",),
    asked=("op welke kaai of in welk dok het feit plaatsvond",),
    phone="03 000 00 00",
)


def deliveries(
    mail: msgspec.Struct, recipients: tuple[str, ...], settings: Settings, message_ids: tuple[str, ...], *, name: str = MAIL
) -> tuple[NewDelivery, ...]:
    """One delivery for each address (each address once) of the mail `name`; `message_ids` are fresh and at least as many."""
    rendered = render(name, mail)
    # Two spellings of one address are one recipient, mailed as it was written first.
    unique = {key_of(address): address.strip() for address in reversed(recipients) if address.strip()}
    in_order = dict.fromkeys(key_of(address) for address in recipients if address.strip())
    made = []
    for key, message_id in zip(in_order, message_ids, strict=False):
        address = unique[key]
        refused = refusal(address, settings.mail_domains)
        made.append(
            NewDelivery(
                mail=name,
                recipient=address,
                recipient_key=key,
                state="refused" if refused else "queued" if settings.smtp_url else "held",
                subject=rendered.subject,
                body_text=rendered.text,
                body_html=rendered.html,
                message_id=message_id,
                server_reply=refused,
            )
        )
    return tuple(made)
