"""The petition of appeal of the prosecution: while its own clock runs, with grievances that a magistrate says."""

from collections.abc import Mapping

from docket import judgments
from docket.clock import court_day
from docket.judgments import Judgment, JudgmentClock, Lodged
from docket.papers import heads, judged, legal, naming
from docket.papers.known import Known
from docket.papers.paper import Missing, Paper, Wanted
from docket.time_limits import Clock
from documents import appeal_petition as paper
from documents import legal as shapes
from documents import words


def running(known: Known) -> tuple[tuple[Judgment, JudgmentClock, Clock], ...]:
    """Each judgment against which the prosecution can still appeal, with the clock that ends first."""
    today, found = court_day(known.at), []
    for judgment in judged.standing(known):
        own = [
            (one, ran)
            for one in judgment.clocks
            if (one.role, one.remedy) == ("prosecution", "appeal")
            and (ran := judgments.ticking(one, judgment, known.clocks)) is not None
            and (ran.state == "running" or (ran.state == "met" and _waits_for_grievances(judgment)))
            and ran.answer.due_on >= today
            and one.waived_on is None
        ]
        found += [(judgment, *min(own, key=lambda pair: pair[1].answer.due_on))] if own else []
    return tuple(found)


def _lodged(judgment: Judgment) -> tuple[Lodged, ...]:
    return tuple(one for one in judgment.remedies if (one.role, one.remedy) == ("prosecution", "appeal") and one.withdrawn_on is None)


def _waits_for_grievances(judgment: Judgment) -> bool:
    """It was declared, and the petition with its grievances has until the same day."""
    return any(one.grievances_on is None for one in _lodged(judgment))


def not_offered(known: Known) -> str | None:
    if running(known):
        return None
    if not judged.standing(known):
        return "er staat geen vonnis in het register; schrijf het eerst in."
    lodged = [one for judgment in judged.standing(known) for one in _lodged(judgment)]
    if lodged:
        return (
            f"het openbaar ministerie heeft al hoger beroep met grieven aangetekend, op {words.day(max(one.lodged_on for one in lodged))}."
        )
    of_appeal = [
        (one, judgment)
        for judgment in judged.standing(known)
        for one in judgment.clocks
        if (one.role, one.remedy) == ("prosecution", "appeal")
    ]
    if not of_appeal:
        return "tegen dit vonnis heeft het openbaar ministerie volgens de wetgegevens geen hoger beroep, of ze zeggen er niets over."
    why = [still for one, judgment in of_appeal if (still := judgments.still_open(one, judgment, known.clocks, court_day(known.at))[0])]
    if why:
        told = "; ".join(dict.fromkeys(judgments.still_nl(one, known.case.report) for one in why))
        return f"er loopt nu geen termijn van hoger beroep van het openbaar ministerie: {told}."
    ends = [ran.answer.due_on for one, judgment in of_appeal if (ran := judgments.ticking(one, judgment, known.clocks)) is not None]
    until = f" Ze liep tot en met {words.day(max(ends))}." if ends else ""
    return f"de termijn van hoger beroep van het openbaar ministerie is voorbij.{until}"


def remark(known: Known) -> str | None:
    """The last day, for whoever is about to make one."""
    lines = [
        f"Hoger beroep tegen {judged.titled(judgment, known)}: ten laatste op {words.day(ran.answer.due_on)}"
        + (f"; volgens een strengere lezing op {words.day(ran.answer.alarm_on)}" if ran.answer.alarm_on != ran.answer.due_on else "")
        for judgment, _, ran in running(known)
    ]
    return f"{'. '.join(lines)}." if lines else None


def choices(known: Known) -> Mapping[str, Mapping[str, str]]:
    open_now = running(known)
    persons = dict.fromkeys(person for judgment, *_ in open_now for person in judgment.persons)
    return {
        "judgment": {str(judgment.id): judged.titled(judgment, known) for judgment, *_ in open_now},
        "against": {person: naming.who(person, known) for person in persons},
    }


def missing(known: Known, wanted: Wanted) -> tuple[Missing, ...]:
    typed = _typed(wanted)
    chosen = _chosen(known, typed)
    found = []
    if chosen is None:
        found.append(Missing(what="tegen welk vonnis het hoger beroep gaat", link="#judgment"))
    else:
        strangers = naming.not_in_file(typed.against, _judged_in(chosen[:2]))
        found += [Missing(what=f"een verdachte over wie de termijn loopt; {one} is er geen", link="#against") for one in strangers]
        whom = [one for one in typed.against or _judged_in(chosen[:2]) if one not in strangers]
        found += [lack for person in whom for lack in naming.unidentified(person, known)]
    if not _grievances(typed):
        found.append(
            Missing(
                what=f"ten minste een grief ({legal.article(known, 'grievances')}: het verzoekschrift zegt welke er ingebracht worden)",
                link="#guilt",
            )
        )
    return tuple(found)


def context(known: Known, wanted: Wanted) -> paper.AppealPetition:
    typed = _typed(wanted)
    chosen = _chosen(known, typed)
    if chosen is None:
        raise LookupError("no judgment was chosen, which `missing` names")
    judgment, clock, ran = chosen
    row = next(row for row in known.law.judgments.remedy if (row.limit, row.event) == (clock.limit_id, clock.event))
    strict = ran.answer.alarm_on if ran.answer.alarm_on != ran.answer.due_on else None
    return paper.AppealPetition(
        law=legal.stated(known, "appeal_petition", shapes.InternalLaw),
        **heads.fields(known, wanted),
        court=judgments.court_title(judgment.court, known.law),
        court_of_appeal=_above(judgment.court, known),
        pronounced_on=judgment.pronounced_on,
        judgment_number=judgment.number,
        ecli=judgment.ecli,
        against=tuple(_against(person, judgment, known) for person in typed.against or _judged_in((judgment, clock))),
        grievances=tuple(
            paper.Grievance(number=number, about=paper.SUBJECTS_NL[about], text=text)
            for number, (about, text) in enumerate(_grievances(typed), start=1)
        ),
        last_day=ran.answer.due_on,
        strict_day=strict,
        article=row.citation,
    )


def _typed(wanted: Wanted) -> paper.AppealPetitionTyped:
    return naming.said(wanted, paper.AppealPetitionTyped)


def _chosen(known: Known, typed: paper.AppealPetitionTyped) -> tuple[Judgment, JudgmentClock, Clock] | None:
    open_now = running(known)
    judgment = judged.by_id(typed.judgment, (one for one, *_ in open_now))
    return next((one for one in open_now if judgment is not None and one[0].id == judgment.id), None)


def _judged_in(chosen: tuple[Judgment, JudgmentClock]) -> tuple[str, ...]:
    """A follow-on clock keeps open what concerns one suspect only."""
    judgment, clock = chosen
    return (clock.about,) if clock.about else judgment.persons


def _grievances(typed: paper.AppealPetitionTyped) -> tuple[tuple[str, str], ...]:
    said = {
        "guilt": typed.guilt,
        "qualification": typed.qualification,
        "penalty": typed.penalty,
        "confiscation": typed.confiscation,
        "portBan": typed.port_ban,
        "procedure": typed.procedure,
        "other": typed.other,
    }
    return tuple((about, text.strip()) for about, text in said.items() if text is not None and text.strip())


def _above(court: str, known: Known) -> str | None:
    circuits = {one.circuit for one in known.law.divisions.values() if court in (one.correctional_court, one.youth_court)}
    return known.law.title(f"appeal{circuits.pop()}") if len(circuits) == 1 else None


def _against(person: str, judgment: Judgment, known: Known) -> paper.Against:
    return paper.Against(
        who=naming.who(person, known),
        manner=judged.manner(judgment, person),
        decided=tuple(
            paper.Decided(
                offence=charge.title if charge is not None else f"feit {offence}, niet meer in het dossier",
                period=charge.period if charge is not None else None,
                articles=charge.articles if charge is not None else (),
                outcome=outcome,
            )
            for charge, offence, outcome in judged.outcomes(judgment, person, known)
        ),
        imposed=judged.imposed(judgment, person, known),
    )


PAPER = Paper(
    kind="appeal_petition",
    action="decideStatus",
    offered=not_offered,
    choices=choices,
    per_file=frozenset({"judgment", "against"}),
    remark=remark,
    missing=missing,
    context=context,
)
