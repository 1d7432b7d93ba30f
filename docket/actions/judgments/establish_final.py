"""Record that a judgment is final for suspects and offences: computed from the clocks of everybody, or by the attest of the registry."""

from datetime import date, datetime
from typing import Any

import msgspec

from docket import entries, life
from docket.access import Actor
from docket.actions import redeciding, standing
from docket.actions.judgments import judging
from docket.actions.judgments.judging import ChangedJudgment, Judged
from docket.actions.time_limits import by_law
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import BadInput, Issue, StateForbids
from docket.judgments import Finality, Judgment
from docket.store import judgments as store
from docket.transitions import Asked, Pair, Paper
from routing import Start

#: Anchor of what runs once a judgment is final.
FINAL = "resJudicata"


class EstablishFinal(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    #: Suspects with their offences; None = all for whom it can be said.
    positions: tuple[Pair, ...] | None = None
    #: Where the register cannot compute it: the day of the attest, and the day since when it says all is final.
    attest_on: date | None = None
    final_on: date | None = None
    attest_number: str | None = None


async def establish_final(command: EstablishFinal, by: Actor, deps: Deps) -> ChangedJudgment:
    """Refused with what is still open."""
    found = await judging.find(command.case_number, "establishFinal", command.version, by, deps)
    at = deps.clock.now()
    days = _days(command, found, court_day(at))
    snapshot, known = found.snapshot, await standing.known(found.snapshot, deps)
    paper = Paper(kind="attest", number=command.attest_number, dated_on=command.attest_on) if command.attest_on is not None else None
    plan = standing.require(
        life.plan(snapshot.stands, found.everybody, "becomeFinal", known, Asked(paper=paper), chosen=tuple(days), by="establishFinal")
    )
    status = plan.stands.status
    mails = judging.mails(found, status, at, deps)
    judgments = {one.id: one for one in found.judgments}
    of = {one.pair: judgments[one.judgment_id] for one in found.finalities if one.judgment_id is not None}
    async with deps.transaction() as tx:
        await redeciding.rise(tx, snapshot)
        for pair, day in days.items():
            if pair in of:
                await store.set_final(tx, found.case_id, of[pair].id, *pair, day)
        after = await _extracts(tx, found, days, of, by, deps, at)
        after += await _duties(tx, found, min(days.values()), by, deps, at)
        await standing.write(tx, snapshot, plan)
        await redeciding.promise_mails(tx, snapshot, mails, at)
        entry = entries.FinalityEstablished(
            version=found.version,
            final=tuple(entries.FinalDay(person=pair[0], offence=pair[1], final_on=day) for pair, day in days.items()),
            by_attest=paper is not None,
            attest=paper,
            status_before=snapshot.case.status,
            status=status,
            moves=plan.moves,
            mails=len(mails),
        )
        await judging.enter(tx, found, entry, after, by, at)
    first = next(iter(of.values()), None)
    return ChangedJudgment(case_number=command.case_number, version=found.version, judgment=first.id if first else 0, status=status)


def _days(command: EstablishFinal, found: Judged, today: date) -> dict[Pair, date]:
    """Since when each is final; raises with what is open, or with what to fill in."""
    open_ = {one.pair: one for one in found.finalities if not one.established}
    if command.attest_on is not None and (command.final_on is None or command.final_on > today):
        detail = "Geef de dag sinds wanneer alles volgens het attest definitief is, ten laatste vandaag."
        raise BadInput(issues=(Issue(type="requiredInput", name="/finalOn", detail=detail),))

    def day(one: Finality) -> date | None:
        return one.final_on or (command.final_on if one.by_attest and command.attest_on is not None else None)

    if command.positions is None:
        days = {pair: known for pair, one in open_.items() if (known := day(one)) is not None and one.judgment_id is not None}
        if not days:
            raise StateForbids("Voor niemand is het vonnis in kracht van gewijsde gegaan; het blad van het vonnis zegt wat nog open is.")
        return days
    days = {}
    for pair in command.positions:
        one = open_.get(pair)
        if one is None:
            raise StateForbids(f"Voor verdachte {pair[0]} en feit {pair[1]} valt er niets meer vast te stellen.")
        known = day(one)
        if known is None and not one.by_attest:
            at = next(at for at in found.everybody if at.pair == pair)
            raise StateForbids(f"Nog niet in kracht van gewijsde voor verdachte {pair[0]}, feit {pair[1]}: {at.open_for_final}")
        if known is None:
            detail = "Hiervoor rekent het register niets uit: geef de dag van het attest, en sinds wanneer alles definitief is."
            raise BadInput(issues=(Issue(type="requiredInput", name="/attestOn", detail=detail),))
        days[pair] = known
    return days


async def _extracts(
    tx: Any, found: Judged, days: dict[Pair, date], of: dict[Pair, Judgment], by: Actor, deps: Deps, at: datetime
) -> list[entries.Entry]:
    """The clocks of the extracts that are due once everything in a judgment about a suspect is final."""
    begun: list[entries.Entry] = []
    limits = {row.id: row.limit for row in deps.law.law.judgments.extract}
    established = {one.pair: one.final_on for one in found.finalities if one.established}
    for judgment in {one.id: one for one in of.values()}.values():
        for extract in judgment.extracts:
            own = [one.pair for one in judgment.outcomes if one.person == extract.person]
            known = [days.get(pair) or established.get(pair) for pair in own]
            limit = limits.get(extract.kind)
            waits = extract.after == "final" and extract.state == "toSend" and extract.time_limit_id is None and limit is not None
            if not waits or not any(pair in days for pair in own) or any(day is None for day in known):
                continue
            started = await by_law.begin(
                tx,
                found.case_id,
                limit or "",
                Start(event=FINAL, on=max(day for day in known if day is not None)),
                version=found.version,
                by=by,
                deps=deps,
                at=at,
                person=extract.person,
            )
            if started is not None:
                await store.begin_extract(tx, found.case_id, extract.id, started[0])
                begun.append(started[1])
    return begun


async def _duties(tx: Any, found: Judged, final_on: date, by: Actor, deps: Deps, at: datetime) -> list[entries.Entry]:
    """What the file owes once it is final for somebody, by the law data; a duty that did not exist then starts no clock."""
    begun: list[entries.Entry] = []
    law = deps.law.law
    for row in law.judgments.duty:
        limit = law.time_limits.limits.get(row.limit)
        if row.after != "final" or limit is None or limit.on(final_on) is None:
            continue
        start = Start(event=row.event, on=final_on)
        if (started := await by_law.begin(tx, found.case_id, row.limit, start, version=found.version, by=by, deps=deps, at=at)) is not None:
            begun.append(started[1])
    return begun
