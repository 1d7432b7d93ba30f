"""The documents of a whole sitting in one go: each from its own file, with what is missing beside it, and none twice."""

import asyncio
from datetime import date, timedelta
from typing import Any

import msgspec
import pytest

from docket.access import SYSTEM, visibility
from docket.actions import redeciding
from docket.actions.papers.finish_document import FailedDocument, finish_document
from docket.actions.papers.make_document import MakeDocument, make_document
from docket.actions.papers.make_in_bulk import MakeInBulk, StartedBulk, make_in_bulk
from docket.actions.papers.repeat_bulk import RepeatBulk, repeat_bulk
from docket.clock import FixedClock
from docket.deps import Deps
from docket.errors import BadInput, NotFound, StateForbids
from docket.mail.sending import MemorySender
from docket.papers import summoning
from docket.store import accounts, bulk
from docket.worker.make_bulk_line import MAX_ATTEMPTS, make_bulk_line
from docket.worker.queue import drain
from docket.worker.render_document import render_document
from tests.builders import a_case, addressed
from tests.docket.actions.hearing_world import RIGHT_BANK, a_chamber, booked, wanted
from tests.docket.web.conftest import Enter

DAY = date(2026, 12, 14)
#: What differs by file, in kinds that are made one by one.
_ANYTHING: dict[str, Any] = {"orderNumber": "B12", "noSeriousHarm": True, "systemNumber": "21AB3"}
SUMMONED: dict[str, Any] = {
    "kind": "natural",
    "count": 1,
    "givenNames": "Verdachte",
    "familyName": "Een",
    "birthDate": "1970-03-01",
    "minor": False,
    "residence": {"country": "BE", "municipality": "Duffel"},
}


async def a_sitting(deps: Deps, *suspects: tuple[dict[str, Any], ...]) -> tuple[int, list[str]]:
    """The chamber, and a file for each tuple of suspects, all at nine o'clock of that day."""
    await addressed(deps)
    chamber, numbers = await a_chamber(deps, capacity=50), []
    for at, people in enumerate(suspects):
        persons = [{"id": f"s{number}", "role": "suspect", **person} for number, person in enumerate(people, start=1)]
        number = (await a_case(deps, sender=f"rol-{at}", externalId=f"rol-{at}", persons=persons, **RIGHT_BANK)).case_number
        await booked(deps, number, wanted(chamber, DAY))
        numbers.append(number)
    return chamber, numbers


async def the_clerk(enter: Enter, deps: Deps) -> Any:
    visitor = await enter("clerk")
    user = await accounts.user_by_id(deps.pool, visitor.account_id)
    assert user is not None
    return visitor, user.actor


async def states_of(deps: Deps, run: StartedBulk) -> list[str]:
    return [row["state"] for row in await deps.pool.fetch("select state from bulk_lines where run_id = $1 order by ordinal", run.run_id)]


async def documents_of(deps: Deps) -> int:
    return await deps.pool.fetchval("select count(*) from documents where kind in ('direct_summons', 'receipt') and made_by like 'user:%'")


async def test_the_summonses_of_a_roll_are_made_in_one_go_and_each_that_lacks_something_says_what_and_where(
    enter: Enter, deps: Deps, sender: MemorySender
) -> None:
    clerk, _ = await the_clerk(enter, deps)
    chamber, (whole, lacking) = await a_sitting(
        deps, (SUMMONED, SUMMONED), ({**SUMMONED, "birthDate": None, "minor": None, "residence": None},)
    )
    here = f"/zittingsrol/stukken?kamer={chamber}&dag=14/12/2026&soort=direct_summons"
    await clerk.open(f"/zittingsrol?kamer={chamber}&dag=14/12/2026")
    assert "/zittingsrol/stukken?" in clerk.page.text
    await clerk.open(here)
    assert "2 dossiers" in clerk.text
    said = {"_soort": "direct_summons", "_kamer": str(chamber), "_dag": "14/12/2026"}
    await clerk.post("/zittingsrol/stukken", said | {"_veld_hearingPlace": "Bolivarplaats 20, zaal C", "_veld_part": "perpetrator"})
    waiting = clerk.page
    await drain(deps, sender)
    await clerk.open(clerk.path)

    assert waiting.headers["refresh"] == "2"
    assert "0 van 3 afgewerkt" in waiting.text
    assert "3 van 3 afgewerkt, 2 gemaakt" in clerk.text
    assert "refresh" not in clerk.page.headers
    assert clerk.page.text.count(f'href="/dossiers/{whole}/documenten/') == 4
    assert f'href="/dossiers/{lacking}/verbeteren#' in clerk.page.text


async def test_what_was_missing_is_tried_again_and_what_was_made_is_left_alone(enter: Enter, deps: Deps) -> None:
    _, actor = await the_clerk(enter, deps)
    chamber, _ = await a_sitting(deps, (SUMMONED,), (SUMMONED,))
    run = await make_in_bulk(MakeInBulk(kind="receipt", chamber_id=chamber, day=DAY), actor, deps)
    await make_bulk_line(run.run_id, 1, deps)
    await bulk.finish(deps.pool, run.run_id, 2, state="missing", reason="vul aan", missing=(("het uur", "verbeteren"),))
    again = await repeat_bulk(RepeatBulk(run_id=run.run_id), actor, deps)
    assert await repeat_bulk(RepeatBulk(run_id=run.run_id), actor, deps) == 0
    await make_bulk_line(run.run_id, 1, deps)
    await make_bulk_line(run.run_id, 2, deps)

    assert (run.lines, again) == (2, 1)
    assert await states_of(deps, run) == ["asked", "asked"]
    assert await documents_of(deps) == 2


async def test_a_worker_that_is_killed_within_a_line_leaves_nothing_of_it_and_two_workers_at_one_line_make_one_document(
    enter: Enter, deps: Deps, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, actor = await the_clerk(enter, deps)
    chamber, _ = await a_sitting(deps, (SUMMONED,))
    run = await make_in_bulk(MakeInBulk(kind="receipt", chamber_id=chamber, day=DAY), actor, deps)

    async def killed(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as cut:
        cut.setattr(redeciding, "enter", killed)
        with pytest.raises(KeyboardInterrupt):
            await make_bulk_line(run.run_id, 1, deps)
    made, left = await documents_of(deps), await states_of(deps, run)
    await asyncio.gather(make_bulk_line(run.run_id, 1, deps), make_bulk_line(run.run_id, 1, deps))

    assert (made, left) == (0, ["waiting"])
    assert await documents_of(deps) == 1
    assert await states_of(deps, run) == ["asked"]


async def test_a_line_keeps_its_own_document_also_when_somebody_makes_a_later_one_by_hand(enter: Enter, deps: Deps) -> None:
    _, actor = await the_clerk(enter, deps)
    chamber, (number,) = await a_sitting(deps, (SUMMONED,))
    run = await make_in_bulk(MakeInBulk(kind="receipt", chamber_id=chamber, day=DAY), actor, deps)
    await make_bulk_line(run.run_id, 1, deps)
    [line] = await bulk.lines(deps.pool, run.run_id, visibility(actor))
    later = (await make_document(MakeDocument(case_number=number, kind="receipt"), actor, deps)).document_id
    await make_bulk_line(run.run_id, 1, deps)
    [after] = await bulk.lines(deps.pool, run.run_id, visibility(actor))

    assert line.document_id is not None
    assert line.document_id < later
    assert after.document_id == line.document_id


async def test_a_line_whose_document_could_not_be_made_is_tried_again_with_a_new_one(enter: Enter, deps: Deps) -> None:
    clerk, actor = await the_clerk(enter, deps)
    chamber, _ = await a_sitting(deps, (SUMMONED,), (SUMMONED,))
    run = await make_in_bulk(MakeInBulk(kind="receipt", chamber_id=chamber, day=DAY), actor, deps)
    for ordinal in (1, 2):
        await make_bulk_line(run.run_id, ordinal, deps)
    failed, made = [line.document_id or 0 for line in await bulk.lines(deps.pool, run.run_id, visibility(actor))]
    await finish_document(FailedDocument(document_id=failed, failure="Het sjabloon mist een veld."), SYSTEM, deps)
    await render_document(made, deps)
    await clerk.open(f"/zittingsrol/stukken/{run.run_id}")
    assert "Het sjabloon mist een veld." in clerk.text
    await clerk.post(f"/zittingsrol/stukken/{run.run_id}/opnieuw", {})
    await make_bulk_line(run.run_id, 1, deps)
    again, still = await bulk.lines(deps.pool, run.run_id, visibility(actor))
    await render_document(again.document_id or 0, deps)
    await clerk.open(f"/zittingsrol/stukken/{run.run_id}")

    assert (again.document_id or 0) > made
    assert still.document_id == made
    assert "2 van 2 afgewerkt, 2 gemaakt" in clerk.text
    assert "Opnieuw proberen" not in clerk.page.text


async def test_a_worker_whose_clock_is_behind_that_of_the_web_finishes_a_line_all_the_same(enter: Enter, deps: Deps) -> None:
    _, actor = await the_clerk(enter, deps)
    chamber, _ = await a_sitting(deps, (SUMMONED,))
    run = await make_in_bulk(MakeInBulk(kind="receipt", chamber_id=chamber, day=DAY), actor, deps)
    behind = msgspec.structs.replace(deps, clock=FixedClock(deps.clock.now() - timedelta(minutes=2)))
    for _ in range(2):
        await make_bulk_line(run.run_id, 1, behind)

    assert await states_of(deps, run) == ["asked"]


async def test_what_differs_by_file_is_not_asked_for_all_of_them_and_its_line_says_where_to_choose(enter: Enter, deps: Deps) -> None:
    clerk, actor = await the_clerk(enter, deps)
    chamber, (number,) = await a_sitting(deps, (SUMMONED,))
    await clerk.open(f"/zittingsrol/stukken?kamer={chamber}&dag=14/12/2026&soort=direct_summons")
    for name in ("systemNumber", "judgeNumber", "annexes", "articles", "circumstances", "mitigating", "confiscations", "leave"):
        assert f'name="_veld_{name}"' not in clerk.page.text
    for name in summoning.PER_FILE:
        assert f'name="_veld_{name}"' not in clerk.page.text
    assert 'value="perpetrator"' in clerk.page.text
    with pytest.raises(BadInput) as refused:
        await make_in_bulk(MakeInBulk(kind="direct_summons", chamber_id=chamber, day=DAY, typed={"provisions": ["o1/X"]}), actor, deps)
    assert [issue.name for issue in refused.value.issues] == ["/typed/provisions"]
    for kind, name in (("referral_summons", "orderNumber"), ("settlement_offer", "noSeriousHarm"), ("federal_offer", "systemNumber")):
        with pytest.raises(BadInput) as refused:
            await make_in_bulk(MakeInBulk(kind=kind, chamber_id=chamber, day=DAY, typed={name: _ANYTHING[name]}), actor, deps)
        assert [issue.name for issue in refused.value.issues] == [f"/typed/{name}"]
    # Nobody said which part he had, which no file of the register proposes.
    run = await make_in_bulk(MakeInBulk(kind="direct_summons", chamber_id=chamber, day=DAY), actor, deps)
    await make_bulk_line(run.run_id, 1, deps)
    await clerk.open(f"/zittingsrol/stukken/{run.run_id}")

    assert f'href="/dossiers/{number}/documenten/maken?soort=direct_summons&amp;over=s1"' in clerk.page.text


async def test_a_client_of_the_api_asks_for_a_run_and_it_is_made_as_he_may_then(deps: Deps) -> None:
    chamber, _ = await a_sitting(deps, (SUMMONED,), (SUMMONED,))
    client = await deps.pool.fetchval(
        """insert into accounts (kind, name, display_name, roles, office, scopes, key_prefix, key_hash, created_at)
           values ('client', 'p', 'p', '{officeClient}', 'antwerpPort', '{cases:write}', 'p', 'x', now()) returning id"""
    )
    actor = await accounts.actor_by_id(deps.pool, client, deps.clock.now())
    assert actor is not None
    assert actor.code == f"client:{client}"
    run = await make_in_bulk(MakeInBulk(kind="receipt", chamber_id=chamber, day=DAY), actor, deps)
    await make_bulk_line(run.run_id, 1, deps)
    await deps.pool.execute("update accounts set expires_at = '2026-01-01' where id = $1", client)
    await make_bulk_line(run.run_id, 2, deps)

    assert await states_of(deps, run) == ["asked", "refused"]


async def test_a_line_that_takes_the_worker_down_each_time_is_given_up_and_the_others_are_made(enter: Enter, deps: Deps) -> None:
    _, actor = await the_clerk(enter, deps)
    chamber, _ = await a_sitting(deps, (SUMMONED,), (SUMMONED,))
    run = await make_in_bulk(MakeInBulk(kind="receipt", chamber_id=chamber, day=DAY), actor, deps)
    for _ in range(MAX_ATTEMPTS):
        assert await bulk.claim(deps.pool, run.run_id, 1, MAX_ATTEMPTS)
    for ordinal in (1, 2):
        await make_bulk_line(run.run_id, ordinal, deps)

    assert await states_of(deps, run) == ["refused", "asked"]


async def test_a_document_that_does_not_exist_where_a_file_stands_is_refused_with_the_reason(enter: Enter, deps: Deps) -> None:
    clerk, actor = await the_clerk(enter, deps)
    chamber, _ = await a_sitting(deps, (SUMMONED,))
    run = await make_in_bulk(MakeInBulk(kind="transfer", chamber_id=chamber, day=DAY), actor, deps)
    await make_bulk_line(run.run_id, 1, deps)
    await clerk.open(f"/zittingsrol/stukken/{run.run_id}")

    assert await states_of(deps, run) == ["refused"]
    assert "Niet gemaakt" in clerk.text


async def test_only_files_that_one_may_handle_are_on_the_list_and_only_ones_own_runs_are_shown(enter: Enter, deps: Deps) -> None:
    _, actor = await the_clerk(enter, deps)
    chamber, _ = await a_sitting(deps, (SUMMONED,))
    stranger, other = await enter("clerk", office="westFlandersBrugge"), await enter("clerk")
    elsewhere = await accounts.user_by_id(deps.pool, stranger.account_id)
    assert elsewhere is not None
    run = await make_in_bulk(MakeInBulk(kind="receipt", chamber_id=chamber, day=DAY), actor, deps)

    with pytest.raises(StateForbids, match="geen dossier"):
        await make_in_bulk(MakeInBulk(kind="receipt", chamber_id=chamber, day=DAY), elsewhere.actor, deps)
    for visitor in (stranger, other):
        assert (await visitor.open(f"/zittingsrol/stukken/{run.run_id}")).status_code == 404
    with pytest.raises(NotFound):
        await repeat_bulk(RepeatBulk(run_id=run.run_id), elsewhere.actor, deps)


async def test_who_lost_his_access_has_nothing_made_in_his_name(enter: Enter, deps: Deps) -> None:
    visitor, actor = await the_clerk(enter, deps)
    chamber, _ = await a_sitting(deps, (SUMMONED,))
    run = await make_in_bulk(MakeInBulk(kind="receipt", chamber_id=chamber, day=DAY), actor, deps)
    await deps.pool.execute("update accounts set disabled_at = now() where id = $1", visitor.account_id)
    await make_bulk_line(run.run_id, 1, deps)

    assert await states_of(deps, run) == ["refused"]
    assert await documents_of(deps) == 0


async def test_what_cannot_be_typed_is_refused_before_anything_is_made(enter: Enter, deps: Deps) -> None:
    _, actor = await the_clerk(enter, deps)
    chamber, _ = await a_sitting(deps, (SUMMONED,))

    with pytest.raises(BadInput):
        await make_in_bulk(MakeInBulk(kind="direct_summons", chamber_id=chamber, day=DAY, typed={"part": "king"}), actor, deps)
    assert await deps.pool.fetchval("select count(*) from bulk_runs") == 0
