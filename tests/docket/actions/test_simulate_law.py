"""A draft of the law is tried on the whole docket, on one snapshot, and the register stays as it was."""

from typing import Any

import msgspec
import pytest

from docket import legislation, simulating
from docket.access import visibility
from docket.actions.legislation.run_simulation import GIVEN_UP, MAX_ATTEMPTS, run_simulation
from docket.actions.legislation.simulate_law import Draft, simulate_again, simulate_law
from docket.deps import Deps
from docket.errors import BadInput, MissingScope, StateForbids
from docket.simulation import Load, Totals, answer_of
from docket.store import law_packs, simulations
from docket.store.simulations import HeldRow
from routing import ENGINE_VERSION, route
from tests import builders, drafts

#: What a simulation may write: its own rows, its job and the law pack of the draft.
ITS_OWN = {"simulations", "simulation_files", "law_packs", "law_pack_files", "pgqueuer", "pgqueuer_log"}


async def contents(deps: Deps) -> dict[str, str]:
    """A digest of every row of every table that a simulation may not touch, and where each row lies."""
    async with deps.pool.acquire() as connection:
        tables = await connection.fetch("select tablename from pg_tables where schemaname = 'public' order by 1")
        return {
            name: await connection.fetchval(
                f"select md5(coalesce(string_agg(t.ctid::text || t.xmax::text || t::text, '' order by t.ctid), '')) from {name} t"
            )
            for (name,) in tables
            if name not in ITS_OWN
        }


async def test_every_file_is_told_where_the_draft_takes_it(deps: Deps):
    docket = await drafts.a_docket(deps)

    found = await drafts.simulated(deps)
    listed = {one.case_number: one for one in await simulations.listed(deps.pool, found.id, None)}

    assert {number: (one.stays, one.what) for number, one in listed.items()} == {
        docket.moves: (None, ("office", "court")),
        docket.moves_and_lapses: (None, ("office", "court", "choice")),
        docket.stays_referred: ("referred", ("office", "court")),
        docket.stays_seised: ("seised", ("office", "court")),
    }
    assert listed[docket.moves].before.offices == ("antwerpPort",)
    assert listed[docket.moves].after.offices == ("eastFlandersDendermonde",)
    assert listed[docket.moves_and_lapses].before.offices == ("federal",)


async def test_totals_say_what_each_office_and_court_would_have(deps: Deps):
    await drafts.a_docket(deps)

    totals = (await drafts.simulated(deps)).totals

    assert totals is not None
    assert (totals.files, totals.moved, totals.unchanged, totals.lapsed, totals.kept) == (6, 2, 2, 1, 1)
    assert totals.stays == {"referred": 1, "seised": 1}
    assert totals.offices == {
        "antwerpPort": Load(before=4, after=3),
        "federal": Load(before=2, after=1),
        "eastFlandersDendermonde": Load(before=0, after=2),
    }
    assert totals.by_office == {"antwerpPort>eastFlandersDendermonde": 1, "federal>eastFlandersDendermonde": 1}
    assert totals.by_area == {"waasland>waasland": 2}
    assert totals.by_year == {"2026": 2}


async def test_trying_a_law_writes_nothing_to_the_register(deps: Deps):
    await drafts.a_docket(deps)
    before = await contents(deps)

    await drafts.simulated(deps)

    assert await contents(deps) == before


async def test_a_file_registered_while_it_runs_is_not_in_it(deps: Deps, monkeypatch: pytest.MonkeyPatch):
    docket = await drafts.a_docket(deps)
    parts = simulating.parts
    late: list[str] = []

    async def parts_after_a_registration(task: simulating.Task, last_id: int) -> Any:
        late.append((await builders.a_case(deps, sender="late")).case_number)
        async for part in parts(task, last_id + 1):
            yield part

    monkeypatch.setattr(simulating, "parts", parts_after_a_registration)
    found = await drafts.simulated(deps)
    listed = [one.case_number for one in await simulations.listed(deps.pool, found.id, None)]

    assert found.files == found.files_done == 6
    assert late[0] not in listed
    assert docket.moves in listed


async def test_the_stored_answer_is_that_of_the_present_law_and_engine(deps: Deps):
    """Which is why it may stand for it."""
    await drafts.a_docket(deps)
    law = deps.law.law
    decider = simulating.Decider(law, deps.law.digest, law)
    rows = await held(deps)

    for row in rows:
        facts = simulating.facts_decoder.decode(row.facts)
        assert simulating.answer_decoder.decode(row.routed) == answer_of(route(facts, law))
        assert decider.decide(row, Totals()) is None
    assert decider.stood == len(rows) == 6


@pytest.mark.parametrize("stored", [{"law_digest": "f" * 64}, {"engine_version": "0"}])
async def test_an_answer_of_another_law_or_engine_does_not_stand_for_the_present_one(deps: Deps, stored: dict[str, str]):
    await drafts.a_docket(deps)
    law = deps.law.law
    decider = simulating.Decider(law, deps.law.digest, law)

    for row in await held(deps):
        elsewhere = msgspec.json.encode(msgspec.structs.replace(simulating.answer_decoder.decode(row.routed), port_area="ghent")).decode()
        changed = msgspec.structs.replace(row, routed=elsewhere, **stored)
        assert decider.decide(changed, Totals()) is None
    assert decider.stood == 0
    assert ENGINE_VERSION != "0"


async def test_who_runs_it_sees_the_numbers_of_files_that_he_may_see(deps: Deps):
    await drafts.a_docket(deps)
    found = await drafts.simulated(deps)
    elsewhere = builders.a_prosecutor(office="westFlandersBrugge")

    assert len(await simulations.listed(deps.pool, found.id, visibility(builders.a_prosecutor()))) == 2
    assert len(await simulations.listed(deps.pool, found.id, visibility(builders.a_prosecutor()), staying=True)) == 2
    assert await simulations.listed(deps.pool, found.id, visibility(elsewhere)) == ()
    assert found.totals is not None
    assert found.totals.moved == 2


async def test_a_draft_with_faults_is_refused_with_file_row_and_mend(deps: Deps):
    files = {
        "policies.toml": deps.law.files["policies.toml"].replace(b'exclusive_court = "antwerpCorrectional"', b'exclusive_court = "nowhere"')
    }

    with pytest.raises(BadInput) as refused:
        await simulate_law(Draft(files=files), builders.a_prosecutor(), deps)

    assert all("policies.toml, stroomplan" in line or "policies.toml" in line for line in refused.value.lines())
    assert any("nowhere" in line for line in refused.value.lines())


@pytest.mark.parametrize(
    ("files", "said"),
    [({}, "minstens één bestand"), ({"wet.docx": b"x"}, "geen bestand wet.docx"), ({"policies.toml": b"\xff"}, "policies.toml")],
)
async def test_what_is_no_draft_is_refused(deps: Deps, files: dict[str, bytes], said: str):
    with pytest.raises(BadInput) as refused:
        await simulate_law(Draft(files=files), builders.a_prosecutor(), deps)

    assert said in " ".join(refused.value.lines())


async def test_the_law_in_force_is_no_draft(deps: Deps):
    with pytest.raises(StateForbids, match="gelijk aan de wet die in werking is"):
        await simulate_law(Draft(files=dict(deps.law.files)), builders.a_prosecutor(), deps)


@pytest.mark.parametrize("role", ["clerk", "courtRegistrar", "auditor", "administrator", "officeClient"])
async def test_only_magistrates_try_a_law(deps: Deps, role: Any):
    with pytest.raises(MissingScope):
        await simulate_law(drafts.a_draft(deps), builders.an_actor(role), deps)


async def test_a_simulation_whose_process_was_killed_says_so_and_can_be_run_again(deps: Deps, monkeypatch: pytest.MonkeyPatch):
    await drafts.a_docket(deps)
    processes = simulating.processes

    def killed(task: simulating.Task, count: int) -> Any:
        return _Killed(processes(task, count))

    simulation_id = await simulate_law(drafts.a_draft(deps), builders.a_prosecutor(), deps, queued=False)
    with monkeypatch.context() as patch:
        patch.setattr(simulating, "processes", killed)
        done = await run_simulation(simulation_id, deps)
    failed = await simulations.simulation(deps.pool, simulation_id)

    assert (done, failed.state) == (False, "failed")
    assert "viel uit" in failed.failure
    await simulate_again(simulation_id, builders.a_prosecutor(), deps)
    assert await run_simulation(simulation_id, deps)
    again = await simulations.simulation(deps.pool, simulation_id)
    assert (again.state, again.failure, again.totals.moved) == ("done", None, 2)
    assert len(await simulations.listed(deps.pool, simulation_id, None)) == 4


async def test_a_simulation_that_meets_a_fault_of_ours_does_not_seem_to_run_for_ever(deps: Deps, monkeypatch: pytest.MonkeyPatch):
    await drafts.a_docket(deps)
    simulation_id = await simulate_law(drafts.a_draft(deps), builders.a_prosecutor(), deps, queued=False)

    def broken(*_: Any) -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr(simulating, "parts", broken)
    with pytest.raises(ZeroDivisionError):
        await run_simulation(simulation_id, deps)

    found = await simulations.simulation(deps.pool, simulation_id)
    assert found.state == "failed"
    assert "viel uit" in found.failure


async def test_a_simulation_that_keeps_ending_its_worker_is_given_up(deps: Deps):
    simulation_id = await simulate_law(drafts.a_draft(deps), builders.a_prosecutor(), deps, queued=False)
    for _ in range(MAX_ATTEMPTS):
        async with deps.transaction() as tx:
            await simulations.claim(tx, simulation_id, at=deps.clock.now(), max_attempts=MAX_ATTEMPTS)

    assert not await run_simulation(simulation_id, deps)
    found = await simulations.simulation(deps.pool, simulation_id)
    assert (found.state, found.failure) == ("failed", GIVEN_UP)


async def test_a_simulation_that_is_done_is_not_done_again(deps: Deps):
    found = await drafts.simulated(deps)

    assert not await run_simulation(found.id, deps)
    with pytest.raises(StateForbids, match="klaar"):
        await simulate_again(found.id, builders.a_prosecutor(), deps)
    assert (await simulations.simulation(deps.pool, found.id)).state == "done"


async def test_two_processes_find_what_one_finds(deps: Deps, monkeypatch: pytest.MonkeyPatch):
    await drafts.a_docket(deps)
    monkeypatch.setattr(simulating, "RANGE_IDS", 1)
    draft = drafts.without("waasland", dict(deps.law.files))
    packs = [
        simulating.Pack(files=files, digest=legislation.digest(files)) for files in (dict(deps.law.files), {**deps.law.files, **draft})
    ]
    found = []
    for count in (1, 2):
        totals, compared = Totals(), []
        async with simulations.snapshot(deps.pool) as (tx, name):
            task = simulating.Task(url=deps.settings.database_url, snapshot=name, present=packs[0], draft=packs[1])
            async for part in simulating.parts(task, (await simulations.extent(tx)).last_id, count):
                totals.add(part.totals)
                compared += part.compared
        found.append((totals, sorted(compared, key=lambda one: one.case_id)))

    assert found[0] == found[1]
    assert found[0][0].files == 6


async def test_the_pack_of_a_draft_is_kept_under_its_digest(deps: Deps):
    found = await drafts.simulated(deps)

    files = await law_packs.get(deps.pool, found.draft_digest)
    assert files == {**deps.law.files, **drafts.without("waasland", dict(deps.law.files))}
    assert await law_packs.digest_in_force(deps.pool) == deps.law.digest == found.present_digest


async def held(deps: Deps) -> list[HeldRow]:
    async with simulations.snapshot(deps.pool) as (tx, _):
        return [row async for row in simulations.held(tx, 1, (await simulations.extent(tx)).last_id + 1)]


class _Killed:
    """The processes of a simulation, one of which is killed at once."""

    def __init__(self, started: Any) -> None:
        self.started = started

    async def __aenter__(self) -> Any:
        running = await self.started.__aenter__()
        running[0].kill()
        return running

    async def __aexit__(self, *error: object) -> None:
        await self.started.__aexit__(*error)
