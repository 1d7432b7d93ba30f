"""The docket as PostgreSQL holds it against the docket as journal.py computes it."""

from datetime import UTC, datetime, timedelta

from docket import journal
from docket.store import entries

AT = datetime(2026, 11, 24, 9, 30, 0, 123456, tzinfo=UTC)


async def a_case(connection, summary="Onderzoek naar een container") -> int:
    return await connection.fetchval(
        """insert into cases (year, status, holding_office, registered_by, registered_at, entered_on, decision_seq, offices,
               outcome, scope, open_track, received_day, origin_service, summary)
           values (2026, 'registered', 'antwerpPort', 'user:1', $1, '2026-11-24', 1, '{antwerpPort}', 'decided', 'portCrime',
               false, '2026-11-24', 'customs', $2) returning id""",
        AT,
        summary,
    )


async def entered(connection, **content) -> tuple[int, str]:
    case_id = await a_case(connection)
    number = await entries.enter_first(
        connection, case_id, year=2026, kind="CaseRegistered", content=content, by="user:1", at=AT, made={"decision/1": b"\x01"}
    )
    return case_id, number


async def test_first_line_is_hashed_by_sql_as_by_python(tx):
    case_id, number = await entered(tx, text="Één dossier, “met” ongewone tekens: \t\n€ 5,00", weight=5.0)

    assert number == "HAV-2026-000001"
    assert list(journal.broken(number, await entries.lines_of(tx, case_id))) == []


async def test_each_next_line_is_linked_to_the_one_before_and_counted(tx):
    case_id, number = await entered(tx)
    assert await entries.append(tx, case_id, kind="FactsCorrected", content={"reason": "x"}, by="user:2", at=AT) == 2
    assert await entries.append(tx, case_id, kind="FactsCorrected", content={"reason": "y"}, by="user:2", at=AT) == 3

    lines = await entries.lines_of(tx, case_id)

    assert list(journal.broken(number, lines)) == []
    assert [line.seq for line in lines] == [1, 2, 3]
    assert await tx.fetchval("select entry_count from cases where id = $1", case_id) == 3


async def test_state_read_back_is_the_state_that_was_sealed(tx):
    case_id = await a_case(tx)
    await tx.execute(
        "insert into case_places (case_id, ordinal, id, latitude, longitude) values ($1, 1, 'p1', 51.29999999999999, 0.1)", case_id
    )
    await tx.execute("insert into case_offences (case_id, ordinal, id, persons) values ($1, 1, 'o1', '{s1,s2}')", case_id)
    await entries.enter_first(tx, case_id, year=2026, kind="CaseRegistered", content={}, by="user:1", at=AT)
    [line] = await entries.lines_of(tx, case_id)

    assert journal.state_parts(line.salt, await entries.state_of(tx, case_id)) == line.state_parts


async def test_numbers_rise_without_gaps(tx):
    assert [(await entered(tx))[1] for _ in range(3)] == ["HAV-2026-000001", "HAV-2026-000002", "HAV-2026-000003"]


async def test_erased_content_leaves_a_tombstone_and_a_chain_that_verifies(tx):
    case_id, number = await entered(tx, name="iemand")
    await entries.erase(tx, case_id, 1, reason="bewaartermijn verstreken", by="system", at=AT + timedelta(days=1))

    lines = await entries.lines_of(tx, case_id)

    assert (lines[0].content, lines[0].salt) == (None, None)
    assert lines[1].content == {"seq": 1, "reason": "bewaartermijn verstreken"}
    assert list(journal.broken(number, lines)) == []
    assert list(journal.unaccounted(lines)) == []


async def test_tombstone_without_an_entry_that_accounts_for_it_is_found(tx):
    case_id, _ = await entered(tx, name="iemand")
    await tx.execute("update docket_entries set content = null, salt = null, erased_at = $2 where case_id = $1", case_id, AT)

    found = list(journal.unaccounted(await entries.lines_of(tx, case_id)))

    assert [seq for seq, _, _ in found] == [1]


async def test_every_table_of_a_case_is_sealed_or_named_here_with_its_reason(tx):
    not_state = {
        "bulk_lines": "how far a run of many documents is; each document that it made is sealed",
        "case_search": "derived from the report",
        "case_keys": "derived from the report",
        "case_grounds": "derived from the present decision and its confirmations",
        "simulation_files": "what a draft of the law would do to it; nothing of it holds",
        "decisions": "immutable, held by `made`",
        "decision_tracks": "immutable, held by `made` with their decision",
        "docket_entries": "the chain itself",
        "deliveries": "change with every attempt of the worker",
        "daily_lines": "of the list that a mail is made of, like deliveries",
        "mail_tasks": "what came back by mail; what a person does about it in the file is an entry",
        "work_items": "derived by triggers from the rows that wait",
        "case_watches": "derived by the worker from facts, entries, law and day; docket verify derives them again",
        "piece_files": "bytes, held by the sha256 that their piece seals; what is not attached yet is in no file",
        "case_outlooks": "when the rows of case_watches were made, and when they are due again",
        "watch_marks": "which files the worker still has to look at",
        "limitation_reminders": "which steps were made; each is an entry",
    }
    tables = await tx.fetch(
        """select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
           where c.table_schema = 'public' and c.column_name = 'case_id' and t.table_type = 'BASE TABLE'"""
    )

    assert {row["table_name"] for row in tables} | {"cases"} == set(journal.STATE_TABLES) | set(not_state)


async def test_document_lines_are_documents_but_for_their_bytes(tx):
    columns = await tx.fetch("select table_name, column_name from information_schema.columns where table_schema = 'public'")
    of = {table: {row["column_name"] for row in columns if row["table_name"] == table} for table in ("documents", "document_lines")}

    assert of["document_lines"] == of["documents"] - {"bytes"}
