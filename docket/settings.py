"""Everything that can be set, in one frozen struct, read once from the environment."""

import os
import re
import secrets
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import get_type_hints
from urllib.parse import urlsplit

import msgspec

PREFIX = "DOCKET_"
SECRET_BYTES = 32
#: Clerk, prosecutor on duty, head (`docket/duty.py`).
CHAIN_STEPS = 3
#: Of an installed wheel: site-packages.
CHECKOUT = Path(__file__).resolve().parent.parent


class BadSetting(Exception):
    """A setting cannot be read; the message names the variable and what it expects."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """One field is one environment variable: `data_dir` is DOCKET_DATA_DIR."""

    #: Folder of the private database, the secrets, the signed heads and the backups.
    data_dir: Path = Path(".docket")
    #: PostgreSQL 15 or newer, as postgresql://user:password@host:5432/name; empty: a private server in the data folder.
    database_url: str = ""
    #: Address on which the service listens; anything but this machine belongs behind a proxy with TLS.
    host: str = "127.0.0.1"
    #: Port on which the service listens.
    port: int = 8000
    #: Processes that answer requests; one fills about one core and leaves the other to the database.
    processes: int = 1
    #: Whether browsers reach the service over https: cookies are then sent over https only.
    https: bool = False
    #: Database connections kept open by one service; few, so that a restart of the database costs few errors.
    pool_min: int = 2
    #: Database connections that one service may open; all services and workers together stay under max_connections.
    pool_max: int = 20
    #: Prepared statements kept per connection; 0 behind pgbouncer in transaction mode, which loses them.
    statement_cache_size: int = 200
    #: Mail server as smtp://user:password@host:587 (smtps:// for TLS from the start); empty: mails are held and shown on a page.
    smtp_url: str = ""
    #: Mail goes only to addresses in these domains, separated by commas; others are kept as refused and shown to the clerk.
    #: The default serves the examples only; name the domains of the police and of your office.
    mail_domains: tuple[str, ...] = ("politie.example.org",)
    #: Sender of every mail.
    mail_sender: str = "griffie@havendossier.invalid"
    #: Address to which mail servers return what does not arrive, as retour@example.org; each mail has one of its own there, with a
    #: token behind a plus (retour+TOKEN@example.org), so that also what quotes nothing of the mail finds its file. The mail server of
    #: that domain hands all of them to the mailbox of `docket mail receive` (Postfix: recipient_delimiter = +). Empty: DOCKET_MAIL_SENDER.
    mail_bounce_address: str = ""
    #: Whom an investigator calls with a question, as it stands in the mails; empty: the mail names the office only.
    office_phone: str = ""
    #: A session that does nothing ends after this many minutes.
    session_idle: timedelta = timedelta(minutes=60)
    #: A session ends after this many minutes whatever it does.
    session_absolute: timedelta = timedelta(minutes=600)
    #: Days within which an office answers an offer of a file, when the offer names no other day. No text of law sets them.
    transfer_answer_days: int = 10
    #: Days within which an answer is asked, when a request names no other day. No text of law sets them.
    request_days: int = 10
    #: Whom something is asked of is reminded this many days before the answer is due. No text of law sets them.
    request_reminder_days: int = 3
    #: What is late is reminded of, and told to the office, the day after it was due and then every so many days. The office's own
    #: choice, no law.
    request_overdue_days: int = 7
    #: The private link of a request opens for this many days after the answer is due.
    request_link_days: int = 30
    #: Days before the end of a time limit on which the office is reminded of it; 0 = on the day itself. No text of law sets them.
    limit_reminder_days: tuple[str, ...] = ("7", "2", "0")
    #: A time limit that ends at an hour is reminded of once, this many hours before, by day and by night. No text of law sets them.
    limit_reminder_hours: int = 12
    #: Days before the last day of the limitation of an offence on which the office is reminded of it; from the first of them on the file
    #: stands on the list of what limitation nears. No text of law sets them.
    limitation_reminder_days: tuple[str, ...] = ("365", "180", "90", "30", "7")
    #: A hearing comes on the work list this many days before the last day on which who is not served yet can be. No text of law sets them.
    service_warning_days: int = 5
    #: Days on which the registry of a court is closed besides weekends and legal holidays, as court:day, separated by commas
    #: (`antwerpCorrectional:2026-12-24`); an act at that registry may then be done on its next opening day (art. 644 Sv.).
    registry_closing_days: tuple[str, ...] = ()
    #: Years after which the age of an accusation warns for the reasonable time (art. 21ter V.T.Sv.). No text of law sets them.
    reasonable_time_years: tuple[str, ...] = ("2", "4", "5")
    #: Minutes after which a file with a suspect in custody that nobody took is told to clerk, prosecutor on duty and head.
    #: The office's own choice, no law.
    duty_detention: tuple[timedelta, ...] = (timedelta(minutes=10), timedelta(minutes=20), timedelta(minutes=30))
    #: The same for every other file: four hours, one day, two days. The office's own choice, no law.
    duty_ordinary: tuple[timedelta, ...] = (timedelta(hours=4), timedelta(days=1), timedelta(days=2))
    #: The same for an alert about a cargo; nothing makes such a file yet. The office's own choice, no law.
    duty_cargo_alert: tuple[timedelta, ...] = (timedelta(minutes=5), timedelta(minutes=10), timedelta(minutes=15))
    #: Address of the telephone or SMS gateway that is told of a file that nobody took; empty: nobody is called, mail and screens remain.
    oncall_webhook_url: str = ""
    #: File with the key that signs what the gateway is told (HMAC-SHA256), to be copied there; empty: oncall-webhook.key in the
    #: data folder, made when it is first needed.
    oncall_webhook_key_file: Path | None = None
    #: Address at which people reach the service, for the short links of the duty; empty: the address on which it listens.
    public_url: str = ""
    #: A short link of the duty opens for this many minutes.
    duty_link: timedelta = timedelta(hours=24)
    #: Folder with the legislation files: the first law of a new register, afterwards the draft of the next; empty: the ones that
    #: ship with this version. What decides is the law in force, which the register keeps (`docket law history`).
    law_dir: Path | None = None
    #: Folder outside the database that receives the signed heads of the register; empty: heads/ in the data folder.
    heads_dir: Path | None = None
    #: File with the Ed25519 key that signs the heads; empty: head-signing.key in the data folder, made at the first start.
    head_key_file: Path | None = None
    #: Draws of prosecutors with one committed seed; the next one is committed when four fifths of them are done.
    draws_per_seed: int = 500
    #: Program of LibreOffice that the worker makes PDF with; empty: soffice, where it is on the path.
    soffice: Path | None = None
    #: Python that has LibreOffice's module uno (Debian package python3-uno); empty: /usr/bin/python3.
    soffice_python: Path | None = None
    #: Seconds after which a document that is still not a PDF is given up and LibreOffice is killed.
    pdf_seconds: int = 60
    #: LibreOffice is ended and started again after so many documents, so that what it leaks does not add up.
    pdf_restart_after: int = 500
    #: An uploaded piece is at most so many bytes (25 MiB: some two hundred scanned pages). A larger one is split, or entered as paper.
    piece_max_bytes: int = 25 * 1024 * 1024
    #: What was uploaded and never attached to a file is thrown away after so many hours.
    piece_upload_hours: int = 24
    #: PKCS#12 file with certificate and key of the office, with which each PDF is sealed (docket[seal]); empty: no seal.
    seal_certificate_file: Path | None = None
    #: File with the password of that certificate; empty: it has none.
    seal_password_file: Path | None = None
    #: Form of the log lines on standard error: text or json.
    log_format: str = "text"

    @property
    def heads_folder(self) -> Path:
        return self.heads_dir or self.data_dir / "heads"

    @property
    def head_key(self) -> Path:
        return self.head_key_file or self.data_dir / "head-signing.key"

    @property
    def link_root(self) -> str:
        """Without a slash at the end."""
        return (self.public_url or f"{'https' if self.https else 'http'}://{self.host}:{self.port}").rstrip("/")

    @property
    def backups_folder(self) -> Path:
        return self.data_dir / "backups"

    def closing_days(self, registry: str | None) -> tuple[date, ...]:
        """On which that registry is closed."""
        pairs = (pair.partition(":") for pair in self.registry_closing_days)
        return tuple(date.fromisoformat(day) for court, _, day in pairs if court == registry)

    @property
    def reminder_days(self) -> tuple[int, ...]:
        return tuple(int(days) for days in self.limit_reminder_days)

    @property
    def limitation_days(self) -> tuple[int, ...]:
        return tuple(int(days) for days in self.limitation_reminder_days)

    @property
    def warning_years(self) -> tuple[int, ...]:
        return tuple(int(years) for years in self.reasonable_time_years)

    @property
    def first_password_file(self) -> Path:
        """Holds the password of the first user until that user changes it."""
        return self.data_dir / "first-sign-in.txt"

    def variable(self, field: str) -> str:
        return PREFIX + field.upper()


def from_env(environment: Mapping[str, str]) -> Settings:
    """Read once, by the command line; every mistake is told at once."""
    kinds = get_type_hints(Settings)
    known = {PREFIX + field.upper(): field for field in Settings.__struct_fields__}
    values: dict[str, object] = {}
    mistakes = [
        f"{name} is not a setting; known are {', '.join(sorted(known))}."
        for name in environment
        if name.startswith(PREFIX) and name not in known and name not in NOT_OURS
    ]
    for name, field in known.items():
        text = environment.get(name, "").strip()
        if not text:
            continue
        try:
            values[field] = _READERS[kinds[field]](text)
        except ValueError as error:
            mistakes.append(f"{name}={_shown(field, text)}: {error}.")
    settings = msgspec.structs.replace(Settings(), **values)
    if settings.log_format not in ("text", "json"):
        mistakes.append(f"DOCKET_LOG_FORMAT={settings.log_format}: choose text or json.")
    if settings.draws_per_seed < 1:
        mistakes.append(f"DOCKET_DRAWS_PER_SEED={settings.draws_per_seed}: at least 1.")
    mistakes += [
        f"{PREFIX}{field.upper()}={getattr(settings, field)}: at least 1."
        for field in (
            "request_days",
            "request_overdue_days",
            "request_link_days",
            "limit_reminder_hours",
            "pdf_seconds",
            "pdf_restart_after",
        )
        if getattr(settings, field) < 1
    ]
    mistakes += _closing_day_mistakes(settings.registry_closing_days)
    if not all(years.isdigit() and int(years) for years in settings.reasonable_time_years):
        mistakes.append("DOCKET_REASONABLE_TIME_YEARS: write whole years, separated by commas, as 2,4,5.")
    mistakes += [
        f"{PREFIX}{field.upper()}: write whole numbers of days, separated by commas, as {','.join(example)}."
        for field, example in (("limit_reminder_days", ("7", "2", "0")), ("limitation_reminder_days", ("365", "180", "90", "30", "7")))
        if not all(days.isdigit() for days in getattr(settings, field))
    ]
    if settings.smtp_url and urlsplit(settings.smtp_url).scheme not in ("smtp", "smtps"):
        mistakes.append("DOCKET_SMTP_URL: begin with smtp:// or smtps://.")
    if settings.mail_bounce_address and not re.fullmatch(r"[^@\s]+@[^@\s]+", settings.mail_bounce_address):
        mistakes.append(f"DOCKET_MAIL_BOUNCE_ADDRESS={settings.mail_bounce_address}: write one address, as retour@example.org.")
    for field in ("oncall_webhook_url", "public_url"):
        if getattr(settings, field) and urlsplit(getattr(settings, field)).scheme not in ("http", "https"):
            mistakes.append(f"{PREFIX}{field.upper()}: begin with https:// or http://.")
    if mistakes:
        raise BadSetting("\n".join(mistakes))
    # In a checkout its own folder, whatever folder a command is typed in: elsewhere it would start a second, empty register.
    data_dir = CHECKOUT / settings.data_dir if (CHECKOUT / "pyproject.toml").exists() else settings.data_dir.absolute()
    return msgspec.structs.replace(settings, data_dir=data_dir)


def _closing_day_mistakes(pairs: tuple[str, ...]) -> list[str]:
    mistakes = []
    for pair in pairs:
        court, _, day = pair.partition(":")
        try:
            date.fromisoformat(day if court else "")
        except ValueError:
            mistakes.append(f"DOCKET_REGISTRY_CLOSING_DAYS={pair}: write court:day, as antwerpCorrectional:2026-12-24.")
    return mistakes


#: Set by the tests and the build, not read by the product.
NOT_OURS = frozenset({"DOCKET_REQUIRE_EVERYTHING", "DOCKET_TEST_POSTGRES", "DOCKET_PARENT"})


def secret(folder: Path, name: str) -> bytes:
    """Random bytes kept in `folder`/`name` with mode 0600, made at the first call; two callers at once get the same."""
    file = folder / name
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return write_secret(file, secrets.token_bytes(SECRET_BYTES))


def write_secret(file: Path, content: bytes) -> bytes:
    """Write a file with mode 0600 unless it is there already; returns what the file holds in the end."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as writing:
        writing.write(content)
        writing.flush()
        os.fsync(writing.fileno())
    try:
        # link() refuses to replace: of two processes at once, one secret wins and both use it.
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return file.read_bytes()


def _boolean(text: str) -> bool:
    if text.lower() in ("1", "true", "yes"):
        return True
    if text.lower() in ("0", "false", "no"):
        return False
    raise ValueError("choose true or false")


def _number(text: str) -> int:
    if not text.isdigit():
        raise ValueError("expected a whole number")
    return int(text)


def _minutes(text: str) -> timedelta:
    return timedelta(minutes=_number(text))


def _steps(text: str) -> tuple[timedelta, ...]:
    steps = tuple(_minutes(word.strip()) for word in text.split(","))
    if len(steps) != CHAIN_STEPS or list(steps) != sorted(steps):
        raise ValueError("expected three whole numbers of minutes that do not fall, such as 10,20,30")
    return steps


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _folder(text: str) -> Path:
    return Path(text).absolute()


_READERS: Mapping[object, Callable[[str], object]] = {
    str: str,
    int: _number,
    bool: _boolean,
    timedelta: _minutes,
    tuple[timedelta, ...]: _steps,
    tuple[str, ...]: _words,
    Path: _folder,
    Path | None: _folder,
}


def _shown(field: str, text: str) -> str:
    """Addresses of servers may hold a password."""
    return "..." if field.endswith("_url") else text
