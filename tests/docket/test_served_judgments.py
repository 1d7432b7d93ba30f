"""Which clocks the service of a judgment starts, against a table that a lawyer can check by hand."""

import csv
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from docket import legislation
from docket.judgments import Judgment, Outcome, Party, opened, served_judgment
from docket.services import Service, limits_of
from routing import Stage

LAW = legislation.load().law
ROWS = list(csv.DictReader((Path(__file__).parent / "served_judgments.csv").open(newline="")))
PRONOUNCED, SERVED = date(2026, 11, 2), date(2026, 11, 24)
AT = datetime(2026, 11, 24, 9, tzinfo=UTC)


def a_service(act: Any, court: str | None, person: str = "s1") -> Service:
    return Service(
        id=1,
        act=act,
        person=person,
        hearing_id=None,
        hearing_sequence=None,
        reference="vonnis 4411",
        court=court,
        manner="bailiff",
        state="done",
        asked_on=SERVED,
        made_at=AT,
        made_by="user:7",
        follows_id=None,
        served_on=SERVED,
        served_at=None,
        presented_on=None,
        in_person=True,
        proof="writ",
        proof_reference="exploot 17",
        proof_on=SERVED,
        failed_on=None,
        reason=None,
        needless=False,
        closed_at=AT,
        closed_by="user:7",
    )


def a_judgment(court: str, stage: Stage, manner: Any, *, id_: int = 1, on: date = PRONOUNCED, corrected_by: int | None = None) -> Judgment:
    return Judgment(
        id=id_,
        court=court,
        pronounced_on=on,
        ecli=None,
        number="4411",
        remark=None,
        corrects=None,
        corrected_by=corrected_by,
        reason=None,
        registry=None,
        entered_at=AT,
        entered_by="user:7",
        parties=(Party(role="suspect", person="s1", manner=manner), Party(role="civilParty", person="c1", manner=manner)),
        outcomes=(Outcome(person="s1", offence="o1", stage=stage, outcome="convicted"),),
    )


def starts(service: Service, role: str, *judgments: Judgment) -> tuple[str, ...]:
    return limits_of(service.act, role, LAW, service.served_on or service.asked_on, opened(service, role, judgments, LAW))


@pytest.mark.parametrize("row", ROWS, ids=[row["claim"] for row in ROWS])
def test_a_served_judgment_starts_what_its_stage_and_its_way_open(row: dict[str, str]) -> None:
    manner = "default" if row["act"] == "defaultJudgment" else "adversary"
    known: list[Judgment] = [a_judgment(row["court"], row["stage"], manner)] if row["stage"] else []  # ty: ignore[invalid-argument-type]
    # No court of the law data is the Court of Cassation, so nobody names it as the court of a service.
    court = None if row["stage"] == "cassation" else row["court"] or None
    service = a_service(row["act"], court, "c1" if row["role"] == "civilParty" else "s1")

    assert starts(service, row["role"], *known) == tuple(row["starts"].split())


def test_of_two_default_judgments_the_court_says_which_one_was_served() -> None:
    first, arrest = a_judgment("antwerpCorrectional", "firstInstance", "default"), a_judgment("appealAntwerp", "appeal", "default", id_=2)

    assert starts(a_service("defaultJudgment", "antwerpCorrectional"), "suspect", first, arrest) == ("opposition", "appeal", "grievances")
    assert starts(a_service("defaultJudgment", "appealAntwerp"), "suspect", first, arrest) == ("opposition",)


def test_of_one_court_the_last_one_before_the_service_that_judged_him_so_is_the_one_that_was_served() -> None:
    court = "antwerpCorrectional"
    first = a_judgment(court, "firstInstance", "default", id_=1)
    again = a_judgment(court, "afterOpposition", "default", id_=2, on=date(2026, 11, 20))
    heard = a_judgment(court, "afterOpposition", "adversary", id_=3, on=date(2026, 11, 21))
    later = a_judgment(court, "afterOpposition", "default", id_=4, on=date(2026, 11, 25))
    wrong = a_judgment(court, "afterOpposition", "default", id_=5, on=date(2026, 11, 22), corrected_by=6)
    service = a_service("defaultJudgment", court)

    assert served_judgment(service, (first, heard, later, wrong)) == first
    assert served_judgment(service, (first, again, heard, later, wrong)) == again
    assert served_judgment(a_service("summons", court), (first,)) is None


def test_a_youth_court_of_whose_remedies_no_row_tells_starts_what_any_default_can_start() -> None:
    youth = a_judgment("youthAntwerp", "firstInstance", "default")

    assert opened(a_service("defaultJudgment", "youthAntwerp"), "suspect", (youth,), LAW) is None


def test_a_limit_that_runs_from_the_service_of_a_default_judgment_stands_among_those_of_its_act() -> None:
    """Otherwise a row that is added to the law data would start nothing, and nobody would see it."""
    rows = [row for row in LAW.judgments.remedy if row.event == "service"]

    for role in ("suspect", "civilParty"):
        assert {row.limit for row in rows if role in row.roles} <= set(limits_of("defaultJudgment", role, LAW, date(2026, 11, 24)))
    assert {manner for row in rows for manner in row.manners} == {"default"}


def test_a_law_pack_that_says_of_no_limit_in_whose_period_it_is_filed_starts_what_it_started_before() -> None:
    """An upgrade of the software changes nothing under a pack that was enacted before."""
    unsaid = {
        code: msgspec.structs.replace(limit, version=tuple(msgspec.structs.replace(one, within=None) for one in limit.version))
        for code, limit in LAW.time_limits.limits.items()
    }
    before = msgspec.structs.replace(LAW, time_limits=msgspec.structs.replace(LAW.time_limits, limits=unsaid))

    for limits in ({"appeal"}, {"opposition"}, {"appeal", "opposition"}):
        now, then = (limits_of("defaultJudgment", "suspect", law, SERVED, frozenset(limits)) for law in (LAW, before))
        assert now == then and ("grievances" in now) == ("appeal" in limits)
