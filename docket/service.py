"""The application as the server process makes it, with everything real."""

import os
from functools import partial

import structlog
from litestar import Litestar

from docket import legislation, logs, migrate
from docket.actions.legislation.enact_first_law import enact_first_law
from docket.app import create_app
from docket.clock import SystemClock
from docket.deps import Deps
from docket.mail.sending import OutgoingMail, Sender, SmtpSender, TryLater
from docket.settings import Settings, from_env
from docket.store.pool import pool_to_open


def application() -> Litestar:
    """Called by granian in each server process; its pool opens with the application."""
    settings = from_env(os.environ)
    logs.configure(settings.log_format)
    pool = pool_to_open(
        settings.database_url,
        min_size=settings.pool_min,
        max_size=settings.pool_max,
        statement_cache_size=settings.statement_cache_size,
    )
    app = create_app(settings, pool, legislation.load(settings.law_dir), sender_of(settings), SystemClock())
    # Not a lambda: the framework awaits only what it sees to be a coroutine function.
    app.on_startup.insert(0, partial(_open, app.state.deps))
    app.on_shutdown.append(pool.close)
    return app


def sender_of(settings: Settings) -> Sender | None:
    """None: no mail server is set, mails are held."""
    return SmtpSender(settings.smtp_url) if settings.smtp_url else None


class NoMailServer:
    """For a worker without a mail server: what was queued while there was one waits until there is one again."""

    async def send(self, mail: OutgoingMail) -> str:
        raise TryLater("Er is geen mailserver ingesteld (DOCKET_SMTP_URL).")


async def _open(deps: Deps) -> None:
    await deps.pool
    async with deps.pool.acquire() as connection:
        await migrate.require_current(connection)
    await enact_first_law(deps)
    await deps.laws.in_force(deps.pool)
    structlog.get_logger("docket.service").info("service ready")
