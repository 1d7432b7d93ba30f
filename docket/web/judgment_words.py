"""Judgments of a file in words: what was decided, whose remedy still runs, since when it is final, until when a port ban goes."""

from collections.abc import Sequence
from datetime import date

import msgspec

from docket import opened_life
from docket.contract import Report
from docket.identifiers import ecli_fault
from docket.judgments import (
    DEFERRED_NL,
    MANNERS_NL,
    REMEDIES_NL,
    Ban,
    Finality,
    Judgment,
    JudgmentClock,
    ban_of,
    ban_warnings,
    court_title,
    finality,
    late_opposition_nl,
    party_nl,
    still_nl,
    still_open,
    ticking,
)
from docket.report_words import designations
from docket.store.search import CaseView
from docket.time_limits import Clock
from docket.web import words
from docket.web.time_limit_words import person_label
from documents import words as spelled
from routing import Law, sum_of


class OutcomeView(msgspec.Struct, frozen=True, kw_only=True):
    who: str
    what: str
    outcome: str
    #: The register says by now that it is final, or what is still open.
    final: bool
    #: It was recorded.
    established: bool
    final_on: date | None
    still: tuple[str, ...]
    #: An opposition that may come although it is final.
    late_opposition: str = ""


class JudgmentClockView(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    #: `Hoger beroep van verdachte 1`
    title: str
    #: Kind and words of its mark.
    mark: tuple[str, str]
    ends: str
    article: str
    #: Its time limit; 0 = it does not run yet.
    time_limit: int
    may_waive: bool


class RemedyView(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    title: str
    lodged_on: date
    grievances: str
    late: bool
    withdrawn: str
    by: str


class BanView(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    who: str
    length: str
    ports: str
    #: Kind and words of the mark: runs, waits, cannot tell.
    mark: tuple[str, str]
    days: str
    sum: str
    article: str
    confidence: str
    warnings: tuple[str, ...]
    waits_for_custody: bool


class ExtractView(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    title: str
    who: str
    mark: tuple[str, str]
    due: str
    may_send: bool


class JudgmentView(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    title: str
    stage: str
    number: str
    ecli: str
    ecli_flag: str
    remark: str
    corrected: bool
    corrects: int | None
    reason: str
    entered: str
    #: How each was judged.
    manners: tuple[str, ...]
    outcomes: tuple[OutcomeView, ...]
    penalties: tuple[str, ...]
    confiscations: tuple[str, ...]
    bans: tuple[BanView, ...]
    clocks: tuple[JudgmentClockView, ...]
    remedies: tuple[RemedyView, ...]
    extracts: tuple[ExtractView, ...]
    #: Codes that its parties and remedies are chosen by.
    parties: words.Titles
    suspects: words.Titles


def finalities_of(found: CaseView, judgments: Sequence[Judgment], clocks: Sequence[Clock], law: Law, today: date) -> tuple[Finality, ...]:
    return tuple(finality(at.pair, at.status, judgments, clocks, law, today) for at in opened_life.everybody(found, law))


def judgment_views(
    found: CaseView, judgments: Sequence[Judgment], clocks: Sequence[Clock], law: Law, today: date
) -> tuple[JudgmentView, ...]:
    """The latest first, corrected ones last."""
    finalities = finalities_of(found, judgments, clocks, law, today)
    ordered = sorted(judgments, key=lambda one: (one.stands, one.pronounced_on, one.id), reverse=True)
    return tuple(_judgment(one, found.case.report, finalities, clocks, law, today) for one in ordered)


def _judgment(
    one: Judgment, report: Report, finalities: Sequence[Finality], clocks: Sequence[Clock], law: Law, today: date
) -> JudgmentView:
    own = {each.pair: each for each in finalities if each.judgment_id == one.id}
    stage = next((law.title(f"stage/{each.stage}") or each.stage for each in one.outcomes), "")
    return JudgmentView(
        id=one.id,
        title=f"{_capital(court_title(one.court, law))}, {one.pronounced_on:%d/%m/%Y}",
        stage=_capital(stage),
        number=one.number or "",
        ecli=one.ecli or "",
        ecli_flag=(ecli_fault(one.ecli, one.pronounced_on) or "") if one.ecli else "",
        remark=one.remark or "",
        corrected=not one.stands,
        corrects=one.corrects,
        reason=one.reason or "",
        entered=words.who_and_when(one.entered_by, one.entered_at),
        manners=tuple(
            f"{_capital(party_nl(each.role, each.person, report))}: {MANNERS_NL[each.manner]}"
            for each in one.parties
            if each.role != "prosecution"
        ),
        outcomes=tuple(_outcome(each.pair, each.outcome, own.get(each.pair), each.final_on, report, law) for each in one.outcomes),
        penalties=tuple(penalty_nl(each, report, law) for each in one.penalties),
        confiscations=tuple(
            f"{_who(each.person, report)}: {each.what}{f' ({spelled.cents(each.euro_cents)})' if each.euro_cents else ''}"
            for each in one.confiscations
        ),
        bans=tuple(_ban(each, one, report, finalities, law) for each in one.bans),
        clocks=tuple(_clock(each, one, report, clocks, law, today) for each in one.clocks) if one.stands else (),
        remedies=tuple(
            RemedyView(
                id=each.id,
                title=f"{_capital(REMEDIES_NL[each.remedy])} van {party_nl(each.role, each.person, report)}",
                lodged_on=each.lodged_on,
                grievances=f"{each.grievances_on:%d/%m/%Y}" if each.grievances_on else "",
                late=each.late,
                withdrawn=f"{each.withdrawn_on:%d/%m/%Y}: {each.withdrawn_reason}" if each.withdrawn_on else "",
                by=words.who_and_when(each.entered_by, each.entered_at),
            )
            for each in one.remedies
        ),
        extracts=tuple(_extract(each, own, report, clocks, law, today) for each in one.extracts),
        parties={f"{each.role}/{each.person}": _capital(party_nl(each.role, each.person, report)) for each in one.parties},
        suspects={person: _who(person, report) for person in one.persons},
    )


def _outcome(pair, outcome: str, known: Finality | None, final_on: date | None, report: Report, law: Law) -> OutcomeView:
    person, offence = pair
    number, row = next(((at + 1, row) for at, row in enumerate(report.offences) if row.id == offence), (0, None))
    return OutcomeView(
        who=_who(person, report),
        what=f"feit {number}, {law.title(row.offence) or 'niet gekwalificeerd'}" if row else offence,
        outcome=_capital(law.title(f"outcome/{outcome}") or outcome),
        final=final_on is not None or (known is not None and known.final_on is not None),
        established=known is not None and known.established,
        final_on=final_on or (known.final_on if known is not None else None),
        still=tuple(_capital(still_nl(each, report)) for each in known.still) if known is not None else (),
        late_opposition=late_opposition_nl(known.late_opposition, report, law)
        if known is not None and known.late_opposition is not None
        else "",
    )


def penalty_nl(one, report: Report, law: Law) -> str:
    much = spelled.cents(one.euro_cents) if one.euro_cents is not None else f"{one.length} {_unit(one.unit, one.length or 0)}"
    deferred = f", {DEFERRED_NL[one.deferred]}" if one.deferred != "no" else ""
    note = f" ({one.note})" if one.note else ""
    return f"{_who(one.person, report)}: {law.title(f'penalty/{one.kind}') or one.kind} {much}{deferred}{note}"


_UNITS = {"hour": ("uur", "uur"), "day": ("dag", "dagen"), "month": ("maand", "maanden"), "year": ("jaar", "jaar")}


def _unit(unit: str, count: int) -> str:
    one, more = _UNITS.get(unit, (unit, unit))
    return one if count == 1 else more


def _ban(ban: Ban, judgment: Judgment, report: Report, finalities: Sequence[Finality], law: Law) -> BanView:
    answer = ban_of(ban, judgment, finalities, law)
    state = answer.state if answer is not None else "cannotTell"
    days = ""
    if answer is not None and answer.runs_from is not None and answer.last_day is not None:
        days = f"van {answer.runs_from:%d/%m/%Y} tot en met {answer.last_day:%d/%m/%Y}"
    elif answer is not None and answer.effect_on is not None:
        days = f"heeft gevolg sinds {answer.effect_on:%d/%m/%Y}"
    marks = {
        "known": ("good", "Berekend"),
        "waitsForFinal": ("wait", "Nog niet definitief"),
        "waitsForCustody": ("wait", "Wacht op het einde van de straf"),
        "cannotTell": ("open", "Niet te zeggen"),
    }
    return BanView(
        id=ban.id,
        who=_who(ban.person, report),
        length=f"{ban.length} {_unit(ban.unit, ban.length)}",
        ports=ban.ports,
        mark=marks[state],
        days=days,
        sum=sum_of(answer.steps, law) if answer is not None else "Het geldend recht van dit register kent het havenverbod niet.",
        article="; ".join(answer.citations) if answer is not None else "",
        confidence=words.title(words.CONFIDENCES, answer.confidence) if answer is not None else "",
        warnings=ban_warnings(ban, judgment, report, law),
        waits_for_custody=judgment.stands and (state == "waitsForCustody" or ban.custody_ended is not None),
    )


def _clock(one: JudgmentClock, judgment: Judgment, report: Report, clocks: Sequence[Clock], law: Law, today: date) -> JudgmentClockView:
    still, _ = still_open(one, judgment, clocks, today)
    ran = ticking(one, judgment, clocks)
    rows = [row for row in law.judgments.remedy if row.limit == one.limit_id and row.event == one.event]
    manner = next((each.manner for each in judgment.parties if (each.role, each.person) == (one.role, one.person)), None)
    row = next((row for row in rows if manner in row.manners), rows[0] if rows else None)
    if one.waived_on is not None:
        mark, ends = ("plain", "Afstand"), f"afstand op {one.waived_on:%d/%m/%Y}: {one.waived_reason}"
    elif ran is None:
        mark = ("open", "Loopt nog niet")
        ends = "wacht op de betekening" if one.event == "service" else "begint na een andere termijn"
    else:
        kind, title = {
            "running": ("wait", "Loopt") if ran.answer.due_on >= today else ("good", "Verstreken"),
            "met": ("plain", "Gebruikt"),
            "suspended": ("lock", "Geschorst"),
            "struck": ("bad", "Geschrapt"),
        }[ran.state]
        mark, ends = (kind, title), f"tot en met {ran.answer.due_on:%d/%m/%Y}"
    title = f"{_capital(law.title(f'limit/{one.limit_id}') or one.limit_id)}: {party_nl(one.role, one.person, report)}"
    return JudgmentClockView(
        id=one.id,
        title=title,
        mark=mark,
        ends=ends,
        article=f"{row.citation} ({words.title(words.CONFIDENCES, row.confidence)})" if row is not None else "",
        time_limit=ran.id if ran is not None else 0,
        may_waive=still is not None and still.why in ("running", "notServed", "chained"),
    )


def _extract(one, own: dict, report: Report, clocks: Sequence[Clock], law: Law, today: date) -> ExtractView:
    ran = next((clock for clock in clocks if clock.id == one.time_limit_id), None)
    final = [each.final_on for pair, each in own.items() if pair[0] == one.person]
    ready = one.after == "pronouncement" or (bool(final) and all(day is not None for day in final))
    if one.state == "sent":
        mark, due = ("good", "Verzonden"), f"op {one.sent_on:%d/%m/%Y}, {words.who_and_when(one.closed_by, one.closed_at)}"
    elif one.state == "notNeeded":
        mark, due = ("plain", "Niet nodig"), one.reason or ""
    elif ran is not None:
        mark = ("bad", "Te laat") if ran.answer.due_on < today else ("wait", "Te verzenden")
        due = f"ten laatste op {ran.answer.due_on:%d/%m/%Y}"
    elif ready:
        mark, due = ("wait", "Te verzenden"), "het vonnis is definitief" if one.after == "final" else ""
    else:
        mark, due = ("plain", "Later"), "zodra het vonnis definitief is"
    return ExtractView(
        id=one.id,
        title=_capital(law.title(f"extract/{one.kind}") or one.kind),
        who=_who(one.person, report) if one.person else "",
        mark=mark,
        due=due,
        may_send=one.state == "toSend" and ready,
    )


def _who(person: str | None, report: Report) -> str:
    row = next((row for row in report.persons if row.id == person), None)
    return _capital(person_label(row, report)) if row is not None else _capital(designations(report).get(person or "", person or ""))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
