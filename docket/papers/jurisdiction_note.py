"""The jurisdiction note: which prosecutor and court, by which rule, on which facts."""

from collections.abc import Sequence
from datetime import date

import msgspec

import routing
from docket import competence, report_words, titles
from docket.cases import Case
from docket.clock import court_day
from docket.competence import Challenge, Confirmation
from docket.contract import Offence, Person, Place
from docket.papers import heads, legal, naming, wording
from docket.papers.known import Known
from docket.papers.paper import Paper, Wanted
from docket.tracks import outcome
from documents import jurisdiction_note, words
from documents import legal as shapes
from routing import Candidate, Citation, Decision, Ground, Law, Step, Track, UsedFact, explain

#: The router's warning that no statutory ground carries the court.
POLICY_ALONE = "policyAlone"
#: The router's warning that names what an open answer rests on, known or not, besides what it derived itself.
_OPEN_ANSWER = "openAnswerRestsOn"


def context(known: Known, wanted: Wanted) -> jurisdiction_note.JurisdictionNote:
    case, stored, law = known.case, known.stored, known.law
    confirmed = _confirmed(case, stored.decision, known.confirmations, known.challenges, law)
    report, decision = case.report, stored.decision
    explanation, hidden = explain(decision, law), _hidden(known)
    return jurisdiction_note.JurisdictionNote(
        law=legal.stated(known, "jurisdiction_note", shapes.NoteLaw),
        **heads.fields(known, wanted),
        received_on=wording.received_on(case),
        registered_on=court_day(case.registered_at),
        seised_on=words.partial_day(report.seised_on) if report.seised_on else None,
        reported_by=words.capital(report_words.reported_by(report)),
        lead_authority=titles.LEAD_AUTHORITIES.get(report.lead_authority or ""),
        decided=outcome(decision) == "decided",
        decided_on=court_day(stored.decided_at),
        conclusion=explanation.short,
        reasons=explanation.reasons,
        scope=titles.SCOPES[decision.scope],
        port_area="geen havengebied" if decision.port_area == "none" else wording.title(law, decision.port_area),
        policy=law.policies[decision.policy].title_nl,
        tracks=tuple(_track(track, ordinal in stored.open_tracks, law) for ordinal, track in enumerate(decision.tracks)),
        policy_alone=rests_on_policy(known, competence.alone(decision)),
        recorded=recorded(known, competence.alone(decision)),
        confirmations=confirmed,
        settled_because=stored.reason if stored.kind != "routed" else None,
        missing=_missing(case, decision),
        warnings=tuple(routing.message(warning, law) for warning in decision.warnings if warning.code != POLICY_ALONE),
        summary=report.summary if (report.summary or "").strip() else None,
        places=_places(case),
        offences=offences(case, law),
        persons=_persons(known),
        goods=report_words.goods(report),
        related_cases=report_words.related_cases(report),
        grounds=_grounds(decision, case, law, hidden),
        candidates=tuple(_candidate(one, decision, law) for one in decision.candidates),
        statute_only=tuple(_by_statute(one, decision, law) for one in routing.statute_only(decision).candidates),
        rules=_rules(decision, case, law, hidden),
        law_digest=stored.law_digest,
        engine_version=stored.engine_version,
    )


def _confirmed(
    case: Case, decision: Decision, confirmations: Sequence[Confirmation], challenges: Sequence[Challenge], law: Law
) -> tuple[jurisdiction_note.Confirmation, ...]:
    rests, found = competence.alone(decision), []
    for ordinal, track in enumerate(decision.tracks):
        answer = competence.answer_of(ordinal, track, confirmations, challenges)
        struck = competence.struck_by(challenges, track)
        if track.court is None or not (ordinal in rests or struck or answer):
            continue
        found.append(
            jurisdiction_note.Confirmation(
                track=titles.TRACKS[track.track],
                court=wording.name(law, track.court),
                struck=_struck(struck, challenges, law) if struck else None,
                by=titles.who(answer.confirmed_by) if answer else None,
                confirmed_on=court_day(answer.confirmed_at) if answer else None,
                ground=_recorded(answer, law) if answer and answer.ground else None,
                facts=_rested_on(answer, case, law) if answer else (),
                risk=answer.reason if answer else None,
            )
        )
    return tuple(found)


def rests_on_policy(known: Known, ordinals: Sequence[int]) -> bool:
    """Of tracks for whose court the rules found no ground: has one of them no ground that a magistrate recorded either?"""
    return any(_ground_of(known, ordinal) is None for ordinal in ordinals)


def recorded(known: Known, ordinals: Sequence[int]) -> tuple[str, ...]:
    """Of the same tracks: the ground that a magistrate recorded with its article, without the facts that it rests on."""
    found = []
    for ordinal in ordinals:
        track, ground = known.stored.decision.tracks[ordinal], _ground_of(known, ordinal)
        if ground is not None:
            found.append(f"{words.capital(titles.TRACKS[track.track])}, {wording.title(known.law, track.court)}: {ground}")
    return tuple(found)


def _ground_of(known: Known, ordinal: int) -> str | None:
    answer = competence.answer_of(ordinal, known.stored.decision.tracks[ordinal], known.confirmations, known.challenges)
    return _recorded(answer, known.law) if answer is not None and answer.ground else None


def _struck(ruling_id: int, challenges: Sequence[Challenge], law: Law) -> str:
    [ruling] = [ruling for challenge in challenges for ruling in challenge.rulings if ruling.id == ruling_id]
    ecli = f" ({ruling.ecli})" if ruling.ecli else ""
    return f"{titles.RULINGS[ruling.ruling]}; {wording.name(law, ruling.court)}, {words.day(ruling.ruled_on)}{ecli}"


def _recorded(answer: Confirmation, law: Law) -> str:
    where = f"; voor het {wording.arrondissement(law, answer.arrondissement)}" if answer.arrondissement else ""
    return f"{competence.title_of(answer.ground or '', law)}; {answer.article}{where}"


def _rested_on(answer: Confirmation, case: Case, law: Law) -> tuple[str, ...]:
    said = (answer.facts,) if answer.facts else ()
    if answer.fact_path is None:
        return said
    value = wording.fact_value(UsedFact(path=answer.fact_path, value=answer.fact_value), {}, law)
    return (*said, f"{report_words.fact_name(answer.fact_path, case.report)}: {value}")


def _track(track: Track, still_open: bool, law: Law) -> jurisdiction_note.Track:
    return jurisdiction_note.Track(
        title=titles.TRACKS[track.track],
        persons=track.persons,
        office=wording.title(law, track.prosecution_office),
        court=wording.title(law, track.court),
        no_court_because=None if still_open or track.court else "geen rechtbank aan te wijzen door dit register",
    )


def _places(case: Case) -> tuple[jurisdiction_note.Place, ...]:
    return tuple(place(row) for row in case.report.places)


def place(row: Place) -> jurisdiction_note.Place:
    return jurisdiction_note.Place(id=row.id or "", role=titles.PLACE_ROLES.get(row.role or ""), description=report_words.place(row))


def offences(case: Case, law: Law) -> tuple[jurisdiction_note.Offence, ...]:
    return tuple(offence(number, row, law) for number, row in enumerate(case.report.offences, start=1))


def offence(number: int, row: Offence, law: Law) -> jurisdiction_note.Offence:
    return jurisdiction_note.Offence(
        number=number,
        title=wording.title(law, row.offence),
        period=words.period(row.committed_from, row.committed_until),
        place=row.place,
        persons=row.persons or (),
        details=report_words.offence_details(row),
    )


def _persons(known: Known) -> tuple[jurisdiction_note.Person, ...]:
    """The note goes with a transfer, an offer and a request to a court, so it tells a minor by his number, and nothing that finds him."""
    named, found = report_words.designations(known.case.report), []
    for row in known.case.report.persons:
        young = naming.young(row, known)
        details = report_words.person_details(_unfound(row) if young else row)
        found.append(
            jurisdiction_note.Person(
                id=row.id or "",
                designation=named[row.id or ""],
                name=f"{young}: zonder naam" if young else report_words.full_name(row),
                details=details,
            )
        )
    return tuple(found)


def _unfound(row: Person) -> Person:
    """Without what finds him: birth, numbers, where he lives, what he does, and what was written of him."""
    return msgspec.structs.replace(
        row, birth_date=None, ssin=None, enterprise_number=None, residence=None, registered_seat=None, occupation=None, note=None
    )


def _hidden(known: Known) -> frozenset[str]:
    """Paths of the facts that are told as being in the file only."""
    return frozenset(f"persons/{row.id}/birthDate" for row in known.case.report.persons if naming.unnamed(row, known))


def _grounds(decision: Decision, case: Case, law: Law, hidden: frozenset[str]) -> tuple[jurisdiction_note.Ground, ...]:
    return tuple(ground_told(ground, decision, case, law, hidden) for ground in decision.grounds)


def ground_told(ground: Ground, decision: Decision, case: Case, law: Law, hidden: frozenset[str] = frozenset()) -> jurisdiction_note.Ground:
    return jurisdiction_note.Ground(
        title=routing.ground_title(ground, law),
        supports=_supports(ground, law),
        facts=wording.facts_in_words(ground.facts, decision, case.report, law, hidden),
        article=ground.article,
        source=ground.source,
        confidence=f"{titles.KINDS_OF_GROUND[ground.kind_of_ground]}, {titles.CONFIDENCES[ground.confidence]}",
    )


def _candidate(one: Candidate, decision: Decision, law: Law) -> jurisdiction_note.Candidate:
    return jurisdiction_note.Candidate(
        seat=_seat(one, law),
        track=titles.TRACKS[one.track],
        grounds=_speak_for(one, decision, law),
        outcome=routing.why_beaten(one, law) or "gekozen",
        rule=law.question(one.beaten_by) if one.beaten_by is not None else None,
    )


def _by_statute(one: Candidate, decision: Decision, law: Law) -> str:
    grounds = "; ".join(_speak_for(one, decision, law)) or "zonder opgetekende grond"
    place = ", plaats van het dossier" if one.of_the_place else ""
    return f"{titles.TRACKS[one.track]}: {_seat(one, law)} ({grounds}{place})"


def _seat(one: Candidate, law: Law) -> str:
    return f"{wording.title(law, one.prosecution_office) or 'geen parket'}; {wording.title(law, one.court) or 'geen rechtbank'}"


def _speak_for(one: Candidate, decision: Decision, law: Law) -> tuple[str, ...]:
    return tuple(dict.fromkeys(routing.ground_title(decision.grounds[at], law) for at in one.grounds))


def _supports(ground: Ground, law: Law) -> str:
    supports = ground.supports
    parts = (
        wording.arrondissement(law, supports.arrondissement) if supports.arrondissement else None,
        wording.title(law, supports.prosecution_office),
        wording.title(law, supports.court),
    )
    return "; ".join(part for part in parts if part) or "geen bepaald parket"


def _rules(decision: Decision, case: Case, law: Law, hidden: frozenset[str]) -> tuple[jurisdiction_note.Rule, ...]:
    return tuple(rule_told(number, step, decision, case, law, hidden) for number, step in enumerate(decision.steps, start=1))


def rule_told(
    number: int, step: Step, decision: Decision, case: Case, law: Law, hidden: frozenset[str] = frozenset()
) -> jurisdiction_note.Rule:
    return jurisdiction_note.Rule(
        number=number,
        question=routing.question(step.rule, law),
        about=report_words.subject(step.about, case.report) if step.about else None,
        answer=titles.STEP_OUTCOMES[step.outcome],
        because=routing.because(step, law),
        facts=wording.facts_in_words(step.facts, decision, case.report, law, hidden),
        citations=tuple(_citation(each) for each in step.citations),
    )


def _citation(citation: Citation) -> str:
    return f"{citation.citation}; {_in_force(citation.in_force_from, citation.in_force_until)}{titles.CONFIDENCES[citation.confidence]}"


def _in_force(first: date | None, until: date | None) -> str:
    """`until` is the first day on which it no longer applies, and is named as such."""
    if first is None and until is None:
        return ""
    begin = f"van {words.day(first)} " if first and until else f"vanaf {words.day(first)}" if first else ""
    return f"{begin}{f'tot {words.day(until)} (die dag niet inbegrepen)' if until else ''}; "


def _missing(case: Case, decision: Decision) -> tuple[str, ...]:
    """The facts that a warning asks for and that the report does not give."""
    named: dict[str, list[str]] = {}
    asking = [warning for warning in decision.warnings if warning.code != _OPEN_ANSWER]
    for path in dict.fromkeys(path for warning in asking for path in warning.facts):
        if not report_words.is_reported(path, case.report):
            named.setdefault(report_words.subject(path, case.report), []).append(report_words.field_name(path))
    return tuple(report_words.of_subject(subject, "; ".join(fields)) for subject, fields in named.items())


PAPER = Paper(kind="jurisdiction_note", action="makeDocument", context=context)
