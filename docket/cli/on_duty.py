"""The command `duty`: who is on duty, and what waits for somebody to take it."""

from datetime import datetime

import click

from docket import titles
from docket.cli.opening import with_register
from docket.clock import COURT_ZONE
from docket.deps import Deps
from docket.store import duty as store


@click.command(short_help="Print who is on duty and what nobody took in charge.")
def duty() -> None:
    """Print who is on duty now, office by office, and how many files wait that nobody took in charge; no number and no fact of any.

    \b
    Example:
      docket duty
    """
    for line in with_register(_lines):
        click.echo(line)


async def _lines(deps: Deps) -> list[str]:
    now = deps.clock.now()
    on_duty = await store.on_duty_everywhere(deps.pool, now)
    waiting = await store.waiting_all(deps.pool)
    lines = []
    for office in sorted({one.office for one in on_duty} | {one.office for one in waiting}):
        lines.append(f"{deps.law.law.title(office) or office}")
        for role in ("clerk", "prosecutor"):
            people = [f"{one.name} until {_told(one.until_at)}" for one in on_duty if (one.office, one.role) == (office, role)]
            lines.append(f"  {titles.DUTY_STEPS[role]}: {', '.join(people) or 'nobody; falls to the head of the office'}")
        lines += [
            f"  waits: {one.files} ({titles.URGENCIES[one.urgency]}), since {_told(one.since)}" for one in waiting if one.office == office
        ]
        if office not in {one.office for one in waiting}:
            lines.append("  waits: nothing")
    return lines or ["Nobody is on duty and nothing waits."]


def _told(instant: datetime) -> str:
    return f"{instant.astimezone(COURT_ZONE):%d/%m/%Y %H:%M}"
