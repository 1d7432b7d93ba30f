"""From when a port ban has effect, from when its term runs, and its last day, by the law on it. Pure."""

from __future__ import annotations

from datetime import date
from typing import Literal

from routing.calendar import eve_of_same_day
from routing.decision import Confidence, Part
from routing.judgment_rows import BanUnit, CustodyEnd, PortBanRow
from routing.time_limits import CONFIDENCES, MONTHS_OF_A_YEAR, SumStep

#: What the ban goes with: nothing of the kind, a fine, imprisonment to be served, or only deferred imprisonment.
Beside = Literal["nothing", "fine", "custody", "deferredCustody"]
#: known: all days; waitsForFinal, waitsForCustody: the day that is missing; cannotTell: the law names no start for what it goes with.
PortBanState = Literal["known", "waitsForFinal", "waitsForCustody", "cannotTell"]


class PortBan(Part, frozen=True, kw_only=True):
    state: PortBanState
    #: from that day on it may not be broken
    effect_on: date | None
    #: the first day of its term
    runs_from: date | None
    last_day: date | None
    steps: tuple[SumStep, ...]
    #: of the article on its start, and of how its term is counted
    citations: tuple[str, ...]
    confidence: Confidence


def port_ban(
    row: PortBanRow, *, count: int, unit: BanUnit, beside: Beside, final_on: date | None, ended: tuple[CustodyEnd, date] | None
) -> PortBan:
    """
    `final_on`: the day of res judicata; `ended`: how and when the imprisonment beside it came to its end.

    With a fine the term runs from res judicata. With imprisonment it runs from its end, and the ban has effect from res judicata too.
    """
    said = SumStep(code="banFinal", said={"day": final_on.isoformat()}) if final_on is not None else None
    if beside in ("nothing", "deferredCustody"):
        return _open(row, "cannotTell", None, (*_some(said), SumStep(code=f"banBeside_{beside}")))
    if final_on is None or said is None:
        return _open(row, "waitsForFinal", None, (SumStep(code="banNotFinal"),))
    if beside == "custody" and ended is None:
        return _open(row, "waitsForCustody", final_on, (said, SumStep(code="banEffect"), SumStep(code="banWaitsForCustody")))
    steps = [said]
    runs_from = final_on
    if beside == "custody" and ended is not None:
        runs_from = max(ended[1], final_on)
        steps += [SumStep(code="banEffect"), SumStep(code=f"banEnded_{ended[0]}", said={"day": ended[1].isoformat()})]
    last = eve_of_same_day(runs_from, count * (MONTHS_OF_A_YEAR if unit == "year" else 1))
    steps += [
        SumStep(code="banRuns", said={"day": runs_from.isoformat()}),
        SumStep(code="length", said={"count": count, "unit": unit}),
        SumStep(code="banLast", said={"day": last.isoformat()}),
    ]
    return PortBan(
        state="known",
        effect_on=final_on,
        runs_from=runs_from,
        last_day=last,
        steps=tuple(steps),
        citations=(row.start.citation, row.count.citation),
        confidence=max((row.start.confidence, row.count.confidence), key=CONFIDENCES.index),
    )


def longer_than_law(row: PortBanRow, count: int, unit: BanUnit) -> bool:
    """Is a term longer than the law allows?"""

    def months(number: int, of: BanUnit) -> int:
        return number * (MONTHS_OF_A_YEAR if of == "year" else 1)

    return months(count, unit) > months(row.longest_count, row.longest_unit)


def _some(step: SumStep | None) -> tuple[SumStep, ...]:
    return () if step is None else (step,)


def _open(row: PortBanRow, state: PortBanState, effect_on: date | None, steps: tuple[SumStep, ...]) -> PortBan:
    return PortBan(
        state=state,
        effect_on=effect_on,
        runs_from=None,
        last_day=None,
        steps=steps,
        citations=(row.start.citation,),
        confidence=row.start.confidence,
    )
