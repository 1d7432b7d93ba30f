"""The life of a file: the whole table, where suspects stand, and what stays true whatever happens."""

from datetime import date
from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from docket import life
from docket.access import Action
from docket.cases import CaseStatus
from docket.life import Stands
from docket.transitions import (
    ACTS,
    ACTS_OF_THEIR_OWN,
    CAUSES,
    ENDED,
    EVENTS,
    GUARDS,
    PAPERS,
    STATUSES,
    TRANSITIONS,
    WEIGHT,
    Asked,
    At,
    Known,
    Paper,
    Verb,
)
from routing import RequisitionsFile, Track, excluded_acts, motives_on
from routing.dated import TitledSource
from routing.requisition_rows import ExcludedAct
from tests.builders import a_report

TODAY = date(2026, 11, 24)
KNOWN = Known(decision_seq=1, today=TODAY, motives=frozenset({"02"}), excluded_acts={"houseSearch": "Art. 28septies Sv."})
#: By hand from the research on the life of a file, its lists of states ("leaves by") and of transitions; S-numbers are its own.
FROM_THE_RESEARCH = """
S0 S1 | S0 S9 | S0 S8
S1 S2 | S1 S3 | S1 S5 | S1 S7 | S1 S8 | S1 S10 | S1 S11
S2 S1 | S2 S3
S3 S4 | S3 S7 | S3 S11
S4 S5 | S4 S12 | S4 S13 | S4 S3 | S4 S6a
S5 S6
S6 S14 | S6 S15 | S6 S16
S6a S16 | S6a S18
S7 S6 | S7 S1 | S7 S3
S8 S1
S9 S1
S10 S17 | S10 S1
S11 S1
S12 S3
S13 S16
S14 S5 | S14 S6
S15 S16 | S15 S18
S16 S17
S18 S15 | S18 S16
"""
#: Not in that list: opposition against a default on appeal, which its time limits presuppose (VERZ15, and CAS15 after a default).
FROM_THE_TIME_LIMITS = {("S15", "S14"), ("S14", "S15")}
#: "any -> verval", and "any (except S16) -> merge": nothing leaves S17, so it is in neither.
ANY = ("S0", "S1", "S2", "S3", "S4", "S5", "S6", "S6a", "S7", "S8", "S9", "S10", "S11", "S12", "S13", "S14", "S15", "S16", "S18")
#: Who, guards and document of each row that the research gives them for; the state itself is a guard of all.
GUARDED = {
    ("S0", "openInvestigation"): ("clerk", "decisionRecorded", "ontvangstbewijs"),
    ("S0", "duplicateFound"): ("clerk", "undisputed otherFileNamed itemsDecided", ""),
    ("S0", "dismiss"): ("prosecutor", "undisputed motiveNamed itemsDecided", "seponering"),
    ("S1", "requestAct"): ("prosecutor", "actAllowed", "vordering mini-instructie"),
    ("S1", "requireInquiry"): ("prosecutor", "requisitionProves", "vordering tot gerechtelijk onderzoek"),
    ("S1", "civilPartySeised"): ("clerk", "civilPartyProves", ""),
    ("S1", "summonDirectly"): (
        "prosecutor",
        "undisputed notForAssizes competenceConfirmed trackReferred",
        "rechtstreekse dagvaarding",
    ),
    ("S1", "dismiss"): ("prosecutor", "undisputed motiveNamed itemsDecided", "seponering"),
    ("S1", "offerSettlement"): ("prosecutor", "undisputed", "minnelijke schikking"),
    ("S1", "transferAccepted"): ("prosecutor", "", "overdracht"),
    ("S2", "evoke"): ("clerk", "orderProves", ""),
    ("S2", "requireInquiry"): ("prosecutor", "requisitionProves", "vordering tot gerechtelijk onderzoek"),
    ("S2", "civilPartySeised"): ("clerk", "civilPartyProves", ""),
    ("S3", "communicateFile"): ("clerk", "communicationProves", "eindvordering; verzoek tot regeling van de rechtspleging"),
    ("S3", "transferAccepted"): ("prosecutor", "", "overdracht"),
    # The order that refers is asked by the act that refers too: its day is the one on which the court is seised.
    ("S4", "referralOrdered"): ("clerk", "orderProves competenceConfirmed trackReferred", "dagvaarding na verwijzing"),
    ("S4", "nonProsecutionOrdered"): ("clerk", "orderProves itemsDecided", "beschikking"),
    ("S4", "sentToAssizes"): ("clerk", "indictmentProves competenceConfirmed trackReferred", ""),
    ("S5", "judgmentGiven"): ("clerk", "judgmentProves", "vonnis"),
    ("S6", "lodgeOpposition"): ("clerk", "oppositionProves", "akte van verzet"),
    ("S6", "lodgeAppeal"): ("clerk", "appealProves", "verzoekschrift hoger beroep of grievenformulier"),
    ("S6", "becomeFinal"): ("clerk", "periodsExpired", "attest"),
    ("S15", "becomeFinal"): ("clerk", "periodsExpired", "attest"),
    ("S18", "becomeFinal"): ("clerk", "periodsExpired", "attest"),
    # A file does not close over a seized item on which nobody decided: the register's own guard.
    ("S16", "extractSent"): ("clerk", "extractProves itemsDecided", "uittreksel vonnis"),
    # Opposition is one status at two stages: which, only the judgment that it is against tells.
    ("S14", "oppositionAdmitted"): ("clerk", "opposedInFirstInstance", ""),
    ("S14", "judgedAfterOpposition"): ("clerk", "opposedInFirstInstance", ""),
    ("S14", "judgedOnAppealAfterOpposition"): ("clerk", "opposedOnAppeal", ""),
    ("S15", "lodgeOpposition"): ("clerk", "defaultOnAppeal oppositionProves", "akte van verzet"),
    **{(start, "extinguished"): ("prosecutor", "causeNamed itemsDecided", "vaststelling van verval") for start in ANY},
    # The other file and its version are looked at by the act that joins.
    **{(start, "join"): ("prosecutor", "", "") for start in ANY if start != "S16"},
    ("", "undoJoinder"): ("prosecutor", "", ""),
}
#: Of the first list only: recorded from the paper that proves them; no guard but the state, no document.
UNGUARDED = {
    *{("S1", "startPlea"), ("S2", "actReturned"), ("S3", "startPlea"), ("S4", "internmentOrdered"), ("S4", "furtherInquiry")},
    *{("S6a", "becomeFinal"), ("S6a", "lodgeCassation"), ("S7", "pleaHomologated"), ("S7", "pleaRefused")},
    *{("S7", "pleaRefusedInInquiry"), ("S8", "reopen"), ("S9", "duplicateMistaken"), ("S10", "settlementLapsed")},
    *{("S11", "takenUp"), ("S12", "newCharges"), ("S13", "becomeFinal"), ("S15", "lodgeCassation"), ("S18", "quashed")},
}
#: Each guard with what breaks it: fields of Known, of At, of Asked.
BROKEN = {
    "decisionRecorded": ({"decision_seq": 0}, {}, {}),
    "undisputed": ({"in_conflict": True}, {}, {}),
    "notForAssizes": ({}, {"for_assizes": True}, {}),
    "competenceConfirmed": ({}, {"to_confirm": True}, {}),
    "trackReferred": ({}, {"referred": False}, {}),
    "motiveNamed": ({}, {}, {"motive": None}),
    "otherFileNamed": ({}, {}, {"other": None}),
    "actAllowed": ({}, {}, {"act": "houseSearch"}),
    "causeNamed": ({}, {}, {"cause": None}),
    "periodsExpired": ({}, {"open_for_final": "een termijn loopt nog"}, {}),
    "itemsDecided": ({"undecided_items": ("een wagen",)}, {}, {}),
    "defaultOnAppeal": ({}, {"by_default": False}, {}),
    "opposedInFirstInstance": ({}, {"stage": "appeal"}, {}),
    "opposedOnAppeal": ({}, {"stage": "firstInstance"}, {}),
}
#: The papers that prove, by the guard that asks for one.
PAPER_OF = {
    "requisitionProves": "requisition",
    "periodsExpired": "attest",
    "orderProves": "order",
    "indictmentProves": "judgment",
    "communicationProves": "order",
    "judgmentProves": "judgment",
    "oppositionProves": "oppositionDeed",
    "appealProves": "appealDeclaration",
    "extractProves": "extract",
    "civilPartyProves": "civilPartyDeed",
}
NUMBER = {row.code: row.number for row in STATUSES}


def numbered(row):
    return NUMBER[row.start], NUMBER[row.end] if row.end else ""


def test_the_table_holds_every_transition_of_the_research_and_no_other():
    expected = {tuple(pair.split()) for line in FROM_THE_RESEARCH.split("\n") for pair in line.split("|") if pair.strip()}
    expected |= FROM_THE_TIME_LIMITS
    expected |= {(start, "S17") for start in ANY}
    expected |= {(start, "") for start in ANY if start != "S16"} | {("", "")}

    assert {numbered(row) for row in TRANSITIONS} == expected


def test_each_row_has_the_guards_the_person_and_the_document_of_the_research_and_none_is_left_out():
    found = {(NUMBER[row.start], row.event): (row.who, " ".join(row.guards), row.document) for row in TRANSITIONS}

    assert len(found) == len(TRANSITIONS)
    assert found == GUARDED | dict.fromkeys(UNGUARDED, ("clerk", "", ""))
    assert not UNGUARDED & set(GUARDED)


def satisfying(row):
    """Of a transition: a file, a suspect and an event that every guard of it lets through."""
    paper = next((PAPER_OF[name] for name in row.guards if name in PAPER_OF), None)
    asked = Asked(motive="02", other="HAV-2026-000002", act="other", cause="death", paper=paper and Paper(kind=paper, dated_on=TODAY))
    stage = "firstInstance" if "opposedInFirstInstance" in row.guards else "appeal"
    return KNOWN, an_at(row.start, referred=True, final_on=TODAY, stage=stage, by_default=True), asked


@pytest.mark.parametrize("row", TRANSITIONS, ids=lambda row: f"{row.start}-{row.event}")
def test_each_transition_goes_when_its_guards_hold_and_is_refused_without_what_any_one_of_them_asks(row):
    known, at, asked = satisfying(row)
    through = "changeStatus" if row.verb == "referCase" else row.verb
    went = life.plan(Stands(status=row.start), [at], row.event, known, asked, chosen=[at.pair], by=through)
    assert ([move.event for move in went.moves], went.refusals) == ([row.event], ())

    for name in row.guards:
        of_known, of_at, of_asked = BROKEN.get(name, ({}, {}, {"paper": None}))
        replaced = (msgspec.structs.replace(one, **said) for one, said in ((known, of_known), (at, of_at), (asked, of_asked)))
        broken, there, said = replaced
        # An event that closes nothing by itself closes the file that it leaves to somebody who is closed.
        beside = [an_at("closed", "s9")] if name == "itemsDecided" and row.end != "closed" else []
        refused = life.plan(Stands(status=row.start), [there, *beside], row.event, broken, said, chosen=[at.pair], by=through)
        assert (refused.moves, len(refused.refusals)) == ((), 1), name


@pytest.mark.parametrize("event", ["referralOrdered", "sentToAssizes"])
def test_whoever_brings_a_track_before_its_court_has_the_paper_by_which_the_chamber_sent_it(event):
    at = an_at("settlementOfProcedure")
    bare = life.plan(Stands(status=at.status), [at], event, KNOWN, Asked(), by="referCase")
    proven = life.plan(Stands(status=at.status), [at], event, KNOWN, Asked(paper=Paper(kind="order", dated_on=TODAY)), by="referCase")

    assert (bare.moves, "beschikking" in bare.refusals[0]) == ((), True)
    assert [move.event for move in proven.moves] == [event]


def test_every_status_of_the_contract_has_one_row_and_every_event_of_the_table_a_title():
    assert [row.code for row in STATUSES] == sorted(get_args(CaseStatus), key=lambda code: WEIGHT[code])
    assert {row.event for row in TRANSITIONS} == set(EVENTS)
    assert {name for row in TRANSITIONS for name in row.guards} == set(GUARDS)
    assert len({(row.start, row.event) for row in TRANSITIONS}) == len(TRANSITIONS)


def test_a_missing_notice_number_or_municipality_is_a_warning_and_stops_nothing():
    bare = Known(decision_seq=1, today=TODAY, notice_number=None, municipality=False)
    done = life.plan(Stands(status="registered"), [an_at("registered")], "openInvestigation", bare, Asked())

    assert (done.stands.status, done.refusals) == ("investigation", ())
    assert len(life.warnings(bare)) == 2
    assert life.warnings(Known(decision_seq=1, today=TODAY, notice_number="AN.60.L1.001/2026")) == ()


def asked_for_all():
    return Asked(motive="02", other="HAV-2026-000002", act="other", cause="death", paper=Paper(kind="judgment", dated_on=TODAY))


def an_at(status="investigation", person="s1", offence="o1", **facts):
    return At(pair=(person, offence), status=status, **facts)


OWN = [row for row in TRANSITIONS if not life.is_bare(row)]


@pytest.mark.parametrize("row", OWN, ids=lambda row: f"{row.start}-{row.event}")
def test_every_event_that_has_an_act_of_its_own_is_refused_as_a_bare_event_and_told_where_it_is_entered(row):
    act = ACTS_OF_THEIR_OWN[row.verb]
    for kind in PAPERS:
        asked = msgspec.structs.replace(asked_for_all(), paper=Paper(kind=kind, dated_on=TODAY))
        bare = life.plan(Stands(status=row.start), [an_at(row.start, referred=True, final_on=TODAY)], row.event, KNOWN, asked)

        assert (bare.moves, bare.stands.status) == ((), row.start)
        assert f"…/{act.page}; API: POST /cases/{{caseNumber}}/{act.api}" in " ".join(bare.refusals)


def test_a_judgment_a_remedy_finality_after_them_and_an_extract_come_by_their_acts_and_by_nothing_else():
    """What has rows in the register: the table says by which act each comes; only an internment becomes final by its paper."""
    of = {event: {(row.start, row.verb) for row in TRANSITIONS if row.event == event} for event in EVENTS}

    judged = {"judgmentGiven": "trialCourt", "pleaHomologated": "guiltyPlea", "quashed": "cassation"}
    judged |= {"judgedAfterOpposition": "opposition", "judgedOnAppealAfterOpposition": "opposition"}
    assert {event: of[event] for event in judged} == {event: {(start, "enterJudgment")} for event, start in judged.items()}
    assert {verb for event in ("lodgeOpposition", "lodgeAppeal", "lodgeCassation") for _, verb in of[event]} == {"lodgeRemedy"}
    assert of["becomeFinal"] == {
        *((start, "establishFinal") for start in ("judged", "appeal", "assizes", "cassation")),
        ("internment", "changeStatus"),
    }
    assert of["extractSent"] == {("final", "sendExtract")}
    assert {row.verb for row in TRANSITIONS} - {"changeStatus"} == set(ACTS_OF_THEIR_OWN) <= set(get_args(Action))


def test_what_the_list_of_statuses_does_not_name_says_so_and_claims_no_certainty():
    unlisted = [row for row in TRANSITIONS if numbered(row) in FROM_THE_TIME_LIMITS]

    assert len(unlisted) == len(FROM_THE_TIME_LIMITS)
    assert {row.confidence for row in unlisted} == {"likely", "unverified"}
    assert all("niet in de nagekeken lijst" in row.remark for row in unlisted)
    others = [row for row in TRANSITIONS if row.remark and row not in unlisted]
    # "Mitigating circumstances where old Code": what the register leaves to whoever reads the order.
    assert [(numbered(row), "verzachtende omstandigheden" in row.remark) for row in others] == [(("S4", "S5"), True)]


@pytest.mark.parametrize(
    ("stage", "by_default", "status"),
    [("appeal", True, "opposition"), ("appeal", False, "appeal"), ("afterOpposition", True, "appeal"), ("firstInstance", True, "appeal")],
)
def test_on_appeal_opposition_is_open_against_a_first_default_of_that_stage_only(stage, by_default, status):
    deed = Asked(paper=Paper(kind="oppositionDeed", dated_on=TODAY))
    at = an_at("appeal", stage=stage, by_default=by_default)

    assert life.plan(Stands(status="appeal"), [at], "lodgeOpposition", KNOWN, deed, by="lodgeRemedy").stands.status == status
    assert "lodgeOpposition" in {one.event for one in life.following([at], KNOWN) if bool(one.refusals) != (status == "opposition")}


@pytest.mark.parametrize(
    ("stage", "possible"),
    [("appeal", {"judgedOnAppealAfterOpposition"}), ("firstInstance", {"judgedAfterOpposition", "oppositionAdmitted"})],
)
def test_after_an_opposition_the_court_judges_whose_default_it_was(stage, possible):
    ways = {"judgedOnAppealAfterOpposition", "judgedAfterOpposition", "oppositionAdmitted"}
    found = life.following([an_at("opposition", stage=stage, by_default=True)], KNOWN)

    assert {one.event for one in found if one.event in ways and not one.refusals} == possible


def test_an_extract_is_told_by_its_paper_only_where_the_register_has_no_judgment():
    paper = Asked(paper=Paper(kind="extract", dated_on=TODAY))
    interned = an_at("final", without_judgment=True)

    assert life.plan(Stands(status="final"), [interned], "extractSent", KNOWN, paper).stands.status == "closed"
    assert life.plan(Stands(status="final"), [an_at("final")], "extractSent", KNOWN, paper).moves == ()


@pytest.mark.parametrize(
    ("event", "at", "known", "asked", "says"),
    [
        ("dismiss", an_at(), KNOWN, Asked(), "motief"),
        ("dismiss", an_at(), KNOWN, Asked(motive="99"), "99"),
        ("duplicateFound", an_at("registered"), KNOWN, Asked(), "nummer"),
        ("requestAct", an_at(), KNOWN, Asked(), "welke handeling"),
        ("requestAct", an_at(), KNOWN, Asked(act="houseSearch"), "huiszoeking"),
        ("extinguished", an_at(), KNOWN, Asked(), "vervalt"),
        ("extinguished", an_at(), KNOWN, Asked(cause="settlementPaid"), "schikking"),
        ("becomeFinal", an_at("judged"), KNOWN, Asked(paper=Paper(kind="letter", dated_on=TODAY)), "attest"),
        ("becomeFinal", an_at("judged"), KNOWN, Asked(paper=Paper(kind="attest", dated_on=date(2026, 11, 25))), "na vandaag"),
        ("offerSettlement", an_at(), Known(decision_seq=1, today=TODAY, offered_to="Limburg"), Asked(), "Limburg"),
        ("dismiss", an_at(), Known(decision_seq=1, today=TODAY, in_conflict=True), Asked(motive="02"), "bevoegdheidsgeschil"),
        ("openInvestigation", an_at("registered"), Known(decision_seq=0, today=TODAY), Asked(), "beslissing over de bevoegdheid"),
        ("summonDirectly", an_at(), KNOWN, Asked(), "Verwijzen"),
        ("summonDirectly", an_at(referred=True, for_assizes=True), KNOWN, Asked(), "assisen"),
        ("summonDirectly", an_at(referred=True, to_confirm=True), KNOWN, Asked(), "magistraat"),
        ("judgmentGiven", an_at(), KNOWN, Asked(), "Van daar kan"),
        ("extractSent", an_at("closed"), KNOWN, Asked(), "gaat niets meer verder"),
        ("transferAccepted", an_at(), KNOWN, Asked(), "POST /cases/{caseNumber}/transfer-answers"),
        ("judgmentGiven", an_at("trialCourt"), KNOWN, asked_for_all(), "POST /cases/{caseNumber}/judgments"),
        ("lodgeAppeal", an_at("judged"), KNOWN, asked_for_all(), "POST /cases/{caseNumber}/remedies"),
        ("extractSent", an_at("final"), KNOWN, asked_for_all(), "“uittreksel verzenden” (op het dossier: …/vonnissen"),
        ("nonsense", an_at(), KNOWN, Asked(), "bestaat niet"),
    ],
)
def test_a_guard_refuses_with_its_reason_and_moves_nobody(event, at, known, asked, says):
    stands = Stands(status=at.status)
    refused = life.plan(stands, [at], event, known, asked, by="establishFinal" if event == "becomeFinal" else "changeStatus")

    assert (refused.stands, refused.moves) == (stands, ())
    assert says in " ".join(refused.refusals)


def test_every_act_that_art_28septies_excludes_is_refused_with_what_excludes_it_and_another_one_is_not(law):
    excluded = {code: row.citation for code, row in excluded_acts(law.law.requisitions, TODAY).items()}
    known = msgspec.structs.replace(KNOWN, excluded_acts=excluded)
    told = {act: GUARDS["actAllowed"].test(known, an_at(), Asked(act=act)) for act in ACTS}

    assert {act for act, why in told.items() if why is None} == {"other"}
    assert "huiszoeking (art. 28septies Sv., na vernietiging van de opname van 2016 door GwH 148/2017)" in (told["houseSearch"] or "")


def test_an_act_that_is_excluded_for_some_days_only_is_refused_on_these_days_only():
    version = TitledSource(
        title_nl="x", citation="Art. 1", source="s", confidence="unverified", in_force_from=TODAY, in_force_until=date(2026, 11, 25)
    )
    file = RequisitionsFile(excluded_act=(ExcludedAct(code="houseSearch", version=(version,)),))

    assert [list(excluded_acts(file, date(2026, 11, day))) for day in (23, 24, 25)] == [[], ["houseSearch"], []]


def test_motives_are_twenty_five_of_which_the_first_twelve_are_technical(law):
    motives = motives_on(law.law.dismissal, TODAY)

    assert list(motives) == [f"{number:02}" for number in range(1, 26)]
    assert {code for code, motive in motives.items() if motive.sort == "technical"} == {f"{number:02}" for number in range(1, 13)}
    assert {(motive.words_confidence, motive.code_confidence) for motive in motives.values()} == {("likely", "unverified")}


def test_each_cause_that_ends_the_action_in_the_register_is_dated_law_data(law):
    assert set(CAUSES) == {row.code for row in law.law.extinction.cause}


def test_a_motive_that_the_law_of_the_day_does_not_list_dismisses_nobody():
    other = msgspec.structs.replace(KNOWN, motives=frozenset())

    assert (
        "Het motief 02 bestaat niet op 24/11/2026"
        in life.plan(Stands(status="investigation"), [an_at()], "dismiss", other, Asked(motive="02")).refusals[0]
    )


@pytest.mark.parametrize(
    ("courts", "words"),
    [
        (["antwerpCorrectional"], "bij de correctionele rechtbank"),
        (["youthAntwerp"], "bij de jeugdrechtbank"),
        (["antwerpCorrectional", "youthAntwerp"], "bij de rechtbank"),
        ([None], "bij de rechtbank"),
    ],
)
def test_a_minor_is_before_the_youth_court_and_never_before_a_correctional_one(law, courts, words):
    tracks = [Track(track="ordinary", persons=(), prosecution_office="antwerpPort", court=court) for court in courts]

    assert life.status_title("trialCourt", tracks, law.law) == words
    assert life.status_title("judged", tracks, law.law) == "vonnis uitgesproken"


def test_one_suspect_is_dismissed_while_the_file_goes_on_with_the_other():
    ats = [an_at(person="s1"), an_at(person="s2")]
    done = life.plan(Stands(status="investigation"), ats, "dismiss", KNOWN, Asked(motive="02"), chosen=[("s1", "o1")])

    assert done.stands == Stands(status="investigation", rows={("s1", "o1"): "dismissed", ("s2", "o1"): "investigation"})


def test_a_file_is_final_only_once_everybody_is():
    attest = Asked(paper=Paper(kind="attest", dated_on=TODAY))
    ats = [an_at("judged", "s1"), an_at("appeal", "s2")]
    stands = Stands(status="appeal", rows={("s1", "o1"): "judged", ("s2", "o1"): "appeal"})
    first = life.plan(stands, ats, "becomeFinal", KNOWN, attest, chosen=[("s1", "o1")], by="establishFinal")
    assert first.stands.status == "appeal"

    ats = [an_at("final", "s1"), an_at("appeal", "s2")]
    assert life.plan(first.stands, ats, "becomeFinal", KNOWN, attest, by="establishFinal").stands == Stands(status="final")


def test_whoever_comes_into_a_file_after_it_ended_waits_as_registered():
    before = a_report(persons=[{"id": "s1", "role": "suspect"}], offences=[{"id": "o1", "offence": "portIntrusion"}])
    after = a_report(
        persons=[{"id": "s1", "role": "suspect"}, {"id": "s2", "role": "suspect"}], offences=[{"id": "o1", "offence": "portIntrusion"}]
    )
    found = life.after_facts(Stands(status="dismissed"), before, after)
    assert found == Stands(status="registered", rows={("s1", "o1"): "dismissed", ("s2", "o1"): "registered"})

    assert life.after_facts(Stands(status="investigation"), before, after) == Stands(status="investigation")
    assert life.after_facts(Stands(status="trialCourt"), before, after).rows[("s2", "o1")] == "registered"
    assert life.after_facts(found, after, before) == Stands(status="dismissed")


def test_no_clock_stops_but_by_bringing_the_case_before_its_court():
    stopping = {(row.start, row.end) for row in TRANSITIONS if row.end and life.stops_clock(row.start, row.end)}

    assert stopping == {
        ("investigation", "trialCourt"),
        ("settlementOfProcedure", "trialCourt"),
        ("settlementOfProcedure", "assizes"),
        ("guiltyPlea", "judged"),
    }
    assert not any(row.end == "transferred" for row in TRANSITIONS if row.end and life.stops_clock(row.start, row.end))


def test_detained_suspects_and_pending_offers_are_checked():
    assert life.custody_fault(detained=True, title_or_limit=False) is not None
    assert life.custody_fault(detained=True, title_or_limit=True) is None
    assert life.custody_fault(detained=False, title_or_limit=False) is None
    assert life.owner_fault("brussels", "brussels") is not None
    assert life.owner_fault("brussels", "antwerpPort") is None


PAIRS = [("s1", "o1"), ("s1", "o2"), ("s2", "o1"), ("", "o3")]


def asked_for(event):
    names = [name for row in TRANSITIONS if row.event == event for name in row.guards if name in PAPER_OF]
    paper = Paper(kind=PAPER_OF[names[0]], dated_on=TODAY) if names else None
    return Asked(motive="02", other="HAV-2026-000002", act="other", cause="death", paper=paper)


@given(
    walk=st.lists(
        st.tuples(
            st.sampled_from(sorted(EVENTS)),
            st.sampled_from(get_args(Verb)),
            st.one_of(st.none(), st.lists(st.sampled_from(PAIRS), min_size=1, unique=True)),
            st.sampled_from([None, "firstInstance", "afterOpposition", "appeal"]),
        ),
        max_size=40,
    )
)
def test_whatever_happens_nobody_stands_further_than_his_file(walk):
    stands = Stands(status="registered")
    for event, by, chosen, stage in walk:
        there = life.positions(stands, PAIRS)
        ats = [At(pair=pair, status=status, referred=True, stage=stage, by_default=True) for pair, status in there.items()]
        done = life.plan(stands, ats, event, KNOWN, asked_for(event), chosen=chosen, by=by)
        assert bool(done.moves) != bool(done.refusals)
        after = life.positions(done.stands, PAIRS)
        moved = {(move.person, move.offence) for move in done.moves}
        assert all(after[pair] == there[pair] for pair in PAIRS if pair not in moved)
        assert all((move.before, move.event) in life.BY_START for move in done.moves)
        assert life.faults(done.stands, PAIRS) == ()
        assert all(WEIGHT[status] <= WEIGHT[done.stands.status] for status in after.values())
        if done.stands.status in ("final", "closed"):
            assert set(after.values()) <= ENDED
        stands = done.stands


def test_a_file_that_was_tampered_with_shows_who_stands_beyond_it():
    assert life.faults(Stands(status="investigation", rows={("s1", "o1"): "judged"}), [("s1", "o1")]) != ()
    assert life.faults(Stands(status="judged", rows={("s1", "o1"): "investigation"}), [("s1", "o1")]) != ()
    assert life.faults(Stands(status="investigation", rows={("s9", "o1"): "investigation"}), [("s1", "o1")]) != ()
