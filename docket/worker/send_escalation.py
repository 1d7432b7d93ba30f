"""Tells the steps of one run of the chain on their channels, one after the other; a person gets one mail or call about all of them."""

import secrets
from collections.abc import Awaitable, Sequence
from typing import Final

from docket.deps import Deps
from docket.duty import Urgency
from docket.mail import bounces, take_in_charge
from docket.mail.gateway import Call, Gateway, NotAccepted
from docket.mail.rendering import render
from docket.mail.sending import NeverAccepted, OutgoingMail, Sender, TryLater
from docket.store import duty as store
from docket.store.duty import ClaimedTry

#: A worker that dies while it sends is repeated once, under the same Message-ID.
MAX_ATTEMPTS = 2
TOKEN_BYTES = 24
_URGENCIES: Final[dict[Urgency, str]] = {"detention": "dringend", "ordinary": "gewoon", "cargoAlert": "dringend"}
_MOST_URGENT_FIRST: Final[tuple[Urgency, ...]] = ("detention", "cargoAlert", "ordinary")
_NO_GATEWAY = "Er is geen oproepdienst ingesteld (DOCKET_ONCALL_WEBHOOK_URL)."


async def send_escalation(escalation_ids: Sequence[int], deps: Deps, sender: Sender, gateway: Gateway | None) -> None:
    """May run twice: a channel that was accepted, or a file that was taken meanwhile, is left alone."""
    going = True
    while going:
        going = False
        # Telephones first: what rings in vain comes into the same mail as the rest.
        while call := await store.claim_together(deps.pool, escalation_ids, "webhook", deps.clock.now(), MAX_ATTEMPTS):
            going = True
            await _told(call, _call(call, deps, gateway), deps)
        while mail := await store.claim_together(deps.pool, escalation_ids, "mail", deps.clock.now(), MAX_ATTEMPTS):
            going = True
            await _told(mail, _mail(mail, deps, sender), deps)
    await store.give_up(
        deps.pool, escalation_ids, deps.clock.now(), MAX_ATTEMPTS, "Opgegeven: de verwerking brak telkens af zonder antwoord."
    )


async def _told(claimed: Sequence[ClaimedTry], telling: Awaitable[str], deps: Deps) -> None:
    """Writes down what the other side said, for each step that was told with it."""
    try:
        answer = await telling
    except (NotAccepted, TryLater, NeverAccepted) as error:
        for each in claimed:
            await store.failed(deps.pool, each, str(error))
    else:
        for each in claimed:
            await store.accepted(deps.pool, each, answer, deps.clock.now())


async def _card(escalation_id: int, deps: Deps) -> str:
    """A link of its own for each message: only its hash is kept, so it cannot be written again."""
    token, at = secrets.token_urlsafe(TOKEN_BYTES), deps.clock.now()
    await store.insert_card(deps.pool, escalation_id, token, at=at, expires_at=at + deps.settings.duty_link)
    return f"{deps.settings.link_root}/w/{token}"


async def _call(claimed: Sequence[ClaimedTry], deps: Deps, gateway: Gateway | None) -> str:
    """The most urgent of what it tells says how urgent it is."""
    if gateway is None:
        raise NotAccepted(_NO_GATEWAY)
    first = claimed[0]
    urgency = min((each.urgency for each in claimed), key=_MOST_URGENT_FIRST.index)
    call = Call(link=await _where(claimed, deps), urgency=urgency, step=first.recipient or first.step)
    return await gateway.call(call, key=first.message_id.strip("<>"), at=deps.clock.now())


async def _where(claimed: Sequence[ClaimedTry], deps: Deps) -> str:
    """Of one file its phone card; of several the list on which they stand."""
    if len({each.case_number for each in claimed}) > 1:
        return f"{deps.settings.link_root}/niet-opgenomen"
    return await _card(claimed[0].escalation_id, deps)


async def _mail(claimed: Sequence[ClaimedTry], deps: Deps, sender: Sender) -> str:
    first, *further = dict.fromkeys(each.case_number for each in claimed)
    link = await _where(claimed, deps)
    urgent = any(_URGENCIES[each.urgency] == "dringend" for each in claimed)
    mail = render(
        take_in_charge.MAIL,
        take_in_charge.TakeInChargeMail(case_number=first, further=tuple(further), status="dringend" if urgent else "gewoon", link=link),
    )
    return await sender.send(
        OutgoingMail(
            sender=deps.settings.mail_sender,
            envelope_sender=bounces.envelope_sender(claimed[0].message_id, deps.settings),
            recipient=claimed[0].recipient or "",
            subject=mail.subject,
            text=mail.text,
            html=mail.html,
            message_id=claimed[0].message_id,
            written_at=deps.clock.now(),
        )
    )
