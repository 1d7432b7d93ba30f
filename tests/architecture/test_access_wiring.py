"""Nothing reads or writes a case past the one access condition and the one access table."""

import ast
import re
from pathlib import Path
from typing import get_args

import pytest

import docket
from docket.access import Action

ROOT = Path(docket.__file__).parent
ACTIONS = {file.stem: file for file in sorted((ROOT / "actions").rglob("*.py")) if not file.stem.startswith("_")}

#: Modules of docket/actions without a line in the access table, and why.
WITHOUT_A_LINE = {
    "give_back": "the worker's, and what follows when an account is closed, by whoever may close it",
    "consequences": "no verb: what follows from one",
    "choose_template": "asks through template_office",
    "seats": "says whose addresses and chambers somebody keeps, for the verb that asks",
    "upload_template": "asks through template_office",
    "rolls": "no verb: the roll of a chamber as its reader may read it, see the lists of hearings",
    "composing": "no verb: fills a document from what knowing read",
    "propose_document": "asks through living, by the row of docket/document_life.py",
    "sign_off_document": "asks through living, by the row of docket/document_life.py",
    "send_back_document": "asks through living, by the row of docket/document_life.py",
    "issue_document": "asks through living, by the row of docket/document_life.py",
    "withdraw_document": "asks through living, by the row of docket/document_life.py",
    "remake_document": "asks as make_document does, by the paper of its kind",
    "knowing": "no verb: reads what the papers of a file are made from; takes the action as an argument",
    "pairing": "no verb: what those on several files have in common; takes the action as an argument",
    "carrying": "no verb: joining, parting and splitting call it after they asked",
    "telling": "no verb: who is to be told of what others do",
    "change": "no verb: what those on contacts have in common",
    "standing": "no verb: where everybody stands, and how a plan is refused or written",
    "redeciding": "no verb: what several have in common; takes the action as an argument",
    "sign_in": "nobody is signed in yet",
    "sign_out": "everybody may",
    "change_password": "everybody may change his own",
    "enact_first_law": "the start's; nobody is there yet who could enact",
    "finish_document": "the worker's; no edge hands it over",
    "finish_pdf": "the worker's; no edge hands it over",
    "assign_prosecutor": "the worker's; no edge hands it over",
    "verify_draws": "the command line's; who may start it holds the machine",
    "run_simulation": "the worker's, and the command line's after it asked",
    "write_lists": "the worker's; no edge hands it over",
    "remind_of_limits": "the worker's; no edge hands it over",
    "receive_mail": "the command line's, for the hook of a mailbox; who may start it holds the machine",
    "sign_head": "the worker's; no edge hands it over",
    "serving": "no verb: what those on services share; takes the action as an argument",
    "ticking": "no verb: what those about one clock share",
    "asking": "no verb: what those about one request share",
    "remind": "the worker's; no edge hands it over",
    "remind_of_limitation": "the worker's; no edge hands it over",
    "answer_by_link": "whoever holds the private link; it opens one question and takes one answer",
    "by_law": "no verb: what other chapters do to clocks",
    "notifying": "no verb: the clocks that decisions on seized items set going",
    "inventorying": "no verb: reads the inventory of a file that was found through the condition",
    "itemising": "no verb: what those on seized items share; takes the action as an argument",
    "judging": "no verb: what those on judgments share; takes the action as an argument",
    "verify_register": "the command line's; who may start it holds the machine",
}
#: Queries that read cases or what hangs on them without `case_visible`, and why nobody sees more by it.
WITHOUT_THE_CONDITION = {
    "watches.clocks_of": "the worker's, and the verification's; screens read the rows through the condition",
    "watches.entries_of": "the worker's, and the verification's; screens read the rows through the condition",
    "watches.files": "the worker's, and the verification's; screens read the rows through the condition",
    "watches.hearings_of": "the worker's, and the verification's; screens read the rows through the condition",
    "watches.held": "the worker's, and the verification's; screens read the rows through the condition",
    "watches.limitations_to_remind_of": "the worker's, and the verification's; screens read the rows through the condition",
    "watches.offers_of": "the worker's, and the verification's; screens read the rows through the condition",
    "watches.put": "the worker's, and the verification's; screens read the rows through the condition",
    "watches.services_of": "the worker's, and the verification's; screens read the rows through the condition",
    "watches.set_basis": "the worker's, and the verification's; screens read the rows through the condition",
    "watches.settled": "the worker's, and the verification's; screens read the rows through the condition",
    "watches.take": "the worker's, and the verification's; screens read the rows through the condition",
    "assignments.draws": "numbers and function codes for who checks the draws (readDraws), nothing of the files",
    "assignments.file_to_assign": "the worker's",
    "assignments.is_recused": "for a file that was found through the condition",
    "assignments.present": "for a file that was found through the condition",
    "assignments.roster": "counts files, and says who is recused for one that was found through the condition",
    "assignments.ties": "the worker's; screens show only the numbers that the reader may see",
    "assignments.waiting_for_seed": "counts files",
    "cases.intake": "how a file that was found came in, for its receipt: see knowing",
    "cases.before_report": "only whether the sender handed this in before, for a file that was found through the condition",
    "cases.changed_since": "for a file that was found through the condition",
    "cases.correct": "writes to a file that was found through the condition",
    "cases.set_stands": "writes to a file that was found through the condition",
    "cases.carry_referrals": "writes to a file that was found through the condition",
    "cases.set_derived": "writes to a file that was found through the condition",
    "connected.without_keys": "the worker's",
    "connected.set_joined": "writes to a file that was found through the condition",
    "connected.replace_keys": "the worker's",
    "cases.snapshots": "an enactment decides every file that it moves, whoever may see it",
    "simulations.held": "a simulation decides every file, and tells totals; its list is read through the condition",
    "simulations.held_of": "a draft of the law decides every file; only counts and a list under the condition are shown",
    "simulations.entry_counts": "tells an enactment which files changed while it was written; shown to nobody",
    "proposals.lock_files": "keeps the files that an enactment moves; shown to nobody",
    "simulations.extent": "a count and the highest id",
    "simulations.listed_all": "for the command line; who may start it holds the machine",
    "proposals.unexplained": "ids, for the count in a refusal",
    "cases.put_before": "for who answers an offer, settles a conflict or claims a file of his territory, without seeing it",
    "conflicts.of_case": "for a file that was found through the condition, or that is put before the actor",
    "conflicts.conflicts_to_settle": "number, seats and reasons of what one's own office settles, nothing of the file",
    "hearings.elsewhere": "suspects' ids within a case that an action found through the condition, by its id",
    "telling.leave_to_successor": "rows of a case that an action found through the condition, by its id",
    "conflicts.elsewhere": "number, ground and date of ordinary files from one's own territory: a row of its own in the access table",
    "work_lists.offer": "number, sender and reason of what is offered to one's own office, nothing of the file",
    "work_lists.offered": "number, sender and reason of what is offered to one's own office, nothing of the file",
    "decisions.each_routed": "the whole register under another law; whoever shows a file of it asks the condition first",
    "decisions.each_stored": "decided again to the same bytes or not; an edge finds the file through the condition first",
    "hearings.sittings": "counts hearings",
    "hearings.booked": "counts hearings",
    "hearings.of_case": "for a file that was found through the condition",
    "hearings.acts": "for a file that was found through the condition",
    "deliveries.insert": "writes to a file that was found through the condition; counts its mails",
    "mails.sent_on": "the worker's, for the list of each recipient",
    "mails.without_room": "the worker's, for the list of each recipient",
    "mails.changes": "the worker's: kinds of entries only, for whom the file names as investigator",
    "mails.find_message": "the machine's: ids only",
    "mails.limits_to_remind_of": "the worker's",
    "services.of_case": "for a file that was found through the condition",
    "telling.of_case": "for a file that was found through the condition",
    "contacts.of_case": "for a file that was found through the condition",
    "competence.set_grounds": "writes to a file that was found through the condition",
    "documents.lock_asked": "the worker's",
    "documents.made_of": "for a file that was found through the condition",
    "document_life.earlier": "for a file that was found through the condition",
    "document_life.made_from": "for a file that was found through the condition, or by the worker",
    "document_life.made_at": "for a file that was found through the condition",
    "document_life.being_remade": "for a document that was found through the condition",
    "document_life.contents": "for documents that were found through the condition",
    "document_life.makers": "for documents that were found through the condition",
    "document_life.lock": "for a document that was found through the condition",
    "outbox.claim_document": "the worker's",
    "pdfs.to_make": "the worker's",
    "pdfs.bundle_to_make": "the worker's",
    "pdfs.of_parts": "for a file that was found through the condition; the worker's",
    "bulk.again": "for the run of its own account; tells numbers of lines only",
    "bulk.claim": "the worker's, which then asks the file as the person who asked for the run",
    "pdfs.lock": "only locks a file that was found through the condition",
    "pdfs.lock_asked": "the worker's",
    "outbox.document_to_make": "the worker's",
    "outbox.stranded": "the worker's",
    "outbox.forgotten_deliveries": "the worker's",
    "assignments.forgotten": "the worker's",
    "duty.follow": "writes to a file that was found through the condition",
    "duty.called": "whether anything waits for this reader, on every page; what it is, duty.mine reads through the condition",
    "duty.due": "the worker's",
    "duty.told_by": "what came back by mail, for the hook of the mailbox",
    "duty.bounced": "what came back by mail, for the hook of the mailbox",
    "duty.kept_by_the_gone": "the worker's",
    "duty.all_failed": "the worker's",
    "duty.claim_together": "the worker's",
    "duty.give_up": "the worker's",
    "duty.needless": "the worker's",
    "duty.unfinished": "the worker's",
    "duty.lock_escalation": "the worker's",
    "duty.revoke_cards": "writes to a file that was found through the condition",
    "requests.of_case": "for a file that was found through the condition",
    "requests.due": "the worker's",
    "requests.behind_link": "number and question of one request, for whoever holds its private link; nothing else of the file",
    "requests.link_end": "the worker's",
    "requests.answering_office": "a code, for the row that the same act writes",
    "duty.waiting_all": "for the command line: counts by office, nothing of any file",
    "entries.lock_case": "writes to a file that was found through the condition",
    "entries.last_link": "hashes only",
    "entries.kinds_of": "for a file that was found through the condition",
    "entries.of_kinds": "for a file that was found through the condition",
    "entries.states": "hashes what is there",
    "entries.lines_of": "hashes what is there; for the walk over the register",
    "entries.without_content": "supervision reads who entered what and when, not what it says",
    "time_limits.carried": "whether, of a service in a file that was found through the condition",
    "time_limits.of_case": "for a file that was found through the condition",
    "heads.changed_cases": "numbers, counts and hashes",
    "pieces.of_case": "for a file that was found through the condition",
    "pieces.file": "for a file that was found through the condition",
    "pieces.chunk": "of a file of bytes that was found for a file that was found through the condition",
    "pieces.copy_file": "writes to files that were found through the condition",
    "pieces.copy_chunks": "writes to files that were found through the condition",
    "connected.joined_into": "for a file that was found through the condition; joined files are protected alike",
    "pieces.hold_file": "locks the bytes of a file that was found through the condition",
    "pieces.hold_old_uploads": "locks what no piece names; shown to nobody",
    "pieces.drop_old_uploads": "throws away what no piece names; shown to nobody",
    "seized_items.of_case": "for a file that was found through the condition",
}
#: The whole register, for the command line.
WALKED = "verification"
_CASE_TABLES = (
    r"cases|case_\w+|decisions|decision_tracks|submissions|referrals|transfer_offers|conflicts|docket_entries|documents|document_lines"
    r"|deliveries|head_cases|acknowledgements|escalations|escalation_tries|phone_cards|assignments|assignment_lines|recusals|competence_\w+|hearings|to_tell|services|requests|request_\w+|pieces|confidential_pieces|piece_files|piece_chunks|seized_item_acts"
)


def queries() -> dict[str, str]:
    found = {}
    for file in sorted((ROOT / "store").glob("*.sql")):
        for block in re.split(r"^-- name: ", file.read_text(), flags=re.MULTILINE)[1:]:
            name = re.match(r"\w+", block)[0]
            found[f"{file.stem}.{name}"] = "\n".join(line for line in block.splitlines()[1:] if not line.startswith("--"))
    return found


def test_every_query_that_reads_cases_uses_the_condition_or_says_why_not():
    past_it = {
        name
        for name, sql in queries().items()
        if re.search(rf"\b(from|join)\s+({_CASE_TABLES})\b", sql) and "case_visible(" not in sql and not name.startswith(f"{WALKED}.")
    }

    assert past_it == set(WITHOUT_THE_CONDITION)


def test_condition_is_always_asked_with_all_that_it_looks_at():
    asked = {call for sql in queries().values() for call in re.findall(r"case_visible\(([^)]*)\)", sql)}

    assert asked == {"c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court"}


def test_no_sql_stands_outside_the_store():
    telling = re.compile(r"\b(select\b.+\bfrom|insert into|update \w+ set|delete from)\b", re.IGNORECASE | re.DOTALL)
    elsewhere = []
    for file in ROOT.rglob("*.py"):
        if file.parent.name == "store" or file.name in NO_CASES:
            continue
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and telling.search(node.value):
                elsewhere.append(f"{file.relative_to(ROOT)}:{node.lineno}: {node.value[:60]}")
    assert elsewhere == []


#: Files that speak SQL to the database as such, not to its cases.
NO_CASES = {"migrate.py", "database.py", "backup.py", "embedded.py", "upgrade.py"}


@pytest.mark.parametrize("module", ACTIONS)
def test_every_action_stands_in_the_access_table(module):
    tree = ast.parse(ACTIONS[module].read_text())
    named = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)} & set(get_args(Action))

    if module in WITHOUT_A_LINE:
        assert not named, f"{module} names {named}: take it out of the list of those without a line"
    else:
        assert named, f"{module} asks for no line of the access table: begin with by.require(...)"


def test_every_line_of_the_access_table_is_asked_somewhere():
    asked = set()
    for file in ROOT.rglob("*.py"):
        if file.name != "access.py":
            asked |= {node.value for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.Constant)} & set(
                get_args(Action)
            )

    assert set(get_args(Action)) - asked == set()


def test_exceptions_name_only_what_is_there():
    assert set(WITHOUT_A_LINE) <= set(ACTIONS)
    assert set(WITHOUT_THE_CONDITION) <= set(queries())
