"""What was asked and is not back: asked of exactly one service, reminded once each, answered as a proposal, and never forgotten."""

import asyncio
import re
from datetime import date, timedelta
from typing import Any

import msgspec
import pytest

from docket import requests
from docket.access import visibility
from docket.actions.connected.join_cases import JoinCases, JoinedFile, join_cases
from docket.actions.duty.escalate import escalate
from docket.actions.duty.take_in_charge import TakeInCharge, take_in_charge
from docket.actions.oversight.verify_register import verify_register
from docket.actions.requests.accept_answer import AcceptAnswer, accept_answer, preview_answer
from docket.actions.requests.answer_by_link import ATTEMPTS_BY_LINK, AnswerByLink, Gone, TooManyTries, answer_by_link, open_link
from docket.actions.requests.ask_request import AskRequest, ask_request
from docket.actions.requests.enter_answer import EnterAnswer, enter_answer
from docket.actions.requests.hand_link import HandLink, hand_link
from docket.actions.requests.move_due import MoveDue, move_due
from docket.actions.requests.refuse_answer import RefuseAnswer, refuse_answer
from docket.actions.requests.remind import remind
from docket.actions.requests.revoke_links import RevokeLinks, revoke_links
from docket.actions.requests.withdraw_request import WithdrawRequest, withdraw_request
from docket.deps import Deps
from docket.entry_lines import lines_of
from docket.errors import BadInput, MissingScope, NotFound, Stale, StateForbids
from docket.mail.sending import MemorySender
from docket.requests import Request
from docket.store import duty
from docket.store import requests as store
from docket.web.request_words import request_view
from docket.worker.queue import drain
from tests.builders import a_case, a_clerk, a_prosecutor, an_actor
from tests.docket.actions.reading import view_of

#: Drugs in the port of Antwerp, on a bank that nobody told.
NO_BANK: dict[str, Any] = {
    "places": [{"id": "p1", "role": "scene", "port": "antwerp"}],
    "offences": [{"id": "o1", "offence": "drugImport", "committedFrom": "2026-11-18", "place": "p1"}],
}
QUAY = "/places/p1/quay"
BY = a_clerk()
DAY = timedelta(days=1)
FROM = "127.0.0.1"


@pytest.fixture
def deps(deps: Deps) -> Deps:
    """With a mail server."""
    return msgspec.structs.replace(deps, settings=msgspec.structs.replace(deps.settings, smtp_url="smtp://mail.example.org"))


class File:
    """A file, with the version that one saw last."""

    def __init__(self, deps: Deps, number: str) -> None:
        self.deps, self.number = deps, number

    async def _about(self, **fields: Any) -> dict[str, Any]:
        return {"case_number": self.number, "version": (await view_of(self.deps, self.number)).case.version, **fields}

    async def ask(self, fact: str | None = QUAY, **fields: Any) -> int:
        return (await ask_request(AskRequest(**await self._about(fact=fact, **fields)), BY, self.deps)).request_id

    async def move(self, request_id: int, due_on: date, reason: str = "De dienst vroeg uitstel.") -> None:
        await move_due(MoveDue(**await self._about(request_id=request_id, due_on=due_on, reason=reason)), BY, self.deps)

    async def withdraw(self, request_id: int, reason: str = "Niet meer nodig.") -> None:
        await withdraw_request(WithdrawRequest(**await self._about(request_id=request_id, reason=reason)), BY, self.deps)

    async def enter(self, request_id: int, value: Any = "1742", **fields: Any) -> int:
        said = {"via": "letter", **fields}
        return (await enter_answer(EnterAnswer(**await self._about(request_id=request_id, value=value, **said)), BY, self.deps)).answer_id

    async def accept(self, request_id: int, **fields: Any) -> None:
        waiting = (await self.request(request_id)).waiting
        answer = waiting.id if waiting else 0
        await accept_answer(AcceptAnswer(**await self._about(request_id=request_id, answer_id=answer, **fields)), BY, self.deps)

    async def refuse(self, request_id: int, reason: str = "Die kaai bestaat niet.") -> None:
        waiting = (await self.request(request_id)).waiting
        answer = waiting.id if waiting else 0
        await refuse_answer(RefuseAnswer(**await self._about(request_id=request_id, answer_id=answer, reason=reason)), BY, self.deps)

    async def requests(self) -> tuple[Request, ...]:
        found = await view_of(self.deps, self.number)
        return await store.of_case(self.deps.pool, found.case.id, self.deps.clock.now())

    async def request(self, request_id: int) -> Request:
        return next(one for one in await self.requests() if one.id == request_id)

    async def entries(self, kind: str) -> list[Any]:
        return [entry.content for entry in (await view_of(self.deps, self.number)).entries if entry.kind == kind]

    async def steps(self) -> list[tuple[str, int]]:
        [one] = await self.requests()
        return [(reminder.step, reminder.number) for reminder in one.reminders]


@pytest.fixture
async def file(deps: Deps) -> File:
    return File(deps, (await a_case(deps, **NO_BANK)).case_number)


async def sent(deps: Deps, sender: MemorySender) -> list[Any]:
    """Mails about requests, in the order in which they left."""
    await drain(deps, sender)
    return [mail for mail in sender.sent if "antwoord tegen" in mail.subject]


def token_of(mail: Any) -> str:
    found = re.search(r"/v/(\S+)", mail.text)
    assert found is not None, mail.text
    return found[1]


def by_link(token: str, value: Any = "1742", **fields: Any) -> AnswerByLink:
    return AnswerByLink(token=token, value=value, address=FROM, **fields)


async def waits(deps: Deps, number: str) -> list[str]:
    """Why somebody of the office has to act, besides the file itself."""
    return [
        line.cause
        for line in await duty.of_case(deps.pool, number, visibility(a_prosecutor()))
        if line.waits and line.cause != "CaseRegistered"
    ]


async def day_by_day(deps: Deps, clock: Any, days: int) -> None:
    for _ in range(days):
        clock.instant += DAY
        await remind(deps)


async def test_file_names_exactly_the_facts_that_its_decision_misses(deps: Deps, file: File) -> None:
    found = await view_of(deps, file.number)

    assert list(requests.missing(found.current.decision, found.case.report)) == [
        "/places/p1/quay",
        "/places/p1/dock",
        "/places/p1/terminal",
        "/places/p1/municipality",
    ]
    assert requests.question_of(QUAY, found.case.report) == "Plaats 1: welke kaai?"


async def test_undecided_file_names_the_place_of_its_offence_or_the_offence_itself(deps: Deps) -> None:
    nowhere = await view_of(deps, (await a_case(deps, places=None, offences=[{"id": "o1", "offence": "drugImport"}])).case_number)
    nothing = await view_of(deps, (await a_case(deps, offences=None, sender="b")).case_number)

    assert [one.current.decision.tracks for one in (nowhere, nothing)] == [(), ()]
    assert requests.missing(nowhere.current.decision, nowhere.case.report) == ("/offences/o1/place",)
    assert requests.missing(nothing.current.decision, nothing.case.report) == ("/offences/-/offence",)


async def test_reporting_service_is_asked_for_exactly_the_missing_fact_by_a_mail_that_tells_nothing(
    deps: Deps, sender: MemorySender, file: File
) -> None:
    request_id = await file.ask()
    [mail] = await sent(deps, sender)

    one = await file.request(request_id)
    assert (one.kind, one.addressee, one.address) == ("question", "Scheepvaartpolitie, SPN Antwerpen", "rechercheur@politie.example.org")
    assert (one.question, one.fact, one.due_on, one.state) == ("Plaats 1: welke kaai?", QUAY, date(2026, 12, 4), "asked")
    assert mail.recipient == one.address
    assert mail.subject == f"Dossier {file.number}: nieuwe vraag, antwoord tegen 04/12/2026"
    told = mail.text + mail.html
    assert "kaai" not in told and "havenprocureurs" in told and "/v/" in told
    kept = await deps.pool.fetchval("select body_text from deliveries where request_id = $1", request_id)
    assert "/v/" not in kept and "persoonlijke link" in kept
    [entry] = await file.entries("RequestAsked")
    assert (entry["fact"], entry["dueOn"], entry["mailed"]) == (QUAY, "2026-12-04", True)


async def test_answer_by_the_link_is_a_proposal_that_changes_nothing_until_it_is_accepted(
    deps: Deps, sender: MemorySender, file: File
) -> None:
    request_id = await file.ask()
    token = token_of((await sent(deps, sender))[-1])
    before = await view_of(deps, file.number)

    await answer_by_link(by_link(token, remark="Zoals in het PV."), deps)
    proposed = await view_of(deps, file.number)
    assert (proposed.case.version, proposed.case.report) == (before.case.version, before.case.report)
    assert await waits(deps, file.number) == ["AnswerProposed"]
    waiting = (await file.request(request_id)).waiting
    assert waiting is not None
    assert (waiting.value, waiting.remark, waiting.via, waiting.received_by) == (
        '"1742"',
        "Zoals in het PV.",
        "link",
        f"request:{request_id}",
    )
    preview = await preview_answer(
        AcceptAnswer(case_number=file.number, version=before.case.version, request_id=request_id, answer_id=waiting.id), BY, deps
    )
    assert preview is not None and [(one.path, one.before, one.after) for one in preview.changes] == [(QUAY, None, "1742")]

    await file.accept(request_id)

    after = await view_of(deps, file.number)
    assert before.current.decision.port_area == "antwerpBankUnknown"
    assert (after.current.decision.port_area, after.case.report.places[0].quay) == ("waasland", "1742")
    assert len(after.decisions) == len(before.decisions) + 1
    one = await file.request(request_id)
    assert (one.state, one.answers[0].state, one.answers[0].amended, one.open_links) == ("answered", "accepted", True, 0)
    assert await waits(deps, file.number) == []
    assert [entry["reason"] for entry in await file.entries("FactsAmended")] == [
        f"Antwoord op vraag {request_id}, van Scheepvaartpolitie, SPN Antwerpen."
    ]
    with pytest.raises(Gone):
        await open_link(token, FROM, deps)


async def test_answer_that_the_file_holds_already_closes_the_request_and_amends_nothing(deps: Deps, file: File) -> None:
    request_id = await file.ask(fact="/places/p1/port")
    await file.enter(request_id, "antwerp")

    await file.accept(request_id)

    one = await file.request(request_id)
    assert (one.state, one.answers[0].amended) == ("answered", False)
    assert await file.entries("FactsAmended") == []


async def test_refused_answer_leaves_the_question_open_and_asks_again(deps: Deps, sender: MemorySender, file: File) -> None:
    request_id = await file.ask()
    token = token_of((await sent(deps, sender))[-1])
    await answer_by_link(by_link(token, "kaai 99999"), deps)
    with pytest.raises(StateForbids):
        await answer_by_link(by_link(token, "1742"), deps)

    await file.refuse(request_id)

    mails = await sent(deps, sender)
    assert [mail.subject.partition(": ")[2] for mail in mails] == [
        "nieuwe vraag, antwoord tegen 04/12/2026",
        "antwoord volstond niet, antwoord tegen 04/12/2026",
    ]
    assert "bestaat niet" not in mails[-1].text
    one = await file.request(request_id)
    assert (one.state, one.answers[0].state, one.answers[0].close_reason) == ("asked", "refused", "Die kaai bestaat niet.")
    assert await waits(deps, file.number) == []
    await answer_by_link(by_link(token_of(mails[-1]), "1742"), deps)
    assert (await file.request(request_id)).waiting is not None


async def test_answer_that_the_contract_does_not_take_is_refused_at_once(deps: Deps, sender: MemorySender, file: File) -> None:
    await file.ask(fact="/offences/o1/committedFrom")
    token = token_of((await sent(deps, sender))[-1])

    for wrong in ("gisteren", "2026-02-30", "", None, 7):
        with pytest.raises(BadInput):
            await answer_by_link(by_link(token, wrong), deps)

    await answer_by_link(by_link(token, "2026-11"), deps)


async def test_place_of_an_offence_is_answered_in_words_and_becomes_a_place_of_the_file(deps: Deps) -> None:
    file = File(deps, (await a_case(deps, places=None, offences=[{"id": "o1", "offence": "drugImport"}])).case_number)
    request_id = await file.ask("/offences/o1/place")
    await file.enter(request_id, "Deurganckdok, kaai 1742")

    await file.accept(request_id, reason="Nagevraagd.")

    report = (await view_of(deps, file.number)).case.report
    assert [(place.id, place.text) for place in report.places] == [("p1", "Deurganckdok, kaai 1742")]
    assert report.offences[0].place == "p1"
    assert (await view_of(deps, file.number)).current.decision.port_area == "waasland"


async def test_kantschrift_laboratory_and_expert_are_asked_in_words_and_answered_in_words(deps: Deps, file: File) -> None:
    for kind, whom in (("apostil", "SPN Antwerpen"), ("laboratory", "NICC"), ("expert", "Deskundige wegvervoer")):
        request_id = await file.ask(None, kind=kind, addressee=whom, question="Verhoor de kapitein.", due_on=date(2026, 12, 24))
        with pytest.raises(BadInput):
            await file.enter(request_id, "1742")
        await file.enter(request_id, None, remark="Uitgevoerd, PV volgt.", answered_on=date(2026, 11, 24))
        await file.accept(request_id)

    found = await file.requests()
    assert [(one.kind, one.addressee, one.address, one.state) for one in found] == [
        ("apostil", "SPN Antwerpen", None, "answered"),
        ("laboratory", "NICC", None, "answered"),
        ("expert", "Deskundige wegvervoer", None, "answered"),
    ]


async def test_question_says_every_fault_at_once(deps: Deps, file: File) -> None:
    with pytest.raises(BadInput) as refused:
        await file.ask(None, addressee=" ", address="geen adres", question="", due_on=date(2026, 11, 23))
    assert [issue.name for issue in refused.value.issues] == ["/addressee", "/address", "/question", "/dueOn"]
    for fact in ("/places/p9/quay", "/persons/s1/familyName", "places/p1/quay", "/", "/places/-/quay"):
        with pytest.raises(BadInput):
            await file.ask(fact)


async def test_one_fact_is_asked_once_at_a_time(file: File) -> None:
    request_id = await file.ask()
    with pytest.raises(StateForbids):
        await file.ask()
    await file.withdraw(request_id)
    await file.ask()


async def test_two_clerks_do_not_overwrite_each_other(deps: Deps, file: File) -> None:
    await file.ask()
    with pytest.raises(Stale):
        await ask_request(AskRequest(case_number=file.number, version=1, fact="/places/p1/dock"), BY, deps)


async def test_each_reminder_is_made_once_at_its_day_and_again_every_week_that_it_is_late(
    deps: Deps, clock: Any, sender: MemorySender, file: File
) -> None:
    await file.ask()
    days = {}
    for _ in range(30):
        clock.instant += DAY
        before = len(await file.steps())
        await remind(deps)
        await remind(deps)
        for step in (await file.steps())[before:]:
            days[step] = clock.instant.date()

    assert days == {
        ("before", 1): date(2026, 12, 1),
        ("overdue", 1): date(2026, 12, 5),
        ("overdue", 2): date(2026, 12, 12),
        ("overdue", 3): date(2026, 12, 19),
    }
    told = sorted(mail.subject.split(": ")[1].split(",")[0] for mail in await sent(deps, sender))
    assert told == ["herinnering", "nieuwe vraag", "te laat", "te laat", "te laat"]


async def test_clock_that_jumps_forgets_no_reminder_and_mails_once(deps: Deps, clock: Any, sender: MemorySender, file: File) -> None:
    await file.ask()
    await sent(deps, sender)
    clock.instant += 20 * DAY

    assert await remind(deps) == 1

    assert await file.steps() == [("before", 1), ("overdue", 2)]
    assert [mail.subject.split(": ")[1].split(",")[0] for mail in await sent(deps, sender)] == ["nieuwe vraag", "te laat"]


async def test_reminder_shows_the_state_of_its_own_mail_and_says_sent_only_once_a_relay_took_it(
    deps: Deps, clock: Any, sender: MemorySender, file: File
) -> None:
    request_id = await file.ask()
    await sent(deps, sender)
    clock.instant += 20 * DAY
    await remind(deps)

    async def shown() -> tuple[str | None, str]:
        one = await file.request(request_id)
        view = request_view(one, (await view_of(deps, file.number)).case.report, deps.law.law, clock.instant.date())
        return one.reminders[-1].mail_state, view.reminders[-1].rpartition(", ")[2]

    assert await shown() == ("queued", "mail: in de wachtrij")
    delivery = "(select max(delivery_id) from request_reminders)"
    await deps.pool.execute(f"update deliveries set state = 'failed' where id = {delivery}")
    assert await shown() == ("failed", "mail: mislukt")
    await deps.pool.execute(f"update deliveries set state = 'queued' where id = {delivery}")
    await sent(deps, sender)
    assert await shown() == ("sent", "mail: verzonden")
    [*_, entry] = await file.entries("RequestReminded")
    [*_, last] = lines_of("RequestReminded", entry, deps.law.law)
    assert last == "Een mail aan de geadresseerde is klaargezet; wat ervan werd, staat bij de mails"


async def test_two_workers_at_once_make_each_reminder_once(deps: Deps, clock: Any, sender: MemorySender) -> None:
    files = [File(deps, (await a_case(deps, sender=name, externalId=name, **NO_BANK)).case_number) for name in "abcdef"]
    for file in files:
        await file.ask()
    await sent(deps, sender)
    clock.instant += 11 * DAY

    await asyncio.gather(*(remind(deps) for _ in range(4)))

    assert [await file.steps() for file in files] == [[("before", 1), ("overdue", 1)]] * len(files)
    assert len(await sent(deps, sender)) == 2 * len(files)


async def test_request_that_is_due_today_or_tomorrow_is_not_reminded_of_on_the_day_it_was_asked(deps: Deps, clock: Any, file: File) -> None:
    await file.ask(due_on=date(2026, 11, 25))
    assert await remind(deps) == 0
    await day_by_day(deps, clock, 1)
    assert await file.steps() == [("before", 1)]


async def test_moved_day_is_an_entry_with_its_reason_and_begins_the_reminders_anew(deps: Deps, clock: Any, file: File) -> None:
    request_id = await file.ask()
    await day_by_day(deps, clock, 12)
    assert await waits(deps, file.number) == ["RequestReminded"]

    await file.move(request_id, date(2026, 12, 20))

    [entry] = await file.entries("RequestDueMoved")
    assert (entry["dueBefore"], entry["dueOn"], entry["reason"]) == ("2026-12-04", "2026-12-20", "De dienst vroeg uitstel.")
    assert await waits(deps, file.number) == []
    await day_by_day(deps, clock, 16)
    assert await file.steps() == [("before", 1), ("overdue", 1), ("before", 1), ("overdue", 1)]
    assert await waits(deps, file.number) == ["RequestReminded"]
    for day, reason in ((date(2026, 12, 20), "r"), (date(2026, 12, 1), "r"), (date(2027, 1, 1), " ")):
        with pytest.raises((StateForbids, BadInput)):
            await file.move(request_id, day, reason)


async def test_request_that_is_late_is_told_along_the_chain_until_somebody_takes_it_and_again_a_week_later(
    deps: Deps, clock: Any, file: File
) -> None:
    clerk = a_clerk(account_id=await an_account(deps, "clerk"))
    request_id = await file.ask()
    await take_in_charge(TakeInCharge(case_number=file.number, via="page"), clerk, deps)
    await day_by_day(deps, clock, 11)

    for hours in (3, 1, 20, 24):
        clock.instant += timedelta(hours=hours)
        await escalate(deps)
    told = await deps.pool.fetch(
        "select step from escalations e join acknowledgements a on a.id = e.acknowledgement_id where a.request_id = $1 order by e.id",
        request_id,
    )
    assert [row["step"] for row in told] == ["clerk", "prosecutor", "head"]
    await take_in_charge(TakeInCharge(case_number=file.number, via="page"), clerk, deps)
    assert await waits(deps, file.number) == []

    clock.instant += 5 * DAY
    await remind(deps)
    assert await waits(deps, file.number) == ["RequestReminded"]
    await file.enter(request_id)
    assert await waits(deps, file.number) == []
    await escalate(deps)
    assert await deps.pool.fetchval("select count(*) from escalations") == 3


async def an_account(deps: Deps, role: str) -> int:
    return await deps.pool.fetchval(
        "insert into accounts (kind, name, display_name, roles, office, password_hash, must_change_password, created_at) "
        "values ('user', $1, $1, array[$1], 'antwerpPort', 'x', false, now()) returning id",
        role,
    )


async def test_late_request_whose_answer_waits_reminds_the_office_and_not_the_service(
    deps: Deps, clock: Any, sender: MemorySender, file: File
) -> None:
    request_id = await file.ask()
    await file.enter(request_id)
    before = len(await sent(deps, sender))

    await day_by_day(deps, clock, 12)

    assert len(await sent(deps, sender)) == before
    assert await waits(deps, file.number) == ["RequestReminded"]


async def test_an_answer_that_somebody_entered_and_nobody_judged_is_told_the_next_day_and_every_week_until_it_is(
    deps: Deps, clock: Any, file: File
) -> None:
    clerk = a_clerk(account_id=await an_account(deps, "clerk"))
    request_id = await file.ask(due_on=date(2027, 1, 30))
    await take_in_charge(TakeInCharge(case_number=file.number, via="page"), clerk, deps)
    await file.enter(request_id)
    assert (await remind(deps), await waits(deps, file.number)) == (0, [])

    await day_by_day(deps, clock, 1)
    assert await waits(deps, file.number) == ["RequestReminded"]
    await take_in_charge(TakeInCharge(case_number=file.number, via="page"), clerk, deps)
    await day_by_day(deps, clock, 6)
    assert await waits(deps, file.number) == []
    await day_by_day(deps, clock, 1)

    assert await waits(deps, file.number) == ["RequestReminded"]
    assert await file.steps() == [("answered", 1), ("answered", 2)]
    [told, again] = await file.entries("RequestReminded")
    assert (told["steps"], told["number"], told["mailed"], again["number"]) == (["answered"], 1, False, 2)
    await file.accept(request_id)
    await day_by_day(deps, clock, 20)
    assert await waits(deps, file.number) == []
    assert await file.steps() == [("answered", 1), ("answered", 2)]


async def test_an_answer_by_the_link_is_told_at_once_and_again_after_a_week_although_it_is_not_due(
    deps: Deps, clock: Any, sender: MemorySender, file: File
) -> None:
    clerk = a_clerk(account_id=await an_account(deps, "clerk"))
    await file.ask(due_on=date(2027, 1, 30))
    await take_in_charge(TakeInCharge(case_number=file.number, via="page"), clerk, deps)
    [mail] = await sent(deps, sender)
    await answer_by_link(by_link(token_of(mail)), deps)
    assert await waits(deps, file.number) == ["AnswerProposed"]
    await take_in_charge(TakeInCharge(case_number=file.number, via="page"), clerk, deps)

    await day_by_day(deps, clock, 6)
    assert await waits(deps, file.number) == []
    await day_by_day(deps, clock, 1)

    assert await waits(deps, file.number) == ["RequestReminded"]


async def test_a_link_to_hand_over_opens_the_question_without_a_mail_server_and_stands_nowhere(deps: Deps, file: File) -> None:
    deps = msgspec.structs.replace(deps, settings=msgspec.structs.replace(deps.settings, smtp_url=""))
    request_id = await file.ask(addressee="NICC", fact=None, kind="laboratory", question="Wat is het?")
    version = (await view_of(deps, file.number)).case.version
    command = HandLink(case_number=file.number, version=version, request_id=request_id)

    handed = await hand_link(command, BY, deps)

    token = handed.link.rpartition("/v/")[2]
    assert handed.link == f"{deps.settings.link_root}/v/{token}" and len(token) >= 43
    assert file.number not in handed.link
    assert (await open_link(token, FROM, deps)).id == request_id
    [entry] = await file.entries("RequestLinkMade")
    assert set(entry) == {"request", "expiresOn"} and token not in str(entry)
    assert token not in str([dict(row) for row in await deps.pool.fetch("select * from request_links")])
    assert (await file.request(request_id)).open_links == 1
    with pytest.raises(Stale):
        await hand_link(command, BY, deps)
    with pytest.raises(MissingScope):
        await hand_link(msgspec.structs.replace(command, version=version + 1), an_actor("auditor"), deps)

    await revoke_links(RevokeLinks(case_number=file.number, version=version + 1, request_id=request_id), BY, deps)
    with pytest.raises(Gone):
        await open_link(token, FROM, deps)


async def test_no_link_is_made_for_a_request_that_is_closed_or_of_another_file(deps: Deps, file: File) -> None:
    request_id = await file.ask()
    other = (await a_case(deps, sender="b", externalId="b", **NO_BANK)).case_number
    with pytest.raises(NotFound):
        await hand_link(HandLink(case_number=other, version=1, request_id=request_id), BY, deps)
    await file.withdraw(request_id)
    version = (await view_of(deps, file.number)).case.version
    with pytest.raises(StateForbids):
        await hand_link(HandLink(case_number=file.number, version=version, request_id=request_id), BY, deps)


async def test_request_that_is_withdrawn_reminds_nobody_and_its_mail_that_did_not_leave_stays(
    deps: Deps, clock: Any, sender: MemorySender, file: File
) -> None:
    request_id = await file.ask()
    await file.withdraw(request_id)
    await day_by_day(deps, clock, 20)

    assert await sent(deps, sender) == []
    assert await file.steps() == []
    one = await file.request(request_id)
    assert (one.state, one.close_reason) == ("withdrawn", "Niet meer nodig.")
    for act in (file.withdraw(request_id), file.move(request_id, date(2027, 1, 1)), file.enter(request_id)):
        with pytest.raises(StateForbids):
            await act


async def test_link_ends_by_itself_can_be_taken_back_and_says_of_an_unknown_one_what_it_says_of_one_that_is_over(
    deps: Deps, clock: Any, sender: MemorySender, file: File
) -> None:
    request_id = await file.ask()
    token = token_of((await sent(deps, sender))[-1])
    assert (await open_link(token, FROM, deps)).question == "Plaats 1: welke kaai?"

    await revoke_links(RevokeLinks(**await file._about(request_id=request_id)), BY, deps)
    with pytest.raises(Gone) as revoked:
        await open_link(token, FROM, deps)
    with pytest.raises(Gone) as unknown:
        await open_link("x" * 43, FROM, deps)
    assert str(revoked.value) == str(unknown.value)

    clock.instant += 8 * DAY
    await remind(deps)
    second = token_of((await sent(deps, sender))[-1])
    assert (await open_link(second, FROM, deps)).id == request_id
    clock.instant += 33 * DAY
    with pytest.raises(Gone):
        await open_link(second, FROM, deps)
    assert await deps.pool.fetchval("select count(*) from access_log where account = $1", f"request:{request_id}") == 2


async def test_who_tries_links_from_one_place_or_one_link_too_often_is_stopped_for_a_quarter(
    deps: Deps, clock: Any, sender: MemorySender, file: File
) -> None:
    await file.ask()
    token = token_of((await sent(deps, sender))[-1])
    for attempt in range(ATTEMPTS_BY_LINK):
        await open_link(token, f"10.0.0.{attempt}", deps)
    with pytest.raises(TooManyTries):
        await open_link(token, "10.0.1.1", deps)
    clock.instant += timedelta(minutes=16)
    await open_link(token, "10.0.1.1", deps)


async def test_requests_of_a_joined_file_go_on_there_and_are_taken_there(deps: Deps, clock: Any, file: File) -> None:
    lead = (await a_case(deps, sender="b", externalId="b", **NO_BANK)).case_number
    request_id = await file.ask()
    join = JoinCases(
        case_number=lead,
        version=1,
        files=(JoinedFile(case_number=file.number),),
        ground="samePerpetrators",
        limb="2a",
        reason="Dezelfde groep.",
    )
    await join_cases(join, a_prosecutor(), deps)
    await day_by_day(deps, clock, 11)

    assert await waits(deps, file.number) == ["RequestReminded"]
    clerk = a_clerk(account_id=await an_account(deps, "clerk"))
    await take_in_charge(TakeInCharge(case_number=file.number, via="page"), clerk, deps)
    await file.enter(request_id)
    with pytest.raises(StateForbids):
        await file.accept(request_id)
    await file.refuse(request_id)
    await file.withdraw(request_id)


async def test_only_who_works_on_the_file_asks_and_judges(deps: Deps, file: File) -> None:
    request_id = await file.ask()
    command = WithdrawRequest(case_number=file.number, version=2, request_id=request_id, reason="r")
    for by, refusal in (
        (a_clerk("eastFlandersGhent"), NotFound),
        (an_actor("courtRegistrar", office=None, court="antwerpCorrectional"), MissingScope),
        (an_actor("auditor", office=None), MissingScope),
    ):
        with pytest.raises(refusal):
            await withdraw_request(command, by, deps)
    with pytest.raises(NotFound):
        await withdraw_request(msgspec.structs.replace(command, request_id=999), BY, deps)


async def test_lists_count_what_is_open_late_and_answered(deps: Deps, clock: Any) -> None:
    files = [File(deps, (await a_case(deps, sender=name, externalId=name, **NO_BANK)).case_number) for name in "abcde"]
    asked = [await file.ask(due_on=date(2026, 12, 1) + at * DAY) for at, file in enumerate(files)]
    await files[0].enter(asked[0])
    await files[1].withdraw(asked[1])
    clock.instant += 9 * DAY
    today, seen = date(2026, 12, 3), visibility(BY)

    counts = await store.counts(deps.pool, seen, today)
    first, more = await store.listed(deps.pool, seen, "open", today, limit=2)
    second, end = await store.listed(deps.pool, seen, "open", today, more, limit=2)

    assert (counts.open, counts.overdue, counts.answered) == (4, 0, 1)
    assert [line.id for line in (*first, *second)] == [asked[0], asked[2], asked[3], asked[4]]
    assert end is None
    later = date(2026, 12, 4)
    assert [line.id for line in (await store.listed(deps.pool, seen, "overdue", later))[0]] == [asked[2]]
    assert [line.id for line in (await store.listed(deps.pool, seen, "answered", later))[0]] == [asked[0]]
    assert (await store.counts(deps.pool, visibility(a_clerk("eastFlandersGhent")), later)).open == 0


async def test_register_verifies_after_everything_that_happens_to_requests(
    deps: Deps, clock: Any, sender: MemorySender, file: File
) -> None:
    first = await file.ask()
    await file.move(first, date(2026, 12, 6))
    await day_by_day(deps, clock, 14)
    await escalate(deps)
    await answer_by_link(by_link(token_of((await sent(deps, sender))[-1])), deps)
    await file.refuse(first)
    await file.enter(first)
    await file.accept(first)
    await file.withdraw(await file.ask("/places/p1/dock"))
    await sent(deps, sender)

    assert (await verify_register(deps))[0] == []
