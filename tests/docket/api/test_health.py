from typing import Any

import httpx

from docket.deps import Deps


async def test_a_service_with_its_database_is_up(client: httpx.AsyncClient) -> None:
    for path in ("/health", "/api/v1/health"):
        response = await client.get(path)

        assert (response.status_code, response.json()) == (200, {"status": "UP"})


async def test_jobs_that_wait_for_minutes_make_it_degraded(client: httpx.AsyncClient, deps: Deps) -> None:
    await _job(deps, "6 minutes")

    response = await client.get("/health")

    assert (response.status_code, response.json()) == (200, {"status": "DEGRADED"})


async def test_jobs_that_are_not_due_yet_do_not_count(client: httpx.AsyncClient, deps: Deps) -> None:
    await _job(deps, "-1 hour")

    assert (await client.get("/health")).json() == {"status": "UP"}


async def test_without_a_database_it_is_down(client: httpx.AsyncClient, deps: Any) -> None:
    deps.pool.terminate()

    response = await client.get("/health")

    assert (response.status_code, response.json()) == (503, {"status": "DOWN"})


async def _job(deps: Deps, waiting: str) -> None:
    await deps.pool.execute(
        "insert into pgqueuer (priority, status, entrypoint, created, execute_after)"
        f" values (0, 'queued', 'x', now() - interval '{waiting}', now() - interval '{waiting}')"
    )
