"""The requisitions and summonses of files in the register: their hearings, requests, orders and the papers before them."""

from datetime import date

import pytest

from docket import papers
from docket.actions.jurisdiction.refer_case import ReferCase, refer_case
from docket.actions.life.change_status import ChangeStatus, change_status
from docket.actions.papers.make_document import MakeDocument, make_document
from docket.actions.requests.ask_request import AskRequest, ask_request
from docket.errors import BadInput, FactsMissing, StateForbids
from docket.transitions import Paper
from docket.worker.render_document import render_document
from tests.builders import a_case, a_clerk, a_prosecutor, addressed
from tests.docket.actions.hearing_world import COURT, RIGHT_BANK, a_chamber, booked, wanted
from tests.docket.papers import paper_world
from tests.docket.papers.paper_world import known, printed, refusal

PERSONS = [
    {
        "id": "s1",
        "role": "suspect",
        "kind": "natural",
        "count": 1,
        "givenNames": "Verdachte",
        "familyName": "Een",
        "birthDate": "1970-03-01",
        "residence": {"country": "BE", "municipality": "Duffel"},
    },
    {
        "id": "s2",
        "role": "suspect",
        "kind": "natural",
        "count": 1,
        "givenNames": "Verdachte",
        "familyName": "Twee",
        "age": 40,
        "residence": {"country": "BE", "municipality": "Duffel"},
    },
]
FACTS = RIGHT_BANK | {
    "persons": PERSONS,
    "offences": [{"id": "o1", "offence": "portIntrusion", "committedFrom": "2026-10-18", "place": "p1"}],
}
SAID = {"hearingPlace": "Bolivarplaats 20, zaal C", "part": "perpetrator"}
MINI = {"judge": "rechter A", "court": COURT, "kindOfAct": "other", "act": "Telefoongegevens opvragen.", "reason": "Nodig."}


async def a_file(deps, **fields) -> str:
    await addressed(deps)
    return (await a_case(deps, **FACTS | fields)).case_number


async def opened(deps, **fields) -> str:
    number = await a_file(deps, **fields)
    command = ChangeStatus(case_number=number, version=1, event="openInvestigation", reason="PV ontvangen")
    await change_status(command, a_prosecutor(), deps)
    return number


async def test_a_summons_takes_its_day_from_the_hearing_that_is_set_and_its_last_day_of_service_from_the_term(deps):
    chamber, number = await a_chamber(deps), await a_file(deps)
    await booked(deps, number, wanted(chamber, date(2026, 12, 10)))
    of = await known(deps, number, "direct_summons")
    words = printed(of, "direct_summons", "s1", hearing=of.hearings[0].id, **SAID)

    assert "Dag → 10 december 2026" in words
    assert "Kamer → AC1" in words
    # Ten clear days between the two: 30 November to 9 December.
    assert "te betekenen uiterlijk op 27 november 2026" in words
    assert "art. 419 Sw. (2024)" in words
    asked = paper_world.wanted("direct_summons", "s2", hearing=of.hearings[0].id, **SAID)
    assert {one.what for one in papers.missing_of(papers.paper_of("direct_summons"), of, asked)} == {
        "het rijksregisternummer of de geboortedatum van s2",
    }


async def test_a_summons_without_a_hearing_says_so_and_all_else_that_is_missing(deps):
    number = await a_file(deps)

    with pytest.raises(FactsMissing) as missing:
        await make_document(MakeDocument(case_number=number, kind="direct_summons", about="s1"), a_clerk(), deps)
    assert {issue.name for issue in missing.value.issues} == {"zitting", "#part", "#hearingPlace"}


async def test_who_came_before_the_court_by_his_summons_is_not_summoned_as_referred(deps):
    number = await a_file(deps)
    await refer_case(ReferCase(case_number=number, version=1, tracks=(0,)), a_prosecutor(), deps)

    assert refusal(await known(deps, number, "direct_summons"), "direct_summons") == ""
    assert "rechtstreeks gedagvaard" in refusal(await known(deps, number, "referral_summons"), "referral_summons")


async def test_the_second_mini_instruction_of_a_file_goes_to_the_judge_of_the_first(deps):
    number = await opened(deps)
    first = await make_document(MakeDocument(case_number=number, kind="mini_inquiry_request", typed=MINI), a_prosecutor(), deps)
    await render_document(first.document_id, deps)
    other = MakeDocument(case_number=number, kind="mini_inquiry_request", typed=MINI | {"judge": "rechter B"})

    with pytest.raises(FactsMissing) as refused:
        await make_document(other, a_prosecutor(), deps)
    assert "ging naar rechter A" in refused.value.issues[0].detail
    again = await make_document(MakeDocument(case_number=number, kind="mini_inquiry_request", typed=MINI), a_prosecutor(), deps)
    await render_document(again.document_id, deps)
    assert [one.kind for one in (await known(deps, number, "mini_inquiry_request")).made].count("mini_inquiry_request") == 2


async def test_an_excluded_act_is_refused_before_anything_is_made(deps):
    number = await opened(deps)
    typed = MINI | {"kindOfAct": "houseSearch"}

    with pytest.raises(FactsMissing) as refused:
        await make_document(MakeDocument(case_number=number, kind="mini_inquiry_request", typed=typed), a_prosecutor(), deps)
    assert "GwH 148/2017" in refused.value.issues[0].detail
    assert (await known(deps, number, "mini_inquiry_request")).made == ()


async def test_what_is_typed_that_the_paper_does_not_know_is_refused_at_its_field(deps):
    number = await opened(deps)

    with pytest.raises(BadInput) as refused:
        await make_document(
            MakeDocument(case_number=number, kind="mini_inquiry_request", typed=MINI | {"handtekening": "x"}), a_prosecutor(), deps
        )
    assert refused.value.issues[0].name.startswith("/typed")


async def test_an_instruction_carries_the_request_of_the_file(deps):
    number = await opened(deps)
    command = AskRequest(
        case_number=number, version=2, kind="apostil", addressee="FGP Antwerpen", question="Wie was er?", due_on=date(2026, 12, 20)
    )
    await ask_request(command, a_clerk(), deps)
    of = await known(deps, number, "police_instruction")
    words = printed(of, "police_instruction", request=of.requests[0].id, duties=["Beelden ophalen.", "Getuige horen."])

    assert "Aan → FGP Antwerpen" in words
    assert "Terug uiterlijk op → 20 december 2026" in words
    assert f"opdracht nr. {of.requests[0].id}" in words
    assert "1. Beelden ophalen.\n2. Getuige horen." in words


async def test_a_requisition_that_does_not_exist_where_the_file_stands_is_refused_with_where_it_does(deps):
    number = await opened(deps)

    with pytest.raises(
        StateForbids, match="alleen in de stand “regeling van de rechtspleging”; dit dossier staat op “opsporingsonderzoek”"
    ):
        await make_document(MakeDocument(case_number=number, kind="final_requisition"), a_prosecutor(), deps)


async def test_from_inquiry_to_settling_every_requisition_follows_the_file(deps):
    number = await opened(deps)
    paper = {"kind": "requisition", "dated_on": date(2026, 11, 20)}
    await change_status(_moved(number, 2, "requireInquiry", paper), a_prosecutor(), deps)
    assert refusal(await known(deps, number, "judicial_inquiry_request"), "judicial_inquiry_request")
    await change_status(_moved(number, 3, "communicateFile", paper | {"kind": "letter", "number": "B7"}), a_prosecutor(), deps)
    of = await known(deps, number, "settling_request")
    words = printed(of, "settling_request", judge="rechter A", court=COURT, communicatedOn="2026-11-20")

    assert "Dossier meegedeeld op → 20 november 2026" in words
    assert "15 dagen voor de zitting" in words
    assert "Verwijzing |" in printed(of, "final_requisition", judge="rechter A", court=COURT, outcome="referral")


def _moved(number: str, version: int, event: str, paper: dict) -> ChangeStatus:
    return ChangeStatus(case_number=number, version=version, event=event, reason="r", paper=Paper(**paper))
