"""Whatever is changed behind the register's back is found, and the finding says where."""

from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest

from docket import heads, journal
from docket.access import SYSTEM
from docket.actions.oversight.sign_head import sign_head
from docket.actions.oversight.verify_register import verify_register
from docket.deps import Deps
from docket.store import documents, entries, pdfs
from docket.store import verification as verification_rows
from docket.verification import Counts, Finding, walk
from tests.builders import a_case

#: Every part of the contract at least once, and every field of its rows.
FULL = {
    "externalId": "volledig-1",
    "seisedOn": "2026-11-22",
    "origin": {"service": "shippingPolice", "unit": "SPN Antwerpen", "investigatorEmails": ["rechercheur@politie.example.org"]},
    "leadAuthority": "customs",
    "furtherNoticeNumbers": ["DE60.SP.001235/2026"],
    "language": "nl",
    "places": [
        {
            "id": "p1",
            "role": "scene",
            "text": "MPET-terminal, kaai 1742",
            "port": "antwerp",
            "quay": "1742",
            "dock": "Deurganckdok",
            "terminal": "MPET",
            "municipality": "Beveren",
            "nisCode": "46003",
            "subMunicipality": "Kallo",
            "country": "BE",
            "latitude": 51.29999999999999,
            "longitude": 4.26,
        }
    ],
    "offences": [
        {
            "offence": "drugImport",
            "attempt": False,
            "committedFrom": "2026-11",
            "committedUntil": "2026-11-18",
            "place": "p1",
            "persons": ["s1"],
            "portLink": "declared",
            "note": "“invoer”",
        }
    ],
    "persons": [
        {
            "id": "s1",
            "role": "suspect",
            "kind": "natural",
            "count": 1,
            "familyName": "Voorbeeld",
            "givenNames": "Één",
            "birthDate": "1990-02",
            "age": 36,
            "minor": False,
            "nationality": "NL",
            "ssin": "90020100101",
            "residence": {"country": "BE", "municipality": "Gent", "nisCode": "44021"},
            "registeredSeat": {"country": "BE", "municipality": "Gent", "nisCode": "44021"},
            "foundAt": "p1",
            "occupation": "dokwerker",
            "portWorker": True,
            "capacity": "customs",
            "custody": "arrested",
            "arrestedAt": "2026-11-18T04:30:00+01:00",
            "handedOverTo": "foreignAuthority",
            "enterpriseNumber": "0403019261",
            "note": "n",
        }
    ],
    "seizures": [
        {
            "kind": "drugs",
            "substance": "cocaine",
            "netWeightKg": 772.0,
            "quantity": 1e15,
            "unit": "pakken",
            "approximate": True,
            "containerNumber": "MSCU1234566",
            "amountEur": 0.1,
            "place": "p1",
            "note": "n",
        }
    ],
    "vessels": [{"name": "Voorbeeld", "imoNumber": "9074729"}],
    "containers": ["MSCU1234566"],
    "relatedCases": [{"caseNumber": "volledig-0", "ground": "sameGoods"}],
}
ORPHANS = (Path(verification_rows.__file__).with_suffix(".sql")).read_text()
TABLES = {*journal.STATE_TABLES, "decisions", "decision_tracks", "docket_entries", "heads", "head_cases", "case_counters"}
#: What finds a change of these is not a hash of their own row: the tables whose findings name it.
FOUND_BY = {
    ("cases", "entry_count"): "docket_entries",
    ("cases", "id"): "docket_entries",
    ("cases", "case_number"): "cases",
    ("decisions", "case_id"): "decisions",
    ("decision_tracks", "case_id"): "decision_tracks",
    ("case_counters", "year"): "cases",
    ("case_counters", "last_serial"): "cases",
}


async def findings_of(connection, settings) -> list[Finding]:
    return [each async for each in walk(connection, Counts(), heads_folder=settings.heads_folder, head_key=settings.head_key)]


async def fill(deps: Deps) -> str:
    """Three files with everything that a file can have, and two heads; the number of the fullest."""
    await a_case(deps, summary="Een eerste dossier", externalId="volledig-0")
    full = (await a_case(deps, **FULL)).case_number
    await sign_head(deps)
    async with deps.transaction() as tx:
        case_id, now = await tx.fetchval("select id from cases where case_number = $1", full), deps.clock.now()
        document_id = await tx.fetchval("select min(id) from documents where case_id = $1", case_id)
        made = await documents.keep(tx, document_id, template_version="ab", content=b"PK...", at=now)
        pdf_id = await pdfs.ask(tx, document_id, case_id, at=now, by="user:1")
        pdf = await pdfs.keep(tx, pdf_id, content=b"%PDF", picture=b"PNG", pages=2, sealed_by="Parket", alone=True, at=now)
        both = {**made, **pdf}
        await entries.append(tx, case_id, kind="DocumentMade", content={"document": document_id}, by="system", at=now, made=both)
        await documents.mark_outdated(tx, case_id, now)
        await tx.execute(
            """insert into document_acts (case_id, document_id, act, stage, acted_at, acted_by)
               values ($1, $2, 'issue', 'issued', $3, 'user:1')""",
            case_id,
            document_id,
            now,
        )
        await tx.execute("insert into referrals values ($1, 1, 0, 'antwerpCorrectional', $2, 'user:1')", case_id, now)
        await tx.execute(
            """insert into transfer_offers (case_id, to_office, reason, offered_at, offered_by, state, answered_at, answered_by,
                   answer_reason)
               values ($1, 'antwerp', 'r', $2, 'user:1', 'refused', $2, 'user:2', 'r')""",
            case_id,
            now,
        )
        account = await tx.fetchval(
            """insert into accounts (kind, name, display_name, roles, created_at) values ('user', 'p', 'p', '{}', $1) returning id""", now
        )
        await tx.execute(
            """insert into escalations (case_id, acknowledgement_id, step, due_at, made_at, accounts, fell_to)
               select $1, min(id), 'clerk', $2, $2, '{1}', 'head' from acknowledgements where case_id = $1""",
            case_id,
            now,
        )
        await tx.execute(
            """insert into recusals (case_id, account_id, ground, reason, entered_at, entered_by)
               values ($1, $2, 'party', 'r', $3, 'user:1')""",
            case_id,
            account,
            now,
        )
        await tx.execute(
            """insert into assignments (case_id, seq, kind, account_id, snapshot, result, assigned_at, assigned_by)
               values ($1, 1, 'draw', $2, '{"members": []}', '{"kind": "draw"}', $3, 'system')""",
            case_id,
            account,
            now,
        )
        await tx.execute("update cases set prosecutor = $2 where id = $1", case_id, account)
        challenge_id = await tx.fetchval(
            """insert into competence_challenges (case_id, decision_seq, track_ordinal, track, court, raised_by, person, ground,
                   raised_on, before_court, remark, recorded_at, recorded_by)
               values ($1, 1, 0, 'ordinary', 'antwerpCorrectional', 'party', 's1', 'residence',
                   '2026-11-20', 'antwerpCorrectional', 'r', $2, 'user:1') returning id""",
            case_id,
            now,
        )
        await tx.execute(
            """insert into competence_rulings (case_id, challenge_id, ruling, court, ruled_on, ecli, remark, recorded_at, recorded_by)
               values ($1, $2, 'rejected', 'appealAntwerp', '2026-11-23', 'ECLI', 'r', $3, 'user:1')""",
            case_id,
            challenge_id,
            now,
        )
        await tx.execute(
            """insert into competence_confirmations (case_id, decision_seq, track_ordinal, court, kind, ground, article,
                   arrondissement, facts, fact_path, fact_value, reason, after_ruling, confirmed_at, confirmed_by, account_id, office)
               values ($1, 1, 0, 'antwerpCorrectional', 'ground', 'residence', 'art. 23 Sv.',
                   'Antwerpen', 'f', 'places/p1/text', 't', null, 0, $2, 'user:1', null, 'antwerpPort')""",
            case_id,
            now,
        )
        await tx.execute(
            """insert into conflicts (case_id, kind, between, seats, settled_by, settlers, article, confidence, reason, raised_at,
                   raised_by, state)
               values ($1, 'negative', 'offices', '{antwerpPort,antwerp}', 'agreement', '{}', 'a', 'likely', 'r', $2, 'user:1', 'open')""",
            case_id,
            now,
        )
        await tx.execute(
            """insert into case_links (case_id, other_id, kind, side, ground, limb, reason, made_at, made_by)
               select $1, min(id), 'related', 'equal', 'sameGoods', '3', 'r', $2, 'user:1' from cases""",
            case_id,
            now,
        )
        await tx.execute("insert into case_positions values ($1, 's1', 'o1', 'registered')", case_id)
        await tx.execute(
            """insert into case_time_limits (case_id, limit_id, event, starts_on, law_digest, says, due_on, alarm_on, answer, state,
                   started_at, started_by)
               values ($1, 'appeal', 'pronouncement', '2026-11-20', 'ab', 'lastDay', '2026-12-21', '2026-12-21', 'a', 'running',
                   $2, 'user:1')""",
            case_id,
            now,
        )
        contact_id = await tx.fetchval(
            """insert into case_contacts (case_id, kind, person, name, firm, email, phone, from_on, entered_at, entered_by)
               values ($1, 'counsel', 's1', 'n', 'f', 'e', 'p', '2026-11-20', $2, 'user:1') returning id""",
            case_id,
            now,
        )
        sitting_id = await tx.fetchval(
            """with chamber as (
                   insert into chambers (court, name, kind, weekdays, starts_at, capacity, entered_at, entered_by)
                   values ('antwerpCorrectional', 'AC1', 'correctional', '{1}', '09:00', 5, $1, 'user:1') returning id)
               insert into sittings (chamber_id, day, starts_at, capacity, kind)
               select id, '2026-12-14', '09:00', 5, 'correctional' from chamber returning id""",
            now,
        )
        hearing_id = await tx.fetchval(
            """insert into hearings (case_id, sitting_id, starts_at, summons, served_on, first_lawful_on, state, sequence, uid, reason,
                   set_at, set_by)
               values ($1, $2, $3, 'summons', '2026-11-25', '2026-12-06', 'set', 0, 'u', 'r', $3, 'user:1') returning id""",
            case_id,
            sitting_id,
            now,
        )
        await tx.execute(
            """insert into to_tell (case_id, act, hearing_id, role, person, contact_id, state, how, made_at, closed_at, closed_by)
               values ($1, 'hearingSet', $2, 'counsel', 's1', $3, 'told', 'phone', $4, $4, 'user:1')""",
            case_id,
            hearing_id,
            contact_id,
            now,
        )
        request_id = await tx.fetchval(
            """insert into requests (case_id, office, kind, addressee, address, question, fact, due_on, state, asked_on, asked_at, asked_by)
               values ($1, 'antwerpPort', 'question', 'a', 'a@b', 'q', '/places/p1/quay', '2026-12-04', 'asked', '2026-11-24', $2, 'user:1')
               returning id""",
            case_id,
            now,
        )
        await tx.execute(
            """insert into request_answers (case_id, request_id, value, remark, via, answered_on, received_at, received_by, state)
               values ($1, $2, '"1742"', 'r', 'link', '2026-11-25', $3, 'request:1', 'proposed')""",
            case_id,
            request_id,
            now,
        )
        await tx.execute(
            """insert into request_reminders (case_id, request_id, step, number, due_on, remind_on, made_at)
               values ($1, $2, 'before', 1, '2026-12-04', '2026-12-01', $3)""",
            case_id,
            request_id,
            now,
        )
        await tx.execute(
            """insert into services (case_id, act, person, hearing_id, hearing_sequence, court, manner, state, asked_on, made_at, made_by,
                   served_on, served_at, in_person, proof, proof_reference, proof_on, closed_at, closed_by)
               values ($1, 'summons', 's1', $2, 0, 'antwerpCorrectional', 'bailiff', 'done', '2026-11-20', $3, 'user:1',
                   '2026-11-23', $3, true, 'writ', 'exploot 17', '2026-11-23', $3, 'user:1')""",
            case_id,
            hearing_id,
            now,
        )
        judgment_id = await tx.fetchval(
            """insert into judgments (case_id, court, pronounced_on, ecli, number, remark, registry, entered_at, entered_by)
               values ($1, 'antwerpCorrectional', '2026-11-20', 'e', 'n', 'r', 'c', $2, 'user:1') returning id""",
            case_id,
            now,
        )
        for table, columns, values in (
            ("judgment_parties", "role, person, manner", "'suspect', 's1', 'adversary'"),
            ("judgment_outcomes", "person, offence, stage, outcome", "'s1', 'o1', 'firstInstance', 'convicted'"),
            ("judgment_penalties", "person, kind, length, unit, deferred", "'s1', 'imprisonment', 30, 'month', 'no'"),
            ("judgment_confiscations", "person, what", "'s1', 'bestelwagen'"),
            ("port_bans", "person, length, unit, ports, motivated", "'s1', 5, 'year', 'Antwerpen', true"),
            ("judgment_clocks", "role, person, remedy, limit_id, event", "'suspect', 's1', 'appeal', 'appeal', 'pronouncement'"),
            ("extracts", "kind, after, state", "'prosecutorGeneral', 'pronouncement', 'toSend'"),
        ):
            await tx.execute(f"insert into {table} (case_id, judgment_id, {columns}) values ($1, $2, {values})", case_id, judgment_id)
        await tx.execute(
            """insert into remedies (case_id, judgment_id, remedy, role, person, against, lodged_on, late, entered_at, entered_by)
               values ($1, $2, 'appeal', 'suspect', 's1', '{s1}', '2026-11-21', false, $3, 'user:1')""",
            case_id,
            judgment_id,
            now,
        )
        for table in ("pieces", "confidential_pieces"):
            await tx.execute(
                f"""insert into {table} (case_id, kind, author, medium, mark, state, faults, entered_at, entered_by)
                   values ($1, 'report', 'FGP Antwerpen', 'paper', 'none', 'attached', '{{}}', $2, 'user:1')""",
                case_id,
                now,
            )
        await tx.execute(
            """insert into seized_item_acts (case_id, seizure, act, place, custodian, kept_from, entered_at, entered_by)
               values ($1, 'g1', 'kept', 'griffie', 'registry', '2026-11-20', $2, 'user:1')""",
            case_id,
            now,
        )
        await entries.append(tx, case_id, kind="TransferAnswered", content={"reason": "x"}, by="user:2", at=now)
        await entries.erase(tx, case_id, 2, reason="bewaartermijn", by="system", at=now)
    await a_case(deps, summary="Een laatste dossier", externalId="volledig-2")
    await sign_head(deps)
    return full


@pytest.fixture
async def full(deps) -> str:
    return await fill(deps)


@pytest.fixture
async def intruder(deps, full) -> AsyncIterator[asyncpg.Connection]:
    """
    Somebody with every right on the database, who put its constraints out of action; rolled back at the end.

    The counts of the work lists keep their identity: triggers write them, and no hash holds them.
    """
    async with deps.pool.acquire() as connection:
        transaction = connection.transaction()
        await transaction.start()
        for row in await connection.fetch(
            """select conrelid::regclass::text as t, conname from pg_constraint
               where contype in ('c', 'f') and connamespace = 'public'::regnamespace"""
        ):
            await connection.execute(f'alter table {row["t"]} drop constraint "{row["conname"]}"')
        for row in await connection.fetch(
            """select table_name, column_name from information_schema.columns
               where table_schema = 'public' and is_identity = 'YES' and table_name <> 'work_counts'"""
        ):
            await connection.execute(f"alter table {row['table_name']} alter column {row['column_name']} drop identity")
        for trigger, table in (
            ("made_never_changed", "documents"),
            ("made_never_deleted", "documents"),
            ("never_changed", "document_acts"),
            ("made_never_changed", "pdfs"),
            ("made_never_deleted", "pdfs"),
            ("only_closed", "pieces"),
            ("only_closed", "confidential_pieces"),
            ("only_struck", "seized_item_acts"),
            ("never_changed", "piece_files"),
            ("never_changed", "piece_chunks"),
        ):
            await connection.execute(f"drop trigger {trigger} on {table}")
        await connection.execute("alter table decisions alter column compared drop expression")
        yield connection
        await transaction.rollback()


async def test_untouched_register_verifies_and_is_counted(deps, full):
    findings, counts = await verify_register(deps)

    assert findings == []
    assert (counts.cases, counts.entries, counts.decisions, counts.heads) == (3, 6, 3, 2)
    assert str(counts).endswith(": geen bevindingen")


CHANGES = {
    "text": "coalesce({0} || 'x', 'x')",
    "integer": "coalesce({0} + 1000, 1)",
    "bigint": "coalesce({0} + 1000, 1)",
    "boolean": "not coalesce({0}, false)",
    "double precision": "coalesce({0} * 1.0000000000000002 + 5e-324, 1)",
    "timestamp with time zone": "coalesce({0} + interval '1 microsecond', now())",
    "date": "coalesce({0} + 1, now()::date)",
    "integer[]": "coalesce({0} || 1000, '{{}}')",
    "text[]": "coalesce({0} || ''::text, '{{}}')",
    "date[]": "coalesce({0} || now()::date, '{{}}')",
    "bigint[]": "coalesce({0} || 1::bigint, '{{}}')",
    "bytea": "coalesce({0} || '\\x00', '\\x00')",
    "jsonb": "coalesce({0} || '{{\"x\": 1}}', '{{}}')",
}


async def test_change_of_any_stored_column_is_found_and_named(deps, full, intruder):
    columns = await intruder.fetch(
        """select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type
           from pg_attribute a join pg_class c on c.oid = a.attrelid
           where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
           order by 1, a.attnum"""
    )
    missed = []
    tried = set()
    for column in columns:
        table, name = column["table"], column["name"]
        if table not in TABLES:
            continue
        tried.add(table)
        inner = intruder.transaction()
        await inner.start()
        changed = await intruder.execute(
            f"""update {table} set "{name}" = {CHANGES[column["type"]].format(f'"{name}"')} where ctid = (
                    select ctid from {table} t order by to_jsonb(t) ->> 'case_number' = '{full}' desc nulls last, ctid desc limit 1)"""
        )
        found = await findings_of(intruder, deps.settings)
        await inner.rollback()
        wanted = FOUND_BY.get((table, name), table)
        named = [each for each in found if wanted in each.table.split(", ")]
        if changed != "UPDATE 1" or not named:
            missed.append((table, name, changed, [str(each) for each in found]))
        elif table == "cases" and wanted == "cases":
            assert any(name in each.columns for each in named), (name, named)
    assert missed == []
    assert tried == TABLES


async def test_finding_names_the_case_the_row_and_the_columns(deps, full, intruder):
    await intruder.execute(
        "update case_persons set family_name = 'Ander' where case_id = (select id from cases where case_number = $1)", full
    )
    await intruder.execute("update cases set confidentiality = 'sealed' where case_number = $1", full)
    person, case = await findings_of(intruder, deps.settings)

    assert (case.case_number, case.table, case.columns) == (
        full,
        "cases",
        ("confidentiality", "courts", "holding_office", "named", "offices"),
    )
    assert (person.case_number, person.table, person.row) == (full, "case_persons", "0")
    assert str(person) == f"{full}: case_persons rij 0: rij is veranderd sinds de laatste registerlijn van het dossier"


@pytest.mark.parametrize(
    ("table", "sql"),
    [
        ("case_places", "delete from case_places where case_id = $1"),
        ("case_vessels", "insert into case_vessels (case_id, ordinal, name) values ($1, 9, 'Nieuw')"),
        ("documents", "delete from documents where case_id = $1 and state = 'made'"),
        ("documents", "update documents set state = 'failed' where case_id = $1 and state = 'made'"),
        (
            "decisions, decision_tracks",
            "insert into decisions select (jsonb_populate_record(d, '{\"seq\": 2}')).* from decisions d where case_id = $1",
        ),
        ("decisions, decision_tracks", "delete from decision_tracks where case_id = $1"),
        ("decision_tracks", "delete from decisions where case_id = $1"),
        ("docket_entries", "delete from docket_entries where case_id = $1 and seq = 2"),
        ("docket_entries", "update docket_entries set seq = 9 - seq where case_id = $1 and seq > 2"),
        ("docket_entries", "update docket_entries set erased_at = now(), content = null, salt = null where case_id = $1 and seq = 1"),
    ],
)
async def test_rows_that_appear_vanish_or_change_places_are_found(deps, full, intruder, table, sql):
    case_id = await intruder.fetchval("select id from cases where case_number = $1", full)
    await intruder.execute(sql, case_id)

    found = await findings_of(intruder, deps.settings)
    assert (full, table) in {(each.case_number, each.table) for each in found}


async def delete_last_entry(connection, case_number: str) -> None:
    """As carefully as one can: the count goes along, and the facts go back to what the line before says."""
    await connection.execute(
        """with gone as (
               delete from docket_entries e using cases c
               where c.case_number = $1 and e.case_id = c.id and e.seq = c.entry_count returning e.case_id
           )
           update cases set entry_count = entry_count - 1 where id in (select case_id from gone)""",
        case_number,
    )


async def test_deleted_last_entry_is_found_by_the_signed_head(deps, full, intruder):
    await delete_last_entry(intruder, full)

    found = await findings_of(intruder, deps.settings)
    assert any(each.case_number == full and "zegel 2" in each.what and each.row == "4" for each in found)


async def test_deleted_case_is_found_by_its_number_and_by_the_signed_head(deps, full, intruder):
    await delete_case(intruder, "HAV-2026-000003")

    found = [str(each) for each in await findings_of(intruder, deps.settings)]
    assert [each for each in found if "HAV-2026-000003: cases" in each and "uitgereikt" in each]
    assert [each for each in found if "HAV-2026-000003: cases" in each and "zegel 2" in each]


async def delete_case(connection, case_number: str) -> None:
    case_id = await connection.fetchval("select id from cases where case_number = $1", case_number)
    for table in await connection.fetch(
        """select table_name from information_schema.columns join information_schema.tables using (table_schema, table_name)
           where table_schema = 'public' and column_name = 'case_id' and table_type = 'BASE TABLE'"""
    ):
        await connection.execute(f"delete from {table['table_name']} where case_id = $1", case_id)
    await connection.execute("delete from cases where id = $1", case_id)


async def test_last_case_deleted_with_its_counter_and_its_head_is_found_by_the_file_outside(deps, full, intruder):
    await delete_case(intruder, "HAV-2026-000003")
    await intruder.execute("update case_counters set last_serial = 2")
    await intruder.execute("delete from head_cases where head_seq = 2")
    await intruder.execute("delete from heads where seq = 2")
    await intruder.execute("delete from work_counts")
    await intruder.execute(
        "insert into work_counts (list, seat, level, day, change) "
        "select list, seat, level, day, count(*) from work_items group by 1, 2, 3, 4"
    )

    found = await findings_of(intruder, deps.settings)
    assert [(each.table, each.row) for each in found if each.case_number is None] == [("heads", "2")]
    assert ("HAV-2026-000003", "cases") in {(each.case_number, each.table) for each in found}


async def test_deleted_head_between_others_is_found(deps, full, intruder):
    await intruder.execute("delete from head_cases where head_seq = 1")
    await intruder.execute("delete from heads where seq = 1")
    (deps.settings.heads_folder / "head-00000001.json").unlink()

    found = [str(each) for each in await findings_of(intruder, deps.settings)]
    assert "register: heads rij 1: dit zegel ontbreekt, in de databank en in de map erbuiten" in found


async def recompute(connection, case_number: str) -> None:
    """Everything that one can compute again without the key, after a fact was changed."""
    case_id = await connection.fetchval("select id from cases where case_number = $1", case_number)
    state, previous = await entries.state_of(connection, case_id), journal.FIRST_LINK
    for line in await entries.lines_of(connection, case_id):
        parts = journal.state_parts(line.salt, state) if line.salt else line.state_parts
        state_hash = journal.state_hash(parts)
        body = journal.body_hash(
            seq=line.seq,
            kind=line.kind,
            entered_at=line.entered_at,
            entered_by=line.entered_by,
            content_hash=line.content_hash,
            state_hash=state_hash,
            made=line.made,
        )
        link = journal.link(previous, body, case_number)
        await connection.execute(
            "update docket_entries set state_parts = $3, state_hash = $4, previous_hash = $5, hash = $6 where case_id = $1 and seq = $2",
            case_id,
            line.seq,
            parts,
            state_hash,
            previous,
            link,
        )
        previous = link


async def test_chain_that_was_recomputed_whole_is_found_by_the_signed_heads(deps, full, intruder):
    await intruder.execute("update cases set summary = 'Iets anders' where case_number = $1", full)
    await recompute(intruder, full)

    found = await findings_of(intruder, deps.settings)
    assert {(each.case_number, each.table, each.row, each.columns) for each in found} == {
        (full, "docket_entries", "1", ("hash",)),
        (full, "docket_entries", "4", ("hash",)),
    }


async def test_chain_recomputed_with_the_rows_of_its_heads_is_found_by_their_digest(deps, full, intruder):
    await intruder.execute("update cases set summary = 'Iets anders' where case_number = $1", full)
    await recompute(intruder, full)
    await intruder.execute(
        """update head_cases h set last_hash = e.hash from cases c join docket_entries e on e.case_id = c.id
           where c.case_number = h.case_number and e.seq = h.entry_count"""
    )

    found = await findings_of(intruder, deps.settings)
    assert {each.row for each in found if each.table == "head_cases"} == {"1", "2"}
    assert full in {each.case_number for each in found}


async def test_heads_signed_again_with_another_key_are_found(deps, full, intruder, tmp_path):
    other = heads.HeadKey(tmp_path / "other.key")
    row = dict(await intruder.fetchrow("select * from heads where seq = 2"))
    head = journal.Head(
        seq=2,
        made_at=row["made_at"],
        case_count=row["case_count"],
        entry_count=row["entry_count"],
        cases_digest=row["cases_digest"].hex(),
        previous_digest=row["previous_digest"].hex(),
        key_id=other.key_id,
    )
    signed = other.sign(head)
    await intruder.execute(
        "update heads set key_id = $1, digest = $2, signature = $3 where seq = 2",
        other.key_id,
        bytes.fromhex(signed.digest),
        bytes.fromhex(signed.signature),
    )

    found = await findings_of(intruder, deps.settings)
    assert {(each.table, each.row) for each in found} == {("heads", "2")}
    assert any(each.columns == ("key_id",) for each in found)


@pytest.mark.parametrize(
    "change",
    [lambda text: text.replace('",', '0",', 1), lambda text: text.replace("caseCount", "c"), lambda text: "", lambda text: text[:-40]],
)
async def test_changed_file_outside_is_found(deps, full, change):
    file: Path = heads.head_path(deps.settings.heads_folder, 1)
    file.write_text(change(file.read_text()))

    findings, _ = await verify_register(deps)
    assert {(each.table, each.row) for each in findings} == {("heads", "1")}


async def test_missing_file_outside_is_found(deps, full):
    heads.head_path(deps.settings.heads_folder, 1).unlink()

    findings, counts = await verify_register(deps)
    assert [(each.table, each.row) for each in findings] == [("heads", "1")]
    assert str(counts).endswith(": 1 bevinding")


async def test_key_file_that_is_not_its_own_fingerprint_is_not_trusted(deps, full, tmp_path):
    heads.HeadKey(tmp_path / "other.key").publish(tmp_path)
    [other] = tmp_path.glob("key-*.pem")
    own = heads.HeadKey(deps.settings.head_key).key_id
    (deps.settings.heads_folder / f"key-{own}.pem").write_bytes(other.read_bytes())

    assert (await verify_register(deps))[0] == []
    deps.settings.head_key.unlink()
    findings, _ = await verify_register(deps)
    assert {each.columns for each in findings} == {("key_id",)}


async def test_system_has_no_case_to_read():
    assert not SYSTEM.may("readCase")


@pytest.mark.parametrize(
    ("change", "whats"),
    [
        ("delete from work_items where list = 'files' and case_id = $1", {"volgt uit het dossier, maar staat niet op de werklijst"}),
        (
            "insert into work_items select 'mine:4711', seat, level, day, sort, item, case_id from work_items "
            "where list = 'files' and case_id = $1",
            {"staat op de werklijst, maar volgt niet uit het dossier"},
        ),
        (
            "update work_items set day = '2026-12-01' where list = 'files' and case_id = $1",
            {"volgt uit het dossier, maar staat niet op de werklijst", "staat op de werklijst, maar volgt niet uit het dossier"},
        ),
        (
            "update work_items set case_id = (select min(id) from cases) where list = 'files' and case_id = $1",
            {"volgt uit het dossier, maar staat niet op de werklijst", "staat op de werklijst, maar volgt niet uit het dossier"},
        ),
    ],
)
async def test_a_row_of_a_work_list_that_does_not_follow_from_its_file_is_found_and_named(deps, full, intruder, change, whats):
    case_id = await intruder.fetchval("select id from cases where case_number = $1", full)
    items = await intruder.fetch("select seat, level from work_items where list = 'files' and case_id = $1", case_id)
    await intruder.execute(change, case_id)

    found = [each for each in await findings_of(intruder, deps.settings) if each.table == "work_items"]
    assert items
    assert {each.what for each in found} == whats
    assert full in {each.case_number for each in found}
    assert {each.row.split("/")[1] for each in found} == {item["seat"] for item in items}


async def test_a_file_that_changed_without_its_work_lists_is_found(deps, full, intruder):
    await intruder.execute("alter table cases disable trigger work_cases_changed")
    await intruder.execute("update cases set open_track = not open_track where case_number = $1", full)

    found = [each for each in await findings_of(intruder, deps.settings) if each.table == "work_items"]
    assert {(each.case_number, each.row.split("/")[0]) for each in found} >= {(full, "openTracks")}


async def test_a_count_of_a_work_list_that_does_not_add_up_is_found_and_says_both_numbers(deps, full, intruder):
    there = await intruder.fetchval("select count(*) from work_items where list = 'files' and seat = 'office:antwerpPort'")
    await intruder.execute(
        """insert into work_counts (list, seat, level, day, change)
           select list, seat, level, day, 7 from work_counts where list = 'files' and seat = 'office:antwerpPort' limit 1"""
    )

    (found,) = await findings_of(intruder, deps.settings)
    assert (found.case_number, found.table, found.row) == (None, "work_counts", "files/office:antwerpPort/ordinary/-infinity")
    assert found.what == f"de tellingen van deze werklijst geven samen {there + 7}, er staan er {there}"


async def test_the_work_list_of_a_file_that_is_not_there_is_found(deps, full, intruder):
    await intruder.execute("insert into work_items values ('files', 'office:antwerpPort', 'ordinary', '-infinity', 1, 999, 999)")
    await intruder.execute(
        "insert into work_counts (list, seat, level, day, change) values ('files', 'office:antwerpPort', 'ordinary', '-infinity', 1)"
    )

    found = await findings_of(intruder, deps.settings)
    assert [(each.table, each.row, each.what) for each in found] == [("work_items", "case_id 999", "hoort bij een dossier dat er niet is")]


async def test_every_table_of_a_case_is_asked_for_rows_without_their_case(deps, intruder):
    tables = await intruder.fetch(
        """select c.relname from pg_attribute a join pg_class c on c.oid = a.attrelid
           where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'case_id' and not a.attisdropped"""
    )
    held = {row["relname"] for row in tables} & {*journal.STATE_TABLES, "work_items"} - {"cases"}
    for table in held:
        assert f"select '{table}', case_id from {table}\n" in ORPHANS or f"select '{table}' as" in ORPHANS, table
    assert len(held) > 25
