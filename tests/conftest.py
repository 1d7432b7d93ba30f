"""One PostgreSQL a run, a migrated template in it, and a fresh database for each test that asks for one."""

import asyncio
import ctypes
import fcntl
import functools
import gc
import os
import shutil
import signal
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import argon2
import asyncpg
import httpx
import hypothesis
import msgspec
import pytest
from litestar import Litestar

from docket import embedded, legislation, migrate
from docket.actions.legislation.enact_first_law import enact_first_law
from docket.clock import FixedClock
from docket.conversion import finding
from docket.conversion.finding import Tools
from docket.deps import Deps
from docket.law_in_force import Laws
from docket.legislation import LoadedLaw
from docket.mail.sending import MemorySender
from docket.passwords import Passwords
from docket.settings import Settings
from docket.store.pool import open_pool
from tests.databases import Databases, Lent, of

if TYPE_CHECKING:
    from tests.wiring import Wiring

# Before Python 3.13 a handler of a signal that is no number is written out for a message that nobody reads. The loop sets two for
# each test and each fixture, and they hold what it made: the whole law with its files, a tenth of a second each time.
_named: Any = getattr(signal, "_int_to_enum")  # noqa: B009
setattr(signal, "_int_to_enum", lambda value, names: _named(value, names) if isinstance(value, int) else value)  # noqa: B010
# What ships cannot change during a run, and two dozen modules read it; a folder of a test can.
_shipped, _load = functools.cache(legislation.load), legislation.load
legislation.load = lambda folder=None: _shipped() if folder is None else _load(folder)
# A loaded machine is no fault of a property.
hypothesis.settings.register_profile("suite", suppress_health_check=[hypothesis.HealthCheck.too_slow], deadline=None)
hypothesis.settings.load_profile("suite")
REQUIRE_EVERYTHING = os.environ.get("DOCKET_REQUIRE_EVERYTHING") == "1"
#: A hash as good for a test as one that takes 64 MiB and a tenth of a second.
CHEAP_HASHER = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
CHROMIUM = Path("/usr/bin/chromium")
MORNING = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
#: A run needs a few hundred MB; containers often have 64 MB of /dev/shm.
ROOM_NEEDED_BYTES = 2 * 1024**3


def _has_fonts() -> bool:
    return any(Path("/usr/share/fonts").rglob("LiberationSans-Regular.*"))


def _has_office() -> bool:
    """LibreOffice with its link to Python, a font of the house style, without which pages break elsewhere, and one with Arabic letters."""
    fonts = Path("/usr/share/fonts")
    return isinstance(finding.find(Settings()), Tools) and all(any(fonts.rglob(one)) for one in ("Carlito-Regular.*", "DejaVuSans.ttf"))


def _has_browser() -> bool:
    """Chromium, and the library that the driver of Playwright is linked with."""
    try:
        ctypes.CDLL("libatomic.so.1")
    except OSError:
        return False
    return CHROMIUM.exists()


#: Marker -> (is it here, Debian package, how to notice).
NEEDS = {
    "browser": (_has_browser, "chromium libatomic1"),
    "office": (_has_office, "libreoffice-writer-nogui python3-uno fonts-crosextra-carlito fonts-dejavu-core"),
    "fonts": (_has_fonts, "fonts-liberation"),
    "system_postgres": (lambda: any(each.major == 15 for each in embedded.installed_binaries()), "postgresql-15"),
}

_left_out: dict[str, int] = {}


class PlantedWorld(msgspec.Struct, frozen=True, kw_only=True):
    """A world that was made once."""

    #: What its tests copy.
    database: str
    world: Any
    #: When its making ended.
    instant: datetime


Plant = Callable[[Callable[[Deps, MemorySender], Awaitable[Any]]], Awaitable[PlantedWorld]]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin with the tests that take minutes, so that no core waits for one at the end; leave out what needs an absent Debian package,
    unless everything is required; then such a test fails by itself."""
    items.sort(key=lambda item: item.get_closest_marker("minutes") is None)
    if REQUIRE_EVERYTHING:
        return
    absent = {marker for marker, (is_here, _) in NEEDS.items() if any(item.get_closest_marker(marker) for item in items) and not is_here()}
    kept, dropped = [], []
    for item in items:
        missing = next((marker for marker in absent if item.get_closest_marker(marker)), None)
        if missing is None:
            kept.append(item)
        else:
            dropped.append(item)
            _left_out[missing] = _left_out.get(missing, 0) + 1
    if dropped:
        config.hook.pytest_deselected(items=dropped)
        items[:] = kept


def pytest_collection_finish() -> None:
    """The tests and the law stay to the end: a full collection would walk them again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker of pytest-xdist tells the run what it left out; each worker collects every test."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["left_out"] = _left_out


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    _left_out.update(getattr(node, "workeroutput", {}).get("left_out", {}))


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """The last line of the run."""
    if _left_out:
        parts = [f"{count} {marker} tests (apt-get install {NEEDS[marker][1]})" for marker, count in sorted(_left_out.items())]
        print(f"Not run on this machine: {', '.join(parts)}.")


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker, (is_here, package) in NEEDS.items():
        if item.get_closest_marker(marker) and not is_here():
            pytest.fail(f"This test needs the Debian package {package}, and DOCKET_REQUIRE_EVERYTHING is set.", pytrace=False)


@pytest.fixture(scope="session")
def postgres() -> Iterator[embedded.Server]:
    """A server without any protection against crashes, in memory where there is room."""
    memory = Path("/dev/shm")
    roomy = memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > ROOM_NEEDED_BYTES
    root = memory if roomy else Path(tempfile.gettempdir())
    _remove_left_behind(root)
    folder = Path(tempfile.mkdtemp(prefix="docket-test-", dir=root))
    candidates = embedded.installed_binaries()
    if wanted := os.environ.get("DOCKET_TEST_POSTGRES"):
        candidates = tuple(each for each in candidates if wanted in (each.source, str(each.major)))
    try:
        with embedded.running(folder, durable=False, binaries=embedded.binaries_for(folder / "data", candidates)) as server:
            yield server
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _remove_left_behind(root: Path) -> None:
    """Servers of runs that were killed: nobody holds the lock of their users any more."""
    for data in root.glob("docket-test-*/data"):
        folder = data.parent
        try:
            with (folder / "postgres.users").open("a") as users:
                fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            with embedded.running(folder, durable=False):
                pass
        except (OSError, embedded.DatabaseUnavailable):
            continue
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
async def template(postgres: embedded.Server, databases: Databases) -> str:
    """Name of the migrated, empty database that others are copied from."""
    name = await databases.copied("template0")
    migrate.apply(postgres.url(name))
    await _enact(legislation.load(), postgres.url(name))
    await databases.closed_to_all(name)
    return name


async def _enact(law: LoadedLaw, url: str) -> None:
    """As the first start does."""
    opened = await _open_pool(url)
    try:
        await enact_first_law(Deps(pool=opened, law=law, clock=FixedClock(MORNING), settings=Settings()))
    finally:
        await opened.close()


@pytest.fixture(scope="session")
async def databases(postgres: embedded.Server) -> AsyncIterator[Databases]:
    async with of(postgres) as opened:
        yield opened


@pytest.fixture
def origin(template: str) -> str:
    """Name of what the database of a test is copied from; a module whose tests all begin in one world overrides it by `plant`."""
    return template


@pytest.fixture(scope="session")
def plant(
    postgres: embedded.Server, databases: Databases, template: str, law: LoadedLaw, tmp_path_factory: pytest.TempPathFactory
) -> Plant:
    """Makes a world once in a database that tests copy."""

    async def planted(make: Callable[[Deps, MemorySender], Awaitable[Any]]) -> PlantedWorld:
        name, clock = await databases.copied(template), FixedClock(MORNING)
        settings = Settings(data_dir=tmp_path_factory.mktemp(name), database_url=postgres.url(name))
        opened = await _open_pool(postgres.url(name))
        world = await make(_deps(settings, opened, law, clock), MemorySender())
        await opened.close()
        await databases.closed_to_all(name)
        return PlantedWorld(database=name, world=world, instant=clock.instant)

    return planted


@pytest.fixture
async def lent(request: pytest.FixtureRequest, postgres: embedded.Server, databases: Databases, origin: str) -> AsyncIterator[Lent]:
    """A database as its origin, for one test; a new one without connections for a test that only wants its address."""
    if "pool" in request.fixturenames:
        lent = await databases.lend(origin)
        yield lent
        await databases.give_back(lent)
    else:
        name = await databases.copied(origin)
        yield Lent(name=name, origin=origin, url=postgres.url(name), id=0)
        await databases.dropped(name)


@pytest.fixture
def database(lent: Lent) -> str:
    """URL of a fresh database, for one test."""
    return lent.url


@pytest.fixture
async def pool(lent: Lent) -> AsyncIterator[asyncpg.Pool]:
    """Connections as the service opens them, on a fresh database."""
    if lent.pool is not None:
        yield lent.pool
    else:
        opened = await _open_pool(lent.url)
        yield opened
        opened.terminate()


@pytest.fixture(scope="session")
async def shared_pool(postgres: embedded.Server, databases: Databases, template: str) -> AsyncIterator[asyncpg.Pool]:
    opened = await _open_pool(postgres.url(await databases.copied(template)))
    yield opened
    opened.terminate()


@pytest.fixture
async def tx(shared_pool: asyncpg.Pool) -> AsyncIterator[asyncpg.Connection]:
    """One connection in a transaction that is rolled back: the fastest, for code that needs no second connection."""
    async with shared_pool.acquire() as connection:
        transaction = connection.transaction()
        await transaction.start()
        yield connection
        await transaction.rollback()


@pytest.fixture(scope="session")
def law() -> LoadedLaw:
    """The law that ships, read once."""
    return legislation.load()


@pytest.fixture
def clock() -> FixedClock:
    """A Tuesday in office hours, in winter time."""
    return FixedClock(MORNING)


@pytest.fixture
def settings(tmp_path: Path, database: str) -> Settings:
    return Settings(data_dir=tmp_path, database_url=database)


@pytest.fixture
def sender() -> MemorySender:
    return MemorySender()


@pytest.fixture
def deps(settings: Settings, pool: asyncpg.Pool, law: LoadedLaw, clock: FixedClock) -> Deps:
    """What actions are handed, on a fresh database."""
    return _deps(settings, pool, law, clock)


def _deps(settings: Settings, pool: asyncpg.Pool, law: LoadedLaw, clock: FixedClock) -> Deps:
    return Deps(pool=pool, law=law, clock=clock, settings=settings, passwords=Passwords(CHEAP_HASHER), laws=Laws(law))


@pytest.fixture(scope="session")
def wiring() -> "Wiring":
    from tests.wiring import Wiring

    return Wiring()


@pytest.fixture
async def app(
    wiring: "Wiring", settings: Settings, pool: asyncpg.Pool, law: LoadedLaw, sender: MemorySender, clock: FixedClock
) -> AsyncIterator[Litestar]:
    """The service of production, with a mail sender that keeps and a clock that stands still."""
    made = wiring.create_app(settings, pool, law, sender, clock, passwords=Passwords(CHEAP_HASHER))
    begun, end = asyncio.Event(), asyncio.Event()

    # In one task: the lifespan holds a cancel scope, and pytest ends a fixture in another task than it began in.
    async def live() -> None:
        async with made.lifespan():
            begun.set()
            await end.wait()

    living = asyncio.create_task(live())
    await asyncio.wait((living, asyncio.create_task(begun.wait())), return_when=asyncio.FIRST_COMPLETED)
    if living.done():
        living.result()
    yield made
    end.set()
    await living


@pytest.fixture
async def client(app: Litestar) -> AsyncIterator[httpx.AsyncClient]:
    """Speaks to the service without a network; nobody is signed in and no key is sent."""
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as opened:
        yield opened


async def _open_pool(url: str) -> asyncpg.Pool:
    return await open_pool(url, min_size=1, max_size=8)
