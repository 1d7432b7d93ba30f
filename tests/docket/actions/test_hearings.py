"""A file gets a day in a chamber: lawful, with a place left, by version and once; moved and cancelled with a reason."""

import asyncio
from datetime import date, time, timedelta

import msgspec
import pytest

from docket import legislation
from docket.access import visibility
from docket.actions.hearings.booking import clashes
from docket.actions.hearings.cancel_hearing import CancelHearing, cancel_hearing
from docket.actions.hearings.keep_chamber import KeepChamber, KeepSitting, keep_chamber
from docket.actions.hearings.move_hearing import MoveHearing, move_hearing
from docket.actions.hearings.propose_hearings import ProposeHearings, propose_hearings
from docket.actions.jurisdiction.refer_case import ReferCase, refer_case
from docket.actions.life.change_status import ChangeStatus, change_status
from docket.actions.oversight.verify_register import verify_register
from docket.actions.registration.set_confidentiality import SetConfidentiality, set_confidentiality
from docket.actions.time_limits.start_time_limit import StartTimeLimit, start_time_limit
from docket.clock import COURT_ZONE
from docket.deps import Deps
from docket.entry_lines import lines_of
from docket.errors import BadInput, KeyReused, MissingScope, NotFound, Stale, StateForbids
from docket.hearings import BY_CLOCK, ChamberSaid, Term, narrowed
from docket.services import called
from docket.store import hearings as store
from docket.store import time_limits
from docket.transitions import Paper
from docket.working_days import calendar_of
from routing import Start, due
from tests.builders import a_case, a_clerk, a_prosecutor
from tests.docket.actions.hearing_world import (
    COURT,
    PEOPLE,
    RIGHT_BANK,
    TODAY,
    a_chamber,
    a_head,
    a_registry,
    booked,
    hearing_of,
    told,
    wanted,
)
from tests.docket.actions.reading import view_of

#: Served on 24 November, ten full days from the 25th to 4 December, so Saturday the 5th; the chamber sits on Monday the 7th.
FIRST_TERM_DAY = date(2026, 12, 5)
FIRST = date(2026, 12, 7)


async def a_file(deps: Deps, sender: str = "test", **fields: object) -> str:
    return (await a_case(deps, sender=sender, externalId=sender, **RIGHT_BANK | {"persons": PEOPLE} | fields)).case_number


async def test_under_a_law_that_is_older_than_the_time_limits_no_day_is_lawful_and_the_answer_says_what_to_do(deps: Deps) -> None:
    files = {name: content for name, content in deps.law.files.items() if not name.startswith(("time_limits", "limitation"))}
    older = deps.under(legislation.of_pack(files, legislation.digest(files)))
    number = await a_file(deps)

    with pytest.raises(StateForbids, match="/recht/simulatie"):
        await propose_hearings(ProposeHearings(case_number=number), a_clerk(), older)


async def test_the_first_lawful_days_are_past_the_summons_term_on_a_working_day_with_a_place_left(deps: Deps) -> None:
    chamber, number = await a_chamber(deps, weekdays=(1, 3), capacity=1), await a_file(deps)
    await booked(deps, await a_file(deps, "vol"), wanted(chamber, FIRST))

    found = await propose_hearings(ProposeHearings(case_number=number, count=2), a_clerk(), deps)

    assert (found.summons, found.term.first) == ("summons", FIRST_TERM_DAY)
    assert [one.sitting.day for one in found.days] == [date(2026, 12, 9), date(2026, 12, 14)]


async def test_no_day_is_proposed_on_a_legal_holiday(deps: Deps) -> None:
    await a_chamber(deps, weekdays=(5,))
    number = await a_file(deps)

    served = date(2026, 12, 10)
    found = await propose_hearings(ProposeHearings(case_number=number, served_on=served, count=2), a_clerk(), deps)

    # Friday 25 December and Friday 1 January are holidays.
    assert [one.sitting.day for one in found.days] == [date(2027, 1, 8), date(2027, 1, 15)]


@pytest.mark.parametrize(
    ("country", "first"), [("NL", date(2026, 12, 20)), ("ES", date(2027, 1, 4)), ("CO", date(2027, 2, 23)), ("BE", FIRST_TERM_DAY)]
)
async def test_a_suspect_abroad_adds_the_days_of_his_distance(country: str, first: date, deps: Deps) -> None:
    await a_chamber(deps)
    number = await a_file(deps, persons=[{"id": "s1", "role": "suspect", "residence": {"country": country}}])

    found = await propose_hearings(ProposeHearings(case_number=number), a_clerk(), deps)

    assert found.term.first == first


async def test_three_days_go_for_a_detained_suspect_or_with_leave_of_the_president(deps: Deps) -> None:
    chamber = await a_chamber(deps)
    detained = await a_file(deps, "vast", persons=[{"id": "s1", "role": "suspect", "custody": "remanded"}])
    free = await a_file(deps, "vrij")

    found = await propose_hearings(ProposeHearings(case_number=detained), a_clerk(), deps)
    assert (found.summons, found.days[0].sitting.day) == ("summonsDetained", date(2026, 11, 30))
    early = wanted(chamber, date(2026, 11, 30), summons="summonsDetained")
    with pytest.raises(BadInput) as refused:
        await booked(deps, free, early)
    assert [issue.name for issue in refused.value.issues] == ["/leave"]
    await booked(deps, free, msgspec.structs.replace(early, leave="verlof van 24 november"))

    assert (await hearing_of(deps, free)).first_lawful_on == date(2026, 11, 28)


async def test_a_summons_by_police_record_leads_to_a_hearing_between_ten_days_and_two_months(deps: Deps) -> None:
    chamber, number = await a_chamber(deps), await a_file(deps)
    for day in (date(2026, 12, 4), date(2027, 1, 25)):
        with pytest.raises(BadInput):
            await booked(deps, number, wanted(chamber, day, summons="recordNotBefore"))

    found = await propose_hearings(ProposeHearings(case_number=number, summons="recordNotBefore"), a_clerk(), deps)

    assert (found.term.first, found.term.last) == (FIRST_TERM_DAY, date(2027, 1, 24))


async def test_a_day_inside_the_summons_term_is_refused_with_the_first_possible_day(deps: Deps) -> None:
    chamber, number = await a_chamber(deps), await a_file(deps)

    with pytest.raises(BadInput) as refused:
        await booked(deps, number, wanted(chamber, FIRST - timedelta(days=3)))

    [issue] = refused.value.issues
    assert issue.name == "/day"
    assert "De eerste mogelijke dag is 07/12/2026." in issue.detail


async def test_a_day_without_a_sitting_is_refused_with_the_first_possible_day(deps: Deps) -> None:
    chamber, number = await a_chamber(deps, weekdays=(3,)), await a_file(deps)

    with pytest.raises(BadInput) as refused:
        await booked(deps, number, wanted(chamber, date(2026, 12, 10)))

    assert "De eerste mogelijke dag is 09/12/2026." in refused.value.issues[0].detail


async def test_a_chamber_is_one_of_the_courts_of_the_file(deps: Deps) -> None:
    other = a_registry("eastFlandersGhentCorrectional")
    said = ChamberSaid(court=other.court or "", name="G1", kind="correctional", weekdays=(1,), starts_at=time(9), capacity=5)
    ghent, number = await keep_chamber(KeepChamber(said=said), other, deps), await a_file(deps)

    with pytest.raises(StateForbids, match="hoort niet bij een rechtbank"):
        await booked(deps, number, wanted(ghent, FIRST))


async def test_a_hearing_is_set_moved_and_cancelled_with_a_reason_and_each_is_entered(deps: Deps) -> None:
    chamber, number = await a_chamber(deps), await a_file(deps)
    hearing = (await booked(deps, number, wanted(chamber, FIRST))).hearing_id
    later = wanted(chamber, FIRST + timedelta(days=2), at=time(14))
    move = MoveHearing(case_number=number, version=2, hearing_id=hearing, wanted=later, reason=" ")
    with pytest.raises(BadInput):
        await move_hearing(move, a_clerk(), deps)
    await move_hearing(msgspec.structs.replace(move, reason="zaal"), a_clerk(), deps)
    moved = await hearing_of(deps, number)
    cancel = CancelHearing(case_number=number, version=2, hearing_id=hearing, reason="verzoening")
    with pytest.raises(Stale):
        await cancel_hearing(cancel, a_clerk(), deps)
    await cancel_hearing(msgspec.structs.replace(cancel, version=3), a_clerk(), deps)

    cancelled = await hearing_of(deps, number)
    assert f"{moved.starts_at.astimezone(COURT_ZONE):%d/%m %H.%M}" == "09/12 14.00"
    assert (moved.sequence, cancelled.sequence, cancelled.state, moved.uid) == (1, 2, "cancelled", cancelled.uid)
    said = (await view_of(deps, number)).entries
    assert [entry.kind for entry in said][1:] == ["HearingSet", "HearingMoved", "HearingCancelled"]
    assert [entry.content["reason"] for entry in said[1:]] == ["gereed voor zitting", "zaal", "verzoening"]
    with pytest.raises(StateForbids):
        await cancel_hearing(msgspec.structs.replace(cancel, version=4), a_clerk(), deps)


async def test_the_same_act_with_the_same_key_is_done_once_and_another_act_needs_another_key(deps: Deps) -> None:
    chamber, number = await a_chamber(deps), await a_file(deps)

    first = await booked(deps, number, wanted(chamber, FIRST), key="k1")
    again = await booked(deps, number, wanted(chamber, FIRST), key="k1")

    assert (again.hearing_id, again.repeated, first.repeated) == (first.hearing_id, True, False)
    with pytest.raises(KeyReused):
        await booked(deps, number, wanted(chamber, FIRST + timedelta(days=1)), version=2, key="k1")


async def test_of_two_clerks_who_book_the_last_place_at_once_one_gets_it_and_the_other_a_clear_answer(deps: Deps) -> None:
    chamber = await a_chamber(deps, capacity=1)
    numbers = [await a_file(deps, f"f{n}") for n in range(2)]

    done = await asyncio.gather(*(booked(deps, number, wanted(chamber, FIRST)) for number in numbers), return_exceptions=True)

    [refused] = [one for one in done if isinstance(one, StateForbids)]
    assert len([one for one in done if not isinstance(one, Exception)]) == 1
    assert "is volzet: 1 van 1 plaatsen zijn ingenomen" in refused.detail


async def test_overbooking_goes_by_name_and_reason_only(deps: Deps) -> None:
    chamber, number = await a_chamber(deps, capacity=1), await a_file(deps)
    await booked(deps, await a_file(deps, "eerst"), wanted(chamber, FIRST))
    with pytest.raises(StateForbids, match="volzet"):
        await booked(deps, number, wanted(chamber, FIRST, overbook="  "))

    await booked(deps, number, wanted(chamber, FIRST, overbook="aangehouden verdachte"))

    row = await deps.pool.fetchrow("select overbooked, overbooked_by from hearings where overbooked is not null")
    assert tuple(row) == ("aangehouden verdachte", "clerk:17")
    assert (await view_of(deps, number)).entries[-1].content["overbooked"] == "aangehouden verdachte"


async def test_a_place_that_is_left_is_no_overbooking_whatever_was_typed(deps: Deps) -> None:
    chamber, number = await a_chamber(deps), await a_file(deps)

    await booked(deps, number, wanted(chamber, FIRST, overbook="voor alle zekerheid"))

    assert (await hearing_of(deps, number)).overbooked is None


async def test_a_cancelled_hearing_gives_its_place_back_and_a_day_without_sitting_takes_nobody(deps: Deps) -> None:
    chamber = await a_chamber(deps, capacity=1)
    first, second = await a_file(deps, "een"), await a_file(deps, "twee")
    hearing = (await booked(deps, first, wanted(chamber, FIRST))).hearing_id
    await cancel_hearing(CancelHearing(case_number=first, version=2, hearing_id=hearing, reason="r"), a_clerk(), deps)
    await booked(deps, second, wanted(chamber, FIRST))

    off = FIRST + timedelta(days=1)
    await keep_chamber(KeepSitting(chamber_id=chamber, day=off, starts_at=time(9), capacity=0), a_head(), deps)
    with pytest.raises(BadInput, match="fouten"):
        await booked(deps, first, wanted(chamber, off), version=3)


async def test_a_sitting_does_not_fall_away_and_a_chamber_does_not_close_under_a_hearing_that_is_set(deps: Deps) -> None:
    chamber = await a_chamber(deps)
    read, hidden = await a_file(deps, "een"), await a_file(deps, "twee")
    hearing = (await booked(deps, read, wanted(chamber, FIRST))).hearing_id
    other = (await booked(deps, hidden, wanted(chamber, FIRST))).hearing_id
    await deps.pool.execute("update cases set confidentiality = 'sealed' where case_number = $1", hidden)
    said = await store.chamber(deps.pool, chamber)
    assert said is not None
    close = KeepChamber(
        said=ChamberSaid(**{name: getattr(said, name) for name in ChamberSaid.__struct_fields__}), chamber_id=chamber, version=1, close=True
    )

    for refused in (
        close,
        KeepSitting(chamber_id=chamber, day=FIRST, starts_at=time(9), capacity=0),
        KeepSitting(chamber_id=chamber, day=FIRST, starts_at=time(14), capacity=5),
    ):
        with pytest.raises(StateForbids, match=rf"{read} \(07/12/2026 om 09.00 uur\) en 1 andere. Verplaats of schrap") as error:
            await keep_chamber(refused, a_head(), deps)
        assert hidden not in str(error.value)
    await keep_chamber(KeepSitting(chamber_id=chamber, day=FIRST, starts_at=time(8), capacity=1), a_head(), deps)

    await deps.pool.execute("update cases set confidentiality = 'ordinary' where case_number = $1", hidden)
    for number, id_ in ((read, hearing), (hidden, other)):
        await cancel_hearing(CancelHearing(case_number=number, version=2, hearing_id=id_, reason="r"), a_clerk(), deps)
    await keep_chamber(close, a_head(), deps)


async def test_a_hearing_is_of_the_suspects_whose_track_leads_to_its_court(deps: Deps) -> None:
    """A minor from abroad goes before the youth court: his distance, his service and his counsel are not of the adults' hearing."""
    minor = {"id": "m1", "role": "suspect", "kind": "natural", "minor": True, "residence": {"country": "NL"}}
    chamber = await a_chamber(deps)
    number = await a_file(deps, persons=[*PEOPLE, minor])
    tracks = {one.court: one.persons for one in (await view_of(deps, number)).current.decision.tracks}
    assert tracks == {COURT: ("s1",), "youthAntwerp": ("m1",)}

    await booked(deps, number, wanted(chamber, FIRST))

    hearing, report = await hearing_of(deps, number), (await view_of(deps, number)).case.report
    assert list(hearing.elsewhere) == ["m1"]
    assert [one.person for one in called(hearing, (), report, frozenset(), deps.law.law, TODAY, 3)] == ["s1"]
    assert [row.person for row in await told(deps, number) if row.role == "suspect"] == ["s1"]
    roll = await store.roll(deps.pool, chamber, FIRST, visibility(a_clerk()))
    assert [[one.person.id for one in row.suspects] for row in roll] == [["s1"]]


async def test_heads_and_registries_keep_the_chambers_of_their_own_courts(deps: Deps) -> None:
    chamber = await a_chamber(deps)
    said = ChamberSaid(court=COURT, name="AC9", kind="raadkamer", weekdays=(2,), starts_at=time(9), capacity=9)
    await keep_chamber(KeepChamber(said=said), a_registry(), deps)
    changed = KeepChamber(said=msgspec.structs.replace(said, name="AC1", weekdays=(5,), capacity=7), chamber_id=chamber, version=1)
    await keep_chamber(changed, a_registry(), deps)

    with pytest.raises(Stale):
        await keep_chamber(changed, a_registry(), deps)
    with pytest.raises(MissingScope):
        await keep_chamber(KeepChamber(said=said), a_clerk(), deps)
    with pytest.raises(StateForbids):
        await keep_chamber(KeepChamber(said=said), a_registry("eastFlandersGhentCorrectional"), deps)
    with pytest.raises(StateForbids, match="al een kamer AC9"):
        await keep_chamber(KeepChamber(said=said), a_head(), deps)
    with pytest.raises(BadInput):
        await keep_chamber(KeepChamber(said=msgspec.structs.replace(said, name="J", kind="youth")), a_head(), deps)


async def test_a_registry_sets_hearings_of_its_own_court_in_files_that_were_brought_there(deps: Deps) -> None:
    chamber, number = await a_chamber(deps), await a_file(deps)
    with pytest.raises(NotFound):
        await booked(deps, number, wanted(chamber, FIRST), by=a_registry())
    await refer_case(ReferCase(case_number=number, version=1, tracks=(0,)), a_prosecutor(), deps)

    await booked(deps, number, wanted(chamber, FIRST), version=2, by=a_registry())

    assert (await hearing_of(deps, number)).set_by == "registryClient:80"


async def test_the_procedure_is_settled_once_the_file_lay_ready_for_fifteen_clear_days(deps: Deps) -> None:
    number, _ = await a_file(deps), await a_chamber(deps, name="RK", kind="raadkamer")
    proposal = ProposeHearings(case_number=number, kind="raadkamer")
    assert (await propose_hearings(proposal, a_clerk(), deps)).term.also == ()
    for version, (event, kind) in enumerate(
        (("openInvestigation", "letter"), ("requireInquiry", "requisition"), ("communicateFile", "order")), 1
    ):
        step = ChangeStatus(case_number=number, version=version, event=event, paper=Paper(kind=kind, dated_on=date(2026, 11, 20)))
        await change_status(step, a_prosecutor(), deps)

    term = (await propose_hearings(proposal, a_clerk(), deps)).term
    assert [(one.limit, one.due_on, one.confidence) for one in term.also] == [("settlingFile", date(2026, 12, 10), "unverified")]
    assert term.first == date(2026, 12, 10)


def test_a_plea_of_guilt_bounds_its_hearing_on_both_sides_and_the_later_first_day_holds() -> None:
    law = legislation.load().law
    calendar, limits = calendar_of(law), law.time_limits.limits
    agreed = Start(event="agreement", on=date(2026, 11, 24))
    also = [due(limits[name], agreed, calendar, law) for name in BY_CLOCK]
    first, last = (one.due_on for one in also)

    within = narrowed(Term(first=first - timedelta(days=3)), also)
    assert (within.first, within.last) == (first, last) == (date(2026, 12, 5), date(2027, 1, 24))
    assert narrowed(Term(first=first + timedelta(days=3), last=first + timedelta(days=5)), also).last == first + timedelta(days=5)


async def test_a_murder_is_settled_in_council_by_the_division_of_its_office_and_heard_by_its_court_of_assize(deps: Deps) -> None:
    facts = [{"id": "o1", "offence": "murder", "attempt": False, "committedFrom": "2026-11-18", "place": "p1", "portLink": "declared"}]
    number = await a_file(deps, offences=facts)
    council = await a_chamber(deps, name="RK", kind="raadkamer")
    assizes = await a_chamber(deps, court="assizeAntwerp", name="Assisen", kind="assizes")
    correctional = await a_chamber(deps)

    for kind, chamber in (("raadkamer", council), ("assizes", assizes)):
        found = await propose_hearings(ProposeHearings(case_number=number, kind=kind), a_clerk(), deps)
        assert {one.chamber.id for one in found.days} == {chamber}
        assert found.summons is None
    with pytest.raises(StateForbids, match="hoort niet bij een rechtbank van dit dossier"):
        await booked(deps, number, wanted(correctional, FIRST))
    await booked(deps, number, wanted(assizes, FIRST, summons=None))
    assert (await hearing_of(deps, number)).kind == "assizes"


async def test_a_clock_that_is_counted_from_a_hearing_goes_with_it(deps: Deps) -> None:
    """The notice before the chamber in council: a day before the hearing, wherever that is moved; none once it is cancelled."""
    chamber = await a_chamber(deps, kind="raadkamer", name="RK1", capacity=5)
    number = await a_file(deps)
    hearing = (await booked(deps, number, wanted(chamber, date(2026, 11, 30), summons=None))).hearing_id
    start = Start(event="hearing", on=date(2026, 11, 30), at=(await hearing_of(deps, number)).starts_at)
    await start_time_limit(StartTimeLimit(case_number=number, version=2, limit="chamberNotice", start=start), a_clerk(), deps)

    async def notices() -> list[tuple[str, date | None]]:
        found = await time_limits.of_case(deps.pool, (await view_of(deps, number)).case.id)
        return sorted((one.state, one.answer.start.on) for one in found if one.answer.limit == "chamberNotice")

    place = wanted(chamber, date(2026, 11, 27), summons=None)
    await move_hearing(MoveHearing(case_number=number, version=3, hearing_id=hearing, wanted=place, reason="r"), a_clerk(), deps)
    assert await notices() == [("running", date(2026, 11, 27)), ("struck", date(2026, 11, 30))]
    kinds = [entry.kind for entry in (await view_of(deps, number)).entries]
    assert kinds[-3:] == ["HearingMoved", "TimeLimitStruck", "TimeLimitStarted"]

    await cancel_hearing(CancelHearing(case_number=number, version=4, hearing_id=hearing, reason="r"), a_clerk(), deps)
    assert await notices() == [("struck", date(2026, 11, 27)), ("struck", date(2026, 11, 30))]
    assert (await verify_register(deps))[0] == []


async def test_who_would_have_to_be_elsewhere_that_day_is_shown_and_a_hidden_file_shows_nothing_of_itself(deps: Deps) -> None:
    chamber = await a_chamber(deps)
    number, same, other = await a_file(deps, "a"), await a_file(deps, "b"), await a_file(deps, "c", persons=PEOPLE[1:])
    for one in (same, other):
        await booked(deps, one, wanted(chamber, FIRST))
    view = await view_of(deps, number)
    at = (await hearing_of(deps, same)).starts_at

    found = await clashes(view.case.id, view.case.report, at, a_clerk(), deps)
    assert [(one.who, one.case_number, one.same_time) for one in found] == [("suspect", same, True)]

    later = await clashes(view.case.id, view.case.report, at + timedelta(hours=3), a_clerk(), deps)
    assert [one.same_time for one in later] == [False]
    # Another office sees that the person is taken, of an ordinary file; of a restricted one not even that.
    stranger = a_clerk("brussels", account_id=55)
    assert [one.case_number for one in await clashes(view.case.id, view.case.report, at, stranger, deps)] == [None]
    level = SetConfidentiality(case_number=same, version=2, confidentiality="restricted", reason="r")
    await set_confidentiality(level, a_prosecutor(), deps)
    assert await clashes(view.case.id, view.case.report, at, stranger, deps) == ()
    assert len(await clashes(view.case.id, view.case.report, at, a_prosecutor(), deps)) == 1


async def test_no_summons_leads_to_a_court_that_nobody_answered_for(deps: Deps) -> None:
    chamber = await a_chamber(deps)
    number = (await a_case(deps, persons=PEOPLE)).case_number

    with pytest.raises(StateForbids, match="te bevestigen"):
        await booked(deps, number, wanted(chamber, FIRST))


async def test_a_hearing_of_today_is_not_moved_once_it_began(deps: Deps) -> None:
    chamber, number = await a_chamber(deps), await a_file(deps)
    hearing = (await booked(deps, number, wanted(chamber, FIRST))).hearing_id
    deps.clock.instant += timedelta(days=30)

    with pytest.raises(StateForbids, match="begonnen"):
        await cancel_hearing(CancelHearing(case_number=number, version=2, hearing_id=hearing, reason="r"), a_clerk(), deps)
    assert TODAY < FIRST


HELD = [{"id": "s1", "role": "suspect", "kind": "natural", "custody": "remanded"}]


async def a_title(deps: Deps, number: str, limit: str = "firstChamber", event: str = "warrantExecuted") -> None:
    version = (await view_of(deps, number)).case.version
    command = StartTimeLimit(case_number=number, version=version, limit=limit, start=Start(event=event, on=TODAY), person="s1")
    await start_time_limit(command, a_clerk(), deps)


async def council_days(deps: Deps, number: str) -> list[date]:
    found = await propose_hearings(ProposeHearings(case_number=number, kind="raadkamer", count=9), a_clerk(), deps)
    return [one.sitting.day for one in found.days]


async def test_no_day_of_the_chamber_in_council_is_proposed_past_the_end_of_what_holds_the_suspect(deps: Deps) -> None:
    number = await a_file(deps, persons=HELD)
    await a_chamber(deps, kind="raadkamer", name="RK1")
    assert max(await council_days(deps, number)) > date(2026, 12, 1)

    # Executed on Tuesday 24 November: five days, that day not counted, end on Sunday 29 November.
    await a_title(deps, number)
    assert await council_days(deps, number) == [date(2026, 11, 25), date(2026, 11, 26), date(2026, 11, 27)]

    deps.clock.instant += timedelta(days=6)
    assert await council_days(deps, number) == [], "the title has run out and nobody entered what came after it"


async def test_the_title_that_ends_first_is_the_last_day_and_what_is_no_title_is_none(deps: Deps) -> None:
    number = await a_file(deps, persons=HELD)
    await a_chamber(deps, kind="raadkamer", name="RK1")
    await a_title(deps, number, "contactBan", "firstInterrogation")
    assert max(await council_days(deps, number)) > date(2026, 12, 1)
    await a_title(deps, number, "orderOneMonth", "order")
    await a_title(deps, number)

    assert max(await council_days(deps, number)) == date(2026, 11, 27)


async def test_past_the_title_the_chamber_in_council_sits_only_with_a_reason_that_the_docket_keeps(deps: Deps) -> None:
    number = await a_file(deps, persons=HELD)
    chamber = await a_chamber(deps, kind="raadkamer", name="RK1")
    await a_title(deps, number)
    late = wanted(chamber, date(2026, 11, 30), summons=None)

    with pytest.raises(BadInput) as refusal:
        await booked(deps, number, late, version=2)
    [issue] = refusal.value.issues
    assert issue.name == "/pastTitle"
    assert "de titel van de hechtenis van s1 verstreken" in issue.detail and "25/11/2026" in issue.detail
    with pytest.raises(BadInput):
        await booked(deps, number, msgspec.structs.replace(late, past_title="  "), version=2)

    await booked(deps, number, msgspec.structs.replace(late, past_title="op verzoek van de verdediging uitgesteld"), version=2)
    entry = (await view_of(deps, number)).entries[-1]
    assert entry.content["pastTitle"] == "op verzoek van de verdediging uitgesteld"
    assert "Na het einde van de titel van hechtenis (29/11/2026): op verzoek van de verdediging uitgesteld" in lines_of(
        entry.kind, entry.content, deps.law.law
    )


async def test_within_the_title_a_reason_says_nothing_and_other_chambers_have_no_such_last_day(deps: Deps) -> None:
    number = await a_file(deps, persons=HELD)
    council, trial = await a_chamber(deps, kind="raadkamer", name="RK1"), await a_chamber(deps)
    await a_title(deps, number)
    await booked(deps, number, wanted(council, date(2026, 11, 26), summons=None, past_title="niet nodig"), version=2)
    assert (await view_of(deps, number)).entries[-1].content["pastTitle"] is None

    await booked(deps, number, wanted(trial, FIRST), version=3)
    assert (await view_of(deps, number)).entries[-1].kind == "HearingSet"


async def test_a_title_that_ends_at_an_hour_bounds_the_hour_of_the_hearing(deps: Deps) -> None:
    number = await a_file(deps, persons=[HELD[0] | {"custody": "arrested", "arrestedAt": "2026-11-24T09:30:00+01:00"}])
    chamber = await a_chamber(deps, kind="raadkamer", name="RK1")
    assert await council_days(deps, number) == [date(2026, 11, 25), date(2026, 11, 26)]

    with pytest.raises(BadInput):
        await booked(deps, number, wanted(chamber, date(2026, 11, 26), summons=None, at=time(9, 30)))
    await booked(deps, number, wanted(chamber, date(2026, 11, 26), summons=None, at=time(9)))
