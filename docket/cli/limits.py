"""Compute a time limit without a file and without a database."""

from datetime import date, datetime
from typing import get_args

import click
import msgspec

from docket import legislation
from docket.cli.opening import settings_of_environment
from docket.clock import COURT_ZONE, court_day
from docket.working_days import calendar_of
from routing import Due, Language, Law, NeedsInstant, NotThen, OutsideCalendar, Start, TimeLimit, day_of, due, instant_of, sum_of

#: How a limit ends, by language.
ENDS: dict[Language, dict[str, str]] = {
    "nl": {"lastDay": "ten laatste", "expires": "vervalt na", "firstDay": "niet vóór"},
    "fr": {"lastDay": "au plus tard", "expires": "expire après", "firstDay": "pas avant"},
    "en": {"lastDay": "at the latest", "expires": "expires after", "firstDay": "not before"},
}
BESIDE: dict[Language, str] = {"nl": "tweede lezing", "fr": "seconde lecture", "en": "second reading"}


def _moment(text: str, option: str) -> tuple[date, datetime | None]:
    """A day, or an instant in court time (`2026-03-28T10:00`)."""
    try:
        if "T" in text:
            instant = datetime.fromisoformat(text)
            instant = instant if instant.tzinfo is not None else instant.replace(tzinfo=COURT_ZONE)
            return court_day(instant), instant
        return date.fromisoformat(text), None
    except ValueError:
        raise click.BadParameter(f"{text!r} is no day (2026-03-01) and no instant (2026-03-28T10:00).", param_hint=option) from None


@click.command(short_help="Compute a time limit without a file.")
@click.argument("limit", required=False)
@click.argument("anchor", required=False)
@click.option("--event", help="What started it; otherwise its usual event.")
@click.option("--notice", help="How it reached the person: personal, judicialLetter, post, receipt, electronic, abroad.")
@click.option("--residence", type=click.Choice(["neighbour", "europe", "world"]), help="Where he lives, when that is abroad.")
@click.option("--also-from", help="The second day or instant from which one may count.")
@click.option("--closed", multiple=True, help="A day on which the registry is closed; may be repeated.")
@click.option("--language", type=click.Choice(get_args(Language)), default="nl", show_default=True, help="Of the sentences.")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
def limit(
    limit: str | None,
    anchor: str | None,
    event: str | None,
    notice: str | None,
    residence: str | None,
    also_from: str | None,
    closed: tuple[str, ...],
    language: Language,
    *,
    as_json: bool,
) -> None:
    """Compute LIMIT from ANCHOR by the legislation files; without LIMIT list them all.

    ANCHOR is a day, or for limits in hours an instant in court time.

    \b
    Examples:
      docket limit
      docket limit appeal 2026-03-01
      docket limit arrest 2026-03-28T10:00
      docket limit summons 2026-03-02 --residence world --language fr
    """
    law = legislation.load(settings_of_environment().law_dir).law
    if limit is None or anchor is None:
        for line in _listed(law, language):
            click.echo(line)
        return
    row = law.time_limits.limits.get(limit)
    if row is None:
        raise click.BadParameter(f"{limit!r} is no time limit; `docket limit` lists them.", param_hint="LIMIT")
    answer = _computed(row, anchor, law, event=event, notice=notice, residence=residence, also_from=also_from, closed=closed)
    click.echo(msgspec.json.encode(answer).decode() if as_json else "\n".join(told(answer, law, language)))


def _computed(
    row: TimeLimit,
    anchor: str,
    law: Law,
    *,
    event: str | None,
    notice: str | None,
    residence: str | None,
    also_from: str | None,
    closed: tuple[str, ...],
) -> Due:
    if event is not None and event not in row.anchors:
        raise click.BadParameter(f"{row.id} starts at {', '.join(row.anchors)}.", param_hint="--event")
    if notice is not None and notice not in law.time_limits.notices:
        raise click.BadParameter(f"choose one of {', '.join(law.time_limits.notices)}.", param_hint="--notice")
    on, at = _moment(anchor, "ANCHOR")
    also_on, also_at = _moment(also_from, "--also-from") if also_from is not None else (None, None)
    start = Start(
        event=event or row.anchors[0],
        on=on,
        at=at if row.in_hours else None,
        notice=notice,
        residence=residence,  # ty: ignore[invalid-argument-type]
        also_on=also_on,
        also_at=also_at,
    )
    try:
        return due(row, start, calendar_of(law, (_moment(day, "--closed")[0] for day in closed)), law)
    except NotThen:
        raise click.BadParameter(f"{row.id} did not exist on {on}.", param_hint="ANCHOR") from None
    except NeedsInstant:
        raise click.BadParameter(f"{row.id} counts hours: write the instant, as {on}T10:00.", param_hint="ANCHOR") from None
    except OutsideCalendar as outside:
        raise click.BadParameter(f"{outside}.", param_hint="ANCHOR") from None


def told(answer: Due, law: Law, language: Language) -> list[str]:
    """The end, the sum, the article and the second readings, a line each."""
    confidence = answer.confidence
    lines = [
        f"{law.title(f'limit/{answer.limit}', language)}: {ENDS[language][answer.says]} {_end(answer.due_on, answer.due_at, language)}",
        sum_of(answer.steps, law, language),
        f"{law.citation(answer.citation, language)} ({confidence})",
    ]
    for other in answer.other:
        reading = law.time_limits.readings[other.reading]
        words = {"nl": reading.other_nl, "fr": reading.other_fr, "en": reading.other_en}[language]
        lines.append(f"{BESIDE[language]} {reading.number}: {_end(other.due_on, other.due_at, language)}. {words} ({reading.confidence})")
    remark = law.time_limits.limits[answer.limit].remark_nl
    return [*lines, remark] if remark is not None and language == "nl" else lines


def _end(on: date, at: datetime | None, language: Language) -> str:
    return instant_of(at, language) if at is not None else day_of(on, language)


def _listed(law: Law, language: Language) -> list[str]:
    return [
        f"{row.id:28} {row.ref:8} {', '.join(row.anchors):32} {law.title(f'limit/{row.id}', language)}{' (dormant)' if row.dormant else ''}"
        for row in law.time_limits.limits.values()
    ]
