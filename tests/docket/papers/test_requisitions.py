"""The requisitions and summonses of the prosecutor, from a real incident: when they exist, what they lack, and what they say."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec
import pytest

import documents
import routing
from docket import competence, life, papers
from docket.cases import Case, facts_of, numbered
from docket.clock import COURT_ZONE, court_day
from docket.contract import Offence, Origin, Person, Place, Report, Residence
from docket.hearings import Hearing
from docket.life import Stands
from docket.papers.paper import Missing
from docket.requests import Request
from docket.store.documents import MadePaper
from docket.store.entries import SaidLine
from docket.transitions import Paper
from documents import templates
from documents.direct_summons import DirectSummonsTyped
from documents.final_requisition import FinalRequisitionTyped
from documents.judicial_inquiry_request import JudicialInquiryRequestTyped
from documents.mini_inquiry_request import MiniInquiryRequestTyped
from documents.police_instruction import PoliceInstructionTyped
from documents.referral_summons import ReferralSummonsTyped
from documents.settling_request import SettlingRequestTyped
from routing import Track
from tests.builders import an_address
from tests.documents import reading

AT = datetime(2026, 5, 4, 8, tzinfo=UTC)
COURT = "antwerpCorrectional"
HIS_NAME, OTHER_NAME, MINOR_NAME = "Verdachte Een", "Verdachte Twee", "Verdachte Drie"

DIRECT = DirectSummonsTyped(hearing=1, hearing_place="Bolivarplaats 20, zaal C", part="perpetrator")
REFERRED = ReferralSummonsTyped(hearing=1, hearing_place="zaal C", part="perpetrator", order_by="de raadkamer", order_on=date(2026, 4, 20))
INQUIRY = JudicialInquiryRequestTyped(
    judge="de deken van de onderzoeksrechters", court=COURT, acts=("verhoor",), annexes=("proces-verbaal AN.60.L1.001/2026",)
)
MINI = MiniInquiryRequestTyped(judge="rechter A", court=COURT, kind_of_act="other", act="telefoongegevens opvragen", reason="nodig")
POLICE = PoliceInstructionTyped(request=7, duties=("camerabeelden ophalen", "getuige horen"))
#: The minor of the file is not referred.
FINAL = FinalRequisitionTyped(judge="rechter A", court=COURT, outcome="referral", non_prosecution_for=("s3/1", "s3/2"))
SETTLING = SettlingRequestTyped(judge="rechter A", court=COURT, communicated_on=date(2026, 4, 30))


def a_suspect(**changes: Any) -> Person:
    person = Person(id="s1", role="suspect", kind="natural", count=1, given_names="Verdachte", family_name="Een", birth_date="1970-03-01")
    person = msgspec.structs.replace(person, residence=Residence(country="BE", municipality="Duffel"))
    return msgspec.structs.replace(person, **changes)


PEOPLE = (
    a_suspect(),
    a_suspect(id="s2", family_name="Twee"),
    a_suspect(id="s3", family_name="Drie", birth_date="2009-06-01", minor=True),
)
OFFENCES = (
    Offence(offence="portIntrusion", committed_from="2026-01-10", place="p1"),
    Offence(offence="drugPreparation", committed_from="2026-01-10", place="p1"),
)


def a_report(**changes: Any) -> Report:
    report = Report(
        origin=Origin(service="shippingPolice"),
        received_on="2026-01-11",
        places=(Place(id="p1", role="scene", text="terrein van Medrepair, Waaslandhaven", port="antwerp", municipality="Beveren"),),
        offences=OFFENCES,
        persons=PEOPLE,
    )
    return numbered(msgspec.structs.replace(report, **changes))


class Stored(msgspec.Struct, frozen=True, kw_only=True):
    decision: routing.Decision
    kind: str = "routed"
    law_digest: str = "0f" * 32
    engine_version: str = "3"
    decided_at: datetime = AT
    reason: str | None = None
    open_tracks: tuple[int, ...] = ()


def a_hearing(day: date = date(2026, 6, 1), summons: str = "summons", **changes: Any) -> Hearing:
    said: dict[str, Any] = {
        "id": 1,
        "chamber_id": 1,
        "court": COURT,
        "chamber": "AC4",
        "kind": "correctional",
        "starts_at": datetime(day.year, day.month, day.day, 9, tzinfo=COURT_ZONE),
        "summons": summons,
        "served_on": None,
        "first_lawful_on": None,
        "overbooked": None,
        "state": "set",
        "sequence": 0,
        "uid": "u",
        "reason": "r",
        "set_at": AT,
        "set_by": "user:1",
        "changed_at": None,
        "changed_by": None,
        "change_reason": None,
    }
    return Hearing(**(said | changes))


ORDER = Paper(kind="order", number="B12", dated_on=date(2026, 4, 20))
EVERYBODY = tuple((person, offence) for person in ("s1", "s2", "s3") for offence in ("o1", "o2"))


def a_line(
    event: str,
    paper: Paper | None = None,
    kind: str = "StatusChanged",
    seq: int = 5,
    pairs: tuple[tuple[str, str], ...] = EVERYBODY,
    **content: Any,
) -> SaidLine:
    moves = [{"person": person, "offence": offence, "event": event, "before": "x", "after": "y"} for person, offence in pairs]
    said = {"moves": moves, "paper": msgspec.to_builtins(paper) if paper else None} | content
    return SaidLine(seq=seq, kind=kind, entered_at=AT, entered_by="user:1", content=said)


def a_request(**changes: Any) -> Request:
    said: dict[str, Any] = {
        "id": 7,
        "office": "antwerpPort",
        "kind": "apostil",
        "addressee": "FGP Antwerpen",
        "address": None,
        "question": "wie was op de terminal?",
        "fact": None,
        "due_on": date(2026, 6, 1),
        "state": "asked",
        "asked_on": date(2026, 5, 2),
        "asked_at": AT,
        "asked_by": "user:1",
        "closed_at": None,
        "closed_by": None,
        "close_reason": None,
        "answers": (),
        "reminders": (),
        "open_links": 0,
    }
    return Request(**(said | changes))


def known(
    law,
    report: Report | None = None,
    status: str = "investigation",
    at: datetime = AT,
    alone: bool = False,
    rows: dict[tuple[str, str], str] | None = None,
    **said: Any,
) -> papers.Known:
    """`rows`: of whoever stands elsewhere than the file; `status` is the only entry's event where it is told by one."""
    report = report or a_report()
    case = Case(
        id=7,
        case_number="HAV-2026-000007",
        version=1,
        status=status,  # ty: ignore[invalid-argument-type]
        confidentiality="ordinary",
        holding_office="antwerpPort",
        registered_at=at,
        entered_on=court_day(at),
        report=report,
    )
    decision = routing.route(facts_of(report, case.entered_on), law.law)
    adults = tuple(person.id or "" for person in report.persons if person.role == "suspect" and person.minor is not True)
    minors = tuple(person.id or "" for person in report.persons if person.role == "suspect" and person.minor is True)
    tracks = [Track(track="ordinary", persons=adults, prosecution_office="antwerpPort", court=COURT)]
    tracks += [Track(track="youth", persons=minors, prosecution_office="antwerp", court="antwerpYouth")] if minors else []
    decision = msgspec.structs.replace(decision, tracks=tuple(tracks), policy_alone=(0,) if alone else (), warnings=())
    waiting = competence.waiting(decision, (), ())
    everybody = life.everybody(
        Stands(status=status, rows=rows or {}),  # ty: ignore[invalid-argument-type]
        report,
        decision.tracks,
        referred=(),
        to_confirm=waiting,
        for_assizes=life.assize_offences(law.law, decision.received_on),
    )
    found: dict[str, Any] = {"everybody": everybody, "hearings": (a_hearing(),), "requests": (a_request(),)}
    found |= {"addresses": (an_address(),)} | said
    return papers.Known(at=at, case=case, stored=Stored(decision=decision), law=law.law, **found)


def lacks(kind: str, file: papers.Known, typed: msgspec.Struct, about: str | None = None) -> tuple[Missing, ...]:
    return papers.paper_of(kind).missing(file, papers.Wanted(about=about, typed=typed))


def told(kind: str, file: papers.Known, typed: msgspec.Struct, about: str | None = None) -> str:
    return "; ".join(one.what for one in lacks(kind, file, typed, about))


def words_of(kind: str, file: papers.Known, typed: msgspec.Struct, about: str | None = None) -> str:
    context = papers.context_of(kind, file, papers.Wanted(about=about, typed=typed))
    return reading.words_of(documents.render(documents.kind_of(kind), context, templates.read(kind)))


def brought(law, report: Report | None = None, event: str = "referralOrdered", paper: Paper | None = ORDER, **said: Any) -> papers.Known:
    """A file that this event brought before its court."""
    return known(law, report, "trialCourt", lines=(a_line(event, paper, "CaseReferred"),), **said)


ALL = [
    ("direct_summons", "investigation", DIRECT, "s1"),
    ("referral_summons", "trialCourt", REFERRED, "s1"),
    ("judicial_inquiry_request", "investigation", INQUIRY, None),
    ("mini_inquiry_request", "investigation", MINI, None),
    ("police_instruction", "investigation", POLICE, None),
    ("final_requisition", "settlementOfProcedure", FINAL, None),
    ("settling_request", "settlementOfProcedure", SETTLING, None),
]


@pytest.mark.parametrize(("kind", "status", "typed", "about"), ALL)
def test_each_is_made_where_nothing_is_missing_and_names_no_minor(law, kind, status, typed, about):
    file = brought(law) if status == "trialCourt" else known(law, status=status)
    words = words_of(kind, file, typed, about)

    assert lacks(kind, file, typed, about) == ()
    assert "None" not in words
    assert MINOR_NAME not in words
    assert "1 juni 2009" not in words


@pytest.mark.parametrize(("kind", "status", "typed", "about"), ALL)
def test_each_says_everything_that_is_missing_at_once_with_where_to_fill_it_in(law, kind, status, typed, about):
    file = known(law, a_report(offences=(), persons=(a_suspect(family_name=None, given_names=None, birth_date=None),)), status)
    file = msgspec.structs.replace(file, hearings=(), requests=())
    found = lacks(kind, file, type(typed)(), about)

    assert len(found) > 1
    assert all(one.link for one in found)


@pytest.mark.parametrize(
    ("kind", "where"),
    [
        ("direct_summons", {"registered", "transferred", "investigation"}),
        ("judicial_inquiry_request", {"investigation", "miniInstruction"}),
        ("mini_inquiry_request", {"investigation"}),
        ("police_instruction", {"registered", "transferred", "investigation", "miniInstruction", "settlement", "guiltyPlea"}),
        ("final_requisition", {"settlementOfProcedure"}),
        ("settling_request", {"settlementOfProcedure"}),
    ],
)
def test_each_exists_only_where_the_file_stands_in_law_and_says_where(law, kind, where):
    paper = papers.paper_of(kind)
    refused = {status: papers.refusal(paper, known(law, status=status)) for status in life.WEIGHT}

    assert {status for status, why in refused.items() if why is None} == where
    assert "dit dossier staat op “gerechtelijk onderzoek”" in (refused["judicialInquiry"] or "")
    assert all("is er alleen in de stand" in why for why in refused.values() if why)


def test_each_summons_exists_before_the_court_only_for_whom_its_own_event_brought_there(law):
    direct, referral = papers.paper_of("direct_summons"), papers.paper_of("referral_summons")
    summoned, referred = brought(law, event="summonDirectly", paper=None), brought(law)

    assert papers.refusal(direct, summoned) is None
    assert "maak een dagvaarding na verwijzing" in (papers.refusal(direct, referred) or "")
    assert papers.refusal(referral, referred) is None
    assert "geen beschikking tot verwijzing" in (papers.refusal(referral, summoned) or "")
    assert "geen verwijzing in het register" in (papers.refusal(referral, known(law, status="trialCourt")) or "")
    assert "is er alleen in de stand “bij de rechtbank”" in (papers.refusal(referral, known(law, status="settlementOfProcedure")) or "")
    assert "is er alleen in de stand" in (papers.refusal(direct, brought(law, event="oppositionAdmitted", paper=None)) or "")


@pytest.mark.parametrize(
    ("today", "summons", "person", "first"),
    [
        # Clear days between service and hearing, counted by hand: ten from 21 May leave 1 June, ten from 22 May leave 2 June.
        (date(2026, 5, 21), "summons", {}, None),
        (date(2026, 5, 22), "summons", {}, "2 juni 2026"),
        # A detained defendant: three clear days.
        (date(2026, 5, 28), "summonsDetained", {"custody": "remanded"}, None),
        (date(2026, 5, 29), "summonsDetained", {"custody": "remanded"}, "2 juni 2026"),
        # Fifteen days more for the Netherlands, thirty for Spain, eighty for Colombia.
        (date(2026, 5, 6), "summons", {"residence": Residence(country="NL")}, None),
        (date(2026, 5, 7), "summons", {"residence": Residence(country="NL")}, "2 juni 2026"),
        (date(2026, 5, 4), "summons", {"residence": Residence(country="ES")}, "14 juni 2026"),
        (date(2026, 5, 4), "summons", {"residence": Residence(country="CO")}, "3 augustus 2026"),
    ],
)
def test_a_summons_refuses_a_hearing_inside_its_term_and_says_the_first_possible_day(law, today, summons, person, first):
    report = a_report(persons=(a_suspect(**person),))
    at = datetime(today.year, today.month, today.day, 8, tzinfo=UTC)
    found = told("direct_summons", known(law, report, at=at, hearings=(a_hearing(summons=summons),)), DIRECT, "s1")

    assert (found == "") is (first is None)
    assert first is None or f"wordt vandaag betekend, dan is {first} de eerste mogelijke dag" in found


def test_where_nobody_knows_in_which_country_he_lives_the_term_is_not_taken_for_that_of_belgium(law):
    away, detained = a_suspect(residence=None), a_suspect(residence=None, custody="remanded")
    partly = a_suspect(residence=Residence(municipality="Duffel"))

    for person in (away, partly):
        [asked] = lacks("direct_summons", known(law, a_report(persons=(person,))), DIRECT, "s1")
        assert (asked.link, "het land waar s1 verblijft" in asked.what) == ("verbeteren#personen", True)
    # Three days are not longer abroad.
    short = known(law, a_report(persons=(detained,)), hearings=(a_hearing(summons="summonsDetained"),))
    assert lacks("direct_summons", short, DIRECT, "s1") == ()


@pytest.mark.parametrize(
    ("today", "hearing", "serve", "first"),
    [
        # Three clear days before Friday 29 May: Monday 25 May, which is Whit Monday, so Friday 22 May.
        (date(2026, 5, 22), date(2026, 5, 29), "22 mei 2026", ""),
        (date(2026, 5, 23), date(2026, 5, 29), "", "op de eerste dag waarop men betekent, 26 mei 2026, betekend, dan is 30 mei 2026"),
        (date(2026, 5, 25), date(2026, 5, 29), "", "op de eerste dag waarop men betekent, 26 mei 2026, betekend, dan is 30 mei 2026"),
        (date(2026, 5, 23), date(2026, 6, 1), "28 mei 2026", ""),
    ],
)
def test_nobody_is_served_on_a_closed_day_so_the_last_day_is_the_working_day_before_and_the_first_one_counts_from_the_next(
    law, today, hearing, serve, first
):
    report = a_report(persons=(a_suspect(custody="remanded"),))
    at = datetime(today.year, today.month, today.day, 8, tzinfo=UTC)
    file = known(law, report, at=at, hearings=(a_hearing(hearing, summons="summonsDetained"),))

    if first:
        assert first in told("direct_summons", file, DIRECT, "s1")
    else:
        assert f"te betekenen uiterlijk op {serve}" in words_of("direct_summons", file, DIRECT, "s1")


def test_a_summons_says_its_term_the_distance_and_the_last_day_of_service(law):
    report = a_report(persons=(a_suspect(residence=Residence(country="NL", municipality="Rotterdam")),))
    words = words_of("direct_summons", known(law, report), DIRECT, "s1")

    assert "Dagvaardingstermijn → 10 dagen (art. 184 Sv.; art. 55 Ger.W.), verlengd met 15 dagen voor een verblijf in Nederland" in words
    assert "te betekenen uiterlijk op 6 mei 2026" in words


def test_the_short_term_of_a_defendant_who_is_free_needs_the_leave_of_the_president(law):
    file = known(law, hearings=(a_hearing(summons="summonsDetained"),))
    leave = msgspec.structs.replace(DIRECT, leave="beschikking van 3 mei 2026")

    assert "het verlof van de voorzitter" in told("direct_summons", file, DIRECT, "s1")
    assert "Verlof van de voorzitter → beschikking van 3 mei 2026" in words_of("direct_summons", file, leave, "s1")


def test_the_hearing_of_a_summons_is_one_that_is_set_for_the_file(law):
    cancelled = known(law, hearings=(a_hearing(state="cancelled"),))
    unknown = known(law, hearings=(a_hearing(id=2),))

    assert [one.link for one in lacks("direct_summons", cancelled, DIRECT, "s1")] == ["zitting"]
    assert [one.link for one in lacks("direct_summons", unknown, DIRECT, "s1")] == ["#hearing"]
    assert papers.paper_of("direct_summons").choices(known(law))["hearing"] == {
        "1": "1 juni 2026 om 9.00 uur, correctionele rechtbank Antwerpen, afdeling Antwerpen, kamer AC4"
    }


@pytest.mark.parametrize(
    ("kind", "status", "typed"), [("direct_summons", "investigation", DIRECT), ("referral_summons", "trialCourt", REFERRED)]
)
def test_a_route_still_to_confirm_blocks_summons_and_referral(law, kind, status, typed):
    file = brought(law, alone=True) if status == "trialCourt" else known(law, status=status, alone=True)

    assert "bevestig" in told(kind, file, typed, "s1")
    assert "bevestigen" in {one.link for one in lacks(kind, file, typed, "s1")}


def test_a_final_requisition_refers_nobody_on_a_route_still_to_confirm(law):
    file = known(law, status="settlementOfProcedure", alone=True)
    nobody = msgspec.structs.replace(FINAL, outcome="nonProsecution", non_prosecution_for=())

    assert {one.link for one in lacks("final_requisition", file, FINAL)} == {"bevestigen"}
    assert lacks("final_requisition", file, nobody) == ()


@pytest.mark.parametrize(
    ("committed", "article", "part"),
    [
        ("2026-01-10", "art. 546/1 Sw. (1867)", "art. 66 Sw. (1867)"),
        ("2026-09-02", "art. 419 Sw. (2024)", "art. 19 Sw. (2024)"),
    ],
)
def test_the_qualification_is_the_one_in_force_at_the_facts(law, committed, article, part):
    report = a_report(received_on="2026-10-01", offences=(Offence(offence="portIntrusion", committed_from=committed, place="p1"),))
    file = known(law, report, at=datetime(2026, 10, 5, 8, tzinfo=UTC), hearings=(a_hearing(date(2026, 11, 30)),))
    words = words_of("direct_summons", file, DIRECT, "s1")

    assert article in words
    assert f"Hoedanigheid → als dader of mededader ({part})" in words


def test_facts_on_both_sides_of_the_new_code_show_both_texts_and_leave_the_milder_law_to_the_court(law):
    offence = Offence(offence="portIntrusion", committed_from="2026-08-20", committed_until="2026-09-10", place="p1")
    file = known(
        law,
        a_report(received_on="2026-10-01", offences=(offence,)),
        at=datetime(2026, 10, 5, 8, tzinfo=UTC),
        hearings=(a_hearing(date(2026, 11, 30)),),
    )
    words = words_of("direct_summons", file, DIRECT, "s1")

    assert "art. 546/1 Sw. (1867)" in words
    assert "art. 419 Sw. (2024)" in words
    assert "art. 66 Sw. (1867); art. 19 Sw. (2024)" in words
    assert "beide kanten van 1 september 2026" in words
    assert "Mildere wet" in words


def test_an_act_that_was_no_offence_yet_is_not_charged(law):
    report = a_report(received_on="2016-02-01", offences=(Offence(offence="portIntrusion", committed_from="2016-01-10", place="p1"),))

    assert "pas strafbaar vanaf 12 juni 2016" in told("direct_summons", known(law, report), DIRECT, "s1")


def test_an_aggravated_form_is_chosen_by_the_maker_who_says_which_circumstance_it_is(law):
    chosen = msgspec.structs.replace(DIRECT, provisions=("o1/HAV2",))
    said = msgspec.structs.replace(chosen, circumstances=("1: de feiten werden 's nachts gepleegd",))

    assert "o1/HAV2" in papers.paper_of("direct_summons").choices(known(law))["provisions"]
    assert "art. 546/2" not in words_of("direct_summons", known(law), DIRECT, "s1")
    assert "de verzwarende omstandigheden" in told("direct_summons", known(law), chosen, "s1")
    assert "art. 546/2, § 1 Sw. (1867)" in words_of("direct_summons", known(law), said, "s1")
    assert "– de feiten werden 's nachts gepleegd" in words_of("direct_summons", known(law), said, "s1")


def test_a_circumstance_stands_under_its_own_count_and_every_aggravated_form_has_one(law):
    chosen = msgspec.structs.replace(DIRECT, provisions=("o1/HAV2",))
    loose = msgspec.structs.replace(chosen, circumstances=("'s nachts",))
    elsewhere = msgspec.structs.replace(chosen, circumstances=("2: 's nachts", "7: gewapend", "1:"))
    said = msgspec.structs.replace(chosen, circumstances=("1: 's nachts", "1: met twee"))
    words = words_of("direct_summons", known(law), said, "s1")

    assert {one.link for one in lacks("direct_summons", known(law), loose, "s1")} == {"#circumstances"}
    assert "het nummer van het feit voor “'s nachts”" in told("direct_summons", known(law), loose, "s1")
    found = told("direct_summons", known(law), elsewhere, "s1")
    assert "verzwaarde vorm van feit 1" in found
    assert "feit 7 hoort er niet bij" in found
    assert "de omstandigheid van feit 1 na “1:”" in found
    first, second = words.index("Feit 1."), words.index("Feit 2.")
    assert first < words.index("– 's nachts") < words.index("– met twee") < second
    assert words.count("verzwarende omstandigheden") == 1


@pytest.mark.parametrize(
    ("kind", "status", "typed", "about"), [("direct_summons", "investigation", DIRECT, "s1"), ("final_requisition", "", FINAL, None)]
)
def test_mitigating_circumstances_are_refused_where_no_crime_goes_before_the_correctional_court(law, kind, status, typed, about):
    typed = typed if about else msgspec.structs.replace(typed, non_prosecution_for=("s3/1",))
    pleaded = msgspec.structs.replace(typed, mitigating=("geen vroegere veroordeling",))
    status = status or "settlementOfProcedure"
    intrusion = known(law, a_report(offences=OFFENCES[:1]), status)
    # "The same penalties as the offence that is prepared": the catalogue does not hold how heavy that is, nor an article that is typed.
    preparing = known(law, a_report(offences=OFFENCES[1:]), status)
    unlisted = known(law, a_report(offences=(Offence(offence="other", committed_from="2026-01-10", place="p1"),)), status)
    named = msgspec.structs.replace(pleaded, articles=("1: art. 1 van de wet van 1 januari 2020",))

    assert lacks(kind, intrusion, typed, about) == ()
    assert [one.link for one in lacks(kind, intrusion, pleaded, about)] == ["#mitigating"]
    assert "is een misdaad" in told(kind, intrusion, pleaded, about)
    assert lacks(kind, preparing, pleaded, about) == lacks(kind, unlisted, named, about) == ()


def test_where_nobody_is_referred_nothing_is_made_correctional(law):
    crime = a_report(offences=(Offence(offence="drugAssociation", committed_from="2026-01-10", place="p1", persons=("s1", "s2")),))
    nobody = msgspec.structs.replace(FINAL, outcome="nonProsecution", non_prosecution_for=(), mitigating=("geen vroegere veroordeling",))
    nobody = msgspec.structs.replace(nobody, provisions=("o1/DRUG3",), circumstances=("1: deelname aan een vereniging",))

    assert [one.link for one in lacks("final_requisition", known(law, crime, status="settlementOfProcedure"), nobody)] == ["#mitigating"]


def test_what_an_order_of_before_told_of_mitigating_circumstances_is_not_weighed_again(law):
    pleaded = msgspec.structs.replace(REFERRED, mitigating=("geen vroegere veroordeling",))

    assert lacks("referral_summons", brought(law), pleaded, "s1") == ()


def test_an_offence_outside_the_catalogue_waits_for_the_article_that_its_maker_types(law):
    report = a_report(offences=(Offence(offence="other", committed_from="2026-01-10", place="p1"),))
    typed = msgspec.structs.replace(DIRECT, articles=("1: art. 1 van de wet van 1 januari 2020",))

    assert [one.link for one in lacks("direct_summons", known(law, report), DIRECT, "s1")] == ["#articles"]
    assert "– art. 1 van de wet van 1 januari 2020" in words_of("direct_summons", known(law, report), typed, "s1")


def test_the_part_of_each_count_is_the_makers_to_say(law):
    mixed = msgspec.structs.replace(DIRECT, other_part=("o2",))

    assert "de hoedanigheid" in told("direct_summons", known(law), msgspec.structs.replace(DIRECT, part=None), "s1")
    assert words_of("direct_summons", known(law), mixed, "s1").count("als medeplichtige (art. 67 Sw. (1867))") == 1


def test_a_summons_names_its_own_defendant_and_other_adults_and_carries_the_numbered_counts_and_rights(law):
    words = words_of("direct_summons", brought(law, event="summonDirectly", paper=None), DIRECT, "s1")

    assert f"Aan → {HIS_NAME}" in words
    assert "Feit 1. Onrechtmatig binnendringen" in words
    assert "Feit 2. Voorbereidende handelingen" in words
    assert f"– verdachte 2, {OTHER_NAME}" in words
    assert "recht op een advocaat" in words
    assert "strafdossier voor de zitting inzien" in words
    assert "schriftelijk geen verbeurdverklaring" in words


def test_a_minor_is_never_called_before_the_correctional_court(law):
    assert "meerderjarige verdachte" in told("direct_summons", known(law), DIRECT, "s3")


def test_a_legal_person_is_summoned_by_its_enterprise_number(law):
    report = a_report(persons=(a_suspect(kind="legal", given_names=None, birth_date=None),))

    assert "het ondernemingsnummer van s1" in told("direct_summons", known(law, report), DIRECT, "s1")


def test_a_completed_murder_is_not_summoned_directly(law):
    report = a_report(offences=(Offence(offence="murder", committed_from="2026-01-10", place="p1"),))

    assert "hof van assisen" in (papers.refusal(papers.paper_of("direct_summons"), known(law, report)) or "")


def test_who_was_referred_by_an_order_is_not_summoned_directly_and_the_other_way_round(law):
    file = brought(law)

    assert "dagvaarding na verwijzing" in told("direct_summons", file, DIRECT, "s1")
    assert "rechtstreekse dagvaarding" in told("referral_summons", brought(law, event="summonDirectly", paper=None), REFERRED, "s1")
    assert papers.paper_of("referral_summons").proposed(file, "s1") == {"hearing": 1, "orderOn": "2026-04-20", "orderNumber": "B12"}
    assert "Datum → 20 april 2026" in words_of("referral_summons", file, REFERRED, "s1")


@pytest.mark.parametrize(("kind", "status", "typed", "about"), [ALL[0], ALL[5]])
def test_a_crime_goes_before_the_correctional_court_with_mitigating_circumstances_until_the_new_code_and_never_after(
    law, kind, status, typed, about
):
    report = a_report(offences=(Offence(offence="drugAssociation", committed_from="2026-01-10", place="p1", persons=("s1", "s2")),))
    chosen = msgspec.structs.replace(typed, provisions=("o1/DRUG3",), circumstances=("1: deelname aan een vereniging",))
    chosen = msgspec.structs.replace(chosen, non_prosecution_for=()) if about is None else chosen
    pleaded = msgspec.structs.replace(chosen, mitigating=("geen vroegere veroordeling",))
    before = known(law, report, status)
    after = known(law, report, status, at=datetime(2026, 9, 1, 8, tzinfo=UTC), hearings=(a_hearing(date(2026, 11, 30)),))
    last_day = known(law, report, status, at=datetime(2026, 8, 31, 8, tzinfo=UTC), hearings=(a_hearing(date(2026, 11, 30)),))

    assert "feit 1 is een misdaad" in told(kind, before, chosen, about)
    assert lacks(kind, before, pleaded, about) == lacks(kind, last_day, pleaded, about) == ()
    assert "– geen vroegere veroordeling" in words_of(kind, before, pleaded, about)
    assert "geen correctionalisering meer" in told(kind, after, pleaded, about)
    assert lacks(kind, after, chosen, about) == ()


@pytest.mark.parametrize("act", ["arrestWarrant", "anonymousWitness", "telephoneTap", "act56bis", "act89ter", "houseSearch"])
def test_a_mini_instruction_never_asks_for_an_excluded_act_and_says_by_which_article(law, act):
    found = lacks("mini_inquiry_request", known(law), msgspec.structs.replace(MINI, kind_of_act=act))

    assert [one.link for one in found] == ["#kindOfAct"]
    assert "Een mini-instructie kan niet voor" in found[0].what
    assert "art. 28septies" in found[0].what


def made(typed: MiniInquiryRequestTyped, stage: str = "issued") -> MadePaper:
    content = msgspec.json.encode(typed, order="sorted").decode()
    return MadePaper(kind="mini_inquiry_request", about=None, typed=content, made_at=AT - timedelta(days=20), stage=stage)


def test_a_second_mini_instruction_of_the_same_file_goes_to_the_same_judge(law):
    second = known(law, made=(made(MINI),))
    other = msgspec.structs.replace(MINI, judge="rechter B")
    same = msgspec.structs.replace(MINI, judge="Rechter  A")

    assert "de vordering van 14 april 2026 in dit dossier ging naar rechter A" in told("mini_inquiry_request", second, other)
    assert lacks("mini_inquiry_request", second, same) == ()
    assert papers.paper_of("mini_inquiry_request").proposed(second, None) == {"judge": "rechter A", "court": COURT}
    assert "op 14 april 2026, naar rechter A. Deze gaat daarom naar dezelfde rechter." in words_of("mini_inquiry_request", second, same)
    assert lacks("mini_inquiry_request", known(law), other) == ()
    assert lacks("mini_inquiry_request", known(law, made=(made(MINI, "withdrawn"),)), other) == ()


def test_a_mini_instruction_says_what_it_is_and_what_it_cannot_ask(law):
    words = words_of("mini_inquiry_request", known(law), MINI)

    assert "zonder gerechtelijk onderzoek" in words
    assert "Tegen die beslissing staat geen rechtsmiddel open" in words
    assert "geen van deze handelingen: bevel tot aanhouding, volledig anonieme getuige, afluisteren" in words


def test_an_instruction_goes_to_the_service_of_its_request_with_its_day_and_numbered_duties(law):
    words = words_of("police_instruction", known(law), POLICE)

    assert "opdracht nr. 7" in words
    assert "Aan → FGP Antwerpen" in words
    assert "Terug uiterlijk op → 1 juni 2026" in words
    assert "1. camerabeelden ophalen\n2. getuige horen" in words
    assert "Na uitvoering terug" in words
    assert "verstuur ze alleen langs beveiligde weg" in words


@pytest.mark.parametrize("closed", [{"state": "answered"}, {"state": "withdrawn"}, {"kind": "expert"}])
def test_an_instruction_without_an_open_request_sends_to_the_requests_of_the_file(law, closed):
    found = lacks("police_instruction", known(law, requests=(a_request(**closed),)), POLICE)

    assert [one.link for one in found] == ["vragen"]


def test_an_inquiry_is_asked_against_x_where_nobody_is_known_with_its_territorial_ground(law):
    file = known(law, a_report(persons=()))
    words = words_of("judicial_inquiry_request", file, INQUIRY)

    assert "Tegen X: van de daders is niemand gekend." in words
    assert "# Territoriale bevoegdheid" in words
    assert "– verhoor" in words


def test_an_inquiry_before_a_court_on_policy_alone_says_so(law):
    file = known(law, alone=True)
    bare = msgspec.structs.replace(file, stored=Stored(decision=msgspec.structs.replace(file.stored.decision, grounds=())))

    assert "steunt op beleid alleen. Niemand bevestigde haar nog." in words_of("judicial_inquiry_request", bare, INQUIRY)


def test_a_final_requisition_says_for_each_accused_and_count_what_is_asked(law):
    typed = msgspec.structs.replace(
        FINAL, non_prosecution_for=(*FINAL.non_prosecution_for, "s2/2"), confiscations=("de kniptang",), connexity="zelfde nacht"
    )
    words = words_of("final_requisition", known(law, status="settlementOfProcedure"), typed)

    assert "| Verdachte 1 (s1) | 1. onrechtmatig binnendringen in een havenfaciliteit | Verwijzing |" in words
    assert "| Verdachte 2 (s2) | 2. voorbereidende handelingen of uithaling | Buitenvervolgingstelling |" in words
    assert "– de kniptang" in words
    assert "Zelfde nacht" in words


def test_a_final_requisition_refuses_who_is_not_in_the_file_and_two_requests_for_one(law):
    file = known(law, status="settlementOfProcedure")
    typed = msgspec.structs.replace(FINAL, non_prosecution_for=("s9/1", "s2/2", "s3/1", "s3/2"), internment_for=("s2/2",))

    assert [one.link for one in lacks("final_requisition", file, typed)] == ["#nonProsecutionFor", "#internmentFor"]


def test_the_form_of_a_large_file_asks_for_lines_instead_of_hundreds_of_boxes(law):
    people = tuple(a_suspect(id=f"s{number}") for number in range(1, 301))
    file = known(law, a_report(persons=people), status="settlementOfProcedure")
    typed = msgspec.structs.replace(FINAL, non_prosecution_for=("s300/2",))

    assert "nonProsecutionFor" not in papers.paper_of("final_requisition").choices(file)
    assert "| Verdachte 300 (s300) | 2. voorbereidende handelingen of uithaling | Buitenvervolgingstelling |" in words_of(
        "final_requisition", file, typed
    )


@pytest.mark.parametrize(("custody", "term"), [(None, "15 dagen"), ("remanded", "3 dagen")])
def test_a_request_to_settle_gives_everybody_his_time_with_the_file(law, custody, term):
    people = (a_suspect(custody=custody), Person(id="v1", role="civilParty", count=1, given_names="Partij", family_name="Vier"))
    words = words_of("settling_request", known(law, a_report(persons=people), status="settlementOfProcedure"), SETTLING)

    assert f"Dossier ter inzage → {term} voor de zitting (Art. 127 Sv.; waarschijnlijk)" in words
    assert "| Burgerlijke partij 1 | Partij Vier |" in words


def test_a_request_to_settle_proposes_the_day_on_which_the_judge_communicated_the_file(law):
    told_by = a_line("communicateFile", Paper(kind="letter", dated_on=date(2026, 4, 28)))
    file = known(law, status="settlementOfProcedure", lines=(told_by,))

    assert papers.paper_of("settling_request").proposed(file, None) == {"court": COURT, "communicatedOn": "2026-04-28"}


def test_an_event_that_was_entered_in_error_brought_nobody_anywhere(law):
    first = a_line("summonDirectly", kind="CaseReferred", seq=4)
    struck = a_line("referralOrdered", ORDER)
    strike = SaidLine(seq=6, kind="EntryStruck", entered_at=AT, entered_by="user:1", content={"struck": 5})

    assert lacks("direct_summons", known(law, status="trialCourt", lines=(first, struck, strike)), DIRECT, "s1") == ()
    assert lacks("direct_summons", known(law, status="trialCourt", lines=(first, struck)), DIRECT, "s1") != ()


def test_the_reports_of_the_file_are_proposed_as_what_goes_with_the_requisition_and_one_must(law):
    file = known(law, a_report(notice_number="AN.60.SP.001234/2026"))

    assert papers.paper_of("judicial_inquiry_request").proposed(file, None) == {
        "court": COURT,
        "annexes": ["proces-verbaal AN.60.SP.001234/2026"],
    }
    assert [one.link for one in lacks("judicial_inquiry_request", file, msgspec.structs.replace(INQUIRY, annexes=()))] == ["#annexes"]
