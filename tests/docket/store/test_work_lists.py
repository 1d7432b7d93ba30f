"""Each work list against the plain condition: the same files for every reader, and counts that its pages bear out."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from itertools import product
from typing import Any, get_args

import pytest

from docket import access, work_lists
from docket.access import REACH, Actor, visibility
from docket.deps import Deps
from docket.store import work_lists as store
from docket.watches import WatchKind
from docket.work_lists import LISTS, ListCode, Place, parse_place, seats_of
from tests.docket.store.test_case_visible import COURT, OFFICE, files, may_read, reader  # noqa: F401 - the fixture

TODAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 11, tzinfo=UTC)
PAGES: dict[ListCode, Any] = {
    "expiring": lambda *given: store.time_limits(*given[:2], "expiring", *given[2:]),
    "forMe": store.for_me,
    "notTaken": store.not_taken,
    "mine": lambda *given: store.files(*given[:2], "mine", *given[2:]),
    "files": lambda *given: store.files(*given[:2], "files", *given[2:]),
    "hearings": store.hearings,
    "servicesFailed": store.services_failed,
    "servicesMissed": lambda *given: store.watched_hearings(*given[:2], "servicesMissed", *given[2:]),
    "hearingsPast": lambda *given: store.watched_hearings(*given[:2], "hearingsPast", *given[2:]),
    "unheld": lambda *given: store.watches(*given[:2], "unheld", *given[2:]),
    "limitation": lambda *given: store.watches(*given[:2], "limitation", *given[2:]),
    "limitationUntold": lambda *given: store.watches(*given[:2], "limitationUntold", *given[2:]),
    "actUnserved": lambda *given: store.watches(*given[:2], "actUnserved", *given[2:]),
    "settlementOverdue": lambda *given: store.watches(*given[:2], "settlementOverdue", *given[2:]),
    "reasonableTime": lambda *given: store.watches(*given[:2], "reasonableTime", *given[2:]),
    "toSign": store.to_sign,
    "requestsLate": lambda *given: store.requests(*given[:2], "requestsLate", *given[2:]),
    "requestsAnswered": lambda *given: store.requests(*given[:2], "requestsAnswered", *given[2:]),
    "openTracks": store.open_tracks,
    "toConfirm": store.to_confirm,
    "timeLimits": lambda *given: store.time_limits(*given[:2], "timeLimits", *given[2:]),
    "itemsForgotten": lambda *given: store.items(*given[:2], "itemsForgotten", *given[2:]),
    "itemsToDestroy": lambda *given: store.items(*given[:2], "itemsToDestroy", *given[2:]),
    "containersToRelease": lambda *given: store.items(*given[:2], "containersToRelease", *given[2:]),
    "untold": store.untold,
    "offered": store.offered,
}


async def walked(source: Any, actor: Actor, code: ListCode, rows: int = 3) -> list[Any]:
    """Every item, page after page."""
    found: list[Any] = []
    after: Place | None = None
    while True:
        page = await PAGES[code](source, actor, TODAY, after, rows)
        found += page.items
        if page.next is None:
            return found
        after = parse_place(str(page.next))


@pytest.mark.parametrize("role", access.ALL_ROLES)
async def test_each_role_finds_on_the_list_of_files_exactly_those_that_are_his(tx, files, role):  # noqa: F811
    actor = reader(role)
    mine = {number for number, file in files.items() if may_read(role, file)}

    found = [item.case.case_number for item in await walked(tx, actor, "files")] if actor.may("readCase") else []

    assert found == sorted(mine, reverse=True)
    assert (await store.counts(tx, actor, TODAY)).get("files", 0) == len(mine)


async def test_a_list_follows_its_files_to_other_offices_levels_and_names(tx, files):  # noqa: F811
    clerk = reader("clerk")
    for change in (
        "offices = '{antwerpPort}'",
        "confidentiality = 'restricted'",
        "named = '{17}'",
        "named = '{}'",
        "open_track = false",
    ):
        await tx.execute(f"update cases set {change}")
        seen = visibility(clerk)
        right = await tx.fetchval(
            "select count(*) from cases c where case_visible(c, $1, $2, $3, $4, $5, $6, $7)",
            seen.account_id,
            seen.office,
            seen.court,
            seen.by_office,
            seen.by_office_when_named,
            seen.by_name,
            seen.by_court,
        )

        counts = await store.counts(tx, clerk, TODAY)
        assert counts["files"] == len(await walked(tx, clerk, "files")) == right, change
        assert counts["openTracks"] == (0 if change == "open_track = false" else right)


@pytest.mark.parametrize(("first", "second"), list(product(access.ALL_ROLES, access.ALL_ROLES)))
def test_a_file_is_open_to_a_reader_at_one_seat_only_so_that_counts_add_up(first, second):
    """Whoever changes REACH so that this fails has to count in `work_lists.counts` what two seats share."""
    seen = visibility(reader(first, second))

    by_office = set(seen.by_office) | set(seen.by_office_when_named)
    assert not by_office & set(seen.by_name)
    pairs = list(zip(seats_of(seen).seats, seats_of(seen).levels, strict=True))
    assert len(pairs) == len(set(pairs))


def test_the_levels_of_the_lists_are_those_of_the_table():
    assert {level for reach in REACH.values() for level in reach} == {"ordinary", "restricted", "sealed"}


async def _everything_waits(tx: Any, number: str, seen_by: int = 17) -> None:
    """One item of each list on that file."""
    case_id = await tx.fetchval("select id from cases where case_number = $1", number)
    await tx.execute("update cases set prosecutor = $2, to_confirm = '{0}' where id = $1", case_id, seen_by)
    await tx.execute(
        "insert into decisions (case_id, seq, kind, policy, outcome, scope, facts, result, law_digest,"
        " engine_version, decided_at, decided_by, row_hash)"
        " values ($1, 1, 'routed', 'stroomplan', 'decided', 'portCrime', '{}', '{}', 'x', '1', now(), 'user:1', '')",
        case_id,
    )
    await tx.execute(
        "insert into decision_tracks (case_id, decision_seq, ordinal, track, persons, prosecution_office, court, open)"
        " values ($1, 1, 0, 'ordinary', '{s1}', $2, null, true)",
        case_id,
        OFFICE,
    )
    await tx.execute(
        "insert into acknowledgements (case_id, office, urgency, cause, opened_at) values ($1, $2, 'ordinary', 'CaseRegistered', $3)",
        case_id,
        OFFICE,
        NOON,
    )
    await tx.execute(
        "insert into chambers (court, name, kind, weekdays, starts_at, capacity, entered_at, entered_by)"
        " values ($1, 'AC1', 'correctional', '{1}', '09:00', 8, now(), 'user:1') on conflict do nothing",
        COURT,
    )
    await tx.execute(
        "insert into sittings (chamber_id, day, starts_at, capacity, kind)"
        " select id, $1, '09:00', 8, 'correctional' from chambers on conflict do nothing",
        TODAY,
    )
    hearing = await tx.fetchval(
        "insert into hearings (case_id, sitting_id, starts_at, state, sequence, uid, reason, set_at, set_by)"
        " select $1::bigint, id, $2, 'set', 0, $1::text || '@x', 'r', now(), 'user:1' from sittings returning id",
        case_id,
        NOON,
    )
    await tx.execute(
        "insert into to_tell (case_id, act, hearing_id, role, state, made_at) values ($1, 'hearingSet', $2, 'suspect', 'toTell', now())",
        case_id,
        hearing,
    )
    answer = (
        '{"limit":"appeal","says":"lastDay","start":{"event":"judgment","on":"2026-10-25"},"dueOn":"2026-11-24","dueAt":null,'
        '"unrolledOn":"2026-11-24","alarmOn":"2026-11-24","alarmAt":null,"steps":[],"other":[],"citation":"c","source":"s","confidence":"sure"}'
    )
    await tx.execute(
        "insert into case_time_limits (case_id, limit_id, event, starts_on, law_digest, says, due_on,"
        " alarm_on, answer, state, started_at, started_by)"
        " values ($1, 'appeal', 'judgment', '2026-10-25', 'x', 'lastDay', $2, $2, $3, 'running', now(), 'user:1')",
        case_id,
        TODAY,
        answer,
    )
    await tx.execute(
        "insert into services (case_id, act, person, hearing_id, hearing_sequence, manner, state, asked_on, made_at, made_by, failed_on,"
        " reason, closed_at, closed_by)"
        " values ($1, 'summons', 's1', $2, 0, 'bailiff', 'failed', $3, now(), 'user:1', $3, 'r', now(), 'user:1')",
        case_id,
        hearing,
        TODAY,
    )
    await tx.executemany(
        "insert into case_watches (case_id, kind, person, offence, hearing_id, counts_from, on_day, still)"
        " values ($1, $2, '', '', $3, $4, $4, false)",
        [(case_id, kind, hearing, TODAY) for kind in get_args(WatchKind)],
    )
    for answered in (False, True):
        request = await tx.fetchval(
            "insert into requests (case_id, office, kind, addressee, question, due_on, state, asked_on, asked_at, asked_by)"
            " values ($1, $2, 'expert', 'a', 'q', $3, 'asked', $3, now(), 'user:1') returning id",
            case_id,
            OFFICE,
            TODAY - timedelta(days=1),
        )
        if answered:
            await tx.execute(
                "insert into request_answers (case_id, request_id, remark, via, answered_on, received_at, received_by, state)"
                " values ($1, $2, 'r', 'letter', $3, now(), 'user:1', 'proposed')",
                case_id,
                request,
                TODAY,
            )
    await tx.executemany(
        "insert into case_seizures (case_id, ordinal, id, kind) values ($1, $2, $3, $4)",
        [(case_id, 0, "g1", "drugs"), (case_id, 1, "g2", "container")],
    )
    magistrate = await tx.fetchval(
        "insert into accounts (kind, name, display_name, roles, office, created_at)"
        " values ('user', $1, 'P', '{prosecutor}', $2, now()) returning id",
        f"p-{case_id}",
        OFFICE,
    )
    await tx.execute(
        "insert into seized_item_acts (case_id, seizure, act, decision, reason, magistrate, act_on, entered_at, entered_by)"
        " values ($1, 'g1', 'decided', 'destroy', 'r', $2, $3, now(), 'user:1')",
        case_id,
        magistrate,
        TODAY,
    )
    await tx.execute(
        "insert into judgments (case_id, court, pronounced_on, entered_at, entered_by) values ($1, $2, $3, now(), 'user:1')",
        case_id,
        COURT,
        TODAY,
    )
    await tx.execute(
        "insert into transfer_offers (case_id, to_office, reason, offered_at, offered_by, state)"
        " values ($1, $2, 'r', now(), 'user:1', 'offered')",
        case_id,
        OFFICE,
    )
    await tx.execute(
        """with asked as (
               insert into documents (case_id, kind, decision_seq, case_version, made_at, made_by, state)
               select id, 'transfer', 1, 1, now(), 'user:1', 'made' from cases where case_number = $1 returning id, case_id)
           insert into document_acts (case_id, document_id, act, stage, acted_at, acted_by)
           select case_id, id, 'propose', 'proposed', now(), 'user:1' from asked""",
        number,
    )


@pytest.mark.parametrize("role", ["clerk", "prosecutor", "headOfOffice", "courtRegistrar"])
async def test_every_list_counts_what_its_pages_show_and_shows_nothing_that_is_not_open_to_its_reader(tx, files, role):  # noqa: F811
    for number in files:
        await _everything_waits(tx, number)
    actor = reader(role)
    mine = {number for number, file in files.items() if may_read(role, file)}

    counts = await store.counts(tx, actor, TODAY)

    assert set(counts) == {one.code for one in LISTS if actor.may(one.needs) and one.key_for(actor)}
    for code, count in counts.items():
        items = await walked(tx, actor, code)
        assert count == len(items), code
        if code == "offered":
            assert count == len(files)
        elif code == "notTaken":
            assert {item.case.case_number for item in items} == {n for n in mine if files[n].of_the_office or files[n].named}
        else:
            assert {item.case.case_number for item in items} == mine, code


async def test_what_is_done_leaves_every_list_at_once(tx, files):  # noqa: F811
    for number in files:
        await _everything_waits(tx, number)
    for done in (
        "update cases set open_track = false, to_confirm = '{}', prosecutor = null",
        "update acknowledgements set ended_at = now(), end_cause = 'elsewhere'",
        "update hearings set state = 'cancelled'",
        "update to_tell set state = 'told', how = 'phone', closed_by = 'user:1', closed_at = now()",
        "update case_time_limits set state = 'met', closed_at = now(), closed_by = 'user:1'",
        "update transfer_offers set state = 'refused'",
        "update requests set state = 'answered', closed_at = now(), closed_by = 'user:1'",
        "delete from case_watches",
        """insert into document_acts (case_id, document_id, act, stage, acted_at, acted_by, reason)
           select case_id, document_id, 'withdraw', 'withdrawn', now(), 'user:1', 'r' from document_acts""",
        "delete from case_seizures",
    ):
        await tx.execute(done)

    counts = await store.counts(tx, reader("prosecutor"), TODAY)

    assert {code for code, count in counts.items() if count} == {"files"}
    assert all([await walked(tx, reader("prosecutor"), code) == [] for code in counts if code != "files"])


async def test_a_day_moves_items_onto_the_list_of_today_without_anybody_writing(tx, files):  # noqa: F811
    for number in files:
        await _everything_waits(tx, number)
    prosecutor, eve = reader("prosecutor"), TODAY - timedelta(days=1)
    await tx.execute("update cases set open_track = false, to_confirm = '{}'")
    await tx.execute("update to_tell set state = 'told', how = 'phone', closed_by = 'user:1', closed_at = now()")
    await tx.execute("update requests set state = 'answered', closed_at = now(), closed_by = 'user:1'")

    before, on_the_day = await store.counts(tx, prosecutor, eve), await store.counts(tx, prosecutor, TODAY)

    assert (before["expiring"], before["forMe"], before["hearings"]) == (0, 0, on_the_day["files"])
    assert on_the_day["expiring"] == on_the_day["forMe"] == on_the_day["files"] > 0
    assert (await store.counts(tx, prosecutor, TODAY + timedelta(days=1)))["hearings"] == 0


async def test_counts_stay_true_while_many_write_at_once_and_are_added_together(deps: Deps) -> None:
    """Each writer adds a row of his own; some of them fold those of everybody."""
    prosecutor = reader("prosecutor")

    async def writes(worker: int) -> None:
        for turn in range(25):
            async with deps.transaction() as tx:
                serial = worker * 1000 + turn
                await tx.execute(
                    """insert into cases (case_number, year, serial, status, holding_office, registered_by, registered_at, entered_on,
                           decision_seq, offices, confidentiality, outcome, scope, open_track, received_day, origin_service)
                       values ($1, 2026, $2, 'registered', $3, 'user:1', now(), '2026-11-24', 1, $4, 'ordinary', 'decided', 'portCrime',
                           true,
                           '2026-11-24', 'customs')""",
                    f"HAV-2026-{serial:06}",
                    serial,
                    OFFICE,
                    [OFFICE],
                )
                if turn % 3 == 0:
                    await tx.execute("update cases set open_track = false where serial = $1", serial)

    await asyncio.gather(*(writes(worker) for worker in range(1, 5)))

    counts = await store.counts(deps.pool, prosecutor, TODAY)
    assert (counts["files"], counts["openTracks"]) == (100, 64)
    assert len(await walked(deps.pool, prosecutor, "openTracks", 40)) == 64
    async with deps.pool.acquire() as connection:
        assert await connection.fetchval("select count(*) from work_counts") < 200


def test_a_place_that_no_page_gave_is_refused():
    assert parse_place("2026-11-24/-5/7") == Place(day=TODAY, sort=-5, item=7)
    for text in ("", "2026-13-01/1/1", "2026-11-24/x/1", "2026-11-24/1/1/1"):
        with pytest.raises(work_lists.BadInput):
            parse_place(text)
