"""The screens of the assignment: roster, why this prosecutor, another choice, and the list for the auditor."""

import csv
import re
import subprocess
import sys
from datetime import timedelta
from io import StringIO
from pathlib import Path

from docket.actions.assignment.commit_seed import CommitSeed, commit_seed
from docket.actions.assignment.keep_roster import KeepRoster, keep_roster
from docket.actions.assignment.reveal_seed import RevealSeed, reveal_seed
from docket.actions.jurisdiction.refer_case import ReferCase, refer_case
from docket.clock import court_day
from docket.worker.queue import drain
from tests.builders import a_case, a_prosecutor, an_actor

HEAD = an_actor("headOfOffice", account_id=900)
#: Where the law itself names the court of Antwerp, so that a file can be referred.
RIGHT_BANK = [{"id": "p1", "role": "scene", "port": "antwerp", "dock": "Churchilldok"}]
DRAWS = Path(__file__).parents[3] / "docs" / "draws.md"


async def on_roster(deps, *visitors) -> None:
    for one in visitors:
        await keep_roster(KeepRoster(prosecutor=one.account_id, change="add", day=court_day(deps.clock.now())), HEAD, deps)
    deps.clock.instant += timedelta(minutes=1)


async def test_head_puts_a_prosecutor_on_the_roster_and_the_first_seed_is_committed(enter, deps):
    prosecutor, head = await enter("prosecutor"), await enter("headOfOffice")
    await head.open("/toewijzing")
    await head.post("/toewijzing/rooster", {"_do": "add", "_magistraat": prosecutor.account_id, "_dag": "2026-11-24"})

    assert "Het rooster is bijgewerkt" in head.text
    assert "Zaad 1" in head.text and "In gebruik" in head.text
    assert f"gebruiker {prosecutor.account_id}" in head.text


async def test_day_that_is_none_is_refused_at_its_field(enter, deps):
    prosecutor, head = await enter("prosecutor"), await enter("headOfOffice")
    await head.open("/toewijzing")
    answer = await head.post("/toewijzing/afwezigheid", {"_magistraat": prosecutor.account_id, "_van": "morgen", "_tot": "2026-12-01"})

    assert answer.status_code == 400
    assert "Schrijf de dag als 26/11/2026" in head.text


async def test_prosecutor_sees_his_own_load_alone_and_reports_his_own_absence(enter, deps):
    first, second = await enter("prosecutor"), await enter("prosecutor")
    await on_roster(deps, first, second)
    await first.open("/toewijzing")
    assert first.text.count("niet voor u") == 1
    assert "Zaden" not in first.text
    await first.post("/toewijzing/afwezigheid", {"_magistraat": first.account_id, "_van": "2026-11-24", "_tot": "2026-12-01"})

    assert "De afwezigheid is gemeld" in first.text
    assert "terug op 01/12/2026" in first.text
    await first.post("/toewijzing/afwezigheid/intrekken", {"_id": re.search(r'name="_id" value="(\d+)"', first.page.text)[1]})
    assert "Er is geen afwezigheid gemeld" in first.text


async def test_clerk_sees_who_there_is_and_another_office_nothing(enter, deps):
    prosecutor, clerk, other = await enter("prosecutor"), await enter("clerk"), await enter("clerk", office="eastFlandersGhent")
    await on_roster(deps, prosecutor)
    await clerk.open("/toewijzing")

    assert f"gebruiker {prosecutor.account_id}" in clerk.text and "niet voor u" in clerk.text
    assert (await other.open("/toewijzing")).status_code == 404
    assert "/toewijzing" not in (await other.open("/dossiers")).text


async def test_file_names_its_prosecutor_and_says_why_him(enter, deps, sender):
    prosecutor, clerk = await enter("prosecutor"), await enter("clerk")
    await on_roster(deps, prosecutor)
    number = (await a_case(deps)).case_number
    await drain(deps, sender)
    await clerk.open(f"/dossiers/{number}")
    assert "Havenprocureur Proef prosecutor Waarom deze?" in clerk.text
    await clerk.open(f"/dossiers/{number}/toewijzing")

    assert "Trekking 1 met zaad 1: getal 0 van 1." in clerk.text
    assert "Zelf kiezen" not in clerk.text and "Opnieuw toewijzen" not in clerk.text


async def test_court_sees_a_function_code_on_the_file(enter, deps, sender):
    prosecutor = await enter("prosecutor")
    await on_roster(deps, prosecutor)
    number = (await a_case(deps, places=RIGHT_BANK)).case_number
    await drain(deps, sender)
    referred = ReferCase(case_number=number, version=1, tracks=(0,))
    await refer_case(referred, a_prosecutor(), deps)
    registrar = await enter("courtRegistrar", court="antwerpCorrectional")
    await registrar.open(f"/dossiers/{number}")

    assert f"Havenprocureur user:{prosecutor.account_id}" in registrar.text
    assert "Proef prosecutor" not in registrar.text
    assert (await registrar.open(f"/dossiers/{number}/toewijzing")).status_code == 404


async def test_head_chooses_another_with_a_reason(enter, deps, sender):
    first, second, head = await enter("prosecutor"), await enter("prosecutor"), await enter("headOfOffice")
    await on_roster(deps, first)
    number = (await a_case(deps)).case_number
    await drain(deps, sender)
    page = f"/dossiers/{number}/toewijzing"
    await head.open(page)
    refused = await head.fill({"_magistraat": second.account_id, "_reden": " "}, address=f"{page}/kiezen")
    assert refused.status_code == 400 and "Geef een reden" in head.text
    await head.fill({"_magistraat": second.account_id, "_reden": "Hij kent de zaak."}, address=f"{page}/kiezen")

    assert "Keuze van het hoofd" in head.text and "Hij kent de zaak." in head.text
    assert "Vroeger" in head.text and "Loting" in head.text


async def test_prosecutor_recuses_himself_on_the_page_of_the_file(enter, deps, sender):
    first = await enter("prosecutor")
    await on_roster(deps, first)
    number = (await a_case(deps)).case_number
    await drain(deps, sender)
    page = f"/dossiers/{number}/toewijzing"
    await first.open(page)
    refused = await first.fill({"_magistraat": first.account_id, "_grond": "", "_reden": "Een buur."}, address=f"{page}/verschonen")
    assert refused.status_code == 400
    await first.fill({"_magistraat": first.account_id, "_grond": "party", "_reden": "Een buur."}, address=f"{page}/verschonen")
    await drain(deps, sender)
    await first.open(page)

    assert "Niet toegewezen" in first.text and "deed niet mee: verschoond (een partij)" in first.text
    await first.open(f"/dossiers/{number}")
    assert "havenprocureur verschoond" in first.text.lower() and "Een buur" not in first.text


async def test_prosecutor_lists_the_files_that_are_his(enter, deps, sender):
    first, second = await enter("prosecutor"), await enter("prosecutor")
    await on_roster(deps, first, second)
    for n in range(6):
        await a_case(deps, externalId=str(n))
    await drain(deps, sender)
    await first.open("/dossiers?van=mij")
    mine = await deps.pool.fetchval("select count(*) from cases where prosecutor = $1", first.account_id)

    assert 0 < mine < 6
    assert len(set(re.findall(r"HAV-2026-\d{6}", first.text))) == mine
    assert (await first.open("/dossiers?van=iemand")).status_code == 400


async def test_auditor_downloads_the_list_and_checks_it_with_the_script_of_the_docs(enter, deps, sender, tmp_path):
    first, second, auditor = await enter("prosecutor"), await enter("prosecutor"), await enter("auditor", office=None)
    await on_roster(deps, first, second)
    for n in range(6):
        await a_case(deps, externalId=str(n))
    await drain(deps, sender)
    deps.clock.instant += timedelta(minutes=1)
    await commit_seed(CommitSeed(), HEAD, deps)
    await reveal_seed(RevealSeed(seq=1), HEAD, deps)
    await auditor.open("/toezicht/lotingen")
    assert auditor.text.count("Klopt") == 6 and "Proef prosecutor" not in auditor.text
    listed = (await auditor.open("/toezicht/lotingen.csv")).text
    rows = list(csv.DictReader(StringIO(listed)))
    assert len(rows) == 6 and "Proef prosecutor" not in listed

    script = tmp_path / "check_draws.py"
    script.write_text(re.search(r"```python\n(.*?)```", DRAWS.read_text(), re.DOTALL)[1])

    def run(text: str) -> subprocess.CompletedProcess[str]:
        (tmp_path / "draws.csv").write_text(text)
        return subprocess.run([sys.executable, script, tmp_path / "draws.csv"], capture_output=True, text=True, check=False)

    right = run(listed)
    assert (right.returncode, right.stdout) == (0, "every draw is right\n")
    other = {f"user:{first.account_id}": f"user:{second.account_id}", f"user:{second.account_id}": f"user:{first.account_id}"}
    swapped = listed.replace(f",draw,{rows[0]['prosecutor']},", f",draw,{other[rows[0]['prosecutor']]},", 1)
    assert run(swapped).returncode == 1 and "not of" in run(swapped).stdout
    # The last draw of a seed leaves no gap: its number is told by the count of the others.
    for number in ("3", "6"):
        gap = next(row["caseNumber"] for row in rows if row["drawNumber"] == number)
        without = "\n".join(line for line in listed.splitlines() if not line.startswith(gap))
        assert run(without).returncode == 1 and f"draw {number} is missing" in run(without).stdout
