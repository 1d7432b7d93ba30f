"""Registered is not taken in charge: whoever takes a file is a named person, and a file that nobody takes is told on and on."""

import asyncio
from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest

from docket import duty
from docket.access import SYSTEM, visibility
from docket.actions.accounts.add_user import AddUser, add_user
from docket.actions.duty.escalate import escalate
from docket.actions.duty.keep_duty_roster import KeepDutyRoster, keep_duty_roster
from docket.actions.duty.revoke_card import RevokeCard, revoke_card
from docket.actions.duty.set_duty_address import SetDutyAddress, set_duty_address
from docket.actions.duty.take_in_charge import TakeInCharge, take_in_charge
from docket.actions.duty.withdraw_shift import WithdrawShift, withdraw_shift
from docket.actions.mails.receive_mail import receive_mail
from docket.actions.oversight.verify_register import verify_register
from docket.actions.registration.amend_case import AmendCase, amend_case
from docket.actions.registration.set_confidentiality import SetConfidentiality, set_confidentiality
from docket.actions.transfers.answer_transfer import AnswerTransfer, answer_transfer
from docket.actions.transfers.offer_transfer import OfferTransfer, offer_transfer
from docket.entry_lines import lines_of
from docket.errors import BadInput, MissingScope, NotFound, StateForbids
from docket.mail.gateway import Call, NotAccepted
from docket.mail.sending import MemorySender, TryLater
from docket.store import duty as store
from docket.store import work_lists
from docket.web.duty_words import taken_line
from docket.web.words import of_law
from docket.worker.queue import drain
from docket.worker.send_escalation import send_escalation
from tests.builders import INTRUSION, a_case, a_report, an_actor
from tests.docket.actions.reading import view_of

PASSWORD = "een zin voor de proef op de wacht"
GHENT = "eastFlandersGhent"
HELD = [{"id": "s1", "role": "suspect", "kind": "natural", "count": 1, "minor": False, "custody": "arrested"}]
MINUTE = timedelta(minutes=1)


class Ringing:
    """A gateway that takes every call."""

    def __init__(self) -> None:
        self.calls = []

    async def call(self, call, *, key, at):
        self.calls.append((call, key))
        return "202 Accepted"


class Silent(Ringing):
    async def call(self, call, *, key, at):
        await super().call(call, key=key, at=at)
        raise NotAccepted("De oproepdienst is niet bereikbaar (ConnectError).")


class Down(MemorySender):
    async def send(self, mail):
        raise TryLater("De mailserver is niet bereikbaar.")


class Office:
    """People of an office, on duty all week, each with an address."""

    def __init__(self, deps) -> None:
        self.deps = deps

    async def person(self, *roles, office="antwerpPort", address=True):
        name = f"{'-'.join(roles)}-{office}".lower()
        made = await add_user(
            AddUser(
                name=name,
                display_name=f"Proef {name}",
                roles=roles,
                office=office,
                court=None,
                password=PASSWORD,
                must_change_password=False,
            ),
            SYSTEM,
            self.deps,
        )
        actor = msgspec.structs.replace(an_actor(*roles, office=office, account_id=made.account_id), code=f"user:{made.account_id}")
        if address:
            await set_duty_address(
                SetDutyAddress(account_id=made.account_id, address=f"{roles[0].lower()}@politie.example.org"), actor, self.deps
            )
        return actor

    async def on_duty(self, person, role, head, first=date(2026, 11, 23), last=date(2026, 12, 31), shift="whole"):
        command = KeepDutyRoster(role=role, account_id=person.account_id, shift=shift, first=first, last=last)
        await keep_duty_roster(command, head, self.deps)


async def an_office(deps):
    """Clerk and prosecutor on duty, and a head."""
    made = Office(deps)
    made.head = await made.person("headOfOffice")
    made.clerk = await made.person("clerk")
    made.prosecutor = await made.person("prosecutor")
    await made.on_duty(made.clerk, "clerk", made.head)
    await made.on_duty(made.prosecutor, "prosecutor", made.head)
    return made


@pytest.fixture
async def office(deps):
    return await an_office(deps)


async def steps(deps):
    """(step, due, made, accounts, fell to) of every escalation, in the order in which they were made."""
    rows = await deps.pool.fetch("select step, due_at, made_at, accounts, fell_to from escalations order by id")
    return [tuple(row.values()) for row in rows]


async def attempts(deps):
    rows = await deps.pool.fetch("select channel, state, answer from escalation_tries order by escalation_id, round, ordinal")
    return [tuple(row.values()) for row in rows]


async def last_step(deps):
    return await deps.pool.fetchval("select max(id) from escalations")


async def waits(deps, number, by):
    return [line for line in await store.of_case(deps.pool, number, visibility(by)) if line.waits]


async def minute_by_minute(deps, clock, minutes):
    """The worker's minutes, as the clock goes."""
    for _ in range(minutes):
        clock.instant += MINUTE
        await escalate(deps)


async def test_file_that_nobody_takes_is_told_to_clerk_prosecutor_and_head_once_each_at_its_time(deps, clock, office):
    began = clock.now()
    await a_case(deps, persons=HELD)

    await minute_by_minute(deps, clock, 45)

    assert [(step, due - began, made - began, accounts) for step, due, made, accounts, _ in await steps(deps)] == [
        ("clerk", 10 * MINUTE, 10 * MINUTE, [office.clerk.account_id]),
        ("prosecutor", 20 * MINUTE, 20 * MINUTE, [office.prosecutor.account_id]),
        ("head", 30 * MINUTE, 30 * MINUTE, [office.head.account_id]),
    ]
    assert await deps.pool.fetchval("select count(*) from docket_entries where kind = 'Escalated'") == 3


async def test_step_says_whose_turn_it_is_and_each_channel_says_whether_it_took_the_message(deps, clock, office):
    """The entry stands before anything left; a step whose channels all failed is never shown as told."""
    number = (await a_case(deps, persons=HELD)).case_number
    await minute_by_minute(deps, clock, 10)
    content = (await view_of(deps, number)).entries[-1].content

    assert f"Aan de beurt: gebruiker {office.clerk.account_id}; of het bericht aankwam, staat in /niet-opgenomen" in lines_of(
        "Escalated", content, deps.law.law
    )

    async def reached():
        [*_, last] = await store.of_case(deps.pool, number, visibility(office.clerk))
        line = taken_line(last, office.clerk, of_law(deps.law.law), deps.settings)
        return line.accepted, line.failed

    assert await reached() == (False, False)
    await send_escalation([await last_step(deps)], deps, Down(), None)
    assert await reached() == (False, True)
    await minute_by_minute(deps, clock, 10)
    await send_escalation([await last_step(deps)], deps, MemorySender(), None)
    assert await reached() == (True, False)


async def test_ordinary_file_has_the_ordinary_terms(deps, clock, office):
    began = clock.now()
    await a_case(deps)

    for hours in (3, 4, 23, 24, 47, 48, 72):
        clock.instant = began + timedelta(hours=hours)
        await escalate(deps)

    assert [(step, made - began) for step, _, made, _, _ in await steps(deps)] == [
        ("clerk", timedelta(hours=4)),
        ("prosecutor", timedelta(hours=24)),
        ("head", timedelta(hours=48)),
    ]


async def test_class_for_cargo_alerts_has_its_chain_before_anything_makes_one(deps):
    assert duty.next_step("cargoAlert", datetime(2026, 11, 24, 3, tzinfo=UTC), ("clerk",), deps.settings) == duty.NextStep(
        step="prosecutor", due_at=datetime(2026, 11, 24, 3, 10, tzinfo=UTC)
    )
    await a_case(deps)
    await deps.pool.execute("update acknowledgements set urgency = 'cargoAlert'")
    async with deps.transaction() as tx:
        found = await store.due(tx, deps.clock.now() + 5 * MINUTE, duty.terms(deps.settings), 9)
    await deps.pool.execute("update acknowledgements set urgency = 'ordinary'")

    assert [(one.step, one.urgency) for one in found] == [("clerk", "cargoAlert")]


async def test_file_that_is_taken_escalates_no_further(deps, clock, office):
    number = (await a_case(deps, persons=HELD)).case_number
    await minute_by_minute(deps, clock, 12)

    taken = await take_in_charge(TakeInCharge(case_number=number, via="page"), office.clerk, deps)
    await minute_by_minute(deps, clock, 60)

    assert (taken.taken_by, taken.taken_at, taken.repeated) == (office.clerk.code, clock.now() - 60 * MINUTE, False)
    assert [step for step, *_ in await steps(deps)] == ["clerk"]
    [line] = await store.of_case(deps.pool, number, visibility(office.clerk))
    assert (line.taken_by, line.via, line.waits) == (office.clerk.account_id, "page", False)
    entry = await deps.pool.fetchrow("select content, entered_by from docket_entries where kind = 'TakenInCharge'")
    assert entry["content"] == {
        "office": "antwerpPort",
        "urgencies": ["detention"],
        "takenBy": office.clerk.code,
        "via": "page",
        "takenOn": None,
    }


async def test_two_who_take_a_file_at_once_leave_one_of_them_with_it(deps, office):
    number = (await a_case(deps)).case_number
    command = TakeInCharge(case_number=number, via="page")

    done = await asyncio.gather(*(take_in_charge(command, by, deps) for by in (office.clerk, office.prosecutor)), return_exceptions=True)

    assert sorted(type(one).__name__ for one in done) == ["StateForbids", "Taken"]
    assert "is al opgenomen door Proef" in str(next(one for one in done if isinstance(one, StateForbids)))
    assert await deps.pool.fetchval("select count(*) from docket_entries where kind = 'TakenInCharge'") == 1


async def test_who_takes_a_file_twice_is_told_when_he_took_it(deps, clock, office):
    number = (await a_case(deps)).case_number
    first = await take_in_charge(TakeInCharge(case_number=number, via="page"), office.clerk, deps)
    clock.instant += MINUTE

    again = await take_in_charge(TakeInCharge(case_number=number, via="phoneCard"), office.clerk, deps)

    assert (again.repeated, again.taken_at) == (True, first.taken_at)


async def test_program_takes_a_file_for_a_named_person_only(deps, office):
    number = (await a_case(deps)).case_number
    program = msgspec.structs.replace(an_actor("officeClient", account_id=None), code="client:4", scopes=frozenset({"cases:write"}))
    stranger = await office.person("clerk", office=GHENT)

    for nobody in (None, "user:999999", stranger.code):
        with pytest.raises(BadInput):
            await take_in_charge(TakeInCharge(case_number=number, via="api", taken_by=nobody), program, deps)
    taken = await take_in_charge(TakeInCharge(case_number=number, via="api", taken_by=office.prosecutor.code), program, deps)

    assert taken.taken_by == office.prosecutor.code
    assert await deps.pool.fetchval("select entered_by from docket_entries where kind = 'TakenInCharge'") == "client:4"


async def test_two_workers_at_once_and_a_worker_that_starts_again_make_each_step_once(deps, clock, office):
    for _ in range(30):
        await a_case(deps, persons=HELD)
    clock.instant += 10 * MINUTE

    made = await asyncio.gather(*(escalate(deps) for _ in range(4)))
    clock.instant += MINUTE
    again = await asyncio.gather(*(escalate(deps) for _ in range(2)))

    assert (sum(made), again) == (30, [0, 0])
    assert await deps.pool.fetchval("select count(*) from escalations") == 30
    assert await deps.pool.fetchval("select count(*) from docket_entries where kind = 'Escalated'") == 30


async def test_steps_that_came_due_while_no_worker_ran_are_made_in_their_order_once(deps, clock, office):
    await a_case(deps, persons=HELD)
    clock.instant += timedelta(hours=5)

    await escalate(deps)
    await escalate(deps)

    assert [step for step, *_ in await steps(deps)] == ["clerk", "prosecutor", "head"]


async def test_unfilled_duty_falls_to_the_head(deps, clock, office):
    await deps.pool.execute("update duty_roster set withdrawn_at = entered_at, withdrawn_by = 'x'")
    await a_case(deps, persons=HELD)

    await minute_by_minute(deps, clock, 10)

    assert [(step, accounts, fell_to) for step, _, _, accounts, fell_to in await steps(deps)] == [
        ("clerk", [office.head.account_id], "head")
    ]


async def test_transfer_to_another_office_starts_anew_there(deps, clock, office):
    theirs = await office.person("prosecutor", office=GHENT)
    case = await a_case(deps)
    await take_in_charge(TakeInCharge(case_number=case.case_number, via="page"), office.clerk, deps)
    offered = await offer_transfer(
        OfferTransfer(case_number=case.case_number, version=1, to_office=GHENT, ground="other", reason="r"), office.prosecutor, deps
    )
    assert await waits(deps, case.case_number, office.clerk) == []
    clock.instant += timedelta(hours=1)

    await answer_transfer(AnswerTransfer(case_number=case.case_number, version=offered.version, accept=True, reason="r"), theirs, deps)

    [line] = await waits(deps, case.case_number, theirs)
    assert (line.office, line.cause, line.opened_at) == (GHENT, "TransferAccepted", clock.now())
    before = next(line for line in await store.of_case(deps.pool, case.case_number, visibility(theirs)) if line.office == "antwerpPort")
    assert (before.taken_by, before.end_cause) == (office.clerk.account_id, "elsewhere")


async def test_refused_offer_leaves_the_file_with_who_took_it(deps, office):
    theirs = await office.person("prosecutor", office=GHENT)
    case = await a_case(deps)
    await take_in_charge(TakeInCharge(case_number=case.case_number, via="page"), office.clerk, deps)
    offered = await offer_transfer(
        OfferTransfer(case_number=case.case_number, version=1, to_office=GHENT, ground="other", reason="r"), office.prosecutor, deps
    )
    await answer_transfer(AnswerTransfer(case_number=case.case_number, version=offered.version, accept=False, reason="r"), theirs, deps)

    assert await waits(deps, case.case_number, office.clerk) == []


async def test_suspect_who_comes_in_custody_is_an_urgent_event_that_is_taken_anew(deps, clock, office):
    case = await a_case(deps, persons=[HELD[0] | {"custody": None}])
    await take_in_charge(TakeInCharge(case_number=case.case_number, via="page"), office.clerk, deps)

    await amend_case(
        AmendCase(case_number=case.case_number, version=1, report=a_report(persons=HELD), reason="aangehouden"), office.clerk, deps
    )

    [line] = await waits(deps, case.case_number, office.clerk)
    assert (line.urgency, line.cause) == ("detention", "FactsAmended")


async def test_urgent_event_takes_the_place_of_an_ordinary_row_that_waits(deps, clock, office):
    case = await a_case(deps, persons=[HELD[0] | {"custody": None}])
    amended = AmendCase(case_number=case.case_number, version=1, report=a_report(persons=HELD), reason="aangehouden")
    await amend_case(amended, office.clerk, deps)
    [line] = await waits(deps, case.case_number, office.clerk)
    assert line.urgency == "detention"
    clock.instant += 8 * MINUTE

    two = [*HELD, HELD[0] | {"id": "s2"}]
    await amend_case(AmendCase(case_number=case.case_number, version=2, report=a_report(persons=two), reason="nog een"), office.clerk, deps)

    # A second arrest does not begin the term of the first one anew.
    assert [one.id for one in await waits(deps, case.case_number, office.clerk)] == [line.id]


async def test_correction_of_something_else_asks_nobody_to_take_the_file_again(deps, office):
    case = await a_case(deps, persons=HELD)
    await take_in_charge(TakeInCharge(case_number=case.case_number, via="page"), office.clerk, deps)

    report = a_report(persons=HELD, summary="Beter beschreven.")
    await amend_case(AmendCase(case_number=case.case_number, version=1, report=report, reason="taal"), office.clerk, deps)

    assert await waits(deps, case.case_number, office.clerk) == []


async def test_gateway_that_fails_moves_at_once_to_mail_and_the_failure_is_kept(deps, clock, office):
    deps = msgspec.structs.replace(
        deps, settings=msgspec.structs.replace(deps.settings, oncall_webhook_url="https://gateway.example.org/call")
    )
    await a_case(deps, persons=HELD)
    clock.instant += 10 * MINUTE
    await escalate(deps)
    gateway, sender = Silent(), MemorySender()

    await send_escalation([await last_step(deps)], deps, sender, gateway)

    assert await attempts(deps) == [
        ("webhook", "failed", "De oproepdienst is niet bereikbaar (ConnectError)."),
        ("mail", "accepted", "250 kept in memory"),
    ]
    assert [mail.recipient for mail in sender.sent] == ["clerk@politie.example.org"]


async def test_gateway_that_takes_the_call_is_told_a_link_an_urgency_and_a_step_and_nothing_else(deps, clock, office):
    deps = msgspec.structs.replace(
        deps, settings=msgspec.structs.replace(deps.settings, oncall_webhook_url="https://gateway.example.org/call")
    )
    await a_case(deps, persons=HELD)
    clock.instant += 10 * MINUTE
    await escalate(deps)
    gateway, sender = Ringing(), MemorySender()

    await send_escalation([await last_step(deps)], deps, sender, gateway)
    await send_escalation([await last_step(deps)], deps, sender, gateway)

    [(call, _)] = gateway.calls
    assert (call.urgency, call.step) == ("detention", "clerk")
    assert call.link.startswith("http://127.0.0.1:8000/w/") and len(call.link.rpartition("/")[2]) >= 32
    assert set(msgspec.to_builtins(call)) == {"link", "urgency", "step"}
    assert [(channel, state) for channel, state, _ in await attempts(deps)] == [("webhook", "accepted"), ("mail", "needless")]
    assert sender.sent == []


async def test_mail_server_that_is_down_rings_for_an_ordinary_file(deps, clock, office):
    deps = msgspec.structs.replace(
        deps, settings=msgspec.structs.replace(deps.settings, oncall_webhook_url="https://gateway.example.org/call")
    )
    await a_case(deps)
    clock.instant += timedelta(hours=4)
    await escalate(deps)
    gateway = Ringing()

    await send_escalation([await last_step(deps)], deps, Down(), gateway)

    assert [(channel, state) for channel, state, _ in await attempts(deps)] == [("mail", "failed"), ("webhook", "accepted")]
    assert [call.step for call, _ in gateway.calls] == ["clerk"]


async def test_step_that_failed_everywhere_makes_the_next_one_due_at_once_and_the_last_one_is_tried_again(deps, clock, office):
    await a_case(deps, persons=HELD)
    clock.instant += 10 * MINUTE

    for _ in range(3):
        await escalate(deps)
        await send_escalation([await last_step(deps)], deps, Down(), None)
    assert [step for step, *_ in await steps(deps)] == ["clerk", "prosecutor", "head"]
    assert {state for _, state, _ in await attempts(deps)} == {"failed"}
    clock.instant += duty.RETRY_AFTER
    sender = MemorySender()
    await asyncio.gather(escalate(deps), escalate(deps))
    await drain(deps, sender)

    assert [mail.recipient for mail in sender.sent] == ["headofoffice@politie.example.org"]
    assert await deps.pool.fetchval("select max(round) from escalation_tries") == 2
    assert await deps.pool.fetchval("select count(*) from escalations") == 3


async def test_worker_that_dies_while_it_sends_repeats_one_mail_under_the_same_message_id(deps, clock, office):
    await a_case(deps)
    clock.instant += timedelta(hours=4)
    await escalate(deps)

    class Dies(MemorySender):
        async def send(self, mail):
            await super().send(mail)
            raise KeyboardInterrupt

    dying, sender = Dies(), MemorySender()
    for _ in range(3):
        try:
            await send_escalation([await last_step(deps)], deps, dying, None)
        except KeyboardInterrupt:
            clock.instant += MINUTE
    await send_escalation([await last_step(deps)], deps, sender, None)

    assert len({mail.message_id for mail in dying.sent}) == 1
    assert (len(dying.sent), sender.sent) == (2, [])
    assert [state for _, state, _ in await attempts(deps)] == ["failed"]


async def test_nothing_is_sent_any_more_once_the_file_is_taken(deps, clock, office):
    number = (await a_case(deps)).case_number
    clock.instant += timedelta(hours=4)
    await escalate(deps)
    await take_in_charge(TakeInCharge(case_number=number, via="page"), office.clerk, deps)
    sender = MemorySender()

    await drain(deps, sender)

    assert [mail for mail in sender.sent if "op te nemen" in mail.subject] == []
    assert [(channel, state) for channel, state, _ in await attempts(deps)] == [("mail", "needless")]


async def test_mail_holds_number_and_link_and_no_word_of_the_file(deps, clock, office):
    number = (await a_case(deps, persons=[HELD[0] | {"familyName": "Verborgen"}])).case_number
    clock.instant += 10 * MINUTE
    await escalate(deps)
    sender = MemorySender()

    await drain(deps, sender)

    [mail] = [mail for mail in sender.sent if "op te nemen" in mail.subject]
    for part in (mail.subject, mail.text, mail.html):
        assert number in part
        assert not [word for word in ("Verborgen", "MPET", "1742", "aangehouden", "kaai", "detention") if word in part]


async def test_who_may_not_see_a_sealed_file_is_not_told_of_it(deps, clock, office):
    case = await a_case(deps, persons=HELD)
    sealed = SetConfidentiality(
        case_number=case.case_number, version=1, confidentiality="sealed", reason="r", named=(office.prosecutor.account_id,)
    )
    await set_confidentiality(sealed, office.prosecutor, deps)
    settings = msgspec.structs.replace(deps.settings, oncall_webhook_url="https://gateway.example.org/call")
    deps = msgspec.structs.replace(deps, settings=settings)
    gateway, sender = Ringing(), MemorySender()

    for _ in range(3):
        clock.instant += 10 * MINUTE
        await escalate(deps)
        await send_escalation([await last_step(deps)], deps, sender, gateway)

    assert [(step, accounts, fell_to) for step, _, _, accounts, fell_to in await steps(deps)] == [
        ("clerk", [office.prosecutor.account_id], "named"),
        ("prosecutor", [office.prosecutor.account_id], None),
        ("head", [office.prosecutor.account_id], "named"),
    ]
    # The one who is rung is the prosecutor on duty, who may read it; for the other steps nobody is.
    assert [call.step for call, _ in gateway.calls] == ["prosecutor"]
    assert {mail.recipient for mail in sender.sent} == {"prosecutor@politie.example.org"}
    now = deps.clock.now()
    counts = [
        (await store.mine(deps.pool, visibility(by, "takeInCharge"), heads=by is office.head, at=now)).files
        for by in (office.clerk, office.prosecutor, office.head)
    ]
    assert counts == [0, 1, 0]
    assert (await work_lists.not_taken(deps.pool, office.clerk, now.date())).items == ()
    assert await store.escalations(deps.pool, visibility(office.clerk, "takeInCharge"), at=now) == ()
    with pytest.raises(NotFound):
        await take_in_charge(TakeInCharge(case_number=case.case_number, via="page"), office.clerk, deps)


async def test_file_that_nobody_reachable_may_read_says_so_and_moves_on(deps, clock, office):
    case = await a_case(deps, persons=HELD)
    elsewhere = await office.person("prosecutor", office=GHENT)
    sealed = SetConfidentiality(
        case_number=case.case_number, version=1, confidentiality="sealed", reason="r", named=(elsewhere.account_id,)
    )
    await set_confidentiality(sealed, office.prosecutor, deps)
    clock.instant += 10 * MINUTE

    await escalate(deps)

    assert {(tuple(accounts), fell_to) for _, _, _, accounts, fell_to in await steps(deps)} == {((), "nobody")}
    assert all("kon verwittigd worden" in answer for _, _, answer in await attempts(deps))


async def test_person_without_an_address_is_a_failure_that_is_shown(deps, clock, office):
    await set_duty_address(SetDutyAddress(account_id=office.clerk.account_id, address=None), office.head, deps)
    await a_case(deps)
    clock.instant += timedelta(hours=4)

    await escalate(deps)

    lines = await store.escalations(deps.pool, visibility(office.clerk), at=clock.now())
    assert [(line.step, line.failed) for line in lines][-1] == ("clerk", True)
    assert "geen adres" in lines[-1].tries[0].answer


async def test_address_in_a_foreign_domain_and_an_address_of_another_are_refused(deps, office):
    with pytest.raises(BadInput):
        await set_duty_address(SetDutyAddress(account_id=office.clerk.account_id, address="x@gmail.example.com"), office.clerk, deps)
    with pytest.raises(MissingScope):
        await set_duty_address(SetDutyAddress(account_id=office.head.account_id, address="a@politie.example.org"), office.clerk, deps)


async def test_links_of_a_file_are_taken_back(deps, clock, office):
    number = (await a_case(deps)).case_number
    clock.instant += timedelta(hours=4)
    await escalate(deps)
    sender = MemorySender()
    await drain(deps, sender)
    token = next(mail.text for mail in sender.sent if "/w/" in mail.text).partition("/w/")[2].split()[0]
    before = await store.card(deps.pool, token, visibility(office.clerk))

    assert await revoke_card(RevokeCard(case_number=number), office.clerk, deps) == 1

    after = await store.card(deps.pool, token, visibility(office.clerk))
    assert (before.case_number, before.revoked_at, after.revoked_at) == (number, None, clock.now())
    with pytest.raises(StateForbids):
        await revoke_card(RevokeCard(case_number=number), office.clerk, deps)


async def test_only_the_head_keeps_the_roster_and_only_of_his_own_office(deps, office):
    stranger = await office.person("clerk", office=GHENT)
    command = KeepDutyRoster(role="clerk", account_id=office.clerk.account_id, shift="night", first=date(2027, 1, 4), last=date(2027, 1, 8))

    with pytest.raises(MissingScope):
        await keep_duty_roster(command, office.prosecutor, deps)
    with pytest.raises(BadInput):
        await keep_duty_roster(msgspec.structs.replace(command, account_id=stranger.account_id), office.head, deps)
    with pytest.raises(BadInput):
        await keep_duty_roster(msgspec.structs.replace(command, role="prosecutor"), office.head, deps)
    assert await keep_duty_roster(command, office.head, deps) == 5
    with pytest.raises(StateForbids):
        await keep_duty_roster(command, office.head, deps)


async def test_shift_that_runs_ends_when_it_is_withdrawn_and_what_was_served_stays(deps, clock, office):
    within = duty.week_of(date(2026, 11, 24))
    [running] = [line for line in await store.roster(deps.pool, "antwerpPort", within) if line.role == "clerk"]

    await withdraw_shift(WithdrawShift(shift_id=running.id), office.head, deps)

    [served] = [line for line in await store.roster(deps.pool, "antwerpPort", within) if line.role == "clerk"]
    assert (served.from_at, served.until_at) == (running.from_at, clock.now())
    assert [person.on_duty for person in await store.people(deps.pool, "antwerpPort", clock.now(), ()) if person.on_duty] == [
        ("prosecutor",)
    ]


async def test_who_is_on_duty_at_night_is_told_at_night(deps, clock, office):
    await deps.pool.execute("update duty_roster set withdrawn_at = entered_at, withdrawn_by = 'x'")
    night, day = await office.person("clerk", "prosecutor"), office.clerk
    week = {"first": date(2026, 11, 23), "last": date(2026, 11, 29)}
    await office.on_duty(day, "clerk", office.head, **week, shift="day")
    await office.on_duty(night, "clerk", office.head, **week, shift="night")
    for hour in (12, 23):
        clock.instant = datetime(2026, 11, 25, hour, 0, tzinfo=UTC)
        number = (await a_case(deps, persons=HELD)).case_number
        await minute_by_minute(deps, clock, 10)
        await take_in_charge(TakeInCharge(case_number=number, via="page"), day, deps)

    assert [accounts for *_, accounts, _ in await steps(deps)] == [[day.account_id], [night.account_id]]


def test_week_of_days_nights_and_a_weekend_has_no_gap_in_any_week_of_a_year_with_its_clock_changes():
    day = date(2026, 1, 5)
    while day.year == 2026:
        week = duty.week_of(day)
        last = day + timedelta(days=6)
        filled = [one for shift in ("day", "night", "weekend") for one in duty.stretches(shift, day, last)]

        assert duty.gaps(filled, week) == ()
        assert sum((one.until_at - one.from_at for one in filled), timedelta()) == week.until_at - week.from_at
        day += timedelta(days=7)


def test_weekend_of_a_clock_change_is_an_hour_shorter_or_longer():
    [spring] = duty.stretches("weekend", date(2026, 3, 28), date(2026, 3, 28))
    [autumn] = duty.stretches("weekend", date(2026, 10, 24), date(2026, 10, 24))

    assert (spring.until_at - spring.from_at, autumn.until_at - autumn.from_at) == (timedelta(hours=47), timedelta(hours=49))


async def test_terms_run_in_real_minutes_through_both_clock_changes(deps, clock, office):
    await deps.pool.execute("update duty_roster set from_at = '2026-01-01', until_at = '2027-01-01'")
    for before in (datetime(2026, 3, 29, 0, 55, tzinfo=UTC), datetime(2026, 10, 25, 0, 55, tzinfo=UTC)):
        clock.instant = before
        await a_case(deps, persons=HELD, receivedOn="2026-03-01", offences=INTRUSION["offences"])
        await minute_by_minute(deps, clock, 31)

        assert [made - before for *_, made, _, _ in (await steps(deps))[-3:]] == [10 * MINUTE, 20 * MINUTE, 30 * MINUTE]


def test_hole_in_the_roster_is_a_gap_and_no_more():
    week = duty.week_of(date(2026, 11, 24))
    days = duty.stretches("day", date(2026, 11, 23), date(2026, 11, 27))

    found = duty.gaps(days, week)

    assert len(found) == 5
    assert found[0] == duty.Stretch(from_at=datetime(2026, 11, 23, 17, tzinfo=UTC), until_at=datetime(2026, 11, 24, 7, tzinfo=UTC))
    assert found[-1].until_at == week.until_at


async def op_te_nemen(deps, sender):
    await drain(deps, sender)
    return [mail for mail in sender.sent if "op te nemen" in mail.subject]


async def test_many_files_of_one_run_are_one_mail_for_each_person_that_lists_their_numbers(deps, clock, office):
    numbers = [(await a_case(deps, sender=str(at), externalId=str(at))).case_number for at in range(45)]
    clock.instant += timedelta(hours=4)

    assert await escalate(deps) == 45
    [mail] = await op_te_nemen(deps, MemorySender())

    assert (mail.recipient, mail.subject) == ("clerk@politie.example.org", f"Dossier {numbers[0]} en 44 andere: op te nemen (gewoon)")
    assert all(part.count(number) >= 1 for number in numbers for part in (mail.text, mail.html))
    assert mail.text.count("http") == 1 and "/niet-opgenomen" in mail.text
    assert await attempts(deps) == [("mail", "accepted", "250 kept in memory")] * 45
    assert await deps.pool.fetchval("select count(distinct message_id) from escalation_tries") == 1
    assert await deps.pool.fetchval("select count(*) from docket_entries where kind = 'Escalated'") == 45


async def test_one_person_who_is_told_of_one_file_at_three_steps_reads_its_number_once(deps, clock, office):
    await deps.pool.execute("update duty_roster set withdrawn_at = now(), withdrawn_by = 'x'")
    number = (await a_case(deps)).case_number
    clock.instant += timedelta(days=3)

    assert await escalate(deps) == 3
    [mail] = await op_te_nemen(deps, MemorySender())

    assert (mail.recipient, mail.text.count(number)) == ("headofoffice@politie.example.org", 1)
    assert "/w/" in mail.text


async def test_urgent_file_among_others_makes_the_mail_urgent_and_its_telephone_rings_by_itself(deps, clock, office):
    settings = msgspec.structs.replace(deps.settings, oncall_webhook_url="https://gateway.example.org/call")
    deps = msgspec.structs.replace(deps, settings=settings)
    ordinary = (await a_case(deps)).case_number
    clock.instant += timedelta(hours=4) - 10 * MINUTE
    urgent = (await a_case(deps, persons=HELD, sender="u", externalId="u")).case_number
    clock.instant += 10 * MINUTE
    assert await escalate(deps) == 2
    made = [row["id"] for row in await deps.pool.fetch("select id from escalations order by id")]
    gateway, sender = Silent(), MemorySender()

    await send_escalation(made, deps, sender, gateway)

    [mail] = sender.sent
    assert len(gateway.calls) == 1
    assert "(dringend)" in mail.subject and ordinary in mail.text and urgent in mail.text


async def test_worker_that_dies_while_it_sends_a_mail_about_many_repeats_the_same_mail_once(deps, clock, office):
    for at in range(3):
        await a_case(deps, sender=str(at), externalId=str(at))
    clock.instant += timedelta(hours=4)
    await escalate(deps)
    made = [row["id"] for row in await deps.pool.fetch("select id from escalations order by id")]

    class Dies(MemorySender):
        async def send(self, mail):
            await super().send(mail)
            raise KeyboardInterrupt

    dying, sender = Dies(), MemorySender()
    with pytest.raises(KeyboardInterrupt):
        await send_escalation(made, deps, dying, None)
    await a_case(deps, sender="later", externalId="later")
    clock.instant += timedelta(hours=4)
    await asyncio.gather(escalate(deps), escalate(deps))
    again = await op_te_nemen(deps, sender)

    [first] = dying.sent
    assert [mail.message_id for mail in again].count(first.message_id) == 1
    repeated = next(mail for mail in again if mail.message_id == first.message_id)
    assert repeated.text == first.text
    assert await deps.pool.fetchval("select max(attempts) from escalation_tries") == 2
    assert await deps.pool.fetchval("select count(*) from escalation_tries where state <> 'accepted'") == 0


async def test_two_workers_send_each_file_in_one_mail_only(deps, clock, office):
    numbers = [(await a_case(deps, sender=str(at), externalId=str(at))).case_number for at in range(12)]
    clock.instant += timedelta(hours=4)
    await escalate(deps)
    made = [row["id"] for row in await deps.pool.fetch("select id from escalations order by id")]
    sender = MemorySender()

    await asyncio.gather(*(send_escalation(made, deps, sender, None) for _ in range(4)))

    assert sorted(number for number in numbers for mail in sender.sent if number in mail.text) == sorted(numbers)
    assert len({mail.message_id for mail in sender.sent}) == len(sender.sent)


async def test_file_that_was_taken_while_the_mail_about_many_waited_is_not_in_it(deps, clock, office):
    first, second, third = [(await a_case(deps, sender=name, externalId=name)).case_number for name in "abc"]
    clock.instant += timedelta(hours=4)
    await escalate(deps)
    await take_in_charge(TakeInCharge(case_number=second, via="page"), office.clerk, deps)

    [mail] = await op_te_nemen(deps, MemorySender())

    assert first in mail.text and third in mail.text and second not in mail.text


async def test_import_says_who_had_taken_a_file_and_nobody_is_told_of_it(deps, clock, office):
    number = (await a_case(deps)).case_number
    command = TakeInCharge(case_number=number, via="import", taken_by=office.clerk.code, taken_on=date(2024, 3, 1))
    by = msgspec.structs.replace(SYSTEM, code="import:archief", roles=frozenset({"clerk"}), office="antwerpPort")

    await take_in_charge(command, by, deps)
    await minute_by_minute(deps, clock, 3)

    [line] = await store.of_case(deps.pool, number, visibility(office.clerk))
    assert (line.taken_by, line.via, line.taken_on, line.taken_at.date()) == (
        office.clerk.account_id,
        "import",
        date(2024, 3, 1),
        date(2026, 11, 24),
    )
    entry = await deps.pool.fetchrow("select content, entered_by from docket_entries where kind = 'TakenInCharge'")
    assert (entry["content"]["takenOn"], entry["content"]["via"], entry["entered_by"]) == ("2024-03-01", "import", "import:archief")
    assert await steps(deps) == []


async def test_what_one_person_is_rung_about_in_one_run_is_one_call_as_urgent_as_the_most_urgent_of_it(deps, clock, office):
    settings = msgspec.structs.replace(deps.settings, oncall_webhook_url="https://gateway.example.org/call")
    deps = msgspec.structs.replace(deps, settings=settings)
    for at in range(3):
        await a_case(deps, persons=HELD, sender=str(at), externalId=str(at))
    clock.instant += 10 * MINUTE
    assert await escalate(deps) == 3
    made = [row["id"] for row in await deps.pool.fetch("select id from escalations order by id")]
    gateway, sender = Ringing(), MemorySender()

    await send_escalation(made, deps, sender, gateway)

    [(call, _)] = gateway.calls
    assert call == Call(link="http://127.0.0.1:8000/niet-opgenomen", urgency="detention", step="clerk")
    assert await attempts(deps) == [("webhook", "accepted", "202 Accepted"), ("mail", "needless", None)] * 3
    assert sender.sent == []


async def test_calls_to_different_steps_or_offices_stay_calls_of_their_own(deps, clock, office):
    settings = msgspec.structs.replace(deps.settings, oncall_webhook_url="https://gateway.example.org/call")
    deps = msgspec.structs.replace(deps, settings=settings)
    await a_case(deps, persons=HELD)
    clock.instant += 10 * MINUTE
    await a_case(deps, persons=HELD, sender="b", externalId="b")
    clock.instant += 10 * MINUTE
    await escalate(deps)
    made = [row["id"] for row in await deps.pool.fetch("select id from escalations order by id")]
    gateway = Ringing()

    await send_escalation(made, deps, MemorySender(), gateway)

    # The first file reached the prosecutor; both are told to the clerk in one call.
    assert sorted(call.step for call, _ in gateway.calls) == ["clerk", "prosecutor"]
    assert {call.step: "/w/" in call.link for call, _ in gateway.calls} == {"clerk": False, "prosecutor": True}


async def test_worker_that_dies_while_it_rings_about_many_repeats_the_same_call_once(deps, clock, office):
    settings = msgspec.structs.replace(deps.settings, oncall_webhook_url="https://gateway.example.org/call")
    deps = msgspec.structs.replace(deps, settings=settings)
    for at in range(2):
        await a_case(deps, persons=HELD, sender=str(at), externalId=str(at))
    clock.instant += 10 * MINUTE
    await escalate(deps)
    made = [row["id"] for row in await deps.pool.fetch("select id from escalations order by id")]

    class Dies(Ringing):
        async def call(self, call, *, key, at):
            await super().call(call, key=key, at=at)
            raise KeyboardInterrupt

    dying, gateway = Dies(), Ringing()
    with pytest.raises(KeyboardInterrupt):
        await send_escalation(made, deps, MemorySender(), dying)
    clock.instant += duty.LEASE
    await asyncio.gather(*(send_escalation(made, deps, MemorySender(), gateway) for _ in range(2)))

    assert len(gateway.calls) == 1
    assert gateway.calls[0][1] == dying.calls[0][1]
    assert [state for _, state, _ in await attempts(deps)] == ["accepted", "needless"] * 2


async def test_suspect_who_was_released_and_is_arrested_again_asks_for_somebody_anew(deps, clock, office):
    number = (await a_case(deps, persons=HELD)).case_number
    await take_in_charge(TakeInCharge(case_number=number, via="page"), office.clerk, deps)
    await amend_case(
        AmendCase(case_number=number, version=1, report=a_report(persons=[HELD[0] | {"custody": "released"}]), reason="Vrij."),
        office.clerk,
        deps,
    )
    assert await waits(deps, number, office.clerk) == []
    clock.instant += timedelta(days=30)
    began = clock.now()

    await amend_case(
        AmendCase(case_number=number, version=2, report=a_report(persons=HELD), reason="Opnieuw aangehouden."), office.clerk, deps
    )

    [line] = await waits(deps, number, office.clerk)
    assert (line.urgency, line.opened_at) == ("detention", began)
    await minute_by_minute(deps, clock, 10)
    assert [step for step, *_ in await steps(deps)] == ["clerk"]
    assert (await verify_register(deps))[0] == []


async def test_arrest_after_the_file_was_taken_asks_anew_though_nobody_entered_the_release_and_a_corrected_hour_does_not(
    deps, clock, office
):
    first, corrected, second = "2026-11-24T08:00:00+01:00", "2026-11-24T07:00:00+01:00", "2026-12-24T08:00:00+01:00"
    number = (await a_case(deps, persons=[HELD[0] | {"arrestedAt": first}])).case_number
    await take_in_charge(TakeInCharge(case_number=number, via="page"), office.clerk, deps)

    async def said(version, at):
        report = a_report(persons=[HELD[0] | {"arrestedAt": at}])
        await amend_case(AmendCase(case_number=number, version=version, report=report, reason="Uur."), office.clerk, deps)
        return [line.urgency for line in await waits(deps, number, office.clerk)]

    assert await said(1, corrected) == []
    clock.instant += timedelta(days=30)
    assert await said(2, second) == ["detention"]
    await take_in_charge(TakeInCharge(case_number=number, via="page"), office.prosecutor, deps)
    assert await said(3, "2026-12-24T08:30:00+01:00") == []


BOUNCE = """From: MAILER-DAEMON@mx.example.org
To: docket@example.org
Message-ID: <terug@mx.example.org>
Content-Type: multipart/report; report-type=delivery-status; boundary=B

--B
Content-Type: message/delivery-status

Reporting-MTA: dns; mx

Final-Recipient: rfc822; clerk@politie.example.org
Action: failed
Status: 5.2.2

--B
Content-Type: text/rfc822-headers

Message-ID: {message_id}

--B--
"""


async def bounce(deps):
    message_id = await deps.pool.fetchval("select message_id from escalation_tries where channel = 'mail' order by id limit 1")
    return await receive_mail(BOUNCE.format(message_id=message_id).replace("\n", "\r\n").encode(), deps)


async def test_mail_of_the_duty_that_bounces_moves_the_step_to_its_next_channel_at_once(deps, clock, office):
    deps = msgspec.structs.replace(
        deps,
        settings=msgspec.structs.replace(
            deps.settings, oncall_webhook_url="https://oproep.example.org", smtp_url="smtp://mail.example.org"
        ),
    )
    number, ringing = (await a_case(deps)).case_number, Ringing()
    clock.instant += timedelta(hours=4)
    await escalate(deps)
    await send_escalation([await last_step(deps)], deps, MemorySender(), ringing)
    assert [(channel, state) for channel, state, _ in await attempts(deps)] == [("mail", "accepted"), ("webhook", "needless")]

    came = await bounce(deps)

    assert (came.outcome, came.matched) == ("task", True)
    assert await attempts(deps) == [("mail", "failed", "5.2.2"), ("webhook", "waiting", None)]
    assert [entry.kind for entry in (await view_of(deps, number)).entries][-1] == "MailCameBack"
    await send_escalation([await last_step(deps)], deps, MemorySender(), ringing)
    assert len(ringing.calls) == 1


async def test_mail_of_the_duty_that_bounces_without_another_channel_tells_the_next_of_the_chain_at_once(deps, clock, office):
    await a_case(deps)
    clock.instant += timedelta(hours=4)
    await escalate(deps)
    await send_escalation([await last_step(deps)], deps, MemorySender(), None)
    clock.instant += MINUTE
    await escalate(deps)
    assert [step for step, *_ in await steps(deps)] == ["clerk"]

    await bounce(deps)
    await escalate(deps)

    assert [step for step, *_ in await steps(deps)] == ["clerk", "prosecutor"]


async def test_mail_of_the_duty_that_bounces_after_the_file_was_taken_rings_nobody(deps, clock, office):
    deps = msgspec.structs.replace(deps, settings=msgspec.structs.replace(deps.settings, oncall_webhook_url="https://oproep.example.org"))
    number = (await a_case(deps)).case_number
    clock.instant += timedelta(hours=4)
    await escalate(deps)
    await send_escalation([await last_step(deps)], deps, MemorySender(), Ringing())
    await take_in_charge(TakeInCharge(case_number=number, via="page"), office.clerk, deps)

    await bounce(deps)

    assert [(channel, state) for channel, state, _ in await attempts(deps)] == [("mail", "failed"), ("webhook", "needless")]
