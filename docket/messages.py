"""What the register promises to do after commit, as a tagged union; each is a job of the worker and may run twice."""

from typing import Literal

import msgspec


class RenderDocument(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    document_id: int


class MakePdf(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    pdf_id: int


class MakeBulkLine(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """One document of a run over a sitting."""

    run_id: int
    ordinal: int


class SendDelivery(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    delivery_id: int


class SignHead(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Sign a head over every case that changed; daily, at stop and on demand."""


class AssignProsecutor(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    case_id: int
    #: Number of the last assignment of the file when it was promised; a later one makes this one void.
    after: int = 0


class SimulateLaw(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Try a draft of the law on the whole docket; one that was interrupted begins anew."""

    simulation_id: int


class EnactLaw(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Put a draft in force that two magistrates proposed and confirmed."""

    proposal_id: int


class SendEscalation(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Tell the steps that one run of the chain made; each person gets one mail about all of them."""

    escalation_ids: tuple[int, ...]


Message = RenderDocument | MakePdf | MakeBulkLine | SendDelivery | SignHead | AssignProsecutor | SimulateLaw | EnactLaw | SendEscalation


class NewDelivery(msgspec.Struct, frozen=True, kw_only=True):
    """One mail to one recipient, written in the transaction of the action that causes it and sent after commit."""

    mail: str
    recipient: str
    #: Of `docket.mail.recipients.key_of`: what counts mails of one person compares this.
    recipient_key: str
    #: held: no mail server is set; refused: kept and shown to the clerk, never sent
    state: Literal["held", "queued", "refused"]
    subject: str
    body_text: str
    body_html: str
    #: Stays the same however often the mail is tried.
    message_id: str
    #: Why it was refused, in Dutch.
    server_reply: str | None = None


#: Stands in the mails of a registration until its last statement draws the number.
NUMBER_TO_COME = "HAV-0000-000000"

#: The one PgQueuer entrypoint: the worker decodes the message and matches on its type.
ENTRYPOINT = "register"


def encode(message: Message) -> bytes:
    return msgspec.json.encode(message)


def decode(payload: bytes) -> Message:
    return msgspec.json.decode(payload, type=Message)
