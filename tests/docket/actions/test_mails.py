"""What leaves by mail and what comes back: one per meaningful change, five a week, the list of the day, reminders, and tasks."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec
import pytest

from docket import entries, mail_page, mailing
from docket.access import SYSTEM, Actor, visibility
from docket.actions.accounts.add_user import AddUser, add_user
from docket.actions.assignment.set_absence import SetAbsence, set_absence
from docket.actions.duty.set_duty_address import SetDutyAddress, set_duty_address
from docket.actions.duty.take_in_charge import TakeInCharge, take_in_charge
from docket.actions.hearings.move_hearing import MoveHearing, move_hearing
from docket.actions.mails.close_mail_task import CloseMailTask, close_mail_task
from docket.actions.mails.receive_mail import Received, receive_mail
from docket.actions.mails.remind_of_limitation import remind_of_limitation
from docket.actions.mails.remind_of_limits import remind_of_limits
from docket.actions.mails.write_lists import bounds, write_lists
from docket.actions.papers.resend_delivery import ResendDelivery, resend_delivery
from docket.actions.requests.ask_request import AskRequest, ask_request
from docket.actions.time_limits.start_time_limit import StartTimeLimit, start_time_limit
from docket.deps import Deps
from docket.entry_lines import lines_of
from docket.errors import BadInput, NotFound, StateForbids
from docket.mail.sending import MemorySender, NeverAccepted
from docket.store import mails as store
from docket.worker.queue import drain
from docket.worker.send_delivery import send_delivery
from docket.worker.watch_files import watch_files
from routing import Start
from tests.builders import a_case, a_clerk, an_actor
from tests.docket.actions.hearing_world import PEOPLE, RIGHT_BANK, a_chamber, booked, hearing_of, wanted
from tests.docket.actions.reading import view_of
from tests.docket.actions.test_limitation_acts import suspended
from tests.docket.mail.test_incoming import DSN, OURS
from tests.docket.test_seisin import a_file as an_old_file
from tests.docket.test_seisin import referred
from tests.docket.worker.test_send_delivery import Refusing

A, B = "rechercheur@politie.example.org", "speurder@politie.example.org"
DAY = date(2026, 11, 24)
#: Of the facts of test_seisin.
LAST_DAY = date(2034, 6, 9)
NEXT_MORNING = datetime(2026, 11, 25, 6, tzinfo=UTC)


@pytest.fixture
def deps(deps: Deps) -> Deps:
    settings = msgspec.structs.replace(deps.settings, smtp_url="smtp://mail.example.org", office_phone="03 000 00 00")
    return msgspec.structs.replace(deps, settings=settings)


async def a_user(deps: Deps, role: Any) -> Actor:
    command = AddUser(name=role.lower(), display_name=f"Proef {role}", roles=(role,), office="antwerpPort")
    account = (await add_user(command, SYSTEM, deps)).account_id
    return an_actor(role, account_id=account)


async def a_file(deps: Deps, *addresses: str, sender: str = "test", **fields: Any) -> str:
    origin = {"service": "shippingPolice", "investigatorEmails": list(addresses or (A,))}
    return (await a_case(deps, sender=sender, externalId=sender, origin=origin, **RIGHT_BANK | {"persons": PEOPLE} | fields)).case_number


async def moved(deps: Deps, number: str, times: int) -> None:
    """A hearing that moves so often."""
    chamber = await deps.pool.fetchval("select id from chambers") or await a_chamber(deps, capacity=20)
    version = (await view_of(deps, number)).case.version
    await booked(deps, number, wanted(chamber, date(2026, 12, 7)), version=version)
    for at in range(times - 1):
        place = wanted(chamber, date(2026, 12, 8 + at % 2))
        hearing = (await hearing_of(deps, number)).id
        await move_hearing(
            MoveHearing(case_number=number, version=version + 1 + at, hearing_id=hearing, wanted=place, reason="zaal"), a_clerk(), deps
        )


async def mails_of(deps: Deps, recipient: str = A) -> list[tuple[str, str]]:
    rows = await deps.pool.fetch("select state, subject from deliveries where recipient = $1 order by id", recipient)
    return [(row["state"], row["subject"]) for row in rows]


async def lists_of(deps: Deps, recipient: str = A) -> list[str]:
    rows = await deps.pool.fetch("select body_text from deliveries where recipient = $1 and mail = 'daily' order by id", recipient)
    return [row["body_text"] for row in rows]


def test_every_kind_of_entry_says_whether_it_is_mailed_and_what_writes_mails_is_mailed() -> None:
    assert set(mailing.RULES) == set(entries.TITLES_NL)
    reminders = (entries.LimitReminded, entries.LimitationReminded)
    writes = {kind.__name__ for kind in entries.KINDS if "mails" in kind.__struct_fields__ and kind not in reminders}
    assert {kind for kind, told in mailing.RULES.items() if told == "mail"} == writes


def test_the_page_about_mails_is_not_stale() -> None:
    assert mail_page.FILE.read_text() == mailing.page(), "the table changed: python -m docket.mail_page"


async def test_each_investigator_has_one_mail_for_a_change(deps: Deps) -> None:
    number = await a_file(deps, A, B)
    await moved(deps, number, 1)

    for recipient in (A, B):
        assert await mails_of(deps, recipient) == [
            ("queued", f"Dossier {number}: geregistreerd"),
            ("queued", f"Dossier {number}: zitting bepaald op 07/12/2026"),
        ]


async def test_the_sixth_mail_of_a_week_about_one_file_stands_in_the_list_of_the_day(deps: Deps) -> None:
    number, other = await a_file(deps), await a_file(deps, sender="ander")
    await moved(deps, number, 6)
    await moved(deps, other, 1)

    about = [state for state, subject in await mails_of(deps) if number in subject]
    assert about == ["queued"] * 5 + ["digest"] * 2
    assert [state for state, subject in await mails_of(deps) if other in subject] == ["queued"] * 2
    # A week later there is room again.
    deps.clock.instant += timedelta(days=7)
    version = (await view_of(deps, number)).case.version
    place = wanted(await deps.pool.fetchval("select id from chambers"), date(2026, 12, 15), served_on=date(2026, 11, 24))
    hearing = (await hearing_of(deps, number)).id
    await move_hearing(MoveHearing(case_number=number, version=version, hearing_id=hearing, wanted=place, reason="r"), a_clerk(), deps)
    assert [state for state, subject in await mails_of(deps) if number in subject][-1] == "queued"


async def test_requests_of_an_investigator_take_the_room_of_changes_and_are_never_held_back(deps: Deps) -> None:
    number = await a_file(deps)
    for fact in ("/noticeNumber", "/receivedOn"):
        version = (await view_of(deps, number)).case.version
        await ask_request(AskRequest(case_number=number, version=version, fact=fact), a_clerk(), deps)
    await moved(deps, number, 4)
    version = (await view_of(deps, number)).case.version
    await ask_request(AskRequest(case_number=number, version=version, fact="/leadAuthority"), a_clerk(), deps)

    rows = await deps.pool.fetch("select mail, state from deliveries order by id")
    room = ["queued"] * 5 + ["digest"] * 2
    assert [row["state"] for row in rows[:7]] == room
    assert [row["mail"] for row in rows[:7]] == ["case_status", *["request"] * 2, *["case_status"] * 4]
    assert [(row["mail"], row["state"]) for row in rows[7:]] == [("request", "queued")]


async def test_five_a_week_count_for_an_address_however_it_is_written(deps: Deps) -> None:
    number = await a_file(deps, A, " Rechercheur@Politie.Example.ORG")
    assert await deps.pool.fetchval("select count(*) from deliveries") == 1, "two spellings are one investigator"
    await moved(deps, number, 3)
    await deps.pool.execute("update cases set investigator_emails = array[upper($1)]", A)
    hearing, version = (await hearing_of(deps, number)).id, (await view_of(deps, number)).case.version
    chamber = await deps.pool.fetchval("select id from chambers")
    for at in range(2):
        place = wanted(chamber, date(2026, 12, 14 + at))
        command = MoveHearing(case_number=number, version=version + at, hearing_id=hearing, wanted=place, reason="zaal")
        await move_hearing(command, a_clerk(), deps)

    assert [state for state, _ in await mails_of(deps, A.upper())] == ["queued", "digest"]


async def test_a_mail_that_is_sent_again_on_a_later_day_is_counted_and_listed_on_both(deps: Deps, sender: MemorySender) -> None:
    _, delivery, message_id = await a_sent_mail(deps, sender)
    deps.clock.instant = NEXT_MORNING
    await write_lists(deps)
    await drain(deps, sender)
    await back(deps, bounce_of(message_id))
    await resend_delivery(ResendDelivery(delivery_id=delivery), a_clerk(), deps)
    await drain(deps, sender)
    deps.clock.instant = NEXT_MORNING + timedelta(days=1)
    assert await write_lists(deps) == 1

    for day in (DAY, DAY + timedelta(days=1)):
        [row] = await store.reconciled(deps.pool, visibility(a_clerk(), "resendMail"), day, *bounds(day))
        assert (row.sent, row.listed, row.missing) == (1, 1, 0)
    assert len(await lists_of(deps)) == 2


async def test_one_person_has_one_list_however_his_address_is_written(deps: Deps, sender: MemorySender) -> None:
    await a_file(deps)
    await a_file(deps, A.upper(), sender="ander")
    await drain(deps, sender)
    deps.clock.instant = NEXT_MORNING

    assert await write_lists(deps) == 1
    assert await write_lists(deps) == 0
    [row] = await store.reconciled(deps.pool, visibility(a_clerk(), "resendMail"), DAY, *bounds(DAY))
    assert (row.sent, row.listed, row.list_state) == (2, 2, "queued")


async def test_the_list_of_a_day_names_each_mail_that_was_sent_and_each_change_without_one(deps: Deps, sender: MemorySender) -> None:
    number = await a_file(deps)
    await moved(deps, number, 5)
    await take_in_charge(TakeInCharge(case_number=number, via="page"), await a_user(deps, "clerk"), deps)
    await drain(deps, sender)
    assert await write_lists(deps) == 0, "the day is not over"

    deps.clock.instant = NEXT_MORNING
    assert await write_lists(deps) == 1
    assert await write_lists(deps) == 0, "made once"
    await drain(deps, sender)

    [text] = await lists_of(deps)
    assert "Dagoverzicht van 24/11/2026" in text and "Aan u verzonden (5):" in text
    assert f"Dossier {number}: geregistreerd" in text and "Bel 03 000 00 00" in text
    assert "Ook gewijzigd, zonder eigen mail (2):" in text
    assert f"- {number}: in behandeling genomen" in text and f"- {number}: zitting verplaatst naar" in text
    from_at, until_at = bounds(DAY)
    [row] = await store.reconciled(deps.pool, visibility(a_clerk(), "resendMail"), DAY, from_at, until_at)
    assert (row.recipient, row.sent, row.listed, row.missing, row.in_list_only, row.list_state) == (A, 5, 5, 0, 1, "sent")
    # Nothing of it is told to whom it does not concern.
    assert await lists_of(deps, B) == []


async def test_a_mail_that_the_server_did_not_take_is_on_no_list(deps: Deps, sender: MemorySender) -> None:
    await a_file(deps)
    deps.clock.instant = NEXT_MORNING

    assert await write_lists(deps) == 0
    from_at, until_at = bounds(DAY)
    [row] = await store.reconciled(deps.pool, visibility(a_clerk(), "resendMail"), DAY, from_at, until_at)
    assert (row.sent, row.waiting, row.list_state) == (0, 1, None)


async def test_lists_wait_for_the_morning_and_days_without_a_worker_are_made_up(deps: Deps, sender: MemorySender) -> None:
    number = await a_file(deps)
    await drain(deps, sender)
    deps.clock.instant = datetime(2026, 11, 25, 4, 59, tzinfo=UTC)
    assert await write_lists(deps) == 0
    deps.clock.instant = NEXT_MORNING
    await write_lists(deps)
    await moved(deps, number, 1)
    await drain(deps, sender)

    deps.clock.instant = datetime(2026, 11, 28, 6, tzinfo=UTC)
    assert await write_lists(deps) == 1

    days = await deps.pool.fetch("select day from mail_days order by day")
    assert [row["day"] for row in days] == [date(2026, 11, 24 + at) for at in range(4)]
    assert [text.splitlines()[0] for text in await lists_of(deps)] == ["Dagoverzicht van 24/11/2026", "Dagoverzicht van 25/11/2026"]


async def test_lists_that_were_broken_off_go_on_where_they_stopped(deps: Deps, sender: MemorySender, monkeypatch: Any) -> None:
    await a_file(deps, A, B)
    await drain(deps, sender)
    deps.clock.instant = NEXT_MORNING
    real = store.make

    async def dying(tx: Any, day: date, delivery_id: int, new: Any, *more: Any, **named: Any) -> bool:
        if new.recipient == B:
            raise RuntimeError
        return await real(tx, day, delivery_id, new, *more, **named)

    monkeypatch.setattr(store, "make", dying)
    with pytest.raises(RuntimeError):
        await write_lists(deps)
    monkeypatch.setattr(store, "make", real)

    assert await write_lists(deps) == 1
    assert [len(await lists_of(deps, one)) for one in (A, B)] == [1, 1]


async def test_nobody_outside_the_allowed_domains_has_a_list(deps: Deps, sender: MemorySender) -> None:
    await a_file(deps, A, "iemand@elders.example.net")
    await take_in_charge(TakeInCharge(case_number="HAV-2026-000001", via="page"), await a_user(deps, "clerk"), deps)
    await drain(deps, sender)
    deps.clock.instant = NEXT_MORNING

    assert await write_lists(deps) == 1
    assert await lists_of(deps, "iemand@elders.example.net") == []


async def a_sent_mail(deps: Deps, sender: MemorySender, **fields: Any) -> tuple[str, int, str]:
    number = await a_file(deps, **fields)
    await drain(deps, sender)
    row = await deps.pool.fetchrow("select id, message_id from deliveries where case_id = (select max(id) from cases)")
    return number, row["id"], row["message_id"]


async def back(deps: Deps, text: str) -> Received:
    return await receive_mail(text.replace("\n", "\r\n").encode(), deps)


def bounce_of(message_id: str) -> str:
    return DSN.format(kind="message/rfc822").replace(OURS, message_id)


async def tasks(deps: Deps, by: Any = None) -> tuple[store.TaskLine, ...]:
    return await store.tasks(deps.pool, visibility(by or a_clerk(), "resendMail"))


async def test_a_mail_that_bounces_is_failed_and_a_task_for_a_clerk_once(deps: Deps, sender: MemorySender) -> None:
    number, delivery, message_id = await a_sent_mail(deps, sender)

    first, again = await back(deps, bounce_of(message_id)), await back(deps, bounce_of(message_id))

    assert (first.outcome, first.matched, again.outcome) == ("task", True, "known")
    row = await deps.pool.fetchrow("select state, server_reply from deliveries where id = $1", delivery)
    assert (row["state"], row["server_reply"]) == ("failed", "5.1.1 550 5.1.1 (adres) Recipient address rejected")
    [task] = await tasks(deps)
    assert (task.case_number, task.kind, task.recipient, task.status) == (number, "bounce", A, "5.1.1")
    entry = (await view_of(deps, number)).entries[-1]
    assert (entry.kind, entry.content["back"], entry.content["mailStatus"]) == ("MailCameBack", "bounce", "5.1.1")
    assert "politie" not in str(entry.content)


async def test_a_bounce_that_quotes_nothing_is_a_task_of_the_file_of_its_mail(deps: Deps, sender: MemorySender) -> None:
    settings = msgspec.structs.replace(deps.settings, mail_bounce_address="retour@havendossier.example.org")
    deps = msgspec.structs.replace(deps, settings=settings)
    number, delivery, _ = await a_sent_mail(deps, sender)
    [address] = {mail.envelope_sender for mail in sender.sent}

    done = await back(deps, f"From: postmaster@old.example.org\nDelivered-To: {address}\n\n550 5.1.1 no such user\n")

    assert (done.outcome, done.matched) == ("task", True)
    [task] = await tasks(deps)
    assert (task.case_number, task.delivery_id, task.kind, task.status) == (number, delivery, "bounce", "5.1.1")
    assert await deps.pool.fetchval("select state from deliveries where id = $1", delivery) == "failed"
    assert number not in address and "rechercheur" not in address


async def test_a_mail_that_failed_is_sent_again_under_its_message_id_and_its_history_stays(deps: Deps, sender: MemorySender) -> None:
    number, delivery, message_id = await a_sent_mail(deps, sender)
    await back(deps, bounce_of(message_id))
    [task] = await tasks(deps)

    await resend_delivery(ResendDelivery(delivery_id=delivery), a_clerk(), deps)
    await drain(deps, sender)
    await close_mail_task(CloseMailTask(task_id=task.id, reason="adres verbeterd bij de dienst"), a_clerk(), deps)

    assert [mail.message_id for mail in sender.sent] == [message_id] * 2
    history = await store.history(deps.pool, delivery)
    assert [event.what for event in history] == ["attempt", "sent", "bounced", "resent", "attempt", "sent"]
    assert [event.by for event in history if event.what == "resent"] == ["clerk:17"]
    assert await tasks(deps) == ()
    assert [entry.kind for entry in (await view_of(deps, number)).entries[-3:]] == ["MailCameBack", "MailResent", "MailTaskClosed"]
    with pytest.raises(StateForbids):
        await close_mail_task(CloseMailTask(task_id=task.id, reason="r"), a_clerk(), deps)


async def test_what_a_server_refuses_stands_in_the_history_with_its_words(deps: Deps) -> None:
    await a_file(deps)
    delivery = await deps.pool.fetchval("select id from deliveries")
    await send_delivery(delivery, deps, Refusing(NeverAccepted("550 no such user")))

    assert [(event.what, event.reply) for event in await store.history(deps.pool, delivery)] == [
        ("attempt", None),
        ("failed", "550 no such user"),
    ]


@pytest.mark.parametrize(
    ("address", "headers", "outcome", "kind"),
    [
        ("iemand@elders.example.net", "Auto-Submitted: auto-replied", "task", "autoReply"),
        (A, "Auto-Submitted: auto-replied", "noted", None),
        (A, "X-Nothing: said", "task", "answer"),
        ("iemand@elders.example.net", "X-Nothing: said", "task", "answer"),
    ],
)
async def test_an_automatic_answer_from_elsewhere_and_that_of_a_person_become_tasks(
    address: str, headers: str, outcome: str, kind: str | None, deps: Deps, sender: MemorySender
) -> None:
    number, delivery, message_id = await a_sent_mail(deps, sender)

    done = await back(deps, f"From: {address}\nMessage-ID: <1@x>\nIn-Reply-To: {message_id}\n{headers}\n\ninhoud\n")

    assert (done.outcome, done.matched) == (outcome, True)
    assert [task.kind for task in await tasks(deps)] == ([kind] if kind else [])
    assert await deps.pool.fetchval("select state from deliveries where id = $1", delivery) == "sent"
    assert [event.what for event in await store.history(deps.pool, delivery)][-1] == "answered"
    assert "inhoud" not in str([dict(row) for row in await deps.pool.fetch("select * from mail_tasks")])
    assert number


async def test_a_mail_that_is_late_is_noted_and_no_task(deps: Deps, sender: MemorySender) -> None:
    _, delivery, message_id = await a_sent_mail(deps, sender)

    done = await back(deps, bounce_of(message_id).replace("Action: failed", "Action: delayed"))

    assert done.outcome == "noted"
    assert [event.what for event in await store.history(deps.pool, delivery)][-1] == "delayed"
    assert await tasks(deps) == ()


async def test_a_list_of_the_day_that_bounces_is_a_task_of_who_reads_a_file_on_it(deps: Deps, sender: MemorySender) -> None:
    number, _, _ = await a_sent_mail(deps, sender)
    deps.clock.instant = NEXT_MORNING
    await write_lists(deps)
    await drain(deps, sender)
    message_id = await deps.pool.fetchval("select message_id from deliveries where mail = 'daily'")

    await back(deps, bounce_of(message_id))

    [task] = await tasks(deps)
    assert (task.case_number, task.mail, task.own_page) == (number, "daily", False)
    assert await tasks(deps, a_clerk("brussels", account_id=55)) == ()


async def test_what_is_about_no_mail_of_ours_is_a_task_of_anybody_who_sends_mails(deps: Deps) -> None:
    done = await back(deps, bounce_of("<unknown@elsewhere>"))

    assert (done.outcome, done.matched) == ("task", False)
    [task] = await tasks(deps, a_clerk("brussels", account_id=55))
    with pytest.raises(BadInput):
        await close_mail_task(CloseMailTask(task_id=task.id, reason=" "), a_clerk(), deps)
    await close_mail_task(CloseMailTask(task_id=task.id, reason="niets van ons"), a_clerk(), deps)
    assert await tasks(deps) == ()


async def test_a_task_of_a_file_that_one_does_not_read_is_not_there(deps: Deps, sender: MemorySender) -> None:
    _, _, message_id = await a_sent_mail(deps, sender)
    await back(deps, bounce_of(message_id))
    [task] = await tasks(deps)

    assert await tasks(deps, a_clerk("brussels", account_id=55)) == ()
    with pytest.raises(NotFound):
        await close_mail_task(CloseMailTask(task_id=task.id, reason="r"), a_clerk("brussels", account_id=55), deps)


async def a_clock(deps: Deps, number: str, limit: str, event: str, on: date) -> None:
    version = (await view_of(deps, number)).case.version
    await start_time_limit(
        StartTimeLimit(case_number=number, version=version, limit=limit, start=Start(event=event, on=on), person="s1"), a_clerk(), deps
    )


async def reminders(deps: Deps) -> list[tuple[str, str]]:
    rows = await deps.pool.fetch("select recipient, body_text from deliveries where mail = 'limit_reminder' order by id")
    return [(row["recipient"], row["body_text"]) for row in rows]


async def test_the_office_is_reminded_of_a_limit_at_each_step_once(deps: Deps) -> None:
    head = await a_user(deps, "headOfOffice")
    await set_duty_address(SetDutyAddress(account_id=head.account_id or 0, address="korpschef@politie.example.org"), head, deps)
    number = await a_file(deps)
    await a_clock(deps, number, "appeal", "pronouncement", date(2026, 11, 20))
    alarm = await deps.pool.fetchval("select alarm_on from case_time_limits")
    reminded = []
    for before in range(9, -2, -1):
        day = alarm - timedelta(days=before)
        deps.clock.instant = datetime(day.year, day.month, day.day, 6, tzinfo=UTC)
        reminded += [before] * (await remind_of_limits(deps) + await remind_of_limits(deps))

    assert reminded == [7, 2, 0]
    sent = await reminders(deps)
    assert {recipient for recipient, _ in sent} == {"korpschef@politie.example.org"}
    assert all(f"/dossiers/{number}/termijnen" in text for _, text in sent)
    assert [entry.kind for entry in (await view_of(deps, number)).entries].count("LimitReminded") == len(sent)


async def test_the_office_is_reminded_before_the_limitation_runs_out_at_each_step_once_and_the_mail_tells_nothing_of_it(deps: Deps) -> None:
    await at_a_desk(deps, "headOfOffice", "hoofd", HEADS_DESK)
    number = await an_old_file(deps)
    reminded = []
    for before in (*range(367, 363, -1), 200, 180, 8, 7, 1, 0, -1):
        day = LAST_DAY - timedelta(days=before)
        deps.clock.instant = datetime(day.year, day.month, day.day, 7, tzinfo=UTC)
        await watch_files(deps)
        reminded += [before] * (await remind_of_limitation(deps) + await remind_of_limitation(deps))

    assert reminded == [365, 180, 8, 7]
    sent = await reminders(deps)
    assert {recipient for recipient, _ in sent} == {HEADS_DESK} and len(sent) == 4
    assert all(f"/dossiers/{number}/termijnen" in text and "2034" not in text and "verjar" not in text.lower() for _, text in sent)
    entry = next(one for one in (await view_of(deps, number)).entries if one.kind == "LimitationReminded")
    assert lines_of(entry.kind, entry.content, deps.law.law)[-3:] == ["Laatste dag 09/06/2034, over 365 dagen", "Feiten: o1", "Mails: 1"]


async def test_nobody_is_reminded_of_a_limitation_that_stands_still_or_that_a_court_has_ended(deps: Deps) -> None:
    await at_a_desk(deps, "headOfOffice", "hoofd", HEADS_DESK)
    still, seised = await an_old_file(deps), await an_old_file(deps, externalId="b")
    deps.clock.instant = datetime(2034, 1, 9, 7, tzinfo=UTC)
    await suspended(deps, still, date(2034, 1, 2))
    await referred(deps, seised)
    await watch_files(deps)

    assert await remind_of_limitation(deps) == 0


async def test_a_reminder_of_a_limit_of_detention_names_no_day(deps: Deps) -> None:
    head = await a_user(deps, "headOfOffice")
    await set_duty_address(SetDutyAddress(account_id=head.account_id or 0, address="korpschef@politie.example.org"), head, deps)
    number = await a_file(deps)
    await a_clock(deps, number, "orderOneMonth", "order", DAY)
    deps.clock.instant = datetime(2026, 12, 20, 6, tzinfo=UTC)

    assert await remind_of_limits(deps) == 1

    [(_, text)] = await reminders(deps)
    assert "De dag leest u na aanmelding." in text and "2026" not in text.replace(number, "")


async def test_a_limit_of_which_nobody_can_be_told_is_entered_as_such(deps: Deps) -> None:
    number = await a_file(deps)
    await a_clock(deps, number, "appeal", "pronouncement", date(2026, 11, 20))
    deps.clock.instant = datetime(2026, 12, 20, 6, tzinfo=UTC)

    assert await remind_of_limits(deps) == 1

    entry = (await view_of(deps, number)).entries[-1]
    assert (entry.kind, entry.content["mails"]) == ("LimitReminded", 0)


HEADS_DESK, HIS_DESK, STAND_INS_DESK = "hoofd@politie.example.org", "procureur@politie.example.org", "vervanger@politie.example.org"


async def at_a_desk(deps: Deps, role: Any, name: str, address: str) -> Actor:
    command = AddUser(name=name, display_name=f"Proef {name}", roles=(role,), office="antwerpPort")
    account = (await add_user(command, SYSTEM, deps)).account_id
    person = an_actor(role, account_id=account)
    await set_duty_address(SetDutyAddress(account_id=account, address=address), person, deps)
    return person


def told_at(deps: Deps, instant: str) -> None:
    deps.clock.instant = datetime.fromisoformat(instant).astimezone(UTC)


async def test_who_decides_on_an_arrest_is_told_twelve_hours_before_it_ends_by_night_too_and_never_after(deps: Deps) -> None:
    await at_a_desk(deps, "headOfOffice", "hoofd", HEADS_DESK)
    told_at(deps, "2026-11-24T04:00+01:00")
    number = await a_file(deps, persons=[{"id": "s1", "role": "suspect", "custody": "arrested", "arrestedAt": "2026-11-24T03:00:00+01:00"}])
    made = []
    for hour in range(48):
        deps.clock.instant = datetime(2026, 11, 24, 3, 30, tzinfo=UTC) + timedelta(hours=hour)
        made += [deps.clock.instant.isoformat()] * (await remind_of_limits(deps) + await remind_of_limits(deps))

    assert made == ["2026-11-25T14:30:00+00:00"]
    entry = next(one for one in (await view_of(deps, number)).entries if one.kind == "LimitReminded")
    assert (entry.content["dueInHours"], entry.content["mails"]) == (11, 1)
    assert lines_of(entry.kind, entry.content, deps.law.law)[-1:] == [f"Termijn {entry.content['timeLimit']}: te handelen binnen 11 uur"]


async def test_no_reminder_of_an_arrest_is_made_by_a_worker_that_wakes_after_its_end(deps: Deps) -> None:
    await at_a_desk(deps, "headOfOffice", "hoofd", HEADS_DESK)
    told_at(deps, "2026-11-24T04:00+01:00")
    await a_file(deps, persons=[{"id": "s1", "role": "suspect", "custody": "arrested", "arrestedAt": "2026-11-24T03:00:00+01:00"}])
    told_at(deps, "2026-11-26T03:00+01:00")

    assert await remind_of_limits(deps) == 0
    assert await reminders(deps) == []


@pytest.mark.parametrize(
    ("stand_in", "stand_in_away", "told"),
    [
        ("nobody", False, {HEADS_DESK}),
        ("somebody", False, {STAND_INS_DESK}),
        ("somebody", True, {HEADS_DESK}),
    ],
)
async def test_who_stands_in_for_an_absent_prosecutor_is_reminded_else_the_heads(
    deps: Deps, stand_in: str, stand_in_away: bool, told: set[str]
) -> None:
    head = await at_a_desk(deps, "headOfOffice", "hoofd", HEADS_DESK)
    his = await at_a_desk(deps, "prosecutor", "procureur", HIS_DESK)
    other = await at_a_desk(deps, "prosecutor", "vervanger", STAND_INS_DESK)
    number = await a_file(deps)
    await a_clock(deps, number, "appeal", "pronouncement", date(2026, 11, 20))
    await deps.pool.execute("update cases set prosecutor = $1", his.account_id)
    days = {"from_day": date(2026, 12, 14), "until_day": date(2026, 12, 21)}
    instead = other.account_id if stand_in == "somebody" else None
    await set_absence(SetAbsence(prosecutor=his.account_id or 0, stand_in=instead, **days), head, deps)
    if stand_in_away:
        await set_absence(SetAbsence(prosecutor=other.account_id or 0, **days), head, deps)

    # The last day is Monday 21 December: seven days before it he is away, on the day itself he is back.
    told_at(deps, "2026-12-14T07:00+01:00")
    assert await remind_of_limits(deps) == 1
    assert {recipient for recipient, _ in await reminders(deps)} == told

    told_at(deps, "2026-12-21T07:00+01:00")
    assert await remind_of_limits(deps) == 1
    assert [recipient for recipient, _ in await reminders(deps)][-1] == HIS_DESK


async def test_of_a_sealed_file_an_absent_prosecutor_is_told_himself_where_nobody_else_may_know_of_it(deps: Deps) -> None:
    head = await at_a_desk(deps, "headOfOffice", "hoofd", HEADS_DESK)
    his = await at_a_desk(deps, "prosecutor", "procureur", HIS_DESK)
    other = await at_a_desk(deps, "prosecutor", "vervanger", STAND_INS_DESK)
    number = await a_file(deps)
    await a_clock(deps, number, "appeal", "pronouncement", date(2026, 11, 20))
    await deps.pool.execute("update cases set prosecutor = $1, confidentiality = 'sealed', named = array[$1::bigint]", his.account_id)
    days = {"from_day": date(2026, 12, 14), "until_day": date(2026, 12, 21)}
    await set_absence(SetAbsence(prosecutor=his.account_id or 0, stand_in=other.account_id, **days), head, deps)
    told_at(deps, "2026-12-14T07:00+01:00")

    assert await remind_of_limits(deps) == 1
    assert [recipient for recipient, _ in await reminders(deps)] == [HIS_DESK]
