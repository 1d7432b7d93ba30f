"""Which provisions stand behind an offence: in force at the facts, in force on a day, and what stays open between them."""

from __future__ import annotations

from datetime import date
from typing import Literal

from routing.decision import Confidence, Part
from routing.facts import Days, Offence
from routing.law import Law
from routing.provisions import NEW_CODE, Aspect, Catalogue, Limitation, LimitationClass, Provision, Wording, article_numbers, years

#: what a provision was on all possible days of the facts
Standing = Literal["inForce", "inForceOnSomeDays", "notYetAnOffence", "olderWordingNotHeld"]
Correctional = Literal["alreadyMisdemeanour", "unknown", "abolished"]
#: why no class of limitation is told
NoLimitation = Literal["levelsNotRead", "penaltyNotHeld", "attempt", "specialLawNotConverted"]


class Penalty(Part, frozen=True, kw_only=True):
    """As the law says it for a completed offence, before mitigating circumstances."""

    #: `15 d`, `6 m`, `5 y` or `life`
    prison_from: str | None
    prison_to: str | None
    #: in euro, without surcharge
    fine_from_eur: int | None
    fine_to_eur: int | None
    #: in Dutch, where it is no pair of bounds
    words_nl: str | None
    #: of the new code, 1 to 8
    level: int | None
    level_to: int | None

    @property
    def held(self) -> bool:
        return any(value is not None for value in (self.prison_to, self.fine_to_eur, self.words_nl, self.level))


class LimitationPeriod(Part, frozen=True, kw_only=True):
    """Of the criminal action by the legal maximum, under the law since 28 April 2024."""

    id: str
    title_nl: str
    years: int
    citation: str
    confidence: Confidence


class PenalText(Part, frozen=True, kw_only=True):
    """One wording of a provision."""

    statute: str
    article: str
    #: `art. 546/1 Sw. (1867)`
    citation: str
    source: str
    #: None = open on that side
    in_force_from: date | None
    #: the first day on which it no longer applies
    in_force_until: date | None
    penalty: Penalty
    limitation: LimitationPeriod | None
    no_limitation: NoLimitation | None
    correctional: Correctional
    #: on the list of offences for which telephones may be tapped; None = that list is not held for its time
    on_tap_list: bool | None
    remark_nl: str | None
    confidence: Confidence


class Qualification(Part, frozen=True, kw_only=True):
    """One provision behind an offence."""

    provision: str
    title_nl: str
    aspect: Aspect
    #: when it applies, beside the offence itself
    condition_nl: str | None
    standing: Standing
    #: the first day on which the act was an offence under it; None = not known or always
    offence_since: date | None
    #: every wording in force on a possible day of the facts, oldest first
    at_facts: tuple[PenalText, ...]
    #: None = none on that day
    on_day: PenalText | None
    #: the wordings differ: which law is the milder one is open
    milder_law_open: bool


class MilderLawQuestion(Part, frozen=True, kw_only=True):
    """Asked, and never answered here: a court does."""

    article: str
    source: str
    confidence: Confidence


class Qualifications(Part, frozen=True, kw_only=True):
    """What stands behind one offence of a file."""

    offence: str | None
    attempt: bool | None
    #: the possible days of the facts as they were compared; None = open on that side
    committed: Days
    #: the day that `on_day` speaks of
    day: date
    switch_day: date
    #: a possible day of the facts lies on each side of the switch
    both_periods: bool
    #: the facts whose lack leaves the wording open: `committedFrom`, `committedUntil`
    missing: tuple[str, ...]
    milder_law: MilderLawQuestion | None
    provisions: tuple[Qualification, ...]
    #: no provision is held for this offence
    not_in_catalogue: bool
    #: why, in Dutch, where that is known
    remark_nl: str | None


def qualifications(offence: Offence, day: date, law: Law, known_by: date | None = None) -> Qualifications:
    """The provisions behind an offence at its facts and on `day`; facts are not later than `known_by`, the day of the report.

    Nothing is chosen: facts whose day is not known get the wordings of every possible day, and the missing fact is named.
    """
    catalogue = law.catalogue
    committed = _bounded(offence.committed, known_by)
    code = offence.offence
    behind = catalogue.by_offence.get(code or "", ())
    attempt = bool(offence.attempt) or code == "attemptedMurder"
    found = tuple(_qualified(catalogue, provision, committed, day, attempt=attempt) for provision in behind)
    both = _spans(committed, catalogue.switch_day)
    absent = catalogue.absent.get(code or "")
    return Qualifications(
        offence=code,
        attempt=offence.attempt,
        committed=committed,
        day=day,
        switch_day=catalogue.switch_day,
        both_periods=both,
        missing=_missing(offence.committed, committed, found),
        milder_law=_question(catalogue, day) if any(one.milder_law_open for one in found) else None,
        provisions=found,
        not_in_catalogue=not behind,
        remark_nl=absent.remark_nl if absent else None,
    )


def _bounded(committed: Days, known_by: date | None) -> Days:
    """A report is about what has happened: where nothing ends the facts, its day does."""
    if committed.last is None and known_by is not None:
        return Days(first=committed.first, last=max(known_by, committed.first or known_by))
    return committed


def _spans(committed: Days, switch: date) -> bool:
    return (committed.first is None or committed.first < switch) and (committed.last is None or committed.last >= switch)


def _missing(reported: Days, bounded: Days, found: tuple[Qualification, ...]) -> tuple[str, ...]:
    """What to fill in, where more than one wording is possible and the days are not all reported."""
    if not any(len(one.at_facts) > 1 or one.standing in ("inForceOnSomeDays", "olderWordingNotHeld") for one in found):
        return ()
    if reported.first is None:
        return ("committedFrom",)
    return ("committedUntil",) if bounded.last is None else ()


def _qualified(catalogue: Catalogue, provision: Provision, committed: Days, day: date, *, attempt: bool) -> Qualification:
    at_facts = tuple(version for version in provision.version if _meets(version, committed))
    on_day = next((version for version in provision.version if version.covers(day)), None)
    first = provision.version[0]
    begins = first.begins or ("offence" if first.in_force_from is not None else None)
    before = first.in_force_from is not None and (committed.first is None or committed.first < first.in_force_from)
    standing: Standing = "inForce"
    if not at_facts:
        standing = "notYetAnOffence" if begins == "offence" else "olderWordingNotHeld"
    elif before:
        standing = "inForceOnSomeDays" if begins == "offence" else "olderWordingNotHeld"
    return Qualification(
        provision=provision.id,
        title_nl=provision.title_nl,
        aspect=provision.aspect,
        condition_nl=provision.condition_nl,
        standing=standing,
        offence_since=first.in_force_from if begins == "offence" else None,
        at_facts=tuple(_text(catalogue, version, attempt=attempt) for version in at_facts),
        on_day=_text(catalogue, on_day, attempt=attempt) if on_day is not None else None,
        milder_law_open=any(version is not on_day for version in at_facts),
    )


def _meets(version: Wording, committed: Days) -> bool:
    starts_in_time = committed.last is None or version.in_force_from is None or version.in_force_from <= committed.last
    ends_late_enough = committed.first is None or version.in_force_until is None or committed.first < version.in_force_until
    return starts_in_time and ends_late_enough


def _text(catalogue: Catalogue, version: Wording, *, attempt: bool) -> PenalText:
    statute = catalogue.statutes[version.statute]
    period, why_none = _limitation(catalogue, version, attempt=attempt)
    return PenalText(
        statute=statute.id,
        article=version.article,
        citation=f"art. {version.article} {statute.short_nl}"
        if version.article[:1].isdigit()
        else f"{statute.short_nl} ({version.article})",
        source=statute.source,
        in_force_from=version.in_force_from,
        in_force_until=version.in_force_until,
        penalty=Penalty(
            prison_from=version.prison_from,
            prison_to=version.prison_to,
            fine_from_eur=version.fine_from_eur,
            fine_to_eur=version.fine_to_eur,
            words_nl=version.penalty_nl,
            level=version.level,
            level_to=version.level_to,
        ),
        limitation=period,
        no_limitation=why_none,
        correctional=_correctional(catalogue, version),
        on_tap_list=_tapped(catalogue, version),
        remark_nl=version.remark_nl,
        confidence=version.confidence,
    )


def _limitation(catalogue: Catalogue, version: Wording, *, attempt: bool) -> tuple[LimitationPeriod | None, NoLimitation | None]:
    if version.statute == NEW_CODE:
        return None, "levelsNotRead"
    if version.period == "fromSwitch":
        return None, "specialLawNotConverted"
    if attempt:
        return None, "attempt"
    if version.prison_to is None:
        return None, "penaltyNotHeld"
    limitation = catalogue.limitation
    row = class_of(limitation, version.prison_to) if limitation is not None else None
    if limitation is None or row is None:
        return None, "levelsNotRead"
    confidence: Confidence = version.confidence if version.confidence != "sure" else limitation.confidence
    return (
        LimitationPeriod(id=row.id, title_nl=row.title_nl, years=row.period_years, citation=limitation.citation, confidence=confidence),
        None,
    )


def class_of(limitation: Limitation, maximum: str) -> LimitationClass:
    length = years(maximum)
    return next(row for row in limitation.classes if length > row.above_years)


def _correctional(catalogue: Catalogue, version: Wording) -> Correctional:
    if version.period == "fromSwitch":
        return "abolished"
    limitation = catalogue.limitation
    if limitation is not None and version.prison_to is not None and class_of(limitation, version.prison_to) is limitation.classes[-1]:
        return "alreadyMisdemeanour"
    return "unknown"


def correctional_not_checked(catalogue: Catalogue) -> tuple[str, ...]:
    """The wordings of which nobody read whether the crime can be correctionalised, by provision and article."""
    return tuple(
        f"{provision.id} (art. {version.article}{f', from {version.in_force_from}' if version.in_force_from else ''})"
        for provision in catalogue.file.provision
        for version in provision.version
        if _correctional(catalogue, version) == "unknown"
    )


def _tapped(catalogue: Catalogue, version: Wording) -> bool | None:
    if version.period != "fromSwitch":
        return None
    if version.statute == NEW_CODE:
        return not catalogue.tapped.isdisjoint(article_numbers(version.article))
    return version.article.partition(",")[0] in catalogue.file.tap_list.special.get(version.statute, ())


def _question(catalogue: Catalogue, day: date) -> MilderLawQuestion:
    row = catalogue.file.milder_law
    article = row.before if day < catalogue.switch_day else f"{row.after}; {row.before}"
    return MilderLawQuestion(article=article, source=row.source, confidence=row.confidence)
