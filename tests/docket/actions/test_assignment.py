"""The named port prosecutor: roster, absences, recusals, seeds, and assignments that anybody can make again."""

from datetime import date, timedelta

import pytest

from docket.access import SYSTEM, Actor, visibility
from docket.actions.accounts.add_user import AddUser, add_user
from docket.actions.assignment.ask_assignment import AskAssignment, ask_assignment
from docket.actions.assignment.assign_prosecutor import AssignProsecutor, assign_prosecutor
from docket.actions.assignment.commit_seed import CommitSeed, commit_seed
from docket.actions.assignment.keep_roster import KeepRoster, keep_roster
from docket.actions.assignment.override_assignment import OverrideAssignment, override_assignment
from docket.actions.assignment.recuse_prosecutor import RecuseProsecutor, recuse_prosecutor
from docket.actions.assignment.reveal_seed import RevealSeed, reveal_seed
from docket.actions.assignment.set_absence import SetAbsence, WithdrawAbsence, set_absence, withdraw_absence
from docket.actions.assignment.verify_draws import verify_draws
from docket.actions.connected.join_cases import JoinCases, JoinedFile, join_cases
from docket.actions.connected.link_cases import LinkCases, link_cases
from docket.actions.connected.unjoin_case import UnjoinCase, unjoin_case
from docket.actions.connected.unlink_cases import UnlinkCases, unlink_cases
from docket.actions.jurisdiction.decide_jurisdiction import TrackChoice
from docket.actions.jurisdiction.override_decision import OverrideDecision, override_decision
from docket.actions.oversight.sign_head import sign_head
from docket.actions.oversight.verify_register import verify_register
from docket.actions.registration.set_confidentiality import SetConfidentiality, set_confidentiality
from docket.actions.transfers.answer_transfer import AnswerTransfer, answer_transfer
from docket.actions.transfers.offer_transfer import OfferTransfer, offer_transfer
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import BadInput, MissingScope, NotFound, StateForbids
from docket.mail.sending import MemorySender
from docket.messages import ENTRYPOINT
from docket.store import assignments as store
from docket.worker import queue
from tests.builders import a_case, a_clerk, a_prosecutor, an_actor
from tests.docket.actions.reading import view_of

BY = Actor(account_id=None, code="commandLine", roles=frozenset({"administrator"}))
HEAD = an_actor("headOfOffice", account_id=900)
NAMES = ("An Peeters", "Bert Claes", "Chris Maes", "Dirk Wouters")


async def colleagues(deps: Deps, count: int = 3, office: str = "antwerpPort") -> list[int]:
    """Prosecutors of an office, by account."""
    return [
        (
            await add_user(
                AddUser(name=f"p{office[-3:].lower()}{n}", display_name=NAMES[n], roles=("prosecutor",), office=office), BY, deps
            )
        ).account_id
        for n in range(count)
    ]


async def a_roster(deps: Deps, count: int = 3) -> list[int]:
    """Prosecutors on the roster with a committed seed; the clock has moved since."""
    accounts = await colleagues(deps, count)
    today = court_day(deps.clock.now())
    for account in accounts:
        await keep_roster(KeepRoster(prosecutor=account, change="add", day=today), HEAD, deps)
    later(deps)
    return accounts


def later(deps: Deps, **span: int) -> None:
    deps.clock.instant += timedelta(**(span or {"minutes": 1}))


async def work(deps: Deps) -> None:
    await queue.drain(deps, MemorySender())


async def lines_of(deps: Deps, number: str, by: Actor = HEAD) -> tuple[store.AssignmentLine, ...]:
    return await store.of_case(deps.pool, number, visibility(by))


async def prosecutor_of(deps: Deps, number: str) -> int | None:
    return (await lines_of(deps, number))[-1].account_id


async def absent(deps: Deps, account: int, stand_in: int | None = None) -> int:
    today = court_day(deps.clock.now())
    return await set_absence(
        SetAbsence(prosecutor=account, from_day=today, until_day=today + timedelta(days=7), stand_in=stand_in), HEAD, deps
    )


async def test_file_of_the_port_prosecutors_gets_one_of_them_and_the_docket_says_so(deps):
    accounts = await a_roster(deps)
    number = (await a_case(deps)).case_number
    await work(deps)

    [line] = await lines_of(deps, number)
    assert (line.kind, line.seed_seq, line.draw_number) == ("draw", 1, 1)
    assert line.account_id in accounts
    view = await view_of(deps, number)
    [entry] = [entry for entry in view.entries if entry.kind == "ProsecutorAssigned"]
    assert entry.content["prosecutor"] == f"user:{line.account_id}"
    assert entry.content["commitment"] == line.commitment
    assert entry.entered_by == "system"
    assert view.case.version == 1


async def test_promise_that_is_kept_twice_assigns_once(deps):
    await a_roster(deps)
    number = (await a_case(deps)).case_number
    await work(deps)
    case_id = await deps.pool.fetchval("select id from cases where case_number = $1", number)

    assert await assign_prosecutor(AssignProsecutor(case_id=case_id), SYSTEM, deps) is None
    assert len(await lines_of(deps, number)) == 1


async def test_file_of_another_office_gets_none(deps):
    await a_roster(deps)
    number = (
        await a_case(
            deps,
            places=[{"id": "p1", "role": "scene", "port": "zeebrugge", "municipality": "Brugge", "nisCode": "31005"}],
            notice_number=None,
            summary="x",
        )
    ).case_number
    await work(deps)

    assert await deps.pool.fetchval("select count(*) from assignments") == 0
    assert number


async def test_office_without_a_roster_assigns_nobody_and_enters_nothing(deps):
    number = (await a_case(deps)).case_number
    await work(deps)

    assert await lines_of(deps, number) == ()
    assert "ProsecutorNotAssigned" not in [entry.kind for entry in (await view_of(deps, number)).entries]


async def test_seed_that_was_committed_after_the_file_is_never_used_for_it(deps):
    number = (await a_case(deps)).case_number
    await a_roster(deps)
    await ask_assignment(AskAssignment(case_number=number, version=1), a_prosecutor(), deps)
    await work(deps)

    [line] = await lines_of(deps, number)
    assert (line.kind, line.account_id, line.result.reason) == ("none", None, "noSeed")
    assert "ProsecutorNotAssigned" in [entry.kind for entry in (await view_of(deps, number)).entries]


async def test_file_is_drawn_with_the_last_seed_that_was_committed_before_it(deps):
    await a_roster(deps)
    first = (await a_case(deps, externalId="a")).case_number
    later(deps)
    await commit_seed(CommitSeed(), HEAD, deps)
    later(deps)
    second = (await a_case(deps, externalId="b")).case_number
    await work(deps)

    assert [(await lines_of(deps, number))[0].seed_seq for number in (first, second)] == [1, 2]
    assert [(await lines_of(deps, number))[0].draw_number for number in (first, second)] == [1, 1]


async def test_next_seed_is_committed_before_the_present_one_is_used_up(deps):
    import msgspec

    short = msgspec.structs.replace(deps, settings=msgspec.structs.replace(deps.settings, draws_per_seed=5))
    await a_roster(short)
    for n in range(4):
        await a_case(short, externalId=str(n))
    await work(short)

    assert [(seed.seq, seed.draws) for seed in await store.seeds(deps.pool)] == [(1, 4), (2, 0)]


async def test_file_that_is_tied_to_another_goes_to_the_prosecutor_of_that_one(deps):
    await a_roster(deps)
    first = (await a_case(deps, externalId="a")).case_number
    await work(deps)
    second = (await a_case(deps, externalId="b", relatedCases=[{"caseNumber": first, "ground": "sameGoods"}])).case_number
    await work(deps)

    [line] = await lines_of(deps, second)
    assert (line.kind, line.draw_number) == ("connexity", None)
    assert line.account_id == await prosecutor_of(deps, first)


async def test_relation_without_a_ground_that_ties_leaves_it_to_the_draw(deps):
    await a_roster(deps)
    first = (await a_case(deps, externalId="a")).case_number
    await work(deps)
    second = (await a_case(deps, externalId="b", relatedCases=[{"caseNumber": first, "ground": "other"}])).case_number
    await work(deps)

    assert (await lines_of(deps, second))[0].kind == "draw"


async def test_whoever_is_absent_is_not_drawn_and_his_stand_in_takes_his_place(deps):
    first, second = await a_roster(deps, 2)
    _, _, outsider, _ = [first, second, *await colleagues_beside(deps)]
    await absent(deps, first, outsider)
    for n in range(12):
        await a_case(deps, externalId=str(n))
    await work(deps)

    given = {row["account_id"]: row["kind"] for row in await deps.pool.fetch("select account_id, kind from assignments")}
    assert given == {second: "draw", outsider: "standIn"}


async def colleagues_beside(deps: Deps) -> list[int]:
    """Prosecutors of the office who are not on the roster."""
    return [
        (
            await add_user(AddUser(name=f"beside{n}", display_name=NAMES[n + 2], roles=("prosecutor",), office="antwerpPort"), BY, deps)
        ).account_id
        for n in range(2)
    ]


async def test_nobody_available_leaves_the_file_to_the_head_with_the_reason(deps):
    [only] = await a_roster(deps, 1)
    await absent(deps, only)
    number = (await a_case(deps)).case_number
    await work(deps)

    [line] = await lines_of(deps, number)
    assert (line.kind, line.result.reason) == ("none", "nobodyAvailable")

    await override_assignment(
        OverrideAssignment(case_number=number, version=1, prosecutor=only, reason="Hij keert vandaag terug."), HEAD, deps
    )

    assert await prosecutor_of(deps, number) == only


async def test_absence_that_is_taken_back_no_longer_counts(deps):
    [only] = await a_roster(deps, 1)
    away = await absent(deps, only)
    await withdraw_absence(WithdrawAbsence(absence=away), HEAD, deps)
    number = (await a_case(deps)).case_number
    await work(deps)

    assert await prosecutor_of(deps, number) == only


async def test_prosecutor_recuses_himself_and_another_gets_the_file(deps):
    accounts = await a_roster(deps, 2)
    number = (await a_case(deps)).case_number
    await work(deps)
    first = await prosecutor_of(deps, number)
    himself = a_prosecutor(account_id=first)
    reason = "Een partij is mijn neef."
    await recuse_prosecutor(RecuseProsecutor(case_number=number, version=1, prosecutor=first, ground="party", reason=reason), himself, deps)
    await work(deps)

    assert {first, await prosecutor_of(deps, number)} == set(accounts)
    assert (await lines_of(deps, number))[-1].result.out[0].ground == "party"
    # The reason is personal: it stays within the office, also when others read the entries.
    assert reason not in str([entry.content for entry in (await view_of(deps, number)).entries])
    assert (await store.recusals_of(deps.pool, number, visibility(HEAD)))[0].reason == reason


async def test_recusal_for_one_file_says_nothing_of_another(deps):
    [first, second] = await a_roster(deps, 2)
    number = (await a_case(deps, externalId="a")).case_number
    command = RecuseProsecutor(case_number=number, version=1, prosecutor=first, ground="company", reason="r")
    await recuse_prosecutor(command, HEAD, deps)
    later(deps)
    for n in range(10):
        await a_case(deps, externalId=f"b{n}")
    await work(deps)

    assert await prosecutor_of(deps, number) == second
    assert await deps.pool.fetchval("select count(*) from assignments where account_id = $1", first) > 0


async def test_only_the_head_recuses_somebody_else(deps):
    [first, second] = await a_roster(deps, 2)
    number = (await a_case(deps)).case_number
    command = RecuseProsecutor(case_number=number, version=1, prosecutor=first, ground="party", reason="r")

    with pytest.raises(MissingScope):
        await recuse_prosecutor(command, a_prosecutor(account_id=second), deps)
    with pytest.raises(MissingScope):
        await recuse_prosecutor(command, a_clerk(), deps)


async def test_override_keeps_its_reason_and_the_draw_that_it_replaces(deps):
    accounts = await a_roster(deps)
    number = (await a_case(deps)).case_number
    await work(deps)
    drawn = await prosecutor_of(deps, number)
    other = next(one for one in accounts if one != drawn)
    reason = "Hij kent de organisatie uit een eerder dossier."
    await override_assignment(OverrideAssignment(case_number=number, version=1, prosecutor=other, reason=reason), HEAD, deps)

    first, second = await lines_of(deps, number)
    assert (first.kind, first.account_id) == ("draw", drawn)
    assert (second.kind, second.account_id, second.reason, second.assigned_by) == ("override", other, reason, HEAD.code)
    entry = (await view_of(deps, number)).entries[-1]
    assert (entry.kind, entry.content["how"], entry.content["prosecutor"]) == ("ProsecutorAssigned", "override", f"user:{other}")


async def test_override_needs_a_reason_a_head_and_a_prosecutor_of_the_office(deps):
    accounts = await a_roster(deps)
    [stranger] = await colleagues(deps, 1, office="antwerp")
    number = (await a_case(deps)).case_number

    def to(prosecutor: int, reason: str = "r") -> OverrideAssignment:
        return OverrideAssignment(case_number=number, version=1, prosecutor=prosecutor, reason=reason)

    with pytest.raises(BadInput):
        await override_assignment(to(accounts[0], " "), HEAD, deps)
    with pytest.raises(MissingScope):
        await override_assignment(to(accounts[0]), a_prosecutor(), deps)
    with pytest.raises(BadInput):
        await override_assignment(to(stranger), HEAD, deps)
    with pytest.raises(NotFound):
        await override_assignment(to(accounts[0]), an_actor("headOfOffice", office="eastFlandersGhent"), deps)


async def test_who_is_recused_cannot_be_chosen_either(deps):
    [first, _] = await a_roster(deps, 2)
    number = (await a_case(deps)).case_number
    await recuse_prosecutor(RecuseProsecutor(case_number=number, version=1, prosecutor=first, ground="party", reason="r"), HEAD, deps)

    with pytest.raises(StateForbids, match="verschoond"):
        await override_assignment(OverrideAssignment(case_number=number, version=2, prosecutor=first, reason="r"), HEAD, deps)


async def test_file_whose_prosecutor_is_absent_is_assigned_again_only_when_somebody_asks(deps):
    accounts = await a_roster(deps, 2)
    number = (await a_case(deps)).case_number
    await work(deps)
    first = await prosecutor_of(deps, number)
    with pytest.raises(StateForbids):
        await ask_assignment(AskAssignment(case_number=number, version=1), a_prosecutor(), deps)
    await absent(deps, first)
    await work(deps)
    assert await prosecutor_of(deps, number) == first

    await ask_assignment(AskAssignment(case_number=number, version=1), a_prosecutor(), deps)
    await work(deps)

    assert {first, await prosecutor_of(deps, number)} == set(accounts)


async def test_decision_that_brings_a_file_to_the_port_prosecutors_gives_it_to_one(deps):
    await a_roster(deps)
    number = (
        await a_case(deps, places=[], offences=[{"offence": "theft", "portLink": "none"}], summary="Diefstal zonder gekende plaats")
    ).case_number
    await work(deps)
    assert await lines_of(deps, number) == ()

    choice = TrackChoice(ordinal=0, prosecution_office="antwerpPort", court="antwerpCorrectional")
    await override_decision(OverrideDecision(case_number=number, version=1, tracks=(choice,), reason="r"), a_prosecutor(), deps)
    await work(deps)

    assert (await lines_of(deps, number))[0].kind == "draw"


async def test_sealed_file_is_drawn_among_those_who_are_named_on_it(deps):
    accounts = await a_roster(deps)
    number = (await a_case(deps)).case_number
    named = SetConfidentiality(case_number=number, version=1, confidentiality="sealed", reason="r", named=(accounts[1],))
    await set_confidentiality(named, a_prosecutor(), deps)
    await work(deps)

    assert await deps.pool.fetchval("select account_id from assignments") == accounts[1]


async def test_loads_stay_close_when_files_come_in(deps):
    accounts = await a_roster(deps, 4)
    for n in range(40):
        await a_case(deps, externalId=str(n))
    await work(deps)

    loads = {line.account_id: line.load for line in await store.roster(deps.pool, "antwerpPort", court_day(deps.clock.now()))}
    assert set(loads) == set(accounts)
    assert sum(loads.values()) == 40
    assert max(loads.values()) - min(loads.values()) <= 6


async def revealed(deps: Deps) -> str:
    """The first seed, after its period."""
    later(deps)
    await commit_seed(CommitSeed(), HEAD, deps)
    later(deps)
    return (await reveal_seed(RevealSeed(seq=1), HEAD, deps)).seed


async def test_every_draw_is_made_again_from_what_was_kept(deps):
    accounts = await a_roster(deps)
    numbers = [(await a_case(deps, externalId=str(n))).case_number for n in range(8)]
    await work(deps)
    drawn = await prosecutor_of(deps, numbers[0])
    other = next(one for one in accounts if one != drawn)
    await override_assignment(OverrideAssignment(case_number=numbers[0], version=1, prosecutor=other, reason="r"), HEAD, deps)
    before = await verify_draws(deps)
    await revealed(deps)
    after = await verify_draws(deps)

    assert (before.same, before.secret, before.by_head, before.wrong) == (0, 8, 1, 0)
    assert (after.same, after.secret, after.by_head, after.wrong) == (8, 0, 1, 0)
    assert before.clean and after.clean


async def test_seed_is_told_by_nothing_before_it_is_revealed(deps):
    await a_roster(deps)
    await a_case(deps)
    await work(deps)
    tables = ("draw_seeds", "draw_secrets", "assignments", "docket_entries", "accounts")
    kept = [str(row) for table in tables for row in await deps.pool.fetch(f"select t::text from {table} t")]
    seed = await revealed(deps)

    assert not any(seed in row for row in kept)
    assert [line.seed.hex() for line in await store.seeds(deps.pool) if line.seed] == [seed]
    assert await deps.pool.fetchval("select count(*) from draw_secrets where seq = 1") == 0


async def test_last_seed_and_one_that_files_wait_for_stay_secret(deps):
    [only] = await a_roster(deps, 1)
    with pytest.raises(StateForbids, match="laatste zaad"):
        await reveal_seed(RevealSeed(seq=1), HEAD, deps)
    await absent(deps, only)
    await a_case(deps)
    await work(deps)
    later(deps)
    await commit_seed(CommitSeed(), HEAD, deps)

    with pytest.raises(StateForbids, match="1 dossier"):
        await reveal_seed(RevealSeed(seq=1), HEAD, deps)


async def test_revealed_seed_draws_no_more(deps):
    await a_roster(deps, 2)
    number = (await a_case(deps)).case_number
    await work(deps)
    await revealed(deps)
    first = await prosecutor_of(deps, number)
    command = RecuseProsecutor(case_number=number, version=1, prosecutor=first, ground="party", reason="r")
    await recuse_prosecutor(command, HEAD, deps)
    await work(deps)

    assert (await lines_of(deps, number))[-1].result.reason == "noSeed"
    assert (await verify_draws(deps)).clean


async def test_seed_of_another_register_is_not_taken_for_ours(deps):
    await a_roster(deps, 1)
    deps.settings.head_key.unlink()
    number = (await a_case(deps)).case_number
    await work(deps)

    assert (await lines_of(deps, number))[-1].result.reason == "noSeed"


TAMPERED = {
    "the one who was drawn": "update assignments set account_id = {other} where seq = 1",
    "the row and its result": "update assignments set account_id = {other}, "
    "result = jsonb_set(result, '{{prosecutor}}', '\"user:{other}\"') where seq = 1",
    "a load": "update assignments set snapshot = jsonb_set(snapshot, '{{members,0,load}}', '7')",
    "the number drawn": "update assignments set result = jsonb_set(result, '{{drawn,number}}', '999')",
    "the draw number": "update assignments set draw_number = 2; update draw_seeds set draws = 2 where seq = 1",
    "a draw that did not please": "delete from assignments",
    "the day of the commitment": "update draw_seeds set committed_at = committed_at + interval '1 hour' where seq = 1",
    "the commitment": "update draw_seeds set commitment = sha256('x') where seq = 1",
    "the seed": "update draw_seeds set seed = '\\x00' where seq = 1",
    "the day of revealing": "update draw_seeds set revealed_at = committed_at where seq = 1",
}


@pytest.mark.parametrize("what", TAMPERED)
async def test_verify_names_what_was_tampered_with(deps, what):
    accounts = await a_roster(deps)
    number = (await a_case(deps)).case_number
    await work(deps)
    await revealed(deps)
    present = await prosecutor_of(deps, number)
    other = next(one for one in accounts if one != present)
    assert (await verify_draws(deps)).clean
    for statement in TAMPERED[what].format(other=other).split(";"):
        await deps.pool.execute(statement)
    told = []
    found = await verify_draws(deps, told.append)

    assert not found.clean
    assert any("zaad 1" in finding for finding in found.findings) or any(one.case_number == number and one.findings for one in told)


async def test_register_names_a_tampered_assignment_recusal_and_seed(deps):
    accounts = await a_roster(deps)
    number = (await a_case(deps)).case_number
    await work(deps)
    present = await prosecutor_of(deps, number)
    other = next(one for one in accounts if one != present)
    command = RecuseProsecutor(case_number=number, version=1, prosecutor=other, ground="party", reason="r")
    await recuse_prosecutor(command, HEAD, deps)
    await sign_head(deps)
    findings, _ = await verify_register(deps)
    assert findings == []
    await deps.pool.execute("update assignments set account_id = $1", other)
    await deps.pool.execute("update recusals set reason = 'anders'")
    await deps.pool.execute("update cases set prosecutor = $1", other)
    await deps.pool.execute("update draw_seeds set commitment = sha256('x'), hash = sha256('y')")
    findings, _ = await verify_register(deps)

    tables = [(finding.table, finding.columns) for finding in findings]
    assert {table for table, _ in tables} == {"assignments", "recusals", "cases", "draw_seeds"}
    assert any("zegel 1" in finding.what for finding in findings), "a head names the seeds of its moment"
    drew = f"van {number} lootte met een andere vastlegging"
    assert any(drew in finding.what for finding in findings), "an entry names the seed it drew with"


async def test_only_the_head_keeps_the_roster_and_the_seeds(deps):
    accounts = await colleagues(deps, 1)
    today = court_day(deps.clock.now())
    for by in (a_prosecutor(), a_clerk(), an_actor("headOfOffice", office="antwerp")):
        with pytest.raises(MissingScope):
            await keep_roster(KeepRoster(prosecutor=accounts[0], change="add", day=today), by, deps)
        with pytest.raises(MissingScope):
            await commit_seed(CommitSeed(), by, deps)
        with pytest.raises(MissingScope):
            await reveal_seed(RevealSeed(seq=1), by, deps)


async def test_prosecutor_says_when_he_himself_is_absent_and_nobody_else(deps):
    first, second = await a_roster(deps, 2)
    days = {"from_day": date(2026, 12, 1), "until_day": date(2026, 12, 8)}
    await set_absence(SetAbsence(prosecutor=first, **days), a_prosecutor(account_id=first), deps)

    with pytest.raises(MissingScope):
        await set_absence(SetAbsence(prosecutor=second, **days), a_prosecutor(account_id=first), deps)
    with pytest.raises(BadInput) as refused:
        await set_absence(SetAbsence(prosecutor=first, from_day=date(2026, 12, 8), until_day=date(2026, 12, 8), stand_in=first), HEAD, deps)
    assert {issue.name for issue in refused.value.issues} == {"/untilDay", "/standIn"}


async def test_who_leaves_the_roster_is_drawn_up_to_that_day_and_not_on_it(deps):
    [only] = await a_roster(deps, 1)
    today = court_day(deps.clock.now())
    await keep_roster(KeepRoster(prosecutor=only, change="end", day=today + timedelta(days=1)), HEAD, deps)
    first = (await a_case(deps, externalId="a")).case_number
    await work(deps)
    later(deps, days=1)
    await a_case(deps, externalId="b")
    await work(deps)

    assert await prosecutor_of(deps, first) == only
    assert await deps.pool.fetchval("select count(*) from assignments") == 1
    with pytest.raises(StateForbids):
        await keep_roster(KeepRoster(prosecutor=only, change="end", day=today + timedelta(days=3)), HEAD, deps)


async def a_linked_pair(deps: Deps, **link: str | None) -> tuple[str, str]:
    """Two files that a person linked; the report names no ground that ties. The first one has a prosecutor."""
    first = (await a_case(deps, externalId="a")).case_number
    await work(deps)
    second = (await a_case(deps, externalId="b")).case_number
    command = {"ground": "other", "limb": "2a", "reason": "zelfde groep"} | link
    await link_cases(LinkCases(case_number=second, version=1, other=first, **command), a_clerk(), deps)
    return first, second


async def version_of(deps: Deps, number: str) -> int:
    return (await view_of(deps, number)).case.version


async def joined(deps: Deps, lead: str, other: str) -> None:
    command = JoinCases(
        case_number=lead,
        version=await version_of(deps, lead),
        files=(JoinedFile(case_number=other),),
        ground="sameFacts",
        limb="indivisible",
        reason="een feit",
    )
    await join_cases(command, a_prosecutor(), deps)


async def given_to(deps: Deps, number: str, prosecutor: int) -> None:
    if await prosecutor_of(deps, number) != prosecutor:
        version = await version_of(deps, number)
        command = OverrideAssignment(case_number=number, version=version, prosecutor=prosecutor, reason="r")
        await override_assignment(command, HEAD, deps)


async def loads(deps: Deps) -> dict[int, int]:
    return {line.account_id: line.load for line in await store.roster(deps.pool, "antwerpPort", court_day(deps.clock.now()))}


@pytest.mark.parametrize(("limb", "kind"), [("2a", "connexity"), (None, "draw")])
async def test_link_of_connexity_brings_a_file_to_the_prosecutor_of_the_other_and_a_mere_link_does_not(deps, limb, kind):
    await a_roster(deps)
    first, second = await a_linked_pair(deps, limb=limb)
    await work(deps)

    [line] = await lines_of(deps, second)
    assert line.kind == kind
    assert [tie.case_number for tie in line.result.ties] == ([first] if limb else [])
    assert limb is None or line.account_id == await prosecutor_of(deps, first)


async def test_link_that_was_undone_ties_no_more(deps):
    await a_roster(deps)
    first, second = await a_linked_pair(deps)
    await unlink_cases(UnlinkCases(case_number=second, version=2, other=first, reason="andere groep"), a_clerk(), deps)
    await work(deps)

    assert (await lines_of(deps, second))[0].kind == "draw"


async def test_file_that_is_tied_to_a_joined_one_goes_to_the_prosecutor_of_its_lead(deps):
    accounts = await a_roster(deps, 2)
    lead, other = [(await a_case(deps, externalId=name)).case_number for name in ("a", "b")]
    await work(deps)
    await given_to(deps, lead, accounts[1])
    await given_to(deps, other, accounts[0])
    await joined(deps, lead, other)
    tied = (await a_case(deps, externalId="c", relatedCases=[{"caseNumber": other, "ground": "sameGoods"}])).case_number
    await work(deps)

    [line] = await lines_of(deps, tied)
    assert (line.kind, line.account_id) == ("connexity", accounts[1])
    assert [tie.case_number for tie in line.result.ties] == [lead]


async def test_lead_without_a_prosecutor_gets_the_one_of_the_file_that_was_joined_into_it(deps):
    accounts = await a_roster(deps, 2)
    other = (await a_case(deps, externalId="b")).case_number
    await work(deps)
    await given_to(deps, other, accounts[1])
    lead = (await a_case(deps, externalId="a")).case_number
    await joined(deps, lead, other)
    await work(deps)

    [line] = await lines_of(deps, lead)
    assert (line.kind, line.account_id) == ("connexity", accounts[1])


async def test_file_that_was_joined_is_drawn_no_more_and_weighs_on_nobody(deps):
    accounts = await a_roster(deps, 2)
    lead = (await a_case(deps, externalId="a")).case_number
    other = (await a_case(deps, externalId="b")).case_number
    await work(deps)
    await given_to(deps, lead, accounts[0])
    await given_to(deps, other, accounts[1])
    assert await loads(deps) == {accounts[0]: 1, accounts[1]: 1}
    late = (await a_case(deps, externalId="c")).case_number
    await joined(deps, lead, other)
    await joined(deps, lead, late)
    await work(deps)

    assert await lines_of(deps, late) == ()
    assert await loads(deps) == {accounts[0]: 1, accounts[1]: 0}


async def test_file_that_was_joined_before_anybody_had_it_is_drawn_when_it_is_parted_again(deps):
    accounts = await a_roster(deps, 2)
    lead = (await a_case(deps, externalId="a")).case_number
    await work(deps)
    other = (await a_case(deps, externalId="b")).case_number
    await joined(deps, lead, other)
    await work(deps)
    assert await lines_of(deps, other) == ()

    await unjoin_case(UnjoinCase(case_number=other, version=2, reason="toch twee zaken"), a_prosecutor(), deps)
    await work(deps)

    [line] = await lines_of(deps, other)
    assert (line.kind, line.draw_number) == ("draw", 2) and line.account_id in accounts
    assert "ProsecutorAssigned" in {entry.kind for entry in (await view_of(deps, other)).entries}


async def test_file_that_had_a_prosecutor_before_it_was_joined_keeps_him_when_it_is_parted_again(deps):
    await a_roster(deps, 2)
    lead = (await a_case(deps, externalId="a")).case_number
    other = (await a_case(deps, externalId="b")).case_number
    await work(deps)
    before = await prosecutor_of(deps, other)
    await joined(deps, lead, other)

    await unjoin_case(UnjoinCase(case_number=other, version=2, reason="toch twee zaken"), a_prosecutor(), deps)
    await work(deps)

    assert [line.account_id for line in await lines_of(deps, other)] == [before]


async def test_file_whose_job_was_lost_is_found_and_drawn_without_anybody_asking(deps):
    await a_roster(deps)
    number = (await a_case(deps)).case_number
    await a_case(deps, places=[{"id": "p1", "role": "scene", "port": "zeebrugge", "municipality": "Brugge", "nisCode": "31005"}])
    await deps.pool.execute("delete from pgqueuer")
    await work(deps)
    assert (await lines_of(deps, number), await queue.enqueue_unassigned(deps)) == ((), 0)

    later(deps, hours=1)
    found = await queue.enqueue_unassigned(deps), await queue.enqueue_unassigned(deps)
    await work(deps)

    assert found == (1, 0)
    [line] = await lines_of(deps, number)
    assert line.kind == "draw"
    assert await queue.enqueue_unassigned(deps) == 0


async def test_file_that_no_draw_can_be_held_for_is_left_to_the_head(deps):
    """Older than every secret seed, joined, or given up: asking again and again would change nothing."""
    old = (await a_case(deps, externalId="a")).case_number
    later(deps)
    await a_roster(deps)
    lead, other, failing = [(await a_case(deps, externalId=name)).case_number for name in ("b", "c", "d")]
    await joined(deps, lead, other)
    later(deps, hours=1)
    await deps.pool.execute("delete from pgqueuer")
    await deps.pool.execute(
        """insert into pgqueuer (priority, entrypoint, payload, status)
           select 0, $1, convert_to(jsonb_build_object('type', 'AssignProsecutor', 'case_id', c.id, 'after', 0)::text, 'UTF8'), 'failed'
           from cases c, generate_series(1, 5) where c.case_number = $2""",
        ENTRYPOINT,
        failing,
    )

    assert await queue.enqueue_unassigned(deps) == 1
    await work(deps)

    assert [len(await lines_of(deps, number)) for number in (lead, old, other, failing)] == [1, 0, 0, 0]


async def test_file_that_another_office_took_over_weighs_on_nobody_and_comes_back_with_the_file(deps):
    [only] = await a_roster(deps, 1)
    number = (await a_case(deps)).case_number
    await work(deps)
    assert await loads(deps) == {only: 1}
    there, back = a_prosecutor(office="eastFlandersDendermonde"), a_prosecutor()
    for giver, taker in ((back, there), (there, back)):
        offer = OfferTransfer(
            case_number=number, version=await version_of(deps, number), to_office=taker.office, ground="other", reason="elders"
        )
        offered = await offer_transfer(offer, giver, deps)
        answer = AnswerTransfer(case_number=number, version=offered.version, accept=True, reason="ja")
        await answer_transfer(answer, taker, deps)
        assert await loads(deps) == {only: 1 if taker is back else 0}
