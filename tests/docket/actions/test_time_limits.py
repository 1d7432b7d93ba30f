"""Clocks of a file: started from an event and computed, met, extended, suspended, resumed and struck by entries only."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest

from docket.actions.connected.join_cases import JoinCases, JoinedFile, join_cases
from docket.actions.oversight.verify_register import verify_register
from docket.actions.registration.add_report import AddReport, add_report
from docket.actions.registration.amend_case import AmendCase, amend_case
from docket.actions.time_limits.extend_time_limit import ExtendTimeLimit, extend_time_limit
from docket.actions.time_limits.meet_time_limit import MeetTimeLimit, meet_time_limit
from docket.actions.time_limits.resume_time_limit import ResumeTimeLimit, resume_time_limit
from docket.actions.time_limits.start_time_limit import StartTimeLimit, start_time_limit
from docket.actions.time_limits.strike_time_limit import StrikeTimeLimit, strike_time_limit
from docket.actions.time_limits.suspend_time_limit import SuspendTimeLimit, suspend_time_limit
from docket.clock import FixedClock
from docket.contract import Person
from docket.deps import Deps
from docket.errors import BadInput, MissingScope, NotFound, Stale, StateForbids
from docket.store import time_limits as store
from docket.store import work_lists
from docket.time_limits import Clock
from routing import Start
from tests.builders import a_case, a_clerk, a_prosecutor, a_report, an_actor, an_empty_report
from tests.docket.actions.reading import view_of

#: The clock of the tests stands at Tuesday 24 November 2026, 9 o'clock.
TODAY = date(2026, 11, 24)
ARRESTED = "2026-11-23T22:15:00+01:00"


def a_start(number: str, limit: str = "detentionAppealDecision", on: date = TODAY, **fields: object) -> StartTimeLimit:
    event = {"appeal": "pronouncement", "followOnAppeal": "firstPeriodExpired", "arrest": "arrest"}.get(limit, "appealDeclared")
    said = {"case_number": number, "version": 1, "limit": limit, "start": Start(event=event, on=on)}
    return StartTimeLimit(**(said | fields))


def a_suspect(**fields: object) -> Person:
    return Person(**({"id": "s1", "role": "suspect", "kind": "natural", "custody": "arrested", "arrested_at": ARRESTED} | fields))


async def clocks(deps: Deps, number: str) -> tuple[Clock, ...]:
    return await store.of_case(deps.pool, (await view_of(deps, number)).case.id)


async def kinds(deps: Deps, number: str) -> list[str]:
    return [entry.kind for entry in (await view_of(deps, number)).entries]


@contextmanager
def refused(detail: str) -> Iterator[None]:
    """What stands beside a field says it."""
    with pytest.raises(BadInput) as refusal:
        yield
    assert any(detail in issue.detail for issue in refusal.value.issues)


async def test_a_clock_ends_where_the_law_says_and_its_entry_holds_the_sum(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    done = await start_time_limit(a_start(number), a_clerk(), deps)

    [clock] = await clocks(deps, number)
    entry = (await view_of(deps, number)).entries[-1]
    assert (clock.id, clock.answer.due_on, clock.state) == (done.time_limit, date(2026, 12, 9), "running")
    assert (entry.kind, entry.content["dueOn"], entry.content["lawDigest"]) == ("TimeLimitStarted", "2026-12-09", deps.law.digest)
    assert [step["code"] for step in entry.content["answer"]["steps"]] == ["starts", "dayAfter", "length", "lastDay"]
    assert done.version == 2


async def test_a_clock_is_met_by_an_act_with_its_day(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    started = await start_time_limit(a_start(number), a_clerk(), deps)
    with refused("nog niet gekomen"):
        await meet_time_limit(
            MeetTimeLimit(case_number=number, version=2, time_limit=started.time_limit, met_on=TODAY + timedelta(days=1)), a_clerk(), deps
        )
    await meet_time_limit(MeetTimeLimit(case_number=number, version=2, time_limit=started.time_limit, met_on=TODAY), a_clerk(), deps)

    [clock] = await clocks(deps, number)
    assert (clock.state, clock.met_on) == ("met", TODAY)
    assert await kinds(deps, number) == ["CaseRegistered", "TimeLimitStarted", "TimeLimitMet"]
    with pytest.raises(StateForbids, match="is nageleefd"):
        again = MeetTimeLimit(case_number=number, version=3, time_limit=started.time_limit, met_on=TODAY)
        await meet_time_limit(again, a_clerk(), deps)


async def test_a_clock_that_stood_still_ends_later_by_as_many_days(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    one = (await start_time_limit(a_start(number), a_clerk(), deps)).time_limit
    stop = SuspendTimeLimit(
        case_number=number, version=2, time_limit=one, suspended_on=date(2026, 11, 26), ground="adjournment", reason="uitstel"
    )
    await suspend_time_limit(stop, a_clerk(), deps)
    [clock] = await clocks(deps, number)
    assert (clock.state, clock.suspended_on) == ("suspended", date(2026, 11, 26))
    assert not clock.overdue(datetime(2027, 1, 1, tzinfo=UTC), date(2027, 1, 1))

    go_on = ResumeTimeLimit(case_number=number, version=3, time_limit=one, resumed_on=date(2026, 12, 3), reason="zitting hervat")
    await resume_time_limit(go_on, a_clerk(), deps)

    [clock] = await clocks(deps, number)
    assert (clock.state, clock.answer.due_on) == ("running", date(2026, 12, 16))
    assert await kinds(deps, number) == ["CaseRegistered", "TimeLimitStarted", "TimeLimitSuspended", "TimeLimitResumed"]


async def test_a_clock_stands_still_only_on_a_ground_that_names_its_limit(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    one = (await start_time_limit(a_start(number, "appeal"), a_clerk(), deps)).time_limit
    stop = SuspendTimeLimit(case_number=number, version=2, time_limit=one, suspended_on=TODAY, ground="adjournment", reason="uitstel")

    with refused("schorst deze termijn niet"):
        await suspend_time_limit(stop, a_clerk(), deps)
    assert [clock.state for clock in await clocks(deps, number)] == ["running"]


async def test_a_clock_is_extended_on_a_ground_of_the_law(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    # 30 days from 24 November end on 24 December 2026, a Thursday.
    one = (await start_time_limit(a_start(number, "appeal"), a_clerk(), deps)).time_limit
    failed = ExtendTimeLimit(case_number=number, version=2, time_limit=one, ground="itFailure", reason="e-Deposit viel uit")
    await extend_time_limit(failed, a_clerk(), deps)

    [clock] = await clocks(deps, number)
    assert clock.answer.due_on == date(2026, 12, 28)
    with refused("nieuwe laatste dag"):
        ruled = ExtendTimeLimit(case_number=number, version=3, time_limit=one, ground="ruling", reason="vonnis", day=date(2026, 12, 1))
        await extend_time_limit(ruled, a_clerk(), deps)


async def test_a_struck_clock_stays_in_the_register_with_its_reason(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    one = (await start_time_limit(a_start(number), a_clerk(), deps)).time_limit
    with pytest.raises(BadInput):
        await strike_time_limit(StrikeTimeLimit(case_number=number, version=2, time_limit=one, reason=" "), a_clerk(), deps)
    await strike_time_limit(StrikeTimeLimit(case_number=number, version=2, time_limit=one, reason="verkeerd dossier"), a_clerk(), deps)

    [clock] = await clocks(deps, number)
    assert (clock.state, clock.reason) == ("struck", "verkeerd dossier")
    assert (await work_lists.time_limits(deps.pool, a_clerk(), "timeLimits", TODAY)).items == ()


async def test_a_follow_on_appeal_starts_at_the_extended_end_and_shows_the_unextended_one(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    # 30 days from 27 November end on Sunday 27 December 2026, so on Monday 28 December.
    first = (await start_time_limit(a_start(number, "appeal", date(2026, 11, 27)), a_clerk(), deps)).time_limit
    await start_time_limit(a_start(number, "followOnAppeal", version=2, after=first), a_clerk(), deps)

    follow = next(clock for clock in await clocks(deps, number) if clock.answer.limit == "followOnAppeal")
    assert (follow.answer.start.on, follow.answer.due_on, follow.after_id) == (date(2026, 12, 28), date(2027, 1, 7), first)
    assert [(one.reading, one.due_on) for one in follow.answer.other] == [("chain", date(2027, 1, 6))]


async def test_a_registry_that_is_closed_moves_the_last_day_of_an_act_there(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    settings = msgspec.structs.replace(deps.settings, registry_closing_days=("antwerpCorrectional:2026-12-24",))
    closing = msgspec.structs.replace(deps, settings=settings)
    await start_time_limit(a_start(number, "appeal", registry="antwerpCorrectional"), a_clerk(), closing)

    [clock] = await clocks(deps, number)
    # 24 December is closed there, 25 December a holiday, then a weekend.
    assert clock.answer.due_on == date(2026, 12, 28)


async def test_an_unknown_limit_person_and_event_are_refused_by_name(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    wrong = a_start(number, "summonsAppeal", person="s9", offence="o9", registry="nowhere")

    with pytest.raises(BadInput) as refusal:
        await start_time_limit(wrong, a_clerk(), deps)
    assert [issue.name for issue in refusal.value.issues] == ["/limit", "/person", "/offence", "/registry"]
    with refused("begint bij"):
        await start_time_limit(a_start(number, start=Start(event="arrest", on=TODAY)), a_clerk(), deps)
    with refused("telt in uren"):
        await start_time_limit(a_start(number, "arrest"), a_clerk(), deps)


async def test_who_may_not_write_starts_no_clock_and_a_stale_page_changes_none(deps: Deps) -> None:
    number = (await a_case(deps)).case_number

    with pytest.raises(MissingScope):
        await start_time_limit(a_start(number), an_actor("auditor"), deps)
    with pytest.raises(NotFound):
        await start_time_limit(a_start(number), a_clerk("brussels"), deps)
    with pytest.raises(Stale):
        await start_time_limit(a_start(number, version=7), a_clerk(), deps)
    with pytest.raises(NotFound):
        await strike_time_limit(StrikeTimeLimit(case_number=number, version=1, time_limit=9, reason="x"), a_clerk(), deps)


async def test_an_arrest_in_the_report_starts_its_48_hours_by_itself(deps: Deps) -> None:
    number = (await a_case(deps, a_report(persons=(a_suspect(),)))).case_number

    [clock] = await clocks(deps, number)
    entry = (await view_of(deps, number)).entries[-1]
    assert (clock.answer.limit, clock.person) == ("arrest", "s1")
    assert clock.answer.due_at == datetime(2026, 11, 25, 21, 15, tzinfo=UTC)
    assert (entry.kind, entry.content["automatic"]) == ("TimeLimitStarted", True)


@pytest.mark.parametrize(
    "fields",
    [
        {"arrested_at": "2026-11-23"},
        {"arrested_at": "2026-11-20T10:00:00+01:00"},
        {"arrested_at": "2026-11-25T10:00:00+01:00"},
        {"custody": "remanded"},
        {"custody": None},
    ],
    ids=["no hour", "over already", "still to come", "there is a warrant", "custody not told"],
)
async def test_a_report_starts_no_clock_that_it_does_not_tell(deps: Deps, fields: dict[str, object]) -> None:
    number = (await a_case(deps, a_report(persons=(a_suspect(**fields),)))).case_number

    assert await clocks(deps, number) == ()


async def test_a_later_report_of_the_same_arrest_starts_no_second_clock(deps: Deps) -> None:
    number = (await a_case(deps, an_empty_report())).case_number
    later = AddReport(case_number=number, version=1, report=a_report(persons=(a_suspect(),)), sender="user:17")
    await add_report(later, a_clerk(), deps)
    [clock] = await clocks(deps, number)

    again = a_report(persons=(a_suspect(same_as=clock.person),))
    await add_report(AddReport(case_number=number, version=2, report=again, sender="user:17"), a_clerk(), deps)

    assert [one.id for one in await clocks(deps, number)] == [clock.id]


async def test_no_clock_stops_by_a_joinder_and_it_is_kept_in_the_lead(deps: Deps) -> None:
    lead, number = (await a_case(deps)).case_number, (await a_case(deps)).case_number
    one = (await start_time_limit(a_start(number), a_clerk(), deps)).time_limit
    joinder = JoinCases(
        case_number=lead,
        version=1,
        files=(JoinedFile(case_number=number),),
        ground="samePerpetrators",
        limb="2a",
        reason="een lading",
    )
    await join_cases(joinder, a_prosecutor(), deps)
    version = (await view_of(deps, lead)).case.version
    [carried] = await clocks(deps, lead)

    await meet_time_limit(MeetTimeLimit(case_number=lead, version=version, time_limit=carried.id, met_on=TODAY), a_clerk(), deps)

    assert [clock.state for clock in await clocks(deps, lead)] == ["met"]
    [left] = await clocks(deps, number)
    assert (left.id, left.state, left.answer) == (one, "struck", carried.answer)


async def test_what_has_to_be_acted_on_first_stands_first_page_by_page(deps: Deps) -> None:
    for day in (27, 25, 26):
        number = (await a_case(deps)).case_number
        await start_time_limit(a_start(number, on=date(2026, 11, day)), a_clerk(), deps)

    first = await work_lists.time_limits(deps.pool, a_clerk(), "timeLimits", TODAY, limit=2)
    rest = await work_lists.time_limits(deps.pool, a_clerk(), "timeLimits", TODAY, first.next, 2)

    assert [item.clock.answer.alarm_on.day for item in (*first.items, *rest.items)] == [10, 11, 12]
    assert rest.next is None
    assert (await work_lists.time_limits(deps.pool, a_clerk("brussels"), "timeLimits", TODAY)).items == ()


async def test_a_clock_that_is_changed_past_the_register_is_found(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    await start_time_limit(a_start(number), a_clerk(), deps)
    async with deps.transaction() as tx:
        await tx.execute("update case_time_limits set due_on = due_on + 30")

    findings, _ = await verify_register(deps)
    assert [finding.table for finding in findings] == ["case_time_limits"]


async def amended(deps: Deps, number: str, version: int, *persons: Person) -> None:
    command = AmendCase(case_number=number, version=version, report=a_report(persons=persons), reason="Verbeterd.")
    await amend_case(command, a_clerk(), deps)


async def last_entries(deps: Deps, number: str, count: int) -> list[str]:
    return [entry.kind for entry in (await view_of(deps, number)).entries][-count:]


async def test_a_corrected_hour_of_arrest_starts_the_48_hours_anew(deps: Deps) -> None:
    number = (await a_case(deps, a_report(persons=(a_suspect(),)))).case_number

    await amended(deps, number, 1, a_suspect(arrested_at="2026-11-23T18:15:00+01:00"))
    await amended(deps, number, 2, a_suspect(arrested_at="2026-11-23T18:15:00+01:00", note="Een andere verbetering."))

    new, old = await clocks(deps, number)
    assert (new.state, new.answer.due_at) == ("running", datetime(2026, 11, 25, 17, 15, tzinfo=UTC))
    assert (old.state, old.reason) == ("struck", "De aanhouding van s1 staat nu op 23/11/2026 om 18.15 uur.")
    assert new.reason == f"In de plaats van termijn {old.id}."
    assert await last_entries(deps, number, 4) == ["FactsAmended", "TimeLimitStruck", "TimeLimitStarted", "FactsAmended"]
    assert (await verify_register(deps))[0] == []


async def test_an_hour_that_turns_out_two_days_earlier_shows_the_48_hours_as_over_instead_of_dropping_them(deps: Deps) -> None:
    number = (await a_case(deps, a_report(persons=(a_suspect(),)))).case_number

    await amended(deps, number, 1, a_suspect(arrested_at="2026-11-21T22:15:00+01:00"))

    new = (await clocks(deps, number))[0]
    assert new.overdue(deps.clock.now(), TODAY)


async def test_the_same_hour_told_in_another_zone_is_the_same_arrest(deps: Deps) -> None:
    number = (await a_case(deps, a_report(persons=(a_suspect(),)))).case_number

    await amended(deps, number, 1, a_suspect(arrested_at="2026-11-23T21:15:00Z"))

    assert [clock.state for clock in await clocks(deps, number)] == ["running"]


async def test_a_clock_that_a_clerk_began_at_another_hour_outlives_a_correction_of_something_else(deps: Deps) -> None:
    number = (await a_case(deps, a_report(persons=(a_suspect(arrested_at="2026-11-23"),)))).case_number
    at = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
    begun = Start(event="arrest", on=date(2026, 11, 23), at=at)
    await start_time_limit(a_start(number, "arrest", start=begun, person="s1"), a_clerk(), deps)

    await amended(deps, number, 2, a_suspect(arrested_at="2026-11-23", note="Een andere verbetering."))

    assert [(clock.state, clock.answer.start.at) for clock in await clocks(deps, number)] == [("running", at)]


@pytest.mark.parametrize(
    ("persons", "reason"),
    [
        ((a_suspect(custody="released"),), "s1 is vrijgelaten volgens de gegevens van het dossier."),
        ((a_suspect(custody=None, arrested_at=None),), "s1 is niet meer aangehouden volgens de gegevens van het dossier."),
        ((a_suspect(role="witness"),), "s1 staat niet meer als verdachte in het dossier."),
        ((), "s1 staat niet meer in het dossier."),
    ],
    ids=["released", "not told any more", "no suspect", "not in the file"],
)
async def test_the_48_hours_end_with_the_arrest_by_an_entry_that_says_why(deps: Deps, persons: tuple[Person, ...], reason: str) -> None:
    number = (await a_case(deps, a_report(persons=(a_suspect(),)))).case_number

    await amended(deps, number, 1, *persons)

    [clock] = await clocks(deps, number)
    assert (clock.state, clock.reason) == ("struck", reason)
    assert await last_entries(deps, number, 1) == ["TimeLimitStruck"]


async def test_a_warrant_leaves_the_48_hours_to_whoever_enters_that_it_came_in_time(deps: Deps) -> None:
    number = (await a_case(deps, a_report(persons=(a_suspect(),)))).case_number

    await amended(deps, number, 1, a_suspect(custody="remanded"))

    assert [clock.state for clock in await clocks(deps, number)] == ["running"]


async def test_a_second_arrest_has_48_hours_of_its_own(deps: Deps, clock: FixedClock) -> None:
    number = (await a_case(deps, a_report(persons=(a_suspect(),)))).case_number
    await amended(deps, number, 1, a_suspect(custody="released"))
    clock.instant += timedelta(days=30)

    await amended(deps, number, 2, a_suspect(arrested_at="2026-12-24T08:00:00+01:00"))

    assert [(one.state, one.answer.due_at) for one in await clocks(deps, number)] == [
        ("running", datetime(2026, 12, 26, 7, 0, tzinfo=UTC)),
        ("struck", datetime(2026, 11, 25, 21, 15, tzinfo=UTC)),
    ]


async def test_a_met_clock_counts_for_its_corrected_hour_and_not_for_a_later_arrest(deps: Deps, clock: FixedClock) -> None:
    number = (await a_case(deps, a_report(persons=(a_suspect(),)))).case_number
    [first] = await clocks(deps, number)
    await meet_time_limit(MeetTimeLimit(case_number=number, version=1, time_limit=first.id, met_on=TODAY), a_clerk(), deps)

    await amended(deps, number, 2, a_suspect(arrested_at="2026-11-23T18:15:00+01:00"))
    assert [one.state for one in await clocks(deps, number)] == ["met"]
    clock.instant += timedelta(days=30)
    await amended(deps, number, 3, a_suspect(arrested_at="2026-12-24T08:00:00+01:00"))

    assert [one.state for one in await clocks(deps, number)] == ["running", "met"]
