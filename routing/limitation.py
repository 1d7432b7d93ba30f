"""Limitation of the criminal action: the last day for each provision behind an offence, before and since 28 April 2024. Pure."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

import msgspec

from routing.calendar import DAY, eve_of_same_day
from routing.catalogue import PenalText, qualifications
from routing.decision import Confidence, Part
from routing.facts import Offence
from routing.law import Law
from routing.limitation_rows import Former, FormerClass, LimitationFile
from routing.time_limits import MONTHS_OF_A_YEAR, OtherReading, Standstill, SumStep, least_sure

LimitationState = Literal["running", "stopped", "barred", "imprescriptible", "cannotTell"]
#: why no answer is given: a fact of the file that lacks, or a text that was not read
WhyOpen = Literal[
    "committedFrom",
    "committedUntil",
    "interruptingAct",
    "correctionalisation",
    "seisedOn",
    "noProvision",
    "levelsNotRead",
    "penaltyNotHeld",
    "attempt",
    "specialLawNotConverted",
    "notHeld",
    "olderLaw",
]
STANDSTILL_READING, DAY_READING = "standstillCarries", "limitationDay"


class Limitation(Part, frozen=True, kw_only=True):
    """What one provision behind an offence tells; its article is that of the law of limitation."""

    #: None = no provision is held for the offence
    provision: str | None
    title_nl: str | None
    state: LimitationState
    why_open: tuple[WhyOpen, ...] = ()
    #: the day that is counted first
    counted_from: date | None = None
    last_day: date | None = None
    #: the last day where the facts fall as late as they can
    last_day_at_latest: date | None = None
    years: int | None = None
    #: the trial court was seised on that day
    stopped_on: date | None = None
    #: never bars in a context that the report does not tell
    imprescriptible_in_context: bool = False
    steps: tuple[SumStep, ...] = ()
    other: tuple[OtherReading, ...] = ()
    citation: str | None = None
    source: str | None = None
    confidence: Confidence = "unverified"


class ReasonableTime(Part, frozen=True, kw_only=True):
    """How long a suspect has been under accusation, and which of the years that warn has passed."""

    since: date
    years: int
    #: the highest one passed; None = none yet
    warned_years: int | None
    #: the day on which the next one has passed
    next_on: date | None
    citation: str | None
    source: str | None
    confidence: Confidence


class _Passed(msgspec.Struct, frozen=True, kw_only=True):
    """How an action came through the former law; None as a state = not barred then."""

    state: LimitationState | None
    why_open: tuple[WhyOpen, ...] = ()
    last_day: date | None = None
    years: int | None = None
    law: Former | None = None
    steps: tuple[SumStep, ...] = ()


def limitation(
    offence: Offence,
    law: Law,
    *,
    today: date,
    known_by: date | None = None,
    seised_on: date | None = None,
    seised_by: date | None = None,
    acts: tuple[date, ...] = (),
    standstills: tuple[Standstill, ...] = (),
) -> tuple[Limitation, ...]:
    """
    The limitation of an offence on `today`, one answer for each provision and penalty that may stand behind it, the first to bar first.

    `seised_on`: the trial court was seised; `seised_by`: it was, on a day that is not known, this one at the latest;
    `acts`: days of acts that interrupted under the former law;
    `standstills`: what the law of today suspended.
    """
    file = law.limitation
    never = file.imprescriptible
    if never is not None and offence.offence in never.always:
        return (
            Limitation(
                provision=None,
                title_nl=never.title_nl,
                state="imprescriptible",
                citation=never.citation,
                source=never.source,
                confidence=never.confidence,
            ),
        )
    behind = qualifications(offence, today, law, known_by)
    if not behind.provisions:
        return (Limitation(provision=None, title_nl=None, state="cannotTell", why_open=("noProvision",)),)
    found: list[Limitation] = []
    # Provisions of one class have one answer, and most of the work is in it.
    by_class: dict[tuple[str | None, Confidence, str | None], Limitation] = {}
    for provision in behind.provisions:
        for text in provision.at_facts:
            period = text.limitation
            kind = (period.id if period else None, period.confidence if period else "unverified", text.no_limitation)
            if kind not in by_class:
                by_class[kind] = _of_text(
                    text, behind.committed.first, behind.committed.last, file, today, (seised_on, seised_by), acts, standstills
                )
            in_context = never is not None and offence.offence in never.in_some_context
            answer = msgspec.structs.replace(
                by_class[kind], provision=provision.provision, title_nl=provision.title_nl, imprescriptible_in_context=in_context
            )
            if answer not in found:
                found.append(answer)
    if not found:
        return (Limitation(provision=None, title_nl=None, state="cannotTell", why_open=("noProvision",)),)
    return tuple(sorted(found, key=lambda one: (one.last_day is None, one.last_day or date.max)))


def _of_text(
    text: PenalText,
    first: date | None,
    latest: date | None,
    file: LimitationFile,
    today: date,
    seised: tuple[date | None, date | None],
    acts: tuple[date, ...],
    standstills: tuple[Standstill, ...],
) -> Limitation:
    present, period = file.present, text.limitation
    blank = Limitation(provision=None, title_nl=None, state="cannotTell")
    answer = msgspec.structs.replace
    if present is None or present.in_force_from is None:
        return answer(blank, why_open=("notHeld",))
    if period is None:
        return answer(blank, why_open=(text.no_limitation or "penaltyNotHeld",))
    if first is None:
        return answer(blank, why_open=("committedFrom",), years=period.years)
    passed = _former(first, period.id, file, acts) if first < present.in_force_from else _Passed(state=None)
    if passed.state is not None:
        rests = passed.law or present
        return answer(
            blank,
            state=passed.state,
            why_open=passed.why_open,
            counted_from=first,
            last_day=passed.last_day,
            years=passed.years,
            steps=passed.steps,
            citation=rests.citation,
            source=rests.source,
            confidence=least_sure([period.confidence, rests.confidence]),
        )
    still = sum(one.days for one in standstills)
    last = _last(first, period.years) + timedelta(days=still)
    at_latest = _last(latest, period.years) + timedelta(days=still) if latest is not None and latest != first else None
    steps = [
        *passed.steps,
        SumStep(code="offenceDayCounts", said={"day": first.isoformat()}),
        SumStep(code="length", said={"count": period.years, "unit": "year"}),
        *(SumStep(code="stoodStill", said={"day": str(one.first), "until": str(one.until), "count": one.days}) for one in standstills),
        SumStep(code="lastDay", said={"day": last.isoformat()}),
    ]
    state, why, stopped = _state(last, at_latest, today, *seised)
    if stopped is not None:
        steps.append(SumStep(code="seised", said={"day": stopped.isoformat()}))
    sureness = [period.confidence]
    if first < present.in_force_from and file.transition is not None:
        sureness.append(file.transition.confidence)
    if (first.month, first.day) == (2, 29):
        sureness.append("likely")
    other = tuple(
        OtherReading(reading=STANDSTILL_READING, due_on=last + timedelta(days=days))
        for row in file.suspension
        if (days := _overlap(first, last, row.first_day, row.last_day))
    )
    return answer(
        blank,
        state=state,
        why_open=why,
        counted_from=first,
        last_day=last,
        last_day_at_latest=at_latest,
        years=period.years,
        stopped_on=stopped,
        steps=tuple(steps),
        other=other,
        citation=present.citation,
        source=present.source,
        confidence=least_sure(sureness),
    )


def _state(
    last: date, at_latest: date | None, today: date, seised_on: date | None, seised_by: date | None
) -> tuple[LimitationState, tuple[WhyOpen, ...], date | None]:
    """The trial court stops the clock for good, if it was seised in time."""
    if seised_on is None and seised_by is not None and seised_by <= today:
        return ("stopped", (), None) if seised_by <= last else ("cannotTell", ("seisedOn",), None)
    looked_on = seised_on if seised_on is not None and seised_on <= today else today
    if looked_on <= last:
        return ("stopped", (), seised_on) if looked_on == seised_on else ("running", (), None)
    if at_latest is not None and looked_on <= at_latest:
        return "cannotTell", ("committedUntil",), None
    return "barred", (), None


def _former(first: date, kind: str, file: LimitationFile, acts: tuple[date, ...]) -> _Passed:
    """Was the action barred before the present law? Counted with no interruption and with as many as there can have been."""
    wordings = [row for row in file.former if row.in_force_until is not None and first < row.in_force_until]
    if not wordings or (wordings[0].in_force_from is not None and first < wordings[0].in_force_from):
        return _Passed(state="cannotTell", why_open=("olderLaw",))
    steps: tuple[SumStep, ...] = ()
    for row in wordings:
        ends = row.in_force_until or date.max
        of_kind = next(one for one in row.classes if one.id == kind)
        sooner, later = (_with_acts(first, years, acts, file) for years in (of_kind.shortest, of_kind.period_years))
        steps = (
            _years_then(first, of_kind),
            SumStep(code="formerEnds", said={"day": sooner[0].isoformat(), "until": later[1].isoformat()}),
        )
        if later[1] < ends:
            barred = (*steps, SumStep(code="barredBefore", said={"day": ends.isoformat()}))
            return _Passed(state="barred", last_day=later[1], years=of_kind.period_years, law=row, steps=barred)
        if sooner[0] < ends:
            why: tuple[WhyOpen, ...] = ("correctionalisation",) if of_kind.correctionalised_years is not None else ()
            return _Passed(state="cannotTell", why_open=("interruptingAct", *why), years=of_kind.shortest, law=row, steps=steps)
    carried = SumStep(code="carriedOver", said={"day": str(wordings[-1].in_force_until)})
    return _Passed(state=None, steps=(*steps, carried))


def _years_then(first: date, of_kind: FormerClass) -> SumStep:
    if of_kind.shortest == of_kind.period_years:
        return SumStep(code="formerLaw", said={"day": first.isoformat(), "count": of_kind.shortest})
    return SumStep(code="formerLawEither", said={"day": first.isoformat(), "count": of_kind.shortest, "most": of_kind.period_years})


def _with_acts(first: date, years: int, acts: tuple[date, ...], file: LimitationFile) -> tuple[date, date]:
    """The last day by the acts that are known, and the last day that any act could bring about."""
    end = _stood(first, _last(first, years), file)
    known = max((day for day in acts if first <= day <= end), default=None)
    by_known = _stood(first, _last(known, years), file) if known is not None else end
    at_most = _stood(first, _last(end, years), file)
    return by_known, max(at_most, by_known)


def _stood(first: date, last: date, file: LimitationFile) -> date:
    return last + timedelta(days=sum(_overlap(first, last, row.first_day, row.last_day) for row in file.suspension))


def _overlap(first: date, last: date, from_day: date, to_day: date) -> int:
    """Days of a standstill, both ends included, while a clock ran."""
    begin, end = max(first, from_day), min(last, to_day)
    return max((to_day - begin).days + 1, 0) if begin <= end else 0


def _last(first: date, years: int) -> date:
    """The day of the offence counts; 29 February ends on 28 February of a year without it."""
    return eve_of_same_day(first, years * MONTHS_OF_A_YEAR)


def reasonable_time(since: date, today: date, warn_years: tuple[int, ...], law: Law) -> ReasonableTime:
    """The age of the accusation since the first official act against the suspect (art. 21ter V.T.Sv.)."""
    row = law.limitation.reasonable_time
    passed = {years: _last(since, years) + DAY for years in sorted(warn_years)}
    years = today.year - since.year - ((today.month, today.day) < (since.month, since.day))
    return ReasonableTime(
        since=since,
        years=max(years, 0),
        warned_years=max((count for count, day in passed.items() if day <= today), default=None),
        next_on=min((day for day in passed.values() if day > today), default=None),
        citation=row.citation if row is not None else None,
        source=row.source if row is not None else None,
        confidence=row.confidence if row is not None else "unverified",
    )
