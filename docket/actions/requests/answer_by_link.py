"""An answer by the private link: one fact or a text, from whoever holds the link; a proposal until the office decides on it."""

from datetime import datetime, timedelta
from typing import Any

import msgspec

from docket import entries
from docket.actions.requests.enter_answer import new_answer
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import NotFound, StateForbids, TooManyAttempts
from docket.passwords import secret_hash
from docket.store import access_log, duty
from docket.store import entries as docket_entries
from docket.store import requests as store
from docket.store.requests import BehindLink

ATTEMPTS_WINDOW = timedelta(minutes=15)
#: A service answers from one address, many of its people too; who guesses links is stopped here.
ATTEMPTS_BY_ADDRESS = 60
ATTEMPTS_BY_LINK = 40
_LONGEST_ADDRESS = 100


class Gone(NotFound):
    """Deze link is verlopen of ingetrokken, of de vraag is afgesloten. Bel de dienst die het vroeg en noem het dossiernummer."""


class TooManyTries(TooManyAttempts):
    """Te veel pogingen achter elkaar; wacht een kwartier en open de link opnieuw."""


class AnswerByLink(msgspec.Struct, frozen=True, kw_only=True):
    token: str
    #: The value of the fact in the words of the contract; None = the answer is in words.
    value: Any = None
    remark: str | None = None
    #: Where it comes from, for the limits only.
    address: str


async def open_link(token: str, address: str, deps: Deps) -> BehindLink:
    """The one question behind a link; who opened it is logged. An unknown link and one that is over say the same."""
    now, digest = deps.clock.now(), secret_hash(token)
    async with deps.transaction() as tx:
        tried = await store.count_attempt(tx, address[:_LONGEST_ADDRESS], digest, now=now, since=now - ATTEMPTS_WINDOW)
    if tried.by_address > ATTEMPTS_BY_ADDRESS or tried.by_link > ATTEMPTS_BY_LINK:
        raise TooManyTries
    found = await store.behind_link(deps.pool, digest)
    if found is None or not _opens(found, now):
        raise Gone
    await access_log.log_opened(deps.pool, f"request:{found.id}", found.case_number, now)
    return found


async def answer_by_link(command: AnswerByLink, deps: Deps) -> BehindLink:
    found = await open_link(command.token, command.address, deps)
    now = deps.clock.now()
    answer = new_answer(found.fact, command.value, command.remark, "link", court_day(now))
    async with deps.transaction() as tx:
        await docket_entries.lock(tx, found.case_id)
        present = await store.behind_link(tx, secret_hash(command.token))
        if present is None or not _opens(present, now):
            raise Gone
        answer_id = await store.propose(tx, found.case_id, found.id, answer, at=now, by=f"request:{found.id}")
        if answer_id is None:
            raise StateForbids("Er is al een antwoord gegeven; het wordt nagekeken.")
        await duty.settle_request(tx, found.id, now)
        await duty.open_for_request(tx, found.case_id, await store.answering_office(tx, found.id), found.id, cause="AnswerProposed", at=now)
        entry = entries.AnswerProposed(request=found.id, answer=answer_id, answer_via="link", answered_on=answer.answered_on)
        await docket_entries.append(tx, found.case_id, kind=entries.kind_of(entry), content=entry, by=f"request:{found.id}", at=now)
    return msgspec.structs.replace(present, answered=True)


def _opens(found: BehindLink, now: datetime) -> bool:
    return found.state == "asked" and found.revoked_at is None and found.expires_at > now
