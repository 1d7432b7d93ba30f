"""Commands that decide again what was decided: replay, and decide-as-of."""

import sys
from collections import Counter
from datetime import date, datetime

import click
import msgspec

from docket import replay
from docket.cli.opening import with_register
from docket.deps import Deps
from docket.differences import said
from docket.errors import NotFound
from docket.law_in_force import PackMissing
from docket.legislation import BadLaw
from docket.replay import AsOf, Outcome, Replayed
from docket.store import access_log
from docket.store.decisions import StoredDecision, each_stored
from routing import Law

#: As other commands name who reads: whoever starts them holds the machine.
READER = "commandLine"
_OUTCOMES: dict[Outcome, str] = {
    "same": "the same bytes",
    "otherBytes": "OTHER BYTES under the same law and the same rules: the decision, its facts or its law was changed",
    "otherEngine": "decided by other rules; the stored answer stays",
    "packMissing": "its law pack was never kept in this register",
}


@click.command("replay", short_help="Decide stored decisions again, and compare to the byte.")
@click.argument("case_number", metavar="[CASENUMBER]", required=False)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a decision, on standard output.")
def replay_decisions(case_number: str | None, as_json: bool) -> None:
    """Decide every stored decision again, of one file or of the register, from its own facts, law pack and rules; writes nothing.

    Under the version of the rules that decided, the same bytes must come out: exit code 1 when they do not. Under another
    version the stored answer stays, and what these rules would say otherwise is listed.

    \b
    Examples:
      docket replay
      docket replay HAV-2026-000001 --json
    """
    counts = with_register(lambda deps: _replay(deps, case_number, as_json=as_json))
    if not counts:
        raise click.ClickException(f"There is no decision{f' of {case_number}' if case_number else ''} in this register.")
    if not as_json:
        click.echo(", ".join(f"{count} {_OUTCOMES[outcome].partition(':')[0]}" for outcome, count in counts.items()) + ".")
    sys.exit(1 if counts["otherBytes"] else 0)


async def _replay(deps: Deps, case_number: str | None, *, as_json: bool) -> Counter[Outcome]:
    counts: Counter[Outcome] = Counter()
    async with deps.pool.acquire() as connection, connection.transaction(isolation="repeatable_read", readonly=True):
        async for again in replay.each_replayed(connection, deps.laws, case_number):
            counts[again.outcome] += 1
            if as_json:
                click.echo(msgspec.json.encode(again).decode())
            elif again.outcome != "same" or case_number is not None:
                click.echo("\n".join(lines_of(again, deps.law.law)))
    return counts


def lines_of(again: Replayed, law: Law) -> list[str]:
    """A decision against its replay, in words."""
    rules = f"rules {again.stored_engine}" + (f", now {again.present_engine}" if again.present_engine != again.stored_engine else "")
    head = f"{again.case_number} decision {again.seq} (law {again.law_digest[:12]}, {rules}): {_OUTCOMES[again.outcome]}"
    return [head, *(f"    {said(each, law)}" for each in again.differences)]


@click.command("decide-as-of", short_help="Decide one file as the law stood on a day.")
@click.argument("case_number", metavar="CASENUMBER")
@click.option("--on", "day", required=True, type=click.DateTime(["%Y-%m-%d"]), help="The day whose law governs.")
@click.option("--law", "digest", help="Digest of a stored law pack; otherwise the one in force on that day.")
@click.option("--json", "as_json", is_flag=True, help="Print the whole answer as JSON.")
def decide_as_of(case_number: str, day: datetime, digest: str | None, as_json: bool) -> None:
    """Decide the file CASENUMBER again as the law stood on a day, beside the stored answer; writes nothing.

    The law is the pack in force on that day; before the first enactment the first pack, whose provisions are dated.

    \b
    Examples:
      docket decide-as-of HAV-2026-000001 --on 2020-05-01
      docket decide-as-of HAV-2026-000001 --on 2027-01-01 --law 38dd857234552bf7...
    """
    answer, law = with_register(lambda deps: _as_of(deps, case_number, day.date(), digest))
    if as_json:
        click.echo(msgspec.json.encode(answer).decode())
        return
    click.echo(f"{case_number} by the law of {answer.day} (pack {answer.law_digest[:12]}, {_PACKS[answer.pack]}):")
    for track in answer.decision.tracks:
        click.echo(f"  {track.track}: {law.title(track.prosecution_office) or 'no office'}, {law.title(track.court) or 'no court'}")
    if not answer.decision.tracks:
        click.echo("  no track: a magistrate decides")
    click.echo("Beside the last answer of the rules that is stored:" if answer.differences else "The same as what is stored.")
    for each in answer.differences:
        click.echo(f"  {said(each, law)}")


_PACKS = {"inForce": "in force on that day", "firstPack": "the first pack: nothing was enacted by then", "asked": "as asked"}


async def _as_of(deps: Deps, case_number: str, day: date, digest: str | None) -> tuple[AsOf, Law]:
    stored = await _decisions(deps, case_number)
    routed = next(each for each in reversed(stored) if each.kind == "routed")
    try:
        answer = await replay.as_of(deps.pool, deps.laws, replay.facts_of(stored[-1]), replay.answer_of(routed), day, digest)
    except PackMissing as missing:
        raise BadLaw(f"No law pack is kept under {digest}; `docket law history` lists those that are.") from missing
    await access_log.log_opened(deps.pool, READER, case_number, deps.clock.now())
    return answer, (await deps.laws.pack(deps.pool, answer.law_digest)).law


async def _decisions(deps: Deps, case_number: str) -> list[StoredDecision]:
    async with deps.transaction() as tx:
        found = [each async for batch in each_stored(tx, case_number) for each in batch]
    if not found:
        raise NotFound
    return found
