"""Every port-crime incident whose court has no statutory ground stops before it is referred; none with a ground does."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from docket import competence
from docket.actions.competence.confirm_competence import TakenRisk
from docket.actions.jurisdiction.refer_case import ReferCase, refer_case
from docket.cases import facts_of, numbered
from docket.contract import Report
from docket.deps import Deps
from docket.errors import StateForbids
from docket.legislation import LoadedLaw
from routing import Decision, route, speaks_for
from tests.builders import a_case, a_prosecutor
from tests.docket.actions.test_confirm_competence import a_magistrate, confirm

ROWS = Path(__file__).parents[2] / "routing" / "rows"
ENTERED_ON = date(2026, 11, 24)
PORT_COURT = "antwerpCorrectional"
#: From that day on the enacted policy gives an Antwerp bank to the Antwerp court only where a statutory ground is recorded.
AGREEMENT = date(2021, 3, 18)
BANKS = ("antwerpRightBank", "waasland", "antwerpBankUnknown")
#: Of each class that many go through the register itself.
TRIED_IN_THE_REGISTER = 3


def incidents(name: str = "incidents") -> Iterator[tuple[dict[str, Any], Report]]:
    for line in (ROWS / f"{name}.jsonl").read_bytes().splitlines():
        row = msgspec.json.decode(line)
        yield row, numbered(msgspec.convert(row["intake"], Report))


def decided(report: Report, law: LoadedLaw) -> Decision:
    return route(facts_of(report, ENTERED_ON), law.law)


def has_a_ground(decision: Decision, ordinal: int, law: LoadedLaw) -> bool:
    court = decision.tracks[ordinal].court
    return court is not None and any(speaks_for(ground, court, law.law) for ground in decision.grounds)


def stopped(decision: Decision, ordinal: int) -> bool:
    try:
        competence.require_confirmed("HAV-2026-000001", [ordinal], competence.waiting(decision, (), ()))
    except StateForbids:
        return True
    return False


def test_every_port_crime_incident_without_a_ground_for_its_court_stops_and_none_with_a_ground_does(law: LoadedLaw) -> None:
    wrong, counted = [], Counter()
    for row, report in incidents():
        decision = decided(report, law)
        if decision.scope != "portCrime":
            continue
        for ordinal, track in enumerate(decision.tracks):
            if track.court is None:
                continue
            grounded = has_a_ground(decision, ordinal, law)
            counted[grounded] += 1
            if stopped(decision, ordinal) == grounded:
                wrong.append((row["id"], ordinal, track.court, grounded))

    assert wrong == []
    assert min(counted[True], counted[False]) > 10, counted


def test_what_stops_is_what_the_enacted_policy_does_not_give_to_the_antwerp_court(law: LoadedLaw) -> None:
    """An oracle of its own: the answers under both policies, worked out by hand; only a statutory ground makes them agree."""
    wrong, counted = [], Counter()
    for row, report in (*incidents(), *incidents("scenarios")):
        expected, decision = row["expected"], decided(report, law)
        if row["confidence"] == "arguable" or expected["stroomplan"] is None or expected["enacted"] is None:
            continue
        if decision.scope != "portCrime" or decision.port_area not in BANKS or decision.received_on < AGREEMENT:
            continue
        pairs = zip(expected["stroomplan"]["tracks"], expected["enacted"]["tracks"], strict=False)
        courts = next(((one["court"], other["court"]) for one, other in pairs if one["track"] == "ordinary"), (None, None))
        if courts[0] != PORT_COURT:
            continue
        counted[courts[1] == PORT_COURT] += 1
        if stopped(decision, 0) == (courts[1] == PORT_COURT):
            wrong.append((row["id"], courts))

    assert wrong == []
    assert min(counted[True], counted[False]) > 3, counted


@pytest.mark.parametrize("grounded", [True, False])
async def test_in_the_register_an_incident_is_referred_on_its_ground_or_after_a_magistrate_answered_for_it(
    deps: Deps, law: LoadedLaw, grounded: bool
) -> None:
    tried: Counter[Any] = Counter()
    magistrate = await a_magistrate(deps)
    for _, report in incidents():
        decision = decided(report, law)
        if decision.scope != "portCrime" or not decision.tracks or decision.tracks[0].court != PORT_COURT:
            continue
        if has_a_ground(decision, 0, law) != grounded or tried[decision.port_area] == TRIED_IN_THE_REGISTER:
            continue
        tried[decision.port_area] += 1
        number = (await a_case(deps, report)).case_number
        version = 1
        if not grounded:
            with pytest.raises(StateForbids, match=f"/dossiers/{number}/bevestigen"):
                await refer_case(ReferCase(case_number=number, version=1, tracks=(0,)), a_prosecutor(), deps)
            await confirm(deps, number, magistrate, TakenRisk(reason="proef"))
            version = 2
        await refer_case(ReferCase(case_number=number, version=version, tracks=(0,)), a_prosecutor(), deps)

    assert len(tried) > 1, tried
