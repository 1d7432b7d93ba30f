"""What a chamber was and what it became, by whom and when, is kept, sealed and verified."""

from datetime import date, time
from typing import Any

import msgspec
import pytest

from docket.access import Actor
from docket.actions.hearings.keep_chamber import KeepChamber, KeepSitting, keep_chamber
from docket.actions.oversight.sign_head import sign_head
from docket.actions.oversight.verify_register import verify_register
from docket.chamber_changes import ChamberState
from docket.deps import Deps
from docket.errors import Stale
from docket.hearings import ChamberSaid
from docket.store import chamber_changes as store
from docket.store import hearings
from tests.builders import a_case
from tests.docket.actions.hearing_world import PEOPLE, RIGHT_BANK, a_chamber, a_head, booked, wanted
from tests.docket.actions.test_hearings import FIRST

NEW = ChamberState(kind="correctional", weekdays=(1, 2, 3, 4, 5), starts_at=time(9), capacity=3)
DAY = date(2026, 12, 14)


async def change(deps: Deps, chamber: int, *, version: int = 1, close: bool = False, by: Actor | None = None, **fields: Any) -> None:
    known = await hearings.chamber(deps.pool, chamber)
    assert known is not None
    said = ChamberSaid(**{name: getattr(known, name) for name in ChamberSaid.__struct_fields__} | fields)
    await keep_chamber(KeepChamber(said=said, chamber_id=chamber, version=version, close=close), by or a_head(), deps)


async def keep_day(deps: Deps, chamber: int, capacity: int) -> None:
    await keep_chamber(KeepSitting(chamber_id=chamber, day=DAY, starts_at=time(10), capacity=capacity), a_head(), deps)


async def found(deps: Deps) -> list[tuple[str, str, str]]:
    findings, _ = await verify_register(deps)
    return [(each.table, each.row, each.what) for each in findings]


async def test_each_change_of_a_chamber_says_who_when_what_it_was_and_what_it_became(deps: Deps) -> None:
    chamber = await a_chamber(deps)
    await change(deps, chamber, capacity=8, weekdays=(1,))
    await change(deps, chamber, version=2, close=True)

    closed, changed, added = await store.of_chamber(deps.pool, chamber)
    assert (added.before, added.after, added.changed_by, added.changed_at) == (None, NEW, "headOfOffice:90", deps.clock.now())
    larger = msgspec.structs.replace(NEW, capacity=8, weekdays=(1,))
    assert (changed.before, changed.after) == (NEW, larger)
    assert (closed.before, closed.after) == (larger, msgspec.structs.replace(larger, closed=True))
    assert [one.seq for one in (added, changed, closed)] == [1, 2, 3]


async def test_each_change_of_a_day_is_kept_beside_those_of_its_chamber(deps: Deps) -> None:
    chamber = await a_chamber(deps)
    await keep_day(deps, chamber, 1)
    await keep_day(deps, chamber, 0)

    second, first, _ = await store.of_chamber(deps.pool, chamber)
    one = ChamberState(kind="correctional", starts_at=time(10), capacity=1)
    assert (first.day, first.before, first.after) == (DAY, None, one)
    assert (second.day, second.before, second.after) == (DAY, one, msgspec.structs.replace(one, capacity=0))


async def test_what_changes_nothing_or_is_refused_leaves_no_change(deps: Deps) -> None:
    chamber = await a_chamber(deps)
    await change(deps, chamber)
    with pytest.raises(Stale):
        await change(deps, chamber, version=1, capacity=9)

    assert len(await store.of_chamber(deps.pool, chamber)) == 1


async def a_sealed_world(deps: Deps) -> int:
    chamber, other = await a_chamber(deps), await a_chamber(deps, name="AC2")
    await change(deps, chamber, capacity=8)
    await keep_day(deps, chamber, 4)
    number = (await a_case(deps, **RIGHT_BANK, persons=PEOPLE)).case_number
    await booked(deps, number, wanted(other, FIRST))
    await change(deps, other, capacity=1)
    assert await sign_head(deps) is not None
    assert await found(deps) == []
    return chamber


@pytest.mark.parametrize(
    ("sql", "wanted_finding"),
    [
        ("update chambers set capacity = 400 where id = {0}", ("chambers", "{0}", "is niet wat de laatste wijziging ervan maakte")),
        ("update chambers set kind = 'raadkamer' where id = {0}", ("chambers", "{0}", "is niet wat de laatste wijziging ervan maakte")),
        ("update chambers set weekdays = '{{5}}' where id = {0}", ("chambers", "{0}", "is niet wat de laatste wijziging ervan maakte")),
        (
            "update sittings set capacity = 99 where chamber_id = {0}",
            ("sittings", "{0}/2026-12-14", "is niet wat de laatste wijziging ervan maakte"),
        ),
        ("delete from sittings where chamber_id = {0}", ("sittings", "{0}/2026-12-14", "is er niet meer")),
        (
            "update sittings set capacity = 99 where chamber_id <> {0}",
            ("sittings", "2/2026-12-07", "is niet zoals de kamer ooit was, en niemand schreef die dag in"),
        ),
        (
            "update chamber_changes set changed_by = 'user:1' where seq = 3",
            ("chamber_changes", "3", "de wijziging is niet meer wat er ingeschreven werd"),
        ),
        (
            "update chamber_changes set after = after || '{{\"capacity\": 9}}' where seq = 3",
            ("chamber_changes", "3", "de wijziging is niet meer wat er ingeschreven werd"),
        ),
        ("delete from chamber_changes where seq = 2", ("chamber_changes", "3", "wijziging 2 ontbreekt")),
        (
            "delete from chamber_changes where seq = (select max(seq) from chamber_changes)",
            ("chamber_changes", "", "de wijzigingen van de kamers zijn niet meer die van zegel 1: hun keten is verkort of herschreven"),
        ),
        ("update heads set chambers_digest = null", ("heads", "1", "niet meer wat er ondertekend werd")),
    ],
)
async def test_a_chamber_that_was_changed_behind_its_history_is_found(deps: Deps, sql: str, wanted_finding: tuple[str, str, str]) -> None:
    chamber = await a_sealed_world(deps)
    await deps.pool.execute(sql.format(chamber))

    table, row, what = wanted_finding
    assert (table, row.format(chamber), what) in await found(deps)


async def test_a_change_of_a_chamber_is_sealed_by_the_next_head_though_no_file_changed(deps: Deps) -> None:
    chamber = await a_sealed_world(deps)
    assert await sign_head(deps) is None
    await change(deps, chamber, version=2, capacity=2)

    second = await sign_head(deps)

    assert second is not None and second.chambers_digest == (await store.last_link(deps.pool) or b"").hex()
    assert await found(deps) == []


async def test_a_chamber_of_before_the_history_verifies_and_its_first_change_says_what_it_was(deps: Deps) -> None:
    chamber = await a_chamber(deps)
    await deps.pool.execute("delete from chamber_changes")
    assert await found(deps) == []

    await change(deps, chamber, capacity=5)

    [first] = await store.of_chamber(deps.pool, chamber)
    assert (first.before, first.after.capacity) == (NEW, 5)
    assert await found(deps) == []
