"""Tells one step of the chain on its channels, one after the other: a channel that fails moves at once to the next."""

import secrets
from typing import Final

from docket.deps import Deps
from docket.duty import Urgency
from docket.mail import take_in_charge
from docket.mail.gateway import Call, Gateway, NotAccepted
from docket.mail.rendering import render
from docket.mail.sending import NeverAccepted, OutgoingMail, Sender, TryLater
from docket.store import duty as store
from docket.store.duty import ClaimedTry

#: A worker that dies while it sends is repeated once, under the same Message-ID.
MAX_ATTEMPTS = 2
TOKEN_BYTES = 24
_URGENCIES: Final[dict[Urgency, str]] = {"detention": "dringend", "ordinary": "gewoon", "cargoAlert": "dringend"}
_NO_GATEWAY = "Er is geen oproepdienst ingesteld (DOCKET_ONCALL_WEBHOOK_URL)."


async def send_escalation(escalation_id: int, deps: Deps, sender: Sender, gateway: Gateway | None) -> None:
    """May run twice: a channel that was accepted, or a file that was taken meanwhile, is left alone."""
    while claimed := await store.claim_try(deps.pool, escalation_id, deps.clock.now(), MAX_ATTEMPTS):
        try:
            answer = await _hand_over(claimed, await _link(escalation_id, deps), deps, sender, gateway)
        except (NotAccepted, TryLater, NeverAccepted) as error:
            await store.failed(deps.pool, claimed, str(error))
        else:
            await store.accepted(deps.pool, claimed, answer, deps.clock.now())
    await store.give_up(
        deps.pool, escalation_id, deps.clock.now(), MAX_ATTEMPTS, "Opgegeven: de verwerking brak telkens af zonder antwoord."
    )


async def _link(escalation_id: int, deps: Deps) -> str:
    """A link of its own for each message: only its hash is kept, so it cannot be written again."""
    token, at = secrets.token_urlsafe(TOKEN_BYTES), deps.clock.now()
    await store.insert_card(deps.pool, escalation_id, token, at=at, expires_at=at + deps.settings.duty_link)
    return f"{deps.settings.link_root}/w/{token}"


async def _hand_over(claimed: ClaimedTry, link: str, deps: Deps, sender: Sender, gateway: Gateway | None) -> str:
    at = deps.clock.now()
    if claimed.channel == "webhook":
        if gateway is None:
            raise NotAccepted(_NO_GATEWAY)
        call = Call(link=link, urgency=claimed.urgency, step=claimed.recipient or claimed.step)
        return await gateway.call(call, key=claimed.message_id.strip("<>"), at=at)
    mail = render(
        take_in_charge.MAIL,
        take_in_charge.TakeInChargeMail(case_number=claimed.case_number, status=_URGENCIES[claimed.urgency], link=link),
    )
    return await sender.send(
        OutgoingMail(
            sender=deps.settings.mail_sender,
            recipient=claimed.recipient or "",
            subject=mail.subject,
            text=mail.text,
            html=mail.html,
            message_id=claimed.message_id,
            written_at=at,
        )
    )
