"""Limitation of the criminal action: the last day for each provision behind an offence, before and since 28 April 2024. Pure."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

import msgspec

from routing.calendar import DAY, eve_of_same_day
from routing.catalogue import LimitationPeriod, PenalText, qualifications
from routing.dated import Source
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
    "continuedOffence",
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
    `acts`: days of acts that interrupted under the former law; a seisin before the present one is such an act itself, which no text says;
    `standstills`: what suspended it. Of one that began under the former law the days until the present one count under the former only;
    that they count under the present one too is the other reading.
    """
    file = law.limitation
    never = file.imprescriptible
    if seised_on is not None and _under_former(seised_on, file):
        acts = (*acts, seised_on)
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


class _Action(msgspec.Struct, frozen=True, kw_only=True):
    """What limits the action for one penalty, and what happened to it."""

    period: LimitationPeriod
    file: LimitationFile
    present_from: date
    today: date
    seised: tuple[date | None, date | None]
    acts: tuple[date, ...]
    #: what stood still under the former law, and under the present one
    before: tuple[Standstill, ...]
    since: tuple[Standstill, ...]

    def through_former(self, day: date) -> _Passed:
        """How the action for facts of that day came to the present law."""
        if day >= self.present_from:
            return _Passed(state=None)
        return _former(day, self.period.id, self.file, self.acts, self.before)

    def last(self, day: date, standstills: tuple[Standstill, ...]) -> tuple[date, tuple[Standstill, ...]]:
        return _stood(day, self.period.years, standstills)


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
    before, since = _parted(standstills, file, present.in_force_from)
    action = _Action(
        period=period, file=file, present_from=present.in_force_from, today=today, seised=seised, acts=acts, before=before, since=since
    )
    latest = latest if latest != first else None
    passed = action.through_former(first)
    if passed.state is None:
        return _under_present(action, passed, present, first, latest)
    at_latest = None
    if passed.state == "barred" and latest is not None:
        passed, at_latest = _from_any_day(action, passed, latest)
    rests = passed.law or present
    return answer(
        blank,
        state=passed.state,
        why_open=passed.why_open,
        counted_from=first,
        last_day=passed.last_day,
        last_day_at_latest=at_latest,
        years=passed.years,
        steps=passed.steps,
        citation=rests.citation,
        source=rests.source,
        confidence=least_sure([period.confidence, rests.confidence, *_seisin_interrupts(seised[0], file)]),
    )


def _under_former(day: date, file: LimitationFile) -> bool:
    return file.present is not None and file.present.in_force_from is not None and day < file.present.in_force_from


def _seisin_interrupts(seised_on: date | None, file: LimitationFile) -> tuple[Confidence, ...]:
    """How sure it is that a seisin under the former law was an act of prosecution which interrupts: it was read in no text."""
    return ("likely",) if seised_on is not None and _under_former(seised_on, file) else ()


def _from_any_day(action: _Action, passed: _Passed, latest: date) -> tuple[_Passed, date | None]:
    """Barred from the first possible day of the facts: barred at all only where it is from their last possible day too."""
    late = action.through_former(latest)
    if late.state == "barred":
        return passed, late.last_day
    either = msgspec.structs.replace(passed, state="cannotTell", why_open=("committedUntil", *late.why_open))
    if late.state is not None:
        return either, None
    at_latest, _ = action.last(latest, action.since)
    state, _, _ = _state(at_latest, None, action.today, *action.seised)
    return passed if state == "barred" else either, at_latest


def _under_present(action: _Action, passed: _Passed, present: Source, first: date, latest: date | None) -> Limitation:
    last, stood = action.last(first, action.since)
    at_latest = action.last(latest, action.since)[0] if latest is not None else None
    steps = [
        *passed.steps,
        SumStep(code="offenceDayCounts", said={"day": first.isoformat()}),
        SumStep(code="length", said={"count": action.period.years, "unit": "year"}),
        *_said(stood),
        SumStep(code="lastDay", said={"day": last.isoformat()}),
    ]
    state, why, stopped = _state(last, at_latest, action.today, *action.seised)
    if stopped is not None:
        steps.append(SumStep(code="seised", said={"day": stopped.isoformat()}))
    sureness = [action.period.confidence]
    if first < action.present_from and action.file.transition is not None:
        sureness.append(action.file.transition.confidence)
    if (first.month, first.day) == (2, 29):
        sureness.append("likely")
    carried, _ = action.last(first, _merged((*action.before, *action.since)))
    return Limitation(
        provision=None,
        title_nl=None,
        state=state,
        why_open=why,
        counted_from=first,
        last_day=last,
        last_day_at_latest=at_latest,
        years=action.period.years,
        stopped_on=stopped,
        steps=tuple(steps),
        other=(OtherReading(reading=STANDSTILL_READING, due_on=carried),) if carried != last else (),
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


def _former(first: date, kind: str, file: LimitationFile, acts: tuple[date, ...], stood: tuple[Standstill, ...]) -> _Passed:
    """Was the action barred before the present law? Counted with the interruptions known and with as many as there can have been."""
    wordings = [row for row in file.former if row.in_force_until is not None and first < row.in_force_until]
    if not wordings or (wordings[0].in_force_from is not None and first < wordings[0].in_force_from):
        return _Passed(state="cannotTell", why_open=("olderLaw",))
    steps: tuple[SumStep, ...] = ()
    for row in wordings:
        ends = row.in_force_until or date.max
        of_kind = next(one for one in row.classes if one.id == kind)
        sooner, later = (_with_acts(first, years, acts, stood) for years in (of_kind.shortest, of_kind.period_years))
        steps = (
            _years_then(first, of_kind),
            *sooner.steps,
            SumStep(code="formerEnds", said={"day": sooner.by_known.isoformat(), "until": later.at_most.isoformat()}),
        )
        if later.at_most < ends:
            barred = (*steps, SumStep(code="barredBefore", said={"day": ends.isoformat()}))
            return _Passed(state="barred", last_day=later.at_most, years=of_kind.period_years, law=row, steps=barred)
        if sooner.by_known < ends:
            why: tuple[WhyOpen, ...] = ("correctionalisation",) if of_kind.correctionalised_years is not None else ()
            return _Passed(state="cannotTell", why_open=("interruptingAct", *why), years=of_kind.shortest, law=row, steps=steps)
    carried = SumStep(code="carriedOver", said={"day": str(wordings[-1].in_force_until)})
    return _Passed(state=None, steps=(*steps, carried))


def _years_then(first: date, of_kind: FormerClass) -> SumStep:
    if of_kind.shortest == of_kind.period_years:
        return SumStep(code="formerLaw", said={"day": first.isoformat(), "count": of_kind.shortest})
    return SumStep(code="formerLawEither", said={"day": first.isoformat(), "count": of_kind.shortest, "most": of_kind.period_years})


class _Ends(msgspec.Struct, frozen=True, kw_only=True):
    """The last day by the acts that are known, and the last day that any act could bring about."""

    by_known: date
    at_most: date
    steps: tuple[SumStep, ...]


def _with_acts(first: date, years: int, acts: tuple[date, ...], standstills: tuple[Standstill, ...]) -> _Ends:
    """The period starts again with the last act within the first one, and never a third time."""
    end, stood = _stood(first, years, standstills)
    at_most, _ = _stood(end, years, standstills)
    act = max((day for day in acts if first <= day <= end), default=None)
    if act is None:
        return _Ends(by_known=end, at_most=at_most, steps=_said(stood))
    by_known, again = _stood(act, years, standstills)
    steps = (
        *_said(tuple(one for one in stood if one.first < act)),
        SumStep(code="interrupted", said={"day": act.isoformat(), "count": years}),
        *_said(again),
    )
    return _Ends(by_known=by_known, at_most=max(at_most, by_known), steps=steps)


def _parted(
    standstills: tuple[Standstill, ...], file: LimitationFile, present: date
) -> tuple[tuple[Standstill, ...], tuple[Standstill, ...]]:
    """What stood still before that day, by the law itself too, and from it on."""
    by_law = (Standstill(first=row.first_day, until=row.last_day + DAY) for row in file.suspension)
    every = (*by_law, *standstills)
    before = (Standstill(first=one.first, until=min(one.until, present)) for one in every if one.first < present)
    since = (Standstill(first=max(one.first, present), until=one.until) for one in every if one.until > present)
    return _merged(tuple(before)), _merged(tuple(since))


def _merged(standstills: tuple[Standstill, ...]) -> tuple[Standstill, ...]:
    """By their first day; a day on which two of them stood still counts once."""
    merged: list[Standstill] = []
    for one in sorted(standstills, key=lambda still: still.first):
        if merged and one.first <= merged[-1].until:
            merged[-1] = Standstill(first=merged[-1].first, until=max(merged[-1].until, one.until))
        elif one.days:
            merged.append(one)
    return tuple(merged)


def _stood(first: date, years: int, standstills: tuple[Standstill, ...]) -> tuple[date, tuple[Standstill, ...]]:
    """The last day of a period, and what stood still while it ran."""
    last, counted = _last(first, years), []
    for one in standstills:
        still = Standstill(first=max(one.first, first), until=one.until)
        if still.first <= last and still.days:
            last += timedelta(days=still.days)
            counted.append(still)
    return last, tuple(counted)


def _said(standstills: tuple[Standstill, ...]) -> tuple[SumStep, ...]:
    return tuple(
        SumStep(code="stoodStill", said={"day": one.first.isoformat(), "until": one.until.isoformat(), "count": one.days})
        for one in standstills
    )


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
