"""Sends one mail: counts the attempt, speaks to the server outside any transaction, writes down its answer."""

from datetime import timedelta

from pgqueuer import RetryRequested

from docket.actions.requests import asking
from docket.deps import Deps
from docket.mail import bounces
from docket.mail.request import LINK_TO_COME
from docket.mail.sending import NeverAccepted, OutgoingMail, Sender, TryLater
from docket.store import outbox

#: With the delays below a server may be away for about two days before a mail is given up.
MAX_ATTEMPTS = 12
_FIRST_DELAY = timedelta(minutes=1)
_LONGEST_DELAY = timedelta(hours=8)


async def send_delivery(delivery_id: int, deps: Deps, sender: Sender) -> None:
    """May run twice: a delivery that was sent, or is being held, is left alone."""
    claimed = await outbox.claim_delivery(deps.pool, delivery_id, deps.clock.now(), MAX_ATTEMPTS)
    if claimed is None:
        words = f"Opgegeven na {MAX_ATTEMPTS} pogingen zonder antwoord van de mailserver."
        await outbox.give_up_delivery(deps.pool, delivery_id, deps.clock.now(), words)
        return
    # Each attempt carries a link of its own.
    link = (await asking.new_link(deps.pool, claimed.request_id, deps))[0] if claimed.request_id is not None else LINK_TO_COME
    mail = OutgoingMail(
        sender=deps.settings.mail_sender,
        envelope_sender=bounces.envelope_sender(claimed.message_id, deps.settings),
        recipient=claimed.recipient,
        subject=claimed.subject,
        text=claimed.body_text.replace(LINK_TO_COME, link),
        html=claimed.body_html.replace(LINK_TO_COME, link),
        message_id=claimed.message_id,
        written_at=claimed.written_at,
    )
    try:
        answer = await sender.send(mail)
    except NeverAccepted as error:
        await outbox.delivery_failed(deps.pool, claimed, deps.clock.now(), str(error))
    except TryLater as error:
        if claimed.attempts >= MAX_ATTEMPTS:
            await outbox.delivery_failed(deps.pool, claimed, deps.clock.now(), f"Opgegeven na {MAX_ATTEMPTS} pogingen: {error}")
            return
        await outbox.delivery_retrying(deps.pool, claimed, deps.clock.now(), str(error))
        raise RetryRequested(delay_after(claimed.attempts), reason="mail server") from None
    else:
        await outbox.delivery_sent(deps.pool, claimed, deps.clock.now(), answer)


def delay_after(attempts: int) -> timedelta:
    """Doubles from one minute to eight hours."""
    return min(_FIRST_DELAY * 2 ** (attempts - 1), _LONGEST_DELAY)
