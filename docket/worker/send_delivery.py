"""Sends one mail: counts the attempt, speaks to the server outside any transaction, writes down its answer."""

from datetime import datetime, time, timedelta

from pgqueuer import RetryRequested

from docket.clock import COURT_ZONE, court_day
from docket.deps import Deps
from docket.mail import bounces
from docket.mail.request import LINK_TO_COME
from docket.mail.sending import NeverAccepted, OutgoingMail, Sender, TryLater
from docket.passwords import new_secret, secret_hash
from docket.store import outbox, requests

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
    link = await _link(claimed.request_id, deps) if claimed.request_id is not None else LINK_TO_COME
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


async def _link(request_id: int, deps: Deps) -> str:
    """A private link of its own for each attempt: only its hash is kept, so it cannot be written again."""
    token, at = new_secret(), deps.clock.now()
    last = max(await requests.link_end(deps.pool, request_id), court_day(at)) + timedelta(days=deps.settings.request_link_days)
    expires_at = datetime.combine(last, time.min, COURT_ZONE)
    await requests.insert_link(deps.pool, request_id, secret_hash(token), at=at, expires_at=expires_at)
    return f"{deps.settings.link_root}/v/{token}"


def delay_after(attempts: int) -> timedelta:
    """Doubles from one minute to eight hours."""
    return min(_FIRST_DELAY * 2 ** (attempts - 1), _LONGEST_DELAY)
