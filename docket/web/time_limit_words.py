"""Clocks and limitation in the words of the screens: the end, how long still, the sum, the article and the second reading."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import msgspec

from docket import titles
from docket.clock import court_day
from docket.contract import Person, Report
from docket.hearings import Hearing
from docket.limitation import LimitationAct, acts_of
from docket.report_words import designations, full_name
from docket.seisin import Barring, Seisin, barrings
from docket.services import Service
from docket.store.search import CaseView
from docket.time_limits import Clock
from docket.watching import accused_since
from docket.web import words
from routing import Due, Law, OtherReading, day_of, instant_of, reasonable_time, sum_of

_ENDS = {"lastDay": "Ten laatste", "expires": "Vervalt na", "firstDay": "Niet vóór"}
_STATES = {"running": "Loopt", "suspended": "Geschorst", "met": "Nageleefd", "struck": "Geschrapt"}
_LIMITATION_STATES = {
    "running": "Loopt",
    "stopped": "Staat stil",
    "barred": "Verjaard",
    "imprescriptible": "Verjaart niet",
    "cannotTell": "Niet te zeggen",
}
WHY_OPEN = {
    "committedFrom": "de eerste dag van de feiten is niet gekend",
    "committedUntil": "het hangt af van de dag binnen de periode van de feiten",
    "interruptingAct": "het hangt af van een stuitende daad, die het register niet kent",
    "correctionalisation": "het hangt af van een correctionalisering, die het register niet kent",
    "seisedOn": "de dag waarop het vonnisgerecht gevat is, is niet gekend",
    "noProvision": "de misdrijvencatalogus heeft voor dit misdrijf geen bepaling",
    "levelsNotRead": "de verjaring van de strafniveaus van het nieuwe wetboek is niet gelezen",
    "penaltyNotHeld": "de straf van deze bepaling is niet opgenomen",
    "attempt": "voor een poging is geen straf opgenomen",
    "specialLawNotConverted": "de omzetting van de bijzondere wet naar strafniveaus is niet gelezen",
    "notHeld": "het geldend recht van dit register heeft nog geen regels over verjaring",
    "continuedOffence": "alleen genomen is dit feit verjaard, een later van hetzelfde misdrijf niet: het hangt af van de eenheid van opzet",
    "olderLaw": "de wet van vóór 2002 is niet opgenomen",
}
_SOON = timedelta(days=7)


class ReadingView(msgspec.Struct, frozen=True, kw_only=True):
    """The second reading beside an end."""

    number: int
    ends: str
    other: str
    confidence: str


class ClockView(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    title: str
    ref: str
    #: Whom or what it is about; empty = the whole file.
    whom: str
    ends: str
    left: str
    #: Kind and words of the mark: what is overdue or due today stands out by more than its colour.
    mark: tuple[str, str]
    sum: str
    article: str
    confidence: str
    readings: tuple[ReadingView, ...]
    alarm: str
    remark: str
    open: bool
    reason: str
    case_number: str = ""


class LimitationView(msgspec.Struct, frozen=True, kw_only=True):
    offence: str
    #: Suspects whose court was seised on another day than that of the others; empty = all of them.
    whom: str = ""
    provision: str
    mark: tuple[str, str]
    last_day: str
    why: str
    sum: str
    article: str
    confidence: str
    beside: str


class LimitationActView(msgspec.Struct, frozen=True, kw_only=True):
    """What interrupted or suspended the limitation; `seq` is its line in the register."""

    seq: int
    title: str
    when: str
    ground: str
    paper: str
    offences: str
    from_case: str
    open: bool
    counts: bool
    #: Why it was struck through.
    struck: str


class ReasonableTimeView(msgspec.Struct, frozen=True, kw_only=True):
    person: str
    since: str
    told: str
    warns: bool
    article: str
    confidence: str


def clock_view(clock: Clock, report: Report | None, law: Law, now: datetime, case_number: str = "") -> ClockView:
    answer = clock.answer
    row = law.time_limits.limits.get(answer.limit)
    return ClockView(
        id=clock.id,
        title=_capital(law.title(f"limit/{answer.limit}") or answer.limit),
        ref=row.ref if row is not None else "",
        whom=_whom(clock, report, law),
        ends=f"{_ENDS[answer.says]} {_end(answer.due_on, answer.due_at)}",
        left=_left(clock, now) if clock.state == "running" else "",
        mark=_mark(clock, now),
        sum=sum_of(answer.steps, law),
        article=law.citation(answer.citation),
        confidence=words.title(words.CONFIDENCES, answer.confidence),
        readings=tuple(_reading(one, answer, law) for one in answer.other),
        alarm=_end(answer.alarm_on, answer.alarm_at) if (answer.alarm_on, answer.alarm_at) != (answer.due_on, answer.due_at) else "",
        remark=(row.remark_nl or "") if row is not None else "",
        open=clock.open,
        reason=clock.reason or "",
        case_number=case_number,
    )


def limitation_views(
    found: CaseView, law: Law, today: date, *, hearings: Sequence[Hearing], services: Sequence[Service]
) -> tuple[LimitationView, ...]:
    """One line for each answer of each offence, computed on the facts as they stand; the court that has the case stops it."""
    rows = barrings(found, law, today, hearings=hearings, services=services)
    return tuple(_limitation(row, found.case.report, law, today) for row in rows)


def limitation_act_views(found: CaseView) -> tuple[LimitationActView, ...]:
    """What interrupted and suspended, in the order of entry, those that were struck through too."""
    return tuple(
        LimitationActView(
            seq=act.seq,
            title=_capital(titles.LIMITATION_ACTS[act.what]) if act.kind == "interruption" else "Schorsing",
            when=_when(act),
            ground=titles.LIMITATION_GROUNDS[act.what] if act.kind == "suspension" else "",
            paper=act.paper,
            offences=", ".join(act.offences),
            from_case=act.from_case or "",
            open=act.open,
            struck=act.struck_reason or "",
            counts=act.counts,
        )
        for act in acts_of(found.entries)
    )


def reasonable_views(found: CaseView, law: Law, today: date, years: tuple[int, ...]) -> tuple[ReasonableTimeView, ...]:
    """For each suspect since the first official act that the file tells: his arrest or the report, whichever was first."""
    report, views = found.case.report, []
    received = found.current.decision.received_on
    for person in report.persons:
        if person.role != "suspect":
            continue
        since = accused_since(person, received)
        age = reasonable_time(since, today, years, law)
        whole = "minder dan een jaar" if age.years == 0 else f"{age.years} jaar"
        coming = f"; waarschuwing op {age.next_on:%d/%m/%Y}" if age.next_on is not None else ""
        views.append(
            ReasonableTimeView(
                person=person_label(person, report),
                since=day_of(since),
                told=f"{whole}{coming}",
                warns=age.warned_years is not None,
                article=age.citation or "",
                confidence=words.title(words.CONFIDENCES, age.confidence),
            )
        )
    return tuple(views)


def person_label(person: Person, report: Report) -> str:
    """`verdachte 1 (Jan Peeters)`"""
    designation, name = designations(report).get(person.id or "", person.id or ""), full_name(person)
    return f"{designation} ({name})" if name else designation


def _when(act: LimitationAct) -> str:
    if act.kind == "interruption":
        return f"op {act.on:%d/%m/%Y}"
    return f"vanaf {act.on:%d/%m/%Y} tot {act.until:%d/%m/%Y}" if act.until is not None else f"vanaf {act.on:%d/%m/%Y}, loopt nog"


def _limitation(row: Barring, report: Report, law: Law, today: date) -> LimitationView:
    offence, answer = row.offence, row.answer
    soon = answer.state == "running" and answer.last_day is not None and answer.last_day - today <= _SOON
    kind = {"running": "wait" if soon else "plain", "stopped": "good", "barred": "bad", "imprescriptible": "good"}.get(answer.state, "open")
    beside = [f"met wat schorste vóór 28 april 2024: {day_of(one.due_on)} (niet nagegaan)" for one in answer.other]
    if row.suspended_since is not None and answer.state == "running":
        beside.append(f"geschorst sinds {row.suspended_since:%d/%m/%Y}: zolang dat duurt, schuift de laatste dag elke dag een dag op")
    if answer.last_day_at_latest is not None:
        beside.append(f"vallen de feiten zo laat mogelijk: {day_of(answer.last_day_at_latest)}")
    if answer.imprescriptible_in_context:
        beside.append("verjaart niet in een context als terreur (art. 21bis V.T.Sv.)")
    if row.one_intent_with and (rests := law.limitation.continued) is not None and answer.last_day is not None:
        with_others = [id_ for id_ in row.one_intent_with if id_ != offence.id]
        which = f" (met {', '.join(with_others)})" if with_others else ""
        sureness = words.title(words.CONFIDENCES, rests.confidence).lower()
        beside.append(f"{rests.title_nl}{which}: {rests.citation} ({sureness}); {rests.open_nl}")
    if row.seisin is not None and answer.state in ("stopped", "barred", "cannotTell"):
        beside.insert(0, _seised(row.seisin))
    persons = {person.id: person_label(person, report) for person in report.persons}
    return LimitationView(
        offence=f"{offence.id}: {law.title(offence.offence) or 'misdrijf niet gekend'}",
        whom=", ".join(persons.get(id_, id_) for id_ in row.persons),
        provision=" ".join(filter(None, (answer.provision, answer.title_nl))),
        mark=(kind, _LIMITATION_STATES[answer.state]),
        last_day=day_of(answer.last_day) if answer.last_day is not None else "",
        why="; ".join(WHY_OPEN[why] for why in answer.why_open),
        sum=sum_of(answer.steps, law),
        article=answer.citation or "",
        confidence=words.title(words.CONFIDENCES, answer.confidence) if answer.citation else "",
        beside=_capital("; ".join(beside)),
    )


def _seised(seisin: Seisin) -> str:
    """How this register knows that a trial court has the case."""
    if seisin.on is None:
        return f"het vonnisgerecht is gevat op een dag die dit register niet kent, ten laatste op {day_of(seisin.by)}"
    how = {
        "served": "door de betekening van de dagvaarding",
        "told": "volgens het verslag",
    }.get(seisin.how) or f"door de gebeurtenis “{words.title(words.EVENTS, seisin.event)}”"
    return f"het vonnisgerecht is gevat op {day_of(seisin.on)}, {how}"


def _whom(clock: Clock, report: Report | None, law: Law) -> str:
    if report is None:
        return ""
    person = next((row for row in report.persons if row.id == clock.person), None) if clock.person else None
    offence = next((row for row in report.offences if row.id == clock.offence), None) if clock.offence else None
    named = [person_label(person, report) if person is not None else clock.person or ""]
    named.append(f"{offence.id}: {law.title(offence.offence) or ''}" if offence is not None else clock.offence or "")
    return ", ".join(filter(None, named))


def _reading(one: OtherReading, answer: Due, law: Law) -> ReadingView:
    row = law.time_limits.readings.get(one.reading)
    return ReadingView(
        number=row.number if row is not None else 0,
        ends=f"{_ENDS[answer.says].lower()} {_end(one.due_on, one.due_at)}",
        other=row.other_nl if row is not None else "",
        confidence=words.title(words.CONFIDENCES, row.confidence) if row is not None else "",
    )


def _end(on: date, at: datetime | None) -> str:
    return instant_of(at) if at is not None else day_of(on)


def _mark(clock: Clock, now: datetime) -> tuple[str, str]:
    today = court_day(now)
    if clock.overdue(now, today):
        return "bad", "Verstreken"
    if clock.state != "running":
        return {"met": "good", "suspended": "lock"}.get(clock.state, "plain"), _STATES[clock.state]
    if clock.answer.says == "firstDay":
        return ("good", "Mag nu") if clock.answer.alarm_on <= today else ("plain", "Nog niet")
    if clock.today(today) or clock.answer.due_on == today:
        return "wait", "Vandaag"
    return ("wait", "Deze week") if clock.answer.alarm_on - today <= _SOON else ("plain", _STATES[clock.state])


def _left(clock: Clock, now: datetime) -> str:
    answer = clock.answer
    if answer.due_at is not None:
        minutes = int((answer.due_at - now).total_seconds() // 60)
        whole, rest = divmod(abs(minutes), 60)
        return f"nog {whole} uur {rest} min" if minutes >= 0 else f"{whole} uur {rest} min geleden"
    days = (answer.due_on - court_day(now)).days
    if days == 0:
        return "vandaag"
    count = "1 dag" if abs(days) == 1 else f"{abs(days)} dagen"
    return f"nog {count}" if days > 0 else f"{count} geleden"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
