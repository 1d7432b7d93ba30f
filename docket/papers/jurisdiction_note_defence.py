"""The copy of the jurisdiction note for one suspect: his facts only."""

import msgspec

import routing
from docket import competence, defence_copy, report_words, titles
from docket.clock import court_day
from docket.papers import heads, legal, naming, wording
from docket.papers import jurisdiction_note as note
from docket.papers.known import Known
from docket.papers.paper import Paper, Wanted
from documents import jurisdiction_note_defence, words
from documents import legal as shapes
from documents.errors import MissingFact
from routing import Law, Track


def context(known: Known, wanted: Wanted) -> jurisdiction_note_defence.JurisdictionNoteDefence:
    case, stored, law, person = known.case, known.stored, known.law, wanted.about or ""
    report, decision = case.report, stored.decision
    share = defence_copy.share_of(report, decision, person, law)
    suspects = wording.suspects_of(case)
    if share is None or person not in suspects:
        raise MissingFact(
            "Afschrift voor de verdediging: kies een verdachte van dit dossier die voor een enkele persoon staat; "
            "splits een ingave voor meerdere personen eerst in personen."
        )
    unnamed = naming.unnamed(share.person, known)
    alone = tuple(ordinal for ordinal in competence.alone(decision) if ordinal in share.tracks)
    return jurisdiction_note_defence.JurisdictionNoteDefence(
        law=legal.stated(known, "jurisdiction_note_defence", shapes.NoteLaw),
        **heads.fields(known, wanted, notice_numbers=(report.notice_number,) if report.notice_number else ()),
        received_on=wording.received_on(case),
        registered_on=court_day(case.registered_at),
        decided_on=court_day(stored.decided_at),
        # By his id: the name of a minor stands on no copy.
        suspect=f"{report_words.designations(report)[person]} ({person})",
        name=None if unnamed else report_words.full_name(share.person),
        minor=unnamed,
        details=report_words.person_details(share.person),
        scope=titles.SCOPES[decision.scope],
        policy=law.policies[decision.policy].title_nl,
        tracks=tuple(_told_track(decision.tracks[ordinal], law) for ordinal in share.tracks),
        policy_alone=note.rests_on_policy(known, alone),
        recorded=note.recorded(known, alone),
        warnings=tuple(routing.message(warning, law) for warning in share.warnings if warning.code != note.POLICY_ALONE),
        places=tuple(note.place(row) for row in share.places),
        offences=tuple(note.offence(number, msgspec.structs.replace(row, persons=(person,)), law) for number, row in share.offences),
        grounds=tuple(note.ground_told(ground, decision, case, law) for ground in share.grounds),
        rules=tuple(note.rule_told(number, step, decision, case, law) for number, step in share.steps),
        law_digest=stored.law_digest,
        engine_version=stored.engine_version,
    )


def _told_track(track: Track, law: Law) -> str:
    office = wording.title(law, track.prosecution_office) or "parket nog te bepalen"
    court = wording.title(law, track.court) or "rechtbank nog te bepalen"
    return f"{words.capital(titles.TRACKS[track.track])}: {office}; {court}."


PAPER = Paper(kind="jurisdiction_note_defence", action="makeDocument", about="suspect", context=context)
