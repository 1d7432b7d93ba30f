"""A mail is counted before it is tried, and its row says what became of it."""

from datetime import UTC, datetime, timedelta

import pytest
from pgqueuer import RetryRequested

from docket.clock import FixedClock
from docket.deps import Deps
from docket.mail.sending import MemorySender, NeverAccepted, TryLater
from docket.settings import Settings
from docket.worker.send_delivery import MAX_ATTEMPTS, delay_after, send_delivery
from tests.docket.worker.deliveries import row_of, write_delivery

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


class Refusing:
    """A server that answers every mail with one error."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    async def send(self, mail) -> str:
        raise self.error


class Watching(MemorySender):
    """Looks at the row at the moment of sending."""

    def __init__(self, pool) -> None:
        super().__init__()
        self.pool = pool

    async def send(self, mail) -> str:
        self.row = await self.pool.fetchrow("select state, attempts from deliveries where message_id = $1", mail.message_id)
        return await super().send(mail)


@pytest.fixture
def deps(pool, clock) -> Deps:
    return Deps(pool=pool, law=None, clock=FixedClock(NOW), settings=Settings())


async def test_attempt_is_counted_before_the_server_is_spoken_to(deps, pool):
    sender = Watching(pool)

    await send_delivery(await write_delivery(pool), deps, sender)

    assert dict(sender.row) == {"state": "sending", "attempts": 1}


async def test_mail_that_the_server_took_is_sent_with_its_words(deps, pool):
    number = await write_delivery(pool)

    await send_delivery(number, deps, MemorySender())

    row = await row_of(pool, number)
    assert (row["state"], row["sent_at"], row["server_reply"], row["maybe_twice"]) == ("sent", NOW, "250 kept in memory", False)


async def test_job_that_runs_twice_sends_one_mail(deps, pool):
    number, sender = await write_delivery(pool), MemorySender()

    await send_delivery(number, deps, sender)
    await send_delivery(number, deps, sender)

    assert len(sender.sent) == 1


async def test_server_that_refuses_for_now_is_asked_again_later(deps, pool):
    number = await write_delivery(pool)

    with pytest.raises(RetryRequested) as asked:
        await send_delivery(number, deps, Refusing(TryLater("451 busy")))

    row = await row_of(pool, number)
    assert (row["state"], row["server_reply"], asked.value.delay) == ("retrying", "451 busy", timedelta(minutes=1))


async def test_server_that_refuses_for_good_ends_the_delivery_with_its_words(deps, pool):
    number = await write_delivery(pool)

    await send_delivery(number, deps, Refusing(NeverAccepted("550 no such user")))

    row = await row_of(pool, number)
    assert (row["state"], row["server_reply"]) == ("failed", "550 no such user")


async def test_mail_is_given_up_after_the_last_attempt(deps, pool):
    number = await write_delivery(pool, state="retrying", attempts=MAX_ATTEMPTS - 1)

    await send_delivery(number, deps, Refusing(TryLater("451 busy")))

    row = await row_of(pool, number)
    assert (row["state"], row["attempts"]) == ("failed", MAX_ATTEMPTS)
    assert "451 busy" in row["server_reply"]


async def test_mail_that_kills_its_worker_each_time_is_not_tried_for_ever(deps, pool):
    number, sender = await write_delivery(pool, state="sending", attempts=MAX_ATTEMPTS), MemorySender()

    await send_delivery(number, deps, sender)

    assert sender.sent == []
    assert (await row_of(pool, number))["state"] == "failed"


async def test_mail_of_a_worker_that_died_while_sending_says_that_it_may_have_gone_twice(deps, pool):
    number, sender = await write_delivery(pool, state="sending", attempts=1), MemorySender()

    await send_delivery(number, deps, sender)

    row = await row_of(pool, number)
    assert (row["state"], row["attempts"], row["maybe_twice"]) == ("sent", 2, True)
    assert [mail.message_id for mail in sender.sent] == [row["message_id"]]


@pytest.mark.parametrize("state", ["held", "refused", "failed", "sent"])
async def test_delivery_that_does_not_wait_is_never_sent(deps, pool, state):
    number, sender = await write_delivery(pool, state=state), MemorySender()

    await send_delivery(number, deps, sender)

    assert sender.sent == []
    assert (await row_of(pool, number))["state"] == state


def test_delay_doubles_from_a_minute_to_eight_hours():
    assert [delay_after(attempt) for attempt in (1, 2, 3)] == [timedelta(minutes=minutes) for minutes in (1, 2, 4)]
    assert delay_after(11) == timedelta(hours=8)
