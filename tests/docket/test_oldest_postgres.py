"""Every query, the plans of the long lists, the jobs and the migrations also on the oldest PostgreSQL that we promise."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
#: What a version of PostgreSQL can do otherwise: parse and type a statement, plan it, lock, and change a schema.
SPEAKING_SQL = (
    "tests/architecture/test_queries.py",
    "tests/docket/store/test_pool.py",
    "tests/docket/store/test_search.py",
    "tests/docket/store/test_work_lists.py",
    "tests/docket/worker/test_queue.py",
    "tests/migrations",
)


@pytest.mark.minutes
@pytest.mark.system_postgres
def test_what_hangs_on_the_version_of_postgresql_works_on_15() -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *SPEAKING_SQL]
    run = subprocess.run(command, cwd=ROOT, env={**os.environ, "DOCKET_TEST_POSTGRES": "15"}, capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-2000:]
