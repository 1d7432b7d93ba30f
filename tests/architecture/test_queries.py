"""Every named query against the migrated database, and its columns against the struct that its rows become."""

from functools import cache
from pathlib import Path
from typing import Any

import aiosql
import asyncpg
import pytest

from docket.store import (
    access_log,
    accounts,
    assignments,
    bulk,
    cases,
    competence,
    conflicts,
    decisions,
    deliveries,
    document_life,
    documents,
    drafts,
    duty,
    heads,
    hearings,
    keyed_acts,
    law_packs,
    mails,
    outbox,
    pdfs,
    pieces,
    proposals,
    requests,
    search,
    simulations,
    templates,
    watches,
    work_lists,
)
from docket.store.pool import load_queries

FOLDER = Path(search.__file__).parent
#: A query whose rows become a struct, and whether it selects more than the struct holds.
EXACTLY: dict[str, type] = {
    "access_log.access_lines": access_log.AccessLine,
    "accounts.all_accounts": accounts.Account,
    "accounts.count_attempt": accounts.Attempts,
    "assignments.absences": assignments.Absence,
    "assignments.file_to_assign": assignments.FileToAssign,
    "assignments.members": assignments.Member,
    "assignments.of_case": assignments.AssignmentLine,
    "assignments.prosecutors": assignments.Prosecutor,
    "assignments.recusals_of": assignments.Recusal,
    "assignments.roster": assignments.RosterLine,
    "assignments.seed_for": assignments.SecretSeed,
    "assignments.seeds": assignments.SeedLine,
    "bulk.claim": bulk.ClaimedLine,
    "bulk.lines": bulk.Line,
    "bulk.run": bulk.Run,
    "bulk.runs": bulk.Run,
    "cases.before_report": cases.EarlierReport,
    "cases.before_registration": cases.Before,
    "cases.changed_since": cases.SeenEntry,
    "cases.intake": cases.Intake,
    "cases.related": cases.RelatedCase,
    "competence.figures": competence.GroundFigure,
    "decisions.each_routed": decisions.PresentDecision,
    "decisions.each_stored": decisions.StoredDecision,
    "conflicts.conflicts_to_settle": conflicts.ConflictLine,
    "hearings.standing": hearings.StandingHearing,
    "conflicts.elsewhere": conflicts.ElsewhereLine,
    "conflicts.of_case": conflicts.Handing,
    "conflicts.open_conflicts": conflicts.ConflictLine,
    "conflicts.waiting_offers": conflicts.WaitingOffer,
    "deliveries.find": deliveries.FoundDelivery,
    "document_life.earlier": document_life.Earlier,
    "document_life.made_from": document_life.Earlier,
    "document_life.paper": document_life.PaperRow,
    "documents.lock_asked": documents.Unfinished,
    "pdfs.claim": pdfs.Claim,
    "pdfs.bundle_to_make": pdfs.BundleToMake,
    "pdfs.bundles": pdfs.Bundle,
    "pdfs.of_parts": pdfs.PartPdf,
    "pdfs.content": pdfs.PdfBytes,
    "pdfs.converter": pdfs.ConverterState,
    "pdfs.lock_asked": pdfs.Unfinished,
    "pdfs.of_document": pdfs.DocumentPdf,
    "pdfs.to_make": pdfs.ToMake,
    "documents.made_of": documents.MadePaper,
    "duty.of_case": duty.Acknowledgement,
    "duty.waiting_all": duty.WaitingCount,
    "duty.due": duty.Due,
    "duty.people": duty.Person,
    "duty.all_failed": duty.FailedStep,
    "duty.claim_together": duty.ClaimedTry,
    "duty.take_over": duty.Had,
    "duty.give_back": duty.Had,
    "duty.kept_by_the_gone": duty.KeptCase,
    "duty.told_by": duty.ToldBy,
    "duty.escalations": duty.EscalationLine,
    "duty.card": duty.Card,
    "duty.roster": duty.ShiftLine,
    "duty.on_duty_everywhere": duty.OnDuty,
    "duty.staff": duty.Colleague,
    "drafts.draft": drafts.Draft,
    "drafts.drafts_of": drafts.Draft,
    "heads.changed_cases": heads.ChangedCase,
    "heads.last_head": heads.StoredHead,
    "watches.limitations_to_remind_of": watches.LimitationToRemindOf,
    "keyed_acts.before": keyed_acts.DoneBefore,
    "law_packs.history": law_packs.Enactment,
    "law_packs.in_force": law_packs.Enactment,
    "law_packs.in_force_on": law_packs.Enactment,
    "proposals.announcement": proposals.Announcement,
    "proposals.last_of": proposals.Proposal,
    "proposals.proposal": proposals.Proposal,
    "proposals.waiting": proposals.Proposal,
    "requests.listed": requests.RequestLine,
    "requests.due": requests.DueRequest,
    "requests.behind_link": requests.BehindLink,
    "requests.count_attempt": requests.LinkAttempts,
    "simulations.extent": simulations.Extent,
    "simulations.held": simulations.HeldRow,
    "simulations.held_of": simulations.HeldRow,
    "simulations.listed": simulations.ListedFile,
    "simulations.listed_all": simulations.ListedFile,
    "simulations.newest": simulations.Simulation,
    "simulations.simulation": simulations.Simulation,
    "mails.sent_on": mails.SentMail,
    "mails.left_to_do": mails.MailsLeft,
    "mails.without_room": mails.MailWithoutRoom,
    "mails.reconciled": mails.Reconciled,
    "mails.find_message": mails.FoundMessage,
    "mails.tasks": mails.TaskLine,
    "mails.task": mails.FoundTask,
    "outbox.claim_delivery": outbox.ClaimedDelivery,
    "search.document_bytes": search.DocumentBytes,
    "templates.chosen": templates.Choice,
    "templates.uploaded": templates.Uploaded,
    "verification.heads": heads.StoredHead,
    "pieces.file": pieces.StoredFile,
    "work_lists.offer": work_lists.OfferItem,
    "work_lists.saved_filters": work_lists.SavedFilter,
}
AT_LEAST: dict[str, type] = {
    "competence.resting": competence.RestingCase,
    "search.matching": search.CaseLine,
    "search.newest": search.CaseLine,
    "search.mails": search.DeliveryLine,
    "work_lists.files": search.CaseLine,
    "work_lists.offered": work_lists.OfferItem,
}
#: Rows that are taken apart column by column, in the function beside the query.
BY_COLUMN = frozenset(
    {
        "accounts.accounts_of",
        "accounts.client_by_prefix",
        "accounts.names_of",
        "accounts.session",
        "accounts.actor_by_id",
        "accounts.user_by_id",
        "accounts.user_by_name",
        "assignments.draws",
        "contacts.of_case",
        "document_life.makers",
        "duty.called",
        "duty.all_waiting",
        "duty.told",
        "duty.urgent",
        "hearings.roll",
        "hearings.calendar",
        "hearings.feed",
        "hearings.feeds",
        "hearings.chamber",
        "hearings.chambers",
        "hearings.same_day",
        "hearings.sittings",
        "hearings.booked",
        "hearings.of_case",
        "judgments.extracts_to_send",
        "judgments.judgments",
        "hearings.acts",
        "mails.history",
        "mails.changes",
        "mails.limits_to_remind_of",
        "services.at_risk",
        "services.listed",
        "services.of_case",
        "telling.of_case",
        "assignments.last_seed",
        "assignments.names",
        "assignments.present",
        "assignments.secret_of",
        "assignments.ties",
        "addresses.chain",
        "addresses.last_address",
        "chamber_changes.chain",
        "chamber_changes.changes_of",
        "chamber_changes.kept_day",
        "chamber_changes.last_change",
        "chamber_changes.present",
        "cases.put_before",
        "cases.register",
        "cases.snapshot",
        "connected.candidates",
        "connected.joined_into",
        "connected.links",
        "connected.without_keys",
        "cases.snapshots",
        "decisions.insert",
        "document_life.acts",
        "document_life.made_at",
        "document_life.contents",
        "document_life.lock",
        "documents.keep",
        "templates.last_change",
        "templates.unlinked",
        "templates.chain",
        "verification.versions_without_template",
        "verification.templates_with_other_bytes",
        "pdfs.keep",
        "pdfs.ask_bundle",
        "duty.follow",
        "duty.take",
        "entries.enter_first",
        "entries.kinds_of",
        "entries.of_kinds",
        "entries.lines_of",
        "entries.lock_case",
        "entries.states",
        "entries.without_content",
        "law_packs.files",
        "law_packs.lock",
        "proposals.lock_files",
        "simulations.entry_counts",
        "outbox.claim_document",
        "outbox.document_to_make",
        "outbox.stranded",
        "requests.of_case",
        "pieces.add_file",
        "pieces.confidential_of_case",
        "pieces.copy_file",
        "pieces.of_case",
        "pieces.same_bytes",
        "seized_items.of_case",
        "verification.pieces_with_other_bytes",
        "work_lists.items",
        "search.case_view",
        "time_limits.of_case",
        "work_lists.counts",
        "work_lists.hearings",
        "work_lists.numbers",
        "work_lists.requests",
        "work_lists.services_failed",
        "work_lists.watched_hearings",
        "work_lists.watches",
        "watches.clocks_of",
        "watches.entries_of",
        "watches.files",
        "watches.hearings_of",
        "watches.held",
        "watches.offers_of",
        "watches.services_of",
        "watches.settled",
        "work_lists.to_sign",
        "work_lists.not_taken",
        "work_lists.open_tracks",
        "work_lists.time_limits",
        "work_lists.to_confirm",
        "work_lists.for_me",
        "work_lists.untold",
        "verification.cases_that_left_their_head",
        "verification.counts_that_differ",
        "verification.decisions_of",
        "verification.documents_with_other_bytes",
        "verification.pdfs_with_other_bytes",
        "law_packs.pack",
        "verification.enactments",
        "verification.law_in_force",
        "verification.pack_files",
        "verification.head_cases",
        "verification.missing_numbers",
        "verification.orphans",
        "verification.tracks_without_decision",
        "verification.work_that_differs",
    }
)


@cache
def queries() -> dict[str, str]:
    found = {}
    for file in sorted(FOLDER.glob("*.sql")):
        loaded: Any = load_queries(str(file))
        for name in loaded.available_queries:
            if not name.endswith("_cursor"):
                found[f"{file.stem}.{name}"] = getattr(loaded, name).sql
    return found


@pytest.mark.parametrize("name", queries())
async def test_every_query_prepares_and_fills_its_struct(name: str, shared_pool: asyncpg.Pool) -> None:
    async with shared_pool.acquire() as connection:
        statement = await connection.prepare(queries()[name])
        columns = {attribute.name for attribute in statement.get_attributes()}

    if kind := EXACTLY.get(name):
        assert columns == set(kind.__struct_fields__)
    elif kind := AT_LEAST.get(name):
        assert columns >= set(kind.__struct_fields__)
    else:
        assert len(columns) <= 1 or name in BY_COLUMN, f"say in {Path(__file__).name} what the rows of {name} become"


def test_no_query_is_listed_that_is_not_there() -> None:
    assert EXACTLY.keys() | AT_LEAST.keys() | BY_COLUMN <= queries().keys()


def test_every_sql_file_has_its_module() -> None:
    assert {file.stem for file in FOLDER.glob("*.sql")} <= {file.stem for file in FOLDER.glob("*.py")}


def test_every_query_is_used() -> None:
    used = {file.stem: file.read_text() for file in FOLDER.glob("*.py")}
    unused = [name for name in queries() if f"{name.partition('.')[2]}" not in used[name.partition(".")[0]]]

    assert unused == []


def test_the_driver_reads_casts_and_json_operators_as_sql() -> None:
    loaded: Any = aiosql.from_str("-- name: one(file)$\nselect (:file::jsonb -> 'a')::text[] from t;", "asyncpg")

    assert loaded.one.sql == "select ($1::jsonb -> 'a')::text[] from t;"
