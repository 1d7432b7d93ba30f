"""The command line: what it prints, and how it ends."""

import asyncio
import hashlib
import json
import zipfile
from pathlib import Path

import asyncpg
import pytest
from click.testing import CliRunner, Result

from docket import legislation
from docket.cli.accounts import first_user
from docket.cli.root import commands
from docket.deps import Deps
from docket.store import accounts
from tests.docket.mail.test_incoming import DSN
from tests.documents import reading

#: Drugs found on a quay of the right bank.
FOUND = {
    "externalId": "inc-1",
    "origin": {"service": "shippingPolice"},
    "receivedOn": "2024-05-02",
    "places": [{"id": "p1", "role": "discovery", "port": "antwerp", "quay": "869"}],
    "offences": [{"offence": "drugImport", "place": "p1", "committedFrom": "2024-05-01"}],
}
#: Money laundering that only its tie with the file above brings to the port prosecutors.
TIED = {
    "externalId": "inc-2",
    "origin": {"service": "federalPolice"},
    "receivedOn": "2024-05-03",
    "offences": [{"offence": "moneyLaundering"}],
    "relatedCases": [{"caseNumber": "inc-1", "ground": "samePerpetrators"}],
}
BROKEN = {"externalId": "inc-3", "origin": {"service": "nobody"}, "placez": []}


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A data folder, and a database that does not answer."""
    monkeypatch.chdir(tmp_path)
    # It would send the log lines of the tests after this one to a stream that is closed by then.
    monkeypatch.setattr("docket.logs.configure", lambda form: None)
    monkeypatch.setenv("DOCKET_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("DOCKET_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/nowhere")
    monkeypatch.setenv("DOCKET_PORT", "1")
    return tmp_path


@pytest.fixture
def register(environment: Path, database: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """URL of a migrated, empty register that the commands use."""
    monkeypatch.setenv("DOCKET_DATABASE_URL", database)
    return database


def docket(*arguments: str, answer: str = "") -> Result:
    return CliRunner().invoke(commands, arguments, input=answer, prog_name="docket")


def lines(*reports: object) -> str:
    """Name of a file with these reports, in the working folder."""
    content = "".join(json.dumps(report) + "\n" for report in reports)
    file = Path(f"{hashlib.sha256(content.encode()).hexdigest()[:8]}.jsonl")
    file.write_text(content)
    return str(file)


async def ask(url: str, question: str) -> object:
    connection = await asyncpg.connect(url)
    try:
        return await connection.fetchval(question)
    finally:
        await connection.close()


def test_route_decides_each_line_without_a_database_and_knows_earlier_lines_by_their_external_id(environment: Path) -> None:
    done = docket("route", lines(FOUND, TIED))
    found, tied = [json.loads(line) for line in done.stdout.splitlines()]

    assert done.exit_code == 0, done.output
    assert (found["externalId"], found["decision"]["scope"]) == ("inc-1", "portCrime")
    assert (tied["externalId"], tied["decision"]["scope"]) == ("inc-2", "supporting")
    assert set(found) == {"externalId", "decision", "explanation"}


def test_route_tells_a_broken_line_on_standard_error_and_decides_the_others(environment: Path) -> None:
    done = docket("route", lines(BROKEN, FOUND))

    assert done.exit_code == 1
    assert [json.loads(line)["externalId"] for line in done.stdout.splitlines()] == ["inc-1"]
    assert "line 1: refused" in done.stderr
    assert "/placez" in done.stderr
    assert "/origin/service" in done.stderr


def test_route_takes_the_policy_that_is_asked(environment: Path) -> None:
    done = docket("route", lines(FOUND), "--policy", "enacted")

    assert json.loads(done.stdout)["decision"]["policy"] == "enacted"


def test_an_unknown_option_or_kind_is_a_wrong_command_line(environment: Path) -> None:
    assert docket("route", lines(FOUND), "--policy", "mine").exit_code == 2
    assert docket("render", "poem").exit_code == 2
    assert docket("render", "receipt", lines(FOUND), "--line", "7").exit_code == 2


def test_render_makes_the_example_of_a_document_and_a_trial_from_a_line(environment: Path) -> None:
    example = docket("render", "receipt")
    trial = docket("render", "jurisdiction_note", lines(TIED, FOUND), "--line", "2", "--out", "nota.docx")

    assert (example.exit_code, trial.exit_code) == (0, 0), trial.output
    assert zipfile.is_zipfile(environment / "receipt.docx")
    with zipfile.ZipFile(environment / "nota.docx") as written:
        parts = b"".join(written.read(name) for name in written.namelist())
    assert b"PROEF, NIET GEREGISTREERD" in parts


#: Two suspects, each one person.
TWO_SUSPECTS = {
    "origin": {"service": "police"},
    "receivedOn": "2026-11-20",
    "places": [{"id": "p1", "role": "scene", "port": "antwerp", "quay": "1742"}],
    "offences": [{"offence": "portIntrusion", "committedFrom": "2026-11-18", "place": "p1"}],
    "persons": [
        {"id": "s1", "role": "suspect", "count": 1, "familyName": "Eerste"},
        {"id": "s2", "role": "suspect", "count": 1, "familyName": "Tweede"},
    ],
}


def test_render_makes_a_defence_copy_about_the_suspect_that_is_named(environment: Path) -> None:
    made = docket("render", "jurisdiction_note_defence", lines(TWO_SUSPECTS), "--about", "s2", "--out", "afschrift.docx")

    assert made.exit_code == 0, made.output
    words = reading.words_of((environment / "afschrift.docx").read_bytes())
    assert "Verdachte → verdachte 2 (s2), Tweede" in words
    assert "Eerste" not in words


def test_render_says_which_suspect_is_missing_or_unknown_and_takes_none_for_a_document_about_the_file(environment: Path) -> None:
    unnamed = docket("render", "jurisdiction_note_defence", lines(TWO_SUSPECTS))
    unknown = docket("render", "jurisdiction_note_defence", lines(TWO_SUSPECTS), "--about", "s9")
    whole_file = docket("render", "receipt", lines(TWO_SUSPECTS), "--about", "s1")
    example = docket("render", "jurisdiction_note_defence")

    assert (unnamed.exit_code, whole_file.exit_code, example.exit_code) == (2, 2, 0)
    assert "--about s1" in unnamed.output
    assert unknown.exit_code != 0 and "s1, s2" in unknown.output
    assert not (environment / "receipt.docx").exists()


def test_import_registers_tells_a_line_each_and_a_second_run_registers_nothing(register: str) -> None:
    first = docket("import", lines(FOUND, BROKEN, TIED))
    second = docket("import", lines(FOUND, BROKEN, TIED), "--json")

    assert first.exit_code == 1
    assert "line 1: HAV-" in first.stdout
    assert "line 2: refused" in first.stdout
    assert "2 registered, 1 refused" in first.stdout
    assert [json.loads(line)["result"] for line in second.stdout.splitlines()] == ["alreadyThere", "refused", "alreadyThere"]


def test_import_notes_who_had_taken_the_files_and_refuses_whom_nobody_knows(register: str) -> None:
    docket("user", "add", "an.peeters", "--role", "clerk", "--office", "antwerpPort")
    taken = ("--taken-by", "an.peeters", "--taken-on", "2024-03-01")
    old = FOUND | {"receivedOn": "2024-02-20"}

    done = docket("import", lines(old), *taken)

    assert done.exit_code == 0, done.output
    assert "; taken in charge by user:" in done.stdout
    for wrong in (("--taken-by", "an.peeters"), ("--taken-on", "2024-03-01"), ("--taken-by", "niemand", "--taken-on", "2024-03-01")):
        assert docket("import", lines(old), *wrong).exit_code == 2, wrong
    assert docket("import", lines(old), "--taken-by", "an.peeters", "--taken-on", "2999-01-01").exit_code == 2
    assert docket("import", lines(old), "--into", "HAV-2026-000001", *taken).exit_code == 2


def test_a_later_report_is_added_to_its_file(register: str) -> None:
    docket("import", lines(FOUND))
    number = json.loads(docket("import", lines(FOUND), "--json").stdout)["caseNumber"]
    later = {"origin": {"service": "customs"}, "seizures": [{"kind": "drugs", "netWeightKg": 12}]}
    done = docket("import", lines(later), "--into", number)

    assert done.exit_code == 0, done.output
    assert "1 added" in done.stdout


def test_verify_is_content_with_a_register_as_it_was_entered_(register: str) -> None:
    docket("import", lines(FOUND))
    untouched = docket("verify")
    assert untouched.exit_code == 0, untouched.output


def test_emptying_the_queue_by_hand_signs_a_head(register: str, environment: Path) -> None:
    docket("import", lines(FOUND))
    done = docket("work", "--once")

    assert done.exit_code == 0, done.output
    assert "1 zegel, " in docket("verify").output


def test_a_mailbox_hands_a_message_over_on_standard_input_and_it_is_a_task_once(register: str) -> None:
    message = DSN.format(kind="message/rfc822")
    first, again = docket("mail", "receive", answer=message), docket("mail", "receive", answer=message)

    assert (first.exit_code, first.output) == (0, "bounce: task, about no mail of ours\n")
    assert again.output == "bounce: known, about no mail of ours\n"
    assert asyncio.run(ask(register, "select count(*) from mail_tasks")) == 1


def test_verify_names_a_case_that_was_changed_behind_its_back(register: str) -> None:
    docket("import", lines(FOUND))
    asyncio.run(ask(register, "update cases set holding_office = 'federal'"))
    done = docket("verify", "--json")
    findings = json.loads(done.stdout)["findings"]

    assert done.exit_code == 1
    assert {finding["caseNumber"][:4] for finding in findings} == {"HAV-"}


async def test_a_user_of_the_command_line_signs_in_with_the_printed_password(register: str, deps: Deps) -> None:
    done = await asyncio.to_thread(docket, "user", "add", "griffier", "--role", "clerk", "--office", "antwerpPort", "--json")
    password = json.loads(done.stdout)["password"]
    made = await accounts.user_by_name(deps.pool, "griffier")

    assert made is not None
    assert (made.roles, made.office, made.must_change_password) == (("clerk",), "antwerpPort", True)
    assert await deps.passwords.fits(made.password_hash, password)


def test_a_user_without_office_or_with_a_name_that_is_taken_is_refused(register: str) -> None:
    nowhere = docket("user", "add", "griffier", "--role", "clerk")
    made = docket("user", "add", "griffier", "--role", "clerk", "--office", "antwerpPort")
    again = docket("user", "add", "griffier", "--role", "clerk", "--office", "antwerpPort")

    assert (nowhere.exit_code, made.exit_code, again.exit_code) == (1, 0, 1)
    assert "/office" in nowhere.stderr
    assert "griffier" in again.stderr


async def test_the_key_of_a_client_opens_the_register_with_its_scopes(register: str, deps: Deps) -> None:
    command = ("client", "add", "douane", "--office", "antwerpPort", "--scope", "cases:read", "--scope", "cases:write", "--json")
    key = json.loads((await asyncio.to_thread(docket, *command)).stdout)["key"]
    actor = await accounts.actor_of_key(deps.pool, key, deps.clock.now())

    assert actor is not None
    assert (actor.scopes, actor.office) == (frozenset({"cases:read", "cases:write"}), "antwerpPort")


async def test_an_empty_register_gets_one_user_whose_password_is_told_once(deps: Deps) -> None:
    first = await first_user(deps)
    second = await first_user(deps)
    file = deps.settings.first_password_file
    user = await accounts.user_by_name(deps.pool, "beheer")

    assert user is not None
    assert (user.roles, user.office, user.must_change_password) == (("clerk", "administrator"), "antwerpPort", True)
    assert file.read_text() in first
    assert file.read_text() not in second
    assert file.stat().st_mode & 0o777 == 0o600
    assert await deps.passwords.fits(user.password_hash, file.read_text())


async def test_the_password_file_goes_when_the_password_was_changed(deps: Deps) -> None:
    await first_user(deps)
    await deps.pool.execute("update accounts set must_change_password = false")

    assert await first_user(deps) == ""
    assert not deps.settings.first_password_file.exists()


async def test_a_start_killed_before_the_first_user_was_made_uses_the_password_that_was_written(deps: Deps) -> None:
    deps.settings.first_password_file.write_text("written-before-the-kill")
    told = await first_user(deps)

    assert "written-before-the-kill" in told


def test_the_service_and_the_worker_refuse_a_database_that_is_behind(register: str) -> None:
    asyncio.run(ask(register, "delete from schema_migrations where version = (select max(version) from schema_migrations)"))
    for command in ("serve", "work"):
        done = docket(command)

        assert done.exit_code == 1
        assert "docket upgrade" in done.stderr


def test_a_backup_restores_what_was_there(register: str, environment: Path) -> None:
    docket("import", lines(FOUND))
    folder = docket("backup").stdout.strip()
    docket("import", lines(TIED))
    restored = docket("restore", folder, "--yes")
    again = docket("import", lines(FOUND, TIED), "--json")

    assert restored.exit_code == 0, restored.output
    assert [json.loads(line)["result"] for line in again.stdout.splitlines()] == ["alreadyThere", "registered"]
    assert docket("verify").exit_code == 0


def test_a_restore_asks_first(register: str) -> None:
    folder = docket("backup").stdout.strip()

    assert docket("restore", folder, answer="n\n").exit_code == 1


def test_migrate_and_upgrade_have_nothing_to_do_on_a_current_register(register: str) -> None:
    assert "Nothing to do" in docket("migrate").stdout
    assert json.loads(docket("upgrade", "--json").stdout) == {"applied": [], "backup": None}


def test_a_database_that_does_not_answer_is_told_with_the_setting_to_check(environment: Path) -> None:
    done = docket("verify")

    assert done.exit_code == 1
    assert "DOCKET_DATABASE_URL" in done.stderr


def test_health_of_a_service_that_is_not_there_is_down(environment: Path) -> None:
    done = docket("health", "--json")

    assert done.exit_code == 1
    assert json.loads(done.stdout)["status"] == "DOWN"


def test_settings_are_printed_without_passwords(environment: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCKET_SMTP_URL", "smtp://clerk:secret@mail.example.org")
    done = docket("settings")

    assert "DOCKET_SMTP_URL=smtp://clerk:...@mail.example.org" in done.stdout
    assert "secret" not in done.stdout


def test_law_check_passes_on_the_law_that_ships(environment: Path) -> None:
    done = docket("law", "check")

    assert done.exit_code == 0, done.output
    assert legislation.load().digest in done.stdout


def test_law_check_names_the_file_that_is_wrong(environment: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, content in legislation.read_files().items():
        (environment / name).write_bytes(content)
    (environment / "courts.toml").write_text('[[row]]\nid = "nowhere"\nsurprise = 1\n')
    monkeypatch.setenv("DOCKET_LAW_DIR", str(environment))
    done = docket("law", "check")

    assert done.exit_code == 1
    assert "courts.toml" in done.stderr


def test_a_time_limit_is_computed_without_any_database(environment: Path) -> None:
    told = docket("limit", "appeal", "2026-04-03")

    assert told.exit_code == 0
    assert told.output.splitlines() == [
        "hoger beroep tegen een vonnis: ten laatste maandag 4 mei 2026",
        "Uitspraak op vrijdag 3 april 2026, de termijn begint de dag erna, zaterdag 4 april 2026, 30 dagen, "
        "laatste dag zondag 3 mei 2026, zondag 3 mei 2026 is geen werkdag, dus maandag 4 mei 2026.",
        "Art. 203, § 1 en art. 174 Sv. (sure)",
    ]


def test_a_time_limit_in_hours_asks_for_the_hour_and_shows_its_second_reading(environment: Path) -> None:
    refused = docket("limit", "arrest", "2026-03-28")
    told = docket("limit", "arrest", "2026-03-28T10:00", "--language", "en")

    assert refused.exit_code == 2
    assert "counts hours" in refused.output
    assert "expires after Monday 30 March 2026 at 11:00" in told.output
    assert "second reading 5: Monday 30 March 2026 at 10:00" in told.output


def test_the_time_limits_are_listed_with_their_events(environment: Path) -> None:
    listed = docket("limit").output.splitlines()

    assert len(listed) > 80
    assert any(line.startswith("appeal ") and "HB30" in line and "pronouncement, service" in line for line in listed)
