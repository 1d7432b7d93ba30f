"""What nobody begins stands on a work list all the same: limitation, reasonable time, a title, a service, the outcome of a hearing."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec
import pytest
import structlog

from docket import watching
from docket.actions.life.change_status import ChangeStatus, change_status
from docket.actions.life.strike_entry import StrikeEntry, strike_entry
from docket.actions.oversight.verify_register import verify_register
from docket.actions.registration.amend_case import AmendCase, amend_case
from docket.clock import court_day
from docket.contract import Person
from docket.deps import Deps
from docket.life import pairs_of
from docket.store import watches as rows
from docket.store import work_lists
from docket.watches import WatchedFile
from docket.watching import accused_since
from docket.work_lists import ListCode
from docket.worker.watch_files import watch_files
from tests.builders import a_case, a_clerk, a_prosecutor
from tests.docket.actions.hearing_world import PEOPLE, booked, wanted
from tests.docket.actions.reading import view_of
from tests.docket.actions.test_every_paper import offered
from tests.docket.actions.test_limitation_acts import suspended
from tests.docket.actions.test_services import HEARING, LAST_SERVICE, a_heard_file, asked, failed, served
from tests.docket.tampering import tamper
from tests.docket.test_detention import a_file as a_detained_file
from tests.docket.test_detention import held
from tests.docket.test_seisin import FACTS, a_file, referred

#: Of the facts of test_seisin.
LAST_DAY = date(2034, 6, 9)


def at(year: int, month: int, day: int, hour: int = 9) -> datetime:
    return datetime(year, month, day, hour, tzinfo=UTC)


async def count(deps: Deps, code: ListCode) -> int:
    """As the clerk's lists say it, and his page of that list bears out."""
    await watch_files(deps)
    today = court_day(deps.clock.now())
    found = (await work_lists.counts(deps.pool, a_clerk(), today))[code]
    assert len((await work_lists.numbers(deps.pool, a_clerk(), code, today)).items) == found
    return found


async def findings(deps: Deps) -> list[str]:
    found, _ = await verify_register(deps)
    return [f"{one.table} {one.row}" for one in found]


async def test_a_file_whose_limitation_nears_stands_on_the_list_from_a_year_before_until_a_court_has_it(deps: Deps) -> None:
    number = await a_file(deps)
    deps.clock.instant = at(2033, 6, 8)
    assert await count(deps, "limitation") == 0

    deps.clock.instant = at(2033, 6, 9)
    assert await count(deps, "limitation") == 1
    [item] = (await work_lists.watches(deps.pool, a_clerk(), "limitation", date(2033, 6, 9))).items
    assert (item.case.case_number, item.offence, item.on_day) == (number, "o1", LAST_DAY)

    deps.clock.instant = at(2034, 6, 12)
    assert await count(deps, "limitation") == 1
    await referred(deps, number)
    assert await count(deps, "limitation") == 1, "the court came too late"
    assert await findings(deps) == []


async def test_facts_of_a_period_stay_on_the_list_between_their_first_last_day_and_their_last_one(deps: Deps) -> None:
    await a_file(deps, offences=[FACTS | {"committedUntil": "2024-06-30"}])

    deps.clock.instant = at(2034, 6, 15)

    assert await count(deps, "limitation") == 1, "barred or not: it hangs on the day of the facts"


async def test_an_offence_that_a_court_has_in_time_nears_no_limitation(deps: Deps) -> None:
    number = await a_file(deps)
    deps.clock.instant = at(2034, 1, 9)
    assert await count(deps, "limitation") == 1

    await referred(deps, number)

    assert await count(deps, "limitation") == 0


async def test_the_last_day_moves_on_while_a_suspension_stands_open_though_nobody_does_anything(deps: Deps) -> None:
    number = await a_file(deps)
    deps.clock.instant = at(2034, 1, 9)
    await suspended(deps, number, date(2034, 1, 2))

    async def last_day() -> date:
        assert await count(deps, "limitation") == 1
        return await deps.pool.fetchval("select on_day from case_watches where kind = 'limitation'")

    first = await last_day()
    deps.clock.instant = at(2034, 1, 19)

    assert ((await last_day()) - first).days == 10
    assert await findings(deps) == []


async def test_an_offence_of_which_no_last_day_can_be_told_is_on_a_list_with_every_reason(deps: Deps) -> None:
    new_code = {"id": "o1", "offence": "moneyLaundering", "committedFrom": "2026-10-01", "committedUntil": "2026-10-01", "place": "p1"}
    number = await a_file(deps, offences=[new_code, FACTS | {"id": "o2"}, FACTS | {"id": "o3", "attempt": True}])
    assert await count(deps, "limitationUntold") == 1, "one line a file"

    [item] = (await work_lists.watches(deps.pool, a_clerk(), "limitationUntold", date(2026, 11, 24))).items
    assert (item.case.case_number, item.why, item.on_day) == (number, ("levelsNotRead", "attempt"), None)
    assert await findings(deps) == []
    # It never becomes due, so it is nobody's work of today by itself.
    assert await count(deps, "limitation") == 0
    await referred(deps, number)
    assert await count(deps, "limitationUntold") == 0, "no day runs out any more once a court has it"


async def test_the_reasons_are_those_of_now_and_verified(deps: Deps) -> None:
    await a_file(deps, offences=[FACTS | {"committedFrom": None, "committedUntil": None}])
    assert await count(deps, "limitationUntold") == 1

    await deps.pool.execute("update case_watches set why = '{}' where kind = 'limitationUntold'")

    assert len(await findings(deps)) > 0


async def test_a_file_that_is_dismissed_nears_no_limitation(deps: Deps) -> None:
    number = await a_file(deps)
    deps.clock.instant = at(2034, 1, 9)
    assert await count(deps, "limitation") == await count(deps, "reasonableTime") == 1

    await deps.pool.execute("update cases set status = 'dismissed' where case_number = $1", number)
    await deps.pool.execute("insert into watch_marks (case_id) select id from cases")

    assert await count(deps, "limitation") == await count(deps, "reasonableTime") == 0


async def test_the_age_of_an_accusation_is_on_the_list_from_the_first_year_that_warns(deps: Deps) -> None:
    await a_case(deps)
    deps.clock.instant = at(2028, 11, 19)
    assert await count(deps, "reasonableTime") == 0

    deps.clock.instant = at(2028, 11, 20)
    assert await count(deps, "reasonableTime") == 1
    [item] = (await work_lists.watches(deps.pool, a_clerk(), "reasonableTime", date(2028, 11, 20))).items
    assert (item.person, item.on_day) == ("s1", date(2026, 11, 20))


async def test_a_suspect_whose_forty_eight_hours_ran_out_is_on_the_list_at_that_minute(deps: Deps) -> None:
    await a_detained_file(deps, held("s1", "arrested", "2026-11-24T08:00:00+01:00"))
    assert await count(deps, "unheld") == 0

    deps.clock.instant = datetime(2026, 11, 26, 6, 59, tzinfo=UTC)
    assert await count(deps, "unheld") == 0
    deps.clock.instant = datetime(2026, 11, 26, 7, 1, tzinfo=UTC)
    assert await count(deps, "unheld") == 1
    assert await findings(deps) == []


async def test_a_suspect_who_is_free_again_leaves_the_list(deps: Deps) -> None:
    number = await a_detained_file(deps, held("s1", "arrested", "2026-11-24"))
    assert await count(deps, "unheld") == 1

    report = (await view_of(deps, number)).case.report
    free = msgspec.structs.replace(report, persons=tuple(msgspec.structs.replace(one, custody="released") for one in report.persons))
    await amend_case(AmendCase(case_number=number, version=1, report=free, reason="vrijgelaten"), a_clerk(), deps)

    assert await count(deps, "unheld") == 0


async def test_a_hearing_to_which_nobody_was_called_is_on_the_list_before_the_last_day_to_serve_and_after_it(deps: Deps) -> None:
    number = await a_heard_file(deps)
    deps.clock.instant = at(2026, 11, 20)
    assert await count(deps, "servicesMissed") == 0
    deps.clock.instant = at(2026, 11, 21)
    assert await count(deps, "servicesMissed") == 1
    deps.clock.instant = at(2026, 11, 30)
    assert await count(deps, "servicesMissed") == 1

    [item] = (await work_lists.watched_hearings(deps.pool, a_clerk(), "servicesMissed", date(2026, 11, 30))).items
    assert (item.case.case_number, item.on_day) == (number, LAST_SERVICE)
    deps.clock.instant = at(2026, 12, 8)
    assert await count(deps, "servicesMissed") == 0, "what a past hearing lacks is its outcome"


async def test_who_is_served_in_time_takes_the_hearing_off_the_list_and_who_is_served_late_does_not(deps: Deps) -> None:
    deps.clock.instant = at(2026, 11, 24)
    in_time, late = await a_heard_file(deps, "a"), await a_heard_file(deps, "b")
    assert await count(deps, "servicesMissed") == 2

    [service] = await asked(deps, in_time)
    await served(deps, in_time, service, date(2026, 11, 24))
    deps.clock.instant = at(2026, 11, 30)
    [service] = await asked(deps, late)
    await served(deps, late, service, date(2026, 11, 27))

    assert await count(deps, "servicesMissed") == 1
    [item] = (await work_lists.watched_hearings(deps.pool, a_clerk(), "servicesMissed", date(2026, 11, 30))).items
    assert (item.case.case_number, item.on_day) == (late, None)


async def test_a_hearing_that_is_past_stays_on_the_list_until_something_is_entered_of_it(deps: Deps) -> None:
    number = await a_heard_file(deps)
    deps.clock.instant = datetime.combine(HEARING, datetime.min.time(), tzinfo=UTC).replace(hour=20)
    assert await count(deps, "hearingsPast") == 0
    deps.clock.instant = at(2026, 12, 8)
    assert await count(deps, "hearingsPast") == 1

    version = (await view_of(deps, number)).case.version
    chamber = await deps.pool.fetchval("select id from chambers")
    await booked(deps, number, wanted(chamber, date(2027, 1, 11)), version=version)

    assert await count(deps, "hearingsPast") == 0
    assert await findings(deps) == []


async def test_a_new_status_after_the_hearing_is_its_outcome_unless_it_was_entered_in_error(deps: Deps) -> None:
    number = await a_heard_file(deps)
    deps.clock.instant = at(2026, 12, 8)
    version = (await view_of(deps, number)).case.version
    command = ChangeStatus(case_number=number, version=version, event="openInvestigation", reason="verder onderzoek")
    await change_status(command, a_prosecutor(), deps)
    assert await count(deps, "hearingsPast") == 0

    seq, version = await deps.pool.fetchrow(
        "select e.seq, c.version from docket_entries e join cases c on c.id = e.case_id where e.kind = 'StatusChanged'"
    )
    await strike_entry(StrikeEntry(case_number=number, version=version, seq=seq, reason="verkeerd dossier"), a_clerk(), deps)

    assert await count(deps, "hearingsPast") == 1


@pytest.mark.parametrize(
    ("event", "said"),
    [("settlementLapsed", {}), ("extinguished", {"cause": "settlementPaid"})],
    ids=["not gone through", "paid"],
)
async def test_a_settlement_that_was_not_paid_in_time_stays_on_the_list_until_what_came_of_it_is_entered(
    event: str, said: dict[str, Any], deps: Deps
) -> None:
    number = await offered(deps)
    typed = await deps.pool.fetchval("select typed from documents where kind = 'settlement_offer'")
    due_on = date.fromisoformat(msgspec.json.decode(typed)["dueOn"])
    deps.clock.instant = at(due_on.year, due_on.month, due_on.day)
    assert await count(deps, "settlementOverdue") == 0, "the last day is still his"

    deps.clock.instant += timedelta(days=1)
    assert await count(deps, "settlementOverdue") == 1
    [item] = (await work_lists.watches(deps.pool, a_clerk(), "settlementOverdue", court_day(deps.clock.now()))).items
    assert (item.case.case_number, item.person, item.on_day) == (number, "s1", due_on)
    assert await findings(deps) == []

    version = (await view_of(deps, number)).case.version
    command = ChangeStatus(case_number=number, version=version, event=event, reason="zoals gebleken", **said)
    await change_status(command, a_prosecutor(), deps)
    assert await count(deps, "settlementOverdue") == 0


async def test_an_offer_that_nobody_issued_is_not_overdue(deps: Deps) -> None:
    await offered(deps)
    await deps.pool.execute("set session_replication_role = replica; delete from document_acts where stage = 'issued'")
    deps.clock.instant = at(2040, 1, 9)

    assert await count(deps, "settlementOverdue") == 0


async def test_what_became_of_one_suspect_is_no_outcome_for_another_who_was_heard_with_him(deps: Deps) -> None:
    number = await a_heard_file(deps, persons=[*PEOPLE, {"id": "s2", "role": "suspect", "kind": "natural"}])
    deps.clock.instant = at(2026, 12, 8)
    report = (await view_of(deps, number)).case.report
    pairs = {person: tuple(pair for pair in pairs_of(report) if pair[0] == person) for person in ("s1", "s2")}

    async def dismissed(person: str) -> None:
        version = (await view_of(deps, number)).case.version
        command = ChangeStatus(
            case_number=number, version=version, event="dismiss", positions=pairs[person], motive="02", reason="onvoldoende bewijzen"
        )
        await change_status(command, a_prosecutor(), deps)

    await dismissed("s2")
    assert await count(deps, "hearingsPast") == 1
    await dismissed("s1")
    assert await count(deps, "hearingsPast") == 0


async def test_a_judgment_whose_service_failed_stays_on_the_list_until_it_is_asked_again(deps: Deps) -> None:
    number = await a_file(deps)
    [service] = await asked(deps, number, act="defaultJudgment")
    assert await count(deps, "actUnserved") == 0, "nothing is known of it yet"

    await failed(deps, number, service)
    assert await count(deps, "actUnserved") == 1
    [item] = (await work_lists.watches(deps.pool, a_clerk(), "actUnserved", court_day(deps.clock.now()))).items
    assert (item.case.case_number, item.person) == (number, "s1")
    assert await findings(deps) == []

    await asked(deps, number, act="defaultJudgment")
    assert await count(deps, "actUnserved") == 0


async def test_a_row_that_was_changed_or_taken_away_is_found(deps: Deps) -> None:
    await a_file(deps)
    deps.clock.instant = at(2034, 1, 9)
    assert await count(deps, "limitation") == 1
    assert await findings(deps) == []

    await deps.pool.execute("update case_watches set counts_from = '2040-01-01', on_day = '2040-12-31' where kind = 'limitation'")
    assert set(await findings(deps)) == {"case_watches limitation/o1"}
    await deps.pool.execute("delete from case_watches where kind = 'limitation'")
    assert await findings(deps) == ["case_watches limitation/o1"]


async def test_another_term_of_the_office_makes_the_rows_of_every_file_anew(deps: Deps) -> None:
    await a_file(deps)
    deps.clock.instant = at(2033, 6, 8)
    assert await count(deps, "limitation") == 0

    later = msgspec.structs.replace(deps, settings=msgspec.structs.replace(deps.settings, limitation_reminder_days=("730",)))

    assert await count(later, "limitation") == 1


async def test_an_act_that_is_entered_while_the_rows_are_made_marks_its_file_again(deps: Deps) -> None:
    number = await a_file(deps)
    async with deps.transaction() as tx:
        assert await rows.try_lock(tx)
        [taken] = await rows.take(tx, deps.clock.now(), 10)
        report = (await view_of(deps, number)).case.report
        amended = msgspec.structs.replace(report, summary="Later.")
        await asyncio.wait_for(
            amend_case(AmendCase(case_number=number, version=1, report=amended, reason="telling"), a_clerk(), deps), timeout=20
        )
        assert await watch_files(deps) == 0, "another worker is at it"

    assert await deps.pool.fetchval("select array_agg(distinct case_id) from watch_marks") == [taken]
    assert await watch_files(deps) == 1


async def test_what_waits_in_ones_own_file_includes_what_nobody_began(deps: Deps) -> None:
    number = await a_file(deps)
    deps.clock.instant = at(2034, 1, 9)
    await deps.pool.execute("update cases set prosecutor = 17, to_confirm = '{}', open_track = false where case_number = $1", number)
    assert await count(deps, "forMe") == 1

    [item] = (await work_lists.for_me(deps.pool, a_clerk(), date(2034, 1, 9))).items

    assert item.watched == ("limitation",)


async def test_a_file_that_cannot_be_reckoned_holds_up_no_other_and_is_tried_again(deps: Deps, monkeypatch: pytest.MonkeyPatch) -> None:
    broken, sound = [await a_file(deps, externalId=name) for name in ("stuk", "goed")]
    deps.clock.instant = at(2034, 1, 9)
    reckon = watching.outlook

    def unless_broken(file: WatchedFile, *rest: Any) -> Any:
        if file.case.case_number == broken:
            raise ValueError("onverwacht")
        return reckon(file, *rest)

    with monkeypatch.context() as patched, structlog.testing.capture_logs() as logs:
        patched.setattr(watching, "outlook", unless_broken)
        assert await count(deps, "limitation") == 1
    assert [(line["event"], line["case_number"]) for line in logs if line["log_level"] == "error"] == [("file_not_watched", broken)]
    [item] = (await work_lists.numbers(deps.pool, a_clerk(), "limitation", date(2034, 1, 9))).items
    assert item.case_number == sound

    deps.clock.instant = at(2034, 1, 11)
    assert await count(deps, "limitation") == 2


async def test_a_file_whose_stored_rows_are_broken_holds_up_no_other(deps: Deps) -> None:
    broken, sound = await a_detained_file(deps, held("s1", "arrested", "2026-11-24T08:00:00+01:00")), await a_file(deps)
    deps.clock.instant = at(2034, 1, 9)
    await tamper(deps, "update case_time_limits set answer = '{}' where case_id = (select id from cases where case_number = $1)", broken)

    with structlog.testing.capture_logs() as logs:
        assert await count(deps, "limitation") == 1
    [item] = (await work_lists.numbers(deps.pool, a_clerk(), "limitation", date(2034, 1, 9))).items
    assert item.case_number == sound
    assert [(line["event"], line["case_number"]) for line in logs if line["log_level"] == "error"] == [("file_not_watched", broken)]


@pytest.mark.parametrize(
    ("arrested_at", "since"),
    [
        ("2026-11-20T23:30:00Z", date(2026, 11, 21)),
        ("2026-11-20T22:30:00Z", date(2026, 11, 20)),
        ("2026-11-20", date(2026, 11, 20)),
        ("2026-10", date(2026, 10, 31)),
        (None, date(2026, 11, 24)),
    ],
)
def test_an_arrest_is_of_the_day_that_the_court_has(arrested_at: str | None, since: date) -> None:
    assert accused_since(Person(id="s1", arrested_at=arrested_at), date(2026, 11, 24)) == since
