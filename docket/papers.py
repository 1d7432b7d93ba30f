"""Turns a case and its decision into what each document says; pure, and it never fills in a fact that is not known."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

import msgspec

import documents
import routing
from docket import competence, defence_copy, report_words, titles
from docket.cases import Case, received
from docket.clock import court_day
from docket.competence import Challenge, Confirmation
from docket.contract import Offence, Place, Report
from docket.time_limits import Clock, label
from docket.tracks import outcome, responsible
from documents import jurisdiction_note, jurisdiction_note_defence, receipt, transfer, words
from routing import Candidate, Citation, Decision, Ground, Law, Step, Track, UsedFact, explain

#: Its answer to a transfer lies outside Belgian procedure, and the register knows no authority to write to.
_ABROAD = "foreign"
_ENDS = {"lastDay": "ten laatste", "expires": "vervalt na", "firstDay": "niet vóór"}
#: The router's warning that no statutory ground carries the court.
_POLICY_ALONE = "policyAlone"
#: The router's warning that names what an open answer rests on, known or not, besides what it derived itself.
_OPEN_ANSWER = "openAnswerRestsOn"


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What the register knows to run in a file, for the office that takes it over."""

    #: When it was looked up: limits are started and met all the time.
    at: datetime
    #: Of each open clock, see `limit_line`.
    lines: tuple[str, ...] = ()
    #: What the office typed on its offer that is no clock of the register.
    typed: tuple[str, ...] = ()


class StoredDecision(Protocol):
    """What a paper needs of the decision as the register stores it."""

    @property
    def kind(self) -> str: ...
    @property
    def decision(self) -> Decision: ...
    @property
    def law_digest(self) -> str: ...
    @property
    def engine_version(self) -> str: ...
    @property
    def decided_at(self) -> datetime: ...
    @property
    def reason(self) -> str | None: ...
    @property
    def open_tracks(self) -> tuple[int, ...]: ...


def kinds_for(case: Case, decision: Decision) -> tuple[str, ...]:
    """The documents that exist for this file: a receipt and a jurisdiction note for each, a transfer where it lies outside."""
    always = ("receipt", "jurisdiction_note")
    return (*always, "transfer") if decision.scope == "outside" and _receiving(case, decision) else always


def about_one(kind: str) -> bool:
    """Is this a document about one suspect, who has to be named when it is asked for?"""
    return kind == "jurisdiction_note_defence"


def suspects_of(case: Case) -> dict[str, str]:
    """Id of each suspect who is one person -> his designation: for each of them a copy for the defence can be made."""
    named = report_words.designations(case.report)
    return {
        row.id or "": f"{named[row.id or '']} ({report_words.full_name(row) or row.id})"
        for row in case.report.persons
        if row.role == "suspect" and (row.count == 1 or report_words.full_name(row) is not None)
    }


def context_for(
    kind: str,
    case: Case,
    stored: StoredDecision,
    law: Law,
    about: str | None = None,
    *,
    confirmations: Sequence[Confirmation] = (),
    challenges: Sequence[Challenge] = (),
    limits: Limits | None = None,
) -> msgspec.Struct:
    """
    The context of a document; raises documents.MissingFact naming what must be known before it can be made.

    `about`: id of the suspect of a document about one. `confirmations`: those under this decision. `limits`: None = nobody looked.
    """
    match kind:
        case "receipt":
            return _receipt(case, stored, law)
        case "jurisdiction_note":
            return _jurisdiction_note(case, stored, law, _confirmed(case, stored.decision, confirmations, challenges, law))
        case "jurisdiction_note_defence":
            return _defence_copy(case, stored, law, about or "")
        case "transfer":
            return _transfer(case, stored, law, limits)
        case _:
            raise LookupError(f"Er is geen document {kind!r}; gekend zijn {', '.join(each.code for each in documents.KINDS)}.")


def _receipt(case: Case, stored: StoredDecision, law: Law) -> receipt.Receipt:
    return receipt.Receipt(
        office=_name(law, case.holding_office),
        case_number=case.case_number,
        notice_numbers=report_words.notice_numbers(case.report),
        reported_by=words.capital(report_words.reported_by(case.report)),
        received_on=_received_on(case),
        registered_on=court_day(case.registered_at),
        registered_at=report_words.hour(case.registered_at),
        responsible_offices=tuple(_name(law, code) for code in responsible(stored.decision)),
    )


def _jurisdiction_note(
    case: Case, stored: StoredDecision, law: Law, confirmed: tuple[jurisdiction_note.Confirmation, ...]
) -> jurisdiction_note.JurisdictionNote:
    report, decision = case.report, stored.decision
    explanation = explain(decision, law)
    return jurisdiction_note.JurisdictionNote(
        office=_name(law, case.holding_office),
        case_number=case.case_number,
        notice_numbers=report_words.notice_numbers(report),
        received_on=_received_on(case),
        registered_on=court_day(case.registered_at),
        seised_on=words.partial_day(report.seised_on) if report.seised_on else None,
        reported_by=words.capital(report_words.reported_by(report)),
        lead_authority=titles.LEAD_AUTHORITIES.get(report.lead_authority or ""),
        decided=outcome(decision) == "decided",
        decided_on=court_day(stored.decided_at),
        conclusion=explanation.short,
        reasons=explanation.reasons,
        scope=titles.SCOPES[decision.scope],
        port_area="geen havengebied" if decision.port_area == "none" else _title(law, decision.port_area),
        policy=law.policies[decision.policy].title_nl,
        tracks=tuple(_track(track, ordinal in stored.open_tracks, law) for ordinal, track in enumerate(decision.tracks)),
        policy_alone=bool(competence.alone(decision)),
        confirmations=confirmed,
        settled_because=stored.reason if stored.kind != "routed" else None,
        missing=_missing(case, decision),
        warnings=tuple(routing.message(warning, law) for warning in decision.warnings if warning.code != _POLICY_ALONE),
        summary=report.summary if (report.summary or "").strip() else None,
        places=_places(case),
        offences=_offences(case, law),
        persons=_persons(case),
        goods=report_words.goods(report),
        related_cases=report_words.related_cases(report),
        grounds=_grounds(decision, case, law),
        candidates=tuple(_candidate(one, decision, law) for one in decision.candidates),
        statute_only=tuple(_by_statute(one, decision, law) for one in routing.statute_only(decision).candidates),
        rules=_rules(decision, case, law),
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
                court=_name(law, track.court),
                struck=_struck(struck, challenges, law) if struck else None,
                by=titles.who(answer.confirmed_by) if answer else None,
                confirmed_on=court_day(answer.confirmed_at) if answer else None,
                ground=_recorded(answer, law) if answer and answer.ground else None,
                facts=_rested_on(answer, case, law) if answer else (),
                risk=answer.reason if answer else None,
            )
        )
    return tuple(found)


def _struck(ruling_id: int, challenges: Sequence[Challenge], law: Law) -> str:
    [ruling] = [ruling for challenge in challenges for ruling in challenge.rulings if ruling.id == ruling_id]
    ecli = f" ({ruling.ecli})" if ruling.ecli else ""
    return f"{titles.RULINGS[ruling.ruling]}; {_name(law, ruling.court)}, {words.day(ruling.ruled_on)}{ecli}"


def _recorded(answer: Confirmation, law: Law) -> str:
    where = f"; voor het {_arrondissement(law, answer.arrondissement)}" if answer.arrondissement else ""
    return f"{competence.title_of(answer.ground or '', law)}; {answer.article}{where}"


def _rested_on(answer: Confirmation, case: Case, law: Law) -> tuple[str, ...]:
    said = (answer.facts,) if answer.facts else ()
    if answer.fact_path is None:
        return said
    value = _value(UsedFact(path=answer.fact_path, value=answer.fact_value), {}, law)
    return (*said, f"{report_words.fact_name(answer.fact_path, case.report)}: {value}")


def _defence_copy(case: Case, stored: StoredDecision, law: Law, person: str) -> jurisdiction_note_defence.JurisdictionNoteDefence:
    report, decision = case.report, stored.decision
    share = defence_copy.share_of(report, decision, person, law)
    suspects = suspects_of(case)
    if share is None or person not in suspects:
        raise documents.MissingFact(
            "Afschrift voor de verdediging: kies een verdachte van dit dossier die voor een enkele persoon staat; "
            "splits een ingave voor meerdere personen eerst in personen."
        )
    alone = competence.alone(decision)
    return jurisdiction_note_defence.JurisdictionNoteDefence(
        office=_name(law, case.holding_office),
        case_number=case.case_number,
        notice_number=report.notice_number,
        received_on=_received_on(case),
        registered_on=court_day(case.registered_at),
        decided_on=court_day(stored.decided_at),
        # By his id: the name of a minor stands on no copy.
        suspect=f"{report_words.designations(report)[person]} ({person})",
        name=None if share.unnamed else report_words.full_name(share.person),
        minor=share.unnamed,
        details=report_words.person_details(share.person),
        scope=titles.SCOPES[decision.scope],
        policy=law.policies[decision.policy].title_nl,
        tracks=tuple(_told_track(decision.tracks[ordinal], law) for ordinal in share.tracks),
        policy_alone=any(ordinal in alone for ordinal in share.tracks),
        warnings=tuple(routing.message(warning, law) for warning in share.warnings if warning.code != _POLICY_ALONE),
        places=tuple(_place(row) for row in share.places),
        offences=tuple(_offence(number, msgspec.structs.replace(row, persons=(person,)), law) for number, row in share.offences),
        grounds=tuple(_ground(ground, decision, case, law) for ground in share.grounds),
        rules=tuple(_rule(number, step, decision, case, law) for number, step in share.steps),
        law_digest=stored.law_digest,
        engine_version=stored.engine_version,
    )


def _told_track(track: Track, law: Law) -> str:
    office = _title(law, track.prosecution_office) or "parket nog te bepalen"
    court = _title(law, track.court) or "rechtbank nog te bepalen"
    return f"{words.capital(titles.TRACKS[track.track])}: {office}; {court}."


def _transfer(case: Case, stored: StoredDecision, law: Law, limits: Limits | None) -> transfer.Transfer:
    decision = stored.decision
    receiving = _receiving(case, decision)
    if decision.scope != "outside":
        raise documents.MissingFact(
            "Overdracht: dit dossier ligt volgens de beslissing niet buiten de havencriminaliteit; er is niets over te dragen."
        )
    if not receiving:
        raise documents.MissingFact(f"Overdracht: {_why_nobody_receives(case, decision)}")
    offices = tuple(dict.fromkeys(track.prosecution_office or "" for track in receiving))
    return transfer.Transfer(
        office=_name(law, case.holding_office),
        to_offices=tuple(_name(law, code) for code in offices),
        case_number=case.case_number,
        notice_numbers=report_words.notice_numbers(case.report),
        received_on=_received_on(case),
        registered_on=court_day(case.registered_at),
        decided_on=court_day(stored.decided_at),
        reported_by=words.capital(report_words.reported_by(case.report)),
        recipients=tuple(
            transfer.Recipient(
                office=_name(law, track.prosecution_office or ""),
                track=titles.TRACKS[track.track],
                persons=track.persons,
                court=_title(law, track.court),
            )
            for track in receiving
        ),
        ordinary_office=any(_is_of_a_territory(track, law) for track in receiving),
        offences=tuple(
            transfer.Offence(number=row.number, title=row.title, period=row.period, place=_where(case, row.place))
            for row in _offences(case, law)
        ),
        suspects=_suspects(case),
        reasons=explain(decision, law).reasons,
        grounds=tuple(
            transfer.Ground(
                title=routing.ground_title(ground, law), article=ground.article, confidence=titles.CONFIDENCES[ground.confidence]
            )
            for ground in decision.grounds
            if ground.supports.prosecution_office in offices
        ),
        limits_at=f"{words.day(court_day(limits.at))} om {report_words.hour(limits.at)}" if limits is not None else None,
        time_limits=limits.lines if limits is not None else (),
        other_limits=limits.typed if limits is not None else (),
        missing=_missing_for_transfer(case),
        pieces=_pieces(case),
    )


def limit_line(clock: Clock, law: Law) -> str:
    """An open clock with its last day or instant, its article and its strict reading; the person by his id only."""
    answer = clock.answer
    strict = (answer.alarm_on, answer.alarm_at) != (answer.due_on, answer.due_at)
    beside = f"; volgens een strengere lezing {_end(answer.alarm_on, answer.alarm_at)}" if strict else ""
    stands = f"; geschorst sinds {words.day(clock.suspended_on)}" if clock.suspended_on is not None else ""
    return f"{words.capital(label(clock, law))}: {_ENDS[answer.says]} {_end(answer.due_on, answer.due_at)}{beside}{stands}"


def _end(on: date, at: datetime | None) -> str:
    return f"{words.day(on)} om {report_words.hour(at)}" if at is not None else words.day(on)


def _received_on(case: Case) -> str | None:
    day, _ = received(case.report, case.entered_on)
    return report_words.received_on(case.report, words.day(day))


def _track(track: Track, still_open: bool, law: Law) -> jurisdiction_note.Track:
    return jurisdiction_note.Track(
        title=titles.TRACKS[track.track],
        persons=track.persons,
        office=_title(law, track.prosecution_office),
        court=_title(law, track.court),
        no_court_because=None if still_open or track.court else "geen rechtbank aan te wijzen door dit register",
    )


def _places(case: Case) -> tuple[jurisdiction_note.Place, ...]:
    return tuple(_place(row) for row in case.report.places)


def _place(row: Place) -> jurisdiction_note.Place:
    return jurisdiction_note.Place(id=row.id or "", role=titles.PLACE_ROLES.get(row.role or ""), description=report_words.place(row))


def _offences(case: Case, law: Law) -> tuple[jurisdiction_note.Offence, ...]:
    return tuple(_offence(number, row, law) for number, row in enumerate(case.report.offences, start=1))


def _offence(number: int, row: Offence, law: Law) -> jurisdiction_note.Offence:
    return jurisdiction_note.Offence(
        number=number,
        title=_title(law, row.offence),
        period=words.period(row.committed_from, row.committed_until),
        place=row.place,
        persons=row.persons or (),
        details=report_words.offence_details(row),
    )


def _persons(case: Case) -> tuple[jurisdiction_note.Person, ...]:
    named = report_words.designations(case.report)
    return tuple(
        jurisdiction_note.Person(
            id=row.id or "",
            designation=named[row.id or ""],
            name=report_words.full_name(row),
            details=report_words.person_details(row),
        )
        for row in case.report.persons
    )


def _suspects(case: Case) -> tuple[transfer.Suspect, ...]:
    named = report_words.designations(case.report)
    return tuple(
        transfer.Suspect(
            id=row.id or "", designation=named[row.id or ""], count=report_words.how_many(row), custody=report_words.custody(row)
        )
        for row in case.report.persons
        if row.role == "suspect"
    )


def _grounds(decision: Decision, case: Case, law: Law) -> tuple[jurisdiction_note.Ground, ...]:
    return tuple(_ground(ground, decision, case, law) for ground in decision.grounds)


def _ground(ground: Ground, decision: Decision, case: Case, law: Law) -> jurisdiction_note.Ground:
    return jurisdiction_note.Ground(
        title=routing.ground_title(ground, law),
        supports=_supports(ground, law),
        facts=facts_in_words(ground.facts, decision, case.report, law),
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
    return f"{_title(law, one.prosecution_office) or 'geen parket'}; {_title(law, one.court) or 'geen rechtbank'}"


def _speak_for(one: Candidate, decision: Decision, law: Law) -> tuple[str, ...]:
    return tuple(dict.fromkeys(routing.ground_title(decision.grounds[at], law) for at in one.grounds))


def _arrondissement(law: Law, name: str) -> str:
    """By the Dutch name of its title, whatever the district tables call it."""
    return law.arrondissement(name) or f"arrondissement {name}"


def _supports(ground: Ground, law: Law) -> str:
    supports = ground.supports
    parts = (
        _arrondissement(law, supports.arrondissement) if supports.arrondissement else None,
        _title(law, supports.prosecution_office),
        _title(law, supports.court),
    )
    return "; ".join(part for part in parts if part) or "geen bepaald parket"


def _rules(decision: Decision, case: Case, law: Law) -> tuple[jurisdiction_note.Rule, ...]:
    return tuple(_rule(number, step, decision, case, law) for number, step in enumerate(decision.steps, start=1))


def _rule(number: int, step: Step, decision: Decision, case: Case, law: Law) -> jurisdiction_note.Rule:
    return jurisdiction_note.Rule(
        number=number,
        question=routing.question(step.rule, law),
        about=report_words.subject(step.about, case.report) if step.about else None,
        answer=titles.STEP_OUTCOMES[step.outcome],
        because=routing.because(step, law),
        facts=facts_in_words(step.facts, decision, case.report, law),
        citations=tuple(_citation(each) for each in step.citations),
    )


def facts_in_words(used: tuple[UsedFact, ...], decision: Decision, report: Report, law: Law) -> tuple[str, ...]:
    """`plaats p1, kaai: 1742`, for each fact that a rule used."""
    grounds = {ground.code: routing.ground_title(ground, law) for ground in decision.grounds}
    return tuple(f"{report_words.fact_name(fact.path, report)}: {_value(fact, grounds, law)}" for fact in used)


def _value(fact: UsedFact, grounds: dict[str, str], law: Law) -> str:
    field = fact.path.rsplit("/", 1)[-1]
    if isinstance(fact.value, str) and field in ("offence", "portArea"):
        return _name(law, fact.value)
    if field == "grounds":
        return grounds.get(str(fact.value), "geen")
    return report_words.fact_value(fact.path, fact.value)


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


def _missing_for_transfer(case: Case) -> tuple[str, ...]:
    suspects = [row for row in case.report.persons if row.role == "suspect"]
    without_hour = [row.id or "" for row in suspects if row.custody in ("arrested", "remanded") and "T" not in (row.arrested_at or "")]
    unnamed = [row.id or "" for row in suspects if report_words.full_name(row) is None]
    undated = [
        f"misdrijf {number}" for number, row in enumerate(case.report.offences, start=1) if not (row.committed_from or row.committed_until)
    ]
    found = (
        None if report_words.notice_numbers(case.report) else "het notitienummer",
        f"de periode van {words.listing(undated)}" if undated else None,
        f"het uur van de vrijheidsberoving van {words.ids(without_hour)}" if without_hour else None,
        f"de identiteit van {words.ids(unnamed)}" if unnamed else None,
    )
    return tuple(each for each in found if each)


def _pieces(case: Case) -> tuple[transfer.Piece, ...]:
    references = [("stuk met dit notitienummer", number) for number in report_words.notice_numbers(case.report)]
    references.append(("bevoegdheidsnota van dit register", case.case_number))
    return tuple(
        transfer.Piece(number=number, description=words.capital(description), reference=reference, pages=None)
        for number, (description, reference) in enumerate(references, start=1)
    )


def _receiving(case: Case, decision: Decision) -> tuple[Track, ...]:
    """The tracks whose office is another one than the office that holds the file."""
    return tuple(track for track in decision.tracks if track.prosecution_office not in (None, _ABROAD, case.holding_office))


def _is_of_a_territory(track: Track, law: Law) -> bool:
    office = law.offices.get(track.prosecution_office or "")
    return track.track == "ordinary" and office is not None and office.kind == "ordinary"


def _why_nobody_receives(case: Case, decision: Decision) -> str:
    offices = {track.prosecution_office for track in decision.tracks}
    if _ABROAD in offices:
        return "de feiten liggen in het buitenland; het register kent de buitenlandse overheid niet die het dossier zou ontvangen."
    if case.holding_office in offices:
        return "het bevoegde parket houdt dit dossier al."
    return (
        "geen enkel spoor heeft een bevoegd parket. Vul de plaats van het feit aan (gemeente, haven of kaai), "
        "of laat een magistraat het parket aanwijzen in 'te beslissen'."
    )


def _where(case: Case, place_id: str | None) -> str | None:
    """With its id, by which the reasons name it."""
    described = next((report_words.place(row) for row in case.report.places if row.id == place_id), None)
    return f"plaats {place_id}: {described or 'niet omschreven'}" if place_id else None


def _name(law: Law, code: str) -> str:
    """The Dutch title of a code of the law, or the code itself where the law in force has no title for it."""
    return law.title(code) or code


def _title(law: Law, code: str | None) -> str | None:
    return _name(law, code) if code else None
