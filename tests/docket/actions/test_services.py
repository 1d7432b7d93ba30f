"""A served act has a record for each person; clocks run from a service that was done, and a hearing without one is seen in time."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec
import pytest

from docket.access import Actor, visibility
from docket.actions.competence.challenge_competence import ChallengeCompetence, challenge_competence
from docket.actions.competence.confirm_competence import ConfirmCompetence, TakenRisk, confirm_competence
from docket.actions.competence.rule_on_challenge import RuleOnChallenge, rule_on_challenge
from docket.actions.hearings.move_hearing import MoveHearing, move_hearing
from docket.actions.jurisdiction.refer_case import ReferCase, refer_case
from docket.actions.life.change_status import ChangeStatus, change_status
from docket.actions.services.ask_service import AskService, ask_service
from docket.actions.services.fail_service import FailService, fail_service
from docket.actions.services.record_service import RecordService, record_service
from docket.actions.services.withdraw_service import WithdrawService, withdraw_service
from docket.actions.time_limits.start_time_limit import StartTimeLimit, start_time_limit
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import BadInput, NotFound, Stale, StateForbids
from docket.services import ACTS, AT_RISK, BY_CODE, FROM_SERVICE, Called, DoneSaid, Service, called, doubts
from docket.store import services as store
from docket.store import time_limits
from docket.store.services import AtRisk
from docket.time_limits import Clock
from routing import Start
from tests.builders import a_case, a_clerk, a_prosecutor
from tests.docket.actions.hearing_world import COURT, PEOPLE, RIGHT_BANK, TODAY, a_chamber, a_registry, booked, hearing_of, told, wanted
from tests.docket.actions.reading import view_of
from tests.docket.actions.test_confirm_competence import a_magistrate

#: Ten full days lie between the last day of service, 26 November, and this Monday.
HEARING = date(2026, 12, 7)
LAST_SERVICE = date(2026, 11, 26)
JUDGMENT = "vonnis van 2 november 2026, nr. 4411"


async def a_file(deps: Deps, sender: str = "test", **fields: Any) -> str:
    return (await a_case(deps, sender=sender, externalId=sender, **RIGHT_BANK | {"persons": PEOPLE} | fields)).case_number


async def a_heard_file(deps: Deps, sender: str = "test", *, day: date = HEARING, **fields: Any) -> str:
    chamber = await deps.pool.fetchval("select id from chambers") or await a_chamber(deps, capacity=20)
    number = await a_file(deps, sender, **fields)
    await booked(deps, number, wanted(chamber, day))
    return number


async def asked(deps: Deps, number: str, *persons: str, act: str = "summons", by: Actor | None = None, **fields: Any) -> tuple[int, ...]:
    found = await view_of(deps, number)
    said: dict[str, Any] = {"manner": "bailiff", "persons": persons or ("s1",)}
    if BY_CODE[act].calls:
        said["hearing_id"] = (await hearing_of(deps, number)).id
    else:
        said["reference"] = JUDGMENT
    command = AskService(case_number=number, version=found.case.version, **said | {"act": act} | fields)
    return (await ask_service(command, by or a_clerk(), deps)).services


async def served(deps: Deps, number: str, service: int, on: date = TODAY, *, by: Actor | None = None, **fields: Any) -> None:
    found = await view_of(deps, number)
    said: dict[str, Any] = {"served_on": on, "in_person": True, "proof": "writ", "proof_reference": "exploot 17", "proof_on": on}
    command = RecordService(case_number=number, version=found.case.version, service_id=service, said=DoneSaid(**said | fields))
    await record_service(command, by or a_clerk(), deps)


async def failed(deps: Deps, number: str, service: int, on: date = TODAY) -> None:
    version = (await view_of(deps, number)).case.version
    await fail_service(
        FailService(case_number=number, version=version, service_id=service, failed_on=on, reason="niet op dat adres"), a_clerk(), deps
    )


async def withdrawn(deps: Deps, number: str, service: int, **fields: Any) -> None:
    version = (await view_of(deps, number)).case.version
    command = WithdrawService(case_number=number, version=version, service_id=service, reason="vergissing", **fields)
    await withdraw_service(command, a_clerk(), deps)


async def services_of(deps: Deps, number: str) -> dict[int, Service]:
    return {one.id: one for one in await store.of_case(deps.pool, (await view_of(deps, number)).case.id)}


async def clocks_of(deps: Deps, number: str) -> tuple[Clock, ...]:
    return await time_limits.of_case(deps.pool, (await view_of(deps, number)).case.id)


async def at_risk(deps: Deps, by: Actor | None = None, **page: Any) -> AtRisk:
    now = deps.clock.now()
    days = deps.settings.service_warning_days
    return await store.at_risk(deps.pool, visibility(by or a_clerk()), deps.law.law, now=now, today=court_day(now), warn_days=days, **page)


async def called_of(deps: Deps, number: str) -> tuple[Called, ...]:
    found = await view_of(deps, number)
    rows = await store.of_case(deps.pool, found.case.id)
    today, days = court_day(deps.clock.now()), deps.settings.service_warning_days
    return called(await hearing_of(deps, number), rows, found.case.report, frozenset(), deps.law.law, today, days)


async def test_no_summons_leaves_for_a_court_whose_ground_was_struck_after_the_hearing_was_set(deps: Deps) -> None:
    number = await a_heard_file(deps)
    struck = ChallengeCompetence(
        case_number=number,
        version=2,
        track=0,
        raised_by="party",
        person="s1",
        ground="place-of-offence",
        raised_on=TODAY,
        before_court=COURT,
    )
    challenge = (await challenge_competence(struck, a_clerk(), deps)).challenge_id
    upheld = RuleOnChallenge(case_number=number, version=3, challenge_id=challenge, ruling="upheld", court=COURT, ruled_on=TODAY)
    await rule_on_challenge(upheld, a_clerk(), deps)

    with pytest.raises(StateForbids, match=f"te bevestigen.*/dossiers/{number}/bevestigen"):
        await asked(deps, number, "s1")
    # An act that calls nobody before that court leaves: what was judged is served as before.
    await asked(deps, number, "s1", act="judgment")
    risk = TakenRisk(reason="de raadkamer verwees intussen")
    magistrate = await a_magistrate(deps)
    await confirm_competence(ConfirmCompetence(case_number=number, version=5, track=0, answer=risk), magistrate, deps)
    [service] = await asked(deps, number, "s1")

    assert (await services_of(deps, number))[service].state == "asked"


async def test_a_service_is_asked_for_each_person_and_nothing_known_yet_is_no_failure(deps: Deps) -> None:
    number = await a_heard_file(deps)

    ids = await asked(deps, number, "s1", "c1")

    rows = await services_of(deps, number)
    assert {(rows[one].person, rows[one].state, rows[one].court) for one in ids} == {("s1", "asked", COURT), ("c1", "asked", COURT)}
    entry = (await view_of(deps, number)).entries[-1]
    assert (entry.kind, entry.content["services"], entry.content["servedPersons"]) == ("ServiceAsked", list(ids), ["s1", "c1"])
    # Its last lawful day is near, so the hearing is on the list; not as failed.
    [line] = (await at_risk(deps)).lines
    assert (line.failed, line.late, line.unserved, line.serve_by) == (0, 0, 2, LAST_SERVICE)


async def test_a_done_service_keeps_its_proof_with_day_and_hour_and_is_entered_once(deps: Deps) -> None:
    number = await a_heard_file(deps)
    [service] = await asked(deps, number)
    at = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)

    await served(deps, number, service, served_at=at)

    row = (await services_of(deps, number))[service]
    assert (row.state, row.served_on, row.served_at, row.proof, row.proof_reference, row.proof_on) == (
        "done",
        TODAY,
        at,
        "writ",
        "exploot 17",
        TODAY,
    )
    assert [one.verdict for one in await called_of(deps, number)] == ["served"]
    with pytest.raises(StateForbids, match="is gedaan"):
        await served(deps, number, service)
    with pytest.raises(StateForbids, match="is gedaan"):
        await asked(deps, number)


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"on": TODAY + timedelta(days=1)}, "/servedOn"),
        ({"proof_reference": " "}, "/proofReference"),
        ({"proof_on": TODAY - timedelta(days=1)}, "/proofOn"),
        ({"served_at": datetime(2026, 11, 23, 9, tzinfo=UTC)}, "/servedAt"),
        ({"presented_on": TODAY}, "/presentedOn"),
    ],
)
async def test_a_service_without_a_proof_or_with_a_day_that_cannot_be_is_not_done(fields: dict[str, Any], where: str, deps: Deps) -> None:
    number = await a_heard_file(deps)
    [service] = await asked(deps, number)

    with pytest.raises(BadInput) as refused:
        await served(deps, number, service, **fields)

    assert where in [issue.name for issue in refused.value.issues]
    assert (await services_of(deps, number))[service].state == "asked"


async def test_opposition_and_appeal_against_a_default_judgment_start_from_its_service_alone(deps: Deps) -> None:
    number = await a_file(deps)
    for limit in ("opposition", "appeal"):
        command = StartTimeLimit(case_number=number, version=1, limit=limit, start=Start(event="service", on=TODAY), person="s1")
        with pytest.raises(BadInput) as refused:
            await start_time_limit(command, a_clerk(), deps)
        assert [issue.name for issue in refused.value.issues] == ["/service"]
    [service] = await asked(deps, number, act="defaultJudgment", court=COURT)
    assert await clocks_of(deps, number) == ()

    await served(deps, number, service)

    clocks = {clock.answer.limit: clock for clock in await clocks_of(deps, number)}
    # 24 November and fifteen days: 9 December; thirty days: 24 December.
    assert {limit: str(clock.answer.due_on) for limit, clock in clocks.items()} == {
        "opposition": "2026-12-09",
        "appeal": "2026-12-24",
        "grievances": "2026-12-24",
    }
    assert {(clock.person, clock.service_id, clock.answer.start.on) for clock in clocks.values()} == {("s1", service, TODAY)}
    assert [entry.kind for entry in (await view_of(deps, number)).entries[-4:]] == ["ServiceDone", *["TimeLimitStarted"] * 3]


async def test_a_failed_service_and_one_of_which_nothing_is_known_start_no_clock(deps: Deps) -> None:
    number = await a_file(deps)
    [first] = await asked(deps, number, act="defaultJudgment")
    await failed(deps, number, first)
    [second] = await asked(deps, number, act="defaultJudgment")

    assert await clocks_of(deps, number) == ()
    assert (await services_of(deps, number))[second].follows_id == first
    for service in (first, second):
        command = StartTimeLimit(
            case_number=number, version=4, limit="opposition", start=Start(event="service", on=TODAY), person="s1", service=service
        )
        with pytest.raises(BadInput):
            await start_time_limit(command, a_clerk(), deps)


async def test_a_civil_party_has_no_opposition_and_a_judgment_that_heard_everybody_starts_nothing(deps: Deps) -> None:
    number = await a_file(deps)
    [party] = await asked(deps, number, "c1", act="defaultJudgment")
    [heard] = await asked(deps, number, act="judgment")
    await served(deps, number, heard)
    assert await clocks_of(deps, number) == ()

    await served(deps, number, party)

    assert {clock.answer.limit for clock in await clocks_of(deps, number)} == {"appeal", "grievances"}


async def test_against_a_default_on_appeal_only_opposition_starts_and_nothing_else_by_hand(deps: Deps) -> None:
    number = await a_file(deps)
    [service] = await asked(deps, number, act="defaultJudgment", court="appealAntwerp")

    await served(deps, number, service)

    assert [clock.answer.limit for clock in await clocks_of(deps, number)] == ["opposition"]
    version = (await view_of(deps, number)).case.version
    command = StartTimeLimit(
        case_number=number, version=version, limit="appeal", start=Start(event="service", on=TODAY), person="s1", service=service
    )
    for limit in ("appeal", "grievances"):
        with pytest.raises(BadInput) as refused:
            await start_time_limit(msgspec.structs.replace(command, limit=limit), a_clerk(), deps)
        [issue] = refused.value.issues
        assert (issue.name, "(hoger beroep) loopt deze termijn voor s1 niet" in issue.detail) == ("/limit", True)
    await start_time_limit(msgspec.structs.replace(command, limit="opposition"), a_clerk(), deps)


async def test_a_detained_suspect_has_until_the_end_of_the_next_day_from_the_service_of_the_order(deps: Deps) -> None:
    number = await a_file(deps, persons=[{"id": "s1", "role": "suspect", "custody": "remanded"}])
    [service] = await asked(deps, number, act="detentionOrder", manner="prisonDirector")

    await served(deps, number, service, proof="receipt")

    [clock] = await clocks_of(deps, number)
    assert (clock.answer.limit, clock.answer.start.event, clock.answer.due_on) == (
        "detentionAppeal",
        "serviceOfOrder",
        TODAY + timedelta(days=1),
    )


async def test_a_service_abroad_counts_from_the_posting_and_shows_the_presentation_beside_it(deps: Deps) -> None:
    number = await a_file(deps, persons=[{"id": "s1", "role": "suspect", "residence": {"country": "NL"}}])
    [service] = await asked(deps, number, act="defaultJudgment", manner="abroad")
    posted, presented = date(2026, 11, 16), date(2026, 11, 20)

    await served(deps, number, service, posted, presented_on=presented, in_person=False, proof="postingProof")

    opposition = next(clock for clock in await clocks_of(deps, number) if clock.answer.limit == "opposition")
    assert (opposition.answer.due_on, [one.due_on for one in opposition.answer.other]) == (date(2026, 12, 1), [date(2026, 12, 7)])
    assert opposition.answer.start.notice == "abroad"


async def test_a_clerk_may_start_from_a_done_service_what_did_not_start_by_itself_and_never_types_its_day(deps: Deps) -> None:
    number = await a_heard_file(deps)
    [service] = await asked(deps, number)
    await served(deps, number, service, date(2026, 11, 23))
    version = (await view_of(deps, number)).case.version
    start = Start(event="service", on=date(2020, 1, 1))

    command = StartTimeLimit(case_number=number, version=version, limit="summons", start=start, service=service)
    await start_time_limit(command, a_clerk(), deps)

    [clock] = await clocks_of(deps, number)
    assert (clock.answer.start.on, clock.answer.due_on, clock.person, clock.service_id) == (
        date(2026, 11, 23),
        date(2026, 12, 4),
        "s1",
        service,
    )
    for wrong in ({"limit": "opposition"}, {"person": "v1"}, {"start": Start(event="pronouncement", on=TODAY), "limit": "appeal"}):
        with pytest.raises(BadInput):
            await start_time_limit(msgspec.structs.replace(command, version=version + 1, **wrong), a_clerk(), deps)


async def test_knowledge_of_a_service_needs_that_service_and_comes_not_before_it(deps: Deps) -> None:
    number = await a_file(deps)
    [service] = await asked(deps, number, act="defaultJudgment")
    await served(deps, number, service, date(2026, 11, 16), in_person=False)
    version = (await view_of(deps, number)).case.version
    start = Start(event="knowledge", on=date(2026, 11, 15))
    command = StartTimeLimit(case_number=number, version=version, limit="opposition", start=start, person="s1", service=service)
    with pytest.raises(BadInput):
        await start_time_limit(command, a_clerk(), deps)

    done = await start_time_limit(msgspec.structs.replace(command, start=Start(event="knowledge", on=TODAY)), a_clerk(), deps)

    clock = next(one for one in await clocks_of(deps, number) if one.id == done.time_limit)
    assert clock.answer.due_on == date(2026, 12, 9)


def test_every_limit_whose_event_is_a_service_is_started_by_some_act(deps: Deps) -> None:
    anchored = {limit.id for limit in deps.law.law.time_limits.offered if FROM_SERVICE & set(limit.anchors)}

    assert anchored == {limit for row in ACTS for limit in (*row.suspect, *row.others)}


async def test_a_service_that_was_entered_in_error_is_withdrawn_and_its_clocks_are_struck(deps: Deps) -> None:
    number = await a_file(deps)
    [service] = await asked(deps, number, act="defaultJudgment")
    await served(deps, number, service)
    with pytest.raises(BadInput):
        await withdrawn(deps, number, service, needless=True)

    await withdrawn(deps, number, service)

    assert {clock.state for clock in await clocks_of(deps, number)} == {"struck"}
    row = (await services_of(deps, number))[service]
    assert (row.state, row.served_on, row.reason) == ("withdrawn", TODAY, "vergissing")
    assert [entry.kind for entry in (await view_of(deps, number)).entries[-4:]] == ["ServiceWithdrawn", *["TimeLimitStruck"] * 3]
    [again] = await asked(deps, number, act="defaultJudgment")
    assert again != service


async def test_served_too_late_is_shown_with_the_first_lawful_day_and_only_another_day_helps(deps: Deps) -> None:
    number = await a_heard_file(deps)
    [service] = await asked(deps, number)
    deps.clock.instant += timedelta(days=5)

    await served(deps, number, service, LAST_SERVICE + timedelta(days=1))

    [one] = await called_of(deps, number)
    assert (one.verdict, one.serve_by, one.first_lawful_on) == ("late", LAST_SERVICE, HEARING + timedelta(days=1))
    assert one.sum is not None and one.sum.citation.startswith("Art. 184")
    [line] = (await at_risk(deps)).lines
    assert (line.case_number, line.late, line.serve_by) == (number, 1, None)
    assert (await view_of(deps, number)).entries[-1].content["tooLateUntil"] == "2026-12-08"


async def test_the_last_day_to_serve_is_a_working_day_and_a_service_with_leave_after_it_still_leaves_the_term(deps: Deps) -> None:
    sunday, number = date(2026, 12, 6), await a_heard_file(deps, day=date(2026, 12, 17))
    [service] = await asked(deps, number, "s1")
    assert {one.serve_by for one in await called_of(deps, number)} == {date(2026, 12, 4)}

    deps.clock.instant = datetime(2026, 12, 6, 12, tzinfo=UTC)
    assert {one.verdict for one in await called_of(deps, number)} == {"missed"}
    assert [(line.unserved, line.serve_by) for line in (await at_risk(deps)).lines] == [(1, None)]

    await served(deps, number, service, sunday)
    assert [one.verdict for one in await called_of(deps, number)] == ["served"]
    assert (await at_risk(deps)).count == 0


async def test_a_failed_service_puts_the_hearing_on_the_list_and_a_new_one_takes_it_off(deps: Deps) -> None:
    number = await a_heard_file(deps, day=date(2027, 1, 11))
    [service] = await asked(deps, number)
    assert (await at_risk(deps)).count == 0

    await failed(deps, number, service)
    [line] = (await at_risk(deps)).lines
    assert (line.failed, line.serve_by) == (1, date(2026, 12, 31))
    [again] = await asked(deps, number)

    assert (await at_risk(deps)).count == 0
    await served(deps, number, again)
    assert [one.verdict for one in await called_of(deps, number)] == ["served"]


async def test_who_is_not_served_comes_on_the_list_before_his_last_lawful_day_and_leaves_it_when_the_hearing_begins(deps: Deps) -> None:
    number = await a_heard_file(deps, day=date(2027, 1, 11))
    last = date(2026, 12, 31)
    seen = {}
    for day in (last - timedelta(days=6), last - timedelta(days=5), last, last + timedelta(days=1), date(2027, 1, 12)):
        deps.clock.instant = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        seen[day] = [(line.case_number, line.unserved, line.serve_by) for line in (await at_risk(deps)).lines]

    assert list(seen.values()) == [[], [(number, 1, last)], [(number, 1, last)], [(number, 1, None)], []]


async def test_a_summons_that_names_an_earlier_day_calls_nobody_to_the_hearing_that_moved(deps: Deps) -> None:
    number = await a_heard_file(deps)
    [service] = await asked(deps, number)
    await served(deps, number, service)
    hearing, version = await hearing_of(deps, number), (await view_of(deps, number)).case.version
    later = wanted(hearing.chamber_id, HEARING + timedelta(days=1))
    await move_hearing(
        MoveHearing(case_number=number, version=version, hearing_id=hearing.id, wanted=later, reason="zaal"), a_clerk(), deps
    )

    [one] = await called_of(deps, number)
    assert (one.verdict, one.service) == ("near", None)
    assert (await at_risk(deps)).count == 1
    await asked(deps, number)


async def test_who_need_not_be_served_any_more_is_off_the_list_by_a_reason(deps: Deps) -> None:
    number = await a_heard_file(deps)
    [service] = await asked(deps, number)
    assert (await at_risk(deps)).count == 1

    await withdrawn(deps, number, service, needless=True)

    assert (await at_risk(deps)).count == 0
    assert [one.verdict for one in await called_of(deps, number)] == ["needless"]


async def test_the_list_over_all_files_says_what_each_file_says(deps: Deps) -> None:
    countries = (None, "BE", "NL", "ES", "CO")
    for at, country in enumerate(countries):
        suspect = {"id": "s1", "role": "suspect"} | ({"residence": {"country": country}} if country else {})
        number = await a_heard_file(deps, f"f{at}", day=date(2027, 3, 1), persons=[suspect, {"id": "s2", "role": "suspect"}])
        if at % 2:
            [service] = await asked(deps, number, "s2")
            await (failed if at == 1 else served)(deps, number, service)
    # Between the last days of the five distances: Belgium 18 February, 3 February, 19 January, 30 November.
    for day in (date(2026, 11, 24), date(2026, 11, 27), date(2027, 1, 15), date(2027, 2, 1), date(2027, 2, 16), date(2027, 2, 20)):
        deps.clock.instant = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        listed = {line.case_number: (line.failed, line.late, line.unserved) for line in (await at_risk(deps)).lines}
        told_by_files = {}
        for number in [row["case_number"] for row in await deps.pool.fetch("select case_number from cases order by id")]:
            verdicts = [one.verdict for one in await called_of(deps, number) if one.verdict in AT_RISK]
            if verdicts:
                unserved = verdicts.count("near") + verdicts.count("missed")
                told_by_files[number] = (verdicts.count("failed"), verdicts.count("late"), unserved)
        assert listed == told_by_files, day


async def test_the_list_counts_all_and_gives_a_page(deps: Deps) -> None:
    numbers = [await a_heard_file(deps, f"f{at}") for at in range(3)]

    first = await at_risk(deps, rows=2)
    last = first.lines[-1]
    rest = await at_risk(deps, rows=2, after=(last.starts_at, last.id))

    assert (first.count, first.more, rest.count, rest.more) == (3, True, 3, False)
    assert [line.case_number for line in (*first.lines, *rest.lines)] == numbers
    assert (await at_risk(deps, a_clerk("brussels", account_id=55))).count == 0


async def test_a_suspect_for_whom_everything_ended_need_not_be_called(deps: Deps) -> None:
    persons = [{"id": "s1", "role": "suspect"}, {"id": "s2", "role": "suspect"}]
    number = await a_heard_file(deps, persons=persons, offences=[{"id": "o1", "offence": "portIntrusion", "place": "p1"}])
    assert [line.unserved for line in (await at_risk(deps)).lines] == [2]
    for event, more in (("openInvestigation", {}), ("dismiss", {"motive": "02", "positions": (("s1", "o1"),)})):
        version = (await view_of(deps, number)).case.version
        await change_status(ChangeStatus(case_number=number, version=version, event=event, reason="r", **more), a_prosecutor(), deps)

    assert [line.unserved for line in (await at_risk(deps)).lines] == [1]


async def test_service_through_the_prison_needs_a_detained_person_and_tells_him_and_the_prison(deps: Deps) -> None:
    free = await a_heard_file(deps, "vrij")
    with pytest.raises(BadInput, match="fouten"):
        await asked(deps, free, manner="prisonDirector")
    held = await a_heard_file(deps, "vast", persons=[{"id": "s1", "role": "suspect", "custody": "remanded"}])
    assert {(row.role, row.state) for row in await told(deps, held) if row.role in ("suspect", "prison")} == {
        ("suspect", "toTell"),
        ("prison", "toTell"),
    }
    [service] = await asked(deps, held, manner="prisonDirector")

    await served(deps, held, service, proof="receipt")

    rows = {row.role: (row.state, row.how) for row in await told(deps, held) if row.role in ("suspect", "prison")}
    assert rows == {"suspect": ("told", "inPerson"), "prison": ("told", "inPerson")}


async def test_who_was_not_served_in_person_still_has_to_be_told(deps: Deps) -> None:
    number = await a_heard_file(deps)
    [service] = await asked(deps, number)

    await served(deps, number, service, in_person=False)

    assert [row.state for row in await told(deps, number) if row.role == "suspect"] == ["toTell"]


async def test_a_registry_keeps_the_services_of_its_own_court_only(deps: Deps) -> None:
    number = await a_heard_file(deps)
    registry = a_registry()
    with pytest.raises(NotFound):
        await asked(deps, number, by=registry)
    version = (await view_of(deps, number)).case.version
    await refer_case(ReferCase(case_number=number, version=version, tracks=(0,)), a_prosecutor(), deps)

    [service] = await asked(deps, number, by=registry)
    await served(deps, number, service, by=registry)
    [other] = await asked(deps, number, act="judgment", court="eastFlandersGhentCorrectional")

    with pytest.raises(StateForbids, match="eigen rechtbank"):
        await served(deps, number, other, by=registry)


async def test_two_who_enter_at_once_never_overwrite_each_other(deps: Deps) -> None:
    number = await a_heard_file(deps)
    [service] = await asked(deps, number)
    seen = (await view_of(deps, number)).case.version
    await served(deps, number, service)

    with pytest.raises(Stale):
        late = FailService(case_number=number, version=seen, service_id=service, failed_on=TODAY, reason="r")
        await fail_service(late, a_clerk(), deps)
    assert (await services_of(deps, number))[service].state == "done"


async def test_what_turned_out_to_be_done_after_all_is_entered_with_its_proof(deps: Deps) -> None:
    number = await a_heard_file(deps)
    [service] = await asked(deps, number)
    await failed(deps, number, service)

    await served(deps, number, service)

    assert (await services_of(deps, number))[service].state == "done"


@pytest.mark.parametrize(
    ("on", "at", "said"),
    [
        (date(2026, 11, 22), None, "zaterdag of zondag"),
        (date(2026, 11, 11), None, "feestdag"),
        (TODAY, datetime(2026, 11, 24, 4, 59, tzinfo=UTC), "voor 6 uur"),
        (TODAY, datetime(2026, 11, 24, 5, 0, tzinfo=UTC), ""),
        (TODAY, datetime(2026, 11, 24, 20, 0, tzinfo=UTC), ""),
        (TODAY, datetime(2026, 11, 24, 20, 1, tzinfo=UTC), "na 21 uur"),
        (TODAY, datetime(2026, 11, 24, 10, tzinfo=UTC), ""),
    ],
)
async def test_a_bailiff_on_a_closed_day_or_at_night_is_doubted(on: date, at: datetime | None, said: str, deps: Deps) -> None:
    number = await a_file(deps)
    [service] = await asked(deps, number, act="order")
    await served(deps, number, service, on, served_at=at)

    found = " ".join(doubts((await services_of(deps, number))[service], deps.law.law))

    assert said in found and bool(said) == bool(found)
