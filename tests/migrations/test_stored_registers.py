"""What an earlier version wrote and sealed is upgraded, verifies without a finding, and goes on."""

import subprocess
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest

from docket import embedded, migrate
from docket.actions.life.change_status import ChangeStatus, change_status
from docket.actions.oversight.sign_head import sign_head
from docket.actions.oversight.verify_register import verify_register
from docket.clock import FixedClock
from docket.deps import Deps
from docket.law_in_force import Laws
from docket.settings import Settings
from docket.store.pool import open_pool
from tests.builders import a_prosecutor

STORED = sorted((Path(__file__).parent / "stored").glob("register_*.zip"))


@pytest.fixture(params=STORED, ids=[archive.stem for archive in STORED])
async def old(request: pytest.FixtureRequest, postgres: embedded.Server, tmp_path: Path, clock: FixedClock) -> AsyncIterator[Deps]:
    """The register of an earlier version, brought to the schema of this one."""
    name = f"old_{request.param.stem}"
    with zipfile.ZipFile(request.param) as stored:
        stored.extractall(tmp_path)
    connection = await asyncpg.connect(postgres.url())
    await connection.execute(f"create database {name}")
    loaded = [postgres.binaries.program("psql"), "--quiet", "--no-psqlrc", "--dbname", name, "--file", str(tmp_path / "register.sql")]
    subprocess.run(loaded, env=postgres.environment(), capture_output=True, check=True)
    migrate.apply(postgres.url(name))
    pool = await open_pool(postgres.url(name), min_size=1, max_size=4)
    law = await Laws().in_force(pool)
    yield Deps(pool=pool, law=law, clock=clock, settings=Settings(data_dir=tmp_path, database_url=postgres.url(name)))
    await pool.close()
    await connection.execute(f"drop database {name} with (force)")
    await connection.close()


async def test_a_register_of_an_earlier_version_verifies_and_is_written_on(old: Deps) -> None:
    findings, counts = await verify_register(old)

    assert findings == []
    assert counts.cases == 2
    assert counts.heads == 1
    assert await old.pool.fetch("select case_number, status from cases order by 1") == [
        ("HAV-2026-000001", "trialCourt"),
        ("HAV-2026-000002", "registered"),
    ], "what was referred lies before its court, in the words of today"
    await change_status(
        ChangeStatus(case_number="HAV-2026-000002", version=1, event="openInvestigation", reason="volgens het stuk"), a_prosecutor(), old
    )
    assert await sign_head(old) is not None
    assert (await verify_register(old))[0] == []


async def test_what_an_earlier_version_sealed_is_still_found_when_it_is_changed(old: Deps) -> None:
    await old.pool.execute("update referrals set court = 'ghentCorrectional'")

    findings, _ = await verify_register(old)

    assert {(finding.case_number, finding.table) for finding in findings} == {("HAV-2026-000001", "referrals")}
