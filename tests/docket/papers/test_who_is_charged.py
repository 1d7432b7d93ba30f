"""Whom and what a requisition or summons charges: only who stands where the paper exists, by the position of each for each count."""

from datetime import date
from typing import Any

import msgspec
import pytest

from docket import papers
from docket.contract import Offence, Person, Place
from docket.store.conflicts import Handing
from docket.store.documents import MadePaper
from docket.transitions import Paper
from routing import Track
from tests.docket.papers.test_requisitions import (
    AT,
    COURT,
    DIRECT,
    FINAL,
    INQUIRY,
    MINI,
    MINOR_NAME,
    OTHER_NAME,
    REFERRED,
    SETTLING,
    Stored,
    a_hearing,
    a_line,
    a_report,
    a_suspect,
    brought,
    known,
    lacks,
    made,
    told,
    words_of,
)

INTRUSION, PREPARATION = "Feit 1. Onrechtmatig binnendringen", "Feit 2. Voorbereidende handelingen"
TWO = (a_suspect(), a_suspect(id="s2", family_name="Twee"))
#: The first count of the first suspect was dismissed, and so was everything about the second.
HIS_FIRST = {("s1", "o1"): "dismissed"}
THE_SECOND = {("s2", "o1"): "dismissed", ("s2", "o2"): "dismissed"}


def parted(law, status: str, rows: dict[tuple[str, str], str], **said: Any) -> papers.Known:
    everywhere = {(person, offence): status for person in ("s1", "s2") for offence in ("o1", "o2")}
    return known(law, a_report(persons=TWO), status, rows=everywhere | rows, **said)


ALONE = [
    ("direct_summons", "investigation", DIRECT, "s1"),
    ("judicial_inquiry_request", "investigation", INQUIRY, None),
    ("mini_inquiry_request", "investigation", MINI, None),
    ("final_requisition", "settlementOfProcedure", msgspec.structs.replace(FINAL, non_prosecution_for=()), None),
]


@pytest.mark.parametrize(("kind", "status", "typed", "about"), ALONE)
def test_a_count_that_ended_for_its_only_suspect_is_charged_no_more(law, kind, status, typed, about):
    file = known(law, a_report(persons=TWO[:1]), status, rows={("s1", "o1"): "dismissed", ("s1", "o2"): status})
    words = words_of(kind, file, typed, about)

    assert lacks(kind, file, typed, about) == ()
    assert INTRUSION not in words
    assert PREPARATION in words


@pytest.mark.parametrize(("kind", "status", "typed", "about"), ALONE[1:])
def test_a_suspect_who_was_let_go_is_in_no_requisition(law, kind, status, typed, about):
    words = words_of(kind, parted(law, status, THE_SECOND), typed, about)

    assert "| s1 | Verdachte 1 / Verdachte Een" in words
    assert OTHER_NAME not in words
    assert "Tegen →" not in words


@pytest.mark.parametrize(("kind", "status", "typed", "about"), ALONE[1:])
def test_a_count_that_is_not_against_everybody_says_against_whom(law, kind, status, typed, about):
    words = words_of(kind, parted(law, status, HIS_FIRST), typed, about)

    assert f"{INTRUSION} in een havenfaciliteit\nTegen → s2" in words
    assert words.count("Tegen →") == 1


def test_a_summons_charges_the_counts_of_its_own_order_and_of_no_other(law):
    other = Paper(kind="order", number="C3", dated_on=date(2026, 4, 27))
    first = a_line("referralOrdered", REFERRAL, seq=5, pairs=(("s1", "o1"),))
    second = a_line("referralOrdered", other, seq=6, pairs=(("s1", "o2"),))
    file = known(law, status="trialCourt", lines=(first, second))
    chosen = msgspec.structs.replace(REFERRED, order_on=other.dated_on)
    words = words_of("referral_summons", file, chosen, "s1")

    assert "die van 20 april 2026, nr. B12 en die van 27 april 2026, nr. C3" in told(
        "referral_summons", file, msgspec.structs.replace(REFERRED, order_on=None), "s1"
    )
    assert lacks("referral_summons", file, chosen, "s1") == ()
    assert INTRUSION not in words
    assert PREPARATION in words
    assert "Nummer → C3" in words


REFERRAL = Paper(kind="order", number="B12", dated_on=date(2026, 4, 20))


def test_the_order_of_a_referral_is_that_of_the_register_and_what_is_typed_against_it_is_refused(law):
    file = brought(law)
    untyped = msgspec.structs.replace(REFERRED, order_on=None)
    other_day = msgspec.structs.replace(REFERRED, order_on=date(2026, 4, 21))
    other_number = msgspec.structs.replace(REFERRED, order_number="B13")

    assert lacks("referral_summons", file, untyped, "s1") == ()
    assert "Datum → 20 april 2026\nNummer → B12" in words_of("referral_summons", file, untyped, "s1")
    assert [one.link for one in lacks("referral_summons", file, other_day, "s1")] == ["#orderOn"]
    assert [one.link for one in lacks("referral_summons", file, other_number, "s1")] == ["#orderNumber"]
    assert "die van 20 april 2026, nr. B12" in told("referral_summons", file, other_day, "s1")


def test_an_order_that_the_entry_does_not_hold_is_typed(law):
    file = brought(law, paper=None)
    untyped = msgspec.structs.replace(REFERRED, order_on=None)

    assert [one.link for one in lacks("referral_summons", file, untyped, "s1")] == ["#orderOn"]
    assert lacks("referral_summons", file, REFERRED, "s1") == ()


def test_a_summons_names_beside_its_defendant_only_who_is_called_for_the_same_counts(law):
    beside = "worden ook opgeroepen"
    referred = a_line("summonDirectly", kind="CaseReferred")
    before = parted(law, "trialCourt", {("s2", "o1"): "dismissed"}, lines=(referred,))
    gone = parted(law, "trialCourt", THE_SECOND, lines=(referred,))
    waiting = parted(law, "investigation", {})
    content = msgspec.json.encode(DIRECT, order="sorted").decode()
    his = MadePaper(kind="direct_summons", about="s2", typed=content, made_at=AT, stage="draft")
    withdrawn = msgspec.structs.replace(his, stage="withdrawn")
    elsewhere = msgspec.structs.replace(his, typed=content.replace('"hearing":1', '"hearing":2'))

    def words(file: papers.Known) -> str:
        return words_of("direct_summons", file, DIRECT, "s1")

    assert f"– verdachte 2, {OTHER_NAME}" in words(before)
    assert beside not in words(gone)
    assert beside not in words(waiting)
    assert f"– verdachte 2, {OTHER_NAME}" in words(msgspec.structs.replace(waiting, made=(his,)))
    assert beside not in words(msgspec.structs.replace(waiting, made=(withdrawn,)))
    assert beside not in words(msgspec.structs.replace(waiting, made=(elsewhere,)))


def test_an_open_offer_or_conflict_holds_the_direct_summons(law):
    offered, disputed = Offer(to_office="eastFlanders", state="offered"), Conflict(state="open")
    paper = papers.paper_of("direct_summons")
    in_offer = known(law, handing=Handing(offers=(offered,), conflicts=()))
    in_conflict = known(law, handing=Handing(offers=(), conflicts=(disputed,)))

    assert "wacht op het antwoord of trek het aanbod in" in (papers.refusal(paper, in_offer) or "")
    assert "wacht op de uitkomst of trek het geschil in" in (papers.refusal(paper, in_conflict) or "")
    assert [one.link for one in lacks("direct_summons", in_offer, DIRECT, "s1")] == ["overdragen"]
    assert [one.link for one in lacks("direct_summons", in_conflict, DIRECT, "s1")] == ["geschil"]
    assert lacks("direct_summons", known(law), DIRECT, "s1") == ()


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    to_office: str
    state: str


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    state: str


def with_tracks(file: papers.Known, *tracks: Track, policy_alone: tuple[int, ...] = ()) -> papers.Known:
    decision = msgspec.structs.replace(file.stored.decision, tracks=tracks, policy_alone=policy_alone)
    return msgspec.structs.replace(file, stored=Stored(decision=decision))


def test_nobody_is_referred_to_another_court_than_that_of_his_track_nor_past_his_own_waiting_track(law):
    typed = msgspec.structs.replace(FINAL, non_prosecution_for=())
    file = known(law, a_report(persons=TWO), "settlementOfProcedure")
    own = Track(track="ordinary", persons=("s1",), prosecution_office="antwerpPort", court=COURT)
    his = Track(track="ordinary", persons=("s2",), prosecution_office="antwerpPort", court="eastFlandersGhentCorrectional")
    apart, waiting = with_tracks(file, own, his), with_tracks(file, own, his, policy_alone=(1,))

    assert [one.link for one in lacks("final_requisition", apart, typed)] == ["#court"]
    assert "s2 hoort niet voor de correctionele rechtbank Antwerpen" in told("final_requisition", apart, typed)
    assert [one.link for one in lacks("final_requisition", waiting, typed)] == ["#court", "bevestigen"]


def test_who_is_or_may_be_a_minor_is_never_referred(law):
    file = known(law, status="settlementOfProcedure")
    everybody = msgspec.structs.replace(FINAL, non_prosecution_for=())
    found = lacks("final_requisition", file, everybody)

    assert [one.link for one in found] == ["#nonProsecutionFor"]
    assert "s3: wie minderjarig is" in found[0].what
    assert MINOR_NAME not in words_of("final_requisition", file, FINAL)


#: A killing with a port link, and the drugs that it was about.
KILLING = (
    Offence(offence="murder", committed_from="2026-01-10", place="p1"),
    Offence(offence="drugPreparation", committed_from="2026-01-10", place="p1"),
)
ASSIZES = "assizeAntwerp"


def killed(law, offences: tuple[Offence, ...] = KILLING) -> papers.Known:
    """Two adults; what they did is settled in council."""
    file = known(law, a_report(persons=TWO, offences=offences), "settlementOfProcedure")
    return with_tracks(file, Track(track="ordinary", persons=("s1", "s2"), prosecution_office="antwerpPort", court=ASSIZES))


def test_a_completed_murder_is_asked_to_the_indictment_chamber_and_its_court_of_assize_and_never_to_a_correctional_court(law):
    referral = msgspec.structs.replace(FINAL, non_prosecution_for=("s2/1", "s2/2"), referral_for=(), connexity="zelfde nacht")
    found = lacks("final_requisition", killed(law), referral)

    assert "overzending naar de kamer van inbeschuldigingstelling voor “s1/1”: een voltooide moord" in found[0].what
    assert found[0].link == "#assizesFor"

    asked = msgspec.structs.replace(referral, outcome="assizes")
    assert lacks("final_requisition", killed(law), asked) == ()
    words = words_of("final_requisition", killed(law), asked)
    to_assizes = "Overzending naar de kamer van inbeschuldigingstelling, om naar het hof van assisen te worden verwezen"
    assert f"{to_assizes}: hof van assisen van de provincie Antwerpen (art. 216novies Sv." in words
    assert "aadkamer van de rechtbank van eerste aanleg Antwerpen" in words, "settled first in council where the office acts"


def test_only_what_is_connected_with_a_murder_goes_to_the_assizes_beside_it_and_the_paper_says_the_tie(law):
    asked = msgspec.structs.replace(FINAL, outcome="assizes", non_prosecution_for=("s2/1", "s2/2"))
    tied = msgspec.structs.replace(asked, connexity="de moord moest de drugs verbergen")
    alone = msgspec.structs.replace(FINAL, outcome="nonProsecution", non_prosecution_for=(), assizes_for=("s1/2",))

    assert [one.link for one in lacks("final_requisition", killed(law), asked)] == ["#connexity"]
    assert lacks("final_requisition", killed(law), tied) == ()
    assert "geen feit van deze vordering komt voor het hof van assisen" in told("final_requisition", killed(law), alone)


def test_an_attempted_murder_is_referred_to_the_correctional_court_and_never_to_the_assizes(law):
    tried = (Offence(offence="murder", attempt=True, committed_from="2026-01-10", place="p1"),)
    file = known(law, a_report(persons=TWO, offences=tried), "settlementOfProcedure")
    referral = msgspec.structs.replace(FINAL, non_prosecution_for=(), mitigating=("geen strafverleden",))

    assert "moord" not in told("final_requisition", file, referral)
    asked = msgspec.structs.replace(referral, outcome="assizes")
    assert "komt voor het hof van assisen" in told("final_requisition", file, asked)


def test_a_murder_without_a_court_of_assize_in_the_decision_waits_for_one(law):
    elsewhere = Track(track="ordinary", persons=("s1", "s2"), prosecution_office="antwerpPort", court=COURT)
    asked = msgspec.structs.replace(FINAL, outcome="assizes", non_prosecution_for=(), connexity="zelfde nacht")

    found = lacks("final_requisition", with_tracks(killed(law), elsewhere), asked)

    assert {(one.what.partition(":")[0], one.link) for one in found} == {
        ("het hof van assisen van s1", "beslissen"),
        ("het hof van assisen van s2", "beslissen"),
    }


def test_of_nobody_known_only_the_end_of_the_prosecution_is_asked_and_the_paper_says_what_was_chosen(law):
    file = known(law, a_report(persons=()), "settlementOfProcedure")
    referral = msgspec.structs.replace(FINAL, non_prosecution_for=())
    ended = msgspec.structs.replace(referral, outcome="nonProsecution")

    assert {one.link for one in lacks("final_requisition", file, referral)} == {"#nonProsecutionFor"}
    assert "buitenvervolgingstelling voor “X/1”" in told("final_requisition", file, referral)
    assert lacks("final_requisition", file, ended) == ()
    assert "| X (niemand gekend) | 1. onrechtmatig binnendringen in een havenfaciliteit | Buitenvervolgingstelling |" in words_of(
        "final_requisition", file, ended
    )


OTHER = a_report(
    offences=(
        Offence(offence="other", committed_from="2026-01-10", place="p1"),
        Offence(offence="portIntrusion", committed_from="2026-01-10", place="p1"),
    )
)


@pytest.mark.parametrize(
    ("row", "asked"),
    [
        ("art. 5", "het nummer van het feit voor “art. 5”"),
        ("9: art. 5", "feit 9 hoort er niet bij"),
        ("1:", "het artikel van feit 1"),
        ("2: art. 5", "de catalogus heeft de tekst"),
    ],
)
def test_an_article_that_no_count_takes_is_refused_and_never_dropped(law, row, asked):
    typed = msgspec.structs.replace(DIRECT, articles=("1: art. 1 van de wet van 1 januari 2020", row))
    found = lacks("direct_summons", known(law, OTHER), typed, "s1")

    assert [one.link for one in found] == ["#articles"]
    assert asked in found[0].what


def test_a_count_outside_the_catalogue_may_have_several_articles(law):
    typed = msgspec.structs.replace(DIRECT, articles=("1: art. 1 van de wet", "1: art. 2 van de wet"))
    words = words_of("direct_summons", known(law, OTHER), typed, "s1")

    assert lacks("direct_summons", known(law, OTHER), typed, "s1") == ()
    assert "– art. 1 van de wet\n– art. 2 van de wet" in words


def test_a_defendant_does_not_read_how_sure_the_register_is_of_its_law(law):
    party, office = words_of("direct_summons", known(law), DIRECT, "s1"), words_of("judicial_inquiry_request", known(law), INQUIRY)

    assert not any(word in party for word in ("zeker", "waarschijnlijk", "niet geverifieerd", "tekst van"))
    assert "art. 546/1 Sw. (1867)" in party
    assert "; zeker)" in office


def test_an_inquiry_is_asked_of_facts_whose_time_and_place_are_known_and_one_act_is_asked_without(law):
    bare = known(law, a_report(offences=(Offence(offence="portIntrusion"),)))

    assert [one.link for one in lacks("judicial_inquiry_request", bare, INQUIRY)] == ["verbeteren#feiten", "verbeteren#plaatsen"]
    assert lacks("mini_inquiry_request", bare, MINI) == ()
    words = words_of("mini_inquiry_request", bare, MINI)
    assert "Periode" not in words
    assert "Plaats →" not in words


def test_a_request_to_settle_tells_who_declared_himself_and_withholds_the_name_of_a_minor(law):
    people = (
        *a_report().persons,
        Person(id="v1", role="victim", count=1, given_names="Enkel", family_name="Slachtoffer"),
        Person(id="b1", role="injuredParty", count=1, given_names="Bo", family_name="Benadeeld"),
        Person(id="b2", role="injuredParty", count=1),
    )
    words = words_of("settling_request", known(law, a_report(persons=people), "settlementOfProcedure"), SETTLING)

    assert "Slachtoffer" not in words
    assert "| Benadeelde persoon 1 | Bo Benadeeld |" in words
    assert "| Benadeelde persoon 2 | naam niet gekend |" in words
    assert "| Verdachte 3 | naam niet vermeld: minderjarig |" in words


def test_the_second_mini_instruction_goes_to_a_judge_by_name_at_the_same_court(law):
    duty, elsewhere = "de dienstdoende onderzoeksrechter", "eastFlandersGhentCorrectional"
    second = known(law, made=(made(msgspec.structs.replace(MINI, judge=duty)),))
    named = known(law, made=(made(MINI),))
    moved = known(law, made=(made(msgspec.structs.replace(MINI, court=elsewhere)),))

    assert [one.link for one in lacks("mini_inquiry_request", second, msgspec.structs.replace(MINI, judge=duty))] == ["#judge"]
    assert lacks("mini_inquiry_request", second, MINI) == ()
    for function in (duty, "de onderzoeksrechter te Antwerpen", "deken van de onderzoeksrechters", "onderzoeksrechter met dienst"):
        assert "de naam van de onderzoeksrechter" in told("mini_inquiry_request", named, msgspec.structs.replace(MINI, judge=function))
    assert [one.link for one in lacks("mini_inquiry_request", moved, MINI)] == ["#court"]
    assert lacks("mini_inquiry_request", known(law), msgspec.structs.replace(MINI, judge=duty)) == ()


@pytest.mark.parametrize(
    ("act", "named"),
    [
        ("Een huiszoeking in de loods.", "huiszoeking"),
        ("Het appartement van s1 te doorzoeken.", "huiszoeking"),
        ("In het huis van s1 binnen te gaan en te zoeken.", "huiszoeking"),
        ("De lijn te laten AFLUISTEREN.", "afluisteren (art. 90ter)"),
        ("Een tap te plaatsen op de gsm van s1.", "afluisteren (art. 90ter)"),
        ("De gesprekken van s1 te onderscheppen en op te nemen.", "afluisteren (art. 90ter)"),
        ("De maatregel van art. 90 ter.", "afluisteren (art. 90ter)"),
        ("Een aanhoudingsbevel tegen s1.", "bevel tot aanhouding"),
        ("Een inkijkoperatie in de container.", "inkijkoperatie (art. 89ter)"),
        ("Een getuige volledig anoniem te verhoren.", "volledig anonieme getuige"),
        ("Observatie met technische hulpmiddelen om zicht te krijgen in de woning.", "handeling van art. 56bis, § 2"),
        ("De handeling van art. 56bis.", "handeling van art. 56bis, § 2"),
    ],
)
def test_an_excluded_act_is_refused_by_its_name_whatever_its_maker_adds(law, act, named):
    typed = msgspec.structs.replace(MINI, act=act, not_excluded="nodig")
    found = lacks("mini_inquiry_request", known(law), typed)

    assert [one.link for one in found] == ["#act"]
    assert f"kan niet voor: {named}" in found[0].what


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ({"act": "De loods te doorzoeken."}, "“huiszoeking”"),
        ({"act": "De woning van s1 te betreden."}, "“huiszoeking”"),
        ({"act": "De zending te onderscheppen."}, "“afluisteren (art. 90ter)”"),
        ({"act": "Een getuige anoniem te horen."}, "“volledig anonieme getuige”"),
        ({"act": "Het verslag van de observatie bij de woning op te vragen."}, "“handeling van art. 56bis, § 2”"),
        ({"act": "s1 aan te houden."}, "“bevel tot aanhouding”"),
        ({"act": "Wat hieronder staat.", "reason": "een huiszoeking is nodig"}, "“huiszoeking”"),
    ],
)
def test_words_that_may_mean_an_excluded_act_are_asked_about_and_the_answer_is_printed(law, asked, named):
    typed = msgspec.structs.replace(MINI, **asked)
    answered = msgspec.structs.replace(typed, not_excluded="de rechter leest alleen een verslag")
    found = lacks("mini_inquiry_request", known(law), typed)

    assert [one.link for one in found] == ["#notExcluded"]
    assert named in found[0].what
    assert lacks("mini_inquiry_request", known(law), answered) == ()
    assert "Geen uitgesloten handeling → De rechter leest alleen een verslag" in words_of("mini_inquiry_request", known(law), answered)


@pytest.mark.parametrize(
    "act",
    [
        "De telefoongegevens van s1 op te vragen, in stappen van een maand.",
        "De beelden van de bewakingscamera op kaai 730 op te vragen.",
        "De goederen in de haven te onderzoeken, wat de zending betreft.",
    ],
)
def test_another_act_is_asked_without_a_question(law, act):
    assert lacks("mini_inquiry_request", known(law), msgspec.structs.replace(MINI, act=act)) == ()


def test_who_came_with_another_file_is_charged_by_what_its_docket_says_and_no_order_is_made_up(law):
    joined = a_line("", kind="CasesJoined", pairs=())
    file = known(law, a_report(places=(Place(id="p1", role="scene", text="kaai 1", port="antwerp"),)), "trialCourt", lines=(joined,))
    untyped = msgspec.structs.replace(REFERRED, order_on=None)

    assert papers.refusal(papers.paper_of("referral_summons"), file) is None
    assert [one.link for one in lacks("referral_summons", file, untyped, "s1")] == ["#orderOn"]
    assert lacks("referral_summons", file, REFERRED, "s1") == ()


def test_a_hearing_of_another_court_than_that_of_his_track_is_none_for_a_summons(law):
    file = known(law, hearings=(a_hearing(court="eastFlandersGhentCorrectional"),))

    assert [one.link for one in lacks("direct_summons", file, DIRECT, "s1")] == ["zitting"]
