"""The command that prints the table of the life of a file."""

import click
import msgspec

from docket.transitions import EVENTS, GUARDS, STATUSES, TRANSITIONS


@click.command(short_help="Print the statuses of a file and every transition between them.")
@click.option("--from", "start", type=click.Choice([row.code for row in STATUSES]), help="Only what leads on from this status.")
@click.option("--json", "as_json", is_flag=True, help="Print the table as JSON.")
def life(start: str | None, as_json: bool) -> None:
    """Print the table of the life of a file: status, event, next status, who, guards, document and article.

    What the table does not hold is refused. The same with a picture: docs/life.md.
    """
    rows = [row for row in TRANSITIONS if start in (None, row.start)]
    if as_json:
        click.echo(msgspec.json.encode(rows).decode())
        return
    for row in rows:
        end = row.end or "(where everybody stood)"
        guards = ", ".join(row.guards) or "-"
        source = f"{row.article} [{row.confidence}]" if row.article else f"[{row.confidence}]"
        source += f"; {row.remark}" if row.remark else ""
        click.echo(f"{row.start} -> {end}: {row.event} ({EVENTS[row.event]})")
        click.echo(f"    by {row.who}, with {row.verb}; guards: {guards}; document: {row.document or '-'}; {source}")
    click.echo(f"{len(rows)} transitions, {len(STATUSES)} statuses, {len(GUARDS)} guards.")
