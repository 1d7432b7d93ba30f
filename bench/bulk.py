"""How quick a page stays while the summonses of a sitting of 500 files are made: p95 before, and while the worker makes them."""

import asyncio
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import time as hour
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import uvloop

from bench import ground
from docket import legislation
from docket.access import Actor
from docket.actions.accounts.add_user import AddUser, add_user
from docket.actions.hearings.booking import Wanted
from docket.actions.hearings.keep_chamber import KeepChamber, keep_chamber
from docket.actions.hearings.set_hearing import SetHearing, set_hearing
from docket.actions.legislation.enact_first_law import enact_first_law
from docket.actions.papers.keep_address import KeepAddress, keep_address
from docket.actions.papers.make_in_bulk import MakeInBulk, make_in_bulk
from docket.actions.registration.register_case import RegisterCase, register_case
from docket.clock import SystemClock, court_day
from docket.contract import Offence, Origin, Person, Place, Report, Residence
from docket.deps import Deps
from docket.hearings import ChamberSaid
from docket.settings import Settings
from docket.store import accounts
from docket.store.pool import open_pool

FILES = 500
COURT = "antwerpCorrectional"
#: Asked one after the other, this long after the one before it was answered.
PAUSE_SECONDS = 0.05
SAMPLE = 200
GOAL_MS = 250.0
PAGES = ("/dossiers", "/vandaag", "/dossiers/{first}")
TYPED = {"hearingPlace": "Bolivarplaats 20, zaal C", "part": "perpetrator"}


def report(number: int) -> Report:
    return Report(
        external_id=f"bulk-{number}",
        origin=Origin(service="police"),
        received_on="2026-01-11",
        places=(Place(id="p1", role="scene", text="kaai 730", port="antwerp", quay="730"),),
        offences=(Offence(offence="portIntrusion", committed_from="2026-01-10", place="p1"),),
        persons=(
            Person(
                id="s1",
                role="suspect",
                kind="natural",
                count=1,
                given_names="Verdachte",
                family_name=f"Nummer {number}",
                birth_date="1970-03-01",
                minor=False,
                residence=Residence(country="BE", municipality="Duffel"),
            ),
        ),
    )


async def sitting(deps: Deps) -> tuple[Actor, int, Any, str]:
    """A prosecutor, the chamber, the day on which all files are heard, and the number of the first."""
    made = await add_user(AddUser(name="bulk", display_name="B", roles=("headOfOffice",), office="antwerpPort"), _SYSTEM, deps)
    user = await accounts.user_by_id(deps.pool, made.account_id)
    if user is None:
        raise SystemExit("no user")
    said = ChamberSaid(court=COURT, name="AC1", kind="correctional", weekdays=(1, 2, 3, 4, 5), starts_at=hour(9), capacity=FILES)
    chamber = await keep_chamber(KeepChamber(said=said), user.actor, deps)
    today = court_day(deps.clock.now())
    await keep_address(KeepAddress(seat="antwerpPort", address="proefadres", from_day=today, reason="meting"), user.actor, deps)
    day = today + timedelta(days=28)
    while day.isoweekday() > 1:
        day += timedelta(days=1)
    first = ""
    for number in range(FILES):
        case = await register_case(RegisterCase(report=report(number), sender="bulk"), user.actor, deps)
        first = first or case.case_number
        wanted = Wanted(chamber_id=chamber, day=day, summons="summons")
        await set_hearing(SetHearing(case_number=case.case_number, version=1, wanted=wanted, reason="zitting"), user.actor, deps)
    return user.actor, chamber, day, first


async def asking(web: httpx.AsyncClient, first: str, goes_on: Callable[[int], Any]) -> list[float]:
    taken: list[float] = []
    while await goes_on(len(taken)):
        start = time.perf_counter()
        answer = await web.get(PAGES[len(taken) % len(PAGES)].format(first=first))
        taken.append(time.perf_counter() - start)
        if answer.status_code != 200:
            raise SystemExit(f"{answer.url} answered {answer.status_code}")
        await asyncio.sleep(PAUSE_SECONDS)
    return taken


@contextmanager
def worker(url: str) -> Iterator[None]:
    folder = Path(tempfile.mkdtemp(prefix="worker-", dir=ground.WORK))
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DOCKET_")}
    environment = kept | {"DOCKET_DATABASE_URL": url, "DOCKET_DATA_DIR": str(folder)}
    with (folder / "worker.log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "docket", "work"], env=environment, stdout=log, stderr=log, cwd=ground.HERE.parent
        )
    try:
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)
        shutil.rmtree(folder, ignore_errors=True)


@asynccontextmanager
async def browser(deps: Deps, port: int, by: Actor) -> AsyncIterator[httpx.AsyncClient]:
    cookie, day = secrets.token_urlsafe(32), timedelta(days=1)
    async with deps.transaction() as tx:
        await accounts.open_session(tx, cookie, account_id=by.account_id or 0, csrf_token="t", now=deps.clock.now(), idle=day, absolute=day)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", cookies={"docket_session": cookie}, timeout=60) as web:
        yield web


async def measured(url: str) -> None:
    pool = await open_pool(url)
    deps = Deps(pool=pool, law=legislation.load(), clock=SystemClock(), settings=Settings(database_url=url))
    await enact_first_law(deps)
    by, chamber, day, first = await sitting(deps)
    await pool.execute("update accounts set must_change_password = false")
    # What the registrations asked for is not what is measured.
    await pool.execute("delete from pgqueuer")

    async def counted(done: int) -> bool:
        return done < SAMPLE

    async def until_made(_: int) -> bool:
        left = await pool.fetchval(
            "select count(*) from bulk_lines l left join documents d on d.id = l.document_id "
            "where l.state = 'waiting' or (l.state = 'asked' and d.state = 'asked')"
        )
        return left > 0

    with ground.service(url) as port, worker(url):
        async with browser(deps, port, by) as web:
            await asking(web, first, counted)
            quiet = await asking(web, first, counted)
            start = time.perf_counter()
            run = await make_in_bulk(MakeInBulk(kind="direct_summons", chamber_id=chamber, day=day, typed=TYPED), by, deps)
            busy = await asking(web, first, until_made)
            seconds = time.perf_counter() - start
    states = await pool.fetch(
        "select coalesce(d.state, l.state) as state, count(*) from bulk_lines l left join documents d on d.id = l.document_id group by 1"
    )
    await pool.close()
    before, meanwhile = (ground.percentile(taken, 0.95) * 1000 for taken in (quiet, busy))
    verdict = "goal met" if meanwhile <= GOAL_MS else "goal MISSED"
    print(f"bulk: {run.lines} summonses in {seconds:.0f} s ({run.lines / seconds:.0f} a second): {dict(map(tuple, states))}")
    print(
        f"bulk pages: p95 {before:.0f} ms with nothing to make, {meanwhile:.0f} ms while they are made ({len(busy)} pages; "
        f"goal {GOAL_MS:.0f}): {verdict}"
    )


def main() -> None:
    with ground.server() as running:
        uvloop.run(measured(running.url()))


_SYSTEM = Actor(account_id=None, code="system", roles=frozenset({"administrator"}))

if __name__ == "__main__":
    main()
