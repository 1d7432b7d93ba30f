"""Two magistrates put a simulated draft in force, and exactly the files that it moves get a new decision."""

import asyncio
from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
import structlog

from docket import messages, replay
from docket.access import SYSTEM, Actor
from docket.actions import redeciding
from docket.actions.accounts.add_user import AddUser, add_user
from docket.actions.accounts.disable_account import DisableAccount, disable_account
from docket.actions.jurisdiction.decide_jurisdiction import TrackChoice
from docket.actions.jurisdiction.override_decision import OverrideDecision, override_decision
from docket.actions.legislation.confirm_enactment import carry_out, confirm_enactment
from docket.actions.legislation.enact_law import EnactedLaw, EnactLaw, enact_law
from docket.actions.legislation.propose_enactment import ProposeEnactment, propose_enactment, withdraw_enactment
from docket.actions.legislation.simulate_law import simulate_law
from docket.actions.oversight.verify_register import verify_register
from docket.deps import Deps
from docket.errors import BadInput, DocketError, MissingScope, Stale, StateForbids
from docket.store import accounts, law_packs, proposals, simulations
from docket.store.simulations import Simulation
from tests import builders, drafts

TODAY = date(2026, 11, 24)
FIRST, SECOND = builders.a_prosecutor(account_id=23), builders.an_actor("headOfOffice", account_id=24)
BOTH = (FIRST, SECOND)
REASON = "Het protocol van 2026 geeft de Waaslandhaven terug aan Dendermonde."


async def decided(deps: Deps) -> dict[str, list[tuple[int, str, str]]]:
    """Number, kind and law of every decision of every file."""
    async with deps.pool.acquire() as connection:
        rows = await connection.fetch(
            "select c.case_number, d.seq, d.kind, d.law_digest from decisions d join cases c on c.id = d.case_id order by 1, 2"
        )
    found: dict[str, list[tuple[int, str, str]]] = {}
    for row in rows:
        found.setdefault(row["case_number"], []).append((row["seq"], row["kind"], row["law_digest"]))
    return found


async def enacted(deps: Deps, simulation: Simulation, **said: Any) -> EnactedLaw:
    given = {"simulation_id": simulation.id, "in_force_from": TODAY, "reason": REASON} | said
    return await enact_law(EnactLaw(**given), BOTH, deps)


async def test_exactly_the_files_of_the_moved_list_get_a_new_decision(deps: Deps):
    docket = await drafts.a_docket(deps)
    simulation = await drafts.simulated(deps)
    before = await decided(deps)
    listed = {one.case_number for one in await simulations.listed(deps.pool, simulation.id, None) if one.stays is None}

    done = await enacted(deps, simulation)
    after = await decided(deps)

    new = {number for number in after if after[number] != before[number]}
    assert new == listed == {docket.moves, docket.moves_and_lapses}
    assert (done.totals.moved, done.since_simulation) == (2, 0)
    for number in new:
        assert after[number] == [*before[number], (before[number][-1][0] + 1, "routed", simulation.draft_digest)]


async def test_the_draft_is_the_law_from_then_on(deps: Deps):
    await drafts.a_docket(deps)
    simulation = await drafts.simulated(deps)

    await enacted(deps, simulation)
    later = await builders.a_case(deps, sender="later")
    act = await law_packs.in_force(deps.pool)

    assert act is not None
    assert (act.digest, act.in_force_from, act.reason, act.simulation) == (simulation.draft_digest, TODAY, REASON, str(simulation.id))
    assert (act.first_magistrate, act.second_magistrate) == (FIRST.code, SECOND.code)
    assert later.decision.tracks[0].prosecution_office == "eastFlandersDendermonde"


async def test_each_moved_file_says_so_in_its_docket_and_gets_new_papers_and_mails(deps: Deps):
    docket = await drafts.a_docket(deps)
    simulation = await drafts.simulated(deps)

    await enacted(deps, simulation)

    async with deps.pool.acquire() as connection:
        entries = await connection.fetch(
            "select c.case_number, e.content from docket_entries e join cases c on c.id = e.case_id where e.kind = 'DecidedUnderNewLaw'"
        )
        papers = await connection.fetch(
            "select d.kind, d.outdated_at is null as holds, d.decision_seq from documents d join cases c on c.id = d.case_id"
            " where c.case_number = $1 order by d.id",
            docket.moves,
        )
        mails = await connection.fetch(
            "select d.subject, d.body_text, d.outdated_at is null as holds from deliveries d join cases c on c.id = d.case_id"
            " where c.case_number = $1 order by d.id",
            docket.moves,
        )
    said = {row["case_number"]: row["content"] for row in entries}
    assert said.keys() == {docket.moves, docket.moves_and_lapses}
    assert said[docket.moves] == {
        "version": 2,
        "reason": REASON,
        "decision": 2,
        "lawDigest": simulation.draft_digest,
        "enactment": 2,
        "inForceFrom": "2026-11-24",
        "lapsed": False,
        "confirmationsLapsed": [],
        "documents": ["receipt", "jurisdiction_note"],
        "mails": 1,
    }
    assert said[docket.moves_and_lapses]["lapsed"] is True
    assert [(row["kind"], row["holds"], row["decision_seq"]) for row in papers] == [
        ("receipt", False, 1),
        ("jurisdiction_note", False, 1),
        ("receipt", True, 2),
        ("jurisdiction_note", True, 2),
    ]
    assert [row["holds"] for row in mails] == [False, True]
    assert "opnieuw beslist na een wijziging van de wet" in mails[1]["body_text"]


async def test_the_file_opens_to_the_office_that_it_moved_to(deps: Deps):
    docket = await drafts.a_docket(deps)
    await enacted(deps, await drafts.simulated(deps))

    async with deps.pool.acquire() as connection:
        row = await connection.fetchrow(
            "select version, offices, holding_office, decision_seq from cases where case_number = $1", docket.moves
        )
    assert dict(row) == {
        "version": 2,
        "offices": ["antwerpPort", "eastFlandersDendermonde"],
        "holding_office": "antwerpPort",
        "decision_seq": 2,
    }


async def test_a_file_registered_or_referred_since_the_simulation_is_decided_as_it_now_is(deps: Deps):
    docket = await drafts.a_docket(deps)
    simulation = await drafts.simulated(deps)
    later = await builders.a_case(deps, sender="later")
    await drafts.refer(docket.moves, deps)

    done = await enacted(deps, simulation)
    after = await decided(deps)

    assert done.since_simulation == 2
    assert [kind for _, kind, digest in after[later.case_number] if digest == simulation.draft_digest] == ["routed"]
    assert len(after[docket.moves]) == 1


async def test_a_registration_waits_for_the_enactment_and_is_decided_by_the_new_law(deps: Deps, monkeypatch: pytest.MonkeyPatch):
    await drafts.a_docket(deps)
    simulation = await drafts.simulated(deps)
    lock = proposals.lock_law
    waiting: list[asyncio.Task[Any]] = []

    async def lock_then_register(tx: Any) -> None:
        await lock(tx)
        waiting.append(asyncio.create_task(builders.a_case(deps, sender="meanwhile")))
        await asyncio.wait(waiting, timeout=0.3)
        assert not waiting[0].done()

    monkeypatch.setattr(proposals, "lock_law", lock_then_register)
    done = await enacted(deps, simulation)
    registered = await waiting[0]

    assert done.totals.files == 6
    assert registered.decision.tracks[0].prosecution_office == "eastFlandersDendermonde"
    assert len((await decided(deps))[registered.case_number]) == 1


async def test_registering_and_changing_other_files_go_on_while_the_moved_ones_are_written(deps: Deps, monkeypatch: pytest.MonkeyPatch):
    docket = await drafts.a_docket(deps)
    simulation = await drafts.simulated(deps)
    wrote = redeciding.write_decisions
    meanwhile: list[str] = []

    async def write_while_others_do(*args: Any) -> None:
        await wrote(*args)
        if not meanwhile:
            meanwhile.append((await builders.a_case(deps, sender="meanwhile")).case_number)
            choice = (TrackChoice(ordinal=0, prosecution_office="federal", court=None),)
            command = OverrideDecision(case_number=docket.unchanged, version=1, tracks=choice, reason="Federaal belang.")
            await override_decision(command, builders.a_prosecutor(), deps)

    monkeypatch.setattr(redeciding, "write_decisions", write_while_others_do)
    done = await enacted(deps, simulation)
    after = await decided(deps)

    [number] = meanwhile
    assert [digest for _, _, digest in after[number]] == [deps.law.digest, simulation.draft_digest]
    assert [kind for _, kind, _ in after[docket.unchanged]] == ["routed", "overridden"]
    assert (done.totals.files, done.totals.moved, done.since_simulation) == (7, 3, 1)
    again = await drafts.simulated(deps.under(await deps.laws.in_force(deps.pool)), area="ghent")
    assert again.totals is not None
    assert {code: load.after for code, load in done.totals.offices.items()} == {
        code: load.before for code, load in again.totals.offices.items()
    }


async def test_who_changes_a_moved_file_meanwhile_waits_and_is_told_that_it_changed(deps: Deps, monkeypatch: pytest.MonkeyPatch):
    docket = await drafts.a_docket(deps)
    simulation = await drafts.simulated(deps)
    lock = proposals.lock_law
    waiting: list[asyncio.Task[Any]] = []

    async def change_then_lock(tx: Any) -> None:
        choice = (TrackChoice(ordinal=0, prosecution_office="federal", court=None),)
        command = OverrideDecision(case_number=docket.moves, version=1, tracks=choice, reason="Federaal belang.")
        waiting.append(asyncio.create_task(override_decision(command, builders.a_prosecutor(), deps)))
        await asyncio.wait(waiting, timeout=0.3)
        assert not waiting[0].done()
        await lock(tx)

    monkeypatch.setattr(proposals, "lock_law", change_then_lock)
    await enacted(deps, simulation)

    with pytest.raises(Stale):
        await waiting[0]
    assert [seq for seq, _, _ in (await decided(deps))[docket.moves]] == [1, 2]


async def test_a_file_that_somebody_holds_is_written_once_he_lets_go(deps: Deps, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(proposals, "_LOCK_MILLISECONDS", 50)
    docket = await drafts.a_docket(deps)
    simulation = await drafts.simulated(deps)
    async with deps.pool.acquire() as holding:
        held = holding.transaction()
        await held.start()
        await holding.execute("select from cases where case_number = $1 for no key update", docket.moves)
        lock = proposals.lock_law

        async def let_go_then_lock(tx: Any) -> None:
            await lock(tx)
            if not (await decided(deps))[docket.moves][1:] and holding.is_in_transaction():
                await held.rollback()

        monkeypatch.setattr(proposals, "lock_law", let_go_then_lock)
        done = await enacted(deps, simulation)

    assert done.totals.moved == len(done.moved) == 2
    assert len((await decided(deps))[docket.moves]) == 2


async def test_the_dockets_of_moved_files_verify_and_replay(deps: Deps):
    await drafts.a_docket(deps)
    await enacted(deps, await drafts.simulated(deps))

    found, _ = await verify_register(deps)
    async with deps.transaction() as tx:
        replayed = [again async for again in replay.each_replayed(tx, deps.laws)]
    assert found == []
    assert len(replayed) == 10
    assert {again.outcome for again in replayed} == {"same"}


@pytest.mark.parametrize(
    ("by", "refusal"),
    [
        ((FIRST, FIRST), BadInput),
        ((FIRST, builders.a_clerk()), MissingScope),
        ((FIRST, msgspec.structs.replace(SECOND, scopes=frozenset({"cases:write"}))), StateForbids),
        ((FIRST, msgspec.structs.replace(SECOND, account_id=None)), StateForbids),
    ],
)
async def test_it_takes_two_different_magistrates(deps: Deps, by: tuple[Actor, Actor], refusal: type[DocketError]):
    simulation = await drafts.simulated(deps)

    with pytest.raises(refusal):
        await enact_law(EnactLaw(simulation_id=simulation.id, in_force_from=TODAY, reason=REASON), by, deps)
    assert await law_packs.digest_in_force(deps.pool) == deps.law.digest


@pytest.mark.parametrize(("day", "said"), [(date(2026, 11, 25), "niet in de toekomst"), (date(2026, 11, 23), "die dag of later")])
async def test_the_day_lies_between_the_last_enactment_and_today(deps: Deps, day: date, said: str):
    simulation = await drafts.simulated(deps)

    with pytest.raises(BadInput) as refused:
        await enacted(deps, simulation, in_force_from=day)
    assert said in refused.value.issues[0].detail


async def test_a_reason_is_needed(deps: Deps):
    with pytest.raises(BadInput):
        await enacted(deps, await drafts.simulated(deps), reason=" ")


async def test_a_draft_that_was_simulated_against_another_law_is_refused(deps: Deps):
    await drafts.a_docket(deps)
    old, new = await drafts.simulated(deps, area="ghent"), await drafts.simulated(deps)
    await enacted(deps, new)

    with pytest.raises(StateForbids, match="Simuleer het ontwerp opnieuw"):
        await enacted(deps, old)


async def test_a_draft_that_was_not_simulated_to_the_end_is_refused(deps: Deps):
    waiting = await simulate_law(drafts.a_draft(deps), FIRST, deps)

    with pytest.raises(StateForbids, match="nog niet gesimuleerd"):
        await enact_law(EnactLaw(simulation_id=waiting, in_force_from=TODAY, reason=REASON), BOTH, deps)


async def test_a_file_that_moves_otherwise_than_simulated_without_having_changed_stops_it(deps: Deps):
    docket = await drafts.a_docket(deps)
    simulation = await drafts.simulated(deps)
    deps.clock.instant = deps.clock.instant.replace(hour=11)
    async with deps.pool.acquire() as connection:
        await connection.execute("delete from simulation_files where stays is null and simulation_id = $1", simulation.id)
        await connection.execute("update simulations set snapshot_at = $1 where id = $2", deps.clock.now(), simulation.id)
    before = await decided(deps)

    with pytest.raises(StateForbids, match="zonder dat ze wijzigden"):
        await enacted(deps, simulation)
    assert await decided(deps) == before
    assert docket.moves in before
    assert await law_packs.digest_in_force(deps.pool) == deps.law.digest


async def people(deps: Deps) -> tuple[Actor, Actor]:
    found = []
    for name in ("eerste", "tweede"):
        await add_user(
            AddUser(name=name, display_name=name, roles=("prosecutor",), office="antwerpPort", password="een zin voor de proef"),
            SYSTEM,
            deps,
        )
        user = await accounts.user_by_name(deps.pool, name)
        assert user is not None
        found.append(user.actor)
    return found[0], found[1]


async def test_one_magistrate_proposes_and_another_confirms(deps: Deps):
    await drafts.a_docket(deps)
    simulation = await drafts.simulated(deps)
    first, second = await people(deps)
    proposal = await propose_enactment(ProposeEnactment(simulation_id=simulation.id, in_force_from=TODAY, reason=REASON), first, deps)

    with pytest.raises(StateForbids, match="een andere magistraat"):
        await confirm_enactment(proposal, first, deps)
    await confirm_enactment(proposal, second, deps)
    assert await carry_out(proposal, deps)
    act = await law_packs.in_force(deps.pool)
    done = await proposals.proposal(deps.pool, proposal)

    assert act is not None
    assert (act.first_magistrate, act.second_magistrate) == (first.code, second.code)
    assert done is not None
    assert done.state == "enacted"
    assert not await carry_out(proposal, deps)
    assert len(await law_packs.history(deps.pool)) == 2


async def test_one_proposal_waits_at_a_time_and_can_be_withdrawn(deps: Deps):
    simulation = await drafts.simulated(deps)
    first, second = await people(deps)
    command = ProposeEnactment(simulation_id=simulation.id, in_force_from=TODAY, reason=REASON)
    proposal = await propose_enactment(command, first, deps)

    with pytest.raises(StateForbids, match="wacht al een voorstel"):
        await propose_enactment(command, second, deps)
    await withdraw_enactment(proposal, second, deps)
    with pytest.raises(StateForbids):
        await confirm_enactment(proposal, second, deps)
    assert await propose_enactment(command, second, deps) > proposal


async def test_a_magistrate_whose_account_was_closed_meanwhile_enacts_nothing(deps: Deps):
    simulation = await drafts.simulated(deps)
    first, second = await people(deps)
    proposal = await propose_enactment(ProposeEnactment(simulation_id=simulation.id, in_force_from=TODAY, reason=REASON), first, deps)
    await confirm_enactment(proposal, second, deps)
    await disable_account(DisableAccount(name="eerste"), SYSTEM, deps)

    assert not await carry_out(proposal, deps)
    refused = await proposals.proposal(deps.pool, proposal)
    assert refused is not None
    assert (refused.state, "gesloten" in (refused.failure or "")) == ("refused", True)
    assert await law_packs.digest_in_force(deps.pool) == deps.law.digest


@pytest.mark.parametrize("last", ["write_decisions", "keep_effects"])
async def test_an_enactment_that_dies_in_the_middle_leaves_the_register_as_it_was_and_can_be_confirmed_again(
    deps: Deps, monkeypatch: pytest.MonkeyPatch, last: str
):
    await drafts.a_docket(deps)
    simulation = await drafts.simulated(deps)
    first, second = await people(deps)
    proposal = await propose_enactment(ProposeEnactment(simulation_id=simulation.id, in_force_from=TODAY, reason=REASON), first, deps)
    await confirm_enactment(proposal, second, deps)
    before, since = await contents(deps), deps.clock.now() - timedelta(days=14)

    async def die(*args: Any, **said: Any) -> None:
        raise ZeroDivisionError("Jan Peeters")

    with monkeypatch.context() as patched, structlog.testing.capture_logs() as logs:
        patched.setattr({"write_decisions": redeciding, "keep_effects": proposals}[last], last, die)
        assert not await carry_out(proposal, deps)
    back = await proposals.proposal(deps.pool, proposal)

    assert await contents(deps) == before
    assert await law_packs.digest_in_force(deps.pool) == deps.law.digest
    assert await proposals.announcement(deps.pool, first.account_id or 0, since=since) is None
    assert back is not None
    assert (back.state, back.confirmed_by, "opnieuw" in (back.failure or "")) == ("proposed", None, True)
    [line] = [line for line in logs if line["event"] == "enactment failed"]
    assert (line["proposal"], line["error"], "Peeters" in str(line)) == (proposal, "ZeroDivisionError", False)

    await confirm_enactment(proposal, second, deps)
    assert await carry_out(proposal, deps)
    done = await proposals.proposal(deps.pool, proposal)
    assert done is not None
    assert (done.state, done.failure) == ("enacted", None)
    assert await proposals.announcement(deps.pool, first.account_id or 0, since=since) is not None


async def contents(deps: Deps) -> dict[str, list[Any]]:
    """Every row that an enactment may write, but for its proposal."""
    tables = ("cases", "decisions", "decision_tracks", "docket_entries", "documents", "deliveries", "enactments", "enactment_effects")
    async with deps.pool.acquire() as connection:
        rows = {table: await connection.fetch(f"select t::text from {table} t order by 1") for table in tables}
    return {table: [row["t"] for row in found] for table, found in rows.items()}


async def test_the_confirmation_promises_the_enactment_to_the_worker(deps: Deps):
    simulation = await drafts.simulated(deps)
    first, second = await people(deps)
    proposal = await propose_enactment(ProposeEnactment(simulation_id=simulation.id, in_force_from=TODAY, reason=REASON), first, deps)
    await confirm_enactment(proposal, second, deps)

    async with deps.pool.acquire() as connection:
        payloads = [messages.decode(row["payload"]) for row in await connection.fetch("select payload from pgqueuer")]
    assert messages.EnactLaw(proposal_id=proposal) in payloads


async def test_everybody_is_told_until_he_puts_it_away(deps: Deps):
    await drafts.a_docket(deps)
    done = await enacted(deps, await drafts.simulated(deps))
    first, second = await people(deps)
    since = deps.clock.now() - timedelta(days=14)
    told = await proposals.announcement(deps.pool, first.account_id or 0, since=since)

    assert told is not None
    assert (told.seq, told.in_force_from, told.reason, told.moved) == (done.seq, TODAY, REASON, 2)
    async with deps.transaction() as tx:
        await proposals.put_away(tx, first.account_id or 0, told.seq, deps.clock.now())
    assert await proposals.announcement(deps.pool, first.account_id or 0, since=since) is None
    assert await proposals.announcement(deps.pool, second.account_id or 0, since=since) is not None
    assert await proposals.announcement(deps.pool, second.account_id or 0, since=deps.clock.now()) is None
