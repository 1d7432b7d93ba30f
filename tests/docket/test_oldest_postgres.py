"""Every query, those that run it, the jobs and the migrations also on the oldest PostgreSQL that we promise, that of the distribution."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SPEAKING_SQL = (
    "tests/docket/store",
    "tests/docket/worker",
    "tests/migrations",
    "tests/architecture/test_queries.py",
)


@pytest.mark.minutes
@pytest.mark.system_postgres
def test_everything_that_speaks_sql_works_on_postgresql_15() -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *SPEAKING_SQL]
    run = subprocess.run(command, cwd=ROOT, env={**os.environ, "DOCKET_TEST_POSTGRES": "15"}, capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-2000:]
