"""Files before their court, and judgments on them, as tests of judgments begin with them."""

from datetime import UTC, date, datetime
from typing import Any

from docket.access import Actor
from docket.actions.judgments import judging
from docket.actions.judgments.enter_judgment import Decided, EnterJudgment, enter_judgment
from docket.actions.judgments.judging import ChangedJudgment, Judged
from docket.actions.jurisdiction.refer_case import ReferCase, refer_case
from docket.clock import FixedClock
from docket.deps import Deps
from docket.judgments import Judgment
from docket.store import judgments as store
from docket.time_limits import Clock
from tests.builders import a_case, a_clerk, a_prosecutor
from tests.docket.actions.hearing_world import COURT, RIGHT_BANK
from tests.docket.actions.reading import view_of

TODAY = date(2026, 11, 24)
#: Two suspects, of whom the second is charged with one offence only, and a civil party.
PERSONS = [
    {"id": "s1", "role": "suspect", "kind": "natural"},
    {"id": "s2", "role": "suspect", "kind": "natural"},
    {"id": "c1", "role": "civilParty", "kind": "natural"},
]
#: The same people as a paper that goes out may tell them.
NAMED = [
    PERSONS[0] | {"familyName": "Volwassen", "givenNames": "An", "count": 1, "birthDate": "1990-03-02"},
    PERSONS[1] | {"familyName": "Tweede", "givenNames": "Bo", "count": 1, "birthDate": "1991-04-03"},
    PERSONS[2],
]
OFFENCES = [
    {"id": "o1", "offence": "portIntrusion", "committedFrom": "2026-10-18", "place": "p1"},
    {"id": "o2", "offence": "drugImport", "committedFrom": "2026-10-18", "place": "p1", "persons": ["s1"]},
]
PAIRS = (("s1", "o1"), ("s1", "o2"), ("s2", "o1"))


async def before_court(deps: Deps, sender: str = "test", **fields: Any) -> str:
    """The number of a file whose only track was referred; its version is 2."""
    facts = RIGHT_BANK | {"persons": PERSONS, "offences": OFFENCES} | fields
    number = (await a_case(deps, sender=sender, externalId=sender, **facts)).case_number
    await refer_case(ReferCase(case_number=number, version=1, tracks=(0,)), a_prosecutor(), deps)
    return number


def decided(**outcomes: str) -> tuple[Decided, ...]:
    """`decided(s1_o1="convicted")`"""
    return tuple(Decided(person=key.split("_")[0], offence=key.split("_")[1], outcome=outcome) for key, outcome in outcomes.items())


def convicting(file: str, version: int = 2, **fields: Any) -> EnterJudgment:
    said: dict[str, Any] = {
        "case_number": file,
        "version": version,
        "court": COURT,
        "pronounced_on": TODAY,
        "decided": decided(s1_o1="convicted", s1_o2="convicted", s2_o1="acquitted"),
        "manners": {"s1": "adversary", "s2": "adversary", "c1": "adversary"},
    }
    return EnterJudgment(**said | fields)


async def judge(deps: Deps, command: EnterJudgment, by: Actor | None = None) -> ChangedJudgment:
    return await enter_judgment(command, by or a_clerk(), deps)


async def world(deps: Deps, number: str) -> Judged:
    return await judging.find(number, "readCase", None, a_clerk(), deps)


async def judgment_of(deps: Deps, number: str) -> Judgment:
    return (await store.of_case(deps.pool, (await view_of(deps, number)).case.id))[-1]


async def running(deps: Deps, number: str) -> list[tuple[str, str | None, date]]:
    """What runs: limit, person, last day."""
    return [(one.answer.limit, one.person, one.answer.due_on) for one in (await clocks(deps, number)) if one.open]


async def clocks(deps: Deps, number: str) -> tuple[Clock, ...]:
    return (await world(deps, number)).clocks


def on(clock: FixedClock, day: date) -> None:
    clock.instant = datetime(day.year, day.month, day.day, 9, 30, tzinfo=UTC)
